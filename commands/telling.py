"""How commands answer: words for people, or one JSON document and nothing else on standard output."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Mapping
from typing import Any


def tell(asked: Namespace, document: Mapping[str, Any], lines: Iterable[str]) -> None:
    """Print the document where `--json` was asked for, else the lines."""
    if asked.json:
        print(json.dumps(document, ensure_ascii=False, default=str))
    else:
        print(*lines, sep="\n")


def complain(words: object) -> None:
    """Say on standard error what went wrong."""
    print(words, file=sys.stderr, flush=True)
