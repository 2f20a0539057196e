"""What is kept of a statement: small, whole, and the same whichever article is traced first."""

from __future__ import annotations

from tests.linking.told import traced

from quellenlage.linking.keys import keys
from quellenlage.linking.sketch import unpack
from quellenlage.model.claim import TraceKind

HEAD = "Holmer Bote | de | 2026-03-02 | Fähre vor Norderhever auf Grund | Die Fähre Wiebke sitzt fest."
LATER = "Küstenkurier | de | 2026-03-09 | Bergung der Wiebke | Schlepper ziehen die Fähre vor Norderhever frei."
SAID = "a | Reederei Holm | organisation | indirect | [An Bord seien 214 Passagiere gewesen], teilte sie mit."
TOLD = "b | | none | assertion | Die Wiebke wurde 1988 in Norderhever gebaut."


def test_a_sketch_is_small_and_comes_back_whole() -> None:
    trace = traced(HEAD, SAID)[0]
    assert len(trace.data) < 1500
    sketch = unpack(trace.data)
    assert sketch.pack() == trace.data
    assert [amount.value for amount in sketch.amounts] == [214]
    assert sketch.speaker == "Reederei Holm"


def test_keys_are_of_the_sketch_alone() -> None:
    trace = traced(HEAD, SAID)[0]
    assert keys(unpack(trace.data)) == trace.keys


def test_articles_of_one_event_in_the_same_weeks_meet() -> None:
    assert traced(HEAD, SAID)[0].keys & traced(LATER, SAID)[0].keys


def test_a_sentence_of_the_outlet_itself_is_an_assertion() -> None:
    told = [trace for trace in traced(HEAD, SAID, TOLD) if trace.kind is TraceKind.ASSERTION]
    texts = [trace.statement.attribution.content[0].text for trace in told if trace.statement]
    assert "An Bord seien 214 Passagiere gewesen, teilte sie mit." not in texts
