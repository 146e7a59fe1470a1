"""What is published of an article."""

from digest.brief.brief import (
    Approval,
    Brief,
    BriefEvent,
    BriefExchange,
    BriefQuote,
    Correction,
    Evidence,
    FrontMatter,
    Person,
    Point,
    Section,
    Source,
    Stamp,
    Withdrawal,
    clean,
    digest_of,
)
from digest.brief.describing import describe

__all__ = [
    "Approval",
    "Brief",
    "BriefEvent",
    "BriefExchange",
    "BriefQuote",
    "Correction",
    "Evidence",
    "FrontMatter",
    "Person",
    "Point",
    "Section",
    "Source",
    "Stamp",
    "Withdrawal",
    "clean",
    "describe",
    "digest_of",
]
