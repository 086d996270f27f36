"""Facts for every result and refusal, generated from their types: what tests of the texts speak about."""

import inspect
import sys
import types
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time
from random import Random
from typing import Any, Union, get_args, get_origin, get_type_hints

import commands.wiring  # noqa: F401 - with it, everything that the bot says is loaded
import scoring
from actions import orders, owners, top, trend
from actions.cards import Sum
from actions.drafts import TierChange
from actions.moves import Step
from actions.refusals import Refusal
from actions.report import ReportLine
from actions.shifts import Shift
from actions.sums import Sum as Formula
from actions.sums import sums as formulas
from actions.weighing import TRADES
from actions.why import Part
from handlers.doubts import WhichDay
from storage.states import STATES

WHOLE: dict[type, list[Any]] = {
    WhichDay: [WhichDay(1, 2027, 2, 29, (date(2027, 2, 28), date(2027, 3, 1))), WhichDay(1, None, None, None, ())],
}
"""Results whose fields only make sense together."""


def sums() -> tuple[Formula, ...]:
    """The formulas of one customer."""
    known = scoring.aggregate(
        [scoring.Touch(date(2026, 11, day), "visit", True, True) for day in (2, 9, 16)],
        [scoring.Purchase(date(2026, 11, 9), 60_000.0)],
        scoring.Facts(created_on=date(2026, 10, 1)),
        date(2026, 11, 18),
        scoring.Rules(),
    )
    told = scoring.explain(known, scoring.Standing("B", date(2026, 10, 1)), scoring.Rules(), date(2026, 11, 18))
    return formulas(scoring.figures(known, scoring.Rules(), date(2026, 11, 18)), told.components, scoring.Rules())


UNSAID = {
    "DateToKeep", "ToRemind", "Account", "Ahead", "Between", "Came", "Company", "Compared", "Effects", "Errand",
    "Chosen", "Everybody", "Owning", "Step", "Count", "Exported", "Period", "File", "Important", "Keeping",
    "Mover", "Wish", "AuditFilter", "Claim", "Kind", "NetMove", "NewCustomer", "Newcomer", "NightDone",
    "Planned", "Record", "Ringing", "Scored", "Shelf", "Source", "Spoken", "Told", "Turn", "Verdict", "Verified",
    "Wanted", "Wishes",
}  # fmt: skip
"""Dataclasses of these rooms that nobody is told: what a handler is given, and what an alarm or command gets back."""

ALL, MOST = "-", "A:s:99999999:365:上海:99999:9999:9999"
NAMES = ("海岳食品", "Seacrest Foods", "Мир", "a", "O'Neill & Söhne <b>", "أحمد", "é" * 30)
WORDS = {
    "tier": "ABC", "by_points": "ABC", "kept_tier": "ABC", "old": "ABC", "new": "ABC", "to": "ABC",
    "status": ("new", "active", "silent", "at_risk", "lost"),
    "currency": ("CNY", "SGD", "EUR", "JPY"),
    "language": ("zh", "zh_tw", "zh_hk", "en"),
    "languages": ("zh", "zh_tw", "zh_hk", "en"),
    "zone": ("Asia/Shanghai", "Europe/Berlin"),
    "country": ("CN", "SG", "DE-BY"),
    "role": ("salesperson", "manager", "admin"), "roles": ("salesperson", "manager", "admin"),
    "phone": ("+8613800138000", "+6581234567"),
    "city": ("宁波", "Jurong"),
    "command": ("why", "due"),
    "because": ("plan", "plan_far", "complaint", "purchase", "later", "cadence", "named", "new", "new_again",
                "untouched"),
    "how": ("visit", "call", "meeting", "message", "purchase", "missed", "later"),
    "channel": ("visit", "call", "meeting", "message"),
    "potential": ("high", "medium", "low"),
    "satisfaction": "12345",
    "then": ("customer", "why", "due"),
    "where": (ALL, MOST),
    "silent_where": ("-:s",),
    "other_where": ("-:r",),
    "risky_where": ("A:r",),
    "first_where": ("A:s", ""),
    "late_where": ("-:o",),
    "due_where": ("-:d",),
    "span": ("261001261115",),
}  # fmt: skip
"""Fields that hold one of a few words, under whatever name a class has them."""


