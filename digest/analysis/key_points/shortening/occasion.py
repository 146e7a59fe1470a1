"""The occasion on which something was said, left out of a key point; who said it stays."""

from __future__ import annotations

from digest.analysis.key_points.shortening.capital import with_capital
from digest.analysis.key_points.shortening.quotation import veiled
from digest.text.patterns import seldom
from digest.text.timestamps import WEEKDAY

_OCCASION = (
    r"(?:in an? (?:(?:brief|joint|written|prepared|short|separate|press|news|media|public|official|e-?mailed) )?"
    r"(?:statement|news release|press release|release)"
    r"|(?:at|during|in) an? (?:(?:joint|televised) )?(?:news|press|media) (?:conference|briefing)"
    r"|in an? (?:(?:telephone|phone|brief|separate|recent) )?interview|in an e-?mail|by (?:telephone|phone|e-?mail))"
)
_VERB = r"(?:said|says|added|announced|confirmed|explained|told (?:reporters|journalists))"
_WEEKDAY = rf"(?:on )?{WEEKDAY}\b"
# Behind it only what belongs to the verb: "in a statement to the court" and "in an interview with the Post" say more.
_BEHIND = seldom(
    rf"(?<= ){_VERB}(?P<occasion> {_OCCASION})(?= that | {_WEEKDAY}(?! (?:with|to|by|on|about|for|from|at)\b)|[.]\Z|, (?:adding|saying|noting) |[,:]? \0)"
)
_BEFORE = seldom(
    rf"(?i:{_OCCASION}), (?!(?:he|she|they|it|we|I|his|her|their|its) )"
    rf"(?=[^\s,\0][^,\0]{{2,80}}? (?:{_WEEKDAY} )?{_VERB} (?:{_WEEKDAY} )?(?:that|the|it|its|his|her|their|there|[a-z]+|\0))"
)


def without_occasion(text: str, **_: object) -> str:
    """`Quill said in a statement that talks began.` is `Quill said that talks began.`

    An interview with somebody, a statement to somebody or on some matter is part of the attribution and stays.
    """
    # Most sentences have none of these; a chain of plain searches is the quickest way to see it.
    if not (
        "statement" in text
        or "interview" in text
        or " conference" in text
        or " briefing" in text
        or " release" in text
        or "mail" in text
        or "phone" in text
    ):
        return text
    outside = veiled(text)
    if outside is None:
        return text
    opening = _BEFORE.match(outside)
    if opening:
        return with_capital(text[opening.end() :])
    pieces, position = [], 0
    for found in _BEHIND.finditer(outside):
        pieces.append(text[position : found.start("occasion")])
        position = found.end()
    return "".join(pieces) + text[position:]
