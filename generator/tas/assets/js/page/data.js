// <tas-data>: what this site keeps on the device, in one place: told line by line, taken along in a file, taken over from one, erased; and
// the wish that nothing be kept. On the same page each quiz in the list tells how far its reader is.
((tas) => {
  "use strict";
  const OURS = /^tas[:-]/, CONTACTS = "tas:contacts:", VISITS = "tas:visit:";
  // What the page for trainers keeps: its picks, and the codes of a group.
  const DESK = tas.kept("tas:desk", (data) => data || {}), CODES = tas.kept("tas:group", (data) => (Array.isArray(data) ? data : []));
  const { fill } = tas;

  function keys(place) {
    try {
      return Object.keys(globalThis[place]).filter((key) => OURS.test(key));
    } catch (error) {
      return [];
    }
  }

  const editions = () => keys("localStorage").filter((key) => key.startsWith(CONTACTS)).map((key) => key.slice(CONTACTS.length));

  function saved(text) {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(new Blob([text], { type: "application/json" })), download: "tas-progress.json" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  class Data extends HTMLElement {
    connectedCallback() {
      this.words = JSON.parse(this.dataset.words);
      this.hidden = false;
      const nothing = this.querySelector("[type=checkbox]");
      nothing.checked = tas.keep.nothing;
      nothing.addEventListener("change", () => this.nothing(nothing.checked));
      this.addEventListener("click", ({ target }) => {
        const button = target.closest("[data-do]");
        if (button && button.type === "button") this[button.dataset.do](button);
      });
      this.querySelector("[type=file]").addEventListener("change", ({ target }) => this.take(target));
      for (const name of ["tas-contacts", "tas-turn"]) document.addEventListener(name, () => this.show());
      this.show();
    }

    say(words) { this.querySelector("[role=status]").textContent = words; }

    show() {
      const { words } = this, numbers = editions().reduce((sum, edition) => sum + Object.keys(tas.contacts.all(edition)).length, 0);
      const notes = keys("sessionStorage").filter((key) => key.startsWith(VISITS)).length;
      const lines = [
        fill(words.answers, { n: tas.progress.count() }), fill(words.tab, { n: tas.progress.session.count() }), fill(words.numbers, { n: numbers }), fill(words.notes, { n: notes }),
        fill(words.cards, { n: Object.keys(tas.boxes.read().boxes).length }), fill(words.codes, { n: CODES.read().length }),
      ];
      this.querySelector("ul").replaceChildren(...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })));
      for (const line of document.querySelectorAll("[data-of-quiz]")) {
        const kept = tas.progress.quiz(line.dataset.ofQuiz), done = kept && kept.done;
        const ring = document.querySelector(`[data-ring="${CSS.escape(line.dataset.ofQuiz)}"]`);
        if (ring) ring.style.setProperty("--done", done && done.total ? (done.right || (kept.keep ? done.total : 0)) / done.total : 0);
        line.textContent = done && done.right ? ` · ${fill(words.done, { right: done.right, total: done.total })}` : "";
      }
    }

    nothing(wish) {
      tas.keep.nothing = wish;
      if (wish) {
        tas.progress.eraseAll();
        for (const store of [tas.boxes, DESK, CODES]) store.erase();
      }
      this.show();
      this.say(wish ? this.words.nothing : "");
    }

    export() {
      const contacts = Object.fromEntries(editions().map((edition) => [edition, tas.contacts.all(edition)]));
      saved(JSON.stringify({ ...JSON.parse(tas.progress.exported()), contacts, cards: tas.boxes.read() }, null, 1));
    }

    async take(input) {
      const text = await input.files[0].text(), taken = tas.progress.imported(text);
      input.value = "";
      if (taken < 0) return this.say(this.words["not-ours"]);
      for (const [edition, numbers] of Object.entries(JSON.parse(text).contacts || {})) {
        for (const [contact, number] of Object.entries(numbers)) tas.contacts.keep(edition, contact, String(number));
      }
      const come = tas.boxes.tidy(JSON.parse(text).cards), here = tas.boxes.read();
      tas.boxes.write({ ...here, boxes: { ...here.boxes, ...come.boxes }, asked: { ...here.asked, ...come.asked } });
      this.show();
      this.say(fill(this.words.taken, { count: taken }));
    }

    // Asked twice: it cannot be undone.
    erase(button) {
      if (!button.dataset.asked) {
        button.dataset.asked = button.textContent;
        button.textContent = this.words.sure;
        return;
      }
      button.textContent = button.dataset.asked;
      delete button.dataset.asked;
      for (const place of ["localStorage", "sessionStorage"]) for (const key of keys(place)) globalThis[place].removeItem(key);
      tas.boxes.erase();
      document.dispatchEvent(new CustomEvent("tas-contacts", { detail: {} }));
      this.show();
      this.say(this.words.erased);
    }
  }

  customElements.define("tas-data", Data);
})((globalThis.tas = globalThis.tas || {}));
