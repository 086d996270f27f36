"""What words say to this person: with their clock, their customers, and their company's country, money and products."""

from parsing import Correction, Moment, Said, correction, moment, understand
from storage import company

from .books import book_of
from .turn import Turn


def heard(turn: Turn, text: str) -> tuple[Said, ...]:
    """Everything that a text says, at least one fact."""
    return understand(
        text,
        heard=turn.heard_at,
        book=book_of(turn),
        currency=turn.company.currency,
        region=region_of(turn),
        catalogue=catalogue_of(turn),
    )


def put_right(turn: Turn) -> Correction | None:
    """What the words put right, if they correct anything."""
    return correction(turn.text, heard=turn.heard_at, currency=turn.company.currency, region=region_of(turn))


def day_of(turn: Turn) -> Moment | None:
    """The day that was typed, if there is one."""
    return moment(turn.text, turn.heard_at, region_of(turn))


def region_of(turn: Turn) -> str:
    """The company's country, without its part: DE for DE-BY. It reads phones and the order of a date's numbers."""
    return turn.company.country.partition("-")[0]


def catalogue_of(turn: Turn) -> tuple[str, ...]:
    """The names of the company's products in both languages."""
    return tuple(name for both in company.names(turn.db, "product") for name in dict.fromkeys(both) if name)
