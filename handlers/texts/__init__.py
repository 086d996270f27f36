"""Result -> words: one template file per noun and language, one macro per result or refusal."""

from .voice import Spoken, Tap, Voice

__all__ = ["Spoken", "Tap", "Voice"]
