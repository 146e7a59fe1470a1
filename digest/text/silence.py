"""Silence, the words by which news prose says that somebody did not comment."""

from __future__ import annotations

NO_ANSWER = r"\b(?:did|do|does|had|has|have)(?: not|n[’']t) (?:[a-z]+ ){0,2}(?:respond|responded|return|returned|reply|replied|answer|answered)\b"
"""That somebody did not, as a pattern: "did not immediately respond"."""

REQUESTS = (
    r"\b(?:requests?|comment|calls?|messages?|e-?mails?|questions?|quer(?:y|ies)|inquir(?:y|ies)|enquir(?:y|ies))\b"
)
"""What was not answered."""
