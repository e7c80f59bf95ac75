// Reads GIFT from its input with the parser that editors of GIFT use, and prints what it found as JSON.
"use strict";
const { parse } = require(require.resolve("gift-pegjs", { paths: [process.cwd()] }));
process.stdout.write(JSON.stringify(parse(require("fs").readFileSync(0, "utf8"))));
