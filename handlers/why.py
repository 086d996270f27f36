"""/why NAME, "百禾为什么是A": a tier in arithmetic, as a picture, and with its sums."""

import re
from dataclasses import replace

from actions import why
from actions.why import SumsShown, WhyShown
from parsing import Said
from storage import said as chats
from storage.customers import by_ids

from . import customers
from .turn import Turn

AROUND = re.compile(
    r"""^(?:请问)?\s*(?:为什么|为啥|why\ (?:is|was|are)\b)?\s*
    |\s*(?:为什么|为啥|怎么会?)?(?:就?是|\b(?:in\ |an?\ )?)\s?[abc](?:\ ?[级类])?\s*[?？]?$""",
    re.IGNORECASE | re.VERBOSE,
)
"""The question around a name that nobody here knows."""


def asked(turn: Turn, said: Said | None = None) -> object:
    """Explain the tier of the customer that is named; ask where several fit."""
    if said is None:
        return customers.name_needed(turn, "why")
    if not said.customer and AROUND.sub("", said.text).strip(" ?？").lower() in ("", "why", "how come"):
        return _last_shown(turn)
    said = said if said.customer else replace(said, customer=AROUND.sub("", said.text) or said.text)
    return customers.for_one(turn, said, "why", lambda number: _why(turn, number))


def _last_shown(turn: Turn) -> object:
    """Without a name it is about the customer that was shown last."""
    number = chats.last_customer(turn.db, turn.came.chat_id)
    seen = number is not None and by_ids(turn.db, turn.scope, [number])
    return _why(turn, number) if number and seen else customers.name_needed(turn, "why")


def tap_why(turn: Turn) -> None:
    """`why:id`: below what was tapped, which stays as it is."""
    turn.say(_why(turn, customers.number(turn)))


def tap_back(turn: Turn) -> WhyShown:
    """`why_back:id`: from the sums to the points."""
    return _why(turn, customers.number(turn))


def tap_sums(turn: Turn) -> SumsShown:
    """`sums:id`: every formula with its numbers."""
    return why.formulas(turn.db, turn.scope, turn.company, customers.number(turn), turn.today)


def tap_picture(turn: Turn) -> None:
    """`why_picture:id`: drawn, as a message of its own."""
    turn.say(why.picture(turn.db, turn.scope, turn.company, customers.number(turn), turn.today))


def _why(turn: Turn, number: int) -> WhyShown:
    return why.explain(turn.db, turn.who, turn.scope, turn.company, number, turn.today)
