"""runut export: files where they are asked for, whole or not at all, and clear words where it cannot be."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from read_back import hold, told

import runut
from runut.cli import FORMS as OFFERED
from runut.cli import cli
from runut.exports import acled, snpk, ucdp
from runut.exports.coder_words import words_of
from runut.exports.forms import FORMS
from runut.exports.passages import EXCERPT
from runut.lang import Language
from runut.model import Account

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = [name for name, form in FORMS.items() if form.folder]
FILES = [name for name, form in FORMS.items() if not form.folder]


@pytest.fixture
def account_file(unrest: Account, tmp_path: Path) -> Path:
    """An account in its file."""
    path = tmp_path / "akun.json"
    path.write_text(runut.to_json(unrest), "utf-8")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["export", *map(str, arguments)])


def test_the_command_offers_every_form_and_the_document_tells_of_each() -> None:
    assert tuple(FORMS) == OFFERED
    document = (ROOT / "docs" / "exports.md").read_text("utf-8")
    assert all(f"`{name}`" in document for name in FORMS)


def test_the_document_tells_of_every_table(unrest: Account) -> None:
    document = (ROOT / "docs" / "exports.md").read_text("utf-8")
    assert [name for name in runut.tables(unrest) if f"`{name}`" not in document] == []


def test_python_snippets_of_the_document_run() -> None:
    snippets = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "exports.md").read_text("utf-8"), re.S)
    assert snippets
    for snippet in snippets:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", snippet], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_written_whole_and_again_the_same(form: str, account_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "hasil"
    contents = []
    for _ in range(2):
        done = run(form, account_file, "-o", out)
        assert done.exit_code == 0, done.output
        files = sorted(out.iterdir()) if FORMS[form].folder else [out]
        contents.append([(f.name, f.read_bytes()) for f in files])
    assert contents[0] == contents[1]
    assert all(content for _, content in contents[0])
    assert not list(tmp_path.rglob("*.new"))


def test_what_was_exported_among_the_reports_is_no_report(tell: Callable[..., Account], tmp_path: Path) -> None:
    reports = tmp_path / "kliping"
    reports.mkdir()
    for n in (1, 2):
        (reports / f"{n}.txt").write_text(f"Dua orang tewas ditembak di Kota Randu, Rabu (5/3/2031), kata saksi {n}.")
    first = runut.account([reports])
    for form in FORMS:
        runut.export(first, form, reports / (form if FORMS[form].folder else f"{form}.txt"))
    (reports / "akun.json").write_text(runut.to_json(first), "utf-8")
    again = runut.account([reports])
    assert [r.id for r in again.articles] == [r.id for r in first.articles]
    assert {
        s.reason.split(",")[0]
        for s in again.skipped
        if s.source.endswith((".txt", "dates.csv", "dates.parquet", "spans.csv"))
    } == {
        "a brief or export made by Runut",
        "a table made by Runut",
    }


def test_writing_among_the_reports_is_warned_of(tmp_path: Path) -> None:
    (tmp_path / "kliping").mkdir()
    (tmp_path / "kliping" / "1.txt").write_text("Dua orang tewas ditembak di Kota Randu, Rabu (5/3/2031).")
    akun = tmp_path / "akun.json"
    akun.write_text(runut.to_json(runut.account([tmp_path / "kliping"])), "utf-8")
    done = run("csv", akun, "-o", tmp_path / "kliping" / "tabel")
    assert (done.exit_code, "lies in the folder of the reports" in done.stderr) == (0, True)
    assert "lies in the folder" not in run("csv", akun, "-o", tmp_path / "tabel").output


def test_how_many_rows_there_are_is_told(account_file: Path, tmp_path: Path, tell: Callable[..., Account]) -> None:
    assert "acled, 2 rows, 3 files" in run("acled", account_file, "-o", tmp_path / "a").output
    assert "ucdp, 1 row, 3 files" in run("ucdp", account_file, "-o", tmp_path / "u").output
    account_file.write_text(runut.to_json(tell("Kapal karam di Kota Randu.")), "utf-8")
    assert (
        "ucdp, 0 rows (ucdp.left_out.csv says why), 3 files" in run("ucdp", account_file, "-o", tmp_path / "n").output
    )
    assert "csv, 31 files" in run("csv", account_file, "-o", tmp_path / "c").output


@pytest.mark.parametrize("form", FILES)
def test_one_file_goes_to_standard_output(form: str, account_file: Path, tmp_path: Path) -> None:
    run(form, account_file, "-o", tmp_path / "hasil")
    done = run(form, account_file, "-o", "-")
    assert done.stdout_bytes == (tmp_path / "hasil").read_bytes()


@pytest.mark.parametrize("form", FOLDERS)
def test_several_files_do_not(form: str, account_file: Path) -> None:
    done = run(form, account_file, "-o", "-")
    assert done.exit_code == 2
    assert "folder" in done.output


def test_a_file_is_no_folder_and_a_folder_no_file(account_file: Path, tmp_path: Path) -> None:
    done = run("csv", account_file, "-o", account_file)
    assert (done.exit_code, "is a file" in done.output) == (2, True)
    done = run("markdown", account_file, "-o", tmp_path)
    assert (done.exit_code, "is a folder" in done.output) == (2, True)
    assert runut.account_from_json(account_file.read_bytes())


def test_what_is_no_account_is_said_to_be_none(tmp_path: Path) -> None:
    other = tmp_path / "bukan.json"
    other.write_text('{"articles": []}')
    done = run("markdown", other, "-o", "-")
    assert done.exit_code == 1
    assert "not an account" in done.output


def test_an_unknown_form_names_those_there_are(unrest: Account, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="markdown, csv"):
        runut.export(unrest, "docx", tmp_path / "x")


def test_a_full_disk_leaves_what_was_there(unrest: Account, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "tabel"
    runut.export(unrest, "csv", out)
    before = {p.name: p.read_bytes() for p in out.iterdir()}
    honest, written = Path.write_bytes, []

    def fill_up(self: Path, content: bytes) -> int:
        written.append(self)
        if len(written) > 5:
            raise OSError(28, "No space left on device")
        return honest(self, b"half")

    monkeypatch.setattr(Path, "write_bytes", fill_up)
    with pytest.raises(OSError, match="No space"):
        runut.export(unrest, "csv", out)
    assert {p.name: p.read_bytes() for p in out.iterdir()} == before
    path = tmp_path / "akun.json"
    path.write_text(runut.to_json(unrest), "utf-8")
    done = run("csv", path, "-o", out)
    assert done.exit_code == 2
    assert "No space left" in done.output


def test_excerpts_keep_full_texts_in_the_house(unrest: Account, languages: dict[str, Language]) -> None:
    for name, form in FORMS.items():
        if name == "parquet":
            continue
        for content in form.render(unrest, "id", True, languages["id"]).values():
            text = content.decode()
            assert not any(
                r.text in text or json.dumps(r.text, ensure_ascii=False)[1:-1] in text for r in unrest.articles
            )
    assert EXCERPT == 300


def test_names_that_are_paths_name_no_files(tmp_path: Path, tell: Callable[..., Account]) -> None:
    made = tell({"text": "Dua orang tewas, kata polisi.", "title": "../../etc/passwd", "outlet": "../../../luar"})
    for form in FORMS:
        if form != "timelinejs":
            runut.export(made, form, tmp_path / "dalam" / form)
    assert {p.name for p in tmp_path.iterdir()} == {"dalam"}


WORDS = [
    *(
        "Kontak tembak antara polisi dan KKB",
        "menewaskan",
        "dua orang",
        "Seorang warga",
        "tewas",
        "ditembak",
        "Tawuran",
        "pecah",
    ),
    *(
        "Ratusan buruh",
        "berunjuk rasa",
        "berujung ricuh",
        "di Kota Kalimas, Jawa Tengah",
        "di Mesir",
        "pada",
        "sejak",
        "Rabu",
    ),
    *(
        "(5/3/2031)",
        "Maret 2031",
        "pukul 06.30",
        "kata Damar Wulung",
        ".",
        ",",
        "\n\n",
        "“",
        "”",
        "=1+1",
        "&lt;b&gt;",
        "[x](y)",
        "|",
    ),
    *("\ud800", "\x00", "\u202e", "🚢", ";", "\\", "'"),
]


@settings(max_examples=25)
@given(texts=st.lists(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join) | st.text(max_size=60), max_size=3))
def test_every_form_of_any_account_is_made_and_every_span_holds(
    texts: list[str], tell: Callable[..., Account], languages: dict[str, Language]
) -> None:
    account = tell(*texts)
    for name, form in FORMS.items():
        if name == "timelinejs" and not account.timeline:
            continue
        for file, content in form.render(account, "en", False, languages["id"]).items():
            assert content or file
            if file.endswith((".spans.csv", ".left_out.csv")):
                hold(account, content)
    for name in ("acled", "ucdp", "snpk"):
        files = {f: c.decode() for f, c in FORMS[name].render(account, "en", False, languages["id"]).items()}
        accounted = set(told(account, files, name))
        assert {("events", e.id) for e in account.events} | {("figures", f.id) for f in account.figures} <= accounted


BRAWL = "Bentrokan antara warga dan polisi pecah di Kota Kalimas, Jawa Tengah, Rabu (5/3/2031). "
RAID = "Kelompok bersenjata menyerang kamp tambang di Kota Kalimas, Jawa Tengah, Rabu (5/3/2031). "
SUM = "Dua warga tewas dan satu prajurit tewas dalam bentrokan itu. "


@pytest.fixture
def deaths(tell: Callable[..., Account], indonesian: Language) -> Callable[[str], tuple[object, ...]]:
    """The deaths that the forms of a short report have: ACLED's, SNPK's, and UCDP's low, best and high, if UCDP has a row."""

    def of(text: str) -> tuple[object, ...]:
        account = tell(text)
        cells = [
            (form.lay_out(account, indonesian).rows, columns)
            for form, columns in ((acled, ["fatalities"]), (snpk, ["kil_total"]), (ucdp, ["low", "best", "high"]))
        ]
        return tuple(row[c].value for rows, columns in cells for row in rows for c in columns)

    return of


