"""What the investigations of the sample case found, and what officers judged of it. Written by hand: the rules that
would find the same are tested elsewhere."""

from datetime import datetime

from domain.profile.facts import facts_of
from domain.screening_matches import screening_matches
from schemas.investigation import (
    DimensionName,
    Discrepancy,
    DiscrepancyResolution,
    FactDecision,
    Finding,
    InvestigationResult,
    ProfileFact,
    RedFlag,
    RiskDimension,
    RiskTerm,
)
from schemas.screening import ScreeningDecision
from tests.activities.reports import sample_case_sources as told
from tests.activities.reports.sample_case_parts import OFFICER, OPENED_AT, SENIOR, later
from tests.example_cases import a_record

RULE_SET = "eea-merchants@2026.1 sha256:" + "9f2c" * 16
TYPED = {"source": "officer_input", "timestamp": OPENED_AT}
KBO = {"source": "KBO/BCE", "timestamp": later(seconds=2), "evidence_hash": told.KBO_PAGE, "environment": "test"}
VIES = {"source": "EU VIES", "timestamp": later(seconds=2), "evidence_hash": told.VIES_ANSWER, "environment": "test"}
NORTHDATA = {"source": "NorthData", "timestamp": later(seconds=2), "evidence_hash": told.NORTHDATA}

DIMENSIONS: tuple[tuple[DimensionName, float, float], ...] = (
    ("customer", 0.62, 0.35),
    ("geographic", 0.1, 0.2),
    ("product", 0.25, 0.2),
    ("transaction", 0.2, 0.15),
    ("delivery_channel", 0.3, 0.1),
)


def terms() -> tuple[RiskTerm, ...]:
    return (
        RiskTerm(
            name="flag_pep",
            points=0.14,
            explanation="A director resembles a politically exposed person; enhanced due diligence is mandatory.",
            cites=("flag_pep", "find_pep_match_Q9900001"),
            dimension="customer",
            facts=("director", "screening_match"),
            evidence=(told.SCREENING_PERSONS, told.KBO_PAGE),
        ),
        RiskTerm(
            name="withholding_tax_debt",
            points=0.077,
            explanation="The company has tax debts: who pays it must withhold a part.",
            cites=("find_withholding_tax_debt",),
            dimension="customer",
            facts=("withholding_tax_debt",),
            evidence=(told.WITHHOLDING,),
        ),
        RiskTerm(name="country_be", points=0.02, explanation="The company is in Belgium.", dimension="geographic"),
        RiskTerm(name="mcc_tier_low", points=0.05, explanation="5732: electronics stores.", dimension="product"),
        RiskTerm(
            name="monthly_volume",
            points=0.03,
            explanation="The customer expects 100 000 to 500 000 EUR a month.",
            dimension="transaction",
        ),
        RiskTerm(
            name="remote_onboarding",
            points=0.03,
            explanation="The customer is onboarded remotely, without a meeting in person.",
            dimension="delivery_channel",
        ),
        RiskTerm(
            name="worst_dimension",
            points=0.087,
            explanation="The score is at least 0.70 of the worst dimension, Customer with 0.62.",
        ),
        RiskTerm(
            name="minimum_flag_pep",
            points=0.266,
            explanation="A red flag asks for a score of at least 0.70.",
            cites=("flag_pep",),
        ),
    )


def red_flags() -> tuple[RedFlag, ...]:
    return (
        RedFlag(
            rule_id="structure_opaque",
            title="Nobody who owns the rest is named",
            severity="medium",
            dimension="customer",
            legal_basis="AMLR (EU) 2024/1624, Art. 52",
            explanation="74.5 % are held by a foundation. Ask who benefits of it.",
            facts=("owner",),
            evidence=(told.NBB_LIST,),
            due_diligence="edd_recommended",
        ),
        RedFlag(
            rule_id="flag_pep",
            title="A director is politically exposed",
            severity="high",
            dimension="customer",
            legal_basis="AMLR (EU) 2024/1624, Art. 42; Belgian law of 18 September 2017, Art. 41",
            explanation="Establish the source of funds, and have a senior officer approve.",
            cites=("find_pep_match_Q9900001",),
            facts=("screening_match",),
            evidence=(told.SCREENING_PERSONS,),
            due_diligence="edd_mandatory",
        ),
    )


def findings() -> tuple[Finding, ...]:
    return (
        Finding(
            finding_id="find_website_no_name",
            category="website_no_name",
            severity="low",
            description="The website's page does not name the company.",
            source="Website",
            evidence_hash=told.WEBSITE,
            fact="website_names_company",
        ),
        Finding(
            finding_id="find_pep_match_Q9900001",
            category="pep_match",
            severity="high",
            description="An Peeters resembles “Anna PEETERS” on a list of politically exposed persons.",
            source="Sanctions and PEP screening",
            evidence_hash=told.SCREENING_PERSONS,
            fact="screening_match",
        ),
        Finding(
            finding_id="find_withholding_tax_debt",
            category="withholding_tax_debt",
            severity="high",
            description="The company has tax debts: who pays it must withhold a part.",
            source="Withholding obligation",
            evidence_hash=told.WITHHOLDING,
            fact="withholding_tax_debt",
            deep_link="https://www.checkobligationderetenue.be/result/0403.170.701",
        ),
        Finding(
            finding_id="find_gleif_unavailable",
            category="source_unavailable",
            severity="low",
            description="GLEIF could not be checked (timeout). This says nothing about the company.",
            source="GLEIF",
        ),
    )


