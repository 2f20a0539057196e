"""Reasons to say that a page has no article: front pages, consent walls, error pages, pages with hardly any text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quellenlage.faults import FaultKind
from quellenlage.model.text import BlockKind
from quellenlage.reading.blocks import Part
from quellenlage.reading.body import is_long
from quellenlage.reading.declared import Declared
from quellenlage.reading.headline import Headline

_RUNNING = frozenset((BlockKind.PARAGRAPH, BlockKind.SUMMARY, BlockKind.LIST_ITEM, BlockKind.QUOTE))
_FEW_DECLARED = 100  # characters of running text that a page needs which declares an article
_FEW = 250  # and one that declares none
_ERROR_PAGE = 900  # characters of running text below which an error in the title counts
_MOSTLY = 0.6  # share of the running text that is about consent, from which a page is a consent wall
_TEASERS = 4  # headings with about one paragraph each, from which a page is a list of teasers
_NOT_FOUND = re.compile(
    r"\b404\b|nicht gefunden|existiert nicht|nicht (?:mehr )?verfügbar|not found|page (?:does|doesn.t) (?:not )?exist"
    r"|no longer available"
    r"|access denied|zugriff verweigert|just a moment|are you a (?:robot|human)|captcha",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"\bcookies?\b|einwilligung|datenschutz|personenbezogen|\btracking\b|\bconsent\b|privacy (?:policy|settings)"
    r"|werbefrei|pur-abo",
    re.IGNORECASE,
)


def doubt_about(parts: Sequence[Part], headline: Headline, declared: Declared) -> FaultKind | None:
    """Why this is no article, or None where it may well be one."""
    running = [part for part in parts if part.kind in _RUNNING and is_long(part.chunk)]
    size = sum(len(part.text) for part in running)
    is_declared = bool(declared.article) or "article" in (declared.first("og:type") or "").lower()
    if size < (_FEW_DECLARED if is_declared else _FEW):
        return FaultKind.HARDLY_TEXT
    if size < _ERROR_PAGE and _NOT_FOUND.search(f"{headline.text} {declared.title}"):
        return FaultKind.ERROR_PAGE
    if is_declared:
        return None
    if sum(len(part.text) for part in running if _CONSENT.search(part.text)) > _MOSTLY * size:
        return FaultKind.CONSENT
    return FaultKind.LIST if _is_teaser_list(parts) else None


def _is_teaser_list(parts: Sequence[Part]) -> bool:
    headings = sum(part.kind is BlockKind.HEADING for part in parts)
    paragraphs = sum(part.kind in _RUNNING for part in parts)
    return headings >= _TEASERS and paragraphs <= 1.3 * headings
