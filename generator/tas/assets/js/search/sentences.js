// Puts into a result the sentence that answers, read from the page itself once the reader pauses: the index knows only how a section
// begins. From a disk a browser reads no other page; there the beginning stays.
((tas) => {
  "use strict";
  const search = (tas.search = tas.search || {});
  const PAGES = 5; // looked into for one question
  const LONG = 260; // letters of a sentence that are shown
  const HEADINGS = "h1, h2, h3, h4, h5, h6";
  const TEXTS = "p, li, dd, td, blockquote";
  const UNREAD = "script, style, svg, nav, sup, form, .tas-end, .tas-vh, [hidden]";
  const read = new Map(); // address -> promise of the page's text

  search.sentences = async (found, href) => {
    const saving = navigator.connection && navigator.connection.saveData;
    if (saving || (location.protocol === "file:" && !search.leaf)) return;
    for (const [item, page] of found.slice(0, PAGES)) {
      const root = await content(page.location, href(page.location, ""));
      if (!root) continue;
      for (const link of item.querySelectorAll("a[data-anchor]")) {
        const section = page.sections.find(({ anchor }) => anchor === link.dataset.anchor);
        put(link, best(blocks(root, section.anchor), section.words));
      }
      const own = page.sections.find(({ anchor }) => !anchor);
      if (own && !item.querySelector("a[data-anchor]")) {
        const sentence = best(blocks(root, ""), own.words);
        if (sentence && !search.fold(item.textContent).includes(search.fold(sentence[0]))) item.firstChild.append(search.marked(search.snippet(...sentence)));
      }
    }
  };

  function content(place, address) {
    if (search.leaf) return search.leaf(place);
    if (!read.has(place)) read.set(place, fetch(address).then((answer) => (answer.ok ? answer.text() : "")).then((text) => new DOMParser().parseFromString(text, "text/html").querySelector("article"), () => null));
    return read.get(place);
  }

  // the texts below a heading, up to the next; of a page that is found as one text all of them
  function blocks(root, anchor) {
    const start = anchor && [...root.querySelectorAll("[id]")].find(({ id, dataset }) => id === anchor || dataset.id === anchor || id.endsWith(`:${anchor}`));
    if (anchor && !start) return [];
    if (anchor && !start.matches(HEADINGS)) return [start, start.nextElementSibling].filter(Boolean);
    const texts = [...root.querySelectorAll(`${HEADINGS}, ${TEXTS}`)];
    const from = texts.indexOf(start) + 1, next = anchor ? texts.findIndex((one, at) => at >= from && one.matches(HEADINGS)) : -1;
    return texts.slice(from, next < 0 ? undefined : next).filter((one) => !one.closest(UNREAD) && !one.matches(HEADINGS));
  }

  // [the sentence with most of the words, those words] or nothing
  function best(texts, words) {
    const wanted = new Set(words);
    let found = null, most = 0;
    for (const text of texts) {
      const copy = text.cloneNode(true);
      for (const away of copy.querySelectorAll(`${UNREAD}, ${TEXTS}`)) away.remove();
      for (const sentence of copy.textContent.replace(/\s+/g, " ").trim().match(/[^.!?]+(?:[.!?]+["”’)]*|$)/g) || []) {
        const said = new Set(search.words(sentence).filter((word) => wanted.has(word))).size;
        if (said > most && sentence.length <= LONG) [found, most] = [[sentence.trim(), wanted], said];
      }
    }
    return found;
  }

  function put(link, sentence) {
    if (sentence) link.querySelector(".tas-result__text").replaceWith(search.marked(search.snippet(...sentence)));
  }
})((globalThis.tas = globalThis.tas || {}));
