"""Texts that are no usual story: no crash, a point wherever there is a sentence, and no time without end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.extraction import extract

GATE = "The council of Northmoor voted to build a tidal gate across the River Senn."
FERRY = "Senn Lines ordered two electric ferries from a yard in Bergen on Monday."
ODD = {
    "one sentence": GATE,
    "a sentence without a stop": "The council of Northmoor voted to build a tidal gate",
    "two words": "Gate opens",
    "nothing but a quotation": "“We have mopped the same kitchens four times. We will not do it again.”",
    "quotations only": "“The gate is late,” said Ada Quill. “The gate is early,” said Jonas Lind. “So be it,” she said.",
    "an open mark": f"“{GATE} {FERRY}",
    "questions only": "Will the gate be built? Who pays for it? When does it open?",
    "pronouns only": "He left. She stayed. They met again. It rained. This was all.",
    "a list": "Northmoor needs:\n- a tidal gate\n- two new ferries\n- a school\n- a harbour master",
    "a numbered list": "1. Build the gate. 2. Order two ferries. 3. Open the school.",
    "a table": "Port\tShips\tTonnes\nNorthmoor\t12\t4,500\nSandrey\t3\t900\nTotal\t15\t5,400",
    "a table of bars": "| Port | Ships |\n|---|---|\n| Northmoor | 12 |\n| Sandrey | 3 |",
    "capitals": f"{GATE} {FERRY}".upper(),
    "no punctuation": "the council of northmoor voted to build a gate and the ferry line ordered two ships " * 20,
    "French": "Le conseil de Northmoor a voté la construction d’une digue. Elle coûtera 48 millions de livres. Les "
    "pêcheurs craignent que les fermetures ne bloquent leurs bateaux dans le port pendant la tempête.",
    "German": "Der Rat von Northmoor hat für den Bau eines Sperrwerks gestimmt. Es kostet 48 Millionen Pfund. Die "
    "Fischer fürchten, dass die Boote bei Sturm im Hafen nicht mehr auslaufen können.",
    "Chinese": "议会投票决定修建潮汐闸门。渡轮公司订购了两艘电动渡轮。渔民担心港口会淤塞。",
    "Arabic": "صوت المجلس على بناء بوابة للمد والجزر. طلبت شركة العبارات سفينتين كهربائيتين.",
    "signs only": "... !!! ??? --- *** “” () [] {}",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
@pytest.mark.parametrize("title", ["", None])
def test_a_text_with_a_sentence_has_a_point(text: str, title: str | None) -> None:
    found = extract({"id": 1, "title": title, "text": text} if title is not None else {"id": 1, "text": text})
    assert bool(found["key_points"]) == bool(found["sentences"])
    for point in found["key_points"]:
        assert [point["start"], point["end"]] in found["sentences"]
        assert point["text"].strip()


@pytest.mark.parametrize(("name", "language"), [("French", "fr"), ("German", "de"), ("Chinese", "und")])
def test_a_language_that_is_not_english_is_told(name: str, language: str) -> None:
    assert extract({"id": 1, "title": "", "text": ODD[name]})["language"] == language


def test_the_lead_of_a_french_story_is_its_main_fact() -> None:
    lead = "Le conseil de Northmoor a voté lundi la construction d’une digue de 48 millions de livres contre les crues."
    rest = (
        "La digue protégera les maisons du port. Les pêcheurs craignent les fermetures. La mairie finance la digue "
        "avec un emprunt. Le conseil de Northmoor votera le budget de la digue en automne. Il a plu toute la journée."
    )
    found = extract({"id": 1, "title": "", "text": f"{lead}\n\n{rest}"})
    assert found["key_points"][0]["text"] == lead


@given(st.text(alphabet="aZ. ,:;!?“”\"'’()[]|\t\n-–0é。{%", max_size=200))
def test_no_text_breaks_the_choice_of_points(text: str) -> None:
    found = extract({"id": 1, "title": "", "text": text})
    assert bool(found["key_points"]) == bool(found["sentences"])


def test_a_very_long_text_has_its_points_too() -> None:
    text = "\n\n".join(f"{GATE[:-1]} for the {number}th time. {FERRY}" for number in range(2_000))
    assert len(text.split()) > 50_000
    assert extract({"id": 1, "title": "", "text": text})["key_points"]
