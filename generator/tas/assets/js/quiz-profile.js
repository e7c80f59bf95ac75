// The profile at the end of a fit quiz: of all bands that stand in the page it shows the ones the answers give. No sum, no verdict.
(function (root) {
  "use strict";
  var make = tasAnswers.make;

  function chosen(item) {
    var input = item.fieldset.querySelector("input:checked");
    return input ? input.closest("label").textContent.trim() : "";
  }

  function stem(item) { return item.fieldset.querySelector(".item-stem").textContent; }

  function moved(quiz, box, ids) {
    var list = box.querySelector("ul");
    list.textContent = "";
    box.hidden = !ids.length;
    ids.forEach(function (id) {
      var item = quiz.items.find(function (one) { return one.id === id; });
      list.append(make("li", {}, "“" + stem(item) + "” – " + chosen(item)));
    });
  }

  function subscale(quiz, result) {
    var article = quiz.querySelector('[data-subscale="' + CSS.escape(result.id) + '"]'), missing = quiz.piece("missing", article);
    article.querySelectorAll("[data-band]").forEach(function (band) { band.hidden = band.dataset.band !== result.band; });
    missing.hidden = result.missing === 0;
    missing.textContent = tasAnswers.fill(quiz.words.missing, { numbers: result.missing });
    moved(quiz, quiz.piece("raised", article), result.band ? result.raised : []);
    moved(quiz, quiz.piece("lowered", article), result.band ? result.lowered : []);
  }

  // All bars together, each with its words.
  function glance(quiz) {
    var list = quiz.piece("glance");
    list.textContent = "";
    quiz.querySelectorAll(".band:not([hidden])").forEach(function (band) {
      var line = list.appendChild(make("li")), bar = band.querySelector("svg").cloneNode(true);
      bar.removeAttribute("role");
      bar.removeAttribute("aria-label");
      bar.setAttribute("aria-hidden", "true");
      line.append(make("span", {}, band.closest(".subscale").querySelector("h4").textContent), bar);
      line.append(make("strong", {}, band.querySelector("strong").textContent));
    });
    list.hidden = !list.children.length;
  }

  // What a reader thought of the work, and how it is.
  function knowledge(quiz) {
    var box = quiz.piece("knowledge"), list = box.querySelector("ul");
    list.textContent = "";
    quiz.items.forEach(function (item) {
      var result = item.result, line = make("li"), response = item.response;
      if (!item.scoring.key || !result.answered) return;
      line.append(make("strong", {}, quiz.words[result.right ? "as-expected" : "otherwise"] + ": "), stem(item) + " ");
      item.kind.explain(item, result, response, line);
      line.append(item.answer.querySelector(".learn").cloneNode(true));
      list.append(line);
    });
    box.hidden = !list.children.length;
  }

  root.tasProfile = {
    // Hides all that is for readers without a script.
    setup: function (quiz) {
      quiz.piece("result").hidden = true;
      quiz.piece("take").hidden = false;
      quiz.querySelectorAll(".count-yourself, .sums").forEach(function (part) { part.remove(); });
      quiz.on("anyway", function () { root.tasProfile.show(quiz, true); });
      quiz.on("print", function () { root.print(); });
    },
    show: function (quiz, anyway) {
      var items = quiz.items, responses = {}, why;
      items.forEach(function (item) { responses[item.id] = item.response; });
      why = tasScoring.notice(quiz.profile, items, responses, anyway ? {} : quiz.gaps);
      quiz.querySelectorAll("[data-notice]").forEach(function (notice) { notice.hidden = notice.dataset.notice !== why; });
      quiz.piece("profile").hidden = why !== null;
      quiz.piece("result").hidden = false;
      quiz.classList.toggle("is-shown", why === null);
      if (why === null) {
        tasScoring.profile(quiz.profile, items, responses).forEach(function (result) { subscale(quiz, result); });
        glance(quiz);
        knowledge(quiz);
      }
      quiz.piece("result").focus();
    }
  };
})(self);
