// Answers every quiz that stands in the page, all items right or all wrong, through the items of the site's own player.
((kind) => {
  const other = (ids, id) => ids.find((one) => one !== id);
  const answers = {
    choice({ scoring, fieldset }) {
      const ids = [...fieldset.querySelectorAll("input[value]")].map((one) => one.value);
      if (scoring.mapping) {
        const sum = (id) => Object.values(scoring.mapping[id]).reduce((all, one) => all + one, 0);
        const sorted = [...ids].sort((a, b) => sum(b) - sum(a));
        return { right: [sorted[0]], wrong: [sorted[sorted.length - 1]] };
      }
      return { right: scoring.key, wrong: scoring.key.length > 1 ? scoring.key.slice(1) : [other(ids, scoring.key[0])] };
    },
    match({ scoring, fieldset }) {
      const ids = [...fieldset.querySelector("select").options].map((one) => one.value).filter(Boolean);
      return { right: scoring.key, wrong: scoring.key.map((id) => other(ids, id)) };
    },
    order: ({ scoring }) => ({ right: scoring.key, wrong: [...scoring.key].reverse() }),
    number: ({ scoring }) => ({ right: [scoring.key[0]], wrong: ["-1"] }),
    text: ({ scoring }) => ({ right: [scoring.key[0]], wrong: ["x"] }),
    open: () => ({ right: ["my thoughts"], wrong: ["my thoughts"] }),
  };
  const items = [...document.querySelectorAll("tas-quiz:not([data-profile])")].flatMap((quiz) => quiz.items);
  for (const item of items) {
    item.setUp();
    item.kind.write(item, answers[item.scoring.kind](item)[kind]);
    item.changed();
    if (item.scored) item.check();
  }
  return items.map((item) => [item.id, item.scored, item.result.right]);
})
