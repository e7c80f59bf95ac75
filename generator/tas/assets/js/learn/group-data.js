// The quizzes of a group as the page for trainers holds them: their shape for code.js, and their texts (view/codes.py has the other half).
((tas) => {
  "use strict";

  tas.groupQuizzes = (data) => {
    const quizzes = [];
    for (const record of data.split("¶")) {
      const [id, ...rest] = record.split("¦");
      if (!id) {
        const [name, title, salt] = rest;
        quizzes.push({ id: name, title, salt: Number(salt), items: [] });
        continue;
      }
      const [hash, kind, rows, key, stem, ...options] = rest, texts = options.map((one) => one.match(/^([^=]*)=?(.*)$/s).slice(1)); // a right answer has no text
      quizzes[quizzes.length - 1].items.push({ id, hash, kind, rows: Number(rows), key: key.split(",").filter(Boolean), stem, options: texts.map(([name]) => name), texts: Object.fromEntries(texts) });
    }
    return quizzes;
  };

  tas.groupUnpacked = async (packed) => tas.groupQuizzes(await tas.unpacked(packed));
})((globalThis.tas = globalThis.tas || {}));
