/** The answers that were changed here and that the server does not have yet. This browser keeps them until it does. */

const KINDS = ["answers", "responses"];

/**
 * `{changes, set(kind, id, value), pending(), taken(sent), setAside(kind, id), isSetAside(), forget()}`. `changes` is
 * `{answers, responses}`; what the server has refused is set aside: kept, and not sent again until it is changed.
 *
 * @param {object} memory where they are kept over reloads
 * @param {{iteration: number, asked: {answers: Set, responses: Set}}} of what is asked now; the rest is dropped
 */
export function unsentOf(memory, { iteration, asked }) {
  const changes = stored();
  const aside = new Set();
  const nameOf = (kind, id) => `${kind} ${id}`;

  /** What this browser keeps, by all tabs: each has changed answers of its own. */
  function stored() {
    const kept = memory.read();
    const all = kept?.iteration === iteration ? kept.changes : null;
    return Object.fromEntries(KINDS.map((kind) => [kind, only(all?.[kind], asked[kind])]));
  }

  function store(alter) {
    const all = stored();
    alter(all);
    if (KINDS.some((kind) => Object.keys(all[kind]).length)) memory.write({ iteration, changes: all });
    else memory.forget();
  }

  return {
    changes,
    set(kind, id, value) {
      changes[kind][id] = value;
      aside.delete(nameOf(kind, id));
      store((all) => { all[kind][id] = value; });
    },
    /** What is to be sent now, `{answers, responses}`; null if that is nothing. */
    pending() {
      const isPending = (kind) => ([id]) => !aside.has(nameOf(kind, id));
      const entries = KINDS.map((kind) => [kind, Object.entries(changes[kind]).filter(isPending(kind))]);
      if (entries.every(([, given]) => !given.length)) return null;
      return Object.fromEntries(entries.map(([kind, given]) => [kind, Object.fromEntries(given)]));
    },
    /** The server has these; what was changed again meanwhile it has not. */
    taken(sent) {
      without(changes, sent);
      store((all) => without(all, sent));
    },
    setAside: (kind, id) => aside.add(nameOf(kind, id)),
    isSetAside: () => aside.size > 0,
    forget() {
      for (const kind of KINDS) changes[kind] = {};
      aside.clear();
      memory.forget();
    },
  };
}

/** Takes out what is the same in `sent`. */
function without(changes, sent) {
  for (const kind of KINDS) {
    for (const [id, value] of Object.entries(sent[kind])) {
      if (isSame(changes[kind][id], value)) delete changes[kind][id];
    }
  }
}

const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

const only = (given, ids) => Object.fromEntries(Object.entries(given ?? {}).filter(([id]) => ids.has(id)));
