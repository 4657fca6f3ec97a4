"""The three things at the top: what is current, what differs, how many reports are independent."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import runut
from runut import brief
from runut.brief import differs, leads, lexicon, totals
from runut.brief.desk import Desk
from runut.brief.independence import MOST_FAMILIES
from runut.brief.words import bounds, digits, local_day, shortened
from runut.model import (
    Check,
    Clash,
    Dispute,
    Family,
    Figure,
    Happening,
    Judgement,
    OffStory,
    Place,
    Position,
    Reading,
    Ruling,
    Saying,
    Series,
    Span,
    Standing,
    Story,
    Subject,
)


def report(outlet: str, published: str, text: str) -> dict[str, str]:
    return {"outlet": outlet, "published": published, "title": "Gudang di Kota Lontar Terbakar", "text": text}


REPORTS = [
    report(
        "Kabar Satu",
        "2026-03-09",
        "Gudang di Kota Lontar terbakar. Dua orang tewas, kata Kapolres Lontar Ida Rato, Senin (9/3/2026).",
    ),
    report(
        "Kabar Dua",
        "2026-03-10",
        "Lima orang tewas dalam kebakaran gudang di Kota Lontar, kata Kapolres Lontar Ida Rato, Selasa (10/3/2026).",
    ),
]


def lines(reports: list[dict[str, str]], kind: str) -> list[str]:
    return [line.text for line in runut.account(reports).brief if line.kind == kind]


def test_current_is_the_latest_count_with_its_day_and_source() -> None:
    (line,) = (x for x in lines(REPORTS, "current") if x.startswith("Korban"))
    assert line.startswith("Korban tewas: 5 ")
    assert "10/3/2026" in line
    assert "Ida Rato (Kabar Dua)" in line


def test_a_revision_is_told_as_one_in_the_order_of_days() -> None:
    (line,) = lines(REPORTS, "differs")
    assert "diperbarui" in line
    assert line.index("2 orang") < line.index("5 orang")


def test_of_counts_that_agree_the_exact_one_is_told_before_a_later_rounding() -> None:
    rounded = report(
        "Kabar Tiga",
        "2026-03-10",
        "Belasan orang tewas dalam kebakaran gudang di Kota Lontar, kata Ida Rato, Selasa (10/3/2026).",
    )
    exact = report(
        "Kabar Empat",
        "2026-03-09",
        "Sebanyak 14 orang tewas dalam kebakaran gudang di Kota Lontar, kata Ida Rato, Senin (9/3/2026).",
    )
    assert any(line.startswith("Korban tewas: 14 ") for line in lines([rounded, exact], "current"))


def test_what_is_measured_is_told_with_its_name_and_its_unit() -> None:
    told = [
        report(
            "Kabar Satu", "2026-03-09", "Gempa bermagnitudo 5,4 mengguncang Lontar. Pusatnya di kedalaman 13 kilometer."
        ),
        report(
            "Kabar Dua", "2026-03-09", "Gempa magnitudo 5,4 terjadi di Lontar. Gempa itu di kedalaman 13 kilometer."
        ),
        report(
            "Kabar Tiga", "2026-03-09", "Lontar diguncang gempa M 5,4. BMKG mencatat kedalaman 13 km dan jarak 25 km."
        ),
    ]
    assert [line.partition(" (“")[0] for line in lines(told, "current") if line.startswith("Kedalaman")] == [
        "Kedalaman: 13 km"
    ]


def test_every_line_cites_passages_of_the_reports() -> None:
    told = runut.account(REPORTS)
    texts = {a.id: a.text for a in told.articles}
    for line in told.brief:
        assert line.evidence
        assert line.english
        for place in line.evidence:
            assert texts[place.article][place.start : place.end] == place.text


def test_copied_reports_count_once() -> None:
    copy = {**REPORTS[0], "outlet": "Kabar Tiga"}
    (line,) = lines([*REPORTS, copy], "independence")
    assert line.startswith("3 laporan, 2 berdiri sendiri")
    assert "Kabar Satu" in line
    assert "Kabar Tiga" in line


def test_an_unnamed_outlet_is_called_by_its_source_and_never_by_a_guess() -> None:
    for line in lines([{"url": "https://contoh.example/gudang", "text": REPORTS[0]["text"]}], "current"):
        assert "gudang" in line


@pytest.fixture(scope="module")
def story() -> Story:
    """The two reports, read and not yet compared, each a family of its own."""
    readings = tuple(r for r in map(runut.read, REPORTS) if isinstance(r, Reading))
    families = tuple(Family(id=r.article.id, articles=(r.article.id,), why="") for r in readings)
    return Story(readings=readings, families=families)


def figure_ids(story: Story) -> tuple[str, ...]:
    return tuple(f.id for r in story.readings for f in r.figures if f.measure == "killed")


def series(story: Story, relation: str) -> Series:
    return Series(
        id="s",
        measure="killed",
        what="korban tewas",
        relation=relation,
        figures=figure_ids(story),
        why="",
        rule="r",
        independent=2,
        reports=2,
    )


def told(story: Story, kind: str) -> list[str]:
    """The lines of a kind, without what reports open with."""
    return [line.text for line in brief.write(story) if line.kind == kind and line.rule not in leads.RULES]


def test_what_differs_in_scope_is_no_difference_to_be_told_first(story: Story) -> None:
    assert told(replace(story, series=(series(story, "incomparable"),)), "differs") == []
    (line,) = told(replace(story, series=(series(story, "conflict"),)), "differs")
    assert "2 orang" in line
    assert "≠" in line


def test_a_line_counts_who_carries_it(story: Story) -> None:
    (line,) = (b for b in brief.write(replace(story, series=(series(story, "conflict"),))) if b.kind == "differs")
    assert (line.reports, line.independent) == (2, 2)


def test_a_disputed_count_is_not_told_as_current_without_saying_so(story: Story) -> None:
    (line,) = told(replace(story, series=(series(story, "conflict"),)), "current")
    assert "laporan lain berbeda" in line


def test_a_word_for_many_is_no_count_that_could_be_current(story: Story) -> None:
    texts = ("Belasan orang tewas, kata Kapolres Lontar Ida Rato.", "Tujuh orang tewas, kata Kapolres Lontar Ida Rato.")
    readings = tuple(r for t in texts if isinstance(r := runut.read(report("Kabar Satu", "2026-03-09", t)), Reading))
    both = replace(story, readings=(*readings[::-1], *story.readings))
    assert told(replace(both, series=(series(replace(story, readings=readings), "agree"),)), "current")[0].startswith(
        "Korban tewas: 7"
    )
    assert told(Story(readings=readings[:1]), "current") == []


def test_of_counts_kept_apart_that_many_carry_the_higher_is_the_toll(story: Story) -> None:
    readings = tuple(
        r
        for n, words in enumerate(("Enam orang tewas", "Enam orang tewas", "Sepuluh orang tewas", "Satu orang tewas"))
        if isinstance(
            r := runut.read(report(f"Kabar {n}", "2026-03-09", f"{words} di gudang, kata Kapolres Lontar Ida Rato.")),
            Reading,
        )
    )
    ids = [f.id for r in readings for f in r.figures]
    rows = tuple(
        replace(series(story, "agree"), id=str(n), figures=tuple(part))
        for n, part in enumerate((ids[:2], ids[2:3], ids[3:]))
    )
    assert told(Story(readings=readings, series=rows), "current")[0].startswith("Korban tewas: 10")


def test_a_find_told_without_its_day_is_no_later_than_the_toll() -> None:
    """In the bundled example two bodies, found on the 12th, are told again without a day on the 13th; the toll of the 12th is eleven."""
    example = Path(__file__).resolve().parent.parent / "examples" / "kmp-lintang-samudra"
    (toll,) = (b.text for b in runut.account([example]).brief if b.text.startswith("Korban tewas:"))
    assert toll.startswith("Korban tewas: 11 orang, per 12/3/2026")


def test_a_find_is_not_the_toll_where_the_latest_toll_is_rejected() -> None:
    """Without the eleven of the 12th the toll is the nine that its series ends with, not the two bodies of that day."""
    example = Path(__file__).resolve().parent.parent / "examples" / "kmp-lintang-samudra"
    before = runut.account([example])
    eleven = [f for f in before.figures if f.low == 11 and f.measure == "killed" and f.as_of == "2026-03-12"]
    reject = runut.judge(before, "reject", [f.id for f in eleven], by="Sari", why="dicek ke SAR")
    after = runut.account([example], judgements=[reject])
    (toll,) = (b.text for b in after.brief if b.text.startswith("Korban tewas:"))
    (updated,) = (b.text for b in after.brief if b.text.startswith("Korban tewas, diperbarui:"))
    assert toll.startswith("Korban tewas: 9 orang")
    assert updated.rpartition("→")[2].split()[0] == "9"


def test_of_a_growing_toll_a_lower_count_of_a_later_day_gives_way_to_one_that_more_carry(story: Story) -> None:
    texts = [
        ("2026-03-09", "Sepuluh orang tewas di gudang pada Senin (9/3/2026), kata Kapolres Lontar Ida Rato."),
        (
            "2026-03-09",
            "Gudang Rengas hangus. Ada sepuluh orang tewas di gudang itu, menurut Wali Kota Lontar Budi Wenda.",
        ),
        ("2026-03-10", "Enam orang tewas di gudang pada Selasa (10/3/2026), kata Kapolres Lontar Ida Rato."),
    ]
    readings = tuple(r for day, text in texts if isinstance(r := runut.read(report("Kabar", day, text)), Reading))
    dead = [tuple(f.id for f in r.figures if f.measure == "killed") for r in readings]
    rows = tuple(
        replace(series(story, "agree"), id=str(n), figures=ids) for n, ids in enumerate((dead[0] + dead[1], dead[2]))
    )
    assert told(Story(readings=readings, series=rows), "current")[0].startswith("Korban tewas: 10")


def test_of_a_growing_toll_a_lower_count_of_a_later_day_is_told_where_none_was_brought_up_to_date(story: Story) -> None:
    texts = [
        ("2026-03-09", "Sepuluh orang tewas di gudang pada Senin (9/3/2026), kata Kapolres Lontar Ida Rato."),
        ("2026-03-10", "Enam orang tewas di gudang pada Selasa (10/3/2026), kata Kapolres Lontar Ida Rato."),
    ]
    readings = tuple(r for day, text in texts if isinstance(r := runut.read(report("Kabar", day, text)), Reading))
    rows = tuple(
        replace(series(story, "agree"), id=str(n), figures=tuple(f.id for f in r.figures))
        for n, r in enumerate(readings)
    )
    assert told(Story(readings=readings, series=rows), "current")[0].startswith("Korban tewas: 6")


def test_counts_by_place_are_told_by_place_and_a_part_is_not(story: Story) -> None:
    first, second = figure_ids(story)
    rows = tuple(
        replace(series(story, "agree"), id=scope, what=f"korban tewas, {scope}", figures=(id_,))
        for scope, id_ in (("Lontar", first), ("Randu", second), ("teridentifikasi", first))
    )
    lines = told(replace(story, series=rows), "current")
    assert sorted(line.split(":")[0] for line in lines) == ["Korban tewas, Lontar", "Korban tewas, Randu"]


def test_a_count_of_things_that_few_carry_is_not_what_is_current(story: Story) -> None:
    vehicles = {
        r.article.id: replace(r, figures=tuple(replace(f, measure="vehicles") for f in r.figures))
        for r in story.readings
    }
    row = replace(series(story, "agree"), measure="vehicles")
    wide = replace(story, readings=tuple(vehicles.values()), series=(row,))
    assert list(totals.lines(Desk(wide)))
    many = tuple(Family(id=str(n), articles=(), why="") for n in range(20))
    assert not list(totals.lines(Desk(replace(wide, families=(*wide.families, *many)))))


def test_the_value_of_the_series_is_the_one_told(story: Story) -> None:
    (line,) = told(replace(story, series=(replace(series(story, "evolve"), best=2),)), "current")
    assert line.startswith("Korban tewas: 2 orang")


def test_figures_that_do_not_add_up_are_told(story: Story) -> None:
    check = Check(
        id="c", kind="sum-in-report", figures=figure_ids(story), rule="r", why="jumlahnya lain", english="another sum"
    )
    (line,) = told(replace(story, checks=(check,)), "differs")
    assert "jumlahnya lain" in line
    assert "5 orang" in line


def happening(story: Story, *statuses: str) -> Happening:
    """The first event of each report as one happening, put as the statuses say."""
    ids = tuple(r.events[0].id for r in story.readings)
    return Happening(
        id="h",
        type="DISASTER",
        events=ids,
        standings=tuple(Standing(status=s, events=(i,)) for s, i in zip(statuses, ids, strict=True)),
        reports=2,
        independent=2,
        rule="r",
        why="",
        date="2026-03-09",
    )


def test_a_count_of_another_time_is_not_what_is_current() -> None:
    told = [
        report(
            outlet,
            "2026-07-03",
            f"Dua penumpang bus tewas di Kota Lontar{more}, Kamis (3/7/2026). Bulan lalu, 15 mahasiswa tewas di jalan yang sama.",
        )
        for outlet, more in (("Kabar Satu", " setelah bus itu menabrak truk"), ("Kabar Dua", ""))
    ]
    assert [x for x in lines(told, "current") if x.startswith("Korban tewas")] == [
        "Korban tewas: 2 penumpang bus, per 3/7/2026, menurut Kabar Dua"
    ]
    (then,) = (s for s in runut.account(told).series if s.best == 15)
    assert then.independent == 2


def opened(*reports_: dict[str, str]) -> list[tuple[str, str]]:
    """The lines of what reports open with, as rule and text."""
    return [(line.rule, line.text) for line in runut.account(list(reports_)).brief if line.rule in leads.RULES]


def titled(outlet: str, published: str, title: str, text: str) -> dict[str, str]:
    return {**report(outlet, published, text), "title": title}


FIRE = titled(
    "Kabar Satu",
    "2026-03-09",
    "Gudang Beras di Kota Lontar Terbakar",
    "Gudang beras di pinggir Kota Lontar terbakar, Senin (9/3/2026) dini hari. Petugas datang setengah jam kemudian.",
)
FIRE_AGAIN = titled(
    "Kabar Dua",
    "2026-03-09",
    "Gudang Beras di Kota Lontar Ludes Terbakar",
    "Gudang beras di pinggir Kota Lontar ludes terbakar, Senin (9/3/2026). Warga menyesalkan lambatnya petugas.",
)


def test_what_most_reports_open_with_is_told_first_with_who_opens_so() -> None:
    rent = titled("Kabar Tiga", "2026-03-09", "Sewa Ruko Naik", "Harga sewa ruko di pelabuhan naik. Pedagang mengeluh.")
    first, *_ = (b for b in runut.account([rent, FIRE, FIRE_AGAIN]).brief if b.kind == "current")
    assert (first.rule, first.reports, first.independent) == ("most-led", 2, 2)
    assert first.text.startswith("Gudang beras di pinggir Kota Lontar")
    assert {p.text.split(",")[0] for p in first.evidence} == {
        "Gudang beras di pinggir Kota Lontar terbakar",
        "Gudang beras di pinggir Kota Lontar ludes terbakar",
    }


def test_openings_with_another_number_or_a_denial_do_not_tell_the_same() -> None:
    for one, other in (
        ("Lima orang tewas dalam kebakaran gudang beras", "Tiga orang tewas dalam kebakaran gudang beras"),
        ("Kebakaran gudang beras menewaskan 12 orang", "Kebakaran gudang beras menewaskan 9 orang"),
        ("Polisi menahan pemilik gudang beras", "Polisi membebaskan pemilik gudang beras"),
        ("Harga beras di pasar induk naik pekan ini", "Harga beras di pasar induk turun pekan ini"),
    ):
        texts = (f"{words} di Kota Lontar, Senin (9/3/2026). Warga menonton dari atap." for words in (one, other))
        told_ = opened(*({**r, "text": t} for r, t in zip((FIRE, FIRE_AGAIN), texts, strict=True)))
        assert "most-led" not in {rule for rule, _ in told_}, one
    for other in (
        "Gudang beras di pinggir Kota Lontar tidak terbakar, Senin (9/3/2026) dini hari. Kabar itu hoaks.",
        "Lima gudang beras di pinggir Kota Lontar terbakar, Minggu (8/3/2026) dini hari. Petugas datang terlambat.",
    ):
        told_ = opened(FIRE, {**FIRE_AGAIN, "text": other})
        assert {rule for rule, _ in told_} == {"led"}


def test_what_one_report_alone_opens_with_is_told_where_no_two_open_alike() -> None:
    caught = titled(
        "Kabar Satu",
        "2026-03-09",
        "Polisi Tangkap Pemilik Gudang",
        "Polisi menangkap pemilik gudang yang terbakar di Kota Lontar. Ia diperiksa.",
    )
    told_ = opened(
        caught, titled("Kabar Dua", "2026-03-09", "Sewa Ruko Naik", "Harga sewa ruko di pelabuhan naik lagi.")
    )
    assert ("led", "Polisi menangkap pemilik gudang yang terbakar di Kota Lontar. (Kabar Satu, 9/3/2026)") in told_


def test_what_the_youngest_report_opens_with_is_told_as_the_latest() -> None:
    caught = titled(
        "Kabar Tiga",
        "2026-03-12",
        "Pemilik Gudang Beras di Lontar Jadi Tersangka",
        "Polisi menetapkan pemilik gudang beras di Kota Lontar sebagai tersangka. Ia ditahan sejak kemarin.",
    )
    latest = [text for rule, text in opened(FIRE, FIRE_AGAIN, caught) if rule == "latest-lead"]
    assert latest == [
        "Terbaru: Polisi menetapkan pemilik gudang beras di Kota Lontar sebagai tersangka. (Kabar Tiga, 12/3/2026)"
    ]
    same_day = {**caught, "published": "2026-03-09"}
    assert "latest-lead" not in {rule for rule, _ in opened(FIRE, FIRE_AGAIN, same_day)}


def test_an_opening_that_leans_on_another_sentence_or_quotes_or_asks_is_not_told() -> None:
    for text in (
        "Akibatnya, gudang beras di Kota Lontar terbakar habis. Api padam.",
        "“Gudang beras di Kota Lontar terbakar habis,” kata Ida Rato. Api padam.",
        "Mengapa gudang beras di Kota Lontar terbakar habis? Api padam.",
    ):
        assert not any("habis" in words for _, words in opened({**FIRE, "text": text}, FIRE_AGAIN))


def test_a_report_without_a_day_of_its_own_is_given_none() -> None:
    undated = {k: v for k, v in FIRE.items() if k != "published"}
    undated["text"] = (
        "Gudang beras di pinggir Kota Lontar terbakar dini hari tadi. Petugas datang setengah jam kemudian."
    )
    texts = [line.text for line in runut.account([undated, FIRE_AGAIN]).brief if line.rule in leads.RULES]
    assert all("(Kabar Satu)" in text or "(Kabar Dua, 9/3/2026)" in text for text in texts)


def test_a_sum_is_told_in_the_words_of_its_sentence_as_they_are() -> None:
    text = "Kebakaran gudang di Kota Lontar menimbulkan kerugian (Rp3 miliar) bagi pedagang beras."
    reading = runut.read(report("Kabar Satu", "2026-03-09", f"Api padam. {text} Warga pulang."))
    (figure,) = reading.figures
    assert Desk(Story(readings=(reading,))).setting(figure) == text


def test_an_opening_with_a_count_that_was_overtaken_gives_way() -> None:
    two = {
        **REPORTS[0],
        "text": "Dua orang tewas dalam kebakaran gudang di Kota Lontar, kata Ida Rato, Senin (9/3/2026).",
    }
    (first, *_) = (line.text for line in runut.account([two, REPORTS[1]]).brief)
    assert first.startswith("Lima orang tewas")


@pytest.mark.parametrize(
    "sentence, back",
    [
        ("Kebakaran gudang itu menghanguskan beras.", True),
        ("Akibatnya, gudang beras terbakar.", True),
        ("Mereka membakar gudang beras.", True),
        ("Ayah kandungnya ikut ditikam.", True),
        ("Alasannya demi kelancaran penyidikan.", True),
        ("Menurut dia, gudang beras itu kosong.", True),
        ("Menurut warga, gudang beras kosong.", False),
        ("Terdakwa dijatuhi hukuman tiga tahun penjara.", True),
        ("Terdakwa kasus gudang beras dijatuhi hukuman.", False),
        ("Terdakwa Tono Wirya divonis lima tahun penjara.", False),
        ("Korban tewas akibat banjir di Kota Lontar bertambah menjadi 12 orang.", False),
        ("Pelaku usaha mikro menanti bantuan.", False),
        ("Gudang beras di kota itu terbakar.", False),
        ("Polisi hari ini memeriksa pemilik gudang.", False),
        ("Setidaknya dua gudang terbakar.", False),
    ],
)
def test_a_sentence_that_leans_on_the_one_before_is_known(sentence: str, back: bool) -> None:
    assert lexicon.load("id").points_back(sentence) is back


def test_with_few_figures_what_most_reports_say_is_told() -> None:
    texts = (
        "Gudang di Kota Lontar terbakar. Api padam. Warga pulang. Jalan dibuka. Pemilik akan dipanggil, kata Kapolres Lontar Ida Rato.",
        "Gudang di Kota Lontar terbakar. Asap tebal. Warga batuk. Pasar tutup. Pemilik akan dipanggil, kata Kapolres Lontar Ida Rato.",
    )
    readings = tuple(
        r for t, old in zip(texts, REPORTS, strict=True) if isinstance(r := runut.read({**old, "text": t}), Reading)
    )
    families = tuple(Family(id=r.article.id, articles=(r.article.id,), why="") for r in readings)
    story = Story(readings=readings, families=families)
    said = Saying(
        id="s",
        speaker="Ida Rato",
        entity=None,
        day="2026-03-09",
        statements=tuple(s.id for r in story.readings for s in r.statements),
        reports=2,
        independent=2,
        rule="r",
        why="",
    )
    lines = [b for b in brief.write(replace(story, sayings=(said,))) if b.rule == "most-said"]
    (indirect,) = lines
    assert indirect.text.startswith("Pemilik akan dipanggil, kata Kapolres Lontar Ida Rato")
    assert "“" not in indirect.text  # a reporter's words are not put into a speaker's mouth
    quoted = tuple(
        replace(r, statements=tuple(replace(s, form="direct") for s in r.statements)) for r in story.readings
    )
    (direct,) = (b for b in brief.write(replace(story, readings=quoted, sayings=(said,))) if b.rule == "most-said")
    assert direct.text.startswith("Ida Rato: “")
    for other in (replace(said, independent=1), replace(said, speaker="")):
        assert all(b.rule != "most-said" for b in brief.write(replace(story, sayings=(other,))))


def test_what_a_line_tells_is_not_told_again_as_said(story: Story) -> None:
    ids = tuple(s.id for r in story.readings for s in r.statements)
    said = Saying(
        id="s", speaker="Ida Rato", entity=None, day=None, statements=ids, reports=2, independent=2, rule="r", why=""
    )
    assert all(b.rule != "most-said" for b in brief.write(replace(story, sayings=(said,))))


def denial(place: Place) -> Dispute:
    """A denial that one passage tells."""
    return Dispute(
        id="d",
        kind="denial",
        statement=None,
        evidence=(place,),
        reports=1,
        independent=1,
        rule="r",
        why="dibantah: “x”",
    )


def test_a_toll_comes_before_denials_and_these_before_other_revisions_and_misprinted_days(story: Story) -> None:
    first, second = (
        Place(article=r.article.id, start=r.sentences[0].start, end=r.sentences[0].end) for r in story.readings
    )
    denied = denial(second)
    slip = Check(id="c", kind="weekday-and-date", figures=(), rule="r", why="bukan Rabu", evidence=(first,))
    rows = (series(story, "evolve"),)
    at_odds = replace(story, series=rows, checks=(slip,), disputes=(denied,))
    last = "check-weekday-and-date"
    assert [b.rule for b in differs.lines(Desk(at_odds))] == ["series-evolve", "dispute-denial", last]
    things = replace(at_odds, series=(replace(rows[0], measure="vehicles"),))
    assert [b.rule for b in differs.lines(Desk(things))] == ["dispute-denial", "series-evolve", last]
    assert all(b.rule != "dispute-denial" for b in brief.write(at_odds))  # a line above tells it already
    away = OffStory(article=second.article, why="lain")
    assert told(replace(story, disputes=(denied,), off_story=(away,)), "differs") == []


def test_what_is_corrected_comes_first_and_what_it_answers_stands_beside_it(story: Story) -> None:
    first, second = (
        Place(article=r.article.id, start=r.sentences[0].start, end=r.sentences[0].end) for r in story.readings
    )
    denied = denial(first)
    corrected = replace(
        denied,
        id="c",
        kind="correction",
        evidence=(second, first),
        rule="told-correction",
        why="diralat: “x”",
    )
    (line, other) = differs.lines(Desk(replace(story, series=(), disputes=(denied, corrected))))
    assert line.text.startswith("Diralat: “") and line.text.count("“") == 2 and " ≠ " in line.text
    assert other.rule == "dispute-denial"


def test_a_denial_is_shown_from_its_cue_on(story: Story) -> None:
    a, b = (r.statements[0] for r in story.readings)
    whole = Place(article=b.article, start=0, end=story.readings[1].sentences[0].end)
    clash = Clash(kind="denial", a=a.id, b=b.id, why="", evidence=(Place(article=a.article, start=0, end=9), whole))
    (line,) = (x for x in brief.write(replace(story, clashes=(clash,))) if x.kind == "differs")
    assert line.evidence[1] == whole
    assert "Lima orang tewas dalam kebakaran gudang" in line.text


def test_a_change_of_position_is_told_in_its_order(story: Story) -> None:
    ids = tuple(s.id for r in story.readings for s in r.statements)
    position = Position(id="p", speaker="Ida Rato", entity=None, statements=ids, rule="r", why="")
    (line,) = told(replace(story, positions=(position,)), "differs")
    assert line.index("Kabar Satu") < line.index("→") < line.index("Kabar Dua")


def test_a_figure_deep_in_one_report_is_not_what_is_current() -> None:
    text = "Gudang terbakar. Api padam. Warga pulang. Polisi datang. Pada 2019, empat orang tewas di gudang lain."
    reading = runut.read(report("Kabar Lima", "2026-03-09", text))
    assert isinstance(reading, Reading)
    assert any(f.measure == "killed" for f in reading.figures)
    assert told(Story(readings=(reading,)), "current") == []


def test_a_count_of_things_in_the_lead_of_one_of_several_reports_is_not_what_is_current() -> None:
    lone = report("Kabar Enam", "2026-03-09", "Gudang di Kota Lontar terbakar. Kerugian Rp 3 juta, kata Ida Rato.")
    other = report("Kabar Tujuh", "2026-03-09", "Warga Kota Lontar menonton api dari atap. Polisi menutup jalan raya.")
    assert any("Rp 3 juta" in x for x in lines([lone], "current"))
    assert not any("Rp 3 juta" in x for x in lines([lone, other], "current"))


def test_what_a_person_rejects_and_what_is_of_another_event_is_not_told(story: Story) -> None:
    _, second = figure_ids(story)
    ruling = Ruling(
        judgement=Judgement(
            id="j", act="reject", subjects=(Subject(layer="figures", id=second),), by="person:Sari", why="salah"
        ),
        state="applied",
    )
    assert told(replace(story, judgements=(ruling,)), "current")[0].startswith("Korban tewas: 2")
    away = OffStory(article=story.readings[1].article.id, why="lain")
    assert told(replace(story, off_story=(away,)), "current")[0].startswith("Korban tewas: 2")


def test_a_family_is_told_with_what_it_was_made_from(story: Story) -> None:
    a, b = (r.article.id for r in story.readings)
    family = Family(id="f", articles=(a, b), why="", original=a, upstream=("Kantor Warta",))
    (line,) = told(replace(story, families=(family,)), "independence")
    assert "Kabar Dua bersumber dari Kabar Satu (Kantor Warta)" in line
    readings = tuple(replace(r, credits=replace(r.credits, outlet="Kabar Tiga")) for r in story.readings)
    (line,) = told(replace(story, readings=readings, families=(family,)), "independence")
    assert "Kabar Tiga (2) satu sumber (Kantor Warta)" in line


def test_of_many_families_the_largest_are_named(story: Story) -> None:
    a, b = (r.article.id for r in story.readings)
    families = tuple(Family(id=str(n), articles=(a, b), why="") for n in range(MOST_FAMILIES + 2))
    (line,) = told(replace(story, families=families), "independence")
    assert line.count("satu sumber") == MOST_FAMILIES
    assert line.endswith("2 kelompok lain")


@pytest.mark.parametrize(
    ("low", "high", "approx", "want"),
    [
        (164, 164, False, "164"),
        (3700, None, False, "≥ 3.700"),
        (None, 12, False, "≤ 12"),
        (100, 200, False, "100–200"),
        (2500, 2500, True, "± 2.500"),
        (5.6, 5.6, False, "5,6"),
        (None, None, False, "puluhan"),
    ],
)
def test_bounds_are_written_as_indonesians_write_them(
    low: float | None, high: float | None, approx: bool, want: str
) -> None:
    figure = Figure(
        id="f", article="a", start=0, end=7, text="puluhan", number=Span(start=0, end=7, text="puluhan"),
        low=low, high=high, approx=approx, measure="killed", rule="r",
    )  # fmt: skip
    assert bounds(figure) == want


def test_small_words() -> None:
    assert shortened("anjing pelacak&nbsp; atau\nkuda") == "anjing pelacak atau kuda"
    assert digits(3700, english=True) == "3,700"
    assert local_day("2026-03-09", english=True) == "9 Mar 2026"
    assert digits(1_010_000_000_000) == "1.010.000.000.000"
    assert local_day("2026-03-09TEV") == "9/3/2026"
    assert local_day("2026-W11") == "2026-W11"
    assert shortened("Dewan (\nDP\n) Kota Lontar\n, kata Ida\n.") == "Dewan (DP) Kota Lontar, kata Ida."
    assert shortened("satu ... dua") == "satu ... dua"
    assert shortened("satu dua tiga", 9) == "satu dua …"
    assert shortened("satu\n dua") == "satu dua"


def test_a_report_that_takes_a_count_back_does_not_carry_it() -> None:
    at = "Pelabuhan Sirih"
    reports = [
        {
            "text": f"Kepala kantor pelabuhan menyatakan 11 orang tewas dalam kebakaran kapal di {at}, Rabu (11/3/2026).",
            "outlet": "Kabar Satu",
            "published": "2026-03-11T11:00:00+07:00",
        },
        {
            "text": f"Korban tewas kebakaran kapal di {at} mencapai sembilan orang, kata Kepala Kantor SAR Bagas Prakoso, "
            "Kamis (12/3/2026). Sebelumnya, kepala kantor pelabuhan, dikutip sebuah harian, menyebut 11 orang tewas.",
            "outlet": "Kabar Dua",
            "published": "2026-03-12T10:00:00+07:00",
        },
    ]
    account = runut.account(reports)
    (now,) = (b for b in account.brief if b.text.startswith("Korban tewas:"))
    assert "9 orang" in now.text
    assert now.reports == 1
    (before,) = (b.text for b in account.brief if b.kind == "differs")
    assert "11 orang (" in before
    assert before.index("11/3/2026") < before.index("9 orang")
    assert "Kabar Dua, 12/3/2026) → 9" not in before


def test_an_age_is_told_in_years_and_whose_it_is_stands_before() -> None:
    ages = [
        report(outlet, "2026-03-09", f"Polisi menangkap Bagas Prakoso ({age}) di Kota Lontar. Bagas Prakoso ditahan.")
        for outlet, age in (("Kabar Satu", 34), ("Kabar Dua", 35))
    ]
    (line,) = (x for x in runut.account(ages).brief if x.rule == "series-conflict")
    assert line.text.startswith("Umur: Bagas Prakoso, bertentangan: 35 tahun (") and " ≠ 34 tahun (" in line.text
    assert line.english.startswith("Age: Bagas Prakoso, in conflict: 35 years (")


def test_what_is_counted_stands_on_one_line() -> None:
    text = "Gudang di Kota Lontar terbakar. Dua pekerja\nbangunan tewas, Senin (9/3/2026)."
    (line,) = (x for x in lines([report("Kabar Satu", "2026-03-09", text)], "current") if x.startswith("Korban"))
    assert "\n" not in line
