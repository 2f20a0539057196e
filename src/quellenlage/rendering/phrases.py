"""What every rendering says alike: the chain as a path, figures, times and marks in words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from quellenlage.model.claim import Claim
from quellenlage.model.figure import Figure
from quellenlage.model.statement import Distance, Kind, Polarity, Source, SourceClass, Statement
from quellenlage.model.text import Article, Language, Moment, Span
from quellenlage.model.time import Commitment, TimeReference
from quellenlage.rendering.labels import label

ARROW = " → "
GAP = " … "

# Control characters could steer a terminal, bidirectional overrides could show other words than the page has.
_UNSHOWABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def shown(text: str) -> str:
    """The text with whatever may not reach a screen replaced by U+FFFD, and line breaks and tabs by spaces."""
    return _UNSHOWABLE.sub("\ufffd", text.replace("\n", " ").replace("\t", " "))


def words(spans: Iterable[Span]) -> str:
    """The exact words of some spans; what stands between them is shown as a gap."""
    return GAP.join(shown(span.text) for span in spans)


def quoted(statement: Statement, language: Language) -> str:
    """The content in the page's exact words; quotation marks only around what the page gives as direct speech."""
    content = words(statement.attribution.content)
    return in_quotes(content, language) if statement.attribution.kind is Kind.DIRECT else content


def in_quotes(text: str, language: Language) -> str:
    """The text in the quotation marks of the labels' language."""
    return f"„{text}“" if language is Language.GERMAN else f"“{text}”"


def speaker_name(source: Source, language: Language) -> str:
    """A source's name, or that nobody is named."""
    return shown(source.name) or label(f"class.{SourceClass.NONE}", language)


def chain(statement: Statement, outlet: str | None, language: Language) -> str:
    """The path from the outlet in hand to the innermost source: "Nordlicht → NBC News → zwei Beamte"."""
    start = shown(outlet) if outlet else label("this_page", language)
    return ARROW.join([start, *(speaker_name(source, language) for source in (*statement.via, statement.speaker))])


def source_class(source: Source, language: Language) -> str:
    """A source's class in words; empty where nobody is named, which its name has said."""
    return "" if source.cls is SourceClass.NONE else label(f"class.{source.cls}", language)


def marks(statement: Statement, language: Language) -> tuple[str, ...]:
    """How it is reported and how sure the speaker claims to be, in words.

    Kind, denial, certainty with its range, hedges, and the reporter's distance where it is not neutral.
    """
    qualified = statement.qualification
    found = [label(f"kind.{statement.attribution.kind.value}", language)]
    if qualified.polarity is Polarity.DENIED:
        found.append(label("polarity.-", language))
    certainty = label(f"certainty.{qualified.certainty.value}", language)
    if qualified.likelihood:
        low, high = (round(100 * end) for end in qualified.likelihood)
        certainty += f" ({low}–{high} %)" if low != high else f" ({low} %)"
    found.append(certainty)
    if qualified.hedges:
        found.append(f"{label('hedges', language)}: {', '.join(shown(span.text) for span in qualified.hedges)}")
    stance = qualified.stance
    if stance.distance is not Distance.NEUTRAL:
        found.append(f"{label(f'distance.{stance.distance.value}', language)}: {words(stance.marks)}")
    return tuple(found)


def circumstances(statement: Statement, language: Language) -> tuple[str, ...]:
    """What else the page says of it, in words: why the speaker is not named, when it was said, what is promised."""
    found = []
    anonymity, qualified = statement.speaker.anonymity, statement.qualification
    if anonymity and anonymity.reason:
        found.append(f"{label('no_name', language)}: {in_quotes(shown(anonymity.reason.text), language)}")
    if qualified.said:
        found.append(f"{label('said_at', language)} {time_phrase(qualified.said, language)}")
    if qualified.commitment:
        found.append(_commitment(qualified.commitment, language))
    return tuple(found)


def time_phrase(time: TimeReference, language: Language) -> str:
    """A time in the words of the page, and the days that it covers where they are known: "am Montag (03.03.2031)"."""
    ends = dict.fromkeys(moment_phrase(moment, language) for moment in (time.start, time.end) if moment is not None)
    return shown(time.span.text) + (f" ({' – '.join(ends)})" if ends else "")


def _commitment(commitment: Commitment, language: Language) -> str:
    phrase = f"{label('commitment', language)}: {in_quotes(words(commitment.cue), language)}"
    if commitment.due:
        phrase += f", {label('due', language)}: {time_phrase(commitment.due, language)}"
    if commitment.fulfilment and commitment.outcome:
        told = in_quotes(shown(commitment.outcome.text), language)
        phrase += f", {label(f'fulfilment.{commitment.fulfilment.value}', language)}: {told}"
    return phrase


def figure_phrase(figure: Figure, language: Language) -> str:
    """A figure as understood: "mindestens 4.000 Panzer (bislang, laufende Summe)"."""
    if figure.value is None:
        number = label("no_value", language)
    else:
        number = number_phrase(figure.value, language)
        if figure.high is not None:
            number += f"–{number_phrase(figure.high, language)}"
    bound = label(f"bound.{figure.bound.value}", language)
    spans = dict.fromkeys(span for span in (figure.period, figure.as_of) if span)
    coverage = [shown(span.text) for span in spans]
    if figure.basis:
        coverage.append(label(f"basis.{figure.basis.value}", language))
    covered = f"({', '.join(coverage)})" if coverage else ""
    return " ".join(part for part in (bound, number, shown(figure.unit), covered) if part)


def moment_phrase(moment: Moment | None, language: Language) -> str:
    """A time as exactly as it is known, with its own offset; unknown is said."""
    if moment is None:
        return label("no_time", language)
    day = moment.strftime("%d.%m.%Y" if language is Language.GERMAN else "%Y-%m-%d")
    if not isinstance(moment, datetime):
        return day
    offset = moment.strftime("%z")
    return f"{day} {moment:%H:%M}" + (f" {offset[:3]}:{offset[3:5]}" if offset else "")


def article_facts(article: Article, language: Language) -> tuple[str, ...]:
    """Outlet, time, agencies and access in words; what the page does not say is said to be unknown."""
    facts = [
        shown(article.outlet) if article.outlet else label("no_outlet", language),
        moment_phrase(article.published, language),
    ]
    if article.authors:
        facts.append(shown(", ".join(article.authors)))
    if article.agencies:
        facts.append(f"{label('agencies', language)} {shown(', '.join(article.agencies))}")
    return (*facts, label(f"access.{article.access.state.value}", language))


def headline(text: str | None, language: Language) -> str:
    """The headline, or that there is none."""
    return shown(text) if text else label("no_headline", language)


def lead(claim: Claim, language: Language) -> str:
    """Who says it, and with which verb, where a claim's own words need that to say anything; "" where they do not:
    "Tomas Revell: warned"."""
    for each in claim.appearances:
        said = each.statement.attribution
        if said.kind is Kind.REPORTED and " ".join(span.text for span in said.content) == claim.text:
            return ": ".join(part for part in (speaker_name(each.statement.speaker, language), words(said.cue)) if part)
    return ""


def blocks_of(statement: Statement) -> str:
    """The numbers of the blocks in which the content stands: "8" or "8, 9"."""
    return ", ".join(str(index) for index in sorted({span.block for span in statement.attribution.content}))


def number_phrase(value: float, language: Language) -> str:
    """A number with the separators of the labels' language, without an exponent below 10^10."""
    text = f"{value:,.10g}" if not value.is_integer() else f"{value:,.0f}"
    return text.translate(str.maketrans(",.", ".,")) if language is Language.GERMAN else text
