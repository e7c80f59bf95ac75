// The meaning of a word of the trade where it stands: taken from the page's own list of words. Without scripts, or in a browser
// without popovers, the link leads to that list.
(function () {
  "use strict";
  if (!("popover" in HTMLElement.prototype)) return;
  var box = document.createElement("div");
  var link = null;
  box.className = "tas-meaning";
  box.id = "tas-meaning";
  box.popover = "auto";
  box.setAttribute("role", "note");

  // below the word, or above it when there is no room: never over it
  function place() {
    var word = link.getClientRects()[0];
    var size = box.getBoundingClientRect();
    var below = word.bottom + 8;
    box.style.left = Math.max(16, Math.min(word.left, document.documentElement.clientWidth - size.width - 16)) + "px";
    box.style.top = (below + size.height < innerHeight || word.top < size.height + 8 ? below : word.top - size.height - 8) + "px";
  }

  function show(from, dt) {
    var name = document.createElement("b");
    name.textContent = dt.textContent;
    box.replaceChildren(name);
    dt.nextElementSibling.childNodes.forEach(function (node) { box.append(node.cloneNode(true)); });
    from.after(box);
    link = from;
    box.showPopover();
    place();
    link.setAttribute("aria-expanded", "true");
    link.setAttribute("aria-describedby", box.id);
  }

  box.addEventListener("toggle", function (event) {
    if (event.newState !== "closed" || !link) return;
    link.setAttribute("aria-expanded", "false");
    link.removeAttribute("aria-describedby");
  });
  addEventListener("scroll", function () { if (box.matches(":popover-open")) place(); }, { passive: true });

  function act(event) {
    var from = event.target.closest("a.term");
    var dt = from && !box.contains(from) && document.getElementById(decodeURIComponent(from.hash.slice(1)));
    if (!dt || !dt.nextElementSibling || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    var again = link === from && from.getAttribute("aria-expanded") === "true";
    if (box.matches(":popover-open")) box.hidePopover();
    if (!again) show(from, dt);
  }

  document.addEventListener("click", act);
  document.addEventListener("keydown", function (event) { if (event.key === " ") act(event); });
  document.querySelectorAll("a.term").forEach(function (from) { from.setAttribute("aria-expanded", "false"); });
})();
