"""Markdown: the brief as its reader has it, each line with footnotes that quote the very words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import unquote

import pytest
from read_back import words_at

from runut.exports import markdown
from runut.exports.passages import EXCERPT, line_of
from runut.exports.wording import load
from runut.model import Account

NOTE = re.compile(r"^\[\^(\d+)\]: (.*): “(.*)” <!-- (\w+) (\d+) (\d+) -->$", re.M)


@pytest.fixture(params=["told", "compared", "unrest"])
def account(request: pytest.FixtureRequest) -> Account:
    """Each of the invented accounts."""
    made: Account = request.getfixturevalue(request.param)
    return made


def plain(text: str) -> str:
    """Markdown without its escapes."""
    return re.sub(r"\\(.)", r"\1", text)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_footnote_quotes_the_words_that_it_names(account: Account, lang: str) -> None:
    text = markdown.render(account, lang)
    notes = NOTE.findall(text)
    assert notes
    for _, _, quoted, article, start, end in notes:
        assert plain(quoted) == " ".join(words_at(account, article, start, end).split())
    numbers = [int(n) for n, *_ in notes]
    assert numbers == list(range(1, len(notes) + 1))
    assert {int(n) for n in re.findall(r"\[\^(\d+)\](?!:)", text)} == set(numbers)


def test_every_line_of_the_brief_is_there_and_cited(account: Account) -> None:
    text = markdown.render(account)
    for line in account.brief:
        (told,) = (
            row for row in text.splitlines() if row.startswith("- ") and " ".join(line.text.split()) in plain(row)
        )
        assert not line.evidence or "[^" in told


def test_every_moment_and_value_is_told(unrest: Account) -> None:
    text = plain(markdown.render(unrest))
    for moment in unrest.timeline:
        assert " ".join(moment.text.split()) in text
    for clash in unrest.clashes:
        assert clash.why in text
    assert {s.relation for s in unrest.series} == {"conflict"}
    assert load("id")("relation.conflict") in text


def test_what_reports_tell_as_denied_stands_apart_from_statements_at_odds(compared: Account) -> None:
    text = markdown.render(compared)
    own = text.partition("## Dibantah, diralat, atau ditentang, menurut laporan")[2].partition("\n## ")[0]
    (line,) = [row for row in own.splitlines() if row]
    assert compared.disputes[0].why in plain(line)
    assert re.search(r"\[\^\d+\] \(", line)
    assert "## Denied, corrected or opposed, as reports tell" in markdown.render(compared, "en")


def test_a_footnote_names_outlet_day_and_leads_to_the_passage(unrest: Account) -> None:
    text = markdown.render(unrest)
    assert re.search(
        r"\[\^\d+\]: Warta Lontar, 6/3/2031, \[warta\.example\]\(<https://warta\.example/a#:~:text=[^>]+>\)", text
    )


def test_only_web_addresses_are_linked(told: Account) -> None:
    text = markdown.render(told)
    assert "javascript:" not in text
    assert all(target.startswith("https://") for target in re.findall(r"\]\(<([^>]*)>\)", text))


def test_no_text_of_a_report_becomes_a_sign(told: Account) -> None:
    text = markdown.render(told)
    outside = re.sub(r"<!-- \w+ \d+ \d+ -->|\]\(<[^>\n]*>\)", "", text)
    assert not re.findall(r"(?<!\\)[<>`|]", outside)
    assert not re.findall(r"(?<!\\)\[(?!\^\d+\])[^\]]*\]\(", outside)


@pytest.mark.parametrize(
    "address, words, want",
    [
        ("https://a.example/x", "dua orang tewas", "https://a.example/x#:~:text=dua%20orang%20tewas"),
        ("https://a.example/x#bab", "dua orang", "https://a.example/x#bab:~:text=dua%20orang"),
        ("https://a.example/x", "satu-satunya, kata dia", "https://a.example/x#:~:text=satu%2Dsatunya%2C%20kata%20dia"),
        ("https://a.example/x", "&ldquo;ya&rdquo;", "https://a.example/x#:~:text=%E2%80%9Cya%E2%80%9D"),
        ("https://a.example/x", "a b\nc d", "https://a.example/x#:~:text=a%20b,c%20d"),
        ("https://a.example/>x y", "dua", "https://a.example/%3Ex%20y#:~:text=dua"),
        ("https://a.example/x", " ", "https://a.example/x"),
    ],
)
def test_links_to_passages(address: str, words: str, want: str) -> None:
    assert markdown.link(address, words) == want


def test_a_long_passage_is_linked_by_its_ends() -> None:
    made = markdown.link("https://a.example/x", " ".join(f"kata{n}" for n in range(40)))
    assert unquote(made.split("text=")[1]) == "kata0 kata1 kata2 kata3 kata4,kata35 kata36 kata37 kata38 kata39"


def test_excerpts_cut_long_passages(tell: Callable[..., Account]) -> None:
    long = "Warga berkumpul di alun-alun Kalimas " + "dan berdoa bersama " * 30 + "pada Rabu (5/3/2031)."
    account = tell(long)
    whole, cut = markdown.render(account), markdown.render(account, excerpts=True)
    assert long in whole
    assert long not in cut
    assert all(len(plain(quoted)) <= EXCERPT for _, _, quoted, *_ in NOTE.findall(cut))


def test_it_is_the_same_again_and_another_language_is_refused(account: Account) -> None:
    assert markdown.render(account) == markdown.render(account)
    with pytest.raises(ValueError, match="language"):
        markdown.render(account, "xx")


def test_who_said_what_is_told_though_each_report_has_it_alone(tell: Callable[..., Account]) -> None:
    told = tell(
        "Banjir bandang menerjang Kota Randu pada Rabu (5/3/2031). Bupati Randu Rudi Santana mengatakan banjir bandang di Kota Randu "
        "merendam ratusan rumah. Seorang warga mengatakan banjir bandang di Kota Randu merendam sawah dan kebun miliknya. "
        "Rudi Santana mengatakan hadiah lomba layang-layang tahun depan berupa sepeda gunung."
    )
    own = markdown.render(told).partition("## Siapa berkata apa")[2].partition("\n## ")[0]
    rows = [row for row in own.splitlines() if row.startswith("- ")]
    assert "merendam ratusan rumah" in rows[0]
    assert "Rudi Santana" in rows[0]
    assert "miliknya" not in own
    assert len(rows) <= 2


def test_a_line_that_was_cut_at_a_comma_says_that_it_goes_on(unrest: Account) -> None:
    moment = replace(unrest.timeline[0], text="Delapan desa di Kota Randu tertutup abu,")
    assert line_of(moment).endswith("abu, …")
    assert line_of(replace(moment, text="Delapan desa tertutup abu.")).endswith("abu.")
