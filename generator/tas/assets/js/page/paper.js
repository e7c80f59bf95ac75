// The foot of every printed sheet: site, edition, day of checking and address, in the margin where the browser can; else the line at the
// end of the page stays. A constructed sheet: the strict policy of the site forbids style elements.
((tas) => {
  "use strict";
  let sheet = null;
  const LOOK = "width: 80%; text-align: start; white-space: pre-line;";
  tas.foot = () => {
    const guide = [...document.querySelectorAll("tas-guide")].some((one) => one.closest("[hidden]") === null); // has a foot of its own
    const lines = [...document.querySelectorAll(".tas-paper-line")].filter((line) => line.closest("[hidden]") === null), line = lines[0];
    try {
      if (!sheet) {
        sheet = new CSSStyleSheet();
        document.adoptedStyleSheets = document.adoptedStyleSheets.concat(sheet);
      }
      const words = line && !guide ? [...line.children].map((one) => JSON.stringify(one.textContent.trim())).join(' "\\a" ') : "";
      sheet.replaceSync(words ? `@page { @bottom-left { ${LOOK} content: ${words} } }` : "");
      const [page] = sheet.cssRules;
      document.documentElement.toggleAttribute("data-foot", Boolean(page && page.cssRules && page.cssRules.length));
    } catch (error) {
      // an older browser: the line at the end
    }
  };
  tas.foot();
  document.addEventListener("tas-turn", tas.foot);
})((globalThis.tas = globalThis.tas || {}));
