// Marks the words of a search on the page that it led to: whole words, as they were meant, in the content only.
(() => {
  "use strict";
  const asked = new URLSearchParams(location.search).get("h");
  const content = document.getElementById("content");
  if (!asked || !content) return;
  const fold = (word) => word.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase();
  const words = new Set(fold(asked).split(" "));
  const nodes = document.createTreeWalker(content, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest("script, style, template, textarea, select, svg, mark")
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  const found = [];
  while (nodes.nextNode()) found.push(nodes.currentNode);
  for (const node of found) {
    const pieces = node.data.split(/([\p{L}\p{M}\p{N}]+)/u);
    if (!pieces.some((piece) => words.has(fold(piece)))) continue;
    node.replaceWith(
      ...pieces.map((piece) => {
        if (!words.has(fold(piece))) return piece;
        const mark = document.createElement("mark");
        mark.textContent = piece;
        return mark;
      }),
    );
  }
})();
