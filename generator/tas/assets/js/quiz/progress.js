// What a reader has answered, kept on this device only: for good, or (`session`) until the tab is closed. A store that is full, broken or
// forbidden never breaks a page.
((tas) => {
  "use strict";
  const KEY = "tas:progress";

  // {answers: {"item:hash": {response: [string], checked: bool}}, quizzes: {quiz: {mode, round, keep, auto, done: null or {right, total, day}}}}
  function tidy(data) {
    const clean = { answers: {}, quizzes: {} };
    if (!data || typeof data !== "object") return clean;
    for (const [name, answer] of entries(data.answers)) {
      if (answer && /^[a-z0-9-]{1,60}:[0-9a-f]{8}$/.test(name) && Array.isArray(answer.response) && answer.response.length < 40 &&
          answer.response.every((part) => typeof part === "string" && part.length <= 4000)) {
        clean.answers[name] = { response: answer.response, checked: answer.checked === true };
      }
    }
    for (const [name, quiz] of entries(data.quizzes)) {
      if (quiz && /^[a-z0-9/:-]{1,80}$/.test(name)) clean.quizzes[name] = tidyQuiz(quiz);
    }
    return clean;
  }

  const count = (number) => Math.abs(Number(number)) || 0;

  function tidyQuiz({ mode, round, keep, auto, done }) {
    const clean = { mode: mode === "test" ? "test" : "practice", round: count(round), keep: keep === true };
    if (auto === false) clean.auto = false;
    if (done && typeof done === "object") clean.done = { right: count(done.right), total: count(done.total), day: count(done.day) };
    return clean;
  }

  const entries = (things) => (things && typeof things === "object" && !Array.isArray(things) ? Object.entries(things) : []);

  // An answer hangs on the item and the hash of what it asks: another edition shares it, a changed item forgets it.
  const name = (item) => `${item.id}:${item.hash}`;
  const found = (answers, item) => answers[name(item)] || answers[item.was] || null;

  // `place`: the name of a store of the browser
  function store(place) {
    let memory = null, working = true;

    function read() {
      if (memory) return memory;
      try {
        return tidy(JSON.parse(globalThis[place].getItem(KEY)));
      } catch (error) {
        return tidy(null);
      }
    }

    // An empty store leaves nothing behind. Where nothing can be kept, this page goes on from memory.
    function write(data) {
      try {
        if (Object.keys(data.answers).length + Object.keys(data.quizzes).length === 0) globalThis[place].removeItem(KEY);
        else globalThis[place].setItem(KEY, JSON.stringify(data));
        memory = null;
        working = true;
      } catch (error) {
        memory = data;
        working = false;
      }
      return working;
    }

    function change(edit) {
      const data = read();
      edit(data);
      return write(data);
    }

    return {
      get: (item) => found(read().answers, item),
      all(items) {
        const { answers } = read();
        return items.map((item) => found(answers, item));
      },
      set: (item, response, checked) => change((data) => { delete data.answers[item.was]; data.answers[name(item)] = { response, checked }; }),
      quiz: (id) => read().quizzes[id] || null,
      setQuiz: (id, state) => change((data) => { data.quizzes[id] = state; }),
      erase: (items, id) =>
        change((data) => {
          for (const item of items) for (const kept of [name(item), item.was]) delete data.answers[kept];
          if (id) delete data.quizzes[id];
        }),
      eraseAll: () => write(tidy(null)),
      count: () => Object.keys(read().answers).length,
      works: () => working,
      read,
      change,
      tidy,
    };
  }

  tas.progress = Object.assign(store("localStorage"), { session: store("sessionStorage") });
})((globalThis.tas = globalThis.tas || {}));
