"""Sources described by a role noun ("der Minister", "zwei Beamte im Umfeld"): form, number, gender and class."""

from __future__ import annotations

import re

from quellenlage.attribution.forms import Form, Mention
from quellenlage.attribution.inflection import nominative
from quellenlage.attribution.name_words import CAMEL
from quellenlage.attribution.names import Names
from quellenlage.attribution.phrases import COUNTS, DEFINITE, INDEFINITE, POSSESSIVE, SINGULAR, Phrase
from quellenlage.attribution.unknown_heads import unknown_head
from quellenlage.gazetteer import Role, RoleClass, find_role, find_state
from quellenlage.model.statement import SourceClass
from quellenlage.model.text import Language

_MEDIA = re.compile(r"(?:[\w-]*[Mm]edien(?:berichte?n?|berichts)?|media)")
_NETWORKS = re.compile(r"[Mm]edi(?:en|a)|Netzwerken?|networks?")
"""Where "social" stands before them, not outlets speak but their users."""
_ENVOYS = frozenset(
    "vertreter vertreterin beamter beamtin sprecher sprecherin diplomat diplomatin mitarbeiter offizieller "
    "spokesman spokeswoman spokesperson representative aide official diplomat".split()
)
"""People who speak for a body: several of them without names are unnamed sources, not a group of their own."""
_KNOWN_BODIES = frozenset(
    "polizei feuerwehr justiz regierung armee militär staatsanwaltschaft parlament bundesregierung "
    "rechnungshof zoll caritas diakonie heilsarmee küstenwache betriebsrat personalrat "
    "police government army military parliament navy prosecution defence judiciary".split()
)
"""Bodies that their bare noun names; it does not point back to another one."""
_NAMED_BEHIND = re.compile(r"(?:(?:die|der|das|the) )?(?P<name>[A-ZÄÖÜ][\w&.-]+(?: [A-ZÄÖÜ][\w&.-]*){0,3})")
"""A comma's addition that is nothing but a name: "the engine maker, Halden Turbines"."""
_ENGLISH_ADJECTIVE = re.compile(
    r"\w+(?:al|an|ar|ary|based|ed|ent|ern|ese|est|ful|ian|ible|able|ic|ier|ing|ish|ive|less|ous|er)|big|new|old|same|own"
    r"|two|three|small|large|major|young|main"
)
_PARTISANS = frozenset("democrat republican conservative liberal socialist".split())
_REPORTS = frozenset({"Bericht", "report"})
_STATE_BODIES = tuple(
    "regierung armee militär justiz polizei ministerium behörde botschaft parlament marine "
    "government army military police ministry parliament embassy navy".split()
)
"""Of these a state has one, so that its adjective names it."""


