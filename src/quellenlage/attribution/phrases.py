"""A noun phrase cut into determiner, modifiers, head, name and what hangs on it.

A shallow cut, enough for sources: in German the head is the first noun after the modifiers and a name may follow it
("die Nato-Sprecherin Ilka Brand in Brüssel"); in English it is the last word before a preposition or comma.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quellenlage.gazetteer import find_role
from quellenlage.gazetteer.given_names import given_name
from quellenlage.model.text import Language

DEFINITE = frozenset(
    "der die das den dem des dieser diese dieses diesem diesen jener jene jenes jenem jenen derselbe dieselbe "
    "dasselbe beide beiden the this that these those".split()
)
INDEFINITE = frozenset(
    "ein eine einer einem einen eines kein keine mehrere mehreren mehrerer einige einigen einiger viele vielen "
    "vieler manche manchen mancher zweier dreier andere anderen anderer weitere weiteren etliche zahlreiche "
    "zahlreichen zwei drei vier fünf alle allen aller sämtliche a an some several many other others another one two "
    "three four five all any no numerous multiple various both every each few".split()
)
POSSESSIVE = frozenset(
    "sein seine seiner seinen seinem seines ihr ihre ihrer ihren ihrem ihres unser unsere unserer unserem unseren "
    "mein meine meiner deren dessen his her their its our my your".split()
)
SINGULAR = frozenset(
    "der dem des dieser diesem dieses jener ein eine einer einem einen eines kein keine keiner sein seinem "
    "seines ihr ihrem ihres unser unserem a an another the this that".split()
)
"""Determiners that may stand before a single one; "die" tells nothing."""
COUNTS = frozenset("zwei drei vier fünf two three four five".split())
_PREPOSITIONS = frozenset(
    "in im am an auf aus bei beim von vom zu zum zur mit für gegen über unter um nach vor zwischen rund seitens "
    "aus ins of from for at by with on to near within inside among who which whose that familiar close speaking".split()
)
SAYING_NOUNS = (
    "Angaben|Einschätzung|Schätzungen|Darstellung|Aussagen|Worten|Auskunft|Ansicht|Informationen|Sicht|Auffassung"
    "|Überzeugung|Erkenntnissen|Berechnungen|Perspektive"
)
"""Nouns for what somebody says, as an alternation: the source is their owner."""
_LEADING = frozenset(
    "Im In Aus Laut Nach Von Vom Bei Beim Am Für im in am aus laut nach von vom bei beim seitens".split()
)
"""Prepositions that a source span may begin with; they are no part of the name."""
_GENITIVE = frozenset("des der eines einer seines seiner ihres ihrer dieser dieses".split())
_TOKEN = re.compile(
    r"\w+- (?:und|oder|and|or) [A-ZÄÖÜ][\w-]+"  # "Industrie- und Handelskammer" is one noun
    r"|\d+(?:[.,]\d+)+"
    r"|[^\W_](?:[^\W_]|[-‑.&/+*:_'’](?=[^\W_]))*\.?(?<![^\W\d_]{2}\.)|['’]s?|[^\w\s]|_"
)
_PARTICIPLE = re.compile(r"[a-z]{2,}(?:ed|ing)|seen|known|given|shown|held|led|made|written")
_TRIM = " \t\n„“”\"»«‚‘’'›‹.,:;"
_QUOTES = frozenset('„“”"»«‚‘›‹')
_PLACE_ADJECTIVE = re.compile(r"[A-ZÄÖÜ][\w-]+er")
_WEAK_ADJECTIVE = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+e[n]?")
_ADJECTIVE = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{2,}e[rnms]?")
_BEFORE_NUMBERS = frozenset("Mindestens Wenigstens Höchstens Rund Etwa Fast Knapp Gut Über Nur".split())
_NAME_ADJECTIVE = re.compile(r"[A-ZÄÖÜ]\w+(?:isch|lich|ig|är|iell|al|eit|ein|ess|iert|and|end|ent|iv)(?:e[rnms]?)")


@dataclass(frozen=True, slots=True)
class Phrase:
    """`determiner` in lower case or ""; `tail` from the first preposition or genitive; `apposition` after a comma."""

    determiner: str
    modifiers: tuple[str, ...]
    head: str
    name: tuple[str, ...]
    tail: tuple[str, ...]
    apposition: str

    @property
    def core(self) -> str:
        """Modifiers, head and name: the phrase without determiner and tail."""
        return " ".join(part for part in (*self.modifiers, self.head, *self.name) if part)

    @property
    def full(self) -> str:
        """The core with its tail."""
        return joined((self.core, *self.tail))


def joined(words: Iterable[str]) -> str:
    """Words as running text, brackets and commas set close."""
    return re.sub(r"(?<=[(\[]) | (?=[)\],'’])", "", " ".join(word for word in words if word))


def trimmed(text: str) -> str:
    """The words without the blanks, quotation marks and stops around them."""
    return text.strip(_TRIM)


def cut_phrase(text: str, language: Language) -> Phrase:
    """Cut a source's words. An empty or unusual phrase gives a phrase whose head is the text itself."""
    first, *more = re.split(r",(?!\d)", text, maxsplit=1)
    apposition = "".join(more)
    words = [word for word in _TOKEN.findall(first) if word not in _QUOTES]
    if len(words) > 1 and words[0] in _LEADING:
        words = words[1:]
    determiner, words = _determiner(words)
    if not words:
        return Phrase(determiner, (), text.strip(), (), (), apposition.strip())
    cut = _tail_start(words, language)
    body, tail = words[:cut], tuple(_without_aside(words[cut:]))
    head = _head(body, language, determined=determiner in DEFINITE)
    return Phrase(determiner, tuple(body[:head]), body[head], tuple(body[head + 1 :]), tail, apposition.strip())


