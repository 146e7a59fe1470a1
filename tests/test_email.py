"""An edition by mail: small enough, links absolute, the plain text a twin of the HTML, the message well formed."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from html.parser import HTMLParser

import pytest

from digest.site.email import MOST_BYTES, Detail, details_within
from tests.conftest import ARTICLE, CONFIG, Site

ROOT = "https://example.org/repo/"


def write_brief(site: Site, name: str, fields: str, body: str = "Text.\n") -> None:
    site.briefs.mkdir(exist_ok=True)
    (site.briefs / name).write_text(f"---\n{fields}\n---\n\n{body}", "utf-8")


def written(site: Site, day: str = "2024/06/18") -> tuple[str, str]:
    folder = site.built / day
    return (folder / "email.html").read_text("utf-8"), (folder / "email.txt").read_text("utf-8")


def message_of(site: Site, *arguments: str) -> EmailMessage:
    result = site.run("email", "-f", str(site.config), *arguments)
    assert result.exit_code == 0, result.stderr
    message = message_from_bytes(result.stdout_bytes, policy=default)
    assert isinstance(message, EmailMessage)
    assert not message.defects
    return message


class Parsed(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]


def test_a_draft_is_in_no_mail_and_its_day_has_none(site: Site) -> None:
    write_brief(site, "a.md", 'title: "Public"\ndate: "2024-06-18"')
    write_brief(site, "b.md", 'title: "Draft"\ndate: "2024-06-18"\nreview: "draft"')
    write_brief(site, "c.md", 'title: "Draft"\ndate: "2024-06-19"\nembargo: "2999-01-01T00:00:00Z"')
    site.build()
    assert not any("Draft" in text for text in written(site))
    assert not (site.built / "2024/06/19").exists()
    result = site.run("email", "-f", str(site.config), "2024-06-19")
    assert result.exit_code == 1
    assert result.stderr.strip() == "there is no edition of 2024-06-19; the newest is that of 2024-06-18"


def test_an_edition_is_a_mail_of_tables_without_pictures_scripts_or_relative_links(site: Site) -> None:
    site.article("gate.txt", f"Source: The Harbour Gazette\nURL: https://example.org/story\n{ARTICLE}")
    site.build()
    html, text = written(site)
    parsed = Parsed(html)
    assert not {"img", "script", "link", "details", "form", "iframe", "div details"} & set(parsed.tags)
    assert all(link.startswith("https://example.org/") for link in parsed.links)
    assert f"{ROOT}2024/06/18/{site.brief().stem}/" in parsed.links
    for words in (
        "Northmoor council backs tidal gate by three votes",
        "Tuesday, 18 June 2024",
        "“We have mopped the same kitchens four times in ten years",
        "Ada Quill",
        "The Harbour Gazette",
        "What is next",
    ):
        assert words in " ".join(text.split())
        assert words in html
    assert max(len(line) for line in text.split("\n") if "://" not in line) <= 72


def test_what_an_editor_wrote_is_in_the_mail_in_plain_elements(site: Site) -> None:
    write_brief(site, "b.md", 'title: "B"\nslug: "b"\ndate: "2024-06-17"')
    write_brief(
        site,
        "a.md",
        'title: "A"\ndate: "2024-06-18"',
        "Takeaway.[^1]\n\n## Our *view*\n\nSee [b](b.md#x), [c](https://example.org/c), [d](javascript:alert(1)) and"
        " ![a chart](chart.png) [e](../about.md).[^1]\n\n- One\n\n<script>alert(2)</script><p onclick=x class=y>Raw</p>\n\n"
        "[^1]: “Said.” (paragraph 1)\n",
    )
    site.build()
    html, text = written(site)
    text = " ".join(text.split())
    assert f'href="{ROOT}2024/06/17/b/#x"' in html
    assert f"b <{ROOT}2024/06/17/b/#x>" in text
    assert "c <https://example.org/c>" in text
    assert "a chart" in text
    for shown in (html, text):
        assert "[^1]" not in shown
        assert "Our view" in shown
        assert "javascript:" not in shown
        assert "about.md" not in shown
    parsed = Parsed(html)
    assert "script" not in parsed.tags
    assert not {"onclick", "src"} & parsed.attributes
    assert '<li style="' in html


def test_hostile_words_stay_words(site: Site) -> None:
    evil = "</td></table><script>alert(1)</script><img src=x onerror=alert(1)>"
    write_brief(
        site,
        "a.md",
        f"title: '{evil}'\ndate: \"2024-06-18\"\nlocated: '{evil}'\ncategories: ['{evil}']\nlanguage: '{evil}'\n"
        f"sources: [{{name: '{evil}'}}]",
        f"{evil}\n\n## Quotes\n\n> “{evil}”\n>\n> — {evil}, {evil}\n",
    )
    write_brief(site, "b.md", 'title: "B \\u202e\\u0007\\r\\nBcc: x@example.org"\ndate: "2024-06-18"')
    site.build()
    html, text = written(site)
    parsed = Parsed(html)
    assert not {"img", "script"} & set(parsed.tags)
    assert "onerror" not in parsed.attributes
    assert "\nBcc" not in text
    assert "\x07" not in text
    assert "Bcc" not in message_of(site, "2024-06-18")


@pytest.mark.parametrize(("count", "words"), [(60, 250), (400, 250), (1200, 20)])
def test_a_large_edition_stays_within_100_kb(site: Site, count: int, words: int) -> None:
    takeaway = "The council met and voted on the harbour again. " * (words // 10)
    for number in range(count):
        write_brief(
            site,
            f"{number}.md",
            f'title: "Brief {number:04}"\ndate: "2024-06-18"',
            f"{takeaway}\n\n## Key points\n\n- Point {number}.\n",
        )
    site.build()
    html, text = written(site)
    assert 70_000 < len(html.encode()) <= MOST_BYTES
    assert "Brief 0000" in html
    shown = [number for number in range(count) if f"Brief {number:04}" in html]
    assert shown == list(range(len(shown)))
    assert [number for number in range(count) if f"Brief {number:04}" in text] == shown
    left_out = count - len(shown)
    assert (f"{left_out} more briefs" in html) == (left_out > 0)
    assert (f"{left_out} more briefs" in text) == (left_out > 0)


def test_one_brief_that_is_too_large_is_left_to_the_site(site: Site) -> None:
    write_brief(site, "a.md", f'title: "{"𝔏ong " * 12_000}{"𝔏" * 4_000}"\ndate: "2024-06-18"\nslug: "a"')
    write_brief(
        site, "b.md", 'title: "Long enough"\ndate: "2024-06-17"', f"{'One sentence of many words. ' * 10_000}\n"
    )
    result = site.build()
    assert result.exit_code == 0, result.stderr
    html, text = written(site)
    assert len(html.encode()) < MOST_BYTES
    assert "1 more brief on the site" in html
    assert f"1 more brief on the site: {ROOT}2024/06/18/" in text
    html, text = written(site, "2024/06/17")
    assert "Long enough" in html
    assert "of many words" not in html + text


def test_headlines_come_before_takeaways_and_those_before_whole_briefs() -> None:
    sizes = [(1, 3, 9)] * 4
    none, takeaway, whole = Detail
    assert details_within(sizes, 36) == [whole] * 4
    assert details_within(sizes, 18) == [whole, takeaway, takeaway, takeaway]
    assert details_within(sizes, 17) == [takeaway] * 4
    assert details_within(sizes, 8) == [takeaway, takeaway, none, none]
    assert details_within(sizes, 3) == [none] * 3
    assert details_within(sizes, 0) == []
    assert details_within([], 10) == []


def test_a_message_has_the_two_forms_of_the_site(site: Site) -> None:
    site.config.write_text(
        CONFIG.replace("[digest]", "[{digest: {email: {from: 'Desk Ä <desk@example.org>', to: 'all@example.org'}}}]"),
        "utf-8",
    )
    site.article("gate.txt")
    site.build()
    message = message_of(site, "2024-06-18")
    assert message["Subject"] == "Morning: Tuesday, 18 June 2024"
    assert message["From"] == "Desk Ä <desk@example.org>"
    assert message["To"] == "all@example.org"
    assert message["Date"].datetime.isoformat() == "2024-06-18T00:00:00+00:00"
    assert message["Message-ID"].endswith("@example.org>")
    assert message.get_content_type() == "multipart/alternative"
    text, html = message.iter_parts()
    assert text.get_content_type() == "text/plain"
    assert (html.get_content(), text.get_content()) == written(site)


def test_the_same_edition_is_the_same_message_and_another_is_not(site: Site, edited) -> None:
    site.article("gate.txt")
    site.build()
    first, second = (site.run("email", "2024-06-18").stdout_bytes for _ in range(2))
    assert first == second
    assert b"\r" not in first
    assert max(map(len, first.split(b"\n"))) <= 998
    edited(site.brief(), "Northmoor council backs", "Council approves")
    other = message_of(site, "2024-06-18")
    assert other["Message-ID"] not in first.decode()
    assert other["From"] is None


@pytest.mark.parametrize("sender", ["nobody", "a@example.org\nBcc: b@example.org", "<>", "@", ","])
def test_a_sender_that_is_no_address_is_an_error(site: Site, sender: str) -> None:
    options = CONFIG.replace("[digest]", f'[{{digest: {{email: {{from: "{sender}"}}}}}}]'.replace("\n", "\\n"))
    site.config.write_text(options, "utf-8")
    site.article("gate.txt")
    site.build()
    result = site.run("email", "2024-06-18")
    assert result.exit_code == 1
    assert "is no mail address such as" in result.stderr


def test_what_is_missing_is_said(site: Site) -> None:
    site.article("gate.txt")
    site.build()
    assert site.run("email", "today").exit_code == 2
    write_brief(site, "bad.md", "title: a: b")
    result = site.run("email", "2024-06-18")
    assert result.exit_code == 1
    assert "content/briefs/bad.md" in result.stderr
    (site.briefs / "bad.md").unlink()
    site.config.write_text(CONFIG.replace("site_url: https://example.org/repo/", ""), "utf-8")
    result = site.run("email", "2024-06-18")
    assert result.exit_code == 1
    assert "set 'site_url'" in result.stderr
