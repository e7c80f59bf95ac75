// <tas-quiz>: improves a quiz that is already in the page. Practice (told after each question), test (told at the end), or a profile.
(function () {
  "use strict";
  var make = tasAnswers.make, fill = tasAnswers.fill;

  class Quiz extends HTMLElement {
    connectedCallback() {
      if (this.items) return;
      this.name = this.dataset.quiz;
      this.words = JSON.parse(this.dataset.words);
      this.profile = this.dataset.profile ? JSON.parse(this.dataset.profile) : null;
      this.form = this.querySelector("form");
      this.form.addEventListener("submit", function (event) { event.preventDefault(); });
      this.keep = true;
      this.mode = "practice";
      this.round = 0;
      this.items = Array.from(this.querySelectorAll("fieldset.item")).map((fieldset) => new TasQuizItem(fieldset, this));
      this.setup();
      this.resume();
      document.addEventListener("tas-progress", () => this.resume());
      this.classList.add("is-ready");
    }

    piece(name, inside) { return (inside || this).querySelector('[data-part="' + name + '"]'); }

    on(name, act) {
      this.querySelectorAll('[data-do="' + name + '"]').forEach(function (button) { button.addEventListener("click", act); });
    }

    say(words) { this.querySelector(".quiz-say").textContent = words; }

    get scored() { return this.items.filter(function (item) { return item.scored; }); }

    setup() {
      ["keep", "mode", "finish"].forEach((name) => {
        var part = this.piece(name);
        if (part) part.hidden = false;
      });
      if (this.profile) {
        tasProfile.setup(this);
        this.piece("keep").addEventListener("change", (event) => this.setKeep(event.target.value === "yes"));
      } else if (this.piece("mode")) {
        this.piece("mode").addEventListener("change", (event) => this.setMode(event.target.value));
      }
      this.on("finish", () => this.finish());
      this.on("retry", () => this.again(this.items.filter(function (item) { return item.scored && !item.result.right; })));
      this.on("again", () => this.again(this.items));
      tasStore(this);
    }

    // As it was left, in this edition or another.
    resume() {
      var kept = tasProgress.quiz(this.name);
      this.round = kept ? kept.round : 0;
      this.mode = kept ? kept.mode : "practice";
      this.gaps = {};
      this.last = Date.now();
      this.items.forEach(function (item) {
        item.reset();
        item.resume();
      });
      if (this.profile) {
        this.keep = Boolean(kept && kept.keep);
        this.set(this.keep ? "yes" : "no", "keep");
        this.piece("result").hidden = true;
        this.classList.remove("is-shown");
      } else if (this.piece("mode")) this.set(this.mode, "mode");
      this.show();
    }

    set(value, part) {
      this.piece(part).querySelectorAll("input").forEach(function (input) { input.checked = input.value === value; });
    }

    setMode(mode) {
      this.mode = mode;
      this.remember();
      this.show();
    }

    // "Do not keep" takes away what was kept; "keep" takes what was answered before it was chosen.
    setKeep(keep) {
      this.keep = keep;
      if (keep) {
        this.remember();
        this.items.forEach((item) => this.save(item));
      } else tasProgress.erase(this.items, this.name);
      this.update();
    }

    remember() {
      if (this.keep) tasProgress.setQuiz(this.name, { mode: this.mode, round: this.round, keep: Boolean(this.profile) && this.keep });
    }

    save(item) {
      if (this.keep && (item.response.length || item.checked || tasProgress.get(item))) tasProgress.set(item, item.response, item.checked);
      tasStoreCount(this);
    }

    changed(item) {
      var now = Date.now();
      if (!(item.id in this.gaps)) this.gaps[item.id] = (now - this.last) / 1000;
      this.last = now;
      this.pressed = false;
      if (this.profile || this.mode === "test" || !item.scored) this.save(item);
      this.update();
    }

    show() {
      var test = this.mode === "test";
      this.items.forEach(function (item) { if (item.button) item.button.hidden = test && !item.checked; });
      this.querySelectorAll('[data-do="finish"]').forEach((button) => { button.hidden = !this.profile && !test; });
      this.update(true);
    }

    open() {
      var told = this.profile || this.mode === "test";
      return this.scored.filter(function (item) { return told ? !item.checked && !item.result.answered : !item.checked; });
    }

    update(quietly) {
      var open = this.open(), line = this.querySelector(".quiz-progress"), checked = this.scored.every(function (item) { return item.checked; });
      if (line) line.textContent = fill(this.words.progress, { done: this.scored.length - open.length, total: this.scored.length });
      tasStoreCount(this);
      if (this.profile || !this.piece("result")) return;
      this.piece("result").hidden = !checked;
      if (!checked) return;
      this.review();
      if (!quietly && this.mode === "practice") this.say(this.words.done);
    }

    // A test is handed in, or a profile asked for. What is still open is told once; pressing again goes on.
    finish() {
      var open = this.open();
      if (open.length && !this.pressed) {
        this.pressed = true;
        var numbers = open.map(function (item) { return item.number; }).join(", ");
        this.say(fill(this.words.missing, { numbers: numbers }) + " " + this.words.anyway);
        return;
      }
      this.pressed = false;
      this.say("");
      if (this.profile) return tasProfile.show(this);
      this.scored.filter(function (item) { return !item.checked; }).forEach((item) => {
        item.show();
        this.save(item);
      });
      this.show();
      this.piece("result").focus();
    }

    review() {
      var missed = this.scored.filter(function (item) { return !item.result.right; }), box = this.piece("missed");
      var sum = tasScoring.total(this.items.map(function (item) { return item.result; }));
      this.querySelector(".score").textContent = fill(this.words.score, { right: sum.right, total: sum.max });
      this.piece("all-right").hidden = missed.length > 0;
      box.hidden = !missed.length;
      box.querySelector("ul").textContent = "";
      missed.forEach((item) => {
        var entry = make("li");
        entry.append(make("a", { href: "#" + item.fieldset.id }, fill(this.words.question, { number: item.number })), " · ");
        entry.append(item.answer.querySelector(".learn a").cloneNode(true));
        box.querySelector("ul").append(entry);
      });
      this.querySelector('[data-do="retry"]').hidden = !missed.length;
    }

    again(items) {
      this.round += 1;
      tasProgress.erase(items);
      this.remember();
      this.gaps = {};
      this.last = Date.now();
      items.forEach(function (item) { item.reset(); });
      if (this.profile) {
        this.piece("result").hidden = true;
        this.classList.remove("is-shown");
      }
      this.show();
      items[0].focus();
    }
  }

  customElements.define("tas-quiz", Quiz);
})();
