"""Which numbers of a document are those of the company it is about."""

import pytest

from domain.extraction.numbers import find_numbers
from schemas.extraction import DocumentType, ExtractionMethod, Language, PageText

Numbers = set[tuple[str, str]]
REGISTRATION, VAT, IBAN = "registration_number", "vat_number", "iban"
BELGIAN, OTHER_BELGIAN = "0403.170.701", "0417.497.106"
ACCOUNT, OTHER_ACCOUNT = "BE68 5390 0754 7034", "BE71 0961 2345 6769"


def page(text: str, method: ExtractionMethod = "born_digital_text") -> PageText:
    return PageText(page_index=0, text=text, method=method, width=595, height=842)


def numbers(
    text: str, kind: DocumentType, language: Language, method: ExtractionMethod = "born_digital_text"
) -> Numbers:
    return {(found.feature, found.value_normalized) for found in find_numbers([page(text, method)], kind, language)}


OWN_COMPANY: tuple[tuple[Language, str, Numbers], ...] = (
    ("nl", "Ondernemingsnummer: 0403.170.701\nBTW-nummer: BE 0403.170.701",
     {(REGISTRATION, "0403170701"), (VAT, "BE0403170701")}),
    ("nl", "Ondernemingsnummer\n0403.170.701\nBTW-nr.  BE0403170701",
     {(REGISTRATION, "0403170701"), (VAT, "BE0403170701")}),
    ("nl", "KBO nr.\t0403 170 701", {(REGISTRATION, "0403170701")}),
    ("nl", "met zetel te 9000 Gent, ingeschreven in het rechtspersonenregister te Gent, afdeling\nGent, onder nummer "
     "0403.170.701, BTW BE 0403.170.701 RPR Gent.", {(REGISTRATION, "0403170701"), (VAT, "BE0403170701")}),
    ("nl", "KvK-nummer 12345678\nRSIN 123456782\nVestigingsnummer 000012345678\nBTW-id NL004495445B01",
     {(REGISTRATION, "12345678"), (VAT, "NL004495445B01")}),
    ("nl", "ingeschreven in het handelsregister van de Kamer van Koophandel onder nummer 12345678",
     {(REGISTRATION, "12345678")}),
    ("fr", "Numéro d'entreprise : 0403.170.701\nN° TVA : BE 0403.170.701",
     {(REGISTRATION, "0403170701"), (VAT, "BE0403170701")}),
    ("fr", "BCE 0403.170.701\nRPM Liège", {(REGISTRATION, "0403170701")}),
    ("fr", "552 100 554 R.C.S. Paris\nRCS Paris B 552 100 554", {(REGISTRATION, "552100554")}),
    ("fr", "SIREN : 552100554\nSIRET : 552 100 554 00013\nN° TVA intracommunautaire : FR 40 303 265 045\nCode "
    "APE 6202A",
     {(REGISTRATION, "552100554"), (VAT, "FR40303265045")}),
    ("fr", "Immatriculation au RCS, numéro   552 100 554 R.C.S. Paris", {(REGISTRATION, "552100554")}),
    ("fr", "R.C.S. Luxembourg B 123.456\nTVA LU15027442", {(REGISTRATION, "B123456"), (VAT, "LU15027442")}),
    ("de", "Amtsgericht Charlottenburg\nHRB 12345 B\nUSt-IdNr.: DE 136 695 976",
     {(REGISTRATION, "HRB 12345 B"), (VAT, "DE136695976")}),
    ("de", "Handelsregister B des Amtsgerichts München\nNummer der Firma: HRB 98765\nSteuernummer 143/123/12345",
     {(REGISTRATION, "HRB 98765")}),
    ("de", "eingetragen im Handelsregister des Amtsgerichts Köln unter HRB Nr. 4711", {(REGISTRATION, "HRB 4711")}),
    ("en", "Company number: 07654321\nVAT no. GB 980 7806 84", {(REGISTRATION, "07654321"), (VAT, "GB980780684")}),
    ("en", "Company No. SC123456", {(REGISTRATION, "SC123456")}),
    ("en", "Registered in England and Wales No. 1234567", {(REGISTRATION, "01234567")}),
    ("en", "Enterprise number (CBE): 0403.170.701", {(REGISTRATION, "0403170701")}),
    ("nl", "Ondernemingsnummer / BTW: BE 0403.170.701", {(REGISTRATION, "0403170701"), (VAT, "BE0403170701")}),
    ("nl", "Tel. 0475 12 34 56, dossier 2023/1234, 1.234.567 euro, 10.711", set()),
    ("nl", "Ondernemingsnummer: 0403.170.701\nBestuurder: Beheer BV, ondernemingsnummer 0417.497.106",
     {(REGISTRATION, "0403170701")}),
)  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), OWN_COMPANY)
def test_a_number_is_what_its_label_calls_it(language: Language, text: str, expected: Numbers) -> None:
    assert numbers(text, "register_extract", language) == expected


