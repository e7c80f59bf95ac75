// One item of a quiz: holds its answer, checks it, tells the outcome and why. It is set up when it is first looked at or was answered before,
// so that a quiz of forty stands at once on a slow phone. How to answer is the matter of answers.js, what is kept and
// when it is told that of the quiz, which hears of it by event: `tas-answer` (changed), `tas-check` (told), `tas-say` (words for a screen reader).
((tas) => {
  "use strict";
  const { make } = tas, { kinds } = tas.answers;
  const CHANGING = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", " "];

  tas.QuizItem = class {
    // `words`: what scripts say
    constructor(fieldset, words) {
      this.fieldset = fieldset;
      this.words = words;
      this.id = fieldset.dataset.item;
      this.hash = fieldset.dataset.hash;
      this.was = fieldset.dataset.was; // under which its answer was kept before it got a new id
      this.number = fieldset.querySelector(".item-number").textContent;
      this.scoring = JSON.parse(fieldset.dataset.scoring);
      this.secret = Boolean(fieldset.closest("[data-sensitive]")); // its answer is kept nowhere
      this.scored = this.scoring.kind !== "open";
      this.kind = kinds[this.scoring.kind];
    }

    setUp() {
      if (this.answer !== undefined) return;
      const { fieldset } = this;
      this.answer = fieldset.querySelector('[data-part="answer"]');
      this.kind.setup(this);
      fieldset.addEventListener("input", ({ target }) => /^(text|textarea)$/.test(target.type) && this.changed());
      fieldset.addEventListener("change", ({ target }) => !/^(text|textarea)$/.test(target.type) && this.changed());
      // what was told stays as it was, and can still be read and reached
      fieldset.addEventListener("click", (event) => this.checked && event.target.closest("label") && event.preventDefault());
      fieldset.addEventListener("keydown", (event) => {
        if (this.checked && CHANGING.includes(event.key) && /^(radio|checkbox)$/.test(event.target.type)) event.preventDefault();
      });
      this.reset(this.round);
    }

    // A button of its own, for a list of items.
    addCheck() {
      this.setUp();
      this.button = make("button", { type: "button", class: "main check" }, this.words.check);
      this.status = make("div", { class: "told", role: "status", tabindex: "-1" });
      this.answer.before(this.button, this.status);
      this.button.addEventListener("click", () => {
        if (this.check()) this.status.focus({ preventScroll: true }); // where the button was
        else this.status.textContent = this.need;
      });
      this.fieldset.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" || !/^(text|radio|checkbox)$/.test(event.target.type) || this.checked) return;
        event.preventDefault();
        this.button.focus();
        this.button.click();
      });
    }

    tell(event, more = {}) { this.fieldset.dispatchEvent(new CustomEvent(event, { bubbles: true, detail: { item: this, ...more } })); }

    changed() {
      this.kind.sync(this);
      this.tell("tas-answer");
    }

    get response() { return this.answer === undefined ? [] : this.kind.read(this); }

    get result() { return tas.scoring.score(this.scoring, this.response); }

    get stem() { return this.fieldset.querySelector(".item-stem").textContent; }

    get outcome() { return this.kind.outcome(this, this.result, this.response); }

    // "right", "part" (some of the points) or "wrong"
    get grade() {
      const { right, points } = this.result;
      return right ? "right" : points ? "part" : "wrong";
    }

    // What is lacking before it can be checked.
    get need() {
      const { kind } = this.scoring;
      return this.words[kind === "match" ? "fill-rows" : kind === "number" || kind === "text" ? "type-first" : this.several ? "choose-many" : "choose"];
    }

    // Open again, its options in the order of this round: another one in every round, the same on every device.
    reset(round) {
      this.round = round;
      this.checked = false;
      this.touched = false;
      if (this.answer === undefined) return;
      this.kind.write(this, []);
      this.kind.lock(this, false);
      this.fieldset.removeAttribute("data-state");
      for (const told of this.fieldset.querySelectorAll(".verdict, .feedback")) told.remove();
      for (const place of this.fieldset.querySelectorAll("[data-state]")) place.removeAttribute("data-state");
      if (this.button) {
        this.button.hidden = false;
        this.status.textContent = "";
      }
      if (this.answer) this.answer.hidden = true;
      this.shuffle(round);
      this.kind.sync(this);
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
    resume({ response, checked }, told) {
      this.setUp();
      this.kind.write(this, response);
      this.kind.sync(this);
      if (checked && told && this.scored) this.show();
    }

    // Whether it could be checked: an order may stand as it is, all else needs an answer.
    check() {
      this.touched = true;
      if (this.checked || !this.result.answered) return false;
      this.show();
      this.tell("tas-check");
      return true;
    }

    // Marks and why; what was handed in open is shown as not right.
    show() {
      this.setUp();
      const { response, result, outcome } = this;
      this.checked = true;
      this.fieldset.dataset.state = result.right ? "right" : "wrong";
      this.kind.lock(this, true);
      this.kind.mark(this, result);
      this.kind.sync(this);
      const box = make("div", { class: "feedback", "data-state": this.grade });
      if (this.button || this.several || this.scoring.kind !== "choice" || !response.length) box.append(make("p", { class: "outcome" }, outcome));
      this.kind.explain(this, result, response, box, this.button ? "" : outcome);
      const learn = this.answer.querySelector(".learn a");
      if (learn && !result.right) box.append(make("p", { class: "learn" }, learn.cloneNode(true)));
      if (this.button) {
        this.button.hidden = true;
        this.status.replaceChildren(box);
      } else if (!this.kind.place(this, box)) this.answer.before(box);
    }

    focus() {
      const legend = this.fieldset.querySelector("legend");
      legend.tabIndex = -1;
      legend.focus({ preventScroll: true });
    }
  };
})((globalThis.tas = globalThis.tas || {}));
