"""Who directs and owns a company, what registers warn of, and who is on a list."""

from datetime import UTC, datetime

import pytest

from domain.findings import find
from domain.persons import MOST_PERSONS
from schemas.investigation import Finding
from schemas.sources import SourceAnswer, SourceName
from tests.domain.what_sources_say import Said, holding, says
from tests.example_cases import NOW

S = SourceName
UNRELATED = "withholding_unchecked"


def found(*answers: SourceAnswer) -> list[Finding]:
    return [finding for finding in find(holding(*answers), NOW) if finding.category != UNRELATED]


def categories(*answers: SourceAnswer) -> list[str]:
    return [finding.category for finding in found(*answers)]


PERSON: Said = ("Jan Peeters", {"kind": "person", "role": "Bestuurder"})
HOLDING: Said = ("Acme Holding NV", {"kind": "company"})
REPRESENTATIVE: Said = ("An Maes", {"kind": "person", "role": "Vaste vertegenwoordiger"})


@pytest.mark.parametrize(
    ("directors", "hidden"),
    [
        ([HOLDING], True),
        ([HOLDING, REPRESENTATIVE], True),
        ([HOLDING, PERSON], False),
        ([PERSON], False),
        ([REPRESENTATIVE], False),
        ([], False),
    ],
)
def test_a_company_that_only_companies_direct_is_a_finding(directors: list[Said], hidden: bool) -> None:
    assert ("corporate_director" in categories(says(S.KBO, {"director": directors}))) == hidden


def test_a_person_whom_another_source_names_as_director_counts() -> None:
    assert not categories(says(S.KBO, {"director": HOLDING}), says(S.NORTHDATA, {"director": PERSON}))


@pytest.mark.parametrize("role", ["Nominee director", "Trust office", "Treuhänder", "Prête-nom", "nominee shareholder"])
def test_a_role_that_is_held_for_another_is_a_finding(role: str) -> None:
    (finding,) = found(says(S.NORTHDATA, {"director": [("Jan Peeters", {"role": role})]}))

    assert (finding.category, finding.severity, finding.finding_id) == (
        "nominee_signs",
        "medium",
        "find_nominee_signs_jan-peeters",
    )
    assert role in finding.description


def test_a_nominee_whom_several_sources_name_is_one_finding() -> None:
    nominee: Said = ("Jan Peeters", {"role": "Nominee director"})

    assert categories(says(S.NORTHDATA, {"director": nominee}), says(S.GAZETTE, {"director": nominee})) == [
        "nominee_signs"
    ]


@pytest.mark.parametrize("role", ["Director", "Bestuurder", "Geschäftsführer", "Chair of Shelley's board"])
def test_an_ordinary_role_is_no_finding(role: str) -> None:
    assert not categories(says(S.NORTHDATA, {"director": [("Jan Peeters", {"role": role})]}))


def owner(name: str, share: str | None, kind: str = "company") -> Said:
    return name, {"kind": kind, **({"share_percent": share} if share else {})}


@pytest.mark.parametrize(
    ("owners", "opaque"),
    [
        ([owner("Acme Holding NV", "60")], True),
        ([owner("Acme Holding NV", None)], True),
        ([owner("Acme Holding NV", "a lot")], True),
        ([owner("Acme Holding NV", "75")], False),
        ([owner("Acme Holding NV", "40"), owner("Other NV", "35.5")], False),
        ([owner("Acme Holding NV", "40"), owner("Acme Holding NV", "40")], True),
        ([owner("Acme Holding NV", "60"), owner("Jan Peeters", "1", "person")], False),
        ([], False),
    ],
)
def test_owners_who_leave_a_quarter_unknown_and_are_no_persons_are_a_finding(owners: list[Said], opaque: bool) -> None:
    assert ("owner_opaque" in categories(says(S.NORTHDATA, {"owner": owners}))) == opaque


@pytest.mark.parametrize(
    ("owners", "noted"),
    [
        ([owner("Acme Holding NV", "100")], True),
        ([owner("Acme Holding NV", "40"), owner("Other NV", "35.5")], True),
        ([owner("Acme Holding NV", "74")], False),
        ([owner("Acme Holding NV", "100"), owner("Jan Peeters", "1", "person")], False),
    ],
)
def test_a_company_that_companies_own_has_no_known_beneficial_owner(owners: list[Said], noted: bool) -> None:
    assert ("owners_are_companies" in categories(says(S.NORTHDATA, {"owner": owners}))) == noted


