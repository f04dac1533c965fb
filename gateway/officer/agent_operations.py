"""What officers ask about the agents' runs, as a table."""

from typing import Annotated

from pydantic import Field

from gateway.officer import agent_examples as examples
from gateway.officer import agents
from gateway.officer.parameters import VERSIONED
from gateway.operations import CASE_ID, Answer, Operation, Parameter, Tag
from gateway.queries import parameters_of
from schemas.agents_api import ExecutionList, ExecutionsQuery, QualityQuery, QualityReport

AGENTS = Tag("Agents", "Every run of an agent: what went in, what came out, and what an officer made of it.")

EXECUTION_ID = Parameter(
    "execution_id",
    "path",
    Annotated[str, Field(pattern=r"^exe_[0-9a-f]{12}$")],
    "A run of the case, by the `execution_id` in the list.",
    required=True,
    example="exe_0123456789ab",
)
_BYTES_HEADERS = {"Content-Disposition": "Always `attachment`, with a name that says which run it is of."}

AGENT_API: tuple[Operation, ...] = (
    Operation(
        "GET",
        "/api/cases/{id}/agent-executions",
        agents.agent_executions,
        "List the runs of the agents",
        AGENTS,
        parameters=(CASE_ID, *parameters_of(ExecutionsQuery)),
        answers=(
            Answer(
                ExecutionList,
                "The oldest first, as in the audit log; each with what officers have made of it since.",
                examples=examples.EXECUTIONS,
                headers=VERSIONED,
            ),
        ),
        description="An agent proposes and never decides. Running one again adds a run and changes none. `subject` is "
        "the document that a run was about. Cases that are older than this list have none of their early runs here.",
    ),
    Operation(
        "GET",
        "/api/cases/{id}/agent-executions/{execution_id}/input",
        agents.agent_execution_input,
        "Download what went into a run",
        AGENTS,
        parameters=(CASE_ID, EXECUTION_ID),
        answers=(Answer(None, "The bytes as they went in.", media_type=agents.BYTES, headers=_BYTES_HEADERS),),
        problems=("execution_not_found", "file_altered"),
        description="They are hashed again before they are given out.",
    ),
    Operation(
        "GET",
        "/api/cases/{id}/agent-executions/{execution_id}/output",
        agents.agent_execution_output,
        "Download what came out of a run",
        AGENTS,
        parameters=(CASE_ID, EXECUTION_ID),
        answers=(Answer(None, "The bytes as they came.", media_type=agents.BYTES, headers=_BYTES_HEADERS),),
        problems=("execution_not_found", "file_altered"),
        description="They are hashed again before they are given out. A model's answer is here also if it did not fit "
        "what was asked.",
    ),
    Operation(
        "GET",
        "/api/agents/quality",
        agents.agent_quality,
        "See how officers take what agents propose",
        AGENTS,
        parameters=parameters_of(QualityQuery),
        answers=(
            Answer(
                QualityReport,
                "Runs of your organisation by day, week or month, agent, provider and model.",
                examples=examples.QUALITY,
            ),
        ),
        description="A run counts when it began, and by the last that an officer did with its output. Follow-up tasks "
        "are accepted if they are sent as proposed, edited if some were changed, left out or added, and rejected if "
        "none was sent; a merchant category is overridden if another code was taken.",
    ),
)
