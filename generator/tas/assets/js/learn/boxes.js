// Five boxes of cards, and when a card comes back: what is known moves on, what is not goes back to the first. What was wrong in a quiz becomes a card.
((tas) => {
  "use strict";
  const KEY = "tas:cards", WAIT = [0, 1, 3, 7, 14, 30], DAY = 12, FRESH = 6, ASKED = 100, LONG = 600; // days by box; cards a day, new ones among them

  const entries = (things) => (things && typeof things === "object" && !Array.isArray(things) ? Object.entries(things) : []);
  const whole = (number) => Math.max(0, Math.floor(Number(number)) || 0);

  // {boxes: {card: [box, day]}, asked: {card: {lang, front, back}}, done: [day, cards]}
  function tidy(data) {
    const clean = { boxes: {}, asked: {} }, { boxes, asked, done } = data && typeof data === "object" ? data : {};
    for (const [id, place] of entries(boxes)) if (Array.isArray(place) && WAIT[place[0]] && id.length < 140) clean.boxes[id] = [place[0], whole(place[1])];
    for (const [id, card] of entries(asked).slice(-ASKED)) {
      if (card && clean.boxes[id] && [card.lang, card.front, card.back].every((text) => typeof text === "string" && text.length <= LONG)) clean.asked[id] = { lang: card.lang, front: card.front, back: card.back };
    }
    if (Array.isArray(done) && whole(done[0]) === tas.today()) clean.done = [tas.today(), whole(done[1])];
    return clean;
  }

  const { read, write, erase } = tas.kept(KEY, tidy);

  // Known: one box on. Not yet: to the first, and again today. Whether it is kept.
  function move(id, known) {
    const data = read(), box = known ? Math.min(WAIT.length - 1, (data.boxes[id] || [0])[0] + 1) : 1;
    data.boxes[id] = [box, tas.today() + (known ? WAIT[box] : 0)];
    data.done = [tas.today(), (data.done ? data.done[1] : 0) + (known ? 1 : 0)];
    return write(data);
  }

  // What was wrong in a quiz lies in the second box, in three days' time.
  function wrong(id, card) {
    const data = read(), short = (text) => (text.length > LONG ? `${text.slice(0, LONG - 1)}…` : text);
    data.boxes[id] = [2, tas.today() + WAIT[2]];
    delete data.asked[id];
    data.asked[id] = { lang: card.lang, front: short(card.front), back: short(card.back) };
    return write(data);
  }

  // How many cards are still for today.
  const room = ({ done }) => Math.max(0, DAY - (done ? done[1] : 0));

  // The cards of today out of `cards` ({id, kind}): those whose day has come, the lowest box first, then new ones, a kind after the other.
  function due(cards) {
    const data = read(), { boxes } = data, late = cards.filter(({ id }) => boxes[id] && boxes[id][1] <= tas.today()).sort((a, b) => boxes[a.id][0] - boxes[b.id][0]);
    const fresh = new Map();
    for (const card of cards) if (!boxes[card.id]) fresh.set(card.kind, [...(fresh.get(card.kind) || []), card]);
    const mixed = [];
    for (let turn = 0; mixed.length < FRESH && turn < cards.length; turn += 1) for (const kind of fresh.values()) if (kind[turn] && mixed.length < FRESH) mixed.push(kind[turn]);
    return [...late, ...mixed].slice(0, room(data));
  }

  // Of those that were seen before.
  const waiting = () => {
    const data = read();
    return Math.min(room(data), Object.values(data.boxes).filter(([, day]) => day <= tas.today()).length);
  };

  tas.boxes = { WAIT, tidy, read, write, move, wrong, due, waiting, erase };
})((globalThis.tas = globalThis.tas || {}));
