"""Plays a transcript: people's phones against the production bot, over HTTP, with a clock that is pushed."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from actions import alarms
from actions.company import in_force
from clock import BusinessClock
from commands.alarms import Alarms
from commands.errands import Errands
from commands.wiring import Bot
from demo.telegram import LocalTelegram, Phone
from demo.telegram.asked import Upload
from storage.company import set_mark
from transport.gates import Limits

from .scene import FIRST_ID, Scene, furnish, scene_of
from .transcript import DAYS, MOMENT, Deed, Heard, NotATranscript, Transcript

FAST = Limits(overall=100_000, burst=100_000, group=100_000)
GROUP = "Team"
Event = dict[str, Any]


class Player:
    """One transcript being played."""

    def __init__(
        self, transcript: Transcript, telegram: LocalTelegram, url: str, folder: Path, errands: Errands
    ) -> None:
        self.transcript, self.telegram, self.url, self.errands = transcript, telegram, url, errands
        self.scene: Scene = scene_of(transcript.cast)
        self.clock = BusinessClock(folder / "clock.json")
        self.bot: Bot | None = None
        self.now: datetime | None = None
        self.listener = next(iter(self.scene.actors), "")
        self.said: list[tuple[str, list[Heard]]] = []
        self.keyboards: dict[tuple[int, int], list[dict[str, str]]] = {}
        """Every button that a message ever had, so that an old one can still be tapped."""
        for actor in self.scene.actors.values():
            telegram.person(
                actor.name,
                id=actor.id,
                language_code="zh-hans" if self.scene.language == "Chinese" else "en",
                opened=True,
            )
        self.group = telegram.group(GROUP, *(actor.id for actor in self.scene.actors.values()))

    async def play(self) -> list[tuple[str, list[Heard]]]:
        """Every step: whom the bot is talking with, and what it said."""
        with self.telegram.events.listening() as events:
            try:
                for step in self.transcript.steps:
                    try:
                        await self.do(step.deed)
                    except NotATranscript as no:
                        raise NotATranscript(f"{self.transcript.path.name}:{step.number}: {no}") from None
                    await self.settled()
                    await self.ring()
                    self.said.append((self.listener, self.heard(_drained(events))))
            finally:
                await self.stop()
        return self.said

    async def do(self, deed: Deed) -> None:
        """One step."""
        if deed.what == "clock":
            await self.push(deed.words)
        elif deed.what == "the bot stops":
            await self.stop()
        elif deed.what == "the bot starts":
            await self.start()
            await self.ring()
        else:
            self.act(deed)

    def act(self, deed: Deed) -> None:
        """Somebody does something."""
        name = next(
            (one for one in sorted(self.scene.actors, key=len, reverse=True) if deed.what.startswith(one)), None
        )
        if name is None:
            raise NotATranscript(f"nobody of the cast does this: {deed.what}")
        self.listener = name
        phone, what = self.phone(name), deed.what.removeprefix(name).strip()
        if what == "in the group":
            self.listener = "the group"
            self.telegram.phone(phone.person, self.group).say(deed.words)
        elif not what:
            phone.say(deed.words)
        elif found := re.fullmatch(r'edits(?: "(.+)")?', what):
            phone.edit(self.own(phone, found[1] or ""), deed.words)
        elif found := re.fullmatch(r'replies to "(.+)"', what):
            phone.say(deed.words, reply_to=self.message(phone, found[1]))
        elif found := re.fullmatch(r'taps (?P<old>old )?\[(?P<label>.+?)\](?: under "(?P<words>.+)")?', what):
            self.tap(phone, found["label"], found["words"], bool(found["old"]))
        elif found := re.fullmatch(r"(follows|sends) (?:a |an )?(.+)", what):
            phone.say(f"/start {self.link(found[2])}") if found[1] == "follows" else send(phone, found[2], deed.words)
        else:
            raise NotATranscript(f"nobody can do this: {deed.what}")

    def phone(self, name: str) -> Phone:
        """Somebody's phone."""
        return self.telegram.phone(self.scene.actors[name].id)

    def own(self, phone: Phone, words: str) -> int:
        """The last text with these words that this person wrote."""
        mine = [m for m in self.telegram.messages.of[phone.chat].values() if m["from"]["id"] == phone.person]
        return int([m for m in mine if words in m.get("text", "")][-1]["message_id"])

    def message(self, phone: Phone, words: str) -> int:
        """The latest message of this chat with these words in it."""
        found = [n for n, m in self.telegram.messages.of[phone.chat].items() if words in text_of(m)]
        if not found:
            raise NotATranscript(f'no message says "{words}"')
        return found[-1]

    def tap(self, phone: Phone, label: str, words: str | None, old: bool) -> None:
        """Tap the button with this label: on the latest message that has it, or that also has these words."""
        for number, message in reversed(self.telegram.messages.of[phone.chat].items()):
            buttons = self.keyboards.get((phone.chat, number), []) if old else buttons_of(message)
            data = [
                button["callback_data"] for button in buttons if button["text"] == label and "callback_data" in button
            ]
            if data and (words is None or words in text_of(message)):
                self.press(phone, number, data[-1])
                return
        raise NotATranscript(f"there is no button [{label}]")

    def link(self, button: str) -> str:
        """What the link behind a button carries, which somebody handed on while it was there."""
        every = [one for buttons in self.keyboards.values() for one in buttons]
        links = [one["url"] for one in every if f"[{one['text']}]" == button and "url" in one]
        if not links:
            raise NotATranscript(f"there is no button {button} with a link")
        shared = parse_qs(urlsplit(links[-1]).query)["url"][0]
        return parse_qs(urlsplit(shared).query)["start"][0]

    def press(self, phone: Phone, number: int, data: str) -> None:
        """The tap itself; also of a button that was there a moment ago."""
        message = self.telegram.messages.of[phone.chat][number]
        callback = self.telegram.callbacks.add(phone.chat)
        tapped = {"id": callback, "from": phone.user, "message": message, "chat_instance": "1", "data": data}
        self.telegram.deliver("callback_query", tapped)

    async def push(self, words: str) -> None:
        """Push the clock, through everything that falls due on the way."""
        until = self.moment(words)
        if self.now is None:
            self.set_clock(until)
            await self.begin()
            return
        while self.bot is not None:
            company = await self.bot.desk.ask(in_force)
            due = await self.bot.desk.ask(alarms.next_due, company, self.clock.now())
            if due > until:
                break
            self.set_clock(due)
            await self.ring()
        self.set_clock(until)
        await self.ring()

    def moment(self, words: str) -> datetime:
        """The moment that a line of the clock means: the next one with that weekday and time."""
        found = MOMENT.match(words)
        assert found is not None
        at = datetime.strptime(found["time"], "%H:%M").time()  # noqa: DTZ007
        if found["date"]:
            on = datetime.strptime(found["date"], "%d %B %Y").date()  # noqa: DTZ007
        elif self.now is None:
            raise NotATranscript("the first moment needs a date: wednesday 18 november 2026 09:41")
        else:
            today = self.now.astimezone(self.scene.zone)
            days = (DAYS.index(found["weekday"].lower()) - today.weekday()) % 7 if found["weekday"] else 0
            if found["weekday"] and days == 0 and at < today.time():
                days = 7
            on = today.date() + timedelta(days)
        if found["weekday"] and DAYS[on.weekday()] != found["weekday"].lower():
            raise NotATranscript(f"{on} is no {found['weekday']}")
        until = datetime.combine(on, at, self.scene.zone).astimezone(UTC)
        if self.now is not None and until < self.now:
            raise NotATranscript(f"{words} is over already")
        return until

    def set_clock(self, now: datetime) -> None:
        """Business time is this now, for the bot and for Telegram alike."""
        self.now = now
        ahead = now - datetime.now(UTC)
        self.telegram.clock.offset = ahead
        assert self.clock.file is not None
        self.clock.file.write_text(f"{ahead.total_seconds()}\n", "ascii")

    async def begin(self) -> None:
        """The scene is set, the bot starts."""
        assert self.now is not None
        await self.start()
        assert self.bot is not None
        await self.bot.desk.do(furnish, self.scene, self.bot.settings, self.now)
        await self.bot.desk.do(set_mark, "bot", "huifang_bot")
        await self.ring()

    async def start(self) -> None:
        """The bot starts, on whatever is in the database."""
        settings = self.scene.settings(self.url, self.telegram.base_url, self.telegram.token)
        self.bot = Bot(settings, self.clock, FAST)
        self.bot.alarms = Alarms(self.bot.desk, self.errands, self.clock.now, self.bot.line.sender.hand)
        await self.bot.line.start()

    async def stop(self) -> None:
        """The bot stops in good order."""
        if self.bot is not None:
            await self.bot.line.stop()
            self.bot.close()
            self.bot = None

    async def ring(self) -> None:
        """The alarms ring, and what they say is said."""
        if self.bot is not None:
            await self.bot.alarms.ring()
            await self.settled()

    async def settled(self) -> None:
        """Wait until the bot has heard, answered and said everything."""
        if self.bot is None:
            return
        async with asyncio.timeout(20):
            while self.telegram.updates.pending:  # noqa: ASYNC110 - what is waited for rings no bell
                await asyncio.sleep(0.002)
            await self.bot.line.settled()
            await self.bot.line.sender.toasts.done()

    def heard(self, events: list[Event]) -> list[Heard]:
        """What the bot did, phone by phone: whoever it is talking with first, then the others of the cast."""
        names = {actor.id: actor.name for actor in self.scene.actors.values()} | {self.group: "the group"}
        order = [self.listener, *(name for name in names.values() if name != self.listener)]
        told = [
            (names[event["chat"]], one) for event in events if event.get("chat") in names and (one := self.told(event))
        ]
        by_phone = sorted(told, key=lambda pair: (order.index(pair[0]), pair[1][0] != "flashes"))
        return [Heard(name, how, lines) for name, (how, lines) in by_phone]

    def told(self, event: Event) -> tuple[str, tuple[str, ...]] | None:
        """How the bot did something, in lines; None where it wasn't the bot, or nothing to see."""
        kind = event["event"]
        if kind in ("message", "edit") and event["message"]["from"]["is_bot"]:
            message = event["message"]
            self.keyboards.setdefault((event["chat"], message["message_id"]), []).extend(buttons_of(message))
            return "says" if kind == "message" else "edits", shown(message)
        if kind == "toast" and event.get("text"):
            return "flashes", tuple(event["text"].split("\n"))
        if kind == "reaction":
            signs = [one["emoji"] for one in event["reactions"] if one["by"] < FIRST_ID]
            return ("reacts", (" ".join(signs),)) if signs else None
        return None


