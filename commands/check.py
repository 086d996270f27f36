"""`check`: everything that is wrong, told at once, and what to do about each.

It loads next to nothing: what a database is like is asked of the driver alone.
"""

import os
from argparse import Namespace
from collections.abc import Iterator
from itertools import chain

import config
from config import ConfigurationWrong, Settings

from . import machine
from .findings import PROBLEM, Finding, ok, problem
from .settings import RULES, WRONG_CONFIGURATION, file_of
from .telling import tell

FINE, FAILED = 0, 1


def main(asked: Namespace) -> int:
    """Look at everything; 78 where the configuration is wrong, 1 for any other problem, else 0."""
    wrong, settings = _configuration(asked)
    found = [*wrong, *machine.program()]
    if settings is not None:
        found += chain(machine.database(settings), machine.business_clock(settings), _online(asked, settings))
        found += _recount(asked, settings)
    problems = [each.about for each in found if each.state == PROBLEM]
    code = WRONG_CONFIGURATION if "configuration" in problems else FAILED if problems else FINE
    document = {"ok": not problems, "exit": code, "findings": [each.document() for each in found]}
    tell(asked, document, [*(each.line() for each in found), _summary(len(problems))])
    return code


def _configuration(asked: Namespace) -> tuple[list[Finding], Settings | None]:
    """What is wrong with the configuration, and the settings as far as they can be used to look further."""
    file = file_of(asked)
    try:
        settings = config.load(file, os.environ, token_needed=True, rules=RULES)
        return [ok("configuration", str(file) if file else "all defaults, no config.toml here")], settings
    except ConfigurationWrong as no:
        return [problem("configuration", told, "") for told in no.problems], _without_token(asked)


def _without_token(asked: Namespace) -> Settings | None:
    try:
        return config.load(file_of(asked), os.environ, rules=RULES)
    except ConfigurationWrong:
        return None


def _online(asked: Namespace, settings: Settings) -> Iterator[Finding]:
    if asked.online and settings.telegram.token:
        from .online import telegram

        yield from telegram(settings.telegram)


def _recount(asked: Namespace, settings: Settings) -> Iterator[Finding]:
    if asked.recount:
        from .recount import differences

        yield from differences(settings)


def _summary(problems: int) -> str:
    return f"{problems} problem{'s' if problems > 1 else ''}" if problems else "everything works"
