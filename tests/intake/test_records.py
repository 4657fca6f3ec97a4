"""Records of each scraper become articles, their text to the character."""

from __future__ import annotations

from typing import Any

import pytest

from runut import codec
from runut.intake import from_record
from runut.intake.records import find_records, is_made_here
from runut.model import Article, Skipped

TEXT = "Jembatan di Desa Lirih putus.\r\n\r\nCamat Lirih menutup jalan. "
URL = "https://kabar.example/lirih/1"

NEWS_WATCH = {
    "title": "Jembatan Putus",
    "publish_date": "2031-02-04 10:00:00",
    "author": "Rara Contoh",
    "content": TEXT,
    "keyword": "jembatan",
    "category": "daerah",
    "source": "kabar.example",
    "link": URL,
}
TRAFILATURA = {
    "title": "Jembatan Putus",
    "author": "Rara Contoh; Budi Contoh",
    "hostname": "kabar.example",
    "date": "2031-02-04",
    "fingerprint": "0a1b",
    "comments": "",
    "raw_text": "Jembatan di Desa Lirih putus. Camat",
    "text": TEXT,
    "language": "id",
    "source": URL,
    "source-hostname": "Kabar Contoh",
    "filedate": "2031-03-01",
}
NEWS_PLEASE = {
    "authors": ["Rara Contoh"],
    "date_download": "2031-03-01 00:00:00",
    "date_modify": "None",
    "date_publish": "2031-02-04 10:00:00",
    "description": "Jembatan",
    "language": "id",
    "maintext": TEXT,
    "source_domain": "kabar.example",
    "title": "Jembatan Putus",
    "url": URL,
    "text": "not this",
}
FUNDUS = {
    "title": "Jembatan Putus",
    "body": {
        "summary": ["Jembatan putus."],
        "sections": [
            {"headline": [], "paragraphs": ["Jembatan di Desa Lirih putus.", "Camat menutup jalan."]},
            {"headline": ["Perbaikan"], "paragraphs": ["Dua pekan."]},
        ],
    },
    "authors": ["Rara Contoh"],
    "publishing_date": "2031-02-04 10:00:00+07:00",
    "publisher": "Kabar Contoh",
    "lang": "id",
    "topics": [],
    "free_access": True,
}
NEWSPAPER = {
    "url": URL,
    "language": "id",
    "title": "Jembatan Putus",
    "images": [],
    "authors": ["Rara Contoh"],
    "publish_date": "2031-02-04T10:00:00+07:00",
    "summary": "",
    "meta_lang": "en",
    "meta_site_name": "Kabar Contoh",
    "canonical_link": URL,
    "text": TEXT,
}
OWN = {"title": "Jembatan Putus", "text": TEXT, "outlet": "Kabar Contoh", "url": URL, "published": "4 Februari 2031"}


def article_of(record: dict[str, Any], source: str | None = None) -> Article:
    article = from_record(record, source)
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize(
    ("record", "outlet", "published", "authors"),
    [
        (NEWS_WATCH, "kabar.example", "2031-02-04T10:00", ("Rara Contoh",)),
        (TRAFILATURA, "Kabar Contoh", "2031-02-04", ("Rara Contoh", "Budi Contoh")),
        (NEWS_PLEASE, "kabar.example", "2031-02-04T10:00", ("Rara Contoh",)),
        (NEWSPAPER, "Kabar Contoh", "2031-02-04T10:00+07:00", ("Rara Contoh",)),
        (OWN, "Kabar Contoh", "2031-02-04", ()),
    ],
    ids=["news-watch", "trafilatura", "news-please", "newspaper4k", "own names"],
)
def test_the_fields_of_each_scraper(
    record: dict[str, Any], outlet: str, published: str, authors: tuple[str, ...]
) -> None:
    article = article_of(record)
    assert article.text == TEXT
    assert article.title == "Jembatan Putus"
    assert article.url == article.source == URL
    assert (article.outlet, article.published, article.authors) == (outlet, published, authors)
    assert article.language in ("id", None)


def test_the_body_of_fundus_is_joined_as_fundus_does() -> None:
    article = article_of(FUNDUS)
    assert article.text == "\n\n".join(
        ("Jembatan putus.", "Jembatan di Desa Lirih putus.", "Camat menutup jalan.", "Perbaikan", "Dua pekan.")
    )
    assert (article.outlet, article.published) == ("Kabar Contoh", "2031-02-04T10:00+07:00")
    assert article_of({**FUNDUS, "plaintext": TEXT}).text == TEXT


def test_ids_are_of_source_and_text() -> None:
    article = article_of(OWN, "a.jsonl#3")
    assert article.source == "a.jsonl#3"
    assert article.id == codec.article_id("a.jsonl#3", TEXT)
    assert article.sha256 == codec.sha256(TEXT)


