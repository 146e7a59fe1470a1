"""Reporting verbs, by which news prose says that somebody spoke."""

from __future__ import annotations

from digest.text.lexicons import lexicon

REPORTING_VERBS = lexicon("reporting_verbs")["past"] | lexicon("reporting_verbs")["present"]
"""As finite verbs, in the past and in the present tense: "said", "says"."""

SAYS = "|".join(sorted(REPORTING_VERBS))
"""The same as the alternatives of a pattern."""
