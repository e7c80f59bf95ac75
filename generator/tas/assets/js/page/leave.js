// Pages about violence and self-harm: a way out in one touch or three times Escape, and no trace in the history of this tab. The page is
// replaced, not left behind: by the harmless one, and by whatever of the site is opened from it. What a page cannot take back is the
// browser's own list of visited addresses.
((tas) => {
  "use strict";
  const TIMES = 3, WITHIN = 2000; // milliseconds from the first to the last
  let pressed = [];

  const way = () => [...document.querySelectorAll(".tas-leave a")].find((link) => link.getClientRects().length);

  function leave(link) {
    for (const field of document.querySelectorAll("dialog input")) field.value = "";
    for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
    if (tas.turn) return tas.turn(link); // one file with all pages in it: nothing is loaded
    document.body.hidden = true; // at once, however slow the next page is
    location.replace(link.href);
  }

  // First of all listeners, so that it counts whatever else Escape closes; a dialog or the menu needs one of the three.
  addEventListener("keydown", ({ key, timeStamp, repeat }) => {
    if (key !== "Escape" || repeat) return;
    pressed = [...pressed.filter((before) => timeStamp - before < WITHIN), timeStamp];
    if (pressed.length < TIMES || !way()) return;
    pressed = [];
    leave(way());
  }, true);

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (link.closest(".tas-leave")) {
      event.preventDefault();
      return leave(link);
    }
    const there = new URL(link.href, location.href), inside = there.protocol === location.protocol && there.host === location.host;
    const elsewhere = there.pathname !== location.pathname || there.search !== location.search;
    if (tas.turn || !way() || !inside || !elsewhere || link.target || link.hasAttribute("download")) return;
    event.preventDefault();
    location.replace(link.href);
  });

  // a page that the browser brings back as it was when it was left
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) document.body.hidden = false;
  });
})((globalThis.tas = globalThis.tas || {}));
