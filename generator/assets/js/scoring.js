// The rules of scoring, applied to data that the generator writes into the page. Knows no page: tests run this very file.
(function (root) {
  "use strict";

  // scoring: {cardinality: "single" | "multiple", key: [option id]}; response: [option id].
  // Returns {answered, right, points, max}; a point is had when every right option was chosen and no other.
  function score(scoring, response) {
    var right = response.length === scoring.key.length &&
      scoring.key.every(function (id) { return response.indexOf(id) !== -1; });
    return { answered: response.length > 0, right: right, points: right ? 1 : 0, max: 1 };
  }

  // results: what `score` returned for each item. Sums points over the items that were answered.
  function total(results) {
    return results.reduce(function (sum, result) {
      return {
        answered: sum.answered + (result.answered ? 1 : 0),
        points: sum.points + result.points,
        max: sum.max + result.max
      };
    }, { answered: 0, points: 0, max: 0 });
  }

  root.tasScoring = { score: score, total: total };
})(typeof self === "undefined" ? this : self);
