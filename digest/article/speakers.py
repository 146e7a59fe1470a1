"""Speakers of a transcript: who stands behind each label, by name and role where the page tells."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from digest.article.labels import Label
from digest.text.lexicons import lexicon
from digest.text.spans import Span, one_line

_WORDS = lexicon("speakers")
_COURTESY = _WORDS["courtesy"]
_OFFICES = (
    _WORDS["offices"]
    | _WORDS["hosts"]
    | _WORDS["reporters"]
    | {title.casefold() for title in lexicon("names")["person_titles"]} - _COURTESY
)
_NOUNS = (
    _OFFICES | lexicon("persons")["anybody"] | lexicon("persons")["men"] | lexicon("persons")["women"] | _WORDS["posts"]
)
_WOMEN, _MEN = lexicon("given_names")["women"], lexicon("given_names")["men"]
_WOMEN_TITLES, _MEN_TITLES = lexicon("persons")["women_titles"], lexicon("persons")["men_titles"]
_GIVEN_NAMES = _WOMEN | _MEN
_JOINTS = _WORDS["things"] | _WORDS["talks"]
_ROLE_JOINTS = frozenset(["of", "for"])
_TOKEN = re.compile(r"[^\W\d_][\w’'-]*\.?|[,;:()–—|/]|\s-\s|\n")
_APPOSITION = re.compile(r"\s*(?:,|[–—-](?=\s)|\()\s*(?P<role>(?:(?:the|a|an)\s)?[^,;:()–—|\n.]{3,80})")
_BELOW = re.compile(r"[ \t]*\r?\n\s*(?P<role>[^\r\n,;:.]{3,80})(?=[\r\n]|\Z)")
_PREFIX = re.compile(r"\b(Press|Media|News|Committee|Conference|Question)\s\Z")
_BEFORE_VERB = re.compile(
    r"\s(?:is|was|has|had|will|spoke|speaks|talks|talked|told|answered|answers|and\s[A-Z]|on\s(?:the\s)?[A-Z])\b"
)
_NO_ROLE = re.compile(
    r"(?:via|through|continu|off|inaudible|in [A-Z]|byline|remotely|by\b|on\b|via\b|interpreted|translated).*|[A-Z]\b",
    re.IGNORECASE,
)
_FULL_NAME = re.compile(r"(?=[A-Z\u00c0-\u00de])(?:[^\W\d_][\w’'-]*\.?[ ]){1,2}(?=[A-Z\u00c0-\u00de])[^\W\d_][\w’'-]+")
_INTERVIEW = re.compile(
    r"\bq\s?(?:&|and)\s?a\b|\binterview|\bquestions\s(?:for|to)\b|\bconversation\swith\b", re.IGNORECASE
)
_LONGEST_HEADING = 200
_LONGEST_HEAD = 6_000
"""Characters above the first turn in which people are introduced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody who speaks in a transcript."""

    labels: tuple[str, ...]
    """The labels of the turns, as printed."""
    shown: str
    """What to call the speaker: the full name, or the label in the way that names are written: `Ms. Quill`, `The Mayor`."""
    mentions: tuple[Span, ...]
    """Where the labels name the speaker."""
    asks: bool
    """Whether the speaker does nothing but ask."""
    unnamed: bool
    """Whether the labels tell only what part somebody has in the talk: `Q`, `MODERATOR`."""
    name: str | None = None
    """In full where the page gives it, without title; None for a mere office or letter."""
    role: str | None = None


def find_speakers(text: str, turns: Sequence[Label], asking: Sequence[bool]) -> tuple[Speaker, ...]:
    """The speakers in the order of their first turn.

    A label with a surname means the one person of that surname whom another label, the page's head or else what is said
    gives a full name; where there are two such people, it means nobody but itself.

    Args:
        text: the article's text.
        turns: the labels of its turns, in their order.
        asking: whether each turn asks.
    """
    if not turns:
        return ()
    by_key: dict[str, list[Label]] = {}
    answers = {label.key for label, asks in zip(turns, asking, strict=True) if not asks}
    for label in turns:
        by_key.setdefault(label.key, []).append(label)
    head = text[max(0, turns[0].span.start - _LONGEST_HEAD) : turns[0].span.start]
    known = _known_people(head, turns)
    interviewed = _interviewed(head) if any(label.is_letter and not label.asks for label in turns) else None
    wanted = {words[-1].casefold() for label in turns if len(words := _split(label.speaker)[1]) == 1} - set(known)
    if wanted:
        for found in _FULL_NAME.finditer(text):
            words = found.group().split(" ")
            if words[-1].casefold() in wanted and (person := _person_of(words)):
                known.setdefault(words[-1].casefold(), {}).setdefault(person[0], person[1])
    grouped: dict[str, list[tuple[list[Label], str | None, str | None, str]]] = {}
    alike = _alike(by_key)
    for key, labels in by_key.items():
        name, role, shown = _resolve(labels, known, interviewed, alike)
        grouped.setdefault(name if name and " " in name else key, []).append((labels, name, role, shown))
    return tuple(_speaker(group, answers) for group in grouped.values())


def _speaker(group: Sequence[tuple[list[Label], str | None, str | None, str]], answers: set[str]) -> Speaker:
    labels = [label for found, *_ in group for label in found]
    return Speaker(
        labels=tuple(dict.fromkeys(label.speaker for label in labels)),
        shown=group[0][3],
        mentions=tuple(sorted(label.name for label in labels)),
        asks=not any(label.key in answers for label in labels),
        unnamed=group[0][1] is None and (labels[0].is_letter or (labels[0].hosts and labels[0].is_part)),
        name=group[0][1],
        role=max((role for _, _, role, _ in group if role), key=len, default=None),
    )


def _resolve(
    labels: Sequence[Label],
    known: Mapping[str, Mapping[str, str | None]],
    interviewed: tuple[str, str | None] | None,
    alike: Mapping[str, Collection[str]],
) -> tuple[str | None, str | None, str]:
    """The name, the role and what to show for a label."""
    label = labels[0]
    printed = as_name(label.speaker)
    if label.is_unknown:
        return None, None, printed
    if label.is_letter or (label.hosts and label.is_part):
        holder = _holder(label.key, known) if label.asks or label.hosts else interviewed
        if holder is None:
            return None, None, "Answer" if label.is_letter and not label.asks else printed
        return holder[0], holder[1], holder[0]
    title, words = _split(label.speaker)
    office = " ".join(title).strip() or None
    role = next((told for it in labels if it.more and (told := _role_in_label(it.more))), None)
    if not words:
        holder = _holder(office or "", known)
        if holder:
            return holder[0], holder[1], holder[0]
        return None, role, printed
    people = known.get(words[-1].casefold(), {})
    spelt = " ".join(words)
    if len(words) == 1:
        several = alike.get(words[-1].casefold(), ())
        people = _of_title(label.key, people, certain=len(several) > 1)
        if len(several) > 1 and (len(people) != 1 or not _told_apart(several)):
            return None, role or office, printed
        if len(people) != 1:
            return as_name(spelt), role or office, printed
        name, told = next(iter(people.items()))
    else:
        name = next((name for name in people if name.casefold() == spelt.casefold()), as_name(spelt))
        told = people.get(name)
    roles = [one for one in (role, told, office) if one]
    if role is None and told and office and office.casefold() not in told.casefold():
        roles = [told]
    return name, roles[0] if roles else None, name


def _alike(keys: Iterable[str]) -> dict[str, set[str]]:
    """The titled labels of each surname: `MR. LIND` and `SENATOR LIND` are two people."""
    alike: dict[str, set[str]] = {}
    for key in keys:
        words = _split(key)[1]
        if len(words) == 1 and " " in key:
            alike.setdefault(words[0], set()).add(key)
    return alike


def _told_apart(labels: Collection[str]) -> bool:
    """Whether each of the labels of a surname is of another gender."""
    genders = [_gender_of(label) for label in labels]
    return None not in genders and len(set(genders)) == len(genders)


def _gender_of(label: str) -> str | None:
    title = label.partition(" ")[0].title()
    return "woman" if title in _WOMEN_TITLES else "man" if title in _MEN_TITLES else None


def _of_title(label: str, people: Mapping[str, str | None], *, certain: bool) -> Mapping[str, str | None]:
    """Those of the people of a surname whom the label's form of address may mean; where it must be certain, those whom it does."""
    gender = _gender_of(label)
    if gender is None:
        return people
    told = {name: _gender_of_given_name(name.partition(" ")[0]) for name in people}
    fitting = {name: role for name, role in people.items() if told[name] == gender}
    if fitting or certain:
        return fitting
    return {name: role for name, role in people.items() if told[name] is None}


