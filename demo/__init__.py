"""The demo: a local Telegram with phones to look at, a clock to push and a company to play with."""
