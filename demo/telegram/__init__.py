"""A strict local Telegram: a Bot API server that refuses what Telegram refuses, and phones to write from."""

from demo.telegram.ear import Ear
from demo.telegram.faults import Fault
from demo.telegram.house import House
from demo.telegram.phone import Phone
from demo.telegram.refusals import Refused
from demo.telegram.server import LocalTelegram

__all__ = ["Ear", "Fault", "House", "LocalTelegram", "Phone", "Refused"]
