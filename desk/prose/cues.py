"""The words by which a text says that somebody said something, as data: verbs, nouns, titles, and what stands around them.

One table for all that reads prose: a verb that one reader knows, each of them knows. What a reader makes of it, and how
sure of it that is, is the reader's own rule.

A pattern with hundreds of verbs in it takes long to make, and every frame has one. So the verbs are looked up, each is
given a sign before it (`cued`), and the frames ask for the sign.
"""

from __future__ import annotations

import re

from desk.model.dates.apstyle import MONTHS, WEEKDAYS


def either(words: str) -> str:
    """A pattern for any of some words."""
    return "|".join(words.split())


#: Signs of what a verb does: it says; it gives a thing its name; either; and the last two where it hangs on a subject
#: further back: “…, saying”.
_SIGNS = ("\ue000", "\ue001", "\ue002", "\ue003", "\ue004")
_SAY, _CALL, _BOTH, _STILL, _CALL_STILL = _SIGNS
#: Every verb of saying, once: those that are of saying wherever they stand, then those that are where words stand beside.
_VERBS = {
    _SAY: (
        """
        said says say told tells added adds stated states wrote writes continued continues tweeted tweets posted
        argued argues warned warns insisted insists asked asks explained explains noted notes announced announces
        replied replies recalled recalls testified fumed fumes vowed conceded concedes promised promises quipped
        joked acknowledged acknowledges admitted admits offered offers concluded concludes claimed claims maintained
        maintains contended contends countered counters responded responds answered answers retorted shot snapped
        thundered shouted shouts yelled cried whispered sighed sighs laughed chuckled complained lamented scoffed
        ranted boasted bragged gushed exclaimed crowed reiterated stressed stresses emphasized emphasised confirmed
        confirms pledged pledges assured predicted predicts suggested suggests urged urges cautioned cautions
        remarked commented comments observed mused reflected reasoned opined interjected deadpanned confessed
        recounted quoted agreed agrees marveled believes believed thinks mentioned mentions protested remembered
        shrugged counseled reads pointed points
        """,
        """
        tell posts testifies vows quips jokes alleged alleges asserted asserts retorts snaps barked thunders stormed
        storms yells screamed screams cries whispers muttered mutters murmured murmurs mumbled laughs grumbled
        grumbles groused grouses griped gripes complains laments bemoaned moaned scoffs sneered sneers taunted
        jeered rants raged rages railed rails charged charges accused criticized criticised blustered boasts brags
        gushes enthused enthuses exclaims cheered crows reiterates repeated repeats emphasizes emphasises
        underscored underlined affirmed affirms reaffirmed denied denies disputed swore swears guaranteed guarantees
        assures reassured forecast speculated speculates proposed proposes recommended pleaded pleads begged begs
        implored demanded demands ordered orders commanded instructed advised advises reminded reminds remarks
        observes muses reflects reasons opines ventured volunteered interrupted interposed chimed piped confided
        confides confesses revealed reveals disclosed discloses divulged reported reports related relates recounts
        detailed clarified clarifies elaborated elaborates expounded specified spelled summarized began begins
        started finished ended went goes queried queries wondered wonders inquired questioned questions probed
        pressed proclaimed proclaims intoned condemned condemns welcomed thanked congratulated apologized apologised
        texted texts emailed emails e-mailed messaged blogged shared retweeted published captioned penned cited
        echoed echoes allowed hinted hints implied signaled signalled indicated indicates estimated estimates
        rebutted refuted rejoined riposted lectured preached professed theorized theorised hypothesized marvelled
        uttered voiced vented exulted huffed hissed growled snarled sniffed spat bellowed roared
        """,
    ),
    _BOTH: (
        """
        declared declares described describes praised
        """,
        """
        mocked mocks blasted blasts slammed slams pronounced decried decries denounced denounces hailed praises
        """,
    ),
    _CALL: (
        """
        called calls dubbed
        """,
        """
        call dismissed dismisses branded brands labeled labelled labels dubs hails derided derides characterized
        characterizes characterised termed terms deemed deems portrayed pronounces likened rejected rejects ripped
        touted touts
        """,
    ),
    _STILL: (
        """
        saying adding noting insisting warning arguing claiming telling writing tweeting asking explaining replying
        vowing joking quipping stating suggesting remarking lamenting continuing recalling reading
        """,
        """
        posting announcing promising conceding admitting acknowledging asserting stressing emphasizing emphasising
        reiterating repeating pledging predicting urging demanding cautioning reminding observing concluding
        complaining charging alleging contending maintaining countering responding answering shouting yelling
        screaming testifying
        """,
    ),
    _CALL_STILL: (
        """
        calling describing declaring
        """,
        """
        dismissing branding labeling labelling dubbing hailing denouncing deriding characterizing characterising
        terming deeming slamming blasting mocking praising decrying likening rejecting touting
        """,
    ),
}
#: Verbs of saying only with the word after them: as X put it, X made clear.
_PHRASES = (
    ("put puts had has", "it"),
    ("made makes", "clear"),
    ("summed sums", "it up"),
    ("lashed spoke", "out"),
    ("weighed weighs", "in"),
    ("fired hit", "back out"),
)
_CUES = {verb: sign for sign, both in _VERBS.items() for verbs in both for verb in verbs.split()}
#: Verbs of saying wherever they stand; every verb of saying; those that give a thing its name, which stands between them
#: and the words; and what makes others verbs of saying.
PLAIN_VERBS = frozenset(verb for plain, _ in _VERBS.values() for verb in plain.split())
VERBS = frozenset(_CUES)
NAMING = frozenset(verb for verb, sign in _CUES.items() if sign in (_CALL, _BOTH, _CALL_STILL))
PHRASES = {verb: frozenset(after.split()) for verbs, after in _PHRASES for verb in verbs.split()}
#: Verbs that tell of other deeds as well: before a quotation they are of saying where a comma or colon follows.
DEEDS = frozenset(
    """
    offered offers began begins ended started finished went goes agreed agrees ordered orders charged charges demanded
    demands accused shared thanked welcomed related spat shot laughed cheered praised pressed probed lectured reported
    reports proposed proposes published captioned cited allowed estimated signaled signalled questioned
    """.split()
)
#: These give somebody's words where a statement is what they give: "issued the following statement".
GIVING = frozenset(
    "issued issues released releases published publishes made makes gave gives sent sends shared shares provided posted "
    "put offered distributed circulated emailed".split()
)
STATEMENTS = frozenset(
    "statement statements comment comments remarks response message letter memo note release post email e-mail".split()
)
#: What has words of its own, which are nobody's who is named beside it.
WORKS = frozenset("song film movie book headline sign banner placard".split())
#: Somebody's words, of which another may speak; and what else somebody may have said.
SAYINGS = WORKS | frozenset(
    "slogan motto phrase phrases so-called chant remark claim claims assertion assertions accusation allegation "
    "allegations argument quip warning promise threat quote quotation line words complaint criticism contention "
    "suggestion".split()
)
REPLIES = frozenset(
    "answer reply verdict word tweet vow pledge advice reaction position pitch call description testimony question "
    "conclusion summary demand view assessment retort explanation".split()
)
_WORD = re.compile(r"(?<![\w’'-])[A-Za-z][a-z-]+(?![\w’'-])")
_PHRASE = re.compile(
    "|".join(rf"\b(?:{either(verbs)})(?=\s+(?:{either(after)})\b)" for verbs, after in _PHRASES)
    + r"|\breferr(?:ed|ing)(?=\s+to\b)"
)
#: A verb of saying; one that gives a thing its name; one that hangs on a subject further back: “…, saying”.
SAID = rf"(?:[{_SAY}{_BOTH}][\w-]+(?:\s+(?:it|clear|back|in|out|up|on|off)\b){{0,2}})"
CALLING = rf"(?:[{_CALL}{_BOTH}{_CALL_STILL}][\w-]+)"
#: What somebody's words are called, before they follow: Roe’s answer was …, Roe’s remarks: …
WORDS = rf"(?:[{''.join(_SIGNS)}]?(?:{'|'.join(sorted((STATEMENTS | SAYINGS | REPLIES) - WORKS, reverse=True))}))"
SAYING_STILL = rf"(?:[{_STILL}{_CALL_STILL}][\w-]+)"


