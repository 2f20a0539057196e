"""Sentence boundaries in German and English news text.

One set of rules for both languages, since quotations and names mix them: a sentence ends at a full stop, question or
exclamation mark or ellipsis with its closing quotation marks and brackets, unless the stop belongs to an abbreviation,
an initial or an ordinal ("am 3. Mai"), or what follows goes on in lower case. A line break always ends one.
"""

from __future__ import annotations

from collections.abc import Sequence

from quellenlage.language.words import Range

_STOPS = frozenset(".?!…")
_CLOSERS = frozenset("\"“”’‘'«»›‹)]")
_ABBREVIATIONS = frozenset(
    # German
    "abs allg art bd bsp bspw bzgl bzw ca co dr dipl dgl ebd eigtl einschl etc evtl exkl ff fr frl geb gegr ggf ggü "
    "hg hr hrsg inkl ing insb jh jhd jr kap lfd lt mag max mind mio mr mrd nr orig phil prof rd s sen sog spec str st "
    "tel tsd u.a ugs usf usw verh vgl vors wg z.b d.h u.a i.d.r z.t o.ä u.ä v.a "
    # English
    "mrs ms rep gov gen lt col sgt rev hon vs inc corp ltd no e.g i.e jan feb mar apr jun jul aug sep sept oct nov dec "
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn "
    "tex vt va wash wis wyo u.s u.k u.n d.c a.m p.m n.h n.j n.m n.y n.c n.d r.i s.c s.d w.va".split()
)
# Abbreviations that often stand last in a sentence: a capital after them opens the next one.
_MAY_END = frozenset("usw etc u.s u.k u.n d.c a.m p.m jr co inc corp ltd ff usf no mar art".split())
_MONTHS = frozenset(
    "januar jänner februar feber märz april mai juni juli august september oktober november dezember "
    "jan feb mrz apr jun jul aug sep sept okt nov dez jahrhundert jahrhunderts weltkrieg weltkriegs".split()
)
_BEFORE_ORDINAL = frozenset(
    "am der die das den dem des vom zum zur im beim ab bis seit und dieser diesem ersten jeder jede jedes sein seine "
    "seinem seinen ihr ihre ihrem ihren ihrer seiner mein unser".split()
)


def find_sentences(text: str, words: Sequence[Range]) -> tuple[range, ...]:
    """Sentences of `text` as ranges of indices into its `words`; together they hold every word once."""
    sentences: list[range] = []
    first = 0
    for index in range(len(words)):
        if index + 1 == len(words) or _ends(text, words, first, index):
            sentences.append(range(first, index + 1))
            first = index + 1
    return tuple(sentences)


def _ends(text: str, words: Sequence[Range], first: int, index: int) -> bool:
    """Whether a sentence that began with word `first` ends after word `index`, which is not the last one."""
    gap = text[words[index][1] : words[index + 1][0]]
    if "\n" in gap:
        return True
    if not gap:
        return _glued(text, words, first, index)
    stop = index
    while stop > first and text[words[stop][0]] in _CLOSERS:
        stop -= 1
    mark = text[slice(*words[stop])]
    if stop == first or (mark not in _STOPS and not mark.endswith(".")):
        return False
    following = _next_letters(text, words, index + 1)
    if following[:1].islower():
        return False
    if not mark.startswith(".") and mark.endswith("."):
        return stop < index or mark.lower().rstrip(".") in _MAY_END  # U.S., z.B. as one word
    return mark != "." or stop < index or not _belongs_to_word(text, words, first, stop, following)


def _glued(text: str, words: Sequence[Range], first: int, index: int) -> bool:
    """Whether a full stop at `index` ends a sentence though the space after it was lost ("ab.Der Minister")."""
    if index == first or text[slice(*words[index])] != "." or words[index - 1][1] != words[index][0]:
        return False
    before, after = text[slice(*words[index - 1])], text[slice(*words[index + 1])]
    return len(before) > 2 and before.islower() and len(after) > 2 and after.istitle()


def _next_letters(text: str, words: Sequence[Range], index: int) -> str:
    """The word at `index`, or the one after where that is an opening quotation mark or bracket."""
    word = text[slice(*words[index])]
    if not word[0].isalnum() and index + 1 < len(words) and words[index][1] == words[index + 1][0]:
        return text[slice(*words[index + 1])]
    return word


def _belongs_to_word(text: str, words: Sequence[Range], first: int, stop: int, following: str) -> bool:
    """Whether the full stop at word `stop` belongs to the word before: abbreviation, initial or ordinal."""
    if words[stop - 1][1] != words[stop][0]:
        return False
    word = text[slice(*words[stop - 1])].lower()
    if word.isdigit():
        before = text[slice(*words[stop - 2])].lower() if stop - 2 >= first else ""
        return len(word) <= 2 and (following.lower() in _MONTHS or before in _BEFORE_ORDINAL)
    if len(word) == 1 and word.isalpha():
        return True
    return word in _ABBREVIATIONS and (word not in _MAY_END or following[:1].isdigit())
