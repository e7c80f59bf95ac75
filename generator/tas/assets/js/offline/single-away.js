// Before the quizzes start: gives them the words, which stand once for all, and puts every page away until it is asked for (single.js).
// A cheap phone starts one page then, and not two hundred questions.
((tas) => {
  "use strict";
  const quizzes = document.querySelectorAll("tas-quiz");
  const common = document.querySelector("tas-quiz[data-common]");
  for (const quiz of quizzes) if (!quiz.dataset.words) quiz.dataset.words = common.dataset.words;

  tas.away = new Map(); // page -> what is in it
  for (const leaf of document.querySelectorAll(".tas-leaf")) {
    const inside = document.createDocumentFragment();
    inside.append(...leaf.childNodes);
    tas.away.set(leaf, inside);
  }
})((globalThis.tas = globalThis.tas || {}));
