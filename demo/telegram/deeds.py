"""What is done on the page's phones, on its clock and with its plug, one deed a function."""

import asyncio
from collections.abc import Awaitable, Callable

from demo.telegram.asked import Asked
from demo.telegram.night import Push, target
from demo.telegram.page import Page
from demo.telegram.phone import Phone
from demo.telegram.plain import Plain, given
from demo.telegram.refusals import Refused, bad
from demo.telegram.sending import place

MOST_AT_ONCE = 10_000

Deed = Callable[[Page, Asked], Plain | Awaitable[Plain]]


async def do(page: Page, deed: str, asked: Asked) -> Plain:
    """One deed by its name; 404 if there is no such deed, else what it answers."""
    if deed not in DEEDS:
        raise Refused(404, "Not Found: there is no such deed")
    done = DEEDS[deed](page, asked)
    return await done if isinstance(done, Awaitable) else done


def needed(asked: Asked, name: str) -> int:
    """A number without which nothing can be done."""
    number = asked.number(name)
    if number is None:
        raise bad(f"{name} is missing")
    return number


def phone(page: Page, asked: Asked) -> Phone:
    """The phone on which something is done: the chat's own person, or in a group whoever `by` names."""
    chat = needed(asked, "chat")
    return Phone(page.tg, asked.number("by") or chat, chat)


def say(page: Page, asked: Asked) -> Plain:
    """Type a text."""
    return {"message": phone(page, asked).say(asked.text("text"), asked.number("reply_to"))}


def start(page: Page, asked: Asked) -> Plain:
    """Press START."""
    return {"message": phone(page, asked).start(asked.text("payload"))}


def tap(page: Page, asked: Asked) -> Plain:
    """Tap an inline button."""
    return {"callback_id": phone(page, asked).tap(needed(asked, "message_id"), button(page, asked))}


def button(page: Page, asked: Asked) -> str:
    """The data of the button that was tapped, by itself or by its place."""
    if "data" in asked.given:
        return asked.text("data")
    message = page.tg.messages.find(needed(asked, "chat"), needed(asked, "message_id")) or {}
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    try:
        return str(rows[needed(asked, "row")][needed(asked, "column")]["callback_data"])
    except LookupError:
        raise bad("there is no such button") from None


def edit(page: Page, asked: Asked) -> Plain:
    """Change one's own message."""
    return {"message": phone(page, asked).edit(needed(asked, "message_id"), asked.text("text"))}


def contact(page: Page, asked: Asked) -> Plain:
    """Share a card."""
    names = ("phone_number", "first_name", "last_name")
    card = given(**{name: asked.text(name) for name in names}, user_id=asked.number("user_id"))
    return {"message": phone(page, asked).contact(card or None, asked.number("reply_to"))}


def location(page: Page, asked: Asked) -> Plain:
    """Share a place."""
    return {"message": phone(page, asked).location(**place(asked))}


def file(page: Page, asked: Asked) -> Plain:
    """Send a file; pictures go as photos unless another kind is named."""
    if "file" not in asked.uploads:
        raise bad("file is missing")
    upload = asked.uploads["file"]
    kind = asked.text("kind") or ("photo" if upload.mime.startswith("image/") else "document")
    return {"message": phone(page, asked).file(upload, kind, asked.text("caption"))}


def sticker(page: Page, asked: Asked) -> Plain:
    """Send a sticker."""
    return {"message": phone(page, asked).sticker(asked.text("emoji") or "👍")}


def react(page: Page, asked: Asked) -> Plain:
    """React to a message."""
    phone(page, asked).react(needed(asked, "message_id"), asked.text("emoji") or None)
    return {}


def forward(page: Page, asked: Asked) -> Plain:
    """Forward a message."""
    return {"message": phone(page, asked).forward(needed(asked, "message_id"), needed(asked, "to"))}


