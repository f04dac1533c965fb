"""Live changes as a table: one answer that goes on for as long as somebody listens."""

from gateway.officer import changes
from gateway.operations import Answer, Operation, Tag

CHANGES = Tag("Changes", "Hearing what happens to cases while it happens.")

_HEARD = """\
event: ready
data: {}

event: case
data: {"case_id":"case_a1b2c3d4e5f6","workflow_id":"wf_f6e5d4c3b2a1","version":10,"status":"REVIEW_PENDING"}

"""

CHANGES_API: tuple[Operation, ...] = (
    Operation(
        "GET",
        "/api/cases/changes",
        changes.case_changes,
        "Hear which cases change",
        CHANGES,
        answers=(
            Answer(
                str,
                "Server-sent events, without an end. `ready`: from now on every change is told, so look at the list "
                "now. `case`: a case was opened, changed, assigned, noted on or deleted; its data has `case_id`, "
                "`workflow_id`, `version` and `status`, which is `null` once the case is deleted. `away`: changes are "
                "not heard until the next `ready`; ask for the list now and then. `overflow`: this reader was too "
                "slow; look at the list and listen anew.",
                media_type=changes.MEDIA_TYPE,
                headers={"X-Accel-Buffering": "`no`: what passes this on should not collect it first."},
                examples={"a case changed": _HEARD},
            ),
        ),
        problems=("too_many_streams",),
        description="An event is a hint to look again, not a record: none is repeated. A comment is sent in the "
        "silence. The stream ends when the key is revoked, which is noticed within 15 seconds, when its reader takes "
        "nothing for half a minute, and when the gateway stops. A key has ten streams at most.",
    ),
)
