"""Finding of quotes, paragraph by paragraph."""

from __future__ import annotations

from dataclasses import replace

from digest.analysis.quotes.indirect import find_reported
from digest.analysis.quotes.lines import find_lines
from digest.analysis.quotes.marks import Quoted, find_quoted
from digest.analysis.quotes.model import trained_model
from digest.analysis.quotes.paragraphs import Paragraph, Reading, Spoken, find_paragraphs, is_title
from digest.analysis.quotes.quote import Kind, Quote
from digest.analysis.quotes.speakers import Speaker, Speakers
from digest.analysis.references import References
from digest.article import Article
from digest.article.asides import stated_paragraphs
from digest.text.lexicons import lexicon
from digest.text.spans import Span

_FEWEST_WORDS = 3
"""Words of a quote without a speaker; a shorter one is a term or a title in marks."""
_BESIDE = 3
"""Characters between a quotation, what its speaker is and the name: marks and spaces."""
_LONG = 3
"""Words of a quotation set off by its tag, above which it is whole sentences even without a stop at its end."""
_WORKS = lexicon("quotes")["works"]
_WORK = 20
"""Characters before a quotation in which the word for a work stands."""
_UNPAIRED = frozenset('“"„«')
_NOTHING = Spoken(None, None, whole=False, title=True)


def find_quotes(article: Article, references: References) -> tuple[Quote, ...]:
    """The quotes of a story, in its order; no two indirect ones overlap.

    Marks are paired within a paragraph: an unclosed one costs that paragraph's rest, never more.
    Words in marks that nobody is said to have spoken are taken for a term unless they are a
    sentence's length. Speakers and indirect quotes are looked for in English only.
    """
    text, english = article.text, article.language in ("en", "und")
    paragraphs = list(find_paragraphs(article))
    marked = find_quoted(text, [paragraph.span for paragraph in paragraphs])
    speakers = Speakers(article, references, [one.outer for quoted in marked for one in quoted])
    reading = Reading(text, speakers)
    stated = stated_paragraphs(article.sentences)
    model = trained_model()
    found: list[Quote] = []
    waiting: list[int] = []  # which of them go on in the next paragraph, and nobody has been said to speak them
    for number, (paragraph, quoted) in enumerate(zip(paragraphs, marked, strict=True)):
        if not english:
            found += [
                _quote(article, paragraph, one.span, _kind(text, one.span, whole=False), None, None)
                for one in quoted
                if len(one.span.of(text).split()) >= _FEWEST_WORDS
            ]
            continue
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        announces = following is not None and (bool(marked[number + 1]) or following.number in stated)
        if paragraph.number in stated and (speaker := reading.announced):
            found.append(_quote(article, paragraph, paragraph.span, "stated", ":", speaker))
            continue
        if quoted:
            lines = list(find_lines(text, paragraph.sentences, paragraph.first, quoted))
        else:
            last = paragraph.sentences[-1]
            lines = [
                line
                for at, sentence in enumerate(paragraph.sentences, paragraph.first)
                if (announces and sentence is last) or not model.printed_cues.isdisjoint(sentence.words)
                for line in find_lines(text, [sentence], at, [])
            ]
        spoken = reading.read(lines, quoted) if quoted or announces else {}
        if spoken is None:
            continue
        if quoted and waiting and (told := spoken.get(quoted[0], _NOTHING).speaker):
            for at in waiting:
                found[at] = _spoken_by(found[at], told)
        here: list[Quote] = []
        for one in quoted:
            what = spoken.get(one, _NOTHING)
            if _is_quote(text, one, what, told=one in spoken):
                kind = _kind(text, one.span, whole=what.whole)
                here.append(_quote(article, paragraph, one.span, kind, what.cue, what.speaker))
        for line in lines:
            if not _UNPAIRED.isdisjoint(line.words):  # what stands behind an unclosed mark may be anybody's words
                break
            for clause, cue, phrase in find_reported(line, model):
                speaker = speakers.of(line, phrase) if phrase else None
                span = line.span(clause.first, clause.end)
                if line.quoted and any(_tells_who(text, span, quote) for quote in here):
                    continue
                here.append(_quote(article, paragraph, span, "indirect", cue, speaker))
        open_yet = bool(quoted) and quoted[-1].goes_on and spoken.get(quoted[-1], _NOTHING).speaker is None
        found += sorted(here, key=lambda quote: quote.span)
        waiting = waiting if open_yet and len(quoted) == 1 else []
        if open_yet:
            waiting += [at for at in range(len(found) - len(here), len(found)) if found[at].span == quoted[-1].span]
    return tuple(found)


def _is_quote(text: str, one: Quoted, what: Spoken, *, told: bool) -> bool:
    """Whether a quotation is somebody's words, and no term or title."""
    words = one.span.of(text).split()
    if what.speaker is None and what.title and _names_a_work(text, one):
        return False
    return (told or len(words) >= _FEWEST_WORDS) and not (what.title and is_title(words))


def _names_a_work(text: str, one: Quoted) -> bool:
    """Whether the word before a quotation says what work it is the title of: "The movie, “13 Days at Sea,”"."""
    before = text[max(0, one.outer.start - _WORK) : one.outer.start].rstrip(" ,").rpartition(" ")[2]
    return before.lower() in _WORKS


def _tells_who(text: str, clause: Span, quote: Quote) -> bool:
    """Whether a clause is what the speaker of the quotation before it is: “We go,” the deputy leader, Jonas Lind, said."""
    return (
        quote.speaker_span is not None
        and text[quote.span.end - 1] in ",!?"
        and 0 <= clause.start - quote.span.end <= _BESIDE
        and 0 <= quote.speaker_span.start - clause.end <= _BESIDE
    )


def _spoken_by(quote: Quote, speaker: Speaker) -> Quote:
    return replace(quote, speaker=speaker.name, role=speaker.role, speaker_span=speaker.span)


def _quote(
    article: Article, paragraph: Paragraph, span: Span, kind: Kind, cue: str | None, speaker: Speaker | None
) -> Quote:
    return Quote(
        span=span,
        evidence=paragraph.sentence_at(span.end - 1),
        kind=kind,
        cue=cue,
        speaker=speaker.name if speaker else None,
        role=speaker.role if speaker else None,
        speaker_span=speaker.span if speaker else None,
    )


def _kind(text: str, span: Span, *, whole: bool) -> Kind:
    words = span.of(text)
    if words[0].islower() or (not whole and words[-1] not in ",.!?…"):
        return "mixed"
    return "direct" if words[-1] in ",.!?…—" or (whole and len(words.split()) > _LONG) else "mixed"
