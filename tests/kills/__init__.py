"""What survives when the bot is killed: the transport in a process of its own, a local Telegram that counts."""
