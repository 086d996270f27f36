"""Four weeks of a salesperson with sixty customers, played through the whole bot: `docs/four_weeks.md`."""
