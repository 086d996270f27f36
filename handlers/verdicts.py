"""The verdict by tap or with typed words: theirs, because; taken back; read; appealed against."""

from actions import consent, disputes, requests, verdicts
from actions.refusals import OldCard
from actions.verdicts import AppealMade, VerdictAsked, VerdictTold, VerdictUndone
from parsing import Said
from storage import doings
from storage.models import Customer, Doing, Person, Question, Request

from . import kept
from .disputes import judged
from .keeping import keeping
from .later import means_something_else
from .statements import ObjectionHeard
from .turn import Turn


def tap_verdict(turn: Turn) -> VerdictAsked:
    """`verdict:request:to`: because? The usual reasons by tap, or typed."""
    request, to = judged(turn), turn.args[1]
    shown = verdicts.asked(keeping(turn), request, to)
    facts = {"request": request.id, "to": to, "card": turn.came.message_id}
    doings.ask(turn.db, turn.came.chat_id, turn.who.id, "verdict", facts, turn.now)
    return shown


def tap_ruled(turn: Turn) -> object:
    """`ruled:request:to:reason`: given; both are told."""
    if (reason := turn.args[2]) not in verdicts.REASONS:
        raise OldCard
    doings.stop_listening(turn.db, turn.came.chat_id)
    return _rule(turn, judged(turn), turn.args[1], reason)


def typed_reason(turn: Turn, question: Question, said: tuple[Said, ...]) -> bool:
    """The reason in the manager's own words; False where they say something else."""
    if means_something_else(said):
        return False
    question.answered_at = turn.now
    request = disputes.to_judge(keeping(turn), int(question.facts["request"]))
    turn.edit(_rule(turn, request, question.facts["to"], turn.text), question.facts["card"])
    turn.react("👌")
    return True


def tap_undo(turn: Turn) -> VerdictUndone:
    """`unrule:request`: the verdict is taken back; both are told, and it waits again."""
    request = turn.db.get(Request, turn.args.number(0))
    doing = turn.db.get(Doing, (request.doing_id if request else None) or 0)
    if request is None or doing is None or doing.what != verdicts.VERDICT or verdicts.appealed(keeping(turn), request):
        raise OldCard
    consent.take_back(keeping(turn), doing)
    customer = turn.db.get_one(Customer, request.customer_id)
    for person in _reachable(turn, request):
        turn.say(VerdictUndone(request.id, disputes.name_for(request, customer, person), True), to=person)
    return VerdictUndone(request.id, customer.name, False)


def tap_seen(turn: Turn) -> VerdictTold:
    """`noted:request`: read."""
    request = turn.db.get(Request, turn.args.number(0))
    if request is None or request.doing_id is None or turn.who.id not in (request.asker_id, request.owner_id):
        raise OldCard
    return verdicts.told(keeping(turn), request, turn.who, seen=True)


def tap_appeal(turn: Turn) -> AppealMade:
    """`appeal:request`: another manager looks at it."""
    request, made = verdicts.appeal(keeping(turn), turn.args.number(0))
    judge = turn.db.get_one(Person, request.judge_id)
    if judge.telegram_id is not None:
        turn.say(disputes.file(keeping(turn), request), to=judge)
    other = turn.db.get(Person, request.owner_id or 0)
    if other is not None and other.telegram_id is not None:
        name = disputes.name_for(request, turn.db.get_one(Customer, request.customer_id), other)
        turn.say(ObjectionHeard(request.id, name, turn.who.name, judge.name, request.kind), to=other)
    return made


def _rule(turn: Turn, request: Request, to: str, reason: str) -> object:
    doing = verdicts.rule(keeping(turn), request, to, reason)
    if to != "owner":
        kept.record(turn, doing, request.customer_id, turn.db.get_one(Person, request.asker_id))
    for person in _reachable(turn, request):
        turn.say(verdicts.told(keeping(turn), request, person), to=person)
    return verdicts.given(keeping(turn), request)


def _reachable(turn: Turn, request: Request) -> list[Person]:
    """The two, as far as they can be told."""
    both = requests.concerned(keeping(turn), request)
    return [one for one in both if one.telegram_id is not None and one.left_at is None and one.id != turn.who.id]
