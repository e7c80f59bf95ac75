// Practice: each item is checked by itself and told at once; the result comes when the last one is checked.
((tas) => {
  "use strict";
  const { fill, make } = tas;
  tas.modes = tas.modes || {};

  tas.modes.practice = class {
    constructor(quiz) { this.quiz = quiz; }

    get each() { return true; }

    // an answer is kept once it is checked; what nobody scores, as it is written
    keeps(item) { return !item.scored; }

    isOpen(item) { return !item.checked; }

    status(item) { return item.scored ? (item.checked ? item.grade : "") : item.response.length ? "done" : ""; }

    // The end: how many were right, a dot an item, and for what was wrong where to read again.
    finish(player) {
      const { quiz } = this, missed = quiz.scored.filter((item) => !item.result.right), box = quiz.piece("missed");
      const { right, max } = tas.scoring.total(quiz.items.map((item) => item.result));
      quiz.done = { right, total: max, day: tas.today() };
      quiz.remember();
      quiz.querySelector(".score").textContent = missed.length ? fill(quiz.words.score, { right, total: max }) : quiz.words["all-right"];
      quiz.piece("flower").replaceChildren(tas.draw.flower(Math.round((right / max) * 8), 8));
      quiz.piece("dots").replaceChildren(player.stage.dots(quiz.items.map((item) => tas.status.dot(player, item))));
      if (quiz.piece("code-box")) quiz.piece("code-box").remove(); // of other answers
      box.hidden = !missed.length;
      box.querySelector("ul").replaceChildren(...this.readings(missed));
      for (const button of quiz.all('[data-do="retry"]')) {
        button.hidden = !missed.length;
        button.textContent = fill(quiz.words.retry, { n: missed.length });
      }
    }

    // One line a place to read, with the items that lead there.
    readings(missed) {
      const places = new Map();
      for (const item of missed) {
        const link = item.answer.querySelector(".learn a");
        if (!places.has(link.href)) places.set(link.href, { link, numbers: [] });
        places.get(link.href).numbers.push(item.number);
      }
      return [...places.values()].map(({ link, numbers }) => {
        const to = link.cloneNode(true);
        to.textContent = to.textContent.replace(/^[^:]+:\s*/, "");
        return make("li", {}, to, make("small", {}, fill(this.quiz.words.question, { number: numbers.join(", ") })));
      });
    }

    // What is still open is told as well.
    handIn() {
      for (const item of this.quiz.scored.filter((one) => !one.checked)) {
        item.show();
        this.quiz.later(item);
        this.quiz.save(item);
      }
    }
  };
})((globalThis.tas = globalThis.tas || {}));