def shown(message: Event) -> tuple[str, ...]:
    """A message as a transcript has it: its lines, then its rows of buttons."""
    picture = ["(a picture)"] if "photo" in message else ["(a file)"] if "document" in message else []
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    rows += message.get("_reply_keyboard", {}).get("keyboard", [])
    return (
        *picture,
        *text_of(message).split("\n"),
        *(" ".join(f"[{button['text']}]" for button in row) for row in rows),
    )


def text_of(message: Event) -> str:
    """The words of a message."""
    return str(message.get("text") or message.get("caption") or "")


def buttons_of(message: Event) -> list[dict[str, str]]:
    """The buttons under a message."""
    return [button for row in message.get("reply_markup", {}).get("inline_keyboard", []) for button in row]


def send(phone: Phone, what: str, words: str) -> None:
    """Something that isn't words."""
    if what in ("voice note", "photo", "file", "video"):
        kind = {"voice note": "voice", "file": "document"}.get(what, what)
        phone.file(
            Upload(f"{kind}.bin", "application/octet-stream", PIXEL if kind == "photo" else b"OggS"), kind, words
        )
    elif what == "sticker":
        phone.sticker()
    elif what == "location":
        phone.location(1.3, 103.8)
    elif what == "contact":
        name, _, number = words.rpartition(" ")
        phone.contact({"first_name": name, "phone_number": number})
    else:
        raise NotATranscript(f"nobody can send this: {what}")


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c020000000b4944415478da6364f80f00010501012718e366"
    "0000000049454e44ae426082"
)


def _drained(events: "asyncio.Queue[Event | None]") -> list[Event]:
    found = []
    while not events.empty():
        event = events.get_nowait()
        assert event is not None
        found.append(event)
    return found


@asynccontextmanager
async def player(transcript: Transcript, url: str, folder: Path, errands: Errands) -> AsyncIterator[Player]:
    """A transcript with a Telegram of its own."""
    async with LocalTelegram("42:transcript", username="huifang_bot") as telegram:
        yield Player(transcript, telegram, url, folder, errands)
