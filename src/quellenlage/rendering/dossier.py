"""The dossier of a claim: all its receipts in words, whatever they are then written in. What is unknown is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quellenlage.model.claim import Appearance, ArticleHead, Claim, Copy, Drift, Judgement, Origin
from quellenlage.model.statement import SourceClass, Statement
from quellenlage.model.text import Language
from quellenlage.rendering.claims import origins_phrase
from quellenlage.rendering.labels import label
from quellenlage.rendering.links import address_of, address_of_words
from quellenlage.rendering.phrases import (
    ARROW,
    blocks_of,
    chain,
    circumstances,
    figure_phrase,
    headline,
    in_quotes,
    marks,
    moment_phrase,
    quoted,
    shown,
    source_class,
    speaker_name,
)
from quellenlage.rendering.reasons import reason_phrase


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; `address` is where it leads, `language` that of the words of a page."""

    text: str
    address: str | None = None
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is known: what it is, and its lines."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under a heading; `is_numbered` where others refer to them by their numbers."""

    heading: str
    entries: tuple[Entry, ...]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class Dossier:
    """A claim in words: its text in the language of its page, how well it is sourced, the sections, how it was made."""

    title: Line
    summary: str
    sections: tuple[Section, ...]
    foot: str
    nothing: str
    language: Language


def compile_dossier(claim: Claim, language: Language) -> Dossier:
    """Everything that is known of a claim, in the labels' language. Every section is there, also where it is empty."""
    numbers = {each.statement.id: number for number, each in enumerate(claim.appearances, start=1)}
    outlets = {each.article.id: _outlet(each.article, language) for each in (*claim.appearances, *claim.denials)}
    circles = (Entry(ARROW.join(map(shown, (*circle, circle[0]))), ()) for circle in claim.circles)
    contents: tuple[tuple[str, Iterator[Entry]], ...] = (
        ("appearances", (_appearance(each, language) for each in claim.appearances)),
        ("where_from", (_origin(each, numbers, language) for each in claim.origins)),
        ("copies", (_copy(each, outlets, language) for each in claim.copies)),
        ("circles", circles),
        ("denials", (_appearance(each, language) for each in claim.denials)),
        ("drifts", (_drift(each, numbers, language) for each in claim.drift)),
        ("judgements", (_judgement(each, numbers, language) for each in claim.judgements)),
    )
    return Dossier(
        title=Line(shown(claim.text), language=_language(claim)),
        summary=f"{_summary(claim, language)} · {claim.id}",
        sections=tuple(Section(label(key, language), tuple(found), key == "appearances") for key, found in contents),
        foot=label("how_made", language),
        nothing=label("nothing_known", language),
        language=language,
    )


def _summary(claim: Claim, language: Language) -> str:
    """ "2 independent origins (at least 1, at most 3) in 4 appearances in 3 articles"."""
    places, articles = len(claim.appearances), len({each.article.id for each in claim.appearances})
    parts = (
        origins_phrase(claim, language),
        label("at_place" if places == 1 else "at_places", language).format(places),
        label("in_article" if articles == 1 else "in_articles", language).format(articles),
    )
    return " ".join(parts)


def _language(claim: Claim) -> Language | None:
    """The language of the text, where all its appearances are of one."""
    languages = {each.article.language for each in claim.appearances}
    return languages.pop() if len(languages) == 1 else None


def _appearance(appearance: Appearance, language: Language) -> Entry:
    statement, article = appearance.statement, appearance.article
    title = f"{moment_phrase(article.published, language)} · {_outlet(article, language)}"
    return Entry(title, tuple(_receipt(statement, article, language)))


def _receipt(statement: Statement, article: ArticleHead, language: Language) -> Iterator[Line]:
    yield Line(quoted(statement, language), language=article.language)
    yield Line(_voice(statement, article, language))
    yield Line(" · ".join(marks(statement, language)))
    for figure in statement.qualification.figures:
        yield Line(f"{label('figure', language)}: {figure_phrase(figure, language)}")
    yield from (Line(each) for each in circumstances(statement, language))
    yield Line(f"{label('headline', language)}: {headline(article.headline, language)}")
    if article.agencies:
        yield Line(f"{label('agencies', language)} {shown(', '.join(article.agencies))}")
    yield Line(shown(article.url) if article.url else label("no_address", language), address_of(article.url))
    place = f"{label('block', language)} {blocks_of(statement)} · {label('statement', language)} {statement.id}"
    yield Line(place, address_of_words(article.url, statement.attribution.content[0]))


def _voice(statement: Statement, article: ArticleHead, language: Language) -> str:
    """The whole chain with the speaker's class; that the outlet asserts it by itself; or that nobody is named."""
    said = statement.attribution
    if statement.speaker.cls is SourceClass.NONE and not said.cue and not statement.via:
        return label("own_words", language)
    path = chain(statement, article.outlet, language) if statement.via else speaker_name(statement.speaker, language)
    cls = source_class(statement.speaker, language)
    return f"{path} · {cls}" if cls else path


def _origin(origin: Origin, numbers: Mapping[str, int], language: Language) -> Entry:
    parts = [shown(origin.name) or label("class.none", language)]
    if origin.name:
        parts.append(label(f"class.{origin.cls}", language))
    if not origin.certain:
        parts.append(label("unsure", language))
    lines = [Line(f"{label('stands_at', language)}: {_places(origin.appearances, numbers)}")]
    lines += [Line(reason_phrase(reason, language)) for reason in origin.reasons]
    return Entry(" · ".join(parts), tuple(lines))


def _copy(copy: Copy, outlets: Mapping[str, str], language: Language) -> Entry:
    names = [outlets.get(article, article) for article in copy.copies]
    way = f"{outlets.get(copy.source, copy.source)}{ARROW}{', '.join(names)}" if copy.source else ", ".join(names)
    lines = [Line(label("shared", language).format(round(100 * copy.share)))]
    lines += [Line(reason_phrase(reason, language)) for reason in copy.reasons]
    if copy.source is None:
        lines.append(Line(label("source_unknown", language)))
    return Entry(way, tuple(lines))


def _drift(drift: Drift, numbers: Mapping[str, int], language: Language) -> Entry:
    way = ARROW.join(_places((each,), numbers) for each in (drift.before_id, drift.after_id))
    before, after = (
        in_quotes(shown(words), language) if words else label("nothing", language)
        for words in (drift.before, drift.after)
    )
    return Entry(f"{label(f'drift.{drift.what}', language)} · {way}", (Line(f"{before}{ARROW}{after}"),))


def _judgement(judgement: Judgement, numbers: Mapping[str, int], language: Language) -> Entry:
    what = label(f"verdict.{judgement.verdict}", language)
    title = f"{what} · {shown(judgement.by)}, {moment_phrase(judgement.at, language)}"
    sides = " | ".join(_places(side, numbers) for side in judgement.sides)
    lines = [Line(f"{label('statements', language)}: {sides}")] if sides else []
    lines += [Line(shown(judgement.note))] if judgement.note else []
    return Entry(title, (*lines, Line(judgement.id)))


def _places(statements: tuple[str, ...], numbers: Mapping[str, int]) -> str:
    """The numbers of appearances; the id of a statement that is none of them."""
    return ", ".join(str(numbers.get(each, each)) for each in statements)


def _outlet(article: ArticleHead, language: Language) -> str:
    return shown(article.outlet) if article.outlet else f"{label('no_outlet', language)} ({shown(article.page)})"
