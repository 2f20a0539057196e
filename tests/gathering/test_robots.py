"""robots.txt as RFC 9309 has it, one row a case."""

import pytest

from quellenlage.gathering.robots import is_allowed

EVERYTHING = "User-agent: *\nDisallow: /"


@pytest.mark.parametrize(
    ("robots", "path", "allowed"),
    [
        ("", "/a", True),
        (EVERYTHING, "/a", False),
        ("user-agent:*\ndisallow:/", "/a", False),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: Quellenlage\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", False),
        ("User-agent: quellenlage\nAllow: /\n\nUser-agent: *\nDisallow: /", "/a", True),
        ("User-agent: other\nUser-agent: quellenlage\nDisallow: /x", "/x/1", False),
        ("User-agent: quellenlage\nDisallow: /x\nUser-agent: quellenlage\nDisallow: /y", "/y", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),  # the longest rule decides
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True),  # a tie allows
        ("User-agent: *\nDisallow: /*?print", "/text?print=1", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf.html", True),
        ("User-agent: *\nDisallow: /b%C3%BCcher", "/bücher/1", False),
        ("User-agent: *\nDisallow: /bücher", "/b%c3%bccher/1", False),
        ("\ufeffUser-agent: *  # all\nDisallow: /a # this", "/a", False),
        ("Sitemap: https://x.example/s.xml\n" + EVERYTHING, "/a", False),
        ("nonsense\n" + EVERYTHING, "/a", False),
    ],
)
def test_rules(robots: str, path: str, allowed: bool) -> None:
    assert is_allowed(robots, "quellenlage", path) is allowed
