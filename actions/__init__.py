"""Does: one verb, one transaction. An action returns what happened or raises a Refusal; it never commits."""
