"""Remembers: models, questions as functions, migrations. The only SQL of the house lives here."""