def _opens(body: list[str]) -> bool:
    """Whether the first word has its capital only from opening a sentence: "Medizinisches Personal", "Rund zwei …"."""
    noun = next((word for word in body[1:] if word[:1].isupper()), "")
    adjective = _ADJECTIVE.fullmatch(body[0]) is not None and find_role(body[0]) is None
    return body[0] in _BEFORE_NUMBERS or (adjective and find_role(noun) is not None)


def _determiner(words: list[str]) -> tuple[str, list[str]]:
    if not words or words[0].lower() not in DEFINITE | INDEFINITE | POSSESSIVE:
        return "", words
    if words[1:2] == ["of"]:  # "one of the protesters"
        return words[0].lower(), [word for word in words[2:3] if word.lower() not in DEFINITE] + words[3:]
    counted = words[0].lower() in COUNTS  # "zwei Quellen": the number is part of the name
    return words[0].lower(), words if counted else words[1:]


def _tail_start(words: list[str], language: Language) -> int:
    for index, word in enumerate(words[1:], 1):
        low = word.lower()
        if language is Language.ENGLISH and _PARTICIPLE.fullmatch(word) and find_role(words[index - 1]) is not None:
            return index  # "figures released in July", "an engineer named only as L."
        if low in _PREPOSITIONS and low == word and not _inside_name(words, index):
            return index
        if language is Language.GERMAN and low in _GENITIVE and low == word and words[index - 1][0].isupper():
            return index
        if word in {"(", "["}:
            return index
    return len(words)


def _without_aside(tail: list[str]) -> list[str]:
    """A tail without the words in brackets that it begins with ("(Name geändert)"). Names in them stay ("(LfU)")."""
    if tail[:1] != ["("]:
        return tail
    end = tail.index(")") if ")" in tail else len(tail)
    return tail[end + 1 :] if any(word[0].islower() for word in tail[1:end]) else tail


def _inside_name(words: list[str], index: int) -> bool:
    """Whether a small word joins a name: "Ursula von der Aue", "Institute for the Study of Rivers" stays one name."""
    if words[index] in {"von", "vom", "zu", "zur"}:
        return index >= 1 and words[index - 1][0].isupper() and _follows_given(words, index)
    return False


def _follows_given(words: list[str], index: int) -> bool:
    return given_name(words[index - 1]) is not None


def _head(body: list[str], language: Language, *, determined: bool) -> int:
    if language is Language.ENGLISH:
        return len(body) - 1
    nested = (
        body[0].lower() in _PREPOSITIONS
    )  # "mit der Angelegenheit vertraute Quellen": the noun behind the participle
    for index, word in enumerate(body):
        if not word[0].isupper() or (
            nested and (index == 0 or body[index - 1] in _PREPOSITIONS | DEFINITE | INDEFINITE)
        ):
            continue
        if index == 0 and (word.lower() in COUNTS or _opens(body)):
            continue
        following = body[index + 1] if index + 1 < len(body) else ""
        shapes = (_PLACE_ADJECTIVE, _NAME_ADJECTIVE, *((_WEAK_ADJECTIVE,) if determined else ()))
        adjective = any(shape.fullmatch(word) for shape in shapes)
        owner = word.endswith("s") and find_role(following) is not None
        if (
            (adjective or owner) and find_role(word) is None and following[:1].isupper()
        ):  # "Thüringer Verband", "das Weiße Haus"
            continue
        return index
    return len(body) - 1
