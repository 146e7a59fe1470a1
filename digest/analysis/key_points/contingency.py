"""Contingency, whether a sentence says why something happened, or what came of it.

The senses *cause*, *purpose* and *result* of the Penn Discourse Treebank's class *contingency* (PDTB 3.0, Webber et al. 2019),
as far as a connective, or a verb or phrase that says the same, shows them.
"""

from __future__ import annotations

import re

from digest.text.tokens import without_quotations

_REASON = re.compile(
    r"\b(?:[Bb]ecause|[Oo]wing to|(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbe )[Dd]ue to"
    r"|[Aa]s a (?:result|consequence) of|[Ii]n (?:response|reaction|retaliation|retribution|revenge|protest) (?:to|for|against|at|over|of)\b|to protest\b"
    r"|(?:caused|triggered|sparked|prompted|fuell?ed|brought on|provoked|motivated) by|stem(?:s|med|ming) from|(?:arose|arises|resulted|results) from"
    r"|(?:began|started|erupted|broke out|flared) (?:[a-z]+ ){0,2}(?:after|when|over)"
    r"|blam(?:ed|es|ing)\b[^.;]{1,80}\b(?:on|for)\b|attributed\b[^.;]{1,60}\bto\b|citing (?!sources\b|officials\b|people\b|an? (?:source|official)\b)"
    r"|(?:over|amid|on|for) (?:[a-z]+ ){0,2}(?:fears?|concerns?|suspicions?|allegations?|accusations|worries|complaints) (?:that|of|over|about)"
    r"|[Ii]n (?:a bid|an effort|an attempt|order) to|so that)\b"
)
_RESULT = re.compile(
    r"\b(?:[Aa]s a (?:result|consequence)(?! of\b)|(?:led|leads|lead|leading) to (?:an? |the |[a-z]+s\b)|(?:resulted|results|resulting) in"
    r"|(?:forced|forcing|prompted|prompting|compelled|compelling)(?! (?:by|labou?r|marriage|out of)\b) [^.;,]{1,60}? to\b"
    r"|(?:sparked|sparking|triggered|triggering|caused|causing|provoked|provoking)(?! by\b)"
    r"|(?:leaving|left) (?:[a-z0-9,.-]+ ){1,5}(?:dead|injured|wounded|homeless|stranded|without|missing|unable|trapped|displaced|jobless)"
    r"|(?:means|meant) that|(?:which|this) (?:will |would |could |may )?means?"
    r"|,? meaning [a-z]+|paved the way for|brought (?:down|to a (?:halt|standstill))|(?:cost|costing) (?:[a-z0-9,]+ ){0,3}(?:jobs?|lives|life|seats?))\b"
)
_SENSES = {"reason": _REASON, "result": _RESULT}


def senses_of(text: str) -> frozenset[str]:
    """Which of "reason", be it a cause or a purpose, and "result" a sentence gives; what it quotes tells nothing."""
    outside = without_quotations(text)
    return frozenset(sense for sense, pattern in _SENSES.items() if pattern.search(outside))
