"""Page notes, what a page says to its readers where its text has lost its lines: "Read the rest of the story at …"."""

from __future__ import annotations

from digest.text.patterns import seldom

_WORKS = r"(?:article|column|essay|interview|letter|list|piece|post|report|response|review|statement|story|study|transcript|version)"
_PLACE = r"(?:X|Twitter|Facebook|Instagram|TikTok|YouTube|LinkedIn|Tumblr|Bluesky|Mastodon|Threads)\b"
_DAYS = r"(?:week(?:days|nights|ends)|every (?:day|week)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)\b"
# Each is a sentence by itself, and each kind opens with one of the words before it.
_NOTES = {
    ("Read", "See", "Watch", "Listen"): (
        rf"(?:(?:Read|See) (?:the |our |her |his |their )?(?:rest|full|original|entire|complete)\b.{{0,30}}\b{_WORKS}\b.{{0,80}}"
        r"|(?:Read|See|Watch) (?:more|also|this|next)(?: (?:from|on|about)\b.{0,60})?\s?:.{0,110}|Read more (?:from|about|on)\b.{0,100}|(?:Read|See|Watch|Listen)\s?:.{0,160}"
        r"|(?:Watch|See|Listen to) (?:the|this|our|it|her|his|more)\b.{0,60}\b(?:above|below|here)\b.{0,200}"
        rf"|Watch .{{2,80}}\b(?:{_DAYS}.{{0,80}}|on (?:demand|CNNgo)\b.{{0,40}}))"
    ),
    ("Enjoy", "Browse", "View", "Check"): (
        r"(?:Enjoy|Browse|View|Check out) (?:the |our |more |these |some |latest |best |full )+(?:pictures|photos|images|gallery|slideshow|videos?)\b.{0,100}"
    ),
    ("Tune", "Subscribe", "Sign", "Click", "Tap", "Scroll", "Swipe"): (
        r"(?:Tune in (?:to|each|every|tonight|tomorrow|at|on|for|next|this|live)\b.{0,250}|Subscribe (?:to|on|now|here|today)\b.{0,200}"
        r"|Sign up (?:for|here|to (?:get|receive)|now|today)\b.{0,200}|(?:Click|Tap|Scroll|Swipe) (?:here|below|down|on|through|for)\b.{0,160})"
    ),
    ("Follow", "Like", "You", "Share", "Join", "Email", "E-mail"): (
        rf"(?:(?:You can |Like (?:us|[A-Z]\w+) .{{0,40}}?\b(?:and|or) )?[Ff]ollow .{{2,80}}?\b(?:on|at) .{{0,60}}{_PLACE}.{{0,80}}"
        rf"|Follow .{{2,60}} (?:on|at) (?:{_PLACE}|@).{{0,80}}|Share your (?:thoughts|views|story|stories|photos|experiences?|memories)\b.{{0,160}}"
        r"|Join the (?:conversation|discussion|debate) (?:on|at|below|in the|with)\b.{0,120}|E-?mail (?:the author|your (?:story|tips|views|questions))\b.{0,120})"
    ),
    ("Thank", "Thanks"): (
        r"Thanks?(?: you)? for (?:reading|watching|listening|subscribing|joining us|following|visiting)\b.{0,80}"
    ),
    ("For", "If", "Just"): (
        r"(?:For .{0,80}\bclick here\b.{0,60}|If you (?:want|would like|wish) to .{2,60}, click here\b.{0,60}|Just click here\b.{0,120})"
    ),
    ("This", "Editor's", "Editor’s", "EDITOR'S", "EDITOR’S", "Note:", "Disclaimer:", "Disclosure:", "An", "A"): (
        rf"(?:This {_WORKS} (?:was )?(?:originally|first|previously) (?:appeared|published|posted) (?:in|on|at|by)\b.{{0,250}}"
        rf"|This {_WORKS} (?:is|was|appears|appeared) (?:also )?(?:(?:updated|republished|syndicated)\b|part of (?:an?|our|the)\b.{{0,60}}\b(?:series|project|package|collection)\b|in (?:our|the)\b.{{0,40}}\b(?:issue|edition|print)\b).{{0,200}}"
        rf"|This {_WORKS} has been (?:updated|corrected|amended|edited|clarified)\b.{{0,250}}"
        rf"|An? (?:earlier|previous) version of (?:this|the) {_WORKS}\b.{{0,400}}"
        r"|(?i:editor['’]s note)s?\s?[:–—-].{0,400}|(?:Note|Disclaimer|Disclosure): (?:Content|Materials|This|The (?:author|writer|material|content|views))\b.{0,300})"
    ),
}
_BY_OPENING = {opening: seldom(pattern) for openings, pattern in _NOTES.items() for opening in openings}
_SELDOM_NOTES, _OF_SELDOM_NOTES = ("A ", "An ", "For ", "If "), ("click here", " version of th")
"""What many sentences open with, and what is in those of them that are notes."""
_AIRS = seldom(rf"[A-Z].{{2,60}} airs (?:live )?(?:(?:on|at) .{{2,60}} )?{_DAYS}.{{0,80}}")


def is_page_note(sentence: str) -> bool:
    """Whether a sentence is the page's word to its readers, and nothing that the story tells."""
    sentence = sentence.removeprefix("• ")
    if sentence.startswith(_SELDOM_NOTES) and not any(map(sentence.__contains__, _OF_SELDOM_NOTES)):
        return False
    bare = sentence[1:-1] if sentence.startswith("(") and sentence.endswith(")") else sentence
    pattern = _BY_OPENING.get(bare.partition(" ")[0])
    if pattern is not None and pattern.fullmatch(bare):
        return True
    return " airs " in bare and _AIRS.fullmatch(bare) is not None
