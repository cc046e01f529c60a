"""What a mark of a check may rest on: green is what was seen, and a story is no evidence for itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePath
from urllib.parse import unquote

from desk.model.enums import SourceKind
from desk.model.errors import InputError
from desk.model.quotes.quotes import Source
from desk.model.records import Story

_LETTERS = re.compile(r"\w+")
#: What people call a story or a report, and say of looking at it, without having looked at anything else.
_CALLED = frozenset("story stories piece article draft copy text slug headline lede file item".split())
_SAYS_NOTHING = frozenset(
    """
    a an the this that these it its of in on at to as by per from for with and or so also all both again is was are has
    have i we me my our own mine same here there above below itself said say says read reads reading see saw seen look
    looked check checked checks confirm confirmed confirms agree agrees according via ok okay yes done good fine right
    correct true stands source url link line paragraph para page version published posted online web www http https com
    org net html htm md txt docx doc rtf odt too they he she just only
    """.split()
)
#: What people call what others published.
_REPORTS = frozenset("report reports reported reporting outlet outlets paper press coverage".split())
#: A slug of fewer letters may stand in any address.
_FEWEST = 6
#: So many words are no mere name.
_MOST = 60


def check_evidence(
    evidence: str,
    source: Source | None,
    story: Story,
    words: str,
    draft_sha256: str = "",
    sources: Iterable[Source] = (),
) -> None:
    """Raise InputError, with its field, where this is not enough for green.

    `words` are those of the draft that the check covers; `draft_sha256` is of the story's draft file, where it has one;
    `sources` are those the desk knows: words that only name one of them rest on it as much as the field does.
    """
    own = _own_names(story)
    if source is not None and is_the_story(source, story, draft_sha256):
        raise _itself(source, "source")
    if evidence and (_joined(evidence) == _joined(words) != "" or _only(evidence, own, _CALLED)):
        raise InputError(
            "this is the story's own word, which is no evidence for itself",
            where="evidence",
            remedy="Write what was looked at, and what it said.",
        )
    for one in sources:
        if source is None and is_the_story(one, story, draft_sha256) and _only(evidence, _names(one), _CALLED):
            raise _itself(one, "evidence")
    if source is None and not _left(evidence, (), frozenset())[0]:
        raise InputError(
            "green needs evidence: what was looked at, or which source",
            where="evidence",
            remedy="The story itself is no evidence.",
        )
    reports = [one for one in (source, *sources) if one is not None and one.kind is SourceKind.PUBLISHED_REPORT]
    if source is not None and source not in reports:
        return
    names = (*own, *(name for one in reports for name in _names(one)))
    left, named = _left(evidence, names, _CALLED | _REPORTS)
    if not left and (source is not None or named):
        whose = f"{source.code} is a published report, maybe this story's own" if source else "this names reports alone"
        raise InputError(
            f"{whose}: what only a report says is amber",
            where="evidence",
            remedy="Write what was looked at besides it, and what it said, or mark it amber.",
        )


def is_the_story(source: Source, story: Story, draft_sha256: str = "") -> bool:
    """Return True if a source is the story under another name: its draft file, or a thing with its slug or headline, however
    that is spelled, also as a part of an address.
    """
    if draft_sha256 and source.sha256 == draft_sha256:
        return True
    own = _own_names(story)
    return any(_only(one, own, _CALLED) for one in (source.code, source.title, source.url, source.locator))


def _itself(source: Source, where: str) -> InputError:
    return InputError(
        f"{source.code} is the story itself, and a story is no evidence for itself",
        where=where,
        remedy="Name what it was checked against, or mark it amber.",
    )


def _own_names(story: Story) -> tuple[str, ...]:
    file = PurePath(story.draft.replace("\\", "/"))
    return tuple(one for one in (story.slug, story.headline, story.draft, file.name, file.stem) if one)


def _names(source: Source) -> tuple[str, ...]:
    return tuple(one for one in (source.code, source.title, source.outlet, source.url) if one)


def _only(text: str, names: Iterable[str], called: frozenset[str]) -> bool:
    """Return True if words name one of these and come to nothing else: "see S1", "as in ~/drafts/week-one.md"."""
    left, named = _left(text, names, called)
    return named and not left


def _left(text: str, names: Iterable[str], called: frozenset[str]) -> tuple[list[str], bool]:
    """What words say besides these names and what they are called, and whether there was any of these."""
    known = {_joined(one) for one in names} - {""}
    parts = text.split()
    rest = [part for part in parts if not _is_in_address(part, known)]
    named = len(rest) < len(parts)
    words = _words(" ".join(rest))
    if len(words) > _MOST:
        return words, named
    left: list[str] = []
    at = 0
    while at < len(words):
        # The longest run of words from here that is one of the names, whatever stands between them.
        end = next((end for end in range(len(words), at, -1) if "".join(words[at:end]) in known), at)
        if end > at or words[at] in called:
            named, at = True, max(end, at + 1)
            continue
        if words[at] not in _SAYS_NOTHING and not words[at].isdigit():
            left.append(words[at])
        at += 1
    return left, named


def _is_in_address(address: str, known: Iterable[str]) -> bool:
    """Return True if one part of an address or path is one of the names: ".../2026/02/14/week-one.html"."""
    if "/" not in address and "\\" not in address:
        return False
    parts = [part for part in re.split(r"[/?#&=\\]+", unquote(address)) if part]
    found = {_joined(one) for part in parts for one in (part, PurePath(part).stem)} | {_joined(address)}
    return any(one in found for one in known if len(one) >= _FEWEST)


def _words(text: str) -> list[str]:
    """Words as they are compared here: without accents, case, and whatever stands between them."""
    apart = unicodedata.normalize("NFKD", unquote(text).casefold())
    bare = "".join(one for one in apart if not unicodedata.combining(one) and unicodedata.category(one) != "Cf")
    return _LETTERS.findall(bare.replace("_", " "))


def _joined(text: str) -> str:
    return "".join(_words(text))
