"""A text that breaks off anywhere is read all the same: no rule looks behind the last word without asking."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from runut import face
from runut.lang import Language

EXAMPLES = sorted((Path(__file__).resolve().parent.parent / "examples").glob("**/*.json"))
ENDS = (
    "Disitat dari Kabar Muara,",
    "Dilansir Reuters, Senin",
    "Warga menunggu di Lapas Kelas",
    "Ia menjabat Kepala Kepolisian Resor",
    "Mereka berkumpul di Gedung",
    "Hal itu dikatakan Wakil Ketua",
    "Surat itu dikirim ke PT Lontar Abadi (",
    "Ia bertemu Menteri",
    "Menurut",
)


@pytest.mark.parametrize("text", ENDS)
def test_a_text_may_end_at_a_word_that_expects_another(text: str, languages: Mapping[str, Language]) -> None:
    face.read({"text": f"Hujan deras turun sejak Senin pagi di kota itu. {text}", "title": "Hujan"}, using=languages)


@pytest.mark.parametrize("file", EXAMPLES[:2], ids=lambda file: file.stem)
def test_an_example_cut_at_every_other_word(file: Path, languages: Mapping[str, Language]) -> None:
    record = json.loads(file.read_text("utf-8"))
    ends = [match.end() for match in re.finditer(r"\S+", record["text"])][4::2]
    for end in ends:
        face.read({**record, "text": record["text"][max(0, end - 300) : end]}, using=languages)
