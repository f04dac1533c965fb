"""What officers ask and say of the documents' contents, as a table."""

from typing import Annotated

from pydantic import Field

from gateway.officer import feature_examples as examples
from gateway.officer import features
from gateway.officer.parameters import IF_MATCH, RECORDED, VERSIONED
from gateway.operations import CASE_ID, IDEMPOTENCY_KEY, Answer, Body, Operation, Parameter, Tag
from schemas.extraction import FeatureName, PageText
from schemas.features_api import CandidateDecisionRequest, FeatureList
from schemas.officer_api import CommandAnswer

FEATURES = Tag("Features", "What the customer's documents say, each value with the page and the words it stands in.")

FEATURE = Parameter("name", "path", FeatureName, "A feature of the documents.", required=True, example="company_name")
DOCUMENT_ID = Parameter(
    "document_id",
    "path",
    Annotated[str, Field(pattern=r"^doc_[0-9a-f]{12,64}$")],
    "A document of the case.",
    required=True,
    example="doc_0123456789ab",
)
PAGE = Parameter(
    "page_index", "path", Annotated[int, Field(ge=0)], "The page, counted from 0.", required=True, example=0
)

FEATURE_API: tuple[Operation, ...] = (
    Operation(
        "GET",
        "/api/cases/{id}/features",
        features.case_features,
        "Read what the documents say",
        FEATURES,
        parameters=(CASE_ID,),
        answers=(
            Answer(
                FeatureList,
                "Every feature with its candidates, their evidence and what is kept of it.",
                examples=examples.FEATURES,
                headers=VERSIONED,
            ),
        ),
        description=(
            "A span is half-open and counts Unicode code points of the stored text of its page: "
            "`text[char_start:char_end]` is the quote. A value is kept by itself only where the valid candidates "
            "agree; otherwise the feature is unresolved until an officer chooses."
        ),
    ),
    Operation(
        "POST",
        "/api/cases/{id}/features/{name}/decision",
        features.candidate_decision,
        "Choose the value of a feature",
        FEATURES,
        parameters=(CASE_ID, FEATURE, IDEMPOTENCY_KEY, IF_MATCH),
        body=Body(CandidateDecisionRequest, examples.DECISION),
        answers=(
            Answer(CommandAnswer, "This is the value now, or there is none.", examples=examples.DECIDED),
            RECORDED,
        ),
        problems=("feature_not_found", "unknown_candidate", "wrong_state", "case_moved", "idempotency_key_reused"),
        description=(
            "Possible until the case is closed. The company profile follows: of this feature, the documents state only "
            "what was chosen. While the case is under review its risk is assessed again, which is one more version."
        ),
    ),
    Operation(
        "GET",
        "/api/cases/{id}/documents/{document_id}/pages/{page_index}",
        features.document_page,
        "Read the text of one page, with the places of its words",
        FEATURES,
        parameters=(CASE_ID, DOCUMENT_ID, PAGE),
        answers=(Answer(PageText, "The stored text that citations point into."),),
        problems=("document_not_found",),
    ),
    Operation(
        "GET",
        "/api/cases/{id}/documents/{document_id}/pages/{page_index}/picture",
        features.document_page_picture,
        "See one page",
        FEATURES,
        parameters=(CASE_ID, DOCUMENT_ID, PAGE),
        answers=(Answer(None, "A picture of the page.", media_type="image/png"),),
        problems=("document_not_found",),
    ),
)
