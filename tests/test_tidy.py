"""What never goes into the repository: machines' paths, addresses of package registries, anything like a token."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FORBIDDEN = {
    "a machine's path": r"(?<![\w.])/(?:home|root|Users|work|opt|mnt)/[\w.-]+",
    "a registry's address": r"https?://[\w.-]*(?:pypi|pythonhosted|npmjs|artifactory|nexus|jfrog)[\w.-]*|--(?:extra-)?index-url",
    "a token": r"(?<![\w:])\d{8,10}:[A-Za-z][\w-]{33,34}(?![\w-])",
    "a private key": r"-----BEGIN [A-Z ]*PRIVATE KEY",
}
LINK = re.compile(r"\]\(<?([^)#>\s]+)")


def files() -> list[Path]:
    """Everything that is committed or about to be; all files where this isn't a clone."""
    asked = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(asked, cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        return [path for path in ROOT.rglob("*") if path.is_file() and not {".venv", ".git"} & {*path.parts}]
    return [path for name in listed.stdout.decode().split("\0") if name and (path := ROOT / name).is_file()]


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_holds(what: str) -> None:
    pattern = re.compile(FORBIDDEN[what].encode())
    places = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in files()
        if path != Path(__file__)
        for number, line in enumerate(path.read_bytes().splitlines(), 1)
        if pattern.search(line)
    ]
    assert not places


def test_links_between_pages_lead_somewhere() -> None:
    pages = [path for path in files() if path.suffix == ".md"]
    broken = [
        f"{page.relative_to(ROOT)} -> {link}"
        for page in pages
        for link in LINK.findall(page.read_text("utf-8"))
        if "://" not in link and not link.startswith("mailto:") and not (page.parent / link).exists()
    ]
    assert not broken


def test_the_locks_pin_everything_with_hashes() -> None:
    for lock in (ROOT / "requirements.txt", ROOT / "requirements-dev.txt"):
        entries = re.findall(r"^([\w.-]+(?:\[[\w,-]+\])?)(.*)$", lock.read_text("utf-8"), re.MULTILINE)
        assert entries
        assert [name for name, rest in entries if not re.match(r"==\S+.* \\$", rest)] == []
