// The search in a thread of its own. First comes which scripts to load, then one question after the other.
(() => {
  "use strict";
  const TOGETHER = 4; // files fetched at a time; between them questions are answered
  let ask = null;
  self.onmessage = ({ data }) => {
    try {
      if (data.scripts) {
        importScripts(...data.scripts);
        const load = async (names) => {
          for (let at = 0; at < names.length; at += TOGETHER) {
            await new Promise((done) => setTimeout(done));
            importScripts(...names.slice(at, at + TOGETHER).map((name) => new URL(name, data.scripts.at(-1))));
          }
        };
        ask = tas.search.engine(tas.searchIndex, tas.stem, load, (whole) => postMessage({ whole }));
        postMessage({ ready: true });
      } else postMessage({ number: data.number, result: ask(data.text, data.limit) });
    } catch (error) {
      postMessage({ number: data.number, failed: String(error) });
    }
  };
})();
