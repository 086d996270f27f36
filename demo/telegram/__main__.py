"""The local Telegram as a process of its own: `python -m demo.telegram --port 8081 --person 100:Mia:en`.

The first line on standard output is the page's address with its key. SIGTERM and Ctrl-C end it.
"""

import argparse
import asyncio
import signal
import sys
from pathlib import Path

from demo.telegram.server import LocalTelegram, serve


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m demo.telegram", description="A strict local Telegram.")
    parser.add_argument("--port", type=int, default=8081, help="0 takes a free one (default: %(default)s)")
    parser.add_argument("--token", default="", help="the bot's token (default: a new one)")
    parser.add_argument("--key", default="", help="the page's access key (default: a new one)")
    parser.add_argument("--folder", type=Path, help="keeps chats across restarts (default: memory only)")
    parser.add_argument("--zone", default="Asia/Shanghai", help="the company's time zone (default: %(default)s)")
    parser.add_argument("--person", action="append", default=[], metavar="ID:NAME[:LANGUAGE]", help="may be repeated")
    parser.add_argument("--latency", type=float, default=0.0, metavar="MS", help="round trip of every call")
    return parser.parse_args()


async def main(wanted: argparse.Namespace) -> None:
    """Serve until told to stop."""
    telegram = LocalTelegram(wanted.token, wanted.folder, key=wanted.key, zone=wanted.zone)
    telegram.faults.add("latency", ms=wanted.latency)
    for person in wanted.person:
        number, name, language = (*person.split(":"), "en")[:3]
        telegram.person(name, id=int(number), language_code=language, opened=True)
    serving = asyncio.create_task(serve(telegram, wanted.port))
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, serving.cancel)
    await serving


if __name__ == "__main__":
    try:
        asyncio.run(main(arguments()))
    except OSError as error:
        sys.exit(f"That port is taken; choose another with --port ({error.strerror}).")
