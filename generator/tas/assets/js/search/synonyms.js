// Groups of words and phrases that mean the same: who asks for one also asks for the others.
((tas) => {
  "use strict";
  const search = (tas.search = tas.search || {});

  const GUESSES = 5; // of a misspelt word's meanings, how many may bring their synonyms
  const SURE = 0.4; // and how likely they must be
  const RELATED = 0.6; // for the other forms of a synonym

  search.Synonyms = class {
    constructor(groups, vocabulary, stopwords) {
      this.vocabulary = vocabulary;
      this.byFirst = new Map(); // stem of a phrase's first word -> [{ stems, group }]
      const heavy = (phrase) => search.words(phrase).filter((word) => !stopwords.has(word));
      for (const group of groups.map((phrases) => phrases.map(heavy).filter((phrase) => phrase.length))) {
        const tied = group.filter((phrase) => phrase.length === 2).map((phrase) => [phrase.join("")]);
        for (const phrase of group.concat(tied)) {
          const stems = phrase.map(vocabulary.stem);
          const entries = this.byFirst.get(stems[0]) || [];
          entries.push({ stems, group });
          this.byFirst.set(stems[0], entries);
          // a word that no page has can still be misspelt
          if (phrase.length === 1) vocabulary.add(phrase[0]);
        }
      }
    }

    apply(question, factor) {
      const stems = question.slots.map(({ token }) => this.vocabulary.stem(token));
      stems.forEach((stem, at) => {
        for (const entry of this.byFirst.get(stem) || []) {
          if (!entry.stems.every((part, offset) => stems[at + offset] === part)) continue;
          for (const slot of question.slots.slice(at, at + entry.stems.length)) this.offer(slot, entry.group, factor, entry.stems.join(" "));
        }
      });
      for (const slot of question.slots) this.guess(slot, factor);
    }

    // a misspelt or unfinished word of a group of single words
    guess(slot, factor) {
      if (this.byFirst.has(this.vocabulary.stem(slot.token))) return;
      for (const { parts, weight } of slot.alternatives.slice(0, GUESSES)) {
        const stem = this.vocabulary.stem(this.vocabulary.list[parts[0][0]]);
        for (const entry of (parts.length === 1 && weight >= SURE && this.byFirst.get(stem)) || []) {
          if (entry.stems.length === 1) this.offer(slot, entry.group, factor * weight, stem);
        }
      }
    }

    offer(slot, group, weight, except) {
      for (const phrase of group) {
        if (phrase.map(this.vocabulary.stem).join(" ") === except) continue;
        const parts = phrase.map((word) => this.vocabulary.relatives(word));
        if (parts.some((relatives) => !relatives.length)) continue;
        const exact = phrase.length === 1 && this.vocabulary.ids.get(phrase[0]);
        if (exact !== false) search.addAlternative(slot, [[exact]], weight);
        search.addAlternative(slot, parts, exact === false ? weight : weight * RELATED);
      }
    }
  };
})((globalThis.tas = globalThis.tas || {}));
