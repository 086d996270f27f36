"""Joining: by the set-up code or an invitation; then language, and the customers that matter most."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from actions import joining, naming
from actions.joining import FAVOURITES, Account
from actions.naming import FirstCustomers, Important
from actions.refusals import StrangerHere
from parsing import NewCustomer, Said, several_customers
from storage import doings, people
from storage.models import Doing, Person, Question
from storage.scope import roles_of

from . import invitations, settings, setup
from .books import book_of
from .keeping import keeping, source
from .newcomers import introduced, tell_owner, theirs
from .turn import Turn

LONGEST_NAME = 30
SURE = ("exact", "alias", "core")


@dataclass(frozen=True)
class Greeting:
    """The first words: who invited them, where, as what; then the choice of a language, unless it is `chosen`."""

    name: str
    inviter: str | None
    company: str
    roles: tuple[str, ...]
    owned: int
    languages: tuple[str, ...]
    chosen: bool = False


@dataclass(frozen=True)
class FavouritesAsked:
    """How it works in a sentence, and which customers matter most."""

    zone: str
    skipped: bool = False


@dataclass(frozen=True)
class Ready:
    """Everything is set: what may be said now, by role."""

    name: str
    roles: tuple[str, ...]


def knock(turn: Turn) -> object | None:
    """Somebody unknown writes: with a code or an invitation they come in."""
    command, _, code = turn.text.partition(" ")
    if turn.came.tapped is not None or not command.startswith("/start") or not code.strip():
        raise StrangerHere
    account = Account(turn.came.telegram_id, turn.came.first_name or "?", turn.who.language)
    turn.who = joining.join(turn.db, code.strip(), account, turn.company, turn.now)
    turn.roles = frozenset(roles_of(turn.db, turn.who.id))
    invitations.tell_giver(turn)
    return where_they_stand(turn)


def where_they_stand(turn: Turn, *_: object) -> object | None:
    """/start by somebody who is here: the step of joining that is next, else what may be said."""
    stage = turn.who.stage
    if stage in setup.STAGES:
        return setup.step(turn)
    if stage == "language":
        return greeting(turn)
    if stage == FAVOURITES:
        return ask_favourites(turn)
    return Ready(turn.who.name, _roles(turn))


def greeting(turn: Turn, *, chosen: bool = False) -> Greeting:
    """Who invited them, where, as what."""
    inviter = invitations.giver_of(turn) or next(iter(people.leaders_of(turn.db, turn.who.id)), None)
    owned = people.owned_count(turn.db, turn.who.id)
    name, offered = turn.company.name, turn.company.languages
    return Greeting(turn.who.name, _named(inviter), name, _roles(turn), owned, offered, chosen)


def tap_language(turn: Turn) -> None:
    """`language:code`: the greeting's choice; what follows is said in it."""
    joins = turn.who.stage == "language"
    if joins:
        turn.who.stage = joining.after_language(turn.roles)
    settings.speak(turn, turn.args[0])
    turn.show(_welcomed(turn))
    if joins:
        turn.say(where_they_stand(turn))


def ask_favourites(turn: Turn) -> FavouritesAsked:
    """The question for the customers that matter most, which listens for its answer."""
    doings.ask(turn.db, turn.came.chat_id, turn.who.id, FAVOURITES, {}, turn.now)
    return FavouritesAsked(turn.who.zone)


def tap_skip(turn: Turn) -> object | None:
    """`favourites:skip`: not now."""
    doings.stop_listening(turn.db, turn.came.chat_id)
    turn.show(FavouritesAsked(turn.who.zone, skipped=True))
    if turn.who.stage == FAVOURITES:
        turn.who.stage = "ready"
        turn.say(Ready(turn.who.name, _roles(turn)))
    return None


def tap_zone(turn: Turn) -> None:
    """`zone`: another time zone than the company's, asked below the question for customers."""
    turn.say(settings.asked(turn, "zone", None))


def typed_favourites(turn: Turn, question: Question, said: Sequence[Said]) -> bool:
    """The customers that matter most, in one message; False where it reads as something else."""
    named = listed(turn)
    if any(_something_else(one) for one in said) or not named or not all(_is_name(one.name) for one in named):
        question.listening = True
        return False
    shown = naming.name_first(keeping(turn), [important(turn, one) for one in named], source(turn), turn.text)
    question.answered_at = turn.now
    turn.who.stage = "ready"
    turn.say(shown, shown.doing)
    say_taken(turn, shown.doing)
    return True


def say_taken(turn: Turn, doing: int) -> None:
    """Whoever has one of them sees who named it; who named it may ask for it, each on a card of its own."""
    for n, (claim, told) in enumerate(naming.claims(turn.db, doing), 1):
        tell_owner(turn, claim)
        new = replace(introduced(turn, told.name)[0], intent="new_customer", customer=told.name)
        turn.say(theirs(turn, replace(new, contact=told.contact, phone=told.phone, city=told.city), claim, n))


def listed(turn: Turn) -> list[NewCustomer]:
    """The customers that a message lists. What has no letter is no name: it belongs to the customer before it."""
    found: list[NewCustomer] = []
    for one in several_customers(turn.text, region=turn.company.country[:2]):
        if not found or any(sign.isalpha() for sign in one.name):
            found.append(one)
        else:
            last = found[-1]
            found[-1] = replace(last, contact=last.contact or one.contact, city=last.city or one.city)
    return found


def important(turn: Turn, named: NewCustomer) -> Important:
    """A named customer, and whether it is surely one of theirs already."""
    found = [one for one in book_of(turn).find(named.name) if one.how in SURE]
    known = int(found[0].id) if len(found) == 1 else None
    return Important(named.name, named.contact, named.phone, named.city, known)


def shown_again(turn: Turn, number: int) -> FirstCustomers | None:
    """The card of customers named first, where this doing is one."""
    doing = turn.db.get(Doing, number)
    return naming.card(turn.db, doing) if doing and doing.what == naming.NAMED else None


def _welcomed(turn: Turn) -> Greeting | setup.SetUpDone:
    """The card with the choice of a language, once it is made: the greeting, or for who set up what came before."""
    shown = greeting(turn, chosen=True)
    return setup.done(turn, chosen=True) if shown.inviter is None and "admin" in turn.roles else shown


def _something_else(said: Said) -> bool:
    """A record or a question, not a list of names."""
    if said.intent == "query":
        return said.query != "card"
    return (
        said.intent in ("visit", "call", "purchase", "complaint")
        or said.amount is not None
        or said.followup is not None
    )


def _is_name(words: str) -> bool:
    return 0 < len(words) <= LONGEST_NAME


def _named(person: Person | None) -> str | None:
    return person.name if person else None


def _roles(turn: Turn) -> tuple[str, ...]:
    """Their roles, the one that answers for most first."""
    return tuple(role for role in joining.FOUNDER if role in turn.roles)
