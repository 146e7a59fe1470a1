"""What is published of an article."""

from digest.brief.brief import (
    Brief,
    BriefEvent,
    BriefExchange,
    BriefQuote,
    Evidence,
    FrontMatter,
    Person,
    Point,
    Section,
    Source,
    Stamp,
    clean,
    digest_of,
)
from digest.brief.composing import compose_brief, describe

__all__ = [
    "Brief",
    "BriefEvent",
    "BriefExchange",
    "BriefQuote",
    "Evidence",
    "FrontMatter",
    "Person",
    "Point",
    "Section",
    "Source",
    "Stamp",
    "clean",
    "compose_brief",
    "describe",
    "digest_of",
]
