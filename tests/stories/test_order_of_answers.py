"""What is known of a company, and what it is judged by, does not depend on which source answered first."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from deploy.local.registries.catalogue import COMPANIES
from domain.findings import find
from domain.investigation import investigate
from domain.persons import persons_of
from domain.profile import build_profile
from schemas.case import CaseRecord
from schemas.sources import SourceName
from tests.policies import POLICY
from tests.stories.conftest import Cases
from tests.stories.looking_up import told

NOW = datetime(2026, 11, 2, tzinfo=UTC)
companies = st.sampled_from([row.company_name for row in COMPANIES])


def nothing_said(record: CaseRecord) -> CaseRecord:
    return record.model_copy(update={"sources": {}})


def judged(record: CaseRecord) -> tuple[str, ...]:
    """All that follows from the answers, to the last character."""
    return (
        build_profile(record).model_dump_json(),
        *(finding.model_dump_json() for finding in find(record, NOW)),
        investigate(record, POLICY, NOW).model_dump_json(),
        *(person.model_dump_json() for person in persons_of(record)),
    )


@given(company=companies, order=st.permutations(list(SourceName)))
@settings(deadline=None)
def test_profile_discrepancies_and_risk_do_not_depend_on_the_order_of_answers(
    cases: Cases, company: str, order: list[SourceName]
) -> None:
    record = cases[company]

    shuffled = told(nothing_said(record), [record.sources[source] for source in order if source in record.sources])

    assert judged(shuffled) == judged(told(nothing_said(record), record.sources.values()))


@given(company=companies, late=st.sets(st.sampled_from(SourceName)))
@settings(deadline=None)
def test_a_source_that_answers_late_changes_nothing_about_what_is_known_in_the_end(
    cases: Cases, company: str, late: set[SourceName]
) -> None:
    """At first some sources are silent; whatever was made of that is gone once they have answered."""
    record = cases[company]
    late &= record.sources.keys()
    silent = {
        source: record.sources[source].model_copy(update={"state": "unavailable", "reason": "timeout", "facts": ()})
        for source in late
    }

    first = told(nothing_said(record), {**record.sources, **silent}.values())
    finished = told(first, [record.sources[source] for source in sorted(late)])

    assert judged(finished) == judged(record)


def test_the_catalogue_gives_the_order_something_to_change(cases: Cases) -> None:
    """Sources of one company do differ, so that an order could matter."""
    differing = [name for name, record in cases.items() if build_profile(record).discrepancies]
    assert len(differing) > 5
    assert min(len(record.sources) for record in cases.values()) > 5
