/** What an officer calls the sources, how they answered, and how a document was read. */

/** The sources by the name they have in a case; the company profile names them by these labels. */
export const SOURCES = {
  vies: "EU VIES", kbo: "KBO/BCE", nbb: "NBB annual accounts", gazette: "Belgian Gazette",
  withholding: "Withholding obligation", peppol: "PEPPOL", gleif: "GLEIF", brreg: "Brønnøysund Register", ares: "ARES",
  annuaire: "Annuaire des Entreprises", northdata: "NorthData", crunchbase: "Crunchbase", website: "Website",
  screening: "Sanctions and PEP screening",
};

/** A source of the company profile in words. */
export const sourceWord = (source) => (source === "officer_input" ? "Entered at opening" : source);

const REASONS = {
  timeout: "it did not answer in time",
  not_configured: "no access to it is set up",
  dns_not_configured: "no access to it is set up",
  MS_UNAVAILABLE: "the member state's register is closed",
  MS_MAX_CONCURRENT_REQ: "the member state's register is too busy",
  SERVICE_UNAVAILABLE: "it is closed",
  malformed_answer: "it sent something that cannot be read",
  key_refused: "it refused our key",
  rate_limited: "it was asked too often",
  quota_exhausted: "our allowance there is used up",
  circuit_open: "it is down, and left alone for a while",
  dns_failure: "its address could not be found",
  tls_failure: "its connection is not safe",
  unreachable: "no connection to it could be made",
  blocked: "it does not let us in",
  open_data_missing: "its data are not loaded",
  open_data_unreadable: "its data cannot be read",
  extract_too_old: "its data are too old",
  address_not_public: "its address is not a public one",
};

/** Why a source could not be asked, as half a sentence. */
export function reasonWords(code) {
  const status = /^http_(\d{3})$/.exec(code ?? "")?.[1];
  if (status) return `it answered with an error (${status})`;
  return REASONS[code] ?? (code ? String(code).replaceAll("_", " ").toLowerCase() : "no reason is known");
}

export const DOCUMENT_TYPES = {
  articles_of_association: "Articles of association",
  register_extract: "Extract of a register",
  certificate_of_incorporation: "Certificate of incorporation",
  ubo_declaration: "Declaration of beneficial owners",
  identity_document: "Identity document",
  utility_bill: "Utility bill",
  bank_statement: "Bank statement",
  annual_accounts: "Annual accounts",
  power_of_attorney: "Power of attorney",
  tax_certificate: "Tax certificate",
  lease: "Lease",
  invoice: "Invoice",
  unknown: "Not recognised",
};

export const LANGUAGES = { nl: "Dutch", fr: "French", de: "German", en: "English", unknown: "Language not recognised" };

/** `ExtractionMethod`: how a value was read. */
export const METHODS = {
  born_digital_text: "text of the document",
  ocr: "read by OCR",
  docx_text: "text of the document",
  officer_input: "cited by hand",
};

/** `ReadingProblem`: why a document could not be read, or not the whole of it. */
export const READING_PROBLEMS = {
  needs_ocr: "It is a picture whose text was not recognised.",
  damaged: "The file is damaged and cannot be opened.",
  password_protected: "The file is protected by a password.",
  too_complex: "The file is too complex to be opened safely.",
  unreadable_in_time: "It could not be read in the time there is.",
  no_text: "No text was found on it.",
  not_searched: "It was read, but its text could not be searched.",
  not_available: "It could not be fetched, which is no fault of the document.",
};

/** `Candidate.problem`: why a value is not valid. */
const CANDIDATE_PROBLEMS = {
  checksum: "its check digits do not hold",
  impossible_date: "there is no such date",
  in_the_future: "the date lies in the future",
  not_normalized: "it is not written in the usual form",
  not_in_quote: "the quoted words do not say it",
};

export const candidateProblem = (problem) =>
  CANDIDATE_PROBLEMS[problem] ?? (problem ? problem.replaceAll("_", " ") : "it is not valid");
