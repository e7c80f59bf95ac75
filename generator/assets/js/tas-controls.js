// Search dialog and menu for hands on a keyboard. Both are the browser's own elements; this ties them to Material's search,
// which reads its state from the checkbox #__search, and closes the menu where a reader expects it.
(function () {
  "use strict";
  var dialog = document.getElementById("tas-search");
  var toggle = document.getElementById("__search");
  var menu = document.querySelector(".tas-menu");

  function open() {
    if (menu) menu.open = false;
    if (dialog.open) return;
    dialog.showModal();
    if (!toggle.checked) toggle.click();
    dialog.querySelector("input").focus();
  }

  if (dialog && toggle && dialog.showModal) {
    document.addEventListener("click", function (event) {
      if (event.target.closest(".tas-search-open")) open();
      if (event.target === dialog || event.target.closest(".tas-search-close")) dialog.close();
    });
    document.addEventListener("keydown", function (event) {
      var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      open();
    });
    dialog.addEventListener("close", function () { if (toggle.checked) toggle.click(); });
    toggle.addEventListener("change", function () { if (!toggle.checked && dialog.open) dialog.close(); });
    dialog.querySelector("form").addEventListener("submit", function (event) { event.preventDefault(); });
    // Material closes its search on Tab and takes its results out of the tab order: here Tab walks through them
    dialog.addEventListener("keydown", function (event) { if (event.key === "Tab") event.stopPropagation(); });
    new MutationObserver(function () {
      dialog.querySelectorAll("[tabindex='-1']").forEach(function (element) { element.removeAttribute("tabindex"); });
    }).observe(dialog, { childList: true, subtree: true });
  }

  if (menu) {
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    document.addEventListener("click", function (event) { if (!menu.contains(event.target)) menu.open = false; });
    menu.addEventListener("focusout", function (event) {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
    });
  }
})();
