// In which sections a word stands, and how much of the section it is: BM25 over page title, section title and text.
((tas) => {
  "use strict";
  const search = (tas.search = tas.search || {});

  const FIELDS = [2, 3, 1]; // what a word counts in the page's title, the section's title, the text
  const SATURATION = 1.2; // k1: how soon a repeated word stops counting
  const NAMED = 0.7; // what a word counts that the title means
  const LENGTH = 0.75; // b: how far a long text is held against a word

  search.Postings = class {
    // `sections`: [{ fields: [page title, title, text], rest: steps to the words that stand further on in the text, known: all words }];
    // numbers in plain rows, for a large site has a quarter of a million: a word's sections and values lie from `from[id]` to `from[id + 1]`
    constructor(sections, vocabulary) {
      this.count = sections.length;
      this.maps = []; // word id -> section -> value, as they are asked for
      this.named = new Map(); // word id -> sections whose title means it
      const ids = (text) => search.words(text).concat(search.tied(text)).map((word) => vocabulary.add(word));
      // a word that was looked up leaves its id in its place
      const looked = (known, number) => (known[number] = known[number].at ? vocabulary.add(known[number]) : known[number]);
      let before, named;
      const lists = sections.map(({ fields: [page, title, text], rest, known }) => {
        if (page !== before) named = ids((before = page));
        return [named, ids(title), ids(text).concat(search.unpack(rest).map((number) => looked(known, number)))];
      });
      const mean = FIELDS.map((_, at) => Math.max(1, lists.reduce((sum, fields) => sum + fields[at].length, 0) / this.count));
      const counts = new Float64Array(vocabulary.list.length);
      const each = (done) =>
        lists.forEach((fields, section) => {
          fields.forEach((list, at) => {
            const share = FIELDS[at] / (1 - LENGTH + (LENGTH * list.length) / mean[at]);
            for (const id of list) counts[id] += share;
          });
          for (const list of fields) {
            for (const id of list) {
              if (counts[id]) done(id, section, counts[id]);
              counts[id] = 0;
            }
          }
        });
      each((id) => vocabulary.counts[id]++);
      this.from = new Int32Array(counts.length + 1);
      counts.forEach((_, id) => (this.from[id + 1] = this.from[id] + vocabulary.counts[id]));
      this.sections = new Int32Array(this.from[counts.length]);
      this.values = new Float64Array(this.sections.length);
      const next = this.from.slice();
      each((id, section, count) => {
        this.sections[next[id]] = section;
        this.values[next[id]++] = count / (SATURATION + count);
      });
    }

    // a word that the title means without saying it
    name(word, section, vocabulary) {
      const id = vocabulary.add(word);
      const at = this.sections.subarray(this.from[id], this.from[id + 1]).indexOf(section);
      if (at >= 0) this.values[this.from[id] + at] = Math.max(this.values[this.from[id] + at], NAMED);
      else this.named.set(id, (this.named.get(id) || []).concat(section));
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
      const raise = (section, value) => found.set(section, Math.max(found.get(section) || 0, value));
      for (const id of ids) {
        for (let at = this.from[id]; at < this.from[id + 1]; at++) raise(this.sections[at], this.values[at]);
        for (const section of this.named.get(id) || []) raise(section, NAMED);
      }
      return found;
    }

    // in how many sections it stands
    size(id) {
      return (this.from[id + 1] - this.from[id] || 0) + (this.named.get(id) || []).length;
    }
  };
})((globalThis.tas = globalThis.tas || {}));
