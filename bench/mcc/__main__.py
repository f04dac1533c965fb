"""`python -m bench.mcc FILE.jsonl`: classifies each text and compares with the codes that somebody accepts for it.

A line for each text: `{"text", "lang", "mcc": [acceptable codes]}`, and `source` where results are wanted by that, too.
A code may be a number, and one may stand without brackets; without `lang` a text counts as `?`.
The text is given as the customer's answer about its business, and nothing else is known. The last line printed is one
of JSON: `{"n", "top1", "top5", "high_risk_recall", "high_risk_precision", "ece", "ms"}`, null where undefined.

Exit code 0 when the file was read, 2 when it cannot be or a line of it is none; then nothing is measured.
"""

import argparse
import sys
from pathlib import Path

from bench.mcc.items import ItemsError, read_items, unknown_codes
from bench.mcc.measuring import measured
from bench.mcc.printing import closing_line, tables


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m bench.mcc", description="Measures the merchant category classifier"
    )
    parser.add_argument("file", type=Path, help="lines of JSON: text, lang, mcc (the acceptable codes)")
    options = parser.parse_args()
    try:
        items = read_items(options.file)
    except ItemsError as error:
        print(error, file=sys.stderr)
        return 2
    for code in unknown_codes(items):
        print(f"{code} is no known merchant category code; it is counted as it is", file=sys.stderr)
    result = measured(items)
    print(tables(result))
    print(closing_line(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
