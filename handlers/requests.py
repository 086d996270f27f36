"""A customer that a colleague has, by tap: ask to share it or to take it over; the owner answers with one tap."""

from actions import consent, requests
from actions.refusals import OldCard
from actions.requests import RequestMade, RequestSettled, RequestWithdrawn
from storage.models import Doing, Person, Question, Request

from . import disputes, kept
from .keeping import keeping
from .turn import Turn

KINDS = {"share": "share", "take": "take", "object": "objection"}


def tap_ask(turn: Turn) -> RequestMade:
    """`claim:question:what`: share, take, or object."""
    asked = question(turn)
    if turn.args[1] not in KINDS:
        raise OldCard
    request = requests.ask(keeping(turn), asked, KINDS[turn.args[1]], kept.words_of(asked))
    if told := requests.heard(keeping(turn), request):
        owner, heard = told
        request.cards = {**request.cards, str(owner.id): turn.say(heard, to=owner).id}
    else:
        disputes.open_file(turn, request)
    return requests.made(keeping(turn), request)


def tap_withdraw(turn: Turn) -> RequestWithdrawn:
    """`unclaim:request`: nothing is asked any more; whoever was asked sees that."""
    request = turn.db.get(Request, turn.args.number(0))
    if request is None or request.asker_id != turn.who.id or request.state != "open":
        raise OldCard
    requests.settle(keeping(turn), request, "withdrawn")
    gone = requests.gone(keeping(turn), request)
    for number, card in request.cards.items():
        if person := turn.db.get(Person, int(number)):
            turn.edit(gone, None, outbox_id=card, to=person)
    return RequestWithdrawn(request.question_id or 0, request.named)


def tap_agree(turn: Turn) -> RequestSettled:
    """`agree:request:shared` or `handed`: the owner consents; what the asker had said is recorded."""
    if (state := turn.args[1]) not in ("shared", "handed"):
        raise OldCard
    request = requests.waiting(keeping(turn), turn.args.number(0))
    asker = turn.db.get_one(Person, request.asker_id)
    doing = consent.agree(keeping(turn), request, state)
    notes = kept.record(turn, doing, request.customer_id, asker)
    _tell(turn, request, notes)
    return requests.settled(keeping(turn), request)


def tap_decline(turn: Turn) -> RequestSettled:
    """`decline:request`: it stays as it is; what was typed stays with who typed it."""
    request = requests.waiting(keeping(turn), turn.args.number(0))
    requests.settle(keeping(turn), request, "declined")
    _tell(turn, request, 0)
    return requests.settled(keeping(turn), request)


def tap_take_back(turn: Turn) -> object:
    """`unagree:doing`: the consent is taken back, and the question stands again."""
    doing = turn.db.get(Doing, turn.args.number(0))
    if doing is None or doing.what != consent.CONSENT:
        raise OldCard
    request = consent.take_back(keeping(turn), doing)
    told = requests.heard(keeping(turn), request)
    asker = turn.db.get_one(Person, request.asker_id)
    if asker.telegram_id is not None:
        turn.say(requests.answered(keeping(turn), request, 0), to=asker)
    return told[1] if told else requests.settled(keeping(turn), request)


def _tell(turn: Turn, request: Request, notes: int) -> None:
    """The asker hears; whoever has the customer from now on, with what is agreed with it."""
    asker = turn.db.get_one(Person, request.asker_id)
    if asker.telegram_id is not None:
        turn.say(requests.answered(keeping(turn), request, notes), to=asker)


def question(turn: Turn) -> Question:
    """The question of the card that says that a colleague has the customer."""
    found = turn.db.get(Question, turn.args.number(0))
    if found is None or found.person_id != turn.who.id or found.kind != "colleague":
        raise OldCard
    if found.facts.get("recorded") or (found.answered_at is not None):
        raise OldCard
    return found
