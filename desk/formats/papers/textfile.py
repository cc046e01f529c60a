"""The text of a kept file: plain text in the encodings that are met with, a saved page, a Word document."""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib
from html.parser import HTMLParser

from desk.model.errors import InputError
from desk.model.text import clean

_MOST_XML = 64 * 1024 * 1024
_PASTE = "Open it in its own program and paste the passage."

_BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main "
    "nav ol p pre section table td th tr ul title".split()
)
_UNSEEN = frozenset(("script", "style", "template", "noscript", "svg"))


#: Why the file of a desk is not read as a text.
OF_A_DESK = "this is what a desk exported, and no text"
UNCERTAIN = "the words of this kind of file are not read for certain"
#: The head of a mail, or of a page that was saved as one.
_MAIL = re.compile(
    rb"(?:[\w-]{2,40}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){0,60}?(?:mime-version|content-[\w-]+|return-path|received|message-id|"
    rb"x-[\w-]+|date|from|to|subject):[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*[\w-]{2,40}:",
    re.IGNORECASE,
)
_ENCODED = re.compile(
    rb"=\r?\n|=[0-9A-F]{2}=[0-9A-F]{2}|=3D|content-transfer-encoding:|\A\s*[A-Za-z0-9+/]{60,}\r?\n", re.IGNORECASE
)
_STRUCK = re.compile(
    rb"<(?:del|s|strike|ins|q|textarea|select)\b|\bhidden\b|display\s*:\s*none|line-through", re.IGNORECASE
)
#: What a Word document can hold beside words that are seen once, where they stand.
_BESIDE = re.compile(
    rb"<w:(?:ins|del|delText|moveFrom|moveTo|vanish|specVanish|webHidden|noBreakHyphen|softHyphen|sym|strike|dstrike|"
    rb"ruby|object|altChunk|dir|bdo|ptab|txbxContent)\b|<(?:mc|m|wps):|<a:t\b"
)


def doubt_of(held: bytes) -> str:
    """Why the words of a file are not read for certain, "" where they are: nothing from it is sure then."""
    if held.startswith(b"PK\x03\x04"):
        return UNCERTAIN if _BESIDE.search(_word_xml(held)) or b"w:vanish" in _member(held, "word/styles.xml") else ""
    if held.lstrip().startswith((b"{\\rtf", b"\xef\xbb\xbf{\\rtf")) or b"\0" in held:
        return UNCERTAIN if not held.startswith((b"\xff\xfe", b"\xfe\xff")) or held[2:4] == b"\0\0" else ""
    if _MAIL.match(held) or _ENCODED.search(held):
        return UNCERTAIN
    page = re.search(rb"<(?:html|!doctype html|body|p|div)\b", held, re.IGNORECASE)
    return UNCERTAIN if page is not None and _STRUCK.search(held) else ""


def sure_text_of(held: bytes) -> str:
    """The same as `text_of` for what is taken in. Raises InputError where the words are not read for certain."""
    if doubt := doubt_of(held):
        raise InputError(doubt, remedy=_PASTE)
    return text_of(held)


def text_of(held: bytes) -> str:
    """The words in a file, cleaned. Raises InputError in words for what is no text: a PDF, a recording, a picture,
    the file of another desk, whose confidential names would stand among the words.
    """
    if held.startswith(b"%PDF"):
        raise InputError("this is a PDF, which the desk does not read", remedy=_PASTE)
    if is_of_a_desk(held):
        raise InputError(OF_A_DESK, remedy="Take it in with desk import.")
    text = _word_document(held) if held.startswith(b"PK\x03\x04") else _decoded(held)
    if re.match(
        r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html)\b", text[:4000], re.IGNORECASE | re.DOTALL
    ):
        text = _page(text)
    text = clean(text).strip()
    if not text:
        raise InputError("there are no words in it", remedy=_PASTE)
    return text


def is_of_a_desk(held: bytes) -> bool:
    """Return True for what a desk exported: JSON in its own format, whatever comes first in it."""
    if not held.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return False
    from desk.formats.native.deskformat import FORMAT  # what it reads into is loaded for nothing else here

    return re.search(rb'"format"\s*:\s*"%b"' % FORMAT.encode(), held) is not None


def _decoded(held: bytes) -> str:
    if held.startswith((b"\xff\xfe", b"\xfe\xff")):
        return held.decode("utf-16", "replace")
    if b"\0" in held:
        raise InputError("this is no text: perhaps a recording or a picture", remedy=_PASTE)
    try:
        return held.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What is not UTF-8 is, in a Western newsroom, the code page of Windows; its five unused places cannot be read.
        return held.decode("cp1252", "replace")


class _Page(HTMLParser):
    """Takes the words out of a page, a new paragraph at each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in _BLOCKS:
            self.found.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _BLOCKS:
            self.found.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.found.append(re.sub(r"\s+", " ", data))


def _page(text: str) -> str:
    page = _Page()
    page.feed(text)
    page.close()
    return _paragraphs("".join(page.found))


def _word_xml(held: bytes) -> bytes:
    xml = _member(held, "word/document.xml")
    if not xml:
        raise InputError("this is an archive or a document that the desk does not read", remedy=_PASTE)
    return xml


def _member(held: bytes, name: str) -> bytes:
    """A file of an archive; empty where there is none that can be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(held)) as archive, archive.open(name) as inside:
            # Read with a limit: what a small archive unpacks to may be of any size.
            return inside.read(_MOST_XML)
    except (KeyError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError):
        return b""


def _word_document(held: bytes) -> str:
    xml = _word_xml(held).decode("utf-8", "replace")
    paragraphs = []
    for paragraph in re.split(r"</w:p>", xml):
        marked = re.sub(r"<w:(?:tab|br|cr)\b[^>]*>", "<w:t> </w:t>", paragraph)
        paragraphs.append(html.unescape("".join(re.findall(r"<w:t(?:\s[^>]*)?>([^<]*)</w:t>", marked))))
    return _paragraphs("\n\n".join(paragraphs))


def _paragraphs(text: str) -> str:
    return "\n\n".join(line.strip() for line in re.split(r"\s*\n\s*\n\s*", text) if line.strip())
