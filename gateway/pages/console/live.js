/**
 * What changes while somebody looks: the server tells it as events; where they do not come through, views are told to
 * look again every now and then. The stream is read with `fetch`, because an `EventSource` cannot carry a key.
 */

import { rest } from "../foundation/http.js";

const POLL = 10_000; // milliseconds
const SILENCE = 40_000; // without a sign for this long the stream is given up; the server sends one every 15 s
const PAUSES = [500, 2_000, 5_000, 15_000];

/**
 * Starts listening. `listen(then)` is called with `{case_id, …}`, or with null for "something may have changed".
 * `onState` is told `{state, asOf}`: `connecting`, `live`, `polling`, or `unreachable`, where `asOf` is when the server
 * was last heard (milliseconds). Whoever asks the server says `reached()` or `missed()`, and a
 * view whether what it shows is `behind(yes)`, which other answers do not change. `onRefused(key)` is called
 * when the stream is refused to this key.
 */
export function live(credential, onState = () => {}, onRefused = () => {}) {
  const listeners = new Set();
  const tell = (change) => listeners.forEach((listener) => listener(change));
  let channel = "connecting"; // how changes come: `connecting`, `live` or `polling`
  let missing = false;
  let isBehind = false;
  let heard = Date.now();
  let shown = Date.now(); // when a view last showed what the server had
  let stopped = false;
  let streaming = null;

  const state = () => (missing || isBehind ? "unreachable" : channel);
  const alter = (what) => {
    const before = state();
    what();
    if (state() !== before) onState({ state: state(), asOf: isBehind ? shown : heard });
  };
  const enter = (next) => alter(() => { channel = next; });
  const reached = () => alter(() => { missing = false; heard = Date.now(); });
  const missed = () => alter(() => { missing = true; });
  const behind = (yes) => alter(() => {
    isBehind = yes;
    if (!yes) shown = Date.now();
  });
  const look = () => state() !== "live" && !document.hidden && tell(null);
  const polling = setInterval(look, POLL);
  document.addEventListener("visibilitychange", look);

  async function follow() {
    let failures = 0;
    while (!stopped) {
      try {
        await readStream(() => { failures = 0; });
      } catch {
        failures += 1; // said by the state: views poll until the stream is back
      }
      enter("polling");
      await rest(PAUSES[Math.min(failures, PAUSES.length - 1)]);
    }
  }

  async function readStream(onReady) {
    const key = credential();
    streaming = new AbortController();
    let silence = setTimeout(() => streaming.abort(), SILENCE);
    try {
      const response = await fetch("/api/cases/changes", {
        headers: { Authorization: `Bearer ${key}`, Accept: "text/event-stream" },
        signal: streaming.signal, cache: "no-store", credentials: "omit",
      });
      if (response.status === 401) onRefused(key);
      if (!response.ok) throw new Error(`the stream was answered ${response.status}`);
      for await (const { event, data } of events(response.body)) {
        clearTimeout(silence);
        silence = setTimeout(() => streaming.abort(), SILENCE);
        heard = Date.now();
        if (event === "ready") {
          onReady();
          reached();
          enter("live");
          tell(null); // whatever changed while nobody listened
        }
        if (event === "away" || event === "overflow") enter("polling");
        if (event === "case") tell(JSON.parse(data));
      }
    } finally {
      clearTimeout(silence);
    }
  }

  follow();
  return {
    listen(then) {
      listeners.add(then);
      return () => listeners.delete(then);
    },
    reached,
    missed,
    behind,
    stop() {
      stopped = true;
      clearInterval(polling);
      document.removeEventListener("visibilitychange", look);
      streaming?.abort();
    },
  };
}

/** The events of a stream: `{event, data}`. Comments come as events named `comment`, as a sign of life. */
async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let begun = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    begun += value;
    const blocks = begun.split(/\r?\n\r?\n/);
    begun = blocks.pop();
    for (const block of blocks) yield parsed(block);
  }
}

function parsed(block) {
  const found = { event: "comment", data: "" };
  for (const line of block.split(/\r?\n/)) {
    const [, name, value] = /^(\w*): ?(.*)$/.exec(line) ?? [];
    if (name === "event") found.event = value;
    if (name === "data") found.data += value;
  }
  return found;
}
