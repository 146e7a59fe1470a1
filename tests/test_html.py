"""The pages' HTML, held against the standard by html-validate (from npm) where it is installed."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import CONFIG, Site

VALIDATOR = shutil.which("html-validate")
pytestmark = pytest.mark.skipif(not VALIDATOR, reason="html-validate is not installed; npm has it")
RULES = {
    "root": True,
    "extends": ["html-validate:standard"],
    "rules": {
        "doctype-style": "off",
        "no-trailing-whitespace": "off",  # what templates leave between elements
        "long-title": "off",  # a headline is as long as it is
        "wcag/h32": "off",  # the search answers while one writes, and at Enter
    },
}
SAMPLE = Path(__file__).parents[1] / "content"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_kind_of_page_is_valid(site: Site, language: str) -> None:
    shutil.copytree(SAMPLE, site.content, dirs_exist_ok=True)
    site.config.write_text(CONFIG.replace("theme: digest", f"theme: {{name: digest, locale: {language}}}"), "utf-8")
    (site.briefs / "gone.md").write_text(
        'title: "Gone"\ndate: "2024-06-18"\nwithdrawn: {date: "2024-06-19", why: "It was <b>wrong</b>."}\n'.join(
            ("---\n", "---\n\nText.\n")
        ),
        "utf-8",
    )
    (site.briefs / "right.md").write_text(
        'title: "A & B < C"\ndate: "2024-06-18"\nlanguage: "ar"\naliases: ["/old/"]\nreview: "approved"\n'
        'corrections: [{date: "2024-06-19", wrong: "in <May>", right: "in June"}]\n'
        'sources: [{name: "A & B", words: 900, url: "https://example.org/?a=b&c=d"}]\n'.join(
            (
                "---\n",
                "---\n\nText.[^1]\n\n- One[^1]\n  - Two[^1]\n\n> Three[^1]\n\n[^1]: “A sentence.” (A & B, paragraph 2)\n",
            )
        ),
        "utf-8",
    )
    for number in range(60):
        (site.briefs / f"many-{number}.md").write_text(
            f'---\ntitle: "Many {number}"\ndate: "2024-06-18"\ncategories: ["C"]\n---\n\nText.\n', "utf-8"
        )
    built = site.build()
    assert built.exit_code == 0, built.output
    (site.folder / ".htmlvalidate.json").write_text(json.dumps(RULES), "utf-8")
    pages = [str(path) for path in site.built.rglob("*.html") if path.name != "email.html" and "many-" not in str(path)]
    assert len(pages) > 40
    ran = subprocess.run([VALIDATOR, "--formatter", "text", *pages], capture_output=True, encoding="utf-8", check=False)
    assert (ran.stdout, ran.returncode) == ("", 0), ran.stderr
