"""Papers: the document on whose strength something is said, after the words of its article."""

from __future__ import annotations

import re
from collections.abc import Callable

from quellenlage.gazetteer import RoleClass, find_role
from quellenlage.linking.institutions import UNKNOWN, Institution, institution
from quellenlage.linking.names import words_of
from quellenlage.linking.sentences import paragraph_until, sentence_around
from quellenlage.model.statement import Reading, SourceClass, Statement
from quellenlage.model.text import BlockKind

_OF = r"(?: (?:von|des|der|vom|of|by)(?: the| dem| der)?(?: [A-ZÄÖÜ&][^\s,.;:]*)+)?"
_AUTHOR = re.compile(_OF)
_PHRASE = rf"(?P<phrase>(?:[a-zäöüß]\S* )?(?P<noun>[\w-]+){_OF})"
_ARTICLE = r"(?:de[mrns]|die|das|eine[mrs]?|ein|diese[mrs]?|the|an?|this)"
_LEANS_ON = re.compile(
    r"(?:(?P<within>[Ii]m|[Ii]n (?:dem|einem|seinem|ihrem|the|an?|its)|[Ll]aut(?: dem| einem)?|[Nn]ach (?:dem|einem)"
    rf"|[Aa]ccording to (?:the|an?))|[Tt]he|[Dd]as|[Dd]er|[Dd]ie) {_PHRASE}"
    r"(?=,? (?:(?P<says>steh|stand|heiß|hieß|nenn|says|said|states|stated|found|warned)|habe|hat|hatte|sei|werde))"
)
_IT = re.compile(r"it|es|sie|er", re.IGNORECASE)
_NEUTER = re.compile(r"(?:it|es)\b", re.IGNORECASE)
_IT_SAYS = re.compile(
    r"(?:It|Es|Sie|Er|Darin|Dort|Da) "
    r"(?:spoke|speaks|says|said|states|stated|warns|warned|puts|calls|spricht|sprach|heißt|hieß|steht|stand)\b"
)
_THERE = re.compile(  # points at what the sentence before has named
    r"(?:Demnach|Darin|Hierin)\b|(?:Danach|Dort) (?:heißt|hieß|steht|stand)\b|[^:,;]*\bdemnach\b"
    r"|[^:]*\b(?:heißt|hieß|steht|stand) (?:es )?(?:da|dort|darin|weiter|ferner)\b"
)
_IT_RECORDS = re.compile(r"(?:^|, |\u2013 )it (?:records|reads|notes|states|says|shows|adds)\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:wird|wurde|werde|werden|wurden|is|was|are|were)\b")
_WRITES = re.compile(r"schreib|schrieb|writes|wrote", re.IGNORECASE)
_IN_IT = re.compile(
    r"\b(?:darin|in (?:dem|diesem|seinem|ihrem) (?:Schreiben|Brief|Papier)|in it|in the (?:letter|memo|email))\b"
)
_AFTER_PAPER = re.compile(r"(?:[Nn]ach|[Ll]aut|[Gg]emäß|[Aa]ccording to)(?: \w+)*? (?P<noun>[A-ZÄÖÜ][\w-]+|\w+)$")
_READS = re.compile(
    r"\b(?:las|liest|lasen|zitier\w+|trug|trägt|hielt|hält|verlas|verliest|read(?:s|ing)?|quot(?:es?|ed|ing))\b"
)
_FROM_IT = re.compile(r"\b(?:daraus|from it)\b")
_ON_PAGE = re.compile(r"\b(?:auf Seite (?!de[rs]\b)|on page )\w", re.IGNORECASE)
# What follows leads to a noun phrase, in which the document stands.
_FROM = re.compile(rf"\b(?:[Aa]us|[Ff]rom) {_ARTICLE} ")
_HELD_UP = re.compile(
    r"\b(?:(?:hält|hielt|hebt|hob) (?=[^.;:]* (?:hoch|in die Höhe|in die Kamera|entgegen|empor)\b)"
    rf"|(?:schwenkte?|holding up|holds up|held up|wav(?:es?|ed|ing)|brandish\w+) ){_ARTICLE} "
)
_STANDS_THERE = re.compile(  # in the same sentence, or in the next one, which points back
    r"\b(?:(?:So|Das|Dies) (?:steht|stand|heißt|hieß|geht|ging|ergibt)\b[^.;,]*?|nachzulesen|festgehalten|vermerkt"
    r"|, (?:steht|stand|heißt es|hieß es|so steht es)) "
    rf"(?:im|in {_ARTICLE}|aus {_ARTICLE}|auf {_ARTICLE}) (?![^.;]*\b(?:nichts?|kein\w*)\b)"
)
_BY_PAPER = re.compile(
    rf"\b(?:[Nn]ach {_ARTICLE} |(?:[Ll]aut|[Gg]emäß|[Aa]usweislich|[Aa]ccording to) (?:{_ARTICLE} )?)"
)
_IN_PAPER = re.compile(
    rf"\b[Ii]n {_ARTICLE} (?=[^.;]* (?:seen|obtained|reviewed|viewed|heard|read|vorlieg\w+|einsehen|eingesehen)\b)"
)
_IN_THEIR = re.compile(rf"\b[Ii]n (?:{_ARTICLE}|(?:ihre|seine)[mr]|their|its|his|her) ")
_IMPERSONAL = re.compile(r"\bh(?:eiß|ieß)t? es|\bit (?:says|said|reads)\b", re.IGNORECASE)
_NAMELESS = frozenset({SourceClass.GROUP, SourceClass.UNNAMED, SourceClass.NONE})
_IN = re.compile(rf"\b(?:[Ii]m|[Ii]n {_ARTICLE}) ")
_WORD = re.compile(r"[\w'’-]+")
_BEFORE_NOUN = 3  # words
_ENDS = re.compile(  # a noun phrase, or make it somebody's
    r"(?:sein|ihr|unser)(?:e[mnrs]?)?|his|her|their|its|our|at|in|on|of|to|for|für|auf|an|aus|mit|vor|zu", re.IGNORECASE
)

