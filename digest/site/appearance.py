"""Appearance, what a site's configuration says of its colours, fonts, logo and menu."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from digest.errors import DigestError
from digest.site.catalogue import Kind

THEME_CSS = "css/theme.css"
"""Where the styles are that a configuration asks for; a file, as a strict policy forbids styles in a page."""
SCHEMES = ("default", "slate")
"""Light and dark, as Material for MkDocs calls them."""
ACCENTS = ("#8a1c13", "#f0958c")
"""The theme's own, light and dark, as `css/digest.css` has them."""
_TINTS = ("#f2efe8", "#211f1c")
"""The darkest light and the lightest dark ground that the accent stands on."""
_LEAST_CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3."""
_FONTS = {"text": "--serif", "interface": "--sans"}
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")
_FAMILY = re.compile(r"""\s*(?:[A-Za-z][\w-]*(?: [\w-]+)*|"[\w -]+"|'[\w -]+')\s*""")


class AppearanceError(DigestError):
    """A part of the theme's configuration has a wrong value."""

    def __init__(self, name: str, problem: str) -> None:
        self.name, self.problem = name, problem
        super().__init__(f"mkdocs.yml: theme.{name}: {problem}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """How a site looks where it differs from the theme's own looks."""

    accents: tuple[str, str] = ACCENTS
    """Colours of what stands out, in light and in dark."""
    fonts: tuple[tuple[str, str], ...] = ()
    """Custom properties of the style sheet, each with its font families."""
    logo: str | None = None
    """A picture's path below the site's root."""
    indexes: tuple[Kind, ...] = tuple(Kind)
    """Those that stand in the menu, in their order."""


def parse_appearance(theme: Mapping[str, Any]) -> Appearance:
    """The appearance that a configuration's `theme:` asks for.

    Raises:
        AppearanceError: a part has a wrong value.
    """
    return Appearance(
        accents=_accents(theme.get("palette")),
        fonts=tuple(_fonts(theme.get("font"))),
        logo=_logo(theme.get("logo")),
        indexes=_indexes(theme.get("indexes")),
    )


def theme_css(appearance: Appearance) -> str:
    """The style sheet behind the theme's own; empty where nothing differs."""
    rules = []
    if appearance.accents != ACCENTS:  # on paper it is black
        light, dark = appearance.accents
        rules.append(f"@media screen {{\n  :root {{ --accent: light-dark({light}, {dark}); }}\n}}\n")
    if appearance.fonts:
        fonts = " ".join(f"{name}: {families};" for name, families in appearance.fonts)
        rules.append(f":root {{ {fonts} }}\n")
    return "".join(rules)


def _accents(palette: Any) -> tuple[str, str]:
    accents = dict(zip(SCHEMES, ACCENTS, strict=True))
    for entry in palette if isinstance(palette, list) else [palette or {}]:
        example = "a colour for a scheme such as {scheme: slate, accent: '#9cc4ef'}"
        if not isinstance(entry, dict) or not entry.keys() <= {"scheme", "accent"}:
            raise AppearanceError("palette", f"{entry!r} is not {example}")
        scheme, accent = entry.get("scheme", SCHEMES[0]), entry.get("accent")
        if scheme not in SCHEMES:
            raise AppearanceError("palette", f"scheme: {scheme!r} is neither 'default', the light one, nor 'slate'")
        if accent is None:
            continue
        if not isinstance(accent, str) or not _COLOUR.fullmatch(accent):
            raise AppearanceError("palette", f"accent: {accent!r} is not a colour such as '#1f4e79', in quotes")
        contrast = contrast_of(accent, _TINTS[SCHEMES.index(scheme)])
        if contrast < _LEAST_CONTRAST:
            tone = "darker" if scheme == SCHEMES[0] else "lighter"
            raise AppearanceError(
                "palette",
                f"accent: {accent} is too near to the ground to be read in the scheme '{scheme}': its contrast is"
                f" {contrast:.1f}, and must be {_LEAST_CONTRAST} or more; choose a {tone} one",
            )
        accents[scheme] = accent
    return accents["default"], accents["slate"]


def _fonts(font: Any) -> Iterator[tuple[str, str]]:
    if font is None:
        return
    if not isinstance(font, dict) or not font.keys() <= _FONTS.keys():
        raise AppearanceError("font", f"{font!r} is not made of 'text' and 'interface'")
    for name, families in font.items():
        if not isinstance(families, str) or not all(map(_FAMILY.fullmatch, families.split(","))):
            raise AppearanceError(
                "font", f"{name}: {families!r} is not a list of fonts such as 'Charter, Georgia, serif'"
            )
        yield _FONTS[name], ", ".join(family.strip() for family in families.split(","))


def _logo(logo: Any) -> str | None:
    if logo is None:
        return None
    if not isinstance(logo, str) or ":" in logo or logo.startswith("/") or ".." in logo.split("/"):
        raise AppearanceError(
            "logo", f"{logo!r} is not the path of a picture in the content folder, such as img/logo.svg"
        )
    return logo


def _indexes(indexes: Any) -> tuple[Kind, ...]:
    if indexes is None:
        return tuple(Kind)
    known = [kind.value for kind in Kind]
    if not isinstance(indexes, list) or not all(index in known for index in indexes):
        raise AppearanceError("indexes", f"{indexes!r} is not a list of some of {', '.join(known)}")
    return tuple(map(Kind, dict.fromkeys(indexes)))


def contrast_of(colour: str, ground: str) -> float:
    """The contrast ratio of two colours, as WCAG 2 defines it: from 1 to 21."""
    lighter, darker = sorted((_luminance(colour), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    red, green, blue = (_linear(int(digits[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
