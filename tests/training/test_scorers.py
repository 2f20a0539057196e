"""Figures out of the tables that the corpora's scorers print."""

import pytest
from training.scorers import read_table, score_gold

_SCORER = """import sys
print("statements gold 8 predicted 9 matched 7  P 77.8 R 87.5 F1 82.4")
print("spans of matched: content 91.5  cue 80.0  source 70.1")
print("labels of matched: speaker 61.0  class 62.0  kind 63.0  via 64.0  polarity 65.0  certainty 66.0  "
      "chains found 3/5")
print("figures P 50.0 R 100.0 F1 66.7 (gold 2)")
print(f"who-said-what F1 (statement and speaker both right): {len(sys.argv)}.5")
"""


def test_the_gold_scorers_table(tmp_path) -> None:
    scorer = tmp_path / "score.py"
    scorer.write_text(_SCORER, encoding="utf-8")
    scored = score_gold(scorer, [tmp_path / "gold.json", tmp_path / "found.json"])
    assert scored.table.startswith("statements gold 8")
    assert scored.values == {
        "statements F1": 82.4,
        "content": 91.5,
        "cue": 80.0,
        "source": 70.1,
        "speaker": 61.0,
        "class": 62.0,
        "kind": 63.0,
        "via": 64.0,
        "polarity": 65.0,
        "certainty": 66.0,
        "chains found": 3,
        "figures F1": 66.7,
        "who said what F1": 3.5,
    }


def test_a_table_of_another_form_is_an_error() -> None:
    with pytest.raises(ValueError, match="no 'cue'; its form has changed"):
        read_table("quote 3.0", {"cue": r"cue ([\d.]+)"})
