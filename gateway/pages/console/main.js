/** The console: signs in, draws the shell, and shows the view that the address names. */

import { confirmed } from "../foundation/dialog.js";
import { render, visible } from "../foundation/dom.js";
import { formats } from "../foundation/format.js";
import { api } from "../foundation/http.js";
import { keptInTab } from "../foundation/memory.js";
import { Problem } from "../foundation/problem.js";
import { shortcuts } from "../foundation/shortcuts.js";
import { toasts } from "../foundation/toasts.js";
import { takeUp, whoAmI } from "./arriving.js";
import { helpDialog } from "./help.js";
import { live } from "./live.js";
import { router } from "./router.js";
import { currentKey, dropKey, signIn, signOut, takeKeyOfAddress, whenSignedOut, whereBegun } from "./session.js";
import { frame, shellOf } from "./shell.js";
import { askForKey, tellTrouble } from "./sign_in.js";
import { problemWords } from "./words/problems.js";

const root = document.getElementById("shell");
const toast = toasts(document.getElementById("toasts"));
const leftWord = keptInTab("casewright-left-word"); // what is said after the page was loaded anew
let ended = () => {}; // hears `(problem, key)` of each request, once somebody works here
let starting = false; // a key that is given twice begins once
let leaving = false; // and one that is given back twice is asked about once
const requests = api(currentKey, (problem, key) => ended(problem, key));

addEventListener("hashchange", keyPasted);
start();

/** Finds out who is here and opens the console for them. `given` is the key that the address brought, or null. */
async function start(given = takeKeyOfAddress()) {
  if (starting) return;
  starting = true;
  try {
    await takeUp(given, toast);
    const me = await whoAmI(toast);
    if (!me) return askAgain();
    const { officers } = await requests.get("/api/officers");
    whenSignedOut(() => location.reload());
    open(me, new Map(officers.map((officer) => [officer.key_id, officer])));
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    tellTrouble(root, problem, () => start(given));
  } finally {
    starting = false;
  }
}

function askAgain() {
  const word = leftWord.read();
  if (word) toast("bad", word);
  leftWord.forget();
  askForKey(root, begin);
}

/** Another key that is given while one is looked at is not taken: what is done would be recorded under its name. */
function begin(key) {
  if (starting) return;
  signIn(key);
  start();
}

/** While somebody works the server refuses their key: nothing more can be shown to them. */
function turnedAway(key) {
  if (key !== currentKey()) return;
  leftWord.write("Your key is not accepted any more: it has ended, or was revoked. Sign in with another one.");
  dropKey(key);
}

/** An address with a key that is opened in a tab that is open already only changes what stands behind its `#`. */
async function keyPasted() {
  const given = takeKeyOfAddress();
  if (!given) return;
  try {
    if (await takeUp(given, toast)) location.reload();
  } catch (problem) {
    failed(problem);
  }
}

/**
 * What every view is handed:
 * `api` sends requests; `me` is `GET /api/me`; `officers` a Map from key id to officer; `go(address)` shows another view;
 * `title(words)` names the page; `toast(tone, text)` says something; `live.listen(then)` tells of changes, and
 * `live.behind(yes)` is told whether looking again failed;
 * `keys.use(list)` adds shortcuts; `format` writes numbers and moments; `failed(error)` says what went wrong;
 * `settled()` is called once a view shows what it is for and can be used: from then on it counts as interactive.
 */
function open(me, officers) {
  const shell = shellOf(me);
  const keys = shortcuts();
  const changes = live(currentKey, (connection) => shell.set({ connection }), turnedAway);
  ended = (problem, key) => {
    if (!problem || !problem.passing) changes.reached();
    else if (isUnreachable(problem)) changes.missed();
    if (problem?.status === 401) turnedAway(key);
  };
  const routes = router(showView);
  const context = {
    api: requests, me, officers, toast, keys, live: changes, format: formats("en-GB"), go: routes.go,
    title: (words) => { document.title = `${visible(words)} · Casewright`; },
    failed,
    settled: () => performance.mark("casewright:interactive"),
  };
  shell.set({ onHelp: () => helpDialog(keys), onSignOut: () => leave(me, changes) });
  keys.use([
    { keys: "?", does: "Show all keys", run: () => helpDialog(keys) },
    { keys: "g q", does: "Go to the queue", run: () => routes.go("/console/") },
    ...(me.permissions.includes("administer")
      ? [{ keys: "g a", does: "Go to administration", run: () => routes.go("/console/admin/") }]
      : []),
  ]);
  shell.drawInto(root, render);

  let shown = null;
  let view = null;
  function showView(module, params, query) {
    shell.set({ path: location.pathname });
    if (view === module && shown?.update?.(params, query)) return;
    shown?.leave?.();
    const fresh = frame();
    view = module;
    shown = module.show(fresh, context, params, query);
  }
  routes.reload();
}

const LOSES = {
  title: "Sign out and lose what you began?",
  yes: "Sign out",
  no: "Stay signed in",
  tone: "danger",
};
const LOST = {
  here: "A reason, a note or tasks that you wrote in this tab are not sent yet. Signing out forgets them.",
  elsewhere: "A reason, a note or tasks that you wrote in another tab are not sent yet. Signing out ends that tab " +
    "as well, and forgets them.",
};

/** Signing out ends every tab of the officer: what is begun in any of them is asked about first. */
async function leave(me, changes) {
  if (leaving) return;
  leaving = true;
  const where = await whereBegun(me.key_id);
  leaving = Boolean(!where || (await confirmed({ ...LOSES, text: LOST[where] })));
  if (!leaving) return;
  changes.stop();
  signOut(me.key_id);
}

/** Whether nobody answered, or only what stands before the server. Where it answers itself, a part of it is away. */
const isUnreachable = ({ status, code }) => [0, 502, 504].includes(status) || code === "http_503";

/** Says what went wrong. What is no refusal of the API is a defect of ours, and is shown in the browser's log as well. */
function failed(error) {
  if (error instanceof Problem) {
    const number = error.requestId ? ` (request ${error.requestId})` : "";
    toast("bad", `${problemWords(error)}${error.status >= 500 ? number : ""}`);
  } else {
    toast("bad", "Something went wrong in this page. Reload it; nothing was sent twice.");
    throw error;
  }
}
