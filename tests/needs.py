"""What a test needs from its machine; where that is missing, the test skips with one line.

Under `HUIFANG_REQUIRE_ALL=1` nothing may be missing and the same line is a failure.
"""

import os
from pathlib import Path
from shutil import which
from typing import NoReturn

import pytest

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FONTS = Path("/usr/share/fonts")


def missing(what: str) -> NoReturn:
    """End this test: `what` says in a few words what isn't here and who has it."""
    if os.environ.get("HUIFANG_REQUIRE_ALL") == "1":
        pytest.fail(what, pytrace=False)
    pytest.skip(what)


def browser() -> Path:
    """The installed Chromium that Playwright drives."""
    found = next(filter(None, map(which, BROWSERS)), None)
    return Path(found) if found else missing("no Chromium here (Debian: chromium)")


def chinese_font() -> Path:
    """A font file with Chinese, for pictures and the page."""
    found = next(FONTS.rglob("NotoSansCJK-Regular.ttc"), None)
    return found or missing("no font with Chinese here (Debian: fonts-noto-cjk)")
