"""Small real stand-ins for what is slow or large."""

from __future__ import annotations

import re

from quellenlage.model.statement import Attribution, Kind
from quellenlage.model.text import Article

_QUOTED = re.compile(r"„([^“]+)“(?:, (sagte) ((?:\w+ )?[A-Z]\w+ [A-Z]\w+))?")


class QuoteTagger:
    """A tagger as far as the pipeline can tell: finds what stands between „ and “, perhaps with "sagte NAME"."""

    def tag(self, article: Article) -> tuple[Attribution, ...]:
        return tuple(
            Attribution(
                kind=Kind.DIRECT,
                content=(article.span(block.index, *match.span(1)),),
                cue=(article.span(block.index, *match.span(2)),) if match[2] else (),
                source=(article.span(block.index, *match.span(3)),) if match[3] else (),
                confidence=0.9,
            )
            for block in article.blocks
            for match in _QUOTED.finditer(block.text)
        )
