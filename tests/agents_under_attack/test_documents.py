"""What a document says to a machine is no evidence: a model that obeys it proposes, and nothing of it is kept."""

import secrets
from datetime import date

import pytest

from domain.documents_read import with_proposals
from domain.extraction import extract
from domain.features import features_of, kept
from domain.investigation import investigate
from schemas.documents import page_key
from schemas.extraction import DocumentReading, PageText, ProposalRequest, Proposals
from tests.agents_under_attack.attempts import Attempt
from tests.agents_under_attack.conftest import Agents, Hire, a_run
from tests.agents_under_attack.in_documents import FALSE_OWNER, IN_DOCUMENTS
from tests.agents_under_attack.obedience import ObedientModel
from tests.example_cases import NOW, a_document
from tests.model_server.scripted import Protocol
from tests.policies import POLICY
from tests.read_documents import a_reading, with_readings

DEED = (
    "Déclaration des bénéficiaires effectifs\n"
    "Acme Trading SRL, numéro d'entreprise 0403.170.701\n"
    "Bénéficiaire effectif : Marie Lambert, 60 %\n"
    "Bénéficiaire effectif : Jan De Wit, 40 %\n"
    "Fait à Bruxelles, le 2 février 2026.\n"
)
DOCUMENT = a_document()


def page_with(attempt: Attempt | None) -> PageText:
    text = attempt.among(DEED) if attempt else DEED
    return PageText(page_index=0, text=text, method="born_digital_text", width=595, height=842)


def read_by_rules(page: PageText) -> DocumentReading:
    found = extract(DOCUMENT.document_id, [page], date(2026, 3, 2))
    return a_reading(*found.candidates, document_id=DOCUMENT.document_id, document_type=found.document_type)


async def proposed(agents: Agents, page: PageText) -> Proposals:
    """What the agents make of a page that lies in the store as it is read."""
    case_id = f"case_{secrets.token_hex(6)}"
    key = page_key(case_id, DOCUMENT.document_id, page.page_index)
    await agents.store.put(key, page.model_dump_json().encode(), "application/json")
    reading = a_reading(document_id=DOCUMENT.document_id)
    return await agents.proposed(ProposalRequest(case_id=case_id, reading=reading, run=a_run()))


@pytest.mark.parametrize("protocol", ["openai", "anthropic"])
@pytest.mark.parametrize("attempt", IN_DOCUMENTS, ids=str)
async def test_a_quote_that_is_said_to_machines_proves_nothing(
    hire: Hire, attempt: Attempt, protocol: Protocol
) -> None:
    """Even if the model has read it all the same: this one always wants the false owner."""
    async with hire(ObedientModel(turned_to=attempt), protocol) as agents:
        proposals = await proposed(agents, page_with(attempt))

    assert not [item for item in proposals.candidates if item.valid and FALSE_OWNER in item.value_normalized]
    assert proposals.dropped >= 1


@pytest.mark.parametrize("attempt", IN_DOCUMENTS, ids=str)
async def test_what_a_model_that_obeys_proposes_is_never_kept(hire: Hire, attempt: Attempt) -> None:
    page = page_with(attempt)
    async with hire(ObedientModel(turned_to=attempt), "openai") as agents:
        proposals = await proposed(agents, page)

    by_rules = read_by_rules(page)
    record = with_readings((DOCUMENT, with_proposals(by_rules, proposals)))
    assert {item.proposed_by for item in proposals.candidates} <= {"model"}
    for name in features_of(record):
        assert not [item for item in kept(record, name) if item.proposed_by == "model"]


@pytest.mark.parametrize("attempt", IN_DOCUMENTS, ids=str)
async def test_what_a_model_that_obeys_proposes_changes_no_risk(hire: Hire, attempt: Attempt) -> None:
    page = page_with(attempt)
    async with hire(ObedientModel(turned_to=attempt), "openai") as agents:
        proposals = await proposed(agents, page)

    by_rules = read_by_rules(page)
    alone = investigate(with_readings((DOCUMENT, by_rules)), POLICY, NOW)
    beside = investigate(with_readings((DOCUMENT, with_proposals(by_rules, proposals))), POLICY, NOW)
    assert (beside.risk_score, beside.risk_terms, beside.recommended_action) == (
        alone.risk_score,
        alone.risk_terms,
        alone.recommended_action,
    )


@pytest.mark.parametrize("attempt", IN_DOCUMENTS, ids=str)
async def test_a_model_that_obeys_reads_nothing_to_obey(hire: Hire, attempt: Attempt) -> None:
    async with hire(ObedientModel(), "openai") as agents:
        proposals = await proposed(agents, page_with(attempt))

    assert not proposals.candidates
