"""What a reader of the page sees is what is compared: markup excuses nothing, and no way of writing marks hides words."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator

import pytest

from desk.app.drafts.file import read_stream
from desk.app.drafts.findings import Sort
from desk.model.errors import InputError
from desk.prose.reading import Reading
from desk.store.store import Store
from tests.unit.app.drafts.bank import NOW, Bank

BLINK = "We should not be the first to blink on this one."


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bank]:
    with Store.open(tmp_path_factory.mktemp("seen") / "talks.db", clock=lambda: NOW) as store:
        made = Bank(store)
        made.quote(BLINK, "Sean Astin")
        made.quote("Yes, we have heard that before from them.", "Greg Hessinger")
        yield made


@pytest.mark.parametrize(
    "draft",
    [
        "“We should not be the [first to blink](http://x.org/a_(b)) on this one,” Astin said.",
        '“We should not be the [first to blink](http://x.org "a title") on this one,” Astin said.',
        "“We should not be the [first to blink][a] on this one,” Astin said.\n\n[a]: http://x.org",
        "“We should not be the [first to blink][] on this one,” Astin said.\n\n[first to blink]: http://x.org",
        "“We should not be the [first to blink] on this one,” Astin said.\n\n[First to blink]: <http://x.org> 'title'",
        "“We should not be the [first *to* blink](x){.quiet} on this one,” Astin said.",
        "“We should not be the [[Blinking|first to blink]] on this one,” Astin said.",
        "“We should not be the [[http://x.org][first to blink]] on this one,” Astin said.",
        "“We should not be the [https://x.org first to blink] on this one,” Astin said.",
        "“We should not be the https://x.org[first to blink] on this one,” Astin said.",
        "“We should not be the [first to blink|https://x.org] on this one,” Astin said.",
        "“We should *not* be the **first** to __blink__ on ***this*** _one_,” Astin said.",
        "“We should not be the fir**st** to blink on this one,” Astin said.",
        "“We should ==not== be the first to blink on this one,” Astin said.",
        "“We should `not` be the first to blink on this one,” Astin said.",
        "“We should {++not++} be the {==first==}{>>sure?<<} to blink on this one,” Astin said.",
        "“We should not be the ![photo](x.png) first to blink on this one,” Astin said.",
        "“We should not be the first to blink[^1] on this one,”[^2] Astin said.\n\n[^1]: On Monday.",
        "“We should not be the first to blink^[He paused.] on this one,” Astin said.",
        "“We should not be the first to blink¹ on this one,” Astin said.",
        "“We should not be the first[1] to blink on this one,” Astin said.\n\n[1]: http://x.org",
        "“We should not be the \\\nfirst to blink on this one,” Astin said.",
        "`“We should not be the first to blink on this one,” Astin said.`",
        "Text <img src=a alt='“We should not be the first to blink on this one,” Astin said.'>",
        '<meta name="description" content="&ldquo;We should not be the first to blink on this one,&rdquo; Astin said.">',
        "“We should not be the first to blink<sup>[1]</sup> on this one,” Astin said.",
        "“We should not be the <!-- check\n\nthis --> first to blink on this one,” Astin said.",
        "“We should not be the %%check%% first to blink on this one,” Astin said.",
        "“We should not be the first to blink on this one,” Astin said\\.",
        "“We should not be the first to bli\u00adnk on\u200b this one,” Astin said.",
        "“We should not be the first to blink [b]on[/b] this one,” Astin said.",
        "<p>“We should <em>not</em> be the <a href='x'>first</a> to blink on this one,” Astin said.</p>",
        "<p>“We should not be<br>the first to blink<br/>on this one,” Astin said.</p>",
        "<p>“We should&nbsp;not be the first to&#8203; blink on this one,&rdquo; Astin&nbsp;said.</p>",
        "<p>“We should\nnot be the\n    first to blink on this one,” Astin said.</p>",
        "<p>&ldquo;We should not be the <span style='display:none'>very</span> first to blink on this one,” Astin said.",
        "<p><q>We should not be the first to blink on this one,</q> Astin said.</p>",
        "> We should not be\n> the *first* to blink on this one.\n> — Sean Astin",
        "<blockquote>We should not be the first to blink on this one.<footer>Sean Astin</footer></blockquote>",
        "---\ntitle: \"The talks\"\nquote: 'We should not be the first to blink on this one.'\n---\n\nTalks went on.",
        "| Astin | “We should not be the first to blink on this one.” |\n|---|---|",
        '{{< quote author="Sean Astin" >}}“We should not be the first to blink on this one.”{{< /quote >}}',
        '[caption id="a"]“We should not be the first to blink on this one,” Astin said.[/caption]',
    ],
)
def test_words_are_exact_whatever_the_markup_around_them(bank: Bank, draft: str) -> None:
    assert bank.sorts(draft) == ["EXACT"]


@pytest.mark.parametrize(
    "words",
    [
        "We should [never](http://x.org) be the first to blink on this one.",
        "We should not be the first to [sign a deal](http://x.org) on this one.",
        "We should [never][a] be the first to blink on this one.",
        "We should [[Talks|never]] be the first to blink on this one.",
        "We should [never]{.x} be the first to blink on this one.",
        "We should [https://x.org never] be the first to blink on this one.",
        "We should [never|https://x.org] be the first to blink on this one.",
        "We should https://x.org[never] be the first to blink on this one.",
        "We should {~~not~>never~~} be the first to blink on this one.",
        "We should *never* be the first to blink on this one.",
        "We should be the first to blink on this one.",
        "We should <!-- not --> be the first to blink on this one.",
        "We should <span hidden>not</span> be the first to blink on this one.",
        "We should ![not](x.png) be the first to blink on this one.",
        "We should <script>not</script> be the first to blink on this one.",
        "We should <span aria-hidden='true'>never</span> be the first to blink on this one.",
        "We should <b title='it is hidden'>never</b> be the first to blink on this one.",
    ],
)
def test_markup_excuses_no_altered_words(bank: Bank, words: str) -> None:
    (found,) = bank.check(f"“{words}” Astin said.")
    assert found.sort is Sort.ALTERED
    assert "negation" in found.sentence or "sign a deal" in found.sentence


@pytest.mark.parametrize(
    "struck",
    [
        "~~not~~", "~not~", "<del>not</del>", "<s>not</s>", "<strike>not</strike>", "{--not--}", "[s]not[/s]",
        '<span style="text-decoration: line-through">not</span>', "n\u0336o\u0336t\u0336",
    ],
)  # fmt: skip
def test_words_that_are_struck_out_are_not_there_and_that_is_said(bank: Bank, struck: str) -> None:
    (found,) = bank.check(f"“We should {struck} be the first to blink on this one,” Astin said.")
    assert found.sort is Sort.ALTERED
    assert found.sentence == "A negation lost: “not” is dropped. Struck out in the draft: “not”."


NEVER = "We should never be the first to blink on this one."
MARKS = (
    "“{}”", "‘{}’", '"{}"', "'{}'", "«{}»", "« {} »", "»{}«", "»{}»", "‹{}›", "›{}‹", "„{}“", "„{}”", "‚{}‘", "”{}”", "“{}“",
    "「{}」", "『{}』", "｢{}｣", "＂{}＂", "＇{}＇", "″{}″", "‟{}”", "``{}''", "''{}''", "``{}``", "`{}`", "`{}'", "´{}´", "´´{}´´",
    "❝{}❞", "❛{}❜", "〝{}〞", "〝{}〟", "ʺ{}ʺ", "ʻ{}ʼ", '\\"{}\\"', "\x93{}\x94", "\x84{}\x93", ",,{}''", "‘‘{}’’", "<<{}>>",
    "&ldquo;{}&rdquo;", "&quot;{}&quot;", "&#8220;{}&#8221;", "&#x201c;{}&#x201d;", "&#147;{}&#148;", "&laquo;{}&raquo;",
    "&amp;ldquo;{}&amp;rdquo;", "<q>{}</q>", "🙶{}🙷", "״{}״", "《{}》",
)  # fmt: skip
PAGES = (
    "Astin said, {}", "{} Astin said.", "# Astin: {}\n\nText.", "Astin: {}\n===\n\nText.", "- Astin said, {}", "1. Astin said, {}",
    "    Astin said, {}", "```\nAstin said, {}\n```", "| Who | What |\n|---|---|\n| Astin | {} |", "<p>Astin said, {}</p>",
    "<h2>Astin: {}</h2>", "<figure><figcaption>Astin said, {}</figcaption></figure>", "Text[^1].\n\n[^1]: Astin said, {}",
    "<p title='the hidden truth'>Astin said, {}</p>", "<div class='is hidden-print'>Astin said, {}</div>",
    "<noscript>Astin said, {}</noscript>", "![Astin said, {}](a.png)", '[x](http://x.org (Astin said, {}))',
    "<table><tr><td>Astin</td><td>{}</td></tr></table>", "---\ndeck: Astin says {}\n---\nText.",
)  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_a_quotation_is_found_in_whatever_marks_and_wherever_it_stands(bank: Bank, page: str) -> None:
    for pair in MARKS:
        draft = page.replace("{}", pair.replace("{}", NEVER))
        found = bank.check(draft)
        assert [one.sort for one in found if one.wrong] == [Sort.ALTERED], draft
        assert "never" in found[0].words, draft


@pytest.mark.parametrize(
    ("draft", "word"),
    [
        ("<blockquote><p>{}</p></blockquote>\n<p>— Astin</p>", "never"),
        ("<blockquote>{}<cite>Sean Astin</cite></blockquote>", "never"),
        ("ASTIN: {}", "never"),
        ("**ASTIN:** {}", "never"),
        ("— {}", "never"),
        (">{}\n\nAstin wrote.", "never"),
        ("&gt; {}", "never"),
        ("[quote=Astin]{}[/quote]", "never"),
        ("---\npullquote: {}\n---\nText.", "never"),
    ],
)
def test_speech_without_marks_is_compared(bank: Bank, draft: str, word: str) -> None:
    found = bank.check(draft.replace("{}", NEVER))
    assert [one.sort for one in found] == [Sort.ALTERED]
    assert word in found[0].words


def test_a_label_in_capitals_that_is_nobodys_speech_is_none(bank: Bank) -> None:
    assert bank.sorts("CORRECTION: An earlier version of this story had another date.\n\n— More to come on this.") == []


@pytest.mark.parametrize(
    ("held", "what"),
    [
        ("Astin said, â€œWe neverâ€\x9d.", "wrong encoding: see line 1"),
        ("Text.\nAstin said, â€œWe never.â€", "wrong encoding: see line 2"),
        ("Astin said, ‚ÄúWe never.‚Äù", "wrong encoding"),
        ("Astin said, ΓÇ£We never.ΓÇ¥", "wrong encoding"),
        ("Astin said, вЂњWe never.вЂќ", "wrong encoding"),
        ("Astin said, \ufffdWe never.\ufffd", "characters of it were lost"),
        ("Astin said, ?We should never blink first.?", "marks were lost"),
        ("Astin said, =E2=80=9CWe never.=E2=80=9D", "quoted-printable"),
        ("Astin said, =93We never.=94", "quoted-printable"),
        ("{\\rtf1 “We never”}", "no text"),
        ("  {\\rtf1 “We never”}", "RTF"),
        ("Astin said, \\ldblquote We never\\rdblquote", "RTF"),
        ("Subject: Talks\nMIME-Version: 1.0\nContent-Type: text/plain\n\nText.", "a mail"),
        ("Astin said, \\u201cWe never.\\u201d", "for a program"),
        ("\\documentclass{article}\nAstin said, \\enquote{We never.}", "LaTeX"),
        ("Astin said, %E2%80%9CWe never.%E2%80%9D", "for an address"),
        ("Astin said, +IBw-We never.+IB0-", "UTF-7"),
    ],
)
def test_text_that_is_not_what_its_writer_sees_is_refused_in_words(held: str, what: str) -> None:
    with pytest.raises(InputError) as raised:
        read_stream(io.BytesIO(held.encode("utf-8")), "draft.md")
    assert what in str(raised.value)
    assert "Save it as" in str(raised.value)


@pytest.mark.parametrize(
    "text",
    [
        "See https://x.org/?q=20&p=30 and =EQ.",
        "Is it? Yes. What? No.",
        "São Paulo, Ångström, “café” and naïve.",
        "C:\\users\\talks",
        "To: all\n\nDear members,",
    ],
)
def test_ordinary_text_is_not_refused(text: str) -> None:
    assert read_stream(io.BytesIO(text.encode()), "draft.md").text == text


@pytest.mark.parametrize(
    ("text", "there"),
    [
        (
            "Talks.\n\n<p>&ldquo;We should <b>never</b> blink,&rdquo; he said.",
            "&ldquo;We should <b>never</b> blink,&rdquo;",
        ),
        ("* one\n* “We [never](x) blink,” he", "“We [never](x) blink,”"),
        ("| a | “We never blink” |", "“We never blink”"),
        ("> “We\n> never blink,” he", "“We\n> never blink,”"),
    ],
)
def test_a_place_is_that_in_the_file(bank: Bank, text: str, there: str) -> None:
    (found,) = (one for one in bank.check(text) if one.sort is Sort.NOT_IN_BANK)
    assert text[found.start : found.end] == there


def test_where_nothing_is_found_it_is_said_what_was_read(bank: Bank) -> None:
    from datetime import date

    from desk.app.drafts.check import check_draft
    from desk.app.drafts.file import Draft
    from desk.search.indexer import read_bank

    places = lambda text, *, permitted=(): []  # noqa: E731
    found, _ = read_bank(bank.store)
    draft = Draft("d", "# Talks\n\nThey went on *all* night.\n")
    report = check_draft(draft, found, bank.store, now=NOW, today=date(2026, 2, 14), places=places)
    assert (report.findings, report.read) == ((), "6 words in 2 paragraphs, no quotation")


def test_a_quotation_that_ends_with_somebody_elses_words_is_the_same_as_itself(bank: Bank) -> None:
    for words, draft in (
        ("And I told him, ‘No. I don't want this at all.’", "“And I told him, ‘No. I don't want this at all.’”"),
        (
            "It feels like, ‘we can put this off a little bit,’",
            "“It feels like, ‘we can put this off a little bit,’” he said.",
        ),
        ("People say, ‘It does not matter to us.’", "“People say, ‘It does not matter to us,’” Astin said."),
    ):
        bank.quote(words, "Sean Astin")
        (found,) = bank.check(draft)
        assert not found.wrong, found


@pytest.mark.parametrize(
    ("draft", "sorts"),
    [
        ("“We should not be the first to blink on this one, he told members.\n\n“Yes, we have heard that before from "
         "them,” Hessinger said.", ["UNCLOSED", "EXACT"]),
        ("“Our members want a deal that lasts.\n\nWe will be back on Monday.\n\nThey can count on that.”",
         ["NOT_IN_BANK", "UNCLOSED"]),
    ],
)  # fmt: skip
def test_a_mark_that_was_forgotten_puts_nothing_in_another_mouth(bank: Bank, draft: str, sorts: list[str]) -> None:
    assert bank.sorts(draft) == sorts


@pytest.mark.parametrize(
    ("piece", "times"),
    [
        ("a\n\n", 3000),
        ("a^[b] ", 8000),
        ("a [[", 20_000),
        ("[a][", 15_000),
        ("a[b][/b]", 10_000),
        ("<ref>a</ref> ", 6000),
    ],
)
@pytest.mark.parametrize("page", ["{}", "<div>{}</div>"])
def test_no_text_takes_long_or_ends_in_an_error(page: str, piece: str, times: int) -> None:
    begin = time.process_time()
    assert Reading(page.replace("{}", piece * times)).words
    assert time.process_time() - begin < 2


@pytest.mark.parametrize(
    "page",
    [
        "bq. {}", "Text.\n\n[quote]\n{}\n[/quote]\n\nText.", "Text.\n\n<blockquote>\n{}\n</blockquote>\n\nText.",
        "#+BEGIN_QUOTE\n{}\n#+END_QUOTE\nText.", "::: quote\n{}\n:::\nText.", "[quote, Sean Astin]\n____\n{}\n____\nText.",
        ".. pull-quote::\n\n   {}\n\nText.", "{{quote|{}|Sean Astin}}", "{% blockquote Astin %}\n{}\n{% endblockquote %}\nText.",
        "{{< quote >}}\n{}\n{{< /quote >}}\nText.", "---\nquote: >\n  {}\ntitle: Talks\n---\nText.", "Astin: {}", "Q. Why?\n\nA. {}",
        "SEAN ASTIN (president): {}",
    ],
)  # fmt: skip
def test_a_block_quote_of_any_markup_is_compared_and_ends_where_it_ends(bank: Bank, page: str) -> None:
    assert bank.sorts(page.replace("{}", BLINK)) == ["EXACT"]
    (found,) = bank.check(page.replace("{}", NEVER))
    assert (found.sort, found.start) == (Sort.ALTERED, page.index("{}") if "{{q" not in page else 8)
