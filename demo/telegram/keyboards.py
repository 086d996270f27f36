"""Keyboards under messages and under the composer, refused where Telegram refuses them."""

from typing import Any

from demo.telegram.asked import Asked
from demo.telegram.links import for_button
from demo.telegram.plain import Plain, units
from demo.telegram.refusals import bad

ACTIONS = {"url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
           "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay", "disabled"}  # fmt: skip
LONGEST_DATA = 64
LONGEST_COPY = 256
MOST_BUTTONS = 100
STYLES = {"danger", "success", "primary"}
INLINE = "Can't parse inline keyboard button"
REPLY = "Can't parse keyboard button"


def markup(asked: Asked, chat: int) -> tuple[Plain, Plain | None]:
    """The call's keyboard as (inline part of the message, reply keyboard); 400 where Telegram wouldn't take it.

    `Message.reply_markup` carries inline keyboards only; what shows under the composer travels beside it.
    """
    given = asked.object("reply_markup", "reply keyboard markup")
    if not given:
        return {}, None
    if "inline_keyboard" in given:
        rows = [[inline(button) for button in row] for row in rows_of(given["inline_keyboard"], "inline_keyboard")]
        counted(rows)
        return ({"reply_markup": {"inline_keyboard": rows}} if any(rows) else {}), None
    if "keyboard" in given:
        rows = [[under(button, chat) for button in row] for row in rows_of(given["keyboard"], "keyboard")]
        counted(rows)
        return {}, {**given, "keyboard": rows}
    if given.get("force_reply") or given.get("remove_keyboard"):
        return {}, given
    return {}, None


def only_inline(asked: Asked, chat: int) -> Plain:
    """The keyboard of an edit: inline or none."""
    inside, under_composer = markup(asked, chat)
    if under_composer is not None:
        raise bad("inline keyboard expected")
    return inside


def rows_of(rows: Any, name: str) -> list[list[Any]]:
    """The rows that have buttons."""
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad(f'object expected as reply markup: Field "{name}" must be an Array of Arrays')
    return [row for row in rows if row]


def counted(rows: list[list[Plain]]) -> None:
    """Not too many buttons."""
    if sum(map(len, rows)) > MOST_BUTTONS:
        raise bad("reply markup is too long")


def label(button: Any, where: str) -> str:
    """The button's text, which it must have."""
    if not isinstance(button, dict):
        raise bad(f"{where}: expected an Object")
    if not isinstance(button.get("text"), str):
        raise bad(f'{where}: Field "text" must be of type String')
    if not button["text"].strip():
        raise bad(f"{where}: Button text must be non-empty" if where == REPLY else "BUTTON_TEXT_INVALID")
    if button.get("style") and button["style"] not in STYLES:
        raise bad(f"{where}: Invalid button style specified")
    return str(button["text"])


def inline(button: Any) -> Plain:
    """A button under a message: a text and exactly one thing that it does."""
    label(button, INLINE)
    actions = ACTIONS & button.keys()
    if len(actions) != 1:
        raise bad(f"{INLINE}: Text buttons are unallowed in the inline keyboard")
    if "callback_data" in actions and not fits(button["callback_data"]):
        raise bad("BUTTON_DATA_INVALID")
    if "copy_text" in actions and not copied(button["copy_text"]):
        raise bad("BUTTON_COPY_TEXT_INVALID")
    return {**button, "url": address(str(button["url"]))} if "url" in actions else dict(button)


def fits(words: object) -> bool:
    """Callback data: 1 to 64 bytes."""
    return isinstance(words, str) and 0 < len(words.encode()) <= LONGEST_DATA


def copied(given: object) -> bool:
    """Text to copy: 1 to 256 characters."""
    words = given.get("text") if isinstance(given, dict) else None
    return isinstance(words, str) and 0 < units(words) <= LONGEST_COPY


def address(words: str) -> str:
    """A button's address, which must lead somewhere from anybody's phone."""
    found = for_button(words)
    if found is None:
        raise bad(f"inline keyboard button URL '{words}' is invalid: Wrong HTTP URL")
    return found


def under(button: Any, chat: int) -> Plain:
    """A button under the composer: its text, or a request for a contact or a location."""
    button = {"text": button} if isinstance(button, str) else button
    label(button, REPLY)
    if chat < 0 and button.get("request_contact"):
        raise bad("phone number can be requested in private chats only")
    if chat < 0 and button.get("request_location"):
        raise bad("location can be requested in private chats only")
    return dict(button)
