// The words of one edition, and which of them a typed word may mean: itself, its relatives, its misspellings.
((tas) => {
  "use strict";
  const search = (tas.search = tas.search || {});

  const MOST = 30; // meanings kept for a word
  const ALIKE = 0.45; // share of trigrams (Dice) from which two words may be relatives
  const NEAR = 0.25; // from which a word is worth naming when nothing was found
  const KNOWN = 0.5; // what the likeness of other words counts for when the word itself exists
  const RELATED = 0.9; // other forms of the word by the stemmer
  const RARE = 3; // sections in which a word or its forms stand
  const PREFIX = 0.6;
  const SLIP = [0, 0.75, 0.5]; // weight by number of typing errors
  const SHORT = 6; // letters under which a word must keep its first letter and its letters, in any order but one slip
  const INSIDE = 0.6; // by how much of the longer one it is: a word of at least this many letters within another: "bezoek" in "huisbezoek"
  const INSIDE_KNOWN = 0.5;
  const INSIDE_FROM = 5;

  search.Vocabulary = class {
    // `quick`: who answers at once looks for typing errors and forms by the stemmer, not for what is only alike;
    // `swallowed`: { prefixes, letters }: "meng-" and "kunjung" make "mengunjung", of which a stemmer cannot know the "k"
    constructor(stem, swallowed = { prefixes: [], letters: [] }, quick) {
      this.quick = quick;
      this.stem = stem;
      this.swallowed = swallowed;
      this.ids = new Map(); // word -> id
      this.list = []; // id -> word
      this.counts = []; // id -> sections that have it
      this.byStem = new Map(); // stem -> ids
      this.forms = null; // trigrams -> forms, made at the first question
      this.cache = new Map();
      this.own = Infinity; // ids from here on are on no page: they came with the synonyms
    }

    // From now on words are added that no page has.
    close() {
      this.own = this.list.length;
    }

    add(word) {
      let id = this.ids.get(word);
      if (id === undefined) {
        id = this.list.push(word) - 1;
        this.counts[id] = 0;
        this.ids.set(word, id);
        const stem = this.stem(word);
        const relatives = this.byStem.get(stem);
        if (relatives) relatives.push(id);
        else this.byStem.set(stem, [id]);
      }
      return id;
    }

    // ids of the word and of all its forms by the stemmer
    relatives(word) {
      const stem = this.stem(word);
      const own = this.byStem.get(stem) || [];
      const { letters } = this.swallowed;
      if (this.prefixed(word) && stem !== word) return own.concat(...letters.map((letter) => this.byStem.get(letter + stem) || []));
      if (!letters.includes(stem[0])) return own;
      const bare = this.byStem.get(stem.slice(1)) || [];
      return own.concat(bare.filter((id) => this.prefixed(this.list[id])));
    }

    prefixed(word) {
      return this.swallowed.prefixes.some((prefix) => word.startsWith(prefix));
    }

    // whether a page has the word in any of its forms
    knows(word) {
      return this.relatives(word).some((id) => id < this.own);
    }

    // [[id, weight]], best first; `unfinished`: the reader may still be typing this word
    meanings(word, unfinished) {
      const key = (unfinished ? "<" : "=") + word;
      let found = this.cache.get(key);
      if (!found) this.cache.set(key, (found = this.guess(word, unfinished)));
      return found;
    }

    guess(word, unfinished) {
      const weights = new Map();
      const raise = (id, weight) => weights.set(id, Math.max(weight, weights.get(id) || 0));
      for (const id of this.relatives(word)) raise(id, RELATED);
      if (this.ids.has(word)) raise(this.ids.get(word), 1);
      const known = this.knows(word);
      // a form that hardly occurs must not hide its family
      const common = this.relatives(word).reduce((sum, id) => sum + this.counts[id], 0) > RARE;
      if (unfinished && word.length > 1) {
        this.list.forEach((other, id) => other.startsWith(word) && raise(id, PREFIX));
      }
      for (const [ids, dice] of this.alike(word, ALIKE)) {
        for (const id of ids) {
          // chance likeness is common among short words
          if (word.length < SHORT && this.list[id][0] !== word[0]) continue;
          raise(id, dice * dice * (common ? KNOWN : 1));
        }
      }
      if (word.length > 3 && !/\d/.test(word)) {
        this.list.forEach((other, id) => {
          const slips = known ? 0 : slipsBetween(word, other);
          if (slips) raise(id, SLIP[slips]);
          else if (inside(word, other)) raise(id, (common ? INSIDE_KNOWN : INSIDE) * Math.sqrt(word.length / other.length));
          else if (!common && inside(other, word)) raise(id, INSIDE * Math.sqrt(other.length / word.length));
        });
      }
      return [...weights].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST);
    }

    // words that share some of their letters, for a reader who found nothing
    near(word, count) {
      return this.alike(word, NEAR)
        .sort((a, b) => b[1] - a[1])
        .flatMap(([ids]) => ids.slice(0, 1))
        .filter((id, at, all) => all.indexOf(id) === at)
        .slice(0, count)
        .map((id) => this.list[id]);
    }

    // [[ids, dice]] of all forms (words and stems) that are at least so much alike to the word or its stem
    alike(word, least) {
      if (this.quick) return [];
      if (!this.forms) this.forms = new search.Forms(this);
      const found = this.forms.like(word, least);
      const stem = this.stem(word);
      return stem === word ? found : found.concat(this.forms.like(stem, least));
    }
  };

  const inside = (part, whole) => part.length >= INSIDE_FROM && part.length < whole.length && whole.includes(part);

  // 1 or 2 typing errors between two words, or 0 when it is not that
  function slipsBetween(word, other) {
    const most = word.length > 7 ? 2 : 1;
    if (other.length < 4 || Math.abs(other.length - word.length) > most) return 0;
    if (word.length < SHORT && (word[0] !== other[0] || replaced(word, other))) return 0;
    const slips = search.distance(word, other, most);
    return slips <= most ? slips : 0;
  }

  // one letter for another: in a short word that is more likely another word
  const replaced = (word, other) => word.length === other.length && [...word].some((letter) => !other.includes(letter));
})((globalThis.tas = globalThis.tas || {}));
