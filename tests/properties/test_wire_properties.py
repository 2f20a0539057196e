"""Whatever is read can be written as JSON and comes back as it was."""

import json
from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quellenlage.model.statement import Reading
from quellenlage.model.text import Moment
from quellenlage.model.wire import JSON, moment_from_wire, moment_to_wire, reading_from_wire, reading_to_wire
from strategies import moments, readings

large = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A reading has many parts; on a busy machine, making one takes longer than hypothesis likes."""


@large
@given(readings())
def test_a_reading_comes_back_from_json_as_it_was(reading: Reading) -> None:
    text = json.dumps(reading_to_wire(reading), allow_nan=False)
    assert reading_from_wire(json.loads(text)) == reading


@large
@given(readings())
def test_every_span_quotes_its_block_back(reading: Reading) -> None:
    wire = reading_to_wire(reading)
    blocks = [block["text"] for block in wire["article"]["blocks"]]
    for statement in wire["statements"]:
        for span in _spans(statement):
            assert blocks[span["block"]][span["start"] : span["end"]] == span["text"]


def _spans(wire: object) -> Iterator[JSON]:
    """Every object in the wire that has a place, however deep."""
    if isinstance(wire, dict):
        if "start" in wire:
            yield wire
        yield from _spans(list(wire.values()))
    elif isinstance(wire, list):
        for part in wire:
            yield from _spans(part)


@given(moments)
def test_a_moment_keeps_its_precision_and_its_offset(moment: Moment) -> None:
    back = moment_from_wire(moment_to_wire(moment))
    assert back == moment
    assert type(back) is type(moment)
    assert getattr(back, "tzinfo", None) == getattr(moment, "tzinfo", None)


@given(
    st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.dictionaries(st.text(), inner))
)
def test_what_is_no_reading_is_refused_with_a_value_error(other: object) -> None:
    wire = other if isinstance(other, dict) else {"schema": "quellenlage/reading/1", "article": other}
    try:
        reading_from_wire(wire)
    except ValueError:
        return
    raise AssertionError("read something that is no reading")
