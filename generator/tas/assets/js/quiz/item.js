// One item of a quiz: holds its answer, checks it, tells the outcome and why. How to answer is the matter of answers.js, what is kept and
// when it is told that of the quiz, which hears of it by event: `tas-answer` (changed), `tas-check` (told), `tas-say` (words for a screen reader).
((tas) => {
  "use strict";
  const { make, kinds } = tas.answers;

  tas.QuizItem = class {
    // `words`: what scripts say; `each`: whether this item can be checked by itself
    constructor(fieldset, words, each) {
      this.fieldset = fieldset;
      this.words = words;
      this.id = fieldset.dataset.item;
      this.hash = fieldset.dataset.hash;
      this.number = fieldset.querySelector(".item-number").textContent;
      this.scoring = JSON.parse(fieldset.dataset.scoring);
      this.secret = Boolean(fieldset.closest("[data-sensitive]")); // its answer is kept nowhere
      this.scored = this.scoring.kind !== "open";
      this.kind = kinds[this.scoring.kind];
      this.answer = fieldset.querySelector('[data-part="answer"]');
      this.kind.setup(this);
      if (this.scored && each) this.addCheck();
      fieldset.addEventListener("change", () => this.tell("tas-answer"));
      fieldset.addEventListener("keydown", (event) => this.key(event));
    }

    addCheck() {
      this.button = make("button", { type: "button", class: "main check" }, this.words.check);
      this.feedback = make("div", { class: "feedback", role: "status" });
      this.answer.before(this.button, this.feedback);
      this.button.addEventListener("click", () => this.check());
    }

    tell(event, more = {}) { this.fieldset.dispatchEvent(new CustomEvent(event, { bubbles: true, detail: { item: this, ...more } })); }

    get response() { return this.kind.read(this); }

    get result() { return tas.scoring.score(this.scoring, this.response); }

    // Enter in a field checks the item, as a form would send itself; the focus goes where the answer is told.
    key(event) {
      if (event.key !== "Enter" || !/^(text|radio|checkbox)$/.test(event.target.type)) return;
      event.preventDefault();
      if (this.button && !this.button.hidden) {
        this.button.focus();
        this.check();
      }
    }

    // Open again, its options in the order of this round: another one in every round, the same on every device.
    reset(round) {
      this.checked = false;
      this.touched = false;
      this.kind.write(this, []);
      this.kind.lock(this, false);
      this.fieldset.removeAttribute("data-state");
      for (const verdict of this.fieldset.querySelectorAll(".verdict")) verdict.remove();
      for (const place of this.fieldset.querySelectorAll("[data-state]")) place.removeAttribute("data-state");
      if (this.feedback) this.feedback.textContent = "";
      if (this.button) this.button.removeAttribute("aria-disabled");
      if (this.answer) {
        this.answer.hidden = true;
        this.answer.open = false;
      }
      this.shuffle(round);
    }

    shuffle(round) {
      const box = this.fieldset.querySelector('[data-part="options"]');
      if (!box || !this.shuffled) return;
      const options = new Map(Array.from(box.children, (option) => [option.dataset.option, option]));
      this.order = this.order || [...options.keys()];
      const pinned = this.order.filter((id) => "pin" in options.get(id).dataset);
      box.append(...tas.scoring.shuffle(this.order, `${this.id}:${round}`, pinned).map((id) => options.get(id)));
    }

    // An answer from an earlier visit: shown as it was, announced to nobody.
    resume({ response, checked }) {
      this.kind.write(this, response);
      if (checked && this.button) this.show();
    }

    check() {
      if (this.checked) return;
      this.touched = true;
      if (!this.result.answered) {
        this.feedback.textContent = this.words.choose;
        return;
      }
      this.show();
      this.tell("tas-check");
    }

    // Handed in with a whole test: what was left open is shown as not right.
    show() {
      const { response, result } = this;
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
})((globalThis.tas = globalThis.tas || {}));
