// Slots of a question -> pages, best first, with the sections that answer it; `sections` maps them to scores, `words(section)` are those meant there.
((tas) => {
  "use strict";
  const search = (tas.search = tas.search || {});

  const ALSO = 0.25; // what further alternatives add to the best one in a section
  const REST = 0.1; // what further sections add to a page
  const MOST_REST = 0.5; // and how much of its best one at most: a long page is not a better answer
  const LEAST = 0.03; // of the best page's score: under it a page is noise
  const DOUBT = 0.3; // share of the question that the best page must answer for anything to be shown
  const HARD = 2; // power by which a page is held back that leaves out a part of the question
  const FAINT = 0.45; // weight under which a word counts as missing on a page
  const STRONG = 0.5; // of the best weight in the section: from here on a word is marked
  const TITLE = 1; // what a title adds that says the question and nothing else
  const ASKED = 9; // and a page for which the question was written
  const HEADING = 0.85; // and what one of the page's headings adds of that
  const CLOSE = 0.4; // what neighbours in the question add that are neighbours on the page
  const LOOKED_INTO = 12; // pages that are read for that
  const MEANT = 0.45; // weight from which a word in a title is the one in the question: other forms of a synonym are

  // { postings, sections: [{ page, … }], pages: [{ boost, … }], names: page -> { titles: [tokens], headings: [tokens], asked: [tokens], spoken } }
  search.rank = (question, { postings, sections, pages, names, vocabulary }) => {
    const slots = question.slots.map((slot) => hits(slot, postings));
    const weight = slots.reduce((sum, slot) => sum + slot.idf, 0);
    const meant = question.slots.map(certain);
    // in these words, with others at most that say nothing by themselves
    const heavy = question.slots.map(({ token }) => token);
    const asks = (words) => words.every((word) => question.tokens.includes(word)) && heavy.every((word) => words.includes(word));
    const phrase = question.tokens.length > 1 ? ` ${question.tokens.join(" ")} ` : "";
    const found = new Map(); // page -> { sections: Map(section -> score), best: [per slot], sure }
    slots.forEach((slot, at) => {
      for (const [section, hit] of slot.hits) {
        const number = sections[section].page;
        let page = found.get(number);
        if (!page) found.set(number, (page = { sections: new Map(), best: [], sure: [] }));
        const score = hit.score * slot.idf;
        page.sections.set(section, (page.sections.get(section) || 0) + score);
        page.best[at] = Math.max(page.best[at] || 0, score);
        page.sure[at] = Math.max(page.sure[at] || 0, hit.weight);
      }
    });
    const ranked = [...found].map(([number, page]) => {
      const scores = [...page.sections.values()];
      const best = Math.max(...scores);
      const perWord = page.best.reduce((sum, score) => sum + score, 0);
      const covered = share(page, slots, weight, (slot) => slot.top);
      const { titles, headings, asked, spoken: name } = names(pages[number]), most = (some) => Math.max(0, ...some.map((one) => says(one, meant, slots)));
      const said = asked.some(asks) ? ASKED : phrase && name.includes(phrase) ? 1 : Math.max(most(titles), HEADING * most(headings));
      const score = perWord / 2 + best / 2 + Math.min(MOST_REST * best, REST * (scores.reduce((sum, one) => sum + one, 0) - best));
      return {
        page: number,
        score: score * covered ** HARD * (1 + TITLE * said) * (said < 1 ? pages[number].boost : 1),
        sure: share(page, slots, weight, () => 1),
        missing: slots.filter((_, at) => !(page.sure[at] >= FAINT)).map((slot) => slot.token),
        sections: page.sections,
        words: (section) => strong(slots, section, vocabulary),
      };
    });
    const byScore = (a, b) => b.score - a.score || a.page - b.page;
    ranked.sort(byScore);
    for (const page of ranked.slice(0, LOOKED_INTO)) page.score *= 1 + CLOSE * together(page, question.slots, sections);
    ranked.sort(byScore);
    if (!ranked.length || Math.max(...ranked.map((page) => page.sure)) < DOUBT) return [];
    return ranked.filter((page) => page.score >= ranked[0].score * LEAST);
  };

  // Where one word of the question is answered, and how rare it is.
  function hits(slot, postings) {
    const found = new Map();
    let top = 0;
    for (const { parts, weight } of slot.alternatives) {
      for (const [section, value] of postings.find(parts)) {
        let hit = found.get(section);
        if (!hit) found.set(section, (hit = { best: 0, sum: 0, weight: 0, words: [] }));
        hit.best = Math.max(hit.best, weight * value);
        hit.sum += weight * value;
        hit.weight = Math.max(hit.weight, weight);
        hit.words.push([parts, weight]);
        top = Math.max(top, weight);
      }
    }
    let count = 0;
    for (const hit of found.values()) {
      hit.score = Math.min(hit.best + ALSO * (hit.sum - hit.best), 1.5 * hit.best);
      if (hit.weight >= top / 2) count++;
    }
    const idf = Math.log(1 + (postings.count - count + 0.5) / (count + 0.5));
    return { token: slot.token, hits: found, idf, top };
  }

  // The part of the question that a page answers, rare words counting more; full marks for a word at `full(slot)`.
  function share(page, slots, weight, full) {
    const sum = slots.reduce((total, slot, at) => {
      return total + (page.sure[at] ? slot.idf * Math.min(1, page.sure[at] / full(slot)) : 0);
    }, 0);
    return weight ? sum / weight : 0;
  }

  function strong(slots, section, vocabulary) {
    const words = new Set();
    for (const slot of slots) {
      const hit = slot.hits.get(section);
      for (const [parts, weight] of hit ? hit.words : []) {
        if (weight >= hit.weight * STRONG) parts.flat().forEach((id) => words.add(vocabulary.list[id]));
      }
    }
    return words;
  }

  // The share of neighbours in the question that stand side by side somewhere on the page.
  function together(page, slots, sections) {
    const pairs = slots.slice(1).map((slot, at) => `${slots[at].token} ${slot.token}`);
    if (!pairs.length) return 0;
    const found = pairs.filter((pair) => [...page.sections.keys()].some((section) => spoken(sections[section]).includes(pair)));
    return found.length / pairs.length;
  }

  const spoken = (section) =>
    section.spoken || (section.spoken = search.words(`${section.title} ${section.text}`).join(" "));

  // The alternatives that a slot surely means.
  const certain = (slot) => slot.alternatives.filter(({ weight }) => weight >= MEANT).map(({ parts }) => parts);

  // How far a title and a question are the same: the share of the one that is in the other, both ways (0 … 1); rare words of the question
  // count more, for what the whole site is about says little about a page.
  function says(title, meant, slots) {
    if (!title.length || !meant.length) return 0;
    const there = (parts) => parts.every((ids) => ids.some((id) => title.includes(id)));
    const said = slots.filter((_, at) => meant[at].some(there));
    return Math.min(1, said.length / title.length) * (sum(said) / sum(slots));
  }

  const sum = (slots) => slots.reduce((total, { idf }) => total + idf, 0);
})((globalThis.tas = globalThis.tas || {}));
