"""Everything that can go wrong, sorted by who must act.

    QuellenlageError
    ├── PageError            the input: named in the message, with what to do about it
    │   ├── UnreadablePage   cannot be opened or decoded (missing, a directory, no permission, binary, too large)
    │   ├── NoArticle        read, but nothing in it is an article
    │   └── UnknownLanguage  an article, in a language that is not spoken here
    ├── ModelError           the installed model files: missing, damaged, of another version
    ├── LedgerError          the ledger: cannot be opened or written
    │   └── NewerLedger      written by a newer version of this program
    ├── LinkingError         the program made a mistake in linking some articles; all others are linked
    └── SettingsError        how the program was called or configured
        ├── QueryError       what is asked of the ledger makes no sense: a search without words, a damaged cursor
        └── ReviewError      a review that does not fit the article: words that do not stand there, nothing to undo

A failure of one page becomes a value in the pipeline (`Outcome.failure`) and never stops a batch, in a batch also one
that nobody expected; everything else propagates. All errors pickle, so that they cross process borders.
"""

from quellenlage.faults import Fault


class QuellenlageError(Exception):
    """Root of all errors that this package raises on purpose."""


class PageError(QuellenlageError):
    """An input that cannot become an article. `name` is the input as the user gave it, `fault` what is wrong."""

    def __init__(self, name: str, fault: Fault) -> None:
        super().__init__(name, fault)
        self.name = name
        self.fault = fault

    @property
    def reason(self) -> str:
        """What is wrong and, after a semicolon, what to do: one line in English."""
        return self.fault.words

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


class UnreadablePage(PageError):
    """The input cannot be opened or decoded."""


class NoArticle(PageError):
    """The input was read, but nothing in it is an article."""


class UnknownLanguage(PageError):
    """The article is in a language that is not spoken here."""


class ModelError(QuellenlageError):
    """The model files are missing, damaged or of another version."""


class LedgerError(QuellenlageError):
    """The ledger cannot be opened or written."""


class NewerLedger(LedgerError):
    """The ledger was written by a newer version of this program."""


class LinkingError(QuellenlageError):
    """Linking some articles has failed by a mistake of the program. They wait; all others are linked."""


class SettingsError(QuellenlageError):
    """The program was called or configured in a way that cannot work."""


class QueryError(SettingsError):
    """What is asked of the ledger makes no sense."""


class ReviewError(SettingsError):
    """A review does not fit the article or what was reviewed before."""
