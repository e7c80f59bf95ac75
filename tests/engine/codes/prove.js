// What test_codes.py asks of js/learn/code.js and qr.js: random answers there and back, every wrong character, every swap, and a picture to read.
((tas) => {
  "use strict";
  const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ", { encode, decode, grouped } = tas.code;
  let seed = 7;
  const below = (n) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return Math.floor((seed / 4294967296) * n);
  };

  const RANDOM = {
    one: ({ options }) => [options[below(options.length)]],
    many: ({ options }) => options.filter(() => below(2)),
    match: ({ options, rows }) => Array.from({ length: rows }, () => (below(9) ? options[below(options.length)] : "")),
    order: ({ options }) => options.map((id) => [below(1000), id]).sort().map(([, id]) => id),
    typed: () => [below(2) ? "right" : "other"],
    open: () => [],
  };

  function answers(quiz, open) {
    const list = quiz.items.map((item) => [item.id, below(100) < open ? [] : RANDOM[item.kind](item)]);
    return Object.fromEntries(list.map(([id, chosen]) => [id, chosen.every((one) => !one) ? [] : chosen]));
  }

  const right = (quiz) => Object.fromEntries(quiz.items.map((item) => [item.id, item.kind === "open" ? [] : item.kind === "one" ? [item.key[0]] : item.kind === "many" ? item.options.filter((id) => item.key.includes(id)) : item.key]));

  // As a tired hand writes it.
  const typed = (code) => grouped(code).toLowerCase().replace(/1/g, () => "1lI"[below(3)]).replace(/0/g, () => "oO0"[below(3)]);

  function there(quiz, quizzes, open) {
    const given = answers(quiz, open), variant = below(16), test = below(2) === 1, code = encode(quiz, given, variant, test), found = decode(typed(code), quizzes);
    const same = !found.error && found.quiz === quiz && found.variant === variant && found.test === test && quiz.items.every(({ id }) => JSON.stringify(found.answers[id]) === JSON.stringify(given[id]));
    return [code, same];
  }

  function missed(code, quizzes) {
    const let_through = [], letters = [...code];
    let tried = 0;
    const look = (changed) => {
      tried += 1;
      if (!decode(changed, quizzes).error) let_through.push(changed);
    };
    letters.forEach((one, at) => {
      for (const other of ALPHABET) if (other !== one) look(code.slice(0, at) + other + code.slice(at + 1));
      letters.forEach((two, place) => {
        if (place <= at || one === two) return;
        const swapped = [...letters];
        [swapped[at], swapped[place]] = [two, one];
        look(swapped.join(""));
      });
    });
    return [tried, let_through];
  }

  // [codes, how many came back, wrong ones tried, wrong ones let through]
  tas.prove = (quiz, quizzes, rounds, spoiled) => {
    const found = Array.from({ length: rounds }, (_, at) => there(quiz, quizzes, at % 7 === 0 ? 100 : at % 3 === 0 ? 20 : 0));
    const wrong = found.slice(0, spoiled).map(([code]) => missed(code, quizzes));
    return { code: found[1][0], back: found.filter(([, same]) => same).length, tried: wrong.reduce((sum, [count]) => sum + count, 0), through: wrong.flatMap(([, list]) => list) };
  };

  tas.vectors = (quiz) => [grouped(encode(quiz, {}, 0, false)), grouped(encode(quiz, right(quiz), 1, true))];

  // What a QR reader reads in our picture of the code.
  tas.reread = (code) => {
    const grid = tas.qr.matrix(code), scale = 5, width = (grid.length + 8) * scale, pixels = new Uint8ClampedArray(width * width * 4).fill(255);
    grid.forEach((row, r) => row.forEach((on, c) => {
      if (on) for (let y = 0; y < scale; y += 1) for (let x = 0; x < scale; x += 1) pixels.fill(0, (((r + 4) * scale + y) * width + (c + 4) * scale + x) * 4, (((r + 4) * scale + y) * width + (c + 4) * scale + x) * 4 + 3);
    }));
    return (tas.readQr(pixels, width, width) || { data: null }).data;
  };
})((globalThis.tas = globalThis.tas || {}));
