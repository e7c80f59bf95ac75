// Text as the search sees it: folded words, their stems, their trigrams. Knows no page and no language: a stemmer is handed in.
((tas) => {
  "use strict";
  const search = (tas.search = tas.search || {});
  const WORD = /[\p{L}\p{N}]+/gu;
  const PLAIN = /^[\0-\x7f]*$/; // most texts, of which there are thousands
  const TIE = /[-'’‑]/;
  const TIED = /[\p{L}\p{N}]+(?:[-'’‑][\p{L}\p{N}]+)+/gu;
  const STEMMED_FROM = 4;
  const MOST_BETWEEN = 60;

  // without accents and capitals; a letter stays a letter, so that places in the text stay true word by word
  search.fold = (text) => (PLAIN.test(text) ? text : text.normalize("NFD").replace(/\p{M}+/gu, "")).toLowerCase();

  search.words = (text) => search.fold(text).match(WORD) || [];

  // "MP-ASI" is also found as "mpasi"; a doubled word ("langkah-langkah") is one word said twice
  search.tied = (text) =>
    ((TIE.test(text) && search.fold(text).match(TIED)) || [])
      .map((tie) => tie.match(WORD))
      .filter((parts) => new Set(parts).size > 1)
      .map((parts) => parts.join(""))
      .filter((word) => word.length <= 24);

  search.stemWith = (stemmer) => (word) =>
    stemmer && word.length >= STEMMED_FROM && !/\d/.test(word) ? stemmer(word) : word;

  search.trigrams = (word) => {
    const padded = ` ${word} `;
    const found = new Set();
    for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3));
    return [...found];
  };

  // The numbers that a title spans: "week drie tot acht" is also week 5; `names`: the words for 1, 2, 3, …
  search.between = (title, names) => {
    const numbers = search.words(title).map((word) => (/^\d+$/.test(word) ? Number(word) : names.indexOf(word) + 1));
    const [from, to] = numbers.filter((number) => number > 0);
    return to > from && to - from < MOST_BETWEEN ? Array.from({ length: to - from + 1 }, (_, at) => from + at) : [];
  };

  // Insertions, deletions, replacements and swapped neighbours between two words; `most` + 1 stands for "too many"
  search.distance = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [];
    let row = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let i = 1; i <= one.length; i++) {
      const next = [i];
      let least = i;
      for (let j = 1; j <= other.length; j++) {
        const same = one[i - 1] === other[j - 1] ? 0 : 1;
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same);
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          next[j] = Math.min(next[j], before[j - 2] + 1);
        }
        least = Math.min(least, next[j]);
      }
      if (least > most) return most + 1;
      [before, row] = [row, next];
    }
    return row[other.length];
  };
})((globalThis.tas = globalThis.tas || {}));