def delete(page: Page, asked: Asked) -> Plain:
    """Remove a message."""
    phone(page, asked).delete(needed(asked, "message_id"))
    return {}


def block(page: Page, asked: Asked) -> Plain:
    """Block the bot."""
    phone(page, asked).block()
    return {}


def unblock(page: Page, asked: Asked) -> Plain:
    """Let the bot in again."""
    phone(page, asked).unblock()
    return {}


async def language(page: Page, asked: Asked) -> Plain:
    """Set a phone to another language; the house says old cards again in it."""
    person = needed(asked, "person")
    Phone(page.tg, person)
    page.tg.people.speak(person, asked.text("language"))
    shown = Phone(page.tg, person).shown()
    page.tg.events.tell("person", person=shown)
    page.tg.events.tell("commands")
    if page.house.speak:
        await page.house.speak(person, asked.text("language"))
    return {"person": shown}


def person(page: Page, asked: Asked) -> Plain:
    """A new phone."""
    if not asked.text("first_name"):
        raise bad("first_name is missing")
    names = {name: asked.text(name) for name in ("first_name", "last_name", "username")}
    user = page.tg.people.add(
        given(id=asked.number("id"), **names, language_code=asked.text("language")), asked.text("role_hint")
    )
    shown = Phone(page.tg, user["id"]).shown()
    page.tg.events.tell("person", person=shown)
    return {"person": shown}


def group(page: Page, asked: Asked) -> Plain:
    """A group with the bot in it, made by its first member."""
    members = [int(one) for one in asked.list("members")]
    if not members or not asked.text("title"):
        raise bad("a group has a title and members")
    for one in members:
        Phone(page.tg, one)
    number = page.tg.chats.group(asked.text("title"), members, asked.text("privacy") != "false")
    page.tg.events.tell("group", group=page.tg.chats.shown(number))
    Phone(page.tg, members[0], number).membership("left", "member")
    return {"group": page.tg.chats.shown(number)}


def clock(page: Page, asked: Asked) -> Plain:
    """Push the clock; progress is told as it goes."""
    if page.push is not None and not page.push.done():
        raise Refused(409, "Conflict: the clock is being pushed")
    now = page.tg.clock.now()
    until = target(asked.text("push"), now)
    pushed = Push(asked.text("push"), page.tg.clock, page.house, until, lambda progress: step(page, progress))
    page.push = asyncio.create_task(pushed.run())
    page.push.add_done_callback(lambda task: task.cancelled() or task.exception())
    return {"from": now.isoformat(timespec="seconds"), "until": until.isoformat(timespec="seconds")}


def step(page: Page, progress: Plain) -> None:
    """The clock went a step further."""
    page.tg.events.tell("progress", **progress)
    over = progress["phase"] in {"done", "failed"}
    page.tg.events.tell("clock", clock={**page.clock(), "pushing": not over})
    page.tell_news()


async def plug(page: Page, asked: Asked) -> Plain:
    """Pull the plug and put it in again."""
    if page.house.plug is None:
        raise bad("there is no plug to pull")
    if page.unplugged:
        raise Refused(409, "Conflict: the plug is out")
    page.unplugged = True
    page.tell_news()
    try:
        await page.house.plug()
    finally:
        page.unplugged = False
        page.tell_news()
    return {"bot": page.bot()}


async def many(page: Page, asked: Asked) -> Plain:
    """Several deeds one after the other, each named by `what`."""
    deeds = asked.list("do")
    if len(deeds) > MOST_AT_ONCE:
        raise bad("too much at once")
    return {"results": [await do(page, str(deed.get("what")), Asked(deed)) for deed in deeds]}


DEEDS: dict[str, Deed] = {
    deed.__name__: deed
    for deed in (say, start, tap, edit, contact, location, file, sticker, react, forward, delete, block, unblock)
} | {"press": say, "language": language, "person": person, "group": group, "clock": clock, "plug": plug, "many": many}
