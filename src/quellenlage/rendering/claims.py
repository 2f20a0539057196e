"""Claims as text for a terminal: a list, and the full receipt of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from rich.text import Text

from quellenlage.model.claim import Appearance, ArticleHead, Claim, Drift, Judgement, Origin
from quellenlage.model.text import Language
from quellenlage.rendering.labels import counted, label
from quellenlage.rendering.phrases import (
    ARROW,
    chain,
    in_quotes,
    marks,
    moment_phrase,
    quoted,
    shown,
    source_class,
    speaker_name,
)
from quellenlage.rendering.reasons import reason_phrase
from quellenlage.rendering.terminal import open_console, print_wrapped

Line = tuple[Text, Text]
"""A line of text and its indent."""

_SHORT = 10  # digits of an id that are shown; any unique beginning is understood
_INDENT = Text("  ")
_DEEPER = Text("     ")


def print_claims(stream: TextIO, claims: Sequence[Claim], language: Language) -> None:
    """Each claim with how many origins it has in how many articles, and who they are."""
    console = open_console(stream)
    for claim in claims:
        print_wrapped(console, Text(shown(claim.text), style="bold"))
        print_wrapped(console, Text(summary(claim, language)), _INDENT)
        for origin in claim.origins:
            print_wrapped(console, _origin_line(origin, language), _INDENT)
        if claim.denials:
            denied = f"{label('denied_by', language)}: {', '.join(map(shown, claim.denied_by))}"
            print_wrapped(console, Text(denied, style="yellow"), _INDENT)
        print_wrapped(console, Text(claim.id[:_SHORT], style="dim"), _INDENT)
        console.print()


def print_claim(stream: TextIO, claim: Claim, language: Language) -> None:
    """Everything that is known of one claim: where it stands, where it comes from, who denies it, how it changed."""
    console = open_console(stream)
    print_wrapped(console, Text(shown(claim.text), style="bold"))
    print_wrapped(console, Text(f"{summary(claim, language)} · {claim.id}"))
    for heading, lines in sections(claim, language):
        console.print()
        print_wrapped(console, Text(heading, style="dim"))
        for line, indent in lines:
            print_wrapped(console, line, indent)
    console.print()
    print_wrapped(console, Text(label("how_made", language), style="dim"))


def print_judgements(stream: TextIO, judgements: Sequence[Judgement], language: Language) -> None:
    """People's judgements, the earliest first."""
    console = open_console(stream)
    for judgement in judgements:
        for line, indent in _judgement(judgement, language):
            print_wrapped(console, line, indent)


def summary(claim: Claim, language: Language) -> str:
    """How well it is sourced: "2 independent origins (at least 1, at most 3) in 14 articles"."""
    articles = len({appearance.article.id for appearance in claim.appearances})
    place = label("in_article" if articles == 1 else "in_articles", language).format(articles)
    return f"{origins_phrase(claim, language)} {place}"


def origins_phrase(claim: Claim, language: Language) -> str:
    """How many origins it has, with the range where something is not known."""
    number = len(claim.origins)
    phrase = counted(number, "origin", language) if number else label("no_origin", language)
    if claim.fewest < claim.most:
        phrase += f" ({label('between', language).format(claim.fewest, claim.most)})"
    return phrase


def sections(claim: Claim, language: Language) -> Iterator[tuple[str, list[Line]]]:
    """What is known of a claim, each section under its heading; sections that would be empty are left out."""
    by_id = {each.statement.id: each for each in claim.appearances}
    contents: tuple[tuple[str, Iterable[Iterable[Line]]], ...] = (
        ("appearances", (_appearance(each, language) for each in claim.appearances)),
        ("where_from", (_origin(origin, by_id, language) for origin in claim.origins)),
        ("circles", ([(Text(ARROW.join(map(shown, (*circle, circle[0])))), _INDENT)] for circle in claim.circles)),
        ("denials", (_appearance(each, language) for each in claim.denials)),
        ("drifts", (_drift(drift, by_id, language) for drift in claim.drift)),
        ("judgements", (_judgement(each, language) for each in claim.judgements)),
    )
    for heading, entries in contents:
        lines = [line for entry in entries for line in entry]
        if lines:
            yield label(heading, language), lines


def _appearance(appearance: Appearance, language: Language) -> Iterator[Line]:
    statement, article = appearance.statement, appearance.article
    yield Text.assemble((moment_phrase(article.published, language), "dim"), "  ", (_outlet(article), "bold")), _INDENT
    cls = source_class(statement.speaker, language)
    who = chain(statement, article.outlet, language) if statement.via else speaker_name(statement.speaker, language)
    yield Text.assemble((who, "cyan"), (f" · {cls}" if cls else "", "dim")), _DEEPER
    yield Text(quoted(statement, language)), _DEEPER
    yield Text(" · ".join((*marks(statement, language), statement.id[:_SHORT])), style="dim"), _DEEPER


def _origin(origin: Origin, by_id: dict[str, Appearance], language: Language) -> Iterator[Line]:
    yield _origin_line(origin, language), _INDENT
    outlets = dict.fromkeys(_outlet(by_id[each].article) for each in origin.appearances if each in by_id)
    yield Text(f"{label('told_by', language)}: {', '.join(outlets)}", style="dim"), _DEEPER
    for reason in origin.reasons:
        yield Text(f"– {reason_phrase(reason, language)}"), Text("     ")


def _origin_line(origin: Origin, language: Language) -> Text:
    name = shown(origin.name) or label("class.none", language)
    cls = f" · {label(f'class.{origin.cls}', language)}" if origin.name else ""
    unsure = "" if origin.certain else f" · {label('unsure', language)}"
    return Text.assemble((name, "bold cyan"), (cls, "dim"), (unsure, "yellow"))


def _drift(drift: Drift, by_id: dict[str, Appearance], language: Language) -> Iterator[Line]:
    way = ARROW.join(_outlet(by_id[each].article) for each in (drift.before_id, drift.after_id) if each in by_id)
    yield Text.assemble((label(f"drift.{drift.what}", language), "bold"), (f"  {way}", "dim")), _INDENT
    before, after = (
        in_quotes(shown(words), language) if words else label("nothing", language)
        for words in (drift.before, drift.after)
    )
    yield Text(f"{before}{ARROW}{after}"), _DEEPER


def _judgement(judgement: Judgement, language: Language) -> Iterator[Line]:
    what = label(f"verdict.{judgement.verdict}", language)
    if judgement.undoes:
        what += f": {judgement.undoes[:_SHORT]}"
    made = f"{shown(judgement.by)}, {moment_phrase(judgement.at, language)} · {judgement.id[:_SHORT]}"
    yield Text.assemble((what, "bold"), (f"  {made}", "dim")), _INDENT
    if judgement.note:
        yield Text(shown(judgement.note)), _DEEPER
    if judgement.sides:
        sides = (", ".join(each[:_SHORT] for each in side) for side in judgement.sides)
        yield Text(" | ".join(sides), style="dim"), _DEEPER


def _outlet(article: ArticleHead) -> str:
    return shown(article.outlet or article.page)
