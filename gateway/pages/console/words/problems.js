/** What the API says went wrong, as people write it. */

/** What a problem says, without the name of the member it is about: that is a word of the API and not of the page. */
export function problemWords({ detail, message, field = null }) {
  const said = detail ?? message;
  return sentence(field && said.startsWith(`${field}: `) ? said.slice(field.length + 2) : said);
}

/** The API's sentences begin small and end without a full stop; people's do not. */
export function sentence(text) {
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?…:]$/.test(begun) ? begun : `${begun}.`;
}
