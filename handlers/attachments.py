"""What is sent along: photos and files, voice notes, places, contacts; and what changes nothing."""

from dataclasses import dataclass
from datetime import timedelta

from actions import attachments
from actions.attachments import AttachmentKept
from actions.cards import Recorded
from parsing import Said
from storage import customers, doings
from storage.models import Doing

from . import records
from .keeping import keeping
from .owned import asked, owned_doing, stands
from .turn import Turn
from .understanding import cause
from .whose import Choice

PLACE_MINUTES = 15
OFFERED = 3


@dataclass(frozen=True)
class AttachmentAsked:
    """A file or place that belongs to no record yet: whose is it?"""

    doing: int
    kind: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class ContactProposed:
    """A shared contact: a customer, or somebody at one?"""

    question: int
    name: str
    phone: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class NothingToRecord:
    """A sticker or the like: nothing changes."""


def heard(turn: Turn) -> object | None:
    """Something that is not words."""
    if turn.came.contact:
        return contact(turn)
    if turn.came.place or turn.came.file:
        attach(turn)
        return None
    return NothingToRecord()


def captioned(turn: Turn, said: tuple[Said, ...]) -> None:
    """A file with words: the words are recorded, unless they only say what the file shows."""
    if only_shows(said):
        attach(turn)
        return
    results = records.keep_all(turn, said)
    recorded = next((one.doing for one in results if isinstance(one, Recorded)), None)
    attach(turn, recorded) if recorded else _ask(turn, _keep(turn))


def only_shows(said: tuple[Said, ...]) -> bool:
    """Whether a caption says nothing beside what its file shows."""
    return all(_only_shows(fact) for fact in said)


def _only_shows(said: Said) -> bool:
    named = said.customer or said.customer_ids or said.contact
    return said.intent == "note" and not (named or said.amounts or said.followup or said.promise)


def attach(turn: Turn, recorded: int | None = None) -> None:
    """A file belongs to its caption's record or to the last one; a place to the visit of the last minutes."""
    doing, kept = _belongs_to(turn, recorded), _keep(turn)
    if doing is None:
        _ask(turn, kept)
    else:
        turn.say(attachments.assign(keeping(turn), kept, doing), kept)


def _keep(turn: Turn) -> int:
    file = turn.came.file
    kind, file_id = (file.kind, file.file_id) if file else ("place", None)
    return attachments.keep(keeping(turn), kind, file_id, turn.came.place, turn.text)


def _ask(turn: Turn, kept: int) -> None:
    likely = customers.recent(turn.db, turn.scope, turn.who.id, OFFERED)
    kind = turn.came.file.kind if turn.came.file else "place"
    turn.say(AttachmentAsked(kept, kind, tuple(Choice(one.id, one.name) for one in likely)), kept)


def tap_assign(turn: Turn) -> AttachmentKept:
    """`attach:attachment's doing:customer`: whose it is."""
    doing = owned_doing(turn, turn.args.number(0))
    return attachments.give(keeping(turn), doing, turn.args.number(1))


def contact(turn: Turn) -> object:
    """A shared contact proposes a customer, or a person at one."""
    shared = turn.came.contact or {}
    name = " ".join(filter(None, (shared.get("last_name"), shared.get("first_name")))) or str(
        shared.get("phone_number", "")
    )
    phone = attachments.e164(str(shared.get("phone_number", "")), turn.company.country)
    said = Said(text=f"{name} {phone}", intent="new_customer", customer=name, phone=phone)
    question = doings.ask(turn.db, turn.came.chat_id, turn.who.id, "contact", cause(turn, said), turn.now)
    likely = customers.recent(turn.db, turn.scope, turn.who.id, OFFERED)
    return ContactProposed(question.id, name, phone, tuple(Choice(one.id, one.name) for one in likely))


def tap_contact(turn: Turn) -> object:
    """`person:question:customer`: somebody at this customer."""
    question = asked(turn)
    question.answered_at = turn.now
    said = question.facts["said"]
    return attachments.add_contact(keeping(turn), turn.args.number(1), said["customer"], said["phone"])


def _belongs_to(turn: Turn, recorded: int | None) -> int | None:
    if recorded is not None:
        return recorded
    if turn.came.reply_to is not None:
        shown = turn.db.get(Doing, doings.shown_by(turn.db, turn.came.chat_id, turn.came.reply_to) or 0)
        return shown.id if shown and shown.customer_id and stands(turn, shown) else None
    last = doings.latest_record(turn.db, turn.who.id)
    if last is None or not stands(turn, last) or turn.now - last.done_at > timedelta(minutes=PLACE_MINUTES):
        return None
    return last.id
