"""What may stand in a search line by accident or on purpose: ten thousand characters of each kind."""

from __future__ import annotations

_ARTICLE = (
    "The guild’s chief negotiator, Duncan Crabtree-Ireland, said on Friday: “We are not going to accept a deal” that is "
    'not fair (see: https://example.org/a-b?c=d&e="f"), since 99% of members—some 1,500—were “out”. Before: nothing. '
)
_KINDS = {
    "one word": "a",
    "words": "strike wages ",
    "quotes": '"',
    "curly quotes": "“”«„",
    "FTS5": 'NEAR(strike wages, 5) AND NOT "deal OR (table* ^ col:x ',
    "SQL": "'; DROP TABLE quote; -- ",
    "NUL": "\x00\x01\x7f\x9b strike",
    "emoji": "🙂👩‍🎤🏳️‍🌈 ",
    "right to left": "\u202egnirts\u202c السلام ",
    "Han": "工",
    "marks on one letter": "e\u0301\u0301\u0301",
    "surrogates": "\ud800 strike \udfff",
    "an article": _ARTICLE,
    "keys": "speaker:",
    "filters": "speaker:zzz org:yyy is:verified ",
    "open filter": 'tag:"x ',
    "dates": "since:feb 9 before:mar 2026 ",
    "no dates": "since:99999999999999999999 before:-5 is:is: ",
    "unknown filters": "colour:red -tag:ai ",
    "figures": "1",
    "groups": "1,000,",
    "hyphens": "co-op-",
    "percent": "99 per cent % ",
    "white space": "\n\t\r\u00a0\u2028",
    "escapes": "\x1b]52;c;aGk=\x07\x1b[31m",
    "markup": "[@click=app.quit] [/bold] {0} %s \\n ",
}
#: A line of each kind by its name, and lines that mix them.
LINES = {name: (part * (10_000 // len(part) + 1))[:10_000] for name, part in _KINDS.items()}
LINES["all at once"] = ("".join(_KINDS.values()) * 20)[:10_000]
LINES["an article in marks"] = f'"{LINES["an article"].replace(chr(34), "")[:9_998]}"'
