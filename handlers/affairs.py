"""What concerns people and the company rather than customers: joining, set-up, invitations, settings, help."""

from collections.abc import Callable

from parsing import Said
from parsing.invitees import invitees
from parsing.wishes import wish
from storage.models import Question

from . import company, invitations, joining, naming, rules, settings, setup
from . import help as helping
from .turn import Turn

TAPS: dict[str, Callable[[Turn], object | None]] = {
    "language": joining.tap_language,
    "favourites": joining.tap_skip,
    "zone": joining.tap_zone,
    "named": naming.tap_edit,
    "named_back": naming.tap_back,
    "unname": naming.tap_drop,
    "fine": setup.tap_fine,
    "company": company.tap_company,
    "company_set": company.tap_set,
    "company_back": company.tap_back,
    "trade": setup.tap_trade,
    "letters": setup.tap_letters,
    "capacity": setup.tap_capacity,
    "cadence": setup.tap_cadence,
    "adopt": setup.tap_adopt,
    "resend": invitations.tap_resend,
    "cancel": invitations.tap_cancel,
    "settings": settings.show,
    "setting": settings.ask,
    "put": settings.put,
    "rules": rules.tap_rules,
    "rule": rules.tap_set,
    "propose": rules.tap_propose,
    "trades": rules.tap_trades,
    "draft": rules.tap_draft,
    "publish": rules.tap_publish,
    "drop": rules.tap_drop,
    "movers": rules.tap_movers,
    "changes": rules.tap_changes,
    "versions": rules.tap_versions,
    "try": rules.tap_try,
    "rollback": rules.tap_roll_back,
    "backtest": rules.tap_backtest,
    "predict": rules.tap_predict,
}

QUERIES: dict[str, Callable[..., object | None]] = {
    "start": joining.where_they_stand,
    "invite": invitations.invite,
    "company": company.company,
    "settings": settings.show,
    "me": helping.me,
    "rules": rules.asked,
    "backtest": rules.backtest,
}

LISTENERS: dict[str, Callable[[Turn, Question, tuple[Said, ...]], bool]] = {
    "company name": setup.typed_name,
    "company": company.typed_field,
    "capacity": lambda turn, question, said: setup.typed_capacity(turn, question),
    "favourites": joining.typed_favourites,
    "named": lambda turn, question, said: naming.typed(turn, question),
    "setting": lambda turn, question, said: settings.typed(turn, question),
    "rule": rules.typed,
}

ROLES = {
    "invite": frozenset({"admin", "manager"}),
    "company": frozenset({"admin"}),
    **dict.fromkeys(("rules", "backtest"), frozenset({"manager"})),
}


def asked(turn: Turn) -> str | None:
    """The query that plain words are when they name people to invite, or wish for another setting or rule."""
    if invitees(turn.text) is not None:
        return "invite"
    if rules.means(turn):
        return "rules"
    if company.means(turn):
        return "company"
    return "settings" if wish(turn.text, turn.heard_at, turn.company.country) else None
