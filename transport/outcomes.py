"""What a refusal or failure of a send means for the message."""

from enum import Enum, auto

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from .request import NotSent

NO_MESSAGE_TO_EDIT = (
    "to edit not found",
    "can't be edited",
    "message_id_invalid",
    "no text in the message",
    "method not found",
)
CHAT_GONE = ("chat not found", "user is deactivated", "peer_id_invalid")
REASON_LENGTH = 60


class Outcome(Enum):
    """What to do next."""

    DONE = auto()
    """It is as it should be: an edit that changes nothing."""
    AGAIN = auto()
    """Telegram never had it: say it again as soon as possible."""
    UNKNOWN = auto()
    """Telegram may have it: say it again, once more is possible."""
    LATER = auto()
    """Too fast: nothing leaves before the time it named."""
    UNREACHABLE = auto()
    """The person blocked the bot, or the chat is no more."""
    MOVED = auto()
    """The group has another number now."""
    ANEW = auto()
    """The message to edit is gone: say it as a new one."""
    STOP = auto()
    """The token isn't accepted."""
    DEAD = auto()
    """It will never be accepted."""


def outcome(error: Exception) -> Outcome:
    """The meaning of what the call raised."""
    for kind, meaning in _BY_KIND:
        if isinstance(error, kind):
            return meaning
    text = str(error).lower()
    if isinstance(error, BadRequest | InvalidToken):
        return _refused(text, token=isinstance(error, InvalidToken))
    return Outcome.UNKNOWN if isinstance(error, NetworkError) else Outcome.DEAD


def reason(error: Exception) -> str:
    """Why, in Telegram's words up to the first quotation, which could be a person's words."""
    words = str(error) if isinstance(error, TelegramError) else type(error).__name__
    return words.split('"')[0].strip()[:REASON_LENGTH]


def why(error: Exception) -> str:
    """The same in a code: blocked, gone (the account or the chat is), refused, or broken where it is a bug of ours."""
    words = str(error).lower()
    if any(said in words for said in CHAT_GONE):
        return "gone"
    if isinstance(error, Forbidden):
        return "blocked"
    return "refused" if isinstance(error, TelegramError) else "broken"


def seconds(error: RetryAfter) -> float:
    """How long Telegram wants silence."""
    wait = error.retry_after
    return float(wait) if isinstance(wait, int) else wait.total_seconds()


def _refused(text: str, *, token: bool) -> Outcome:
    if "message is not modified" in text:
        return Outcome.DONE
    if any(words in text for words in CHAT_GONE):
        return Outcome.UNREACHABLE
    if any(words in text for words in NO_MESSAGE_TO_EDIT):
        return Outcome.ANEW
    return Outcome.STOP if token and "not found" not in text else Outcome.DEAD


_BY_KIND = (
    (RetryAfter, Outcome.LATER),
    (ChatMigrated, Outcome.MOVED),
    (Forbidden, Outcome.UNREACHABLE),
    (NotSent, Outcome.AGAIN),
)
