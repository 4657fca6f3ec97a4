"""What reports tell in one sentence: that someone denies a claim or rejects a plan, or that something is at odds with what someone said."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace

import pytest
from told import DAY, INDONESIAN, read, words

import runut
from runut.comparing import clashes, disputes
from runut.comparing.sources import Sources
from runut.model import Dispute, Family, Reading

ROWS = INDONESIAN.table("clash_words")
LEAD = "Jembatan Rengas di Kalimas ditutup sejak kemarin. "
TAIL = " Warga memutar lewat Lontar."


def find(readings: tuple[Reading, ...], families: tuple[Family, ...] = ()) -> tuple[Dispute, ...]:
    at_odds = clashes.find(readings, (), (), INDONESIAN)
    return disputes.find(readings, at_odds, Sources(readings, families), INDONESIAN)


def kinds(sentence: str, lead: str = LEAD) -> list[str]:
    return [d.rule for d in find(read(f"{lead}{sentence}{TAIL}"))]


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Dinas Jalan menepis anggapan bahwa jembatan itu retak.", "told-denial"),
        ("Kontraktor membantah memakai semen palsu.", "told-denial"),
        ("Bupati menampik bila warganya diabaikan.", "told-denial"),
        ("Kabar jembatan runtuh itu langsung dibantah oleh camat.", "told-denial"),
        ("Isu penggusuran warga itu ditepis camat.", "told-denial"),
        ("Jumlah tiang yang retak berbeda dengan yang tercatat di dinas.", "told-at-odds"),
        ("Temuan warga bertentangan dengan keterangan kepala dinas.", "told-at-odds"),
        ("Nelayan Lontar menolak keras rencana penutupan jembatan.", "told-rejection"),
        ("Camat mengkritik keputusan bupati soal jembatan.", "told-rejection"),
    ],
)
def test_what_is_denied_or_at_odds(sentence: str, rule: str) -> None:
    readings = read(f"{LEAD}{sentence}{TAIL}")
    (dispute,) = find(readings)
    assert dispute.rule == rule
    assert words(readings, dispute.evidence) == [sentence]
    assert sentence.rstrip(".") in dispute.why
    assert sentence.rstrip(".") in dispute.english
    assert (dispute.reports, dispute.independent) == (1, 1)


@pytest.mark.parametrize(
    "sentence",
    [
        "Bupati tidak membantah kabar jembatan runtuh itu.",
        "Bupati tak pernah menampik anggapan bahwa jembatan itu retak.",
        "Bupati tidak membenarkan maupun membantah kabar itu.",
        "Rapat digelar untuk membantah kabar itu.",
        "Kiper itu menepis tendangan dari jarak dekat.",
        "Tendangan keras penyerang itu ditepis kiper.",
        "“Saya membantah kabar jembatan runtuh itu,” kata bupati.",
        "Cuaca di hulu berbeda dengan cuaca di muara.",
        "Laporan itu tidak berbeda dengan keterangan dinas.",
        "Saat ditanya, bupati membantah.",
        "Nelayan tidak menolak rencana itu.",
        "Nelayan siap untuk menolak rencana itu.",
        "Nelayan menolak makan sejak kemarin.",
        "“Kami menolak rencana itu,” kata nelayan.",
        "Bupati diminta membantah tudingan itu.",
        "Bupati diminta segera membantah tudingan itu.",
        "Apakah bupati membantah kabar itu?",
        "Benarkah bupati membantah kabar itu?",
        "Kalau bupati membantah kabar itu, warga akan marah.",
        "Seandainya bupati membantah kabar itu, warga akan marah.",
        "Warga akan marah kalau bupati nanti membantah kabar itu.",
        "Bupati dinilai gagal membantah tudingan warga.",
        "Bukti itu sulit dibantah siapa pun.",
        "Membantah adalah hak terdakwa.",
        "Membantah tudingan itu merupakan hak terdakwa.",
        "Anak itu kerap membantah ibunya.",
        "Anak itu membantah orang tuanya saat disuruh mandi.",
        "Ajudan itu membantah perintah bupati.",
        "DPRD batal menolak rencana penutupan jembatan.",
        "DPRD berhenti menolak rencana penutupan jembatan.",
        "Warga yang semula menolak rencana itu kini mendukung.",
        "Bupati akan segera membantah kabar itu.",
        "Jangan membantah kabar itu.",
        "Tiada warga yang membantah kabar itu.",
        "Bupati menolak membantah kabar itu.",
        "Camat mempersilakan bupati membantah tudingan itu.",
        "Bupati diberi kesempatan membantah tudingan itu.",
        "Bupati bisa saja membantah tudingan itu.",
        "Awalnya bupati membantah tudingan itu, namun kini ia mengakuinya.",
        "Bupati menepis tangan ajudannya saat laporan dibacakan.",
    ],
)
def test_what_is_not(sentence: str) -> None:
    assert not kinds(sentence)


TOLD = {"denied": "told-denial", "at-odds": "told-at-odds", "rejection": "told-rejection"}


@pytest.mark.parametrize("row", [r for r in ROWS if r["role"] in TOLD], ids=lambda r: r["word"])
def test_a_row_tells_what_is_at_odds(row: dict[str, str]) -> None:
    assert kinds(f"{row['example']}.") == [TOLD[row["role"]]]
    assert not kinds(f"{row['example'].replace(row['word'], 'melihat')}.")


@pytest.mark.parametrize(
    "row", [r for r in ROWS if r["role"] in ("claim", "account", "proposal")], ids=lambda r: r["word"]
)
def test_a_row_names_what_is_at_odds(row: dict[str, str]) -> None:
    assert len(kinds(f"{row['example']}.")) == 1
    assert not kinds(f"{row['example'].replace(row['word'], 'tiang')}.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Saat diminta konfirmasi, bupati membantah kabar itu.",
        "Ditanya apakah jembatan runtuh, bupati membantah kabar itu.",
        "Bupati yang didesak mundur membantah tudingan itu.",
        "Calon yang gagal itu membantah tudingan itu.",
        "Kontraktor membantah ayahnya terlibat korupsi.",
        "Kontraktor membantah istrinya menyuap camat.",
        "Bantah tudingan warga, Bupati Kalimas menyebut jembatan aman.",
        "Membantah kabar itu, bupati menyebut jembatan aman.",
        "Bupati menampik bila warganya diabaikan.",
        "Kabar yang semula beredar di pasar itu dibantah camat.",
        "Camat maupun bupati membantah kabar itu.",
        "Bupati menepis semua tudingan itu.",
        "Bupati menepis adanya kabar jembatan runtuh.",
        "Kepada warga yang awalnya marah, bupati membantah kabar itu.",
        "Bupati langsung membantah kabar itu.",
        "Kabar jika jembatan runtuh dibantah camat.",
        "Bupati menyebut jika jembatan aman dan membantah kabar itu.",
        "Dinas kerap membantah tudingan warga.",
        "Yang membantah kabar itu adalah bupati.",
        "Kontraktor membantah perintah penyegelan itu datang darinya.",
    ],
)
def test_what_is_denied_all_the_same(sentence: str) -> None:
    assert kinds(sentence) == ["told-denial"]


@pytest.mark.parametrize("row", [r for r in ROWS if r["role"] == "adverb"], ids=lambda r: r["word"])
def test_a_row_stands_between(row: dict[str, str]) -> None:
    assert not kinds(f"{row['example']}.")
    assert kinds(f"{row['example'].replace(row['word'], 'mandor')}.") == ["told-denial"]


@pytest.mark.parametrize("row", [r for r in ROWS if r["role"] in ("elder", "order")], ids=lambda r: r["word"])
def test_a_row_is_disobeyed(row: dict[str, str]) -> None:
    assert not kinds(f"{row['example']}.")
    assert kinds(f"{row['example'].replace(row['word'], 'camat')}.") == ["told-denial"]


@pytest.mark.parametrize("row", [r for r in ROWS if r["role"] in ("unsaid", "condition")], ids=lambda r: r["word"])
def test_a_row_makes_it_unsaid(row: dict[str, str]) -> None:
    assert not kinds(f"{row['example']}.")
    assert kinds(f"{row['example'].replace(row['word'] + ' ', '')}.") == ["told-denial"]


@pytest.mark.parametrize("row", [r for r in ROWS if r["role"] == "pointing"], ids=lambda r: r["word"])
def test_what_is_only_pointed_to_is_shown_too(row: dict[str, str]) -> None:
    claim, denial = "Jembatan Rengas disebut runtuh.", f"{row['example']}."
    readings = read(f"{claim} {denial}{TAIL}")
    (dispute,) = find(readings)
    assert words(readings, dispute.evidence) == [f"{claim} {denial}"]
    other = read(f"{claim} {denial.replace(row['word'], 'jembatan runtuh')}{TAIL}")
    (dispute,) = find(other)
    assert words(other, dispute.evidence) == [denial.replace(row["word"], "jembatan runtuh")]


def test_one_denial_of_two_reports_is_told_once() -> None:
    readings = read(
        f"{LEAD}Kepala dinas menepis kabar bahwa jembatan Rengas itu runtuh kemarin.{TAIL}",
        f"Sore tadi kepala dinas juga menepis kabar bahwa jembatan Rengas runtuh.{TAIL}",
    )
    (dispute,) = find(readings)
    assert [p.article for p in dispute.evidence] == [r.article.id for r in readings]
    assert (dispute.reports, dispute.independent) == (2, 2)
    family = Family(id="f", articles=tuple(r.article.id for r in readings), why="one is the copy of the other")
    (copied,) = find(readings, (family,))
    assert (copied.id, copied.reports, copied.independent) == (dispute.id, 2, 1)


def test_what_more_reports_tell_comes_first() -> None:
    rejected, denied = "Nelayan Lontar menolak rencana penutupan jembatan.", "Camat menepis kabar bahwa warga terluka."
    found = find(read(f"{LEAD}{rejected} {denied}{TAIL}", f"{LEAD}{denied}{TAIL}"))
    assert [(d.kind, d.reports) for d in found] == [("denial", 2), ("opposition", 1)]


def test_the_statement_in_the_sentence_is_named() -> None:
    (reading,) = read(f"{LEAD}Kepala dinas membantah bahwa jembatan Rengas itu runtuh.{TAIL}")
    (dispute,) = find((reading,))
    assert dispute.statement in {s.id for s in reading.statements}
    (dispute,) = find(read(f"{LEAD}Nelayan Lontar menolak rencana penutupan jembatan.{TAIL}"))
    assert dispute.statement is None


def test_a_denial_that_has_its_claim_is_told_with_it_alone() -> None:
    claim = "Walhi Kalimas menyebut limbah pabrik gula mencemari sungai Rengas."
    denial = "PT Gula Lontar membantah bahwa limbah pabrik gula mencemari sungai Rengas."
    readings = read(f"{claim} Warga resah.", f"{denial} Warga resah.")
    (clash,) = clashes.find(readings, (), (), INDONESIAN)
    assert clash.rule == "denied-claim"
    assert find(readings) == ()
    assert [d.kind for d in find(readings[1:])] == ["denial"]


def test_in_the_account_a_clash_has_two_statements_and_a_dispute_its_sentences() -> None:
    rejected = "Nelayan Lontar menolak rencana penutupan jembatan."
    told = runut.account([{"text": f"{LEAD}{rejected}{TAIL}", "published": DAY}])
    assert told.clashes == ()
    (dispute,) = told.disputes
    assert [p.text for p in dispute.evidence] == [rejected]
    assert runut.verify(told, reread=False) == ()
    shifted = replace(dispute, evidence=(replace(dispute.evidence[0], start=dispute.evidence[0].start + 1),))
    assert [p.line for p in runut.verify(replace(told, disputes=(shifted,)), reread=False)] == [
        "disputes[0].evidence[0]",
        "account",
    ]


def test_hostile_repetition_is_quick() -> None:
    (reading,) = read("membantah " * 3000 + "kabar itu.")
    assert len(list(find((reading,)))) <= 1


def test_a_short_denial_that_points_back_is_told_by_itself() -> None:
    rift = "Kepala Dinas Randu Tono Wirya membantah kabar bahwa jembatan Lontar retak sejak kemarin."
    rice = "Pedagang disebut menimbun ribuan karung beras. Ia membantah hal itu."
    assert [d.reports for d in find(read(f"{LEAD}{rift}{TAIL}", f"{LEAD}{rice}{TAIL}"))] == [1, 1]
    assert [d.reports for d in find(read(f"{LEAD}{rice}{TAIL}", f"{LEAD}{rift}{TAIL}"))] == [1, 1]
    again = "Para pedagang disebut menimbun ribuan karung beras. Mereka membantah tudingan itu."
    assert [d.reports for d in find(read(f"{LEAD}{rice}{TAIL}", f"{LEAD}{again}{TAIL}"))] == [2]


def test_of_one_report_one_passage_is_shown() -> None:
    once, again = (
        f"Kepala dinas {verb} kabar bahwa jembatan Rengas runtuh." for verb in ("menepis", "kembali menepis")
    )
    readings = read(f"{LEAD}{once} {again}{TAIL}", f"{LEAD}{again}{TAIL}")
    (dispute,) = find(readings)
    assert words(readings, dispute.evidence) == [once, again]
    assert dispute.reports == 2


def test_one_text_in_two_reports_is_one_source() -> None:
    pasted = "Kepala dinas menepis kabar bahwa jembatan Rengas di Kalimas itu runtuh akibat banjir besar pada Rabu malam pekan lalu."
    (dispute,) = find(read(f"{LEAD}{pasted}{TAIL}", f"Pompa di Lontar menyala. {pasted} Camat pulang."))
    assert (dispute.reports, dispute.independent) == (2, 1)


def test_a_long_sentence_is_cut_with_marks() -> None:
    before, behind = "di hulu dan di hilir " * 10, " yang dibangun warga desa" * 10
    (dispute,) = find(read(f"{LEAD}Warga {before}menolak rencana penutupan jembatan{behind}.{TAIL}"))
    assert dispute.why.startswith("ditentang: “… ")
    assert dispute.why.endswith(" …”")
    (dispute,) = find(read(f"{LEAD}Warga menolak rencana penutupan jembatan{behind}.{TAIL}"))
    assert dispute.why.startswith("ditentang: “Warga menolak")
    assert dispute.why.endswith(" …”")


def test_many_unlike_denials_are_held_against_few(monkeypatch: pytest.MonkeyPatch) -> None:
    bodies = [
        " ".join(f"Kepala dinas menepis kabar bahwa tiang a{r}x{n} di b{n}y{r} retak." for n in range(30))
        for r in range(20)
    ]
    is_same, held = disputes._is_same, []

    def count(a: AbstractSet[str], b: AbstractSet[str]) -> bool:
        held.append(1)
        return is_same(a, b)

    monkeypatch.setattr(disputes, "_is_same", count)
    find(read(*bodies))
    assert 0 < len(held) < 100 * 20 * 30


@pytest.mark.parametrize(
    "sentence",
    [
        "Camat menegaskan kabar jembatan runtuh setelah dicek ternyata tidak benar.",
        "Isu bahwa jembatan itu retak dipastikan adalah hoaks.",
        "Camat menyebut tidak benar bahwa warga diusir dari kolong jembatan.",
        '"Kabar jembatan runtuh itu bohong," kata Camat Kalimas Tono Wirya.',
    ],
)
def test_a_rumour_told_as_untrue(sentence: str) -> None:
    readings = read(f"{LEAD}{sentence}{TAIL}")
    (dispute,) = find(readings)
    assert (dispute.rule, dispute.kind) == ("told-untrue", "denial")
    assert words(readings, dispute.evidence)[0].endswith(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Warga diminta tidak menyebarkan informasi yang tidak benar.",
        "Polisi menangkap penyebar kabar bohong soal jembatan.",
        "Jika kabar jembatan runtuh itu tidak benar, warga boleh kembali.",
        "Camat menilai isu jembatan ramai sekali sampai warga menganggap topik itu hoaks.",
        "Cara mandor memasang tiang jembatan tidak benar.",
        "Apakah kabar jembatan runtuh itu tidak benar?",
    ],
)
def test_no_rumour_told_as_untrue(sentence: str) -> None:
    assert not kinds(sentence)


@pytest.mark.parametrize(
    "row",
    [r for r in ROWS if r["role"] in ("untrue", "rumour", "that", "equating")],
    ids=lambda r: f"{r['word']} {r['role']}",
)
def test_a_row_tells_what_is_untrue(row: dict[str, str]) -> None:
    assert kinds(row["example"]) == ["told-untrue"]
    assert not kinds(row["example"].replace(row["word"], "mandor").replace(row["word"].capitalize(), "Mandor"))
