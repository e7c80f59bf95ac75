// The stretch of a text that says most about a question, in pieces: [text, marked]. What stands between tags is never made here.
(function (root) {
  "use strict";
  const search = (root.TasSearch = root.TasSearch || {});
  const WORD = /[\p{L}\p{M}\p{N}]+/gu;

  // `words`: folded words to mark; `length`: letters to show
  search.snippet = function (text, words, length) {
    const places = search.places(text, words);
    if (text.length <= length) return cut(text, places, 0, text.length);
    let from = 0;
    let most = 0;
    for (const [start] of places) {
      const inside = new Set(places.filter(([s, e]) => s >= start && e <= start + length).map(([, , word]) => word));
      if (inside.size > most) [most, from] = [inside.size, start];
    }
    from = Math.max(0, from - length / 4);
    if (from) from = text.indexOf(" ", from) + 1;
    let to = Math.min(text.length, from + length);
    if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), from + 1);
    return [...(from ? [["… ", false]] : []), ...cut(text, places, from, to), ...(to < text.length ? [[" …", false]] : [])];
  };

  // [start, end, folded word] of each of the words in the text
  search.places = function (text, words) {
    const found = [];
    for (const match of text.matchAll(WORD)) {
      const word = search.fold(match[0]);
      if (words.has(word)) found.push([match.index, match.index + match[0].length, word]);
    }
    return found;
  };

  function cut(text, places, from, to) {
    const pieces = [];
    let at = from;
    for (const [start, end] of places) {
      if (start < at || end > to) continue;
      if (start > at) pieces.push([text.slice(at, start), false]);
      pieces.push([text.slice(start, end), true]);
      at = end;
    }
    if (at < to) pieces.push([text.slice(at, to), false]);
    return pieces;
  }
})(globalThis);
