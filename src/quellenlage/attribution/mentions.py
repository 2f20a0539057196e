"""What a source says of itself: the words of a source span, taken apart.

"EPI-Chefin Martina Weimert" names a person, "das Nachrichtenportal Nordblick" an outlet, "der Minister" points back,
"zwei Beamte im Umfeld" stays unnamed, "er" is a pronoun. Only the head of the phrase counts: "ein Sprecher von Anna
Berg" is a spokesman.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from quellenlage.attribution.inflection import nominative
from quellenlage.attribution.names import Names, Person, full_names
from quellenlage.attribution.phrases import DEFINITE, INDEFINITE, POSSESSIVE, Phrase, cut_phrase
from quellenlage.gazetteer import Role, find_outlet, find_role, find_state
from quellenlage.gazetteer.outlet_names import is_outlet_name
from quellenlage.model.statement import SourceClass
from quellenlage.model.text import Language


class Form(StrEnum):
    """How a mention refers: by pronoun, by name, by a definite description, or without naming anyone."""

    PRONOUN = "pronoun"
    NAME = "name"
    DEFINITE = "definite"
    INDEFINITE = "indefinite"


@dataclass(frozen=True, slots=True)
class Mention:
    """A source's words, taken apart.

    `name` is the phrase without its article, in the nominative where that can be told; `cls` its class as far as its
    words tell; `gender` "m", "f", "n" or None; `head` its head noun; `generic` is true where a definite head stands
    alone ("das Unternehmen") and so must point back to a name; `titles` are the roles that a person has in the article.
    """

    form: Form
    name: str
    cls: SourceClass
    gender: str | None = None
    plural: bool = False
    head: str = ""
    generic: bool = False
    titles: frozenset[str] = frozenset()


_MASCULINE = "er ihm ihn sein seine seiner seinen seinem seines dieser letzterer he him his himself"
_FEMININE = "sie ihr ihre ihrer ihren ihrem ihres letztere she her hers herself"
_NEUTER = "es dieses das it its"
_PLURAL = "ihnen beide wir uns unser unsere they them their we our us both"
_OPEN = "diese der die dem eigenen eigener eigene ich mir mich mein meine meiner darin i me my who which that"
_PRONOUNS: dict[str, tuple[str | None, bool]] = {
    word: (gender, plural)
    for words, gender, plural in (
        (_MASCULINE, "m", False),
        (_FEMININE, "f", False),
        (_NEUTER, "n", False),
        (_PLURAL, None, True),
        (_OPEN, None, False),
    )
    for word in words.split()
}
_SINGULAR_DETERMINERS = frozenset(
    "der dem des dieser diesem dieses jener ein eine einer einem einen eines kein keine keiner sein seinem "
    "seines ihr ihrem ihres unser unserem a an another the this that".split()
)
_PERSON_NOUN = re.compile(
    r"[\w-]*(?:[a-zäöüß](?:er|erin|loge|login|ist|istin|ant|antin|ent|entin|eur|eurin|or|orin)|[Jj]ährige[rn]?)"
)
"""Endings of German nouns for people; they decide only after a singular article and where no list knows the noun."""
_FEMININE_NOUN = re.compile(r"[\w-]*[a-zäöüß]{3}in")
_ENGLISH_PERSON = re.compile(r"[a-z-]+(?:er|or|ant|ent|ist|ian|man|woman|ee|old)")
_ONE = frozenset("ein eine einer einem einen eines a an one".split())
_GROUP_WORDS = frozenset(
    "viele einige manche mehrere andere alle man teil teile hälfte many some others several most everyone".split()
)
_NAME_ONLY = re.compile(r"(?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )?[A-ZÄÖÜ][\w’'-]+(?: [A-ZÄÖÜ][\w’'-]+){1,2}(?=,|$)")
_JOINT = re.compile(r",? *(?:und|and|sowie)? *")
_MEDIA = re.compile(r"(?:[\w-]*[Mm]edien(?:berichte?n?|berichts)?|media)")
_ENVOYS = frozenset(
    "vertreter vertreterin beamter beamtin sprecher sprecherin diplomat diplomatin mitarbeiter offizieller "
    "spokesman spokeswoman spokesperson representative aide official diplomat".split()
)
"""People who speak for a body: several of them without names are unnamed sources, not a group of their own."""
_KNOWN_BODIES = frozenset(
    "polizei feuerwehr justiz regierung armee militär staatsanwaltschaft parlament bundesregierung "
    "police government army military parliament navy".split()
)
"""Bodies that their bare noun names; it does not point back to another one."""
_STATE_BODIES = (
    *(
        "regierung",
        "armee",
        "militär",
        "justiz",
        "polizei",
        "ministerium",
        "behörde",
        "botschaft",
        "parlament",
        "marine",
    ),
    *("government", "army", "military", "police", "ministry", "parliament", "embassy", "navy"),
)
"""Of these a state has one, so that its adjective names it."""
_SUBJECTS = frozenset("er sie ich wir he she they".split())
_TRIM = " \t\n„“”\"»«‚‘’'›‹.,:;"


_SAYING = "Angaben|Einschätzung|Einschätzungen|Schätzungen|Darstellung|Aussagen|Worten|Auskunft|Ansicht|Informationen"
_SAYINGS_OF = re.compile(
    rf"(?:(?P<short>[\w.]+)-(?:{_SAYING})|(?:{_SAYING}) (?P<long>(?:des|der|einer|eines|von|vom|mehrerer|zweier) .+))"
)
_ONE_OF = re.compile(r"(?:[Ee]ine[rs]?|[Oo]ne|[Bb]oth|[Tt]wo) (?:der|dieser|of the|of them|of these)\b.*")


def parse_mention(text: str, names: Names, language: Language) -> Mention:
    """Take a source's words apart with what the article itself introduces (`names`)."""
    bare = text.strip(_TRIM)
    if bare.lower() in _PRONOUNS and not (len(bare) > 1 and bare.isupper()):  # "US" is no pronoun
        gender, plural = _PRONOUNS[bare.lower()]
        return Mention(Form.PRONOUN, bare, SourceClass.PERSON, gender, plural, bare.lower())
    first, _, more = bare.partition(" ")
    if first.lower() in _SUBJECTS and more.startswith(
        ("der ", "dem ", "the ")
    ):  # "er der Zeitung": the speaker and whom he told it
        return parse_mention(first, names, language)
    if language is Language.GERMAN and _ONE_OF.fullmatch(bare):  # "einer der beiden"
        return Mention(Form.INDEFINITE, bare, SourceClass.UNNAMED, head=bare)
    prefix = _SAYINGS_OF.fullmatch(bare)
    if prefix:  # "US-Angaben", "Angaben einer Sprecherin": whose they are
        return parse_mention(prefix["short"] or prefix["long"], names, language)
    phrase = cut_phrase(bare, language)
    return (
        _people(bare, phrase, names)
        or _outlet(bare, phrase, names)
        or _state(phrase, language)
        or _described(phrase, names, language)
    )


