"""A reminder whose time has come: said, if it is still true, or kept with the reason why not; never twice."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

import reminders
from storage import colleagues, occurrences, outbox
from storage.models import Occurrence, Outbox, Person

from . import (
    agenda,
    agreed,
    answering,
    asked,
    countdowns,
    disputes,
    escalation,
    nags,
    occasions,
    pool,
    preview,
    report,
    requests,
    review,
    summary,
    together,
)  # fmt: skip
from .agenda import AgendaShown
from .company import Company, in_force
from .facts import facts_of
from .planning import push_of, reminded
from .ringing import Kind, Ringing

KINDS: Mapping[str, Kind] = {
    "agenda": Kind(agenda.say),
    "ahead": Kind(agreed.say, agreed.standing),
    "after": Kind(agreed.ask, agreed.standing_after),
    "answers": Kind(answering.say),
    "nag": Kind(nags.say, nags.standing),
    "escalation": Kind(escalation.say, escalation.standing),
    "report": Kind(report.say),
    "preview": Kind(preview.say),
    "summary": Kind(summary.say),
    "review": Kind(review.say),
    "occasion": Kind(occasions.say, occasions.standing),
    "asked": Kind(asked.say, asked.standing),
    requests.KIND: Kind(disputes.say, requests.standing),
    pool.KIND: Kind(countdowns.say),
}
"""Everything that rings, by its kind."""


KEY = "o"
"""The first letter of the key of a message that says a reminder; the reminder's number follows."""


def say(db: Session, row: Occurrence, company: Company, now: datetime) -> Outbox | None:
    """Say it now; or ask again later, or never."""
    if row.state != "planned":  # said with the list, in this very ringing
        return None
    ringing = Ringing(db, row, db.get_one(Person, row.person_id), company, now)
    if ringing.who.paused_at is not None:
        row.state = colleagues.PAUSED
        return None
    kind, verdict = KINDS[row.kind], _verdict(ringing)
    if not verdict:
        row.again_at = verdict.again_at
        row.state = "planned" if verdict.again_at else verdict.reason or "over"
        return None
    result = kind.say(replace(ringing, late=verdict.late, missed=verdict.missed))
    if result is None:
        row.state = "nothing_due"
        return None
    beside: list[Occurrence] = []
    if isinstance(result, AgendaShown):
        result, beside = together.taken_in(ringing, result, lambda other: _verdict(replace(ringing, row=other)))
    message = _said(db, row, ringing.who, result, now, verdict.late)
    for other in beside:
        other.state, other.outbox_id = together.WITH_AGENDA, message.id
    return message


def _verdict(ringing: Ringing) -> reminders.Verdict:
    """Is it still true?"""
    standing = reminders.Standing(ringing.now, **KINDS[ringing.row.kind].standing(ringing))
    person = reminded(ringing.company, ringing.who, ringing.today)
    return reminders.still_true(push_of(ringing.row), person, standing, ringing.company.reminding)


def judge_again(db: Session, outbox_id: int, now: datetime) -> Outbox | None:
    """A message that waited in the outbox for long, as it is to be said now; None where it isn't true any more, or not
    at this hour. What is no reminder stays as it is."""
    message = db.get_one(Outbox, outbox_id)
    if not message.key.startswith(KEY):
        return message
    row = db.get_one(Occurrence, int(message.key.removeprefix(KEY)))
    for each in (row, *occurrences.said_with(db, outbox_id)):
        each.state, each.outbox_id = "planned", None
    db.flush()
    if say(db, row, in_force(db), now) is None:
        message.state, message.error = "superseded", row.state
        return None
    return message


def _said(db: Session, row: Occurrence, person: Person, result: object, now: datetime, late: bool) -> Outbox:
    words = {"view": type(result).__name__, "facts": facts_of(result), "due_at": now, "late": late}
    words["language"] = person.language
    message = outbox.of_key(db, key := f"{KEY}{row.id}") or outbox.add(db, _message(key, person, words, now))
    message.state, message.error = "waiting", None
    for name, value in words.items():
        setattr(message, name, value)
    row.state, row.outbox_id = "sent", message.id
    return message


def _message(key: str, person: Person, words: Mapping[str, Any], now: datetime) -> Outbox:
    return Outbox(
        key=key, chat_id=person.telegram_id, person_id=person.id, kind="push", created_at=now, state="waiting", **words,
    )  # fmt: skip
