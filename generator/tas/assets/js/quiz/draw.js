// The few signs that scripts draw: the flower of the motif with some of its petals filled, and the marks of a verdict.
((tas) => {
  "use strict";
  const PETAL = "M0 0C10 2 18 10 20 20 10 18 2 10 0 0Z";

  function shape(tag, attributes, ...inside) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...inside);
    return made;
  }

  const picture = (box, ...inside) => shape("svg", { viewBox: box, "aria-hidden": "true" }, ...inside);

  function flower(filled, of = 4) {
    const petals = Array.from({ length: of }, (_, at) => {
      const look = at < filled ? { fill: "currentColor" } : { fill: "none" };
      return shape("path", { d: PETAL, transform: `rotate(${(at * 360) / of})`, stroke: "currentColor", "stroke-width": 1.6, ...look });
    });
    const turn = of === 4 ? "translate(24 24) rotate(180)" : "translate(24 24) rotate(225) scale(.8)";
    return picture("0 0 48 48", shape("g", { transform: turn }, ...petals, shape("circle", { r: 2.2, fill: "currentColor" })));
  }

  const line = (d, more = {}) => shape("path", { d, fill: "none", stroke: "currentColor", "stroke-width": 2.2, "stroke-linecap": "round", "stroke-linejoin": "round", ...more });

  const mark = (right) => {
    const ring = shape("circle", { cx: 12, cy: 12, r: 10.3, fill: "none", stroke: "currentColor", "stroke-width": 2, ...(right ? {} : { "stroke-dasharray": "4 2.5" }) });
    return picture("0 0 24 24", ring, line(right ? "m7 12.5 3.4 3.5 6.6-7.5" : "m8.5 8.5 7 7m0-7-7 7"));
  };

  tas.draw = { flower, mark, back: () => picture("0 0 24 24", line("M15 5l-7 7 7 7")), close: () => picture("0 0 24 24", line("M6 6l12 12M18 6 6 18")) };
})((globalThis.tas = globalThis.tas || {}));
