"""Events across reports: what is one happening, what only looks like it, who tells it and how sure each is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import permutations

import pytest

from runut import lang, pipeline
from runut.comparing import acts, anchors, entities, families, happenings
from runut.comparing.ages import by_age
from runut.comparing.rulings import Order, Rulings
from runut.intake import take_in
from runut.lang import Language
from runut.model import Article, Happening, Reading

ID = lang.load("id")

Read = Callable[..., tuple[Reading, ...]]


@pytest.fixture(scope="module")
def read(languages: Mapping[str, Language]) -> Read:
    def read_reports(*texts: str) -> tuple[Reading, ...]:
        records = [
            {"text": text, "outlet": f"Warta {n}", "published": f"2031-03-{6 + n:02}"} for n, text in enumerate(texts)
        ]
        glances = [pipeline.glance(a, languages) for a in take_in(records) if isinstance(a, Article)]
        settled = anchors.settle(glances)
        return by_age(pipeline.read(g, settled[g.article.id], languages) for g in glances)

    return read_reports


def join(readings: tuple[Reading, ...], rulings: Rulings | None = None) -> tuple[Happening, ...]:
    known = entities.join(readings, ID)
    grouped = families.group(readings, ID)
    return happenings.join(readings, known, grouped, ID, *([rulings] if rulings else []))


def are_one(read: Read, a: str, b: str) -> bool:
    return any(h.reports == 2 for h in join(read(a, b)))


ONE = {
    "another verb of the deed, active and passive": (
        "Polisi menangkap tiga penyelundup beras di Warukali, Rabu (5/3/2031).",
        "Tiga penyelundup beras dibekuk polisi di Warukali pada Rabu (5/3/2031).",
    ),
    "a noun and a verb": (
        "Longsor terjadi di Bukit Serayan, Rabu (5/3/2031).",
        "Tanah di Bukit Serayan longsor, Rabu (5/3/2031).",
    ),
    "a meeting of several days and one without a day near its end": (
        "Komisi dewan menggelar rapat anggaran lumbung pada 20 Februari-6 Maret 2031 di Garut.",
        "Komisi dewan menggelar rapat anggaran lumbung di Garut bersama bupati.",
    ),
    "word for word": (
        "Bupati meninjau lumbung desa bersama kepala gudang beras.",
        "Bupati meninjau lumbung desa bersama kepala gudang beras.",
    ),
    "the same named parties, no day": (
        "Rendra Sasmita melaporkan Yuliana Prameswari ke Polres Garut atas penipuan.",
        "Rendra Sasmita sudah melaporkan Yuliana Prameswari ke Polres Garut.",
    ),
    "one demand in other words": (
        "Rendra Sasmita meminta Yuliana Prameswari melunasi utang lumbung.",
        "Rendra Sasmita meminta Yuliana Prameswari segera membayar lunas utang.",
    ),
    "a toll that grew": (
        "Tujuh nelayan tewas dalam kecelakaan perahu di Muara Serayan.",
        "Sembilan nelayan tewas dalam kecelakaan perahu di Muara Serayan.",
    ),
    "the same toll and no more": (
        "Banjir melanda Serayan. Sebanyak 14 orang meninggal dunia.",
        "Air bah surut di Serayan. Banjir itu menewaskan 14 warga.",
    ),
    "planned in one, done in the other": (
        "Polisi akan memeriksa Rendra Sasmita di Garut.",
        "Polisi memeriksa Rendra Sasmita di Garut.",
    ),
    "a kind that may be either": (
        "Kerusuhan pecah di Warukali. Dua buruh tewas dalam serangan di Pasar Serayan, Rabu (5/3/2031).",
        "Kecelakaan terjadi di Warukali. Dua buruh tewas dalam kecelakaan di Pasar Serayan, Rabu (5/3/2031).",
    ),
}

TWO = {
    "another day": (
        "Polisi menangkap tiga penyelundup beras di Warukali, Rabu (5/3/2031).",
        "Polisi menangkap tiga penyelundup beras di Warukali, Selasa (4/3/2031).",
    ),
    "another person": (
        "Polisi menangkap Rendra Sasmita di Warukali, Rabu (5/3/2031).",
        "Polisi menangkap Yuliana Prameswari di Warukali, Rabu (5/3/2031).",
    ),
    "another count of no harm": (
        "Bupati mencabut empat izin tambang di Warukali.",
        "Bupati mencabut sembilan izin tambang di Warukali.",
    ),
    "another number of the same thing": (
        "Dinas Pangan mengingatkan warga untuk mewaspadai dua merek beras di Warukali.",
        "Dinas Pangan mengingatkan warga untuk mewaspadai empat merek beras di Warukali.",
    ),
    "another number in the same words": (
        "Menjatuhkan pidana kepada terdakwa dengan pidana penjara selama 16 tahun di Warukali.",
        "Menjatuhkan pidana kepada terdakwa dengan pidana penjara selama 3 tahun di Warukali.",
    ),
    "another demand": (
        "Rendra Sasmita meminta Yuliana Prameswari melunasi utang lumbung.",
        "Rendra Sasmita meminta Yuliana Prameswari membersihkan balai desa.",
    ),
    "another deed": (
        "Polisi menangkap Rendra Sasmita di Warukali.",
        "Hakim membebaskan Rendra Sasmita di Warukali.",
    ),
    "another target": (
        "Penyidik menggeledah kantor bupati di Garut, Rabu (5/3/2031).",
        "Penyidik menggeledah gudang beras di Garut, Rabu (5/3/2031).",
    ),
    "another who takes the same stand": (
        "Rendra Sasmita mengecam bupati soal lumbung desa di Garut.",
        "Yuliana Prameswari mengecam bupati soal lumbung desa di Garut.",
    ),
    "a stand of nobody in particular": (
        "Rendra Sasmita mengecam bupati soal lumbung desa di Garut.",
        "Sejumlah warga mengecam bupati soal lumbung desa di Garut.",
    ),
    "a meeting long before and one without a day": (
        "Ia berbicara usai rapat dengar pendapat komisi dewan di Garut, Rabu (5/2/2031).",
        "Ia berbicara usai rapat dengan komisi dewan di kompleks parlemen, Garut.",
    ),
    "a meeting of days long before and one without a day": (
        "Komisi dewan menggelar rapat anggaran lumbung pada 1-12 Februari 2031 di Garut.",
        "Komisi dewan menggelar rapat anggaran lumbung di Garut bersama bupati.",
    ),
    "only the kind in common": (
        "Polisi menangkap tiga penyelundup beras di Warukali.",
        "Polisi menangkap dua pencuri perahu di Garut.",
    ),
    "another toll, and neither a day nor a place": (
        "Sedikitnya 18 orang tewas akibat penumpasan demonstrasi buruh oleh tentara.",
        "Sedikitnya 91 orang tewas ketika tentara melanjutkan penumpasan demonstrasi.",
    ),
    "another victim shot in the same town": (
        "Rendra Sasmita tewas ditembak di Warukali saat berpidato.",
        "Seorang gadis pedagang tewas ditembak di rumahnya di Warukali.",
    ),
    "another number of buildings on fire": (
        "Sebanyak 74 bangunan dibakar massa dalam kerusuhan.",
        "Kerusuhan berlanjut dan 234 bangunan dibakar massa.",
    ),
    "one denies what the other tells of another": (
        "Bupati mencabut izin tambang di Warukali.",
        "Bupati tidak mencabut izin tambang di Warukali milik sebuah perusahaan lain.",
    ),
}


@pytest.mark.parametrize("pair", ONE.values(), ids=list(ONE))
def test_one_happening(pair: tuple[str, str], read: Read) -> None:
    assert are_one(read, *pair)


@pytest.mark.parametrize("pair", TWO.values(), ids=list(TWO))
def test_two_happenings(pair: tuple[str, str], read: Read) -> None:
    assert not are_one(read, *pair)


ROWS = [row for row in ID.table("act_words") if row["deed"] not in ("general", "by-its-doer")]
FIRST = {row["deed"]: row["example"] for row in reversed(ROWS)}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["word"])
def test_words_of_one_deed_tell_one_happening(row: Mapping[str, str], read: Read) -> None:
    assert are_one(read, FIRST[row["deed"]], row["example"])


@pytest.mark.parametrize(
    "row", [r for r in ID.table("act_words") if r["deed"] == "by-its-doer"], ids=lambda r: r["word"]
)
def test_what_strikes_a_place_is_the_happening(row: Mapping[str, str], read: Read) -> None:
    what = row["example"].split(" me")[0]
    assert are_one(read, row["example"], f"{what} terjadi di Bukit Serayan. Warga mengungsi.")
    other = "Longsor" if what != "Longsor" else "Gempa"
    assert not are_one(read, row["example"], f"{other} terjadi di Bukit Serayan, Rabu (5/3/2031).")


def test_whatever_a_place_is_struck_by_is_the_happening(read: Read) -> None:
    struck = "Tiga desa di Bukit Serayan diterjang banjir bandang, Rabu (5/3/2031)."
    assert are_one(read, struck, "Banjir bandang terjadi di Bukit Serayan. Warga mengungsi.")
    assert not are_one(read, struck, "Longsor terjadi di Bukit Serayan. Warga mengungsi.")


@pytest.mark.parametrize("row", [r for r in ID.table("act_words") if r["deed"] == "general"], ids=lambda r: r["word"])
def test_words_for_anybody_are_no_part_of_a_party(row: Mapping[str, str], read: Read) -> None:
    told = acts.gather(read(row["example"]), (), (), ID)
    assert told
    assert all(row["word"] not in act.recipient | act.actor for act in told)


def test_who_tells_it_and_how_sure_each_is(read: Read) -> None:
    readings = read(
        "Polisi akan memeriksa Rendra Sasmita di Garut, Sabtu (8/3/2031).",
        "Polisi memeriksa Rendra Sasmita di Garut, Sabtu (8/3/2031).",
        "Rendra Sasmita diduga diperiksa polisi di Garut.",
    )
    [found] = join(readings)
    assert (found.type, found.reports, found.date, found.place) == ("ACCUSE", 3, "2031-03-08", "Garut")
    assert [s.status for s in found.standings] == ["alleged", "happened", "planned"]
    assert sorted(i for s in found.standings for i in s.events) == sorted(found.events)
    assert {e.id for r in readings for e in r.events} >= set(found.events)
    assert found.rule in happenings.RULES
    assert (found.why, found.english) == happenings.RULES[found.rule]


def test_a_place_that_reports_tell_otherwise_is_none(read: Read) -> None:
    [found] = join(
        read(
            "Polisi memeriksa Rendra Sasmita di Garut, Selasa (4/3/2031).",
            "Polisi memeriksa Rendra Sasmita di Cirebon, Selasa (4/3/2031).",
        )
    )
    assert (found.date, found.place) == ("2031-03-04", None)


def test_a_party_that_one_of_many_names_is_none(read: Read) -> None:
    texts = (
        "Gudang beras Serayan di Garut disegel, Rabu (5/3/2031).",
        "Gudang beras Serayan di Garut telah disegel sejak Rabu (5/3/2031).",
        "Gudang beras Serayan di Garut resmi disegel pada Rabu (5/3/2031).",
        "Gudang beras Serayan di Garut disegel oleh Rendra Sasmita, Rabu (5/3/2031).",
    )
    [many] = join(read(*(f"{text} Warga kini membeli beras di pasar lain." for text in texts)))
    assert (many.reports, many.actor) == (4, None)
    [two] = join(read(*(f"{text} Warga kini membeli beras di pasar lain." for text in texts[2:])))
    assert two.reports == 2
    assert two.actor is not None


def test_one_report_alone_makes_none(read: Read) -> None:
    text = "Polisi menangkap tiga penyelundup beras di Warukali. Tiga penyelundup beras ditangkap polisi di Warukali."
    assert join(read(text)) == ()
    assert join(()) == ()


def test_copies_are_not_independent(read: Read) -> None:
    text = (
        "Polisi menangkap tiga penyelundup beras di gudang tua Warukali pada Rabu (5/3/2031). Kepala gudang melihat "
        "tiga truk tanpa lampu masuk lewat pintu belakang sebelum fajar. Beras itu disita dan dibawa ke Garut."
    )
    assert all(h.reports == 2 and h.independent == 1 for h in join(read(text, text + " Warga lega.")))


def test_the_order_of_reports_decides_nothing(read: Read, languages: Mapping[str, Language]) -> None:
    readings = read(*(text for pair in list(ONE.values())[:3] for text in pair))
    known, grouped = entities.join(readings, ID), families.group(readings, ID)
    first = happenings.join(readings, known, grouped, ID)
    assert first
    for order in list(permutations(readings))[:6]:
        assert happenings.join(by_age(order), known, grouped, ID) == first


def test_a_person_joins_and_parts(read: Read) -> None:
    readings = read(*TWO["another deed"])
    a, b = (r.events[0].id for r in readings)
    [found] = join(readings, Rulings(orders=(Order("events", frozenset([a, b])),)))
    assert (found.rule, found.reports) == ("judgement", 2)
    readings = read(*ONE["another verb of the deed, active and passive"])
    a, b = (r.events[0].id for r in readings)
    assert join(readings, Rulings(orders=(Order("events", frozenset([a]), frozenset([b])),))) == ()


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        # a day after the report in which the other happened
        (
            "Serangan bom terjadi di pasar Warukali.",
            "Serangan bom melanda pasar Warukali, Jumat (7/3/2031).",
            False,
        ),
        (
            "Serangan bom terjadi di pasar Warukali.",
            "Serangan bom melanda pasar Warukali, Rabu (5/3/2031).",
            True,
        ),
        # tolls that are no one's together
        ("Sedikitnya 21 orang tewas.", "Sedikitnya 90 orang tewas.", False),
        (
            "Sedikitnya 21 orang tewas akibat longsor di Warukali.",
            "Sedikitnya 90 orang tewas akibat longsor di Warukali.",
            True,
        ),
        # ages of two victims
        (
            "Kelompok bersenjata menembak seorang pemuda berusia 12 tahun di Warukali, Rabu (5/3/2031).",
            "Di Warukali, Rabu (5/3/2031), kelompok bersenjata juga menembak pemuda berusia 19 tahun.",
            False,
        ),
        (
            "Kelompok bersenjata menembak seorang pemuda berusia 18 tahun di Warukali, Rabu (5/3/2031).",
            "Di Warukali, Rabu (5/3/2031), kelompok bersenjata juga menembak pemuda berusia 19 tahun.",
            True,
        ),
    ],
)
def test_what_cannot_be_one_harm_is_apart(read: Read, a: str, b: str, one: bool) -> None:
    assert are_one(read, a, b) is one


def test_tolls_told_long_after_one_another_are_of_other_harms(languages: Mapping[str, Language]) -> None:
    def read_on(*told: tuple[str, str]) -> tuple[Reading, ...]:
        records = [{"text": text, "outlet": f"Warta {day}", "published": day} for text, day in told]
        glances = [pipeline.glance(a, languages) for a in take_in(records) if isinstance(a, Article)]
        settled = anchors.settle(glances)
        return by_age(pipeline.read(g, settled[g.article.id], languages) for g in glances)

    first = "Serangan bom kelompok bersenjata di pelabuhan menewaskan sedikitnya 105 orang pada Rabu (5/3/2031)."
    again = "Sedikitnya 98 orang tewas dalam serangan bom kelompok bersenjata di dermaga pelabuhan."
    assert any(h.reports == 2 for h in join(read_on((first, "2031-03-06"), (again, "2031-03-07"))))
    assert not any(h.reports == 2 for h in join(read_on((first, "2031-03-06"), (again, "2031-03-27"))))
