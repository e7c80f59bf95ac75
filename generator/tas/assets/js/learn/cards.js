// <tas-cards>: the cards of today, one at a time: turned by a tap or a key, then "not yet" or "known"; and cards to print, eight on a sheet, on both sides.
((tas) => {
  "use strict";
  const PRINTED = 40, MORE = 5, ROWS = 4, LATER = 3; // a card that is not known comes again after three others
  const { fill, make } = tas;

  function button(words, act, attributes = {}, ...more) {
    const made = make("button", { type: "button", ...attributes }, words, ...more);
    made.addEventListener("click", act);
    return made;
  }

  async function unpacked(packed) {
    const text = await tas.unpacked(packed);
    return text.split("¶").map((record) => record.split("¦")).map(([id, kind, front, back]) => ({ id, kind, front, back }));
  }

  class Cards extends HTMLElement {
    async connectedCallback() {
      if (this.words) return;
      this.words = JSON.parse(this.dataset.words);
      this.own = await unpacked(this.dataset.cards);
      this.kinds = "";
      [this.bar, this.stage, this.left, this.paper] = [".tas-deck__boxes", ".tas-deck__stage", ".tas-deck__left", ".tas-deck__paper"].map((one) => this.querySelector(one));
      this.querySelector("fieldset").addEventListener("change", ({ target }) => this.choose(target.value));
      this.querySelector("[data-do=print]").addEventListener("click", () => this.print());
      this.addEventListener("keydown", (event) => this.key(event));
      addEventListener("afterprint", () => document.documentElement.dataset.print === "cards" && delete document.documentElement.dataset.print);
      document.addEventListener("tas-turn", () => this.start(false));
      this.hidden = false;
      this.start(false);
    }

    // Those of the page, and what was wrong in a quiz of this language.
    get all() {
      const { asked } = tas.boxes.read(), { lang } = document.documentElement;
      const items = Object.entries(asked).filter(([, card]) => card.lang === lang).map(([id, { front, back }]) => ({ id, kind: "item", front, back }));
      return [...items, ...this.own].filter(({ kind }) => !this.kinds || kind === this.kinds);
    }

    choose(kinds) {
      this.kinds = kinds;
      this.start(false);
    }

    start(focus) {
      this.queue = tas.boxes.due(this.all);
      this.draw(focus);
    }

    // -- the card --------------------------------------------------------------------------------------------

    draw(focus) {
      const [card] = this.queue;
      this.turned = false;
      this.boxes(0);
      this.left.textContent = card ? fill(this.words.left, { n: this.queue.length }) : "";
      if (!card) return this.end(focus);
      const front = button(this.head(card), () => this.turn(), { class: "tas-card-face", "data-kind": card.kind }, make("b", {}, card.front), make("small", {}, this.words.turn));
      this.stage.replaceChildren(front);
      if (focus) front.focus({ preventScroll: true });
    }

    head({ kind }) { return make("span", { class: "tas-card-kind" }, tas.draw.flower(4), this.words.kinds[kind]); }

    turn() {
      const [card] = this.queue, [box] = tas.boxes.read().boxes[card.id] || [0], up = Math.min(tas.boxes.WAIT.length - 1, box + 1);
      this.turned = true;
      const back = make("div", { class: "tas-card-back", tabindex: "-1" }, make("b", {}, card.front), make("p", {}, card.back));
      const no = button(this.words.no, () => this.answer(false), { class: "is-no" }, make("small", {}, this.words.again));
      const yes = button(this.words.yes, () => this.answer(true), { class: "is-yes" }, make("small", {}, fill(this.words.to, { n: up, days: tas.boxes.WAIT[up] })));
      this.stage.replaceChildren(make("div", { class: "tas-card-face", "data-kind": card.kind }, this.head(card), back), make("div", { class: "tas-card-answers" }, no, yes));
      this.boxes(up);
      back.focus({ preventScroll: true });
    }

    answer(known) {
      const card = this.queue.shift(), kept = tas.boxes.move(card.id, known), [box] = tas.boxes.read().boxes[card.id];
      if (!known) this.queue.splice(Math.min(LATER, this.queue.length), 0, card);
      this.querySelector("[role=status]").textContent = fill(this.words.box, { n: box }) + (kept ? "" : ` ${this.words.unkept}`);
      this.draw(true);
    }

    end(focus) {
      const days = this.all.map(({ id }) => tas.boxes.read().boxes[id]).filter(Boolean).map(([, day]) => day).filter((day) => day > tas.today()), head = make("h2", { tabindex: "-1" }, this.words.done);
      const next = days.length ? [make("p", {}, fill(this.words.next, { day: new Date(Math.min(...days) * 86400000 + 43200000).toLocaleDateString(document.documentElement.lang, { weekday: "long", day: "numeric", month: "long" }) }))] : [];
      this.stage.replaceChildren(make("div", { class: "tas-card-face is-end" }, tas.draw.flower(4), head, ...next, button(this.words.more, () => this.more(), { class: "tas-button" })));
      if (focus) head.focus();
    }

    // A reader who wants to go on may: new ones, or any.
    more() {
      const { boxes } = tas.boxes.read(), fresh = this.all.filter(({ id }) => !boxes[id]);
      this.queue = (fresh.length ? fresh : this.all).slice(0, MORE);
      this.draw(true);
    }

    // Single keys only while a card is turned and the focus is in it (WCAG 2.1.4).
    key(event) {
      if (!this.turned || !this.stage.contains(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      const known = { 1: false, ArrowLeft: false, 2: true, ArrowRight: true }[event.key];
      if (known === undefined) return;
      event.preventDefault();
      this.answer(known);
    }

    boxes(to) {
      const { boxes } = tas.boxes.read(), mine = this.all;
      this.bar.replaceChildren(...[1, 2, 3, 4, 5].map((box) => {
        const count = mine.filter(({ id }) => boxes[id] && boxes[id][0] === box).length, stack = make("b", {}, String(count));
        stack.style.setProperty("--full", `${Math.min(100, (400 * count) / Math.max(1, mine.length))}%`);
        return make("li", box === to ? { class: "is-to" } : {}, stack, make("span", {}, make("span", { class: "tas-vh" }, `${fill(this.words.box, { n: box })}, `), fill(this.words.days, { n: tas.boxes.WAIT[box] })));
      }));
    }

    // -- on paper --------------------------------------------------------------------------------------------

    // The backs stand mirrored, so that they fall behind their fronts when the sheet is turned over its long side.
    print() {
      const set = this.all.slice(0, PRINTED), sheets = [];
      for (let at = 0; at < set.length; at += 2 * ROWS) {
        const places = Array.from({ length: 2 * ROWS }, (_, place) => set[at + place] || null), backs = places.map((_, place) => places[place ^ 1]);
        sheets.push(make("div", {}, ...places.map((card) => this.side(card, "front"))), make("div", {}, ...backs.map((card) => this.side(card, "back"))));
      }
      this.paper.replaceChildren(...sheets);
      document.documentElement.dataset.print = "cards";
      print();
    }

    side(card, side) {
      if (!card) return make("div");
      return make("div", { class: `is-${side}` }, ...(side === "front" ? [make("small", {}, this.words.kinds[card.kind])] : []), make("span", {}, card[side]));
    }
  }

  customElements.define("tas-cards", Cards);
})((globalThis.tas = globalThis.tas || {}));
