"""What `bot.py` can be told to do: one file per command, each importing only what it works with."""
