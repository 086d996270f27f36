"""Takes the README's pictures of a running demo; look at them before you commit.

.venv/bin/python docs/take_pictures.py
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
PICTURES = Path(__file__).parent / "pictures"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
SOON, LATER = 1.5, 6.0
VISIT = "拜访海岳王总，聊了滤芯报价，预算5万，周一前给他寄样品，下周三再跟进"


def main() -> None:
    """Two phones on a computer, and one on a phone."""
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as folder, demo(folder) as running, sync_playwright() as playwright:
        address = running.stdout.readline().strip()  # type: ignore[union-attr]
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        wide = browser.new_page(viewport={"width": 1180, "height": 860}, locale="zh-CN")
        wide.goto(address)
        play(wide)
        wide.screenshot(path=PICTURES / "phones.png")
        narrow = browser.new_page(viewport={"width": 390, "height": 780}, locale="en-GB", color_scheme="dark")
        narrow.goto(address)
        time.sleep(SOON)
        narrow.screenshot(path=PICTURES / "phone.png")
        browser.close()
        running.terminate()


def demo(folder: str) -> subprocess.Popen[str]:
    """The demo as it is typed."""
    options = ["--no-browser", "--port", "0", "--start", "2026-11-18T09:41", "--data-dir", folder]
    command = [sys.executable, str(ROOT / "bot.py"), "demo", *options]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own command


def play(page: Page) -> None:
    """A visit and its card on the left, the tiers with their picture on the right."""
    time.sleep(SOON)
    left, right = page.locator(".phone textarea").nth(0), page.locator(".phone textarea").nth(1)
    for box, words in ((left, VISIT), (left, "百禾为什么是A"), (right, "等级")):
        box.fill(words)
        box.press("Enter")
        time.sleep(SOON)
    page.locator(".phone").nth(1).get_by_text("看图", exact=True).last.click()
    time.sleep(LATER)


if __name__ == "__main__":
    main()
