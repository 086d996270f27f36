"""Takes the README's pictures of a running demo; look at them before you commit.

.venv/bin/python docs/take_pictures.py
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
PICTURES = Path(__file__).parent / "pictures"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
SOON, LATER = 1.5, 6.0
CHINESE = ("拜访海岳王总，聊了滤芯报价，预算5万，周一前给他寄样品，下周三再跟进", "百禾为什么是A", "等级", "看图")
ENGLISH = (
    "Visited Mr Wong at Seacrest, filter quote, budget 50k, send samples by Monday, follow up next Wed",
    "why is Meadow an A",
    "tiers",
    "Picture",
)
SHOWN = {"zh": ("zh-CN", CHINESE, "phones.zh.png"), "en": ("en-GB", ENGLISH, "phones.png")}


def main() -> None:
    """Two phones, in Chinese and in English."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        for language, (locale, words, name) in SHOWN.items():
            with tempfile.TemporaryDirectory() as folder, demo(folder, language) as running:
                page = browser.new_page(viewport={"width": 1180, "height": 1010}, locale=locale)
                page.goto(running.stdout.readline().strip())  # type: ignore[union-attr]
                time.sleep(SOON)
                play(page, *words)
                keep(page, name)
                running.terminate()
        browser.close()


def keep(page: Page, name: str) -> None:
    """A picture in few colours, so that it stays small."""
    page.screenshot(path=PICTURES / name)
    Image.open(PICTURES / name).convert("RGB").quantize(256).save(PICTURES / name, optimize=True)


def demo(folder: str, language: str) -> subprocess.Popen[str]:
    """The demo as it is typed."""
    options = [
        "--no-browser",
        "--port",
        "0",
        "--start",
        "2026-11-18T09:41",
        "--data-dir",
        folder,
        "--language",
        language,
    ]
    command = [sys.executable, str(ROOT / "bot.py"), "demo", *options]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own command


def play(page: Page, visit: str, why: str, tiers: str, picture: str) -> None:
    """A visit and a tier explained on the left, the tiers with their picture on the right."""
    left, right = page.locator(".phone textarea").nth(0), page.locator(".phone textarea").nth(1)
    for box, words in ((left, visit), (left, why), (right, tiers)):
        box.fill(words)
        box.press("Enter")
        time.sleep(SOON)
    page.locator(".phone").nth(1).get_by_text(picture, exact=True).last.click()
    time.sleep(LATER)


if __name__ == "__main__":
    main()
