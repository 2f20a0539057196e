"""Who passes a statement on in its own sentence: relays that the tagger marks, outlets beside cue and content.

"sagte er der dpa", "wie der Sender berichtet", "told the Harbour Gazette".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quellenlage.attribution.passing import find_passing
from quellenlage.attribution.speakers import Resolver
from quellenlage.attribution.voices import Voice
from quellenlage.gazetteer import RoleClass, find_metonym, find_role, find_state
from quellenlage.gazetteer.institutions import find_institution
from quellenlage.gazetteer.outlet_names import find_outlet_names
from quellenlage.language.passage import sentence_at
from quellenlage.model.statement import Attribution, SourceClass
from quellenlage.model.text import Article, Span

_DATELINE = re.compile(r"[^()\n]{2,40}\((?P<agency>[^()]{2,30})\)\s*[-–—]")
"""How an agency opens its own text: "LEMSTAL, March 4 (Reuters) -"."""
_JOURNAL = re.compile(r"(?:[Ff]ach(?:zeitschrift|magazin|blatt|journal)|[Ww]issenschaftsmagazin|\bjournal) [„“\"»‘]?$")
"""What stands before the place where a study appeared; a journal passes nothing on."""
_OFFICE_OF = re.compile(
    r"(?P<office>[\w-]+) (?:des|der|vom|von|of|of the)(?: [a-zäöüß]+en)*(?: [A-ZÄÖÜ][\w-]+)*(?: für)? $"
)
_ADDRESSEE = re.compile(
    r" (?:gegenüber )?(?:der|dem) (?:[A-ZÄÖÜ][\w-]+ )?[„“\"»]?\w[\w.-]*(?: [A-ZÄÖÜ][\w-]+)*[“”\"«]?"
)
_VERB_FIRST = re.compile(r"[a-zäöü]+(?:t|te|en) (?=(?:der|die|das|the) )")
"""A verb that the tagger took into a relay: "berichtet der Sender"."""
_OUTLET_NOUN = re.compile(
    r"\b(?:[Dd](?:er|em|as|ie)|[Tt]he) "
    r"(?:Sender|Zeitung|Magazin|Nachrichtenmagazin|Nachrichtenagentur|Agentur|Blatt|Portal|Nachrichtenportal"
    r"|newspaper|broadcaster|news agency|agency|magazine|outlet|news site|network)\b"
    r"|\b[Dd]iese[rs]?(?= (?:schrieb|schreibt|berichtet|berichtete|meldet|meldete|zitiert|zitierte)\b)"
)


def find_relays(article: Article, attribution: Attribution, resolver: Resolver) -> tuple[Voice, ...]:
    """Those whom the tagger marked as relays, and outlets that stand in the sentence of cue and source."""
    spans = [span for span in attribution.relays if not _is_owner(article, span)]
    marked = [resolver.mention((_without_verb(article, span),)) for span in spans]
    named = [resolver.mention((span,)) for span in _outlets_beside(article, attribution, resolver)]
    known = [voice for voice in marked if voice is not None and _is_known(voice)]
    sentences = sentences_of(article, attribution)
    passing = [resolver.mention((span,)) for span in find_passing(article, attribution, sentences, resolver.outlets)]
    voices = [voice for voice in (*known, *named, *passing) if voice is not None and _is_named(voice)]
    return tuple(voice for voice in voices if not any(_is_part(voice, other) for other in voices))


def _without_verb(article: Article, relay: Span) -> Span:
    verb = _VERB_FIRST.match(relay.text)
    return article.span(relay.block, relay.start + verb.end(), relay.end) if verb else relay


def _is_owner(article: Article, relay: Span) -> bool:
    """Whether a relay is only whose office somebody holds: the fund in "der Chef des staatlichen Fonds"."""
    match = _OFFICE_OF.search(article.blocks[relay.block].text[: relay.start])
    role = find_role(match["office"]) if match else None
    return role is not None and role.cls in {RoleClass.PERSON, RoleClass.UNNAMED}


def _is_part(voice: Voice, other: Voice) -> bool:
    """Whether a relay is only a piece of another one's name ("clerk" beside "committee's clerk")."""
    own, whole = (set(re.findall(r"\w+", one.name.lower())) for one in (voice, other))
    return own < whole and voice.cls is not SourceClass.OUTLET


def _is_known(voice: Voice) -> bool:
    """Whether a marked relay can be somebody: a lone word that no list knows ("Müll") passes nothing on."""
    name = voice.name
    found = (find_role(name), find_state(name), find_metonym(name), find_institution(name))
    lone = " " not in name and not name.isupper() and all(one is None for one in found)
    return voice.cls is not SourceClass.ORGANISATION or not lone


def _is_named(voice: Voice) -> bool:
    """Whether a relay has a name: "the agency", of whom nothing more is known, is none."""
    role = find_role(voice.name)
    bare = role is not None and role.cls is RoleClass.OUTLET and role.lemma.lower() == voice.name.lower()
    return bool(voice.name) and not bare and voice.cls is not SourceClass.GROUP


def _outlets_beside(article: Article, attribution: Attribution, resolver: Resolver) -> Iterator[Span]:
    """Outlets in the sentence of the cue, by name or as "der Sender", outside content and source."""
    taken = (*attribution.content, *(_without_addressee(article, span, resolver) for span in attribution.source))
    for block, begin, end in sentences_of(article, attribution):
        text = article.blocks[block].text
        named = [(begin + start, begin + stop) for start, stop in find_outlet_names(text[begin:end], resolver.outlets)]
        described = [match.span() for match in _OUTLET_NOUN.finditer(text, begin, end)]
        named = [one for one in named if not _JOURNAL.search(text, begin, one[0])]
        own = _DATELINE.match(text)
        if own is not None:
            named = [one for one in named if one[0] >= own.end()]
        for start, stop in sorted((*named, *(one for one in described if not _introduces(one, named)))):
            span = article.span(block, start, stop)
            if not any(span.overlaps(one) for one in taken):
                yield span


def _without_addressee(article: Article, source: Span, resolver: Resolver) -> Span:
    """A source without the one to whom the person named in it spoke: "Anna Berg der dpa" is Anna Berg."""
    person = resolver.person_in(source)
    rest = article.blocks[source.block].text[person.end : source.end] if person is not None else ""
    return article.span(source.block, source.start, person.end) if person and _ADDRESSEE.fullmatch(rest) else source


def sentences_of(article: Article, attribution: Attribution) -> list[tuple[int, int, int]]:
    """Block and code points of the sentences that hold the cue and the content's beginning, in text order."""
    anchors = (*attribution.content[:1], *attribution.cue[:1]) if attribution.cue else ()
    return sorted({(one.block, *sentence_at(article.blocks[one.block].text, one.start)) for one in anchors})


def _introduces(noun: tuple[int, int], named: Sequence[tuple[int, int]]) -> bool:
    """Whether a noun such as "der Sender" only stands before a name ("der Sender Radio Lemstal")."""
    return any(noun[1] <= start <= noun[1] + 2 for start, _ in named)