OF_TWO_PARTIES: tuple[tuple[DocumentType, Language, str, Numbers], ...] = (
    ("utility_bill", "nl", f"Stroom NV BTW BE{BELGIAN} RPR Brussel\nKlant\nAcme BV\nBTW BE {OTHER_BELGIAN}\n"
     f"Te betalen op {ACCOUNT}", {(VAT, "BE0417497106")}),
    ("utility_bill", "nl", f"Uw BTW-nummer: BE {OTHER_BELGIAN}\nStroom NV, maatschappelijke zetel Kade 1, BTW "
    f"BE {BELGIAN}",
     {(VAT, "BE0417497106")}),
    ("utility_bill", "fr", f"Client : Acme SRL\nN° TVA client : BE {OTHER_BELGIAN}\nFournisseur : Courant SA, "
    f"TVA BE {BELGIAN}",
     {(VAT, "BE0417497106")}),
    ("utility_bill", "de", "Lieferant: Strom AG, USt-IdNr. DE136695976, IBAN DE89 3704 0044 0532 0130 00", set()),
    ("invoice", "en", "Supplier: Power Ltd, VAT no GB 980 7806 84\nIBAN GB29 NWBK 6016 1331 9268 19", set()),
    ("bank_statement", "fr", f"Titulaire : Acme SRL\nIBAN : {ACCOUNT}\n12/01 VIREMENT {OTHER_ACCOUNT}\nBanque X "
    f"SA, siège "
     f"social Bruxelles, TVA BE{BELGIAN}", {(IBAN, "BE68539007547034")}),
    ("bank_statement", "en", f"Account holder: Acme BV\nEnterprise number: {OTHER_BELGIAN}\nIBAN {ACCOUNT}\nBIC "
    f"GEBABEBB",
     {(IBAN, "BE68539007547034"), (REGISTRATION, "0417497106")}),
    ("lease", "nl", f"TUSSEN: Immo NV, ondernemingsnummer {BELGIAN}, hierna de verhuurder,\nEN: Acme BV, "
    f"ondernemingsnummer "
     f"{OTHER_BELGIAN}, hierna genoemd de huurder", {(REGISTRATION, "0417497106")}),
    ("lease", "fr", f"Bailleur : Immo SA\nNuméro d'entreprise {BELGIAN}\nPreneur : Acme SRL\nNuméro d'entreprise "
     f"{OTHER_BELGIAN}\nLoyer à verser sur {ACCOUNT}", {(REGISTRATION, "0417497106")}),
    ("lease", "de", "zwischen Immo GmbH, HRB 5555 - Vermieter -\nund Acme GmbH, HRB 98765 - Mieter -",
     {(REGISTRATION, "HRB 98765")}),
    ("lease", "en", "Landlord Ltd (Company No. 09876543), landlord, and Acme Ltd (Company No. 12345678), tenant",
     {(REGISTRATION, "12345678")}),
    ("power_of_attorney", "en", "THIS POWER OF ATTORNEY is made by ACME LTD (company number "
     "12345678)\nof 1 High Street "
     '(the "Principal")\nin favour of Helper LLP (company number OC123456) (the "Attorney").',
     {(REGISTRATION, "12345678")}),
    ("utility_bill", "nl", f"Stroom NV - Kade 1 1000 Brussel - BTW BE {BELGIAN} RPR Brussel\nAcme BV\nKerkstraat 12\n"
     f"9000 Gent\nBTW BE {OTHER_BELGIAN}\n", {(VAT, "BE0417497106")}),
    ("power_of_attorney", "de", "Vollmachtgeber: Acme GmbH, HRB 12345\nBevollmächtigter: Kanzlei GmbH, HRB 99999",
     {(REGISTRATION, "HRB 12345")}),
    ("ubo_declaration", "nl", f"Ondernemingsnummer {BELGIAN}\nRekening van de vennootschap: {ACCOUNT}",
     {(REGISTRATION, "0403170701"), (IBAN, "BE68539007547034")}),
    ("identity_document", "nl", f"Kaartnummer 592-1234567-12 {BELGIAN}", set()),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "language", "text", "expected"), OF_TWO_PARTIES)
def test_only_the_numbers_of_whom_the_document_is_about_count(
    kind: DocumentType, language: Language, text: str, expected: Numbers
) -> None:
    assert numbers(text, kind, language) == expected


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Ondernemingsnummer: 0403.170.702", "register_extract", "0403170702"),
        ("BTW: BE 0403.170.702", "register_extract", "BE0403170702"),
        ("Rekeninghouder Acme\nIBAN BE68 5390 0754 7035", "bank_statement", "BE68539007547035"),
    ],
)
def test_a_labelled_number_whose_check_digits_fail_is_kept_with_its_problem(
    text: str, kind: DocumentType, value: str
) -> None:
    (found,) = find_numbers([page(text)], kind, "nl")

    assert (found.value_normalized, found.problem) == (value, "checksum")


def test_an_unlabelled_number_counts_only_if_its_check_digits_hold() -> None:
    assert numbers("Acme BV, 0403.170.701", "unknown", "nl") == {(REGISTRATION, "0403170701")}
    assert numbers("Acme BV, 0403.170.702", "unknown", "nl") == set()


def test_digits_that_an_ocr_took_for_letters_are_read_and_the_quote_stays_as_stored() -> None:
    text = "KBO-nummer: O403.17O.701\nIBAN: BE68 539O 0754 7O34"

    found = list(find_numbers([page(text, "ocr")], "ubo_declaration", "nl"))

    assert {(one.value_normalized, text[one.char_start : one.char_end]) for one in found} == {
        ("0403170701", "O403.17O.701"),
        ("BE68539007547034", "BE68 539O 0754 7O34"),
    }


def test_the_court_of_a_german_number_stands_beside_it() -> None:
    (found,) = find_numbers([page("Amtsgericht Charlottenburg, HRB 12345")], "register_extract", "de")

    assert found.details == (("court", "Charlottenburg"),)


def test_an_iban_never_runs_on_to_the_next_line() -> None:
    text = "IBAN BE68 5390 0754\n7034 GEBA"

    assert numbers(text, "bank_statement", "nl") == set()


@pytest.mark.parametrize(
    "unit", ["1", "1 ", "0403.170.701 ", "be12 ", "btw ", "klant ", "handelsregister ", "hierna ", " ", "\n", "be0"]
)
def test_hostile_text_is_read_to_its_end(unit: str) -> None:
    found = list(find_numbers([page(unit * (200_000 // len(unit)))], "utility_bill", "nl"))

    assert found == []
