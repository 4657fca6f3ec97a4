"""The same statement in several wordings: what is one statement, what is two, and how it is told."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from said import report, statement

from runut.comparing import sayings
from runut.comparing.rulings import Order, Rulings
from runut.lang import load
from runut.model import Entity, Family, Mention, Name, Reading, Saying

INDONESIAN = load("id")
LONG = "Retakan di pilar ketiga jembatan Rengas itu sudah kami laporkan ke dinas sejak bulan lalu"


def join(*readings: Reading, families: tuple[Family, ...] = (), rulings: Rulings | None = None) -> tuple[Saying, ...]:
    return sayings.join(readings, (), families, INDONESIAN, *([] if rulings is None else [rulings]))


def others() -> Reading:
    """A report of other statements, so that the words of the story weigh differently."""
    return report(
        "z",
        statement("Dinas Air", "pompa cadangan di waduk Lontar dinyalakan tadi malam"),
        statement("Camat Lontar", "warga mengungsi ke balai desa dan sekolah"),
        statement("Bupati Kalimas", "anggaran perbaikan jalan dibahas pekan depan"),
    )


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        (LONG, f"{LONG}, dan belum ada jawaban", "same-words"),
        (LONG, "pilar ketiga jembatan Rengas retak dan sudah dilaporkannya ke dinas sejak bulan lalu", "same-point"),
        (
            "tiga perahu nelayan yang hilang di Selat Warukali ditemukan di dekat mercusuar",
            "tiga perahu nelayan hilang itu ditemukan dekat mercusuar Selat Warukali",
            "same-point",
        ),
        (
            "keempat gudang pupuk di Lontar disegel karena tak berizin",
            "4 gudang pupuk di Lontar yang tidak berizin disegel",
            "same-point",
        ),
    ],
)
def test_one_statement_in_two_wordings(a: str, b: str, rule: str) -> None:
    (saying,) = join(report("a", statement("Sari", a)), report("b", statement("Sari", b)), others())
    assert (saying.rule, saying.reports, set(saying.statements)) == (rule, 2, {"a0", "b0"})
    assert saying.why == sayings.RULES[rule][0]
    assert saying.english == sayings.RULES[rule][1]


def test_the_fullest_wording_comes_first_and_the_day_is_told() -> None:
    fuller = statement("Sari", f"{LONG}, dan belum ada jawaban dari kepala dinas", day="2031-03-04")
    (saying,) = join(report("a", statement("Sari", LONG)), report("b", fuller))
    assert (saying.statements, saying.day, saying.speaker) == (("b0", "a0"), "2031-03-04", "Sari")


def test_a_part_of_a_longer_statement() -> None:
    whole = f"{LONG}, sementara pompa cadangan waduk Lontar masih menunggu suku cadang dari kota"
    part = "pompa cadangan waduk menunggu suku cadang dari kota"
    (saying,) = join(report("a", statement("Sari", whole)), report("b", statement("Sari", part)), others())
    assert saying.rule == "part-of-point"


def test_a_quotation_whose_speaker_one_report_does_not_tell() -> None:
    (saying,) = join(
        report("a", statement("Sari", LONG, form="direct")), report("b", statement(None, LONG, form="direct"))
    )
    assert (saying.speaker, saying.rule) == ("Sari", "same-words")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (  # two speakers
            statement("Sari", "pilar ketiga jembatan Rengas retak sejak bulan lalu"),
            statement("Ratna", "pilar ketiga jembatan Rengas retak sejak bulan lalu"),
        ),
        (  # two speakers, as at length as courts speak alike
            statement("jaksa", f"menyatakan terdakwa bersalah merusak pilar, {LONG}", form="direct"),
            statement("hakim", f"menyatakan terdakwa bersalah merusak pilar, {LONG}", form="direct"),
        ),
        (  # two speakers and another number
            statement("Sari", f"{LONG}, dan 12 tiang diganti"),
            statement("Ratna", f"{LONG}, dan 13 tiang diganti"),
        ),
        (  # hardly a word of its own
            statement("Sari", "Begitu saja dulu,", form="direct"),
            statement("Sari", "Begitu juga kami, nanti saja", form="direct"),
        ),
        (  # two days
            statement("Sari", LONG, day="2031-03-03"),
            statement("Sari", LONG, day="2031-03-05"),
        ),
        (  # another number
            statement("Sari", "tiga perahu nelayan yang hilang ditemukan di dekat mercusuar Warukali"),
            statement("Sari", "dua perahu nelayan yang hilang ditemukan di dekat mercusuar Warukali"),
        ),
        (  # negated
            statement("Sari", "pilar ketiga jembatan Rengas retak sejak bulan lalu"),
            statement("Sari", "pilar ketiga jembatan Rengas tidak retak sejak bulan lalu"),
        ),
        (  # denied
            statement("Sari", "pilar ketiga jembatan Rengas retak sejak bulan lalu"),
            statement("Sari", "pilar ketiga jembatan Rengas retak sejak bulan lalu", cue="membantah"),
        ),
        (  # another matter
            statement("Sari", "pilar ketiga jembatan Rengas retak sejak bulan lalu"),
            statement("Sari", "jembatan Rengas akan dibangun ulang dengan dana provinsi"),
        ),
        (statement("Sari", "jembatan Rengas retak"), statement("Sari", "jembatan Rengas ramai")),  # too little
        (  # the opposite
            statement("Sari", "harga garam di pasar Lontar diperkirakan naik pekan depan"),
            statement("Sari", "harga garam di pasar Lontar diperkirakan turun pekan depan"),
        ),
    ],
)
def test_two_statements_stay_two(a: object, b: object) -> None:
    assert not join(report("a", a), report("b", b), others())  # type: ignore[arg-type]


def test_what_one_report_says_twice_is_no_statement_of_several_reports() -> None:
    assert not join(report("a", statement("Sari", LONG), statement("Sari", LONG)), others())


def test_a_point_of_long_ago_is_another_statement_unless_word_for_word() -> None:
    a = "pilar ketiga jembatan Rengas retak dan sudah dilaporkannya ke dinas sejak bulan lalu"
    old = report("a", statement("Sari", a), day="2031-02-01")
    assert not join(old, report("b", statement("Sari", LONG)))
    assert join(report("a", statement("Sari", LONG), day="2031-02-01"), report("b", statement("Sari", LONG)))


def test_word_for_word_one_report_may_be_a_day_late() -> None:
    late = report("b", statement("Sari", LONG, day="2031-03-05"))
    assert join(report("a", statement("Sari", LONG, day="2031-03-04")), late)
    other = "pilar ketiga jembatan Rengas retak dan sudah dilaporkannya ke dinas sejak bulan lalu"
    assert not join(report("a", statement("Sari", other, day="2031-03-04")), late)


def test_a_long_quotation_is_one_though_a_report_misdates_it() -> None:
    at_length = f"{LONG}, dan sampai hari ini belum ada jawaban"
    quoted = [statement("Sari", at_length, day=f"2031-03-{day}", form="direct") for day in ("05", "12", "20")]
    assert join(report("a", quoted[0]), report("b", quoted[1]), others())
    assert not join(report("a", quoted[0]), report("b", quoted[2]), others())
    told = [statement("Sari", at_length, day=f"2031-03-{day}") for day in ("05", "12")]
    assert not join(report("a", told[0]), report("b", told[1]), others())


def test_most_of_a_statement_told_on_some_days_later_is_one() -> None:
    early = report(
        "a", statement("Sari", "pompa cadangan waduk Lontar dipindahkan ke tanggul sebelah utara"), day="2031-03-01"
    )
    told_on = "pompa cadangan waduk Lontar itu dipindahkan ke tanggul sebelah utara oleh tiga regu"
    assert join(early, report("b", statement("Sari", told_on), day="2031-03-07"), others())
    assert not join(early, report("b", statement("Sari", told_on), day="2031-03-20"), others())


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (  # the negation ends with its sentence
            "perahu nelayan boleh melaut lagi dari dermaga Lontar. Kalau malam jangan. Tidak. Perahu nelayan wajib lapor",
            "perahu nelayan boleh melaut lagi dari dermaga Lontar, perahu nelayan wajib lapor",
        ),
        (  # one denial in two ways
            "perbaikan pompa waduk Lontar tidak memakai uang kas desa",
            "perbaikan pompa waduk Lontar memakai uang pribadi, bukan uang kas desa",
        ),
        (  # what is denied of one thing is said of another beside it
            "harga garam di pasar Lontar tidak turun di kios kecil, di kios besar harga garam turun banyak",
            "harga garam turun banyak di kios besar pasar Lontar",
        ),
        (  # both directions stand in one of them, the other behind all that both say
            "hasil panen garam Lontar menurun dua kali lipat karena hujan, sedangkan hasil ikan meningkat",
            "hasil panen garam Lontar menurun dua kali lipat karena hujan panjang",
        ),
        (  # a stop that ends no clause
            "kepala gudang garam Lontar bukan dr. Sari melainkan Ratna",
            "kepala gudang garam Lontar bukan Sari melainkan Ratna",
        ),
    ],
)
def test_a_denial_or_an_opposite_that_parts_nothing(a: str, b: str) -> None:
    (saying,) = join(report("a", statement("Sari", a)), report("b", statement("Sari", b)), others())
    assert saying.reports == 2


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "perbaikan pompa waduk Lontar tidak memakai uang kas desa",
            "perbaikan pompa waduk Lontar memakai uang kas desa",
        ),
        ("hasil panen garam Lontar menurun karena hujan", "hasil panen garam Lontar meningkat karena hujan"),
        (  # one more denial beside it
            "dinas tidak menutup gudang garam Lontar sejak kemarin dan warga tidak keberatan",
            "dinas menutup gudang garam Lontar sejak kemarin dan warga tidak keberatan",
        ),
        (  # a denial of something else on either side
            "dinas tidak menutup gudang garam Lontar sejak kemarin, warga keberatan",
            "dinas menutup gudang garam Lontar sejak kemarin, warga tidak keberatan",
        ),
        (  # a stop that ends no clause
            "kepala gudang garam Lontar yang disegel kemarin bukan dr. Sari",
            "kepala gudang garam Lontar yang disegel kemarin dr. Sari",
        ),
        ("dinas tidak, sekali lagi tidak, menaikkan harga garam Lontar", "dinas menaikkan harga garam Lontar"),
        (  # both directions in one of them, amid what both say
            "harga garam naik di pasar utara dan turun di pasar selatan",
            "harga garam naik di pasar utara dan pasar selatan",
        ),
    ],
)
def test_a_denial_or_an_opposite_that_parts(a: str, b: str) -> None:
    assert not join(report("a", statement("Sari", a)), report("b", statement("Sari", b)), others())


def test_reports_and_independent_families_are_counted() -> None:
    otherwise = "sejak bulan lalu dinas sudah menerima laporan tentang retakan pilar ketiga jembatan Rengas"
    readings = [report(n, statement("Sari", said)) for n, said in (("a", LONG), ("b", LONG), ("c", otherwise))]
    families = (
        Family(id="f", articles=("a", "b"), why=""),
        Family(id="g", articles=("c",), why=""),
    )
    (saying,) = join(*readings, families=families)
    assert (saying.reports, saying.independent) == (3, 2)


def test_the_order_of_findings_does_not_matter() -> None:
    readings = [
        report("a", statement("Sari", LONG)),
        report("b", statement("Sari", f"{LONG} benar")),
        report("c", statement("Sari", LONG)),
    ]
    told = {tuple(tuple(sorted(s.statements)) for s in join(*order)) for order in permutations(readings)}
    assert told == {(("a0", "b0", "c0"),)}


def test_a_person_joins_and_parts() -> None:
    a, b = report("a", statement("Sari", LONG)), report("b", statement("Sari", "jembatan itu berbahaya"))
    joined = Rulings(orders=(Order("statements", frozenset({"a0", "b0"})),))
    (saying,) = join(a, b, rulings=joined)
    assert (saying.rule, saying.statements) == ("judgement", ("a0", "b0"))
    c = report("c", statement("Sari", LONG))
    parted = Rulings(orders=(Order("statements", frozenset({"a0"}), frozenset({"c0"})),))
    assert join(a, c)
    assert not join(a, c, rulings=parted)


@pytest.mark.parametrize(
    "row", [r for r in INDONESIAN.table("clash_words") if r["role"] == "asking"], ids=lambda r: r["word"]
)
def test_what_is_asked_for_is_not_what_is_so(row: dict[str, str]) -> None:
    asked = report("a", statement("Sari", "dinas provinsi memeriksa jembatan Rengas", cue="meminta"))
    told = row["example"].replace(row["word"], "kemarin")
    assert not join(asked, report("b", statement("Sari", told)), others())
    assert join(asked, report("b", statement("Sari", row["example"])), others())


def test_a_saying_of_which_two_speakers_are_told() -> None:
    given = [statement(who, LONG, form="direct") for who in ("Sari", "Dinas Jalan")]
    more = report("y", statement("Dinas Jalan", "truk dialihkan ke jalan desa"))
    (saying,) = join(report("a", given[0]), report("b", given[1]), more, others())
    assert (saying.rule, saying.speaker) == ("same-words-two-speakers", "Dinas Jalan")  # who says more in the story
    (saying,) = join(report("a", given[0]), report("b", given[1]), report("c", given[0]), more, others())
    assert (saying.reports, saying.speaker) == (3, "Sari")  # who is told of it more often


@pytest.mark.parametrize(("one", "two"), [("Doakan kami semua", "Doakan kami semua, ya, sampai jumpa di Rengas")])
def test_a_short_quotation_that_stands_in_another(one: str, two: str) -> None:
    quoted = [report(n, statement("Sari", text, form="direct")) for n, text in (("a", one), ("b", two))]
    assert [s.rule for s in join(*quoted, others())] == ["same-words"]
    of_two = report("b", statement("Ratna", two, form="direct"))
    assert not join(quoted[0], of_two, others())


def test_what_is_said_of_two_people_is_two_sayings() -> None:
    def verdict(name: str, who: str) -> Reading:
        words = f"{who} bersalah merusak pilar jembatan Rengas dan dihukum kerja sosial"
        made = report(name, statement("hakim", words))
        at = made.article.text.index(who)
        mention = Mention(start=at, end=at + len(who), text=who, rule="test")
        return replace(made, names=(Name(id=f"n{who}", type="PER", name=who, mentions=(mention,)),))

    assert not join(verdict("a", "Wirya"), verdict("b", "Santoso"), others())
    one = Entity(id="e", type="PER", name="Wirya", mentions=(), members=(("a", "nWirya"), ("b", "nWirya")))
    both = (verdict("a", "Wirya"), verdict("b", "Wirya"), others())
    assert len(sayings.join(both, (one,), (), INDONESIAN)) == 1


def test_a_third_person_whom_both_name_joins_no_two_verdicts() -> None:
    def verdict(name: str, who: str) -> Reading:
        words = f"{who} bersalah merusak pilar jembatan Rengas bersama mandor Darmo pada malam hujan"
        made = report(name, statement("hakim", words))
        text = made.article.text
        names = [
            Name(
                id=f"n{one}",
                type="PER",
                name=one,
                mentions=(Mention(start=text.index(one), end=text.index(one) + len(one), text=one, rule="test"),),
            )
            for one in (who, "Darmo")
        ]
        return replace(made, names=tuple(names))

    third = Entity(id="d", type="PER", name="Darmo", mentions=(), members=(("a", "nDarmo"), ("b", "nDarmo")))
    assert not sayings.join((verdict("a", "Wirya"), verdict("b", "Santoso"), others()), (third,), (), INDONESIAN)


@pytest.mark.parametrize(
    "row", [r for r in INDONESIAN.table("clash_words") if r["role"] == "formula"], ids=lambda r: r["word"]
)
def test_a_formula_is_of_no_one_speaker(row: dict[str, str]) -> None:
    words = f"{row['example']} dengan denda seberat tiang yang dirusaknya pada malam hujan"
    two = [report(n, statement(who, words, form="direct")) for n, who in (("a", "jaksa"), ("b", "hakim"))]
    assert not join(*two, others())
    other = words.replace(row["word"], "tiang")
    two = [report(n, statement(who, other, form="direct")) for n, who in (("a", "jaksa"), ("b", "hakim"))]
    assert join(*two, others())


@pytest.mark.parametrize(
    "row", [r for r in INDONESIAN.table("clash_words") if r["role"] == "negation"], ids=lambda r: r["word"]
)
def test_however_it_is_negated(row: dict[str, str]) -> None:
    plain = "pilar ketiga jembatan Rengas {} retak sejak bulan lalu"
    said, other, no = (plain.format(w) for w in ("tidak", "kini", row["word"]))
    assert join(report("a", statement("Sari", said)), report("b", statement("Sari", no)), others())
    assert not join(report("a", statement("Sari", other)), report("b", statement("Sari", no)), others())


def test_a_quotation_that_was_taken_down_otherwise() -> None:
    one = "Saya tidak akan mundur dari jabatan ini hanya karena tekanan, warga Rengas sudah memilih saya dua kali"
    two = "Saya tak mau mundur, karena pemilih di Rengas sudah dua kali memberi kami kepercayaan, lebih dari sekadar suara"
    quoted = [report(n, statement("Sari", text, form="direct")) for n, text in (("a", one), ("b", two))]
    assert [s.rule for s in join(*quoted, others())] == ["same-quotation"]
    told = [report(n, statement("Sari", text)) for n, text in (("a", one), ("b", two))]
    assert not join(*told, others())


def test_a_number_and_what_is_counted() -> None:
    one = "sedikitnya 224 warga mengungsi akibat banjir di Lontar, termasuk lansia dan balita"
    two = "banjir di Lontar membuat 224 warga mengungsi ke balai desa"
    assert [
        s.rule for s in join(report("a", statement("BPBD", one)), report("b", statement("BPBD", two)), others())
    ] == ["same-number"]
    other = two.replace("224", "230")
    assert not join(report("a", statement("BPBD", one)), report("b", statement("BPBD", other)), others())


def test_a_statement_without_a_speaker_joins_no_two_speakers() -> None:
    short = "pilar jembatan Rengas retak sejak hujan deras pekan lalu"
    told = [report(n, statement(who, short)) for n, who in (("a", "Tono Wirya"), ("b", "Budi Santika"), ("c", None))]
    for order in permutations(told):
        assert all(s.reports < 3 for s in join(*order, others()))
    long = f"{short}, {LONG}"
    told = [report(n, statement(who, long)) for n, who in (("a", "Tono Wirya"), ("b", "Budi Santika"), ("c", None))]
    for order in permutations(told):
        assert [(s.rule, s.reports) for s in join(*order, others())] == [("same-words-two-speakers", 3)]
