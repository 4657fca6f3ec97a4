"""A report as a TimeML document."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

import runut
from runut.cli import cli
from runut.lang import load
from runut.model import Anchor, Article, Credits, Timex
from runut.reading import dates
from runut.text import view

INDONESIAN = load("id")
TUESDAY = "2025-06-10"


def find(words: str, anchor: str | None = TUESDAY) -> tuple[Timex, ...]:
    article = Article(id="a", source="a.txt", text=words, sha256="")
    found = dates.find_timexes(article, view(words, INDONESIAN), Credits(), Anchor(day=anchor), INDONESIAN)
    assert all(words[t.start : t.end] == t.text for t in found)
    return found


def told(words: str, anchor: str | None = TUESDAY) -> list[tuple[str, str, str]]:
    return [(t.text, t.type, t.value) for t in find(words, anchor)]


# (sentence, what is told of it): one expression a line
ONE = [
    ("Laga digelar Kamis (5/6/2025) di sana.", ("Kamis (5/6/2025)", "DATE", "2025-06-05")),
    ("Laga digelar Kamis (5/6/2025) malam.", ("Kamis (5/6/2025) malam", "TIME", "2025-06-05TNI")),
    ("Laga digelar Kamis (5/6/2025) dini hari.", ("Kamis (5/6/2025) dini hari", "TIME", "2025-06-05TMO")),
    ("Laga digelar Kamis (5/6/2025) petang.", ("Kamis (5/6/2025) petang", "TIME", "2025-06-05TEV")),
    ("Gempa terasa semalam.", ("semalam", "TIME", "2025-06-09TNI")),
    (
        "Laga digelar Kamis (5/6/2025) pukul 07.30 WIB.",
        ("Kamis (5/6/2025) pukul 07.30 WIB", "TIME", "2025-06-05T07:30"),
    ),
    ("Laga digelar pukul 07.30 WIB.", ("pukul 07.30 WIB", "TIME", "2025-06-10T07:30")),
    ("Lagu tahun 80-an diputar.", ("tahun 80-an", "DATE", "198")),
    ("Lagu 1990-an diputar.", ("1990-an", "DATE", "199")),
    ("Benteng itu dibangun pada abad ke-17.", ("abad ke-17", "DATE", "16")),
    ("Ekspor turun pada kuartal II 2024.", ("kuartal II 2024", "DATE", "2024-Q2")),
    ("Ekspor turun pada semester I 2024.", ("semester I 2024", "DATE", "2024-H1")),
    ("Ekspor turun akhir pekan lalu.", ("akhir pekan lalu", "DATE", "2025-W23-WE")),
    ("Jalan rusak pada musim hujan.", ("musim hujan", "DATE", "2025-WI")),
    ("Karya musim panas 2019 dipamerkan.", ("musim panas 2019", "DATE", "2019-SU")),
    ("Jalan ramai menjelang tahun baru.", ("tahun baru", "DATE", "2025-01-01")),
    ("Rancangan APBN 2024 dibahas.", ("2024", "DATE", "2024")),
    ("Pabrik dibuka sejak lama; saat itu sungai jernih.", ("saat itu", "DATE", "PAST_REF")),
    ("Jalan itu kini ramai.", ("kini", "DATE", "PRESENT_REF")),
    ("Air surut dua hari lalu.", ("dua hari lalu", "DATE", "2025-06-08")),
    ("Air surut beberapa hari lalu.", ("beberapa hari lalu", "DATE", "PAST_REF")),
    ("Air surut dalam tiga hari terakhir.", ("tiga hari terakhir", "DURATION", "P3D")),
    ("Air surut dalam beberapa hari terakhir.", ("beberapa hari terakhir", "DURATION", "PXD")),
    ("Air naik selama dua jam 30 menit.", ("dua jam 30 menit", "DURATION", "PT2H30M")),
    ("Air naik selama dua setengah jam.", ("dua setengah jam", "DURATION", "PT2.5H")),
    ("Air naik selama 1,5 jam.", ("1,5 jam", "DURATION", "PT1.5H")),
    ("Air naik selama lima belas menit.", ("lima belas menit", "DURATION", "PT15M")),
    ("Air naik selama 3-4 jam.", ("3-4 jam", "DURATION", "PTXH")),
    ("Air naik selama dua-tiga hari.", ("dua-tiga hari", "DURATION", "PXD")),
    ("Malam hari jalan itu sepi.", ("Malam hari", "TIME", "2025-06-10TNI")),
    ("Ia berusia 45 tahun.", ("45 tahun", "DURATION", "P45Y")),
    ("Ia menunggu berjam-jam.", ("berjam-jam", "DURATION", "PTXH")),
    ("Pasar dibuka setiap Senin.", ("setiap Senin", "SET", "XXXX-WXX-1")),
    ("Pasar dibuka setiap hari.", ("setiap hari", "SET", "P1D")),
    ("Pasar dibuka setiap 5 tahun.", ("setiap 5 tahun", "SET", "P5Y")),
    ("Pasar dibuka setahun sekali.", ("setahun sekali", "SET", "P1Y")),
    ("Pasar dibuka sehari tiga kali.", ("sehari tiga kali", "SET", "P1D")),
    ("Pasar dibuka dua kali sepekan.", ("dua kali sepekan", "SET", "P1W")),
    ("Antrean mengular hingga malam.", ("malam", "TIME", "2025-06-10TNI")),
]


@pytest.mark.parametrize(("words", "expected"), ONE)
def test_expression_has_its_type_and_value(words: str, expected: tuple[str, str, str]) -> None:
    assert told(words) == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Laga digelar Kamis dan Jumat.", ["2025-06-05", "2025-06-06"]),
        ("Izin berlaku 2013 hingga 2033.", ["2013", "2033"]),
        ("Pasar ditutup 4-6 Juni 2025.", ["2025-06-04", "2025-06-06"]),
        ("Laga digelar Kamis (5/6), sekitar pukul 07.30 WIB.", ["2025-06-05", "2025-06-05T07:30"]),
        ("Laga digelar Kamis (5/6) sekitar pukul 07.30 WIB.", ["2025-06-05", "2025-06-05T07:30"]),
    ],
)
def test_what_is_joined_is_two(words: str, expected: list[str]) -> None:
    assert [value for _, _, value in told(words)] == expected


@pytest.mark.parametrize(
    "words",
    [
        "Sebelumnya, jalan itu sepi.",
        "Ia makan malam di kota.",
        "Tanah itu kosong; 2000 orang datang.",
        "Warga membawa pohon natal.",
    ],
)
def test_what_only_orders_the_tale_or_names_a_thing_is_none(words: str) -> None:
    assert told(words) == []


def test_clock_time_of_a_habit_is_one_expression_without_a_day() -> None:
    assert told("Kapal itu biasanya berangkat sekitar pukul 13.00 WITA.") == [
        ("sekitar pukul 13.00 WITA", "TIME", "T13:00")
    ]


def test_feast_is_the_nearest() -> None:
    assert told("Jalan ramai menjelang tahun baru.", "2025-11-10") == [("tahun baru", "DATE", "2026-01-01")]


def test_what_cannot_be_placed_keeps_its_shape() -> None:
    assert told("Laga digelar Kamis pukul 07.30.", None) == [("Kamis pukul 07.30", "DATE", "XXXX-XX-XX")]
    assert told("Laga digelar pukul 07.30.", None) == [("pukul 07.30", "TIME", "XXXX-XX-XXT07:30")]


@pytest.mark.parametrize("row", INDONESIAN.table("durations"), ids=lambda row: row["form"])
def test_row_of_durations(row: dict[str, str]) -> None:
    (length,) = [t for t in find(row["example"]) if t.type == "DURATION"]
    assert row["form"] in length.text
    if row["kind"] != "tail":
        assert length.value.startswith("P") and row["value"].strip("T")[-1] in length.value
    if row["counter"]:
        assert not [t for t in find(row["counter"]) if t.type == "DURATION"]


@pytest.mark.parametrize("row", INDONESIAN.table("timex_words"), ids=lambda row: f"{row['role']}:{row['form']}")
def test_row_of_timex_words(row: dict[str, str]) -> None:
    found = find(row["example"])
    here = [t for t in found if row["role"] == "apart" or row["form"].lower() in t.text.lower()]
    assert here, found
    if row["role"] == "apart":
        assert [t.value for t in found] == ["PAST_REF"]
    elif row["role"] == "mod":
        assert here[0].mod == row["value"]
    elif row["value"]:
        assert here[0].value.endswith(row["value"])
    if row["counter"]:
        assert not find(row["counter"])


def test_document_is_timeml_and_keeps_the_text() -> None:
    words = "Warga <RT 1> & RT 2 mengungsi Kamis (5/6/2025).\nMereka menunggu \x07 selama tiga hari."
    reading = runut.read({"text": words, "title": "Banjir & Warga", "published": TUESDAY})
    root = ElementTree.fromstring(runut.to_timeml(reading))
    body = root.find("TEXT")
    assert body is not None
    assert "".join(body.itertext()) == words.replace("\x07", "\ufffd")
    tags = [(t.get("tid"), t.get("type"), t.get("value"), t.text) for t in body.iter("TIMEX3")]
    assert tags == [("t1", "DATE", "2025-06-05", "Kamis (5/6/2025)"), ("t2", "DURATION", "P3D", "tiga hari")]
    assert root.findtext("TITLE") == "Banjir & Warga"
    assert root.findtext("DCT/TIMEX3") == TUESDAY


def test_english_report_has_no_expressions() -> None:
    text = (
        "The council said on Thursday that the river had fallen and that the bridge would open again within three days."
    )
    reading = runut.read({"text": text, "published": TUESDAY})
    assert reading.language == "en"
    assert '<TIMEX3 tid="t1"' not in runut.to_timeml(reading)


def test_command_writes_a_document_an_article(tmp_path: Path) -> None:
    source = tmp_path / "a.json"
    source.write_text(json.dumps({"text": "Warga yang mengungsi pulang pada Kamis (5/6/2025).", "published": TUESDAY}))
    done = CliRunner().invoke(cli, ["read", str(source), "--layers", "dates", "--timex3", str(tmp_path / "out")])
    assert done.exit_code == 0, done.output
    line = json.loads(done.stdout.splitlines()[0])
    document = (tmp_path / "out" / f"{line['id']}.tml").read_text("utf-8")
    assert 'value="2025-06-05">Kamis (5/6/2025)</TIMEX3>' in document