def _gender_of_given_name(name: str) -> str | None:
    return "woman" if name in _WOMEN else "man" if name in _MEN else None


def _holder(office: str, known: Mapping[str, Mapping[str, str | None]]) -> tuple[str, str | None] | None:
    """The one person who is said to hold an office."""
    wanted = office.casefold()
    held = [(name, role) for people in known.values() for name, role in people.items() if role and wanted]
    holders = [one for one in held if wanted in (one[1] or "").casefold()]
    return holders[0] if len(holders) == 1 else None


def _role_in_label(more: str) -> str | None:
    if _NO_ROLE.fullmatch(more):
        return None
    is_post = more.isupper() and more.casefold() in _NOUNS
    return as_name(more).capitalize() if is_post else more


def _split(speaker: str) -> tuple[list[str], list[str]]:
    """The office before a name, and the name's words: `SECRETARY QUILL` as `Secretary` and `QUILL`; courtesy left out."""
    words = speaker.split()
    if words[0].casefold() == "the":
        words = words[1:]
    small = [word.casefold().strip(".") for word in words]
    last = max((at for at, word in enumerate(small[:4]) if word in _OFFICES or word in _COURTESY), default=-1)
    office = [
        as_name(word) if word.isupper() and len(word) > 3 else word
        for word, low in zip(words[: last + 1], small, strict=False)
        if low not in _COURTESY
    ]
    return office, words[last + 1 :]


