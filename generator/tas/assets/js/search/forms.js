// Which words and stems share how many of their trigrams with a given word.
((tas) => {
  "use strict";
  const search = (tas.search = tas.search || {});

  search.Forms = class {
    constructor(vocabulary) {
      const byForm = new Map(vocabulary.list.map((word, id) => [word, [id]]));
      for (const [stem, ids] of vocabulary.byStem) byForm.set(stem, [...new Set([...(byForm.get(stem) || []), ...ids])]);
      this.ids = [...byForm.values()];
      this.sizes = new Uint8Array(byForm.size);
      this.holders = new Map();
      let at = 0;
      for (const form of byForm.keys()) {
        const trigrams = search.trigrams(form);
        this.sizes[at] = trigrams.length;
        for (const trigram of trigrams) {
          const holders = this.holders.get(trigram);
          if (holders) holders.push(at);
          else this.holders.set(trigram, [at]);
        }
        at++;
      }
    }

    like(word, least) {
      const trigrams = search.trigrams(word);
      const shared = new Uint8Array(this.sizes.length);
      const touched = [];
      for (const trigram of trigrams) {
        for (const form of this.holders.get(trigram) || []) if (!shared[form]++) touched.push(form);
      }
      return touched
        .map((form) => [this.ids[form], (2 * shared[form]) / (trigrams.length + this.sizes[form])])
        .filter(([, dice]) => dice >= least);
    }
  };
})((globalThis.tas = globalThis.tas || {}));
