"""`python -m tests.documents DIR`: writes invented documents and `truth.jsonl`, which says what they say."""

import argparse
from pathlib import Path

from tests.documents.folder import STYLES, write_documents

parser = argparse.ArgumentParser(prog="python -m tests.documents", description="Writes documents with known truth")
parser.add_argument("folder", type=Path)
parser.add_argument("--documents", type=int, default=64, help="how many (64)")
parser.add_argument("--seed", type=int, default=7, help="the same seed writes the same documents (7)")
parser.add_argument("--style", choices=STYLES, default="usual", help="the other one is for judging only")
parser.add_argument("--digital", action="store_true", help="no scans and no photographs")
options = parser.parse_args()
write_documents(options.folder, options.documents, options.seed, options.style, scans=not options.digital)