def test_from_the_amlr_on_who_holds_a_quarter_may_be_the_beneficial_owner_who_is_unknown() -> None:
    record = holding(says(S.NORTHDATA, {"owner": owner("Acme Holding NV", "75")}))
    before, after = datetime(2027, 7, 9, tzinfo=UTC), datetime(2027, 7, 10, tzinfo=UTC)

    assert "owner_opaque" not in {finding.category for finding in find(record, before)}
    assert "owner_opaque" in {finding.category for finding in find(record, after)}


def test_shares_that_nobody_states_are_not_told_as_nought() -> None:
    (unknown,) = found(says(S.NORTHDATA, {"owner": owner("Acme Holding NV", None)}))
    (known,) = found(says(S.NORTHDATA, {"owner": [owner("Acme Holding NV", "0"), owner("Other NV", None)]}))

    assert "%" not in unknown.description
    assert "NorthData, which names companies as owners, does not state what share they hold" in unknown.description
    assert "hold 0 % together, as far as is stated" in known.description


def test_persons_whom_a_source_only_counts_are_a_finding_of_each_list() -> None:
    findings = found(
        says(
            S.NORTHDATA,
            {
                "director": ("Jan Peeters", {"left_out": "4800"}),
                "owner": [("An Maes", {"left_out": "3"}), ("Bo Maes", {"left_out": "?"})],
            },
        )
    )

    assert [(finding.category, finding.severity, finding.finding_id) for finding in findings] == [
        ("persons_left_out", "info", "find_persons_left_out_northdata-director"),
        ("persons_left_out", "info", "find_persons_left_out_northdata-owner"),
    ]
    assert findings[0].description == "NorthData names 4800 more directors, who were not read and not screened."


def test_persons_who_are_too_many_to_be_screened_are_a_finding() -> None:
    crowd: list[Said] = [(f"A Director{number}", {"kind": "person"}) for number in range(MOST_PERSONS + 2)]

    (finding,) = found(says(S.KBO, {"director": crowd}))

    assert (finding.finding_id, finding.severity) == ("find_persons_left_out", "info")
    assert finding.description.startswith("2 persons")


def test_shares_that_two_sources_state_are_not_added_up() -> None:
    answers = (
        says(S.NBB, {"owner": owner("Acme Holding NV", "40")}),
        says(S.NORTHDATA, {"owner": owner("Acme Group", "40")}),
    )

    assert categories(*answers) == ["owner_opaque"]


# Registers' warnings.


@pytest.mark.parametrize(
    ("level", "severity"),
    [("red", "high"), ("yellow", "medium"), ("green", "info"), ("HIGH", "high"), (None, "medium"), ("?", "medium")],
)
def test_a_registers_warning_has_the_registers_grade(level: str | None, severity: str) -> None:
    flag: Said = ("Insolvency filing", {"level": level, "explanation": "Filed in 2026."} if level else {})

    (finding,) = found(says(S.NORTHDATA, {"registry_flag": flag}))

    assert (finding.category, finding.severity) == ("registry_flag", severity)
    assert finding.finding_id == "find_registry_flag_insolvency-filing"


def test_a_warning_is_told_with_its_explanation() -> None:
    flag: Said = ("Young company", {"level": "yellow", "explanation": "Registered in 2026."})

    (finding,) = found(says(S.NORTHDATA, {"registry_flag": flag}))

    assert finding.description == "NorthData warns: Young company (Registered in 2026)."


@pytest.mark.parametrize("flag", ["Shelf company", "Nominee director", "Domiciliation address", "Virtual office"])
def test_a_warning_of_a_nominee_or_a_letterbox_says_so_whatever_its_grade(flag: str) -> None:
    (finding,) = found(says(S.NORTHDATA, {"registry_flag": [(flag, {"level": "red"})]}))

    assert (finding.category, finding.severity) == ("nominee_signs", "medium")


# Screening.


def entry(caption: str = "Jan PEETERS", **details: str) -> Said:
    known = {"subject": "Jan Peeters", "match": "true", "score": "0.95", "entity_id": "Q1", "datasets": "eu_fsf"}
    return caption, {**known, **details}


def screened(*entries: Said) -> list[Finding]:
    return found(says(S.SCREENING, {"screening_match": list(entries)}))


