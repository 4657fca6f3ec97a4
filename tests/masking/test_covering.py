"""Covering: a masked name is nowhere in what leaves the house, and everything else stands where it stood."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import runut
from runut import face
from runut.cli import cli
from runut.exports import forms
from runut.masking import COVER, flag, mask
from runut.model import Account

TABLES = face.languages()
DAY = "2031-04-02"
CHILD, OFFICER = "Raka Wirya Santana", "Rini Santana"


def reports(child: str = CHILD, officer: str = OFFICER) -> list[dict[str, str]]:
    slug, first = child.lower().replace(" ", "-"), child.split()[0]
    return [
        {
            "source": f"kliping/{slug}.html",
            "title": f"{child} Dikeroyok di Kalimas",
            "url": f"https://randu.example/2031/{slug}-dikeroyok",
            "outlet": "Kabar Randu",
            "published": DAY,
            "text": f"KALIMAS – {child} (15) dikeroyok tiga orang di Kalimas, Rabu (2/4). {first} dirawat di rumah sakit.\n"
            f"“Saya takut,” kata {first}. Kapolsek Kalimas AKP {officer} mengatakan tiga orang ditangkap. {child.upper()} pulang Kamis.",
        },
        {
            "source": "kliping/b.txt",
            "title": "Pengeroyokan di Kalimas, tiga ditangkap",
            "url": "https://rawa.example/pengeroyokan",
            "outlet": "Suara Rawa",
            "published": DAY,
            "text": f"Tiga orang ditangkap setelah mengeroyok {child} di Kalimas, kata AKP {officer}. "
            f"Menurut {child}, ia dipukul dari belakang. Korban{child} melapor. "
            f"Kepala sekolah menepis kabar bahwa {child} memukul lebih dulu.",
        },
    ]


def tell(*given_names: str) -> Account:
    return runut.account(reports(*given_names), using=TABLES)


BEFORE = tell()


def masked(told: Account) -> Account:
    return mask(told, flag(told, TABLES["id"]), TABLES["id"])


AFTER = masked(BEFORE)


def everything(told: Account) -> Iterator[tuple[str, str]]:
    """All that can be written of an account, as text by its form."""
    yield "json", runut.to_json(told)
    for lang in ("id", "en"):
        yield f"html {lang}", runut.to_html(told, lang=lang)
        yield f"excerpts {lang}", runut.to_html(told, lang=lang, excerpts=True)
    for name, form in forms.FORMS.items():
        for file, content in form.render(told, "id", False, TABLES["id"]).items():
            if name == "parquet":
                import pyarrow.parquet as pq

                yield f"parquet {file}", str(pq.read_table(io.BytesIO(content)).to_pylist())
            else:
                yield f"{name} {file}", unquote(content.decode("utf-8"))


def test_no_covered_name_is_left_in_anything_that_is_written() -> None:
    for form, text in everything(AFTER):
        for part in (CHILD, "-".join(CHILD.split()), *CHILD.split()[:2]):  # the officer is called Santana too
            assert not [text[max(0, m.start() - 20) : m.end() + 20] for m in re.finditer(part, text, re.I)], form


def test_the_name_of_what_is_denied_is_covered_with_it() -> None:
    (before,), (after,) = BEFORE.disputes, AFTER.disputes
    assert CHILD in before.why
    assert CHILD in before.english
    assert after.why == before.why.replace(CHILD, "".join(c if c == "\n" else COVER for c in CHILD))
    assert after.evidence[0].text.count(COVER) == len(CHILD)


def test_the_names_of_others_stay() -> None:
    assert OFFICER in {e.name for e in AFTER.entities}
    assert all(OFFICER in r.text for r in AFTER.articles)


def test_every_character_that_is_not_covered_stands_where_it_stood() -> None:
    for before, after in zip(BEFORE.articles, AFTER.articles, strict=True):
        assert len(before.text) == len(after.text)
        assert all(b in (a, COVER) for a, b in zip(before.text, after.text, strict=True))
        assert before.id == after.id
        assert COVER in after.text
    assert [(f.id, f.start, f.end) for f in BEFORE.figures] == [(f.id, f.start, f.end) for f in AFTER.figures]
    assert [(m.start, m.end) for e in BEFORE.entities for m in e.mentions] == [
        (m.start, m.end) for e in AFTER.entities for m in e.mentions
    ]


def test_a_covered_account_says_so_and_holds_against_its_sources(tmp_path: Path) -> None:
    (told,) = AFTER.masking
    assert told.rule == "minor-by-age"
    assert all(set(p.text) <= {COVER} for p in told.places)
    assert not runut.verify(AFTER, reread=False)
    for n, report in enumerate(reports()):
        (tmp_path / f"{n}.txt").write_text(report["text"], "utf-8")
    told_again = runut.account(tmp_path, using=TABLES)
    covered = masked(told_again)
    assert covered.masking
    assert not runut.verify(covered, [str(tmp_path)])
    (tmp_path / "0.txt").write_text(reports()[0]["text"].replace("dirawat", "dijenguk"), "utf-8")
    assert runut.verify(covered, [str(tmp_path)])


def test_nothing_is_covered_without_a_flag_or_with_flags_only_for_a_look() -> None:
    assert mask(BEFORE, (), TABLES["id"]) == BEFORE
    told = [replace(f, masked=False) for f in flag(BEFORE, TABLES["id"])]
    assert mask(BEFORE, told, TABLES["id"]) == BEFORE


def test_a_flag_for_a_look_can_be_covered_too() -> None:
    told = runut.account([{"text": "Raka Santana (15) tewas tenggelam di Sungai Rawa, kata polisi."}], using=TABLES)
    (found,) = flag(told, TABLES["id"])
    assert not found.masked
    assert "Santana" not in runut.to_json(mask(told, [replace(found, masked=True)], TABLES["id"]))


def test_a_covered_account_is_covered_once() -> None:
    assert masked(AFTER) == AFTER


def test_an_ordinary_word_that_is_also_a_name_stays_where_it_is_written_small() -> None:
    text = "Polisi menolong Mawar Santana (15), yang dianiaya di Kalimas. Mawar dirawat. Setangkai mawar diletakkan di sana."
    after = masked(runut.account([{"text": text}], using=TABLES))
    assert after.articles[0].text.endswith("Setangkai mawar diletakkan di sana.")
    assert "Mawar" not in after.articles[0].text


syllables = st.sampled_from(["zev", "ri", "do", "mel", "quo", "tav", "wi", "lo", "fy", "yu", "xe", "nag"])
given_name = st.lists(syllables, min_size=2, max_size=3).map(lambda s: "".join(s).capitalize())


@settings(max_examples=25, deadline=None)
@given(st.lists(given_name, min_size=2, max_size=3, unique=True))
def test_whatever_a_minor_is_called_the_name_is_gone(names: list[str]) -> None:
    child = " ".join(names)
    after = masked(tell(child, "Oktavia Marbun"))
    texts = {
        "json": runut.to_json(after),
        "html": runut.to_html(after),
        "md": dict(everything_small(after))["markdown"],
    }
    for form, text in texts.items():
        assert child.lower() not in text.lower(), form
        assert "-".join(names).lower() not in text.lower(), form
        for name in names:
            assert not re.search(rf"(?<!\w){name}(?!\w)", text), (form, name)
    assert not runut.verify(after, reread=False)


def test_a_given_name_that_was_taken_for_another_person_is_gone_with_the_name() -> None:
    covered = runut.to_json(masked(tell("Zevzev Melzevri", "Oktavia Marbun")))
    assert "zevzev" not in covered.lower() and "melzevri" not in covered.lower()


def everything_small(told: Account) -> Iterator[tuple[str, str]]:
    (content,) = forms.FORMS["markdown"].render(told, "id", False, TABLES["id"]).values()
    yield "markdown", content.decode("utf-8")


def test_masking_on_the_command_line(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(reports()[0]["text"], "utf-8")

    def run(*args: str) -> Any:
        done = CliRunner().invoke(cli, list(args))
        assert done.exit_code == 0, done.output
        return done

    out, page, plain = tmp_path / "akun.json", tmp_path / "akun.html", tmp_path / "semua.json"
    done = run("account", str(source), "--json", str(out), "--html", str(page), "--mask")
    assert "masked 1 name" in done.output
    assert not any(CHILD in p.read_text("utf-8") for p in (out, page))
    assert CHILD not in done.output
    run("verify", str(out), str(source))
    run("account", str(source), "--json", str(plain), "-q")
    run("export", "csv", str(plain), "-o", str(tmp_path / "tabel"), "--mask")
    run("export", "markdown", str(plain), "-o", str(tmp_path / "a.md"), "--mask")
    written = "".join(p.read_text("utf-8") for p in (*(tmp_path / "tabel").iterdir(), tmp_path / "a.md"))
    assert CHILD not in written
    assert COVER in written
    assert CHILD not in run("export", "markdown", str(plain), "-o", "-", "--mask").output


def test_masking_from_python() -> None:
    told = runut.mask(BEFORE)
    assert told == AFTER
    assert [f.rule for f in runut.flag(BEFORE) if f.masked] == ["minor-by-age"]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_page_says_that_names_are_covered_and_why(lang: str) -> None:
    page = runut.to_html(AFTER, lang=lang)
    assert {"id": "disamarkan", "en": "covered"}[lang] in page
    assert (AFTER.masking[0].why if lang == "id" else AFTER.masking[0].english) in page


def covered_text(*texts: str) -> list[str]:
    """The texts of reports with their masked names covered."""
    told = runut.account(
        [{"source": f"{n}.txt", "published": DAY, "text": text} for n, text in enumerate(texts)], using=TABLES
    )
    after = masked(told)
    assert after.masking
    assert not runut.verify(after, reread=False)
    return [report.text for report in sorted(after.articles, key=lambda report: report.source)]


CASE = "KALIMAS – Seorang siswi SMP bernama {} (14) diperkosa tetangganya di Kalimas, Rabu (2/4)."


@pytest.mark.parametrize(
    ("name", "behind", "after"),
    [
        ("Wulan S", "“Saya takut,” kata Wulan. Sekarang ia pulang.", "“Saya takut,” kata {}. Sekarang ia pulang."),
        ("Wulan S", "Korban, Wulan, sudah dirawat.", "Korban, {}, sudah dirawat."),
        ("Wulan S", "Wulan sempat hilang.", "{} sempat hilang."),
        ("Wulan S", "Kemarin Wulan S. pulang.", "Kemarin {} pulang."),
    ],
)
def test_an_initial_of_a_covered_name_is_no_letter_of_the_next_word(name: str, behind: str, after: str) -> None:
    (text,) = covered_text(f"{CASE.format(name)} {behind}")
    assert name not in text
    shown = re.sub(rf"{COVER}+\.?(?= pulang)|{COVER}+", "{}", text.removeprefix(CASE.split("{}", maxsplit=1)[0]))
    assert shown.endswith(after)


def test_a_name_behind_a_full_name_is_covered_whole() -> None:
    (text,) = covered_text(
        f"{CASE.format('Wulan Kirana W')} Wulan Kirana. Wulan kini pulang. Kata Wulan Kirana W: takut."
    )
    assert not re.search(r"\bW?ulan\b|irana", text)
    assert f"{COVER * 5} kini pulang" in text
    assert f"Kata {COVER * 14}: takut" in text
