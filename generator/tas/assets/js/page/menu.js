// The menu for every hand: it is the browser's own element, this closes it where a reader expects it.
(() => {
  "use strict";
  const menu = document.querySelector(".tas-menu");
  if (!menu) return;

  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", ({ target }) => {
    if (!menu.contains(target)) menu.open = false;
  });
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !menu.contains(relatedTarget)) menu.open = false;
  });
})();
