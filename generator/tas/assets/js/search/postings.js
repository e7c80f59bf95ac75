// In which sections a word stands, and how much of the section it is: BM25 over page title, section title and text.
((tas) => {
  "use strict";
  const search = (tas.search = tas.search || {});

  const FIELDS = [2, 3, 1]; // what a word counts in the page's title, the section's title, the text
  const SATURATION = 1.2; // k1: how soon a repeated word stops counting
  const NAMED = 0.7; // what a word counts that the title means
  const LENGTH = 0.75; // b: how far a long text is held against a word

  search.Postings = class {
    // `sections`: [{ fields: [page title, title, text], rest: words that stand further on in the text }]
    constructor(sections, vocabulary) {
      this.count = sections.length;
      this.maps = []; // word id -> section -> value, as they are asked for
      this.byWord = []; // word id -> [section, value, section, value, …]
      const fields = sections.map(({ fields: [page, title, text], rest }) => [words(page), words(title), [...words(text), ...rest]]);
      const mean = FIELDS.map((_, at) => Math.max(1, average(fields.map((lists) => lists[at].length))));
      fields.forEach((lists, section) => {
        const counts = new Map();
        lists.forEach((list, at) => {
          const share = FIELDS[at] / (1 - LENGTH + (LENGTH * list.length) / mean[at]);
          for (const word of list) counts.set(word, (counts.get(word) || 0) + share);
        });
        for (const [word, count] of counts) {
          const id = vocabulary.add(word);
          vocabulary.counts[id]++;
          (this.byWord[id] = this.byWord[id] || []).push(section, count / (SATURATION + count));
        }
      });
    }

    // a word that the title means without saying it
    name(word, section, vocabulary) {
      const id = vocabulary.add(word);
      const list = (this.byWord[id] = this.byWord[id] || []);
      const at = list.findIndex((one, place) => place % 2 === 0 && one === section);
      if (at >= 0) list[at + 1] = Math.max(list[at + 1], NAMED);
      else list.push(section, NAMED);
    }

    // section -> value (0 … 1) for an alternative: the mean of its parts, all of which must be there
    find(parts) {
      if (parts.length === 1) return this.any(parts[0]);
      let found = this.any(parts[0]);
      for (const part of parts.slice(1)) {
        const values = this.any(part);
        found = new Map([...found].filter(([section]) => values.has(section)).map(([s, v]) => [s, v + values.get(s)]));
      }
      found.forEach((value, section) => found.set(section, value / parts.length));
      return found;
    }

    any(ids) {
      if (ids.length > 1) return this.best(ids);
      return this.maps[ids[0]] || (this.maps[ids[0]] = this.best(ids));
    }

    best(ids) {
      const found = new Map();
      for (const id of ids) {
        const list = this.byWord[id] || [];
        for (let at = 0; at < list.length; at += 2) {
          found.set(list[at], Math.max(found.get(list[at]) || 0, list[at + 1]));
        }
      }
      return found;
    }

    has(id) {
      return Boolean(this.byWord[id]);
    }
  };

  const words = (text) => search.words(text).concat(search.tied(text));
  const average = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
})((globalThis.tas = globalThis.tas || {}));
