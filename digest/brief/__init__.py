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
from digest.brief.outline import Outline

__all__ = [
    "Approval",
    "Brief",
    "BriefEvent",
    "BriefExchange",
    "BriefQuote",
    "Correction",
    "Evidence",
    "FrontMatter",
    "Outline",
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
