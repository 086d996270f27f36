"""/duplicates: customers that may be one, by tap: looked at, merged, said to be apart."""

from actions import duplicates
from actions.duplicates import DuplicatesShown, Merged, MergePreview, MergeUndone, TwinsShown
from actions.records import Keeping
from actions.refusals import NotForYourRole
from parsing import Said

from .keeping import keeping
from .turn import Turn


def asked(turn: Turn, _: Said | None = None) -> DuplicatesShown:
    """The list."""
    return duplicates.shown(keeping(turn))


def tap_page(turn: Turn) -> DuplicatesShown:
    """`doubles:page`."""
    return duplicates.shown(_managing(turn), turn.args.number(0))


def tap_pair(turn: Turn) -> TwinsShown:
    """`double:one:other`."""
    return duplicates.pair(_managing(turn), turn.args.number(0), turn.args.number(1))


def tap_apart(turn: Turn) -> DuplicatesShown:
    """`two:one:other`: they are not the same."""
    return duplicates.apart(_managing(turn), turn.args.number(0), turn.args.number(1))


def tap_preview(turn: Turn) -> MergePreview:
    """`merge:kept:gone`: what it would do."""
    return duplicates.preview(_managing(turn), turn.args.number(0), turn.args.number(1))


def tap_merge(turn: Turn) -> Merged:
    """`merged:kept:gone`: done."""
    return duplicates.merge(_managing(turn), turn.args.number(0), turn.args.number(1))


def tap_part(turn: Turn) -> MergeUndone:
    """`unmerge:doing`: two again."""
    return duplicates.part(_managing(turn), turn.args.number(0))


def _managing(turn: Turn) -> Keeping:
    if "manager" not in turn.roles:
        raise NotForYourRole
    return keeping(turn)
