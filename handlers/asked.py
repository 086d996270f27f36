"""Reminders of one's own, in words: 每周五提醒我整理报价, remind me in 2 hours to call Acme. And their list."""

from actions import asked
from actions.asked import ReminderDone, ReminderKept, RemindersShown, ToRemind
from parsing import Said
from parsing.remindme import Remind, remind

from .books import book_of
from .turn import Turn

LIST = frozenset({"提醒", "我的提醒", "提醒列表", "reminders", "my reminders"})


def means(turn: Turn) -> Remind | None:
    """The reminder that a message asks for. One with a customer and no time of day is a plan, not this."""
    wanted = remind(turn.text, turn.heard_at, turn.company.country)
    if wanted is None or wanted.every or wanted.timed:
        return wanted
    return None if book_of(turn).spot(turn.text) else wanted


def keep(turn: Turn, _: Said | None = None) -> ReminderKept | RemindersShown:
    """Keep it, with the customer that it names; where nothing is asked for, the list."""
    wanted = means(turn)
    if wanted is None:
        return show(turn)
    ids = [spot.ids for spot in book_of(turn).spot(wanted.words)]
    customer = int(ids[0][0]) if len(ids) == 1 and len(ids[0]) == 1 else None
    to_remind = ToRemind(wanted.words, wanted.on, wanted.at, wanted.every, customer)
    return asked.keep(turn.db, turn.who, to_remind, turn.today, turn.now)


def show(turn: Turn, _: Said | None = None) -> RemindersShown:
    """`reminders`, or the word: what is to come."""
    return asked.shown(turn.db, turn.who, turn.company, turn.today, turn.now)


def tap_end(turn: Turn) -> RemindersShown:
    """`unremind:reminder`: off the list; tapped once more, on it again."""
    row = asked.end(turn.db, turn.who, turn.args.number(0), turn.now)
    ended = row.id if row.ended_at else None
    return asked.shown(turn.db, turn.who, turn.company, turn.today, turn.now, ended)


def tap_put_off(turn: Turn) -> ReminderKept:
    """`again_at:reminder:hour`, or `tomorrow` for the next working day."""
    return asked.put_off(turn.db, turn.who, turn.company, turn.args.number(0), turn.args[1], turn.now)


def tap_done(turn: Turn) -> ReminderDone:
    """`reminded:reminder`: done for this time."""
    return asked.done(turn.db, turn.who, turn.company, turn.args.number(0), turn.now)