HAPPENED = ("visit", "call", "meeting", "message", "note", "purchase", "complaint")
PARTS = tuple(
    zip(("value", "activity", "rhythm", "loyalty", "engagement", "potential"), (30, 20, 20, 10, 10, 10), strict=True)
)
REASONS: list[dict[str, Any]] = [
    {"promise": None, "plan_on": None, "at": None, "days": 14},
    {"promise": "寄样品", "plan_on": "2026-11-20", "at": "15:00:00", "days": 14},
    {"promise": None, "plan_on": "2026-11-18", "at": "15:00:00", "days": 14},
]
DUE = {"days": 14, "counts_from": "2026-11-04", "moved_from": "2026-11-15", "halved": "True"}
SHIFTS = (
    Shift("value", 5.1, "sale", {"on": date(2026, 11, 1), "minor": 600_000_00}),
    Shift("value", -5.1, "old_sale", {"on": date(2025, 6, 1), "minor": 600_000_00}),
    Shift("value", -5.1, "old_sales"),
    Shift("activity", 1.0, "contacts", {"n": 3, "before": 1}),
    Shift("rhythm", 2.0, "contact", {"on": date(2026, 11, 1)}),
    Shift("rhythm", -2.7, "silence", {"rhythm": 21.0, "silence": 40}),
    Shift("engagement", 1.7, "outcomes", {"n": 3, "before": 2}),
    Shift("potential", 6.0, "potential", {"potential": "high", "need": True}),
)
TIERED = (TierChange("A", 24, 17), TierChange("B", 36, 41), TierChange("C", 60, 62))
STEPPED = tuple(Step(old, new, 7) for old in "ABC" for new in "ABC" if old != new)
SPECIAL: dict[str, dict[str, list[Any]]] = {
    "AgendaLine": {"facts": REASONS},
    "LineCard": {"facts": REASONS, "strategy": [{}, {"zh": "先电话，再约上门", "en": "call first, then visit"}]},
    "DueExplained": {"facts": [reason | DUE for reason in REASONS]},
    "Answered": {"answer": ["did", "today", "reason", "help"]},
    "RequestMade": {"kind": ["share", "take", "objection"], "until_at": [time(18)]},
    "RequestHeard": {"kind": ["share", "take"], "until_on": [date(2026, 11, 23)], "until_at": [time(18)]},
    "RequestAnswered": {"state": ["shared", "handed", "declined", "open"]},
    "RequestSettled": {"state": ["shared", "handed", "declined"]},
    "HeirsOffered": {"part": ["all", "A", "宁波"]},
    "DuplicateLine": {"because": ["phone", "name", "city", "contact"]},
    "TwinsShown": {"because": ["", "phone", "name", "city", "contact"]},
    "OwnershipFile": {"kind": ["share", "take", "objection", "appeal"], "first": [None, "asker", "owner"]},
    "ObjectionHeard": {"kind": ["share", "objection", "appeal"]},
    "Evidence": {"kind": ["added", "visit", "call", "note", "purchase", "photo", "place", "said"]},
    "VerdictAsked": {"to": ["asker", "owner", "both"]},
    "VerdictGiven": {"reason": ["first", "more", "wish", "O'Neill <b>"]},
    "VerdictTold": {"mine": ["yes", "shared", "no"], "reason": ["first", "more", "wish", "O'Neill <b>"]},
    "ReasonKept": {"reason": ["customer", "paused", "other"]},
    "ReminderKept": {"every": [None, "day", "workday", "week", "month"]},
    "ReminderLine": {"every": [None, "day", "workday", "week", "month"]},
    "Happened": {
        "kind": ["agenda", "ahead", "escalation", "occasion"],
        "how": [None, "visit", "call"],
        "state": ["sent", "planned", "superseded"],
        "settled_at": [time(9, 12)],
    },
    "StillLate": {"manager_on": [date(2026, 11, 19), date(2026, 11, 23)]},
    "CompanyFieldAsked": {"field": ["name", "currency", "zone", "country", "working_days", "agenda_at", "languages"]},
    "SettingAsked": {"field": ["language", "zone", "agenda", "report", "quiet", "away", "deputy"]},
    "SettingsProposed": {"changed": [None, "name", "currency", "languages"],
                         "working_days": [(1, 2, 3, 4, 5), (1, 3, 6), (7,)]},
    "FieldAsked": {"field": ["amount", "date", "on", "customer", "note"]},
    "DontUnderstandField": {"field": ["amount", "date", "phone", "zone"]},
    "TradeAsked": {"trades": [TRADES], "chosen": [None, *TRADES]},
    "LettersAsked": {"chosen": [None, "value", "likelihood", "none"]},
    "CustomerCard": {"days": [0, 20]},
    "LastTime": {"kind": list(HAPPENED[:6])},
    "ComplaintHeard": {"state": ["open", "closed", "withdrawn"]},
    "PhoneChanged": {"old": [None, "+8613800138000"], "new": ["+6581234567"]},
    "RecordMeant": {"kind": list(HAPPENED)},
    "Smalltalk": {"kind": ["greeting", "thanks"]},
    "Due": {"channel": [None, "visit", "meeting", "call", "message"]},
    "Entry": {"kind": list(HAPPENED)},
    "Item": {"kind": list(HAPPENED)},
    "Settled": {"how": ["visit", "call", "meeting", "message", "purchase", "missed"], "at": [time(9, 12)]},
    "Sum": {"role": [None, "budget", "quote", "deal", "paid", "deposit", "owed", "refund", "price"]},
    "Changed": {"field": ["note"], "old": [None, "华星"], "new": ["海岳食品"]},
    "Choice": {"code": ["tomorrow", "monday", "two_weeks", "stop"]},
    "Invite": {"state": ["waiting", "joined", "cancelled", "over"],
               "joined_at": [datetime(2026, 11, 18, 2, 5, tzinfo=UTC)]},
    "DayReport": {"lines": [{}, {"visit": (ReportLine("海岳食品", "滤芯", Sum(60_000_00, "CNY", "quote")),)}]},
    "WhyShown": {"parts": [tuple(Part(name, most / 2, float(most)) for name, most in PARTS)]},
    "AuditLine": {"what": ["phone shown", "role given"], "which": [None, "admin"], "at": [time(9, 12)]},
    "FieldLine": {"kind": ["text", "number", "date"]},
    "CatalogueShown": {"kind": ["product", "region", "industry"]},
    "TermShown": {"kind": ["product", "region", "industry"]},
    "TermAsked": {"kind": ["product", "region", "industry"]},
    "StrategiesShown": {"changed": [None, "A"]},
    "Advice": {"tier": list("ABC")},
    "ColleaguesShown": {"shown": ["here", "invited", "left"]},
    "ColleagueLine": {"state": ["here", "paused", "unreachable"], "on": [date(2026, 11, 18)]},
    "ColleagueShown": {"state": ["here", "paused", "unreachable", "left"], "until": [date(2026, 11, 18)],
                       "undo": [None, "role:7:manager:off"],
                       "changed": [None, "paused", "resumed", "named", "moved", "leads", "manager on", "admin off"]},
    "InvitationShown": {"state": ["waiting", "over", "cancelled"], "roles": [("manager",), ("salesperson", "admin")]},
    "TeamCard": {"changed": [None, "made", "named", "led", "nested"], "undo": [None, "nest:7:0"]},
    "TeamRow": {"depth": [0, 1, 2]},
    "WhyPicture": {"cuts": [{"A": 70.0, "B": 40.0}]},
    "ByHand": {"reason": [None, "named", "deal", "strategic", "other"]},
    "MoveExplained": {"shifts": [SHIFTS[:3], SHIFTS[3:6], SHIFTS[6:], ()],
                      "reason": ["automatic", "rules", "manual", "corrected"]},
    "SumsShown": {"sums": [sums()]},
    "DraftShown": {"origin": ["words", "file", "preset", "cuts", "scale", "version", "prediction"],
                   "of": [None, "retail", "3"], "tiers": [TIERED], "steps": [(), STEPPED]},
    "NumberChanged": {"number": ["cut_a", "value_points", "strategy.A", "company.rates", "reminders.nags_at"]},
    "Weight": {"part": ["value", "prospect"]},
    "PartAsked": {"part": ["cuts", "cadences", "weights"]},
    "TradesShown": {"trades": [TRADES], "chosen": [None, *TRADES]},
    "Counting": {"what": ["backtest", "proposal", "prediction"]},
    "BacktestShown": {"verdict": ["ordered", "unclear"]},
    "RuleImpossible": {"part": ["cuts", "cadences", "weights", "other"]},
    "ExportMade": {"at": [datetime(2026, 11, 18, 9, 41, tzinfo=UTC)], "what": list(orders.KINDS)},
    "ExportBegun": {"what": list(orders.KINDS)},
    "ExportAsked": {"what": list(orders.KINDS)},
    "FilterOffered": {"tiers": [dict.fromkeys("ABC", MOST)],
                      "statuses": [dict.fromkeys(("new", "active", "silent", "at_risk"), MOST)]},
    "MovesShown": {"page": [0, 1, 14]},
    "MovesPicture": {"page": [0, 1, 14], "stayed": [{}, {"A": 24, "B": 36, "C": 60}]},
    "SalesShown": {"page": [0, 1, 14]},
    "TiersPicture": {"statuses": [{}, {"new": 2, "active": 35, "silent": 6, "at_risk": 1, "lost": 2}]},
    "PersonShown": {"tiers": [{}, {"A": 24, "B": 36, "C": 60}]},
    "TopShown": {"part": list(top.BY), "page": [0, 1, 14]},
    "TopPicture": {"part": ["customer"]},
    "OwnersAsked": {"listed": list(owners.LISTED)},
    "TrendShown": {"unit": list(trend.UNITS)},
    "TrendPicture": {"unit": list(trend.UNITS)},
    "CoverageShown": {"page": [0, 1, 14]},
    "CoverageLine": {"state": [None, *STATES]},
    "Period": {"kind": ["day", "week", "month", "year", "span"]},
    "RateAsked": {"of": [None, "USD"]},
    "TierByHand": {
        "now": ["A"], "tier": [None, "A", "B", "C"], "reason": [None, "deal", "strategic", "other"],
        "span": [None, "month", "quarter"],
    },
    "HoldAsked": {"reason": [None, "deal", "strategic", "other"], "span": [None, "month", "quarter"]},
}  # fmt: skip
"""Of a class, fields that hold one of a few things."""


