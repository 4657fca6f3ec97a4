"""Credits: who wrote, where, when, from whom; and where the body begins."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runut.lang import Row, load
from runut.model import Article, Credits
from runut.reading import credits, furniture, tongue
from runut.reading.credits import days, media

ID = load("id")
BODY = "Warga lereng Kalimas mengungsi sejak hujan deras turun tanpa henti pada malam itu."


def read(text: str, **given_: str) -> Credits:
    article = Article(id="a", source="a.txt", text=text, sha256="", **given_)  # type: ignore[arg-type]
    return credits.find(article, furniture.find(article, ID), ID)


@pytest.mark.parametrize(
    "lead, place, outlet",
    [
        ("ALASKALA, wartakalimas.com – ", "ALASKALA", "wartakalimas.com"),
        ("JAKARTA, WARTA.co.id -", "JAKARTA", "WARTA.co.id"),
        ("Jakarta (ANTARA) - ", "Jakarta", "ANTARA"),
        ("Raja Ampat, Papua Barat Daya (ANTARA) - ", "Raja Ampat", "ANTARA"),
        ("WARTA.CO, Bandung&nbsp;- ", "Bandung", "WARTA.CO"),
        ("Warta9.com, Jakarta -", "Jakarta", "Warta9.com"),
        ("WARTA.CO.ID, JAKARTA -- ", "JAKARTA", "WARTA.CO.ID"),
        ("WARTA.CO.ID – JAKARTA. ", "JAKARTA", "WARTA.CO.ID"),
        ("Jakarta, Warta Kalimas -- ", "Jakarta", "Warta Kalimas"),
        ("JAKARTA, KOMPAS — ", "JAKARTA", "KOMPAS"),
        ("Warta.com - ", None, "Warta.com"),
        ("WARTA-MUARA.COM,- ", None, "WARTA-MUARA.COM"),
        ("MEDAN - ", "MEDAN", None),
        ("Wina -\n\n", "Wina", None),
        ("Jakarta\n-\n", "Jakarta", None),
        ("Jakarta: ", "Jakarta", None),
        ("Warta9.com, Jakarta", "Jakarta", "Warta9.com"),
        ("JAKARTA, WARTA.com  ", "JAKARTA", "WARTA.com"),
    ],
)
def test_datelines(lead: str, place: str | None, outlet: str | None) -> None:
    found = read(lead + BODY)
    assert (found.dateline, found.outlet) == (place, outlet)
    assert (lead + BODY)[found.body_start :] == BODY
    assert [s.kind for s in found.spans] == ["dateline"]


@pytest.mark.parametrize("gap", [" ", "\n", "  "])
def test_a_dateline_may_name_the_reporter_first(gap: str) -> None:
    found = read(f"Laporan Wartawan WartaKalimas.com, Sari Hulu{gap}WARTAKALIMAS.COM, MEDAN - {BODY}")
    assert (found.reporters, found.dateline, found.outlet) == (("Sari Hulu",), "MEDAN", "WARTAKALIMAS.COM")


@pytest.mark.parametrize(
    "text",
    [
        "SEJUMLAH warga mengungsi - sebagian ke balai desa.",
        "Bupati Kalimas - yang baru dilantik - meninjau lereng.",
        "Sari, warga Kalimas, menangis.",
        "Hujan: warga mengungsi.",
        "“Kami mengungsi,” kata Sari.",
    ],
)
def test_no_dateline(text: str) -> None:
    found = read(text)
    assert found.dateline is None and found.spans == () and found.body_start == 0


def test_a_headline_and_its_second_copy() -> None:
    title = "Lereng Kalimas Longsor, Ratusan Warga Mengungsi"
    text = f"{title}\nDunia\n\n{title}\n\n{BODY}\n{BODY}"
    found = read(text)
    assert found.title == title
    assert [(s.kind, s.text) for s in found.spans] == [("title", title), ("title", title)]
    assert text[found.body_start :].startswith(BODY)


def test_a_standfirst_stands_between_headline_and_dateline() -> None:
    text = f"Lereng Kalimas Longsor Lagi\n\nRatusan warga lereng itu mengungsi semalam.\n\nJAKARTA - {BODY}\n{BODY}"
    assert [s.kind for s in read(text).spans] == ["title", "standfirst", "dateline"]


def test_a_line_that_the_next_one_carries_on_is_no_headline() -> None:
    assert read("Warga lereng\nmengungsi ke balai desa.\nHujan reda.").title is None


def test_two_sentences_are_no_headline() -> None:
    assert read(f"Hujan turun di Kalimas. Namun\nWarga tidak mengungsi.\n{BODY}").title is None


def test_the_records_title_counts_and_its_copy_is_hidden() -> None:
    title = "Lereng Kalimas Longsor Lagi"
    found = read(f"{title}\n{BODY}\n{BODY}", title=f"{title} | warta.co")
    assert found.title == f"{title} | warta.co" and [s.text for s in found.spans] == [title]


@pytest.mark.parametrize(
    "foot, reporters, editors",
    [
        ("Pewarta : Sari Kalimas\nEditor: Budi Lereng", ["Sari Kalimas"], ["Budi Lereng"]),
        ("Reporter: Sari Kalimas | Editor: Budi Lereng", ["Sari Kalimas"], ["Budi Lereng"]),
        ("Pewarta: Sari Kalimas/Tono Hulu", ["Sari Kalimas", "Tono Hulu"], []),
        ("Penulis\nSari Kalimas", ["Sari Kalimas"], []),
        ("(abc/def)", ["abc"], ["def"]),
        ("(abc/def/ghi)", ["abc"], ["def", "ghi"]),
        ("(min)", ["min"], []),
        ("(Sari Kalimas)", ["Sari Kalimas"], []),
        ("(nu2/pus)", ["nu2"], ["pus"]),
        ("(H-2)", [], []),
        ("(*)", [], []),
        ("(rls)", [], []),
        ("SARI KALIMAS", ["SARI KALIMAS"], []),
        ("Sari Hulu, Tono, dan Budi Lereng berkontribusi dalam penulisan artikel ini", ["Sari Hulu", "Tono", "Budi Lereng"], []),
        ("Foto: Sari Kalimas", [], []),
        ("Penulis: Kontributor Kalimas, Sari Hulu", ["Sari Hulu"], []),
        ("Pewarta: Sari Hulu\nUploader: Budi Lereng\nEditor: Tono", ["Sari Hulu"], ["Tono"]),
    ],
)  # fmt: skip
def test_bylines(foot: str, reporters: list[str], editors: list[str]) -> None:
    found = read(f"{BODY}\n{BODY[:-1]} kemarin.\n{foot}")
    assert (list(found.reporters), list(found.editors)) == (reporters, editors)


def test_initials_hang_on_the_last_sentence_and_other_brackets_do_not_count() -> None:
    assert read(f"{BODY} Hujan reda. (abc/def)").reporters == ("abc",)
    assert read(f"{BODY} Petugas itu dari Dinas Pekerjaan Umum (DPU)").reporters == ()
    assert read(f"{BODY} Sari Kalimas (45)").reporters == ()


@pytest.mark.parametrize("row", ID.table("byline_labels"), ids=lambda r: r["label"])
def test_every_label(row: Row) -> None:
    found = read(f"{BODY}\n{row['example']}")
    field = {"reporter": found.reporters, "editor": found.editors, "agency": found.agencies}.get(row["kind"], ("",))
    assert len(field) == 1, row
    if row["kind"] == "none":
        assert (found.reporters, found.editors, found.agencies) == ((), (), ())


def test_every_stop_word_of_a_source_line() -> None:
    for row in ID.table("byline_stops"):
        assert read(f"{BODY}\n{row['example']}").agencies == (), row


def test_a_source_line_names_agencies() -> None:
    assert read(f"{BODY}\nSumber: AFP/Reuters/Berbagai Sumber\nEditor: Budi").agencies == ("AFP", "Reuters")


@pytest.mark.parametrize("table", ["agencies", "media_words", "media_nouns", "relays", "relay_verbs"])
def test_every_row_of_the_tables_of_media(table: str) -> None:
    for row in ID.table(table):
        assert read(row["example"] + "\n" + BODY).agencies, row
        if row.get("counter"):
            assert read(row["counter"] + "\n" + BODY).agencies == (), row


def test_every_outlet_of_a_dateline() -> None:
    for row in ID.table("outlets"):
        assert read(row["example"]).outlet == row["name"], row


@pytest.mark.parametrize(
    "text, agencies",
    [
        ("Kabar itu dilansirReuters, Rabu.", ["Reuters"]),
        ("DilansirThe GuardiandanBBC, Kamis (6/3/2031), hujan reda.", ["The Guardian", "BBC"]),
        ("Menurut laporanReutersSari Kalimas selamat.", ["Reuters"]),
        ("Kata Sari kepada kantor berita AFP, hujan reda.", ["AFP"]),
        ("Reuters melaporkan hujan reda.", ["Reuters"]),
        ("Hujan reda, kantor berita Rusia mengutip Istana mengatakan.", ["kantor berita Rusia"]),
        ("Dikutip dari Kalimas Herald, hujan reda.", ["Kalimas Herald"]),
        ("Dikutip dari lereng.co.id, hujan reda.", ["lereng.co.id"]),
        ("Dikutip dari siaran pers Humas Kalimas, hujan reda.", []),
        ("Mengutip data Dinas Kalimas, hujan reda.", []),
        ("Kata Sari kepada wartawan, hujan reda.", []),
        ("Warga itu bernama Antara lain Sari.", []),
        ("Dilansir dari akun Instagram Sari, hujan reda.", []),
        ("Ketua RT melaporkan hujan reda.", []),
        ("Surat itu diserahkan kepada AP II kemarin.", []),
    ],
)
def test_relays(text: str, agencies: list[str]) -> None:
    assert list(read(text + "\n" + BODY).agencies) == agencies


def test_the_own_outlet_is_no_agency_but_its_sister_is() -> None:
    text = "Kata Sari kepada detikcom, hujan reda. Kabar itu dilansir detikJabar, Rabu."
    assert read(text, outlet="detik.com").agencies == ("detikJabar",)
    assert media.is_own("BBC News", frozenset({"bbc"}))


@pytest.mark.parametrize("row", ID.table("day_cues"), ids=lambda r: r["word"])
def test_every_cue_of_a_saying_day(row: Row) -> None:
    assert days.find_saying_day(row["example"], ID) == "2031-03-05", row
    assert days.find_saying_day(row["counter"], ID) is None, row


@pytest.mark.parametrize(
    "text, day",
    [
        ("“Hujan reda,” kata Sari, warga Kalimas, Rabu, 5 Maret 2031. " + BODY, "2031-03-05"),
        ("“Hujan reda,” kata Kombes Pol. Sari di Balai Kalimas, Rabu (5/3/2031). " + BODY, "2031-03-05"),
        ("“Reda,” kata Sari, Rabu (5/3/2031). “Deras,” kata Tono, Kamis (6/3/2031). " + BODY, "2031-03-06"),
        ("“Hujan reda,” kata Sari di Balai Kalimas, Rabu petang, 5 Maret 2031. " + BODY, "2031-03-05"),
        ("“Hujan reda,” kata Sari di Balai Kalimas, Rabu berkabut, 5 Maret 2031. " + BODY, None),
        ("Longsor itu terjadi pada Rabu, 5 Maret 2031. " + BODY, None),
        ("“Longsor terjadi Rabu, 5 Maret 2031,” kata Sari. " + BODY, None),
        ("“Hujan reda,” kata Sari, Rabu (5/3). " + BODY, None),
        ("“Hujan reda,” kata Sari, Rabu (5/3/2032). " + BODY, None),
        (BODY, None),
    ],
)
def test_the_day_of_a_report_by_its_sayings(text: str, day: str | None) -> None:
    found = read(text)
    assert found.published == day and found.published_from == ("text" if day else None)
    assert found.published_or_later == (day is not None)


@pytest.mark.parametrize(
    ("text", "day", "rule"),
    [
        ("Hakim menghukum Salim hari ini, Rabu (5/3/2031). " + BODY, "2031-03-05", "today-day"),
        ("Longsor melanda lereng pada Rabu (5/3/2031). Sungai meluap sore tadi. " + BODY, "2031-03-05", "today-day"),
        (
            "Longsor melanda lereng pada Rabu (5/3/2031). Jalan putus sejak Kamis (6/3/2031) pagi tadi.",
            "2031-03-06",
            "today-day",
        ),
        ("Sungai surut pagi ini. Pasar akan dibuka besok, Rabu (5/3/2031). " + BODY, None, None),
        ("Longsor terjadi Rabu (5/3/2031). Sungai surut pagi ini. Foto itu diambil 9 Mei 2031.", None, None),
        ("“Reda,” kata Sari, Rabu (5/3/2031). Hingga Kamis (6/3) jalan masih putus.", "2031-03-06", "later-day"),
        ("“Reda,” kata Sari, Rabu (5/3/2031). “Deras,” kata Tono, Kamis (6/3).", "2031-03-06", "later-day"),
        ("“Reda,” kata Sari, Rabu (5/3/2031). Pasar dibuka pada Kamis (6/3/2031).", "2031-03-05", "saying-day"),
        (
            "“Reda,” kata Sari, Rabu (5/3/2031).\n“Surut,” ujar Camat Tono.\nPada Jumat (7/3), pasar dibuka.",
            "2031-03-05",
            "saying-day",
        ),
        (
            "“Reda,” kata Sari, Rabu (5/3/2031). “Surut,” ujar Tono. Pada Jumat (7/3), warga akan berdoa.",
            "2031-03-05",
            "saying-day",
        ),
        ("“Reda,” kata Sari, Rabu (5/3/2031). Pasar akan dibuka, kata Tono, Kamis (6/3).", "2031-03-06", "later-day"),
        ("Api membakar pasar Jumat (3/3/2023). “Padam,” kata Sari, Sabtu (4/2/2023).", "2023-03-04", "later-day"),
        ("Pasar akan dibuka Jumat (3/3/2023). “Siap,” kata Sari, Sabtu (4/2/2023).", "2023-02-04", "saying-day"),
    ],
)
def test_the_day_of_a_report_by_what_it_tells_of_today(text: str, day: str | None, rule: str | None) -> None:
    found = read(text)
    assert (found.published, found.published_rule) == (day, rule)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Warga berkumpul pada Rabu 5 Maret 2031. Ratna mengatakan pada Rabu bahwa jembatan putus.", "2031-03-05"),
        ("Warga berkumpul pada Rabu 5 Maret 2031. Ratna mengatakan pada Kamis bahwa jembatan putus.", None),
        ("Warga berkumpul pada Rabu 5 Maret 2031. Jembatan itu ditutup pada Rabu.", None),
        ("Ratna mengatakan pada Rabu bahwa jembatan putus.", None),
    ],
)
def test_a_saying_on_a_bare_weekday_dates_the_report_by_the_full_date_of_that_weekday(
    text: str, day: str | None
) -> None:
    assert days.find_saying_weekday(text, ID) == day


def test_a_place_before_the_records_own_outlet_is_the_dateline() -> None:
    got = read("KALIMAS RAYA, HARIAN MUARA - Gubernur memerintahkan izin dibekukan.", outlet="Harian Muara")
    assert (got.dateline, got.outlet) == ("KALIMAS RAYA", "Harian Muara")


def test_a_stamp_line_has_a_span_of_its_own() -> None:
    found = read(f"Lereng Kalimas Longsor Lagi\nDaerah | Rabu, 05 Maret 2031 - 05:06 WIB\n{BODY}\n{BODY}")
    assert (found.published, found.published_rule) == ("2031-03-05T05:06+07:00", "stamp")
    assert not found.published_or_later
    assert [s.text for s in found.spans if s.kind == "published"] == ["Rabu, 05 Maret 2031 - 05:06 WIB"]


@pytest.mark.parametrize(
    "signature, reporters",
    [
        ("Oleh Sari Hulu\nRabu, 5 Maret 2031 | 10:00 WIB", ("Sari Hulu",)),
        ("Sari Hulu - wartaNews\nRabu, 05 Mar 2031 10:00 WIB", ("Sari Hulu",)),
        ("Rabu, 05 Mar 2031 10:00 WIB\nSari Hulu", ("Sari Hulu",)),
        ("Warta.com - 05/03/2031, 10:00 WIB", ()),
        ("BANJIR KALIMAS\nRabu, 05 Mar 2031 10:00 WIB", ()),
    ],
)
def test_a_writer_named_beside_the_stamp(signature: str, reporters: tuple[str, ...]) -> None:
    found = read(f"Lereng Kalimas Longsor, Ratusan Mengungsi\n{signature}\n\n{BODY}\n{BODY}")
    assert (found.reporters, found.published) == (reporters, "2031-03-05T10:00+07:00" if "WIB" in signature else None)
    assert found.title == "Lereng Kalimas Longsor, Ratusan Mengungsi"


def test_a_press_release_is_dated_in_its_dateline() -> None:
    found = read(f"Jakarta, 5 Maret 2031 – {BODY}")
    assert (found.published, found.dateline) == ("2031-03-05", "Jakarta")


@pytest.mark.parametrize(
    "url, day",
    [
        ("https://kalimas.example/read/2031/03/05/1234/lereng", "2031-03-05"),
        ("https://kalimas.example/daerah/20310305131229-106-12/lereng", "2031-03-05"),
        ("https://kalimas.example/d-7941050/lereng", None),
        ("https://kalimas.example/2031/13/45/lereng", None),
        (None, None),
    ],
)
def test_the_day_in_an_address(url: str | None, day: str | None) -> None:
    assert days.find_url_day(url) == day


def test_metadata_is_not_read_again_from_the_text() -> None:
    found = read("“Hujan reda,” kata Sari, Rabu (5/3/2031).", published="2031-03-06")
    assert found.published is None


def test_authors_of_the_record_are_the_reporters() -> None:
    article = Article(
        id="a", source="a", text=f"{BODY}\n(abc/def)", sha256="", authors=("Sari Kalimas", "www.kalimas.example")
    )
    found = credits.find(article, (), ID)
    assert (found.reporters, found.editors) == (("Sari Kalimas",), ("def",))


PIECES = [
    BODY,
    "JAKARTA -",
    "\n",
    "(abc/def)",
    "Editor: Budi",
    "Rabu, 5 Maret 2031",
    "Judul Kalimas",
    "“",
    "&nbsp;",
    "Sumber:",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=16))
def test_spans_hold_exactly_their_text_in_order(parts: list[str]) -> None:
    text = " ".join(parts)
    found = read(text)
    assert all(text[s.start : s.end] == s.text and s.text for s in found.spans)
    ends = [s.end for s in found.spans]
    assert all(s.start >= e for s, e in zip(found.spans[1:], ends, strict=False))
    assert 0 <= found.body_start <= len(text)


def test_the_language_of_an_article() -> None:
    both = {"id": ID, "en": load("en")}

    def say(text: str, language: str | None = None) -> str:
        return tongue.find(Article(id="a", source="a", text=text, sha256="", language=language), both)

    assert say(BODY + " Mereka tidak akan kembali ke desa itu sebelum hujan reda.") == "id"
    assert say("The villagers had left the slope before the rain was over, and they will not be back for days.") == "en"
    assert (
        say(
            "Polis berkata tiga buah kereta rosak kerana banjir dan mangsa sudah dihantar ke hospital dengan wang sahaja."
        )
        != "en"
    )
    assert say(BODY, language="jv") == "jv"
    assert say("") == "id"


def test_every_small_word_tells_its_language() -> None:
    for code in ("id", "en"):
        language = load(code)
        for row in language.table("small_words"):
            assert row["word"] in row["example"].split()


@pytest.mark.parametrize(
    "lead, place",
    [
        ("ALASKALA-", None),
        ("JAKARTA-", "JAKARTA"),
        ("SURABAYA–", "SURABAYA"),
        ("WARTA.CO.ID | MEDAN - ", "MEDAN"),
        ("WARTA.COM.JAKARTA- ", "JAKARTA"),
        ("Warta.com Medan --- ", "Medan"),
        ("JAKARTA WARTA.com - ", "JAKARTA"),
        ("Warta.com, Washington, DC - ", "Washington"),
        ("WARTA.CO.ID, Bandar\u00a0Lampung- ", "Bandar\u00a0Lampung"),
        (", Jakarta - ", "Jakarta"),
        ("WARTA.CO.ID, MEDAN, - ", "MEDAN"),
        ("GDAŃSK - ", "GDAŃSK"),
        ("JAKARTA, 5 MARET 2031 – ", "JAKARTA"),
        ("Warta.ID (Jakarta) - ", "Jakarta"),
        ("(Wartakalimas.com) Medan – ", "Medan"),
        ("MEDAN, wartakalimas.com ~ ", "MEDAN"),
        ("WARTA.ME - ", None),
    ],
)
def test_datelines_that_lost_their_spaces_or_marks(lead: str, place: str | None) -> None:
    assert read(lead + BODY).dateline == place


def test_the_place_may_be_a_part_of_the_outlets_address() -> None:
    found = read(f"WARTAKALIMAS.COM, MEDAN - {BODY}", url="https://medan.wartakalimas.example/a")
    assert (found.dateline, found.outlet) == ("MEDAN", "WARTAKALIMAS.COM")


@pytest.mark.parametrize(
    "text, agencies",
    [
        ("Hujan reda, dilansir dari Lerengscoops, Rabu (5/3/2031).", ["Lerengscoops"]),
        ("Hujan reda, dikutip dariLerengscoops.", ["Lerengscoops"]),
        ("Dilansir Lerengscoops Rabu (5/3/2031), hujan reda.", ["Lerengscoops"]),
        ("Dilansir Warta LerengdanReuters, hujan reda.", ["Warta Lereng", "Reuters"]),
        ("Dikutip dari laman Lerengscoops, hujan reda.", []),
        ("Dilansir Polres Kalimas, hujan reda.", []),
        ("Dilansir KLMS, hujan reda.", []),
        ("Dikutip dari kalimaskab.go.id, hujan reda.", []),
        ("Dikutip darilereng.com, hujan reda.", ["lereng.com"]),
        ("Menurut kantor berita resmi Jepang, Kyodo, hujan reda.", ["Kyodo"]),
        ("Dilansir media Jepang, hujan reda.", []),
        ("Dikutip dari Kalimas Herald. Bupati meninjau lereng.", ["Kalimas Herald"]),
        ("Dikutip Instagram Sari, hujan reda.", []),
    ],
)
def test_media_that_stand_in_no_table(text: str, agencies: list[str]) -> None:
    assert list(read(text + "\n" + BODY).agencies) == agencies


def test_every_word_that_makes_a_name_no_medium() -> None:
    for row in ID.table("media_stops"):
        assert read(row["example"]).agencies == (), row
    assert read("Kabar itu dilansir Kalimasa, Rabu pagi.").agencies == ("Kalimasa",)


@pytest.mark.parametrize(
    "foot, reporters, editors, agencies",
    [
        ("[Gambas:Video 21menit] (abc/def)", ["abc"], ["def"], []),
        ("(Sari Kalimas/Tono Hulu/Budi Lereng)", ["Sari Kalimas", "Tono Hulu"], ["Budi Lereng"], []),
        ("(TribunKalimas.com/Sari Hulu)", ["Sari Hulu"], [], []),
        ("(TribunKalimas)", [], [], []),
        ("(AFP/abc)", [], ["abc"], ["AFP"]),
        ("(Sari Hulu).", ["Sari Hulu"], [], []),
        ("(*/abc)", ["abc"], [], []),
        ("(KBN/abc)", [], ["abc"], ["KBN"]),
        ("(Reporter: Sari Hulu | Editor: Budi Lereng)", ["Sari Hulu"], ["Budi Lereng"], []),
        ("(Sumber: Antara)", [], [], ["Antara"]),
        ("\nSARI HULU | REUTERS", ["SARI HULU"], [], ["REUTERS"]),
        ("\nSARI HULU | TONO LERENG", [], [], []),
        ("\nREUTERS | AFP", [], [], ["REUTERS", "AFP"]),
        ("\nSumber: Yonhap-OANA", [], [], ["Yonhap", "OANA"]),
        ("\nSumber: Kalimas-Serayan", [], [], []),
        ("[Antara]", [], [], ["Antara"]),
        ("[Kalimas]", [], [], []),
        ("\n(Tribunnews.com/Sari Hulu)", ["Sari Hulu"], [], []),
        ("\n(ANTARA/abc)", [], ["abc"], ["ANTARA"]),
        ("\n5. Rendra W. (bayi)", [], [], []),
        ("Skor akhir 0 - 0 (abc/def)", ["abc"], ["def"], []),
        ("Pilihan Editor: Dua Desa di Lereng Kalimas Kembali Terendam &nbsp; &nbsp;", [], [], []),
    ],
)
def test_closing_brackets(foot: str, reporters: list[str], editors: list[str], agencies: list[str]) -> None:
    found = read(f"{BODY}\n{BODY[:-2]} lusa.\n{BODY[:-1]} kemarin. {foot}")
    assert (list(found.reporters), list(found.editors), list(found.agencies)) == (reporters, editors, agencies)


def test_a_line_of_agencies_alone_is_no_reporters() -> None:
    found = read(f"{BODY}\n{BODY[:-2]} lusa.\n{BODY[:-1]} kemarin.\nREUTERS | AFP")
    assert [span.kind for span in found.spans if span.rule == "names-between-bars"] == ["agency"]


@pytest.mark.parametrize(
    "author, reporters",
    [
        ("Sari Hulu -wartaNews", ("Sari Hulu",)),
        ("Sari Hulu, Tono Lereng", ("Sari Hulu", "Tono Lereng")),
        ("Sari Al-Hulu [Denpasar]", ("Sari Al-Hulu",)),
        ("(Sari Hulu), Warta Kalimas", ("Sari Hulu",)),
        ("Reporter, Editor", ()),
        ("Sari Hulu, Https, Www.Facebook.Com Warta", ("Sari Hulu",)),
        ("Tim Redaksi", ()),
        ("Lontar Mediatama, Sari Hulu", ("Sari Hulu",)),
        ("Budi Lereng, S.H.", ("Budi Lereng, S.H.",)),
        ("Red: Sari Hulu", ("Sari Hulu",)),
        ("Red: Antara", ()),
    ],
)
def test_authors_of_the_record_are_people(author: str, reporters: tuple[str, ...]) -> None:
    article = Article(id="a", source="a", text=BODY, sha256="", authors=(author,), outlet="Warta Kalimas")
    assert credits.find(article, (), ID).reporters == reporters


def test_the_copyright_line_names_outlet_and_agency() -> None:
    found = read(f"{BODY}\n{BODY[:-1]} kemarin.\nCopyright © ANTARA 2031")
    assert (found.outlet, found.agencies) == ("ANTARA", ("ANTARA",))
    assert read(f"{BODY}\n{BODY[:-1]} kemarin.\nCopyright © wartakalimas.com 2031").outlet == "wartakalimas.com"
    assert (
        read(f"{BODY}\n{BODY[:-1]} kemarin.\nCopyright © ANTARA 2031", outlet="Warta Kalimas").outlet == "Warta Kalimas"
    )


@pytest.mark.parametrize("between", ["\t", ": ", ":\t", " \t "])
def test_rows_of_a_table_are_no_headlines(between: str) -> None:
    rows = [("Meninggal dunia", "14"), ("Luka-luka", "3 orang"), ("Hilang", "2"), ("Mengungsi", "2.300 jiwa")]
    table = "\n".join(f"{label}{between}{count}" for label, count in rows)
    for head, title in (("", None), ("Data BPBD Kalimas\n", "Data BPBD Kalimas")):
        found = read(head + table)
        assert (found.title, found.body_start) == (title, len(head))


def test_one_line_with_a_number_behind_a_colon_may_be_a_headline() -> None:
    assert read(f"Korban banjir Kalimas: 14\n{BODY}").title == "Korban banjir Kalimas: 14"


def test_a_writer_named_in_full_at_the_head_is_the_reporter() -> None:
    found = read(f"Longsor di Lereng Kalimas\nLaporan oleh Sari Hulu\n{BODY}\n{BODY[:-1]} kemarin. (abc/def)")
    assert found.reporters == ("Sari Hulu",)
