"""Statements that do not go together: only where words or numbers make it plain."""

from __future__ import annotations

from dataclasses import replace

import bare
import pytest
import said

from runut.comparing import clashes
from runut.lang import load
from runut.model import Article, Clash, Figure, Reading, Series, Speaker, Statement

INDONESIAN = load("id")


def report(name: str, *said: tuple[str, str, str], figures: tuple[Figure, ...] = ()) -> Reading:
    """A report of statements: (speaker, cue, content)."""
    statements, at = [], 0
    for k, (speaker, cue, content) in enumerate(said):
        statements.append(
            Statement(
                id=f"{name}{k}",
                article=name,
                start=at,
                end=at + len(content),
                text=content,
                form="indirect",
                rule="test",
                cue=cue,
                speaker=Speaker(text=speaker, name=speaker),
            )
        )
        at += len(content) + 1
    article = Article(id=name, source=name, text=" ".join(c for _, _, c in said), sha256="")
    return bare.reading(article, statements=tuple(statements), figures=figures)


def find(*readings: Reading, series: tuple[Series, ...] = ()) -> tuple[Clash, ...]:
    return clashes.find(readings, (), series, INDONESIAN)


def kinds(*readings: Reading) -> list[str]:
    return [c.kind for c in find(*readings)]


CLAIM = ("Walhi Kalimas", "menyebut", "limbah pabrik gula mencemari sungai Rengas")


def test_a_denial_against_the_claim() -> None:
    (clash,) = find(
        report("a", CLAIM), report("b", ("PT Gula", "membantah", "limbah pabrik gula mencemari sungai Rengas"))
    )
    assert (clash.kind, {clash.a, clash.b}) == ("denial", {"a0", "b0"})
    assert "membantah" in clash.why


def test_a_negation_against_the_claim() -> None:
    (clash,) = find(
        report("a", CLAIM), report("b", ("PT Gula", "kata", "limbah pabrik gula tidak mencemari sungai Rengas"))
    )
    assert (clash.kind, clash.rule) == ("denial", "negated-predicate")
    assert "PT Gula: “limbah pabrik gula tidak mencemari sungai Rengas”" in clash.why


def test_opposites() -> None:
    a = report("a", ("Warga Rengas", "kata", "warga mendukung penutupan pabrik gula Rengas"))
    b = report("b", ("Bupati", "kata", "warga menolak penutupan pabrik gula Rengas"))
    assert kinds(a, b) == ["position"]


@pytest.mark.parametrize(
    ("speaker", "cue", "content"),
    [
        ("Walhi Kalimas", "kata", "limbah pabrik gula tidak mencemari sungai Rengas"),  # the same speaker
        ("PT Gula", "kata", "pabrik gula tidak beroperasi pada hari Minggu"),  # another matter
        ("PT Gula", "kata", "limbah pabrik gula seharusnya tidak mencemari sungai Rengas"),  # a wish
        ("PT Gula", "kata", "jika limbah pabrik gula tidak mencemari sungai Rengas"),  # a condition
        ("PT Gula", "kata", "limbah pabrik gula mencemari sungai Rengas"),  # agreement
    ],
)
def test_what_is_no_clash(speaker: str, cue: str, content: str) -> None:
    assert not find(report("a", CLAIM), report("b", (speaker, cue, content)))


def test_two_denials_agree() -> None:
    a = report("a", ("PT Gula", "membantah", "limbah pabrik gula mencemari sungai Rengas"))
    b = report("b", ("Dinas Air", "kata", "limbah pabrik gula tidak mencemari sungai Rengas"))
    assert not find(a, b)


def test_a_claim_left_without_proof() -> None:
    remark = ("Dinas Air", "kata", "Walhi tidak memberikan bukti")
    assert kinds(report("a", CLAIM, remark)) == ["none-given"]
    assert not kinds(report("a", CLAIM), report("b", remark))
    of_its_own = ("Dinas Air", "kata", "tidak ada bukti yang menunjukkan ikan mati")
    assert not kinds(report("a", CLAIM, of_its_own))


def test_a_denial_is_shown_with_its_cue() -> None:
    claim = said.report("a", said.statement("Walhi Kalimas", CLAIM[2], cue="menyebut"))
    denial = said.report("b", said.statement("PT Gula", CLAIM[2], cue="membantah"))
    (told,) = denial.statements
    at = denial.article.text.index("membantah")
    denial = replace(denial, statements=(replace(told, cue_start=at, cue_end=at + len("membantah")),))
    (clash,) = find(claim, denial)
    texts = {r.article.id: r.article.text for r in (claim, denial)}
    assert [texts[p.article][p.start : p.end] for p in clash.evidence] == [f"membantah {CLAIM[2]}", CLAIM[2]]


def test_a_name_run_together_with_the_next_word_is_no_second_speaker() -> None:
    a = report("a", ("Sari Wirya", "kata", "pabrik gula itu tidak mengolah limbah di sungai Rengas"))
    b = report("b", ("Sari Wiryaatau Sari", "kata", "pabrik gula itu mengolah limbah di sungai Rengas"))
    assert not find(a, b)


