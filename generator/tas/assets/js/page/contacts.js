// Numbers that a reader fills in once (the midwife of this village, the nearest clinic): kept on this device, the same on the emergency
// card, in every guide and in the search. `tas-contacts` tells the others that one changed.
((tas) => {
  "use strict";
  const KEY = "tas:contacts:"; // and the edition
  const memory = {}; // where the device keeps nothing: as long as the page

  function all(edition) {
    if (memory[edition]) return memory[edition];
    try {
      const data = JSON.parse(localStorage.getItem(KEY + edition));
      return data && typeof data === "object" && !Array.isArray(data) ? data : {};
    } catch (error) {
      return {};
    }
  }

  // Whether it is kept beyond this page.
  function write(edition, data) {
    try {
      if (Object.keys(data).length) localStorage.setItem(KEY + edition, JSON.stringify(data));
      else localStorage.removeItem(KEY + edition);
      localStorage.getItem(KEY + edition); // what cannot be read again is not kept
      delete memory[edition];
    } catch (error) {
      memory[edition] = data;
    }
    document.dispatchEvent(new CustomEvent("tas-contacts", { detail: { edition } }));
    return !memory[edition];
  }

  function keep(edition, contact, typed) {
    const { [contact]: before, ...others } = all(edition);
    return write(edition, typed.trim() ? { ...others, [contact]: typed } : others);
  }

  // The digits of what was typed as a link, after `line`; nothing where there are none.
  function dial(field, line, words, name) {
    const [found] = field.value.match(/\+?\d[\d ().\/-]{1,}/) || [""], number = found.replace(/[^\d+]/g, "");
    let link = line.parentElement.querySelector(`.${name}`);
    if (!number) return link && link.remove();
    if (!link) {
      link = Object.assign(document.createElement("a"), { className: name });
      line.after(link);
    }
    link.href = `tel:${number}`;
    link.textContent = words.replace("{name}", number);
  }

  tas.contacts = { all, keep, dial, erase: (edition) => write(edition, {}) };

  // The numbers of a reader's own on a page about a danger.
  function own() {
    const kept = all(document.documentElement.lang);
    for (const line of document.querySelectorAll("[data-own]")) {
      const field = { value: String(kept[line.dataset.own] || "") }; // only digits become a link
      dial(field, line.firstElementChild, line.dataset.call, "tas-emergency__dial");
    }
  }
  for (const event of ["tas-contacts", "tas-turn"]) document.addEventListener(event, own);
  own();

  const card = document.querySelector(".tas-sos ul");
  if (!card) return;
  const { edition, call, fill } = card.dataset;
  const fields = [...card.querySelectorAll("label")].map((label) => {
    const { id } = label.parentElement.dataset, field = document.createElement("input");
    Object.assign(field, { type: "tel", id: `sos-${id}`, placeholder: fill, autocomplete: "off" }).dataset.contact = id;
    label.htmlFor = field.id;
    label.after(" ", field);
    return field;
  });

  function show() {
    const kept = all(edition);
    for (const field of fields) {
      if (field !== document.activeElement) field.value = String(kept[field.dataset.contact] || "");
      dial(field, field, call, "tas-emergency__dial");
    }
  }

  // The card alone on paper, to carry.
  document.querySelector(".tas-emergency__print").addEventListener("click", () => {
    document.documentElement.dataset.print = "card";
    print();
  });
  addEventListener("afterprint", () => delete document.documentElement.dataset.print);

  card.addEventListener("input", ({ target }) => keep(edition, target.dataset.contact, target.value));
  document.addEventListener("tas-contacts", show);
  show();
})((globalThis.tas = globalThis.tas || {}));
