"""What officers judge of a case's facts, as a table."""

from typing import Annotated

from pydantic import Field

from gateway.officer import judgement_examples as examples
from gateway.officer import judgements, proof
from gateway.officer.parameters import IF_MATCH, RECORDED
from gateway.operations import CASE_ID, IDEMPOTENCY_KEY, MULTIPART, Answer, Body, Operation, Parameter, Tag
from schemas.judgements_api import (
    DiscrepancyResolutionRequest,
    FactDecisionRequest,
    ProofStored,
    ProofUpload,
    ScreeningDecisionRequest,
    WithholdingCheckRequest,
)
from schemas.officer_api import CommandAnswer
from schemas.sources import FactName

JUDGEMENTS = Tag(
    "Judgements",
    "What an officer says of facts, discrepancies and screening matches. The risk is assessed again after it.",
)

_CHANGES_NOTHING_ELSE = (
    "Possible until the case is closed. While it is under review its risk is assessed again, which is one more version."
)

FACT = Parameter("name", "path", FactName, "A fact of the company profile.", required=True, example="company_name")

JUDGEMENT_API: tuple[Operation, ...] = (
    Operation(
        "POST",
        "/api/cases/{id}/facts/{name}/decision",
        judgements.fact_decision,
        "Choose which source's value of a fact to go by",
        JUDGEMENTS,
        parameters=(
            CASE_ID,
            FACT,
            IDEMPOTENCY_KEY,
            IF_MATCH,
        ),
        body=Body(FactDecisionRequest, examples.FACT_DECISION),
        answers=(
            Answer(CommandAnswer, "The profile prefers this value now.", examples=examples.FACT_DECIDED),
            RECORDED,
        ),
        problems=("fact_not_found", "value_not_stated", "wrong_state", "case_moved", "idempotency_key_reused"),
        description=_CHANGES_NOTHING_ELSE,
    ),
    Operation(
        "POST",
        "/api/cases/{id}/discrepancies/{discrepancy_id}/resolve",
        judgements.resolve_discrepancy,
        "Settle a discrepancy",
        JUDGEMENTS,
        parameters=(
            CASE_ID,
            Parameter(
                "discrepancy_id",
                "path",
                Annotated[str, Field(pattern=r"^disc_[a-z0-9_]{1,80}$")],
                "A discrepancy of the company profile.",
                required=True,
                example="disc_company_name",
            ),
            IDEMPOTENCY_KEY,
            IF_MATCH,
        ),
        body=Body(DiscrepancyResolutionRequest, examples.RESOLUTION),
        answers=(
            Answer(CommandAnswer, "Settled until one of its sides changes.", examples=examples.RESOLVED),
            RECORDED,
        ),
        problems=("discrepancy_not_found", "wrong_state", "case_moved", "idempotency_key_reused"),
        description=f"`escalated` leaves it with all its weight for a senior officer. {_CHANGES_NOTHING_ELSE}",
    ),
    Operation(
        "POST",
        "/api/cases/{id}/screening/{match_id}/decision",
        judgements.screening_decision,
        "Say whether a screening match is the one who was screened",
        JUDGEMENTS,
        parameters=(
            CASE_ID,
            Parameter(
                "match_id",
                "path",
                Annotated[str, Field(pattern=r"^match_[0-9a-f]{16}$")],
                "One of the case's `screening_matches`.",
                required=True,
                example="match_3f9a1c2b4d5e6f70",
            ),
            IDEMPOTENCY_KEY,
            IF_MATCH,
        ),
        body=Body(ScreeningDecisionRequest, examples.SCREENING_DECISION),
        answers=(
            Answer(
                CommandAnswer,
                "A dismissal holds until the screening says something else of the two; that they are one holds until "
                "it is taken back.",
                examples=examples.SCREENING_DECIDED,
            ),
            RECORDED,
        ),
        problems=("match_not_found", "wrong_state", "case_moved", "idempotency_key_reused"),
        description="`false_positive`: the entry is about somebody else, and weighs nothing; `true_match`: it is the "
        "same, and weighs as a match; `undecided` takes the decision back. Of an entry about sanctions, those alone "
        f"who decide escalated cases may dismiss it or take back what was said. {_CHANGES_NOTHING_ELSE}",
    ),
    Operation(
        "POST",
        "/api/cases/{id}/checks/withholding",
        judgements.withholding_check,
        "Record what the withholding obligation look-up showed",
        JUDGEMENTS,
        parameters=(CASE_ID, IDEMPOTENCY_KEY, IF_MATCH),
        body=Body(WithholdingCheckRequest, examples.WITHHOLDING_CHECK),
        answers=(
            Answer(CommandAnswer, "It is among the sources of the profile now.", examples=examples.WITHHOLDING_CHECKED),
            RECORDED,
        ),
        problems=("unsupported_proof", "wrong_state", "case_moved", "idempotency_key_reused"),
        description=f"Belgian companies only; `officer_tasks` of the case has the link. {_CHANGES_NOTHING_ELSE}",
    ),
    Operation(
        "POST",
        "/api/cases/{id}/checks/withholding/proof",
        proof.upload_withholding_proof,
        "Upload proof of the withholding obligation look-up",
        JUDGEMENTS,
        parameters=(CASE_ID,),
        body=Body(ProofUpload, media_type=MULTIPART),
        answers=(Answer(ProofStored, "Kept as evidence; send `object_key` with the check.", status=201),),
        problems=(
            "file_missing",
            "unsupported_proof",
            "file_too_large",
            "file_infected",
            "scanner_unavailable",
            "invalid_body",
            "wrong_state",
        ),
    ),
)
