"""One phone on the page, as a person sees and touches it."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect


class Handset:
    """The first or second phone of the page; `place` counts from 0."""

    def __init__(self, page: Page, place: int) -> None:
        self.page = page
        self.node = page.locator(".phone").nth(place)
        self.box = self.node.locator("textarea")
        self.rows = self.node.locator(".row")
        self.last = self.rows.last

    def say(self, words: str) -> None:
        """Type and send."""
        self.box.fill(words)
        self.box.press("Enter")

    def tap(self, label: str) -> None:
        """Tap the lowest inline or reply button with exactly this label."""
        self.node.locator(".key", has_text=re.compile(f"^{re.escape(label)}$")).last.click()

    def sees(self, words: str) -> Locator:
        """Wait until the last message holds these words; its row."""
        expect(self.last.locator(".words")).to_contain_text(words)
        return self.last

    def row(self, words: str) -> Locator:
        """The lowest message with these words."""
        return self.rows.filter(has_text=words).last

    def menu(self, words: str, choice: str) -> None:
        """Open the menu of the message with these words and choose a line of it."""
        self.row(words).locator(".bubble").click(button="right")
        self.node.locator(".option", has_text=choice).click()

    def attach(self, kind: str, path: Path | None = None) -> None:
        """Choose something to attach; a photo or a file comes from `path`."""
        self.node.get_by_role("button", name=re.compile("Attach|附件")).click()
        option = self.node.locator(".option", has_text=kind)
        if path is None:
            option.click()
            return
        with self.page.expect_file_chooser() as chooser:
            option.click()
        chooser.value.set_files(path)

    def hold(self, name: str) -> None:
        """Somebody else takes this phone."""
        self.node.locator("select").select_option(label=name)
