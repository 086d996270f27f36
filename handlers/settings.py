"""A person's settings: shown, asked for and changed by tap, by the typed value, or in plain words at any time."""

from dataclasses import dataclass
from datetime import date, timedelta

from actions import leave, routine, settings
from actions.facts import facts_of
from actions.joining import FAVOURITES
from actions.leave import StandIn
from actions.refusals import DontUnderstandField, LanguageNotOffered, OldCard
from actions.settings import SettingsShown
from languages import SPOKEN, offered
from parsing.wishes import Wish, answer, wish
from storage import doings
from storage.models import Question
from storage.said import Shown

from .texts import Voice
from .turn import Turn

FIELDS = ("language", "zone", "agenda", "report", "quiet", "away", "deputy")
KIND = "setting"
VOICES = {language: Voice(language) for language in SPOKEN}
COLLEAGUES = 6


@dataclass(frozen=True)
class SettingAsked:
    """What should it be? Likely answers as buttons; typing works too. The days are for a leave, `people` for who may
    stand in; `report`, `preview`, `summary`, `review`: whether these are sent now; None: to managers only."""

    field: str
    today: date
    tomorrow: date
    friday: date
    monday: date
    next_friday: date
    on_leave: bool
    report: bool
    preview: bool
    summary: bool | None
    review: bool | None
    people: tuple[StandIn, ...]
    languages: tuple[str, ...]


@dataclass(frozen=True)
class SettingChanged(SettingsShown):
    """One setting was changed in plain words: a short line instead of the whole card."""


def show(turn: Turn, *_: object) -> SettingsShown | None:
    """/settings, or the way back to it: `settings`; a wish in plain words is granted."""
    if wanted := wish(turn.text, turn.heard_at, turn.company.country):
        grant(turn, wanted)
        return None
    doings.stop_listening(turn.db, turn.came.chat_id)
    return settings.shown(turn.db, turn.who, turn.today)


def ask(turn: Turn) -> SettingAsked:
    """`setting:field`: the question on the card itself."""
    return asked(turn, turn.args[0], turn.came.message_id)


def asked(turn: Turn, field: str, card: int | None) -> SettingAsked:
    """The question for one setting, which may be answered by typing; `card` shows the settings afterwards."""
    if field not in FIELDS:
        raise OldCard
    doings.ask(turn.db, turn.came.chat_id, turn.who.id, KIND, {"field": field, "card": card}, turn.now)
    today, friday = turn.today, turn.today + timedelta(days=(4 - turn.today.weekday()) % 7)
    monday = today + timedelta(days=7 - today.weekday())
    away = settings.shown(turn.db, turn.who, today).away_until is not None
    leads = "manager" in turn.roles
    found = leave.colleagues(turn.db, turn.who)[:COLLEAGUES] if field == "deputy" else []
    return SettingAsked(
        field, today, today + timedelta(days=1), friday, monday, monday + timedelta(days=4), away,
        turn.who.report_at is not None, turn.who.wants_preview, turn.who.wants_summary if leads else None,
        turn.who.wants_review if leads else None, tuple(StandIn(one.id, one.name) for one in found),
        turn.company.languages,
    )  # fmt: skip


def put(turn: Turn) -> SettingsShown | None:
    """`put:field:value`: a tapped answer."""
    doings.stop_listening(turn.db, turn.came.chat_id)
    field = turn.args[0]
    _change(turn, field, turn.args[1:])
    turn.show(settings.shown(turn.db, turn.who, turn.today, field))
    _follow(turn, field)
    return None


def typed(turn: Turn, question: Question) -> bool:
    """The typed value of the setting that was asked for; False where it reads as something else."""
    field, card = question.facts["field"], question.facts["card"]
    said = _answer(turn, field)
    if said is None and any(sign.isdigit() for sign in turn.text) and field in ("agenda", "report", "quiet"):
        raise DontUnderstandField(field, turn.text)
    if said is None:
        return False
    question.answered_at = turn.now
    _change(turn, field, said.values)
    _show_changed(turn, field, card)
    _follow(turn, field)
    return True


def _answer(turn: Turn, field: str) -> Wish | None:
    if field == "deputy":
        return Wish(field, (str(leave.named(turn.db, turn.who, turn.text).id),))
    return answer(field, turn.text, turn.heard_at, turn.company.country)


def grant(turn: Turn, wanted: Wish) -> None:
    """What was wished for in plain words: 8:15 提醒我, English, away until Friday."""
    _change(turn, wanted.field, wanted.values)
    shown = settings.shown(turn.db, turn.who, turn.today, "away" if wanted.field == "back" else wanted.field)
    turn.say(SettingChanged(**{name: getattr(shown, name) for name in facts_of(shown)}))
    _follow(turn, wanted.field)


def speak(turn: Turn, language: str) -> None:
    """Everything from now on in this language, what waits included; what was said lately follows."""
    _change(turn, "language", (language,))
    _follow(turn, "language")


def _change(turn: Turn, field: str, values: tuple[str, ...]) -> None:
    if field == "language":
        values = (_offered(turn, values[0]),)
    for person, result in settings.change(turn.db, turn.who, field, values, turn.now):
        if person.telegram_id is not None:
            turn.say(result, to=person)
    routine.begin(turn.db, turn.who, turn.company, turn.now)


def _offered(turn: Turn, language: str) -> str:
    """The language that somebody asks for, as the company offers it."""
    try:
        spoken = offered(language, turn.who.zone, turn.company.languages)
    except KeyError:
        raise OldCard from None
    if spoken is None:
        raise LanguageNotOffered(turn.company.languages)
    return spoken


def _show_changed(turn: Turn, field: str, card: int | None) -> None:
    shown = settings.shown(turn.db, turn.who, turn.today, field)
    if card is None:
        turn.say(shown)
    else:
        turn.edit(shown, card)
        turn.react("👌")


def _follow(turn: Turn, field: str) -> None:
    """In another language, today's cards with buttons are said again where they stand; joining goes on."""
    if turn.who.stage == FAVOURITES:
        doings.ask(turn.db, turn.came.chat_id, turn.who.id, FAVOURITES, {}, turn.now)
    if field != "language":
        return
    edited = {row.edits_message_id for row in turn.said}
    cards = [one for one in settings.cards(turn.db, turn.who, turn.came.chat_id, turn.now) if _has_buttons(turn, one)]
    for shown in cards[: settings.CARDS]:
        if shown.message_id is None or shown.message_id not in edited:
            turn.again(shown)


def _has_buttons(turn: Turn, shown: Shown) -> bool:
    """What nobody can tap any more stays as it was said."""
    return bool(VOICES[turn.who.language].speak(shown.view, shown.facts).rows)
