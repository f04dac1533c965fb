"""`python -m activities.documents.ocr PICTURE...`: see `activities.documents.ocr.available` for what it prints."""

import json
import os
import sys
from pathlib import Path
from typing import TextIO

from activities.documents.ocr.available import ADDRESS_SPACE_BYTES, cpu_seconds
from activities.documents.probe import limit_this_process


def main(paths: list[Path], answers: TextIO) -> None:
    from activities.documents.ocr.engine import Engine
    from activities.documents.ocr.reading import read_picture

    engine = Engine()
    for path in paths:
        answers.write(json.dumps(read_picture(engine, path), ensure_ascii=False, separators=(",", ":")) + "\n")
        answers.flush()


def answers_alone() -> TextIO:
    """Standard output, for the answers; what any library prints there goes to standard error instead."""
    own = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return own


if __name__ == "__main__":
    limit_this_process(cpu_seconds(len(sys.argv) - 1), address_space_bytes=ADDRESS_SPACE_BYTES)
    main([Path(name) for name in sys.argv[1:]], answers_alone())
