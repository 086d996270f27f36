"""A browser, a local Telegram with a salesperson and a manager, a scripted bot, and the two phones on the page.

A module's tests share one Chromium; every test has a fresh Telegram and a fresh browser window.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.handset import Handset
from tests.browser.town import Bot, Mornings, Town

MIA, GRACE = 100, 200
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    """A running Chromium. Not kept beyond the module: Playwright's loop would be in the way of asynchronous tests."""
    expect.set_options(timeout=15_000)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def mornings() -> Mornings:
    """The house behind the page: 08:30 every day, and a plug."""
    return Mornings()


@pytest.fixture
def town(mornings: Mornings) -> Iterator[Town]:
    """A local Telegram with Mia, who sells, and Grace, her manager."""
    with Town(mornings.house()) as opened:
        opened.person("Mia", id=MIA, hint="salesperson", opened=True)
        opened.person("Grace", id=GRACE, hint="manager", opened=True)
        yield opened


@pytest.fixture
def bot(town: Town) -> Bot:
    """A bot that says what the test tells it to."""
    return Bot(town)


@pytest.fixture
def window(browser: Browser, town: Town) -> Iterator[Callable[..., Page]]:
    """Opens the page in a window of its own, `window(width=390, height=844, ...)`; errors on the page fail the test."""
    opened, errors = [], []

    def open_window(width: int = 1280, height: int = 860, **how: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **how)
        opened.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(town.telegram.page_url)
        expect(page.locator(".phone.chosen")).to_be_visible()
        return page

    yield open_window
    for context in opened:
        context.close()
    assert not errors


@dataclass
class Phones:
    """The page and its two phones."""

    page: Page
    mia: Handset
    grace: Handset


@pytest.fixture
def phones(window: Callable[..., Page]) -> Phones:
    """The page as a computer shows it: Mia's phone on the left, Grace's on the right."""
    page = window()
    return Phones(page, Handset(page, 0), Handset(page, 1))
