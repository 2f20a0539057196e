"""Fault: what is wrong with an input, as a kind with names, so that every interface says it in its own language.

The English words stand here, because every error must be able to say what it is; `rendering.faults` has the German
ones. Each says what is wrong and, after a semicolon, what to do.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """Every kind of fault; what `Fault.names` holds is in brackets."""

    # the input cannot be opened
    NOT_THERE = "not_there"
    DIRECTORY = "directory"
    FORBIDDEN = "forbidden"
    UNOPENED = "unopened"  # [the system's words]
    EMPTY = "empty"
    BINARY = "binary"
    TOO_LARGE = "too_large"  # [megabytes]
    DAMAGED_GZIP = "damaged_gzip"
    NO_JSON = "no_json"
    NO_BLOCKS = "no_blocks"
    # the address gives no page
    UNREACHABLE = "unreachable"  # [the network's words]
    REFUSED = "refused"  # [status, its words]
    REDIRECTS = "redirects"  # [number]
    NO_ADDRESS = "no_address"  # [where it leads to]
    ROBOTS = "robots"  # [host]
    NO_PAGE = "no_page"  # [media type]
    NO_TYPE = "no_type"
    SLOW = "slow"  # [seconds]
    NO_CONTENT = "no_content"
    DOWNLOAD_TOO_LARGE = "download_too_large"  # [megabytes]
    # the page is no article
    NO_TEXT = "no_text"
    NO_BODY = "no_body"
    HARDLY_TEXT = "hardly_text"
    ERROR_PAGE = "error_page"
    CONSENT = "consent"
    LIST = "list"
    TOO_LONG = "too_long"  # [characters]
    NO_MARKUP = "no_markup"
    TOO_DEEP = "too_deep"
    LANGUAGE_UNTOLD = "language_untold"
    LANGUAGE_UNSPOKEN = "language_unspoken"  # [its code]
    # reading it has gone wrong
    TOOK_LONG = "took_long"  # [seconds]
    ENDED_READER = "ended_reader"
    ENDED_PROGRAM = "ended_program"
    STUMBLED = "stumbled"  # [the program's error]
    UNEXPECTED = "unexpected"  # [the program's words]


_ENGLISH = {
    FaultKind.NOT_THERE: "does not exist; check the path",
    FaultKind.DIRECTORY: "is a directory; name the files in it",
    FaultKind.FORBIDDEN: "may not be read; check its permissions",
    FaultKind.UNOPENED: "cannot be read ({0}); check the path",
    FaultKind.EMPTY: "is empty; give a page that has content",
    FaultKind.BINARY: "is a binary file; give a web page, plain text or blocks as JSON",
    FaultKind.TOO_LARGE: "is larger than {0} MB; give a single page",
    FaultKind.DAMAGED_GZIP: "is damaged gzip data; fetch or save the page again",
    FaultKind.NO_JSON: 'is not valid JSON; give {{"blocks": ["…", …]}}',
    FaultKind.NO_BLOCKS: 'has no list of strings under "blocks"; give {{"blocks": ["…", …]}}',
    FaultKind.UNREACHABLE: "cannot be fetched ({0}); check the address",
    FaultKind.REFUSED: "the server answered {0} {1}; open it in a browser, save it and read the file",
    FaultKind.REDIRECTS: "redirects more than {0} times; give the final address",
    FaultKind.NO_ADDRESS: "leads to {0}, which is no address of a page; give the final address",
    FaultKind.ROBOTS: "{0} asks programs not to fetch it (robots.txt); open it in a browser, save it and read the file",
    FaultKind.NO_PAGE: "is {0}, not a page; give the address of an article",
    FaultKind.NO_TYPE: "is of no known type, not a page; give the address of an article",
    FaultKind.SLOW: "takes longer than {0} seconds; try again, or open it in a browser, save it and read the file",
    FaultKind.NO_CONTENT: "is empty; open it in a browser, save it and read the file",
    FaultKind.DOWNLOAD_TOO_LARGE: "is larger than {0} MB; save the article alone and read the file",
    FaultKind.NO_TEXT: "has no running text that could be an article; give the text of a single article",
    FaultKind.NO_BODY: "has no running text that could be an article; give the page of a single article",
    FaultKind.HARDLY_TEXT: "has hardly any running text; give the page of a single article",
    FaultKind.ERROR_PAGE: "is an error page; give the page of a single article",
    FaultKind.CONSENT: "asks for consent instead of showing an article; give the page of a single article",
    FaultKind.LIST: "is a list of articles; give the page of a single article",
    FaultKind.TOO_LONG: "holds {0} characters of text, more than any article; give the page of a single article",
    FaultKind.NO_MARKUP: "has no markup that can be parsed; save the page again",
    FaultKind.TOO_DEEP: "nests its tags too deeply to be read; save the page's text as .txt instead",
    FaultKind.LANGUAGE_UNTOLD: "is in a language that cannot be told; name it, German (de) or English (en)",
    FaultKind.LANGUAGE_UNSPOKEN: 'is in the language "{0}"; only German (de) and English (en) are read',
    FaultKind.TOOK_LONG: "takes longer than {0} seconds to read; add the article's text alone",
    FaultKind.ENDED_READER: "ended the process that read it; add the article's text alone",
    FaultKind.ENDED_PROGRAM: "ended the program each time it was read; leave it out",
    FaultKind.STUMBLED: "made this program stumble ({0}); please report that together with the page",
    FaultKind.UNEXPECTED: "{0}",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of a kind, with the names or numbers that fill it, in the order that the kind says."""

    kind: FaultKind
    names: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """It in English, as half a sentence about the input: "is larger than 50 MB; give a single page"."""
        return _ENGLISH[self.kind].format(*self.names)


def stumbled(error: Exception) -> Fault:
    """What an error that nobody expected says of the input at which it was raised."""
    return Fault(FaultKind.STUMBLED, (called(error),))


def called(error: Exception) -> str:
    """An error that nobody expected in the program's own words: "KeyError: 'x'"."""
    return f"{type(error).__name__}: {error}"
