// The profile at the end of a fit quiz: of all bands that stand in the page it shows the ones the answers give. No sum, no verdict.
((tas) => {
  "use strict";
  const { fill, make } = tas.answers;

  tas.modes.profile = class {
    constructor(quiz) {
      this.quiz = quiz;
      this.data = JSON.parse(quiz.dataset.profile);
      quiz.piece("take").hidden = false;
      for (const part of quiz.all(".count-yourself, .sums")) part.remove(); // for readers without a script
      quiz.on("anyway", () => this.finish(true));
      quiz.on("print", () => globalThis.print());
    }

    get each() { return false; }

    keeps() { return true; }

    isOpen(item) { return !item.result.answered; }

    show() {}

    hide() {
      this.quiz.piece("result").hidden = true;
      this.quiz.classList.remove("is-shown");
    }

    finish(anyway) {
      const { quiz, data } = this, { items } = quiz;
      const responses = Object.fromEntries(items.map((item) => [item.id, item.response]));
      const why = tas.scoring.notice(data, items, responses, anyway ? {} : quiz.gaps);
      for (const notice of quiz.all("[data-notice]")) notice.hidden = notice.dataset.notice !== why;
      quiz.piece("profile").hidden = why !== null;
      quiz.piece("result").hidden = false;
      quiz.classList.toggle("is-shown", why === null);
      if (why === null) {
        for (const result of tas.scoring.profile(data, items, responses)) this.subscale(result);
        this.glance();
        this.knowledge();
      }
      quiz.piece("result").focus();
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
      box.querySelector("ul").replaceChildren(...items.map((item) => make("li", {}, `“${stem(item)}” – ${chosen(item)}`)));
    }

    // All bars together, each with its words.
    glance() {
      const bands = this.quiz.all(".band:not([hidden])"), list = this.quiz.piece("glance");
      list.hidden = !bands.length;
      list.replaceChildren(
        ...bands.map((band) => {
          const line = make("li"), bar = band.querySelector("svg").cloneNode(true);
          bar.removeAttribute("role");
          bar.removeAttribute("aria-label");
          bar.setAttribute("aria-hidden", "true");
          line.append(make("span", {}, band.closest(".subscale").querySelector("h4").textContent), bar);
          line.append(make("strong", {}, band.querySelector("strong").textContent));
          return line;
        }),
      );
    }

    // What a reader thought of the work, and how it is.
    knowledge() {
      const { quiz } = this, box = quiz.piece("knowledge");
      const lines = quiz.items
        .filter((item) => item.scoring.key && item.result.answered)
        .map((item) => {
          const line = make("li"), { result, response } = item;
          line.append(make("strong", {}, `${quiz.words[result.right ? "as-expected" : "otherwise"]}: `), `${stem(item)} `);
          item.kind.explain(item, result, response, line);
          line.append(item.answer.querySelector(".learn").cloneNode(true));
          return line;
        });
      box.hidden = !lines.length;
      box.querySelector("ul").replaceChildren(...lines);
    }
  };

  const stem = (item) => item.fieldset.querySelector(".item-stem").textContent;

  function chosen(item) {
    const input = item.fieldset.querySelector("input:checked");
    return input ? input.closest("label").textContent.trim() : "";
  }
})((globalThis.tas = globalThis.tas || {}));
