"""robots.txt as RFC 9309 has it: which group speaks to us, and whether it lets us have a path.

The standard library's parser takes the first rule that fits instead of the longest, and reads no wildcards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote

_Line = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Rule:
    path: str
    allows: bool

    def fits(self, path: str) -> bool:
        """`*` stands for any characters, `$` at the end for the end of the path (section 2.2.3)."""
        pattern = self.path.removesuffix("$")
        expression = ".*".join(re.escape(part) for part in pattern.split("*"))
        return re.match(expression + ("$" if self.path.endswith("$") else ""), path, re.DOTALL) is not None


def is_allowed(robots: str, agent: str, path: str) -> bool:
    """Whether `robots` (the text of robots.txt) lets `agent` (a product token) have `path` (with its query).

    The longest rule that fits decides, and allowing wins a tie (section 2.2.2).
    """
    path = _normal(path)
    fitting = [rule for rule in _rules_for(agent, _lines(robots)) if rule.fits(path)]
    return max(fitting, key=lambda rule: (len(rule.path), rule.allows)).allows if fitting else True


def _rules_for(agent: str, lines: Iterable[_Line]) -> list[_Rule]:
    """The rules of all groups that name the agent, otherwise of those for `*` (section 2.2.1)."""
    groups: dict[str, list[_Rule]] = {}
    named: list[str] = []
    in_head = False
    for key, value in lines:
        if key == "user-agent":
            if not in_head:
                named = []
            in_head = True
            named.append(value.lower())
            groups.setdefault(value.lower(), [])
        elif key in ("allow", "disallow"):
            in_head = False
            if value:
                for name in named:
                    groups[name].append(_Rule(_normal(value), key == "allow"))
    return groups.get(agent.lower(), groups.get("*", []))


def _lines(robots: str) -> Iterator[_Line]:
    for line in robots.removeprefix("\ufeff").splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield key.strip().lower(), value.strip()


def _normal(path: str) -> str:
    """One spelling of each path, so that an escaped and a plain letter are alike (section 2.2.2)."""
    return quote(unquote(path), safe="/*$?&=;:@+,!'()~#%")
