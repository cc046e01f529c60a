"""Runs of words that tell whose they are: few of them in a row are enough to know a remark again.

"Pelicans cost less than herons" in anybody's mouth is a remark that was made; "we are going to" is nobody's. Measured on
763 quotations of news stories (PolNeAR): beside 1,000 quotes of speeches a run with three words of its own was there by
chance once ("behind closed doors"); with two such words it was, beside quotes of the same campaign, in 1 of 11.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from desk.model.wording.tokens import terms

#: Words of its own that a run has to have; of a quotation that is not longer, fewer will do, since all of it is the run.
OWN, OWN_OF_ALL = 3, 2
#: The same in a reporter's own sentence, which tells of the same matters. Of 3,659 sentences of news (PolNeAR) none had
#: four such words in a row with one of 1,000 quotes of speeches; 9 had three ("senate majority leader").
OWN_IN_PROSE = 4
#: A run is no shorter; a longer one has its words too far apart to tell.
_LEAST, _MOST = 3, 9
_SHORTEST = 3

_ANYBODYS_WORDS = """
    about actually after again all almost also always and another any anybody anyone anything are arent around ask away
    back because been before being believe best better big but call came can cannot cant case come comes could couldnt
    day days did didnt does doesnt doing done dont down each else end enough even ever every everybody everyone
    everything fact far feel few find first for from gave get gets getting give given goes going gone good got great
    had has hasnt have havent having hear heard her here hers herself him himself his how however into isnt its itself
    ive job just keep kind knew know known last least less let lets like little long look looking lot made make makes
    making many matter may maybe mean might more most much must never new next nobody none not nothing now off often
    once one ones only other others our ours out over own part people perhaps place point probably put quite rather
    really right said same saw say saying says see seen shall she should show side since some somebody someone something
    sometimes soon still such sure take taken talk tell than that thats the their theirs them then there theres these
    they theyre theyve thing things think this those though thought through time times today together told tomorrow too
    took toward tried true try trying two under until upon use used very wait want wants was wasnt way ways week well
    went were werent weve what whatever when where whether which while who whole whom whose why will with within without
    wont work world would wouldnt year years yes yesterday yet you youre your yours
"""
_ANYBODYS = frozenset(_ANYBODYS_WORDS.split())


def telling_runs(words: str, named: Collection[str], *, own_words: int = OWN) -> Iterator[str]:
    """The runs of some words by which a remark would be known again, each as short as can be. `named` are the terms of
    known names, which everybody's remarks have in common; `own_words` is how many of its own a run has to have.
    """
    found = terms(words)
    own = [at for at, term in enumerate(found) if is_own(term, named)]
    for first, last in zip(own, own[own_words - 1 :], strict=False):
        if last + 1 - first <= _MOST:
            yield " ".join(found[first : last + 1])


def is_telling(words: str, named: Collection[str]) -> bool:
    """Return True if a whole quotation of a few words is more than an ordinary phrase."""
    found = terms(words)
    return len(found) >= _LEAST and _own(found, named) >= OWN_OF_ALL


def _own(found: Sequence[str], named: Collection[str]) -> int:
    return sum(is_own(term, named) for term in found)


def is_own(term: str, named: Collection[str]) -> bool:
    """Return True if a term is one by which a remark is known again: neither everybody's nor a name."""
    return len(term) >= _SHORTEST and term not in _ANYBODYS and term not in named