def _people(bare: str, phrase: Phrase, names: Names) -> Mention | None:
    """One or several people named at the head of the phrase or as its apposition."""
    found = _head_people(bare, phrase, names)
    if not found:
        return None
    if len(found) > 1:
        joint = (" und " if re.search(r"\bund\b", bare) else " and ").join(person.name for person in found)
        return Mention(Form.NAME, joint, SourceClass.PERSON, None, True)
    person = found[0]
    joint = _with_others(bare, person)
    if joint:
        return Mention(Form.NAME, joint, SourceClass.GROUP, None, True)
    gender = None if person.gender == "u" else person.gender
    return Mention(Form.NAME, person.name, SourceClass.PERSON, gender, titles=person.titles)


def _with_others(bare: str, person: Person) -> str:
    """ "Berg und ihre Berater" speak as a group, under the person's full name; "" where the person speaks alone."""
    parts = re.split(r"\s+(?:und|and)\s+", bare)
    if len(parts) != 2 or not parts[0].endswith((person.surname, person.name)) or "," in parts[0]:
        return ""
    return bare.replace(parts[0], person.name, 1)


def _head_people(bare: str, phrase: Phrase, names: Names) -> list[Person]:
    limit = min(position for position in (_tail_start(bare, phrase), _comma(bare)) if position >= 0)
    found: list[Person] = []
    last = -1
    for start, end, person in full_names(bare):
        joined = last >= 0 and _JOINT.fullmatch(bare[last:start])
        apart = last < 0 and _is_apposition(bare, start, end, phrase)
        if (start < limit or joined or apart) and not bare[end:].startswith(("'s", "’s")):
            found.append(names.person(person.name) or person)
            last = end
    if found:
        return found
    appended = _NAME_ONLY.match(phrase.apposition)
    head = find_role(phrase.head)
    if appended and head is not None and head.cls.value == "person":  # "his barrister, Moira Silvestri"
        return [names.person(appended.group()) or Person(appended.group(), "", appended.group().split()[-1], "u")]
    words = [word for word in (phrase.head, *phrase.name) if word[:1].isupper()]
    known = names.person(" ".join(words)) if words else None
    bearer = names.person(words[-1]) if words and known is None else known
    return [bearer] if bearer is not None and phrase.determiner not in INDEFINITE else []


def _tail_start(bare: str, phrase: Phrase) -> int:
    return bare.find(phrase.tail[0]) if phrase.tail else len(bare)


def _comma(bare: str) -> int:
    return bare.find(",") if "," in bare else len(bare)


