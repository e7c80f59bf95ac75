// The meaning of a word of the trade where it stands: taken from the page's own list of words. Without scripts, or in a browser
// without popovers, the link leads to that list.
(() => {
  "use strict";
  if (!("popover" in HTMLElement.prototype)) return;
  const box = Object.assign(document.createElement("div"), { className: "tas-meaning", id: "tas-meaning", popover: "auto" });
  let link = null;
  box.setAttribute("role", "note");

  // below the word, or above it when there is no room: never over it
  function place() {
    const [word] = link.getClientRects(), size = box.getBoundingClientRect(), below = word.bottom + 8;
    box.style.left = `${Math.max(16, Math.min(word.left, document.documentElement.clientWidth - size.width - 16))}px`;
    box.style.top = `${below + size.height < innerHeight || word.top < size.height + 8 ? below : word.top - size.height - 8}px`;
  }

  function show(from, dt) {
    const name = document.createElement("b");
    name.textContent = dt.textContent;
    box.replaceChildren(name, ...Array.from(dt.nextElementSibling.childNodes, (node) => node.cloneNode(true)));
    from.after(box);
    link = from;
    box.showPopover();
    place();
    link.setAttribute("aria-expanded", "true");
    link.setAttribute("aria-describedby", box.id);
  }

  box.addEventListener("toggle", ({ newState }) => {
    if (newState !== "closed" || !link) return;
    link.setAttribute("aria-expanded", "false");
    link.removeAttribute("aria-describedby");
  });
  addEventListener("scroll", () => box.matches(":popover-open") && place(), { passive: true });

  function act(event) {
    const from = event.target.closest("a.term");
    const dt = from && !box.contains(from) && document.getElementById(decodeURIComponent(from.hash.slice(1)));
    if (!dt || !dt.nextElementSibling || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const again = link === from && from.getAttribute("aria-expanded") === "true";
    if (box.matches(":popover-open")) box.hidePopover();
    if (!again) show(from, dt);
  }

  document.addEventListener("click", act);
  document.addEventListener("keydown", (event) => event.key === " " && act(event));
  for (const from of document.querySelectorAll("a.term")) from.setAttribute("aria-expanded", "false");
})();
