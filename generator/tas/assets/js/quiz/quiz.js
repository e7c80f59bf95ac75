// <tas-quiz>: improves a quiz that is already in the page. Keeps its answers, asks its mode (modes/) what is told when, and gives a whole
// quiz to the player, one item at a time; the few items at the end of a page stay a list.
((tas) => {
  "use strict";

  class Quiz extends HTMLElement {
    connectedCallback() {
      if (this.items) return;
      this.name = this.dataset.quiz;
      this.words = tas.words;
      this.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
      this.items = this.all('[data-part="item"]').map((fieldset) => new tas.QuizItem(fieldset, this.words));
      this.modes = this.dataset.profile ? { profile: new tas.modes.profile(this) } : { practice: new tas.modes.practice(this), test: new tas.modes.test(this) };
      this.isList = !this.piece("start");
      if (this.isList) for (const item of this.items) item[item.scored ? "addCheck" : "setUp"]();
      this.setup();
      this.resume();
      if (!this.isList) this.player = new tas.Player(this);
      document.addEventListener("tas-progress", () => this.resume());
      addEventListener("beforeprint", () => this.items.forEach((item) => item.setUp()));
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

    // Where answers go: a mirror that is not kept lasts until the tab is closed.
    get store() { return this.keep && !tas.keep.nothing ? tas.progress : tas.progress.session; }

    get secret() { return this.items.every((item) => item.secret); }

    setup() {
      if (this.piece("keep")) this.piece("keep").addEventListener("change", ({ target }) => target.type === "radio" && this.setKeep(target.value === "yes"));
      if (this.piece("mode")) this.piece("mode").addEventListener("change", ({ target }) => this.setMode(target.value));
      this.addEventListener("tas-answer", ({ detail }) => this.changed(detail.item));
      this.addEventListener("tas-check", ({ detail }) => {
        this.save(detail.item);
        this.later(detail.item);
        this.refresh();
      });
      this.addEventListener("tas-say", ({ detail }) => this.say(detail.words));
      this.on("retry", () => this.again(this.scored.filter((item) => !item.result.right)));
      this.on("again", () => this.again(null));
      if (this.dataset.codeScript) this.offerCode();
    }

    // As it was left, in this edition or another.
    resume() {
      const here = tas.progress.quiz(this.name), state = here || tas.progress.session.quiz(this.name) || { mode: "practice", round: 0 };
      this.keep = this.modes.profile ? Boolean(here && state.keep) : true;
      this.round = state.round;
      this.chosen = state.mode;
      this.auto = state.auto;
      this.done = state.done;
      this.gaps = {}; // item id -> seconds that its answer took
      const kept = tas.progress.all(this.items), passing = tas.progress.session.all(this.items);
      this.items.forEach((item, at) => {
        item.reset(this.round);
        const answer = kept[at] || passing[at];
        if (answer && item.secret) tas.progress.erase([item], this.name); // kept before it was marked so
        else if (answer) item.resume(answer, !this.modes.profile);
      });
      this.set("keep", this.keep ? "yes" : "no");
      this.set("mode", this.chosen);
      if (this.player) this.player.start();
    }

    set(part, value) {
      const inputs = this.piece(part) ? this.piece(part).querySelectorAll("input[type=radio]") : [];
      for (const input of inputs) input.checked = input.value === value;
    }

    setMode(mode) {
      this.chosen = mode;
      this.remember();
    }

    // "Do not keep" takes away what was kept; both ways what was answered stays here.
    setKeep(keep) {
      this.store.erase(this.items, this.name);
      this.keep = keep;
      for (const item of this.items) this.save(item);
      this.remember();
    }

    remember() {
      if (this.secret) return;
      const { chosen: mode, round, auto, done } = this;
      this.store.setQuiz(this.name, { mode, round, keep: Boolean(this.modes.profile) && this.keep, auto, done });
    }

    save(item) {
      if (!item.secret && (item.response.length || item.checked || this.store.get(item))) this.store.set(item, item.response, item.checked);
    }

    // At the end, for a trainer; what makes the code comes when it is asked for.
    offerCode() {
      const { make } = tas, button = make("button", { type: "button", class: "plain", "data-do": "code" }, this.words["code-show"]);
      button.addEventListener("click", () => this.code());
      this.piece("result").append(make("div", { class: "quiz-code" }, make("h3", {}, this.words.code), make("p", {}, this.words["code-about"]), make("p", {}, button)));
    }

    code() { this.fetched(() => tas.codeBox(this)); }

    // What was wrong comes back as a card (learn/again.js).
    later(item) {
      if (this.dataset.codeScript && !item.secret && item.result.answered && !item.result.right) this.fetched(() => tas.comesBack(item));
    }

    fetched(act) {
      if (tas.codeBox) return act(); // in the one file it is there
      tas.fetched(this.dataset.codeScript).then(act, () => {}); // without a connection there is no code, and no card
    }

    // From now on its answer takes time.
    shown() { this.last = Date.now(); }

    changed(item) {
      if (!(item.id in this.gaps) && this.last) this.gaps[item.id] = (Date.now() - this.last) / 1000;
      if (this.mode.keeps(item)) this.save(item);
      this.refresh();
    }

    refresh() {
      if (this.player) return this.player.refresh();
      const done = this.scored.every((item) => item.checked);
      if (this.piece("finish")) this.piece("finish").hidden = !done;
      if (!done || this.done) return;
      const { right, max } = tas.scoring.total(this.items.filter((item) => !item.secret).map((item) => item.result));
      this.done = { right, total: max, day: tas.today() }; // for good: the page was read
      this.remember();
    }

    // A new round, of these or of all.
    again(items) {
      this.round += 1;
      for (const place of [tas.progress, tas.progress.session]) place.erase(items || this.items);
      if (!items && !this.isList) this.done = undefined;
      this.remember();
      this.gaps = {};
      for (const item of items || this.items) item.reset(this.round);
      if (this.player) return this.player.again(items && items.map((item) => item.id));
      this.refresh();
      this.items[0].focus();
    }
  }

  customElements.define("tas-quiz", Quiz);
})((globalThis.tas = globalThis.tas || {}));
