"""The configuration: a TOML file, secrets from the environment, and every mistake in them told at once.

    settings = config.load(Path("config.toml"), os.environ)

Nothing is read at import. A relative database or clock file lies beside the configuration file.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from .reading import TOKEN, Reading, Rules
from .settings import Catalogue, Company, Settings, Strategy
from .values import Words

__all__ = ["Catalogue", "Company", "ConfigurationWrong", "Rules", "Settings", "Strategy", "Words", "load"]

FILE_URL = "sqlite:///"


class ConfigurationWrong(Exception):
    """The configuration can't be used. `problems` says each thing to put right in a sentence; none shows a secret."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


def load(
    file: Path | None,
    environment: Mapping[str, str],
    *,
    token_needed: bool = False,
    rules: Mapping[str, Callable[[], type[Rules]]] = MappingProxyType({}),
) -> Settings:
    """Read the settings, or raise `ConfigurationWrong` with everything that is wrong.

    Without a file all defaults hold, beside the working directory. The sections `rules` and `reminders` belong to rooms
    that know their limits: where the file names one, `rules` fetches its class (`{"rules": lambda: scoring.Rules}`) and
    its numbers are complete. A section that isn't named, or has no class here, stays as it is written.
    """
    reading = Reading(environment, rules)
    settings = reading.settings(reading.tables(file) if file else {})
    problems = reading.problems
    if token_needed and not environment.get(TOKEN):
        problems.append(f"{TOKEN} isn't set: put the token that @BotFather gave you into the environment")
    if problems:
        raise ConfigurationWrong(problems)
    return _beside(file.parent if file else Path(), settings)


def _beside(folder: Path, settings: Settings) -> Settings:
    url, clock = settings.database.url, settings.clock.file
    if url.startswith(FILE_URL):
        url = FILE_URL + str((folder / url.removeprefix(FILE_URL)).absolute())
    return replace(
        settings,
        database=replace(settings.database, url=url),
        clock=replace(settings.clock, file=str((folder / clock).absolute()) if clock else ""),
    )
