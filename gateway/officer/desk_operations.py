"""The officers' desk as a table: notes on a case, and who has it."""

from typing import Annotated

from pydantic import Field

from gateway.officer import assignment, desk_examples, notes
from gateway.officer.desk_requests import LAST_PAGE, MOST_PER_PAGE, PER_PAGE
from gateway.operations import CASE_ID, IDEMPOTENCY_KEY, Answer, Body, Operation, Parameter, Tag
from schemas.desk import (
    Assignment,
    AssignmentState,
    AssignRequest,
    ClaimedCase,
    ClaimRequest,
    Note,
    NoteList,
    NoteRequest,
)

DESK = Tag("Desk", "What officers note and who has which case. None of it changes what is decided.")


PAGES = (
    Parameter("page", "query", Annotated[int, Field(ge=1, le=LAST_PAGE)], "Which page, from 1.", example=1),
    Parameter(
        "per_page",
        "query",
        Annotated[int, Field(ge=1, le=MOST_PER_PAGE)],
        f"How many entries a page has; {PER_PAGE} unless told.",
        example=PER_PAGE,
    ),
)


DESK_API: tuple[Operation, ...] = (
    Operation(
        "POST",
        "/api/cases/claim-next",
        assignment.claim_next,
        "Claim the next case that waits",
        DESK,
        parameters=(IDEMPOTENCY_KEY,),
        body=Body(ClaimRequest, desk_examples.CLAIM),
        answers=(
            Answer(
                ClaimedCase,
                "The oldest case that waits and that nobody had, now yours.",
                examples=desk_examples.CLAIMED,
            ),
            Answer(None, "No such case waits. A key that was sent with this request may be sent again.", status=204),
        ),
        problems=("unsupported_country", "unknown_template", "idempotency_key_reused", "case_not_found"),
        description="Two officers who claim at the same moment never get the same case. Cases are told apart by the "
        "status in the index, which may be behind the case by a moment.",
    ),
    Operation(
        "POST",
        "/api/cases/{id}/assign",
        assignment.assign_case,
        "Assign a case, or release it",
        DESK,
        parameters=(CASE_ID, IDEMPOTENCY_KEY),
        body=Body(AssignRequest, desk_examples.ASSIGN),
        answers=(Answer(Assignment, "Who has the case now.", examples=desk_examples.ASSIGNED),),
        problems=("already_assigned", "idempotency_key_reused"),
        description="An assignment restricts nobody: whoever may decide the case still may.",
    ),
    Operation(
        "GET",
        "/api/cases/{id}/assignment",
        assignment.assignment,
        "See who has a case, and who had it",
        DESK,
        parameters=(CASE_ID, *PAGES),
        answers=(
            Answer(
                AssignmentState,
                "The assignment that holds now, and all there were, newest first.",
                examples=desk_examples.ASSIGNMENTS,
            ),
        ),
    ),
    Operation(
        "POST",
        "/api/cases/{id}/notes",
        notes.add_note,
        "Add a note for colleagues",
        DESK,
        parameters=(CASE_ID, IDEMPOTENCY_KEY),
        body=Body(NoteRequest, desk_examples.NOTE),
        answers=(
            Answer(Note, "The note is kept. Nobody can change or remove it.", status=201, examples=desk_examples.NOTED),
        ),
        problems=("idempotency_key_reused",),
        description="Possible at any time, long after a case has closed. The customer never sees a note.",
    ),
    Operation(
        "GET",
        "/api/cases/{id}/notes",
        notes.list_notes,
        "List the notes on a case",
        DESK,
        parameters=(CASE_ID, *PAGES),
        answers=(Answer(NoteList, "One page of the notes, oldest first.", examples=desk_examples.NOTES),),
    ),
)
