"""A shared customer by tap: with whom, and its end."""

from actions import sharing
from actions.sharing import ShareBack, ShareEnded, SharesShown
from storage.models import Customer

from .keeping import keeping
from .turn import Turn


def tap_shares(turn: Turn) -> SharesShown:
    """`shares:customer`: who shares it."""
    return sharing.shown(keeping(turn), turn.args.number(0))


def tap_end(turn: Turn) -> ShareEnded:
    """`unshare:customer:person`: they share it no more; both are told."""
    doing, person = sharing.end(keeping(turn), turn.args.number(0), turn.args.number(1))
    name = turn.db.get_one(Customer, doing.customer_id).name
    for other in sharing.told(keeping(turn), doing.customer_id or 0, person):
        turn.say(ShareEnded(name, person.name, turn.who.name, other.id == person.id, None), to=other)
    return ShareEnded(name, person.name, turn.who.name, False, doing.id)


def tap_again(turn: Turn) -> ShareBack:
    """`reshare:doing`: shared as before."""
    customer, person = sharing.again(keeping(turn), turn.args.number(0))
    for other in sharing.told(keeping(turn), customer.id, person):
        turn.say(ShareBack(customer.id, customer.name, person.name), to=other)
    return ShareBack(customer.id, customer.name, person.name)
