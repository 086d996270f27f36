"""What `check` finds, one finding after the other: what was looked at, how it stands, what to do."""

from dataclasses import asdict, dataclass

OK, WARNING, PROBLEM = "ok", "warning", "problem"
SIGNS = {OK: "✓", WARNING: "!", PROBLEM: "✗"}


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at; `do` says what to do about it, where something is to be done."""

    about: str
    state: str
    says: str
    do: str = ""

    def line(self) -> str:
        """The finding for a console."""
        return f"{SIGNS[self.state]} {self.about:<13} {self.says}" + (f": {self.do}" if self.do else "")

    def document(self) -> dict[str, str | None]:
        """The finding for a machine."""
        return {**asdict(self), "do": self.do or None}


def ok(about: str, says: str) -> Finding:
    """As it should be."""
    return Finding(about, OK, says)


def warning(about: str, says: str, do: str) -> Finding:
    """It works, and could be better."""
    return Finding(about, WARNING, says, do)


def problem(about: str, says: str, do: str) -> Finding:
    """It doesn't work."""
    return Finding(about, PROBLEM, says, do)
