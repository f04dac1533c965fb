"""Finds values in the texts of documents, one document a line: `python -m activities.documents.extractor`.

A process of its own because a page that nobody foresaw may keep a pattern busy for hours, which a thread could not be
stopped from. Its imports take longer than a document, so it stays, until one takes too long and it is killed.
"""

import resource
import sys
import time
from datetime import date
from math import ceil

from activities.documents.probe import limit_this_process
from domain.extraction.extract import extract
from schemas.extraction import Candidate, DocumentType, Language, PageText
from schemas.frozen import Frozen

CPU_SECONDS = 60
"""For one document. Whoever asks waits a third of it; this is for when nobody waits any more."""
LIFE_CPU_SECONDS = 24 * 60 * 60


class Question(Frozen):
    doc_id: str
    pages: tuple[PageText, ...]
    today: date


class Answer(Frozen):
    document_type: DocumentType = "unknown"
    language: Language = "unknown"
    candidates: tuple[Candidate, ...] = ()
    left_out: int = 0
    too_complex: bool = False


def answer_to(question: Question) -> Answer:
    """What the document says; nothing if it takes more memory or deeper nesting than there is."""
    try:
        found = extract(question.doc_id, question.pages, question.today)
    except (MemoryError, RecursionError):
        return Answer(too_complex=True)
    return Answer(
        document_type=found.document_type,
        language=found.language,
        candidates=found.candidates,
        left_out=found.left_out,
    )


def allow_more_time() -> None:
    """Sets the limit of processor time for the next document."""
    used = ceil(time.process_time())
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (min(used + CPU_SECONDS, most), most))


def main() -> None:
    for line in sys.stdin.buffer:
        allow_more_time()
        answer = answer_to(Question.model_validate_json(line))
        sys.stdout.buffer.write(answer.model_dump_json().encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    limit_this_process(LIFE_CPU_SECONDS)
    main()
