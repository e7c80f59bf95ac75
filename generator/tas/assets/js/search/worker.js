// The search in a thread of its own. First comes which scripts to load, then one question after the other.
(() => {
  "use strict";
  let engine = null;
  self.onmessage = ({ data }) => {
    try {
      if (data.scripts) {
        importScripts(...data.scripts);
        const [index] = data.scripts.slice(-1);
        const load = async (names) => {
          await new Promise((done) => setTimeout(done)); // a question that waits comes first
          importScripts(...names.map((name) => new URL(name, index)));
        };
        engine = new tas.search.Engine(tas.searchIndex, tas.stem, load, (whole) => postMessage({ whole }));
        postMessage({ ready: true });
      } else postMessage({ number: data.number, result: engine.query(data.text, data.limit) });
    } catch (error) {
      postMessage({ number: data.number, failed: String(error) });
    }
  };
})();
