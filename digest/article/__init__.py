"""Raw text read as an article: its story, and the facts that the page gives of it."""

from digest.article.article import Article, Kind, Sentence, parse_article
from digest.article.facts import Facts

__all__ = ["Article", "Facts", "Kind", "Sentence", "parse_article"]
