// Words of distress: whole words and phrases as people type them, which are answered before all else, with whom to call;
// and words of ordinary questions too, which count when nothing else is asked.
((tas) => {
  "use strict";
  const search = (tas.search = tas.search || {});
  const spaced = (text) => ` ${search.words(text).join(" ")} `;

  search.Distress = class {
    // `data`: { contacts: { id: [name, number or ""] }, topics: [{ title, words, alone, call: [id], location, anchor, foot, sensitive }] }; `stopwords`: Set
    constructor({ contacts, topics }, stopwords) {
      this.contacts = contacts;
      this.heavy = (text) => search.words(text).filter((word) => !stopwords.has(word)).join(" ");
      this.topics = topics.map((topic) => ({ ...topic, phrases: topic.words.map(spaced), whole: topic.alone.map(this.heavy) }));
    }

    // The topic with the longest phrase that stands in the question, else the one that has all of it alone; or null.
    find(text) {
      const asked = spaced(text);
      let best = null, length = 0;
      for (const topic of this.topics) {
        for (const phrase of topic.phrases.filter((one) => one.length > length && asked.includes(one))) [best, length] = [topic, phrase.length];
      }
      const whole = this.heavy(text);
      best = best || (whole && this.topics.find((topic) => topic.whole.includes(whole)));
      if (!best) return null;
      const { title, location, anchor, foot, sensitive } = best;
      const call = best.call.map((id) => ({ id, name: this.contacts[id][0], number: this.contacts[id][1] }));
      return { title, location, anchor, foot, sensitive, call };
    }
  };
})((globalThis.tas = globalThis.tas || {}));