_PAPER_BEHIND = re.compile(rf"\b[Dd]e[mrn] {_PHRASE} (?:zufolge|nach)\b")
_SPOKEN = frozenset(  # what somebody says, though it may be on paper
    "Angabe Antwort Auskunft Aussage Aussendung Beitrag Bekunden Darstellung Einschätzung Erkenntnis Erklärung "
    "Information Interview Meldung Mitteilung Prognose Schilderung Stellungnahme Wort statement interview assessment "
    "announcement answer account".split()
)
_VOICES = frozenset(  # of these the ones by which a body speaks for itself
    "Angabe Auskunft Aussendung Darstellung Erklärung Mitteilung Stellungnahme statement announcement".split()
)
_OWN = re.compile(r"\b(?:eigene\w?|own)\b")  # "nach einer eigenen Umfrage" is the word of whoever asked
_HAPPENS = frozenset(  # "nach" may stand before them for the time
    "Antrag Anklage Abkommen Artikel Aufruf Beschluss Klage Messung Post Recherche Resolution Tweet Untersuchung "
    "Urteil Verordnung Vertrag".split()
)
_PAPERS = frozenset({"paper", "papers", "Papier"})  # no newspapers here
_NOUN = re.compile(r"(?<!\w)(?:[a-zäöüß-]+ )?(?P<noun>[A-Za-zÄÖÜäöüß-]{4,})")


def is_paper(noun: str) -> bool:
    """Whether a noun is one for a document ("Gutachten", "filing")."""
    role = find_role(noun)
    return role is not None and role.cls is RoleClass.DOCUMENT


def is_voice(name: str) -> bool:
    """Whether what is named as a document is only what somebody says of his own accord ("the same statement")."""
    role = next((found for found in map(find_role, words_of(name)) if found is not None), None)
    return _OWN.search(name) is not None or (role is not None and role.lemma in _VOICES)


def document_behind(statement: Statement, reading: Reading | None) -> str:
    """The document on whose strength something is said: that on which the content itself leans ("Im Gutachten von …
    habe gestanden", "It says the …"), from which somebody reads it out or which somebody holds up, or for which a
    pronoun or an adverb stands; "" where there is none."""
    inside = _leant_on(statement) or _after_cue(statement)
    if inside or reading is None:
        return inside
    around = sentence_around(statement, reading)
    outside = _outside(statement, around)
    return (
        _written_there(statement, reading, outside)
        or _said_in(statement, outside)
        or _read_out(statement, reading, around, outside)
        or _told_beside(statement, around)
        or _pointed_at(statement, reading, around, outside)
    )


def _leant_on(statement: Statement) -> str:
    """That on which the content leans in its own words."""
    content = _content(statement)
    match = _LEANS_ON.match(content)
    speaks = match is not None and bool(match["within"] or match["says"])  # "the report was doctored" is told of it
    return match["phrase"] if match and speaks and is_paper(match["noun"]) else ""


def _after_cue(statement: Statement) -> str:
    """That after which a cue tells ("nach dem Bericht der …")."""
    source = " ".join(span.text for span in statement.attribution.source)
    for span in statement.attribution.cue:
        cited = _AFTER_PAPER.match(span.text)
        if cited and _is_written(cited["noun"]):
            return f"{cited['noun']} {source}".strip()
    return ""


def _written_there(statement: Statement, reading: Reading, outside: str) -> str:
    """The one named last where somebody wrote in it."""
    writes = any(_WRITES.match(span.text) for span in statement.attribution.cue)
    there = writes and _IN_IT.search(outside)
    return _last(paragraph_until(statement, reading)) if there else ""


def _said_in(statement: Statement, outside: str) -> str:
    """The one in which it says so, or people without a name do ("In ihrem Brief behaupten die Täter …")."""
    impersonal = any(_IMPERSONAL.search(span.text) for span in statement.attribution.cue)
    nobody = impersonal or statement.speaker.cls in _NAMELESS
    return _led_to(_IN_THEIR, outside, _is_record) if nobody else ""


