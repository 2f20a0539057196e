"""Sources that the tagger left out, took for one with a relay, or mistook an adverb for, mended by the words around.

"Ferner sagte er" has "er" for a source, "Die Notenbank hat angekündigt" the bank; "laut der Polizei, wie der Sender
berichtete" has a relay in it; in "heißt es darin laut Medien" the media pass on what the document says.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quellenlage.attribution.cut_names import names_outlet, with_whole_names
from quellenlage.attribution.subjects import subject_of
from quellenlage.gazetteer import find_metonym, find_outlet, find_role, find_state
from quellenlage.gazetteer.institutions import find_institution
from quellenlage.model.statement import Attribution
from quellenlage.model.text import Article, Span

_ADVERBS = frozenset(
    "ferner zudem außerdem ausserdem weiter weiters dagegen auch so nun dann zuvor allerdings jedoch dennoch "
    "gleichzeitig unterdessen also however meanwhile still moreover earlier later of by von in at to".split()
)
_PRONOUN = re.compile(r" (?P<pronoun>er|sie|es|ich|wir|he|she|it|they|we)\b")
_SPEAKS = re.compile(r" (?:(?:hat|haben|hatte|hatten|has|had|have)\b(?! been)[^.;:„“\"]{0,80} )?")
"""What stands between a subject and the verb with which it speaks."""
_NOT_SPOKEN = frozenset(
    "soll sollen sollte sollten demnach danach wonach angeblich mutmaßlich reportedly allegedly gilt galt"
    " gelten".split()
)
"""Cues whose subject is whom they are about."""
_RELAY = re.compile(r",? wie (?P<relay>(?:der|die|das|es bei|aus) .+|[„\"»A-ZÄÖÜ].+)$")
_PASSIVE = re.compile(r" (?:wurden?|wird|werden|was|were) (?:[\w ]{0,30} )?(?:von|by) (?P<by>[^,]{3,})")
_IN_IT = re.compile(r"\b(?:heißt|hieß|heisst|hiess) es (?P<in>darin|dort) (?:laut|nach|gemäß) ")
_TOLD = re.compile(
    r"(?P<who>(?:[Ee]ine?|[Dd]er|[Dd]ie|[Dd]as) (?:[a-zäöüß]+ )*[A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)*) "
    r"(?P<verb>sagte|sprach|erklärte|bezifferte|forderte|warnte|betonte|nannte|kritisierte|räumte|bestätigte)(?: |$)"
)
"""Somebody and a verb of saying at the head of what an agency is taken to say."""
_TO_SOMEBODY = re.compile(
    r"(?P<who>er|sie|es|he|she|they) (?:de[rm]|dieser|diesem|unserer|unserem|gegenüber)\b", re.IGNORECASE
)
_QUOTES = re.compile(r"zitier|\bgibt|\bgab|wieder", re.IGNORECASE)
_QUOTED_BY = re.compile(r"(?P<by>.+?) (?P<who>(?:einen|eine|ein|den) .+)")
"""An outlet and whom it quotes, in what the tagger took for one source."""
_ADJECTIVE = re.compile(
    r"(?<!, )\b(?:[Ee]in(?:e[rmns]?)?|[Dd](?:er|ie|as|em|en)) "
    r"(?:(?!(?:ohne|unter|gegen|neben|heute|viele|keine|seine|ihre)\b)[a-zäöüß-]+e[rnms]? ){1,2}$"
)
_NEXT = re.compile(r" (?P<noun>[a-z]+)\b")


def mended(article: Article, attribution: Attribution) -> Attribution:
    """The attribution with its source as the sentence has it."""
    source = tuple(span for span in attribution.source if span.text.lower() not in _ADVERBS)
    one = with_whole_names(article, replace(attribution, source=source))
    one = replace(one, source=tuple(_to_noun(article, span) for span in one.source))
    one = _with_adjectives(article, one)
    if not one.source:
        return replace(one, source=_subject(article, one))
    return _told(article, _within(article, _apart(article, _by(article, _quoting(article, _alone(article, one))))))


def _alone(article: Article, one: Attribution) -> Attribution:
    """A pronoun without whom it speaks to, which the tagger took along: "er" of "er unserer Zeitung"."""
    source = tuple(
        article.span(span.block, span.start, span.start + match.end("who"))
        if (match := _TO_SOMEBODY.match(span.text))
        else span
        for span in one.source
    )
    return replace(one, source=source)


def _quoting(article: Article, one: Attribution) -> Attribution:
    """An outlet and whom it quotes, apart: "zitiert das Fachblatt einen Insider"."""
    if len(one.source) != 1 or not any(_QUOTES.search(span.text) for span in one.cue):
        return one
    span = one.source[0]
    match = _QUOTED_BY.fullmatch(span.text)
    if match is None or not names_outlet(match["by"]):
        return one
    by, who = (article.span(span.block, *(span.start + at for at in match.span(name))) for name in ("by", "who"))
    return replace(one, source=(who,), relays=(*one.relays, by))


def _with_adjectives(article: Article, one: Attribution) -> Attribution:
    """With the article and adjective that the tagger cut off a source and left in the content: "ein ranghoher" says who
    an unnamed source is."""
    for index, span in enumerate(one.source):
        before = _ADJECTIVE.search(article.blocks[span.block].text, 0, span.start)
        if before is None or not span.text[:1].isupper():
            continue
        whole = article.span(span.block, before.start(), span.end)
        inside = [p for p in one.content if p.block == whole.block and whole.start <= p.start and p.end <= span.start]
        content = tuple(piece for piece in one.content if piece not in inside)
        if content and not any(whole.overlaps(other) for other in (*content, *one.cue)):
            one = replace(one, content=content, source=(*one.source[:index], whole, *one.source[index + 1 :]))
    return one


def _to_noun(article: Article, span: Span) -> Span:
    """An English source with the noun that the tagger cut off: "the harbour" of "the harbour authority"."""
    text = article.blocks[span.block].text
    following = _NEXT.match(text, span.end)
    last = span.text.split()[-1]
    if not following or not last.islower() or find_role(last) is not None or find_role(following["noun"]) is None:
        return span
    return article.span(span.block, span.start, following.end()) if len(span.text.split()) > 1 else span


def _subject(article: Article, one: Attribution) -> tuple[Span, ...]:
    """The pronoun behind the verb, or the subject that opens the sentence and speaks by it."""
    if not one.cue or any(word in _NOT_SPOKEN for span in one.cue for word in span.text.lower().split()):
        return ()
    cue = one.cue[0]
    text = article.blocks[cue.block].text
    behind = _PRONOUN.match(text, cue.end)
    if behind and cue.text.split()[-1].endswith(("te", "t", "ten", "en", "said", "says", "added")):
        found = article.span(cue.block, *behind.span("pronoun"))
        return () if any(found.overlaps(span) for span in one.content) else (found,)
    subject = subject_of(article, cue.block, cue.start)
    if subject is None or not _is_somebody(subject.text) or not _SPEAKS.fullmatch(text, subject.end, cue.start):
        return ()
    return () if any(subject.overlaps(span) for span in one.content) else (subject,)


def _is_somebody(text: str) -> bool:
    """Whether a sentence's opening words can speak: a role, a state, an institution or an outlet, no adverb."""
    known = (find_role(text), find_state(text), find_metonym(text), find_institution(text), find_outlet(text))
    return any(one is not None for one in known)


