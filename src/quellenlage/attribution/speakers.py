"""Who is meant: the speaker of every attribution of one article.

Attributions are taken in text order, so that each may point back to those before it. A pronoun or a bare description
("der Minister") goes to the nearest fitting candidate; where two fit equally well it goes to none, and the speaker
stays unresolved. A statement without a source carries the previous speaker on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from quellenlage.attribution.antecedents import Antecedent, Antecedents
from quellenlage.attribution.calling import Calling
from quellenlage.attribution.carrying import is_in_quotes, person_before, subject_introduced
from quellenlage.attribution.citations import Citation
from quellenlage.attribution.completing import completed, source_in_cue
from quellenlage.attribution.forms import Form, Mention
from quellenlage.attribution.mentions import parse_mention
from quellenlage.attribution.names import Names
from quellenlage.attribution.pointing import Pointing
from quellenlage.attribution.voices import NOBODY, Voice
from quellenlage.gazetteer.institutions import find_institution
from quellenlage.model.statement import Attribution, Kind, SourceClass
from quellenlage.model.text import Article, BlockKind, Span

_FIRST_PERSON = frozenset("man one you ich wir mir mich mein meine meiner unser unsere uns i we me my our us".split())
_BACK = frozenset({"demnach", "danach", "darin", "dabei", "weiter"})
"""Cues that carry the last speaker on although they are cues."""
_SUBJECTS = frozenset({"er", "sie", "es", "he", "she", "they", "it"})
_OBJECTS = frozenset("mir uns ihm ihr ihnen dir euch sich".split())
"""Whom something is said to, where the tagger took it into the source."""
_ADVERBS = frozenset({"darin", "dabei", "demnach", "danach", "daraus", "ferner", "damit"})
_SINGULAR_VERB = re.compile(r"\w+te?|will|sah|gab|rief|warf|sprach|wies|bat|lud")
_POSSESSIVE = re.compile(r"(?:sein|ihr|unser|his|her|their|its|our)(?:e[mnrs]?)? [A-ZÄÖÜa-z]\w*$", re.IGNORECASE)
_OFTEN = 2
"""An article is about a person who is named so many times as often as anybody else."""
_CARRY_BLOCKS = 2
"""A speaker carries on over at most this many blocks without being named again."""


class Resolver:
    """Resolves the speakers of one article, attribution by attribution, in text order."""

    def __init__(self, article: Article, names: Names) -> None:
        self._article = article
        self._names = names
        self._antecedents = Antecedents(article, names)
        self._pointing = Pointing(article, names, self._antecedents)
        self._calling = Calling(article, names.long_forms)
        self._last: tuple[int, Voice] | None = None
        self._answering: Voice | None = None
        self._end: Span | None = None
        self._cited: list[tuple[Span, Voice]] = []

    @property
    def outlets(self) -> frozenset[str]:
        """Names that the article itself calls outlets."""
        return self._names.outlets

    def resolve(self, attribution: Attribution, *, late: tuple[Span, ...] = (), nested: bool = False) -> Voice:
        """The speaker of the next attribution. `late` is a source that stands further on in the same quotation. One
        `nested` in another's content is not carried on afterwards."""
        voice = self._named(attribution, late) or self._unnamed(attribution)
        if voice is not NOBODY and not nested and not self._is_aside(attribution):
            self._last = (attribution.content[0].block, voice)
            self._end = attribution.content[-1]
            if attribution.kind is Kind.DIRECT and voice.cls is SourceClass.PERSON:
                self._answering = Voice(voice.name, voice.cls)
        return voice

    def resolve_anew(self, attribution: Attribution, source: Span, *, nested: bool) -> Voice | None:
        """Resolve other words as the source of an attribution that is resolved already; None where that stays open."""
        voice = self.mention((source,))
        if voice is not None and not nested:
            self._last = (attribution.content[0].block, voice)
        return voice

    def mention(self, spans: Sequence[Span], *, verb: str = "", said: Sequence[Span] = ()) -> Voice | None:
        """Whom the words of some spans mean, None where that stays open. `verb` is the verb beside them, `said` what
        they are the source of."""
        spans = tuple(completed(self._article, self._names, span) for span in spans)
        text = " ".join(span.text for span in spans)
        mention = self._numbered(parse_mention(text, self._names, self._article.language), spans[0], verb)
        first_person = mention.form is Form.PRONOUN and mention.head in _FIRST_PERSON
        voice = self._previous(spans[0].block) if first_person else self._pointing.meant(mention, spans[0], said)
        if voice is not None and voice.cls in {SourceClass.ORGANISATION, SourceClass.GROUP}:
            called = self._calling.called(voice.name)
            known = called != voice.name or find_institution(called) is not None
            cls = SourceClass.ORGANISATION if known else voice.cls
            voice = Voice(called, cls)
        pointing = mention.generic and voice is not None and voice.name == mention.name  # at nobody known
        if voice is not None and mention.form is not Form.PRONOUN and not pointing:
            self._antecedents.add(Antecedent(voice.name, voice.cls, mention, spans[0].block, spans[0].start))
        return voice and Voice(voice.name, voice.cls, spans)

    def _numbered(self, mention: Mention, place: Span, verb: str) -> Mention:
        """A German mention in the number of its verb: "sie fordern" are several, "Forscher warnt" in a headline is
        one."""
        if mention.head == "sie" and verb.endswith("n"):
            return replace(mention, plural=True, gender=None)
        if _is_people(mention, place) and verb.endswith("n"):  # "Drusen fordern"
            return Mention(Form.INDEFINITE, mention.name, SourceClass.GROUP, plural=True, head=mention.head)
        text = self._article.blocks[place.block].text
        opens = text[: place.start].rstrip()[-1:] in {"", ":", "–", "|"} and text[place.end :].startswith(f" {verb}")
        one = opens and mention.head.endswith("er") and _SINGULAR_VERB.fullmatch(verb) is not None
        if not mention.plural or mention.form is not Form.INDEFINITE or not one:
            return mention
        single = parse_mention(f"der {place.text}", self._names, self._article.language)
        return mention if single.plural else single

    def person_in(self, span: Span) -> Span | None:
        """The last person named in a span, such as the one at the end of a long office."""
        inside = [
            place
            for place in self._names.occurrences
            if place.block == span.block and span.start <= place.start and place.end <= span.end
        ]
        return self._article.span(span.block, inside[-1].start, inside[-1].end) if inside else None

    def cite(self, citation: Citation) -> None:
        """Take note that one party relies on another; what the cited one says next comes through the citing one."""
        citing = self.mention((citation.citing,))
        self.mention((citation.cited,))
        if citing is not None and citing.name:
            self._cited.append((citation.cited, citing))

    def citing(self, attribution: Attribution, outermost: Voice) -> tuple[Voice, ...]:
        """Who relied on `outermost`, the first in the chain of an attribution that stands soon after the citation."""
        block = attribution.content[0].block
        for cited, citing in reversed(self._cited):
            if block - cited.block <= _CARRY_BLOCKS and _is_named(outermost.name, cited.text):
                return (Voice(citing.name, citing.cls, citing.mentions),)
        return ()

    def _named(self, attribution: Attribution, late: tuple[Span, ...]) -> Voice | None:
        """The speaker by the attribution's own source, the line under a quotation, or where nobody speaks on yet, its
        antecedent."""
        spans = self._main(attribution) or late or self._speaker_line(attribution)
        spans = spans or self._introduced(attribution) or source_in_cue(self._article, attribution)
        carries_on = not attribution.cue and self._previous(attribution.content[0].block) is not None
        if not spans and not carries_on:  # nine in ten cue-less statements belong to the speaker before
            spans = () if _is_possessed(attribution.antecedent[:1]) else attribution.antecedent[:1]
        if not spans:
            return None
        voice = self.mention(spans, verb=_verb(attribution), said=attribution.content)
        return voice if voice is not None else self._unresolved(spans)

    def _introduced(self, attribution: Attribution) -> tuple[Span, ...]:
        """The person whom the sentences before a quotation without cue speak of, newly since the last statement."""
        if attribution.cue:
            return ()
        block = attribution.content[0].block
        since = self._end.end if self._end is not None and self._end.block == block else 0
        found = person_before(self._article, self._names, attribution, since)
        if found or attribution.kind is Kind.DIRECT:
            return found
        return subject_introduced(self._article, self._names, attribution, since)

    def _main(self, attribution: Attribution) -> tuple[Span, ...]:
        """Of a source in several pieces the ones that name the speaker: no outlet beside it, no "darin", not the one
        who is warned in "Berater warnen Holm"."""
        source = attribution.source
        if len(source) < 2:
            return source
        apart = _ADVERBS | _OBJECTS
        named = [span for span in source if span.text.lower() not in apart and not self._is_outlet(span.text)]
        pronouns = [span for span in named if span.text.lower() in _SUBJECTS]
        around = len(named) == 2 and attribution.cue and _stands_between(named[0], attribution.cue[0], named[1])
        return tuple(pronouns[:1] or (named[:1] if around else named)) or source

    def _is_outlet(self, text: str) -> bool:
        return parse_mention(text, self._names, self._article.language).cls is SourceClass.OUTLET

    def _unnamed(self, attribution: Attribution) -> Voice:
        """The speaker where no source stands here: carried on, or nobody (hearsay)."""
        cue = {word for span in attribution.cue for word in span.text.lower().split()}
        if cue and not cue & _BACK:
            return NOBODY
        return self._interviewee(attribution) or self._previous(attribution.content[0].block) or NOBODY

    def _interviewee(self, attribution: Attribution) -> Voice | None:
        """Who answers in an interview, or speaks in quotation marks before anybody is named as speaking: the person who
        spoke for themselves before, else the one that the article is about."""
        if attribution.cue or attribution.kind is not Kind.DIRECT:
            return None
        if is_in_quotes(self._article, attribution.content[0]):
            return None if self._last is not None else self._most_named()
        return self._answering or self._most_named()

    def _most_named(self) -> Voice | None:
        named = Counter(place.person.name for place in self._names.occurrences).most_common(2)
        clear = named and named[0][1] >= _OFTEN * (named[1][1] if len(named) > 1 else 1)
        return Voice(named[0][0], SourceClass.PERSON) if clear else None

    def _previous(self, block: int) -> Voice | None:
        if self._last is None or self._blocks_between(self._last[0], block) > _CARRY_BLOCKS:
            return None
        return Voice(self._last[1].name, self._last[1].cls)

    def _blocks_between(self, first: int, last: int) -> int:
        """Blocks from one to another; an interviewer's questions do not count."""
        return sum(not block.text.rstrip().endswith("?") for block in self._article.blocks[first + 1 : last + 1])

    def _speaker_line(self, attribution: Attribution) -> tuple[Span, ...]:
        quote = attribution.content[0].block
        if self._article.blocks[quote].kind is not BlockKind.QUOTE:
            return ()
        lines = [block for block in self._article.blocks if block.of == quote and block.text]
        return (self._article.span(lines[0].index, 0, len(lines[0].text)),) if lines else ()

    def _is_aside(self, attribution: Attribution) -> bool:
        """Whether a statement stands in a relative clause; whoever spoke before goes on behind it."""
        return len(attribution.source) == 1 and self._pointing.is_relative(attribution.source[0])

    def _unresolved(self, spans: Sequence[Span]) -> Voice:
        """Somebody speaks, and the text does not settle who: no name, but the words that say so."""
        return Voice("", SourceClass.PERSON, tuple(spans))


def _is_named(name: str, text: str) -> bool:
    """Whether a text names a party, by its name or by the abbreviation that belongs to it."""
    short = re.search(r"\((\w+)\)", name)
    return bool(name) and (name in text or (short is not None and f"({short.group(1)})" in text))


def _is_people(mention: Mention, place: Span) -> bool:
    """Whether one unknown word without an article has the form of a German plural for people."""
    bare = mention.form is Form.NAME and mention.cls is SourceClass.ORGANISATION and place.text == mention.name
    return bare and re.fullmatch(r"[A-ZÄÖÜ][a-zäöüß]{2,}en", mention.name) is not None


def _is_possessed(spans: Sequence[Span]) -> bool:
    """Whether words are for something of somebody's ("seine Rechnung"), who speaks and not it."""
    return any(_POSSESSIVE.match(span.text) for span in spans)


def _stands_between(first: Span, middle: Span, last: Span) -> bool:
    return first.block == middle.block == last.block and first.end < middle.start < last.start


def _verb(attribution: Attribution) -> str:
    """The first word of the cue; "" where there is none."""
    return attribution.cue[0].text.split()[0] if attribution.cue else ""
