// How each interaction is answered on screen: read and write a response, lock it, mark what was right, say why.
// One object per interaction, as in generator/tas/model/interactions.py; none knows of quizzes, modes or storage.
(function (root) {
  "use strict";

  function make(tag, attributes, text) {
    var made = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) { made.setAttribute(name, attributes[name]); });
    if (text) made.textContent = text;
    return made;
  }

  function fill(words, values) {
    return words.replace(/\{(\w+)\}/g, function (_, name) { return values[name]; });
  }

  // Copies what the generator wrote; nothing typed by anybody becomes HTML here.
  function copied(from, to, lead) {
    if (lead) to.append(make("strong", {}, lead), " ");
    Array.from(from.childNodes).forEach(function (node) { to.append(node.cloneNode(true)); });
    return to;
  }

  function line(item, attribute, value) {
    return item.answer.querySelector("[data-" + attribute + '="' + CSS.escape(value) + '"]');
  }

  function rationale(item, box, found, lead) {
    if (found) box.append(copied(found.querySelector(".rationale"), make("p"), lead));
  }

  function sentence(words) { return /[.!?…]$/.test(words.trim()) ? words : words + "."; }

  function verdict(place, state, words) {
    place.dataset.state = state;
    place.append(make("span", { class: "verdict" }, words));
  }

  function fields(item) { return Array.from(item.fieldset.querySelectorAll("input, select, textarea")); }

  function lock(item, on) { fields(item).forEach(function (field) { field.disabled = on; }); }

  function nothing() {}

  var choice = {
    setup: function (item) { item.shuffled = item.scoring.shuffle !== false; },
    read: function (item) {
      return fields(item).filter(function (input) { return input.checked; }).map(function (input) { return input.value; });
    },
    write: function (item, response) {
      fields(item).forEach(function (input) { input.checked = response.indexOf(input.value) >= 0; });
    },
    lock: lock,
    grade: function (item, id) {
      var points = item.scoring.mapping && item.scoring.mapping[id].points;
      return item.scoring.mapping ? ["wrong", "part", "right"][points] : item.scoring.key.indexOf(id) >= 0 ? "right" : "wrong";
    },
    said: function (item, id) {
      var grade = choice.grade(item, id), words = item.words;
      return item.scoring.mapping ? words.grades[item.scoring.mapping[id].points] : words[grade];
    },
    mark: function (item) {
      fields(item).forEach(function (input) {
        var grade = choice.grade(item, input.value);
        if (grade === "right" || input.checked) verdict(input.closest(".option"), grade, choice.said(item, input.value));
      });
    },
    outcome: function (item, result, response) {
      return item.scoring.mapping && response.length ? choice.said(item, response[0]) : item.words[result.right ? "right" : "wrong"];
    },
    // First why of each option that was chosen, then, if it was another, the right one.
    explain: function (item, result, response, box) {
      var several = fields(item).some(function (input) { return input.type === "checkbox"; });
      fields(item).map(function (input) { return input.value; }).forEach(function (id) {
        var text = line(item, "option", id).querySelector("strong").textContent;
        if (response.indexOf(id) >= 0) rationale(item, box, line(item, "option", id), several && item.words[choice.grade(item, id)] + " – " + text + ":");
      });
      fields(item).map(function (input) { return input.value; }).forEach(function (id) {
        var text = line(item, "option", id).querySelector("strong").textContent;
        if (!result.right && response.indexOf(id) < 0 && choice.grade(item, id) === "right") {
          rationale(item, box, line(item, "option", id), sentence(item.words.answer + ": " + text));
        }
      });
    }
  };

  function placed(item, result, places, name) {
    places.forEach(function (place, index) {
      var right = result.places[index];
      verdict(place, right ? "right" : "wrong", item.words[right ? "right" : "wrong"]);
    });
    return name;
  }

  function howMany(item, result) {
    var right = result.places.filter(Boolean).length;
    return item.words[result.right ? "right" : "wrong"] + (result.right ? "" : ". " + fill(item.words.places, { right: right, total: result.places.length }));
  }

  var match = {
    setup: nothing,
    read: function (item) {
      var chosen = fields(item).map(function (select) { return select.value; });
      return chosen.some(Boolean) ? chosen : [];
    },
    write: function (item, response) { fields(item).forEach(function (select, index) { select.value = response[index] || ""; }); },
    lock: lock,
    mark: function (item, result) { placed(item, result, Array.from(item.fieldset.querySelectorAll(".row"))); },
    outcome: howMany,
    explain: function (item, result, response, box) {
      Array.from(item.fieldset.querySelectorAll(".row")).forEach(function (row, index) {
        var found = line(item, "row", row.dataset.row);
        if (!result.places[index] || result.right) rationale(item, box, found, sentence(found.querySelector("p").textContent));
      });
    }
  };

  function steps(item) { return Array.from(item.fieldset.querySelectorAll(".order > li")); }

  function move(item, step, by) {
    var all = steps(item), at = all.indexOf(step), other = all[at + by];
    if (!other || item.checked) return;
    // The other one moves, so that the pressed button keeps the focus.
    step.parentNode.insertBefore(other, by < 0 ? step.nextSibling : step);
    item.touched = true;
    ends(item);
    item.quiz.say(fill(item.words.moved, { what: step.querySelector(".step").textContent, place: at + by + 1, total: all.length }));
    item.quiz.changed(item);
  }

  function ends(item) {
    steps(item).forEach(function (step, index, all) {
      var buttons = step.querySelectorAll("button");
      buttons[0].setAttribute("aria-disabled", item.checked || index === 0);
      buttons[1].setAttribute("aria-disabled", item.checked || index === all.length - 1);
    });
  }

  function arrange(item, ids) {
    var list = item.fieldset.querySelector(".order");
    ids.forEach(function (id) { list.append(list.querySelector('[data-option="' + CSS.escape(id) + '"]')); });
    ends(item);
  }

  var order = {
    setup: function (item) {
      item.fieldset.querySelector(".order").setAttribute("role", "list");
      item.shown = steps(item).map(function (step) { return step.dataset.option; });
      steps(item).forEach(function (step) {
        var text = step.querySelector(".step").textContent, box = make("span", { class: "moves" });
        [["up", -1, "↑"], ["down", 1, "↓"]].forEach(function (way) {
          var button = make("button", { type: "button", "aria-label": item.words[way[0]] + ": " + text }, way[2]);
          button.addEventListener("click", function () { move(item, step, way[1]); });
          box.append(button);
        });
        step.append(box);
      });
      ends(item);
    },
    // An order that nobody touched is an answer only once it is handed in.
    read: function (item) { return item.touched ? steps(item).map(function (step) { return step.dataset.option; }) : []; },
    write: function (item, response) {
      var known = response.length === item.shown.length && item.shown.every(function (id) { return response.indexOf(id) >= 0; });
      item.touched = known;
      arrange(item, known ? response : item.shown);
    },
    lock: ends,
    mark: function (item, result) { placed(item, result, steps(item)); },
    outcome: howMany,
    explain: function (item, result, response, box) { box.append(item.answer.querySelector("ol").cloneNode(true)); }
  };

  var entry = {
    setup: nothing,
    read: function (item) { return fields(item)[0].value.trim() ? [fields(item)[0].value.trim()] : []; },
    write: function (item, response) { fields(item)[0].value = response[0] || ""; },
    lock: function (item, on) { fields(item)[0].readOnly = on; },
    mark: nothing,
    outcome: function (item, result) { return item.words[result.right ? "right" : "wrong"]; },
    explain: function (item, result, response, box) {
      var wrong = result.right ? -1 : tasScoring.mistake(item.scoring, response[0] || "");
      if (wrong >= 0) rationale(item, box, line(item, "mistake", wrong));
      rationale(item, box, item.answer, result.right ? "" : sentence(item.words.answer + ": " + item.answer.querySelector("strong").textContent));
    }
  };

  root.tasAnswers = {
    kinds: { choice: choice, match: match, order: order, number: entry, text: entry, open: entry },
    make: make, fill: fill, copied: copied
  };
})(self);
