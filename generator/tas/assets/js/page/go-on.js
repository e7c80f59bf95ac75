// On the home page: the way back to a quiz that was left half-way, or to the mirror that was kept. Reads what quiz/progress.js keeps.
(() => {
  "use strict";
  const line = document.querySelector(".tas-go-on");
  if (!line) return;
  try {
    const kept = JSON.parse(localStorage.getItem("tas:progress")).quizzes, places = JSON.parse(line.dataset.quizzes);
    const names = Object.keys(kept).filter((name) => places[name]), open = names.filter((name) => !kept[name].done), mirror = names.find((name) => kept[name].keep && kept[name].done);
    const name = open.pop() || mirror;
    if (!name) return;
    const link = line.querySelector("a");
    [link.textContent, link.href] = places[name];
    if (kept[name].done) line.firstChild.data = `${line.dataset.again}: `;
    line.hidden = false;
  } catch (error) {
    // nothing is kept
  }
})();
