// "Show only": one profession's tasks in the matrix, in the table and in the list for phones. Heard on the document, for in a file with a
// whole edition the page comes later.
(() => {
  "use strict";
  document.addEventListener("change", ({ target }) => {
    if (!target.matches("[data-show-only]")) return;
    const one = target.value, matrix = target.closest(".tas-matrix");
    for (const cell of matrix.querySelectorAll("[data-of]")) cell.hidden = Boolean(one) && cell.dataset.of !== one;
    const shown = (part, cells) => [...part.querySelectorAll(cells)].some((cell) => !cell.hidden);
    for (const line of matrix.querySelectorAll(".tas-verbs dl > div")) line.hidden = !shown(line, "[data-of]");
    for (const task of matrix.querySelectorAll(".tas-verbs li")) task.hidden = !shown(task, "dl > div");
    for (const row of matrix.querySelectorAll("tbody tr:not(.tas-matrix__group)")) row.hidden = Boolean(one) && !shown(row, "td:not([data-level=''])");
  });
})();
