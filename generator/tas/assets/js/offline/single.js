// One page at a time out of a whole edition in one file: shows what the address asks for. Works where nothing may be kept and no
// address may be changed (a file in a message, a sandbox): then only "back" does nothing.
(function () {
  "use strict";
  var leaves = Array.from(document.querySelectorAll(".tas-leaf"));
  var places = {}; // page -> how far it was scrolled
  var shown = null;
  var here = document.documentElement.dataset;
  var site = document.title.split(" – ")[0];

  function asked() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch (error) {
      return "";
    }
  }

  // the page that has this id, be it on the screen or put away
  function leafOf(id) {
    var code = id.split(/[:.]/)[0];
    return leaves.find(function (leaf) { return leaf.id === id || leaf.dataset.code === code; });
  }

  function show(id, restore) {
    var leaf = leafOf(id);
    if (!leaf && shown) return; // the skip link, or a place outside the pages
    leaf = leaf || leaves[0];
    var turned = leaf !== shown;
    if (globalThis.tasAway.has(leaf)) {
      leaf.append(globalThis.tasAway.get(leaf)); // now its quizzes start
      globalThis.tasAway.delete(leaf);
      name(leaf);
    }
    leaves.forEach(function (other) { other.hidden = other !== leaf; });
    shown = leaf;
    if (turned) document.dispatchEvent(new Event("tas-turn"));
    document.title = leaf.id === "home" ? site : leaf.querySelector("h1").textContent.trim() + " – " + site;
    document.querySelectorAll(".tas-nav a").forEach(function (link) {
      if (link.hash === "#" + leaf.id) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    });
    var target = id === leaf.id ? null : document.getElementById(id);
    if (restore) scrollTo(0, places[leaf.id] || 0);
    else if (target) target.scrollIntoView();
    else scrollTo(0, 0);
    if (turned && !restore) leaf.focus({ preventScroll: true });
  }

  // what the site says in every page, and this file only where it is read
  function name(leaf) {
    leaf.querySelectorAll("sup.cite a:not([aria-label])").forEach(function (link) {
      link.setAttribute("aria-label", here.source + " " + link.textContent);
    });
    if (!("popover" in HTMLElement.prototype)) return;
    leaf.querySelectorAll("a.term:not([aria-expanded])").forEach(function (link) { link.setAttribute("aria-expanded", "false"); });
  }

  function go(id) {
    if (shown) places[shown.id] = scrollY;
    try { history.pushState(null, "", "#" + encodeURI(id)); } catch (error) { /* see above */ }
    show(id);
    if (!leafOf(id) && document.getElementById(id)) document.getElementById(id).focus();
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[href^='#']");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    var menu = link.closest(".tas-menu");
    if (menu) menu.open = false;
    go(decodeURIComponent(link.hash.slice(1)));
  });
  addEventListener("popstate", function () { show(asked() || leaves[0].id, true); });
  addEventListener("hashchange", function () { if (asked() && leafOf(asked()) !== shown) show(asked()); });

  // The search finds pages by their address on the site. It is packed; the first question unpacks it.
  var search = (globalThis.TasSearch = globalThis.TasSearch || {});

  async function unpacked() {
    var letters = atob(document.getElementById("search-pack").textContent);
    var bytes = Uint8Array.from(letters, function (letter) { return letter.charCodeAt(0); });
    var stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    var script = document.createElement("script");
    script.textContent = await new Response(stream).text();
    document.head.append(script);
    return new search.Core(globalThis.tasSearchIndex, globalThis.tasStem);
  }

  search.connect = function () {
    var core = unpacked();
    return async function (text, limit) { return (await core).query(text, limit); };
  };
  search.address = function (location, anchor) {
    var leaf = location.startsWith(here.prefix) && document.getElementById(location.slice(here.prefix.length).replace(/\/$/, "") || "home");
    if (!leaf) return here.site + location + (anchor ? "#" + anchor : ""); // another edition
    return "#" + encodeURI(anchor ? leaf.dataset.code + ":" + anchor : leaf.id);
  };

  if ("scrollRestoration" in history) history.scrollRestoration = "manual";
  show(asked());
})();
