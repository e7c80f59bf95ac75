// At the end of a quiz: the code for a trainer, to show, to read out or to send. Fetched when somebody asks for it.
((tas) => {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg", QUIET = 4;

  const kind = ({ scoring: { kind: of, mapping }, fieldset }) =>
    of === "choice" ? (mapping || fieldset.querySelector("[data-option] input[type=radio]") ? "one" : "many") : of === "number" || of === "text" ? "typed" : of;

  // The shape of an item as it stands in the page; the same comes from the generator on the page for trainers.
  function shape(item) {
    const { fieldset } = item, own = kind(item), rows = [...fieldset.querySelectorAll('[data-part="rows"] > [data-row]')];
    const found = own === "match" ? [...rows[0].querySelectorAll("select option")].map(({ value }) => value).filter(Boolean) : [...fieldset.querySelectorAll('[data-part="options"] > [data-option], .order > [data-option]')].map((one) => one.dataset.option);
    return { id: item.id, hash: item.hash, kind: own, options: found.sort(), rows: rows.length };
  }

  const answer = (item, { kind: own }) => (own === "open" || !item.result.answered ? [] : own === "typed" ? [item.result.right ? "right" : "other"] : item.response);

  function picture(code, label) {
    const grid = tas.qr.matrix(code), size = grid.length + 2 * QUIET, svg = document.createElementNS(SVG, "svg"), path = document.createElementNS(SVG, "path");
    svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", label);
    path.setAttribute("d", grid.flatMap((row, r) => row.map((on, c) => (on ? `M${c + QUIET} ${r + QUIET}h1v1h-1z` : ""))).join(""));
    svg.append(path);
    return svg;
  }

  tas.quizCode = (quiz) => {
    const items = quiz.items.map(shape), answers = Object.fromEntries(quiz.items.map((item, at) => [item.id, answer(item, items[at])]));
    return tas.code.encode({ id: quiz.name, salt: Number(quiz.dataset.code), items }, answers, 0, quiz.chosen === "test");
  };

  tas.codeBox = (quiz) => {
    const box = quiz.piece("code-box"), code = tas.quizCode(quiz), told = tas.code.grouped(code), say = (words) => { box.querySelector("[role=status]").textContent = words; };
    const share = box.querySelector("[data-do=code-share]");
    box.querySelector("output").textContent = told;
    box.querySelector("[data-part=qr]").replaceChildren(picture(code, box.dataset.qr));
    share.hidden = !navigator.share;
    share.onclick = () => navigator.share({ text: told }).catch(() => {}); // a reader who thinks better of it
    box.querySelector("[data-do=code-copy]").onclick = async () => {
      try {
        await navigator.clipboard.writeText(told);
        say(box.dataset.copied);
      } catch (error) {
        getSelection().selectAllChildren(box.querySelector("output")); // from a file nothing may be written there
        say(document.execCommand("copy") ? box.dataset.copied : "");
      }
    };
    say("");
    box.hidden = false;
    box.querySelector("output").focus();
  };
})((globalThis.tas = globalThis.tas || {}));
