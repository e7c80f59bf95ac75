// Small tools that more than one script needs: elements, words with their values, the day, what is packed in a page, a script that comes when it is asked for.
((tas) => {
  "use strict";

  tas.make = (tag, attributes = {}, ...inside) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...inside);
    return made;
  };

  tas.fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  tas.today = () => Math.floor((Date.now() - new Date().getTimezoneOffset() * 60000) / 86400000); // days since 1970, in local time

  // gzip in base64, as a page holds it
  tas.unpacked = (packed) => {
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  };

  // Once, whoever asks how often; one that did not come may be asked for again.
  const scripts = {};
  tas.fetched = (address) => (scripts[address] = scripts[address] || new Promise((done, failed) => {
    const lost = (event) => { delete scripts[address]; failed(event); };
    document.head.append(Object.assign(document.createElement("script"), { src: address, onload: done, onerror: lost }));
  }));
})((globalThis.tas = globalThis.tas || {}));
