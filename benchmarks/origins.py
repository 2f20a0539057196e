"""Claims, independent origins, denials and drift on worked scenarios, end to end.

    python -m benchmarks.origins [FOLDER...] [--errors] [--judged] [--orders N] [--out FOLDER]

Each folder holds the pages of one scenario and its expected.json (corpora/origins/README.md). Its pages are read and
added to a fresh ledger, and what `quellenlage claims --format json` says of it is scored: appearances found, B-cubed
precision, recall and F1 of the claims, claims with the right number of origins (and with it in their range), expected
deniers named (and named ones expected), expected denials found in their places, denials taken for appearances, drift by
kind, pairs that are not the same but stand in one claim. Then the pages are added in other orders: claims, origins and
drift must be the same. Without a folder: corpora/origins and ../shared/gold/origins.
--errors says what is wrong where; --out keeps the JSON; --judged first lets the author of the scenario judge which
statements are one claim, so that origins, denials and drift are seen alone.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.claim_scores import CHANGES, Scores, Share, Wire, score
from benchmarks.judged import judgements
from benchmarks.scenarios import find_scenarios, load_scenario
from quellenlage.ledger import Ledger, Query, open_ledger
from quellenlage.model.claim import Judgement
from quellenlage.pipeline import Outcome, extract_inputs, settle
from quellenlage.rendering.claim_records import claim_record
from quellenlage.settling import claims

_RECORDED = datetime(2031, 1, 1, tzinfo=UTC)


def main() -> None:
    """Read, add, score, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--judged", action="store_true")
    parser.add_argument("--orders", type=int, default=3)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    total, stable = Scores(), True
    for folder in given.folders or find_scenarios():
        scenario = load_scenario(folder)
        outcomes = read_pages(scenario.pages)
        found = find_claims(outcomes, judgements(scenario, outcomes) if given.judged else ())
        scores = score(scenario, found)
        print(f"{scenario.name:<28} {describe(scores)}", flush=True)
        if given.errors:
            print("".join(f"    {error}\n" for error in scores.errors), end="")
        if given.out:
            given.out.mkdir(parents=True, exist_ok=True)
            (given.out / f"{scenario.name}.json").write_text(json.dumps(found, ensure_ascii=False, indent=1), "utf-8")
        stable &= given.judged or _is_stable(outcomes, found, given.orders)
        total.add(scores)
    print(f"{'all':<28} {describe(total)}")
    if given.orders and not given.judged:
        print(f"{given.orders} other orders: {'identical' if stable else 'DIFFERENT claims or origins'}")
    sys.exit(not stable)


def read_pages(pages: Sequence[Path]) -> list[Outcome]:
    """The pages as `quellenlage add` reads them. Exits where one cannot be read."""
    outcomes = list(extract_inputs([str(page) for page in pages]))
    for outcome in outcomes:
        if outcome.reading is None:
            sys.exit(str(outcome.failure))
    return outcomes


def find_claims(outcomes: Sequence[Outcome], judged: Iterable[Judgement] = ()) -> list[Wire]:
    """What `quellenlage claims --format json` says of a fresh ledger with the pages, added in this order."""
    with linked(outcomes, judged) as ledger:
        return [claim_record(claim) for claim in claims(ledger, Query()).items]


@contextmanager
def linked(outcomes: Sequence[Outcome], judged: Iterable[Judgement] = ()) -> Iterator[Ledger]:
    """A fresh ledger with the pages, added in this order and linked, and what was judged; it is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder, closing(open_ledger(str(Path(folder) / "ledger.sqlite"))) as ledger:
        for outcome in outcomes:
            settle(outcome, ledger, recorded_at=_RECORDED)
        for judgement in judged:
            ledger.judge(judgement)
        yield ledger


def _is_stable(outcomes: Sequence[Outcome], found: list[Wire], orders: int) -> bool:
    stable = True
    for seed in range(orders):
        shuffled = list(outcomes)
        random.Random(seed).shuffle(shuffled)
        if _canonical(find_claims(shuffled)) != _canonical(found):
            print(f"    order {seed}: other claims")
            stable = False
    return stable


def _canonical(found: list[Wire]) -> list[str]:
    return sorted(json.dumps(claim, sort_keys=True) for claim in found)


def describe(scores: Scores) -> str:
    """The measured values in one line."""
    precision, recall, f1 = (100 * value for value in scores.clusters.means)
    parts = [
        f"found {scores.found}",
        f"B3 P {precision:.1f} R {recall:.1f} F1 {f1:.1f}",
        f"origins {scores.origins} (in range {scores.in_range})",
        f"denied {scores.denials} (named {scores.denials_found}, places {scores.denials_placed}, "
        f"inside {scores.denials_inside.right})",
        "drift "
        + " ".join(f"{what} {scores.drift.get(what, Share())}" for what in CHANGES if what in scores.drift)
        + f" (named {scores.drift_found})",
        f"wrongly same {scores.not_same}",
    ]
    return "  ".join(parts)


if __name__ == "__main__":
    main()
