"""Invented papers on which somebody acts for another than the company, or stands nearer to a share than another."""

import pytest

from domain.extraction.owner_sentences import owners_in_sentences
from tests.domain.extraction.kept_values import kept

_LETTER = """Hafenbank plc
BANK ACCOUNT CONFIRMATION
Account holder: Kornblum Limited
IBAN: DE89 3704 0044 0532 0130 00
We confirm that Kornblum Limited maintains the account above.
{}
"""


@pytest.mark.parametrize(
    "said",
    [
        "Yours faithfully\nAuthorised signatory: Jane Doe, Director",
        "Authorised signatory\nJane Doe, Managing Director",
        "Yours sincerely\nAuthorised signatories: Jane Doe and John Roe (directors)",
        "For and on behalf of Hafenbank plc\nAuthorised signatories\nJane Doe, Director",
        "Hafenbank NV, vertegenwoordigd door\nGemachtigde: Jan Peeters, directeur",
        "Hafenbank NV, vertegenwoordigd door\nGemachtigden: Jan Peeters en Els Maes, bestuurders",
        "Hoogachtend,\nTekenbevoegd: Jan Peeters, directeur",
        "Mit freundlichen Grüßen\nZeichnungsberechtigt: Hans Vogt, Geschäftsführer",
        "Veuillez agréer nos salutations.\nSignataires autorisés : Jean Favre, directeur",
    ],
)
def test_who_signs_the_letter_of_a_bank_does_not_lead_its_customer(said: str) -> None:
    assert kept(_LETTER.format(said), "director") == set()


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("Authorised signatory for this account: Jane Doe, director\nYours faithfully", {"Jane Doe"}),
        ("Authorised signatories: Jane Doe and John Roe (directors)\nYours faithfully", {"Jane Doe", "John Roe"}),
        ("Gemachtigden: Els Maes (bestuurder)\nHoogachtend", {"Els Maes"}),
    ],
)
def test_who_signs_for_the_account_does_where_the_letter_says_so(said: str, named: set[str]) -> None:
    assert kept(_LETTER.format(said), "director") == named


_PROXY = "{}\nKorenbloem VOF, gevestigd te 4811 XS Breda, Markt 11, {}\n"


@pytest.mark.parametrize(
    ("title", "said", "named"),
    [
        (
            "VOLMACHT",
            "geeft volmacht aan Accountants Noord VOF, vertegenwoordigd door haar vennoten de heer Jan Jansen en "
            "mevrouw Els Jansen.",
            set(),
        ),
        (
            "PROCURATION",
            "donne pouvoir à Fiduciaire Ocre SA, représentée par ses associés Monsieur Jean Favre et Madame Lise "
            "Moreau.",
            set(),
        ),
        (
            "VOLMACHT",
            "vertegenwoordigd door haar vennoten Els Maes en Jan Claes, geeft volmacht aan Accountants Noord VOF.",
            {"Els Maes", "Jan Claes"},
        ),
        (
            "PROCURATION",
            "représentée par ses associés Madame Lise Moreau et Monsieur Jean Favre, donne pouvoir à Me Roux.",
            {"Lise Moreau", "Jean Favre"},
        ),
    ],
)
def test_the_partners_of_a_proxy_do_not_lead_the_company(title: str, said: str, named: set[str]) -> None:
    assert kept(_PROXY.format(title, said), "director") == named


def test_the_word_for_a_landlord_may_stand_behind_its_partners() -> None:
    text = """HUUROVEREENKOMST
1. Jansen VOF, Markt 1 te Gouda, vertegenwoordigd door haar vennoten Jan Jansen en Els Jansen, "verhuurder";
2. Korenbloem VOF, Kade 3 te Breda, vertegenwoordigd door haar vennoten Ann Smets en Piet Vos, "huurder";
"""
    assert kept(text, "director") == {"Ann Smets", "Piet Vos"}


@pytest.mark.parametrize(
    ("said", "owners"),
    [
        ("1. De heer Jan Peeters (60 %) en mevrouw Els Maes (40 %)", {("Jan Peeters", "60"), ("Els Maes", "40")}),
        ("1. Jean Dupont 55 % ; Marie Durand 45 %", {("Jean Dupont", "55"), ("Marie Durand", "45")}),
        ("1. Jan Peeters is bestuurder. Els Maes houdt 60 % van de aandelen", {("Els Maes", "60")}),
        ("- A.B. Smets, geboren te Gent op 3 mei 1970, 60 %", {("A.B. Smets", "60")}),
    ],
)
def test_the_nearer_name_of_an_item_has_the_share(said: str, owners: set[tuple[str, str]]) -> None:
    found = owners_in_sentences(f"De uiteindelijke begunstigden zijn:\n{said}\n", declared=True)

    assert {(name.normalized, share) for name, share in found} == owners


def test_of_two_who_hold_by_one_item_each_has_a_share() -> None:
    text = "- Jan Peeters hält 60 % der Anteile, Els Maes hält 40 % der Anteile.\n"

    found = owners_in_sentences(text, declared=False)

    assert {(name.normalized, share) for name, share in found} == {("Jan Peeters", "60"), ("Els Maes", "40")}


_CEASED = """Central Register of Beneficial Ownership of Companies
Beneficial owners
Name Aoife Mary Byrne
Date of birth 11/1984
Nature and extent of control Ownership of shares: 62.5% (direct)
{}
Name Conor Patrick Walsh
Date of birth 06/1979
Nature and extent of control Ownership of shares: 37.5% (direct)
"""


@pytest.mark.parametrize(
    "row",
    ["Ceased on\n12 March 2022", "Ceased on\n12/03/2022", "Ceased on:\n2022-03-12", "Ceased\non 12 March 2022",
     "Ceased on\nMarch 2022", "Beëindigd op\n12 maart 2022", "Beendet am\n12. März 2022"],
)  # fmt: skip
def test_the_day_on_which_an_owner_ceased_may_stand_below_its_label(row: str) -> None:
    assert kept(_CEASED.format(row), "beneficial_owner") == {"Conor Patrick Walsh"}


@pytest.mark.parametrize("row", ["Ceased on", "Ceased on n/a", "Ceased on: –", "Beëindigd op"])
def test_a_label_of_ceasing_without_a_day_ends_nothing(row: str) -> None:
    assert kept(_CEASED.format(row), "beneficial_owner") == {"Aoife Mary Byrne", "Conor Patrick Walsh"}
