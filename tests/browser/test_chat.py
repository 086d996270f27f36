"""What is said and tapped in a chat, as the page shows it."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import GRACE, MIA, Phones
from tests.browser.town import Bot


def test_what_a_person_writes_stands_on_the_right_and_the_answer_on_the_left(phones: Phones, bot: Bot) -> None:
    phones.mia.say("visited Acme, wants a quote")
    expect(phones.mia.sees("visited Acme")).to_have_class("row mine fresh")
    assert bot.hear()["message"]["text"] == "visited Acme, wants a quote"
    bot.say(MIA, "✅ Acme · visit 1")
    expect(phones.mia.sees("Acme · visit 1")).to_have_class("row theirs fresh")
    expect(phones.grace.rows).to_have_count(0)


def test_ticks_are_single_until_the_bot_has_read(phones: Phones, bot: Bot) -> None:
    phones.mia.say("hello")
    expect(phones.mia.sees("hello").locator(".tick")).to_have_attribute("data-seen", "no")
    bot.call("sendChatAction", chat_id=MIA, action="typing")
    expect(phones.mia.last.locator(".tick")).to_have_attribute("data-seen", "yes")
    expect(phones.mia.node.locator(".doing")).to_contain_text("typing")


def test_a_tap_reaches_the_bot_and_its_answer_floats_by(phones: Phones, bot: Bot) -> None:
    card = bot.say(MIA, "Acme", ["Amount", "Date"], ["Undo"])
    phones.mia.tap("Undo")
    tapped = bot.hear()["callback_query"]
    assert (tapped["data"], tapped["message"]["message_id"]) == ("Undo", card)
    expect(phones.mia.last.locator(".key.waiting")).to_have_text("Undo")
    bot.call("answerCallbackQuery", callback_query_id=tapped["id"], text="Undone")
    expect(phones.mia.node.locator(".toast")).to_have_text("Undone")
    expect(phones.mia.last.locator(".key.waiting")).to_have_count(0)


def test_an_alert_waits_until_it_is_confirmed(phones: Phones, bot: Bot) -> None:
    bot.say(MIA, "Acme", ["Undo"])
    phones.mia.tap("Undo")
    bot.call(
        "answerCallbackQuery", callback_query_id=bot.hear()["callback_query"]["id"], text="Too late", show_alert=True
    )
    box = phones.mia.node.get_by_role("alertdialog")
    expect(box).to_contain_text("Too late")
    phones.page.keyboard.press("Enter")
    expect(box).to_have_count(0)


def test_an_edited_card_stays_in_its_place_and_keeps_the_focus(phones: Phones, bot: Bot) -> None:
    card = bot.say(MIA, "budget 50k", ["Amount", "Undo"])
    bot.say(MIA, "below")
    phones.mia.row("budget").locator(".key").nth(1).focus()
    rows = [[{"text": "Redo", "callback_data": "r"}, {"text": "Why", "callback_data": "w"}]]
    bot.call("editMessageText", chat_id=MIA, message_id=card, text="budget 60k", reply_markup={"inline_keyboard": rows})
    expect(phones.mia.rows.first).to_contain_text("budget 60k")
    expect(phones.mia.rows.first).to_have_class("row theirs keyed edited")
    expect(phones.mia.rows.first.locator(".key").nth(1)).to_be_focused()
    expect(phones.mia.rows).to_have_count(2)


def test_markup_in_a_message_is_only_words(phones: Phones, bot: Bot) -> None:
    phones.mia.say("<img src=x onerror=alert(1)> & <b>bold</b>")
    expect(phones.mia.last.locator(".words")).to_have_text("<img src=x onerror=alert(1)> & <b>bold</b>")
    bot.say(MIA, "<b>Acme</b> &lt;i&gt; <code>x</code> 😀 <a href='https://example.com/'>site</a>", parse_mode="HTML")
    words = phones.mia.sees("Acme <i> x 😀 site").locator(".words")
    expect(words.locator("strong")).to_have_text("Acme")
    expect(words.locator("a")).to_have_attribute("href", "https://example.com/")
    expect(words.locator("img, i")).to_have_count(0)


def test_an_own_message_is_edited_and_answered_from_its_menu(phones: Phones, bot: Bot) -> None:
    phones.mia.say("budget 50k")
    bot.hear()
    phones.mia.menu("budget 50k", "Edit")
    expect(phones.mia.box).to_have_value("budget 50k")
    phones.mia.say("budget 60k")
    assert bot.hear()["edited_message"]["text"] == "budget 60k"
    expect(phones.mia.last.locator(".meta")).to_contain_text("edited")
    phones.mia.menu("budget 60k", "Reply")
    phones.mia.say("and Friday")
    assert bot.hear()["message"]["reply_to_message"]["text"] == "budget 60k"
    expect(phones.mia.sees("and Friday").locator(".quote")).to_contain_text("budget 60k")


def test_arrow_up_in_the_empty_box_edits_the_last_message_and_escape_gives_up(phones: Phones) -> None:
    phones.mia.say("first")
    phones.mia.sees("first")
    phones.mia.box.press("ArrowUp")
    expect(phones.mia.box).to_have_value("first")
    phones.mia.box.press("Escape")
    expect(phones.mia.box).to_have_value("")


def test_the_bot_reacts_and_so_does_the_person(phones: Phones, bot: Bot) -> None:
    phones.mia.say("budget 60k")
    number = bot.hear()["message"]["message_id"]
    bot.call("setMessageReaction", chat_id=MIA, message_id=number, reaction=[{"type": "emoji", "emoji": "👌"}])
    expect(phones.mia.last.locator(".reactions")).to_have_text("👌")
    phones.mia.last.locator(".bubble").click(button="right")
    phones.mia.node.locator(".faces button", has_text="🔥").click()
    expect(phones.mia.last.locator(".reactions span")).to_have_text(["👌", "🔥"])


def test_a_deleted_message_is_gone_and_the_phone_is_empty_again(phones: Phones, bot: Bot) -> None:
    number = bot.say(MIA, "Acme")
    phones.mia.sees("Acme")
    bot.call("deleteMessage", chat_id=MIA, message_id=number)
    expect(phones.mia.rows).to_have_count(0)
    expect(phones.mia.node.locator(".begin")).to_be_visible()


def test_a_reply_keyboard_comes_is_pressed_and_goes(phones: Phones, bot: Bot) -> None:
    keyboard = [[{"text": "Today"}, {"text": "My number", "request_contact": True}]]
    bot.call("sendMessage", chat_id=MIA, text="Choose", reply_markup={"keyboard": keyboard, "resize_keyboard": True})
    phones.mia.tap("Today")
    assert bot.hear()["message"]["text"] == "Today"
    phones.mia.tap("My number")
    assert bot.hear()["message"]["contact"]["user_id"] == MIA
    bot.call("sendMessage", chat_id=MIA, text="Thanks", reply_markup={"remove_keyboard": True})
    expect(phones.mia.node.locator(".reply")).to_have_count(0)


def test_the_menu_has_the_commands_of_that_person(phones: Phones, bot: Bot) -> None:
    bot.call("setMyCommands", commands=[{"command": "today", "description": "Who first"}])
    scope = {"type": "chat", "chat_id": GRACE}
    bot.call("setMyCommands", commands=[{"command": "tiers", "description": "How we stand"}], scope=scope)
    phones.grace.node.locator(".tool.menu").click()
    expect(phones.grace.node.locator(".option")).to_have_text(["/tiersHow we stand"])
    phones.grace.node.locator(".option").click()
    assert bot.hear()["message"]["text"] == "/tiers"
    phones.mia.node.locator(".tool.menu").click()
    expect(phones.mia.node.locator(".option")).to_have_text(["/todayWho first"])


THINGS = {"Contact": ".option", "Location": ".option", "Voice note": "", "Sticker": ".faces button"}


@pytest.mark.parametrize("kind", THINGS)
def test_things_are_sent_beside_words(phones: Phones, bot: Bot, kind: str) -> None:
    phones.mia.attach(kind)
    if THINGS[kind]:
        phones.mia.node.locator(THINGS[kind]).first.click()
    assert kind.split()[0].lower() in bot.hear()["message"]
    expect(phones.mia.last.locator(".file, .place, .voice, .sticker")).to_be_visible()


def test_a_photo_is_sent_shown_and_looked_at_closely(phones: Phones, bot: Bot, tmp_path: Path) -> None:
    path = tmp_path / "shop.png"
    phones.page.screenshot(path=path, clip={"x": 0, "y": 0, "width": 200, "height": 120})
    phones.mia.attach("Photo", path)
    assert bot.hear()["message"]["photo"][-1]["width"] == 200
    picture = phones.mia.last.locator(".photo img")
    expect(picture).to_be_visible()
    assert picture.evaluate("picture => picture.decode().then(() => picture.naturalWidth)") == 200
    phones.mia.last.locator(".photo").click()
    expect(phones.page.locator("dialog.viewer img")).to_be_visible()
    phones.page.keyboard.press("Escape")
    expect(phones.page.locator("dialog.viewer")).to_have_count(0)


def test_a_document_goes_up_and_comes_down_unchanged(phones: Phones, bot: Bot, tmp_path: Path) -> None:
    path = tmp_path / "客户.csv"
    path.write_text("name,phone\nAcme,1\n")
    phones.mia.attach("File", path)
    assert bot.hear()["message"]["document"]["file_name"] == "客户.csv"
    with phones.page.expect_download() as download:
        phones.mia.last.locator("a.file").click()
    assert download.value.suggested_filename == "客户.csv"
    assert Path(download.value.path()).read_text() == "name,phone\nAcme,1\n"


def test_an_invitation_opens_on_the_phone_of_whoever_is_chosen(phones: Phones, bot: Bot) -> None:
    link = "https://t.me/huifang_demo_bot?start=7F3K-92QD"
    bot.say(GRACE, "Invitation for Mia", [{"text": "Send Mia", "url": f"https://t.me/share/url?url={link}"}])
    phones.grace.tap("Send Mia")
    phones.grace.node.locator(".option", has_text="Mia").click()
    assert bot.hear()["message"]["text"] == "/start 7F3K-92QD"
    phones.mia.sees("/start 7F3K-92QD")


def test_an_invitation_may_bring_somebody_new(phones: Phones, bot: Bot) -> None:
    bot.say(GRACE, "Join: t.me/huifang_demo_bot?start=ABC")
    phones.grace.last.locator(".words a").click()
    phones.grace.node.locator(".option", has_text="Somebody new").click()
    heard = bot.hear()["message"]
    assert heard["text"] == "/start ABC"
    assert heard["from"]["id"] not in {MIA, GRACE}
    phones.mia.sees("/start ABC")


def test_what_cannot_be_sent_goes_back_into_the_box(phones: Phones) -> None:
    phones.page.route("**/api/say", lambda route: route.abort())
    phones.mia.say("precious words")
    expect(phones.mia.node.locator(".toast")).to_be_visible()
    expect(phones.mia.box).to_have_value("precious words")


def test_copying_a_button_says_so(phones: Phones, bot: Bot) -> None:
    phones.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    bot.say(MIA, "Report ready", [{"text": "Copy", "copy_text": {"text": "1 visit: Acme"}}])
    phones.mia.tap("Copy")
    expect(phones.mia.node.locator(".toast")).to_have_text("Copied")
    assert phones.page.evaluate("navigator.clipboard.readText()") == "1 visit: Acme"
