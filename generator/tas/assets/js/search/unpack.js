// Reads the index as generator/tas/search/pack.py packs it: which words stand in the rest of a section, after its lead.
((tas) => {
  "use strict";
  const search = (tas.search = tas.search || {});
  const DIGITS = 91;
  const ONE = 60;
  const FAR = ONE + (DIGITS - ONE - 1) * DIGITS;

  // 35 … 126 without the backslash
  const digit = (code) => code - 35 - (code > 92 ? 1 : 0);

  // `steps`: letters -> the numbers of the words of the section, rising
  search.unpack = (steps) => {
    const found = [];
    let number = -1;
    for (let at = 0; at < steps.length; at++) {
      const first = digit(steps.charCodeAt(at));
      if (first === DIGITS - 1) {
        number += FAR;
        continue;
      }
      number += 1 + (first < ONE ? first : ONE + (first - ONE) * DIGITS + digit(steps.charCodeAt(++at)));
      found.push(number);
    }
    return found;
  };
})((globalThis.tas = globalThis.tas || {}));
