"""Verbs of selling, each with what it did: happened, planned, failed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parsing import calls, clauses, purchases, tense, visits
from parsing.clauses import Clause
from parsing.days import Day
from parsing.patterns import each, pattern

KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("call", calls.WORDS),
    ("visit", visits.WORDS),
    ("purchase", purchases.WORDS),
    ("refund", purchases.BACK),
)
"""What each kind of record is told by."""

CANCELLED = pattern(r"""
    (?:没有?|未|不|别|取消|还没|尚未|拒绝|暂缓|推迟|黄了|无法|不能|不会|不想|别家|别人家?|别处|同行|对手|竞品)(?:那边
    |那里|那|家)?(?:再|给|人)?\s?$|\b(?:not|n't|dont|dun|didnt|cant|wont|never|no|cancel(?:led|s|ling)?|without|lost|didn't|hasn't|haven't
    |won't|refus\w{2,4} to|nothing|none|yet to|neither|before)\s(?:bother |yet |the
    |their |our |this |an? |all |\x00 )?$
""")
VOIDED = pattern(r"""
    (?:\x00|订单|单子|合同)?(?:取消|黄了|丢了|没了|作废|推迟|延期|要改|没过|没批|没付|不签|没成|没谈成|催|问题)
    |\s?(?:cancel|lost|void|on hold|delayed|rejected|fell through|not yet|elsewhere|from (?:a|an|our|the) (?:compet
    |other|rival)|overdue|\bdue\b|pending|expir)
""")
MAYBE = pattern(r"""
    (?:准备|预计|打算|计划|想要?|要求|可能|也许|或许|考虑|可以|就|才|如果|若|要是|等|再|将|会|快要?|马上|争取|希望
    |需要|答应|同意|说|等着|催|请|让|叫|麻烦|通知|确认|马上要|估计|八成|大概率|有望|能|得|必须|应该|建议|劝|求)\S{0,6}$|\b(?:will|would
    |may|might|could|can|should|if|to|plans? to|wants? to|needs? to|expect(?:s|ed)?(?: to)?|ready to|about to
    |considering|hoping to|likely to|going to|gonna|'ll|['’]d|before|after|hint(?:s|ed)|promis(?:es|ed)|agree[ds]? to
    |keen to|happy to|looking to|unless|until|once|when|as soon as|let'?s|hope(?:s|d)? to|ask(?:s
    |ed)? to)\b(?: \w{1,12}){0,2} ?$
""")
FORM = pattern(r"""
    (?i:[a-z]+ed|met|rang|spoke|spoken|saw|sat|caught|swung|ran|drove|flew|went|came|bought|paid|gave|won|sold|took
    |got|had|viewing|spent|bumped|walked)\b
""")
"""An English past: it happened, whatever day is named beside it."""

FOLLOW_UP = pattern(r"\bfollow[- ]?up\s$")
"""A follow-up call is a call like another."""

HAD = pattern(r"\b(?:had|just|finished|did|done|was|were|after|another)\b(?: \w{1,12}){0,2} ?$")
"""Words before an English verb or noun that tell that it happened: had a good meeting, just finished a call."""

WANTED = pattern(r"""
    \b(?:wants?|wanted|asks? for|asked for|needs?|requests?|requested|would like|prefers?)(?: (?:an?|another|some|our
    |the|more))? ?$
""")
"""Words that make the meeting or call after them one that is only wanted."""

PAID_APART = pattern(r"\x00\s$")
"""Between an order told with its sum and a day of its own: 追加200盒 9千6 周五发车."""

NEXT = 24
"""Letters of the next clause that tell whether somebody speaks in it."""


@dataclass(frozen=True)
class Verb:
    """A verb and its place: visit, call, purchase or refund; `happened` unless it is planned, wished or cancelled."""

    start: int
    end: int
    kind: str
    words: str
    happened: bool
    planned: bool


def find(masked: str, days: Sequence[Day]) -> tuple[Verb, ...]:
    """The verbs of a folded text whose names, phones, sums and dates are masked, in order."""
    parts = clauses.split(masked)
    hits = [(match.start(), match.end(), kind) for kind, words in KINDS for match in each(words, masked)]
    hits = [hit for hit in hits if not any(_swallows(other, hit) for other in hits)]
    return tuple(_verb(masked, parts, hit, hits, days) for hit in sorted(hits))


def _swallows(big: tuple[int, int, str], small: tuple[int, int, str]) -> bool:
    return big != small and big[0] <= small[0] and small[1] <= big[1] and big[1] - big[0] > small[1] - small[0]


def _verb(
    masked: str,
    parts: Sequence[Clause],
    hit: tuple[int, int, str],
    hits: Sequence[tuple[int, int, str]],
    days: Sequence[Day],
) -> Verb:
    start, end, kind = hit
    clause = clauses.at(parts, start)
    before, after = masked[clause.start : start], masked[end : clause.end]
    planned = _planned(masked, clause, hit, hits, days)
    undone = bool(CANCELLED.search(before)) or (kind == "purchase" and bool(VOIDED.match(after.lstrip("\x00 的")[:12])))
    wished = (
        kind in ("purchase", "refund")
        and not _done(masked, start, end)
        and bool(MAYBE.search(before))
        and not FORM.match(masked[start:end])
    )
    return Verb(start, end, kind, masked[start:end], not (planned or undone or wished), planned or wished)


def _planned(
    masked: str, clause: Clause, hit: tuple[int, int, str], hits: Sequence[tuple[int, int, str]], days: Sequence[Day]
) -> bool:
    """A verb is planned when its clause says so, or when a coming day governs it; what is completed is not."""
    start, end, _ = hit
    if _done(masked, start, end) or FORM.match(masked, start):
        return False
    before = FOLLOW_UP.sub("", masked[clause.start : start])
    if HAD.search(before):
        return False
    if WANTED.search(before):
        return True
    if tense.reported(masked[clause.end : clause.end + NEXT]):
        return tense.intends(before)
    if (
        tense.moves(masked[end : clause.end])
        or tense.intends(before)
        or tense.asks(masked[start:end], masked[clause.start : start])
    ):
        return True
    return any(_governs(day, clause, hit, hits, masked) for day in days)


def _done(masked: str, start: int, end: int) -> bool:
    """Whether a verb carries 了 or is followed by it."""
    return "了" in masked[start:end] or tense.completed(masked, end)


def _governs(
    day: Day, clause: Clause, hit: tuple[int, int, str], hits: Sequence[tuple[int, int, str]], masked: str
) -> bool:
    """A coming day governs the verbs after it in its clause, and the one before it if none follows."""
    if not clause.holds(day.start) or day.ahead is None or (day.behind and not _open(day, clause, masked)):
        return False
    if day.start < hit[0]:
        return not tense.past(masked[day.end : hit[0]])
    if hit[2] == "purchase" and PAID_APART.search(masked, hit[1], day.start):
        return False
    later = [other for other in hits if day.start < other[0] < clause.end]
    return (
        not later and not tense.past(masked[hit[1] : day.start]) and not tense.follows_up(masked[day.end : clause.end])
    )


def _open(day: Day, clause: Clause, masked: str) -> bool:
    """An undecided date is ahead unless its clause tells of the past; today is ahead with a coming hour only."""
    if day.ahead == day.behind:
        return day.at is not None and not tense.past(clause.words) and tense.later_today(day)
    return not (tense.past(clause.words) or day.stale)
