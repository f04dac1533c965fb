/**
 * What an officer expects to know of any company, and which sources can tell it: without them one cannot say
 * “missing”.
 */

/** The sources that are no national register. Whatever else a case has an answer of is one. */
const NO_REGISTERS = new Set([
  "vies", "nbb", "gazette", "withholding", "peppol", "gleif", "northdata", "crunchbase", "website", "screening",
]);

/** What any register may state; GLEIF and NorthData, which gather from registers, state most of it as well. */
const OF_REGISTERS = { registers: true, others: ["gleif", "northdata"], always: true };

/**
 * By fact: whether national registers can state it, which other sources can, and whether it is expected even where
 * none of them covers the country.
 */
const EXPECTED = {
  company_name: { ...OF_REGISTERS, others: ["gleif", "northdata", "vies"] },
  registration_number: OF_REGISTERS,
  vat_number: { others: ["vies", "northdata"], always: true },
  vat_valid: { others: ["vies"] },
  registered_address: { ...OF_REGISTERS, others: ["gleif", "northdata", "vies"] },
  legal_form: OF_REGISTERS,
  company_status: OF_REGISTERS,
  incorporation_date: OF_REGISTERS,
  director: { ...OF_REGISTERS, others: ["nbb", "northdata"] },
  owner: { ...OF_REGISTERS, others: ["nbb", "northdata"] },
  activity_code: OF_REGISTERS,
  lei: { others: ["gleif"] },
  annual_accounts: { others: ["nbb"] },
  peppol_registered: { others: ["peppol"] },
  withholding_social_debt: { others: ["withholding"] },
  withholding_tax_debt: { others: ["withholding"] },
  website_accessible: { others: ["website"] },
  screened: { others: ["screening"] },
};

const NOT_ASKED = new Set(["unavailable", "not_configured"]);

/**
 * The facts to have a row for although nobody states them. `sources` is that of a case: answers by the source's name.
 */
export const expectedFacts = (sources) =>
  Object.keys(EXPECTED).filter((name) => EXPECTED[name].always || asked(name, sources).length > 0);

/**
 * The answers of the sources that could have stated a fact and could not be asked: it is not known, which says
 * nothing.
 */
export const notAsked = (name, sources) => asked(name, sources).filter(({ state }) => NOT_ASKED.has(state));

const asked = (name, sources) =>
  Object.keys(sources).filter((source) => canState(source, name)).map((source) => sources[source])
    .filter(({ state }) => state !== "not_applicable");

function canState(source, name) {
  const { registers = false, others = [] } = EXPECTED[name] ?? {};
  return NO_REGISTERS.has(source) ? others.includes(source) : registers;
}
