// The search of one edition over its index; pure data in, pure data out. Knows neither DOM nor worker nor theme.
((tas) => {
  "use strict";
  const search = (tas.search = tas.search || {});

  const NEAR = 4; // words offered when nothing was found

  search.Core = class {
    // `index`: see generator/tas/search/index.py and pack.py; `stemmer`: word -> stem, or nothing; `segments`: [{ words, pages }] of an index
    // that is in several: with them it answers as one index does, without them from titles and headings only
    constructor(index, stemmer, segments) {
      this.partial = !segments && "segments" in index;
      const order = new Map(index.pages.map(([location], at) => [location, at]));
      const at = ([[location]]) => order.get(location);
      const rows = (segments || [index]).flatMap(({ words, pages }) => {
        const known = words.split(" ");
        return pages.map((page) => [page, known]);
      });
      rows.sort((a, b) => at(a) - at(b));
      this.pages = rows.map(([[location, boost, names, parts, asked = []]]) => {
        return { location, boost, names: [parts[0][1], names, ...asked].join(" "), title: parts[0][1], called: names, asked, parts };
      });
      this.sections = rows.flatMap(([[, , , parts], known], page) =>
        parts.map(([anchor, title, text, rest]) => ({ page, anchor, title, text, rest, known })),
      );
      const stem = search.stemWith(stemmer);
      const vocabulary = new search.Vocabulary(stem, index.swallowed, this.partial);
      const stopwords = new Set(index.stopwords.flatMap(search.words));
      const fields = this.sections.map(({ page, anchor, title, text, rest, known }) => {
        return { fields: [this.pages[page].names, anchor ? title : text, text], rest, known }; // of a page: its summary
      });
      this.postings = new search.Postings(fields, vocabulary);
      this.sections.forEach(({ page, anchor }, section) => {
        if (!anchor) for (const number of search.between(this.pages[page].title, index.numbers || [])) this.postings.name(String(number), section, vocabulary);
      });
      vocabulary.close();
      const heavy = (text) => {
        const words = search.words(text);
        const counting = words.filter((word) => !stopwords.has(word));
        return (counting.length ? counting : words).map((word) => vocabulary.ids.get(word));
      };
      // what a page is called, read once a question finds it; one that is held back (a list of everything) gains nothing from its many headings
      this.names = (page) =>
        (page.read = page.read || {
          titles: [page.title, page.called, page.names].map(heavy),
          asked: page.asked.map(search.words),
          headings: page.parts.flatMap(([anchor, title]) => (anchor && page.boost >= 1 ? [heavy(title)] : [])),
          spoken: ` ${search.words(page.names).join(" ")} `,
        });
      const subject = (index.subject || []).map((phrase) => search.words(phrase).map(stem));
      this.words = { vocabulary, stopwords, subject, synonyms: new search.Synonyms(index.synonyms, vocabulary, stopwords) };
      this.distress = new search.Distress(index.distress || { contacts: {}, topics: [] }, stopwords);
      this.elsewhere = index.elsewhere.map(([edition, location, ...phrases]) => {
        return { edition, location, phrases: phrases.map((phrase) => ({ phrase, words: search.words(phrase) })) };
      });
    }

    // { partial, pinned (see search.Distress) or null, count, near, elsewhere, completion, pages: the first `limit` of `count` as
    //   { location, title, summary: [[piece, marked]], score, missing, sections: [{ anchor, title, score, words, text: [[piece, marked]] }] } }
    query(text, limit) {
      const question = new search.Question(text, this.words);
      const found = this.rank(question);
      return {
        partial: this.partial,
        pinned: this.distress.find(text),
        count: found.length,
        pages: found.slice(0, limit).map((page) => this.show(page)),
        near: this.partial || found.length ? [] : this.near(question),
        elsewhere: this.partial ? [] : this.known(question.tokens),
        completion: this.complete(question),
      };
    }

    // best first; see search.rank
    rank(question) {
      return search.rank(question, { ...this, vocabulary: this.words.vocabulary });
    }

    // where a question leads, without what a result shows
    locations(text) {
      return this.rank(new search.Question(text, this.words)).map(({ page }) => this.pages[page].location);
    }

    show({ page, sections, missing, score, words: meant }) {
      const { location, title } = this.pages[page];
      const about = this.sections.findIndex((section) => section.page === page); // a page's first part: its summary
      return {
        location,
        title,
        summary: search.snippet(this.sections[about].text, meant(about)),
        score,
        missing: this.partial ? [] : missing,
        sections: [...sections].sort((a, b) => b[1] - a[1]).map(([section, points]) => {
          const { anchor, title, text } = this.sections[section];
          const words = meant(section);
          return { score: points, anchor, title, text: search.snippet(text, words), words: [...words] };
        }),
      };
    }

    near(question) {
      const { vocabulary } = this.words;
      const words = question.slots.flatMap(({ token }) => vocabulary.near(token, NEAR * 3));
      return [...new Set(words)].filter((word) => this.postings.size(vocabulary.ids.get(word))).slice(0, NEAR);
    }

    // What another edition explains and this one does not have.
    known(tokens) {
      const asked = ` ${tokens.join(" ")} `;
      const here = (word) => this.postings.size(this.words.vocabulary.ids.get(word));
      return this.elsewhere.flatMap(({ edition, location, phrases }) => {
        const hit = phrases.find(({ words }) => asked.includes(` ${words.join(" ")} `) && !words.every((word) => here(word)));
        return hit ? [{ edition, location, phrase: hit.phrase }] : [];
      });
    }

    // The rest of the word that is being typed, if the site has a word that begins so.
    complete(question) {
      const slot = question.slots[question.slots.length - 1];
      if (!slot || !slot.unfinished || slot.token.length < 3) return "";
      const { vocabulary } = this.words;
      const size = (id) => this.postings.size(id);
      let best = -1;
      vocabulary.list.forEach((word, id) => {
        if (word.startsWith(slot.token) && size(id) && (best < 0 || size(id) > size(best))) best = id;
      });
      return best < 0 ? "" : vocabulary.list[best].slice(slot.token.length);
    }
  };
})((globalThis.tas = globalThis.tas || {}));
