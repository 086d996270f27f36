"""Every transcript beside this file is played through the whole bot; `pytest --accept` takes the bot's words over."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from commands.errands import Errands

from .player import player
from .transcript import Transcript, expected, read, written

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.chat"))
ANYTHING = ("...",)


@pytest.fixture(scope="module")
def errands() -> Iterator[Errands]:
    """One process for all nights."""
    with closing(Errands()) as running:
        yield running


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
async def test_the_conversation_goes_as_written(
    path: Path, tmp_path: Path, migrated_file: Path, errands: Errands, request: pytest.FixtureRequest
) -> None:
    transcript = read(path)
    shutil.copyfile(migrated_file, tmp_path / "huifang.db")
    async with player(transcript, f"sqlite:///{tmp_path / 'huifang.db'}", tmp_path, errands) as playing:
        try:
            said = await playing.play()
        finally:
            if request.config.getoption("--accept"):
                path.write_text(_accepted(transcript, playing.said), "utf-8")  # noqa: ASYNC240 - nothing else runs
    if request.config.getoption("--accept"):
        return
    wanted = [(name, expected(step, name)) for step, (name, _) in zip(transcript.steps, said, strict=True)]
    heard = [
        (name, wants if any(one.lines == ANYTHING for one in wants) else says)
        for (name, says), (_, wants) in zip(said, wanted, strict=True)
    ]
    assert written(transcript, heard).splitlines() == written(transcript, wanted).splitlines()


def _accepted(transcript: Transcript, said: list[tuple[str, list]]) -> str:  # type: ignore[type-arg]
    """The transcript with what was said; what may be anything stays as it is."""
    kept = []
    for step, (name, says) in zip(transcript.steps, said, strict=False):
        wants = expected(step, name)
        kept.append((name, wants if any(one.lines == ANYTHING for one in wants) else says))
    return written(transcript, kept)
