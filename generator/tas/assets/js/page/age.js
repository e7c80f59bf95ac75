// A copy that has grown old says so: the day is in the page, the device knows what day it is.
(() => {
  "use strict";
  const today = new Date().toISOString().slice(0, 10);
  for (const note of document.querySelectorAll(".tas-age")) note.hidden = today < note.dataset.from;
})();
