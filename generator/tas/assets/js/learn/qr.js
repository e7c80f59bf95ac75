// A QR code for a short text of digits and capitals: versions 1 to 4, level M, alphanumeric (ISO/IEC 18004). Knows no page.
((tas) => {
  "use strict";
  const CHARS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:", VERSIONS = [1, 2, 3, 4];
  const DATA = [0, 16, 28, 44, 64], BLOCKS = [0, 1, 1, 1, 2], CORRECTION = [0, 10, 16, 26, 18]; // by version: bytes, blocks, correction bytes a block
  const EXP = [], LOG = [];
  for (let power = 0, x = 1; power < 255; power += 1) {
    EXP[power] = x;
    LOG[x] = power;
    x = (x << 1) ^ (x > 127 ? 0x11d : 0);
  }
  const times = (a, b) => (a && b ? EXP[(LOG[a] + LOG[b]) % 255] : 0);
  const range = (length) => Array.from({ length }, (_, at) => at);

  function correction(data, count) {
    const generator = range(count).reduce((made, power) => [...made, 0].map((one, at) => one ^ (at ? times(made[at - 1], EXP[power]) : 0)), [1]);
    const rest = [...data, ...Array(count).fill(0)];
    data.forEach((_, at) => {
      const lead = rest[at];
      generator.forEach((one, by) => { rest[at + by] ^= times(one, lead); });
    });
    return rest.slice(data.length);
  }

  const binary = (number, length) => number.toString(2).padStart(length, "0");

  function bytes(text, version) {
    const size = DATA[version], all = [];
    let bits = `0010${binary(text.length, 9)}`;
    for (let at = 0; at < text.length; at += 2) {
      const [a, b] = [CHARS.indexOf(text[at]), CHARS.indexOf(text[at + 1])];
      bits += at + 1 < text.length ? binary(a * 45 + b, 11) : binary(a, 6);
    }
    bits += "0".repeat(Math.min(4, size * 8 - bits.length));
    bits += "0".repeat((8 - (bits.length % 8)) % 8);
    for (let at = 0; at < bits.length; at += 8) all.push(parseInt(bits.slice(at, at + 8), 2));
    for (let pad = 0; all.length < size; pad += 1) all.push(pad % 2 ? 0x11 : 0xec);
    const each = size / BLOCKS[version], blocks = range(BLOCKS[version]).map((block) => all.slice(block * each, (block + 1) * each));
    const checks = blocks.map((block) => correction(block, CORRECTION[version]));
    return [...range(each).flatMap((at) => blocks.map((block) => block[at])), ...range(CORRECTION[version]).flatMap((at) => checks.map((block) => block[at]))];
  }

  const MASKS = [
    (r, c) => (r + c) % 2 === 0, (r) => r % 2 === 0, (r, c) => c % 3 === 0, (r, c) => (r + c) % 3 === 0, (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
    (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0, (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0, (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
  ];

  function draw(text, version, mask) {
    const n = 17 + 4 * version, grid = range(n).map(() => Array(n).fill(null));
    const set = (r, c, on) => { if (r >= 0 && c >= 0 && r < n && c < n) grid[r][c] = on ? 1 : 0; };
    for (const [top, left] of [[0, 0], [0, n - 7], [n - 7, 0]]) {
      for (let r = -1; r < 8; r += 1) for (let c = -1; c < 8; c += 1) {
        const far = Math.max(Math.abs(r - 3), Math.abs(c - 3));
        set(top + r, left + c, far !== 2 && far < 4);
      }
    }
    for (let at = 8; at < n - 8; at += 1) {
      set(6, at, at % 2 === 0);
      set(at, 6, at % 2 === 0);
    }
    if (version > 1) for (let r = -2; r < 3; r += 1) for (let c = -2; c < 3; c += 1) set(n - 7 + r, n - 7 + c, Math.max(Math.abs(r), Math.abs(c)) !== 1);
    let rest = mask; // level M is 00
    for (let step = 0; step < 10; step += 1) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
    const format = ((mask << 10) | rest) ^ 0x5412;
    for (let at = 0; at < 15; at += 1) {
      const on = (format >> at) & 1;
      if (at < 6) set(at, 8, on);
      else if (at < 8) set(at + 1, 8, on);
      else if (at === 8) set(8, 7, on);
      else set(8, 14 - at, on);
      if (at < 8) set(8, n - 1 - at, on);
      else set(n - 15 + at, 8, on);
    }
    set(n - 8, 8, 1);
    const bits = bytes(text, version).map((one) => binary(one, 8)).join("");
    let at = 0, up = true;
    for (let right = n - 1; right > 0; right -= 2, up = !up) {
      if (right === 6) right = 5;
      for (let step = 0; step < n; step += 1) for (const col of [right, right - 1]) {
        const row = up ? n - 1 - step : step;
        if (grid[row][col] !== null) continue;
        grid[row][col] = (at < bits.length ? Number(bits[at]) : 0) ^ (MASKS[mask](row, col) ? 1 : 0);
        at += 1;
      }
    }
    return grid;
  }

  // How hard a mask makes it for a reader; the easiest is taken.
  function penalty(grid) {
    const n = grid.length;
    let all = 0, dark = 0;
    for (const get of [(a, b) => grid[a][b], (a, b) => grid[b][a]]) for (let a = 0; a < n; a += 1) {
      const line = range(n).map((b) => get(a, b)).join("");
      for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) all += run.length - 2;
      all += 40 * ((line.match(/(?=00001011101)/g) || []).length + (line.match(/(?=10111010000)/g) || []).length);
    }
    for (let r = 0; r < n; r += 1) for (let c = 0; c < n; c += 1) {
      dark += grid[r][c];
      if (r && c && grid[r][c] === grid[r - 1][c] && grid[r][c] === grid[r][c - 1] && grid[r][c] === grid[r - 1][c - 1]) all += 3;
    }
    return all + 10 * Math.floor(Math.abs((dark * 20) / (n * n) - 10));
  }

  // Rows of 0 and 1, without the quiet zone.
  function matrix(text) {
    const version = VERSIONS.find((one) => 13 + Math.ceil(text.length * 5.5) <= DATA[one] * 8);
    return MASKS.map((_, mask) => draw(text, version, mask)).map((grid) => [penalty(grid), grid]).sort(([a], [b]) => a - b)[0][1];
  }

  tas.qr = { matrix };
})((globalThis.tas = globalThis.tas || {}));
