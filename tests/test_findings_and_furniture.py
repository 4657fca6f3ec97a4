"""No finding of any layer reaches into furniture, a credit line or beyond the text, however sentences and page lines are mixed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runut import face, pipeline
from runut.model import Anchor, Article, Reading
from runut.reading.furniture import recurring

LANGUAGES = face.languages()
SENTENCES = [
    "Sedikitnya 14 warga lereng Kalimas tewas dan 23 lainnya luka pada Rabu (5/3/2031).",
    "“Kami masih mencari dua korban,” kata Kepala BPBD Kalimas Sari Hulu, Kamis (6/3).",
    "Bupati Kalimas Tono Lereng menyebut kerugian mencapai Rp 3,5 miliar.",
    "Menurut laporan Reuters, sebanyak 300 orang mengungsi sejak kemarin.",
    "“Hujan turun tiga hari tanpa henti.",
    "Tebing itu retak,” ujarnya, seperti dikutip dari Lerengscoops, Jumat.",
    "Ia mengatakan bahwa jalan desa ditutup hingga pekan depan",
    "Polisi menangkap lima tersangka di Pelabuhan Muara.",
    "Gempa bermagnitudo 5,6 mengguncang Kalimas pukul 04.15 WIB",
    "&ldquo;Kami bertahan,&rdquo; kata Budi.",
]
PAGE = [
    "Baca juga: Lima Warga Tewas dalam Longsor Kalimas, Kata Bupati",
    "ADVERTISEMENT",
    "SCROLL TO CONTINUE WITH CONTENT",
    "Lihat Video 'Sepuluh Rumah Kalimas Hanyut': [Gambas:Video 21menit]",
    "Banjir menewaskan 12 orang di Kalimas. (REUTERS/Sari Hulu)",
    "Editor: Sari Hulu",
    "(abc/def)",
    "Copyright © Warta Kalimas 2031",
    "KALIMAS, Warta.com -",
    "Simak berita selengkapnya di halaman selanjutnya.",
    "Mari jaga lereng bersama Warta Kalimas setiap hari",
]
BREAKS = ["\n", "\n\n", " ", "\r\n", ""]


def spans(reading: Reading) -> Iterator[tuple[str, int, int]]:
    """Every stretch that a finding of the second pass names."""
    for name in reading.names:
        yield from (("name", m.start, m.end) for m in name.mentions)
    for date in reading.dates:
        yield "date", date.start, date.end
    for statement in reading.statements:
        yield "statement", statement.start, statement.end
        if statement.speaker is not None and statement.speaker.start is not None and statement.speaker.end is not None:
            yield "speaker", statement.speaker.start, statement.speaker.end
    for figure in reading.figures:
        yield "figure", figure.start, figure.end
    for event in reading.events:
        yield "event", event.start, event.end
    for sentence in reading.sentences:
        yield "sentence", sentence.start, sentence.end
    for quotation in reading.quotations:
        yield "quotation", quotation.start, quotation.end


WHOLE = ("name", "date", "figure", "speaker", "sentence")
"""Layers whose findings lie within one sentence: none may have page inside. Quotations and what is said in them may run around it."""


@settings(max_examples=70, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(SENTENCES + PAGE), st.sampled_from(BREAKS)), min_size=1, max_size=14),
    st.booleans(),
)
def test_findings_lie_in_the_report(parts: list[tuple[str, str]], with_profile: bool) -> None:
    text = "".join(piece + gap for piece, gap in parts)
    article = Article(id="a", source="a.txt", text=text, sha256="", title="Longsor Kalimas", outlet="Warta Kalimas")
    known = {"warta kalimas": frozenset({recurring.hash_of(PAGE[-1])})} if with_profile else None
    first = pipeline.glance(article, LANGUAGES, known)
    reading = pipeline.read(first, Anchor(day="2031-03-06", origin="user"), LANGUAGES)
    page = [(f.start, f.end) for f in first.furniture]
    credits = [(c.start, c.end) for c in first.credits.spans]
    for kind, start, end in spans(reading):
        assert 0 <= start < end <= len(text), kind
        for a, b in page if kind == "name" else page + credits:  # headlines may name people
            assert not (a <= start < b or a < end <= b), (kind, text[start:end], text[a:b])
            assert kind not in WHOLE or not start < a < end, (kind, text[start:end], text[a:b])


def test_what_the_body_repeats_of_a_standfirst_is_read_where_it_stands_in_the_body() -> None:
    told = "Pertandingan para mantan pemain klub itu berlangsung meriah di Stadion Lontarwangi, Kecamatan Kalimas, Senin (5/3/2031)."
    head = f"{told}\nLaporan Ratna Wijaya dari Kalimas\nKALIMAS, WARTA.COM - Pemuda desa itu menggelar liga persahabatan.\n"
    body = f"{head}{told}\nBupati Kalimas ikut bermain. Ia senang."
    article = Article(id="0" * 16, source="a.txt", text=body, sha256="0" * 64)
    first = pipeline.glance(article, LANGUAGES)
    reading = pipeline.read(first, Anchor(day="2031-03-06", origin="user"), LANGUAGES)
    again = body.rindex("Stadion")
    assert any(m.start == again for name in reading.names for m in name.mentions)
    assert not any(f.start <= again < f.end for f in reading.furniture)


TOLD = (
    "Sebanyak 12 warga tewas dan 23 lainnya luka dalam longsor di lereng Kalimas, Kecamatan Lontar, Senin (5/3/2031)."
)
MORE = "Petugas mencari korban hingga malam di sekitar lereng itu, kata Bupati Kalimas Rini Wijayanti."
OTHER = "Warga desa itu menggelar doa bersama pada malam hari."


@pytest.mark.parametrize(
    ("head", "body"),
    [
        # the body repeats the standfirst twice; it holds it unhidden already
        (TOLD, f"{OTHER} {TOLD}\n\nPolisi datang ke lokasi. {TOLD}"),
        (TOLD, f"{TOLD} {OTHER}\n\n{TOLD}"),
        # a part of the standfirst, both its lines, the same in quotation marks
        (f"{TOLD} {MORE}", f"{OTHER}\n\n{TOLD}"),
        (f"{TOLD}\n{MORE}", f"{OTHER}\n\n{TOLD} {MORE}"),
        (TOLD, f"{OTHER}\n\n“{TOLD}”"),
    ],
)
def test_what_a_standfirst_tells_is_read_once(head: str, body: str) -> None:
    text = f"Lereng Kalimas Longsor Lagi\n\n{head}\n\nKALIMAS, Warta Pos - {body}\n\nHujan reda."
    article = Article(id="0" * 16, source="a.txt", text=text, sha256="0" * 64)
    reading = pipeline.read(pipeline.glance(article, LANGUAGES), Anchor(day="2031-03-06", origin="user"), LANGUAGES)
    first = text.index(TOLD, text.index("Warta Pos"))
    dead = [f.start for f in reading.figures if f.low == 12]
    assert len(dead) == 1 and first <= dead[0] < first + len(TOLD)
