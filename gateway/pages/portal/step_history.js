/** The steps in the browser's history, so that Back leads to the one before. An entry counts in its round only. */

const here = () => `${location.pathname}${location.search}`;

/** The step that the address names, else the one that this entry of the history stood for in this round; or null. */
export function stepOfEntry(round) {
  const { step = null, round: of } = history.state ?? {};
  return location.hash.slice(1) || (of === round ? step : null);
}

/** This entry stands for the step from now on, whatever will be done next by then. */
export const stayAt = (step, round) => history.replaceState({ step, round }, "");

/** Goes on to a step as a further entry. */
export const goOn = (step, round) => history.pushState({ step, round }, "", `${here()}#${step}`);

/** The steps of before are over. */
export const forgetStep = () => history.replaceState(null, "", here());
