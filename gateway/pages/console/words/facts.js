/** What an officer calls the facts of a company and the features of documents, and how their values are told. */

/** The groups that facts are listed in, in this order. */
export const GROUPS = {
  identity: "Who it is",
  standing: "Status and form",
  people: "People",
  activity: "What it does",
  tax: "Tax and trade registers",
  figures: "Figures",
  website: "Website",
  screening: "Screening",
  documents: "Of the documents",
};

/** Every `FactName`: its group and its word. */
export const FACTS = {
  company_name: ["identity", "Company name"],
  registration_number: ["identity", "Registration number"],
  vat_number: ["identity", "VAT number"],
  registered_address: ["identity", "Registered address"],
  country: ["identity", "Country"],
  lei: ["identity", "LEI"],
  phone: ["identity", "Phone"],
  email: ["identity", "Email"],
  legal_form: ["standing", "Legal form"],
  company_status: ["standing", "Status in the register"],
  incorporation_date: ["standing", "Date of incorporation"],
  dissolution_date: ["standing", "Date of dissolution"],
  lei_status: ["standing", "Status of the LEI"],
  registry_flag: ["standing", "Warnings of registers"],
  publication: ["standing", "Publications"],
  director: ["people", "Directors"],
  owner: ["people", "Owners"],
  direct_parent: ["people", "Direct parent"],
  activity_code: ["activity", "Activity codes"],
  activity_description: ["activity", "Activities"],
  employees: ["activity", "Employees"],
  establishments: ["activity", "Establishments"],
  vat_valid: ["tax", "VAT number valid"],
  vat_consultation_number: ["tax", "VIES consultation number"],
  peppol_registered: ["tax", "Registered with PEPPOL"],
  peppol_document_type: ["tax", "PEPPOL documents accepted"],
  withholding_social_debt: ["tax", "Owes social contributions"],
  withholding_tax_debt: ["tax", "Owes taxes"],
  withholding_valid_until: ["tax", "Withholding answer holds until"],
  annual_accounts: ["figures", "Annual accounts"],
  equity: ["figures", "Equity"],
  turnover: ["figures", "Turnover"],
  result_of_year: ["figures", "Result of the year"],
  website_url: ["website", "Website"],
  website_final_url: ["website", "Website leads to"],
  website_accessible: ["website", "Website can be reached"],
  website_status_code: ["website", "Website answers with"],
  website_title: ["website", "Title of the website"],
  website_names_company: ["website", "Website names the company"],
  website_states_vat_number: ["website", "Website states the VAT number"],
  website_legal_page: ["website", "Legal pages"],
  website_contact: ["website", "Contact on the website"],
  website_parked: ["website", "Website is parked"],
  website_certificate: ["website", "Certificate of the website"],
  website_text: ["website", "Text of the website"],
  screened: ["screening", "Screened"],
  screening_match: ["screening", "Matches in the lists"],
};

/** Every `FeatureName`: what is looked for in documents. */
export const FEATURES = {
  company_name: "Company name",
  legal_form: "Legal form",
  registration_number: "Registration number",
  vat_number: "VAT number",
  registered_address: "Registered address",
  incorporation_date: "Date of incorporation",
  director: "Directors",
  beneficial_owner: "Beneficial owners",
  iban: "IBAN",
  account_holder: "Account holder",
  document_date: "Dates of documents",
  issuer: "Issuers of documents",
  expiry_date: "Dates of expiry",
};

/** The fact that a feature speaks of; the others are facts of the documents alone. */
export const FACT_OF_FEATURE = {
  company_name: "company_name", legal_form: "legal_form", registration_number: "registration_number",
  vat_number: "vat_number", registered_address: "registered_address", incorporation_date: "incorporation_date",
  director: "director", beneficial_owner: "owner",
};

/** Features of which a company has several values at once; each is kept or left out by itself. */
export const SET_FEATURES = new Set(["director", "beneficial_owner", "iban"]);

/** How the value of a feature is to be written when it is cited by hand. */
export const FORMS = {
  registration_number: "Without spaces and points: 0403170701",
  vat_number: "With the country, without spaces: BE0403170701",
  incorporation_date: "Year, month, day: 2023-02-03",
  document_date: "Year, month, day: 2023-02-03",
  expiry_date: "Year, month, day: 2023-02-03",
  iban: "Without spaces: BE68539007547034",
  director: "Given name first: Jan Peeters",
  beneficial_owner: "Given name first: Jan Peeters",
};

const STATUSES = {
  active: "Active", liquidation: "Being wound up", bankruptcy: "Bankrupt", dissolved: "Struck off", inactive: "Ceased",
};
const AMOUNTS = new Set(["equity", "turnover", "result_of_year"]);
const DETAILS = {
  role: (value) => value,
  function: (value) => value,
  kind: (value) => value,
  share_percent: (value) => `${value} %`,
  country: (value) => value,
  birth_date: (value) => `born ${value}`,
  description: (value) => value,
  represents: (value) => `represents ${value}`,
  since: (value) => `since ${value}`,
  until: (value) => `until ${value}`,
  as_of: (value) => `as of ${value}`,
  code: (value) => value,
  revision: (value) => `revision ${value}`,
  also: (value) => `also ${value}`,
  known_as: (value) => `known as ${value}`,
  model: (value) => `model ${value}`,
  reference: (value) => `reference ${value}`,
  deposit_date: (value) => `deposited ${value}`,
  number: (value) => `number ${value}`,
  matches: (value) => (value === "0" ? "no match" : `${value} matches`),
  said_by: (value) => `by its ${value.toLowerCase()}`,
};

export const factWord = (name) => FACTS[name]?.[1] ?? plainly(name);
export const featureWord = (name) => FEATURES[name] ?? plainly(name);

/** A value as text. `format` is that of the page; amounts are whole euros. */
export function valueText(name, value, format) {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (AMOUNTS.has(name) && typeof value === "number") return `EUR ${format.number(value)}`;
  if (typeof value === "number") return name === "website_status_code" ? String(value) : format.number(value);
  return name === "company_status" ? STATUSES[value] ?? value : String(value);
}

/** What belongs to a value, as `Bestuurder · person · since 2019-03-18`. */
export const detailsText = (details) =>
  Object.entries(DETAILS).flatMap(([name, told]) => (details[name]?.trim() ? [told(details[name])] : [])).join(" · ");

const plainly = (name) => {
  const words = String(name).replaceAll("_", " ");
  return words[0].toUpperCase() + words.slice(1);
};
