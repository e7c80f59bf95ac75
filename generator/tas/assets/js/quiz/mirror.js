// The end of a mirror on one screen and one sheet: a flower a side, near or far; told in words; what to ask and what to read; to share as
// text, to save as a file, to print. No sum, no verdict. Every sentence stands in the page already; this puts together those that fit.
((tas) => {
  "use strict";
  const { fill, make } = tas;
  const BANDS = ["high", "middle", "low"];
  const FILLED = { high: 4, middle: 2, low: 0 };
  const ASK = 3, READ = 2;

  tas.mirror = (quiz, results, responses) => {
    const { words } = quiz, { lang } = document.documentElement, told = results.filter(({ band }) => band);
    const article = ({ id }) => quiz.querySelector(`[data-subscale="${CSS.escape(id)}"]`);
    const title = (one) => article(one).querySelector("h4").textContent;
    const band = (one) => article(one).querySelector(`[data-band="${one.band}"]`);
    const of = (name) => told.filter((one) => one.band === name);
    const list = (ones) => new Intl.ListFormat(lang, { type: "conjunction" }).format(ones.map((one) => title(one).toLowerCase()));
    const day = new Date().toLocaleDateString(lang, { day: "numeric", month: "long", year: "numeric" });

    const row = (one) => {
      const link = make("a", { href: article(one).querySelector(".rests a").href }, title(one), make("span", { class: "tas-vh" }, `: ${words.bands[one.band]}`));
      const track = make("span", { class: "mirror-track", "data-band": one.band, "aria-hidden": "true" }, tas.draw.flower(FILLED[one.band]));
      return make("li", {}, link, track);
    };
    quiz.piece("flowers").replaceChildren(...told.map(row));
    quiz.piece("told").replaceChildren(...BANDS.flatMap((name) => [make("div", {}, make("dt", {}, words.near[name]), make("dd", {}, of(name).length ? capital(`${list(of(name))}.`) : words.none))]));

    // from what is far first: one question of each side, then a second one
    const far = [...of("low"), ...of("middle"), ...of("high")], asks = far.map((one) => [...band(one).querySelectorAll("ul li")].map((li) => li.textContent));
    const questions = [0, 1].flatMap((turn) => asks.map((some) => some[turn])).filter(Boolean).slice(0, ASK);
    quiz.piece("ask").replaceChildren(...questions.map((question) => make("li", {}, question)));
    quiz.piece("read").replaceChildren(...far.slice(0, READ).map((one) => make("li", {}, make("a", { href: article(one).querySelector(".rests a").href }, title(one)))));
    const known = quiz.items.filter((item) => item.scoring.key), right = known.filter((item) => item.result.right).length;
    quiz.piece("knew").textContent = fill(words.knew, { right, total: known.length });
    for (const place of quiz.all("[data-part=day]")) place.textContent = day;

    const said = BANDS.filter((name) => of(name).length).map((name) => `${words.near[name]}: ${list(of(name))}.`).join(" ");
    const head = quiz.piece("result").querySelector("h2").textContent;
    quiz.shared = { title: head, text: [`${head}, ${day}`, said, `${words.ask}:\n${questions.map((one, at) => `${at + 1}. ${one}`).join("\n")}`, words.note].join("\n\n") };
  };

  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

  function note(quiz, words) { quiz.piece("note").textContent = words; }

  // Share where the device can, else copy; told in the line for a screen reader too.
  tas.mirror.share = async (quiz) => {
    const { title, text } = quiz.shared;
    try {
      if (navigator.share) return await navigator.share({ title, text });
      await navigator.clipboard.writeText(text);
      note(quiz, quiz.words.copied);
    } catch (error) {
      if (error.name !== "AbortError") note(quiz, text);
    }
  };

  tas.mirror.save = (quiz) => {
    const link = make("a", { href: URL.createObjectURL(new Blob([quiz.shared.text], { type: "text/plain;charset=utf-8" })), download: `${quiz.words["file-name"]}.txt` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
})((globalThis.tas = globalThis.tas || {}));
