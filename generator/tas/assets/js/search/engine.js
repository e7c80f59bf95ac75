// Answers at once with what there is, and has the rest fetched: of a large site the index comes as titles and headings first, then part by
// part (generator/tas/search/segments.py). How scripts are loaded is told by who starts it.
((tas) => {
  "use strict";
  const search = (tas.search = tas.search || {});
  const TOGETHER = 4; // files at a time; between them questions are answered

  search.Engine = class {
    // `index`, `stemmer`: see search.Core; `load`: names of files beside the index -> promise of their scripts;
    // `told`: whether all is here now, once that is known
    constructor(index, stemmer, load, told) {
      Object.assign(this, { index, stemmer, load, told, loading: false });
      this.core = new search.Core(index, stemmer);
    }

    query(text, limit) {
      const result = this.core.query(text, limit);
      if (result.partial && !this.loading) this.complete();
      return result;
    }

    async complete() {
      this.loading = true;
      const names = this.index.segments;
      tas.searchSegments = [];
      try {
        for (let at = 0; at < names.length; at += TOGETHER) await this.load(names.slice(at, at + TOGETHER));
        this.core = new search.Core(this.index, this.stemmer, tas.searchSegments);
        this.told(true);
      } catch (error) {
        this.loading = false; // the next question tries again
        this.told(false);
      }
      tas.searchSegments = null;
    }
  };
})((globalThis.tas = globalThis.tas || {}));
