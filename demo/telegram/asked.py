"""What a bot asked for: the parameters of one call, whichever of the three body formats carried them."""

import json
from dataclasses import dataclass, field
from typing import Any

from demo.telegram.plain import Plain
from demo.telegram.refusals import bad

YES = {"true", "yes", "1"}


@dataclass(slots=True)
class Upload:
    """A file inside a multipart body."""

    name: str
    mime: str
    content: bytes


@dataclass(slots=True)
class Asked:
    """Parameters by name: strings from forms, any JSON value from JSON bodies; uploads apart."""

    given: Plain
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The parameter's words; empty if it isn't there."""
        value = self.given.get(name)
        if value is None:
            return ""
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    def number(self, name: str) -> int | None:
        """The parameter as a whole number; None if it isn't there or isn't one."""
        value = self.given.get(name)
        if value is None or isinstance(value, bool):
            return None
        try:
            return int(value)
        except (TypeError, ValueError):
            return None

    def decimal(self, name: str) -> float:
        """The parameter as a number; 400 if it isn't one."""
        try:
            return float(self.text(name))
        except ValueError:
            raise bad(f"{name} must be a number") from None

    def flag(self, name: str) -> bool:
        """Whether it was said to be true; in forms the word "true" arrives."""
        return self.text(name).lower() in YES

    def json(self, name: str, called: str = "") -> Any:
        """The parameter as a JSON value, already parsed or still a string; None if it isn't there."""
        value = self.given.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad(f"can't parse {called or name} JSON object") from None

    def object(self, name: str, called: str = "") -> Plain | None:
        """As `json`, and it must be an object."""
        value = self.json(name, called)
        if value is not None and not isinstance(value, dict):
            raise bad("object expected as " + (called or name.replace("_", " ")))
        return value

    def list(self, name: str) -> list[Any]:
        """As `json`, and it must be an array; empty if it isn't there."""
        value = self.json(name)
        if value is not None and not isinstance(value, list):
            raise bad(f"expected an Array of {name}")
        return value or []
