"""Roles of dates: what happened, what is to follow, what was promised by when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parsing import clauses, complaints, tense
from parsing.clauses import Clause
from parsing.days import Day, Setting
from parsing.patterns import pattern
from parsing.said import Moment

NEXT = 24
"""Letters of the next clause that tell whether somebody speaks in it."""

LONG_AGO, SOON = 240, 100
"""Days: of two readings of a date so far off and so near the near one is meant."""

FAR = 20
"""Days: what a complaint names so far off is how long something lasted."""

RECORDS = frozenset(("visit", "call", "purchase", "complaint", "new_customer"))
SAYS = pattern(r"(?:说|讲|告诉|回复|答应|通知)[^，,。]{0,12}$")
DOES = pattern(r"""
    \s?(?:再|就|才|能|会|可以)?(?:寄|发|送|交|付|签|汇|转|结|还|到(?!了)|给|来|去|开|验收|出|定
    |回)(?![^，,。]{0,4}[了过])
""")
"""Somebody said what is to be done on a day: 刘姐说样品周五寄."""
MOVED_TO = pattern(r"(?:[改推延挪移换提]\S{0,2}[到至]|\bmoved? (?:\S+ ){0,3}to)\s?$")
TO = pattern(r"(?:到|至|\b(?:to|until|till))\s?$")
FROM = pattern(r"(?:从|由|原定|\bfrom)\s?$")
MOVED_AWAY = pattern(r"\s?的?\S{0,6}?(?:改|推|延|挪|移|换|提前)\S{0,2}[到至成]")
"""After the day from which something was moved."""
DEED = pattern(r"""
    \s?(?:正式|顺利|全部|已经?)?(?:签署|签订|签下|[付结还交签打转汇][清完好妥讫]|on ?site
    |conf(?:erence)? call|sync)
    |(?:才|就)?(?:到|走|见|谈|聊|散|打|签|碰|结束)[面上完]?的(?!\S{0,4}(?:会|时候))
""")
"""Right after today or a time: it has been done."""
ORDER = pattern(r"""
    (?:pls |please |must |and )?(?:(?:send|call|ring|email|text|ping|chase|quote|book|bring|prepare|draft|invoice)
    |(?:i'?m |will be )?(?:sending|ringing|emailing|texting|pinging|chasing|quoting|bringing
    |preparing|drafting|invoicing))\x20