def test_nothing_is_not_a_name() -> None:
    article = article_of(
        {"text": TEXT, "title": "None", "outlet": "null", "authors": ["None", ""], "published": "None", "url": "-"}
    )
    assert (article.title, article.outlet, article.authors, article.published, article.url) == (
        None,
        None,
        (),
        None,
        None,
    )
    assert article.source == "record"


def test_lists_that_a_table_holds_as_python() -> None:
    assert article_of({"text": TEXT, "authors": "['Rara Contoh', 'Budi Contoh']"}).authors == (
        "Rara Contoh",
        "Budi Contoh",
    )
    assert article_of({"text": TEXT, "authors": "[Tim Redaksi]"}).authors == ("[Tim Redaksi]",)
    assert article_of({"text": TEXT, "author": {"@type": "Person", "name": "Rara Contoh"}}).authors == ("Rara Contoh",)


def test_names_of_fields_without_regard_to_capitals() -> None:
    article = article_of({"Title": "Jembatan", "CONTENT": TEXT, "Publish Date": "4 Februari 2031", "source": URL})
    assert (article.title, article.text, article.published, article.url) == ("Jembatan", TEXT, "2031-02-04", URL)


def test_the_old_code_of_indonesian() -> None:
    assert [article_of({"text": TEXT, "language": x}).language for x in ("in", "id_ID", "ID", "Indonesian", 5)] == [
        "id",
        "id",
        "id",
        None,
        None,
    ]


def test_an_unreadable_stamp_gives_way_to_the_next_field() -> None:
    assert article_of({"text": TEXT, "published": "Tidak ditemukan", "date": "2031-02-04"}).published == "2031-02-04"


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ({}, "empty record"),
        ({"title": "Jembatan"}, "without a text (its fields: title)"),
        ({"text": ""}, "text is empty"),
        ({"text": None, "title": "x"}, "text is empty"),
        ({"text": " \u200b\ufeff\n…"}, "no words"),
        ({"text": 5}, "the record's text is a number, no text"),
        ({"text": ["a", "b"]}, "the record's text is a list, no text"),
        ({"isi": {"a": "b"}}, "the record's isi is a record, no text"),
        ({"text": "", "body": True}, "the record's body is true or false, no text"),
        ({"text": []}, "text is empty"),
        ({"text": "putus \ud83d di sana"}, "half a character"),
        ({"id": "1", "media_url": "kabar.example", "indexed_date": "2031-02-04", "url": URL}, "Media Cloud"),
        ({"text": "a" * 2_000_001}, "2,000,001 characters"),
    ],
)
def test_what_is_no_article_says_why(record: dict[str, Any], reason: str) -> None:
    skipped = from_record(record, "x")
    assert isinstance(skipped, Skipped)
    assert reason in skipped.reason


def test_half_characters_in_metadata_do_no_harm() -> None:
    article = article_of({"text": TEXT, "title": "Jembatan \ud83d", "authors": ["\udc00"]})
    assert article.title == "Jembatan \ufffd"
    assert codec.to_json(article)


def test_half_characters_anywhere_do_no_harm() -> None:
    for record in (
        {"url": f"{URL}\ud800", "text": TEXT},
        {"url": f"{URL}\ud800"},
        {"\ud800": "x"},
        {"text": "\ud800 a"},
    ):
        assert codec.to_json(from_record(record))
        assert codec.to_json(from_record(record, "arsip\udc00"))


def test_the_answer_of_a_news_service() -> None:
    article = article_of(
        {
            "source": {"id": None, "name": "Kabar Contoh"},
            "title": "Jembatan",
            "publishedAt": "2031-02-04T03:00:00Z",
            "content": TEXT,
        }
    )
    assert (article.outlet, article.published) == ("Kabar Contoh", "2031-02-04T10:00+07:00")


def test_wrapped_lists() -> None:
    assert list(find_records({"stories": [{"text": "a"}]}) or ()) == [{"text": "a"}]
    assert list(find_records({"articles": [{"text": "a"}], "total": 1}) or ()) == [{"text": "a"}]
    assert find_records({"text": "isi", "articles": [{"text": "a"}]}) is None
    assert find_records({"articles": ["a"]}) is None
    assert find_records(["a"]) is None


@pytest.mark.parametrize("more", ["url", "link", "title", "author", "penulis"])
def test_a_table_of_reports_with_columns_like_those_of_passages_is_read(more: str) -> None:
    assert not is_made_here(["article", "start", "end", "text", more])
    assert not is_made_here(["id", "article", "text", "start", "end"])


@pytest.mark.parametrize("more", [(), ("value",), ("outlet", "published", "rule")])
def test_a_table_of_passages_is_known_for_one_that_was_made_here(more: tuple[str, ...]) -> None:
    assert is_made_here(["id", "article", "start", "end", "text", *more])
