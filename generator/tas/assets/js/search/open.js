// Opens the search dialog, and fetches what is in it with the first search: scripts, words and index come only to who searches.
(() => {
  "use strict";
  const dialog = document.getElementById("tas-search");
  if (!dialog || !dialog.showModal) return;
  const input = dialog.querySelector("input");
  const menu = document.querySelector(".tas-menu");
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
    if (menu) menu.open = false;
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
  dialog.addEventListener("close", () => {
    const address = new URL(location.href);
    if (!address.searchParams.has("q")) return;
    address.searchParams.delete("q");
    history.replaceState(null, "", address);
  });

  // an address with a question opens the search, one that comes from a result has its words marked
  if (asked.has("q")) {
    input.value = asked.get("q");
    open();
  } else if (asked.has("h")) load();
})();