""")
"""Before a day: what one tells oneself to do, or is about to."""
EARLIER = pattern(r"\bearlier\s?$")
THERE = pattern(r"\s?(?:i )?(?:was )?(?:on[- ]?site|over at|round at|at)\b")
"""Before a day at which somebody was somewhere, as the next words tell: on site with Globex Tues, swapped the gauge."""
PURPOSE = pattern(r"\s?(?:just |only |briefly )?to [a-z]{3,}")
"""Right after a day on which something was done: what for. Popped in on the 12th to drop off the toner."""
NO_EVENT = pattern(r"没空|不在|出差|休息|请假|忙|busy|off today|on leave")


@dataclass(frozen=True)
class Role:
    """One date with the part it plays: event or followup, and how well it fits."""

    day: Day
    clause: Clause
    event: Moment | None
    followup: Moment | None
    weight: int


@dataclass(frozen=True)
class Roles:
    """The event, the follow-up with its clause, the other coming dates, and the doubts."""

    event: Moment | None = None
    followup: Moment | None = None
    coming: tuple[Role, ...] = ()
    doubts: tuple[str, ...] = ()


def assign(days: Sequence[Day], masked: str, intent: str, setting: Setting) -> Roles:
    """Each date read as past or coming by the tense of its clause, then the best of each kind."""
    if intent == "query":
        return Roles()
    parts = clauses.split(masked)
    roles = [role for day in days if (role := _role(day, parts, masked, setting, intent)) is not None]
    events = [role for role in roles if role.event and _dates_event(role, intent)]
    coming = tuple(role for role in roles if role.followup)
    event = max(events, key=lambda role: role.weight, default=None)
    follow = max(coming, key=lambda role: role.weight, default=None)
    return Roles(_timed(event, events), follow.followup if follow else None, coming, _doubts(days, roles))


def _timed(event: Role | None, events: Sequence[Role]) -> Moment | None:
    """The event, with the time that was told of the same day: 昨天拜访了海岳，下午3点到的."""
    if event is None or event.event is None:
        return None
    same = (role.event for role in events if role.event and role.event.on == event.event.on and role.event.at)
    return event.event if event.event.at else next(same, event.event)


def _role(day: Day, parts: Sequence[Clause], masked: str, setting: Setting, intent: str) -> Role | None:
    clause = clauses.at(parts, day.start)
    if day.fault or tense.fact(clause.words):
        return None
    around = _phrase(day, masked) if day.ahead == day.behind else clause
    after, before = masked[day.end : around.end], masked[around.start : day.start]
    following = masked[clause.end : clause.end + NEXT]
    told_on = tense.reported(following) or (tense.goes_on(following) and THERE.match(before))
    spoken = told_on and day.behind and not tense.intends(before + after)
    if not spoken and _ahead(day, before, after, setting):
        return None if _no_plan(day, clause, before, after, setting) else _coming(day, clause, before, after)
    if day.behind is None or MOVED_AWAY.match(after):
        return None
    told = tense.past(clause.words) or intent in RECORDS
    weight = 4 - 3 * tense.history(after, clause.words) + tense.past(after) + (0 if told else -2)
    return Role(day, clause, Moment(day.behind, day.at), None, weight)


def _no_plan(day: Day, clause: Clause, before: str, after: str, setting: Setting) -> bool:
    """A day on which something was called off, and a time at, since or from which something only is so."""
    if (tense.called_off(before) and not MOVED_TO.search(before)) or (day.at and tense.usual(before)):
        return True
    words = before + " " + after
    far = day.ahead is not None and (day.ahead - setting.today).days > FAR
    since = tense.lasts(before) or (not day.by and far and complaints.complains(clause.words))
    return since and not (tense.follows_up(words) or tense.intends(words) or tense.plans(words))


def _phrase(day: Day, masked: str) -> Clause:
    """Of today only the words set with it tell whether it is ahead: 上午去海岳看场地 他要装两台."""
    return clauses.at(clauses.phrases(masked), day.start)


def _ahead(day: Day, before: str, after: str, setting: Setting) -> bool:
    """Whether an undecided date is meant as coming: by the words after it, then before it, then by what it is."""
    if day.ahead is None or day.behind is None:
        return day.ahead is not None
    if (SAYS.search(before) and DOES.match(after)) or (day.ahead != day.behind and ORDER.match(before.lstrip(" \x00"))):
        return True
    if tense.past(before) and PURPOSE.match(after):
        return False
    if day.by or MOVED_TO.search(before) or (day.ahead != day.behind and tense.bids(before, after)):
        return True
    if day.ahead == day.behind or (day.at and day.ahead == setting.today):
        return _later_today(day, before, after, setting)
    if tense.past(after):
        return False
    soon = after.strip(" \x00") and _soon(day, setting)
    if tense.past(before) and not (tense.intends(before + after) or soon):
        return False
    return not day.stale or tense.intends(before + " " + after)


def _soon(day: Day, setting: Setting) -> bool:
    """12月5号 said in November is the coming one, unless its own words tell of the past: the other is long ago."""
    assert day.ahead is not None
    assert day.behind is not None
    return (setting.today - day.behind).days > LONG_AGO and (day.ahead - setting.today).days < SOON


def _later_today(day: Day, before: str, after: str, setting: Setting) -> bool:
    """Today is ahead with a plan in its words; an hour still to come is, unless it is told as past."""
    if (
        tense.past(after)
        or DEED.match(after)
        or EARLIER.search(before)
        or (tense.past(before) and not tense.intends(before + after))
    ):
        return False
    if day.at is not None:
        return day.at > setting.heard.time()
    if ORDER.match(before.strip(" \x00")):
        return True
    return tense.intends(before + after) or (tense.plans(after) and not tense.past(before))


def _coming(day: Day, clause: Clause, before: str, after: str) -> Role | None:
    """A coming date weighs more beside words of being in touch; a whole month or quarter counts only there."""
    follow, plan = tense.follows_up(before + " " + after), tense.plans(before + " " + after)
    to, since = TO.search(before) is not None, FROM.search(before) is not None
    if day.weak and not (follow or day.by or to):
        return None
    weight = (
        2 * to
        - 6 * since
        + 4 * follow
        + plan
        + 2 * (not day.weak)
        - 2 * bool(re.search(r"\bmay\b|\bmight\b|可能|也许", before, re.IGNORECASE | re.ASCII))
    )
    return Role(day, clause, None, Moment(day.ahead, day.at), weight) if day.ahead else None


def _dates_event(role: Role, intent: str) -> bool:
    """Today in a mere note dates it only when something was done; a month or quarter dates nothing (Q4 budget)."""
    if role.day.weak:
        return False
    if intent in RECORDS:
        return True
    return tense.past(role.clause.words) and not NO_EVENT.search(role.clause.words)


def _doubts(days: Sequence[Day], roles: Sequence[Role]) -> tuple[str, ...]:
    return ("impossible_date",) if any(day.fault for day in days) else ()
