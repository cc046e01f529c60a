"""Words that belong together in English: `strike`, `strikes`, `striking`, `striker`. Pure functions of a word."""

from __future__ import annotations

#: Endings of inflection: the same word in another form. Then those that make another word of the same root.
_INFLECTION = ("s", "es", "ed", "d", "ing")
_DERIVATION = (
    *("ly", "ment", "ments", "ion", "ions", "ation", "ations", "er", "ers", "or", "ors", "ity", "al", "ally", "ness"),
    *("ful", "fully", "able", "ible", "ive", "ous", "ance", "ence", "ism", "ist", "ists", "ize", "ized", "izing"),
)
_SHORTEST = 4  # letters that must be left of a word when an ending is taken off; inflection may leave one fewer
_ENDINGS = dict.fromkeys(_DERIVATION, False) | dict.fromkeys(_INFLECTION, True)
_LENGTHS = sorted({len(ending) for ending in _ENDINGS})
_IRREGULAR_FAMILIES = """
man men|woman women|child children|foot feet|person people|go went gone goes|say said says|pay paid pays|make made
making|take took taken taking|give gave given giving|get got getting|come came coming|know knew known|think thought|
tell told|find found|hold held|stand stood|lose lost losing|leave left|keep kept|meet met meeting|send sent|spend spent|
build built|buy bought|bring brought|fight fought|teach taught|catch caught|seek sought|sell sold|speak spoke spoken|
write wrote written writing|rise rose risen rising|fall fell fallen|grow grew grown|begin began begun beginning|
see saw seen|strike struck striking|break broke broken|choose chose chosen|win won winning|mean meant|feel felt|lead led|
read reading|run ran running|do did done doing|have had having|be been being was were
"""
_IRREGULAR = {
    form: family.split()[0] for family in _IRREGULAR_FAMILIES.replace("\n", " ").split("|") for form in family.split()
}


def roots(word: str) -> dict[str, bool]:
    """The roots a word may be a form of, itself among them; True for those that inflection alone explains.

    Two words that share a root are of one family. Spelling at the joint is levelled: a last e is dropped, y becomes i,
    a doubled consonant single.
    """
    found = {_level(word): True}
    if word in _IRREGULAR:
        found[_level(_IRREGULAR[word])] = True
    size = len(word)
    for length in _LENGTHS:
        inflection = _ENDINGS.get(word[-length:])
        if inflection is not None and size - length >= _SHORTEST - inflection:
            root = _level(word[:-length])
            found[root] = found.get(root, False) or inflection
    return found


def _level(stem: str) -> str:
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "aeiouls":
        return stem[:-1]
    if stem.endswith("e"):
        return stem[:-1]
    if stem.endswith("y"):
        return stem[:-1] + "i"
    return stem