@pytest.mark.parametrize(
    ("one", "two", "clash"),
    [
        ("Ali", "Alimuddin", True),
        ("Rato", "Ratomandi Wirya", True),
        ("Sari Wirya", "Sari Wiryawan", True),
        ("Sari Wirya", "SariWirya", False),
        ("Sari Wirya", "SariWirya Putra", False),
        ("Wirya", "Wiryadan", False),
    ],
)
def test_a_name_that_begins_another_is_another_speaker(one: str, two: str, clash: bool) -> None:
    a = report("a", (one, "kata", "pabrik gula itu tidak mengolah limbah di sungai Rengas"))
    b = report("b", (two, "kata", "pabrik gula itu mengolah limbah di sungai Rengas"))
    assert bool(find(a, b)) == clash


@pytest.mark.parametrize("relation", ["conflict", "evolve", "agree", "incomparable"])
def test_statements_behind_figures_in_conflict(relation: str) -> None:
    a = report("a", ("polisi", "kata", "14 tewas"), figures=(said.figure("a", 14, "a0", "polisi"),))
    b = report("b", ("dinas", "kata", "20 tewas"), figures=(said.figure("b", 20, "b0", "dinas"),))
    row = Series(id="s", measure="killed", what="", relation=relation, figures=("a", "b"), why="", rule="test")
    found = find(a, b, series=(row,))
    assert [c.kind for c in found] == (["figure"] if relation == "conflict" else [])
    assert all("14" in c.why and "20" in c.why for c in found)


def test_the_order_of_the_reports_does_not_matter() -> None:
    a, b = report("a", CLAIM), report("b", ("PT Gula", "membantah", "limbah pabrik gula mencemari sungai Rengas"))
    assert find(a, b) == find(b, a)


@pytest.mark.parametrize("row", INDONESIAN.table("clash_words"), ids=lambda r: f"{r['word']} {r['role']}")
def test_every_word_stands_in_its_example(row: dict[str, str]) -> None:
    assert row["word"].lower() in row["example"].lower()


def test_whole_statements_that_share_nearly_all_and_the_predicate() -> None:
    a = report("a", ("Gubernur", "menilai", "feri itu tidak laik berlayar karena kelebihan muatan"))
    b = report("b", ("PT Bahtera", "ujar", "Feri kami laik dan muatannya tidak berlebih"))
    (clash,) = find(a, b)
    assert (clash.rule, clash.a, clash.b) == ("negated-predicate", "a0", "b0")
    other = report("b", ("PT Bahtera", "ujar", "Feri kami laik dan kantor cabang sudah pindah ke Lontar"))
    assert not find(a, other)


def test_a_short_denial_needs_nearly_all_of_its_words() -> None:
    denial = report("b", ("PT Gula", "membantah", "sungai Rengas tercemar"))
    assert [c.rule for c in find(report("a", CLAIM), denial)] == ["denied-claim"]
    assert not find(report("a", CLAIM), report("b", ("PT Gula", "membantah", "sungai Lontar meluap")))


def test_what_both_say_is_not_so() -> None:
    a = report("a", ("Walhi Kalimas", "menyebut", "pabrik gula tidak pernah mengolah limbah"))
    b = report("b", ("PT Gula", "membantah", "pabrik gula mengolah limbah"))
    assert not find(a, b)


@pytest.mark.parametrize(
    "row", [r for r in INDONESIAN.table("clash_words") if r["role"] == "ceasing"], ids=lambda r: r["word"]
)
def test_what_has_ceased_is_not_so_either(row: dict[str, str]) -> None:
    unpaid = ("Sera Wulandari", "mengaku", "gaji buruh pabrik gula Rengas juga belum dibayarkan sejak tiga bulan lalu")
    paid = "gaji buruh pabrik gula Rengas {}dibayarkan sejak tiga bulan lalu"
    assert kinds(report("a", unpaid), report("b", ("Wira Santosa", "mengaku", paid.format("")))) == ["denial"]
    assert kinds(report("a", unpaid), report("b", ("Wira Santosa", "mengaku", paid.format(f"{row['word']} ")))) == []


def test_what_another_is_said_to_have_denied_is_no_denial_of_the_speaker() -> None:
    one = "sangat mengecam pernyataan bupati yang menyebut tak adanya pencemaran sungai Rengas oleh pabrik gula"
    two = "pernyataan bupati yang meragukan pencemaran sungai Rengas oleh pabrik gula sangat menyakitkan"
    assert (
        kinds(report("a", ("Sera Wulandari", "mengaku", one)), report("b", ("Wira Santosa", "menegaskan", two))) == []
    )


def test_one_speaker_under_a_name_run_together_says_nothing_against_itself() -> None:
    text = "dulu angkutan Kalimas datangnya terlalu lama, sekarang datangnya tidak terlalu lama"
    assert kinds(report("a", ("Sera Wulan", "kata", text)), report("b", ("Sera WulanDari", "kata", text))) == []
    assert kinds(report("a", ("Sera Wulan", "kata", text)), report("b", ("Wira Santosa", "kata", text))) == [], (
        "both say both"
    )


@pytest.mark.parametrize(
    "row", [r for r in INDONESIAN.table("clash_words") if r["role"] == "unwished"], ids=lambda r: r["word"]
)
def test_what_ought_not_to_be_left_without_proof_is_no_remark_on_the_claim(row: dict[str, str]) -> None:
    remark = ("Wira Santosa", "kata", f"pemerintah daerah {row['example']}")
    assert kinds(report("a", CLAIM, remark)) == []
    assert kinds(report("a", CLAIM, ("Wira Santosa", "kata", "tuduhan itu dilontarkan tanpa bukti"))) == ["none-given"]
