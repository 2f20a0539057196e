"""What is kept of a statement: small, whole, and the same whichever article is traced first."""

from __future__ import annotations

from tests.linking.press import Press
from tests.linking.told import traced

from quellenlage.linking.assertions import assertions
from quellenlage.linking.features import same_unit
from quellenlage.linking.keys import keys
from quellenlage.linking.sketch import unpack
from quellenlage.model.claim import TraceKind
from quellenlage.qualifying import qualify

HEAD = "Holmer Bote | de | 2026-03-02 | Fähre vor Norderhever auf Grund | Die Fähre Wiebke sitzt fest."
ABROAD = "Sound Herald | en | 2026-03-03 | Ferry aground off Norderhever | The ferry Wiebke is stuck."
LATER = "Küstenkurier | de | 2026-03-09 | Bergung der Wiebke | Schlepper ziehen die Fähre vor Norderhever frei."
SAID = "a | Reederei Holm | organisation | indirect | [An Bord seien 214 Passagiere gewesen], teilte sie mit."
TOLD = "b | | none | assertion | Die Wiebke wurde 1988 in Norderhever gebaut."


def test_a_sketch_is_small_and_comes_back_whole() -> None:
    trace = traced(HEAD, SAID)[0]
    assert len(trace.data) < 1700
    sketch = unpack(trace.data)
    assert sketch.pack() == trace.data
    assert [amount.value for amount in sketch.amounts] == [214]
    assert sketch.speaker == "Reederei Holm"


def test_keys_are_of_the_sketch_alone() -> None:
    trace = traced(HEAD, SAID)[0]
    assert keys(unpack(trace.data)) == trace.keys


def test_articles_of_one_event_in_the_same_weeks_meet() -> None:
    assert traced(HEAD, SAID)[0].keys & traced(LATER, SAID)[0].keys


def test_two_rare_names_meet_at_any_time() -> None:
    first = "Holmer Bote | de | 2026-03-02 | Fähre vor Norderhever auf Grund | Die Fähre aus Pellwormersiel sitzt fest."
    later = (
        "Küstenkurier | de | 2027-10-09 | Neue Fähre in Norderhever | Sie fährt von Norderhever nach Pellwormersiel."
    )
    elsewhere = (
        "Küstenkurier | de | 2027-10-09 | Neue Fähre in Norderhever | Sie fährt von Norderhever nach Büsumerdeich."
    )
    said = "a | Reederei Husmann | organisation | indirect | [Niemand sei verletzt worden], teilte sie mit."
    assert traced(first, SAID)[0].keys & traced(later, said)[0].keys
    assert not traced(first, SAID)[0].keys & traced(elsewhere, said)[0].keys


def test_how_long_something_lasts_is_a_figure_in_every_language() -> None:
    german = "a | Reederei Holm | organisation | indirect | [Die Fähre fahre drei Wochen lang nicht], teilte sie mit."
    english = "a | Holm line | organisation | indirect | [The ferry would not sail for three weeks], it said."
    amounts = [unpack(traced(*each)[0].data).amounts for each in ((HEAD, german), (ABROAD, english))]
    assert [[amount.value for amount in each] for each in amounts] == [[3], [3]]
    assert same_unit(amounts[0][0], amounts[1][0])


def test_a_short_sentence_with_a_figure_is_an_assertion() -> None:
    press = Press()
    page = press.page("Holmer Bote", 0, "90 Karten sind weg! Alle Karten sind weg.")
    found = assertions(press.readings[page.id], qualify)
    assert [each.attribution.content[0].text for each in found] == ["90 Karten sind weg!"]


def test_a_sentence_of_the_outlet_itself_is_an_assertion() -> None:
    told = [trace for trace in traced(HEAD, SAID, TOLD) if trace.kind is TraceKind.ASSERTION]
    texts = [trace.statement.attribution.content[0].text for trace in told if trace.statement]
    assert "An Bord seien 214 Passagiere gewesen, teilte sie mit." not in texts
