"""Trust: how many planted faults the check finds, and how often it calls an untouched brief false."""

from __future__ import annotations

from collections.abc import Iterable

from digest.article import parse_article
from digest.markdown import parse_brief, render_brief
from digest.pipeline import make_brief
from digest.settings import Settings
from digest.verification.briefs import verify_brief
from evaluation.faults import plant
from evaluation.measures import Document


def trust(documents: Iterable[Document]) -> dict[str, float]:
    """Planted faults that are found, and briefs as generated in which anything is called unsupported, as shares."""
    briefs = alarms = planted = found = 0
    for document in documents:
        text = f"{document['title']}\n\n{document['text']}" if document.get("title") else document["text"]
        made = make_brief(text, path="articles/a.txt", sha256="0", settings=Settings())
        if made is None:
            continue
        article, brief = parse_article(text), parse_brief(render_brief(made))

        def unsupported(brief, article=article) -> set[tuple[str, str]]:
            findings = verify_brief(brief, [article])
            return {(it.where, it.text) for it in findings if not it.judgement.is_supported}

        untouched = unsupported(brief)
        briefs, alarms = briefs + 1, alarms + bool(untouched)
        for _, faulty in plant(brief):
            planted, found = planted + 1, found + bool(unsupported(faulty) - untouched)
    return {"planted faults found": found / max(1, planted), "briefs with false alarms": alarms / max(1, briefs)}
