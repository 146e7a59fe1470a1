"""The catalogue: whom and what the briefs of a site speak of, under which address, and which briefs belong together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digest.brief import Brief, BriefExchange, BriefQuote, FrontMatter, Person, Point, Source
from digest.card import card_of
from digest.markdown import split_brief
from digest.site.catalogue import Catalogue, Kind
from digest.site.library import Entry
from digest.site.paging import LONGEST_PAGE, pages_of
from digest.store import StoredBrief


def entry(slug: str, quotes: tuple[BriefQuote, ...] = (), exchanges: tuple[BriefExchange, ...] = (), **facts) -> Entry:
    facts = {name: tuple(value) for name, value in facts.items()}
    brief = Brief(front_matter=FrontMatter(title=slug, slug=slug, **facts), quotes=quotes, exchanges=exchanges)
    stored = StoredBrief(
        path=f"briefs/{slug}.md",
        text=slug,
        brief=brief,
        parts=split_brief("---\n---\n"),
        as_generated=False,
        words_as_generated=False,
    )
    return Entry(brief=card_of(stored), url=f"2024/06/18/{slug}/")


def slugs(entries) -> list[str]:
    return [it.brief.front_matter.slug for it in entries]


def test_names_that_differ_in_case_or_accents_alone_are_one_subject_under_its_usual_name() -> None:
    catalogue = Catalogue(
        [entry("a", organisations=["Nato"]), entry("b", organisations=["NATO"]), entry("c", organisations=["NATO"])]
    )
    (index,) = catalogue.indexes
    assert [(it.name, it.url, slugs(it.entries)) for it in index.subjects] == [
        ("NATO", "organisations/nato/", ["a", "b", "c"])
    ]


def test_a_new_brief_never_changes_the_address_of_a_subject() -> None:
    old = [entry("a", people=[Person(name="José Lind")], places=["Northmoor"])]
    new = [*old, entry("b", people=[Person(name="Jose Lind"), Person(name="Ada Quill")], places=["NORTHMOOR"])]

    def urls(entries):
        return {it.url for index in Catalogue(entries).indexes for it in index.subjects}

    assert urls(old) <= urls(new)
    assert urls(old) == {"people/jose-lind/", "places/northmoor/"}


def test_long_names_that_begin_alike_stay_two_subjects() -> None:
    body = "Committee for the Care of the Old Harbour Walls and of all the Quays of"
    catalogue = Catalogue(
        [entry("a", organisations=[f"{body} Northmoor"]), entry("b", organisations=[f"{body} Sandrey"])]
    )
    assert len({it.url for it in catalogue.indexes[0].subjects}) == 2


def test_a_name_without_a_letter_or_digit_has_no_page() -> None:
    catalogue = Catalogue([entry("a", tags=["?!", "Tides"])])
    assert [it.name for index in catalogue.indexes for it in index.subjects] == ["Tides"]
    assert catalogue.subject(Kind.TOPIC, "?!") is None


def test_a_tag_that_names_a_person_or_a_place_of_the_brief_leads_there() -> None:
    one = entry("a", places=["Northmoor"], tags=["Northmoor", "tidal gate"], categories=["Politics"])
    catalogue = Catalogue([one])
    assert catalogue.subject_of_tag(one, "Northmoor").url == "places/northmoor/"
    assert catalogue.subject_of_tag(one, "tidal gate").url == "topics/tidal-gate/"
    assert catalogue.subject_of_tag(one, "Politics").url == "topics/politics/"
    assert [it.url for it in catalogue.indexes[-1].subjects] == ["topics/politics/", "topics/tidal-gate/"]


def test_a_person_has_the_newest_role_and_what_they_are_quoted_with() -> None:
    said = BriefQuote(text="I need one that shuts.", speaker="Ada Quill")
    answered = BriefExchange(Point("Will it?"), BriefQuote(text="It will.", speaker="Ada Quill"))
    other = BriefQuote(text="No.", speaker="Jonas Lind")
    entries = [
        entry("new", (said, other), (answered,), people=[Person(name="Ada Quill", role="mayor")]),
        entry("old", people=[Person(name="Ada Quill", role="councillor"), Person(name="Jonas Lind")]),
    ]
    quill = Catalogue(entries).subject(Kind.PERSON, "Ada Quill")
    assert quill.role == "mayor"
    assert [it.text for it in quill.quotes_in(entries[0])] == ["I need one that shuts.", "It will."]
    assert quill.quotes_in(entries[1]) == []


def test_people_are_filed_by_their_last_name() -> None:
    people = [Person(name="Ada Quill"), Person(name="Zoe Arden"), Person(name="Élise Brand")]
    (index,) = Catalogue([entry("a", people=people)]).indexes
    assert [it.name for it in index.subjects] == ["Zoe Arden", "Élise Brand", "Ada Quill"]


def test_related_briefs_share_what_is_rare_and_more_than_their_outlet() -> None:
    gazette = (Source(name="The Harbour Gazette"),)
    entries = [
        entry("gate", places=["Northmoor"], tags=["tidal gate"], categories=["Politics"], sources=gazette),
        entry("budget", tags=["taxes"], categories=["Politics"], sources=gazette),
        entry("storm", places=["Northmoor"], tags=["tidal gate"], sources=gazette),
        entry("vote", places=["Northmoor"], categories=["Politics"], sources=gazette),
        entry("elsewhere", places=["Sandrey"], sources=gazette),
    ]
    assert slugs(Catalogue(entries).related(entries[0])) == ["storm", "vote"]
    assert Catalogue(entries).related(entries[4]) == ()


def test_a_long_list_is_shown_in_pages() -> None:
    parts = list(pages_of(range(LONGEST_PAGE * 2 + 1), "places/northmoor/"))
    assert [part.url for part in parts] == [
        "places/northmoor/",
        "places/northmoor/page/4/",
        "places/northmoor/page/3/",
        "places/northmoor/page/2/",
    ]
    assert all(0 < len(part.items) <= LONGEST_PAGE for part in parts)
    assert [item for part in parts for item in part.items] == list(range(LONGEST_PAGE * 2 + 1))
    assert [len(part.items) for part in pages_of([], "x/")] == [0]
    assert len(list(pages_of(range(LONGEST_PAGE), "x/"))) == 1


@given(st.integers(0, 300))
def test_a_new_item_in_front_changes_few_pages(count: int) -> None:
    old, new = list(range(count)), [-1, *range(count)]
    before = {part.url: part.items for part in pages_of(old, "")}
    after = {part.url: part.items for part in pages_of(new, "")}
    assert sum(items != before.get(url) for url, items in after.items()) <= 2
    assert before.keys() <= after.keys()
