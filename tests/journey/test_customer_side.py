"""What the customer sees and sends: the portal through the whole of a case."""

from tests.journey.story import REASON, RESPONSES, SECRET_REASON, TASKS, Story
from tests.journey.walking import ANSWERS, Walk, is_moment, ok


def test_the_portal_asks_for_what_the_template_requires(story: Story) -> None:
    portal = story.portal_at_first
    assert portal["case_id"] == story.case.case_id
    assert (portal["status"], portal["phase"]) == ("AWAITING_DOCUMENTS", "initial_collection")
    assert portal["company_name"] == "Acme Trading BVBA"
    assert portal["iteration"] == 1
    assert portal["follow_up_tasks"] == []
    assert portal["follow_up_reason"] is None
    assert is_moment(portal["expires_at"])
    assert [item["id"] for item in portal["document_requirements"]] == [
        "certificate_of_incorporation",
        "proof_of_business_address",
        "ubo_declaration",
        "director_id",
        "articles_of_association",
    ]
    for item in portal["document_requirements"]:
        assert item["name"] and item["description"]
        assert item["required"] is True
        assert item["accepted_formats"] == ["pdf", "docx", "png", "jpg"]
        assert (item["uploaded"], item["uploaded_file"]) == (False, None)
    assert {question["id"]: question["type"] for question in portal["questions"]} == {
        "business_activity": "textarea",
        "business_type": "select",
        "expected_monthly_volume": "select",
    }
    assert all(question["text"] and question["required"] for question in portal["questions"])
    assert portal["questions"][1]["options"] == ["E-commerce", "SaaS", "Marketplace", "Retail", "Other"]


def test_the_portal_has_no_member_but_those_made_for_customers(story: Story) -> None:
    seen = (story.portal_at_first, story.portal_in_review, story.portal_when_asked, story.portal_at_last)
    for portal in seen:
        assert portal.keys() == {
            "case_id",
            "status",
            "phase",
            "company_name",
            "brand",
            "document_requirements",
            "questions",
            "follow_up_tasks",
            "answered_tasks",
            "follow_up_reason",
            "iteration",
            "expires_at",
            "language",
            "languages",
            "draft",
            "return_url",
        }
        assert SECRET_REASON not in str(portal)
        assert REASON not in str(portal)


def test_an_upload_is_answered_with_where_it_is_kept(story: Story) -> None:
    for requirement_id, answer in story.uploaded.items():
        upload = story.sent[requirement_id]
        assert answer.keys() == {
            "document_id",
            "filename",
            "requirement_id",
            "minio_key",
            "file_size",
            "uploaded_at",
        }
        assert answer["filename"] == upload.filename
        assert answer["requirement_id"] == requirement_id
        assert answer["file_size"] == len(upload.content)
        assert answer["minio_key"].startswith(f"{story.case.case_id}/")
        assert is_moment(answer["uploaded_at"])


def test_submitting_starts_the_investigation(story: Story) -> None:
    assert story.submitted["status"] == "DOCUMENTS_RECEIVED"
    assert story.submitted["message"]
    assert (story.portal_in_review["phase"], story.portal_in_review["iteration"]) == ("under_review", 1)
    answers = {question["id"]: question["answer"] for question in story.portal_in_review["questions"]}
    assert answers == ANSWERS
    files = {item["id"]: item["uploaded_file"] for item in story.portal_in_review["document_requirements"]}
    assert files["certificate_of_incorporation"]["readable"] is True
    assert files["ubo_declaration"] is None


def test_a_follow_up_asks_the_customer_in_the_officers_words_and_keeps_the_reason(story: Story) -> None:
    assert story.asked == {
        "status": "FOLLOW_UP_REQUIRED",
        "message": "Follow-up request sent to customer portal",
    }
    portal = story.portal_when_asked
    assert (portal["status"], portal["phase"], portal["iteration"]) == ("FOLLOW_UP_REQUIRED", "follow_up", 2)
    assert portal["follow_up_reason"]
    assert [(task["id"], task["description"], task["required"]) for task in portal["follow_up_tasks"]] == [
        (f"task_{number}", task["description"], task["required"]) for number, task in enumerate(TASKS, start=1)
    ]
    assert [task["response_type"] for task in portal["follow_up_tasks"]] == ["document", "yes_no", "text"]
    assert [task["document_type"] for task in portal["follow_up_tasks"]] == ["utility_bill", None, None]
    assert [task["upload_requirement_id"] for task in portal["follow_up_tasks"]] == ["followup_task_1", None, None]


async def test_the_responses_are_what_the_customer_answered(walk: Walk, story: Story) -> None:
    assert story.answered["status"] == "DOCUMENTS_RECEIVED"
    answer = ok(await walk.officer.get(f"{story.case.path}/responses"))
    assert answer["case_id"] == story.case.case_id
    first, second = answer["responses"]
    assert (first["iteration"], first["answers"], first["task_responses"]) == (1, ANSWERS, {})
    assert (second["iteration"], second["answers"]) == (2, {})
    assert second["task_responses"] == {**RESPONSES, "task_2": True}
    assert is_moment(first["submitted_at"]) and is_moment(second["submitted_at"])


def test_at_the_end_the_portal_asks_for_nothing(story: Story) -> None:
    assert (story.portal_at_last["phase"], story.portal_at_last["follow_up_tasks"]) == ("terminal", [])
