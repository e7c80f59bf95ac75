// One item of a quiz: holds its answer, checks it, tells the outcome and why. How to answer is the matter of quiz-answers.js.
(function (root) {
  "use strict";
  var make = tasAnswers.make;

  root.TasQuizItem = class {
    constructor(fieldset, quiz) {
      this.fieldset = fieldset;
      this.quiz = quiz;
      this.words = quiz.words;
      this.id = fieldset.dataset.item;
      this.hash = fieldset.dataset.hash;
      this.number = fieldset.querySelector(".item-number").textContent;
      this.scoring = JSON.parse(fieldset.dataset.scoring);
      this.scored = this.scoring.kind !== "open";
      this.kind = tasAnswers.kinds[this.scoring.kind];
      this.answer = fieldset.querySelector(".answer");
      this.kind.setup(this);
      if (this.scored && !quiz.profile) this.addCheck();
      fieldset.addEventListener("change", () => quiz.changed(this));
      fieldset.addEventListener("keydown", (event) => this.key(event));
      this.reset();
    }

    addCheck() {
      this.button = make("button", { type: "button", class: "main check" }, this.words.check);
      this.feedback = make("div", { class: "feedback", role: "status" });
      this.fieldset.insertBefore(this.button, this.answer);
      this.fieldset.insertBefore(this.feedback, this.answer);
      this.button.addEventListener("click", () => this.check());
    }

    get response() { return this.kind.read(this); }

    get result() { return tasScoring.score(this.scoring, this.response); }

    // Enter in a field checks the item, as a form would send itself; the focus goes where the answer is told.
    key(event) {
      if (event.key !== "Enter" || !/^(text|radio|checkbox)$/.test(event.target.type)) return;
      event.preventDefault();
      if (this.button && !this.button.hidden) {
        this.button.focus();
        this.check();
      }
    }

    reset() {
      this.checked = false;
      this.touched = false;
      this.kind.write(this, []);
      this.kind.lock(this, false);
      this.fieldset.removeAttribute("data-state");
      this.fieldset.querySelectorAll(".verdict").forEach(function (verdict) { verdict.remove(); });
      this.fieldset.querySelectorAll("[data-state]").forEach(function (place) { place.removeAttribute("data-state"); });
      if (this.feedback) this.feedback.textContent = "";
      if (this.button) this.button.removeAttribute("aria-disabled");
      if (this.answer) {
        this.answer.hidden = true;
        this.answer.open = false;
      }
      this.shuffle();
    }

    // Another order in every round, the same on every device.
    shuffle() {
      var box = this.fieldset.querySelector(".options"), places;
      if (!box || !this.shuffled) return;
      places = {};
      this.order = this.order || Array.from(box.children).map(function (option) { return option.dataset.option; });
      Array.from(box.children).forEach(function (option) { places[option.dataset.option] = option; });
      tasScoring.shuffle(this.order, this.id + ":" + this.quiz.round, this.order.filter(function (id) { return "pin" in places[id].dataset; }))
        .forEach(function (id) { box.append(places[id]); });
    }

    // An answer from an earlier visit: shown as it was, announced to nobody.
    resume() {
      var kept = tasProgress.get(this);
      if (!kept) return;
      this.kind.write(this, kept.response);
      if (kept.checked && this.scored && !this.quiz.profile) this.show();
    }

    check() {
      if (this.checked) return;
      this.touched = true;
      if (!this.result.answered) {
        this.feedback.textContent = this.words.choose;
        return;
      }
      this.show();
      this.quiz.save(this);
      this.quiz.update();
    }

    // Handed in with a whole test: what was left open is shown as not right.
    show() {
      var response = this.response, result = this.result;
      this.checked = true;
      this.fieldset.dataset.state = result.right ? "right" : "wrong";
      this.kind.lock(this, true);
      this.kind.mark(this, result);
      this.button.setAttribute("aria-disabled", "true"); // not hidden: it may hold the focus
      this.feedback.textContent = "";
      this.feedback.append(make("p", { class: "outcome" }, this.kind.outcome(this, result, response)));
      this.kind.explain(this, result, response, this.feedback);
      this.feedback.append(this.answer.querySelector(".learn").cloneNode(true));
      this.answer.hidden = false;
    }

    focus() { this.fieldset.querySelector("input, select, textarea, button").focus(); }
  };
})(self);
