// What a reader sees and does with kept answers: how many there are, save them as a file, take them over from one, erase them.
((tas) => {
  "use strict";
  const { fill, make } = tas.answers;

  function saved(text) {
    const link = make("a", { href: URL.createObjectURL(new Blob([text], { type: "application/json" })), download: "tas-progress.json" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  // Every quiz of the page reads again.
  const changed = () => document.dispatchEvent(new CustomEvent("tas-progress"));

  tas.store = {
    setup(quiz) {
      const box = quiz.piece("store"), { words } = quiz;
      if (!box) return;
      box.hidden = false;
      quiz.on("export", () => saved(tas.progress.exported()));
      quiz.on("erase", () => {
        tas.progress.erase(quiz.items, quiz.name);
        changed();
        quiz.say(words.erased);
      });
      quiz.on("erase-all", () => {
        tas.progress.eraseAll();
        changed();
        quiz.say(words.erased);
      });
      box.querySelector('[data-do="import"]').addEventListener("change", ({ target }) => {
        const reader = new FileReader();
        reader.onload = () => {
          const taken = tas.progress.imported(reader.result);
          target.value = "";
          if (taken >= 0) changed();
          quiz.say(taken < 0 ? words["not-ours"] : fill(words.taken, { count: taken }));
        };
        if (target.files[0]) reader.readAsText(target.files[0]);
      });
    },
    count(quiz) {
      const line = quiz.piece("count");
      if (line) line.textContent = tas.progress.works() ? fill(quiz.words.kept, { count: tas.progress.count() }) : quiz.words.unkept;
    },
  };
})((globalThis.tas = globalThis.tas || {}));
