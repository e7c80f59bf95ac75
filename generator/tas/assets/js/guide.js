// <tas-guide>: a guide that is written in during a visit. Ticks and notes last as long as the tab, local numbers stay on the device for
// every guide; nothing leaves it. Prints a choice of parts on the chosen paper, with the footer of the PDF.
((tas) => {
  "use strict";
  const PAPER = "tas:paper";
  const SECOND_THOUGHTS = 10000; // milliseconds in which what was erased can be put back
  let sheet = null; // of the footer

  // A store that is full, broken or forbidden never breaks the page.
  function read(kind, key) {
    try {
      const data = JSON.parse(window[kind].getItem(key));
      return data && typeof data === "object" && !Array.isArray(data) ? data : {};
    } catch (error) {
      return {};
    }
  }

  function write(kind, key, data) {
    try {
      if (Object.keys(data).length) window[kind].setItem(key, JSON.stringify(data));
      else window[kind].removeItem(key);
      return true;
    } catch (error) {
      return false;
    }
  }

  // One guide on a page of the site; in a file with a whole edition all that were opened.
  const everywhere = () => [...document.querySelectorAll("tas-guide")].filter((guide) => guide.ready);

  const isBox = ({ type }) => type === "checkbox" || type === "radio";

  class Guide extends HTMLElement {
    connectedCallback() {
      this.guide = (this.closest(".tas-leaf") || document).querySelector(".guide"); // a file with a whole edition in it has many
      if (!this.guide || this.ready) return;
      this.ready = true;
      this.status = this.querySelector("[role=status]");
      this.visitKey = `tas:visit:${this.dataset.visit}`;
      this.edition = this.dataset.visit.split("/")[0];
      this.sensitive = Boolean(this.closest("[data-sensitive]")); // ticks and notes are kept nowhere
      this.papers = [...this.querySelectorAll("[type=radio]")];
      this.parts = [...this.querySelectorAll("[type=checkbox]")];
      const fields = [...this.guide.querySelectorAll("input, textarea")];
      this.contacts = fields.filter((field) => field.dataset.contact).concat(...this.querySelectorAll("[data-contact]"));
      this.visit = fields.filter((field) => !field.dataset.contact);
      this.showVisit(read("sessionStorage", this.visitKey));
      this.showContacts();
      document.addEventListener("tas-contacts", () => this.showContacts());
      this.guide.addEventListener("input", ({ target }) => this.keep(target));
      this.addEventListener("input", ({ target }) => target.dataset.contact && this.keep(target));
      this.addEventListener("change", ({ target }) => target.dataset.contact || this.choose()); // a number is left when its page is
      this.addEventListener("click", ({ target }) => {
        const button = target.closest("button");
        if (button) this.act(button.dataset.do);
      });
      this.resume(read("localStorage", PAPER).paper);
      this.footer();
      this.hidden = false;
    }

    showVisit(visit) {
      for (const field of this.visit) {
        if (isBox(field)) field.checked = visit[field.name] === field.value;
        else field.value = String(visit[field.name] || "");
      }
    }

    // A number that was typed can be called like those that are printed.
    showContacts() {
      const kept = tas.contacts.all(this.edition);
      for (const field of this.contacts) {
        if (field !== document.activeElement) field.value = String(kept[field.dataset.contact] || "");
        if (this.guide.contains(field)) tas.contacts.dial(field, field.parentElement, this.dataset.call, "guide-dial");
      }
    }

    keep(field) {
      const { contact } = field.dataset;
      this.say((contact ? tas.contacts.keep(this.edition, contact, field.value) : this.keepVisit()) ? "" : this.dataset.unkept);
    }

    keepVisit() {
      if (this.sensitive) return true;
      const filled = this.visit.filter((other) => (isBox(other) ? other.checked : other.value));
      return write("sessionStorage", this.visitKey, Object.fromEntries(filled.map((other) => [other.name, other.value])));
    }

    resume(paper) {
      for (const radio of this.papers) if (radio.value === paper) radio.checked = true;
      for (const box of this.parts) box.checked = true;
      this.choose();
    }

    choose() {
      const paper = this.papers.find((radio) => radio.checked).value;
      document.documentElement.dataset.paper = paper;
      write("localStorage", PAPER, paper === "a4" ? {} : { paper });
      for (const box of this.parts) {
        document.getElementById(box.getAttribute("aria-controls")).closest("section").classList.toggle("guide-skip", !box.checked);
      }
      const slip = this.guide.querySelector(".guide-slip")?.classList.contains("guide-skip");
      for (const back of this.guide.querySelectorAll(".guide-back")) back.classList.toggle("guide-skip", slip);
    }

    // The footer of the PDF; the strict policy of the site forbids style elements, not this.
    footer() {
      try {
        const corners = `{ @bottom-left { content: ${this.dataset.codeLine} } @bottom-right { content: ${this.dataset.pageLine} } }`;
        if (!sheet) {
          sheet = new CSSStyleSheet();
          document.adoptedStyleSheets = document.adoptedStyleSheets.concat(sheet);
        }
        sheet.replaceSync(`@page :right ${corners} @page :left ${corners}`);
      } catch (error) {
        // an older browser prints page numbers alone
      }
    }

    act(what) {
      if (what === "print") return window.print();
      if (what === "undo") return this.offer(this.undo());
      if (what === "erase-contacts") {
        const before = tas.contacts.all(this.edition);
        tas.contacts.erase(this.edition);
        this.offer(() => Object.entries(before).forEach(([contact, number]) => tas.contacts.keep(this.edition, contact, number)));
      } else {
        const before = Object.fromEntries(this.visit.filter((field) => (isBox(field) ? field.checked : field.value)).map((field) => [field.name, field.value]));
        write("sessionStorage", this.visitKey, {});
        this.showVisit({});
        this.offer(() => {
          this.showVisit(before);
          this.keepVisit();
        });
      }
      this.say(this.dataset.erased);
    }

    // Erased with one tap, put back with one.
    offer(undo) {
      clearTimeout(this.waiting);
      this.undo = undo;
      const button = this.querySelector("[data-do=undo]");
      button.hidden = !undo;
      this.say("");
      if (undo) this.waiting = setTimeout(() => this.offer(), SECOND_THOUGHTS);
    }

    say(words) { this.status.textContent = words; }
  }

  // In a file with a whole edition another page came: paper and footer are those of its guide, or nobody's.
  document.addEventListener("tas-turn", () => {
    const guide = everywhere().find((one) => one.offsetParent);
    if (guide) {
      guide.choose();
      guide.footer();
    } else {
      delete document.documentElement.dataset.paper;
      if (sheet) sheet.replaceSync("");
    }
  });

  customElements.define("tas-guide", Guide);
})((globalThis.tas = globalThis.tas || {}));
