"""Raw text read as an article: its story, and the facts that the page gives of it."""

from digest.article.article import Article, parse_article
from digest.article.facts import Facts
from digest.article.speakers import Speaker
from digest.article.story import Kind, Sentence, as_one, words_in

__all__ = ["Article", "Facts", "Kind", "Sentence", "Speaker", "as_one", "parse_article", "words_in"]
