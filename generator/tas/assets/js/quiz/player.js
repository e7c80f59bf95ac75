// Takes a reader through a quiz item by item: start, items, in a test a look over all answers, the end; and again only what was wrong.
// Every screen is a step of the browser's history without an address of its own, so that "back" goes back one and nothing tells where one was; of a sensitive quiz there are no steps at all.
((tas) => {
  "use strict";
  const { fill, make } = tas;
  const TWICE = 300; // milliseconds in which a second tap is the same one
  const MOVE = 350; // milliseconds until the mirror moves on by itself
  const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

  tas.Player = class {
    constructor(quiz) {
      this.quiz = quiz;
      this.words = quiz.words;
      this.stage = new tas.Stage(quiz, { back: () => this.step(-1), leave: () => this.start(true), go: () => this.act() });
      this.sections = quiz.all(".quiz-section");
      this.at = this.pressed = 0;
      this.set = null; // only these ids: a round of what was wrong
      this.auto = quiz.auto !== false && !calm();
      const box = quiz.piece("auto");
      if (box) {
        box.closest("label").hidden = calm();
        box.checked = this.auto;
        box.addEventListener("change", () => {
          this.auto = quiz.auto = box.checked;
          quiz.remember();
        });
      }
      quiz.on("begin", () => this.begin());
      quiz.on("see", () => this.end());
      quiz.addEventListener("keydown", (event) => this.key(event));
      quiz.querySelector("form").addEventListener("click", (event) => this.tapped(event));
      addEventListener("popstate", ({ state }) => quiz.getClientRects().length && this.go(state && state.quiz === quiz.name ? state : { screen: "start" }, true));
      addEventListener("hashchange", () => this.asked());
      document.addEventListener("tas-turn", () => this.stage.playing());
      const kept = history.state;
      if (!this.asked()) this.go(kept && kept.quiz === quiz.name ? kept : { screen: "start" }, true);
    }

    get list() { return this.set ? this.quiz.items.filter((item) => this.set.includes(item.id)) : this.quiz.items; }

    get item() { return this.list[this.at]; }

    get profile() { return this.quiz.modes.profile; }

    get open() { return this.list.filter((item) => item.scored && this.quiz.mode.isOpen(item)); }

    // An address that names an item or a section of this quiz.
    asked() {
      const id = decodeURIComponent(location.hash.slice(1)), place = id && document.getElementById(id);
      if (!place || !this.quiz.querySelector("form").contains(place)) return false;
      const fieldset = place.closest('[data-part="item"]') || place.closest(".quiz-section").querySelector('[data-part="item"]');
      this.show(this.quiz.items.findIndex((item) => item.fieldset === fieldset), true);
      return true;
    }

    // -- screens ----------------------------------------------------------------------------------------------

    go({ screen, at = 0 }, quietly) {
      if (screen === "item") return this.show(at, quietly);
      if (screen === "break") return this.pause(at, quietly);
      if (screen === "review") return this.review(quietly);
      if (screen === "end" && !this.open.length) return this.end(quietly);
      this.start(false, quietly);
    }

    // One step of the history for each screen; what was to come by itself comes no more.
    mark(screen, quietly) {
      clearTimeout(this.timer);
      const state = { quiz: this.quiz.name, screen, at: this.at };
      try {
        if (this.quiz.secret) this.stage.screen = screen; // what one does there is in no history: "back" leaves
        else if (quietly) history.replaceState({ ...history.state, ...state }, "");
        else history.pushState(state, "");
      } catch (error) {
        // a file in a sandbox: there "back" leaves the quiz
      }
      this.stage.screen = screen;
    }

    start(move, quietly = true) {
      const { quiz } = this, answered = quiz.scored.filter((item) => !quiz.mode.isOpen(item)).length, whole = answered === quiz.scored.length;
      this.set = null;
      const first = this.list.indexOf(this.open[0]);
      this.mark("start", quietly && !move);
      quiz.piece("start").hidden = false;
      if (quiz.piece("result")) quiz.piece("result").hidden = true;
      const [begin] = quiz.all('[data-do="begin"]'), going = answered > 0 && !whole;
      begin.hidden = whole;
      begin.textContent = going ? fill(this.words.resume, { n: first + 1 }) : this.words.start;
      for (const button of quiz.all('[data-part="start"] [data-do="see"]')) button.hidden = !whole;
      for (const button of quiz.all('[data-part="start"] [data-do="again"]')) button.hidden = !answered;
      if (quiz.piece("mode")) quiz.piece("mode").hidden = answered > 0; // asked at the start only
      if (move) this.stage.top(quiz.piece("start"));
    }

    begin() {
      const first = Math.max(0, this.list.indexOf(this.open[0]));
      if (this.profile && first === 0) return this.pause(0);
      this.show(first);
    }

    show(at, quietly) {
      const { quiz } = this, item = this.list[at];
      if (!item) return this.start(true);
      this.at = at;
      item.setUp();
      this.leaveStart();
      for (const one of quiz.items) one.fieldset.hidden = one !== item;
      for (const section of this.sections) section.hidden = !section.contains(item.fieldset);
      item.fieldset.querySelector(".item-number").textContent = `${fill(this.words.of, { n: at + 1, total: this.list.length })} `;
      this.mark("item", quietly);
      this.refresh();
      quiz.shown(item);
      this.stage.top();
      item.focus();
    }

    leaveStart() {
      for (const name of ["start", "result"]) if (this.quiz.piece(name)) this.quiz.piece(name).hidden = true;
    }

    // Between the parts of a mirror: a breath and one sentence.
    pause(at, quietly) {
      const section = this.list[at].fieldset.closest(".quiz-section"), index = this.sections.indexOf(section), intro = section.querySelector(":scope > p");
      const head = make("h2", {}, section.querySelector("h2").textContent), words = fill(this.words.part, { n: index + 1, total: this.sections.length });
      this.at = at;
      this.leaveStart();
      this.stage.page.replaceChildren(make("div", { class: "break" }, tas.draw.flower(Math.round((index / Math.max(1, this.sections.length - 1)) * 4)), make("p", { class: "soft" }, words), head, make("p", {}, intro ? intro.textContent : "")));
      this.mark("break", quietly);
      tas.status.bar(this);
      this.stage.say(this.words["go-on"]);
      this.stage.top(head);
    }

    // All answers of a test before they are handed in.
    review(quietly) {
      const { stage, words } = this, scored = this.list.filter((item) => item.scored), head = make("h2", {}, words["review-title"]);
      const dots = scored.map((item) => ({ ...tas.status.dot(this, item), status: item.response.length ? "done" : "open", words: item.response.length ? words["item-done"] : words["item-open"] }));
      const hand = tas.Stage.button(words["hand-in"], () => this.handIn(), { class: "main" });
      const to = this.open.length ? [tas.Stage.button(words["first-open"], () => this.show(this.list.indexOf(this.open[0])))] : [];
      stage.page.replaceChildren(head, make("p", {}, fill(words.progress, { done: scored.length - this.open.length, total: scored.length })), stage.dots(dots), make("p", { class: "quiz-go" }, hand, ...to));
      this.leaveStart();
      this.mark("review", quietly);
      tas.status.bar(this);
      stage.top(head);
    }

    handIn() {
      this.quiz.mode.handIn();
      this.end();
    }

    end(quietly) {
      const { quiz } = this;
      this.leaveStart();
      this.set = null;
      quiz.mode.finish(this);
      this.mark("end", quietly);
      quiz.piece("result").hidden = false;
      this.stage.top(quiz.piece("result").querySelector("h2"));
    }

    refresh() {
      if (this.stage.screen !== "item") return;
      tas.status.bar(this);
      tas.status.side(this);
      tas.status.foot(this);
    }

    // -- what a reader does -----------------------------------------------------------------------------------

    act() {
      const now = Date.now(), { item, quiz } = this, last = this.at === this.list.length - 1;
      if (this.stage.screen === "break") return this.show(this.at);
      if (item.checked && now - this.pressed < TWICE) return; // a double tap does not skip the why
      this.pressed = now;
      if (item.scored && quiz.mode.each && !item.checked) return this.check();
      if (this.profile && item.scored && !item.response.length) return this.need();
      if (!last) return this.step(1);
      if (!quiz.mode.each && !this.profile && this.list.some((one) => one.scored && !one.checked)) return this.review();
      if (this.open.length) return this.missing();
      this.end();
    }

    missing() {
      const [first] = this.open;
      this.quiz.say(fill(this.words["some-open"], { n: this.open.length }));
      this.show(this.list.indexOf(first));
      tas.status.foot(this, fill(this.words["some-open"], { n: this.open.length }));
    }

    need() {
      tas.status.foot(this, this.item.need);
      this.quiz.say(this.item.need);
    }

    check() {
      const { item } = this;
      if (!item.check()) return this.need();
      const box = item.fieldset.querySelector(".feedback"), text = Array.from(box.querySelectorAll("p, li"), (one) => one.textContent).join(" ");
      this.stage.reveal(box);
      this.quiz.say(text.startsWith(item.outcome) ? text : `${item.outcome}. ${text}`);
    }

    step(by) {
      const to = this.at + by, here = this.stage.screen;
      if (here === "review") return this.show(this.list.length - 1);
      if (here === "break") return by > 0 || this.at === 0 ? (by > 0 ? this.show(this.at) : this.start(true)) : this.show(this.at - 1);
      if (to < 0) return this.start(true);
      const section = (at) => this.list[at].fieldset.closest(".quiz-section");
      if (this.profile && by > 0 && section(to) !== section(this.at)) return this.pause(to);
      this.show(to);
    }

    // Only a finger or a mouse moves the mirror on by itself: keys also choose, and must not.
    tapped({ target, detail }) {
      if (!this.profile || !this.auto || detail === 0 || target.type !== "radio" || this.at === this.list.length - 1) return;
      const { item } = this;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.item === item && this.stage.screen === "item" && this.step(1), MOVE);
    }

    // Single keys only while the focus is in the quiz, never in a field (WCAG 2.1.4).
    key(event) {
      const { target, key } = event, { item } = this;
      if (event.ctrlKey || event.metaKey || event.altKey || !["item", "break"].includes(this.stage.screen) || target.closest(".stage-side")) return;
      if (key === "Enter") {
        if (target.closest("button, a, summary, textarea")) return;
        event.preventDefault();
        this.stage.go.focus({ preventScroll: true });
        return this.act();
      }
      if (this.stage.screen !== "item" || item.checked || key.length !== 1 || /^(text|textarea)$/.test(target.type)) return;
      const at = Math.max("12345678".indexOf(key), "abcdefgh".indexOf(key.toLowerCase()));
      const row = target.closest("[data-row]") || item.fieldset.querySelector("[data-row]") || item.fieldset;
      const input = [...row.querySelectorAll("input[type=radio], input[type=checkbox]")][at];
      if (at < 0 || !input) return;
      event.preventDefault();
      input.checked = input.type === "radio" || !input.checked;
      input.dispatchEvent(new Event("change", { bubbles: true }));
      input.focus({ preventScroll: true });
    }

    again(ids) {
      this.set = ids;
      if (ids || this.profile) return ids ? this.show(0) : this.pause(0);
      this.start(true);
    }
  };
})((globalThis.tas = globalThis.tas || {}));
