"""Spans of time in questions, and which short messages are questions of figures."""

from datetime import UTC, date, datetime

import pytest

from parsing.queries import plain
from parsing.spans import Span, span

HEARD = datetime(2026, 11, 18, 9, 41, tzinfo=UTC)
NAMED = {
    "上个月": ("10-01", "10-31"), "moves last month": ("10-01", "10-31"), "升降 10月": ("10-01", "10-31"),
    "moves in October": ("10-01", "10-31"), "10月1日到11月15日的升降": ("10-01", "11-15"),
    "moves from 1 Oct to 15 Nov": ("10-01", "11-15"), "moves since 1 Oct": ("10-01", "11-18"),
    "本周成交": ("11-16", "11-18"), "sales this month": ("11-01", "11-18"), "上個月成交": ("10-01", "10-31"),
    "moves 2026-10-01 2026-11-01": ("10-01", "11-01"), "上个季度": ("07-01", "09-30"), "9月以来": ("09-01", "11-18"),
    "sales last week": ("11-09", "11-15"), "今年": ("01-01", "11-18"), "今天": ("11-18", "11-18"),
}  # fmt: skip


@pytest.mark.parametrize("words", NAMED)
def test_a_span_is_what_was_said_up_to_today(words: str) -> None:
    first, last = (date.fromisoformat(f"2026-{day}") for day in NAMED[words])
    assert span(words, HEARD) == Span(first, last)


@pytest.mark.parametrize("words", ["升降", "top", "sales", "2027年3月", "next month"])
def test_what_names_no_time_that_was_has_no_span(words: str) -> None:
    assert span(words, HEARD) is None


QUESTIONS = {
    "top": (
        "top",
        "top 5 customers",
        "前十大客户",
        "谁贡献80%",
        "who brings 80%",
        "集中度",
        "top products",
        "sales by region",
    ),
    "coverage": ("coverage", "覆盖", "客户覆盖率"),
    "trend": ("trend", "趋势", "成交趋势"),
    "complaints": ("complaints", "投诉", "未结投诉", "open complaints", "谁在投诉"),
    "sales": ("sales this month", "这个月成交", "上个月成交多少", "业绩", "revenue last week", "今天成交多少"),
    "moves": ("moves last month", "10月的升降", "升降 10月1日到11月15日"),
    "overdue": ("who is overdue", "谁逾期了"),
    "export": ("导出", "导出 A 沉默", "export", "export silent"),
}


@pytest.mark.parametrize(("kind", "words"), [(kind, each) for kind, every in QUESTIONS.items() for each in every])
def test_a_question_of_figures(kind: str, words: str) -> None:
    asked = plain(words)
    assert asked is not None
    assert asked.kind == kind


@pytest.mark.parametrize(
    "words",
    ["成交 3月5日", "今天成交", "今天成交5万", "投诉质量", "Export order from Meadow 50k", "top quality filters",
     "成交了", "前天拜访了海岳", "趋势不错", "complaints about the pump"],
)  # fmt: skip
def test_what_may_be_a_record_is_no_question_of_figures(words: str) -> None:
    asked = plain(words)
    assert asked is None or asked.kind not in QUESTIONS
