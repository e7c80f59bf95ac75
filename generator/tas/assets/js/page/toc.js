// Marks in "On this page" where the reader is.
(() => {
  "use strict";
  const links = [...document.querySelectorAll(".tas-toc a")];
  if (!links.length || !("IntersectionObserver" in window)) return;
  const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));

  function mark() {
    const here = headings.filter((heading) => heading && heading.getBoundingClientRect().top < innerHeight / 3).pop();
    links.forEach((link, index) => {
      if (here && headings[index] === here) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    });
  }

  const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
  // it tells at once where each stands, when the page is laid out anyway
  for (const heading of headings) if (heading) observer.observe(heading);
})();