def _is_apposition(bare: str, start: int, end: int, phrase: Phrase) -> bool:
    return bool(phrase.apposition) and bare[:start].rstrip().endswith(",") and bare[end:].lstrip()[:1] in {"", ","}


def _outlet(bare: str, phrase: Phrase, names: Names) -> Mention | None:
    """An outlet by name, or by what follows a noun for outlets ("das Portal Nordblick", "der Sender „Südwelle“")."""
    if phrase.determiner in INDEFINITE:
        return None
    nouns = [i for i, word in enumerate(phrase.modifiers) if word.islower() and _is_outlet_noun(word)]
    behind = " ".join((*phrase.modifiers[nouns[-1] + 1 :], phrase.head)) if nouns else ""
    if behind[:1].isupper():  # "the daily Harbour Courant"
        return Mention(Form.NAME, behind, SourceClass.OUTLET)
    for text in (_without_article(bare), phrase.full, phrase.core, " ".join(phrase.name)):
        name = text.strip(_TRIM)
        known = find_outlet(name) if name else None
        if known is not None:
            return Mention(Form.NAME, _uninflected(name, (known.name, *known.aliases)), SourceClass.OUTLET)
        longer = names.outlet(name) if name else None
        if name and (longer is not None or name in names.outlets or is_outlet_name(name)):
            return Mention(Form.NAME, longer or name, SourceClass.OUTLET)
    return None


def _uninflected(name: str, forms: Iterable[str]) -> str:
    """The form of an outlet's name that `name` inflects ("der Deutschen Presse-Agentur"), else `name` itself."""
    return next((form for form in forms if _stem(form) == _stem(name)), name)


def _stem(name: str) -> str:
    return re.sub(r"(?<=\w{3})(?:e[nrms]?|s)\b", "", name)


def _is_outlet_noun(word: str) -> bool:
    role = find_role(word)
    return word in {"daily", "weekly"} or (role is not None and role.cls.value == "outlet")


