// Before the quizzes start: puts every page away until it is asked for (single.js).
// A cheap phone starts one page then, and not two hundred questions.
((tas) => {
  "use strict";
  tas.away = new Map(); // page -> what is in it
  for (const leaf of document.querySelectorAll(".tas-leaf")) {
    const inside = document.createDocumentFragment();
    inside.append(...leaf.childNodes);
    tas.away.set(leaf, inside);
  }
})((globalThis.tas = globalThis.tas || {}));
