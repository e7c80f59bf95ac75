// What a group's answers to one quiz say together: for each item how many had it right, and the wrong answer that most of them gave. Knows no page.
((tas) => {
  "use strict";
  const same = (a, b) => a.length === b.length && a.every((one, at) => one === b[at]);

  const RIGHT = {
    one: (key, response) => key.includes(response[0]),
    many: (key, response) => same([...response].sort(), [...key].sort()),
  };

  // Whether an answer is right; null where it was left open or nobody scores it.
  const right = ({ kind, key }, response) => (kind === "open" || !response.length ? null : (RIGHT[kind] || same)(key, response));

  function wrong({ kind, key }, response) {
    if (kind === "match") return response.filter((id, row) => id && id !== key[row]);
    return kind === "one" || kind === "many" ? response.filter((id) => !key.includes(id)) : [];
  }

  // all: what code.js read of this quiz. [{item, number, right, most: id or "", times}], the hardest first
  function tally(quiz, all) {
    const rows = quiz.items.map((item, at) => {
      const answers = all.map((one) => one.answers[item.id]), counts = {};
      for (const id of answers.flatMap((response) => wrong(item, response))) counts[id] = (counts[id] || 0) + 1;
      const most = Object.keys(counts).sort((a, b) => counts[b] - counts[a])[0] || "";
      return { item, number: at + 1, right: answers.filter((response) => right(item, response)).length, most, times: counts[most] || 0 };
    });
    return rows.filter(({ item }) => item.kind !== "open").sort((a, b) => a.right - b.right || a.number - b.number);
  }

  // A line a learner: number, quiz, variant, whether a test, how many right, then 1, 0 or nothing for each item.
  function csv(all) {
    const longest = Math.max(0, ...all.map(({ quiz }) => quiz.items.length)), head = ["nr", "quiz", "variant", "test", "right", ...Array.from({ length: longest }, (_, at) => `item${at + 1}`)];
    const lines = all.map(({ quiz, variant, test, answers }, at) => {
      const marks = quiz.items.map((item) => right(item, answers[item.id])).map((mark) => (mark === null ? "" : Number(mark)));
      return [at + 1, quiz.id, variant, Number(test), marks.filter((mark) => mark === 1).length, ...marks];
    });
    return `\ufeff${[head, ...lines].map((line) => line.map((cell) => `"${cell}"`).join(",")).join("\r\n")}\r\n`;
  }

  tas.tally = { right, tally, csv };
})((globalThis.tas = globalThis.tas || {}));
