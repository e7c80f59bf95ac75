// What drops from the header (menu, emergency card) for every hand: it is the browser's own element, this closes it where a reader expects it.
(() => {
  "use strict";
  const drops = [...document.querySelectorAll(".tas-drop")];

  document.addEventListener("keydown", ({ key }) => {
    const open = drops.find((drop) => drop.open);
    if (key !== "Escape" || !open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });
  document.addEventListener("click", ({ target }) => {
    for (const drop of drops) if (!drop.contains(target)) drop.open = false;
  });
  for (const drop of drops) {
    drop.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !drop.contains(relatedTarget)) drop.open = false;
    });
  }
})();
