/** Whether there is a connection, and how long to wait before asking again. */

const PAUSES = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000]; // milliseconds

/**
 * Watches: `{online, lost(), found(), whenBack(attempt, options)}`. A browser may believe that it is connected and be
 * wrong, so whoever gets no answer says `lost()`, and whoever gets one says `found()`; `onChange(online)` is told.
 */
export function connectionWatch(onChange, target = window) {
  const watch = { online: navigator.onLine !== false, lost: () => set(false), found: () => set(true), whenBack };
  const waiting = new Set();

  function set(online) {
    if (watch.online === online) return;
    watch.online = online;
    onChange(online);
  }
  function wake() {
    for (const go of [...waiting]) go();
  }
  target.addEventListener("online", () => { set(true); wake(); });
  target.addEventListener("offline", () => set(false));
  document.addEventListener("visibilitychange", () => !document.hidden && wake());

  /** Resolves when it is worth trying again: the connection is said to be back, or enough time has passed. */
  function whenBack(attempt, { atLeast = 0, signal } = {}) {
    return new Promise((resolve, reject) => {
      const done = (settle) => () => {
        clearTimeout(timer);
        waiting.delete(go);
        signal?.removeEventListener("abort", stop);
        settle();
      };
      const go = done(resolve);
      const stop = done(() => reject(signal.reason));
      const timer = setTimeout(go, Math.max(atLeast, PAUSES[Math.min(attempt, PAUSES.length - 1)]));
      waiting.add(go);
      signal?.addEventListener("abort", stop);
    });
  }
  return watch;
}
