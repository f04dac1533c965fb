"""Where sources contradict each other: how gravely, who says what, and what is no contradiction at all."""

from hypothesis import given
from hypothesis import strategies as st

from domain.profile import build_profile
from domain.profile.statements import fingerprint
from schemas.case import CaseRecord
from schemas.company import Company
from schemas.investigation import Discrepancy, DiscrepancyResolution, ProfileFact, ResolutionKind
from schemas.sources import SOURCE_LABELS, FactName, FactValue, SourceAnswer, SourceName
from tests.domain.what_sources_say import Said, between, discrepancies, holding, says, severity
from tests.example_cases import COMPANY, NOW, OFFICER

S = SourceName
NORWEGIAN = Company(company_name="Acme Trading AS", country="NO")


# What a discrepancy is made of.


def test_a_discrepancy_cites_both_sides() -> None:
    found = discrepancies(holding(says(S.VIES, {"company_name": "OTHER COMPANY"})))["company_name"]

    assert [side.value for side in found.sides] == ["Acme Trading BVBA", "OTHER COMPANY"]
    assert (found.discrepancy_id, found.type) == ("disc_company_name", "name")
    assert found.description.startswith("The officer says “Acme Trading BVBA”, but EU VIES says “OTHER COMPANY”.")


def test_every_source_that_says_something_else_is_cited_beside_those_that_mean_the_same() -> None:
    record = holding(
        says(S.KBO, {"registered_address": "Meir 1, 2000 Antwerpen"}),
        says(S.GLEIF, {"registered_address": "Graslei 3, 9000 Gent"}),
        says(S.VIES, {"registered_address": "MEIR 1\n2000 ANTWERPEN"}),
        says(S.NORTHDATA, {"registered_address": "Wetstraat 16, 1000 Brussel"}),
    )

    found = discrepancies(record)["registered_address"]

    assert [side.source for side in found.sides] == ["KBO/BCE", "EU VIES", "GLEIF", "NorthData"]
    assert found.description == (
        "KBO/BCE says “Meir 1, 2000 Antwerpen” and EU VIES says “MEIR 1 2000 ANTWERPEN”, but GLEIF says “Graslei 3, "
        "9000 Gent”, NorthData says “Wetstraat 16, 1000 Brussel”. The addresses are in different places."
    )


def test_a_source_that_agrees_with_all_is_no_side() -> None:
    record = holding(
        says(S.KBO, {"registered_address": "Meir 1, 2000 Antwerpen"}),
        says(S.GLEIF, {"registered_address": "Meir, 2000 Antwerpen"}),
        says(S.NORTHDATA, {"registered_address": "Meir 9, 2000 Antwerpen"}),
    )

    assert [side.source for side in discrepancies(record)["registered_address"].sides] == ["KBO/BCE", "NorthData"]


def test_the_gravest_of_several_differences_counts() -> None:
    record = holding(
        says(S.KBO, {"registered_address": "Meir 1, 2000 Antwerpen"}),
        says(S.GLEIF, {"registered_address": "Meir 9, 2000 Antwerpen"}),
        says(S.NORTHDATA, {"registered_address": "Graslei 3, 9000 Gent"}),
    )

    assert discrepancies(record)["registered_address"].severity == "high"


def test_what_only_crunchbase_contradicts_is_low() -> None:
    answers = says(S.KBO, {"incorporation_date": "2010-01-01"}), says(S.CRUNCHBASE, {"incorporation_date": "2020"})

    assert severity(discrepancies(holding(*answers)).get("incorporation_date")) == "low"


# Fingerprints and resolutions.


def a_resolution(discrepancy: Discrepancy, resolution: ResolutionKind = "accepted_variance") -> DiscrepancyResolution:
    return DiscrepancyResolution(
        discrepancy_id=discrepancy.discrepancy_id,
        fingerprint=discrepancy.fingerprint,
        resolution=resolution,
        reason="The register is behind",
        actor=OFFICER,
        resolved_at=NOW,
    )


def resolved(record: CaseRecord, *resolutions: DiscrepancyResolution) -> dict[str, Discrepancy]:
    return discrepancies(record.model_copy(update={"resolutions": resolutions}))


def test_a_resolution_settles_the_discrepancy_it_was_given_for() -> None:
    record = holding(says(S.VIES, {"company_name": "OTHER COMPANY"}))
    settled = a_resolution(discrepancies(record)["company_name"])

    found = resolved(record, settled)["company_name"]

    assert found.resolution == settled
    assert not found.weighs


def test_a_resolution_ends_when_a_side_says_something_else() -> None:
    settled = a_resolution(discrepancies(holding(says(S.VIES, {"company_name": "OTHER COMPANY"})))["company_name"])

    found = resolved(holding(says(S.VIES, {"company_name": "THIRD COMPANY"})), settled)["company_name"]

    assert found.resolution is None
    assert found.weighs


def test_the_last_resolution_of_a_discrepancy_counts() -> None:
    record = holding(says(S.VIES, {"company_name": "OTHER COMPANY"}))
    found = discrepancies(record)["company_name"]

    last = resolved(record, a_resolution(found), a_resolution(found, "escalated"))["company_name"]

    assert last.resolution is not None
    assert last.resolution.resolution == "escalated"
    assert last.weighs


