// The rules of scoring, applied to data that the generator writes into the page. Knows no page: tests run this very file.
((tas) => {
  "use strict";

  // A response is always a list of strings: option ids; an option id per row; option ids in order; one typed text.
  // Returns {answered, scored, right, points, max, places}: `points` of `max` (one for most items, those of the mapping where
  // there is one), `right` when all were had, `places` says it row by row where an answer has rows.
  function score(scoring, response) {
    const full = response.filter((part) => part !== ""), typed = (response[0] || "").trim();
    let answered = full.length > 0, places = null, points = 0, max = 1;
    if (scoring.kind === "open") return { answered: typed !== "", scored: false, right: false, points: 0, max: 0, places: null };
    if (scoring.mapping) {
      max = most(scoring.mapping);
      points = answered ? sum(scoring.mapping[response[0]]) : 0;
    } else if (scoring.kind === "choice") {
      points = same([...response].sort(), [...scoring.key].sort()) ? 1 : 0;
    } else if (scoring.kind === "match" || scoring.kind === "order") {
      places = scoring.key.map((id, index) => response[index] === id);
      answered = full.length === scoring.key.length;
      points = places.every(Boolean) ? 1 : 0;
    } else {
      answered = typed !== "";
      points = scoring.key.some((key) => accepts(scoring, key, typed)) ? 1 : 0;
    }
    return { answered, scored: true, right: answered && points === max, points, max, places };
  }

  const same = (a, b) => a.length === b.length && a.every((part, index) => part === b[index]);

  const sum = (counts) => Object.values(counts || {}).reduce((all, one) => all + one, 0);

  const most = (mapping) => Math.max(...Object.values(mapping).map(sum));

  // What word processors put between letters and nobody sees or types: soft hyphens, joiners, zero-width blanks.
  const seen = (text) => text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "");

  function number(text) {
    const plain = seen(text).replace(/\s/g, "").replace(",", ".");
    return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN;
  }

  // Without capitals, accents, punctuation and double spaces.
  const folded = (text) => seen(text).normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

  function accepts(scoring, key, typed) {
    if (scoring.kind !== "number") return folded(typed) !== "" && folded(typed) === folded(key);
    return Math.abs(number(typed) - number(key)) <= (scoring.tolerance || 0) + 1e-9;
  }

  // Which of the common mistakes was typed (-1: none).
  const mistake = (scoring, typed) => (scoring.mistakes || []).findIndex((wrong) => accepts({ kind: scoring.kind }, wrong, typed));

  // results: what `score` returned for each item. How many of the scored items were answered, and how many were right.
  const total = (results) =>
    results
      .filter((result) => result.scored)
      .reduce((all, { answered, right }) => ({ answered: all.answered + answered, right: all.right + right, max: all.max + 1 }), { answered: 0, right: 0, max: 0 });

  // data: {subscales: [{id, bands: [{id, from, to}]}]}; items: [{id, scoring}]; responses: {item id: response}.
  // For each subscale its band, or null while an answer is missing, and the answers that moved it, the strongest first.
  const profile = (data, items, responses) => data.subscales.map((subscale) => banded(subscale, items, responses));

  function banded(subscale, items, responses) {
    const moved = [];
    let points = 0, missing = 0, rests = 0;
    for (const { id, scoring } of items) {
      const all = Object.values(scoring.mapping || {}).filter((counts) => subscale.id in counts).map((counts) => counts[subscale.id]);
      if (!all.length) continue;
      const counts = scoring.mapping[(responses[id] || [])[0]];
      rests += 1;
      if (!counts) {
        missing += 1;
        continue;
      }
      points += counts[subscale.id];
      moved.push({ id, by: counts[subscale.id] - (Math.min(...all) + Math.max(...all)) / 2 });
    }
    const band = missing || !rests ? null : subscale.bands.find(({ from, to }) => from <= points && points <= to);
    return { id: subscale.id, band: band ? band.id : null, rests, missing, raised: strongest(moved, 1), lowered: strongest(moved, -1) };
  }

  const strongest = (moved, sign) =>
    moved
      .filter(({ by }) => by * sign > 0)
      .sort((a, b) => (b.by - a.by) * sign)
      .slice(0, 3)
      .map(({ id }) => id);

  // Why answers are no ground for a profile: "alike" (every scale answer on the same step), "fast" (more than half of the answers
  // given within `seconds` of the one before), or null. gaps: {item id: seconds since the answer before}, where that is known.
  function notice(data, items, responses, gaps) {
    const steps = items.filter(({ scoring }) => scoring.scale).map(({ id }) => (responses[id] || [])[0]);
    if (steps.length > 3 && steps.every((step) => step && step === steps[0])) return "alike";
    const known = Object.keys(gaps), fast = known.filter((id) => gaps[id] < data.seconds);
    return known.length > 3 && fast.length * 2 > items.length ? "fast" : null;
  }

  // The ids in an order that the seed (any string) decides; those in `pinned` keep their place.
  function shuffle(ids, seed, pinned = []) {
    let state = 2166136261;
    for (let index = 0; index < seed.length; index += 1) state = Math.imul(state ^ seed.charCodeAt(index), 16777619);
    const random = () => { // mulberry32
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
    const drawn = ids.filter((id) => !pinned.includes(id));
    for (let index = drawn.length - 1; index > 0; index -= 1) {
      const other = Math.floor(random() * (index + 1));
      [drawn[index], drawn[other]] = [drawn[other], drawn[index]];
    }
    return ids.map((id) => (pinned.includes(id) ? id : drawn.shift()));
  }

  tas.scoring = { score, total, mistake, profile, notice, shuffle };
})((globalThis.tas = globalThis.tas || {}));
