"""Finite German verb forms of the third person and the moods that each may stand in.

Weak verbs and the Konjunktiv follow by rule, strong and irregular stems come from a table, verbs with a prefix follow
their base. Rules and irregular forms: the tables of the usual school grammars.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from quellenlage.gazetteer.table import builtin_table, rows, values
from quellenlage.model.statement import Mood

_I, _K1, _K2 = Mood.INDICATIVE, Mood.KONJUNKTIV_1, Mood.KONJUNKTIV_2

# Present singular and plural, preterite, Konjunktiv I and II, all of the third person. "sollte" and "wollte" are both.
_CLOSED: Mapping[str, Mapping[str, tuple[Mood, ...]]] = {
    "sein": {"ist sind war waren": (_I,), "sei seien": (_K1,), "wäre wären": (_K2,)},
    "haben": {"hat hatte hatten": (_I,), "habe": (_K1,), "haben": (_I, _K1), "hätte hätten": (_K2,)},
    "werden": {"wird wurde wurden": (_I,), "werde": (_K1,), "werden": (_I, _K1), "würde würden": (_K2,)},
    "können": {"kann konnte konnten": (_I,), "könne": (_K1,), "können": (_I, _K1), "könnte könnten": (_K2,)},
    "müssen": {
        "muss muß musste mußte mussten mußten": (_I,),
        "müsse": (_K1,),
        "müssen": (_I, _K1),
        "müsste müßte müssten müßten": (_K2,),
    },
    "dürfen": {"darf durfte durften": (_I,), "dürfe": (_K1,), "dürfen": (_I, _K1), "dürfte dürften": (_K2,)},
    "mögen": {"mag mochte mochten": (_I,), "möge": (_K1,), "mögen": (_I, _K1), "möchte möchten": (_K2,)},
    "sollen": {"soll": (_I,), "solle": (_K1,), "sollen": (_I, _K1), "sollte sollten": (_I, _K2)},
    "wollen": {"will": (_I,), "wolle": (_K1,), "wollen": (_I, _K1), "wollte wollten": (_I, _K2)},
}
_FULL_AS_FIRST_PERSON = frozenset({"haben", "werden"})  # "ich habe", "ich werde" are indicative, too
_PREFIXES = (
    *("zurück", "zusammen", "auseinander", "entgegen", "gegenüber", "weiter", "wieder", "wider", "hinter", "herunter"),
    *(
        "herbei",
        "hervor",
        "heraus",
        "herein",
        "hinaus",
        "hinein",
        "hinzu",
        "hinweg",
        "heran",
        "herum",
        "herab",
        "hinab",
    ),
    *("voran", "voraus", "vorbei", "vorüber", "durch", "über", "unter", "statt", "stand", "teil", "fest", "frei"),
    *(
        "fort",
        "nach",
        "ent",
        "emp",
        "miss",
        "auf",
        "aus",
        "ein",
        "los",
        "mit",
        "ver",
        "vor",
        "weg",
        "bei",
        "dar",
        "her",
    ),
    *("hin", "um", "zer", "an", "ab", "be", "er", "zu", "da", "nieder", "nahe", "bereit", "bloß", "klar", "offen"),
    *("sicher", "aufrecht", "anheim", "preis", "heim", "wahr", "bekannt", "fehl", "gut", "hoch", "tot", "kaputt"),
)
_LONGEST = 40  # no verb form is longer
_WITHOUT_GE = re.compile(r"be|ver|er|ent|emp|zer|miss|ge|über|unter|durch|hinter|wider")
_NEEDS_E = re.compile(r"(?:[dt]|[^lrh\W][mn]|(?:ch|ff)n)$")


@dataclass(frozen=True, slots=True)
class FiniteForm:
    """The moods that a form may stand in, with its verb.

    `is_closed` marks auxiliaries and modal verbs; `is_first_person_alike`, that "ich" with this form is indicative;
    `is_participle_alike`, that the same form is also a participle ("erklärt").
    """

    verb: str
    moods: frozenset[Mood]
    is_closed: bool = False
    is_first_person_alike: bool = False
    is_participle_alike: bool = False


def finite_form(word: str) -> FiniteForm | None:
    """The finite form that a word in small letters may be, None where no known verb has it."""
    return _forms().get(word) or (_with_prefix(word) if len(word) <= _LONGEST else None)


def _with_prefix(word: str) -> FiniteForm | None:
    """ "zurückkomme" as "komme": known prefixes off, one after the other."""
    for prefix in _PREFIXES:
        base = word.removeprefix(prefix)
        if base == word or len(base) < 3:
            continue
        form = _forms().get(base) or (_with_prefix(base) if len(base) > 4 else None)
        if form is not None and (not form.is_closed or form.verb in ("haben", "sein")):
            alike = form.moods == {_I} and base.endswith(("t", "en")) and _WITHOUT_GE.match(word) is not None
            return FiniteForm(
                prefix + form.verb,
                form.moods,
                is_first_person_alike=form.is_first_person_alike,
                is_participle_alike=form.is_participle_alike or alike,
            )
    return _borrowed(word)


def _borrowed(word: str) -> FiniteForm | None:
    """Verbs in -ieren, all of one pattern."""
    match = re.fullmatch(r"(\w{2,}ier)(e|t|te|en|ten)", word)
    if match is None:
        return None
    moods = {"e": {_K1}, "t": {_I}, "te": {_I, _K2}, "en": {_I, _K1}, "ten": {_I, _K2}}[match[2]]
    ending = match[2]
    return FiniteForm(
        match[1] + "en",
        frozenset(moods),
        is_first_person_alike=ending == "e",
        is_participle_alike=ending == "t",
    )


@lru_cache(maxsize=1)
def _forms() -> Mapping[str, FiniteForm]:
    forms: dict[str, FiniteForm] = {}
    for verb, table in _CLOSED.items():
        for words, moods in table.items():
            for word in words.split():
                alike = verb in _FULL_AS_FIRST_PERSON and moods == (_K1,)
                forms[word] = FiniteForm(verb, frozenset(moods), is_closed=True, is_first_person_alike=alike)
    for row in rows(builtin_table("verbs.tsv", __package__)):
        verb = row["infinitive"]
        for word, mood in _conjugated(row):
            known = forms.get(word)
            if known is not None and known.is_closed:
                continue
            forms[word] = FiniteForm(
                verb,
                frozenset({mood}) if known is None else _either(known, verb, mood),
                is_first_person_alike=word == _stem(verb) + "e" and verb != "wissen",
                is_participle_alike=mood is _I and word.endswith("t") and _WITHOUT_GE.match(verb) is not None,
            )
    return forms


def _either(known: FiniteForm, verb: str, mood: Mood) -> frozenset[Mood]:
    """Two readings of one form. "führe" is of "führen" rather than of "fahren": a report prefers the Konjunktiv I."""
    moods = known.moods | {mood}
    return frozenset({_K1}) if known.verb != verb and moods == {_K1, _K2} else moods


def _conjugated(row: Mapping[str, str]) -> Iterator[tuple[str, Mood]]:
    """Forms of the third person with one mood each; what is said of two moods comes twice."""
    verb, stem = row["infinitive"], _stem(row["infinitive"])
    linked = stem + "e" if _NEEDS_E.search(stem) else stem
    for first in (stem + "e", *_shortened(verb)):
        yield first, _K1
    yield verb, _I
    yield verb, _K1
    for present in values(row["present"]) or (linked + "t",):
        yield present, _I
    preterites = values(row["preterite"]) or (linked + "te",)
    seconds = values(row["konjunktiv2"]) or preterites
    for mood, singulars in ((_I, preterites), (_K2, seconds)):
        for singular in singulars:
            yield singular, mood
            yield singular + ("n" if singular.endswith("e") else "en"), mood


def _stem(verb: str) -> str:
    return verb.removesuffix("en") if verb.endswith("en") else verb.removesuffix("n")


def _shortened(verb: str) -> tuple[str, ...]:
    """ "handle" beside "handele"."""
    return (verb[:-3] + verb[-2] + "e",) if verb.endswith(("eln", "ern")) else ()
