"""The corridor: a page becomes a reading, a failure becomes a value, an outcome is recorded once."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from fakes import QuoteTagger
from quellenlage.errors import NoArticle, UnreadablePage
from quellenlage.faults import Fault, FaultKind
from quellenlage.ledger import MemoryLedger, Query
from quellenlage.model.figure import Bound
from quellenlage.model.statement import Attribution
from quellenlage.model.text import Article, Language, Page
from quellenlage.pipeline import Hints, Outcome, extract, extract_inputs, open_input, record

TEXT = """Damm an der Wesper hält wohl nicht
Am Montag begann in Unterwesp die Räumung der Häuser am Fluss, und die Feuerwehr holte Verstärkung aus dem ganzen Tal.
„Wir räumen mehr als 4000 Häuser“, sagte Bürgermeisterin Jorun Hallwig am Montag nach einer langen Sitzung des Rates.
Die Betreiberin will den Damm in den nächsten Tagen mit Sandsäcken sichern und dann weiter beraten, wie es weitergeht.
"""
EXAMPLES = Path(__file__).parents[1] / "examples" / "pages"
NOW = datetime(2031, 3, 4, 12, tzinfo=UTC)


def make_page(text: str = TEXT, name: str = "damm.txt") -> Page:
    return Page(name, text.encode(), "text/plain")


def test_a_page_becomes_a_reading_with_speakers_and_figures() -> None:
    outcome = extract(make_page(), tagger=QuoteTagger())
    assert outcome.failure is None
    assert outcome.page == make_page()
    assert outcome.reading is not None
    assert outcome.reading.article.language is Language.GERMAN
    (statement,) = outcome.reading.statements
    assert statement.speaker.name == "Jorun Hallwig"
    (figure,) = statement.qualification.figures
    assert (figure.value, figure.bound, figure.unit) == (4000.0, Bound.AT_LEAST, "Häuser")


def test_hints_are_believed_more_than_the_page() -> None:
    hints = Hints("en", "https://nordlicht.example/damm", "Nordlicht", date(2031, 3, 4))
    outcome = extract(make_page(), hints, tagger=QuoteTagger())
    assert outcome.reading is not None
    article = outcome.reading.article
    assert (article.language, article.url, article.outlet, article.published) == (
        Language.ENGLISH,
        "https://nordlicht.example/damm",
        "Nordlicht",
        date(2031, 3, 4),
    )


class Stumbling:
    """Tags one page, and makes a mistake on the next."""

    def __init__(self) -> None:
        self.tagged = 0

    def tag(self, article: Article) -> tuple[Attribution, ...]:
        self.tagged += 1
        if self.tagged == 1:
            raise KeyError("’")
        return QuoteTagger().tag(article)


def test_a_mistake_of_the_program_stops_no_batch(tmp_path: Path) -> None:
    pages = [tmp_path / name for name in ("one.txt", "two.txt")]
    for page in pages:
        page.write_text(TEXT, "utf-8")
    one, two = extract_inputs(map(str, pages), tagger=Stumbling())
    assert isinstance(one.failure, UnreadablePage)
    assert one.failure.fault == Fault(FaultKind.STUMBLED, ("KeyError: '’'",))
    assert str(one.failure).startswith(f"{pages[0]}: made this program stumble (KeyError")
    assert two.reading is not None


def test_a_page_without_an_article_is_a_failure_and_no_exception() -> None:
    outcome = extract(make_page("<html><body></body></html>", "empty.html"), tagger=QuoteTagger())
    assert (outcome.reading, outcome.name) == (None, "empty.html")
    assert isinstance(outcome.failure, NoArticle | UnreadablePage)


def test_a_failing_input_stops_no_other(tmp_path: Path) -> None:
    good = tmp_path / "damm.txt"
    good.write_text(TEXT, encoding="utf-8")
    names = [str(tmp_path / "missing.html"), str(good), str(tmp_path), "http://127.0.0.1:9/"]
    outcomes = list(extract_inputs(names, tagger=QuoteTagger()))
    assert [outcome.name for outcome in outcomes] == names
    assert [outcome.failure is None for outcome in outcomes] == [False, True, False, False]


def test_inputs_are_opened_only_when_their_turn_comes(tmp_path: Path) -> None:
    late = tmp_path / "late.txt"
    outcomes = extract_inputs([str(tmp_path / "missing.txt"), str(late)], tagger=QuoteTagger())
    next(outcomes)
    late.write_text(TEXT, encoding="utf-8")
    assert next(outcomes).reading is not None


@pytest.mark.parametrize("broken", [False, True])
def test_several_pages_are_read_side_by_side_as_one_by_one(tmp_path: Path, *, broken: bool) -> None:
    names = [str(page) for page in sorted(EXAMPLES.glob("*.html"))[:5]]
    if broken:
        names.insert(1, str(tmp_path / "missing.html"))
    together = list(extract_inputs(names))
    assert [outcome.name for outcome in together] == names
    assert [outcome.reading for outcome in together] == [
        outcome.reading for name in names for outcome in extract_inputs([name])
    ]
    assert sum(outcome.reading is None for outcome in together) == broken


def test_a_url_given_with_a_file_is_the_pages_address(tmp_path: Path) -> None:
    good = tmp_path / "damm.txt"
    good.write_text(TEXT, encoding="utf-8")
    assert open_input(str(good), url="https://nordlicht.example/damm").url == "https://nordlicht.example/damm"


def test_an_outcome_is_recorded_once() -> None:
    ledger = MemoryLedger()
    outcome = extract(make_page(), tagger=QuoteTagger())
    assert record(outcome, ledger, recorded_at=NOW)
    assert not record(outcome, ledger, recorded_at=NOW)
    assert ledger.statements(Query()).total == 1


def test_a_failure_cannot_be_recorded() -> None:
    with pytest.raises(ValueError, match="nothing to record"):
        record(Outcome("x", failure=NoArticle("x", Fault(FaultKind.NO_TEXT))), MemoryLedger(), recorded_at=NOW)
