"""A configuration that is wrong is named with its line, and in words that its author knows."""

from __future__ import annotations

import pytest

from tests.conftest import CONFIG, Site

FAULTS = {
    "a tab": ("\tsite_name: x", "1: not valid YAML: while scanning"),
    "a bracket that nobody closes": (f"{CONFIG}nav: [a\n", "7: not valid YAML: "),
    "no name": (CONFIG.replace("site_name", "site_nmae"), " 'site_name' is missing, and every site has it"),
    "a misspelt name": (f"{CONFIG}siteurl: x\n", "6: there is no option 'siteurl'; did you mean 'site_url'?"),
    "another folder": (CONFIG.replace("docs_dir: content", "docs_dir: none"), "3: 'docs_dir': The path "),
    "an option that there is not": ("reveiw: required", "8: the plugin 'digest' has no option 'reveiw'"),
    "no such choice": ("review: twice", "8: 'review' is 'twice', and must be one of 'none', 'required'"),
    "neither true nor false": ("cards: maybe", "8: 'cards' is not true or false"),
    "no number": ("key_points:\n        max: five", "9: 'key_points.max' is not a number such as 5"),
    "too small a number": ("key_points: {max: 0}", "8: 'key_points.max' is not a number such as 5: 0"),
    "a number for a list": ("verbatim: 30", "8: 'verbatim' is not a list of options"),
    "a word for a list": ("sections: {Quay: ferry}", "8: 'sections': 'Quay' is not a list of words such as"),
}


@pytest.mark.parametrize(("text", "says"), FAULTS.values(), ids=FAULTS.keys())
def test_a_wrong_configuration_is_named_with_its_line(site: Site, text: str, says: str) -> None:
    if "site_" not in text:
        text = CONFIG.replace("plugins: [digest]", f"\nplugins:\n  - digest:\n      {text}")
    site.config.write_text(text, "utf-8")
    result = site.build()
    assert result.exit_code == 1
    assert f"mkdocs.yml:{says}" in result.stderr
    assert len(result.stderr.splitlines()) == 1