def _known_people(head: str, turns: Sequence[Label]) -> dict[str, dict[str, str | None]]:
    """People with a full name, by surname in small letters: each with the role that the page tells."""
    known: dict[str, dict[str, str | None]] = {}
    for name, role in (*_introduced(head), *_labelled(turns)):
        people = known.setdefault(name.rpartition(" ")[2].casefold(), {})
        same = next((it for it in people if it.casefold() == name.casefold()), name)
        if same.isupper() and not name.isupper():
            people[name] = people.pop(same, None)
            same = name
        people[same] = people.get(same) or role
    return {surname: {as_name(name): role for name, role in people.items()} for surname, people in known.items()}


def _labelled(turns: Iterable[Label]) -> Iterator[tuple[str, str | None]]:
    seen: set[str] = set()
    for label in turns:
        if label.key in seen or label.is_part:
            continue
        seen.add(label.key)
        _, words = _split(label.speaker)
        if len(words) > 1:
            yield " ".join(words), None


def _introduced(head: str) -> Iterator[tuple[str, str | None]]:
    """Those whom the text above the first turn names in full, with the role before or behind the name."""
    before: tuple[Sequence[str], int] = ((), 0)
    for run, start, end in _runs(head):
        person = _person_of(run)
        if person is None:
            before = (run, end)
            continue
        name, role = person
        if role and (prefix := _PREFIX.search(head, max(0, start - 12), start)):
            role = f"{prefix[1]} {role}"
        if role is None and before[0] and head[before[1] : start].strip() == ":" and any(map(_is_office, before[0])):
            role = as_name(" ".join(before[0]))
        if role is None:
            alone = head[:start].rpartition("\n")[2].strip() == ""
            behind = _APPOSITION.match(head, end) or (_BELOW.match(head, end) if alone else None)
            role = _role_of(one_line(behind["role"])) if behind else None
        yield name, role


