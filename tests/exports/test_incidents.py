"""Incidents: what of an account coders of conflict count as one event, and what not."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from read_back import told

from runut.exports import acled, gazetteer, incidents, snpk, ucdp
from runut.exports.coding import Actors
from runut.exports.deeds import AROUND, Deeds
from runut.exports.incidents import Incident, Incidents
from runut.exports.sites import Sites
from runut.lang import Language
from runut.model import Account

TYPES = ("ASSAULT", "PROTEST", "CRIME")


Found = Callable[..., Incidents]


@pytest.fixture
def found(tell: Callable[..., Account], indonesian: Language) -> Found:
    """The incidents of short reports."""
    return lambda *texts: incidents.find(tell(*texts), indonesian, TYPES)


def reasons(made: Incidents, layer: str = "events") -> set[str]:
    return {left.reason for left in made.left if left.layer == layer}


@pytest.mark.parametrize("lay_out", [acled.lay_out, ucdp.lay_out, snpk.lay_out])
@pytest.mark.parametrize("which", ["told", "compared", "unrest"])
def test_every_event_and_figure_is_told_or_left_out_with_a_reason(
    lay_out, which: str, request: pytest.FixtureRequest, indonesian: Language
) -> None:  # type: ignore[no-untyped-def]
    account: Account = request.getfixturevalue(which)
    sheet = lay_out(account, indonesian)
    accounted = set(told(account, sheet.render(account), sheet.name))
    assert {("events", e.id) for e in account.events} <= accounted
    assert {("figures", f.id) for f in account.figures} <= accounted
    happenings = {h.id for h in account.happenings}
    assert {left.happening for left in sheet.left} - {None} <= happenings


def test_a_clash_and_a_demonstration_of_another_day_are_two(unrest: Account, indonesian: Language) -> None:
    made = incidents.find(unrest, indonesian, TYPES)
    assert [(i.period.first.isoformat(), i.kinds & {"violence", "demonstration"}) for i in made.found] == [
        ("2031-03-05", {"violence"}),
        ("2031-03-07", {"demonstration"}),
    ]
    assert made.found[0].place == "Kampung Sukamaju, Distrik Randu, Kabupaten Kalimas, Papua"


def test_background_and_plans_make_no_row(unrest: Account, indonesian: Language) -> None:
    made = incidents.find(unrest, indonesian, TYPES)
    assert {"before the story begins: background", "told as planned"} <= reasons(made)
    assert {i.period.first.year for i in made.found} == {2031}


@pytest.mark.parametrize("when", ["Senin (3/2/2031)", "pekan lalu", "bulan lalu", "pada Januari 2031"])
def test_the_only_deed_told_is_no_background_though_it_is_weeks_old(when: str, only: Callable[..., Incident]) -> None:
    incident = only(
        f"Kelompok bersenjata menyerang pos jaga di Distrik Randu, Kabupaten Kalimas, {when}. Dua orang tewas."
    )
    assert incident.period.last.isoformat() < "2031-03-08"
    assert incident.tolls["killed"].figures


def test_what_is_a_year_old_or_stands_far_down_is_background(found: Found) -> None:
    made = found("Kelompok bersenjata menyerang pos jaga di Distrik Randu, Kabupaten Kalimas, 5 Maret 2021.")
    assert (made.found, reasons(made)) == ((), {"before the story begins: background"})
    made = found(
        "Warga menanam padi di Distrik Randu. Panen tahun ini baik. Harga gabah naik. Petani senang. "
        "Kelompok bersenjata menyerang pos jaga di Distrik Randu, Kabupaten Kalimas, Senin (3/2/2031)."
    )
    assert not made.found


def test_a_deed_in_the_days_of_the_story_leaves_an_older_one_background(found: Found) -> None:
    made = found(
        "Kelompok bersenjata menyerang pos jaga di Distrik Randu, Kabupaten Kalimas, Rabu (5/3/2031). "
        "Kelompok bersenjata menyerang kamp di Distrik Randu, Kabupaten Kalimas, Senin (3/2/2031)."
    )
    assert [i.period.first.isoformat() for i in made.found] == ["2031-03-05"]


RAID = "Kelompok bersenjata menyerang pos jaga di Distrik Randu, Kabupaten Kalimas, Papua, Rabu (5/3/2031)."


@pytest.mark.parametrize(
    "toll",
    [
        "Korban tewas tiga orang.",
        "Jumlah korban meninggal mencapai tiga orang.",
        "Korban tewas 3 orang, terdiri dari 2 polisi dan 1 warga.",
    ],
)
def test_a_toll_that_no_clause_tells_is_the_rows(toll: str, only: Callable[..., Incident]) -> None:
    assert [f.low for f in only(f"{RAID} {toll}").tolls["killed"].figures] == [3]


@pytest.mark.parametrize(
    "toll",
    [
        "Korban tewas sepanjang tahun ini 40 orang.",
        "Jumlah korban tewas selama dua bulan mencapai 40 orang.",
        "Jumlah korban tewas pada 2021 mencapai 40 orang.",
        "Korban tewas tiga orang. Jumlah korban meninggal mencapai empat orang.",
    ],
)
def test_a_toll_of_a_longer_time_or_of_two_minds_is_not(toll: str, only: Callable[..., Incident]) -> None:
    assert not only(f"{RAID} {toll}").tolls["killed"].figures


def test_a_toll_in_no_clause_is_of_no_row_where_the_report_tells_two(found: Found) -> None:
    made = found(f"{RAID} Ratusan warga berunjuk rasa di Kabupaten Serunai, Kamis (6/3/2031). Korban tewas tiga orang.")
    assert len(made.found) == 2
    assert not any(i.tolls["killed"].figures for i in made.found)


@pytest.mark.parametrize("reports", [1, 2])
def test_whom_one_verb_tells_of_side_by_side_are_counted_together(
    reports: int, tell: Callable[..., Account], indonesian: Language
) -> None:
    account = tell(*[f"{RAID} Dua penambang dan satu polisi tewas."] * reports)
    (row,) = ucdp.lay_out(account, indonesian).rows
    assert [row[c].value for c in ("low", "best", "high")] == [3, 3, 3]
    assert row["best"].rule.startswith("the sum of those")


def test_more_reports_leave_the_place_as_full(only: Callable[..., Incident]) -> None:
    short = "Kelompok bersenjata menyerang pos jaga di Distrik Randu, Rabu (5/3/2031)."
    assert only(RAID, short, short.replace("pos", "sebuah pos")).place == "Distrik Randu, Kabupaten Kalimas, Papua"


def test_a_place_that_reports_put_in_two_regencies_is_put_in_none(indonesian: Language) -> None:
    sites = Sites(indonesian)
    told = ("Distrik Randu", "Distrik Randu, Kabupaten Kalimas", "Distrik Randu, Kabupaten Serunai")
    assert sites.fullest(told, "Distrik Randu") == "Distrik Randu"
    assert sites.fullest(told[:2], "Distrik Randu") == told[1]
    assert sites.fullest(("Kota Kalimas, Papua", "Distrik Randu"), "Distrik Randu") == "Distrik Randu"


def test_a_count_of_another_series_has_its_reason(tell: Callable[..., Account], indonesian: Language) -> None:
    made = incidents.find(
        tell(
            f"{RAID} Lima orang tewas dalam serangan itu.",
            f"{RAID} Lima orang tewas dalam serangan itu, kata polisi. Tujuh polisi tewas dalam serangan itu.",
        ),
        indonesian,
        TYPES,
    )
    told = {left.place.text: left.reason for left in made.left if left.layer == "figures"}  # type: ignore[union-attr]
    assert all("stands in no clause" not in reason for reason in told.values()), told


def test_the_day_of_publication_is_no_day_of_an_event(found: Found) -> None:
    made = found("Seorang sopir ditembak di Kabupaten Kalimas. Polisi mencari penembaknya.")
    assert not made.found
    assert "no report tells its day" in reasons(made)


def test_a_day_since_which_something_lasts_is_not_its_day(found: Found) -> None:
    made = found("Warga berunjuk rasa di Kabupaten Kalimas sejak Senin (3/3/2031).")
    assert not made.found


def test_a_case_takes_its_deed_from_the_rest_of_the_report(found: Found, only: Callable[..., Incident]) -> None:
    incident = only(
        "Seorang sopir ditembak di Kabupaten Kalimas. Peristiwa itu terjadi pada Rabu (5/3/2031) di Kabupaten Kalimas.",
    )
    assert incident.period.first.isoformat() == "2031-03-05"
    assert "violence" in incident.kinds
    made = found("Peristiwa itu terjadi pada Rabu (5/3/2031) di Kabupaten Kalimas. Warga berdoa.")
    assert not made.found


def test_deaths_by_accident_belong_to_no_row(found: Found) -> None:
    made = found(
        "Sembilan orang tewas dalam kebakaran kapal di Kabupaten Kalimas, Senin (3/3/2031). "
        "Ratusan warga berunjuk rasa di Kabupaten Kalimas, Rabu (5/3/2031).",
    )
    (incident,) = made.found
    assert incident.kinds == {"demonstration"}
    assert not incident.tolls["killed"].figures


def test_one_place_within_another_is_one_place(found: Found, only: Callable[..., Incident]) -> None:
    texts = (
        "Bentrokan dua kampung pecah di Desa Sukamaju, Kabupaten Kalimas, Rabu (5/3/2031).",
        "Bentrokan dua kampung pecah di Kabupaten Kalimas, Rabu (5/3/2031).",
    )
    assert only(*texts).place == "Desa Sukamaju, Kabupaten Kalimas"
    apart = "Bentrokan dua kampung pecah di Kabupaten Seruni, Rabu (5/3/2031)."
    assert {i.place for i in found(texts[0], apart).found} == {"Desa Sukamaju, Kabupaten Kalimas", "Kabupaten Seruni"}


def test_it_is_the_same_for_any_order_of_reports(found: Found) -> None:
    texts = [
        "Bentrokan dua kampung pecah di Desa Sukamaju, Kabupaten Kalimas, Rabu (5/3/2031).",
        "Bentrokan dua kampung pecah di Kabupaten Kalimas, Rabu (5/3/2031). Dua orang tewas dalam bentrokan itu.",
        "Ratusan buruh berunjuk rasa di Kabupaten Seruni, Rabu (5/3/2031).",
    ]
    records = [{"text": t, "url": f"https://warta.example/{n}", "outlet": f"Warta {n}"} for n, t in enumerate(texts)]
    assert found(*records) == found(*records[::-1])


def test_a_clause_of_the_kind_may_name_its_deed_besides(found: Found) -> None:
    (crowd,) = found("Ratusan pengunjuk rasa berkumpul di Kota Kalimas, Rabu (5/3/2031).").found
    assert crowd.kinds == {"demonstration"}
    (fight,) = found("Seorang sopir menjadi korban pengeroyokan di Kota Kalimas pada Rabu (5/3/2031).").found
    assert fight.kinds == {"violence"}


def test_a_war_that_lasts_gives_no_day_its_dead(found: Found) -> None:
    made = found(
        "Pasukan menyerang Desa Randu, Kabupaten Kalimas, Senin (3/3/2031).",
        "Serangan di Kabupaten Kalimas berlangsung sejak Senin (3/3/2031). Sedikitnya 28 orang tewas dalam serangan itu.",
    )
    assert not any(i.tolls["killed"].figures for i in made.found)


def test_an_hour_until_which_something_lasted_is_of_its_day(only: Callable[..., Incident]) -> None:
    incident = only("Bentrokan pecah di Kota Kalimas, Rabu (5/3/2031). Dua kampung bentrok hingga pukul 20.00 WIB.")
    assert incident.period.first.isoformat() == "2031-03-05"


def test_every_row_of_the_deeds_names_its_deed(indonesian: Language) -> None:
    deeds = Deeds(indonesian)
    for row in indonesian.table("coder_deeds"):
        if row["kind"] in AROUND:
            assert row["word"] in row["example"].lower().rstrip(".").split()
        elif " " in row["word"]:
            assert deeds.find(row["example"].rstrip(".")) == row, row
        else:
            assert row in deeds.find_all(row["example"]), row
            assert not row["counter"] or row not in deeds.find_all(row["counter"]), row


def test_every_row_of_the_actors_is_found(indonesian: Language) -> None:
    actors = Actors(indonesian)
    for row in indonesian.table("coder_actors"):
        if row["kind"] in ("lead", "one"):
            kind, bare = actors.read(row["example"])
            assert kind, row
            assert not bare.lower().startswith(row["word"]), row
        else:
            assert row["kind"] in actors.find(row["example"]), row


@pytest.mark.parametrize(
    "words, kind, bare",
    [
        ("Ratusan mahasiswa", "students", "mahasiswa"),
        ("lima anggota TNI", "army", "TNI"),
        ("sekitar 200 buruh", "workers", "buruh"),
        ("massa mahasiswa", "students", "massa mahasiswa"),
        ("dua warga sipil", "civilians", "warga sipil"),
        ("kelompok bersenjata pimpinan Damar Wulung", "armed-group", "kelompok bersenjata"),
        ("anggota Polres Kalimas yang berjaga", "police", "Polres Kalimas"),
        ("Tentara Pembebasan Kalimas", "separatist", "Tentara Pembebasan Kalimas"),
        ("asrama mahasiswa di Jalan Randu", "", "asrama mahasiswa di Jalan Randu"),
        ("Rekaman dari kantor polisi", "", "Rekaman dari kantor polisi"),
    ],
)
def test_who_a_party_is(words: str, kind: str, bare: str, indonesian: Language) -> None:
    assert Actors(indonesian).read(words) == (kind, bare)


@pytest.mark.parametrize(
    "place, told_",
    [
        (
            "Kampung Sukamaju, Distrik Randu, Kabupaten Kalimas, Papua",
            {
                "village": "Sukamaju",
                "district": "Randu",
                "regency": "Kalimas",
                "province": "Papua",
                "finest": "village",
            },
        ),
        ("Pelabuhan Randu Kabupaten Kalimas", {"regency": "Kalimas", "finest": "spot", "indonesian": False}),
        (
            "Kota Kalimas, Jawa Tengah",
            {"city": "Kalimas", "province": "Jawa Tengah", "finest": "city", "indonesian": True},
        ),
        ("Jawa Tengah", {"province": "Jawa Tengah", "finest": "province"}),
        ("sekitar Desa Randu", {"village": "Randu", "near": True}),
        ("pusat kota Kairo", {"city": None, "town": "Kairo", "finest": "town", "indonesian": False}),
        ("ibu kota Mesir", {"city": None, "finest": "town", "indonesian": False}),
        ("wilayah Mesir", {"finest": "country", "indonesian": False}),
        (None, {"finest": None}),
    ],
)
def test_the_parts_of_a_place(place: str | None, told_: Mapping[str, object], indonesian: Language) -> None:
    location = gazetteer.locate(place, indonesian)
    assert {name: getattr(location, name) for name in told_} == dict(told_)
