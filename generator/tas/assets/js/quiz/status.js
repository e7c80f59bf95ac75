// Where one is in a quiz: the bar above the item, the list of all items beside it, and what the foot says.
((tas) => {
  "use strict";
  const { make } = tas;

  const dot = (player, item) => {
    const status = player.quiz.mode.status(item), at = player.list.indexOf(item), { words } = player;
    const said = { right: words["item-right"], part: words["item-wrong"], wrong: words["item-wrong"], done: words["item-done"] };
    return { number: item.number, status, here: item === player.item && player.stage.screen === "item", words: said[status] || words["item-open"], act: () => player.show(at) };
  };

  const bar = ({ quiz, stage, list, at }) =>
    stage.draw(list.map((item) => ({ status: quiz.mode.status(item), section: item.fieldset.closest(".quiz-section") })), at);

  const side = (player) => {
    const parts = player.sections.flatMap((section) => {
      const items = player.list.filter((item) => section.contains(item.fieldset));
      return items.length ? [make("h3", {}, section.querySelector("h2").textContent), player.stage.dots(items.map((item) => dot(player, item)))] : [];
    });
    player.stage.side.replaceChildren(...parts, make("p", { class: "keys" }, player.words[player.profile ? "keys-mirror" : "keys"]));
  };

  const short = (item) => {
    const text = item.fieldset.querySelector("input:checked, textarea");
    const words = text && text.closest("label") ? text.closest("label").querySelector("span:not(.key)").textContent : "…";
    return words.length > 26 ? `${words.slice(0, 24).trim()}…` : words;
  };

  const foot = (player, note) => {
    const { item, words, stage, list, at, quiz, profile } = player, last = at === list.length - 1, before = list[at - 1];
    const on = last ? (profile ? words["to-mirror"] : quiz.mode.each ? words.result : words.review) : words.next;
    if (item.checked) return stage.say(last && player.open.length ? words.next : on, { verdict: item.outcome, grade: item.grade });
    if (note) return stage.say(stage.go.textContent, { note: [note] });
    if (profile && player.auto && before && before.response.length) {
      const undo = tas.Stage.button(words.undo, () => player.step(-1), { class: "plain" });
      return stage.say(on, { ready: !item.scored || item.response.length > 0, note: [make("span", {}, `${words["you-chose"]} `, make("b", {}, short(before))), undo] });
    }
    if (!item.scored) return stage.say(item.response.length || last ? on : words.skip);
    stage.say(quiz.mode.each ? words.check : on, { ready: !profile || item.response.length > 0 });
  };

  tas.status = { dot, bar, side, foot };
})((globalThis.tas = globalThis.tas || {}));
