/** An address that may be made a link of, as its `href`: a page of the web and nothing else; null otherwise. */
export function webPage(address) {
  if (!address) return null;
  let url;
  try {
    url = new URL(address);
  } catch {
    return null; // no address at all
  }
  return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
}
