// Between the one file and a learning platform that speaks SCORM 1.2 (run-time environment 1.2, chapter 3). Where there is none, it does
// nothing. The platform is told the score, whether it was passed, and what was answered, so that one can go on; never what is written freely,
// nothing of the mirror, and of a sensitive quiz the score alone. Runs before the pages are put away (single-away.js).
((tas) => {
  "use strict";
  const KEY = "tas:progress", ROOM = 4000; // of the 4,096 characters that a platform must keep
  const { mark } = tas.scorm; // null where nothing is scored: to have opened it is all
  const began = Date.now();
  const api = find(window) || find(window.opener);
  if (!api || String(api.LMSInitialize("")) === "false") return;
  const get = (name) => api.LMSGetValue(`cmi.${name}`), set = (name, value) => api.LMSSetValue(`cmi.${name}`, String(value));

  // upwards through the frames; a frame of another host may not be looked into
  function find(from) {
    try {
      for (let place = from, up = 0; place && up < 20; place = place === place.parent ? null : place.parent, up += 1) if (place.API) return place.API;
    } catch (error) {
      // see above
    }
    return null;
  }

  const items = [...document.querySelectorAll("fieldset[data-item]")].map((fieldset) => ({
    fieldset,
    name: `${fieldset.dataset.item}:${fieldset.dataset.hash}`,
    scoring: JSON.parse(fieldset.dataset.scoring),
    secret: Boolean(fieldset.closest("[data-sensitive]")),
    mirror: Boolean(fieldset.closest("tas-quiz[data-profile]")),
    ids: [...new Set([...fieldset.querySelectorAll("input[value], option[value], .order [data-option]")].map((one) => one.getAttribute("value") || one.dataset.option).filter(Boolean))],
  }));
  const quizzes = [...document.querySelectorAll("tas-quiz:not([data-profile])")].map((quiz) => quiz.dataset.quiz);
  const open = ({ scoring }) => scoring.kind === "open", typed = ({ scoring }) => scoring.kind === "number" || scoring.kind === "text";
  const told = items.filter((item) => !item.mirror && !item.secret && !open(item)); // what the platform keeps
  const scored = mark === null ? [] : items.filter((item) => !item.mirror && !open(item) && (!item.secret || !told.length));

  // -- what was answered, in few letters: `version;quizzes;answers`; an answer is its place, the letters of its options, `!` once it was told ----

  const version = items.reduce((sum, { name }) => [...name].reduce((all, letter) => (all * 31 + letter.charCodeAt(0)) >>> 0, sum), 7).toString(36);
  const letter = (item, id) => (id === "" ? "-" : String.fromCharCode(97 + item.ids.indexOf(id)));
  const idOf = (item, one) => (one === "-" ? "" : item.ids[one.charCodeAt(0) - 97] || "");

  function packed(data) {
    const states = quizzes.map((quiz, at) => [at, data.quizzes[quiz]]).filter(([, state]) => state).map(([at, { mode, round }]) => `${at}${mode === "test" ? "t" : "p"}${round}`);
    const answers = told.flatMap((item, at) => {
      const kept = data.answers[item.name];
      return kept ? [`${at.toString(36)}:${typed(item) ? encodeURIComponent(kept.response[0] || "").replaceAll("!", "%21") : kept.response.map((id) => letter(item, id)).join("")}${kept.checked ? "!" : ""}`] : [];
    });
    let text = `${version};${states};${answers}`;
    while (text.length > ROOM) text = text.slice(0, text.lastIndexOf(","));
    return text;
  }

  function unpacked(text) {
    const data = { answers: {}, quizzes: {} }, [of, states = "", answers = ""] = String(text || "").split(";");
    if (of !== version) return data; // other questions than then
    for (const state of states.split(",").filter(Boolean)) {
      const [, at, mode, round] = /^(\d+)([tp])(\d+)$/.exec(state) || [];
      if (quizzes[at]) data.quizzes[quizzes[at]] = { mode: mode === "t" ? "test" : "practice", round: Number(round), keep: false };
    }
    for (const answer of answers.split(",").filter(Boolean)) {
      const [at, rest = ""] = answer.split(":"), item = told[parseInt(at, 36)], words = rest.replace("!", "");
      if (item) data.answers[item.name] = { response: typed(item) ? [decodeURIComponent(words)].filter(Boolean) : [...words].map((one) => idOf(item, one)), checked: rest.endsWith("!") };
    }
    return data;
  }

  // -- the platform keeps in place of the browser, which others may use on the same host ------------------------------------------------------

  // A store for good, of which the platform is told, and one until the package is left: what is erased in one stays in the other. As in a
  // browser the keys of a store are its own properties.
  const methods = {
    getItem(name) { return Object.hasOwn(this, name) ? this[name] : null; },
    setItem(name, value) { this[name] = String(value); },
    removeItem(name) { delete this[name]; },
  };
  const kept = Object.assign(Object.create(methods), { [KEY]: JSON.stringify(unpacked(get("suspend_data"))) });
  const stores = { localStorage: kept, sessionStorage: Object.create(methods) };
  for (const [place, value] of Object.entries(stores)) Object.defineProperty(window, place, { value, configurable: true });

  // -- what it is told ------------------------------------------------------------------------------------------------------------------------

  const data = () => JSON.parse(kept.getItem(KEY) || '{"answers":{},"quizzes":{}}');

  // {item -> whether it was right}, of those whose answer has been told
  function results({ answers }) {
    const live = new Map([...document.querySelectorAll("tas-quiz")].flatMap((quiz) => quiz.items || []).map((item) => [item.fieldset, item]));
    const found = new Map();
    for (const item of scored) {
      const now = live.get(item.fieldset), kept = answers[item.name];
      if (now ? now.checked : kept && kept.checked) found.set(item, now ? now.result.right : tas.scoring.score(item.scoring, kept.response).right);
    }
    return found;
  }

  let said = get("suspend_data"), score = "";
  function tell() {
    const now = data(), text = packed(now), found = results(now);
    // in whole hundredths that are reached: 79.5 is below a mark of 80
    const raw = found.size === scored.length && scored.length ? String(Math.floor((100 * [...found.values()].filter(Boolean).length) / scored.length)) : score;
    if (text === said && raw === score) return;
    if (text !== said) set("suspend_data", text);
    if (raw !== score) {
      set("core.score.raw", raw);
      set("core.lesson_status", Number(raw) >= mark ? "passed" : "failed");
    }
    [said, score] = [text, raw];
    api.LMSCommit("");
  }

  const two = (number) => String(Math.floor(number)).padStart(2, "0");
  function finish() {
    tell();
    const seconds = (Date.now() - began) / 1000;
    set("core.session_time", `${two(seconds / 3600).padStart(4, "0")}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`);
    set("core.exit", "suspend");
    api.LMSCommit("");
    api.LMSFinish("");
  }

  if (/^(not attempted|)$/.test(get("core.lesson_status"))) set("core.lesson_status", mark === null ? "completed" : "incomplete");
  if (mark !== null) {
    set("core.score.min", 0);
    set("core.score.max", 100);
  }
  score = String(get("core.score.raw") || "");
  api.LMSCommit("");
  for (const name of ["click", "change", "tas-check"]) document.addEventListener(name, () => setTimeout(tell), true);
  // what leads away opens beside the platform, never in its place
  document.addEventListener("click", ({ target }) => {
    const link = target.closest("a[href^='http']");
    if (link) Object.assign(link, { target: "_blank", rel: "noopener" });
  }, true);
  addEventListener("pagehide", finish, { once: true });
})((globalThis.tas = globalThis.tas || {}));
