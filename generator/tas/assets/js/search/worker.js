// The search core in a thread of its own. First comes which scripts to load, then one question after the other.
(() => {
  "use strict";
  let core = null;
  self.onmessage = ({ data }) => {
    try {
      if (data.scripts) {
        importScripts(...data.scripts);
        core = new tas.search.Core(tas.searchIndex, tas.stem);
        postMessage({ ready: true });
      } else postMessage({ number: data.number, result: core.query(data.text, data.limit) });
    } catch (error) {
      postMessage({ number: data.number, failed: String(error) });
    }
  };
})();
