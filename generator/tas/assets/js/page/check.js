// "Check yourself": the player comes when a reader begins. Where it cannot come, and without scripts, the questions stay a list to read.
(() => {
  "use strict";
  const { player } = document.currentScript.dataset, quiz = player && document.querySelector("tas-quiz");
  if (!quiz) return;
  const start = quiz.querySelector('[data-part="load"]');

  function show() {
    start.hidden = true;
    quiz.classList.remove("is-away");
    const legend = quiz.querySelector("legend");
    legend.tabIndex = -1;
    legend.focus({ preventScroll: true });
  }

  function load() {
    const script = document.createElement("script");
    script.src = player;
    script.onload = script.onerror = show;
    start.querySelector("button").setAttribute("aria-disabled", "true");
    document.head.append(script);
  }

  start.querySelector("button").addEventListener("click", load, { once: true });
  start.hidden = false;
  quiz.classList.add("is-away");
})();
