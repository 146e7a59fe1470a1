"""Archives, made up: many briefs, as a digest has them after years, whose names return as often as in the news.

    python -m benchmarks.archive BRIEFS FOLDER

A brief follows from its number alone, so that a benchmark has the same ones every time. Of the people, bodies,
places and topics that briefs speak of, a few come in many and many in a few, as Zipf's law has it (G. K. Zipf,
"Human Behavior and the Principle of Least Effort", 1949), with an exponent of 1.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.articles import MadeArticle, made_article
from digest.brief import Brief, BriefEvent, BriefQuote, Evidence, FrontMatter, Person, Point, Source
from digest.pipeline import write_brief
from digest.settings import Settings
from digest.workers import in_batches

SEED = 1949
CONFIG = "site_name: Benchmark\nsite_url: https://example.org/\ndocs_dir: content\ntheme: digest\nplugins: [digest]\n"

_WORDS = 360
"""Of the article that a brief's sentences are taken from."""
_CATEGORIES = ("Politics", "Economy", "Environment", "Transport", "Health", "Culture", "Justice", "Sport")
_SYLLABLES = [
    "ba",
    "ko",
    "ri",
    "den",
    "mar",
    "sel",
    "tho",
    "vin",
    "wes",
    "lo",
    "hal",
    "gri",
    "pen",
    "tor",
    "ash",
    "quin",
    "dal",
    "fe",
    "mon",
    "ru",
]
_BODIES = ("Council", "Authority", "Union", "Institute", "Company", "Board", "Trust", "Court")
_FIRST = ("Ada", "Wren", "Tomas", "Ilse", "Marek", "Odile", "Piran", "Bram", "Carys", "Elke", "Farid", "Greta")
_ROLES = ("Mayor", "Councillor", "Professor", "Senator", "Judge", "Minister", "engineer", "nurse", None)
_OUTLETS = tuple(f"The {place} {kind}" for place in ("Harbour", "Northmoor", "Senn", "Vell") for kind in
                 ("Gazette", "Courier", "Herald", "Times", "Post", "Echo", "Mail", "Observer"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class MadeBrief:
    """A brief of an article that nobody reported."""

    name: str
    """Of its file, without the ending."""
    brief: Brief


def made_brief(number: int, *, of: int) -> MadeBrief:
    """The brief of this number.

    Args:
        number: counted from 0.
        of: how many briefs the archive has: a larger one knows more names.
    """
    chance = random.Random(f"{SEED} {number}")
    article = made_article(number, words=_WORDS)
    headline, *_ = article.text.split("\n", 1)
    slug = f"story-{number}"
    outlet = chance.choice(_OUTLETS)
    told = [Point(it.text, (it,)) for it in _sentences(article, outlet)]
    chance.shuffle(told)
    people = [_person(rank) for rank in _ranks(chance, 3, of)]
    return MadeBrief(
        slug,
        Brief(
            front_matter=FrontMatter(
                title=headline,
                slug=slug,
                date=article.published.isoformat(),
                description=told[0].text[:150],
                language="en",
                sources=(Source(name=outlet, published=article.published.isoformat()),),
                located=_place(chance.randrange(20)),
                people=tuple(people),
                organisations=tuple(f"{_place(it)} {_BODIES[it % 8]}" for it in _ranks(chance, 3, of // 2)),
                places=tuple(_place(it) for it in _ranks(chance, 3, of // 4)),
                categories=(chance.choice(_CATEGORIES),),
                tags=tuple(f"{_word(it)} {_word(it // 7)}" for it in _ranks(chance, 3, of // 2)),
            ),
            takeaway=told[0],
            key_points=tuple(told[1:4]),
            quotes=tuple(
                BriefQuote(text=it.text, speaker=person.name, role=person.role, evidence=it.evidence)
                for it, person in zip(told[4:6], people, strict=False)
            ),
            figures=tuple(told[6:8]),
            timeline=tuple(BriefEvent(text=it.text, when="2024", evidence=it.evidence) for it in told[8:9]),
        ),
    )


def _sentences(article: MadeArticle, outlet: str) -> Iterator[Evidence]:
    for number, paragraph in enumerate(article.text.split("\n\n")[1:], start=1):
        for sentence in paragraph.strip().split(". "):
            yield Evidence(f"{sentence.rstrip('.')}.", outlet, number)


def _ranks(chance: random.Random, count: int, most: int) -> Iterable[int]:
    """Ranks of names by how often they come, each below `most`, each once."""
    return dict.fromkeys(int(max(2, most) ** chance.random()) - 1 for _ in range(count))


def _word(rank: int) -> str:
    word = ""
    while rank or not word:
        rank, syllable = divmod(rank, len(_SYLLABLES))
        word += _SYLLABLES[syllable]
    return word


def _place(rank: int) -> str:
    return f"{_word(rank)}by".capitalize()


def _person(rank: int) -> Person:
    return Person(name=f"{_FIRST[rank % len(_FIRST)]} {_word(rank).capitalize()}son", role=_ROLES[rank % len(_ROLES)])


def write_archive(folder: Path, count: int, *, first: int = 0) -> None:
    """Write so many briefs, a file each, and the configuration of a site."""
    briefs = folder / "content" / "briefs"
    briefs.mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(CONFIG, "utf-8")

    def write(numbers: Iterable[int]) -> Iterator[None]:
        for number in numbers:
            made = made_brief(number, of=count)
            (briefs / f"{made.name}.md").write_text(write_brief(made.brief, Settings()), "utf-8")
            yield

    for _ in in_batches(write, range(first, count)):
        pass


def change_brief(folder: Path, number: int) -> None:
    """Change the words of one brief of an archive, as an editor would."""
    brief = folder / "content" / "briefs" / f"story-{number}.md"
    words = brief.read_text("utf-8")
    brief.write_text(words.replace("## Key points", "One more line.\n\n## Key points", 1), "utf-8")


def main(arguments: Sequence[str]) -> None:
    """Write an archive."""
    count, folder = arguments
    write_archive(Path(folder), int(count))


if __name__ == "__main__":
    main(sys.argv[1:])
