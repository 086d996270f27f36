"""What Telegram's answers mean for a message."""

import pytest
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut

from transport.outcomes import Outcome, outcome, reason, seconds, why
from transport.request import NotSent, OutcomeUnknown

MEANINGS = [
    (RetryAfter(3), Outcome.LATER),
    (ChatMigrated(-1001), Outcome.MOVED),
    (Forbidden("Forbidden: bot was blocked by the user"), Outcome.UNREACHABLE),
    (NotSent("ClientConnectorError: no answer"), Outcome.AGAIN),
    (OutcomeUnknown("no answer"), Outcome.UNKNOWN),
    (TimedOut(), Outcome.UNKNOWN),
    (NetworkError("Bad Gateway"), Outcome.UNKNOWN),
    (BadRequest("Bad Request: message is not modified: specified new content is the same"), Outcome.DONE),
    (BadRequest("Bad Request: message to edit not found"), Outcome.ANEW),
    (BadRequest("Bad Request: message can't be edited"), Outcome.ANEW),
    (BadRequest("Bad Request: chat not found"), Outcome.UNREACHABLE),
    (Forbidden("Forbidden: user is deactivated"), Outcome.UNREACHABLE),
    (BadRequest("Bad Request: message is too long"), Outcome.DEAD),
    (InvalidToken("Unauthorized"), Outcome.STOP),
    (InvalidToken("Not Found: method not found"), Outcome.ANEW),
    (InvalidToken("Not Found"), Outcome.DEAD),
    (KeyError("a bug"), Outcome.DEAD),
]


@pytest.mark.parametrize(("error", "meaning"), MEANINGS, ids=str)
def test_every_answer_has_a_meaning(error: Exception, meaning: Outcome) -> None:
    assert outcome(error) is meaning


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (Forbidden("Forbidden: bot was blocked by the user"), "blocked"),
        (Forbidden("Forbidden: user is deactivated"), "gone"),
        (BadRequest("Bad Request: chat not found"), "gone"),
        (BadRequest("Bad Request: message is too long"), "refused"),
        (KeyError("a bug"), "broken"),
    ],
    ids=str,
)
def test_what_never_arrives_has_a_reason_in_a_code(error: Exception, code: str) -> None:
    assert why(error) == code


def test_the_wait_is_in_seconds() -> None:
    assert seconds(RetryAfter(35)) == 35.0


def test_a_reason_quotes_nobody() -> None:
    refusal = BadRequest('Bad Request: can\'t parse entities: unsupported start tag "海岳食品" at byte offset 3')
    assert reason(refusal) == "Can't parse entities: unsupported start tag"
    assert reason(ValueError("海岳食品")) == "ValueError"
