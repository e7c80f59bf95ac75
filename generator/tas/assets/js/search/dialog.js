// The search dialog at work: asks while the reader types, shows what is found, and helps when nothing is.
((tas) => {
  "use strict";
  const { search } = tas;
  const dialog = document.getElementById("tas-search");
  const input = dialog.querySelector("input");
  const part = (name) => dialog.querySelector(`.tas-search__${name}`);
  const status = dialog.querySelector("[role=status]");
  const [pinned, list, help, near, suggestion, share, further, examples] = ["pinned", "list", "help", "near", "suggestion", "share", "further", "examples"].map(part);
  const words = { ...tas.searchWords, ...dialog.dataset };
  const EMPTY = { pinned: null, count: 0, pages: [], near: [], elsewhere: [], completion: "" };
  const STEP = 10; // pages shown at a time
  const WAIT = 400; // milliseconds without an answer after which the reader is told to wait
  const LONGEST = 200; // letters of a question
  const PAUSE = 350; // milliseconds without a new letter after which the pages found are looked into
  let ask = null;
  let number = 0;
  let asked = null;

  const absolute = (address) => (address ? new URL(address, document.baseURI).href : "");
  const disk = location.protocol === "file:";

  function connect() {
    const [worker, core, stemmer, index] = [words.worker, words.core, words.stemmer, words.index].map(absolute);
    return search.connect({ worker, core, stemmer, index }, renew);
  }

  function address(location, anchor) {
    if (search.address) return search.address(location, anchor); // a bag in one file has addresses of its own
    const file = disk && /(^|\/)$/.test(location) ? `${location}index.html` : location;
    const url = new URL(words.root + file, document.baseURI);
    if (anchor) url.hash = anchor;
    return url.href;
  }

  async function answer() {
    const text = input.value.trim().slice(0, LONGEST);
    suggestion.textContent = "";
    if (text === asked) return;
    asked = text;
    const mine = ++number;
    if (!text) return show(EMPTY, words.start);
    const wait = setTimeout(() => mine === number && (status.textContent = words.wait), WAIT);
    try {
      const result = await (ask = ask || connect())(input.value.slice(0, LONGEST), STEP);
      const { count, partial } = result;
      if (mine === number) show(result, partial ? words.wait : count > 1 ? words.other.replace("#", count) : count ? words.one : words.none);
    } catch (error) {
      ask = asked = null; // the next letter tries again
      if (mine === number) show(EMPTY, words.broken);
    } finally {
      clearTimeout(wait);
    }
  }

  // After an answer from titles only: the same question again once all has come; who stands on a result stays there.
  async function renew(whole) {
    if (!whole) return (status.textContent = words.broken);
    const { href } = document.activeElement;
    asked = null;
    await answer();
    for (const link of list.querySelectorAll("a")) if (link.href === href) link.focus();
  }

  function show(result, said) {
    status.textContent = said;
    list.replaceChildren();
    pinned.replaceChildren(...(result.pinned ? search.emergency(result.pinned, address, words) : []));
    pinned.hidden = !result.pinned;
    if (result.pinned) status.textContent = `${result.pinned.title} ${said}`;
    more(result);
    help.hidden = said !== words.none || Boolean(result.pinned);
    near.hidden = !result.near.length;
    near.querySelector("span").replaceChildren(...result.near.map(offer));
    for (const line of dialog.querySelectorAll("[data-edition]")) {
      const links = result.elsewhere.filter(({ edition }) => edition === line.dataset.edition).map(wayThere);
      line.hidden = !links.length;
      line.querySelector("span").replaceChildren(...links);
    }
    const secret = result.pinned && result.pinned.sensitive; // never in an address
    suggestion.textContent = secret ? "" : result.completion && input.value + result.completion;
    share.hidden = secret || !result.count;
    if (examples) examples.hidden = Boolean(input.value.trim());
    part("output").scrollTop = 0;
  }

  function more({ count, pages }) {
    const shown = list.children.length;
    const fresh = pages.slice(shown).map((page) => [search.resultItem(page, address, words), page]);
    list.append(...fresh.map(([item]) => item));
    const mine = number;
    setTimeout(() => mine === number && search.sentences(fresh, address), PAUSE);
    further.hidden = pages.length >= count;
    further.onclick = async () => {
      const mine = number;
      const result = await ask(input.value.slice(0, LONGEST), pages.length + STEP);
      if (mine === number) more(result);
    };
  }

  function put(words) {
    input.value = words;
    input.focus();
    answer();
  }

  // a word of this site in place of one that it does not have
  function offer(word) {
    const button = search.element("button", "tas-button", word);
    button.type = "button";
    button.onclick = () => put(word);
    return button;
  }

  if (examples) examples.addEventListener("click", ({ target }) => target.closest("button") && put(target.closest("button").textContent));

  function wayThere({ edition, location, phrase }) {
    const [page, anchor] = location.split("#");
    const link = search.element("a", "", phrase);
    Object.assign(link, { href: address(page, anchor), lang: edition, hreflang: edition });
    return link;
  }

  share.onclick = async () => {
    const url = new URL(location.href);
    url.search = url.hash = "";
    url.searchParams.set("q", input.value.trim());
    try {
      await navigator.clipboard.writeText(url.href);
      status.textContent = words.copied;
    } catch (error) {
      status.textContent = url.href;
    }
  };

  dialog.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const stops = [input, ...pinned.querySelectorAll("a"), ...list.querySelectorAll("a, summary")].filter((stop) => stop === input || stop.checkVisibility());
    const at = stops.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && at >= 0) {
      event.preventDefault();
      stops[(at + step + stops.length) % stops.length].focus();
    } else if (document.activeElement !== input) {
      if (event.key.length === 1 && event.key !== " ") input.focus();
    } else if (event.key === "Enter") {
      event.preventDefault();
      const best = part("output").querySelector("[data-best]");
      if (best) best.click();
    } else if (event.key === (document.dir === "rtl" ? "ArrowLeft" : "ArrowRight") && suggestion.textContent && input.selectionStart === input.value.length) {
      event.preventDefault();
      input.value = suggestion.textContent;
      answer();
    }
  });
  input.addEventListener("input", answer);
  answer();
})((globalThis.tas = globalThis.tas || {}));
