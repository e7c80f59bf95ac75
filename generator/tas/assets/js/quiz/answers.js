// How each interaction is answered on screen: read and write a response, mark what was right, say why.
// One object per interaction, as in model/interactions.py (order.js has one of its own); none knows of quizzes, modes or storage. What a reader does, an item tells as an event.
((tas) => {
  "use strict";

  const { fill, make } = tas;

  // Copies what the generator wrote; nothing typed by anybody becomes HTML here. Marks of sources stay with the list that they point at.
  function why(found, lead) {
    const box = make("p");
    if (lead) box.append(make("b", {}, lead), " ");
    for (const node of found.childNodes) box.append(node.cloneNode(true));
    for (const cite of box.querySelectorAll(".cite")) cite.remove();
    return box;
  }

  const line = (item, attribute, value) => item.answer.querySelector(`[data-${attribute}="${CSS.escape(value)}"]`);
  const rationale = (found, lead) => why(found.querySelector(".rationale"), lead);
  const bare = (words) => words.trim().replace(/[.:;]+$/, "").trim();
  const sentence = (words) => (/[!?…]["”'’]?$/.test(words.trim()) ? words.trim() : `${bare(words)}.`);
  const fields = (item) => [...item.fieldset.querySelectorAll("input, select, textarea")];
  const by = (item, attribute, id) => item.fieldset.querySelector(`[data-${attribute}="${CSS.escape(id)}"]`);

  function tag(place, state, words) {
    place.dataset.state = state;
    place.append(make("span", { class: "tas-vh verdict" }, ` – ${words}`));
  }

  function lock(item, on) {
    for (const field of fields(item)) field.setAttribute("aria-disabled", String(on));
  }

  const choice = {
    setup(item) {
      item.shuffled = item.scoring.shuffle !== false;
      item.several = fields(item).some(({ type }) => type === "checkbox");
      for (const input of fields(item)) input.before(make("span", { class: "key", "aria-hidden": "true" }));
      item.fieldset.classList.toggle("is-several", item.several);
    },
    read: (item) => fields(item).filter((input) => input.checked).map((input) => input.value),
    write(item, response) {
      for (const input of fields(item)) input.checked = response.includes(input.value);
    },
    // letters in the order shown, and what is chosen
    sync(item) {
      fields(item).forEach((input, index) => {
        const label = input.closest(".option"), key = label.querySelector(".key");
        label.classList.toggle("is-on", input.checked);
        if (item.checked) return;
        if (item.scoring.scale) key.replaceChildren(tas.draw.flower(index));
        else key.textContent = "ABCDEFGH"[index];
      });
    },
    lock,
    grade(item, id) {
      const { mapping, key } = item.scoring;
      return mapping ? ["wrong", "part", "right"][mapping[id].points] : key.includes(id) ? "right" : "wrong";
    },
    mark(item) {
      const { words } = item;
      for (const input of fields(item)) {
        const grade = choice.grade(item, input.value), label = input.closest(".option"), key = label.querySelector(".key");
        if (!input.checked && grade !== "right") continue;
        input.dataset.letter = key.textContent;
        key.textContent = input.checked ? { right: "✓", part: "½", wrong: "✗" }[grade] : item.several ? "+" : "✓";
        tag(label, grade, input.checked ? `${words.yours}, ${choice.told(item, input.value)}` : words[item.several ? "also" : "best"]);
      }
    },
    told: (item, id) => (item.scoring.mapping ? item.words.grades[item.scoring.mapping[id].points] : item.words[choice.grade(item, id)]).toLowerCase(),
    outcome(item, result, [first]) {
      if (item.scoring.mapping && first) return item.words.grades[item.scoring.mapping[first].points];
      return item.words[result.right ? "right" : "wrong"];
    },
    // First why of what was chosen, then, if it was another, the right one. Of several only what was right or left out wrongly.
    explain(item, result, response, box, outcome) {
      const { words } = item, ids = fields(item).map((input) => input.value), right = ids.filter((id) => choice.grade(item, id) === "right");
      const text = (id) => sentence(line(item, "option", id).querySelector("strong").textContent);
      if (item.several) {
        for (const id of ids) {
          const mine = response.includes(id), good = right.includes(id);
          if (result.right ? mine : mine !== good) box.append(rationale(line(item, "option", id), `${mine ? (good ? "✓" : `✗ ${words["not-this"]}:`) : `+ ${words.also}:`} ${text(id)}`));
        }
        return;
      }
      if (response.length) box.append(rationale(line(item, "option", response[0]), outcome ? sentence(outcome) : ""));
      if (result.right || !right.length) return;
      const letter = by(item, "option", right[0]).querySelector("input").dataset.letter;
      box.append(rationale(line(item, "option", right[0]), `${words.best}: ${letter ? `${letter}.` : text(right[0])}`));
    },
    place: (item, box) => (item.several || !item.response.length ? null : by(item, "option", item.response[0]).after(box) || true),
  };

  const missed = (item, { right, places }) =>
    right ? item.words.right : fill(item.words.places, { right: places.filter(Boolean).length, total: places.length });

  const rows = (item) => [...item.fieldset.querySelectorAll('[data-part="rows"] > [data-row]')];

  // Each row gets its choices as buttons; the select stays, out of sight and in step, so that one reader serves both.
  const match = {
    setup(item) {
      for (const row of rows(item)) {
        const select = row.querySelector("select"), name = row.querySelector("label");
        name.id = `${select.id}-name`;
        const group = make("div", { class: "chips", role: "radiogroup", "aria-labelledby": name.id });
        for (const option of [...select.options].filter((one) => one.value)) {
          const input = make("input", { type: "radio", name: select.id, value: option.value });
          group.append(make("label", { class: "chip", "data-value": option.value }, input, make("span", {}, option.textContent)));
        }
        group.addEventListener("change", ({ target }) => { select.value = target.value; });
        select.hidden = true;
        row.append(group);
      }
    },
    selects: (item) => [...item.fieldset.querySelectorAll("select")],
    read(item) {
      const chosen = match.selects(item).map((select) => select.value);
      return chosen.some(Boolean) ? chosen : [];
    },
    write(item, response) {
      match.selects(item).forEach((select, index) => { select.value = response[index] || ""; });
    },
    sync(item) {
      rows(item).forEach((row, index) => {
        const { value } = match.selects(item)[index];
        for (const chip of row.querySelectorAll(".chip")) {
          const on = chip.dataset.value === value;
          chip.classList.toggle("is-on", on);
          chip.querySelector("input").checked = on;
        }
      });
    },
    lock,
    mark(item, result) {
      rows(item).forEach((row, index) => {
        row.dataset.state = result.places[index] ? "right" : "wrong";
        for (const chip of row.querySelectorAll(".chip")) {
          if (chip.dataset.value === item.scoring.key[index]) tag(chip, "right", chip.classList.contains("is-on") ? item.words.yours : item.words.best);
          else if (chip.classList.contains("is-on")) tag(chip, "wrong", `${item.words.yours}, ${item.words.wrong.toLowerCase()}`);
        }
      });
    },
    outcome: missed,
    explain(item, result, response, box) {
      rows(item).forEach((row, index) => {
        const found = line(item, "row", row.dataset.row);
        if (!result.places[index] || result.right) box.append(rationale(found, sentence(found.querySelector("p").textContent)));
      });
    },
    place: () => null,
  };

  const entry = {
    setup() {},
    read(item) {
      const typed = fields(item)[0].value.trim();
      return typed ? [typed] : [];
    },
    write(item, response) { fields(item)[0].value = response[0] || ""; },
    sync() {},
    lock(item, on) { fields(item)[0].readOnly = on; },
    mark() {},
    outcome: (item, result) => item.words[result.right ? "right" : "wrong"],
    explain(item, result, [typed = ""], box) {
      const wrong = result.right ? -1 : tas.scoring.mistake(item.scoring, typed);
      if (wrong >= 0) box.append(rationale(line(item, "mistake", wrong)));
      box.append(rationale(item.answer, result.right ? "" : `${item.words.best}: ${sentence(item.answer.querySelector("strong").textContent)}`));
    },
    place: () => null,
  };

  tas.answers = { kinds: { choice, match, number: entry, text: entry, open: entry }, by, line, rationale, sentence, missed };
})((globalThis.tas = globalThis.tas || {}));
