// The stage of a quiz: one thing at a time. A bar with the way back and how far it is, the item or a page in its place, a foot with the
// verdict and the one button that goes on. Draws what it is told (player.js); knows no answers and keeps nothing.
((tas) => {
  "use strict";
  const { fill, make } = tas;
  const MANY = 24; // from here on the bar has one segment a part

  const button = (words, act, more = {}, ...icon) => {
    const made = make("button", { type: "button", ...more }, ...icon, words);
    made.addEventListener("click", act);
    return made;
  };

  tas.Stage = class {
    // `acts`: { back, leave, go }
    constructor(quiz, acts) {
      const { words } = quiz;
      this.quiz = quiz;
      this.words = words;
      this.form = quiz.querySelector("form");
      this.back = button("", acts.back, { class: "round", "aria-label": words.back }, tas.draw.back());
      this.leave = button("", acts.leave, { class: "round", "aria-label": words.leave }, tas.draw.close());
      this.segments = make("div", { class: "segments", "aria-hidden": "true" });
      this.count = make("span", { class: "count", "aria-hidden": "true" });
      this.bar = make("div", { class: "stage-bar" }, this.back, this.segments, this.count, this.leave);
      this.verdict = make("p", { class: "stage-verdict" });
      this.go = button(words.check, acts.go, { class: "main go" });
      this.foot = make("div", { class: "stage-foot" }, this.verdict, this.go);
      this.page = make("div", { class: "stage-page" });
      this.side = make("aside", { class: "stage-side", "aria-label": words.side });
      this.form.before(this.bar); // the form itself stays: moved, it would be laid out anew
      this.form.after(this.page, this.foot);
      this.form.parentElement.after(this.side);
      quiz.classList.add("is-stage");
    }

    // "start", "item", "break", "review" or "end"
    set screen(name) {
      this.quiz.dataset.screen = name;
      this.form.hidden = name !== "item";
      this.page.hidden = !["break", "review"].includes(name);
      this.bar.hidden = name === "start" || name === "end";
      this.foot.hidden = !["item", "break"].includes(name);
      this.side.hidden = name !== "item";
      this.playing();
    }

    get screen() { return this.quiz.dataset.screen; }

    // The page around gives way while one plays.
    playing() {
      const on = this.screen !== "start" && this.quiz.getClientRects().length > 0;
      document.documentElement.toggleAttribute("data-playing", on);
    }

    // list: [{ status, section, here }]
    draw(list, at) {
      const segments = [];
      if (list.length > MANY) {
        for (const section of new Set(list.map((one) => one.section))) {
          const mine = list.filter((one) => one.section === section), done = mine.filter((one) => one.status).length;
          const one = make("i", { class: "part", ...(list[at] && list[at].section === section ? { "data-here": "" } : {}) }, make("b"));
          one.style.flexGrow = mine.length;
          one.firstChild.style.width = `${Math.round((done / mine.length) * 100)}%`;
          segments.push(one);
        }
      } else list.forEach((one, index) => segments.push(make("i", { "data-status": one.status, ...(index === at ? { "data-here": "" } : {}) })));
      this.segments.replaceChildren(...segments);
      this.count.replaceChildren(String(Math.min(at + 1, list.length)), make("small", {}, ` / ${list.length}`));
    }

    // dots: [{ number, status, act, here, words }]
    dots(list) {
      const entry = ({ number, status, act, here, words }) =>
        make("li", {}, button(String(number), act, { class: "dot", "data-status": status, "aria-label": fill(words, { n: number }), ...(here ? { "aria-current": "step" } : {}) }));
      return make("ul", { class: "dots", role: "list" }, ...list.map(entry));
    }

    // The foot: what the button says, and beside it a verdict or a note.
    say(label, { verdict = "", grade = "", note = null, ready = true } = {}) {
      this.go.textContent = label;
      this.go.setAttribute("aria-disabled", String(!ready));
      this.foot.dataset.grade = grade;
      this.foot.classList.toggle("has-words", Boolean(verdict || note));
      this.verdict.hidden = !verdict && !note;
      this.verdict.setAttribute("aria-hidden", String(Boolean(grade)));
      this.verdict.replaceChildren(...(grade ? [tas.draw.mark(grade === "right")] : []), ...(verdict ? [make("span", {}, verdict)] : []), ...(note || []));
    }

    // The item's reasons into view: only as far as needed, and never further than what was chosen.
    reveal(box) {
      const top = box.previousElementSibling && box.previousElementSibling.matches(".option") ? box.previousElementSibling : box;
      const room = top.getBoundingClientRect().top - this.bar.getBoundingClientRect().bottom - 8;
      const lacking = box.getBoundingClientRect().bottom - this.foot.getBoundingClientRect().top + 8;
      if (lacking > 0) scrollBy({ top: Math.max(0, Math.min(lacking, room)), behavior: "instant" });
    }

    // From the top of the quiz; the focus where reading goes on.
    top(focus) {
      const header = document.querySelector(".tas-leave") ? this.bar.offsetHeight : 0;
      scrollBy({ top: this.quiz.getBoundingClientRect().top - header - (this.screen === "start" ? 400 : 0), behavior: "instant" });
      if (!focus) return;
      focus.tabIndex = -1;
      focus.focus({ preventScroll: true });
    }
  };

  tas.Stage.button = button;
})((globalThis.tas = globalThis.tas || {}));
