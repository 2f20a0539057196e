"""Answers: what of an article denies a statement before it, without a word on which linking could find the two.

"Das stimmt nicht", "Die Firma widerspricht. …", "The club called the report nonsense: …": such an answer points back at
what was told right before. Others negate what was told, in words that both have.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from quellenlage.linking.gist import gist
from quellenlage.linking.institutions import holds_office
from quellenlage.linking.negation import negation_in
from quellenlage.linking.sentences import ranges_of
from quellenlage.model.statement import Polarity, Reading, SourceClass, Statement

_NEAR, _FAR = 1, 3  # paragraphs between what is told and its answer
_HALF, _MOST = 0.5, 0.6  # of the words of an answer: shared with what it denies by its verb, by a negation
_SEVERAL = 2  # words that two statements share by no chance
_INSISTS = re.compile(r"insist|maintain|beharr|beteuer|versicher", re.IGNORECASE)
_THINGS = (
    r"(?:Berichte?|Darstellung(?:en)?|Vorw[uü]rfen?|Vorwurf|Behauptung(?:en)?|Angaben?|Aussagen?|Meldung(?:en)?"
    r"|Anschuldigung(?:en)?|Gerüchten?|Spekulation(?:en)?|reports?|claims?|allegations?|accusations?|accounts?"
    r"|rumou?rs?|suggestions?|stor(?:y|ies))"
)
_POINTER = (
    rf"(?:das|dies(?:e[mnrs]?)?|so etwas|es|it|this|that|(?:d(?:er|ie|en|em|as)|alle|diese[nr]?|the|all|these|those"
    rf"|any|such) (?:\w+ )?{_THINGS})"
)
FALSE = (  # a pattern
    r"(?:falsch|unwahr|unzutreffend|unrichtig|haltlos|erfunden|gelogen|abwegig|absurd|Unsinn|Quatsch|Unfug"
    r"|(?:eine|glatte) Lüge|aus der Luft gegriffen|false|untrue|wrong|incorrect|inaccurate|nonsense|rubbish|baseless"
    r"|unfounded|groundless|a lie|lies|fiction|fabricated|made up|invented|without foundation)"
)
_IS = r"(?:ist|sei|sind|seien|war|waren|wäre|stimmt?|stimmte|is|are|was|were|has been)"
_BARE = re.compile(
    rf"{_POINTER} {_IS} (?:\w+ ){{0,2}}?(?:{FALSE}|nicht(?: wahr| richtig| der Fall| zutreffend)?"
    rf"|not (?:true|so|correct|right|the case))"
    rf"|(?:nichts davon|none of (?:it|this|that)) {_IS}(?: (?:wahr|true|so))?"
    rf"|{_POINTER} (?:trifft|treffe|treffen|entspr\w+) (?:so )?nicht (?:zu|der Wahrheit|den Tatsachen)"
    r"|(?:davon|hiervon) (?:kann|könne|könnte) (?:\w+ )?keine Rede sein|daran (?:ist|sei) nichts(?: wahr)?"
    r"|nothing of the (?:kind|sort)(?: \w+){0,3}|there (?:is|was) no truth (?:in|to) (?:it|this|that|the \w+)"
    r"|(?:it|this|that) (?:never happened|did(?:n['’]t| not) happen)",
    re.IGNORECASE,
)
ANNOUNCED = re.compile(  # a whole sentence
    r"(?:Bei de[nmr] |Beim )?(?P<who>[^,.;:!?]{2,60}?(?:, [^,.;:!?]{2,60},)?) "
    r"(?:widerspr[aioe]chen|widersprach|widerspricht|dementier(?:t|te|en|ten)"
    rf"|(?:bestreite[tn]|bestritt|bestritten) {_POINTER}|(?:weist|wies|weisen|wiesen) {_POINTER} (?:\w+ )?zurück"
    r"|(?:stellte?n?|sieht|sehen|sah(?:en)?) (?:das|es|dies) (?:\w+ )?anders(?: dar)?"
    r"|kl[ia]ng(?:t|en)? das (?:\w+ )?anders"
    rf"|(?:nennt|nannte|nennen|nannten) {_POINTER} (?:\w+ )?{FALSE}|(?:spricht|sprach|sprechen) von {FALSE}"
    rf"|(?:denied|denies|deny|disputed?s?|reject(?:ed|s)?|contradict(?:ed|s)?|dismiss(?:ed|es)?) {_POINTER}"
    rf"|(?:calls?|called) {_POINTER} (?:\w+ )?{FALSE}|(?:says?|said|insist(?:s|ed)?) otherwise|disagree[sd]?)"
    r"(?: \w+){0,5}[.!:]"
)
_POINTS_BACK = re.compile(rf"(?<!\w){_POINTER}(?: (?:als|as) \w+| \w+)?(?!\w)", re.IGNORECASE)
_SUCH = re.compile(
    r"\b(?:solche[mnrs]?|derartige[mnrs]?|dieser (?:Höhe|Art|Form)|such an?|of (?:this|that) (?:kind|sort|size))\b",
    re.I,
)
_COMMENT = re.compile(r"\b(?:kommentar\w*|stellungnahme\w*|äußer\w*|auskunft|auskünfte|interview|comment\w*)\b", re.I)


def denies(statement: Statement) -> bool:
    """Whether a speaker denies or negates something; who says that he has nothing to say does not."""
    content = content_of(statement)
    if statement.qualification.polarity is Polarity.DENIED:
        return not declines(statement)
    return bool(negation_in(content)) or is_bare(content)


def declines(statement: Statement) -> bool:
    """Whether somebody only says that he has nothing to say ("lehnte eine Stellungnahme ab")."""
    denied = statement.qualification.polarity is Polarity.DENIED
    return denied and _COMMENT.search(content_of(statement)) is not None


def told_by(statement: Statement) -> str:
    """All words for who speaks: the speaker's name and those of the page."""
    return " ".join((statement.speaker.name, *(span.text for span in statement.attribution.source)))


