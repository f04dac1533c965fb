/** What can be chosen from: countries and templates. Asked for once, when a place that needs it first opens. */

import { problemWords } from "../words/problems.js";

/** `load()` fills `countries` and `templates`, or says in `problem` why not. `template(id)` is a whole one. */
export function referenceOf({ api }) {
  const whole = new Map();
  let loading = null;
  const reference = {
    countries: null,
    templates: null,
    problem: null,
    load() {
      loading ??= read().finally(() => {
        if (reference.problem) loading = null;
      });
      return loading;
    },
    /** The template, or null where this server does not tell it: then its numbers must do. */
    template(id) {
      if (!whole.has(id))
        whole.set(
          id,
          api.get(`/api/templates/${encodeURIComponent(id)}`).catch(() => null),
        );
      return whole.get(id);
    },
  };
  async function read() {
    try {
      [reference.countries, reference.templates] = await Promise.all([
        api.get("/api/countries"),
        api.get("/api/templates"),
      ]);
      reference.problem = null;
    } catch (problem) {
      reference.problem = problemWords(problem);
    }
  }
  return reference;
}
