// Light or dark: what the reader chose, else what the device asks for. Runs before the page is drawn, so that nothing flashes.
(function () {
  "use strict";
  var root = document.documentElement;
  var device = matchMedia("(prefers-color-scheme: dark)");
  var chosen = null;
  root.classList.remove("no-js");
  try { chosen = localStorage.getItem("tas-scheme"); } catch (error) { /* storage is closed: the choice lasts for this page */ }

  function show() {
    var scheme = chosen || (device.matches ? "slate" : "default");
    root.setAttribute("data-md-color-scheme", scheme);
    document.querySelectorAll(".tas-scheme").forEach(function (button) {
      button.setAttribute("aria-pressed", String(scheme === "slate"));
    });
  }

  function toggle() {
    chosen = root.getAttribute("data-md-color-scheme") === "slate" ? "default" : "slate";
    try { localStorage.setItem("tas-scheme", chosen); } catch (error) { /* see above */ }
    show();
  }

  show();
  if (device.addEventListener) device.addEventListener("change", show);
  document.addEventListener("DOMContentLoaded", show);
  document.addEventListener("click", function (event) {
    if (event.target.closest && event.target.closest(".tas-scheme")) toggle();
  });
})();
