"""Hears and speaks: one file per noun; each handler hears, understands, does and says."""
