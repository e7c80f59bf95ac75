// Opens the search dialog, and fetches what is in it with the first search: scripts, words and index come only to who searches.
// What somebody searches is kept nowhere: an address with a question loses it at once, and the words to mark on the page that a result
// leads to wait in this tab only until that page has them.
((tas) => {
  "use strict";
  const dialog = document.getElementById("tas-search");
  if (!dialog || !dialog.showModal) return;
  const input = dialog.querySelector("input");
  const MARKS = "tas:marks";
  const asked = new URLSearchParams(location.search);

  function load() {
    if (!dialog.dataset.script) return;
    const script = document.createElement("script");
    script.src = dialog.dataset.script;
    delete dialog.dataset.script;
    script.onerror = () => (dialog.querySelector("[role=status]").textContent = dialog.dataset.broken);
    document.head.append(script);
  }

  function open() {
    for (const drop of document.querySelectorAll(".tas-drop")) drop.open = false;
    if (dialog.open) return;
    dialog.showModal();
    input.focus();
    input.select();
    load();
  }

  function close() {
    dialog.close();
    input.blur(); // until the next frame the browser leaves the focus in what is closed, and keys would still be typing
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest(".tas-search-open")) open();
    else if (event.target === dialog || event.target.closest(".tas-search-close, .tas-search a")) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && dialog.open) {
      event.preventDefault(); // the browser's own closing comes later, and would meet a dialog that is open again
      close();
    }
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;
    if (!["/", "s"].includes(event.key) || typing || dialog.open || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    open();
  });
  dialog.querySelector("form").addEventListener("submit", (event) => event.preventDefault());

  function marks() {
    try {
      const words = sessionStorage.getItem(MARKS);
      sessionStorage.removeItem(MARKS);
      return words;
    } catch (error) {
      return null;
    }
  }

  dialog.addEventListener("click", ({ target }) => {
    const link = target.closest("a[data-marks]");
    if (!link || tas.turn) return;
    if (link.pathname === location.pathname) return tas.search.highlight(link.dataset.marks);
    try {
      sessionStorage.setItem(MARKS, link.dataset.marks);
    } catch (error) {
      // nothing is marked then
    }
  });

  tas.marks = marks();
  if (asked.has("q")) {
    const address = new URL(location.href);
    address.searchParams.delete("q");
    try {
      history.replaceState(history.state, "", address);
    } catch (error) {
      // a file in a sandbox
    }
    input.value = asked.get("q");
    open();
  } else if (tas.marks) load();
})((globalThis.tas = globalThis.tas || {}));
