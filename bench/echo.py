"""The peer: python-telegram-bot's echo bot as its documentation has it, on a Telegram of our own, for 64 chats at once.

It remembers nothing, understands nothing and loses what it was answering when it ends.
"""

import os
import sys

from telegram import Update
from telegram.ext import Application, CommandHandler, ContextTypes, MessageHandler, filters

AT_ONCE = 64


async def start(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say hello."""
    assert update.message is not None
    await update.message.reply_text("Hi!")


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say the same."""
    assert update.message is not None
    assert update.message.text is not None
    await update.message.reply_text(update.message.text)


def main(base_url: str, token: str) -> None:
    """Until SIGTERM."""
    builder = Application.builder().token(token).concurrent_updates(AT_ONCE)
    application = builder.base_url(f"{base_url}/bot").base_file_url(f"{base_url}/file/bot").build()
    application.add_handler(CommandHandler("start", start))
    application.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND, echo))
    application.run_polling()


if __name__ == "__main__":
    main(sys.argv[1], os.environ["BENCH_TOKEN"])