def _apart(article: Article, one: Attribution) -> Attribution:
    """Without the relay that the source holds: "der Polizei, wie der Sender"."""
    last = one.source[-1]
    relay = _RELAY.search(last.text)
    if relay is None or not relay.start() or not names_outlet(relay["relay"]):
        return one
    source = article.span(last.block, last.start, last.start + relay.start())
    passing = article.span(last.block, last.start + relay.start("relay"), last.end)
    return replace(one, source=(*one.source[:-1], source), relays=(*one.relays, passing))


def _by(article: Article, one: Attribution) -> Attribution:
    """With whoever acts where the source is a whole passive: "Die Partei wurde von Ökonomen" is the economists'."""
    last = one.source[-1]
    passive = _PASSIVE.search(last.text)
    if passive is None:
        return one
    start, end = passive.span("by")
    return replace(one, source=(*one.source[:-1], article.span(last.block, last.start + start, last.start + end)))


def _within(article: Article, one: Attribution) -> Attribution:
    """With the document as the source where the sentence has "heißt es darin laut …"."""
    source = one.source[0]
    before = _IN_IT.search(article.blocks[source.block].text[: source.start])
    if before is None or before.end() != source.start:
        return one
    return replace(one, source=(article.span(source.block, *before.span("in")),), relays=(*one.relays, *one.source))


def _told(article: Article, one: Attribution) -> Attribution:
    """With the speaker whom an agency quotes: "Ein Beamter sprach der dpa zufolge von Verlusten" is the official's."""
    first, *others = one.content
    told = _TOLD.match(first.text)
    by_outlet = len(one.source) == 1 and find_outlet(one.source[0].text) is not None
    names_it = {word for span in one.cue for word in span.text.lower().split()} <= {
        "zufolge",
        "laut",
        "nach",
        "angaben",
    }
    if told is None or not by_outlet or not names_it or find_role(told["who"]) is None:
        return one
    who, verb = (
        article.span(first.block, first.start + a, first.start + b) for a, b in map(told.span, ("who", "verb"))
    )
    begin = first.start + told.end()
    content = (*((article.span(first.block, begin, first.end),) if begin < first.end else ()), *others)
    if not content:
        return one
    return replace(one, content=content, cue=(verb,), source=(who,), relays=(*one.relays, *one.source))
