// One page at a time out of a whole edition in one file: shows what the address asks for. Works where nothing may be kept and no
// address may be changed (a file in a message, a sandbox): then only "back" does nothing.
((tas) => {
  "use strict";
  const leaves = [...document.querySelectorAll(".tas-leaf")];
  const places = {}; // page -> how far it was scrolled
  const here = document.documentElement.dataset;
  const [site] = document.title.split(" – ");
  let shown = null;

  function asked() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch (error) {
      return "";
    }
  }

  // the page that has this id, be it on the screen or put away
  function leafOf(id) {
    const [code] = id.split(/[:.]/);
    return leaves.find((leaf) => leaf.id === id || leaf.dataset.code === code);
  }

  // a page about violence or self-harm never shows in the address or in a title: there stands the harmless one
  const secret = (leaf) => leaf && leaf.dataset.sensitive;

  function write(how, id) {
    try {
      history[how](null, "", `#${encodeURI(id)}`);
    } catch (error) {
      // see above
    }
  }

  function show(id, restore) {
    const leaf = leafOf(id) || (shown ? null : leaves[0]);
    if (!leaf) return; // the skip link, or a place outside the pages
    const turned = leaf !== shown;
    if (tas.away.has(leaf)) {
      leaf.append(tas.away.get(leaf)); // now its quizzes start
      tas.away.delete(leaf);
      name(leaf);
    }
    for (const other of leaves) other.hidden = other !== leaf;
    shown = leaf;
    if (turned) document.dispatchEvent(new Event("tas-turn"));
    if (secret(leaf) && asked() !== secret(leaf)) write("replaceState", secret(leaf));
    document.title = leaf.id === "home" || secret(leaf) ? site : `${leaf.querySelector("h1").textContent.trim()} – ${site}`;
    for (const link of document.querySelectorAll(".tas-nav a")) {
      if (link.hash === `#${leaf.id}`) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    const target = id === leaf.id ? null : document.getElementById(id);
    if (restore) scrollTo(0, places[leaf.id] || 0);
    else if (target) target.scrollIntoView();
    else scrollTo(0, 0);
    if (turned && !restore) leaf.focus({ preventScroll: true });
  }

  // what the site says in every page, and this file only where it is read
  function name(leaf) {
    for (const link of leaf.querySelectorAll("sup.cite a:not([aria-label])")) link.setAttribute("aria-label", `${here.source} ${link.textContent}`);
    if (!("popover" in HTMLElement.prototype)) return;
    for (const link of leaf.querySelectorAll("a.term:not([aria-expanded])")) link.setAttribute("aria-expanded", "false");
  }

  function go(id) {
    if (shown) places[shown.id] = scrollY;
    write(secret(shown) ? "replaceState" : "pushState", secret(leafOf(id) || shown) || id);
    show(id);
    if (!leafOf(id) && document.getElementById(id)) document.getElementById(id).focus();
  }

  // A file that was opened from a message has no neighbours: there the site has the other parts.
  const alone = location.protocol === "content:";

  document.addEventListener("click", (event) => {
    const away = event.target.closest("a[data-at]");
    if (away && alone) away.href = here.site + away.dataset.at;
    const link = event.target.closest("a[href^='#']");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const drop = link.closest(".tas-drop");
    if (drop) drop.open = false;
    go(decodeURIComponent(link.hash.slice(1)));
  });
  tas.turn = (link) => go(decodeURIComponent(link.hash.slice(1))); // as quickly as leave.js asks for
  addEventListener("popstate", () => show(asked() || leaves[0].id, true));
  addEventListener("hashchange", () => {
    if (asked() && leafOf(asked()) !== shown && asked() !== secret(shown)) show(asked());
  });

  // The search finds pages by their address on the site. It is packed; the first question unpacks it.
  const search = (tas.search = tas.search || {});

  async function unpacked() {
    const letters = atob(document.getElementById("search-pack").textContent);
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const script = document.createElement("script");
    script.textContent = await new Response(stream).text();
    document.head.append(script);
    return new search.Core(tas.searchIndex, tas.stem);
  }

  search.connect = () => {
    const core = unpacked();
    return async (text, limit) => (await core).query(text, limit);
  };
  const leafAt = (location) => location.startsWith(here.prefix) && document.getElementById(location.slice(here.prefix.length).replace(/\/$/, "") || "home");
  search.leaf = (location) => tas.away.get(leafAt(location)) || leafAt(location);
  search.address = (location, anchor) => {
    const leaf = leafAt(location);
    const place = !leaf && !alone && tas.places && tas.places[location]; // in another file
    if (place) return place + (anchor ? `:${anchor}` : "");
    if (!leaf) return here.site + location + (anchor ? `#${anchor}` : ""); // another edition
    return `#${encodeURI(anchor ? `${leaf.dataset.code}:${anchor}` : leaf.id)}`;
  };

  if ("scrollRestoration" in history) history.scrollRestoration = "manual";
  show(asked());
})((globalThis.tas = globalThis.tas || {}));
