// At the end of a quiz: the code for a trainer, to show, to read out or to send.
((tas) => {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg", QUIET = 4;

  const kind = ({ scoring: { kind: of, mapping }, fieldset }) =>
    of === "choice" ? (mapping || fieldset.querySelector("[data-option] input[type=radio]") ? "one" : "many") : of === "number" || of === "text" ? "typed" : of;

  // The shape of an item as it stands in the page; the same comes from the generator on the page for trainers.
  function shape(item) {
    const { fieldset } = item, own = kind(item), rows = [...fieldset.querySelectorAll('[data-part="rows"] > [data-row]')];
    const found = own === "match" ? [...rows[0].querySelectorAll("select option")].map(({ value }) => value).filter(Boolean) : [...fieldset.querySelectorAll('[data-part="options"] > [data-option], .order > [data-option]')].map((one) => one.dataset.option);
    return { id: item.id, hash: item.hash, kind: own, options: found.sort(), rows: rows.length };
  }

  const answer = (item, { kind: own }) => (own === "open" || !item.result.answered ? [] : own === "typed" ? [item.result.right ? "right" : "other"] : item.response);

  function picture(code, label) {
    const grid = tas.qr.matrix(code), size = grid.length + 2 * QUIET, svg = document.createElementNS(SVG, "svg"), path = document.createElementNS(SVG, "path");
    svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", label);
    path.setAttribute("d", grid.flatMap((row, r) => row.map((on, c) => (on ? `M${c + QUIET} ${r + QUIET}h1v1h-1z` : ""))).join(""));
    svg.append(path);
    return svg;
  }

  tas.quizCode = (quiz) => {
    const items = quiz.items.map(shape), answers = Object.fromEntries(quiz.items.map((item, at) => [item.id, answer(item, items[at])]));
    return tas.code.encode({ id: quiz.name, salt: Number(quiz.dataset.code), items }, answers, 0, quiz.chosen === "test");
  };

  async function copy(code, words, output) {
    try {
      await navigator.clipboard.writeText(code);
      return words.copied;
    } catch (error) {
      getSelection().selectAllChildren(output); // from a file nothing may be written there
      return document.execCommand("copy") ? words.copied : "";
    }
  }

  tas.codeBox = (quiz) => {
    const { make } = tas, { words } = quiz, code = tas.quizCode(quiz), told = tas.code.grouped(code);
    const button = (text, act) => {
      const made = make("button", { type: "button", class: "plain" }, text);
      made.addEventListener("click", act);
      return made;
    };
    const output = make("output", { tabindex: "-1", "aria-label": words.code }, told), status = make("span", { role: "status" });
    const copied = button(words.copy, async () => { status.textContent = await copy(told, words, output); });
    const shared = navigator.share ? [button(words.share, () => navigator.share({ text: told }).catch(() => {}))] : []; // a reader who thinks better of it
    const box = make("div", { "data-part": "code-box" }, output, make("div", { "data-part": "qr" }, picture(code, words["code-qr"])), make("p", { class: "quiz-go" }, copied, ...shared, status));
    if (quiz.piece("code-box")) quiz.piece("code-box").remove();
    quiz.querySelector(".quiz-code").append(box);
    output.focus();
  };
})((globalThis.tas = globalThis.tas || {}));
