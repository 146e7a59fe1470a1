"""Articles and briefs that hold a hostile stretch of text wherever a text may stand."""

from __future__ import annotations

from digest.brief import Approval, Brief, Correction, FrontMatter, Person, Source
from digest.markdown import render_brief

DAY = "2024-06-18"
HARMLESS = "the harbour master"


def article_with(words: str, number: int) -> str:
    """A news story that has `words` in its headline, facts, sentences, quotes, names and lists."""
    line = " ".join(words.split())
    return f"""\
Source: {line} Gazette
Author: Wren {line}
Published: {DAY}

Council {number} backs {line} by three votes

{words}

NORTHMOOR — Northmoor’s council voted on Monday to build gate {number} across the river, and {words} was part of the plan that Ada Quill brought forward.

The barrier {words} will cost £48.{number} million and protect 1,300 households behind the old sea wall in Northmoor.

“We have seen {words} four times in {number} years,” said Jonas {line} Lind, the {line} mayor of Northmoor, after the vote.

{words} is expected to start in March 2025, Ada Quill said. It is not known who will pay for {words} in the end.

- {words} was voted down in {number} other towns
- {words}

The {line} Harbour Authority said that “{words}” would open in September 2025 with 12 boats and 48 crews.

{words}
"""


def brief_with(words: str, number: int) -> str:
    """A brief as an editor might write it, with `words` in every field and, as Markdown, in every part of its body."""
    front_matter = FrontMatter(
        title=f"{words} {number}",
        slug=f"case-{number}",
        date=DAY,
        description=words,
        language="en",
        sources=(Source(name=words, author=words, url="https://example.org/story", published=DAY),),
        located=words,
        people=(Person(name=words, role=words),),
        organisations=(words,),
        places=(words,),
        categories=(words,),
        tags=(words,),
        genres=("Opinion", words),
        review="approved",
        reviewed=Approval(at=DAY, by=words),
        corrections=(Correction(date=DAY, wrong=words, right=words, by=words),),
        extra=(("note", words),),
    )
    note = "".join(f"    {line}\n" for line in words.split("\n"))
    body = f"""
{words}[^1]

## Key points

- {words}[^1]
- so is {words}[^2]

## Asked and answered

**{words}**[^1]

> “{words}”
>
> — {words}, {words}[^2]

## Quotes

> {words}
>
> — {words}

## Timeline

- **{words}:** {words}[^2]

## {" ".join(words.split())}

{words}

| a | b |
|---|---|
| {words} | x |

[^1]: “{words}” ({words}, paragraph 1)
[^2]: {words}

{note}"""
    return render_brief(Brief(front_matter=front_matter)).rstrip("\n") + "\n" + body
