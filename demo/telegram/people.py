"""The people with their phones, as Telegram's users."""

from collections.abc import Iterable

from demo.telegram.plain import Plain, given
from demo.telegram.shelf import Shelf

FIRST_ID = 7_000_000_001
"""Ids of people who come without one; they don't fit into 32 bits, as on Telegram."""


class People:
    """Users by id, and what only the page knows about them (`role_hint`)."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.users: dict[int, Plain] = {}
        self.hints: dict[int, str] = {}
        for key, kept in shelf.all("person"):
            self.users[key], self.hints[key] = kept["user"], kept["hint"]

    def add(self, user: Plain, hint: str = "") -> Plain:
        """Somebody new, or somebody known with new particulars."""
        number = user.get("id") or max(FIRST_ID - 1, *self.users, 0) + 1
        self.users[number] = {"id": number, "is_bot": False, **user}
        self.hints[number] = hint or self.hints.get(number, "")
        self.shelf.put("person", number, {"user": self.users[number], "hint": self.hints[number]})
        return self.users[number]

    def speak(self, number: int, language: str) -> Plain:
        """Their phone is set to another language."""
        return self.add({**self.users[number], "language_code": language})

    def shown(self, number: int) -> Plain:
        """A person as the page sees them."""
        user = self.users[number]
        name = " ".join(filter(None, (user["first_name"], user.get("last_name"))))
        language = user.get("language_code", "")
        return {**user, "name": name, "language": language, **given(role_hint=self.hints[number])}

    def everyone(self) -> Iterable[int]:
        """All ids, in the order in which they came."""
        return tuple(self.users)
