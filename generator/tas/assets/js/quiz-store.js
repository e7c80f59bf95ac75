// What a reader sees and does with kept answers: how many there are, save them as a file, take them over from one, erase them.
(function (root) {
  "use strict";
  var fill = tasAnswers.fill;

  function saved(text) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = "tas-progress.json";
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }

  // Every quiz of the page reads again.
  function changed() { document.dispatchEvent(new CustomEvent("tas-progress")); }

  root.tasStore = function (quiz) {
    var words = quiz.words, box = quiz.piece("store");
    if (!box) return;
    box.hidden = false;
    quiz.on("export", function () { saved(tasProgress.exported()); });
    quiz.on("erase", function () {
      tasProgress.erase(quiz.items, quiz.name);
      changed();
      quiz.say(words.erased);
    });
    quiz.on("erase-all", function () {
      tasProgress.eraseAll();
      changed();
      quiz.say(words.erased);
    });
    box.querySelector('[data-do="import"]').addEventListener("change", function (event) {
      var input = event.target, reader = new FileReader();
      reader.onload = function () {
        var taken = tasProgress.imported(reader.result);
        input.value = "";
        if (taken >= 0) changed();
        quiz.say(taken < 0 ? words["not-ours"] : fill(words.taken, { count: taken }));
      };
      if (input.files[0]) reader.readAsText(input.files[0]);
    });
  };

  root.tasStoreCount = function (quiz) {
    var line = quiz.piece("count");
    if (line) line.textContent = tasProgress.works() ? fill(quiz.words.kept, { count: tasProgress.count() }) : quiz.words.unkept;
  };
})(self);
