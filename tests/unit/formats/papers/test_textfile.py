"""The words in the files that reporters are sent."""

from __future__ import annotations

import io
import zipfile

import pytest

from desk.formats.papers.textfile import UNCERTAIN, doubt_of, sure_text_of, text_of
from desk.model.errors import InputError

WORDS = "“We won’t accept that,” he said. Señor – 4%"

PAGE = """<!DOCTYPE html><html><head><title>Statement</title><style>p { color: red }</style></head>
<body><p>“We   won’t accept
that,” he&nbsp;said.</p><script>var x = "<p>not this</p>"</script><p>Se&ntilde;or<br>4%</p></body></html>"""


def a_document(*paragraphs: str) -> bytes:
    inside = "".join(f'<w:p w:id="1"><w:r><w:t xml:space="preserve">{one}</w:t></w:r></w:p>' for one in paragraphs)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document><w:body>{inside}</w:body></w:document>")
    return held.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_in_the_encodings_that_are_met_with(encoding: str) -> None:
    assert text_of(WORDS.encode(encoding)) == WORDS


def test_a_saved_page_gives_its_words_by_paragraph() -> None:
    assert text_of(PAGE.encode()) == "Statement\n\n“We won’t accept that,” he said.\n\nSeñor\n\n4%"


def test_a_word_document_gives_its_words_by_paragraph() -> None:
    assert text_of(a_document("“We won’t", "health &amp; pension")) == "“We won’t\n\nhealth & pension"


@pytest.mark.parametrize(
    ("held", "told"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"RIFF\x00\x00WAVE", "no text"),
        (b"", "no words"),
        (b" \n\t", "no words"),
        (b"PK\x03\x04 broken", "does not read"),
        (a_document(), "no words"),
    ],
    ids=["pdf", "sound", "empty", "blank", "broken document", "empty document"],
)
def test_what_is_no_text_is_a_sentence_that_says_what_to_do(held: bytes, told: str) -> None:
    with pytest.raises(InputError, match=told) as caught:
        text_of(held)
    assert "paste the passage" in str(caught.value)


def test_what_steers_a_terminal_does_not_come_in_with_a_file() -> None:
    assert text_of(b"We won\x1b]52;c;eA==\x07't") == "We won't"


MAIL = "From: press@example.org\nTo: desk@example.org\nSubject: Statement\n\nJo Roe said: “We go.”\n"


@pytest.mark.parametrize(
    "held",
    [
        b"{\\rtf1\\ansi Jo Roe said: \\ldblquote We go.\\rdblquote}",
        MAIL.encode(),
        MAIL.replace("\n", "\r\n").encode(),
        b'Jo Roe said: "We came to reach an agree=\nment."\n',
        b"Pay went up 3=3D3 percent",
        b"<html><body><p>We will <del>not</del> go</p></body></html>",
        b'<html><body><p>We will <span style="display: none">not</span> go</p></body></html>',
        "We go".encode("utf-32"),
        a_document("We will </w:t><w:noBreakHyphen/><w:t>go"),
        a_document('We will </w:t></w:r><w:del w:id="1"><w:r><w:delText>not</w:delText></w:r></w:del><w:r><w:t> go'),
        a_document("We </w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>will not</w:t></w:r><w:r><w:t> go"),
        a_document('We </w:t></w:r><w:moveFrom w:id="1"><w:r><w:t>will</w:t></w:r></w:moveFrom><w:r><w:t> go'),
    ],
)
def test_a_kind_of_file_whose_words_are_not_read_for_certain_says_so_and_is_not_taken_in(held: bytes) -> None:
    assert doubt_of(held) == UNCERTAIN
    with pytest.raises(InputError, match="not read for certain"):
        sure_text_of(held)


@pytest.mark.parametrize(
    "held",
    [
        WORDS.encode(),
        WORDS.encode("utf-16"),
        PAGE.encode(),
        a_document("We go"),
        b"Jo Roe: We go.\nAl Poe: No.\n",
        b"Note: a = b",
    ],
)
def test_what_is_read_for_certain_is_in_no_doubt(held: bytes) -> None:
    assert doubt_of(held) == ""
    assert sure_text_of(held) == text_of(held)
