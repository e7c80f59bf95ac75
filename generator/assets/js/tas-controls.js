// Search dialog and menu for every hand: both are the browser's own elements, this fills in what readers expect of them.
// The search inside the dialog is Material's. Its script, worker and index wait in <template id="tas-material"> for the first search;
// it reads its state from the checkbox #__search, which is kept in step with the dialog.
(function () {
  "use strict";
  var dialog = document.getElementById("tas-search");
  var toggle = document.getElementById("__search");
  var menu = document.querySelector(".tas-menu");

  function load() {
    var template = document.getElementById("tas-material");
    if (!template) return;
    template.remove();
    template.content.querySelectorAll("script").forEach(function (inert) {
      var script = document.createElement("script");
      if (inert.src) script.src = inert.src;
      else script.textContent = inert.textContent;
      script.async = false;
      // it waits for the document to be ready, which it was long ago
      script.onload = function () { if (window.document$) window.document$.next(document); };
      document.body.append(script);
    });
  }

  function open() {
    if (menu) menu.open = false;
    if (dialog.open) return;
    dialog.showModal();
    if (!toggle.checked) toggle.click();
    dialog.querySelector("input").focus();
    load();
  }

  if (dialog && toggle && dialog.showModal) {
    document.addEventListener("click", function (event) {
      if (event.target.closest(".tas-search-open")) open();
      else if (event.target === dialog || event.target.closest(".tas-search-close, .tas-search a")) dialog.close();
    });
    document.addEventListener("keydown", function (event) {
      // Material closes its search on Tab; here Tab walks through the results
      if (event.key === "Tab" && dialog.open) event.stopPropagation();
      if (event.key === "Escape") dialog.close();
      var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      open();
    });
    dialog.addEventListener("close", function () { if (toggle.checked) toggle.click(); });
    // Material also unchecks it when it starts
    toggle.addEventListener("change", function () { if (dialog.open && !toggle.checked) toggle.click(); });
    dialog.querySelector("form").addEventListener("submit", function (event) { event.preventDefault(); });
    new MutationObserver(function () {
      dialog.querySelectorAll("[tabindex='-1']").forEach(function (element) { element.removeAttribute("tabindex"); });
    }).observe(dialog, { childList: true, subtree: true });
    // an address with a question opens the search, one that comes from a result has its words marked
    if (/[?&]q=/.test(location.search)) open();
    else if (/[?&]h=/.test(location.search)) load();
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
