// One learner's answers to a quiz as a short code, for group results without a server. Format version 1:
//   V X HHHH B…B CC   in Crockford's base 32; hyphens, spaces and case mean nothing
//   V     version, "1"
//   X     variant 0-15 (0 screen, 1 paper A, 2 paper B …), +16 when taken as a test
//   HHHH  20 bits of the quiz: its id, each item's id and hash in order, and its salt where it has one (FNV-1a 32, folded)
//   B…B   the answers as one number in a mixed radix; as many characters as the quiz needs, for one quiz always the same
//   CC    check: the whole code, read as a number in base 32, is a multiple of 1021, a prime: every wrong character and every swap is found
// A quiz is {id, salt, items: [{id, hash, kind, options: [ids sorted by code point], rows}]}; answers are {item id: response}. Knows no page.
((tas) => {
  "use strict";
  const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ", PRIME = 1021n, TEST = 16;

  function fnv(text) {
    let hash = 2166136261;
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619) >>> 0;
    return hash;
  }

  function fingerprint({ id, salt, items }) {
    const hash = fnv(id + items.map((item) => `|${item.id}:${item.hash}`).join("") + (salt ? `|${salt}` : ""));
    return text(BigInt(((hash >>> 20) ^ hash) & 0xfffff), 4);
  }

  const factorial = (n) => (n < 2 ? 1n : BigInt(n) * factorial(n - 1));
  const bit = (place) => 1n << BigInt(place);

  // How each kind of item becomes a digit and back; 0 is always "left open". `radix` is how many digits there are.
  const KINDS = {
    one: {
      radix: ({ options }) => BigInt(options.length + 1),
      digit: ({ options }, [chosen]) => BigInt(options.indexOf(chosen) + 1),
      answer: ({ options }, digit) => [options[Number(digit) - 1]],
    },
    many: {
      radix: ({ options }) => bit(options.length),
      digit: ({ options }, chosen) => chosen.reduce((bits, id) => bits | bit(options.indexOf(id)), 0n),
      answer: ({ options }, digit) => options.filter((_, place) => digit & bit(place)),
    },
    match: {
      radix: ({ options, rows }) => BigInt(options.length + 1) ** BigInt(rows),
      digit: ({ options, rows }, chosen) => Array.from({ length: rows }, (_, row) => options.indexOf(chosen[row]) + 1).reduce((all, place) => all * BigInt(options.length + 1) + BigInt(place), 0n),
      answer({ options, rows }, digit) {
        const base = BigInt(options.length + 1), list = [];
        for (let row = 0; row < rows; row += 1, digit /= base) list.unshift(options[Number(digit % base) - 1] || "");
        return list;
      },
    },
    order: {
      radix: ({ options }) => factorial(options.length) + 1n,
      digit({ options }, chosen) {
        const rest = [...options];
        return 1n + chosen.reduce((all, id) => {
          const base = BigInt(rest.length), at = rest.indexOf(id);
          rest.splice(at, 1);
          return all * base + BigInt(at);
        }, 0n);
      },
      answer({ options }, digit) {
        const rest = [...options], places = [];
        digit -= 1n;
        for (let base = 1n; base <= BigInt(options.length); digit /= base, base += 1n) places.unshift(Number(digit % base));
        return places.map((at) => rest.splice(at, 1)[0]);
      },
    },
    // known mistakes differ by edition, so they are not told apart; what was typed is never in a code
    typed: { radix: () => 3n, digit: (_, [said]) => (said === "right" ? 1n : 2n), answer: (_, digit) => [digit === 1n ? "right" : "other"] },
    open: { radix: () => 1n, digit: () => 0n, answer: () => [] }, // stays with its writer
  };

  const radix = (item) => KINDS[item.kind].radix(item);

  // Characters that the answers need.
  function room({ items }) {
    let most = items.reduce((all, item) => all * radix(item), 1n), length = 0;
    for (; most > 1n; most = (most + 31n) / 32n) length += 1;
    return length;
  }

  function text(number, length) {
    let made = "";
    for (; made.length < length; number >>= 5n) made = ALPHABET[Number(number & 31n)] + made;
    return made;
  }

  const number = (code) => [...code].reduce((all, one) => all * 32n + BigInt(ALPHABET.indexOf(one)), 0n);

  const clean = (typed) => typed.toUpperCase().replace(/[\s\-–·.]/g, "").replace(/[IL]/g, "1").replace(/O/g, "0");

  function encode(quiz, answers, variant = 0, test = false) {
    const value = quiz.items.reduce((all, item) => {
      const response = answers[item.id] || [];
      return all * radix(item) + (response.length ? KINDS[item.kind].digit(item, response) : 0n);
    }, 0n);
    const head = `1${ALPHABET[variant + (test ? TEST : 0)]}${fingerprint(quiz)}${text(value, room(quiz))}`;
    return head + text((PRIME - ((number(head) * 1024n) % PRIME)) % PRIME, 2);
  }

  // {quiz, variant, test, answers, code} or {error: "empty" | "letters" | "version" | "check" | "quiz" | "length"}
  function decode(typed, quizzes) {
    const code = clean(typed);
    if (!code) return { error: "empty" };
    if (/[^0-9A-HJKMNP-TV-Z]/.test(code)) return { error: "letters" };
    if (code[0] !== "1") return { error: "version" };
    if (code.length < 9) return { error: "length" };
    const quiz = quizzes.find((one) => fingerprint(one) === code.slice(2, 6));
    if (quiz && code.length !== 8 + room(quiz)) return { error: "length" };
    if (number(code) % PRIME !== 0n) return { error: "check" };
    if (!quiz) return { error: "quiz", fingerprint: code.slice(2, 6) };
    const answers = {};
    let value = number(code.slice(6, -2));
    for (const item of [...quiz.items].reverse()) {
      const base = radix(item), digit = value % base;
      answers[item.id] = digit ? KINDS[item.kind].answer(item, digit) : [];
      value /= base;
    }
    if (value !== 0n) return { error: "check" };
    const x = ALPHABET.indexOf(code[1]);
    return { quiz, variant: x % TEST, test: x >= TEST, answers, code };
  }

  // In fives, for eyes and mouths.
  const grouped = (code) => code.replace(/(.{5})(?=.)/g, "$1-");

  tas.code = { encode, decode, grouped, clean, fingerprint, room, radix };
})((globalThis.tas = globalThis.tas || {}));
