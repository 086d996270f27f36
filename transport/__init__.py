"""Carries: updates in, messages out, nothing lost. Knows Telegram and the inbox and outbox, and no customer."""

import os

os.environ.setdefault("PTB_TIMEDELTA", "1")  # python-telegram-bot's opt-in; without it every 429 warns
