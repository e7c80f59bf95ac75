// <tas-path>: how far a learner is on the path. It is a list of links as it stands; from what the quizzes keep this fills its rings, names
// the next step and fills in the sheet to sign. Nothing is kept here.
((tas) => {
  "use strict";
  const { fill } = tas;

  class Path extends HTMLElement {
    connectedCallback() {
      if (this.stations) return;
      this.words = JSON.parse(this.dataset.words);
      this.stations = [...this.querySelectorAll("[data-station]")].map((li) => ({
        li, title: li.querySelector("h2").textContent,
        steps: [...li.querySelectorAll("[data-step]")].map((link) => ({
          link, key: link.dataset.step, items: link.dataset.items.split(" ").filter(Boolean), title: link.querySelector("span").textContent, told: link.querySelector("small").textContent,
        })),
      }));
      this.querySelector("[data-do=sheet]").addEventListener("click", () => this.print());
      for (const name of ["tas-turn", "tas-progress"]) document.addEventListener(name, () => this.show());
      for (const name of ["pageshow", "beforeprint"]) addEventListener(name, () => this.show());
      addEventListener("afterprint", () => delete document.documentElement.dataset.print);
      this.show();
      const { now } = this;
      for (const { li, steps } of this.stations) li.querySelector("details").open = Boolean(now) && steps.includes(now);
    }

    get steps() { return this.stations.flatMap(({ steps }) => steps); }

    // What is kept for good, and what lasts until the tab is closed.
    show() {
      const stores = [tas.progress.read(), tas.progress.session.read()];
      for (const step of this.steps) step.done = tas.stepDone(step, stores[0]) || tas.stepDone(step, stores[1]);
      this.now = this.steps.find((step) => !step.done);
      for (const [at, station] of this.stations.entries()) this.station(station, at);
      this.querySelector(".tas-path__kept").textContent = tas.keep.nothing ? this.words.unkept : this.words.kept;
      this.goOn();
      const deck = this.querySelector(".tas-path__cards span"), waiting = deck ? tas.boxes.waiting() : 0;
      if (deck) deck.textContent = waiting ? fill(this.words.cards, { n: waiting }) : "";
    }

    station({ li, steps }, at) {
      const { words } = this, done = steps.filter((step) => step.done), whole = done.length === steps.length, last = Math.max(...done.map((step) => step.done.day));
      const sign = li.querySelector(".tas-station__sign"), state = li.querySelector(".tas-station__state"), row = this.querySelectorAll(".tas-sheet tbody tr")[at];
      sign.style.setProperty("--done", done.length / steps.length);
      sign.replaceChildren(tas.draw.flower(done.length, steps.length));
      state.dataset.minutes = state.dataset.minutes || state.textContent;
      if (whole) state.textContent = last > 0 ? fill(words.full, { day: this.day(last) }) : words.done;
      else state.textContent = done.length ? fill(words.count, { done: done.length, total: steps.length }) : state.dataset.minutes;
      li.classList.toggle("is-full", whole);
      li.classList.toggle("is-now", steps.includes(this.now));
      for (const step of steps) this.step(step);
      const quiz = steps[steps.length - 1].done, read = steps.slice(0, -1).filter((step) => step.done);
      row.querySelector("small").textContent = read.map((step) => step.title).join(", ");
      const cells = [`${read.length} / ${steps.length - 1}`, quiz ? fill(words.right, quiz) : "–", last > 0 ? this.day(last, true) : "–"];
      row.querySelectorAll("td").forEach((cell, place) => { cell.textContent = cells[place]; });
    }

    step({ link, done, told, key }) {
      const [tick, small, hidden] = ["i", "small", ".tas-vh"].map((one) => link.querySelector(one));
      tick.replaceChildren(...(done ? [tas.draw.mark(true)] : []));
      small.textContent = done && done.total && !key.startsWith("check:") ? fill(this.words.right, done) : told;
      hidden.textContent = done ? `, ${this.words.done}` : "";
      if (this.now && link === this.now.link) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    }

    goOn() {
      const { words, now, steps } = this, card = this.querySelector(".tas-path__go"), done = steps.filter((step) => step.done).length, part = done / steps.length;
      const [before, title, after] = card.querySelectorAll("span span, b");
      const station = now && this.stations.find((one) => one.steps.includes(now));
      card.querySelector(".tas-ring").style.setProperty("--done", part);
      card.querySelector("em").textContent = `${Math.round(part * 100)}%`;
      before.textContent = now ? words[done ? "go-on" : "begin"] : words["all-done"];
      title.textContent = now ? now.title : words.sheet;
      after.textContent = now ? `${now.link.dataset.minutes} · ${station.title.replace(/^\d+\. /, "")}` : "";
      card.href = now ? now.link.href : `#${this.querySelector(".tas-sheet h2").id}`;
      card.hidden = false;
    }

    day(day, year) {
      return new Date(day * 86400000 + 43200000).toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long", ...(year ? { year: "numeric" } : {}) });
    }

    print() {
      this.show();
      this.querySelector(".tas-sheet__line b").textContent = this.day(tas.today(), true);
      document.documentElement.dataset.print = "sheet";
      print();
    }
  }

  customElements.define("tas-path", Path);
})((globalThis.tas = globalThis.tas || {}));
