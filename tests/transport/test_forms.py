"""How a row and its words become a call of the Bot API."""

from dataclasses import dataclass

from tests.transport.rows import row
from transport.forms import form, toast
from transport.spoken import Document, Spoken


@dataclass(frozen=True)
class Tap:
    """A button."""

    label: str
    data: str | None = None
    url: str | None = None
    copy: str | None = None


ROWS = ((Tap("Undo", data="undo:5"), Tap("Page", url="https://example.com/")), (Tap("Copy", copy="words"),))


def test_a_message_is_html_with_its_buttons_and_no_preview() -> None:
    asked = form(row(5), Spoken("<b>Blue Mill</b>", ROWS), None)
    assert (asked.method, asked.new) == ("sendMessage", True)
    assert asked.parameters == {
        "chat_id": 5,
        "text": "<b>Blue Mill</b>",
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
        "reply_markup": {
            "inline_keyboard": [
                [{"text": "Undo", "callback_data": "undo:5"}, {"text": "Page", "url": "https://example.com/"}],
                [{"text": "Copy", "copy_text": {"text": "words"}}],
            ]
        },
    }


def test_an_edit_names_its_message_and_drops_the_buttons_that_are_gone() -> None:
    asked = form(row(5, "edit"), Spoken("Blue Mill"), 9)
    assert (asked.method, asked.new) == ("editMessageText", False)
    assert asked.parameters["message_id"] == 9
    assert asked.parameters["reply_markup"] is None


def test_only_the_buttons_can_be_taken_away() -> None:
    assert form(row(5, "buttons"), Spoken(), 9).method == "editMessageReplyMarkup"


def test_a_picture_is_sent_and_replaced_as_a_picture() -> None:
    assert form(row(5, "photo"), Spoken("A 20", picture=b"png"), None).method == "sendPhoto"
    asked = form(row(5, "edit"), Spoken("A 20", picture=b"png"), 9)
    assert asked.method == "editMessageMedia"
    assert asked.parameters["media"]["media"].startswith("attach://")


def test_a_document_keeps_its_name() -> None:
    asked = form(row(5, "document"), Spoken("客户", document=Document("客户.xlsx", b"x")), None)
    assert asked.method == "sendDocument"
    assert asked.parameters["document"].filename == "客户.xlsx"


def test_a_reply_keyboard_goes_with_a_message_that_has_no_buttons_of_its_own() -> None:
    asked = form(row(5), Spoken("Gone", keyboard={"remove_keyboard": True}), None)
    assert asked.parameters["reply_markup"] == {"remove_keyboard": True}


def test_a_sign_is_put_on_the_persons_own_message() -> None:
    asked = form(row(5, "react", facts={"sign": "👌", "message_id": 7}), Spoken(), None)
    assert asked.method == "setMessageReaction"
    assert asked.parameters == {"chat_id": 5, "message_id": 7, "reaction": [{"type": "emoji", "emoji": "👌"}]}


def test_a_toast_is_plain_and_short_and_may_be_silent() -> None:
    assert toast("q", "5 &lt; 6").parameters["text"] == "5 < 6"
    assert len(toast("q", "x" * 500).parameters["text"]) == 200
    assert toast("q").parameters["text"] is None
