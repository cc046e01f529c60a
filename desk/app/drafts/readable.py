"""Text that is not what its writer sees: read in the wrong encoding, or still wrapped up for mail, a program or a page."""

from __future__ import annotations

import re

#: What to do about it.
SAVE_AS = "Save it as plain text, Markdown or HTML, in UTF-8."
#: What is told of a text, by what stands in it. The first that is found is said.
_WRAPPED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\A\s*\{\\rtf|\\(?:ldblquote|rdblquote)\b|\\'9[1-4]\S"), "this is RTF"),
    (
        re.compile(
            r"\A(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){1,80}?(?i:Content-Transfer-Encoding|MIME-Version):"
        ),
        "this is a mail as it is sent",
    ),
    (
        re.compile(r"=E2=80=[89][0-9A-F]|=9[1-4]\w|\w=9[1-4]|(?:=[0-9A-F]{2}){3}|=\n(?:[^\n]*=\n){2}"),
        "this is still encoded for mail (quoted-printable)",
    ),
    (
        re.compile(r"\\u201[89cdCD]|\\x9[1-4]|\\xe2\\x80", re.IGNORECASE),
        "the marks in it are written for a program (\\u201c)",
    ),
    (re.compile(r"\\(?:enquote\{|documentclass\b|begin\{document\}|textquotedbl)"), "this is LaTeX"),
    (
        re.compile(r"(?:^|[\s(])%E2%80%9[C8]", re.IGNORECASE | re.MULTILINE),
        "the marks in it are written for an address (%E2%80%9C)",
    ),
    (re.compile(r"\+IB[gw0-9A-Za-z]{1,2}-?\w"), "this is UTF-7"),
    (
        # UTF-8 read as the code page of Windows, as Latin-1, of the Mac, of DOS, of Cyrillic Windows; and twice over.
        re.compile(
            r"â€[œ\x9d™˜“”\"¦\x9c\x99\x98\x93\x94]|â€\S|â\x80[\x80-\xbf]|‚Ä[úùôòìîö]|ΓÇ[£¥ÖÿÉ]|вЂ[њќ™˜“”ћќ]|Ã¢â‚¬|Ã¢Â€"
            r"|Ã[©¨¤¶¼±\xad\xa0]|Â[\xa0»«´](?!\w)"
        ),
        "its characters were read in the wrong encoding",
    ),
    (re.compile("\ufffd"), "characters of it were lost (they stand as \ufffd)"),
    # Marks that an old program could not write.
    (
        re.compile(r"(?:^|[\s(])\?[A-Z][^?\n]{8,}[.,!]\?(?=\s|$)", re.MULTILINE),
        "its quotation marks were lost (they stand as ?)",
    ),
)


def why_unreadable(text: str) -> tuple[str, int]:
    """What is wrong with a text, in words, and on which line; ("", 0) for one that is as its writer sees it."""
    for pattern, what in _WRAPPED:
        if (found := pattern.search(text)) is not None:
            place = found.start() + (len(found.group()) - len(found.group().lstrip()))
            return what, text.count("\n", 0, place) + 1
    return "", 0
