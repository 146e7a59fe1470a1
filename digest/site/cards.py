"""Cards, the pictures that a shared link is shown with: what stands on each, and how it is drawn."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from digest.site.library import Edition, Entry, Library
from digest.site.masthead import Masthead
from digest.site.wording import as_title

SIZE = WIDTH, HEIGHT = 1200, 630
"""Pixels: what those who show links as cards ask for, nearly 1.91 to 1."""
_PAPER, _INK, _SOFT, _RULE = "#fcfbf8", "#1c1b19", "#5c5852", "#d9d4ca"
_MARGIN = 72
_ROOM = WIDTH - 2 * _MARGIN
_TOP, _BOTTOM = 172, 536
"""Between them stands what the card is of."""
_HEADLINE_SIZES = (84, 76, 68, 60, 54, 48)
_LEADING = 1.14
_MOST_HEADLINES = 4
_STEPS = 15
"""Shades of each colour between the paper and itself, so that a pixel needs a byte."""
_FONTS = "font_source_serif_pro"
"""The package that carries Source Serif (SIL Open Font License 1.1), its licence beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareCard:
    """What stands on a card."""

    name: str
    """Of the site."""
    headline: str
    kicker: str
    foot: str
    lines: tuple[str, ...] = ()
    """Below the headline."""
    accent: str

    @property
    def words(self) -> str:
        """All that is drawn."""
        return " ".join((self.name, self.headline, self.kicker, self.foot, *self.lines))


def card_url(shown: Entry | Edition) -> str:
    """Where the card of a brief or an edition is, below the site's root."""
    return f"{shown.url}card.png"


def compose_card(shown: Entry | Edition, masthead: Masthead) -> ShareCard:
    """The card of a brief or an edition, on a site with this masthead."""
    name, words, accent = masthead.name, masthead.words, masthead.accents[0]
    if isinstance(shown, Edition):
        return ShareCard(
            name=name,
            headline=as_title(words.long_day(shown.day)),
            kicker=words.count("edition_of", len(shown.entries)),
            foot="",
            lines=tuple(entry.brief.front_matter.title for entry in shown.entries[:_MOST_HEADLINES]),
            accent=accent,
        )
    facts = shown.brief.front_matter
    said = [*shown.outlets[:2], *([words.day(shown.day)] if shown.day else [])]
    return ShareCard(
        name=name,
        headline=facts.title,
        kicker=" · ".join([*map(words.genre, facts.genres), *facts.categories][:2]),
        foot=" · ".join(said),
        accent=accent,
    )


def find_pen() -> Pen | None:
    """What draws, where the extra `cards` is installed."""
    fonts = find_spec(_FONTS)
    if fonts is None or not fonts.submodule_search_locations or find_spec("PIL") is None:
        return None
    return Pen(Path(next(iter(fonts.submodule_search_locations)), "files"))


class Deck:
    """The cards of a site."""

    def __init__(self, pen: Pen, masthead: Masthead) -> None:
        """Set up the deck.

        Args:
            pen: draws the cards.
            masthead: of the site.
        """
        self.pen = pen
        self._masthead = masthead

    def card_of(self, shown: object) -> tuple[str, ShareCard] | None:
        """The card of what a page shows, with its address; None where it has none, or the font lacks a letter.

        The home page has that of the newest edition.
        """
        if isinstance(shown, Library):
            shown = shown.editions[0] if shown.editions else None
        if not isinstance(shown, (Entry, Edition)) or _is_gone(shown):
            return None
        card = compose_card(shown, self._masthead)
        return (card_url(shown), card) if self.pen.can_draw(card) else None


def _is_gone(shown: Entry | Edition) -> bool:
    return isinstance(shown, Entry) and shown.brief.front_matter.withdrawn is not None


