"""In what an account is other than an earlier version: what has come, moved, clashed or been judged, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import FLOOD, record

from runut import codec, face, judging
from runut.desk import Difference
from runut.desk.differences import Digest, digest, find
from runut.lang import Language
from runut.model import Account

EXAMPLE = Path(__file__).resolve().parent.parent.parent / "examples" / "kmp-lintang-samudra"
FILES = sorted(map(str, EXAMPLE.iterdir()))


@pytest.fixture(scope="module")
def versions(languages: Mapping[str, Language]) -> list[Account]:
    """The example as it grows, a file at a time, from the second on."""
    return [face.account(FILES[:n], using=languages) for n in range(2, len(FILES) + 1)]


def tell(records: list[dict[str, Any]], languages: Mapping[str, Language]) -> Account:
    return face.account(records, using=languages)


def told(before: Account, now: Account, kind: str = "") -> list[str]:
    return [d.text for d in find(digest(before), now) if kind in ("", d.kind)]


def test_nothing_is_other_than_itself(versions: list[Account]) -> None:
    for account in versions:
        assert find(digest(account), account) == ()


def test_a_digest_survives_its_bytes_and_is_small(versions: list[Account]) -> None:
    for account in versions:
        kept = digest(account)
        data = codec.pack(kept)
        assert codec.unpack(data, Digest) == kept
        assert len(data) < len(codec.to_json(account)) / 5


def with_other_ids(account: Account) -> Account:
    """The same account, every id of a finding, entity or group another."""
    text = codec.to_json(account)
    own = {a.id for a in account.articles}
    found = (
        *account.figures, *account.statements, *account.events, *account.entities, *account.series, *account.families,
        *account.sayings, *account.happenings, *account.checks, *account.positions, *account.disputes,
    )  # fmt: skip
    ids = {f.id for f in found} - own
    swapped = re.sub(r'"([0-9a-f]{16})"', lambda m: f'"{m[1][::-1]}"' if m[1] in ids else m[0], text)
    return codec.account_from_json(swapped)


def test_other_ids_are_no_difference(versions: list[Account]) -> None:
    for account in versions:
        other = with_other_ids(account)
        assert other != account
        assert find(digest(account), other) == ()
        assert find(digest(other), account) == ()


def all_evidence(account: Account, differences: tuple[Difference, ...]) -> Iterator[bool]:
    texts = {a.id: a.text for a in account.articles}
    for d in differences:
        yield bool(d.evidence) and bool(d.text) and bool(d.english)
        for p in d.evidence:
            yield p.article not in texts or texts[p.article][p.start : p.end] == p.text


@settings(max_examples=20)
@given(st.data())
def test_every_line_stands_on_passages(versions: list[Account], data: st.DataObject) -> None:
    before = data.draw(st.sampled_from(versions))
    now = data.draw(st.sampled_from(versions))
    assert all(all_evidence(now, find(digest(before), now)))


def test_reports_that_came_and_a_toll_that_moved(versions: list[Account]) -> None:
    assert told(versions[0], versions[1], "reports") == ["1 laporan baru: wartabahari.example"]
    assert told(versions[0], versions[1], "figure") == ["Tewas: 7 orang → 9 orang", "Hilang: 23 penumpang → 21 orang"]
    assert told(versions[0], versions[-1], "figure")[:2] == [
        "Tewas: 7 orang → 11 orang",
        "Hilang: 23 penumpang → 19 orang",
    ]


def test_a_figure_told_before_is_not_told_again(versions: list[Account]) -> None:
    assert told(versions[2], versions[3], "figure") == []


def test_both_languages(versions: list[Account]) -> None:
    english = [d.english for d in find(digest(versions[0]), versions[1])]
    assert english[:2] == ["1 new report: wartabahari.example", "Killed: 7 → 9"]
    assert not any(re.search(r"\b(laporan|baru|Penutur)\b", line.split("“")[0]) for line in english)


def test_a_denial_that_came(versions: list[Account]) -> None:
    (line,) = told(versions[2], versions[3], "clash")
    assert line.startswith("Bantahan: Wilhelmina Sogen: “kapal itu tidak layak berlayar")
    assert told(versions[3], versions[4], "clash") == []


def test_a_denial_that_a_report_tells_itself_has_come_with_its_report(languages: Mapping[str, Language]) -> None:
    sentence = "Dinas Pengairan Lembah Wangi menepis anggapan bahwa tanggul di hulu retak."
    denied = {**FLOOD[1], "text": f"{FLOOD[1]['text']} {sentence}"}
    before, now = tell(FLOOD[:1], languages), tell([FLOOD[0], denied], languages)
    (line,) = [d for d in find(digest(before), now) if d.kind == "dispute"]
    assert (line.text, line.english) == (f"Dibantah: “{sentence[:-1]}”", f"Denied: “{sentence[:-1]}”")
    assert [p.text for p in line.evidence] == [sentence]
    again = {**denied, "url": "https://lensa-timur.example/lagi", "outlet": "Lensa Timur"}
    assert told(now, tell([FLOOD[0], denied, again], languages), "dispute") == []


def test_who_speaks_for_the_first_time(versions: list[Account]) -> None:
    speakers = " ".join(told(versions[0], versions[1], "speaker"))
    assert "Ida Ayu Kencana" in speakers
    assert "Bagas" not in speakers


def test_a_copy_brings_a_report_and_nothing_else(languages: Mapping[str, Language]) -> None:
    copy = {**FLOOD[1], "url": "https://lensa-timur.example/salinan", "outlet": "Lensa Timur"}
    lines = told(tell(FLOOD[:2], languages), tell([*FLOOD[:2], copy], languages))
    assert lines == ["1 laporan baru: Lensa Timur"]


def test_reports_that_left(versions: list[Account]) -> None:
    gone = [d for d in find(digest(versions[1]), versions[0]) if d.kind == "gone"]
    assert [d.text for d in gone] == ["1 laporan tidak lagi di cerita ini: wartabahari.example"]
    (place,) = gone[0].evidence
    report = next(a for a in versions[1].articles if a.id == place.article)
    assert report.text[place.start : place.end] == place.text


def count_of(who: str, killed: int, outlet: str) -> dict[str, Any]:
    """A report in which somebody tells the toll of one flood."""
    return record(
        "longsor",
        "2031-02-03T12:00:00+07:00",
        f"Longsor Sukamundur: {killed} Orang Tewas",
        f"SUKAMUNDUR - {who} mengatakan {killed} orang tewas akibat longsor di Desa Sukamundur, Kabupaten Lembah Wangi, "
        f"Senin (3/2/2031). Longsor terjadi setelah hujan lebat sejak Minggu malam.",
        outlet,
    )


TOLL = [
    count_of("Kepala BPBD Lembah Wangi Wening Saraswati", 14, "Kabar Serunai"),
    count_of("Kepala Dinas Sosial Lembah Wangi Rukmini Padang", 20, "Lensa Timur"),
]


def test_a_conflict_that_came_and_was_settled_by_a_person(languages: Mapping[str, Language]) -> None:
    before = tell(TOLL[:1], languages)
    now = tell(TOLL, languages)
    assert told(before, now, "conflict") == ["Tewas: laporan kini berbeda (14 orang ≠ 20 orang)"]
    assert not told(before, now, "figure")
    assert not told(before, now, "clash")
    wrong = next(f for f in now.figures if f.low == 20)
    rejected = judging.judge(now, "reject", [wrong.id], by="Sari", why="salah kutip", when="2031-02-04T10:00:00+07:00")
    settled = face.account(TOLL, judgements=[rejected], using=languages)
    lines = find(digest(now), settled)
    assert [d.text for d in lines if d.kind == "settled"] == ["Tewas: laporan tidak lagi bertentangan"]
    (judged,) = [d for d in lines if d.kind == "judgement"]
    assert judged.text.startswith("Sari: ditolak “")
    assert judged.text.endswith("salah kutip")
    assert [p.text for p in judged.evidence] == [wrong.text]
    undone = judging.judge(
        settled, "undo", [rejected.id], by="Tari", why="benar dua puluh", when="2031-02-04T11:00:00+07:00"
    )
    again = face.account(TOLL, judgements=[rejected, undone], using=languages)
    kinds = [d.kind for d in find(digest(settled), again)]
    assert kinds.count("judgement") == 1
    assert "conflict" in kinds
