"""Whether a page's text is all there, with the marks that speak for it.

Marks are evidence, not proof: of 37 German pages with a flag, three said "not free" over a full text. So a flag decides
only together with how much text there is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quellenlage.model.text import Access, AccessState
from quellenlage.reading.declared import Declared
from quellenlage.reading.lines import flag_in, is_flag_value

_FULL_TEXT = 2_500  # characters from which a text is not just the opening that pages show to everyone
_PROMPT = re.compile(
    r"weiterlesen mit\b|jetzt (?:weiterlesen|testen|freischalten|abo\w* abschließen)|mit .{0,30}abo\b.{0,40}(?:lesen"
    r"|testen)|sie haben (?:bereits|noch kein) .{0,12}abo|"
    r"(?:artikel|text|inhalt) ist (?:nur )?(?:für|exklusiv für) .{0,30}(?:abonnent|nutzer|leser|mitglieder)"
    r"|registrieren sie sich,? um|bereits abonnent|abo abschließen|"
    r"already a subscriber|subscribe (?:now )?to (?:continue|read|keep)|to continue reading|this (?:article|story"
    r"|content) is (?:only|exclusively )?(?:for|available to) (?:subscribers|members)|"
    r"create a free account to|sign in to continue reading|unlock this article",
    re.IGNORECASE,
)
_LONGEST_PROMPT = 300
# A word that every prompt has: cheap to look for, and most lines have none.
_PAYING = re.compile(
    r"abo|weiter|registrier|artikel|inhalt|text|subscri|continue|account|sign in|unlock|available", re.IGNORECASE
)
# Looked for by plain search first: a pattern over megabytes of script costs more than all the rest of the reading.
_NEEDLES = (b"aywall", b"isPaid", b"is_paid", b"isPremium", b"is_premium", b"isMetered", b"ontentTier", b"ontent_tier")
_MOST_FLAGS = 8
_SCRIPT_FLAG = re.compile(
    r"""\b(isPaid|is_paid|isPremium|is_premium|isPaywall(?:ed)?|showPaywall|hasPaywall|paywall|isMetered|contentTier"
    r"|content_tier|contentTier)\b["']?\s*[:=]\s*["']?"""
    r"""(true|false|open|free|metered|locked|paid|premium|plus|purchasable|closed|abo|registered|none)\b""",
    re.IGNORECASE,
)
_CLOSED = frozenset("locked paid premium plus purchasable closed abo".split())
_OPEN = frozenset("open free none".split())
_METERED = frozenset("metered registered".split())
_ABOUT_PAYING = re.compile(r"paid|premium|paywall|plus|subscriber|metered", re.IGNORECASE)


def access_from_html(declared: Declared, source: bytes, visible: Iterable[str], length: int) -> Access:
    """Access state of an HTML page. `source` its bytes, `visible` the lines near the text, `length` the characters of
    the text found."""
    evidence: list[str] = []
    votes: list[AccessState] = []
    free = _free_flag(declared.article.get("isAccessibleForFree"))
    if free is not None:
        evidence.append(f"isAccessibleForFree: {free}")
        votes.append(AccessState.OPEN if free else AccessState.PAYWALLED)
    for selector in _selectors(declared.article.get("hasPart")):
        evidence.append(f"hasPart.cssSelector: {selector}")
    for name in ("article:content_tier", "content_tier", "cxenseparse:access", "access"):
        tier = declared.first(name)
        if tier:
            evidence.append(f"{name}: {tier}")
            votes.append(_by_word(tier))
    for name, value in _script_flags(source):
        evidence.append(f"{name}: {value}")
        votes.append(_by_flag(name, value))
    prompts = [line for line in visible if _is_prompt(line)]
    evidence.extend(f"prompt: {line[:80]}" for line in prompts[:2])
    return Access(_weighed(votes, bool(prompts), length), tuple(evidence[:12]))


def access_from_lines(lines: Sequence[str], length: int) -> Access:
    """Access state of plain text, from the script variables and prompts that were saved with it."""
    evidence: list[str] = []
    votes: list[AccessState] = []
    for place, line in enumerate(lines):
        flag = flag_in(line)
        if flag and _ABOUT_PAYING.search(flag[0]):
            following = lines[place + 1] if place + 1 < len(lines) else ""
            value = flag[1] or (following if is_flag_value(following) else "")
            evidence.append(f"{flag[0]}: {value}".rstrip())
            if value:
                votes.append(_by_flag(flag[0], value))
    prompts = [line for line in lines if _is_prompt(line)]
    evidence.extend(f"prompt: {line[:80]}" for line in prompts[:2])
    return Access(_weighed(votes, bool(prompts), length), tuple(evidence[:12]))


def _is_prompt(line: str) -> bool:
    return len(line) < _LONGEST_PROMPT and _PAYING.search(line) is not None and _PROMPT.search(line) is not None


def _script_flags(source: bytes) -> list[tuple[str, str]]:
    found: dict[tuple[str, str], None] = {}
    for needle in _NEEDLES:
        place = source.find(needle)
        looked = 0
        while place >= 0 and looked < _MOST_FLAGS:
            flag = _SCRIPT_FLAG.search(source[max(0, place - 12) : place + 60].decode("latin-1"))
            if flag:
                found[flag.group(1), flag.group(2)] = None
            looked += 1
            place = source.find(needle, place + 1)
    return list(found)


def _weighed(votes: Sequence[AccessState], prompted: bool, length: int) -> AccessState:
    votes = [vote for vote in votes if vote is not AccessState.UNKNOWN]
    full = length >= _FULL_TEXT
    if prompted and not full:
        return AccessState.PAYWALLED if length < _FULL_TEXT / 3 else AccessState.PARTIAL
    if AccessState.METERED in votes:
        return AccessState.METERED
    if AccessState.PAYWALLED in votes:
        if AccessState.OPEN in votes:
            return AccessState.OPEN if full else AccessState.UNKNOWN
        # Closed by its flag, yet the text is here: readers get some articles, or this page was saved by a subscriber.
        return AccessState.METERED if full else AccessState.PARTIAL
    return AccessState.OPEN if votes else AccessState.UNKNOWN


def _free_flag(value: object) -> bool | None:
    if isinstance(value, bool):
        return value
    word = str(value).rsplit("/", 1)[-1].strip().lower()
    return {"true": True, "false": False}.get(word)


def _selectors(parts: object) -> list[str]:
    found: list[str] = []
    for part in parts if isinstance(parts, list) else [parts]:
        selector = part.get("cssSelector") if isinstance(part, dict) else None
        found.extend(map(str, selector if isinstance(selector, list) else [selector] if selector else []))
    return found


def _by_flag(name: str, value: str) -> AccessState:
    word = value.lower()
    if word in ("true", "false"):
        if name.lower() in ("issubscriber", "ispremiumuser"):  # about the reader, not about the page
            return AccessState.UNKNOWN
        if "metered" in name.lower():
            return AccessState.METERED if word == "true" else AccessState.UNKNOWN
        return AccessState.PAYWALLED if word == "true" else AccessState.OPEN
    return _by_word(word)


def _by_word(word: str) -> AccessState:
    word = word.lower()
    if word in _CLOSED:
        return AccessState.PAYWALLED
    if word in _METERED:
        return AccessState.METERED
    return AccessState.OPEN if word in _OPEN else AccessState.UNKNOWN
