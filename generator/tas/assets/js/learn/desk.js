// <tas-desk>: what a trainer brings along: local numbers typed once, guides and quizzes chosen, and all of it printed in order as one job. The job is
// put together from the pages themselves, with the numbers in them; from a folder, where pages cannot be fetched, the PDFs stand in order.
((tas) => {
  "use strict";
  const KEY = "tas:desk", MOST = 60;
  const { fill, make } = tas;
  const count = (number, most) => Math.min(most, Math.max(1, Math.round(Number(number)) || 1));
  const fetched = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(address);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };
  const tidy = (data) => ({ picks: data && Array.isArray(data.picks) ? data.picks.filter((one) => typeof one === "string").slice(0, MOST) : [], people: count(data && data.people, MOST) });

  class Desk extends HTMLElement {
    connectedCallback() {
      if (this.words) return;
      this.words = JSON.parse(this.dataset.words);
      this.edition = document.documentElement.lang;
      this.store = tas.kept(KEY, tidy);
      this.fields = [...this.querySelectorAll("[data-contact]")];
      this.picks = [...this.querySelectorAll("[data-href]")];
      this.people = this.querySelector("[type=number]");
      const kept = this.store.read();
      for (const pick of this.picks) pick.checked = kept.picks.includes(pick.value);
      if (kept.picks.length) this.people.value = kept.people;
      this.addEventListener("input", ({ target }) => (target.dataset.contact ? this.keep(target) : this.order(true)));
      this.querySelector("[data-do=print]").addEventListener("click", () => this.print());
      this.querySelector("[data-do=erase]").addEventListener("click", () => this.erase());
      document.addEventListener("tas-contacts", () => this.numbers());
      addEventListener("afterprint", () => this.clear());
      this.hidden = false;
      this.numbers();
      this.order(false);
    }

    say(name, words) { this.querySelector(`[data-say=${name}]`).textContent = words; }

    numbers() {
      const all = tas.contacts.all(this.edition);
      for (const field of this.fields) if (field !== document.activeElement) field.value = String(all[field.dataset.contact] || "");
    }

    keep({ dataset, value }) { this.say("numbers", tas.contacts.keep(this.edition, dataset.contact, value) ? this.words.saved : this.words.unkept); }

    // Erased with one tap, put back with one.
    erase() {
      const before = tas.contacts.all(this.edition), undo = make("button", { type: "button", class: "tas-button" }, this.words.undo);
      tas.contacts.erase(this.edition);
      this.say("numbers", `${this.words.erased} `);
      this.querySelector("[data-say=numbers]").append(undo);
      undo.addEventListener("click", () => {
        for (const [contact, number] of Object.entries(before)) tas.contacts.keep(this.edition, contact, number);
        this.say("numbers", this.words.saved);
      });
      undo.focus();
    }

    // The pieces in order: {title, href, copies, pages of the whole piece, key, papers: [[address, copies]]}
    get pieces() {
      const people = count(this.people.value, MOST);
      return this.picks.filter(({ checked }) => checked).map(({ dataset, nextElementSibling }) => {
        const copies = dataset.each ? people : 1, papers = dataset.papers ? dataset.papers.split(" ").map((paper) => paper.split("*")) : [];
        const pages = papers.reduce((sum, [, number], at) => sum + Number(number) * (at ? 1 : copies), 0);
        return { title: nextElementSibling.textContent, href: dataset.href, copies, pages, key: Boolean(dataset.each), papers: papers.map(([address], at) => [address, at ? 1 : copies]) };
      });
    }

    order(keep) {
      const { pieces, words } = this, list = this.querySelector(".tas-desk__order"), pages = pieces.reduce((sum, piece) => sum + piece.pages, 0);
      list.replaceChildren(...pieces.map((piece) => this.line(piece)));
      this.say("sum", pieces.length ? fill(pages ? words.sum : words.pieces, { n: pieces.length, pages }) : words.none);
      this.querySelector("[data-do=print]").setAttribute("aria-disabled", String(!pieces.length));
      this.querySelector(".tas-desk__papers").replaceChildren(...pieces.flatMap(({ title, papers }) => papers.map(([address, copies], at) => make("li", {}, make("a", { href: address }, at ? fill(words.key, { title }) : title), copies > 1 ? ` × ${copies}` : ""))));
      this.querySelector(".tas-desk__pdf").hidden = !pages;
      if (keep) this.store.write({ picks: this.picks.filter(({ checked }) => checked).map(({ value }) => value), people: count(this.people.value, MOST) });
    }

    line({ title, copies, pages }) {
      return make("li", {}, make("span", {}, title + (copies > 1 ? ` × ${copies}` : "")), ...(pages ? [make("span", {}, fill(this.words.pages, { n: pages }))] : []));
    }

    // -- one job ----------------------------------------------------------------------------------------------

    async print() {
      if (this.busy || !this.pieces.length) return;
      this.busy = true;
      this.say("job", this.words.fetching);
      try {
        const job = await this.job();
        await this.styles();
        document.body.append(job);
        document.documentElement.dataset.print = "job";
        this.say("job", "");
        await document.fonts.ready;
        globalThis.print();
      } catch (error) {
        this.querySelector(".tas-desk__pdf").open = true; // from a folder nothing can be fetched
        this.say("job", this.pieces.some(({ papers }) => papers.length) ? this.words.pdf : this.words.apart);
      }
      this.busy = false;
    }

    async job() {
      const plan = make("section", {}, make("h1", {}, this.words.plan), make("p", {}, new Date().toLocaleDateString(this.edition, { dateStyle: "long" })), this.querySelector(".tas-desk__order").cloneNode(true));
      const job = make("div", { class: "tas-job" }, plan), numbers = tas.contacts.all(this.edition);
      for (const piece of this.pieces) {
        const papers = piece.key ? await this.papers(piece) : [];
        if (papers.length) {
          job.append(...papers);
          continue;
        }
        const page = await fetched(piece.href), guide = page.querySelector(".guide");
        if (guide) job.append(document.importNode(guide, true));
        else for (let copy = 0; copy <= piece.copies; copy += 1) job.append(this.quiz(page, piece, copy === piece.copies));
      }
      for (const field of job.querySelectorAll("[data-contact]")) field.value = String(numbers[field.dataset.contact] || "");
      return job;
    }

    // A quiz and its answers as on their PDFs, beside which they lie as HTML; nothing where these did not come along (offline only pages are kept).
    async papers({ papers }) {
      const found = await Promise.all(papers.map(([address]) => fetched(address.replace(/\.pdf$/, ".txt")).catch(() => null)));
      if (found.some((one) => !one || !one.querySelector(".tas-job__paper"))) return [];
      return papers.flatMap(([, copies], at) => Array.from({ length: copies }, () => {
        const paper = document.importNode(found[at].querySelector(".tas-job__paper"), true);
        const [air, line] = paper.dataset.form.split(" ");
        if (line) {
          paper.style.setProperty("--air", air);
          paper.style.setProperty("--line", line);
        }
        return paper;
      }));
    }

    // A quiz to hand out, or its answers, from its page.
    quiz(page, { title }, key) {
      const form = document.importNode(page.querySelector("tas-quiz form"), true);
      for (const answer of form.querySelectorAll("details")) {
        if (key) answer.open = true;
        else answer.remove();
      }
      return make("div", { class: "quiz tas-job__quiz prose" }, make("h1", {}, key ? fill(this.words.key, { title }) : title), form);
    }

    // Those of guides and quizzes, fetched with the first job.
    styles() {
      const wanted = this.dataset.styles.split(" ").filter((address) => !document.querySelector(`link[href="${address}"]`));
      return Promise.all(wanted.map((href) => new Promise((done, failed) => document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: done, onerror: failed })))));
    }

    clear() {
      for (const job of document.querySelectorAll(".tas-job")) job.remove();
      if (document.documentElement.dataset.print === "job") delete document.documentElement.dataset.print;
    }
  }

  customElements.define("tas-desk", Desk);
})((globalThis.tas = globalThis.tas || {}));
