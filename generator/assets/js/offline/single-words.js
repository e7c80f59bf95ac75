// Every quiz of a whole edition says the same words; they stand once. Runs before the quizzes start.
(function () {
  "use strict";
  var quizzes = document.querySelectorAll("tas-quiz");
  quizzes.forEach(function (quiz) { if (!quiz.dataset.words) quiz.dataset.words = quizzes[0].dataset.words; });
})();
