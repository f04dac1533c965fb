"""The officers' Case Management API as a table."""

from typing import Annotated, Literal

from pydantic import Field

from gateway.integration.package_operations import ARCHIVE
from gateway.officer import (
    audit,
    brief,
    commands,
    create,
    detail,
    documents,
    evidence,
    examples,
    listing,
    package,
    profile,
    reference,
    removal,
    report,
)
from gateway.officer.admin_operations import ADMIN_API
from gateway.officer.agent_operations import AGENT_API
from gateway.officer.change_operations import CHANGES_API
from gateway.officer.desk_operations import DESK_API
from gateway.officer.feature_operations import FEATURE_API
from gateway.officer.judgement_operations import JUDGEMENT_API
from gateway.officer.parameters import IF_MATCH, RECORDED, VERSIONED
from gateway.officer.people_operations import PEOPLE_API
from gateway.officer.policy_operations import POLICY_API
from gateway.officer.reference_operations import REFERENCE, REFERENCE_API
from gateway.operations import CASE_ID, IDEMPOTENCY_KEY, Answer, Body, Operation, Parameter, Tag
from schemas.brief import AiBrief
from schemas.case_list import CaseList
from schemas.evidence_chain import EvidenceChain
from schemas.investigation import CompanyProfile, TaskProposal
from schemas.officer_api import (
    DEFAULT_TEMPLATE,
    AuditLog,
    CaseCreated,
    CaseDeleted,
    CaseDetail,
    CommandAnswer,
    CountryItem,
    CreateCaseRequest,
    CustomerResponses,
    DecisionRequest,
    DocumentList,
    MccDecisionRequest,
    MccReclassified,
    ReclassifyRequest,
    RegenerateRequest,
    TemplateItem,
)
from schemas.template import CaseTemplate

CASES = Tag("Cases", "Opening, finding and reading cases.")
DECISIONS = Tag("Decisions", "What an officer tells a case. A machine never decides one.")
DOCUMENTS = Tag("Documents", "What the customer sent, and what was written about it.")
TEMPLATE_ID = Parameter(
    "template_id",
    "path",
    Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,63}$")],
    "The template.",
    required=True,
    example=DEFAULT_TEMPLATE,
)