def cued(text: str) -> str:
    """A text with a sign before each verb of saying."""
    return _PHRASE.sub(_phrase, _WORD.sub(_with_sign, text))


def uncued(text: str) -> str:
    """The same without the signs."""
    for sign in _SIGNS:
        text = text.replace(sign, "")
    return text


def _with_sign(found: re.Match[str]) -> str:
    word = found.group()
    if word[0].isupper():
        # A capital in mid-sentence is somebody's name.
        before = found.string[max(0, found.start() - 3) : found.start()].rstrip(" \t")
        if before and before[-1] not in '.!?\n”"':
            return word
    return _CUES.get(word.lower(), "") + word


def _phrase(found: re.Match[str]) -> str:
    return (_CALL if found.group().startswith("referr") else _SAY) + found.group()


#: Adverbs and helping words that may stand before a verb.
HELPING = (
    r"(?:(?:has|have|had|would|will|did|also|later|then|once|even|again|first|only|just|now|still|often|always|since|"
    r"recently|[a-z]{2,14}ly|(?:was|is)(?=\s+.(?:quoted|heard)))\s+){0,3}"
)
#: Who is meant where no name is given.
PRONOUNS = r"(?:he|she|they|it|who|I|we|one|He|She|They|It|We)"
_PEOPLE = (
    r"spokes(?:man|woman|person|people)|officials?|sources?|leaders?|presidents?|chair(?:man|woman)?|chiefs?|directors?|"
    r"executives?|members?|negotiators?|unions?|guilds?|studios?|alliance|company|companies|management|mayor|governor|"
    r"senator|lawyers?|attorneys?|teachers?|workers?|drivers?|nurses?|actors?|writers?|analysts?|experts?|aides?|"
    r"statement|letter|memo|email|e-mail|post|tweet|release|committee|board|council|court|judge|person|people|man|woman|"
    r"sides?|parties|party|group|organi[sz]ation|association|federation|agency|mediator|reporter|organi[sz]er|steward|"
    r"document|report|filing|complaint|lawsuit|sign|banner|placard|insider|employee|passenger|student|professor|owner"
)
#: A few words without capitals that end in somebody: the union’s chief negotiator, two sources close to the talks.
SOMEBODY = (
    r"(?:the|a|an|one|two|three|some|several|many|another|both|his|her|its|their|The|A|An|One|Two|Some|Several|Another|Both)"
    r"\s+(?:[a-z’'-]+\s+){0,4}?(?:" + _PEOPLE + r")"
)
WHO = rf"(?:{PRONOUNS}|{SOMEBODY}|[^\W\d_a-zß-öø-ÿ][\w.’'-]+(?:\s+[^\W\d_a-zß-öø-ÿ][\w.’'-]+){{0,4}})"
DAY = rf"\b(?:{'|'.join((*WEEKDAYS, *MONTHS))})"
#: Titles that are written short, with a period.
HONORIFICS = frozenset("mr mrs ms mx dr sen sens rep reps gov lt gen col capt sgt hon rev prof pres".split())
#: Words before a surname that are no first name; those among them that are surnames too.
TITLES_AND_NAMES = frozenset(
    """
    king queen prince princess bishop archbishop cardinal father pastor rabbi coach principal head lead local boss
    manager host author anchor
    """.split()
)
TITLES = (
    HONORIFICS
    | TITLES_AND_NAMES
    | frozenset(
        """
        miss senator representative governor general colonel captain sir dame lord lady reverend professor judge justice
        president vice chair chairman chairwoman chairperson chief executive negotiator negotiating director secretary
        treasurer spokesman spokeswoman spokesperson mayor councilman councilwoman councilmember commissioner minister
        prime deputy assistant associate senior national regional counsel officer ceo cfo coo attorney lawyer leader
        organizer organiser steward mediator pope detective sheriff superintendent actor actress writer producer founder
        cofounder co-founder analyst economist congressman congresswoman assemblyman assemblywoman speaker ambassador envoy
        editor then-president former ex-president del retired interim acting majority minority
        """.split()
    )
)
