// Before the quizzes start: gives them the words, which stand once for all, and puts every page away until it is asked for (single.js).
// A cheap phone starts one page then, and not two hundred questions.
(function (root) {
  "use strict";
  var quizzes = document.querySelectorAll("tas-quiz");
  quizzes.forEach(function (quiz) { if (!quiz.dataset.words) quiz.dataset.words = quizzes[0].dataset.words; });

  root.tasAway = new Map(); // page -> what is in it
  document.querySelectorAll(".tas-leaf").forEach(function (leaf) {
    var inside = document.createDocumentFragment();
    inside.append(...leaf.childNodes);
    root.tasAway.set(leaf, inside);
  });
})(globalThis);