def _read_out(statement: Statement, reading: Reading, around: str, outside: str) -> str:
    """That from which somebody reads ("las er daraus vor", "quoting from the minutes"), or which somebody holds up."""
    if _ON_PAGE.search(around):
        return _last(outside) or _last(_before(statement, reading, around))
    if _READS.search(outside):
        read = _led_to(_FROM, outside, is_paper)
        if read or _FROM_IT.search(outside):
            return read or _last(_before(statement, reading, around)) or _last(outside)
    return _led_to(_HELD_UP, outside, is_paper)


def _told_beside(statement: Statement, around: str) -> str:
    """That in which it stands, by words in which the reading found no source ("nachzulesen im Jahresbericht")."""
    found = _led_to(_STANDS_THERE, around, _is_record)
    if found or statement.attribution.source or statement.speaker.name:
        return found
    behind = (match["phrase"] for match in _PAPER_BEHIND.finditer(around) if _is_written(match["noun"]))
    return _led_to(_BY_PAPER, around, _is_written) or _led_to(_IN_PAPER, around, is_paper) or next(behind, "")


def _pointed_at(statement: Statement, reading: Reading, around: str, outside: str) -> str:
    """The one named last before a pronoun or an adverb that stands for it."""
    attribution = statement.attribution
    source = " ".join(span.text for span in attribution.source)
    unresolved = not statement.speaker.name or statement.speaker.cls is SourceClass.OUTLET
    pronoun = _NEUTER if attribution.kind.is_quoted else _IT  # he or she who is quoted is somebody
    records = (not source or _NEUTER.fullmatch(source)) and _IT_RECORDS.search(around)
    unresolved = unresolved or (_NEUTER.fullmatch(source) is not None and bool(_led_to(_IN, around, is_paper)))
    if (pronoun.fullmatch(source) and unresolved) or records or _IT_SAYS.match(_content(statement)):
        beside = _led_to(_IN, outside, is_paper) if _NEUTER.fullmatch(source) else ""
        return beside or _last(paragraph_until(statement, reading).partition(_content(statement))[0])
    passive = any(_PASSIVE.search(span.text) for span in attribution.cue) and unresolved
    if not source and (passive or _THERE.match(around)):
        return _last(_before(statement, reading, around))
    return ""


def _led_to(leading: re.Pattern[str], text: str, is_wanted: Callable[[str], bool]) -> str:
    """The first document in a noun phrase to which some words of a text lead, with its author."""
    for match in leading.finditer(text):
        end = match.end()
        for _ in range(_BEFORE_NOUN + 1):
            word = _WORD.match(text, end)
            if word is None or _ENDS.fullmatch(word.group()):  # "nach seinen Befunden" are somebody's
                break
            following = _WORD.match(text, word.end() + 1)
            if is_wanted(word.group()) and not (following and _goes_on(following.group())):
                of = _AUTHOR.match(text, word.end())
                return text[match.end() : of.end() if of else word.end()]
            end = word.end() + 1
    return ""


def _goes_on(word: str) -> bool:
    """Whether a word behind a document makes it only the beginning of a body's or a person's name ("data protection
    commissioner")."""
    return find_role(word) is not None or word in {"protection", "office", "agency", "authority"}


def _outside(statement: Statement, around: str) -> str:
    """The words around a statement without its content."""
    for span in statement.attribution.content:
        around = around.replace(span.text, " ", 1)
    return around


def _content(statement: Statement) -> str:
    content = statement.attribution.content
    return content[0].text if content else ""


def _before(statement: Statement, reading: Reading, around: str) -> str:
    """The sentences of the block before that of the statement."""
    return paragraph_until(statement, reading).partition(around)[0]


def _is_record(noun: str) -> bool:
    """Whether a noun is one for a document, and for nothing by which a body speaks for itself."""
    return is_paper(noun) and not is_voice(noun)


def _is_written(noun: str) -> bool:
    """Whether a noun behind "according to" is one for a document, and for nothing that is said or that happens."""
    role = find_role(noun)
    return role is not None and role.cls is RoleClass.DOCUMENT and role.lemma not in _SPOKEN | _HAPPENS


def _last(text: str) -> str:
    """The document that a text names last."""
    for match in reversed(tuple(_NOUN.finditer(text))):
        if not _NEUTER.match(match.group()) and (match["noun"] in _PAPERS or is_paper(match["noun"])):
            return match.group()
    return ""


def written_by(name: str, reading: Reading) -> Institution:
    """Whose document it is that a name tells only as what it is ("der Bericht"): of the one body that the article names
    as its author ("den Bericht der Expertenkommission"); unknown where it names none, or several."""
    noun = re.escape(name.split()[-1])
    author = re.compile(
        rf"\b{noun}\w{{0,2}} (?:der|des|vom|von|of|by)(?: the| der| dem)? (?P<author>[\w'’-]+(?: [\w'’-]+)?)"
    )
    texts = (block.text for block in reading.article.blocks if block.kind is not BlockKind.FURNITURE)
    found = {institution(match["author"]) for text in texts for match in author.finditer(text)} - {UNKNOWN}
    return found.pop() if len(found) == 1 else UNKNOWN
