// What the core found -> elements of the result list. Text only ever becomes text: nothing from a page is read as HTML here.
((tas) => {
  "use strict";
  const search = (tas.search = tas.search || {});
  const BEST = 2; // sections shown at once
  const NEARLY = 0.6; // of the best section's score: from here on a section is shown at once

  // `page`: one of Core.query's; `href`: (location, anchor) -> address; `words`: the dialog's data-* texts
  search.resultItem = (page, href, words) => {
    const [first] = page.sections;
    const own = page.sections.find(({ anchor }) => !anchor);
    const sections = page.sections.filter(({ anchor }) => anchor);
    const shown = sections.filter(({ score }) => score >= first.score * NEARLY).slice(0, BEST);
    const rest = sections.filter((section) => !shown.includes(section));
    const link = (section) => sectionLink(section, href(page.location, section.anchor));

    const title = element("a", "tas-result__link", element("span", "tas-result__page", page.title));
    title.href = href(page.location, "");
    title.dataset.marks = (own || first).words.join(" ");
    if (page.summary.length) title.append(" ", marked(page.summary));
    const item = element("li", "tas-result", title, ...shown.map(link));
    if (page.missing.length) {
      const without = page.missing.flatMap((word) => [" ", element("del", "", word)]);
      item.append(element("p", "tas-result__missing", words.without, ":", ...without));
    }
    if (rest.length) {
      const count = rest.length === 1 ? words.moreOne : words.moreOther.replace("#", rest.length);
      item.append(element("details", "tas-result__more", element("summary", "", count), ...rest.map(link)));
    }
    // Enter goes to the place that answers best
    (own === first || !shown.length ? title : item.querySelectorAll("a")[1]).dataset.best = "";
    return item;
  };

  // What stands above all results in distress: whom to call in the order to try, the page that tells more, one line that fits the danger.
  search.emergency = ({ title, location, anchor, foot, call }, href, words) => {
    const own = tas.contacts.all(document.documentElement.lang);
    const lines = call.map(({ id, name, number }) => {
      const known = number || String(own[id] || ""), label = element("span", "tas-emergency__name", name);
      if (!known) return element("li", "tas-emergency__own", label);
      const link = element("a", "", element("b", "", known), " ", label, element("span", "tas-dial"));
      link.href = `tel:${known.replace(/[^\d+]/g, "")}`;
      return element("li", "", link);
    });
    const more = element("a", "", words.now);
    more.href = href(location, anchor);
    more.dataset.best = "";
    return [element("p", "tas-emergency__title", title), element("ul", "", ...lines), element("p", "tas-emergency__foot", foot, " ", more)];
  };

  function sectionLink(section, href) {
    const link = element("a", "tas-result__link", element("span", "tas-result__section", section.title), " ", marked(section.text));
    link.href = href;
    link.dataset.anchor = section.anchor;
    link.dataset.marks = section.words.join(" ");
    return link;
  }

  const marked = (search.marked = (pieces) =>
    element("span", "tas-result__text", ...pieces.map(([text, mark]) => (mark ? element("mark", "", text) : text))));

  const element = (search.element = (name, className, ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  });
})((globalThis.tas = globalThis.tas || {}));
