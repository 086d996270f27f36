"""What is not done, and why: each a class with its facts, worded in handlers/texts."""

from dataclasses import dataclass
from datetime import date


class Refusal(Exception):
    """A request that is not carried out. Nothing has changed."""


class AnotherAnswer(Refusal):
    """An answer that can't be: what was asked still waits for another one."""


@dataclass(eq=False)
class CustomerUnknown(Refusal):
    """Not there, or not theirs: the same answer."""

    words: str = ""


@dataclass(eq=False)
class OldCard(Refusal):
    """A button whose card was overtaken by a newer one."""


@dataclass(eq=False)
class UndoTooLate(Refusal):
    """Older than the hours within which things can be undone."""

    hours: int


@dataclass(eq=False)
class NothingToUndo(Refusal):
    """Nothing was recorded that could be undone."""


@dataclass(eq=False)
class NothingToRedo(Refusal):
    """Nothing was undone that could come back."""


@dataclass(eq=False)
class NothingToReport(Refusal):
    """Nothing was recorded today, so there is no report."""


@dataclass(eq=False)
class ImpossibleDate(Refusal):
    """A date that the calendar doesn't have; with the nearest ones that it has."""

    words: str
    choices: tuple[date, ...] = ()


@dataclass(eq=False)
class NotForYourRole(Refusal):
    """A command that this person's roles don't have."""

    command: str = ""


@dataclass(eq=False)
class DontUnderstandField(AnotherAnswer):
    """A typed value that doesn't fit the field it was meant for."""

    field: str
    words: str


@dataclass(eq=False)
class StrangerHere(Refusal):
    """Somebody without an invitation."""


@dataclass(eq=False)
class InvitationNotValid(Refusal):
    """An invitation that is used, cancelled, ended, or never was: one answer for all."""


@dataclass(eq=False)
class OnlyInPrivate(Refusal):
    """A word about customers in a group."""

    bot: str = ""


@dataclass(eq=False)
class CommandUnknown(Refusal):
    """A command that doesn't exist."""

    command: str


@dataclass(eq=False)
class MessageTooLong(Refusal):
    """More than can be taken in at once."""

    limit: int


@dataclass(eq=False)
class CannotGrant(Refusal):
    """A role that this person may not give to anybody."""

    role: str


@dataclass(eq=False)
class NothingToHandOver(Refusal):
    """Somebody has no customers of this part: a tier, a region, an industry or a city, as written."""

    name: str
    words: str


@dataclass(eq=False)
class ColleagueUnknown(Refusal):
    """Nobody here is called that, or more than one is."""

    words: str


@dataclass(eq=False)
class HasRecords(Refusal):
    """A customer that can't be taken away again: something was recorded about it since."""

    name: str


@dataclass(eq=False)
class RuleImpossible(AnotherAnswer):
    """A rule that can't be so, by itself or beside the others; `part`: cuts, cadences, weights or other."""

    part: str


@dataclass(eq=False)
class AccountPaused(Refusal):
    """An admin keeps this person out for the time being."""


@dataclass(eq=False)
class LanguageNotOffered(Refusal):
    """A language that the company doesn't offer; `languages`: those that it does."""

    languages: tuple[str, ...]


@dataclass(eq=False)
class LastAdmin(Refusal):
    """Without this person nobody would be an admin."""

    name: str


@dataclass(eq=False)
class LastRole(Refusal):
    """Without it this person would have no role at all: pausing is meant for that."""

    name: str


@dataclass(eq=False)
class OwnAccount(Refusal):
    """Nobody pauses themselves: another admin does."""


@dataclass(eq=False)
class NotAManager(Refusal):
    """Only managers lead teams; this person is none."""

    name: str
    person: int


@dataclass(eq=False)
class NameTaken(AnotherAnswer):
    """Something of the same kind is called that already."""

    name: str


@dataclass(eq=False)
class TermInUse(Refusal):
    """An entry of the catalogue that customers are filed under."""

    zh: str
    en: str
    used: int


@dataclass(eq=False)
class WordsTooLong(AnotherAnswer):
    """More than fits: at most so many Chinese or Latin characters."""

    zh: int
    en: int


@dataclass(eq=False)
class TooManyFields(Refusal):
    """As many fields of their own as a company can have."""

    most: int


@dataclass(eq=False)
class TeamInUse(Refusal):
    """A team that people are in, or other teams are part of."""

    name: str


@dataclass(eq=False)
class TeamsInACircle(Refusal):
    """A team can't be part of itself, nor of one below it."""

    name: str


@dataclass(eq=False)
class AppealTooLate(Refusal):
    """A verdict that stands: the days for an appeal are over."""

    days: int


@dataclass(eq=False)
class AlreadyExtended(Refusal):
    """More time was asked for already, and there was no contact since."""

    days: int


@dataclass(eq=False)
class BarredFromPool(Refusal):
    """A customer that was theirs until lately: they may take it from that day on."""

    until: date


@dataclass(eq=False)
class TooManyTaken(Refusal):
    """So many were taken from the pool today; tomorrow more."""

    most: int
