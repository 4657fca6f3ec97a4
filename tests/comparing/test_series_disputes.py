"""Counts that differ: what stays disputed, what one source is quoted with otherwise, what stays unclear and is told all the same."""

from __future__ import annotations

from dataclasses import replace

from test_series import align, of, only, read
from test_sites import at

import runut
from runut.comparing import series
from runut.comparing.rulings import Order, Rulings
from runut.lang import load
from runut.model import Account, Reading

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


def test_two_bodies_that_a_report_counts_by_in_two_sentences_dispute_each_other() -> None:
    (row,) = told(
        "Kamp di Kalimas diserang. Polisi menyebut lima orang tewas. Komnas HAM mencatat enam orang tewas."
    ).series
    assert (row.relation, row.low, row.high) == ("conflict", 5, 6)


def test_a_rival_count_of_the_same_day_supersedes_none() -> None:
    first = "Kamp di Kalimas diserang. Polisi menyebut dua orang tewas."
    later = "Polisi menyebut dua orang tewas di kamp itu. Komnas HAM mencatat tiga orang tewas di kamp itu."
    records = [
        {"text": body, "title": "Serangan di Kalimas", "published": day, "outlet": f"Warta {day}"}
        for body, day in ((first, FIRST), (later, "2031-04-04"))
    ]
    (row,) = [s for s in runut.account(records).series if s.measure == "killed"]
    assert (row.relation, row.low, row.high) == ("conflict", 2, 3)


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


def test_a_join_by_a_person_leaves_nothing_unclear() -> None:
    one = read("Sebanyak 9 orang tewas dalam serangan itu.", FIRST)
    other = read("Sebanyak 6 orang tewas di lereng.", FIRST)
    ids = frozenset(f.id for r in (one, other) for f in r.figures)
    asked = Rulings(orders=(Order("figures", ids),))
    assert [row.relation for row in align(one, other)] in ([], ["incomparable"])
    (row,) = series.align((one, other), (), (), INDONESIAN, asked)
    assert (row.relation, row.low, row.high) == ("conflict", 6, 9)
    assert row.english == "joined by a person, but both values cannot be right"
    assert [step.relation for step in row.steps] == ["conflict"]
