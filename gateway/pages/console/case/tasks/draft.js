/** The tasks that an officer is about to send: those proposed until the officer changes them, then the officer's. */

export const MOST_TASKS = 20; // of one follow-up

let number = 0;
const keyed = (task) => ({ ...task, key: `task-${(number += 1)}` });

/**
 * A draft: `list` of tasks, `edited`, `offered` if newer ones are proposed than those that were edited. It begins with
 * what is `kept` of the same round.
 */
export function draftTasks(kept) {
  let round = null;
  let proposed = null; // the proposal that the list began with, as text
  const draft = {
    list: [],
    edited: false,
    offered: null,
    /** Takes over what the case proposes now, unless the officer has begun to edit. */
    follow({ generated_tasks: tasks, current_iteration: iteration }) {
      if (round === null) takeUp(iteration);
      round = iteration;
      const now = JSON.stringify(tasks);
      if (now === proposed) return;
      if (draft.edited) draft.offered = tasks;
      else begin(tasks, now);
    },
    takeOffered() {
      begin(draft.offered, JSON.stringify(draft.offered));
    },
    reset({ generated_tasks: tasks }) {
      begin(tasks, JSON.stringify(tasks));
    },
    change(key, changes) {
      edit(draft.list.map((task) => (task.key === key ? { ...task, ...changes } : task)));
    },
    add() {
      const task = keyed({
        description: "",
        response_type: "text",
        document_type: null,
        required: true,
        justification: "",
      });
      edit([...draft.list, task]);
      return task.key;
    },
    remove(key) {
      edit(draft.list.filter((task) => task.key !== key));
    },
    /** Moves a task by one place up (-1) or down (1). */
    move(key, by) {
      const from = draft.list.findIndex((task) => task.key === key);
      const list = [...draft.list];
      const [task] = list.splice(from, 1);
      list.splice(Math.max(0, Math.min(list.length, from + by)), 0, task);
      edit(list);
    },
    /** What is wrong with each task that cannot be sent, by its key. */
    problems: () =>
      new Map(
        draft.list.flatMap((task) => {
          const problem = problemOf(task);
          return problem ? [[task.key, problem]] : [];
        }),
      ),
    /** The tasks as the API takes them. */
    toSend: () =>
      draft.list.map(({ description, response_type: type, document_type: document, required }) => ({
        description: description.trim(),
        response_type: type,
        required,
        ...(type === "document" && { document_type: document }),
      })),
  };

  /** What was kept of an earlier round was about another state of things. */
  function takeUp(iteration) {
    const before = kept.read();
    if (before?.round !== iteration) return;
    proposed = before.proposed;
    Object.assign(draft, { list: before.list.map(keyed), edited: true });
  }

  function begin(tasks, text) {
    proposed = text;
    Object.assign(draft, { list: tasks.map(keyed), edited: false, offered: null });
    kept.forget();
  }

  function edit(list) {
    Object.assign(draft, { list, edited: true });
    kept.write({ round, proposed, list });
  }
  return draft;
}

const LONGEST = 4_000; // characters of a description

function problemOf({ description, response_type: type, document_type: document }) {
  if (!description.trim()) return "Say what the customer is to do.";
  if (description.length > LONGEST) return `At most ${LONGEST} characters.`;
  if (type === "document" && !document) return "Say which document is wanted.";
  return null;
}