def is_bare(content: str) -> bool:
    """Whether words say no more than that something is not so ("Das stimmt nicht")."""
    return _BARE.fullmatch(content) is not None


def answers(told: Statement, reading: Reading, short: Collection[Statement] = ()) -> Iterator[Statement]:
    """Statements of others that come after `told` in its article and deny it.

    `told` is of the reading, `short` are its short denials (`short_denials`). An answer that points back means the last
    paragraph in which others tell something, or a word that it shares with what was told a little earlier. Any other
    one must follow closely, and share several.
    """
    for statement in (*reading.statements, *short):
        away = _paragraphs_between(told, statement)
        if away is None or away > _FAR or _one_speaker(told, statement):
            continue
        points = (statement in short or points_back(statement, reading)) and _is_meant(told, statement, reading)
        if points or _speaks_against(told, statement, away):
            yield statement


def _is_meant(told: Statement, pointing: Statement, reading: Reading) -> bool:
    """Whether a statement that points back points at another: nothing that others tell stands in a paragraph between
    the two, or nothing that shares a word, while these two do."""
    between = [
        other
        for other in reading.statements
        if _paragraphs_between(told, other)
        and _paragraphs_between(other, pointing) is not None
        and not (_one_speaker(other, pointing) or denies(other))
    ]
    if not between and (_paragraphs_between(told, pointing) or 0) <= _NEAR:
        return True
    return _shared(told, pointing) > 0 and not any(_shared(other, pointing) for other in between)


def _speaks_against(told: Statement, statement: Statement, away: int) -> bool:
    """Whether a statement so many paragraphs away denies or negates what shares words with another one that does not:
    most of its words, or some, where an institution speaks or somebody insists."""
    if away > _NEAR or not denies(statement) or denies(told):
        return False
    shared, all_ = _shared(told, statement), len(gist(content_of(statement)))
    official = statement.speaker.cls is SourceClass.ORGANISATION or holds_office(told_by(statement))
    if statement.qualification.polarity is Polarity.DENIED:
        return shared >= _SEVERAL or shared >= _HALF * all_ > 0
    insists = any(_INSISTS.match(span.text) for span in statement.attribution.cue)
    if official and insists:
        return shared > 0
    return shared >= _SEVERAL and (official or insists or shared >= _MOST * all_)


def _paragraphs_between(one: Statement, other: Statement) -> int | None:
    """How many blocks the other stands behind the one; None where it does not come after it."""
    if not one.attribution.content or not other.attribution.content:
        return None
    last, first = one.attribution.content[-1], other.attribution.content[0]
    return first.block - last.block if (first.block, first.start) > (last.block, last.end) else None


def _shared(one: Statement, other: Statement) -> int:
    """How many words and numbers two statements have in common."""
    told = [{figure.value for figure in each.qualification.figures} - {None} for each in (one, other)]
    return len(gist(content_of(one)) & gist(content_of(other))) + len(told[0] & told[1])


def _one_speaker(one: Statement, other: Statement) -> bool:
    return bool(one.speaker.name) and one.speaker.name == other.speaker.name


def points_back(statement: Statement, reading: Reading) -> bool:
    """Whether a statement says of what was told before that it is not so, or stands behind words that say it."""
    content = content_of(statement)
    denied = statement.qualification.polarity is Polarity.DENIED
    if denied and (_POINTS_BACK.fullmatch(content) or _POINTS_BACK.search(_between_cues(statement, reading))):
        return True
    if _SUCH.search(content) and denies(statement):
        return True
    return is_bare(content) or bool(announced_by(statement, reading))


def _between_cues(statement: Statement, reading: Reading) -> str:
    """The words of the page from the first word of the cue to its last ("wies die Darstellung zurück")."""
    cue = statement.attribution.cue
    if not cue or cue[0].block != cue[-1].block:
        return ""
    return reading.article.blocks[cue[0].block].text[cue[0].start : cue[-1].end]


def announced_by(statement: Statement, reading: Reading) -> str:
    """Of whom the sentence before in the paragraph, or the words before a colon, say that they deny it, if they say no
    more than that; "" where they do not."""
    announcing = announcing_sentence(statement, reading)
    found = ANNOUNCED.fullmatch(announcing) if announcing else None
    return found["who"].rstrip(",") if found else ""


def announcing_sentence(statement: Statement, reading: Reading) -> str:
    """The sentence right before a statement in its paragraph, or the words before a colon."""
    content = statement.attribution.content[0]
    text = reading.article.blocks[content.block].text[: content.start].rstrip(' „“"‘‚')
    before = [text[slice(*each)] for each in ranges_of(text)]
    return before[-1].strip() if before else ""


def content_of(statement: Statement) -> str:
    """The words of a content without the marks around it."""
    return " ".join(span.text for span in statement.attribution.content).strip(' .,„“”"‘’')