def described(phrase: Phrase, names: Names, language: Language) -> Mention:
    """The mention of whoever the phrase describes; heads that no list knows are left to `unknown_head`."""
    if any(word.lower().startswith(("sozial", "social")) for word in phrase.modifiers) and _NETWORKS.fullmatch(
        phrase.head
    ):
        name = nominative(phrase, find_role(phrase.head), language, plural=True)
        return Mention(Form.INDEFINITE, name, SourceClass.GROUP, plural=True, head=phrase.head)
    if _MEDIA.fullmatch(phrase.head):
        plural = not phrase.head.endswith(("bericht", "berichts"))
        name = nominative(phrase, find_role(phrase.head), language, plural=plural)
        return Mention(Form.INDEFINITE, name, SourceClass.OUTLET, plural=plural, head=phrase.head)
    if language is Language.ENGLISH:
        named = _behind_noun(phrase) or _of_people(phrase)
        if named is not None:
            return named
    role = _role(phrase.head, language)
    long_form = _long_form(phrase, names)
    if role is None or (long_form is not None and phrase.determiner not in INDEFINITE):
        return unknown_head(phrase, long_form or nominative(phrase, None, language, plural=False), language)
    if phrase.name and phrase.name[0][0].isupper() and phrase.determiner not in INDEFINITE:
        if role.number == "pl":  # "die Naturfreunde Wesenau"
            return Mention(Form.NAME, phrase.core, SourceClass.ORGANISATION, head=phrase.head)
        cls = _class_of(role, named=True)
        compound = cls is SourceClass.ORGANISATION and not _is_simple(phrase, role)
        name = phrase.core if compound else " ".join(phrase.name)  # "Imkerverband Ost", but "(die Gewerkschaft) Ost"
        return Mention(Form.NAME, name, cls, role.gender, head=phrase.head)
    called = _NAMED_BEHIND.fullmatch(phrase.apposition.partition(",")[0])
    if called and role.number != "pl" and role.cls in {RoleClass.ORGANISATION, RoleClass.PERSON}:
        cls = _class_of(role, named=True)
        return Mention(Form.NAME, called["name"], cls, role.gender, head=phrase.head)
    plural = _is_plural(phrase, role)
    name = nominative(phrase, role, language, plural=plural)
    definite = phrase.determiner in DEFINITE | POSSESSIVE or _possessed(phrase, names)
    form = Form.DEFINITE if definite else Form.INDEFINITE
    if plural and role.lemma in {"people", "Person", "person"} and phrase.tail:  # "people close to the cabinet"
        return Mention(form, name, SourceClass.UNNAMED, None, True, phrase.head)
    if plural:
        return Mention(form, name, _class_of_several(role, phrase), None, True, phrase.head)
    cls = _class_of(role)
    if cls is SourceClass.PERSON and not phrase.determiner:  # "Ministerin: …" in a headline
        return Mention(Form.DEFINITE, name, SourceClass.UNNAMED, role.gender, False, phrase.head)
    if cls is SourceClass.PERSON:  # a role without a name: whoever it is, here it stays unnamed
        generic = phrase.determiner in DEFINITE and not phrase.modifiers and not phrase.tail
        return Mention(form, name, SourceClass.UNNAMED, role.gender, False, phrase.head, generic)
    return Mention(form, name, cls, role.gender, False, phrase.head, _is_generic(phrase, role))


def _behind_noun(phrase: Phrase) -> Mention | None:
    """The name behind a noun for what it is: "the budget carrier Skylark Air"."""
    words = (*phrase.modifiers, phrase.head)
    small = [index for index, word in enumerate(words) if word[:1].islower()]
    role = find_role(words[small[-1]]) if small and small[-1] + 1 < len(words) else None
    if role is None or role.number == "pl" or phrase.determiner in INDEFINITE or role.language != Language.ENGLISH:
        return None
    name = " ".join(words[small[-1] + 1 :])
    cls = SourceClass.ORGANISATION if CAMEL.search(name) else _class_of(role, named=True)
    return Mention(Form.NAME, name, cls, None, head=role.lemma)


def _of_people(phrase: Phrase) -> Mention | None:
    """A body that is called by people: "Reporters Without Borders", "Safeguard Defenders"."""
    role = find_role(phrase.head)
    owner = phrase.modifiers[-1] if phrase.modifiers else ""
    if role is None or role.cls is not RoleClass.PERSON or role.number != "pl" or not phrase.head[:1].isupper():
        return None
    if not owner[:1].isupper() or find_state(owner) is not None or find_state(phrase.head) is not None:
        return None
    return None if role.lemma in _PARTISANS else Mention(Form.NAME, phrase.core, SourceClass.ORGANISATION)


def _role(word: str, language: Language) -> Role | None:
    """The role of a noun, read in the article's language where both have it ("Institute")."""
    role = find_role(word)
    if role is not None and role.language != language and language is Language.ENGLISH:
        return find_role(word.lower()) or role
    return role


def _possessed(phrase: Phrase, names: Names) -> bool:
    """Whether a name's genitive takes the article's place: "Bergs Sprecherin", "Sweden's minister"."""
    owner = phrase.modifiers[0] if phrase.modifiers and not phrase.determiner else ""
    genitive = owner[:1].isupper() and owner.endswith(("s", "'", "’")) and find_role(owner) is None
    return genitive or names.person(owner) is not None


