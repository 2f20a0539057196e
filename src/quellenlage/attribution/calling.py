"""One name for one body inside an article that calls it by several ("Fed", "US-Notenbank", "Federal Reserve")."""

from __future__ import annotations

import re
from collections.abc import Mapping

from quellenlage.gazetteer.institutions import Institution, body_of_state, find_institution
from quellenlage.model.text import Article

_SHORTEST = 4
"""Letters from which a name may be inflected in the text; shorter ones are abbreviations."""
_LINKS = frozenset("of for the and für der die das des von und".split())


class Calling:
    """The names in use in one article: of an institution the longest that it writes, of a state's body the first."""

    def __init__(self, article: Article, long_forms: Mapping[str, str]) -> None:
        self._text = "\n".join(block.text for block in article.blocks)
        self._long_forms = long_forms
        self._first: dict[tuple[str, str], str] = {}

    def called(self, name: str) -> str:
        """The article's own name for the body that `name` means, or `name` where nothing more is known."""
        institution = find_institution(name)
        if institution is not None:
            return self._longest(institution, name)
        introduced = self._introduced(name)
        if introduced is not None:
            return introduced
        body = body_of_state(name)
        return self._first.setdefault(body, name) if body is not None else name

    def _introduced(self, name: str) -> str | None:
        """The name with its short form that has the same words: "Port Authority of Seyport (PAS)" for "Seyport's port
        authority"."""
        words = _words_of(name)
        found = [form for form in self._long_forms.values() if len(words) > 1 and _words_of(form) == words]
        return found[0] if len(found) == 1 else None

    def _longest(self, institution: Institution, name: str) -> str:
        short = [self._long_forms[one] for one in institution.names if one in self._long_forms]
        if short:
            return short[0]
        written = [one for one in institution.names if self._is_written(one)]
        return max((*written, name), key=lambda one: len(one.split()))  # of equal length the first of the list

    def _is_written(self, name: str) -> bool:
        ending = r"e?[nrms]?" if len(name) > _SHORTEST else ""
        words = [re.escape(word[:-1] if word.endswith("e") else word) for word in name.split()]
        return re.search(r"\b" + r"\w{0,2} ".join(words) + ending + r"\b", self._text) is not None


def _words_of(name: str) -> frozenset[str]:
    """The words of a name that tell, in lower case, without short form and genitive."""
    bare = re.sub(r"[’']s?\b|\(.*?\)", "", name)
    return frozenset(re.findall(r"\w+", bare.lower())) - _LINKS
