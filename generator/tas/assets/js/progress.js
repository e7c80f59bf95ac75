// What a reader has answered, kept on this device only; a store that is full, broken or forbidden never breaks a page.
(function (root) {
  "use strict";
  var KEY = "tas:progress", FORMAT = "tas-progress", memory = null, working = true;

  // {answers: {"item:hash": {response: [string], checked: bool}}, quizzes: {quiz: {mode, round, keep}}}
  function tidy(data) {
    var clean = { answers: {}, quizzes: {} };
    if (!data || typeof data !== "object") return clean;
    each(data.answers, function (name, answer) {
      if (answer && /^[a-z0-9-]{1,60}:[0-9a-f]{8}$/.test(name) && Array.isArray(answer.response) && answer.response.length < 40 &&
          answer.response.every(function (part) { return typeof part === "string" && part.length <= 4000; })) {
        clean.answers[name] = { response: answer.response, checked: answer.checked === true };
      }
    });
    each(data.quizzes, function (name, quiz) {
      if (quiz && /^[a-z0-9/:-]{1,80}$/.test(name)) {
        clean.quizzes[name] = { mode: quiz.mode === "test" ? "test" : "practice", round: Math.abs(Number(quiz.round)) || 0, keep: quiz.keep === true };
      }
    });
    return clean;
  }

  function each(things, visit) {
    if (things && typeof things === "object" && !Array.isArray(things)) {
      Object.keys(things).forEach(function (name) { visit(name, things[name]); });
    }
  }

  function read() {
    if (memory) return memory;
    try {
      return tidy(JSON.parse(root.localStorage.getItem(KEY)));
    } catch (error) {
      return tidy(null);
    }
  }

  // An empty store leaves nothing behind. Where nothing can be kept, this page goes on from memory.
  function write(data) {
    try {
      if (Object.keys(data.answers).length + Object.keys(data.quizzes).length === 0) root.localStorage.removeItem(KEY);
      else root.localStorage.setItem(KEY, JSON.stringify(data));
      memory = null;
      working = true;
    } catch (error) {
      memory = data;
      working = false;
    }
    return working;
  }

  function change(edit) {
    var data = read();
    edit(data);
    return write(data);
  }

  // An answer hangs on the item and the hash of what it asks: another edition shares it, a changed item forgets it.
  function name(item) { return item.id + ":" + item.hash; }

  root.tasProgress = {
    get: function (item) { return read().answers[name(item)] || null; },
    set: function (item, response, checked) {
      return change(function (data) { data.answers[name(item)] = { response: response, checked: checked }; });
    },
    quiz: function (id) { return read().quizzes[id] || null; },
    setQuiz: function (id, state) { return change(function (data) { data.quizzes[id] = state; }); },
    erase: function (items, id) {
      return change(function (data) {
        items.forEach(function (item) { delete data.answers[name(item)]; });
        if (id) delete data.quizzes[id];
      });
    },
    eraseAll: function () { return write(tidy(null)); },
    count: function () { return Object.keys(read().answers).length; },
    exported: function () { return JSON.stringify({ format: FORMAT, version: 1, progress: read() }, null, 1); },
    // Adds what a file holds to what is here; the number of answers taken over, -1 for a file that is not ours.
    imported: function (text) {
      var data;
      try {
        data = JSON.parse(text);
      } catch (error) {
        return -1;
      }
      if (!data || data.format !== FORMAT || data.version !== 1) return -1;
      var come = tidy(data.progress);
      change(function (here) {
        Object.assign(here.answers, come.answers);
        Object.assign(here.quizzes, come.quizzes);
      });
      return Object.keys(come.answers).length;
    },
    works: function () { return working; }
  };
})(self);
