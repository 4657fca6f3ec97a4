"""robots.txt: which rule counts for a path."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.intake.web import robots


def allows(rules: str, path: str) -> bool:
    return robots.read(rules.encode(), "Runut").allows(path)


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /", "/robots.txt", True),
        ("user-AGENT : *  # semua\r\n disallow : /a # ini", "/abc", False),
        ("User-agent: *\rDisallow: /a", "/a", False),
        ("\ufeffUser-agent: *\nDisallow: /a", "/a", False),
        ("Disallow: /a", "/a", True),  # of no program
        # The group that names the program counts alone, wherever it stands, and all that name it count together.
        ("User-agent: *\nDisallow: /\n\nUser-agent: runut\nDisallow: /x", "/a", True),
        ("User-agent: RUNUT/9\nDisallow: /x\n\nUser-agent: *\nDisallow:", "/x/1", False),
        (
            "User-agent: runut\nDisallow: /x\nUser-agent: lain\nDisallow: /\nUser-agent: runut\nDisallow: /y",
            "/y",
            False,
        ),
        ("User-agent: runut\nDisallow: /x\nUser-agent: lain\nDisallow: /\nUser-agent: runut\nDisallow: /y", "/z", True),
        ("User-agent: lain\nUser-agent: runut\nDisallow: /x", "/x", False),
        ("User-agent: lain\n\nUser-agent: runut\nDisallow: /x", "/x", False),
        ("User-agent: runutbot\nDisallow: /", "/x", True),
        ("User-agent: lain\nDisallow: /", "/x", True),
        ("User-agent: runut\n\nUser-agent: *\nDisallow: /", "/x", False),
        # The longest rule decides, and of equals the one that allows.
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b/c", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", True),
        # Stars and the end.
        ("User-agent: *\nDisallow: /*?", "/a?x=1", False),
        ("User-agent: *\nDisallow: /*?", "/a", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", True),
        ("User-agent: *\nDisallow: /a$", "/a", False),
        ("User-agent: *\nDisallow: /a$", "/ab", True),
        ("User-agent: *\nDisallow: /a*b*c", "/a-b-c", False),
        ("User-agent: *\nDisallow: /a*b*c", "/a-c-b", True),
        ("User-agent: *\nDisallow: *ab$", "/ab", False),
        ("User-agent: *\nDisallow: /ab*b$", "/ab", True),
        # Two ways to write one path.
        ("User-agent: *\nDisallow: /berita/k%C3%A9ras", "/berita/kéras", False),
        ("User-agent: *\nDisallow: /%62erita", "/berita", False),
        ("User-agent: *\nDisallow: /a%2fb", "/a/b", True),
        ("User-agent: *\nDisallow: /a%2Ab", "/a%2ab", False),
        ("User-agent: *\nDisallow: /a%2Ab", "/axb", True),
        # Lines that are no rule.
        ("User-agent: *\nSitemap: https://kabar.example/s.xml\nDisallow /x\nDisallow: /y", "/x", True),
        ("User-agent: *\nSitemap: https://kabar.example/s.xml\nDisallow /x\nDisallow: /y", "/y", False),
        ("<html><body>Disallow: /</body></html>", "/", True),
    ],
)
def test_the_rule_that_counts(rules: str, path: str, allowed: bool) -> None:
    assert allows(rules, path) is allowed


def test_a_wish_for_distance() -> None:
    assert robots.read(b"User-agent: *\nCrawl-delay: 2.5", "Runut").delay == 2.5
    assert robots.read(b"User-agent: *\nCrawl-delay: 86400", "Runut").delay == robots.MAX_DELAY
    assert robots.read(b"User-agent: *\nCrawl-delay: -1", "Runut").delay == 0


@given(st.binary(max_size=300), st.text(max_size=60))
def test_any_file_has_rules_and_any_path_an_answer(data: bytes, path: str) -> None:
    assert robots.read(data, "Runut").allows("/" + path.encode("utf-8", "replace").decode()) in (True, False)


@pytest.mark.parametrize("line", ["disallow: /x{}y", "{}y", "disallow{}y", "user-agent: x{}#", "disallow: {}:{}y"])
def test_no_line_takes_long(line: str) -> None:
    began = time.process_time()
    robots.read(("User-agent: *\n" + line.replace("{}", " " * 200_000)).encode(), "Runut")
    assert time.process_time() - began < 1


def test_no_pattern_takes_long() -> None:
    began = time.process_time()
    rules = "User-agent: *\n" + "Disallow: /" + "*a" * 2_000 + "$\n"
    assert allows(rules, "/" + "a" * 4_000 + "b")
    assert time.process_time() - began < 1
