// <tas-quiz>: improves a quiz that is already in the page. Practice mode: feedback at once, retry what was not right.
(function () {
  "use strict";

  function element(tag, attributes, text) {
    var made = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) { made.setAttribute(name, attributes[name]); });
    if (text) made.textContent = text;
    return made;
  }

  function fill(words, values) {
    return words.replace(/\{(\w+)\}/g, function (_, name) { return values[name]; });
  }

  class Item {
    constructor(fieldset, quiz) {
      this.fieldset = fieldset;
      this.quiz = quiz;
      this.id = fieldset.dataset.item;
      this.hash = fieldset.dataset.hash;
      this.scoring = JSON.parse(fieldset.dataset.scoring);
      this.answer = fieldset.querySelector(".answer");
      this.inputs = Array.from(fieldset.querySelectorAll("input"));
      this.button = element("button", { type: "button", class: "check" }, quiz.dataset.check);
      this.feedback = element("div", { class: "feedback", role: "status" });
      fieldset.insertBefore(this.button, this.answer);
      fieldset.insertBefore(this.feedback, this.answer);
      this.button.addEventListener("click", () => this.check());
      this.reset();
    }

    get response() {
      return this.inputs.filter(function (input) { return input.checked; }).map(function (input) { return input.value; });
    }

    get result() { return tasScoring.score(this.scoring, this.checked ? this.response : []); }

    reset() {
      this.checked = false;
      this.inputs.forEach(function (input) { input.checked = false; input.disabled = false; });
      this.fieldset.removeAttribute("data-state");
      this.fieldset.querySelectorAll(".option").forEach(function (option) {
        option.removeAttribute("data-state");
        option.querySelectorAll(".verdict").forEach(function (verdict) { verdict.remove(); });
      });
      this.feedback.textContent = "";
      this.button.removeAttribute("aria-disabled");
      this.answer.hidden = true;
    }

    // An answer from an earlier visit: shown as it was, announced to nobody.
    resume() {
      var kept = tasProgress.get(this);
      this.inputs.forEach(function (input) { input.checked = kept.indexOf(input.value) !== -1; });
      if (this.response.length) this.show();
    }

    check() {
      if (this.checked) return;
      if (!this.response.length) {
        this.feedback.textContent = this.quiz.dataset.choose;
        return;
      }
      this.quiz.kept(tasProgress.set(this, this.response));
      this.show();
      this.quiz.update();
    }

    show() {
      this.checked = true;
      var right = this.result.right, words = this.quiz.dataset, key = this.scoring.key;
      this.fieldset.dataset.state = right ? "right" : "wrong";
      this.inputs.forEach((input) => {
        var option = input.closest(".option"), isKey = key.indexOf(input.value) !== -1;
        input.disabled = true;
        if (!isKey && !input.checked) return;
        option.dataset.state = isKey ? "right" : "wrong";
        option.append(element("span", { class: "verdict" }, isKey ? words.right : words.wrong));
      });
      this.button.setAttribute("aria-disabled", "true"); // not hidden: it holds the focus
      this.tell(right);
    }

    // The verdict, then why: first the option that was chosen, then, if it was another, the right one.
    tell(right) {
      var told = this.response.concat(right ? [] : this.scoring.key), words = this.quiz.dataset;
      this.feedback.textContent = "";
      this.feedback.append(element("p", { class: "outcome" }, right ? words.right : words.wrong));
      told.forEach((id, index) => {
        var line = this.answer.querySelector('[data-option="' + CSS.escape(id) + '"]'), copy = element("p");
        if (index > 0) copy.append(element("strong", {}, words.answer + ": " + line.querySelector("strong").textContent + ". "));
        Array.from(line.querySelector(".rationale").childNodes).forEach(function (node) { copy.append(node.cloneNode(true)); });
        this.feedback.append(copy);
      });
      this.feedback.append(this.answer.querySelector(".learn").cloneNode(true));
    }
  }

  class Quiz extends HTMLElement {
    connectedCallback() {
      if (this.items || !window.tasScoring) return;
      this.form = this.querySelector("form");
      this.form.addEventListener("submit", function (event) { event.preventDefault(); });
      this.status = this.appendChild(element("p", { class: "quiz-progress" }));
      this.end = this.appendChild(element("section", { class: "quiz-result", tabindex: "-1", hidden: "" }));
      this.items = Array.from(this.querySelectorAll("fieldset.item")).map((fieldset) => new Item(fieldset, this));
      this.append(this.keeping());
      this.items.forEach(function (item) { item.resume(); });
      this.update();
      this.classList.add("is-ready");
    }

    keeping() {
      var line = element("p", { class: "quiz-kept" }), erase = element("button", { type: "button" }, this.dataset.erase);
      this.keptWords = line.appendChild(element("span", {}, this.dataset.kept));
      line.append(" ", erase);
      erase.addEventListener("click", () => {
        tasProgress.erase(this.items);
        this.restart(this.items);
      });
      return line;
    }

    kept(worked) { this.keptWords.textContent = worked ? this.dataset.kept : this.dataset.unkept; }

    update() {
      var done = this.items.filter(function (item) { return item.checked; }).length;
      this.status.textContent = fill(this.dataset.progress, { done: done, total: this.items.length });
      this.end.hidden = done < this.items.length;
      if (!this.end.hidden) this.review();
    }

    review() {
      var words = this.dataset, missed = this.items.filter(function (item) { return !item.result.right; });
      var sum = tasScoring.total(this.items.map(function (item) { return item.result; }));
      this.end.textContent = "";
      this.end.append(element("h2", {}, words.result), element("p", { class: "score" }, fill(words.score, { right: sum.points, total: sum.max })));
      if (missed.length) this.end.append(this.reread(missed), this.again(words.retry, missed));
      else this.end.append(element("p", {}, words.allRight));
      this.end.append(this.again(words.again, this.items));
    }

    reread(missed) {
      var part = element("div"), list = element("ul"), seen = {};
      missed.forEach(function (item) {
        var link = item.answer.querySelector(".learn a");
        if (seen[link.href]) return;
        seen[link.href] = true;
        list.appendChild(element("li")).append(link.cloneNode(true));
      });
      part.append(element("h3", {}, this.dataset.reread), list);
      return part;
    }

    again(label, items) {
      var button = element("button", { type: "button" }, label);
      button.addEventListener("click", () => {
        tasProgress.erase(items);
        this.restart(items);
      });
      return button;
    }

    restart(items) {
      items.forEach(function (item) { item.reset(); });
      this.update();
      items[0].inputs[0].focus();
    }
  }

  customElements.define("tas-quiz", Quiz);
})();