def test_a_resolution_of_another_discrepancy_settles_nothing() -> None:
    record = holding(says(S.VIES, {"company_name": "OTHER COMPANY"}))
    other = a_resolution(discrepancies(record)["company_name"]).model_copy(
        update={"discrepancy_id": "disc_registered_address"}
    )

    assert resolved(record, other)["company_name"].resolution is None


SIDES = st.lists(
    st.builds(
        lambda value, source: ProfileFact(value=value, source=source, timestamp=NOW),
        st.one_of(st.sampled_from(["1", "True", "a", ""]), st.booleans(), st.integers(0, 1)),
        st.sampled_from(["KBO/BCE", "GLEIF"]),
    ),
    min_size=1,
    max_size=3,
)


@given(SIDES, SIDES)
def test_a_fingerprint_changes_if_and_only_if_what_the_sides_say_changes(
    one: list[ProfileFact], other: list[ProfileFact]
) -> None:
    assert (fingerprint(one) == fingerprint(other)) == (said(one) == said(other))


def said(sides: list[ProfileFact]) -> list[tuple[str, str, str]]:
    return sorted((side.source, type(side.value).__name__, str(side.value)) for side in sides)


# Laws.

NAMES = st.sampled_from(["ACME TRADING", "ACME TRADYNG", "ACME TRADING SA", "OTHER COMPANY", "ΑΚΜΗ ΑΕ", ""])
ADDRESSES = st.sampled_from(
    ["Meir 1, 2000 Antwerpen", "Meir 9, 2000 Antwerpen", "2000 Antwerpen", "Graslei 3, 9000 Gent", "?"]
)
DATES = st.sampled_from(["2019", "2019-03", "2019-03-18", "2019-04-01", "2021-01-01", "never"])
STATUSES = st.sampled_from(["active", "liquidation", "bankruptcy", "dissolved", "inactive", "?"])
FORMS = st.sampled_from(["BV", "Besloten Vennootschap", "NV", "610"])
NUMBERS = st.sampled_from(["0403170701", "0403.170.701", "0417497106", "HRB 1"])
DIRECTORS = st.lists(st.sampled_from(["Jan Peeters", "PEETERS J.", "An Maes", "Maes", "Bert Claes", " "]), max_size=3)
CODES = st.lists(st.sampled_from(["NACE 47.91", "NACEBEL 47910", "NACE 92", "NAICS 1", "NACE 45.11"]), max_size=2)


@st.composite
def records(draw: st.DrawFn) -> CaseRecord:
    """Sources that may contradict each other in everything."""

    def answer(source: SourceName) -> SourceAnswer:
        single: dict[FactName, st.SearchStrategy[str]] = {
            "company_name": NAMES,
            "registered_address": ADDRESSES,
            "incorporation_date": DATES,
            "company_status": STATUSES,
            "legal_form": FORMS,
            "registration_number": NUMBERS,
        }
        values: dict[FactName, Said | list[Said]] = {
            name: draw(strategy) for name, strategy in single.items() if draw(st.booleans())
        }
        directors: list[Said] = list(draw(DIRECTORS))
        codes: list[Said] = list(draw(CODES))
        return says(source, {**values, "director": directors, "activity_code": codes})

    company = draw(st.sampled_from([COMPANY, NORWEGIAN]))
    return holding(*map(answer, draw(st.lists(st.sampled_from(S), unique=True, max_size=5))), company=company)


@given(records())
def test_a_discrepancy_has_at_least_two_sides_that_are_not_the_same(record: CaseRecord) -> None:
    for discrepancy in build_profile(record).discrepancies:
        assert len({repr(side.value) for side in discrepancy.sides}) >= 2
        assert discrepancy.fingerprint == fingerprint(discrepancy.sides)


@given(records())
def test_each_side_is_what_its_source_states_with_its_evidence(record: CaseRecord) -> None:
    profile = build_profile(record)
    stated = {
        (name, fact.source, str(fact.value)): fact.evidence_hash
        for name, values in profile.facts.items()
        for fact in values
    }
    of_names = {(source, value): evidence for (_, source, value), evidence in stated.items()}

    for discrepancy in profile.discrepancies:
        for side in discrepancy.sides:
            summed = discrepancy.field in ("director", "activity_code")
            for value in str(side.value).split(", ") if summed else [str(side.value)]:
                assert of_names[side.source, value] == side.evidence_hash


@given(records())
def test_of_each_fact_there_is_at_most_one_discrepancy(record: CaseRecord) -> None:
    found = build_profile(record).discrepancies

    assert len({item.discrepancy_id for item in found}) == len(found)


@given(
    st.sampled_from(
        [
            ("company_name", NAMES),
            ("registered_address", ADDRESSES),
            ("incorporation_date", DATES),
            ("company_status", STATUSES),
            ("legal_form", FORMS),
            ("registration_number", NUMBERS),
        ]
    ),
    st.data(),
)
def test_two_sources_disagree_whichever_of_them_says_what(
    fact: tuple[FactName, st.SearchStrategy[FactValue]], data: st.DataObject
) -> None:
    name, values = fact
    one, other = data.draw(values), data.draw(values)

    assert severity(between(name, one, other)) == severity(between(name, other, one))


def test_every_label_of_a_source_is_its_own() -> None:
    assert len(set(SOURCE_LABELS.values())) == len(SOURCE_LABELS)
