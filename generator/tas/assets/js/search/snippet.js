// What a result shows of a text, in pieces: [text, marked]. No HTML is made here.
((tas) => {
  "use strict";
  const search = (tas.search = tas.search || {});
  const WORD = /[\p{L}\p{M}\p{N}]+/gu;

  // `marks`: folded words to mark
  search.snippet = (text, marks) => {
    const pieces = [];
    let at = 0;
    for (const match of text.matchAll(WORD)) {
      if (!marks.has(search.fold(match[0]))) continue;
      if (match.index > at) pieces.push([text.slice(at, match.index), false]);
      pieces.push([match[0], true]);
      at = match.index + match[0].length;
    }
    if (at < text.length) pieces.push([text.slice(at), false]);
    return pieces;
  };
})((globalThis.tas = globalThis.tas || {}));
