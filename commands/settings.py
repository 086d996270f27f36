"""The configuration, as every command reads it: everything wrong is told at once."""

import os
import sys
from argparse import Namespace
from pathlib import Path

import config
from config import ConfigurationWrong, Rules, Settings

WRONG_CONFIGURATION = 78
USUAL = Path("config.toml")


class Stop(SystemExit):
    """The command ends here with an exit code."""


def settings_of(asked: Namespace, token_needed: bool = False) -> Settings:
    """The settings, or the end of the command with exit code 78 and a line for each problem."""
    try:
        return config.load(file_of(asked), os.environ, token_needed=token_needed, rules=RULES)
    except ConfigurationWrong as wrong:
        for problem in wrong.problems:
            print(f"configuration: {problem}", file=sys.stderr)
        raise Stop(WRONG_CONFIGURATION) from None


def file_of(asked: Namespace) -> Path | None:
    """The configuration file that is meant, if any."""
    named: Path | None = asked.config
    return named or (USUAL if USUAL.exists() else None)


def _scoring() -> type[Rules]:
    import scoring

    return scoring.Rules


def _reminders() -> type[Rules]:
    import reminders

    return reminders.Rules


RULES = {"rules": _scoring, "reminders": _reminders}
"""Who judges which section; loaded only where the file names it."""