def _without_article(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest.strip(_TRIM) if rest and first.lower() in DEFINITE | INDEFINITE else text


def _state(phrase: Phrase, language: Language) -> Mention | None:
    """A state by name, or by the adjective that a cue like "US-Angaben" leaves of it; "die Amerikaner" are a group."""
    state = find_state(phrase.core)
    if state is None:
        return None
    named = phrase.core[:1].isupper() and find_role(phrase.core) is None
    name = phrase.core if named else (state.name_de if language is Language.GERMAN else state.name_en)
    if name == "US" and language is Language.GERMAN:  # left over from "US-Angaben"
        name = "USA"
    return Mention(Form.NAME, name, SourceClass.ORGANISATION, "n")


def _described(phrase: Phrase, names: Names, language: Language) -> Mention:
    if _MEDIA.fullmatch(phrase.head):
        name = nominative(phrase, find_role(phrase.head), language, plural=True)
        return Mention(Form.INDEFINITE, name, SourceClass.OUTLET, plural=True, head=phrase.head)
    role = _role(phrase.head, language)
    long_form = _long_form(phrase, names)
    if role is None or (long_form is not None and phrase.determiner not in INDEFINITE):
        return _unknown_head(phrase, long_form or nominative(phrase, None, language, plural=False), language)
    if phrase.name and phrase.name[0][0].isupper() and phrase.determiner not in INDEFINITE:
        if role.number == "pl":  # "die Naturfreunde Wesenau"
            return Mention(Form.NAME, phrase.core, SourceClass.ORGANISATION, head=phrase.head)
        cls = _class_of(role, named=True)
        compound = cls is SourceClass.ORGANISATION and not _is_simple(phrase, role)
        name = (
            phrase.core if compound else " ".join(phrase.name)
        )  # "Imkerverband Lemstal", but "(die Gewerkschaft) Ost"
        return Mention(Form.NAME, name, cls, role.gender, head=phrase.head)
    plural = _is_plural(phrase, role)
    name = nominative(phrase, role, language, plural=plural)
    definite = phrase.determiner in DEFINITE | POSSESSIVE or _possessed(phrase, names)
    form = Form.DEFINITE if definite else Form.INDEFINITE
    if plural and role.lemma in {"people", "Person", "person"} and phrase.tail:  # "people close to the cabinet"
        return Mention(form, name, SourceClass.UNNAMED, None, True, phrase.head)
    if plural:
        return Mention(form, name, _class_of(role, plural=True), None, True, phrase.head)
    cls = _class_of(role)
    if cls is SourceClass.PERSON and not phrase.determiner:  # "Ministerin: …" in a headline
        return Mention(Form.DEFINITE, name, SourceClass.UNNAMED, role.gender, False, phrase.head)
    if cls is SourceClass.PERSON:  # a role without a name: whoever it is, here it stays unnamed
        generic = phrase.determiner in DEFINITE and not phrase.modifiers and not phrase.tail
        return Mention(form, name, SourceClass.UNNAMED, role.gender, False, phrase.head, generic)
    return Mention(form, name, cls, role.gender, False, phrase.head, _is_generic(phrase, role))


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
    named = of_state or any(word[0].isupper() for word in phrase.modifiers)
    return phrase.determiner in DEFINITE and not phrase.tail and not named and _is_simple(phrase, role)


def _is_plural(phrase: Phrase, role: Role) -> bool:
    """Number of the head; where its form leaves that open ("Ermittler"), the determiner or a following name tells."""
    if role.number is not None:
        return role.number == "pl"
    return not phrase.name and role.gender == "m" and phrase.determiner not in _SINGULAR_DETERMINERS


def _is_simple(phrase: Phrase, role: Role) -> bool:
    """Whether the head is the bare noun, no compound: "das Ministerium", not "das Umweltministerium"."""
    noun = re.sub(r"^(?:non-profit|nichtregierungs|hilfs)-?", "", phrase.head.lower())
    return noun[:4] == role.lemma.lower()[:4]


def _unknown_head(phrase: Phrase, name: str, language: Language) -> Mention:
    """A head that no list knows: a role by its ending, a proper name, or after an indefinite article nobody known."""
    determined = phrase.determiner in _SINGULAR_DETERMINERS or phrase.determiner == "die"
    person = _person_ending(phrase, language)
    if person and phrase.name and phrase.determiner not in INDEFINITE:  # "der Rapper Nachtschatten"
        return Mention(Form.NAME, " ".join(phrase.name), SourceClass.PERSON, None, head=phrase.head)
    if person and determined:
        definite = phrase.determiner in DEFINITE | POSSESSIVE
        form = Form.DEFINITE if definite else Form.INDEFINITE
        gender = None if person == "u" else person
        return Mention(form, name, SourceClass.UNNAMED, gender, False, phrase.head, definite and not phrase.tail)
    if language is Language.GERMAN and _is_plural_people(phrase):
        form = Form.DEFINITE if phrase.determiner else Form.INDEFINITE
        return Mention(form, name, SourceClass.GROUP, plural=True, head=phrase.head)
    if phrase.determiner in _ONE and phrase.head.lower() not in _GROUP_WORDS:
        return Mention(Form.INDEFINITE, name, SourceClass.DOCUMENT, head=phrase.head)
    if phrase.determiner in INDEFINITE or phrase.head[:1].islower() or phrase.head.lower() in _GROUP_WORDS:
        return Mention(Form.INDEFINITE, name, SourceClass.GROUP, plural=not determined, head=phrase.head)
    return Mention(Form.NAME, name, SourceClass.ORGANISATION, head=phrase.head)


def _person_ending(phrase: Phrase, language: Language) -> str | None:
    """Gender ("m", "f" or "u") where the ending of an unknown head speaks for a person, else None."""
    if language is Language.ENGLISH:
        return "u" if phrase.head[:1].islower() and _ENGLISH_PERSON.fullmatch(phrase.head) else None
    if phrase.determiner in {"eine", "einer", "die", "der"} and _FEMININE_NOUN.fullmatch(phrase.head):
        return "f"
    if not _PERSON_NOUN.fullmatch(phrase.head) or phrase.determiner == "die":
        return None
    return "u" if phrase.head.endswith("e") else "m"


def _is_plural_people(phrase: Phrase) -> bool:
    """ "die Demoskopen", "Mitarbeitende": people by the plural of an unknown noun."""
    if phrase.determiner in {"die", "den"}:
        return phrase.head.endswith(("en", "innen")) and not phrase.name
    return not phrase.determiner and phrase.head.endswith("ende")


def _class_of(role: Role, *, named: bool = False, plural: bool = False) -> SourceClass:
    cls = SourceClass(role.cls.value)
    if named and cls is SourceClass.UNNAMED:
        return SourceClass.PERSON
    if named and cls is SourceClass.GROUP:  # "das Land Tirol"
        return SourceClass.ORGANISATION
    if plural and cls is SourceClass.ORGANISATION:
        return SourceClass.GROUP
    if plural and cls is SourceClass.PERSON:
        return SourceClass.UNNAMED if role.lemma.lower() in _ENVOYS else SourceClass.GROUP
    return cls


def _long_form(phrase: Phrase, names: Names) -> str | None:
    """ "das IfW" and "das Institut für Wasserbau (IfW)" both give the long form with its abbreviation."""
    if phrase.head in names.long_forms:
        return names.long_forms[phrase.head]
    long_forms = [names.long_forms[word] for word in phrase.tail if word in names.long_forms]
    return next((form for form in long_forms if phrase.head in form.split()), None)
