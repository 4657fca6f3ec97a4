"""The library as other programs use it."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import runut
from runut import codec

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "kmp-lintang-samudra"
FILES = sorted(str(p) for p in EXAMPLE.iterdir())


def test_the_public_names_are_these_and_all_are_there() -> None:
    assert set(runut.__all__) == {
        "Account", "Article", "Desk", "FurnitureProfile", "Judgement", "Language", "Problem", "Reading", "Skipped", "Story",
        "__version__", "account", "account_from_json", "batch", "export", "flag", "furniture_profile_from_json", "judge",
        "judgements_from_lines", "judgements_of", "judgements_to_lines", "learn_furniture", "mask", "open_store", "read", "read_all",
        "stories", "tables", "to_html", "to_json", "to_timeml", "verify",
    }  # fmt: skip
    assert all(getattr(runut, name) for name in runut.__all__)
    with pytest.raises(AttributeError):
        runut.nothing_of_that_name  # noqa: B018


def test_importing_runut_loads_no_room() -> None:
    code = "import sys, runut; print([m for m in sys.modules if m.startswith('runut.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['runut._version']"


def test_the_account_follows_the_published_schema() -> None:
    published = json.loads((ROOT / "docs" / "account.schema.json").read_text("utf-8"))
    assert published == json.loads(json.dumps(codec.account_schema())), (
        "renew it: runut schema > docs/account.schema.json"
    )
    jsonschema.Draft202012Validator.check_schema(published)
    jsonschema.Draft202012Validator(published).validate(json.loads(runut.to_json(runut.account(EXAMPLE))))


def test_the_account_is_the_same_for_any_order_of_the_inputs() -> None:
    want = runut.to_json(runut.account(FILES))
    shuffled = FILES[:]
    for seed in range(3):
        random.Random(seed).shuffle(shuffled)
        assert runut.to_json(runut.account(shuffled)) == want


@pytest.mark.parametrize(
    "title, outlet, url, told",
    [
        ("Gudang Beras di Sukamekar Terbakar | warta.id", "Warta.id", None, "Gudang Beras di Sukamekar Terbakar"),
        ("Gudang Beras Terbakar - Kabar Pagi", None, "https://kabarpagi.com/1", "Gudang Beras Terbakar"),
        ("Gudang Beras Terbakar - Dua Orang Luka", "Warta", None, "Gudang Beras Terbakar - Dua Orang Luka"),
    ],
)
def test_a_story_is_called_by_a_headline_without_the_outlet_behind_it(
    title: str, outlet: str | None, url: str | None, told: str
) -> None:
    text = "Kebakaran menghanguskan gudang beras di Desa Sukamekar, Senin (3/2/2025). Dua orang terluka."
    made = runut.account([{"text": text, "title": title, "outlet": outlet, "url": url}])
    assert made.story.title == told
    assert made.articles[0].title == title


def test_a_headline_with_an_overtaken_count_gives_way() -> None:
    def report(day: int, title: str, toll: str) -> dict[str, str]:
        text = f"Gudang beras di Desa Sukamekar terbakar. {toll} orang tewas, kata Kapolres Lontar Ida Rato, ({day}/2/2025)."
        return {"text": text, "title": title, "outlet": f"Warta {day}", "published": f"2025-02-{day:02}"}

    early = report(3, "Gudang Beras Sukamekar Terbakar, Dua Orang Tewas", "Dua")
    again = report(4, "Gudang Beras Sukamekar Terbakar, Dua Orang Tewas di Tempat", "Dua")
    late = report(5, "Korban Tewas Kebakaran Gudang Jadi Lima Orang", "Lima")
    assert runut.account([early, again]).story.title == early["title"]
    assert runut.account([early, again, late]).story.title == "Gudang Beras Sukamekar Terbakar"
    digits = [{**r, "title": r["title"].replace("Dua", "2")} for r in (early, again)]  # the text has `Dua`
    assert runut.account([*digits, late]).story.title == "Gudang Beras Sukamekar Terbakar"


@pytest.mark.parametrize(
    "teaser", ["Duh! Gudang Beras Sukamekar Terbakar Habis", "Gudang Beras Sukamekar Terbakar Habis, Kok Bisa?"]
)
def test_a_headline_that_tells_stands_before_one_that_asks_or_exclaims(teaser: str) -> None:
    text = "Gudang beras di Desa Sukamekar terbakar, Senin (3/2/2025). Dua orang terluka."
    plain = "Gudang Beras Terbakar di Sukamekar"
    reports = [
        {"text": f"{text} Warga {n}.", "title": t, "outlet": f"Warta {n}"}
        for n, t in enumerate([teaser, teaser, plain])
    ]
    assert runut.account(reports).story.title == plain
    assert runut.account(reports[:2]).story.title == teaser


def test_what_is_told_does_not_hang_on_where_the_files_lie(tmp_path: Path) -> None:
    told = []
    for folder in ("z", "a/b"):
        shutil.copytree(EXAMPLE, tmp_path / folder)
        made = runut.account(tmp_path / folder)
        values = {f.id: (f.text, f.low) for f in made.figures}
        rows = sorted((s.relation, s.measure, [values[i] for i in s.figures]) for s in made.series)
        told.append(([b.text for b in made.brief], rows, [(m.date, m.text) for m in made.timeline]))
    assert told[0] == told[1]


def test_the_account_is_the_same_in_another_process() -> None:
    code = "import sys, runut; sys.stdout.buffer.write(runut.to_json(runut.account(sys.argv[1:])).encode())"
    done = [
        subprocess.run(
            [sys.executable, "-c", code, *FILES],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        for seed in ("1", "2")
    ]
    assert done[0].stdout == done[1].stdout


def test_an_account_comes_back_from_its_json() -> None:
    told = runut.account(EXAMPLE)
    assert runut.account_from_json(runut.to_json(told)) == told
    assert runut.account_from_json(runut.to_json(told, indent=1)) == told
    with pytest.raises(ValueError, match="schema"):
        runut.account_from_json("{}")


def test_a_record_is_read_by_itself() -> None:
    reading = runut.read(
        {
            "title": "Gudang Terbakar",
            "text": "Gudang di Kota Lontar terbakar pada Senin malam. “Api besar,” kata Kapolres Lontar Ida Rato.",
            "published": "2026-03-10 08:00:00",
        }
    )
    assert [d.value for d in reading.dates] == ["2026-03-09TEV"]
    assert [s.speaker.name for s in reading.statements if s.speaker] == ["Ida Rato"]


def test_reading_records_one_by_one_loads_the_tables_once(monkeypatch: pytest.MonkeyPatch) -> None:
    runut.read({"text": "Gudang terbakar."})
    monkeypatch.setattr(runut.lang, "load", lambda code: pytest.fail(f"tables of {code} loaded again"))
    assert runut.read({"text": "Gudang di Kota Lontar terbakar."}).events


def test_only_the_layers_asked_for_are_read() -> None:
    reading = runut.read({"text": "Dua orang tewas pada 9 Maret 2026, kata Ida Rato."}, layers=["dates"])
    assert reading.dates
    assert not reading.figures
    assert not reading.names
    with pytest.raises(ValueError, match="figures"):
        runut.read({"text": "Dua orang tewas."}, layers=["figure"])


def test_what_cannot_be_read_says_why() -> None:
    with pytest.raises(ValueError, match="tidak-ada"):
        runut.read("tidak-ada.txt")
    with pytest.raises(ValueError, match="no day"):
        runut.account(EXAMPLE, anchor="kemarin")


def test_an_exception_in_one_article_never_stops_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    from runut import pipeline

    honest = pipeline.read

    def fail_once(first, *rest):  # type: ignore[no-untyped-def]
        if "gagal" in first.article.text:
            raise RuntimeError("sengaja")
        return honest(first, *rest)

    monkeypatch.setattr(pipeline, "read", fail_once)
    told = runut.account([{"text": "Kapal tenggelam."}, {"text": "Ini gagal."}])
    assert [a.text for a in told.articles] == ["Kapal tenggelam."]
    assert "sengaja" in told.skipped[0].reason


def test_no_day_is_filled_in_silently() -> None:
    told = runut.account([{"text": "Gudang terbakar pada Senin. Dua orang tewas."}])
    assert [(d.value, bool(d.why_null)) for d in told.dates] == [(None, True)]
    assert told.articles[0].published is None
    assert runut.account([{"text": "Gudang terbakar pada Senin."}], anchor="2026-03-11").dates[0].value == "2026-03-09"


WORDS = [
    *(
        "Kapal",
        "terbakar",
        "tewas",
        "orang",
        "tujuh",
        "12",
        "1.500",
        "kata",
        "Bagas",
        "mengatakan",
        ",",
        ".",
        "“",
        "”",
        '"',
    ),
    *(
        "'",
        "(",
        ")",
        "Senin",
        "(9/3)",
        "\n",
        "\r\n",
        "&nbsp;",
        "\u200b",
        "\u202e",
        "Baca",
        "juga:",
        "Rp",
        "5",
        "juta",
        "Polisi",
    ),
    *("Kota", "Lontar", "🚢", "menurut", "sekitar"),
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join) | st.text(max_size=150))
def test_every_span_of_any_text_is_exact(text: str) -> None:
    told = runut.account([{"text": text, "published": "2026-03-10"}])
    assert len(told.articles) + len(told.skipped) == 1
    assert all("could not be read" not in s.reason for s in told.skipped), told.skipped
    assert runut.verify(told, reread=False) == ()


def test_the_source_of_a_series_is_the_body_and_not_the_place_in_its_name() -> None:
    dead = next(s for s in runut.account(FILES).series if s.measure == "killed")
    assert dead.sources == ("Kantor SAR Muara Lontar",)
