// <tas-guide>: a guide that is written in during a visit. Ticks and notes last as long as the tab, local numbers stay on the device for
// every guide; nothing leaves it. Prints a choice of parts on the chosen paper, with the footer of the PDF.
(function () {
  "use strict";
  var CONTACTS = "tas:contacts", PAPER = "tas:paper";
  var sheet = null; // of the footer

  // A store that is full, broken or forbidden never breaks the page.
  function read(kind, key) {
    try {
      var data = JSON.parse(window[kind].getItem(key));
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
  function everywhere() { return Array.from(document.querySelectorAll("tas-guide")).filter(function (guide) { return guide.ready; }); }

  function isBox(field) { return field.type === "checkbox" || field.type === "radio"; }

  class TasGuide extends HTMLElement {
    connectedCallback() {
      this.guide = (this.closest(".tas-leaf") || document).querySelector(".guide"); // a file with a whole edition in it has many
      if (!this.guide || this.ready) return;
      this.ready = true;
      this.status = this.querySelector("[role=status]");
      this.visitKey = "tas:visit:" + this.dataset.visit;
      this.contactsKey = CONTACTS + ":" + this.dataset.visit.split("/")[0];
      this.papers = Array.from(this.querySelectorAll("[type=radio]"));
      this.parts = Array.from(this.querySelectorAll("[type=checkbox]"));
      this.fields = Array.from(this.guide.querySelectorAll("input, textarea"));
      this.contacts = this.fields.filter(function (field) { return field.dataset.contact; });
      this.visit = this.fields.filter(function (field) { return !field.dataset.contact; });
      this.showVisit(read("sessionStorage", this.visitKey));
      this.showContacts(read("localStorage", this.contactsKey));
      this.guide.addEventListener("input", (event) => this.keep(event.target));
      this.addEventListener("change", () => this.choose());
      this.addEventListener("click", (event) => {
        var button = event.target.closest("button");
        if (button) this.act(button.dataset.do);
      });
      this.resume(read("localStorage", PAPER).paper);
      this.footer();
      this.hidden = false;
    }

    showVisit(visit) {
      this.visit.forEach(function (field) {
        if (isBox(field)) field.checked = visit[field.name] === field.value;
        else field.value = String(visit[field.name] || "");
      });
    }

    showContacts(contacts) {
      this.contacts.forEach((field) => {
        field.value = String(contacts[field.dataset.contact] || "");
        this.dial(field);
      });
    }

    keep(field) {
      var data = {};
      if (field.dataset.contact) {
        data = read("localStorage", this.contactsKey);
        if (field.value.trim()) data[field.dataset.contact] = field.value;
        else delete data[field.dataset.contact];
        everywhere().forEach(function (guide) {
          guide.contacts.forEach(function (other) {
            if (other.dataset.contact !== field.dataset.contact) return;
            if (other !== field) other.value = field.value;
            guide.dial(other);
          });
        });
        this.say(write("localStorage", this.contactsKey, data) ? "" : this.dataset.unkept);
      } else {
        this.visit.forEach(function (other) {
          if (isBox(other) ? other.checked : other.value) data[other.name] = other.value;
        });
        this.say(write("sessionStorage", this.visitKey, data) ? "" : this.dataset.unkept);
      }
    }

    // A number that was typed can be called like those that are printed.
    dial(field) {
      var line = field.parentElement, link = line.parentElement.querySelector(".guide-dial");
      var number = (field.value.match(/\+?\d[\d ().\/-]{1,}/) || [""])[0].replace(/[^\d+]/g, "");
      if (!number) return link && link.remove();
      if (!link) {
        link = document.createElement("a");
        link.className = "guide-dial";
        line.after(link);
      }
      link.href = "tel:" + number;
      link.textContent = this.dataset.call.replace("{name}", number);
    }

    resume(paper) {
      this.papers.forEach(function (radio) { if (radio.value === paper) radio.checked = true; });
      this.parts.forEach(function (box) { box.checked = true; });
      this.choose();
    }

    choose() {
      var paper = this.papers.find(function (radio) { return radio.checked; }).value;
      document.documentElement.dataset.paper = paper;
      write("localStorage", PAPER, paper === "a4" ? {} : { paper: paper });
      this.parts.forEach(function (box) {
        document.getElementById(box.getAttribute("aria-controls")).closest("section").classList.toggle("guide-skip", !box.checked);
      });
      var leaf = this.guide.querySelector(".guide-leaf");
      var skipped = leaf.querySelectorAll("section.guide-skip").length;
      leaf.classList.toggle("guide-skip", skipped === 2);
      leaf.querySelector(".guide-cut").classList.toggle("guide-skip", skipped > 0);
    }

    // The footer of the PDF; the strict policy of the site forbids style elements, not this.
    footer() {
      try {
        var corners = "{ @bottom-left { content: " + this.dataset.codeLine + " } @bottom-right { content: " + this.dataset.pageLine + " } }";
        if (!sheet) {
          sheet = new CSSStyleSheet();
          document.adoptedStyleSheets = document.adoptedStyleSheets.concat(sheet);
        }
        sheet.replaceSync("@page :right " + corners + " @page :left " + corners);
      } catch (error) {
        // an older browser prints page numbers alone
      }
    }

    act(what) {
      if (what === "print") return window.print();
      var local = what === "erase-contacts";
      write(local ? "localStorage" : "sessionStorage", local ? this.contactsKey : this.visitKey, {});
      if (local) everywhere().forEach(function (guide) { guide.showContacts({}); });
      else this.showVisit({});
      this.say(this.dataset.erased);
    }

    say(words) { this.status.textContent = words; }
  }

  // In a file with a whole edition another page came: paper and footer are those of its guide, or nobody's.
  document.addEventListener("tas-turn", function () {
    var guide = everywhere().find(function (one) { return one.offsetParent; });
    if (guide) {
      guide.choose();
      guide.footer();
    } else {
      delete document.documentElement.dataset.paper;
      if (sheet) sheet.replaceSync("");
    }
  });

  customElements.define("tas-guide", TasGuide);
})();