@pytest.mark.parametrize(
    ("topics", "expected"),
    [
        ("sanction", [("sanction_match", "critical")]),
        ("sanction.control", [("sanction_match", "critical")]),
        ("role.pep", [("pep_match", "high")]),
        ("role.rca", [("pep_match", "high")]),
        ("crime.fraud", [("watchlist_match", "high")]),
        ("debarment", [("watchlist_match", "high")]),
        ("reg.warn", [("watchlist_match", "high")]),
        ("sanction.counter", [("watchlist_match", "high")]),
        ("sanction,role.pep", [("sanction_match", "critical"), ("pep_match", "high")]),
        ("a topic of tomorrow", [("watchlist_match", "high")]),
        ("", [("watchlist_match", "high")]),
    ],
)
def test_a_match_is_as_grave_as_the_lists_it_is_on(topics: str, expected: list[tuple[str, str]]) -> None:
    findings = screened(entry(topics=topics))

    assert [(finding.category, finding.severity) for finding in findings] == expected


def test_a_match_names_the_subject_the_entry_the_score_what_agrees_and_the_list() -> None:
    told = {"topics": "sanction", "matched": "name_match,identifier_match", "contradicted": "country_mismatch"}

    (finding,) = screened(entry(**told, birth_date="1968-04-17", country="be,ru", datasets="eu_fsf,be_fod"))

    assert finding.finding_id == "find_sanction_match_Q1"
    assert finding.description == (
        "Jan Peeters resembles “Jan PEETERS” (born 1968-04-17, BE, RU) on a sanctions list: score 95 %, name and "
        "number agree, country differs (name_match, identifier_match, country_mismatch; sanction; eu_fsf, be_fod)."
    )
    assert (finding.fact, finding.source) == ("screening_match", "Sanctions and PEP screening")


def test_a_match_tells_what_is_known_of_who_was_screened_unless_two_have_the_name() -> None:
    """Of namesakes it is not known which of them the list was compared with."""
    jan: Said = ("Jan Peeters", {"birthDate": "1970-01-02", "nationality": "be"})
    namesake: Said = ("Jan Peeters", {"birthDate": "1980-01-02"})
    match = entry(topics="role.pep")

    (one,) = found(says(S.SCREENING, {"screened": [jan], "screening_match": [match]}))
    (two,) = found(says(S.SCREENING, {"screened": [jan, namesake], "screening_match": [match]}))

    assert one.description.startswith("Jan Peeters (born 1970-01-02, BE) resembles “Jan PEETERS” on a list of polit")
    assert two.description.startswith("Jan Peeters resembles “Jan PEETERS” on a list of politically exposed persons")


@pytest.mark.parametrize(
    ("details", "words"),
    [
        ({"score": "0.555"}, ": score 56 % (eu_fsf)."),
        ({"score": "much"}, ": score much (eu_fsf)."),
        ({"score": "", "datasets": ""}, ": no details are given."),
        ({"contradicted": "dob_year_disjoint"}, ": score 95 %, year of birth differs (dob_year_disjoint; eu_fsf)."),
        ({"matched": "of_tomorrow"}, ": score 95 %, of_tomorrow agrees (of_tomorrow; eu_fsf)."),
    ],
)
def test_a_match_says_in_words_how_much_and_in_what_it_agrees(details: dict[str, str], words: str) -> None:
    (finding,) = screened(entry(**details))

    assert finding.description.endswith(words)


def test_what_only_came_near_is_for_information_whatever_the_list() -> None:
    (finding,) = screened(entry(match="false", topics="sanction", score="0.55"))

    assert (finding.category, finding.severity) == ("screening_near_miss", "info")


def test_several_matches_are_told_apart_by_the_entries_ids_and_matches_come_first() -> None:
    findings = screened(
        entry(match="false", entity_id="Q0"),
        entry(topics="sanction", entity_id="Q2"),
        entry(topics="sanction", entity_id="NK-a/b"),
        entry(topics="sanction", entity_id="Q2", subject="An Maes"),
    )

    assert [finding.finding_id for finding in findings] == [
        "find_sanction_match_NK-a-b",
        "find_sanction_match_Q2",
        "find_sanction_match_Q2_2",
        "find_screening_near_miss_Q0",
    ]


def test_somebody_who_was_screened_and_is_on_no_list_is_no_finding() -> None:
    assert not found(says(S.SCREENING, {"screened": ["Jan Peeters", "An Maes"]}))