def discrepancies() -> tuple[Discrepancy, ...]:
    return (
        Discrepancy(
            discrepancy_id="disc_company_name",
            type="name",
            field="company_name",
            severity="high",
            description="KBO/BCE and EU VIES state different legal forms in the name.",
            sides=(
                ProfileFact.model_validate({**TYPED, "value": "Łukasiewicz & Ζωή Διεθνής Обмен NV"}),
                ProfileFact.model_validate({**VIES, "value": "ŁUKASIEWICZ EN ZOI DIETHNIS OBMEN BV"}),
            ),
            fingerprint="aa11aa11aa11",
            resolution=resolutions()[0],
        ),
        Discrepancy(
            discrepancy_id="disc_registered_address",
            type="address",
            field="registered_address",
            severity="high",
            description="The addresses are in different places.",
            sides=(
                ProfileFact.model_validate({**TYPED, "value": "Wetstraat 16, 1000 Brussel"}),
                ProfileFact.model_validate({**KBO, "value": "Wetstraat 16, 1000 Brussel"}),
                ProfileFact.model_validate({**VIES, "value": "Koning Albert II-laan 27\n1030 Schaarbeek"}),
            ),
            fingerprint="bb22bb22bb22",
            resolution=resolutions()[1],
        ),
        Discrepancy(
            discrepancy_id="disc_director",
            type="director",
            field="director",
            severity="medium",
            description="Jan Nominee is named by NorthData and not by KBO/BCE.",
            sides=(
                ProfileFact.model_validate({**KBO, "value": "An Peeters, Zoí Diethnís, 0403.199.702"}),
                ProfileFact.model_validate({**NORTHDATA, "value": "An Peeters, Jan Nominee"}),
            ),
            fingerprint="cc33cc33cc33",
        ),
        Discrepancy(
            discrepancy_id="disc_activity_code",
            type="activity",
            field="activity_code",
            severity="low",
            description="Their activity codes have not one division in common.",
            sides=(
                ProfileFact.model_validate({**KBO, "value": "NACEBEL 47540"}),
                ProfileFact.model_validate({**NORTHDATA, "value": "NACE 46.43"}),
            ),
            fingerprint="dd44dd44dd44",
        ),
    )


def resolutions() -> tuple[DiscrepancyResolution, ...]:
    return (
        DiscrepancyResolution(
            discrepancy_id="disc_company_name",
            fingerprint="aa11aa11aa11",
            resolution="accepted_variance",
            reason="VIES still has the form from before the merger of 2019.",
            actor=OFFICER,
            resolved_at=later(days=4, hours=5),
        ),
        DiscrepancyResolution(
            discrepancy_id="disc_registered_address",
            fingerprint="bb22bb22bb22",
            resolution="escalated",
            reason="The lease does not settle it for me; the senior officer should look.",
            actor=OFFICER,
            resolved_at=later(days=4, hours=6),
        ),
        DiscrepancyResolution(
            discrepancy_id="disc_activity_code",
            fingerprint="0123456789ab",
            resolution="verified_no_issue",
            reason="A side line, seen on the website.",
            actor=SENIOR,
            resolved_at=later(days=2, hours=1),
        ),
    )


def screening_decisions() -> tuple[ScreeningDecision, ...]:
    """The near miss was somebody else."""
    stated = facts_of(a_record(sources=told.sources()))["screening_match"]
    _, near = screening_matches(stated, ())
    decision = ScreeningDecision(
        match_id=near.match_id,
        fingerprint=near.fingerprint,
        decision="false_positive",
        reason="Another day of birth on the identity card.",
        subject=near.subject,
        entry=near.entry,
        lists=near.datasets,
        actor=OFFICER,
        decided_at=later(days=4, hours=5, minutes=30),
    )
    return (decision,)


def fact_decisions() -> tuple[FactDecision, ...]:
    return (
        FactDecision(
            name="registered_address",
            value="Koning Albert II-laan 27\n1030 Schaarbeek",
            source="EU VIES",
            reason="The lease shows the move; the KBO is behind.",
            actor=OFFICER,
            decided_at=later(days=4, hours=4),
        ),
    )


def investigations() -> tuple[InvestigationResult, ...]:
    """The first rests on an answer of VIES that another has replaced since."""
    first = Finding(
        finding_id="find_vat_not_registered",
        category="vat_not_registered",
        severity="high",
        description="VIES says that the VAT number is not registered.",
        source="EU VIES",
        evidence_hash=told.VIES_FIRST,
        fact="vat_valid",
    )
    return (_result(1, later(days=1, hours=4), 0.62, (first,)), latest())


def latest() -> InvestigationResult:
    return _result(2, later(days=4, hours=7), 0.70, findings()).model_copy(
        update={
            "risk_terms": terms(),
            "dimensions": tuple(
                RiskDimension(name=name, score=score, weight=weight) for name, score, weight in DIMENSIONS
            ),
            "red_flags": red_flags(),
            "due_diligence": "edd_mandatory",
            "discrepancies": discrepancies(),
            "recommended_action": "escalate",
            "judgements": 6,
        }
    )


def _result(iteration: int, completed_at: datetime, score: float, found: tuple[Finding, ...]) -> InvestigationResult:
    """As of before there were dimensions and red flags."""
    whole = RiskTerm(name="vat_not_registered", points=score, explanation=found[0].description, cites=("find_1",))
    return InvestigationResult(
        iteration=iteration,
        risk_score=score,
        risk_terms=(whole,),
        rule_set=RULE_SET,
        findings=found,
        discrepancies=(),
        summary=f"Voorbeeld Handel after round {iteration}: high risk ({score:.2f}).",
        completed_at=completed_at,
    )