OPEN = (None, None, None, None, None)


@pytest.mark.parametrize(
    "text, told",
    [
        # A death that is told without a number that is read is open, and never 0.
        (f"{BRAWL}Tiga rumah rusak, sejumlah polisi tewas.", OPEN),
        (f"{BRAWL}Tiga orang hilang, sejumlah warga meninggal dunia.", OPEN),
        (f"{BRAWL}Tiga orang luka-luka, tidak ada yang tewas.", (0, 0)),
        (f"{BRAWL}Tidak ada korban jiwa dalam bentrokan itu.", (0, 0)),
        (f"{BRAWL}Warga yang tinggal di sana meninggalkan rumah.", (0, 0)),
        # A total of the victims above those whom one clause names is the number.
        (f"{BRAWL}{SUM}Sehari kemudian korban tewas menjadi empat orang.", (4, 4, 4, 4, 4)),
        (f"{BRAWL}{SUM}Total korban tewas empat orang.", (4, 4, 4, 4, 4)),
        (f"{BRAWL}{SUM}Total korban tewas tiga orang.", (3, 3, 3, 3, 3)),
        (f"{BRAWL}{SUM}Sepanjang 2031 korban tewas menjadi empat orang.", (3, 3, 3, 3, 3)),
        # `seorang` is added as `satu` is.
        (f"{RAID}Dua penambang dan satu polisi tewas dalam serangan itu.", (3, 3, 3, 3, 3)),
        (f"{RAID}Dua penambang dan seorang polisi tewas dalam serangan itu.", (3, 3, 3, 3, 3)),
        (f"{RAID}Seorang polisi dan dua penambang tewas dalam serangan itu.", (3, 3, 3, 3, 3)),
        (f"{RAID}Dua warga sipil serta seorang anggota polisi tewas dalam serangan itu.", (3, 3, 3, 3, 3)),
        (f"{RAID}Dua polisi ditembak dan seorang warga tewas dalam serangan itu.", (1, 1, 1, 1, 1)),
        # The one to whom a deed was done until death.
        ("Kelompok bersenjata menembak seorang warga hingga tewas di Kota Kalimas, Rabu (5/3/2031).", (1, 1, 1, 1, 1)),
        ("Kelompok bersenjata menembak seorang warga dan anaknya hingga tewas di Kota Kalimas, Rabu (5/3/2031).", OPEN),
        ("Kelompok bersenjata menembak warga hingga tewas di Kota Kalimas, Rabu (5/3/2031).", OPEN),
    ],
)  # fmt: skip
def test_deaths_told_in_words_of_many_kinds(
    text: str, told: tuple[object, ...], deaths: Callable[[str], tuple[object, ...]]
) -> None:
    assert deaths(text) == told


@pytest.mark.parametrize(
    "text", ["Tiga rumah rusak, polisi tewas.", "Dua orang hilang dan warga meninggal dunia.", "Guru itu terbunuh."]
)
def test_words_of_a_death_are_a_hint(text: str, indonesian: Language) -> None:
    words = indonesian.derive(words_of)
    assert words.hints(text, "killed")
    assert not words.hints(text, "injured")


@pytest.mark.parametrize(
    "text",
    [
        "Tidak ada yang tewas.",
        "Polisi nyaris tewas.",
        "Warga terancam dibunuh.",
        "Tanpa korban jiwa, aksi bubar.",
        "Warga meninggalkan rumah dan tinggal di tenda.",
    ],
)
def test_no_hint_of_a_death_is_in_what_is_denied_or_feared(text: str, indonesian: Language) -> None:
    assert not indonesian.derive(words_of).hints(text, "killed")
