// The search core in a thread of its own. First comes which scripts to load, then one question after the other.
(function () {
  "use strict";
  let core = null;
  self.onmessage = ({ data }) => {
    try {
      if (data.scripts) {
        importScripts(...data.scripts);
        core = new TasSearch.Core(self.tasSearchIndex, self.tasStem);
        postMessage({ ready: true });
      } else postMessage({ number: data.number, result: core.query(data.text, data.limit) });
    } catch (error) {
      postMessage({ number: data.number, failed: String(error) });
    }
  };
})();
