// <tas-group>: the codes of a group, typed, pasted, from a photo or the camera, as a table for each quiz: the hardest item first, with the wrong
// answer that most gave. Codes name nobody; they stay on this device.
((tas) => {
  "use strict";
  const KEY = "tas:group", MOST = 400, SHOWN = 5;
  const { fill, make } = tas;
  const tidy = (data) => (Array.isArray(data) ? data.filter((code) => typeof code === "string" && code.length < 80).slice(0, MOST) : []);

  class Group extends HTMLElement {
    async connectedCallback() {
      if (this.words) return;
      this.words = JSON.parse(this.dataset.words);
      this.quizzes = await tas.groupUnpacked(this.dataset.quizzes);
      this.older = Object.fromEntries(this.dataset.older.split(" ").filter(Boolean).map((one) => one.split("=")));
      this.store = tas.kept(KEY, tidy);
      this.field = this.querySelector("textarea");
      this.reader = `${this.dataset.reader}.js`;
      this.again = ""; // what was told to be there already: the second time it counts
      this.addEventListener("click", ({ target }) => {
        const button = target.closest("button[data-do]");
        if (button) this[button.dataset.do](button);
      });
      const photo = this.querySelector("[type=file]");
      photo.addEventListener("change", () => photo.files[0] && this.photo(photo));
      document.addEventListener("tas-turn", () => this.stop());
      this.hidden = false;
      this.show();
    }

    say(words, good = false) {
      const told = this.querySelector(".tas-group__told");
      told.classList.toggle("is-good", good);
      told.textContent = words;
    }

    read() { return this.store.read().map((code) => tas.code.decode(code, this.quizzes)).filter(({ error }) => !error); }

    // What is wrong with a code, in words.
    why({ error, fingerprint }) {
      const title = error === "quiz" && (this.quizzes.find(({ id }) => id === this.older[fingerprint]) || {}).title;
      return title ? fill(this.words.older, { quiz: title }) : this.words[error];
    }

    add() {
      if (this.field.value.trim()) this.take(this.field.value);
      else this.say(fill(this.words.bad, { list: this.words.empty }));
    }

    take(text) {
      const { words } = this, all = [...this.store.read()], bad = [], twice = [], left = [];
      let added = 0;
      for (const line of text.split(/[\n,;]+/).map((one) => one.trim()).filter(Boolean)) {
        const found = tas.code.decode(line, this.quizzes);
        if (found.error) bad.push(`${line.slice(0, 60)} (${this.why(found)})`);
        else if (all.includes(found.code) && this.again !== text) twice.push(found.code);
        else added += all.push(found.code) && 1;
        if (found.error || twice.includes(found.code)) left.push(line);
      }
      this.field.value = left.join("\n");
      this.again = twice.length ? this.field.value : "";
      const kept = this.store.write(all.slice(-MOST));
      const told = [added ? fill(words.added, { n: added }) : "", twice.length ? fill(words.twice, { n: twice.length }) : "", bad.length ? fill(words.bad, { list: bad.join("; ") }) : "", kept ? "" : words.unkept];
      this.say(told.filter(Boolean).join(" "), !bad.length && !twice.length);
      this.show();
    }

    async photo(input) {
      try {
        const text = await tas.scan.photo(input.files[0], this.reader);
        if (text) this.take(text);
        else this.say(this.words["no-code"]);
      } catch (error) {
        this.say(this.words["no-code"]);
      }
      input.value = "";
    }

    async camera(button) {
      if (this.seeing) return this.stop();
      try {
        this.seeing = await tas.scan.camera(this.querySelector(".tas-group__camera"), this.reader, (text) => this.take(text));
        button.textContent = this.words.stop;
        this.say(this.words.look, true);
      } catch (error) {
        this.say(this.words["no-camera"]);
      }
    }

    stop() {
      if (!this.seeing) return;
      this.seeing();
      this.seeing = null;
      this.querySelector("[data-do=camera]").textContent = this.words.camera;
    }

    csv() {
      const link = make("a", { download: "tas-group.csv", href: URL.createObjectURL(new Blob([tas.tally.csv(this.read())], { type: "text/csv" })) });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    }

    // Taken away with one tap, put back with one.
    clear() { this.change([]); }

    change(codes) {
      const before = this.store.read(), undo = make("button", { type: "button", class: "tas-button" }, this.words.undo);
      this.store.write(codes);
      this.show();
      this.say(`${this.words.gone} `, true);
      this.querySelector(".tas-group__told").append(undo);
      undo.addEventListener("click", () => {
        this.store.write(before);
        this.show();
        this.say("");
      });
      undo.focus();
    }

    show() {
      const all = this.read(), used = this.quizzes.filter((quiz) => all.some((one) => one.quiz === quiz));
      this.querySelector(".tas-group__tools").hidden = !all.length;
      this.querySelector(".tas-group__result").replaceChildren(...used.map((quiz) => this.table(quiz, all.filter((one) => one.quiz === quiz))));
      const codes = all.map(({ code }) => {
        const button = make("button", { type: "button", "aria-label": fill(this.words.remove, { code: tas.code.grouped(code) }) }, "×");
        button.addEventListener("click", () => {
          const left = [...this.store.read()];
          left.splice(left.lastIndexOf(code), 1); // of two alike one
          this.change(left);
        });
        return make("li", {}, tas.code.grouped(code), button);
      });
      this.querySelector(".tas-group__codes").replaceChildren(...codes);
    }

    table(quiz, all) {
      const { words } = this, rows = tas.tally.tally(quiz, all).map((row) => this.row(row, all.length)), more = make("button", { type: "button", class: "tas-button" }, fill(words.more, { n: rows.length - SHOWN }));
      const body = make("tbody", {}, ...rows.slice(0, SHOWN)), head = make("thead", {}, make("tr", {}, make("th", { scope: "col" }, words.item), make("th", { scope: "col" }, words.right)));
      more.addEventListener("click", () => {
        body.append(...rows.slice(SHOWN));
        rows[SHOWN].tabIndex = -1;
        rows[SHOWN].focus();
        more.remove();
      });
      return make("section", {}, make("h3", {}, fill(words.sum, { n: all.length, quiz: quiz.title })), make("table", {}, make("caption", {}, words.hard), head, body), ...(rows.length > SHOWN ? [more] : []));
    }

    row({ item, number, right, most, times }, count) {
      const bar = make("meter", { min: 0, max: count, value: right, "aria-hidden": "true" }), wrong = most ? [make("small", {}, fill(this.words.most, { answer: item.texts[most], n: times }))] : [];
      return make("tr", {}, make("th", { scope: "row" }, `${number}. ${item.stem}`, ...wrong), make("td", {}, `${right} / ${count}`, bar));
    }
  }

  customElements.define("tas-group", Group);
})((globalThis.tas = globalThis.tas || {}));
