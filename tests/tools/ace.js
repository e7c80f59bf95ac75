// DAISY Ace over one EPUB: node ace.js <file> <folder for the report>. Its usual command brings Electron; this needs only a Chromium
// (PUPPETEER_EXECUTABLE_PATH), and nothing is downloaded.
"use strict";
const winston = require("winston");
winston.configure({ transports: [new winston.transports.Console({ silent: true })] });
const ace = require("@daisy/ace-core/lib/core/ace.js");
const runner = require("@daisy/ace-axe-runner-puppeteer");

const [file, outdir] = process.argv.slice(2);
ace(file, { cwd: process.cwd(), outdir, lang: "en", silent: true, timeout: 900000 }, runner).then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
