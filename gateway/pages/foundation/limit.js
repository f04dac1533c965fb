/** How long a request may take. By hand: not every browser in use can combine signals. */

/**
 * A signal that is aborted after so many milliseconds, or with `given`: `{signal, isLate(), release()}`.
 * `release` is called once the request is over.
 */
export function limit(milliseconds, given) {
  const controller = new AbortController();
  let late = false;
  const stop = () => controller.abort(given.reason);
  const timer = setTimeout(() => {
    late = true;
    controller.abort();
  }, milliseconds);
  if (given?.aborted) stop();
  given?.addEventListener("abort", stop);
  return {
    signal: controller.signal,
    isLate: () => late,
    release() {
      clearTimeout(timer);
      given?.removeEventListener("abort", stop);
    },
  };
}