def classes() -> dict[str, type]:
    """Every dataclass of actions and handlers that the bot loads, by name."""
    loaded = [one for name, one in sys.modules.items() if name.startswith(("actions.", "handlers."))]
    held = [module for module in loaded if not module.__name__.startswith("handlers.texts")]
    return {name: one for module in held for name, one in vars(module).items() if _is_ours(one, module)}


def said() -> dict[str, type]:
    """Those that are said as they are: no part of another one, and not unsaid."""
    every = classes()
    parts = {part.__name__ for one in every.values() for part in parts_of(one)}
    refusals = {name for name, one in every.items() if issubclass(one, Refusal)}
    return {name: one for name, one in every.items() if name not in parts - refusals and name not in UNSAID}


def parts_of(one: type) -> Iterator[type]:
    """The dataclasses that its fields hold."""
    for hint in hints(one).values():
        yield from (part for part in _flat(hint) if is_dataclass(part) and isinstance(part, type))


def hints(one: type) -> dict[str, Any]:
    """A dataclass's fields with their types."""
    known = get_type_hints(one)
    return {field.name: known[field.name] for field in fields(one)}


def made(one: type, chance: Random, **more: object) -> Any:
    """Any instance of it."""
    if one in WHOLE:
        return chance.choice(WHOLE[one])
    own = SPECIAL.get(one.__name__, {})
    drawn = {name: own.get(name, hint) for name, hint in hints(one).items() if name not in more}
    return one(**more, **{name: value(name, hint, chance) for name, hint in drawn.items()})


