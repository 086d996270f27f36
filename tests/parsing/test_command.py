"""`parse`: one message or a stream of them as JSON."""

import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lookup import Book, Entry
from parsing.command import parse_command

CUSTOMERS = Path(__file__).with_name("messages") / "customers.json"
NOW = "2026-11-18T10:00:00+08:00"


def books(rows: Iterable[dict[str, Any]]) -> Book:
    """A book of a customers file."""
    return Book(
        Entry(row["id"], row["name"], tuple(row.get("aliases", ())), tuple(row.get("contacts", ())), row.get("city"))
        for row in rows
    )


def run(text: str | None, stdin: str = "", **options: Any) -> tuple[int, str, str]:
    """The code, the output and the errors of one run."""
    out, err = io.StringIO(), io.StringIO()
    code = parse_command(text, books=books, stdin=io.StringIO(stdin), stdout=out, stderr=err, **options)
    return code, out.getvalue(), err.getvalue()


def test_one_message_becomes_one_document() -> None:
    code, out, err = run(
        "拜访了华星科技的王总，聊了报价，预算5万，下周三再跟进", customers=CUSTOMERS, now=NOW, as_json=True
    )
    said = json.loads(out)
    assert (code, err) == (0, "")
    want = {"intent": "visit", "customer": "华星科技", "customer_id": "C001", "contact": "王总", "amount": 50000}
    assert want.items() <= said.items()
    assert (said["followup"], said["channel"], said["event_date"]) == ("2026-11-25", "visit", None)


def test_a_stream_keeps_its_ids_and_its_order() -> None:
    lines = [
        {"id": "b", "text": "明天拜访王总"},
        {"id": 7, "text": "Call Jim Halpert on Monday"},
        {"id": None, "text": ""},
    ]
    code, out, _ = run(None, "\n".join(map(json.dumps, lines)), batch=True, customers=CUSTOMERS, now=NOW, as_json=True)
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [answer["id"] for answer in answers] == ["b", 7, None]
    assert answers[0]["customer_id"] == ["C001", "C002"]
    assert answers[1]["followup"] == "2026-11-23"


def test_a_broken_line_is_answered_in_its_place() -> None:
    code, out, _ = run(None, '{"id": 1, "text": "今天"}\nnonsense\n{"id": 3}\n', batch=True, now=NOW, as_json=True)
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert [answer.get("error") for answer in answers] == [None, "not JSON", "no text"]


def test_several_facts_are_all_given() -> None:
    _, out, _ = run("上午拜访了华星科技。下午致电蓝天环保没人接", customers=CUSTOMERS, now=NOW, as_json=True)
    said = json.loads(out)
    assert said["intent"] == "visit"
    assert [fact["intent"] for fact in said["facts"]] == ["visit", "call"]


def test_for_people_only_what_was_understood_is_shown() -> None:
    _, out, _ = run("海岳食品下单3万", now=NOW)
    assert "purchase" in out
    assert "30000" in out
    assert "followup" not in out


def test_wrong_usage_says_what_is_wrong() -> None:
    assert run(None)[0] == 2
    assert run("x", batch=True)[0] == 2
    code, out, err = run("x", timezone="Mars/Olympus")
    assert (code, out) == (2, "")
    assert "Mars/Olympus" in err
    assert run("x", now="yesterday")[0] == 2
    assert run("x", customers=Path("nowhere.json"))[0] == 2
