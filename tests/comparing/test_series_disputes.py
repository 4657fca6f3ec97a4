"""Counts that differ: what stays disputed, what one source is quoted with otherwise, what stays unclear and is told all the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_series import align, of, only, read
from test_sites import at

import runut
from runut.comparing import series
from runut.comparing.rulings import Order, Rulings
from runut.lang import load
from runut.model import Account, Reading, Series

INDONESIAN = load("id")

FIRST, NEXT = "2031-04-02", "2031-04-03"
CHIEF, RESCUE, OTHER_CHIEF = "Kapolres Kalimas Wira Sasmita", "Komnas HAM", "Kapolres Lontar Tirta Wibawa"


def told(*bodies: str, day: str = FIRST) -> Account:
    return runut.account(
        [
            {"text": body, "title": "Serangan di Kalimas", "published": day, "outlet": f"Warta {n}"}
            for n, body in enumerate(bodies)
        ]
    )


def sourced(reading: Reading) -> Reading:
    """A report whose source is known as the naming that its figures have."""
    return replace(reading, figures=tuple(replace(f, as_of=FIRST) for f in reading.figures))


def test_a_disputed_count_stays_so_however_many_repeat_the_other() -> None:
    police = read("Lima orang tewas dalam serangan itu.", FIRST, speakers={"Lima": CHIEF})
    rebels = read("Serangan itu menewaskan tujuh orang.", FIRST, speakers={"tujuh": "Juru bicara Laskar Sera"})
    later = read("Korban tewas lima orang.", NEXT)
    row = only(police, rebels, later)
    assert (row.relation, row.low, row.best, row.high, len(row.figures)) == ("conflict", 5, None, 7, 3)


def test_a_count_that_nobody_disputes_still_leaves_the_others() -> None:
    many = [read(f"Korban tewas lima orang{x}.", FIRST) for x in ("", " di sana", " di lereng")]
    row = only(*many, read("Sebanyak 19 orang tewas.", FIRST))
    assert (row.relation, row.best) == ("agree", 5)


def test_one_source_quoted_otherwise_in_one_telling_is_in_conflict() -> None:
    words = "Sebanyak {} orang tewas dalam banjir bandang di Desa Randu itu, menurut keterangan petugas setempat."
    copies = [read(words.format(n), FIRST, speakers={n: CHIEF}) for n in ("7", "9")]
    row = only(*copies)
    assert (row.relation, row.rule, row.low, row.high) == ("conflict", "series:quoted-otherwise", 7, 9)


def test_one_source_that_counts_more_in_another_telling_is_none() -> None:
    one = read("Sebanyak 7 orang tewas dalam banjir bandang itu.", FIRST, speakers={"7": CHIEF})
    other = read("Kini tim menghitung 9 korban jiwa.", FIRST, speakers={"9": CHIEF})
    assert all(row.relation != "conflict" for row in align(one, other))


def test_a_narrow_range_excludes_a_count_and_a_vague_one_does_not() -> None:
    five = read("Lima orang tewas dalam serangan itu.", FIRST, speakers={"Lima": CHIEF})
    narrow = read("Serangan itu menewaskan 8 hingga 9 orang.", FIRST, speakers={"8 hingga 9": RESCUE})
    vague = read("Serangan itu menewaskan belasan orang.", FIRST, speakers={"belasan": RESCUE})
    assert [row.relation for row in align(five, narrow)] == ["conflict"]
    assert all(row.relation != "conflict" for row in align(five, vague))


def test_two_bodies_that_a_sentence_counts_by_dispute_each_other() -> None:
    (row,) = told(
        "Kamp di Kalimas diserang. Polisi menyebut lima orang tewas, sedangkan Komnas HAM mencatat enam orang tewas."
    ).series
    assert (row.relation, row.low, row.high) == ("conflict", 5, 6)


@pytest.mark.parametrize(
    "body",
    [
        "Polisi menyebut lima orang luka dari pihak aparat. Komnas HAM mencatat tujuh orang luka dari pihak mahasiswa.",
        "Basarnas mencatat tujuh orang tewas. Lurah Sirih menyebut lima orang tewas di kelurahannya.",
        "Polisi menyebut lima orang tewas. Belakangan Basarnas menyebut tujuh orang tewas.",
        "BNPB menyebut lima orang luka. Dalam gempa susulan, Basarnas mencatat tujuh orang luka.",
        "Polisi menyebut lima orang luka, sedangkan bulan lalu Komnas HAM mencatat tujuh orang luka dalam tawuran lain.",
        "Polisi menyebut lima orang luka. Tahun lalu, Komnas HAM mencatat tujuh orang luka dalam tawuran lain.",
    ],
)
def test_two_sentences_or_two_times_dispute_nothing(body: str) -> None:
    assert not [row for row in told(f"Kamp di Kalimas diserang. {body}").series if row.relation == "conflict"]


def test_a_source_named_right_before_its_count_is_no_place() -> None:
    (row,) = told(
        "Kamp di Kalimas diserang. Menurut Polri, lima orang tewas, sedangkan menurut Komnas HAM, tujuh orang tewas."
    ).series
    assert (row.relation, row.low, row.high) == ("conflict", 5, 7)


def test_a_whole_beside_some_of_it_is_no_list_of_places() -> None:
    (row,) = told(
        "Sebanyak 12 orang tewas di Kalimas, dua di antaranya di Desa Sirih, kata Kapolres Kalimas Tirta Wibawa.",
        "Sebanyak 14 orang tewas di Kalimas, kata Kepala Basarnas Sinta Melani.",
    ).series
    assert (row.relation, row.low, row.high) == ("conflict", 12, 14)


TELLING = "{}sebanyak {} orang tewas dalam banjir bandang yang melanda kawasan hulu itu, kata Kepala BPBD Kalimas Sera Melani."


@pytest.mark.parametrize(
    ("first", "then", "days"),
    [
        ("Di Desa Sirih, ", "Di Desa Randu, ", (FIRST, FIRST)),
        ("Hingga pukul 09.00 WIB, ", "Hingga pukul 17.00 WIB, ", (FIRST, FIRST)),
        ("Hingga Rabu pagi, ", "Hingga Rabu malam, ", (FIRST, FIRST)),
        ("Sampai siang, ", "Sampai malam, ", (FIRST, FIRST)),
        ("", "Hingga Rabu malam, ", (FIRST, FIRST)),
        ("", "", (FIRST, f"{FIRST}T20:00")),
    ],
)
def test_one_source_that_counts_elsewhere_or_at_another_hour_contradicts_nothing(
    first: str, then: str, days: tuple[str, str]
) -> None:
    bodies = (TELLING.format(first, 7), TELLING.format(then, 9))
    records = [
        {"text": body, "title": "Banjir di Kalimas", "published": day, "outlet": f"Warta {n}"}
        for n, (body, day) in enumerate(zip(bodies, days, strict=True))
    ]
    assert not [row for row in runut.account(records).series if row.relation == "conflict"]


def test_one_source_quoted_otherwise_at_one_hour_is_in_conflict() -> None:
    (row,) = told(*(TELLING.format("Hingga Rabu malam, ", n) for n in (7, 9))).series
    assert (row.relation, row.rule) == ("conflict", "series:quoted-otherwise")


@pytest.mark.parametrize("opening", ["Laporan awal", "Semula"])
def test_a_count_told_as_the_first_disputes_no_other_report(opening: str) -> None:
    (row,) = told(
        f"{opening} 8 orang tewas, kini 11 orang tewas, kata Kepala BPBD Sera Melani.",
        "Sebanyak 11 orang tewas, kata Bupati Kalimas Tirta Wibawa.",
    ).series
    assert (row.relation, row.best) == ("evolve", 11)


@pytest.mark.parametrize(
    ("body", "best"),
    [
        ("Sebelumnya menjadi 11 orang tewas, kini 12 orang tewas akibat banjir di Kalimas.", 12),
        ("Korban tewas akibat banjir di Kalimas bertambah dari semula 10 menjadi 11 orang.", 11),
        ("Korban tewas akibat banjir di Kalimas bertambah dari semula sepuluh menjadi sebelas orang.", 11),
        ("Korban tewas akibat banjir di Kalimas diralat menjadi 11 orang.", 11),
    ],
)
def test_what_a_count_had_become_before_is_former(body: str, best: int) -> None:
    rows = told(body, "Sebanyak 11 orang tewas akibat banjir di Kalimas.").series
    assert [row.best for row in rows if row.measure == "killed"] == [best]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kepala BPBD Rudi Wijaya", "BPBD Kalimas"),
        ("Kapolres Rudi Wijaya", "Kapolres Kalimas"),
        ("dr Rudi Wijaya", "dr Sinta Melani"),
    ],
)
def test_a_person_in_a_naming_is_no_place_of_the_office(one: str, other: str) -> None:
    rows = told(
        f"Sebanyak 5 orang tewas akibat banjir, kata {one}.", f"Korban tewas akibat banjir 8 orang, kata {other}."
    ).series
    assert [row.relation for row in rows] == ["conflict"]


def test_two_offices_read_in_their_places_count_each_its_own() -> None:
    rows = told(
        "Sebanyak 5 orang tewas akibat banjir, kata BPBD Kalimas.",
        "Korban tewas akibat banjir 8 orang, kata Kepala BPBD Lontar Rudi Wijaya.",
    ).series
    assert all(row.relation != "conflict" for row in rows)


def test_one_report_of_two_sources_says_that_another_source_differs() -> None:
    account = told(
        "Kamp di Kalimas diserang. Polisi menyebut lima orang tewas, sedangkan Komnas HAM mencatat enam orang tewas."
    )
    lines = [line for line in account.brief if line.kind == "current" and line.text.startswith("Korban")]
    assert [line.text.rpartition(", ")[2] for line in lines] == ["sumber lain berbeda"]
    assert [line.english.rpartition(", ")[2] for line in lines] == ["another source differs"]


def test_a_rival_count_of_the_same_day_supersedes_none() -> None:
    first = "Kamp di Kalimas diserang. Polisi menyebut dua orang tewas."
    later = "Polisi menyebut dua orang tewas di kamp itu. Komnas HAM mencatat tiga orang tewas di kamp itu."
    records = [
        {"text": body, "title": "Serangan di Kalimas", "published": day, "outlet": f"Warta {day}"}
        for body, day in ((first, FIRST), (later, "2031-04-04"))
    ]
    (row,) = [s for s in runut.account(records).series if s.measure == "killed"]
    assert (row.relation, row.best, len(row.figures)) == ("incomparable", None, 3)


def test_two_offices_of_one_kind_count_each_for_its_own_place() -> None:
    one = read("Sebanyak 5 orang tewas.", FIRST, speakers={"5": CHIEF})
    other = read("Korban tewas 8 orang.", FIRST, speakers={"8": OTHER_CHIEF})
    rival = read("Korban tewas 8 orang.", FIRST, speakers={"8": "Kepala BPBD Kalimas Sera"})
    assert all(row.relation != "conflict" for row in align(one, other))
    assert only(one, rival).relation == "conflict"


def test_what_a_report_looks_back_on_by_hours_is_told_as_former() -> None:
    report = read(
        "Sebanyak delapan orang tewas. Beberapa jam sebelumnya, bupati menyebut sembilan orang tewas.",
        FIRST,
        speakers={"delapan": RESCUE, "sembilan": "Bupati Kalimas"},
    )
    row = only(report, read("Korban tewas delapan orang.", FIRST))
    assert row.relation != "conflict"


def test_counts_that_differ_without_a_verdict_are_told_at_the_top() -> None:
    account = told(
        "Kalimas - Banjir bandang melanda Desa Randu. Sebanyak 7 orang tewas dalam banjir itu.",
        "Kalimas - Desa Randu dilanda banjir bandang. Banjir itu menewaskan 4 orang.",
    )
    assert [row.rule for row in account.series if row.measure == "killed"] == ["series:unclear"]
    assert any(
        line.rule == "series-unclear" and "7 orang" in line.text and "4 orang" in line.text for line in account.brief
    )
    assert any(line.kind == "current" and line.text.endswith("laporan lain berbeda") for line in account.brief)


def test_a_country_that_one_count_names_does_not_name_the_others() -> None:
    account = told(
        "Satu korban hendak bekerja di Jepang. Sebanyak 14 orang tewas dalam longsor di Randu dan 13 korban tewas dikenali.",
        "Sebanyak 14 orang tewas dalam longsor di Randu. Dari yang tewas itu 13 korban tewas dikenali.",
    )
    assert account.series
    assert not any("Jepang" in row.what for row in account.series)


def test_counts_that_a_sentence_shares_out_between_two_places_carry_on_none_elsewhere() -> None:
    first = at("Sebanyak 17 orang dirawat di Kalimas dan 8 orang dirawat di Lontar.", "Kalimas", "Lontar")
    later = replace(at("Sebanyak 18 orang dirawat di Tirtasari dan 3 orang di Randu.", "Tirtasari", "Randu"))
    assert not [
        row
        for row in align(first, replace(later, anchor=replace(later.anchor, day=NEXT)))
        if len(of(row, first, later)) > 1
    ]


def test_as_many_of_two_groups_are_not_one_count() -> None:
    workers = read("Lima pekerja tewas di gudang tua itu.", FIRST)
    again = read("Gudang tua itu terbakar, lima pekerja tewas.", FIRST)
    soldiers = read("Laskar mengaku membunuh lima tentara dekat perbatasan.", FIRST)
    assert not any({"Lima", "lima"} <= {*of(row, workers, soldiers)} for row in align(workers, soldiers))
    assert len(only(workers, again).figures) == 2


def joined(one: Reading, other: Reading) -> Series:
    """What two counts come to that a person joined."""
    ids = frozenset(f.id for r in (one, other) for f in r.figures)
    (row,) = series.align((one, other), (), (), INDONESIAN, Rulings(orders=(Order("figures", ids),)))
    return row


def test_a_join_by_a_person_leaves_nothing_unclear() -> None:
    one = read("Sebanyak 11 orang tewas dalam serangan itu.", FIRST)
    other = read("Sebanyak 4 orang tewas di lereng.", FIRST)
    assert [row.relation for row in align(one, other)] in ([], ["incomparable"])
    row = joined(one, other)
    assert (row.relation, row.low, row.high) == ("conflict", 4, 11)
    assert row.english == "joined by a person, but both values cannot be right"
    assert [step.relation for step in row.steps] == ["conflict"]


def test_what_may_have_grown_within_a_day_has_where_a_person_joins_it() -> None:
    one = read("Sebanyak 9 orang tewas dalam serangan itu.", FIRST)
    other = read("Sebanyak 6 orang tewas di lereng.", FIRST)
    assert [row.relation for row in align(one, other)] in ([], ["incomparable"])
    row = joined(one, other)
    assert (row.relation, row.rule, row.best, of(row, one, other)) == ("evolve", series.JUDGED, 9, ["6", "9"])
    assert [step.rule for step in row.steps] == ["series:within-a-day"]