def value(name: str, hint: Any, chance: Random) -> Any:
    """Any value that a field of this name and type may have; of a list of values, any."""
    if isinstance(hint, list):
        return chance.choice(hint)
    if get_origin(hint) in (Union, types.UnionType):
        return value(name, chance.choice(get_args(hint)), chance)
    if hint in PLAIN:
        return chance.choice(WORDS[name] if hint is str and name in WORDS else PLAIN[hint])
    if is_dataclass(hint) and isinstance(hint, type):
        return made(hint, chance, **({"words": "寄样品"} if name == "promise" else {}))
    return _many(name, hint, chance)


PLAIN: dict[Any, tuple[Any, ...]] = {
    str: NAMES,
    int: (0, 1, 2, 14, 999_999_999),
    float: (0.0, 1.5, 69.9, 100.0),
    bool: (True, False),
    date: (date(2026, 11, 18), date(2026, 11, 19), date(2027, 2, 1)),
    time: (time(8, 30), time(15)),
    type(None): (None,),
}


def _many(name: str, hint: Any, chance: Random) -> Any:
    """Tuples of some or of exactly so many."""
    inner = get_args(hint)
    if get_origin(hint) is tuple and inner[-1] is Ellipsis:
        return tuple(value(name, inner[0], chance) for _ in range(chance.randint(0, 5)))
    if get_origin(hint) is tuple:
        return tuple(value(name, each, chance) for each in inner)
    raise TypeError(f"nobody has said what a {hint} called {name} may hold")


def _flat(hint: Any) -> Iterator[Any]:
    yield hint
    for inner in get_args(hint):
        yield from _flat(inner)


def _is_ours(one: object, held: types.ModuleType) -> bool:
    return inspect.isclass(one) and is_dataclass(one) and one.__module__ == held.__name__
