// DAISY Ace over one EPUB: node ace.js <file> <folder for the report>. Its usual command brings Electron; this needs only a Chromium
// (PUPPETEER_EXECUTABLE_PATH), and nothing is downloaded.
"use strict";
const fs = require("fs");
const path = require("path");
const { fileURLToPath } = require("url");
const winston = require("winston");
winston.configure({ transports: [new winston.transports.Console({ silent: true })] });
const ace = require("@daisy/ace-core/lib/core/ace.js");
const runner = require("@daisy/ace-axe-runner-puppeteer");

// Every rule looks at every chapter, but for contrast, which takes three quarters of the time: a tag with a class has one pair of colours
// all over the book, so it is measured in the first chapter that has it.
const seen = new Set();
function isNew(url) {
  const tags = fs.readFileSync(fileURLToPath(url), "utf8").matchAll(/<(\w+)(?:[^>]*?\sclass="([^"]*)")?/g);
  const before = seen.size;
  for (const [, tag, classes] of tags) seen.add(`${tag}.${classes}`);
  return seen.size > before;
}
const run = runner.run;
runner.run = (url, [axe, ...others], contents, folder) =>
  run(url, [axe, path.join(__dirname, "ace-briefly.js"), ...others], [...contents, `window.contrast = ${isNew(url)};`], folder);

const [file, outdir] = process.argv.slice(2);
ace(file, { cwd: process.cwd(), outdir, lang: "en", silent: true, timeout: 900000 }, runner).then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
