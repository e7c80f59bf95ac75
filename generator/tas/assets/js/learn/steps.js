// When a step of the path is done, from what is kept: a quiz that came to its end, a page whose questions were all checked.
((tas) => {
  "use strict";

  // step: {key, items: ["item:hash"]}; kept: {answers, quizzes} as in progress.js. {right, total, day}, or null; a day of 0 is not known.
  tas.stepDone = ({ key, items }, kept) => {
    const { done } = kept.quizzes[key] || {};
    if (done) return done;
    return items.length && items.every((name) => kept.answers[name] && kept.answers[name].checked) ? { right: 0, total: 0, day: 0 } : null;
  };
})((globalThis.tas = globalThis.tas || {}));
