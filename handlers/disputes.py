"""Disputes by tap: the file, the whole story, both sides asked and what they say."""

from actions import disputes, requests
from actions.disputes import (
    DisputesShown,
    OwnershipFile,
    OwnershipStory,
)
from actions.refusals import NotForYourRole
from parsing import Said
from storage import doings
from storage.models import Customer, Person, Question, Request

from .keeping import keeping
from .statements import ObjectionHeard, StatementAsked, StatementHeard, StatementKept, StatementWanted
from .turn import Turn


def open_file(turn: Turn, request: Request) -> None:
    """It goes to the manager at once; whoever has the customer hears of it."""
    judge, owner = turn.db.get(Person, request.judge_id or 0), turn.db.get(Person, request.owner_id or 0)
    if judge is not None and judge.telegram_id is not None:
        request.cards = {**request.cards, str(judge.id): turn.say(disputes.file(keeping(turn), request), to=judge).id}
    if owner is not None and owner.telegram_id is not None and owner.id != turn.who.id:
        name = turn.db.get_one(Customer, request.customer_id).name
        heard = ObjectionHeard(request.id, name, turn.who.name, judge.name if judge else None, request.kind)
        request.cards = {**request.cards, str(owner.id): turn.say(heard, to=owner).id}


def asked(turn: Turn, _: Said | None = None) -> DisputesShown:
    """/disputes: what waits for this manager's verdict."""
    return disputes.shown(keeping(turn))


def tap_file(turn: Turn) -> OwnershipFile:
    """`file:request`: the card, as it is now."""
    return disputes.file(keeping(turn), judged(turn))


def tap_story(turn: Turn) -> OwnershipStory:
    """`story:request:page`."""
    return disputes.story(keeping(turn), judged(turn), turn.args.number(1))


def tap_ask_both(turn: Turn) -> OwnershipFile:
    """`ask_both:request`: each of the two may write their side."""
    request = judged(turn)
    customer = turn.db.get_one(Customer, request.customer_id)
    for person in requests.concerned(keeping(turn), request):
        if person.telegram_id is not None and person.left_at is None:
            name = disputes.name_for(request, customer, person)
            turn.say(StatementAsked(request.id, name, turn.who.name), to=person)
    return disputes.file(keeping(turn), request, asked=True)


def tap_state(turn: Turn) -> StatementWanted:
    """`state:request`: the next line belongs to the file."""
    request = disputes.owned(keeping(turn), turn.args.number(0))
    doings.ask(turn.db, turn.came.chat_id, turn.who.id, "statement", {"request": request.id}, turn.now)
    return StatementWanted(request.id)


def typed_statement(turn: Turn, question: Question, said: tuple[Said, ...]) -> bool:
    """What one of the two says; False where it asks something else."""
    if said[0].intent == "query":
        return False
    question.answered_at = turn.now
    request = disputes.say_more(keeping(turn), int(question.facts["request"]), turn.text)
    judge = turn.db.get(Person, request.judge_id or 0)
    turn.say(StatementKept(judge.name if judge else ""))
    if judge is not None and judge.telegram_id is not None:
        name = turn.db.get_one(Customer, request.customer_id).name
        turn.say(StatementHeard(request.id, name, turn.who.name, turn.text), to=judge)
    return True


def judged(turn: Turn) -> Request:
    if "manager" not in turn.roles:
        raise NotForYourRole
    return disputes.to_judge(keeping(turn), turn.args.number(0))
