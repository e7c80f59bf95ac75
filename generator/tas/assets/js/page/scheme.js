// Light or dark: what the reader chose, else what the device asks for. Runs before the page is drawn, so that nothing flashes.
(() => {
  "use strict";
  const KEY = "tas-scheme", EARLIER = { slate: "dark", default: "light" }; // as it was kept until November 2026
  const root = document.documentElement, device = matchMedia("(prefers-color-scheme: dark)");
  let chosen = null;
  root.classList.remove("no-js");
  try {
    chosen = localStorage.getItem(KEY);
    chosen = EARLIER[chosen] || chosen;
  } catch (error) {
    // storage is closed: the choice lasts for this page
  }

  function show() {
    root.dataset.scheme = chosen || (device.matches ? "dark" : "light");
    for (const button of document.querySelectorAll(".tas-scheme")) button.setAttribute("aria-pressed", String(root.dataset.scheme === "dark"));
  }

  function toggle() {
    chosen = root.dataset.scheme === "dark" ? "light" : "dark";
    try {
      localStorage.setItem(KEY, chosen);
    } catch (error) {
      // see above
    }
    show();
  }

  show();
  if (device.addEventListener) device.addEventListener("change", show);
  document.addEventListener("DOMContentLoaded", show);
  document.addEventListener("click", ({ target }) => {
    if (target.closest && target.closest(".tas-scheme")) toggle();
  });
})();
