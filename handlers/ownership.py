"""What concerns whose a customer is: colleagues asking each other, disputes, doubles, hand-overs, the pool."""

from collections.abc import Callable

from parsing import Said
from storage.models import Question

from . import disputes, duplicates, handover, pool, requests, sharing, verdicts
from .turn import Turn

TAPS: dict[str, Callable[[Turn], object | None]] = {
    "claim": requests.tap_ask,
    "unclaim": requests.tap_withdraw,
    "agree": requests.tap_agree,
    "decline": requests.tap_decline,
    "unagree": requests.tap_take_back,
    "shares": sharing.tap_shares,
    "unshare": sharing.tap_end,
    "reshare": sharing.tap_again,
    "file": disputes.tap_file,
    "story": disputes.tap_story,
    "ask_both": disputes.tap_ask_both,
    "state": disputes.tap_state,
    "verdict": verdicts.tap_verdict,
    "ruled": verdicts.tap_ruled,
    "unrule": verdicts.tap_undo,
    "noted": verdicts.tap_seen,
    "appeal": verdicts.tap_appeal,
    "doubles": duplicates.tap_page,
    "double": duplicates.tap_pair,
    "two": duplicates.tap_apart,
    "merge": duplicates.tap_preview,
    "merged": duplicates.tap_merge,
    "unmerge": duplicates.tap_part,
    "leaver": handover.tap_shown,
    "shut": handover.tap_close,
    "unshut": handover.tap_open,
    "part": handover.tap_part,
    "heir": handover.tap_give,
    "unheir": handover.tap_undo,
    "briefs": handover.tap_briefs,
    "brief": handover.tap_brief,
    "pool": pool.tap_page,
    "pool_on": pool.tap_propose,
    "pool_set": pool.tap_switch,
    "falls": pool.tap_falls,
    "fall": pool.tap_fall,
    "extend": pool.tap_extend,
    "unextend": pool.tap_not_extended,
    "take": pool.tap_take,
    "take_met": pool.tap_take_met,
    "return": pool.tap_return,
    "pool_a": pool.tap_waiting,
    "pool_one": pool.tap_waiting_one,
    "let_in": pool.tap_let_in,
    "lock": pool.tap_lock,
}

QUERIES: dict[str, Callable[..., object | None]] = {
    "disputes": disputes.asked,
    "duplicates": duplicates.asked,
    "handover": handover.asked,
    "pool": pool.asked,
}

LISTENERS: dict[str, Callable[[Turn, Question, tuple[Said, ...]], bool]] = {
    "statement": disputes.typed_statement,
    "verdict": verdicts.typed_reason,
}

MANAGERS = frozenset({"manager"})
ROLES = {"disputes": MANAGERS, "duplicates": MANAGERS, "handover": handover.CAN}
