// <tas-quiz>: improves a quiz that is already in the page. Keeps its answers and asks its mode (modes/) what is told when.
((tas) => {
  "use strict";
  const { fill } = tas.answers;

  class Quiz extends HTMLElement {
    connectedCallback() {
      if (this.items) return;
      this.name = this.dataset.quiz;
      this.words = JSON.parse(this.dataset.words);
      this.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
      const isProfile = Boolean(this.dataset.profile);
      this.items = this.all('[data-part="item"]').map((fieldset) => new tas.QuizItem(fieldset, this.words, !isProfile));
      this.modes = isProfile ? { profile: new tas.modes.profile(this) } : { practice: new tas.modes.practice(this), test: new tas.modes.test(this) };
      this.setup();
      this.resume();
      document.addEventListener("tas-progress", () => this.resume());
      this.classList.add("is-ready");
    }

    piece(name, inside = this) { return inside.querySelector(`[data-part="${name}"]`); }

    all(selector) { return [...this.querySelectorAll(selector)]; }

    on(name, act) {
      for (const button of this.all(`[data-do="${name}"]`)) button.addEventListener("click", act);
    }

    say(words) { this.querySelector(".quiz-say").textContent = words; }

    get scored() { return this.items.filter((item) => item.scored); }

    get mode() { return this.modes.profile || this.modes[this.chosen]; }

    get open() { return this.scored.filter((item) => this.mode.isOpen(item)); }

    setup() {
      for (const name of ["keep", "mode", "finish"]) if (this.piece(name)) this.piece(name).hidden = false;
      if (this.piece("keep")) this.piece("keep").addEventListener("change", ({ target }) => this.setKeep(target.value === "yes"));
      if (this.piece("mode")) this.piece("mode").addEventListener("change", ({ target }) => this.setMode(target.value));
      this.addEventListener("tas-answer", ({ detail }) => this.changed(detail.item));
      this.addEventListener("tas-check", ({ detail }) => {
        this.save(detail.item);
        this.update();
      });
      this.addEventListener("tas-say", ({ detail }) => this.say(detail.words));
      this.on("finish", () => this.finish());
      this.on("retry", () => this.again(this.scored.filter((item) => !item.result.right)));
      this.on("again", () => this.again(this.items));
      tas.store.setup(this);
    }

    // As it was left, in this edition or another.
    resume() {
      const kept = tas.progress.quiz(this.name);
      this.round = kept ? kept.round : 0;
      this.chosen = kept ? kept.mode : "practice";
      this.keep = this.modes.profile ? Boolean(kept && kept.keep) : true;
      this.begin();
      for (const item of this.items) {
        item.reset(this.round);
        const answer = tas.progress.get(item);
        if (answer && item.secret) tas.progress.erase([item], this.name); // kept before it was marked so
        else if (answer) item.resume(answer);
      }
      this.set("keep", this.keep ? "yes" : "no");
      this.set("mode", this.chosen);
      this.show();
    }

    begin() {
      this.gaps = {}; // item id -> seconds since the answer before
      this.last = Date.now();
      if (this.mode.hide) this.mode.hide();
    }

    set(part, value) {
      const inputs = this.piece(part) ? this.piece(part).querySelectorAll("input") : [];
      for (const input of inputs) input.checked = input.value === value;
    }

    setMode(mode) {
      this.chosen = mode;
      this.remember();
      this.show();
    }

    // "Do not keep" takes away what was kept; "keep" takes what was answered before it was chosen.
    setKeep(keep) {
      this.keep = keep;
      if (keep) {
        this.remember();
        for (const item of this.items) this.save(item);
      } else tas.progress.erase(this.items, this.name);
      this.update();
    }

    remember() {
      if (this.keep && !this.items.every((item) => item.secret)) tas.progress.setQuiz(this.name, { mode: this.chosen, round: this.round, keep: Boolean(this.modes.profile) });
    }

    save(item) {
      if (this.keep && !item.secret && (item.response.length || item.checked || tas.progress.get(item))) tas.progress.set(item, item.response, item.checked);
      tas.store.count(this);
    }

    changed(item) {
      const now = Date.now();
      if (!(item.id in this.gaps)) this.gaps[item.id] = (now - this.last) / 1000;
      this.last = now;
      this.pressed = false;
      if (this.mode.keeps(item)) this.save(item);
      this.update();
    }

    show() { this.update(true); }

    update(quietly) {
      const line = this.querySelector(".quiz-progress"), total = this.scored.length;
      if (line) line.textContent = fill(this.words.progress, { done: total - this.open.length, total });
      tas.store.count(this);
      this.mode.show(quietly);
    }

    // A test is handed in, or a profile asked for. What is still open is told once; pressing again goes on.
    finish() {
      const { open } = this;
      if (open.length && !this.pressed) {
        this.pressed = true;
        this.say(`${fill(this.words.missing, { numbers: open.map((item) => item.number).join(", ") })} ${this.words.anyway}`);
        return;
      }
      this.pressed = false;
      this.say("");
      this.mode.finish();
    }

    again(items) {
      this.round += 1;
      tas.progress.erase(items);
      this.remember();
      this.begin();
      for (const item of items) item.reset(this.round);
      this.show();
      items[0].focus();
    }
  }

  customElements.define("tas-quiz", Quiz);
})((globalThis.tas = globalThis.tas || {}));