class Pen:
    """Draws cards with Pillow: the same card is the same bytes."""

    def __init__(self, fonts: Path) -> None:
        """Set up the pen.

        Args:
            fonts: the folder of the font's files.
        """
        self._image, self._draw = import_module("PIL.Image"), import_module("PIL.ImageDraw")
        self._typeface = import_module("PIL.ImageFont")
        self._fonts = fonts
        self._font = cache(self._load)
        self._has = cache(self._look_up)
        self.version = str(import_module("PIL").__version__)

    def can_draw(self, card: ShareCard) -> bool:
        """Whether the font has every letter of a card: half a headline is none."""
        return all(map(self._has, set(card.words)))

    def draw(self, card: ShareCard) -> bytes:
        """A card as PNG."""
        sheet = _Sheet(self._image, self._draw, (_INK, card.accent, _SOFT, _RULE))
        sheet.write(_shortened(card.name, self._font("Bold", 46), _ROOM), self._font("Bold", 46), _MARGIN, 48, _INK)
        sheet.line(120, 4, _INK)
        sheet.line(127, 1, _INK)
        if card.kicker:
            kicker = self._font("Semibold", 30)
            sheet.write(_shortened(card.kicker, kicker, _ROOM), kicker, _MARGIN, 152, card.accent)
        y = _TOP + (34 if card.kicker else 0)
        font, lines = self._headline(card.headline, _BOTTOM - y - 58 * len(card.lines))
        for line in lines:
            sheet.write(line, font, _MARGIN, y, _INK)
            y += round(font.size * _LEADING)
        small = self._font("Regular", 34)
        for line in card.lines:
            y += 14
            sheet.write(_shortened(line, small, _ROOM), small, _MARGIN, y, _INK)
            y += 44
        if card.foot:
            foot = self._font("Regular", 30)
            sheet.line(556, 1, _RULE)
            sheet.write(_shortened(card.foot, foot, _ROOM), foot, _MARGIN, 570, _SOFT)
        return sheet.png()

    def _headline(self, words: str, room: int) -> tuple[Any, Sequence[str]]:
        """The largest font in which a headline has room, with its lines; cut off where the smallest is too large."""
        largest = self._font("Semibold", _HEADLINE_SIZES[0])
        for size in _HEADLINE_SIZES:
            # Widths grow with the size, but for less than a hundredth.
            lines = [*_broken(words, largest, 0.99 * _ROOM * largest.size / size)]
            most = max(1, int(room / (size * _LEADING)))
            if len(lines) <= most:
                return self._font("Semibold", size), lines
        font = self._font("Semibold", size)
        return font, [*lines[: most - 1], _shortened(" ".join(lines[most - 1 :]), font, _ROOM)]

    def _load(self, weight: str, size: int) -> Any:
        path = self._fonts / f"SourceSerifPro-{weight}.ttf"
        return self._typeface.truetype(str(path), size, layout_engine=self._typeface.Layout.BASIC)

    def _look_up(self, letter: str) -> bool:
        """Whether the font has a letter: what it has not looks like what nothing can be."""
        font = self._font("Regular", 30)
        return letter.isspace() or bytes(font.getmask(letter)) != bytes(font.getmask("\uffff"))


class _Sheet:
    """A picture of few colours: each has its shades in the palette, so that the file is small."""

    def __init__(self, image: Any, draw: Any, colours: Iterable[str]) -> None:
        self._image, self._draw = image, draw
        self._colours = tuple(dict.fromkeys(colours))
        self._picture = image.new("P", SIZE, 0)
        self._picture.putpalette([part for shade in self._shades() for part in shade])

    def write(self, words: str, font: Any, x: int, y: int, colour: str) -> None:
        """Write a line, its top left corner at `x` and `y`."""
        layer = self._image.new("L", (WIDTH - x, round(font.size * 1.5)), 0)
        self._draw.Draw(layer).text((0, 0), words, font=font, fill=255)
        base = self._colours.index(colour) * _STEPS
        shades = [base + value * _STEPS // 255 for value in range(256)]
        faint = sum(value * _STEPS // 255 == 0 for value in range(256))
        self._picture.paste(layer.point(shades), (x, y), layer.point([0] * faint + [255] * (256 - faint)))

    def line(self, y: int, width: int, colour: str) -> None:
        """A rule across the sheet."""
        shade = (self._colours.index(colour) + 1) * _STEPS
        self._picture.paste(shade, (_MARGIN, y, WIDTH - _MARGIN, y + width))

    def png(self) -> bytes:
        """The picture's file."""
        file = io.BytesIO()
        self._picture.save(
            file, "PNG", compress_level=6
        )  # the highest level takes eight times as long for a tenth less
        return file.getvalue()

    def _shades(self) -> Iterator[tuple[int, ...]]:
        paper = _parts(_PAPER)
        yield paper
        for colour in self._colours:
            for step in range(1, _STEPS + 1):
                yield tuple(a + (b - a) * step // _STEPS for a, b in zip(paper, _parts(colour), strict=True))


def _parts(colour: str) -> tuple[int, ...]:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    return tuple(int(digits[at : at + 2], 16) for at in (0, 2, 4))


def _broken(words: str, font: Any, room: float) -> Iterator[str]:
    """Words in lines that have room; a word that is longer than a line is parted."""
    line, width, space = "", 0.0, font.getlength(" ")
    for word in words.split():
        length = font.getlength(word)
        if line and width + space + length > room:
            yield line
            line = ""
        while length > room:
            fits = _fitting(word, font, room)
            yield word[:fits]
            word = word[fits:]
            length = font.getlength(word)
        line, width = (f"{line} {word}", width + space + length) if line else (word, length)
    if line:
        yield line


def _shortened(words: str, font: Any, room: float) -> str:
    """Words on one line, cut after a word where there is no room for all of them."""
    if font.getlength(words) <= room:
        return words
    kept = words[: _fitting(words, font, room - font.getlength(" …"))]
    return f"{kept.rpartition(' ')[0] or kept} …"


def _fitting(words: str, font: Any, room: float) -> int:
    """How many characters there is room for, one at least."""
    low, high = 1, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if font.getlength(words[:middle]) <= room else (low, middle - 1)
    return low
