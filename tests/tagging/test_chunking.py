"""Chunks and windows of invented text."""

from hypothesis import given
from hypothesis import strategies as st

from quellenlage.language.passage import Passage
from quellenlage.tagging.chunking import chunks, encode
from quellenlage.tagging.labels import Trigger
from quellenlage.tagging.windows import window
from word_network import pieces_of

_WORD = "Wort"
_texts = st.lists(st.integers(1, 260), min_size=1, max_size=14).map(
    lambda sizes: "\n".join(" ".join([_WORD] * size) + "." for size in sizes)
)


@given(_texts)
def test_every_word_is_judged_in_exactly_one_chunk(text: str) -> None:
    encoded = encode(Passage.of(text), pieces_of([text]))
    judged = [word for chunk in chunks(encoded) for word in chunk.core]
    assert judged == list(range(len(encoded.passage.words)))


@given(_texts)
def test_positions_point_at_the_words_own_pieces(text: str) -> None:
    encoded = encode(Passage.of(text), pieces_of([text]))
    for chunk in chunks(encoded):
        for word in chunk.words:
            place = chunk.position(word)
            own = encoded.pieces[word]
            assert chunk.ids[place : place + len(own)] == own
        assert len(chunk.ids) <= 512  # what the encoder has positions for


@given(_texts, st.sampled_from(Trigger))
def test_windows_hold_their_trigger(text: str, trigger: Trigger) -> None:
    encoded = encode(Passage.of(text), pieces_of([text]))
    for chunk in chunks(encoded):
        found = window(encoded, chunk, trigger, (chunk.core[0],))
        assert found.start <= chunk.position(found.words[0]) < found.end
        assert found.end - found.start <= 230


def test_a_cue_looks_ahead_and_a_content_back() -> None:
    text = " ".join(" ".join([_WORD] * 60) + "." for _ in range(5))
    encoded = encode(Passage.of(text), pieces_of([text]))
    (chunk,) = chunks(encoded)
    middle = (encoded.units[2].start,)
    ahead = window(encoded, chunk, Trigger.CUE, middle)
    back = window(encoded, chunk, Trigger.START, middle)
    assert ahead == window(encoded, chunk, Trigger.CUE, middle)
    assert (ahead.start, ahead.end) == (back.start, back.end) == (chunk.bounds[1][0], chunk.bounds[3][1])
