// Practice: each item is checked by itself and told at once; the result comes when the last one is checked.
((tas) => {
  "use strict";
  const { fill, make } = tas.answers;
  tas.modes = tas.modes || {};

  tas.modes.practice = class {
    constructor(quiz) { this.quiz = quiz; }

    get each() { return true; }

    // an answer is kept once it is checked; what nobody scores, as it is written
    keeps(item) { return !item.scored; }

    isOpen(item) { return !item.checked; }

    show(quietly) {
      const { quiz } = this, told = quiz.scored.every((item) => item.checked);
      for (const item of quiz.items) if (item.button) item.button.hidden = !this.each && !item.checked;
      for (const button of quiz.all('[data-do="finish"]')) button.hidden = this.each;
      if (!quiz.piece("result")) return;
      quiz.piece("result").hidden = !told;
      if (!told) return;
      this.review();
      if (!quietly && this.each) quiz.say(quiz.words.done);
    }

    // Handed in: what is still open is told as well.
    finish() {
      const { quiz } = this;
      for (const item of quiz.scored.filter((one) => !one.checked)) {
        item.show();
        quiz.save(item);
      }
      quiz.show();
      quiz.piece("result").focus();
    }

    // How many were right, and for each of the others where to read again.
    review() {
      const { quiz } = this, missed = quiz.scored.filter((item) => !item.result.right), box = quiz.piece("missed");
      const { right, max } = tas.scoring.total(quiz.items.map((item) => item.result));
      quiz.querySelector(".score").textContent = fill(quiz.words.score, { right, total: max });
      quiz.piece("all-right").hidden = missed.length > 0;
      box.hidden = !missed.length;
      box.querySelector("ul").replaceChildren(
        ...missed.map((item) => {
          const entry = make("li");
          entry.append(make("a", { href: `#${item.fieldset.id}` }, fill(quiz.words.question, { number: item.number })), " · ");
          entry.append(item.answer.querySelector(".learn a").cloneNode(true));
          return entry;
        }),
      );
      for (const button of quiz.all('[data-do="retry"]')) button.hidden = !missed.length;
    }
  };
})((globalThis.tas = globalThis.tas || {}));
