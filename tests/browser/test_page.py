"""The page around the chats: examples, language, theme, the clock, the plug, narrow screens, lost connections."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import GRACE, MIA, Phones
from tests.browser.handset import Handset
from tests.browser.town import Bot, Mornings, Town

ENTRIES = [
    {"id": MIA, "first_name": "Mia", "hint": "salesperson", "opened": True},
    {"id": GRACE, "first_name": "Grace", "hint": "manager", "opened": True},
]
NARROW = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}


def test_nobody_faces_an_empty_box(phones: Phones, bot: Bot) -> None:
    expect(phones.mia.node.locator(".examples button")).to_have_count(5)
    expect(phones.grace.node.locator(".examples button")).to_have_count(5)
    phones.grace.node.locator(".examples button", has_text="A silent").click()
    expect(phones.grace.box).to_have_value("A silent")
    phones.grace.box.press("Enter")
    assert bot.hear()["message"]["text"] == "A silent"


def test_start_stands_where_nothing_was_said(phones: Phones, bot: Bot) -> None:
    phones.mia.node.locator(".begin").click()
    assert bot.hear()["message"]["text"] == "/start"
    expect(phones.mia.node.locator(".begin")).to_have_count(0)


def test_one_switch_changes_the_page_and_both_people(phones: Phones, mornings: Mornings) -> None:
    expect(phones.page.locator("html")).to_have_attribute("lang", "en")
    phones.page.locator(".switch.language").click()
    expect(phones.page.locator("html")).to_have_attribute("lang", "zh-CN")
    expect(phones.page.locator(".push.big")).to_have_text("下个早上 08:30")
    expect(phones.mia.box).to_have_attribute("placeholder", "写消息")
    expect(phones.page.locator(".switch.language")).to_have_text("EN")
    phones.page.wait_for_function(
        "fetch('/api/state').then(r => r.json()).then(s => s.people.every(p => p.language === 'zh-hans'))"
    )
    assert sorted(mornings.spoken) == [(MIA, "zh-hans"), (GRACE, "zh-hans")]


def test_a_browser_in_another_language_than_the_people_is_followed_once(
    window: Callable[..., Page], mornings: Mornings
) -> None:
    page = window(locale="zh-CN")
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    expect(page.locator(".switch.language")).to_have_text("EN")
    page.wait_for_function(
        "fetch('/api/state').then(r => r.json()).then(s => s.people.every(p => p.language === 'zh-hans'))"
    )
    assert sorted(mornings.spoken) == [(MIA, "zh-hans"), (GRACE, "zh-hans")]
    page.locator(".switch.language").click()
    page.reload()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_the_chosen_language_and_theme_are_remembered(phones: Phones) -> None:
    phones.page.locator(".switch.language").click()
    phones.page.locator(".switch.theme").click()
    expect(phones.page.locator("html")).to_have_attribute("data-theme", "dark")
    phones.page.reload()
    expect(phones.page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(phones.page.locator("html")).to_have_attribute("lang", "zh-CN")


def test_the_hint_is_for_the_first_visit(phones: Phones) -> None:
    expect(phones.page.locator(".hint")).to_be_visible()
    phones.page.locator("[data-push=hour]").click()
    expect(phones.page.locator(".now time")).to_have_text("11:00")
    phones.page.reload()
    expect(phones.page.locator(".plug")).to_be_visible()
    expect(phones.page.locator(".hint")).to_be_hidden()


def test_the_next_morning_arrives_and_says_what_the_night_did(phones: Phones) -> None:
    phones.page.locator("[data-push=morning]").click()
    expect(phones.page.locator(".now time")).to_have_text("08:30")
    morning = phones.page.locator(".strip li")
    expect(morning).to_contain_text("200 customers judged · 1 up · 3 reminders")


def test_a_week_passes_morning_by_morning(phones: Phones) -> None:
    phones.page.locator("[data-push=week]").click()
    expect(phones.page.locator(".strip li.sum")).to_have_text("All 7 nights 7 up · 21 reminders")
    expect(phones.page.locator(".strip li:not(.sum)")).to_have_count(7)
    expect(phones.page.locator("[data-push=week]")).to_have_attribute("aria-disabled", "false")


def test_the_plug_is_pulled_in_the_middle_of_a_message(phones: Phones, bot: Bot, mornings: Mornings) -> None:
    phones.mia.box.fill("visited Acme")
    phones.page.locator(".plug").click()
    expect(phones.page.locator(".health .state")).to_have_text("bot is down")
    expect(phones.page.locator(".health .state")).to_have_text("bot running")
    assert mornings.plugs == 1
    assert bot.hear()["message"]["text"] == "visited Acme"
    expect(phones.page.locator(".health .counts")).to_have_text("lost 0 · doubled 0")


def test_a_narrow_page_shows_one_phone_at_a_time(window: Callable[..., Page], bot: Bot) -> None:
    page = window(**NARROW)
    mia, grace = Handset(page, 0), Handset(page, 1)
    expect(mia.box).to_be_visible()
    expect(grace.box).to_be_hidden()
    bot.say(GRACE, "Morning, Grace")
    expect(page.get_by_role("tab", name="Grace").locator(".count")).to_have_text("1")
    page.get_by_role("tab", name="Grace").click()
    grace.sees("Morning, Grace")
    expect(mia.box).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    grace.hold("Mia")
    expect(page.get_by_role("tab", name="Grace")).to_have_count(0)


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (768, 1024), (390, 844), (320, 640)])
def test_nothing_sticks_out_at_any_width(window: Callable[..., Page], bot: Bot, size: tuple[int, int]) -> None:
    bot.say(MIA, "一" * 300, ["没联系上", "推迟", "为什么", "‹"])
    bot.say(MIA, "W" * 300)
    page = window(*size)
    expect(Handset(page, 0).rows).to_have_count(2)
    right = page.locator(".chosen .bubble, .chosen .key, .push").evaluate_all(
        "nodes => nodes.map((node) => node.getBoundingClientRect().right)"
    )
    assert max(right) <= size[0]
    assert page.evaluate(
        "document.documentElement.scrollWidth <= innerWidth && document.body.scrollHeight <= innerHeight"
    )


def test_a_lost_connection_heals_and_brings_what_was_missed(phones: Phones, town: Town, bot: Bot) -> None:
    bot.say(MIA, "before")
    phones.mia.sees("before")
    town.close()
    expect(phones.page.locator(".lost")).to_be_visible()
    phones.mia.box.fill("half a sentence")
    town.again(*ENTRIES)
    bot.offset = 0
    bot.say(MIA, "after the break")
    expect(phones.page.locator(".lost")).to_be_hidden()
    phones.mia.sees("after the break")
    expect(phones.mia.box).to_have_value("half a sentence")
    bot.say(MIA, "and live again")
    phones.mia.sees("and live again")


def test_whoever_reads_above_is_not_pulled_down(phones: Phones, bot: Bot) -> None:
    for number in range(30):
        bot.say(MIA, f"line {number}\n" * 3)
    phones.mia.sees("line 29")
    log = phones.mia.node.get_by_role("log")
    log.evaluate("log => { log.scrollTop = 300 }")
    expect(phones.mia.node.locator(".down")).to_be_visible()
    bot.say(MIA, "news")
    expect(phones.mia.node.locator(".down .count")).to_have_text("1")
    assert log.evaluate("log => log.scrollTop") < 1000
    phones.mia.node.locator(".down").click()
    expect(phones.mia.node.locator(".down")).to_be_hidden()


def test_a_long_chat_opens_at_its_end_and_goes_back_to_its_beginning(window: Callable[..., Page], town: Town) -> None:
    phone = town.do(town.telegram.phone, MIA)
    town.do(lambda: [phone.say(f"message {number}") for number in range(450)])
    page = window()
    mia = Handset(page, 0)
    mia.sees("message 449")
    assert mia.rows.count() <= 200
    log = mia.node.get_by_role("log")
    log.evaluate("""async (log) => {
      for (let tries = 0; tries < 200 && !log.querySelector('.row[data-id="1"]'); tries += 1) {
        log.scrollTop = log.scrollTop > 10 ? 0 : 20;
        await new Promise((next) => setTimeout(next, 50));
      }
    }""")
    expect(mia.rows).to_have_count(450)
    expect(mia.rows.first).to_contain_text("message 0")
    numbers = mia.rows.evaluate_all("rows => rows.map((row) => Number(row.dataset.id))")
    assert numbers == sorted(numbers)


def test_days_stand_between_messages_once(phones: Phones, bot: Bot) -> None:
    bot.say(MIA, "today")
    bot.say(MIA, "today as well")
    phones.mia.sees("as well")
    phones.page.locator("[data-push=morning]").click()
    expect(phones.page.locator(".strip li")).to_have_count(1)
    bot.say(MIA, "tomorrow")
    phones.mia.sees("tomorrow")
    expect(phones.mia.node.locator(".day")).to_have_count(2)


def test_another_person_may_hold_a_phone_and_drafts_stay_with_their_owner(phones: Phones, town: Town, bot: Bot) -> None:
    town.person("Ben", id=101, hint="salesperson", opened=True)
    town.do(town.telegram.events.tell, "person", person=town.do(town.do(town.telegram.phone, 101).shown))
    bot.say(101, "Morning, Ben")
    phones.mia.box.fill("Mia's draft")
    expect(phones.mia.node.locator("option", has_text="Ben (1)")).to_have_count(1)
    phones.mia.hold("Ben (1)")
    phones.mia.sees("Morning, Ben")
    expect(phones.mia.box).to_have_value("")
    phones.mia.hold("Mia")
    expect(phones.mia.box).to_have_value("Mia's draft")


def test_everything_has_a_name_for_those_who_do_not_see_it(phones: Phones, bot: Bot) -> None:
    bot.say(MIA, "Acme", ["Amount", "Undo"])
    phones.mia.sees("Acme")
    nameless: list[Any] = (
        phones.page.evaluate("""() => [...document.querySelectorAll('button, select, textarea, a[href], input')]
      .filter((node) => !(node.getAttribute('aria-label') || node.textContent).trim()).map((node) => node.outerHTML)""")
    )
    assert nameless == []
    expect(phones.mia.node.get_by_role("log")).to_have_attribute("aria-live", "polite")
    expect(phones.mia.node.get_by_role("log")).to_have_attribute("aria-label", "Messages on the phone of Mia")


def test_messages_are_walked_and_opened_with_the_keyboard_alone(phones: Phones, bot: Bot) -> None:
    bot.say(MIA, "first")
    bot.say(MIA, "second")
    phones.mia.sees("second")
    phones.mia.node.get_by_role("log").focus()
    phones.page.keyboard.press("ArrowUp")
    phones.page.keyboard.press("ArrowUp")
    expect(phones.mia.row("first").locator(".bubble")).to_be_focused()
    phones.page.keyboard.press("Enter")
    expect(phones.mia.node.get_by_role("dialog")).to_be_visible()
    phones.page.keyboard.press("Escape")
    expect(phones.mia.row("first").locator(".bubble")).to_be_focused()
