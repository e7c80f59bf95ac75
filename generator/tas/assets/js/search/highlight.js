// Marks the words of a search on the page that it led to: whole words, as they were meant, in the content only.
((tas) => {
  "use strict";
  const fold = (word) => word.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase();

  tas.search.highlight = (asked) => {
    const words = new Set(fold(asked).split(" "));
    const nodes = document.createTreeWalker(document.getElementById("content"), NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest("script, style, template, textarea, select, svg, mark")
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    const found = [];
    while (nodes.nextNode()) found.push(nodes.currentNode);
    for (const node of found) {
      const pieces = node.data.split(/([\p{L}\p{M}\p{N}]+)/u);
      if (pieces.some((piece) => words.has(fold(piece)))) node.replaceWith(...pieces.map((piece) => (words.has(fold(piece)) ? marked(piece) : piece)));
    }
  };

  const marked = (piece) => Object.assign(document.createElement("mark"), { textContent: piece });

  if (tas.marks) tas.search.highlight(tas.marks);
})((globalThis.tas = globalThis.tas || {}));
