// How each interaction is answered on screen: read and write a response, lock it, mark what was right, say why.
// One object per interaction, as in model/interactions.py; none knows of quizzes, modes or storage. What a reader does, an item tells as an event.
((tas) => {
  "use strict";

  function make(tag, attributes = {}, text = "") {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    if (text) made.textContent = text;
    return made;
  }

  const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  // Copies what the generator wrote; nothing typed by anybody becomes HTML here.
  function copied(from, to, lead) {
    if (lead) to.append(make("strong", {}, lead), " ");
    for (const node of from.childNodes) to.append(node.cloneNode(true));
    return to;
  }

  const line = (item, attribute, value) => item.answer.querySelector(`[data-${attribute}="${CSS.escape(value)}"]`);

  function rationale(item, box, found, lead) {
    if (found) box.append(copied(found.querySelector(".rationale"), make("p"), lead));
  }

  const sentence = (words) => (/[.!?…]$/.test(words.trim()) ? words : `${words}.`);

  function verdict(place, state, words) {
    place.dataset.state = state;
    place.append(make("span", { class: "verdict" }, words));
  }

  const fields = (item) => [...item.fieldset.querySelectorAll("input, select, textarea")];

  function lock(item, on) {
    for (const field of fields(item)) field.disabled = on;
  }

  function nothing() {}

  const choice = {
    setup(item) { item.shuffled = item.scoring.shuffle !== false; },
    read: (item) => fields(item).filter((input) => input.checked).map((input) => input.value),
    write(item, response) {
      for (const input of fields(item)) input.checked = response.includes(input.value);
    },
    lock,
    grade(item, id) {
      const { mapping, key } = item.scoring;
      return mapping ? ["wrong", "part", "right"][mapping[id].points] : key.includes(id) ? "right" : "wrong";
    },
    said({ scoring, words }, id) {
      return scoring.mapping ? words.grades[scoring.mapping[id].points] : words[choice.grade({ scoring }, id)];
    },
    mark(item) {
      for (const input of fields(item)) {
        const grade = choice.grade(item, input.value);
        if (grade === "right" || input.checked) verdict(input.closest(".option"), grade, choice.said(item, input.value));
      }
    },
    outcome: (item, result, response) =>
      item.scoring.mapping && response.length ? choice.said(item, response[0]) : item.words[result.right ? "right" : "wrong"],
    // First why of each option that was chosen, then, if it was another, the right one.
    explain(item, result, response, box) {
      const several = fields(item).some((input) => input.type === "checkbox"), ids = fields(item).map((input) => input.value);
      const text = (id) => line(item, "option", id).querySelector("strong").textContent;
      for (const id of ids.filter((one) => response.includes(one))) {
        rationale(item, box, line(item, "option", id), several && `${item.words[choice.grade(item, id)]} – ${text(id)}:`);
      }
      for (const id of result.right ? [] : ids.filter((one) => !response.includes(one) && choice.grade(item, one) === "right")) {
        rationale(item, box, line(item, "option", id), sentence(`${item.words.answer}: ${text(id)}`));
      }
    },
  };

  function placed(item, result, places) {
    places.forEach((place, index) => {
      const state = result.places[index] ? "right" : "wrong";
      verdict(place, state, item.words[state]);
    });
  }

  function howMany({ words }, { right, places }) {
    return words[right ? "right" : "wrong"] + (right ? "" : ". " + fill(words.places, { right: places.filter(Boolean).length, total: places.length }));
  }

  const rows = (item) => [...item.fieldset.querySelectorAll(".row")];

  const match = {
    setup: nothing,
    read(item) {
      const chosen = fields(item).map((select) => select.value);
      return chosen.some(Boolean) ? chosen : [];
    },
    write(item, response) {
      fields(item).forEach((select, index) => { select.value = response[index] || ""; });
    },
    lock,
    mark(item, result) { placed(item, result, rows(item)); },
    outcome: howMany,
    explain(item, result, response, box) {
      rows(item).forEach((row, index) => {
        const found = line(item, "row", row.dataset.row);
        if (!result.places[index] || result.right) rationale(item, box, found, sentence(found.querySelector("p").textContent));
      });
    },
  };

  const steps = (item) => [...item.fieldset.querySelectorAll(".order > li")];

  function move(item, step, by) {
    const all = steps(item), at = all.indexOf(step), other = all[at + by];
    if (!other || item.checked) return;
    // The other one moves, so that the pressed button keeps the focus.
    step.parentNode.insertBefore(other, by < 0 ? step.nextSibling : step);
    item.touched = true;
    ends(item);
    item.tell("tas-say", { words: fill(item.words.moved, { what: step.querySelector(".step").textContent, place: at + by + 1, total: all.length }) });
    item.tell("tas-answer");
  }

  function ends(item) {
    steps(item).forEach((step, index, all) => {
      const [up, down] = step.querySelectorAll("button");
      up.setAttribute("aria-disabled", item.checked || index === 0);
      down.setAttribute("aria-disabled", item.checked || index === all.length - 1);
    });
  }

  function arrange(item, ids) {
    const list = item.fieldset.querySelector(".order");
    for (const id of ids) list.append(list.querySelector(`[data-option="${CSS.escape(id)}"]`));
    ends(item);
  }

  const order = {
    setup(item) {
      item.fieldset.querySelector(".order").setAttribute("role", "list");
      item.shown = steps(item).map((step) => step.dataset.option);
      for (const step of steps(item)) {
        const text = step.querySelector(".step").textContent, box = make("span", { class: "moves" });
        for (const [way, by, sign] of [["up", -1, "↑"], ["down", 1, "↓"]]) {
          const button = make("button", { type: "button", "aria-label": `${item.words[way]}: ${text}` }, sign);
          button.addEventListener("click", () => move(item, step, by));
          box.append(button);
        }
        step.append(box);
      }
      ends(item);
    },
    // An order that nobody touched is an answer only once it is handed in.
    read: (item) => (item.touched ? steps(item).map((step) => step.dataset.option) : []),
    write(item, response) {
      const known = response.length === item.shown.length && item.shown.every((id) => response.includes(id));
      item.touched = known;
      arrange(item, known ? response : item.shown);
    },
    lock: ends,
    mark(item, result) { placed(item, result, steps(item)); },
    outcome: howMany,
    explain(item, result, response, box) { box.append(item.answer.querySelector("ol").cloneNode(true)); },
  };

  const entry = {
    setup: nothing,
    read(item) {
      const typed = fields(item)[0].value.trim();
      return typed ? [typed] : [];
    },
    write(item, response) { fields(item)[0].value = response[0] || ""; },
    lock(item, on) { fields(item)[0].readOnly = on; },
    mark: nothing,
    outcome: (item, result) => item.words[result.right ? "right" : "wrong"],
    explain(item, result, response, box) {
      const wrong = result.right ? -1 : tas.scoring.mistake(item.scoring, response[0] || "");
      if (wrong >= 0) rationale(item, box, line(item, "mistake", wrong));
      rationale(item, box, item.answer, result.right ? "" : sentence(`${item.words.answer}: ${item.answer.querySelector("strong").textContent}`));
    },
  };

  tas.answers = { kinds: { choice, match, order, number: entry, text: entry, open: entry }, make, fill, copied };
})((globalThis.tas = globalThis.tas || {}));
