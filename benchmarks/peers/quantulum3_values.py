"""Reads a JSON list of English sentences and writes what quantulum3 finds in each: a list of [value, high or null].

Runs in quantulum3's own environment (see benchmarks/environments.py). Its unit "dozen" is counted in, and its value ±
uncertainty is a range. It has no bounds.
"""

from __future__ import annotations

import json
import sys
import time
import warnings

warnings.simplefilter("ignore")

from quantulum3 import parser  # type: ignore[import-not-found, unused-ignore] # noqa: E402


def _value(quantity: object) -> list[float | None]:
    value, spread = getattr(quantity, "value"), getattr(quantity, "uncertainty")  # noqa: B009
    factor = 12.0 if getattr(quantity, "unit").name == "dozen" else 1.0  # noqa: B009
    if spread:
        return [round(factor * (value - spread), 4), round(factor * (value + spread), 4)]
    return [round(factor * value, 4), None]


def main() -> None:
    """One list of quantities a sentence, and the seconds that reading them took."""
    sentences = json.load(sys.stdin)
    parser.parse("It weighs 3 kg.")  # what is loaded once is not measured
    started = time.perf_counter()
    found = [[_value(quantity) for quantity in parser.parse(sentence)] for sentence in sentences]
    json.dump({"found": found, "seconds": time.perf_counter() - started}, sys.stdout)


if __name__ == "__main__":
    main()
