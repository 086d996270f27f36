"""Huifang 回访: a Telegram bot that records visits, judges customers and reminds people to go back.

    python bot.py run          the bot of your company (token in HUIFANG_TELEGRAM_TOKEN)
    python bot.py demo         a local Telegram with a company to play with, no token needed
    python bot.py --help       everything else

This file is the table of contents: what a command does is in `commands/`, imported only when it is asked for.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from importlib import import_module
from pathlib import Path

FINE, FAILED, USAGE, WRONG_CONFIGURATION = 0, 1, 2, 78
FILES = {"import": "importing"}
"""Commands whose name is no name for a file."""


def main(words: Sequence[str] | None = None) -> int:
    """Do what the command line says; the answer is the exit code."""
    asked = grammar().parse_args(words)
    try:
        return int(import_module(f"commands.{FILES.get(asked.command, asked.command)}").main(asked))
    except BrokenPipeError:  # whoever read has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def grammar() -> argparse.ArgumentParser:
    """The commands and their options."""
    parser = argparse.ArgumentParser(
        prog="bot.py", description="Huifang: record visits by message, be reminded to go back."
    )
    parser.add_argument(
        "--config", type=Path, metavar="FILE", help="configuration file (default: config.toml if there is one)"
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _command(commands, "run", "run the bot against Telegram")
    _demo(_command(commands, "demo", "a local Telegram and the bot, with a company to play with"))
    check = _telling(commands, "check", "tell everything that is wrong at once")
    check.add_argument("--online", action="store_true", help="also ask Telegram whether it knows the bot")
    check.add_argument("--recount", action="store_true", help="also count every customer anew and tell what differs")
    _telling(commands, "migrate", "bring the database to the current schema, after a backup")
    _parse(_telling(commands, "parse", "what the bot understands of a message"))
    score = _telling(commands, "score", "score and tier everyone now")
    score.add_argument("--as-of", type=date.fromisoformat, metavar="DATE", help="a past day; then nothing is kept")
    _backtest(_telling(commands, "backtest", "how well tiers and scores foretold what customers did"))
    _import(_telling(commands, "import", "bring in a list of customers, CSV or xlsx"))
    _file(_telling(commands, "export", "write all customers to a new file"), "CSV or xlsx, by its name")
    _file(_telling(commands, "backup", "copy the database to a new file, also while the bot runs"), "the new file")
    _file(_telling(commands, "restore", "replace the database by a backup of it"), "the backup")
    _audit(_telling(commands, "audit", "whether the audit log is what was written"))
    return parser


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, does: str
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=does, description=f"{does[0].upper()}{does[1:]}.")
    parser.add_argument("--config", type=Path, metavar="FILE", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return parser


def _telling(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, does: str
) -> argparse.ArgumentParser:
    parser = _command(commands, name, does)
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    return parser


def _audit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("verb", choices=("verify",), help="compare every line with its seal")
    parser.add_argument("--seal", metavar="SEAL", help="a seal that was noted earlier: whether it is still there")


def _file(parser: argparse.ArgumentParser, which: str) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=which)


def _demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8080, help="port of the page (default: 8080)")
    parser.add_argument("--seed", type=int, default=1, help="another seed, another company")
    parser.add_argument("--language", choices=("zh", "en"), default="zh", help="what the company speaks")
    parser.add_argument(
        "--start", metavar="ISO8601", help="when the story begins (default: the next working day, 09:41)"
    )
    parser.add_argument("--customers", type=int, default=240, metavar="N", help="how many customers (default: 240)")
    parser.add_argument("--no-browser", action="store_true", help="don't open a browser")
    parser.add_argument(
        "--data-dir", type=Path, metavar="DIR", help="where the demo keeps its state (default: a new folder)"
    )


def _parse(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", nargs="?", metavar="TEXT", help="the message")
    parser.add_argument("--batch", action="store_true", help="read JSON lines with id and text, answer a line each")
    parser.add_argument("--customers", type=Path, metavar="FILE", help="customers that the messages may mean, as JSON")
    parser.add_argument("--now", metavar="ISO8601", help="when the messages were written (default: now)")
    parser.add_argument("--timezone", default="Asia/Shanghai", metavar="ZONE", help="where they were written")
    parser.add_argument("--currency", default="CNY", metavar="CODE", help="currency of amounts without one")


def _backtest(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE.csv", help="purchases: customer_id,date[,amount]")
    parser.add_argument("--cut", type=date.fromisoformat, required=True, metavar="DATE", help="the last day known")
    parser.add_argument("--horizon", type=int, required=True, metavar="DAYS", help="how many days after it to foretell")


def _import(parser: argparse.ArgumentParser) -> None:
    _file(parser, "the list: a customer a line, headings in Chinese or English")
    parser.add_argument("--dry-run", action="store_true", help="say what would happen, change nothing")


if __name__ == "__main__":
    sys.exit(main())
