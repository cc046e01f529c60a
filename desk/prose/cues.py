"""The words by which a text says that somebody said something, as data: verbs, who is meant, and what stands around them.

A pattern with hundreds of verbs in it takes long to make, and every frame has one. So the verbs are looked up, each is
given a sign before it (`cued`), and the frames ask for the sign.
"""

from __future__ import annotations

import re

from desk.model.dates.apstyle import MONTHS, WEEKDAYS

_SAYING = """
    said says say told tells tell added adds stated states wrote writes continued continues tweeted tweets posted posts
    argued argues warned warns insisted insists asked asks explained explains noted notes declared declares announced
    announces replied replies recalled recalls testified testifies fumed fumes vowed vows conceded concedes promised
    promises quipped quips joked jokes acknowledged acknowledges admitted admits offered offers concluded concludes
    claimed claims alleged alleges asserted asserts maintained maintains contended contends countered counters responded
    responds answered answers retorted retorts shot snapped snaps barked barked thundered thunders shouted shouts stormed storms
    yelled yells screamed screams cried cries whispered whispers muttered mutters murmured murmurs mumbled sighed sighs
    laughed laughs chuckled grumbled grumbles groused grouses griped gripes complained complains lamented laments
    bemoaned moaned scoffed scoffs sneered sneers mocked mocks taunted jeered ranted rants raged rages railed rails
    thundered charged charges accused blasted blasts slammed slams criticized criticised blustered boasted boasts
    bragged brags gushed gushes enthused enthuses exclaimed exclaims cheered crowed crows reiterated reiterates repeated
    repeats stressed stresses emphasized emphasizes emphasised emphasises underscored underlined affirmed affirms
    confirmed confirms reaffirmed denied denies disputed pledged pledges swore swears guaranteed guarantees assured
    assures reassured predicted predicts forecast speculated speculates suggested suggests proposed proposes recommended
    urged urges pleaded pleads begged begs implored demanded demands ordered orders commanded instructed advised advises
    cautioned cautions reminded reminds remarked remarks commented comments observed observes mused muses reflected
    reflects reasoned reasons opined opines ventured volunteered interjected interrupted interposed chimed piped
    deadpanned confided confides confessed confesses revealed reveals disclosed discloses divulged reported reports
    related relates recounted recounts described describes detailed clarified clarifies elaborated elaborates expounded
    specified spelled summed summarized began begins started finished ended went goes queried queries wondered wonders
    inquired questioned questions probed pressed proclaimed proclaims pronounced intoned decried decries denounced
    denounces condemned condemns hailed praised praises welcomed thanked congratulated apologized apologised offered
    texted texts emailed emails e-mailed messaged blogged shared retweeted published captioned penned quoted cited echoed
    echoes agreed agrees allowed hinted hints implied signaled signalled indicated indicates estimated estimates
    rebutted refuted rejoined riposted lectured preached professed theorized theorised hypothesized marveled marvelled
    uttered voiced vented exulted huffed hissed growled snarled sniffed spat bellowed roared
"""
_CALLING = """
    call called calls described describes dismissed dismisses branded brands labeled labelled labels dubbed dubs hailed
    hails denounced denounces derided derides characterized characterizes characterised termed terms deemed deems
    portrayed slammed slams blasted blasts mocked mocks praised praises decried decries pronounced pronounces declared
    declares likened rejected rejects ripped touted touts
"""
_SAYING_STILL = """
    saying adding noting insisting warning arguing claiming telling writing tweeting posting asking explaining announcing
    replying vowing promising conceding admitting acknowledging joking quipping asserting stating stressing emphasizing
    emphasising reiterating repeating pledging predicting suggesting urging demanding cautioning reminding remarking
    observing concluding complaining lamenting charging alleging contending maintaining countering responding answering
    shouting yelling screaming testifying
"""
_CALLING_STILL = """
    calling describing dismissing branding labeling labelling dubbing hailing denouncing deriding characterizing
    characterising terming deeming slamming blasting mocking praising decrying declaring likening rejecting touting
"""
_SIGNS = ("\ue000", "\ue001", "\ue002", "\ue003", "\ue004")
_SAY, _CALL, _BOTH, _STILL, _CALL_STILL = _SIGNS
_CUES: dict[str, str] = (
    dict.fromkeys(_SAYING.split(), _SAY)
    | {word: _BOTH if word in _SAYING.split() else _CALL for word in _CALLING.split()}
    | dict.fromkeys(_SAYING_STILL.split(), _STILL)
    | dict.fromkeys(_CALLING_STILL.split(), _CALL_STILL)
)
_WORD = re.compile(r"(?<![\w’'-])[A-Za-z][a-z-]+(?![\w’'-])")
#: Verbs of saying only with the word after them: as X put it, X made clear.
_PHRASE = re.compile(
    r"\b(?:put|puts|had|has)(?=\s+it\b)|\b(?:made|makes)(?=\s+clear\b)|\b(?:summed|sums)(?=\s+(?:it\s+)?up\b)"
    r"|\b(?:pointed|points|lashed|spoke)(?=\s+out\b)|\b(?:weighed|weighs)(?=\s+in\b)|\b(?:fired|hit)(?=\s+(?:back|out)\b)"
    r"|\b(?:heard|quoted)(?=\s+(?:as\s+)?saying\b)|\breferr(?:ed|ing)(?=\s+to\b)"
)
#: A verb of saying; one that gives a thing its name; one that hangs on a subject further back: “…, saying”.
SAID = rf"(?:[{_SAY}{_BOTH}][\w-]+(?:\s+(?:it|clear|back|in|out|up|on|off)\b){{0,2}})"
CALLING = rf"(?:[{_CALL}{_BOTH}{_CALL_STILL}][\w-]+)"
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
#: Words before a surname that are no first name.
TITLES = frozenset(
    """
    mr mrs ms mx miss dr sen senator rep representative gov governor lt gen general col colonel capt captain sgt sir dame
    lord lady hon rev reverend father pastor rabbi prof professor judge justice president vice chair chairman chairwoman
    chairperson chief executive negotiator negotiating director secretary treasurer spokesman spokeswoman spokesperson
    mayor councilman councilwoman councilmember commissioner minister prime deputy assistant associate senior lead head
    national regional local general counsel officer ceo cfo coo attorney lawyer leader organizer organiser steward
    mediator king queen prince princess pope bishop archbishop cardinal officer detective sheriff superintendent
    principal coach actor actress writer producer founder cofounder co-founder boss manager analyst economist
    congressman congresswoman assemblyman assemblywoman speaker ambassador envoy editor anchor host author democrat
    republican then-president former ex-president union guild labor labour democratic
    """.split()
)
