"""Who could know: a party with the voices under which articles name it, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from benchmarks.world import names
from quellenlage.model.statement import SourceClass

_ORGANISATION, _PERSON = SourceClass.ORGANISATION, SourceClass.PERSON


@dataclass(frozen=True, slots=True)
class Voice:
    """One way to name a party: `written` as it stands in the sentence, `name` as the reader resolves it."""

    written: str
    name: str
    cls: SourceClass


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who could know by themselves. `voices` by language. An unnamed one speaks to `first` alone; one who has
    `seen` it gives the name (the first voice) to those who ask, and is unnamed only where others pass it on."""

    key: str
    voices: Mapping[str, tuple[Voice, ...]]
    first: str | None = None
    seen: bool = False


_BODIES = {  # body, one of its people, its head
    "rescue": (
        ("die Feuerwehr {p}", "{a} von der Feuerwehr {p}", "Einsatzleiter {b} von der Feuerwehr {p}"),
        ("the {p} fire service", "{a} of the {p} fire service", "commander {b} of the {p} fire service"),
    ),
    "police": (
        ("die Polizei {p}", "{a} von der Polizei {p}", "Polizeichefin {b} aus {p}"),
        ("{p} police", "{a} of {p} police", "{p} police chief {b}"),
    ),
    "authority": (
        ("der Landkreis {p}", "{a} vom Landkreis {p}", "Amtsleiter {b} vom Landkreis {p}"),
        ("the {p} district", "{a} of the {p} district", "{b}, head of the {p} district"),
    ),
    "company": (
        ("{o}", "{a} von {o}", "Geschäftsführerin {b} von {o}"),
        ("{o}", "{a} of {o}", "{o} chief executive {b}"),
    ),
    "group": (
        ("die Gewerkschaft {p}", "{a} von der Gewerkschaft {p}", "Sekretär {b} von der Gewerkschaft {p}"),
        ("the {p} union", "{a} of the {p} union", "secretary {b} of the {p} union"),
    ),
    "organisers": (
        ("das Bündnis {p}", "{a} vom Bündnis {p}", "Versammlungsleiter {b} vom Bündnis {p}"),
        ("the {p} alliance", "{a} of the {p} alliance", "rally leader {b} of the {p} alliance"),
    ),
}
_UNNAMED = (
    ("ein Mitarbeiter von {o}", "eine mit dem Vorgang vertraute Person", "ein Insider"),
    ("an employee of {o}", "a person familiar with the matter", "an insider"),
)
_WITNESS = (("Anwohner {a}", "ein Anwohner"), ("resident {a}", "a resident"))
_DOCUMENTS = (("ein Prüfbericht des Landesamtes", "der Prüfbericht"), ("a report by the inspectorate", "the report"))


def make_party(kind: str, key: str, place: str, firm: str, first: str, random: Random) -> Party:
    """A party of a kind (a column of facts.tsv, or "organisers")."""
    people = {"a": names.person(random), "b": names.person(random)}
    words = {"p": place, "o": firm, **people}
    if kind in _BODIES:
        return Party(key, dict(zip(("de", "en"), (_body(forms, words) for forms in _BODIES[kind]), strict=True)))
    forms, cls = {
        "insider": (_UNNAMED, SourceClass.UNNAMED),
        "witness": (_WITNESS, SourceClass.UNNAMED),
        "document": (_DOCUMENTS, SourceClass.DOCUMENT),
    }[kind]
    voices = {
        language: tuple(_voice(form, words, cls) for form in written)
        for language, written in zip(("de", "en"), forms, strict=True)
    }
    return Party(key, voices, first if kind == "insider" else None, kind == "witness")


def _body(forms: tuple[str, str, str], words: Mapping[str, str]) -> tuple[Voice, ...]:
    body, *people = forms
    written = body.format_map(words)
    name = written.split(" ", 1)[1] if written.startswith(("die ", "der ", "das ", "the ")) else written
    persons = (Voice(each.format_map(words), words["ab"[i]], _PERSON) for i, each in enumerate(people))
    return (Voice(written, name, _ORGANISATION), *persons)


def _voice(form: str, words: Mapping[str, str], cls: SourceClass) -> Voice:
    written = form.format_map(words)
    if "{a}" in form:
        return Voice(written, words["a"], _PERSON)
    article, _, rest = written.partition(" ")
    return Voice(written, rest if article in ("ein", "eine", "der", "a", "an", "the") else written, cls)
