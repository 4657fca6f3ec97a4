"""Furniture: what is page is marked, what is report is not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runut.lang import Language, Row, load
from runut.model import Article, Furniture
from runut.reading import furniture
from runut.reading.furniture import captions, headlines, lines

ID = load("id")
BODY = "Warga lereng Kalimas mengungsi sejak hujan deras turun tanpa henti pada malam itu."
MORE = "Bupati Sari Kalimas meminta warga menjauh dari tebing yang retak sejak kemarin sore."


def article(text: str, title: str | None = None) -> Article:
    return Article(id="a", source="a.txt", text=text, sha256="", title=title)


def find(text: str) -> tuple[Furniture, ...]:
    return furniture.find(article(text), ID)


def marked(text: str) -> list[str]:
    return [f.text for f in find(text)]


def shown(cell: str) -> str:
    return cell.replace("⏎", "\n")


@pytest.mark.parametrize("row", ID.table("furniture"), ids=lambda r: r["name"])
def test_every_phrase_fires_on_its_example_and_not_on_its_counter(row: Row) -> None:
    body = "" if row["where"] in ("opens", "headline", "inline") else BODY + "\n"
    text = body * (row["where"] in ("rest", "foot")) * 4 + shown(row["example"])
    assert f"furniture:{row['name']}" in {f.rule for f in find(text)}, text
    if row["counter"]:
        assert f"furniture:{row['name']}" not in {f.rule for f in find(BODY + "\n" + shown(row["counter"]))}


@pytest.mark.parametrize("table", ["photo_credits", "photo_leads"])
def test_every_sign_of_a_caption_fires(table: str, indonesian: Language) -> None:
    for row in indonesian.table(table):
        assert [f.kind for f in find(f"{row['example']}\n{BODY}")] == ["caption"], row
        if row["counter"]:
            assert find(f"{row['counter']}\n{BODY}") == (), row


def test_words_of_headlines_and_openers_do_their_work() -> None:
    for row in ID.table("headline_words"):
        assert headlines.is_headline(row["example"], ID), row
    for row in ID.table("sentence_openers"):
        text = f"Tiga Rumah di Lereng Kalimas {row['example']}"
        assert text[: headlines.find_end(text, 0, ID)] == "Tiga Rumah di Lereng Kalimas Terendam", row


@pytest.mark.parametrize(
    "headline, body",
    [
        ("Dua Desa di Lereng Kalimas Kembali Terendam", "Sementara itu, hujan masih turun di hulu."),
        ("Dua Desa di Lereng Kalimas Kembali Terendam", "Hujan turun sejak malam di hulu sungai."),
        ("Dua Desa di Lereng Kalimas Kembali Terendam", "Bupati Kalimas menyatakan keadaan darurat."),
        ("Dua Desa Terendam, Apa Sebabnya?", "Arus sungai meluap ke permukiman warga."),
        ("Dua Desa di Lereng Kalimas Kembali Terendam", "“Kami tidak sempat menyelamatkan barang,” kata Sari."),
        ("Bupati: Dua Desa Masih Terendam", '"Kami tidak sempat tidur," kata Sari.'),
        ("Dua Desa di Lereng Kalimas Kembali Terendam", "&nbsp;Longsor terjadi di lereng itu."),
    ],
)
def test_a_headline_that_runs_into_the_text_ends_where_the_text_begins(headline: str, body: str) -> None:
    text = f"{BODY} Baca juga: {headline} {body} {MORE}"
    assert marked(text) == [f"Baca juga: {headline}"]


def test_a_headline_glued_to_the_next_sentence() -> None:
    text = f"{BODY}Baca Juga:Dua Desa di Lereng Kalimas Kembali TerendamHujan turun sejak malam di hulu sungai."
    assert marked(text) == ["Baca Juga:Dua Desa di Lereng Kalimas Kembali Terendam"]


def test_headlines_on_their_own_lines_go_with_their_link() -> None:
    text = f"{BODY}\nBaca juga:\nDua Desa di Lereng Kalimas Kembali Terendam\n{MORE} Hujan reda."
    assert marked(text) == ["Baca juga:\nDua Desa di Lereng Kalimas Kembali Terendam"]


def test_a_bare_link_does_not_take_a_paragraph_along() -> None:
    text = f"{BODY}\nBaca Juga\n{MORE}\nHujan reda."
    assert marked(text) == ["Baca Juga"]


def test_a_video_link_ends_with_its_quotation_mark() -> None:
    text = (
        f"{BODY} Lihat juga Video 'Warga Kalimas Menjaga Lereng': [Gambas:Video 21menit] \"Kami berjaga,\" kata Sari."
    )
    assert marked(text) == ["Lihat juga Video 'Warga Kalimas Menjaga Lereng':", "[Gambas:Video 21menit]"]


def test_the_last_link_of_a_text_takes_all_that_follows() -> None:
    text = f"{BODY} Pilihan Editor:&nbsp;Mengapa Lereng Kalimas Selalu Longsor"
    assert marked(text) == ["Pilihan Editor:&nbsp;Mengapa Lereng Kalimas Selalu Longsor"]


def test_the_second_copy_of_a_block_is_a_repeat() -> None:
    block = (
        "Bupati meminta warga lereng menjauh dari tebing yang retak sejak kemarin sore.\n"
        "“Tebing itu bisa runtuh kapan saja,” katanya.\n"
        "Petugas memasang garis pembatas di sekeliling tebing dan menutup jalan desa."
    )
    text = f"{BODY}\n{block}\nHujan reda.\n{block}\n(abc)"
    found = [f for f in find(text) if f.kind == "repeat"]
    assert [f.text for f in found] == [block]
    assert found[0].start > text.index("Hujan reda.")


def test_a_short_sentence_may_come_twice() -> None:
    assert find(f"{BODY}\nHujan reda.\nSungai surut di hulu.\nHujan reda.") == ()


def test_a_headline_printed_again_is_no_furniture() -> None:
    title = "Dua Desa di Lereng Kalimas Kembali Terendam Setelah Hujan Deras Semalam"
    assert find(f"{title}\n\n{title}\n\n{BODY}") == ()


def test_tags_after_the_initials_are_page() -> None:
    assert marked(f"{BODY}\n(abc/def)\nbanjir\nlereng kalimas") == ["banjir", "lereng kalimas"]


@pytest.mark.parametrize("signature", ["(abc/def)", "(H-2)", "(Warta/Z-1)", "( abc / def )"])
def test_all_below_a_signature_is_page_sentences_too(signature: str) -> None:
    teaser = "Petugas menutup jalan desa di lereng itu sejak kemarin sore."
    text = f"{BODY}\n{MORE} {signature}\n{teaser}\nCopyright @ 2031 Warta Kalimas. All Rights Reserved"
    assert marked(text) == [teaser, "Copyright @ 2031 Warta Kalimas. All Rights Reserved"]


def test_tags_behind_the_signature_in_one_line() -> None:
    assert marked(f"{BODY} {MORE} ( abc / def ) banjir kalimas lereng retak") == ["banjir kalimas lereng retak"]


@pytest.mark.parametrize("bracket", ["(dan/atau)", "(DPU)", "(Sari Kalimas)"])
def test_a_bracket_inside_the_report_is_no_signature(bracket: str) -> None:
    assert find(f"{BODY}\n{MORE} Warga {bracket} mengungsi.\n{BODY[:-1]} kemarin.") == ()


def test_a_byline_below_the_signature_is_no_furniture() -> None:
    assert marked(f"{BODY}\n{MORE} (rls)\nEditor: Sari Hulu") == []


def test_openings_of_other_reports_above_the_copyright_line() -> None:
    other = "HUJAN deras merendam dua desa di hilir sungai itu semalam."
    third = "Petugas menutup jalan desa di lereng itu sejak kemarin sore."
    foot = "Copyright @ 2031 Warta Kalimas. All Rights Reserved"
    text = f"WARGA lereng Kalimas mengungsi sejak malam.\n{MORE}\n{other}\n{third}\n{foot}"
    assert marked(text) == [other, third, foot]
    assert marked(f"{BODY}\n{MORE}\n{foot}") == [foot]


def test_long_runs_of_short_lines_may_be_a_recipe_or_a_schedule() -> None:
    recipe = "\n".join(f"{n} siung bawang kalimas" for n in range(1, 12))
    schedule = "\n".join(f"Rabu, {n} Maret 2031\n* 10.00 WIB Kalimas lawan Muara" for n in range(1, 6))
    assert find(f"{BODY}\nBahan yang dipakai:\n{recipe}") == ()
    assert find(f"{BODY}\nBerikut jadwalnya:\n{schedule}") == ()


@pytest.mark.parametrize(
    "text, link",
    [
        (
            "{b} (Baca juga: Dua Desa di Lereng Kembali Terendam) {m}",
            "(Baca juga: Dua Desa di Lereng Kembali Terendam)",
        ),
        ('{b}\nBaca juga: Dua Desa yang "Hilang" di Lereng\n{m}', 'Baca juga: Dua Desa yang "Hilang" di Lereng'),
        ("{b}\nBaca selengkapnyadi sini.\n{m}", "Baca selengkapnyadi sini."),
        (
            "{b} Tonton juga “Dua Desa di Lereng Terendam” di sini: {m}",
            "Tonton juga “Dua Desa di Lereng Terendam” di sini:",
        ),
    ],
)
def test_links_in_brackets_on_lines_and_in_quotation_marks(text: str, link: str) -> None:
    assert marked(text.format(b=BODY, m=MORE)) == [link]


def test_a_headline_without_a_link_in_a_text_printed_token_by_token() -> None:
    body, more = BODY[:-1] + " .", MORE[:-1] + " ."
    stray = "Dua Desa di Lereng Kalimas Kembali Terendam Banjir"
    assert marked(f"{body} {stray} Sementara itu , {more}") == [stray]
    assert marked(f"{body} Bupati Sari Kalimas meminta warga menjauh . {more}") == []
    assert marked(f"{BODY} {stray} Sementara itu, {MORE}") == []


def test_the_signed_last_line_is_no_caption() -> None:
    assert find(f"{BODY}\n{MORE}\n{BODY[:-1]} kemarin. (AFP/abc)") == ()
    assert [f.kind for f in find(f"Banjir di Kalimas. (AFP/Sari)\n{MORE}\n{BODY}")] == ["caption"]
    assert find(f"{BODY}\n{MORE}\n(WARTA/Sari Hulu)") == ()
    assert "caption" in [f.kind for f in find(f"{BODY}\n(WARTA/Sari Hulu)\n{MORE}\n{BODY}\n{MORE}")]


def test_copies_whose_sentences_lost_a_space_are_still_copies() -> None:
    block = f"{MORE}Petugas memasang garis pembatas di sekeliling tebing itu dan menutup jalan desa."
    text = f"{BODY}\n{block}\nHujan reda.\n{block.replace('.Petugas', '.' + chr(10) + 'Petugas')}"
    assert [f.kind for f in find(text)] == ["repeat"]


def test_a_list_of_victims_at_the_end_is_report() -> None:
    names = "\n".join(f"{n}. Sari Kalimas ({20 + n})" for n in range(1, 12))
    assert find(f"{BODY}\nBerikut daftar korban:\n{names}") == ()


def test_links_and_days_below_the_report_are_page() -> None:
    links = "\n".join(f"Judul Berita Lain Nomor {n}\nSari Kalimas\n{n} Mar 2031" for n in range(1, 6))
    text = f"{BODY}\n{links}"
    assert text.index("Judul Berita Lain Nomor 1") == find(text)[0].start
    assert all(f.rule == "tail-of-links" for f in find(text))


def test_a_report_without_page_has_no_furniture() -> None:
    text = (
        f"{BODY} Bupati meminta warga membaca juga peringatan di papan. Video warga menunjukkan arus deras.\n\n"
        "Iklan layanan itu dipasang di halaman balai. Warga mengikuti saluran air ke hilir. Komentar warga beragam."
    )
    assert find(text) == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                BODY,
                "Baca juga: Dua Desa di Kalimas",
                "ADVERTISEMENT",
                "\n",
                " ",
                "(abc/def)",
                "&nbsp;",
                "Baca:",
                "A",
                "\r\n",
                "“Kami",
                "”",
            ]
        ),
        max_size=20,
    )
)
def test_findings_hold_exactly_their_text_in_order(parts: list[str]) -> None:
    text = " ".join(parts)
    found = find(text)
    assert all(text[f.start : f.end] == f.text and f.text.strip() == f.text and f.text for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.shared
def test_furniture_of_the_annotated_cases(shared: object) -> None:
    """The whole layer is scored by tools/score_gold.py; here only that no step falls over and spans hold."""
    from pathlib import Path

    assert isinstance(shared, Path)
    for path in sorted((shared / "gold").glob("*/*.txt")):
        text = path.read_text("utf-8")
        assert all(text[f.start : f.end] == f.text for f in find(text))


def test_what_lies_between_copies_goes_with_them() -> None:
    first = "Bupati meminta warga lereng menjauh dari tebing yang retak sejak kemarin sore."
    last = "Petugas memasang garis pembatas di sekeliling tebing itu dan menutup jalan desa."
    again = f"{first} Tebing itu rapuh. Hujan masih turun. {last}"
    text = f"{BODY}\n{first} Tebing itu rapuh, hujan masih turun. {last}\nHujan reda.\n{again}"
    assert [f.text for f in find(text) if f.kind == "repeat"] == [again]


def test_the_report_goes_on_right_behind_a_pagination_line() -> None:
    assert marked(f"{BODY} Simak selengkapnya di halaman selanjutnya {MORE}") == [
        "Simak selengkapnya di halaman selanjutnya"
    ]


def test_a_line_of_the_page_may_be_broken_around_its_link() -> None:
    assert marked(f"{BODY}\nArtikel ini telah naik di\nWarta Lereng.\n{MORE}") == [
        "Artikel ini telah naik di\nWarta Lereng."
    ]


def test_a_link_may_be_glued_to_the_sentence_before() -> None:
    assert marked(f"{BODY[:-1]}Baca Juga: Dua Desa di Lereng Kembali Terendam\n{MORE}") == [
        "Baca Juga: Dua Desa di Lereng Kembali Terendam"
    ]


@pytest.mark.parametrize(
    "word, rest", [("politik", ", kata Ida"), ("e-mail", "yang dikirim warga."), ("Terkait", ", Ida menolak.")]
)
def test_a_links_word_inside_a_sentence_is_no_rubric(word: str, rest: str) -> None:
    assert find(f"{BODY}\nWarga membahas\n{word}\n{rest}\n{MORE}") == ()


def test_letters_for_the_size_of_print_are_three_in_a_row() -> None:
    assert marked(f"Lereng Longsor\nA\nA\nA\n{BODY}") == ["A\nA\nA"]
    assert find(f"{BODY}\nTim\nM\nM\nS\nK\nK\n{MORE}") == ()


def test_headlines_printed_twice_without_a_break_are_links() -> None:
    links = "Dua Desa di Lereng Kalimas Kembali Terendam Banjir Bupati Kalimas Minta Warga Menjauh dari Tebing"
    assert marked(f"{BODY} {links}{links}LONGSOR KALIMAS") == [links * 2]
    assert find(f"{BODY} {MORE}{MORE}") != ()
    assert [f.rule for f in find(f"{BODY} {MORE}{MORE}")] == ["repeat"]


def test_a_headline_that_begins_with_a_quotation_is_one_line() -> None:
    line = 'Baca juga: "Tutup Bendungan Itu!" Warga Kalimas Desak Bupati Lontar'
    assert marked(f"{BODY}\n{line}\nHujan baru reda sejak malam di hulu sungai.") == [line]


def test_headlines_behind_bullets_are_links() -> None:
    link = "• BREAKING NEWS: Anggota Polisi Tewas Ditusuk Orang Tak Dikenal di Kalimas"
    assert marked(f"{BODY}\n\n{link}\n\n{MORE}") == [link]


@pytest.mark.parametrize(
    "line", ["• Sari Hulu, Bupati Kalimas", "• 3 Unit Mobil Lontar", "• Tebing itu retak sejak kemarin sore"]
)
def test_what_a_report_lists_is_no_link(line: str) -> None:
    assert marked(f"{BODY}\n{line}\n{MORE}") == []


def test_counters_between_buttons() -> None:
    page = ["comment", "4", "sosmed-whatsapp-white", "copy-link-circle"]
    assert marked("\n".join([BODY, *page, MORE])) == page
    assert marked(f"{BODY}\n4\n{MORE}") == []


def test_a_list_under_popular_goes_with_it() -> None:
    text = (
        f"{BODY}\n{MORE}\n{BODY[:-1]} juga.\n\nPopuler\n\nBupati Minta Maaf ke Warga\n\nSenin, 05 Januari 2031 | 16:47"
    )
    assert marked(text)[-1].startswith("Populer")
    assert marked(text)[-1].endswith("16:47")


def test_rubric_and_time_glued_to_the_place() -> None:
    assert marked(f"Peristiwa | 9 Maret 2031, 16:26 WIBKALIMAS, WARTA - {BODY}") == [
        "Peristiwa | 9 Maret 2031, 16:26 WIB"
    ]
    assert marked(f"Peristiwa pada 9 Maret 2031, 16:26 WIB. {BODY}") == []


def test_a_report_told_in_photographs_is_body_but_its_credits() -> None:
    told = [
        "Longsor menimpa dua rumah di lereng Kalimas sejak malam dan warga mengungsi.",
        "Tim penyelamat mencari tiga nelayan di hulu sungai dengan dua perahu kecil.",
        "Ratusan orang dari tebing itu kini ditampung di balai desa dan dua sekolah.",
        "Hujan baru reda menjelang siang, sementara jalan ke Lontar masih tertutup.",
    ]
    credits = ["(REUTERS/Sari Hulu)", "(REUTERS/Tono Lereng)", "(REUTERS/Budi Lontar)", "(AP Photo/Rendra Sasmita)"]
    text = "\n\n".join(f"{line} {credit}" for line, credit in zip(told, credits, strict=True))
    assert [text[a:b] for a, b, _, _ in captions.find(text, lines.split(text), ID)] == credits
    assert marked(f"{BODY}\n{told[0]} {credits[0]}\n{MORE}") == [f"{told[0]} {credits[0]}"]


def test_headlines_listed_at_the_foot_are_links() -> None:
    links = ["- Bupati Kalimas Minta Warga Menjauh dari Tebing", "- Dua Desa di Lereng Kalimas Kembali Terendam"]
    assert marked("\n".join([BODY, MORE, *links])) == links
    assert marked("\n".join([BODY, f"{MORE[:-1]}:", *links])) == []
    assert marked("\n".join([BODY, MORE, "- Sari Hulu, Kalimas", "- Rendra Sasmita, Lontar"])) == []