def _role_of(printed: str) -> str | None:
    """The role that an apposition tells, if it tells one."""
    printed = _BEFORE_VERB.split(printed)[0].strip()
    if not any(word.casefold().strip(".") in _NOUNS for word in re.split(r"[\s-]", printed)):
        return None
    printed = re.sub(r"\A(?:the|an?)\s", "", printed, flags=re.IGNORECASE)
    return as_name(printed) if printed.isupper() else printed


def _interviewed(head: str) -> tuple[str, str | None] | None:
    """Whom the heading of an interview names: "Q&A with Mayor Ada Quill"; None where it names two people or nobody."""
    for line in head.splitlines():
        if len(line) <= _LONGEST_HEADING and _INTERVIEW.search(line):
            people = list(_introduced(line))
            if len(people) == 1:
                return people[0]
    return None


def _runs(head: str) -> Iterator[tuple[list[str], int, int]]:
    """Runs of capitalised words, each with where it starts and ends; "of" goes on a run that an office opens."""
    run: list[str] = []
    start = end = 0
    for token in _TOKEN.finditer(head):
        word = token.group()
        small = word.casefold().strip(".")
        goes_on = bool(run) and (
            (small in _ROLE_JOINTS and _is_office(run[-1])) or (small == "the" and run[-1].casefold() in _ROLE_JOINTS)
        )
        opens = word[0].isupper() and small not in _JOINTS
        if run and run[-1].endswith(("’s", "'s")):
            run = []
        if goes_on or (opens and (not run or not head[end : token.start()].strip(" "))):
            run.append(word)
            start = start if len(run) > 1 else token.start()
        else:
            if run:
                yield run, start, end
            run, start = ([word] if opens else []), token.start()
        end = token.end()
    if run:
        yield run, start, end


def _is_office(word: str) -> bool:
    return word.casefold().strip(".") in _OFFICES


def _person_of(run: Sequence[str]) -> tuple[str, str | None] | None:
    """The name that a run of capitalised words ends in, and the role before it."""
    last = max(
        (at for at, word in enumerate(run) if _is_office(word) or word.casefold().strip(".") in _COURTESY), default=-1
    )
    given = next((at for at in range(last + 1, len(run) - 1) if run[at].title() in _GIVEN_NAMES), None)
    rest = list(run[last + 1 :])
    if given is not None:
        name, role = list(run[given:]), list(run[:given])
    elif _ROLE_JOINTS.isdisjoint(word.casefold() for word in rest):
        name, role = rest, list(run[: last + 1])
    else:
        name, role = rest[-2:], list(run[:-2])
    if not 2 <= len(name) <= 4 or (given is None and last < 0 and len(name) > 3):
        return None
    if not any(map(_is_office, role)):
        role = []
    role = [word for word in role if word.casefold().strip(".") not in _COURTESY]
    printed = " ".join(role)
    return " ".join(name).rstrip("."), (as_name(printed) if printed.isupper() else printed) or None


def as_name(printed: str) -> str:
    """What is printed in capitals as names are written: `MS. O'NEILL` as `Ms. O'Neill`, `McDONALD` as `McDonald`."""
    return " ".join(map(_as_word, printed.split()))


def _as_word(word: str) -> str:
    if word.startswith(("Mc", "Mac")) and word[3:].isupper():
        cut = 2 if word.startswith("Mc") else 3
        return word[:cut] + word[cut].upper() + word[cut + 1 :].lower()
    if (
        not word.isupper()
        or len(word) < 2
        or (len(word) == 2 and word.endswith("."))
        or word.rstrip(".") in ("II", "III", "IV", "CEO", "CFO", "COO")
    ):
        return word
    return "".join(part.capitalize() for part in re.split(r"(?<=[-'’])", word))
