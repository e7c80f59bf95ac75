// A typed question -> slots, one a word that counts, each with the alternatives that may stand for it.
((tas) => {
  "use strict";
  const search = (tas.search = tas.search || {});

  const SYNONYM = 0.8;
  const TURNED = 0.8; // "bezoek aan huis" for "huisbezoek"
  const SPLIT = 0.8; // "kunjunganrumah" for "kunjungan rumah"
  const LINKS = ["", "s", "e", "en"]; // letters between the parts of a compound
  const SHORTEST_PART = 3;

  search.Question = class {
    // `words`: { vocabulary, stopwords: Set, subject: [[stem, …]], synonyms: search.Synonyms }
    constructor(text, words) {
      this.tokens = search.words(text);
      const last = /[\p{L}\p{N}]$/u.test(text) ? this.tokens.length - 1 : -1;
      const about = subjects(this.tokens.map(words.vocabulary.stem), words.subject || []);
      const counting = this.tokens.filter((token) => !words.stopwords.has(token));
      const rest = counting.filter((token) => !about.has(words.vocabulary.stem(token)));
      const heavy = rest.length ? rest : counting;
      this.slots = [];
      this.tokens.forEach((token, at) => {
        if (heavy.length && !heavy.includes(token)) return;
        this.slots.push({ token, alternatives: [], unfinished: at === last });
      });
      for (const slot of this.slots) {
        for (const [id, weight] of words.vocabulary.meanings(slot.token, slot.unfinished)) add(slot, [[id]], weight);
      }
      join(this.slots, words.vocabulary);
      this.slots.forEach((slot) => split(slot, words.vocabulary));
      words.synonyms.apply(this, SYNONYM);
    }
  };

  // What the whole site is about says something only where nothing else is asked: stems of the phrases that stand in the question.
  function subjects(stems, phrases) {
    const said = ` ${stems.join(" ")} `;
    return new Set(phrases.filter((phrase) => said.includes(` ${phrase.join(" ")} `)).flat());
  }

  // Two neighbours may be one word, either way round.
  function join(slots, vocabulary) {
    for (let at = 0; at + 1 < slots.length; at++) {
      const [one, other] = [slots[at], slots[at + 1]];
      for (const [first, second, weight] of [[one, other, 1], [other, one, TURNED]]) {
        for (const link of LINKS) {
          const word = first.token + link + second.token;
          if (!vocabulary.knows(word)) continue;
          for (const slot of [one, other]) {
            // a part that is no word of its own was only ever guessed
            if (!vocabulary.knows(slot.token)) slot.alternatives = slot.alternatives.filter(({ joined }) => joined);
            slot.alternatives.push({ parts: [vocabulary.relatives(word)], weight, joined: true });
          }
        }
      }
    }
  }

  // A word that no page has may be two that one has.
  function split(slot, vocabulary) {
    const word = slot.token;
    if (vocabulary.knows(word)) return;
    for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at++) {
      const first = word.slice(0, at);
      if (!vocabulary.ids.has(first)) continue;
      for (const link of LINKS) {
        const second = word.slice(at + link.length);
        if (!word.startsWith(link, at) || second.length < SHORTEST_PART || first.length + second.length < 7) continue;
        const ids = vocabulary.relatives(second);
        if (ids.length) add(slot, [vocabulary.relatives(first), ids], SPLIT);
      }
    }
  }

  // An alternative is one part or several that must all be there; a part is a list of words any of which will do.
  function add(slot, parts, weight) {
    slot.alternatives.push({ parts, weight });
  }
  search.addAlternative = add;
})((globalThis.tas = globalThis.tas || {}));
