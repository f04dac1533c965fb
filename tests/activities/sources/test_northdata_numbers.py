"""A number is one number however it was typed, and NorthData is asked for it in its own writing."""

import pytest

from activities.sources.northdata.numbers import register_id, register_id_of
from schemas.company import Company

APPENDIX_H = {
    "AT": "393504h",
    "BE": "KBO 0893.097.113",
    "CY": "MCIT \u0397\u0395 346068",
    "CZ": "ICO 41237838",
    "DK": "CVR 41186585",
    "ES": "NIF B67275578",
    "FI": "PRH 1596755-6",
    "FR": "Siren 403612534",
    "GR": "GEMI 076715427000",
    "IE": "CRO 342235",
    "LI": "FL-0001.542.593-5",
    "LU": "B108996",
    "MT": "MT C 65118",
    "NL": "KVK 33265679",
    "NO": "BR 916664974",
    "PL": "KRS0000641489",
    "PT": "PT 506035034",
    "SE": "ON 5569761538",
}
"""The samples of the User Guide."""


@pytest.mark.parametrize(("country", "written"), APPENDIX_H.items())
def test_northdatas_own_writing_is_read_and_written_again(country: str, written: str) -> None:
    found = register_id(written, country)
    assert found is not None
    assert found.written == written
    assert register_id(found.number, country) == found


@pytest.mark.parametrize(
    ("typed", "country", "number"),
    [
        ("FN 393504 h", "AT", "393504h"),
        ("BE 0893.097.113", "BE", "0893097113"),
        ("HE 346068", "CY", "346068"),
        ("IČO: 412 37 838", "CZ", "41237838"),
        ("DK-41186585", "DK", "41186585"),
        ("CVR-nr. 41186585", "DK", "41186585"),
        ("403 612 534 R.C.S. Lyon", "FR", "403612534"),
        ("KvK-nummer 33265679", "NL", "33265679"),
        ("Org.nr. 556976-1538", "SE", "5569761538"),
        ("b67275578", "ES", "B67275578"),
        ("15967556", "FI", "1596755-6"),
        ("403 612 534 00018", "FR", "403612534"),
        ("RCS Lyon 403 612 534", "FR", "403612534"),
        ("76715427000", "GR", "076715427000"),
        ("0342235", "IE", "342235"),
        ("R.C.S. Luxembourg B 108996", "LU", "B108996"),
        ("C65118", "MT", "C 65118"),
        ("NO 916 664 974 MVA", "NO", "916664974"),
        ("0000641489", "PL", "0000641489"),
        ("556976-1538", "SE", "5569761538"),
    ],
)
def test_a_number_is_read_from_the_ways_people_write_it(typed: str, country: str, number: str) -> None:
    found = register_id(typed, country)
    assert found is not None
    assert found.number == number


@pytest.mark.parametrize(
    ("typed", "number", "written", "court"),
    [
        ("HRB 82888", "HRB 82888", "HRB 82888", None),
        ("Amtsgericht Hamburg HRB 82888", "HRB 82888", "HRB 82888", "Hamburg"),
        ("hrb 082888, Hamburg", "HRB 82888", "HRB 82888", "Hamburg"),
        ("HRB 111 HU Flensburg", "HRB 111", "HRB 111 HU", "Flensburg"),
        ("HRB 7 Ulm", "HRB 7", "HRB 7", "Ulm"),
        ("AG Charlottenburg (Berlin), HRB 1234 B", "HRB 1234", "HRB 1234 B", "Charlottenburg Berlin"),
        ("GnR 12 Kiel", "GnR 12", "GnR 12", "Kiel"),
    ],
)
def test_a_german_number_is_parted_from_its_court(typed: str, number: str, written: str, court: str | None) -> None:
    found = register_id(typed, "DE")
    assert found is not None
    assert (found.number, found.written, found.court) == (number, written, court)


@pytest.mark.parametrize(
    ("typed", "country"),
    [
        ("5491896591", "PL"),  # a tax number
        ("123456", "DE"),
        ("812345678", "NL"),  # a tax number
        ("0893097113", "NL"),
        ("01-09-123456", "HU"),
        ("", "BE"),
        ("☂", "BE"),
    ],
)
def test_what_has_not_the_form_of_the_register_is_no_register_number(typed: str, country: str) -> None:
    assert register_id(typed, country) is None


@pytest.mark.parametrize(
    ("vat_number", "country", "number"),
    [
        ("BE0893097113", "BE", "0893097113"),
        ("FR40403612534", "FR", "403612534"),
        ("SE556976153801", "SE", "5569761538"),
        ("NO916664974MVA", "NO", "916664974"),
        ("DK41186585", "DK", "41186585"),
        ("CZ41237838", "CZ", "41237838"),
        ("ESB67275578", "ES", "B67275578"),
    ],
)
def test_a_vat_number_that_contains_the_register_number_yields_it(vat_number: str, country: str, number: str) -> None:
    found = register_id_of(Company(company_name="x", country=country, vat_number=vat_number))
    assert found is not None
    assert found.number == number


@pytest.mark.parametrize(
    ("vat_number", "country"),
    [("NL169149705B01", "NL"), ("DE332374551", "DE"), ("CZ7103192745", "CZ"), ("ESX1234567L", "ES"), (None, "BE")],
)
def test_other_vat_numbers_yield_none(vat_number: str | None, country: str) -> None:
    assert register_id_of(Company(company_name="x", country=country, vat_number=vat_number)) is None


def test_a_number_that_was_typed_is_never_replaced_by_that_in_the_vat_number() -> None:
    company = Company(company_name="x", country="FR", company_registration_number="of Lyon", vat_number="FR40403612534")
    assert register_id_of(company) is None
