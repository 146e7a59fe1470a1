"""Fuzzing: what must hold of every text, and a coverage-guided search for a text that breaks it (`make fuzz`)."""
