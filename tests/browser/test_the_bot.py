"""The whole product as a newcomer meets it: the demo's page, the production bot, a day and a morning."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.handset import Handset

ROOT = Path(__file__).parents[2]
PATIENCE = 60_000
"""Milliseconds for which a push of the clock may take on a busy machine."""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """`python bot.py demo` as it is typed, on a free port; the address that it prints first."""
    folder = tmp_path_factory.mktemp("demo")
    options = [
        "--no-browser",
        "--port",
        "0",
        "--customers",
        "60",
        "--start",
        "2026-11-18T09:41",
        "--data-dir",
        str(folder),
    ]
    command = [sys.executable, str(ROOT / "bot.py"), "demo", *options]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=dict(os.environ)) as running:
        assert running.stdout is not None
        yield running.stdout.readline().strip()
        running.send_signal(signal.SIGINT)
        running.wait(timeout=60)


@pytest.fixture
def page(browser: Browser, demo: str) -> Iterator[Page]:
    """The demo's page in a window of its own, in Chinese."""
    context = browser.new_context(viewport={"width": 1280, "height": 860}, locale="zh-CN")
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.goto(demo)
    expect(opened.locator(".phone.chosen")).to_be_visible()
    yield opened
    context.close()
    assert not errors


def test_a_newcomer_records_a_visit_and_is_reminded_the_next_morning(page: Page) -> None:
    """One sentence, a card, a change, an undo; then the clock is pushed and a line of the agenda is settled."""
    seller = Handset(page, 0)
    seller.say("拜访了华星科技,聊了报价,下周三再跟进")
    seller.sees("华星科技 · 第")
    seller.sees("下次跟进：11月25日 周三")
    seller.tap("改日期")
    seller.sees("下次哪天跟进")
    seller.tap("11月19日 周四")
    seller.sees("下次跟进：11月19日 周四")
    seller.tap("撤销")
    seller.sees("已撤销：华星科技")
    seller.tap("恢复")
    seller.sees("已恢复")

    page.get_by_role("button", name="下个早上").click()
    expect(seller.last.locator(".words")).to_contain_text("早，陈静", timeout=PATIENCE)
    seller.sees("华星科技")
    seller.tap("1")
    seller.sees("级做法")
    seller.tap("打了电话")
    seller.sees("回一句，不回也行")


def test_a_manager_asks_how_the_base_stands(page: Page) -> None:
    """Tiers with counts and a drawn picture, the silent, the team."""
    manager = Handset(page, 1)
    manager.say("等级")
    manager.sees("客户等级 · 60 家")
    manager.tap("看图")
    expect(manager.last.locator("img")).to_be_visible(timeout=PATIENCE)
    manager.say("沉默")
    manager.sees("沉默")
    manager.say("团队")
    manager.sees("陈静")


def test_both_phones_change_language_old_cards_included(page: Page) -> None:
    """The switch says it to the bot as anybody would; what was said before is said again in the other language."""
    seller = Handset(page, 0)
    seller.say("华星科技")
    seller.sees("华星科技 · ")
    page.get_by_role("button", name="切换到英文").or_(page.get_by_text("EN", exact=True)).first.click()
    expect(seller.node.locator(".key", has_text=re.compile("^Why ")).last).to_be_visible(timeout=PATIENCE)
    page.get_by_text("中文", exact=True).first.click()
    expect(seller.node.locator(".key", has_text=re.compile("^为什么是")).last).to_be_visible(timeout=PATIENCE)


def test_the_plug_is_pulled_and_nothing_is_lost(page: Page) -> None:
    """kill -9 while a message is on its way: it is answered after the restart, and the counters stay at 0 and 0."""
    seller = Handset(page, 0)
    seller.box.fill("拜访了海岳食品，聊了滤芯")
    page.get_by_role("button", name="拔掉电源").click()
    expect(seller.last.locator(".words")).to_contain_text("海岳食品 · 第", timeout=PATIENCE)
    status = page.locator("header, .bar, .clockbar").first
    expect(status).to_contain_text(re.compile(r"丢失\s*0.*重复\s*0", re.DOTALL))
