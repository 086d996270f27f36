"""What understanding costs: messages a second, the slow ones, the worst text, import and memory, beside two peers.

Times are CPU time of one thread, with 5,000 customers in the book. `HUIFANG_BENCH_PEERS` names a Python that has
recognizers-text-suite and jionlp; they are no part of the environment, and without it they are left out, which is said.
"""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from .figures import Figure
from .memory import peak
from .names import names
from .starting import ROOT

if TYPE_CHECKING:
    from lookup import Book

MESSAGES = ROOT / "tests" / "parsing" / "messages"
NOW = datetime(2026, 11, 18, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
CUSTOMERS = 5000
AIM = 10
"""How many times a peer's rate is aimed at, for what it reads too."""
PEERS = {
    "recognizers": "dates, sums and phones",
    "jionlp": "dates, sums and phones in Chinese",
    "jionlp_named": "the same with names and places",
}
"""What each is compared by; JioNLP reads Chinese only, so the messages with a Chinese letter are those for it."""
WORST = (
    "1", "一", "、", "（(", "e\u0301", "1,", "1.2", "call ", "万", "周", "下周3点a1,", "138 ", "王总", "one two ",
    "1-1-", "拜访", "$1 ", "#成交 ", "3月", "三点", "a\n", "'", "\x00", "新客户 ", "no, ", "方案", "Acme ", "上海",
    "海岳", "我们的", "Mr A", "'s ", "新", "new ", "打a", "the ", "投诉", "电话改成", "机",
)  # fmt: skip
"""Pieces of which the worst texts are made."""


def figures(rounds: int) -> Iterator[Figure]:
    """All figures, each process measuring itself once a round."""
    told = [_alone() for _ in range(rounds)]
    yield Figure("import of understanding", "s CPU", [one["import"] for one in told], most=0.5)
    yield Figure("a message, 95 of 100", "ms CPU", [one["p95"] for one in told], most=5)
    yield Figure("the worst 4,096 characters", "ms CPU", [one["worst"] for one in told], most=50)
    yield Figure("memory with 5,000 customers", "MB", [one["memory"] for one in told], most=100)
    yield Figure("messages understood", "/s", [one["rate"] for one in told])
    for peer, name in PEERS.items():
        if theirs := _theirs(peer, rounds):
            yield Figure(name, "/s", [one[peer] for one in told], peer, theirs, least=AIM)
        else:
            print(f"{peer}: left out, no Python that has it in HUIFANG_BENCH_PEERS", file=sys.stderr)


def texts() -> list[str]:
    """The messages that the grammar is measured with."""
    lines = [line for name in ("gold", "unseen", "unseen_two") for line in _lines(MESSAGES / f"{name}.jsonl")]
    return [json.loads(line)["text"] for line in lines]


def texts_for(peer: str) -> list[str]:
    """Those of them that a peer can read."""
    chinese = re.compile("[\u4e00-\u9fff]")
    return [text for text in texts() if peer == "recognizers" or chinese.search(text)]


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


def _alone() -> dict[str, float]:
    """A process of its own, so that import and memory are its own too."""
    done = subprocess.run((sys.executable, "-m", "bench.parsing"), cwd=ROOT, capture_output=True, text=True, check=True)
    told: dict[str, float] = json.loads(done.stdout)
    return told


def _theirs(peer: str, rounds: int) -> list[float]:
    """A peer's messages a second; none where it isn't installed."""
    python, every = os.environ.get("HUIFANG_BENCH_PEERS"), texts_for(peer)
    if not python:
        return []
    command = (python, str(ROOT / "bench" / "peers.py"), peer)
    runs = [
        subprocess.run(command, check=False, input=json.dumps(every), capture_output=True, text=True)
        for _ in range(rounds)
    ]
    return [len(every) / json.loads(one.stdout.splitlines()[-1])["seconds"] for one in runs if one.returncode == 0]


def _like(peer: str, text: str, book: "Book") -> float:
    """Seconds for what a peer reads too."""
    from parsing import cities, customers, dates, masks, money, people, phones, script

    begun = time.thread_time()
    plain = script.fold(text)
    if peer == "jionlp_named":
        plain = masks.mask(plain, customers.masking(customers.seen(text, plain, book)))
    plain = masks.mask(plain, phones.find(plain))
    plain = masks.mask(plain, money.find(plain))
    plain = masks.mask(plain, dates.find(plain, NOW))
    if peer == "jionlp_named":
        cities.find(plain), people.find(plain)
    return time.thread_time() - begun


def main() -> None:
    """Measure this process."""
    start = time.process_time()
    from lookup import Book, Entry
    from parsing import understand

    told = {"import": time.process_time() - start}
    book = Book(Entry(at, name) for at, name in enumerate(names(CUSTOMERS)))

    def cost(text: str) -> float:
        begun = time.thread_time()
        understand(text, heard=NOW, book=book)
        return time.thread_time() - begun

    for text in texts():
        cost(text)
    costs = sorted(cost(text) for text in texts())
    for peer in PEERS:
        told[peer] = 1 / mean(_like(peer, text, book) for text in texts_for(peer))
    told |= {"rate": len(costs) / sum(costs), "p95": 1000 * costs[int(0.95 * len(costs))]}
    told["worst"] = max(1000 * min(cost((piece * 4096)[:4096]) for _ in range(3)) for piece in WORST)
    told["memory"] = peak()
    print(json.dumps(told))


if __name__ == "__main__":
    main()
