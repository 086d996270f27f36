"""What others take for the same messages: run by a Python of its own, where they are installed, with texts on stdin.

`python bench/peers.py recognizers|jionlp|jionlp_named < texts.json` prints the seconds for all texts, once warmed up.
"""

import json
import sys
import time
from collections.abc import Callable
from importlib import import_module
from typing import Any


def recognizers() -> Callable[[str], object]:
    """Dates, sums and phone numbers by Microsoft's recognizers-text, in the text's language."""
    dates = import_module("recognizers_date_time")
    units = import_module("recognizers_number_with_unit")
    sequences = import_module("recognizers_sequence")
    cultures = {True: "zh-cn", False: "en-us"}
    models: dict[bool, list[Any]] = {
        chinese: [
            dates.DateTimeRecognizer(culture).get_datetime_model(culture),
            units.NumberWithUnitRecognizer(culture).get_currency_model(culture),
            sequences.SequenceRecognizer("en-us").get_phone_number_model("en-us"),
        ]
        for chinese, culture in cultures.items()
    }
    return lambda text: [model.parse(text) for model in models[any("\u4e00" <= sign <= "\u9fff" for sign in text)]]


def jionlp() -> Callable[[str], object]:
    """Dates, sums and phone numbers by JioNLP; it reads Chinese only."""
    jio = import_module("jionlp")
    return lambda text: (jio.ner.extract_time(text), jio.ner.extract_money(text), jio.extract_phone_number(text))


def jionlp_named() -> Callable[[str], object]:
    """The same, and names of people, firms and places: by the tags of jiojio, JioNLP's own cutter, in one pass.

    JioNLP's `recognize_location` finds places by the same tags, but would cut the text a second time.
    """
    cutter, read = import_module("jiojio"), jionlp()
    cutter.init(pos_rule=True, pos=True)
    return lambda text: (read(text), [cut for cut in cutter.cut(text) if cut[1] in ("nr", "nt", "nz", "ns")])


def main() -> None:
    """Warm up, then time."""
    peers = {"recognizers": recognizers, "jionlp": jionlp, "jionlp_named": jionlp_named}
    read = peers[sys.argv[1]]()
    texts = json.load(sys.stdin)
    for text in texts[:20]:
        _tried(read, text)
    start = time.process_time()
    failed = sum(not _tried(read, text) for text in texts)
    print(json.dumps({"seconds": time.process_time() - start, "failed": failed}))


def _tried(read: Callable[[str], object], text: str) -> bool:
    """Whether a text was read; whatever a peer raises counts as a failure and doesn't end the comparison."""
    try:
        read(text)
    except Exception:
        return False
    return True


if __name__ == "__main__":
    main()
