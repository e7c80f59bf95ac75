// What a result shows of a text, in pieces: [text, marked]. No HTML is made here.
((tas) => {
  "use strict";
  const search = (tas.search = tas.search || {});
  const WORD = /[\p{L}\p{M}\p{N}]+/gu;
  const MORE = 3; // words shown that stand further on

  // `marks`: folded words to mark; `rest`: folded words that stand in what follows the text
  search.snippet = (text, marks, rest) => {
    const pieces = [];
    let at = 0;
    const seen = new Set();
    for (const match of text.matchAll(WORD)) {
      const word = search.fold(match[0]);
      if (!marks.has(word)) continue;
      seen.add(word);
      if (match.index > at) pieces.push([text.slice(at, match.index), false]);
      pieces.push([match[0], true]);
      at = match.index + match[0].length;
    }
    if (at < text.length) pieces.push([text.slice(at), false]);
    const further = [...marks].filter((word) => rest.has(word) && !seen.has(word)).slice(0, MORE);
    return pieces.concat(further.flatMap((word) => [[" ", false], [word, true], [" …", false]]));
  };
})((globalThis.tas = globalThis.tas || {}));
