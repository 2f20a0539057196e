"""Glances: what tells of many pairs at once whether they are worth a comparison.

Most of what is published within some days has nothing to do with each other. A glance holds of a sketch what shows it
without reading it: a record of fixed length, so that a hundred thousand pairs are looked at in numpy within
milliseconds.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from quellenlage.linking import encoder, sense
from quellenlage.linking.features import CLASH, NEAR, apart, far
from quellenlage.linking.sketch import Sketch

NAMES = (
    "meaning",
    "meaning_across",
    "meaning_near",
    "overlap",
    "name_clash",
    "around",
    "names_apart",
    "same_figure",
    "figure_clash",
    "figure_clash_unowned",
    "figure_alone",
    "same_speaker",
    "other_speaker",
    "same_article",
    "days",
    "asserted",
    "across",
    "sense",
    "sense_across",
    "sense_near",
)
"""One name for each number of `look`, in order."""

_STEM = 8  # letters by which stems are known
_FIGURES, _SPEAKER, _OWN, _KNOWN, _NAMES = 3, 3, 12, 16, 16  # so many are kept
_NOTHING = 0  # in the place of a stem that is not there
_UNDATED = 0  # in the place of a day
_RECORD = np.dtype(
    [
        ("meaning", np.int8, encoder.WIDTH),
        ("sense", np.int8, sense.WIDTH),
        ("article", np.uint64),
        ("block", np.uint16),
        ("day", np.int32),
        ("language", np.uint16),
        ("asserted", np.bool_),
        ("lowest", np.float32, _FIGURES),
        ("highest", np.float32, _FIGURES),
        ("speaker", np.uint16, _SPEAKER),
        ("own", np.uint16, _OWN),
        ("named", np.uint16, _OWN),
        ("known", np.uint16, _KNOWN),
        ("weights", np.uint8, _KNOWN),
        ("names", np.uint16, _NAMES),
        ("rarities", np.uint8, _NAMES),
    ]
)
Glances = npt.NDArray[np.void]
Floats = npt.NDArray[np.float64]
Stems = npt.NDArray[np.uint16]
Rarities = npt.NDArray[np.uint8]


def glance(sketch: Sketch, *, asserted: bool) -> bytes:
    """The glance at a sketch; `asserted` are those that are compared with statements alone."""
    one = np.zeros((), _RECORD)
    one["meaning"] = sketch.meaning
    one["sense"] = sketch.sense
    one["article"] = int.from_bytes(sketch.article.encode()[:8].ljust(8), "big")
    one["block"] = min(sketch.order[0], np.iinfo(np.uint16).max)
    one["day"] = sketch.day or _UNDATED
    one["language"] = _hash(sketch.language)
    one["asserted"] = asserted
    one["lowest"] = one["highest"] = np.nan
    for place, amount in enumerate(sketch.amounts[:_FIGURES]):
        one["lowest"][place] = amount.value
        one["highest"][place] = amount.value if amount.high is None else amount.high
    _put(one["speaker"], (term.stem for term in sketch.speaker_terms))
    _put(one["own"], (term.stem for term in sketch.terms))
    _put(one["named"], (term.stem for term in sketch.terms if term.named))
    known = _put(one["known"], (term.stem for term in (*sketch.topic, *sketch.speaker_terms)))
    weights = {term.stem[:_STEM]: min(round(term.weight), round(CLASH)) for term in reversed(sketch.topic)}
    one["weights"][: len(known)] = [weights.get(stem, 0) for stem in known]
    names = sorted(sketch.names.items(), key=lambda each: (-each[1], each[0]))[:_NAMES]
    _put(one["names"], (name for name, _ in names))
    one["rarities"][: len(names)] = [round(rarity) for _, rarity in names]
    return one.tobytes()


def opened(glances: Sequence[bytes]) -> Glances:
    """The glances as records."""
    return np.frombuffer(b"".join(glances), _RECORD)


def look(one: np.void, others: Glances, near: Floats, alike: Floats) -> Floats:
    """What is seen at once of one and each other, (number of others, NAMES).

    `near` and `alike`: cosines of their meanings and of their senses.
    """
    across = (others["language"] != one["language"]).astype(float)
    figure, clash, alone = _figures(one, others)
    same, different, unowned = _speakers(one, others)
    together = others["article"] == one["article"]
    fewest = np.minimum((one["own"] != _NOTHING).sum(), (others["own"] != _NOTHING).sum(axis=1))
    return np.stack(
        [
            near,
            near * across,
            np.maximum(near - NEAR, 0),
            _held(others["own"], one["own"]).sum(axis=1) / np.maximum(fewest, 1),
            np.minimum(_lost(one, others), 2),
            np.where(together, 0.0, _around(one, others)),
            np.where(together, 0.0, apart(*_names(one, others))),
            figure,
            clash,
            clash * unowned,
            alone,
            same,
            different,
            together.astype(float),
            _days(one, others),
            (others["asserted"] | one["asserted"]).astype(float),
            across,
            alike,
            alike * across,
            np.maximum(alike - NEAR, 0),
        ],
        axis=1,
    )


def beside(ones: Glances, others: Glances, blocks: int) -> npt.NDArray[np.bool_]:
    """Which of the others stand in the same article, no more than so many blocks away: (ones, others)."""
    together: npt.NDArray[np.bool_] = _column(ones, "article")[:, None] == _column(others, "article")
    i, j = np.nonzero(together)
    here, there = (each["block"].astype(np.int32) for each in (ones, others))
    together[i, j] = np.abs(here[i] - there[j]) <= blocks
    return together


def uncompared(ones: Glances, others: Glances) -> npt.NDArray[np.bool_]:
    """Which pairs are both asserted: (ones, others)."""
    result: npt.NDArray[np.bool_] = _column(ones, "asserted")[:, None] & _column(others, "asserted")
    return result


def _column(glances: Glances, name: str) -> npt.NDArray[Any]:
    """One field of many, side by side: in the records they lie a kilobyte apart."""
    return np.ascontiguousarray(glances[name])


def _figures(one: np.void, others: Glances) -> tuple[Floats, Floats, Floats]:
    """Whether a figure of both may be the same number, whether none is, whether only one of them has figures."""
    low, high = one["lowest"][:, None], one["highest"][:, None]
    lowest, highest = others["lowest"][:, None, :], others["highest"][:, None, :]
    slack = 0.01 * np.maximum(np.abs(high), np.abs(highest))
    agree = ((lowest <= high + slack) & (low <= highest + slack)).any(axis=(1, 2))
    has, have = not np.isnan(low[0, 0]), ~np.isnan(others["lowest"][:, 0])
    return agree.astype(float), (have & has & ~agree).astype(float), (have != has).astype(float)


def _speakers(one: np.void, others: Glances) -> tuple[Floats, Floats, Floats]:
    """Whether the speakers share a name, have different ones, or one of them has none."""
    owned = (one["speaker"][0] != _NOTHING) & (others["speaker"][:, 0] != _NOTHING)
    same = _held(others["speaker"], one["speaker"]).any(axis=1)
    return same.astype(float), (owned & ~same).astype(float), (~owned).astype(float)


def _names(one: np.void, others: Glances) -> tuple[Floats, Floats]:
    """Rarity of the names that both know, and how many the one knows that knows fewer."""
    shared = _shared(one["names"], one["rarities"], others["names"], others["rarities"])
    fewer = np.minimum((one["names"] != _NOTHING).sum(), (others["names"] != _NOTHING).sum(axis=1))
    return shared, fewer.astype(float)


def _around(one: np.void, others: Glances) -> Floats:
    """Part of what the articles are about that both are about, by rarity."""
    shared = _shared(one["known"], one["weights"], others["known"], others["weights"])
    least = np.minimum(one["weights"].sum(dtype=int), others["weights"].sum(axis=1, dtype=int))
    result: Floats = np.minimum(1, shared / np.maximum(least, 1))
    return result


def _days(one: np.void, others: Glances) -> Floats:
    """How far apart both were published, 0 where that is unknown."""
    dated = (one["day"] != _UNDATED) & (others["day"] != _UNDATED)
    return np.where(dated, far(np.abs(others["day"] - one["day"])), 0.0)


def _lost(one: np.void, others: Glances) -> Floats:
    """How many names each has that the other does not know, the fewer of both."""
    known = np.concatenate([one["own"], one["known"]])
    theirs = ((others["named"] != _NOTHING) & ~_held(others["named"], known)).sum(axis=1)
    named = one["named"][one["named"] != _NOTHING]
    beside = np.concatenate([others["own"], others["known"]], axis=1)
    ours = sum((~(beside == name).any(axis=1)).astype(int) for name in named)
    result: Floats = np.minimum(theirs, ours).astype(float)
    return result


def _shared(stems: Stems, rarities: Rarities, others: Stems, other_rarities: Rarities) -> Floats:
    """Rarity of what one and each other have in common."""
    rarity = np.zeros(1 << 16)
    rarity[stems] = rarities
    rarity[_NOTHING] = 0
    result: Floats = np.minimum(rarity[others], other_rarities).sum(axis=1)
    return result


def _held(many: Stems, few: Stems) -> npt.NDArray[np.bool_]:
    """Which of the stems are among the few."""
    marked = np.zeros(1 << 16, np.bool_)
    marked[few] = True
    marked[_NOTHING] = False
    result: npt.NDArray[np.bool_] = marked[many]
    return result


def _put(places: Stems, stems: Iterable[str]) -> list[str]:
    """The beginnings for which there are places, in order, each once."""
    kept = list(dict.fromkeys(stem[:_STEM] for stem in stems))[: len(places)]
    places[: len(kept)] = [_hash(stem) for stem in kept]
    return kept


def _hash(text: str) -> int:
    return 1 + zlib.crc32(text.encode("utf-8", "surrogatepass")) % 0xFFFF
