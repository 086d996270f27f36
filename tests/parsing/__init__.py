"""Tests of understanding: tables of sentences, the gold messages, properties for other clocks."""
