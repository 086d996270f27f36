"""Telegram's ways of saying no, in its own words."""

from demo.telegram.plain import Plain


class Refused(Exception):
    """A call that Telegram turns down: HTTP code, description and, for 429 and moved chats, parameters."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def answer(self) -> Plain:
        """What the caller is told."""
        said: Plain = {"ok": False, "error_code": self.code, "description": self.description}
        return {**said, "parameters": self.parameters} if self.parameters else said


def bad(words: str) -> Refused:
    """400: the request itself is wrong."""
    return Refused(400, f"Bad Request: {words}")


def forbidden(words: str) -> Refused:
    """403: the person or the group doesn't want to hear from the bot."""
    return Refused(403, f"Forbidden: {words}")


def conflict(words: str) -> Refused:
    """409: somebody else is fetching the updates."""
    return Refused(409, f"Conflict: {words}")


def too_many(seconds: int) -> Refused:
    """429: not before this many seconds from now."""
    return Refused(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
