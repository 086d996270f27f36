"""Conversations as transcripts: tests, documentation and demonstration at once. README.md says how they are written."""