OFFICER_API: tuple[Operation, ...] = (
    Operation(
        "GET",
        "/api/countries",
        reference.countries,
        "List supported countries",
        REFERENCE,
        answers=(Answer(tuple[CountryItem, ...], "The countries of the EEA.", examples=examples.COUNTRIES),),
    ),
    Operation(
        "GET",
        "/api/templates",
        reference.templates,
        "List workflow templates",
        REFERENCE,
        answers=(
            Answer(
                tuple[TemplateItem, ...],
                "What a case of each kind asks of the customer, in numbers.",
                examples=examples.TEMPLATES,
            ),
        ),
    ),
    Operation(
        "GET",
        "/api/templates/{template_id}",
        reference.template,
        "Get a workflow template",
        REFERENCE,
        parameters=(TEMPLATE_ID,),
        answers=(Answer(CaseTemplate, "All of it, as a case that is opened now carries it."),),
        problems=("template_not_found",),
    ),
    Operation(
        "POST",
        "/api/cases",
        create.create_case,
        "Create a new compliance case",
        CASES,
        body=Body(CreateCaseRequest, examples.CREATE_CASE),
        parameters=(IDEMPOTENCY_KEY,),
        answers=(
            Answer(
                CaseCreated,
                "The case is open. What a source could not say in time is `null`: unavailable is not invalid.",
                status=201,
                examples=examples.CASE_CREATED,
            ),
        ),
        problems=("unknown_template", "unsupported_country", "idempotency_key_reused", "wrong_state"),
    ),
    Operation(
        "GET",
        "/api/cases",
        listing.list_cases,
        "List all cases",
        CASES,
        parameters=listing.PARAMETERS,
        answers=(Answer(CaseList, "One page, and how many cases there are."),),
    ),
    *CHANGES_API,  # before `/api/cases/{id}`, which would take its path
    *DESK_API,
    *REFERENCE_API,
    *JUDGEMENT_API,
    *FEATURE_API,
    *AGENT_API,
    *POLICY_API,
    *PEOPLE_API,
    *ADMIN_API,
    Operation(
        "GET",
        "/api/cases/{id}",
        detail.case_detail,
        "Get full case detail",
        CASES,
        parameters=(CASE_ID,),
        answers=(Answer(CaseDetail, "The whole case.", headers=VERSIONED),),
    ),
    Operation(
        "GET",
        "/api/cases/{id}/ai-brief",
        brief.ai_brief,
        "Get the brief of a case",
        CASES,
        parameters=(CASE_ID,),
        answers=(
            Answer(
                AiBrief,
                "The case on a few lines, written by rules: the same case gives the same words.",
                headers=VERSIONED,
            ),
        ),
        description="`recommended_action` is what the last investigation recorded; it is never to reject.",
    ),
    Operation(
        "DELETE",
        "/api/cases/{id}",
        removal.delete_case,
        "Delete a case and all that belongs to it",
        CASES,
        parameters=(CASE_ID,),
        answers=(Answer(CaseDeleted, "The case is gone. There is no undo.", examples=examples.CASE_DELETED),),
        problems=("deletion_disabled",),
        description="For development and testing; switched off unless a setting of the gateway allows it. "
        "After a 503 the case is not found any more, and the rest of it is deleted later; sending this again does it "
        "at once. A deletion that is sent again is answered as the first time.",
    ),
    Operation(
        "GET",
        "/api/cases/{id}/audit",
        audit.audit_log,
        "Get the audit log",
        CASES,
        parameters=(CASE_ID,),
        answers=(
            Answer(AuditLog, "Everything that happened to the case, in order and without gaps.", headers=VERSIONED),
        ),
    ),
    Operation(
        "POST",
        "/api/cases/{id}/decision",
        commands.decision,
        "Submit the officer's decision",
        DECISIONS,
        parameters=(CASE_ID, IDEMPOTENCY_KEY, IF_MATCH),
        body=Body(DecisionRequest, examples.DECISION),
        answers=(Answer(CommandAnswer, "The decision is applied.", examples=examples.FOLLOW_UP_SENT), RECORDED),
        problems=("wrong_state", "max_iterations_reached", "reason_required", "case_moved", "idempotency_key_reused"),
    ),
    Operation(
        "POST",
        "/api/cases/{id}/mcc-decision",
        commands.mcc_decision,
        "Submit the decision on the merchant category (MCC)",
        DECISIONS,
        parameters=(CASE_ID, IDEMPOTENCY_KEY, IF_MATCH),
        body=Body(MccDecisionRequest, examples.MCC_DECISION),
        answers=(Answer(CommandAnswer, "The decision on the MCC is applied.", examples=examples.MCC_DECIDED), RECORDED),
        problems=("wrong_state", "no_mcc_classification", "unknown_mcc", "case_moved", "idempotency_key_reused"),
    ),
    Operation(
        "POST",
        "/api/cases/{id}/regenerate-tasks",
        commands.regenerate_tasks,
        "Propose follow-up tasks once more",
        DECISIONS,
        parameters=(CASE_ID, IDEMPOTENCY_KEY, IF_MATCH),
        body=Body(RegenerateRequest, required=False),
        answers=(
            Answer(TaskProposal, "The tasks now proposed. Nothing reaches the customer before an officer sends it."),
        ),
        problems=("wrong_state", "case_moved", "idempotency_key_reused", "worker_unavailable"),
    ),
    Operation(
        "POST",
        "/api/cases/{id}/reclassify-mcc",
        commands.reclassify_mcc,
        "Classify the merchant category (MCC) once more",
        DECISIONS,
        parameters=(CASE_ID, IDEMPOTENCY_KEY, IF_MATCH),
        body=Body(ReclassifyRequest, examples.RECLASSIFY, required=False),
        answers=(Answer(MccReclassified, "The classification that now waits for a decision."),),
        problems=("wrong_state", "case_moved", "idempotency_key_reused", "worker_unavailable"),
    ),
    Operation(
        "GET",
        "/api/cases/{id}/documents",
        documents.list_documents,
        "List the documents of a case",
        DOCUMENTS,
        parameters=(
            CASE_ID,
            Parameter(
                "source",
                "query",
                Literal["customer", "all"],
                "`customer`: what the customer uploaded (the default); `all`: also what the software wrote.",
                example="all",
            ),
        ),
        answers=(Answer(DocumentList, "The documents of all iterations.", headers=VERSIONED),),
    ),
    Operation(
        "GET",
        "/api/cases/{id}/documents/download",
        documents.download_document,
        "Download a document",
        DOCUMENTS,
        parameters=(
            CASE_ID,
            Parameter("key", "query", str, "The `minio_key` of a document in the list.", required=True),
        ),
        answers=(
            Answer(
                None,
                "The bytes as they were stored, with their own media type.",
                media_type="*/*",
                headers={"Content-Disposition": "Always `attachment`, with the name of the file."},
            ),
        ),
        problems=("document_not_found",),
    ),
    Operation(
        "GET",
        "/api/cases/{id}/evidence",
        evidence.evidence_chain,
        "Get the evidence chain",
        CASES,
        parameters=(CASE_ID,),
        answers=(
            Answer(
                EvidenceChain,
                "What the sources answered, down to the bytes, each hashed again while it was read.",
                headers=VERSIONED,
            ),
        ),
        description="`bundle_hash` is the SHA-256 of the JSON object of all `id: data_hash`, its keys sorted, without "
        "white space. The customer's documents are not in the chain; the list of documents has their hashes.",
    ),
    Operation(
        "GET",
        "/api/cases/{id}/company-profile",
        profile.company_profile,
        "Get the company profile",
        CASES,
        parameters=(CASE_ID,),
        answers=(
            Answer(CompanyProfile, "Every value that every source gave, and where they disagree.", headers=VERSIONED),
        ),
    ),
    Operation(
        "GET",
        "/api/cases/{id}/report",
        report.case_report,
        "Download the PDF report of a closed case",
        DOCUMENTS,
        parameters=(CASE_ID,),
        answers=(
            Answer(
                None,
                "The report.",
                media_type="application/pdf",
                headers={"Content-Disposition": "Always `attachment`, with the name of the file."},
            ),
        ),
        problems=("report_not_available", "report_not_ready"),
    ),
    Operation(
        "GET",
        "/api/cases/{id}/package.zip",
        package.package_archive,
        "Download the package of a case",
        DOCUMENTS,
        parameters=(CASE_ID,),
        answers=(ARCHIVE,),
        problems=("package_too_large",),
        description="What other systems are handed: findings, risk, screening and reasons are not in it.",
    ),
    Operation(
        "GET",
        "/api/cases/{id}/responses",
        documents.customer_responses,
        "Get the customer's answers",
        DOCUMENTS,
        parameters=(CASE_ID,),
        answers=(
            Answer(CustomerResponses, "What the customer answered each time, the oldest first.", headers=VERSIONED),
        ),
    ),
)
