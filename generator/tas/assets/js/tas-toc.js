// Marks in "On this page" where the reader is.
(function () {
  "use strict";
  var links = Array.from(document.querySelectorAll(".tas-toc a"));
  if (!links.length || !("IntersectionObserver" in window)) return;
  var headings = links.map(function (link) { return document.getElementById(decodeURIComponent(link.hash.slice(1))); });

  function mark() {
    var here = -1;
    headings.forEach(function (heading, index) { if (heading && heading.getBoundingClientRect().top < innerHeight / 3) here = index; });
    links.forEach(function (link, index) {
      if (index === here) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    });
  }

  var observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
  headings.forEach(function (heading) { if (heading) observer.observe(heading); });
  mark();
})();
