"""Page furniture: what a copied page leaves around a story, and which no story sentence looks like."""

from __future__ import annotations

import re

from digest.text.lexicons import lexicon
from digest.text.particles import ANY_PARTICLE
from digest.text.patterns import seldom
from digest.text.timestamps import find_timestamp

# Each pattern must match a whole paragraph. Compiled by hand from pages of wires and papers.
_WHOLE = re.compile(
    r"""
      # buttons, menus and labels
      (?: share(?:\ (?:this|on)\b.{0,40})? | tweet | e-?mail | print | save | copy\ link | facebook | twitter
        | whatsapp | linkedin | reddit | x | link | subscribe(?:\ now)? | sign\ (?:in|up) | log\ ?in | register
        | menu | search | home | comments?(?:\ \(\d+\))? | \d+\ comments? | advertisement | ad | sponsored
        | (?:video\ )?player\ close | video\ player\ close | close | play\ video | watch\ live | listen
        | skip\ to\ (?:main\ )?content | back\ to\ top | top\ stories | just\ watched | must\ watch
        | replay | scroll\ down\ for\ .{0,30} | more\ videos.{0,20} | photos? | gallery | caption | hide\ caption | toggle\ caption
        | (?:view\ )?slideshow(?:\ \(\d+\ images?\))? | \d+\ (?:of|/)\ \d+ | \d+\ images? | enlarge\ (?:this\ )?image
        | \d+\ min(?:ute)?s?(?:\ read)? | reading\ time:?\ .{0,20} | editor'?s?\ (?:picks?|choice)
        | follow\ us\b.{0,60} | contact\ us\b.{0,120} | privacy\ (?:policy|notice)\b.{0,80} | terms\ (?:of|and)\b.{0,60}
        | cookie\ (?:settings|policy).{0,40} | all\ rights\ reserved\.? | trending(?:\ now)? | breaking(?:\ news)?
        | story\ continues\ below.{0,30} | article\ continues\ below.{0,30} | continue\ reading.{0,60}
        | advertisement\ continue\ reading.{0,40} | this\ (?:video|article|story)\ is\ no\ longer\ available.{0,40}
      )\s*[.:›»>]?
      # links to other stories
    | (?: read\ (?:more|also|next) | more(?=:) | also\ read | see\ (?:also|more) | related(?:\ (?:coverage|stor(?:y|ies)|articles?|topics?|news|content|links?))?
        | more\ (?:on\ this(?:\ story)?|from\ [^.]{0,30}|stories|news) | most\ (?:read|popular|viewed) | recommended(?:\ for\ you)?
        | you\ may\ also\ like | don'?t\ miss | watch | what\ to\ read\ next | up\ next
      )\s*(?:[:|»›].*|)
    | (?:photos:\ .{0,200})?hide\ caption\b.{0,600} | photos:\ [^.]{0,120}
    | (?:à\ )?lire\ aussi\b.{0,160} | partager(?:\ sur\ .{0,30})? | publicité | abonnez-vous\b.{0,100} | crédit\ photo\b.{0,80}
    | lesen\ sie\ (?:auch|mehr)\b.{0,160} | mehr\ zum\ thema\b.{0,100} | teilen | anzeige | (?:quelle|foto|bild):\ .{0,60}
    | (?:photos?|photograph(?:s|y|er)?|pictures?|illustrations?)\ ?:\ (?-i:[A-Z])[\w.’'-]*(?:\ (?-i:[A-Z])[\w.’'-]*){1,3}
    | in\ pictures | in\ depth | opinion | analysis
    | (?-i:Related\ Coverage)\ .*(?<![.])
      # agencies' production notes
    | \(?(?:additional\ )?(?:report(?:ing|ed)|writing|written|editing|edited|graphics?|compiled|translated|translation|editor)
        (?:\ (?:and|&)\ [a-z]+)?(?:\ by:?|:)\ (?-i:[A-Z])[\w.'’-]*
        (?:[\s,;]+(?:and|&|in|by|(?:additional\ )?(?:reporting|writing|editing|written|edited)|(?-i:[A-Z])[\w.'’-]*)){0,40}\)?\.?
    | [—–-]{0,2}\s?(?:with\ (?:assistance|reporting|contributions|additional\ reporting)\ (?:from|by)\ )(?-i:[A-Z])[^.!?]{0,120}\.?
    | (?:media\ |press\ )?contacts?:\ .{0,160}
    | \(\s*(?:this|the)\ (?:story|article|version)\b.{0,300}\)
    | \((?:(?:correct|add|update|refile|repeat|recast|remove|clarifie|fixe|rewrite|amend|lead|trim)s|attn|eds)\b.{0,300}\)
    | \(source:\ .{0,120}\)
    | [\[(]?editor['’]?s\ note\s*[:–—-]\ .{0,400}
    | mandatory\ credit\b.{0,120}
    | \((?:for|click|see|graphic|to\ view)\b.{0,160}?(?:\bclick\b|\bgraphics?\b|\bfactbox\b|\btable\b|https?:|\b\w+\.\w+/).{0,120}\)
    | \(?[\w.-]+\.(?:rs|ly|com|net|org)/[\w/.-]+\)?
    | for\ more\ .{0,40}\bcoverage:.{0,160} | information\ from:\ .{0,120}
    | (?:please\ )?for\ (?:more|further|all|any|media|press)\ (?:press\ |media\ )?(?:information|details|enquiries|inquiries|queries|questions)\b,?\ (?:please\ )?(?:contact|call|e-?mail|telephone|ring)\b.{0,160}
    | (?:story\ source|journal\ reference|cite\ this\ page):? | materials\ provided\ by\b.{0,400} | note:\ content\ may\ be\ edited\b.{0,80} | (?:full\ story|mla\ apa\ chicago) | .{0,300}\bdoi:\ ?10\.\d{4}.{0,80}
    | our\ standards:.* | for\ more(?!\ than)\ .{0,60}\b(?:visit|click|see|follow)\b.{0,160}
    | \(\s{0,4}(?:US?)?[$€£¥]?\s{0,4}\d[\d.,]*\s{0,4}(?:[^\W\d][\w.]{0,30}\s?){0,4}(?:=|equals?(?:\ to)?|is\ (?:about|equal\ to))\s*.{0,60}\)
    | ©.* | copyright\ (?:©|\(c\)|\d{4}).{0,140} | \(c\)\ .{0,120}
      # what a page says of itself: consent, corrections, print
    | (?:accept|reject|allow|manage|decline)(?:\ (?:all|cookies?|preferences|options|choices|settings|only|and|accept|reject|manage|essential|necessary|continue|close|your|my|&)){1,6}\.?
    | we\ (?:value|respect|care\ about)\ your\ privacy\.? | your\ privacy\ choices | be\ the\ first\ to\ comment\.? | (?:live\ reporting|share\ page|about\ sharing)
    | (?:hello|hi|good\ (?:morning|afternoon|evening))\b.{0,40}\bwelcome\ (?:back\ )?to\b.{0,80}\b(?:live|coverage|blog|updates)\b.{0,80}
    | good\ (?:morning|afternoon|evening)[.,!]?(?:\ [\w’' ]{1,30}[.,!])?\ (?:here|it|this|welcome|and\ welcome)\b.{0,140}
    | that['’]s\ (?:all|it)\ (?:from|for)\ (?:us|me|now|today|tonight|this)\b.{0,160} | thanks?(?:\ you)?\ for\ (?:following|joining|being\ with)\b.{0,160}
    | (?:we['’]re|we\ are)\ (?:now\ )?(?:pausing|ending|closing|wrapping\ up)\ (?:our|this|the)\ live\ .{0,160}
    | (?:the\ )?(?:views|opinions)\ expressed\ (?:in|here|are|by)\b.{0,200} | do\ you\ (?:dis)?agree\?.{0,60}\b(?:write|e-?mail|letters)\b.{0,80}
    | (?:hi|hello|dear)(?:\ [\w.’'-]{1,20}){1,4}, | (?:(?:kind|best|warm|many|with\ kind)\ )?(?:regards|wishes|thanks),? | yours\ (?:sincerely|faithfully),? | sehr\ geehrte[rn]?\ .{3,60}, | (?:mit\ )?(?:freundliche[nm]?|besten|beste)\ gr(?:ü|ue)(?:ß|ss)en?,? | madame,\ monsieur,? | (?:bien\ )?cordialement,?
    | (?:anbei|beigefügt|please\ (?:find|see)\ (?:below|attached)|(?:see|attached)\ below)\b[^.]{0,120}\.? | [-–—\ ]*forwarded\ message[-–—\ ]*
    | this\ (?:e-?mail|message)\ (?:and\ any\ .{1,40}\ )?(?:is|are|may\ be|may\ contain|contains)\ .{0,40}\b(?:confidential|privileged|intended)\b.{0,400}
    | (?:we|this\ (?:site|website)|our\ (?:site|website))\b.{0,80}\b(?:cookies|partners\ (?:store|access|use|process)|personal\ data\ on\ your\ device)\b.{0,400}
    | (?:this|the)\ (?:article|story|report|piece|post|headline|obituary|review|column)\ (?:has\ been|was|is)\ (?:\w+\ )?(?:updated|corrected|amended|edited|clarified|revised|changed)\b.{0,300}
    | (?:an?|a\ previous|the)\ (?:earlier|previous|original)\ version\ of\ (?:this|the)\b.{0,500}
    | a\ (?:correction|clarification)\ was\ (?:made|issued|published)\b.{0,500}
    | (?:correction|clarification)s?(?:\ \([^()]{1,40}\))?\s?[:–—]\s.{0,500}
    | a\ version\ of\ this\ (?:article|story|review|obituary|column|essay|letter)\b.{0,400}
    | (?:this\ )?live\ (?:blog|coverage|updates|page)\ (?:is|has|are)\b.{0,120} | read\ (?:the|our|her|his|more)\ (?:full\ |latest\ |original\ )?(?:story|article|report|coverage|interview)\b.{0,60}
    | (?:filed\ under|suggested\ topics?|key\ ?words?|tags?|topics?|sections?)\ ?:.{0,200} | order\ reprints\b.{0,80}
    | .{2,80}\bis\ a\ member\ of\ the\ independent\ press\ standards\ organisation\b.{0,300} | .{0,80}, opens\ new\ tab
    | .{2,60}\bis\ committed\ to\ publishing\ a\ diversity\ of\ letters\b.{0,400}
      # what it asks its readers for
    | (?:we\ pay\ for\ your\ stories|(?:do\ you\ have|got)\ (?:a|any)\ (?:story|tip|news|stories|views?|photos?|question)|have\ you\ got\ a\ story)\b.{0,300}
    | (?:share|tell\ us|send\ us|email\ us|let\ us\ know)\ (?:your|what\ you)\ .{0,60}\b(?:on|in|at|via|below|think|here|to)\b.{0,100}
    | enter\ your\ e-?mail(?:\ address)? | by\ (?:signing\ up|subscribing|entering\ your|clicking)\b.{0,60}\byou\b.{0,300} | view\ \d+\ (?:images|photos|comments)
    | (?:reach|contact|e-?mail|write\ to)\ (?:(?:the\ )?(?:reporter|writer|author|staff\ writer)\ )?(?-i:[A-Z])[\w’'-]*(?:\ (?-i:[A-Z])[\w.’'-]*){0,3}\ (?:at|on|via)\ [^ ]{2,60}@[\w.-]{3,60}(?:\ or\ .{2,60})?
      # newsletters and forms
    | you\ (?:are|['’]re)\ (?:receiving|getting)\ this\ .{0,200} | (?:was\ this|did\ (?:someone|a\ friend))\ .{0,30}\bforward(?:ed)?\b.{0,120} | thanks?(?:\ you)?\ for\ reading\b.{0,40}
    | subscribe\ (?:from|for)\b.{0,60} | (?:in\ today['’]s\ (?:edition|newsletter|issue)|(?:today|tonight)['’]s\ headlines|quote\ of\ the\ day)\s?:?
    | (?:don['’]t\ miss.{0,40}[-–—:.!]\s)?(?:sign\ up|subscribe|register)\b.{0,40}\b(?:newsletters?|updates|alerts|inbox|briefing|account|free)\b.{0,120}
    | get\ (?:our|the)\b.{0,80}\b(?:inbox|newsletter|app|e-?mail)\b.{0,60}
    | (?:the|our)\ .{0,40}\bnewsletter\ (?:will\ )?(?:keeps?|brings?|sends?|tells?|gives?)\ you\b.{0,160}
    | .{0,40}\btranscripts\ are\ created\ on\ a\ rush\ deadline\b.{0,600}
    | (?:please\ )?(?:verify\ you'?re?\ not\ a\ robot|enter\ (?:a\ valid|your)\ e-?mail)\b.*
    | (?:invalid\ e-?mail\ address|thank\ you\ for\ subscribing|an\ error\ has\ occurred|you\ agree\ to\ receive)\b.*
    | newsletter\ sign\ up\b(?:.{0,300}|\ continue\ reading\b.*) | re-?enter\ (?:your\ )?(?:zip|post)\ ?code\b.{0,80}
    | (?-i:MOST\ READ\ IN\ [A-Z]+\b.*)
    | (?:skip|end\ of)\ (?:twitter|x|facebook|instagram|youtube|tiktok)\ (?:post|video)\b.{0,60}
    | follow\ (?:us|@|the\ author|me|him|her)\b.{0,100}
    | follow\ .{2,60}\bcoverage\b.{0,140} | [\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{2,60} | @\w{2,30}
    | follow\ .{2,80}\bon\ (?:twitter|facebook|instagram|x)\b.{0,60}
    | (?:download|get)\ (?:our|the)\ (?:new\ )?app\b.{0,60}
      # datelines of production systems: "Source: Xinhua| 2018-08-22 20:20:24|Editor: xuxin"
    | source:\s*[^|]{1,40}\|.{0,80}
    | sources?:\ (?-i:[A-Z])[^.!?|]{1,60}
    | [\w.\ ]{2,40}\|\s{0,4}(?:updated|published|last\ updated)?:?\s{0,4}\d{4}-\d{2}-\d{2}.{0,60}
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)

# Those that may begin with anything are dear to try; each has a piece that is rare.
_CONTRIBUTED = re.compile(
    r"\(?[A-Z](?:[^.!?]|(?<![a-z]{3})\.){0,300}\bcontributed to (?:this|the) (?:report|story|article)(?: (?:from|in) [^.]{1,60})?\.?\)?",
    re.DOTALL,
)
_PLAYER = "Embed x Share"
"""The buttons of a video player, in the row of a playlist or before a video's caption."""
# "GETTY The gate at noon", "CLOSE The mayor opened the gate.": what stands under a picture or a video.
_UNDER_PICTURE = re.compile(
    r"(?:GETTY|GETTY IMAGES|Getty Images|Getty(?= -)|REUTERS|Reuters|AFP|EPA|SWNS|REX|Rex Features|ALAMY|Alamy|Shutterstock|AP Photo|PA (?:Wire|Media|Images)|(?:AP:|PA:)?(?:Associated Press|Press Association)"
    r"|Splash News|Barcroft Media|Fame Flynet|Facebook Twitter Pinterest)(?:\s[•/-]\s\w+)?\s+[“\"A-Z].*[^\s.!?”\"’')]|CLOSE\s+[A-Z].*"
    r"|JUST WATCHED\s.*\sMUST WATCH\b.*|Read or Share this story:.*",
    re.DOTALL,
)
_SHORT_LINK = seldom(r".{0,90}[-–—:]\s*[\w]+\.rs/\w+\)?", re.IGNORECASE | re.DOTALL)

_AGENCY = (
    r"(?:Xinhua|AFP|AP|A\.P\.|Associated\ Press|REUTERS|Reuters|EPA(?:-EFE)?|EFE|DPA|dpa|ANSA|TASS|PTI|ANI|PA"
    r"|PA\ Wire|Kyodo(?:\ News)?|Yonhap|Getty(?:\ Images)?|Shutterstock|Alamy|NOAA|NASA|Handout|Photo|Pool|Bloomberg)"
)
# A picture's credit: alone it is furniture; at the end of a short paragraph it makes that a caption.
_CREDIT = rf"""(?:
      \(\s*{_AGENCY}\s*/[^()]{{1,60}}\)
    | \(\s*(?:{_AGENCY}\s+(?:[Pp]hoto|[Ff]ile|[Hh]andout|[Ii]mage)s?|(?:[Ff]ile\s+)?[Pp]hotos?|[Hh]andout)\s*\)
    | \(\s*(?:[Pp]hoto|[Ii]mage|[Pp]icture)s?\s*(?:/|:|[Bb]y|[Cc]ourtesy)[^()]{{1,60}}\)
    | \b(?:REUTERS|Reuters\ Foundation|AFP|AP\ Photo|EPA)\s*/\s*[A-Z][^.]{{1,80}}
    | \b[A-Z][\w.'’ -]{{1,40}}/(?:via\ )?(?:REUTERS|Reuters|AFP|AP|EPA|Getty(?:\ Images)?|Shutterstock|Bloomberg)
    | \b(?:[Pp]hoto(?:graph)?|[Pp]icture|[Cc]redit)s?(?:\ (?:[Cc]redit|[Bb]y|[Cc]ourtesy(?:\ of)?))?\s*:\s*(?=\S+\s*/|[^.]{{0,60}}/\ ?\S)[^.]{{1,80}}
    | \b[A-Z][\w.'’/ -]{{1,60}}/[A-Z][\w ]{{1,20}}\ [Vv]ia\ (?:REUTERS|Reuters|AP|AFP|Getty\ Images)
    | \b(?:Supplied|Courtesy)\b[^.]{{1,60}}\ [Vv]ia\ (?:REUTERS|Reuters|AP|AFP|Getty\ Images)
    | (?<=[.”"]\s)(?:[A-Z][\w.'’-]*\ ){{0,4}}(?:[Vv]ia\ )?Getty\ Images
    | (?<=[.”"]\s)(?:[A-Z][\w.'’-]*\ ){{1,4}}[Vv]ia\ (?:REUTERS|Reuters|AP|AFP)
)[\s.)]*"""
# Credits that stand below the pictures of some pages as a sentence of the caption's paragraph: "Image: Ada Quill."
_IMAGE = re.compile(
    rf"(?:^|[\s.”\")])(?:[Ii]mage|[Pp]hoto(?:graph)?|[Pp]icture)s?: [A-Z][\w'’&-]*\.?(?: (?:[A-Z][\w'’&-]*\.?|of|the|and|via|from|{ANY_PARTICLE})){{0,6}}\.?\Z"
)
_CREDIT_MARKS = ("(", "/", ":", "via ", "Via ", "Getty Images")
"""One of these stands in every credit, and behind the last of them no more than this many characters."""
_LONGEST_CREDIT = 120
_CREDIT_ALONE = re.compile(rf"(?:{_CREDIT}|(?-i:{_AGENCY})[\s.]*)", re.VERBOSE)
_CREDIT_AT_END = re.compile(rf"(?:^|[\s.”\"])(?:{_CREDIT})\Z", re.VERBOSE)
_AGENCY_AT_END = re.compile(rf"\(\s*{_AGENCY}\s*\)[\s.]*\Z", re.VERBOSE)
_CAPTION_LABEL = re.compile(
    r"(?:FILE\ PHOTO\b|File\ [Pp]hoto\b|FILE\s+[-–—]|File\s+[-–—]\s|(?:PHOTO|CAPTION|Caption|Photo\ caption)\s*[:–—]|Image\ (?:source|copyright|caption)\b"
    r"|Media\ caption\b|(?:Undated\ )?[Pp]hoto\ (?:taken|released|shows|dated)\b|Pictures?\ taken\s+(?:on\s+)?[A-Z][a-z]+\.?\ \d|Undated\ (?:photo|picture|handout)\b)",
    re.VERBOSE,
)
# "A woman wades through a village, Vietnam, July 22, 2018.": present tense, and a full date at the end.
_CAPTION_DATE = seldom(
    r"""[,\s](?:on\s)?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2},\s+\d{4}[.)]?\Z""",
    re.VERBOSE,
)
# "Guests attend the opening of a quay in Selwyn, on Oct. 3, 2026. It … (Xinhua)": the first sentence is dated so.
_DATED_FIRST = seldom(
    r"""(?P<told>.{10,300}?)[,\s](?:on\s)?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2},\s+\d{4}\.(?=\s)""",
    re.VERBOSE | re.DOTALL,
)
_PAST = re.compile(
    r"\b(?:said|was|were|had|has|have|told|announced|reported|will|would|\w{3,}ed\s+(?:that|on|by|to)\b(?<!based\ on))\b"
)
_PRESENT = seldom(
    r"\b(?:is|are)\s+(?:seen|pictured|shown|driven|carried|led|displayed)\b|\([LRC]\)|\bL-R:|\b(?:[a-z]{2,}[^aious\W]s|[a-z]+ing)\s"
)
_PICTURED = re.compile(
    r"An?\s+(?:general\s+view|view|map|logo|sign|graphic|combination|still|satellite\s+(?:image|picture))\b"
)
_QUOTATION = re.compile(r"[“”\"]")
_DATE_LABEL = re.compile(
    r"(?:first\s+)?(?:published|updated|posted|modified|last\s+(?:updated|modified))\b", re.IGNORECASE
)
_FEW_WORDS = 6
"""Words beside a label and its date: "at 3 PM EDT"."""
_SEPARATOR = re.compile(r"[|›»>·•]")
_SECTIONS = lexicon("bylines")["sections"] | lexicon("bylines")["menu"]
_CELLS = re.compile(r"\t+| {3,}|\|")
_FEWEST_CELLS, _LONGEST_CELL = 3, 40
_FEWEST_SECTIONS, _MOST_SECTIONS = 4, 20
"""Words of a menu without marks between them."""
_LONGEST_LINK, _LONGEST_SECTION = 28, 20
_LONGEST_CAPTION = 700
_LONGEST_LABELLED = 1_500
"""Characters of a caption that says so itself; agencies print the news below a picture from their files."""
_LINK_LIST = re.compile(
    r"(?:related(?:\ (?:stories|articles|coverage|topics|news|content|links))?|most\ (?:read|popular|viewed)|more\ stories"
    r"|read\ (?:more|next)|recommended(?:\ for\ you)?|top\ stories|you\ may\ also\ like|trending(?:\ now)?|more\ on\ this\ story)\s*:?",
    re.IGNORECASE | re.VERBOSE,
)


def is_furniture(paragraph: str) -> bool:
    """Whether a whole paragraph is no part of the story: a button, a link, a credit, a caption.

    Only what is sure is called furniture: a story's sentence lost is worse than a button kept.
    """
    if _PLAYER in paragraph:
        return True
    if len(paragraph) > _LONGEST_CAPTION:
        return len(paragraph) <= _LONGEST_LABELLED and _CAPTION_LABEL.match(paragraph) is not None
    return bool(
        _WHOLE.fullmatch(paragraph)
        or ("contributed to " in paragraph and _CONTRIBUTED.fullmatch(paragraph))
        or ("/" in paragraph and _SHORT_LINK.fullmatch(paragraph))
        or _CREDIT_ALONE.fullmatch(paragraph)
        or _UNDER_PICTURE.fullmatch(paragraph)
        or _is_navigation(paragraph)
        or _is_date_label(paragraph)
        or is_caption(paragraph)
    )


def is_table(paragraph: str) -> bool:
    """Whether a paragraph, as pasted, is a table's rows: three cells or more with tabs, wide gaps or bars between them.

    No cell is long, and none closes a sentence.
    """
    if "\t" not in paragraph and "   " not in paragraph and "|" not in paragraph:
        return False
    rows = [_CELLS.split(row.strip().strip("|")) for row in paragraph.splitlines()]
    return bool(rows) and all(
        len(cells) >= _FEWEST_CELLS
        and all(len(cell.strip()) <= _LONGEST_CELL for cell in cells)
        and not cells[-1].rstrip().endswith((".", "!", "?", "”", '"'))
        for cells in rows
    )


def _is_navigation(paragraph: str) -> bool:
    """Whether a paragraph is a row of links: "Home | World | Sport", "Home News Sport Culture", "Subscribe | Log in", or a section and its page: "World › Europe"."""
    if paragraph.partition(" ")[0] in _SECTIONS:
        words = paragraph.split()
        if _FEWEST_SECTIONS <= len(words) <= _MOST_SECTIONS and _SECTIONS.issuperset(words):
            return True
    links = _SEPARATOR.split(paragraph)
    if len(links) < 2 or "«" in paragraph or not all(link and len(link.strip()) <= _LONGEST_LINK for link in links):
        return False
    if len(links) > 2 or all(_WHOLE.fullmatch(link.strip()) for link in links):
        return True
    section = links[0].rstrip()
    return len(section) <= _LONGEST_SECTION and "." not in paragraph and paragraph[len(links[0])] in "›»>"


def _is_date_label(paragraph: str) -> bool:
    """Whether a paragraph only says when the page was published: "Updated 3:45 PM EDT, August 15, 2025"."""
    label = _DATE_LABEL.match(paragraph)
    stamp = find_timestamp(paragraph) if label else None
    if label is None or stamp is None:
        return False
    rest = re.findall(r"[^\W\d_]+", paragraph[label.end() : stamp.span.start] + paragraph[stamp.span.end :])
    return len(rest) <= _FEW_WORDS


def is_caption(paragraph: str) -> bool:
    """Whether a paragraph is a picture's caption: labelled, credited, or dated in the present tense."""
    if _CAPTION_LABEL.match(paragraph):
        return True
    end = paragraph.rstrip(" .)")[-_LONGEST_CREDIT:]
    if any(map(end.__contains__, _CREDIT_MARKS)) and _CREDIT_AT_END.search(paragraph):
        return True
    if ")" in paragraph[-2:] and _AGENCY_AT_END.search(paragraph) and (dated := _DATED_FIRST.match(paragraph)):
        return not _PAST.search(dated["told"]) and _PRESENT.search(dated["told"]) is not None
    if not paragraph[-2:-1].isdigit():  # a date at the end ends in a year, and one mark at most
        return False
    if not _CAPTION_DATE.search(paragraph) or _PAST.search(paragraph) or _QUOTATION.search(paragraph):
        return False
    return bool(_PICTURED.match(paragraph) or _PRESENT.search(paragraph))


def names_the_image(sentence: str) -> bool:
    """Whether a sentence ends in whose a picture is: "Image: Ada Quill."; what stands before it tells of the picture."""
    return _IMAGE.search(sentence) is not None


def opens_link_list(paragraph: str) -> bool:
    """Whether a paragraph heads a list of other stories: "Related stories", "Most read"."""
    return bool(_LINK_LIST.fullmatch(paragraph))