def _is_generic(phrase: Phrase, role: Role) -> bool:
    """Whether the phrase describes without naming: a bare noun with small adjectives, "die finnische Organisation"."""
    if phrase.head.lower() in _KNOWN_BODIES:
        return False
    of_state = phrase.head.lower().endswith(_STATE_BODIES) and any(find_state(word) for word in phrase.modifiers)
    named = of_state or any(word[0].isupper() for word in phrase.modifiers) or _is_compound(phrase, role)
    return phrase.determiner in DEFINITE and not phrase.tail and not named and _is_simple(phrase, role)


def _is_compound(phrase: Phrase, role: Role) -> bool:
    """Whether an English noun before the head says which one: "the health department", not "the Finnish department"."""
    last = phrase.modifiers[-1] if phrase.modifiers and role.language == Language.ENGLISH else ""
    return bool(last) and _ENGLISH_ADJECTIVE.fullmatch(last) is None


def _is_plural(phrase: Phrase, role: Role) -> bool:
    """Number of the head; where its form leaves that open ("Ermittler"), the determiner or a following name tells."""
    if role.number is not None:
        return role.number == "pl" and phrase.determiner not in {"des", "eines"}  # "des Militärs"
    if role.gender is None and role.language == "de" and role.lemma.endswith("er"):  # "Forschende", "die Gelehrten"
        return phrase.determiner not in SINGULAR and not (phrase.determiner == "die" and phrase.head.endswith("e"))
    named = phrase.name and phrase.name[0][0].isupper()
    return not named and role.gender == "m" and phrase.determiner not in SINGULAR


def _is_simple(phrase: Phrase, role: Role) -> bool:
    """Whether the head is the bare noun, no compound: "das Ministerium", not "das Umweltministerium"."""
    noun = re.sub(r"^(?:non-profit|nichtregierungs|hilfs)-?", "", phrase.head.lower())
    return noun[:4] == role.lemma.lower()[:4]


def _class_of(role: Role, *, named: bool = False, plural: bool = False) -> SourceClass:
    cls = SourceClass(role.cls.value)
    if named and cls is SourceClass.UNNAMED:
        return SourceClass.PERSON
    if named and cls is SourceClass.GROUP:  # "das Land Tirol"
        return SourceClass.ORGANISATION
    if plural and cls is SourceClass.ORGANISATION and not _only_plural(role):
        return SourceClass.GROUP
    if plural and cls is SourceClass.PERSON:
        return SourceClass.UNNAMED if role.lemma.lower() in _ENVOYS else SourceClass.GROUP
    return cls


def _class_of_several(role: Role, phrase: Phrase) -> SourceClass:
    """The class of a plural. Reports of nobody are those of some outlets; "Kreise" are told by what they are made of,
    "Regierungskreise", or stay unnamed."""
    if role.lemma in _REPORTS and not phrase.tail:
        return SourceClass.OUTLET
    if role.lemma == "Kreise" and not _is_simple(phrase, role):
        return SourceClass.GROUP
    cls = _class_of(role, plural=True)
    few = phrase.modifiers[:1] and phrase.modifiers[0].lower() in COUNTS  # "zwei Diplomaten", "two former employees"
    return SourceClass.UNNAMED if few and cls is SourceClass.GROUP and role.cls is RoleClass.PERSON else cls


def _only_plural(role: Role) -> bool:
    """Whether a noun has no singular, so that its plural is one body ("Streitkräfte", "Stadtwerke")."""
    lemma = find_role(role.lemma)
    return lemma is not None and lemma.number == "pl"


def _long_form(phrase: Phrase, names: Names) -> str | None:
    """ "das IfW" and "das Institut für Wasserbau (IfW)" both give the long form with its abbreviation."""
    if phrase.head in names.long_forms:
        return names.long_forms[phrase.head]
    long_forms = [names.long_forms[word] for word in phrase.tail if word in names.long_forms]
    return next((form for form in long_forms if phrase.head in form.split()), None)
