"""What invented documents say about a company, in four languages and several layouts."""

from collections.abc import Callable, Iterable

import pytest

from domain.extraction.addresses import find_addresses
from domain.extraction.companies import find_companies
from domain.extraction.found import Found
from domain.extraction.people import find_people
from schemas.extraction import DocumentType, PageText
from tests.domain.extraction.more_subject_samples import MORE_SAMPLES
from tests.domain.extraction.subject_samples import SAMPLES, Sample
from tests.domain.extraction.written_pages import laid_out, written


def found_in(pages: list[PageText], kind: DocumentType) -> list[Found]:
    return [
        *find_companies(pages, kind, "unknown"),
        *find_addresses(pages, kind, "unknown"),
        *find_people(pages, kind, "unknown"),
    ]


def said_by(found: Iterable[Found]) -> dict[str, list[str]]:
    """Each value once, with the details of its first place."""
    values: dict[tuple[str, str], dict[str, str]] = {}
    for item in found:
        details = values.setdefault((item.feature, item.value_normalized), {})
        for key, value in item.details:
            details.setdefault(key, value)
    said: dict[str, list[str]] = {}
    for (feature, value), details in values.items():
        said.setdefault(feature, []).append(" / ".join([value, *details.values()]))
    return {feature: sorted(listed) for feature, listed in said.items()}


@pytest.mark.parametrize("layout", [written, laid_out])
@pytest.mark.parametrize("sample", [*SAMPLES, *MORE_SAMPLES], ids=lambda sample: sample.name)
def test_says_of_each_document_what_it_states_and_nothing_else(
    sample: Sample, layout: Callable[[str], PageText]
) -> None:
    found = found_in([layout(sample.text)], sample.kind)

    assert said_by(found) == {feature: sorted(values) for feature, values in sample.says.items()}
