"""Party: who speaks in an appearance, after the words of its article (`speaking`); `identity` says when two are one.

A person goes by name and office, an institution by its name and by what it is, a document by its name or its author.
"""

from __future__ import annotations

from dataclasses import dataclass

from quellenlage.linking.institutions import UNKNOWN, Institution
from quellenlage.model.statement import SourceClass

_NAMEABLE = frozenset({SourceClass.ORGANISATION, SourceClass.DOCUMENT, SourceClass.UNNAMED})


@dataclass(frozen=True, slots=True)
class Party:
    """Who speaks in one appearance.

    `name` is "" where nobody is named; `person` the name of a human being; `institution` whose word it is, `introduced`
    what the article says of the person besides, `roles` the nouns of that ("Anwalt"); `is_official` is set for heads
    and spokespeople; `is_own` where the outlet's own people observed it; `is_definite` where the article calls it as
    somebody known ("the company", "her lawyer") and never as somebody new ("a lawyer"), which sets `is_new`.
    """

    name: str
    cls: SourceClass
    person: str | None = None
    institution: Institution = UNKNOWN
    introduced: Institution = UNKNOWN
    is_official: bool = False
    is_own: bool = False
    roles: frozenset[str] = frozenset()
    is_definite: bool = False
    is_new: bool = False

    @property
    def is_body(self) -> bool:
        """Whether an institution speaks, itself or by somebody whom no page names."""
        return self.cls is SourceClass.ORGANISATION and self.person is None

    @property
    def is_vague(self) -> bool:
        """Whether a body or document is told only by what it is ("the company", "a report")."""
        known = self.cls is not SourceClass.UNNAMED or bool(self.institution)
        return self.person is None and self.cls in _NAMEABLE and known and self.institution.is_vague

    @property
    def is_withheld(self) -> bool:
        """Whether it is somebody particular, or several, without a name."""
        return self.cls in {SourceClass.UNNAMED, SourceClass.GROUP} and not self.person


NOBODY = Party("", SourceClass.NONE)
