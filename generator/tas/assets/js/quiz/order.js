// How things are put in order: by finger or mouse at the grip, by keyboard with a button for each way.
((tas) => {
  "use strict";
  const { fill, make } = tas, { by, line, rationale, sentence, missed } = tas.answers;

  const steps = (item) => [...item.fieldset.querySelectorAll(".order > li")];

  function move(item, step, by_) {
    const all = steps(item), at = all.indexOf(step), other = all[at + by_];
    if (!other || item.checked) return;
    // The other one moves, so that the pressed button keeps the focus.
    step.parentNode.insertBefore(other, by_ < 0 ? step.nextSibling : step);
    moved(item, step);
  }

  function moved(item, step) {
    item.touched = true;
    order.sync(item);
    item.tell("tas-say", { words: fill(item.words.moved, { what: step.querySelector(".step").textContent, place: steps(item).indexOf(step) + 1, total: steps(item).length }) });
    item.tell("tas-answer");
  }

  function arrange(item, ids) {
    item.fieldset.querySelector(".order").append(...ids.map((id) => by(item, "option", id)));
  }

  // By finger or mouse at the grip; by keyboard there are the buttons.
  function drag(item, step, event) {
    if (item.checked || event.button) return;
    event.preventDefault();
    const grip = event.currentTarget;
    let from = event.clientY;
    grip.setPointerCapture(event.pointerId);
    step.classList.add("is-lifted");
    const shift = (y) => (step.style.transform = `translateY(${y - from}px)`);
    const past = (other, way) => {
      if (!other) return false;
      const mine = step.getBoundingClientRect(), box = other.getBoundingClientRect();
      return way < 0 ? mine.top < box.top + box.height / 2 : mine.bottom > box.top + box.height / 2;
    };
    const follow = ({ clientY }) => {
      shift(clientY);
      for (const [other, way] of [[step.previousElementSibling, -1], [step.nextElementSibling, 1]]) {
        if (!past(other, way)) continue;
        const before = step.offsetTop;
        if (way < 0) other.before(step);
        else other.after(step);
        from += step.offsetTop - before;
        shift(clientY);
        break;
      }
    };
    const drop = () => {
      grip.removeEventListener("pointermove", follow);
      step.classList.remove("is-lifted");
      step.style.transform = "";
      moved(item, step);
    };
    grip.addEventListener("pointermove", follow);
    grip.addEventListener("pointerup", drop, { once: true });
    grip.addEventListener("pointercancel", drop, { once: true });
  }

  const order = {
    setup(item) {
      const list = item.fieldset.querySelector(".order");
      list.setAttribute("role", "list");
      list.before(make("p", { class: "order-hint" }, item.words["order-hint"]));
      item.shown = steps(item).map((step) => step.dataset.option);
      for (const step of steps(item)) {
        const text = step.querySelector(".step").textContent, box = make("span", { class: "moves" }), grip = make("span", { class: "grip", "aria-hidden": "true" }, make("b"));
        for (const [way, by_, sign] of [["up", -1, "↑"], ["down", 1, "↓"]]) {
          const button = make("button", { type: "button", "aria-label": `${item.words[way]}: ${text}` }, sign);
          button.addEventListener("click", () => move(item, step, by_));
          box.append(button);
        }
        box.addEventListener("keydown", (event) => {
          if (!["ArrowUp", "ArrowDown"].includes(event.key)) return;
          event.preventDefault();
          move(item, step, event.key === "ArrowUp" ? -1 : 1);
        });
        grip.addEventListener("pointerdown", (event) => drag(item, step, event));
        step.prepend(grip);
        step.append(box);
      }
    },
    // An order that nobody touched is an answer only once it is handed in.
    read: (item) => (item.touched ? steps(item).map((step) => step.dataset.option) : []),
    write(item, response) {
      const known = response.length === item.shown.length && item.shown.every((id) => response.includes(id));
      item.touched = known;
      arrange(item, known ? response : item.shown);
    },
    sync(item) {
      steps(item).forEach((step, index, all) => {
        const [up, down] = step.querySelectorAll("button");
        step.querySelector(".grip b").textContent = index + 1;
        up.setAttribute("aria-disabled", item.checked || index === 0);
        down.setAttribute("aria-disabled", item.checked || index === all.length - 1);
      });
    },
    lock() {},
    mark(item, result) {
      steps(item).forEach((step, index) => {
        const right = result.places[index], place = item.scoring.key.indexOf(step.dataset.option) + 1;
        step.dataset.state = right ? "right" : "wrong";
        step.append(make("span", { class: "verdict" }, right ? "✓" : `${document.dir === "rtl" ? "←" : "→"} ${place}`, ...(right ? [make("span", { class: "tas-vh" }, item.words.right)] : [])));
      });
    },
    outcome: missed,
    explain(item, result, response, box) {
      const list = box.appendChild(make("ol"));
      for (const id of item.scoring.key) {
        const found = line(item, "option", id);
        list.append(make("li", {}, ...rationale(found, sentence(found.querySelector("strong").textContent)).childNodes));
      }
    },
    place: () => null,
  };

  tas.answers.kinds.order = order;
})((globalThis.tas = globalThis.tas || {}));
