"""A transcript as it is written: the cast, then what people do and what the bot says to it, in order."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

INDENT = 13
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MOMENT = re.compile(
    rf"(?:(?P<weekday>{'|'.join(DAYS)})(?: (?P<date>\d+ \w+ \d{{4}}))? )?(?P<time>\d\d:\d\d)$", re.IGNORECASE
)
BOT = re.compile(r"bot(?: to (?P<to>[^:,]+?))?(?:,? (?P<how>edits|reacts|flashes|deletes))?:(?P<words>.*)$")
DEED = re.compile(r'((?:[^:\["]|\[[^\]]*\]|"[^"]*")*):?(.*)$')
"""What somebody does, and after a colon the words; a colon inside a button or a quotation is none."""
CAST = re.compile(r"(company|language|people|customer|group|set-up code):(.*)$")


class NotATranscript(ValueError):
    """A line that doesn't follow the format; the message says which and why."""


@dataclass(frozen=True)
class Heard:
    """One thing that the bot said or did: a message, or how it changed one; `to` is whose phone shows it."""

    to: str
    how: str
    lines: tuple[str, ...]

    def written(self, listener: str) -> str:
        """As it stands in a transcript, where `listener` is whom the bot is talking with."""
        to = "" if self.to == listener else f" to {self.to}"
        how = "" if self.how == "says" else f"{',' if to else ''} {self.how}"
        first, *rest = self.lines or ("",)
        head = f"bot{to}{how}:".ljust(INDENT)
        return "\n".join([f"{head}{'' if head[-1] == ' ' else ' '}{first}", *(" " * INDENT + line for line in rest)])


class Deed(NamedTuple):
    """Something a person does, or the clock: its line without what follows the colon, and the words."""

    what: str
    words: str


@dataclass
class Step:
    """A deed and what the bot is expected to say to it. `above` is what stands before: comments and empty lines."""

    number: int
    above: list[str]
    raw: list[str]
    deed: Deed
    expected: list[tuple[str, ...]] = field(default_factory=list)
    """Raw lines of what the bot says, one entry per message."""


@dataclass
class Transcript:
    """The whole file."""

    path: Path
    head: list[str]
    """The lines before the first deed, as they are."""
    cast: list[tuple[str, str, list[str]]]
    """(kind, words, indented lines) of the cast."""
    steps: list[Step]
    tail: list[str]


def read(path: Path) -> Transcript:
    """A transcript from its file."""
    head: list[str] = []
    cast: list[tuple[str, str, list[str]]] = []
    steps: list[Step] = []
    above: list[str] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            above.append(line)
        elif line[0] in " \t":
            _continued(line, head, cast, steps, above)
        elif not steps and (found := CAST.match(line)):
            head += [*above, line]
            cast.append((found[1], found[2].strip(), []))
            above = []
        elif BOT.match(line):
            if not steps:
                raise NotATranscript(f"{path.name}:{number}: the bot speaks before anybody does anything")
            steps[-1].expected.append((line,))
        else:
            steps.append(Step(number, above, [line], _deed(line)))
            above = []
    return Transcript(path, head, cast, steps, above)


def _continued(
    line: str, head: list[str], cast: list[tuple[str, str, list[str]]], steps: list[Step], above: list[str]
) -> None:
    """An indented line belongs to what stands above it."""
    if not steps:
        head += [*above, line]
        cast[-1][2].append(line.strip())
    elif steps[-1].expected:
        steps[-1].expected[-1] += (line,)
    else:
        deed = steps[-1].deed
        steps[-1].raw.append(line)
        steps[-1].deed = Deed(deed.what, f"{deed.words}\n{line.strip()}")
    above.clear()


def _deed(line: str) -> Deed:
    if MOMENT.match(line.strip()):
        return Deed("clock", line.strip())
    found = DEED.match(line)
    assert found is not None
    return Deed(found[1].strip(), found[2].strip())


def expected(step: Step, listener: str) -> list[Heard]:
    """What a step expects the bot to say; `...` stands for anything."""
    found = []
    for raw in step.expected:
        match = BOT.match(raw[0])
        assert match is not None
        lines = [match["words"], *raw[1:]]
        said = tuple(line.strip() for line in lines if line.strip())
        found.append(Heard((match["to"] or listener).strip(), match["how"] or "says", said))
    return found


def written(transcript: Transcript, said: list[tuple[str, list[Heard]]]) -> str:
    """The transcript with these words of the bot: per step whom it is talking with, and what it said."""
    lines = list(transcript.head)
    for step, (listener, heard) in zip(transcript.steps, said, strict=False):
        lines += [*step.above, *step.raw, *(one.written(listener) for one in heard)]
    for step in transcript.steps[len(said) :]:
        lines += [*step.above, *step.raw, *("\n".join(raw) for raw in step.expected)]
    return "\n".join([*lines, *transcript.tail]) + "\n"
