// What this device keeps for a page of ours under one key; where it keeps nothing, or its reader wants nothing kept, the page goes on from memory.
((tas) => {
  "use strict";

  // tidy(data): what may be believed of what was read, whoever wrote it
  tas.kept = (key, tidy) => {
    let memory = null;
    return {
      read() {
        if (memory) return memory;
        try {
          return tidy(JSON.parse(localStorage.getItem(key)));
        } catch (error) {
          return tidy(null);
        }
      },
      // Whether it is kept beyond this page.
      write(data) {
        memory = null;
        try {
          if (tas.keep.nothing) throw new Error("nothing is kept");
          if (Object.keys(data).length) localStorage.setItem(key, JSON.stringify(data));
          else localStorage.removeItem(key);
          localStorage.getItem(key); // what cannot be read again is not kept
        } catch (error) {
          memory = data;
        }
        return !memory;
      },
      erase() {
        memory = null;
        try {
          localStorage.removeItem(key);
        } catch (error) {
          // nothing is kept
        }
      },
    };
  };
})((globalThis.tas = globalThis.tas || {}));
