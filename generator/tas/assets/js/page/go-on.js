// On the home page: the way back to a quiz that was left half-way, the next step of the path, or the mirror that was kept. Reads what
// quiz/progress.js keeps.
((tas) => {
  "use strict";
  const line = document.querySelector(".tas-go-on");
  if (!line) return;
  try {
    const progress = JSON.parse(localStorage.getItem("tas:progress")), kept = progress.quizzes, places = JSON.parse(line.dataset.quizzes);
    const steps = JSON.parse(line.dataset.path).map(([key, items, ...place]) => ({ key, items, place })), begun = steps.filter((step) => tas.stepDone(step, progress));
    const names = Object.keys(kept).filter((name) => places[name]), open = names.filter((name) => !kept[name].done).pop(), mirror = names.find((name) => kept[name].keep && kept[name].done);
    const next = begun.length && steps.find((step) => !begun.includes(step));
    const place = places[open] || (next && next.place) || places[mirror];
    if (!place) return;
    const link = line.querySelector("a");
    [link.textContent, link.href, line.lastElementChild.textContent = ""] = place;
    if (place === places[mirror] && !open) line.firstChild.data = `${line.dataset.again}: `;
    line.hidden = false;
  } catch (error) {
    // nothing is kept
  }
})((globalThis.tas = globalThis.tas || {}));
