/** The risk of a case over time: each investigation's score, with what it was before officers judged something. */

/** All scores, oldest first. */
export const allScores = ({ investigation_results: results }) =>
  results.flatMap(({ earlier_scores: earlier, risk_score: score }) => [...earlier, score]);

/** From which score on the latest has which name: by its policy; null for the standard ones. */
export const bandsOf = ({ investigation_results: results }) => results.at(-1)?.bands ?? null;
