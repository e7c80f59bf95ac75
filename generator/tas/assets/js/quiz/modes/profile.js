// The profile at the end of a fit quiz: of all bands that stand in the page it shows the ones the answers give. No sum, no verdict.
((tas) => {
  "use strict";
  const { fill, make } = tas;

  tas.modes.profile = class {
    constructor(quiz) {
      this.quiz = quiz;
      this.data = JSON.parse(quiz.dataset.profile);
      for (const part of quiz.all(".count-yourself, .sums, .without-script")) part.remove(); // for readers without a script
      quiz.piece("details").open = false;
      quiz.piece("mirror").hidden = false;
      quiz.piece("result").hidden = true;
      quiz.on("share", () => tas.mirror.share(quiz));
      quiz.on("save", () => tas.mirror.save(quiz));
      quiz.on("print", () => globalThis.print());
      quiz.on("change", () => quiz.player.show(0));
    }

    get each() { return false; }

    keeps() { return true; }

    isOpen(item) { return !item.result.answered; }

    status(item) { return item.response.length ? "done" : ""; }

    // Of answers all alike or given too fast a note stands above the picture: the reader knows best.
    finish() {
      const { quiz, data } = this, { items } = quiz;
      const responses = Object.fromEntries(items.map((item) => [item.id, item.response]));
      const why = tas.scoring.notice(data, items, responses, quiz.gaps);
      for (const notice of quiz.all("[data-notice]")) notice.hidden = notice.dataset.notice !== why;
      for (const count of quiz.all("[data-fast]")) count.textContent = fill(count.dataset.fast, { n: Object.values(quiz.gaps).filter((gap) => gap < data.seconds).length });
      quiz.done = { right: 0, total: items.length, day: tas.today() };
      quiz.remember();
      const results = tas.scoring.profile(data, items, responses);
      for (const result of results) this.subscale(result);
      this.knowledge();
      tas.mirror(quiz, results, responses);
    }

    subscale({ id, band, missing, raised, lowered }) {
      const { quiz } = this, article = quiz.querySelector(`[data-subscale="${CSS.escape(id)}"]`), line = quiz.piece("missing", article);
      for (const one of article.querySelectorAll("[data-band]")) one.hidden = one.dataset.band !== band;
      line.hidden = missing === 0;
      line.textContent = fill(quiz.words.missing, { numbers: missing });
      this.moved(quiz.piece("raised", article), band ? raised : []);
      this.moved(quiz.piece("lowered", article), band ? lowered : []);
    }

    moved(box, ids) {
      const items = ids.map((id) => this.quiz.items.find((one) => one.id === id));
      box.hidden = !ids.length;
      box.querySelector("ul").replaceChildren(...items.map((item) => make("li", {}, `“${item.stem}” – ${chosen(item)}`)));
    }

    // What a reader thought of the work, and how it is.
    knowledge() {
      const { quiz } = this, box = quiz.piece("knowledge");
      const lines = quiz.items
        .filter((item) => item.scoring.key && item.result.answered)
        .map((item) => {
          const line = make("li"), { result, response } = item;
          line.append(make("strong", {}, `${quiz.words[result.right ? "as-expected" : "otherwise"]}: `), `${item.stem} `);
          item.kind.explain(item, result, response, line);
          line.append(item.answer.querySelector(".learn").cloneNode(true));
          return line;
        });
      box.hidden = !lines.length;
      box.querySelector("ul").replaceChildren(...lines);
    }
  };

  function chosen(item) {
    const input = item.fieldset.querySelector("input:checked");
    return input ? input.closest("label").querySelector("span:not(.key)").textContent.trim() : "";
  }
})((globalThis.tas = globalThis.tas || {}));
