// Answers at once with what there is, and has the rest fetched: of a large site the index comes as titles and headings first, then part by
// part (generator/tas/search/segments.py). How scripts are loaded is told by who starts it.
((tas) => {
  "use strict";
  const search = (tas.search = tas.search || {});

  // `index`, `stemmer`: see search.Core; `load`: names of files beside the index -> promise of their scripts; `told`: whether all is here
  // now, once that is known; -> (text, limit) => what Core.query gives
  search.engine = (index, stemmer, load, told) => {
    let core = new search.Core(index, stemmer), loading = false;

    async function complete() {
      loading = true;
      tas.searchSegments = [];
      try {
        await load(index.segments);
        core = new search.Core(index, stemmer, tas.searchSegments);
      } catch (error) {
        loading = false; // the next question tries again
      }
      told(loading);
    }

    return (text, limit) => {
      const result = core.query(text, limit);
      if (result.partial && !loading) complete();
      return result;
    };
  };
})((globalThis.tas = globalThis.tas || {}));
