// The glossary's own field: leaves the terms that have what is typed in their names or meanings.
(() => {
  "use strict";
  const fold = (text) => text.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase();
  document.addEventListener("input", ({ target }) => {
    if (!target.matches("[data-filter]")) return;
    const glossary = target.closest(".tas-glossary"), typed = fold(target.value).trim();
    let found = 0;
    for (const letter of glossary.querySelectorAll(".tas-letter")) {
      const terms = [...letter.querySelectorAll("dl > div")];
      for (const term of terms) term.hidden = !fold(term.textContent).includes(typed);
      const left = terms.filter((term) => !term.hidden).length;
      letter.hidden = !left;
      found += left;
    }
    glossary.querySelector(".tas-letters").hidden = Boolean(typed);
    const status = glossary.querySelector("[role=status]");
    status.textContent = found ? (typed ? String(found) : "") : status.dataset.none;
  });
})();
