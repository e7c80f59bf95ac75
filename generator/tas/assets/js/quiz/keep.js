// Whether anything is kept at all: a reader may say "keep nothing" for the whole site. The wish itself is all that is written down then.
((tas) => {
  "use strict";
  const KEY = "tas:keep-nothing";
  let nothing = false;
  try {
    nothing = localStorage.getItem(KEY) === "yes";
  } catch (error) {
    nothing = true; // nothing can be kept anyway
  }

  tas.keep = {
    get nothing() { return nothing; },
    set nothing(wish) {
      nothing = wish;
      try {
        if (wish) localStorage.setItem(KEY, "yes");
        else localStorage.removeItem(KEY);
      } catch (error) {
        // it holds for this page
      }
    },
  };
})((globalThis.tas = globalThis.tas || {}));
