// Questions to the search core: in a worker, or in the page itself where a browser allows no worker (a site on a disk).
((tas) => {
  "use strict";
  const search = (tas.search = tas.search || {});
  const PATIENCE = 20000; // milliseconds until loading counts as failed

  // `addresses`: { worker, core, stemmer (or ""), index }; -> (text, limit) => Promise of what Core.query gives;
  // `told`: called after an answer that was only from titles: true once the others would be whole, false where the rest cannot be loaded
  search.connect = (addresses, told) => {
    const scripts = [addresses.core, addresses.stemmer, addresses.index].filter(Boolean);
    const opened = location.protocol === "file:" || !globalThis.Worker ? inPage(scripts, told) : inWorker(addresses.worker, scripts, told);
    const late = new Promise((_, fail) => setTimeout(() => fail(new Error("too late")), PATIENCE));
    const ready = Promise.race([opened, late]);
    return (text, limit) => ready.then((ask) => ask(text, limit));
  };

  function inWorker(address, scripts, told) {
    const worker = new Worker(address);
    const waiting = new Map(); // number -> [done, fail]
    let last = 0;
    return new Promise((done, fail) => {
      worker.onerror = fail;
      worker.onmessage = ({ data }) => {
        if (data.ready) return done(ask);
        if ("whole" in data) return told(data.whole);
        if (!data.number) return fail(new Error(data.failed));
        const [answer, refuse] = waiting.get(data.number);
        waiting.delete(data.number);
        if (data.failed) refuse(new Error(data.failed));
        else answer(data.result);
      };
      worker.postMessage({ scripts });
    });

    function ask(text, limit) {
      return new Promise((...ends) => {
        waiting.set(++last, ends);
        worker.postMessage({ number: last, text, limit });
      });
    }
  }

  async function inPage(scripts, told) {
    for (const address of scripts) await load(address);
    const beside = (names) => Promise.all(names.map((name) => load(new URL(name, scripts.at(-1)))));
    return search.engine(tas.searchIndex, tas.stem, beside, told);
  }

  const load = (address) =>
    new Promise((done, fail) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = done;
      script.onerror = () => fail(new Error(address));
      document.head.append(script);
    });
})((globalThis.tas = globalThis.tas || {}));
