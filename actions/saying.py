"""A reminder whose time has come: said, if it is still true, or kept with the reason why not; never twice."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

import reminders
from storage import colleagues, outbox
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
)  # fmt: skip
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
    ringing = Ringing(db, row, db.get_one(Person, row.person_id), company, now)
    if ringing.who.paused_at is not None:
        row.state = colleagues.PAUSED
        return None
    kind = KINDS[row.kind]
    standing = reminders.Standing(now, **kind.standing(ringing))
    person = reminded(company, ringing.who, ringing.today)
    verdict = reminders.still_true(push_of(row), person, standing, company.reminding)
    if not verdict:
        row.again_at = verdict.again_at
        row.state = "planned" if verdict.again_at else verdict.reason or "over"
        return None
    result = kind.say(replace(ringing, late=verdict.late, missed=verdict.missed))
    if result is None:
        row.state = "nothing_due"
        return None
    return _said(db, row, ringing.who, result, now, verdict.late)


def judge_again(db: Session, outbox_id: int, now: datetime) -> Outbox | None:
    """A message that waited in the outbox for long, as it is to be said now; None where it isn't true any more, or not
    at this hour. What is no reminder stays as it is."""
    message = db.get_one(Outbox, outbox_id)
    if not message.key.startswith(KEY):
        return message
    row = db.get_one(Occurrence, int(message.key.removeprefix(KEY)))
    row.state, row.outbox_id = "planned", None
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
