// What was wrong in a quiz comes back as a card: its question in front, the right answer behind. Nothing about violence or self-harm.
((tas) => {
  "use strict";

  function back({ answer, scoring }) {
    const all = [...answer.querySelectorAll("li")], key = Array.isArray(scoring.key) && scoring.kind === "choice" ? all.filter((one) => scoring.key.includes(one.dataset.option)) : all.filter((one) => !one.dataset.mistake);
    const lines = (key.length ? key : [answer]).map((one) => (one.querySelector("p") || one).textContent.replace(/\s*\([^()]*\)\s*$/, "").replace(/\s+/g, " ").trim());
    return lines.join(" · ");
  }

  tas.comesBack = (item) => {
    if (!item.answer || item.scoring.mapping) return;
    tas.boxes.wrong(`item:${item.id}:${item.hash}`, { lang: document.documentElement.lang, front: item.stem, back: back(item) });
  };
})((globalThis.tas = globalThis.tas || {}));
