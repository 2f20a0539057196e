"""Agency credits and picture credits: who else's text or picture this is.

News agencies are credited in a handful of shapes: a line of its own at the end ("sak/Reuters", "mit Material von dpa"),
a bracket behind the last sentence ("… (dpa)"), a dateline before the first ("BERLIN (AP) —").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from quellenlage.gazetteer import Gazetteer, Outlet, OutletKind, find_outlet, in_use

_SHORT = 4
_WORDS = re.compile(r"\w+")
_LONGEST_CREDIT_LINE = 120
_LONGEST_PICTURE_CREDIT = 70
_PARTS = re.compile(r"\s*(?:/|,|;|\||·|•|\+|&|\bund\b|\band\b|:)\s*")
_EDGES = " \t.()[]–—-©*„“\"'"
_LEAD = re.compile(
    r"^(?:quellen?|source|text|agenturen?|material|mit|with|from|von|by|der|des|the|dem|den|und|and|also|auch|sowie"
    r"|agentur(?:en)?|agency|reporting|additional|weiterem|zusätzlichem|agenturmaterial|inhalten?|informationen"
    r"|meldungen?"
    r"|nachrichtenagentur(?:en)?|newswires?|wires?|contributed|to|this|report|beiträgen|deutsche[rn]?"
    r"|bearbeitet)\b[:\s]*",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s+(?:contributed(?: to this report)?|agency|erstellt|verwendet|entstanden|verfasst)\.?$", re.IGNORECASE
)
_INITIALS = re.compile(r"^[a-zäöü]{1,6}\d?$|^[A-ZÄÖÜ][a-zäöü]?[A-ZÄÖÜ]?$")
_DOMAIN = re.compile(r"^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}$", re.IGNORECASE)
_SERIAL = re.compile(r"^©?\s*(dpa)(?:-[a-z]+)?\s*,\s*dpa:\d[\d\-/]*$", re.IGNORECASE)
_DIVISION = re.compile(r"^([A-Za-z]{2,5})-(?:infocom|custom|international|com|infografik)\b", re.IGNORECASE)
_ANY_AGENCY = re.compile(
    r"^(?:mit\s+)?(?:agenturmaterial|material von (?:nachrichten)?agenturen|agenturen|nachrichtenagenturen)\.?$",
    re.IGNORECASE,
)
_BRACKET_AT_END = re.compile(r"[.!?…\"“”«»'’]\s*[(\[]([^()\[\]]{2,60})[)\]]\s*\.?$")
_SLASHED_AT_END = re.compile(r"[.!?…\"“”«»]\s+((?:[a-zäöü]{2,5}\d?/)*[A-Za-z-]{2,12}(?:/[A-Za-zäöü]{2,12})*)\s*\.?$")
_DATELINE = re.compile(
    r"^(?:[A-ZÄÖÜ][\w.'’\-]+(?:[ /,]+[\w.'’\-]+){0,6}[,.]?\s+)?\(([A-Za-z][\w/ ,.-]{1,40})\)\s*(?:[-–—:.]"
    r"|\s(?=[A-ZÄÖÜ]))"
)

_REPORTING = re.compile(
    r"^\W*(?:additional reporting|reporting|writing|editing|edited|compiled|with reporting)(?: and (?:writing"
    r"|editing))? (?:by|from)\b",
    re.IGNORECASE,
)
_PICTURE_LEAD = re.compile(
    r"^\W*(?:©|\(c\)\s|(?:foto|fotos|photo|photos|photograph|photography|bild|bilder|picture|pictures|image|images"
    r"|bildquelle"
    r"|bildnachweis|fotograf(?:in)?|fotomontage|montage|collage|grafik|graphic|illustration|illustrationen|video"
    r"|credit|quelle"
    r"|symbolbild|symbolfoto|rechte|copyright|screenshot|karte|infografik|archivbild)(?:\s+(?:by|von|credit))?\s*[:©|]"
    r"|(?:photo|picture|image|photograph|illustration)\s+by\s)",
    re.IGNORECASE,
)
_PICTURE_TAIL = re.compile(
    r"(?:^|\s)[(\[]?\s*(?:(?:symbol|archiv)?(?:fotos?|photos?|bild(?:er|rechte|quelle|nachweis)?|pictures?|images?"
    r"|credits?|copyright|quelle)"
    r"\s*:|©|\(c\)|(?:ap|afp|reuters) photo/)\s*(?:[^.!?:]|\.(?=\S)|:(?=\s?\w)){2,80}[)\]]?\.?$",
    re.IGNORECASE,
)
_SIGNED_TAIL = re.compile(r"[.!?…]\s*((?:[A-ZÄÖÜ][\w.'’-]*\s?){1,4}/\s?[\w ./-]{2,40})$")
_PICTURE_PART = re.compile(r"\s*(?:/|\||,|\bvia\b|\bfor\b)\s*", re.IGNORECASE)
_PICTURE_HOUSE = re.compile(
    r"getty\s*images|picture[\s-]alliance|shutterstock|istock|imago\b|alamy|adobe\s*stock|unsplash|pixabay|pexels"
    r"|\bepa\b|zuma\s*press"
    r"|ullstein|laif\b|photothek|\bcolourbox|depositphotos|wikimedia|mauritius images|action press|\bddp\b|nurphoto"
    r"|anadolu",
    re.IGNORECASE,
)
_PERSON = re.compile(r"^[A-ZÄÖÜ][\w.'’-]*(?:\s(?:[A-ZÄÖÜ][\w.'’-]*|von|van|de|der)){1,3}$")
_SENTENCE = re.compile(r"(?<!\b[A-ZÄÖÜ])[.!?…]\s+\S|[a-zäöüß]{2}[.!?]$")  # an initial ends no sentence


def short_name(outlet: Outlet) -> str:
    """The name an agency is credited by: "dpa" for Deutsche Presse-Agentur."""
    first = outlet.aliases[0] if outlet.aliases else outlet.name
    return first if len(first) <= _SHORT < len(outlet.name) else outlet.name


def agency(name: str) -> str | None:
    """The short name of the news agency that `name` names, or None."""
    return _agency(in_use(), name)


@lru_cache(maxsize=4_096)
def _agency(gazetteer: Gazetteer, name: str) -> str | None:
    name = name.strip(_EDGES)
    if not name:
        return None
    division = _DIVISION.match(name)
    outlet = gazetteer.find_outlet(division.group(1) if division else name)
    return short_name(outlet) if outlet is not None and outlet.kind is OutletKind.AGENCY else None


@cache
def _agency_words(gazetteer: Gazetteer) -> frozenset[str]:
    """The words that names of agencies are made of: a line without any of them needs no closer look."""
    names = (name for outlet in gazetteer.agencies() for name in (outlet.name, *outlet.aliases))
    return frozenset(word.lower() for name in names for word in _WORDS.findall(name)) | {
        "agenturmaterial",
        "agenturen",
        "nachrichtenagenturen",
    }


def _names_agency(text: str) -> bool:
    return not _agency_words(in_use()).isdisjoint(word.lower() for word in _WORDS.findall(text))


def credited_by(line: str) -> tuple[str, ...] | None:
    """The agencies of a line that is nothing but an agency credit; empty for one that names none ("Mit
    Agenturmaterial"),
    None where the line is something else."""
    text = line.strip(_EDGES + "\n")
    if not 2 <= len(text) <= _LONGEST_CREDIT_LINE or not _names_agency(text):
        return None
    if _ANY_AGENCY.match(text):
        return ()
    serial = _SERIAL.match(text)
    if serial:
        return (serial.group(1).lower(),)
    found: list[str] = []
    for part in _PARTS.split(_TAIL.sub("", text)):
        bare = _without_lead(part)
        name = agency(bare)
        if name:
            found.append(name)
        elif bare and not (_INITIALS.match(bare) or _DOMAIN.match(bare) or find_outlet(bare)):
            return None
    return tuple(dict.fromkeys(found)) or None


def credited_in(paragraph: str, *, first: bool, last: bool) -> tuple[str, ...]:
    """Agencies credited inside a paragraph: in a dateline where it is the first one, behind the last sentence
    anywhere."""
    found: list[str] = []
    if first:
        dateline = _DATELINE.match(paragraph)
        if dateline:
            found.extend(_agencies(dateline.group(1)))
    tail = _BRACKET_AT_END.search(paragraph) or (_SLASHED_AT_END.search(paragraph) if last else None)
    if tail:
        found.extend(credited_by(tail.group(1)) or ())
    return tuple(dict.fromkeys(found))


def is_reporting_credit(line: str) -> bool:
    """Whether a line names those who worked on the text: "(Reporting by …; Editing by …)"."""
    return len(line) < 2 * _LONGEST_CREDIT_LINE and bool(_REPORTING.match(line))


def is_picture_credit(line: str) -> bool:
    """Whether a line is nothing but a picture's credit: "© AFP/…", "Foto: …", "… via Getty Images"."""
    if len(line) > _LONGEST_CREDIT_LINE:
        return False
    if _PICTURE_LEAD.match(line):
        return not _SENTENCE.search(line) or line.lstrip().startswith("©")
    return bool(_PICTURE_HOUSE.search(line)) and not _SENTENCE.search(line) and len(line.split()) <= 10


def is_credit_of_picture(line: str) -> bool:
    """The same for a line known to belong to a picture, where a name and an agency are enough: "Anna Ahorn/dpa"."""
    if is_picture_credit(line):
        return True
    if len(line) > _LONGEST_PICTURE_CREDIT or _SENTENCE.search(line):
        return False
    parts = [part.removesuffix(" Photo").removesuffix(" Wire") for part in _PICTURE_PART.split(line.strip(_EDGES))]
    return any(agency(part) or _PICTURE_HOUSE.search(part) for part in parts)


def picture_credit_at_end(text: str) -> int | None:
    """Where the credit begins that a caption runs on into ("A view of the port. Photo: Anna Ahorn"), or None."""
    signed = _SIGNED_TAIL.search(text)
    if signed and is_credit_of_picture(signed.group(1)):
        return signed.start(1)
    found = _PICTURE_TAIL.search(text)
    return found.start() + len(found.group()) - len(found.group().lstrip()) if found else None


def signed_by(line: str) -> tuple[str, ...]:
    """The agencies of a line that lists authors and their agency: "Anna Ahorn und Ben Birke, dpa"."""
    if len(line) > _LONGEST_CREDIT_LINE or not _names_agency(line):
        return ()
    parts = [part for part in _PARTS.split(_LEAD.sub("", line.strip(_EDGES))) if part]
    names = [agency(part) for part in parts]
    people = [part for part, name in zip(parts, names, strict=True) if name is None]
    return tuple(dict.fromkeys(filter(None, names))) if all(map(_PERSON.match, people)) else ()


def _agencies(text: str) -> Iterator[str]:
    for part in _PARTS.split(text):
        name = agency(_without_lead(part))
        if name:
            yield name


def _without_lead(part: str) -> str:
    bare = part.strip(_EDGES)
    while True:
        shorter = _LEAD.sub("", bare, count=1).strip(_EDGES)
        if shorter == bare or not shorter:
            # A lone lead word ("mit") is no name; one that is an agency itself ("AP") never matches the lead.
            return "" if shorter != bare else bare
        if agency(bare):
            return bare
        bare = shorter


def merged(groups: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """All names of `groups`, each once, in order."""
    return tuple(dict.fromkeys(name for group in groups for name in group))
