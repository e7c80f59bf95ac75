// In which sections a word stands, and how much of the section it is: BM25 over page title, section title and text.
((tas) => {
  "use strict";
  const search = (tas.search = tas.search || {});

  const FIELDS = [2, 3, 1]; // what a word counts in the page's title, the section's title, the text
  const SATURATION = 1.2; // k1: how soon a repeated word stops counting
  const NAMED = 0.7; // what a word counts that the title means
  const LENGTH = 0.75; // b: how far a long text is held against a word

  search.Postings = class {
    // `sections`: [{ fields: [page title, title, text], rest: steps to the words that stand further on in the text, known: their search.Known }]
    constructor(sections, vocabulary) {
      this.count = sections.length;
      this.maps = []; // word id -> section -> value, as they are asked for
      this.named = new Map(); // word id -> sections whose title means it
      const { ids, ends } = read(sections, vocabulary);
      this.list(ids, ends, vocabulary);
    }

    // All ids section by section -> of each word its sections and values from `from[id]` to `from[id + 1]`. Numbers in plain rows: a
    // large site has a quarter of a million of them.
    list(ids, ends, vocabulary) {
      const sum = FIELDS.map(() => 0);
      const size = vocabulary.list.length, last = new Int32Array(size).fill(-1);
      for (let section = 0; section < this.count; section++) {
        const start = section * FIELDS.length;
        for (let at = 0; at < FIELDS.length; at++) sum[at] += ends[start + at] - (ends[start + at - 1] || 0);
        for (let at = ends[start - 1] || 0; at < ends[start + FIELDS.length - 1]; at++) {
          if (last[ids[at]] === section) continue;
          last[ids[at]] = section;
          vocabulary.counts[ids[at]]++;
        }
      }
      const mean = sum.map((length) => Math.max(1, length / this.count));
      this.from = new Int32Array(size + 1);
      for (let id = 0; id < size; id++) this.from[id + 1] = this.from[id] + vocabulary.counts[id];
      this.sections = new Int32Array(this.from[size]);
      this.values = new Float64Array(this.from[size]);
      const next = this.from.slice(), counts = new Float64Array(size);
      for (let section = 0; section < this.count; section++) {
        const start = section * FIELDS.length, first = ends[start - 1] || 0, end = ends[start + FIELDS.length - 1];
        for (let field = 0, at = first; field < FIELDS.length; field++) {
          const share = FIELDS[field] / (1 - LENGTH + (LENGTH * (ends[start + field] - at)) / mean[field]);
          for (; at < ends[start + field]; at++) counts[ids[at]] += share;
        }
        for (let at = first; at < end; at++) {
          const id = ids[at], count = counts[id];
          if (!count) continue;
          this.sections[next[id]] = section;
          this.values[next[id]++] = count / (SATURATION + count);
          counts[id] = 0;
        }
      }
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

    has(id) {
      return this.size(id) > 0;
    }
  };

  // The words of an index by their numbers; each is looked up once.
  search.Known = class {
    constructor(words) {
      this.words = words ? words.split(" ") : [];
      this.ids = new Int32Array(this.words.length).fill(-1);
    }

    id(number, vocabulary) {
      const id = this.ids[number];
      return id < 0 ? (this.ids[number] = vocabulary.add(this.words[number])) : id;
    }
  };

  // { ids: of all words, section by section and field by field, ends: where each field of each section ends }
  function read(sections, vocabulary) {
    const ids = [], ends = [];
    let before, named;
    const add = (text) => search.words(text).concat(search.tied(text)).map((word) => vocabulary.add(word));
    const put = (some) => {
      for (const id of some) ids.push(id);
    };
    for (const { fields: [page, title, text], rest, known } of sections) {
      if (page !== before) [before, named] = [page, add(page)];
      put(named);
      ends.push(ids.length);
      put(add(title));
      ends.push(ids.length);
      put(add(text));
      for (const number of search.unpack(rest)) ids.push(known.id(number, vocabulary));
      ends.push(ids.length);
    }
    return { ids, ends };
  }
})((globalThis.tas = globalThis.tas || {}));
