"""What concerns people and the company rather than customers: joining, set-up, invitations, settings, help."""

from collections.abc import Callable

from parsing import Said
from parsing.invitees import invitees
from parsing.wishes import wish
from storage.models import Question

from . import help as helping
from . import invitations, joining, naming, settings, setup
from .turn import Turn

TAPS: dict[str, Callable[[Turn], object | None]] = {
    "language": joining.tap_language,
    "favourites": joining.tap_skip,
    "zone": joining.tap_zone,
    "named": naming.tap_edit,
    "named_back": naming.tap_back,
    "unname": naming.tap_drop,
    "fine": setup.tap_fine,
    "company": setup.tap_company,
    "company_set": setup.tap_set,
    "letters": setup.tap_letters,
    "capacity": setup.tap_capacity,
    "cadence": setup.tap_cadence,
    "adopt": setup.tap_adopt,
    "resend": invitations.tap_resend,
    "cancel": invitations.tap_cancel,
    "settings": settings.show,
    "setting": settings.ask,
    "put": settings.put,
}

QUERIES: dict[str, Callable[..., object | None]] = {
    "start": joining.where_they_stand,
    "invite": invitations.invite,
    "company": setup.company,
    "settings": settings.show,
    "me": helping.me,
}

LISTENERS: dict[str, Callable[[Turn, Question, tuple[Said, ...]], bool]] = {
    "company name": setup.typed_name,
    "company": setup.typed_field,
    "capacity": lambda turn, question, said: setup.typed_capacity(turn, question),
    "favourites": joining.typed_favourites,
    "named": lambda turn, question, said: naming.typed(turn, question),
    "setting": lambda turn, question, said: settings.typed(turn, question),
}

ROLES = {"invite": frozenset({"admin", "manager"}), "company": frozenset({"admin"})}


def asked(turn: Turn) -> str | None:
    """The query that plain words are when they name people to invite, or wish for another setting."""
    if invitees(turn.text) is not None:
        return "invite"
    return "settings" if wish(turn.text, turn.heard_at, turn.company.country) else None
