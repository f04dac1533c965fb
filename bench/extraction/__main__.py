"""`python -m bench.extraction DIR`: reads the documents of a folder and compares what they say with `truth.jsonl`.

A line of `truth.jsonl` for each document: `{"file", "document_type", "language", "facts": {name: value or [values]}}`.
The last line printed is one of JSON: `{"documents", "precision", "recall", "pages_per_s", "ratio_to_bare_text"}`.

A line that names no document that is there, and a document whose reading failed, are told on stderr. Exit code 0 when
something was measured, 2 when nothing was.
"""

import argparse
import asyncio
import sys
from pathlib import Path

from bench.extraction.measuring import measured
from bench.extraction.printing import closing_line, tables
from bench.extraction.truth import TruthError, read_truth, to_stderr


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.extraction", description="Measures the reading of documents")
    parser.add_argument("folder", type=Path, help="the documents, with a truth.jsonl that says what they say")
    parser.add_argument("--wrong", action="store_true", help="print each value that was missed or is wrong, too")
    options = parser.parse_args()
    try:
        truth = read_truth(options.folder)
    except TruthError as error:
        to_stderr(str(error))
        return 2
    result = asyncio.run(measured(options.folder, truth))
    for line in result.failed:
        to_stderr(line)
    print(tables(result, wrong=options.wrong))
    print(closing_line(result))
    return 0 if result.digital.documents + result.scanned.documents else 2


if __name__ == "__main__":
    sys.exit(main())
