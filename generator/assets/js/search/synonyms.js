// Groups of words and phrases that mean the same: who asks for one also asks for the others.
(function (root) {
  "use strict";
  const search = (root.TasSearch = root.TasSearch || {});

  const GUESSES = 5; // of a misspelt word's meanings, how many may bring their synonyms
  const SURE = 0.4; // and how likely they must be

  search.Synonyms = class {
    constructor(groups, vocabulary, stopwords) {
      this.vocabulary = vocabulary;
      this.stopwords = stopwords;
      this.byFirst = new Map(); // stem of a phrase's first word -> [{ stems, group }]
      this.groups = groups.map((group) => group.map((phrase) => search.words(phrase)));
      this.groups.forEach((group) => {
        for (const phrase of group) {
          const stems = phrase.map(vocabulary.stem);
          const entries = this.byFirst.get(stems[0]) || [];
          entries.push({ stems, group });
          this.byFirst.set(stems[0], entries);
          // a word that no page has can still be misspelt
          if (phrase.length === 1) vocabulary.add(phrase[0]);
        }
      });
    }

    apply(question, factor) {
      const stems = question.tokens.map(this.vocabulary.stem);
      stems.forEach((stem, at) => {
        for (const entry of this.byFirst.get(stem) || []) {
          if (!entry.stems.every((part, offset) => stems[at + offset] === part)) continue;
          const end = at + entry.stems.length;
          const meant = question.slots.filter((slot) => slot.at >= at && slot.at < end);
          for (const slot of meant) this.offer(slot, entry.group, factor, entry.stems.join(" "));
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
        const heavy = phrase.filter((word) => !this.stopwords.has(word));
        const parts = (heavy.length ? heavy : phrase).map((word) => this.vocabulary.relatives(word));
        if (parts.every((relatives) => relatives.length)) search.addAlternative(slot, parts, weight);
      }
    }
  };
})(globalThis);
