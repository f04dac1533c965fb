/** What an officer calls what a screening service says: what it compared, what its lists are of, what one judged. */

/** What is said of a match. `does` says what follows from it. */
export const VERDICTS = {
  false_positive: {
    word: "Not the same",
    tone: "good",
    shape: "level",
    does: "The entry is about somebody else. It no longer weighs in the risk score.",
  },
  true_match: {
    word: "The same",
    tone: "bad",
    shape: "warn",
    does: "The entry is about them. It weighs in the risk score, and the finding says that you confirmed it.",
  },
  undecided: {
    word: "Not judged",
    tone: "plain",
    shape: "waiting",
    does: "What was judged before is taken back; the hit is open again.",
  },
};

/** What the service compares, by the names of its features. */
const FEATURES = {
  name_match: "name",
  weak_alias_match: "alias",
  dob_match: "date of birth",
  dob_day_disjoint: "day of birth",
  dob_year_disjoint: "year of birth",
  country_match: "country",
  country_mismatch: "country",
  gender_mismatch: "gender",
  numbers_mismatch: "numbers in the name",
  address_entity_match: "address",
  identifier_match: "number",
  lei_code_match: "LEI",
  isin_security_match: "ISIN",
  bic_code_match: "BIC",
  inn_code_match: "Russian tax number",
  ogrn_code_match: "Russian registration number",
};

/** What lists are of, by the topics of OpenSanctions. */
const TOPICS = {
  sanction: "sanctioned",
  "sanction.control": "controlled by somebody sanctioned",
  "sanction.linked": "linked to somebody sanctioned",
  "sanction.counter": "under counter-sanctions",
  "role.pep": "politically exposed person",
  "role.rca": "family or close associate of a politically exposed person",
  "role.oligarch": "oligarch",
  "export.control": "export controls",
  "export.risk": "trade risk",
  debarment: "barred from public contracts",
  "corp.disqual": "disqualified as a director",
  crime: "crime",
  "crime.fin": "financial crime",
  "crime.fraud": "fraud",
  "crime.terror": "terrorism",
  "crime.theft": "theft",
  "crime.traffick": "trafficking",
  "crime.war": "war crimes",
  wanted: "wanted",
  "reg.action": "measure of a regulator",
  "reg.warn": "warning of a regulator",
  poi: "person of interest",
};

/** Words for a feature, and for a topic; one that has none is told by its code. */
export const featureWord = (name) => FEATURES[name] ?? String(name).replaceAll("_", " ");
export const topicWord = (code) => TOPICS[code] ?? code;
