"""Whose a statement is: who goes on speaking, who gave it out, who asks; and what is no relayer."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from runut import codec, pipeline
from runut.lang import Language
from runut.model import Anchor, Article, Statement


def find(text: str, languages: Mapping[str, Language], outlet: str | None = None) -> tuple[Statement, ...]:
    article = Article(
        id=codec.article_id("test", text), source="test", text=text, sha256=codec.sha256(text), outlet=outlet
    )
    first = pipeline.glance(article, languages)
    return pipeline.read(first, Anchor(day="2031-03-05", origin="user"), languages, only=("statements",)).statements


def told(text: str, languages: Mapping[str, Language]) -> list[tuple[str, str | None]]:
    return [(s.text, s.speaker.name if s.speaker else None) for s in find(text, languages)]


SURUT = "“Air sudah surut sejak subuh,”"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        # `-nya` is a mouth's: the person's who has spoken, whatever body stands between; a body's only where nobody has
        (
            f"{SURUT} kata Ratna Prawira. Dinas Pengairan meminta warga menjauhi tanggul. “Kami jaga,” ujarnya.",
            "Ratna Prawira",
        ),
        (
            f"{SURUT} demikian Dinas Pasar. Dinas Pengairan meminta warga menjauhi tanggul. “Kami jaga,” ujarnya.",
            "Dinas Pengairan",
        ),
        # save what a body writes, or where it was quoted last itself
        (
            f"{SURUT} kata Ratna Prawira. Dinas Pengairan meminta warga menjauhi tanggul. “Kami jaga,” tulisnya.",
            "Dinas Pengairan",
        ),
        (
            f"{SURUT} kata Ratna Prawira. “Kami jaga warga,” tulis Dinas Pasar. “Gudang kosong,” tambahnya.",
            "Dinas Pasar",
        ),
        # who is told of in the quotation is not who speaks
        (
            f"{SURUT} kata Ratna Prawira. Sugeng Prakoso mengaku rumahnya terendam. “Pak Sugeng sudah kami bantu,” ujarnya.",
            "Ratna Prawira",
        ),
        (
            f"{SURUT} kata Ratna Prawira. Sugeng Prakoso mengaku rumahnya terendam. “Nama saya Sugeng dari hilir,” ujarnya.",
            "Sugeng Prakoso",
        ),
        # with another who speaks beside him, it is who is told of between
        (
            f"{SURUT} kata Ratna Prawira bersama Sugeng Prakoso. Ratna Prawira tinggal di hilir. “Rumah saya terendam,” kata dia.",
            "Ratna Prawira",
        ),
        (
            f"{SURUT} kata Ratna Prawira serta Sugeng Prakoso. Sugeng Prakoso tinggal di hilir. “Rumah saya terendam,” kata dia.",
            "Sugeng Prakoso",
        ),
        # a lawyer's client is named in the lawyer's phrase, and does not speak
        (
            f"{SURUT} kata pengacara Sugeng Prakoso, Ratna Prawira. Sugeng Prakoso tinggal di tepi kali. “Ia takut,” kata dia.",
            "Ratna Prawira",
        ),
    ],
)
def test_who_goes_on(words: str, name: str, languages: Mapping[str, Language]) -> None:
    assert told(words, languages)[-1][1] == name


@pytest.mark.parametrize(
    "quoted",
    [
        "Saya Sugeng dari hilir,",
        "Aku Sugeng, bukan pencuri,",
        "Nama saya adalah Sugeng Prakoso,",
        "Saya bilang ke istri, Sugeng tidak mau pergi,",
        "Mereka berteriak Sugeng pencuri,",
        "Mereka berteriak Pak Sugeng pencuri,",
        "Warga bilang, Pak Sugeng jangan pergi,",
        "Rumahku rumah Pak Sugeng,",
    ],
)
def test_who_names_himself_goes_on(quoted: str, languages: Mapping[str, Language]) -> None:
    text = f"{SURUT} kata Ratna Prawira. Sugeng Prakoso mengaku rumahnya terendam. “{quoted}” ujarnya."
    assert told(text, languages)[-1] == (quoted, "Sugeng Prakoso")


@pytest.mark.parametrize("quoted", ["Pak Sugeng sudah pulang,", "Wali Kota Sugeng Prakoso sudah pulang,"])
def test_who_is_told_of_does_not_speak(quoted: str, languages: Mapping[str, Language]) -> None:
    spoke = "Sugeng Prakoso mengaku rumahnya terendam."
    assert told(f"{SURUT} kata Ratna Prawira. {spoke} “{quoted}” ujarnya.", languages)[-1] == (quoted, "Ratna Prawira")
    assert told(f"{SURUT} kata Dinas Pengairan. {spoke} “{quoted}” ujarnya.", languages)[-1] == (quoted, None)


def test_two_in_one_phrase_both_speak(languages: Mapping[str, Language]) -> None:
    text = f"{SURUT} kata Ratna Prawira dan Sugeng Prakoso. Sugeng Prakoso tinggal di hilir. “Rumah saya terendam,” katanya."
    assert told(text, languages)[-1][1] == "Sugeng Prakoso"


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("Ratna Prawira meminta agar warga menjauhi tanggul.", "warga menjauhi tanggul"),
        ("Ratna Prawira meminta agarWarga Tirtasari menjauhi tanggul.", "Warga Tirtasari menjauhi tanggul"),
        ("Ratna Prawira memberi tahu Wali Kota Sugeng bahwa tanggul itu retak.", "tanggul itu retak"),
        ("Ratna Prawira mengingatkan warga bahwa tanggul itu retak.", "tanggul itu retak"),
        ("Ratna Prawira memberi saran kepada warga agar menjauhi tanggul itu.", "menjauhi tanggul itu"),
        ("Ratna Prawira mendorong warga untuk menjauhi tanggul.", "warga untuk menjauhi tanggul"),
        (
            "Kepala Dinas Pengairan Ratna Prawira mendorong masyarakat untuk menjauhi tanggul.",
            "masyarakat untuk menjauhi tanggul",
        ),
        ("Ratna Prawira mengingatkan masyarakat bahwa tanggul itu retak.", "tanggul itu retak"),
        ("Ratna Prawira mengingatkan seluruh warga bahwa tanggul itu retak.", "tanggul itu retak"),
        ("Ratna Prawira menegaskan kepada Kabartirta bahwa tanggul itu retak.", "tanggul itu retak"),
        ("Ratna Prawira yakin tanggul itu sudah aman.", "tanggul itu sudah aman"),
        ("Ratna Prawira yakin betul tanggul itu sudah aman.", "tanggul itu sudah aman"),
        ("Ratna Prawira yakin sekali bahwa tanggul itu sudah aman.", "tanggul itu sudah aman"),
        (
            "Ratna Prawira menegaskan, bersama polisi pihaknya akan menjaga tanggul itu.",
            "bersama polisi pihaknya akan menjaga tanggul itu",
        ),
        ("Dikatakan Ratna Prawira ada dua gudang yang kosong.", "ada dua gudang yang kosong"),
        ("Disampaikan Ratna Prawira telah ditemukan dua korban di hilir.", "telah ditemukan dua korban di hilir"),
        ("Dikatakan Ratna Prawira tidak ada lagi warga yang terluka.", "tidak ada lagi warga yang terluka"),
        ("Disebutkan Ratna Prawira terjadi longsor di hilir.", "terjadi longsor di hilir"),
        (
            "Camat Tirtasari, Ratna Prawira, kepada wartawan usai memimpin rapat mengatakan tanggul itu retak.",
            "tanggul itu retak",
        ),
        ("Ratna Prawira menyampaikan kepada seluruh warga di hilir agar menjauhi tanggul.", "menjauhi tanggul"),
        ("Ratna Prawira sudah lama mengatakan tanggul itu retak.", "tanggul itu retak"),
        ("Khusus soal tanggul, Ratna Prawira mengatakan airnya sudah surut.", "airnya sudah surut"),
        ("Menurut pengakuan Ratna Prawira, tanggul itu retak sejak subuh.", "tanggul itu retak sejak subuh"),
    ],
)
def test_what_is_asked_or_told_to_someone(words: str, clause: str, languages: Mapping[str, Language]) -> None:
    assert [(text, name) for text, name in told(words, languages)] == [(clause, "Ratna Prawira")]


@pytest.mark.parametrize(
    "words",
    [
        "Ratna Prawira mendorong pintu itu untuk masuk.",
        "Banjir itu memicu kepanikan dan mendorong warga untuk mengungsi.",
        "Warga diminta bersikap tenang, optimis, dan terus menjaga tanggul.",
        "Bot akan meminta Anda untuk memasukkan nomor rumah.",
        "Ratna Prawira tahu bahwa tanggul itu retak.",
        "Ratna Prawira mengisyaratkan perubahan sikap, yang mendorong warga itu untuk lebih menjaga tanggul.",
        "Disebutkan Sugeng Prakoso menangis di tepi kali.",
        "Disebutkan Sugeng Prakoso ada di rumah sakit.",
        "Disebutkan Sugeng Prakoso telah ditemukan tewas di hilir.",
        "Kenaikan harga mendorong warga untuk berhemat.",
        "Pandemi mendorong warga untuk berhemat.",
        "Hujan deras mendorong warga untuk mengungsi.",
        "Dua kebakaran mendorong warga untuk mengungsi.",
        "Kematian Sugeng Prakoso mendorong warga untuk mengungsi.",
        "Laporan itu mendorong warga untuk berhemat.",
        "Kebakaran di gudang itu mendorong Wali Kota Sugeng untuk menutup pasar.",
        "Ratna Prawira mendorong Sugeng Prakoso ke jurang agar tidak ketahuan.",
        "Ratna Prawira mendorong Sugeng Prakoso dari tangga untuk merebut tasnya.",
        "Ratna Prawira memperingatkan hoaks bahwa tanggul itu retak.",
        "Ratna Prawira memperingatkan kabar bohong bahwa tanggul itu retak.",
        "Ratna Prawira mengingatkan adanya isu bahwa tanggul itu retak.",
        "Ratna Prawira mengingatkan warga soal hoaks bahwa tanggul itu retak.",
        "Ratna Prawira mengingatkan anggapan keliru warga bahwa tanggul itu retak.",
        "Ratna Prawira mengingatkan janji Sugeng Prakoso bahwa tanggul itu diperbaiki.",
        "Ratna Prawira memberi tahu nomor rumah supaya kurir datang ke rumahnya.",
        "Kabar itu membuat Ratna Prawira yakin tanggul itu sudah aman.",
        "Sugeng pergi tanpa Ratna Prawira yakin tanggul itu sudah aman.",
        "Ratna Prawira kurang yakin tanggul itu sudah aman.",
        "Berdasarkan data yang diterima Redaksi, gudang itu sudah kosong.",
        "Berdasarkan informasi yang diterima Antara Selasa, gudang itu sudah kosong.",
        "Berdasarkan data resmi yang dihimpun Suara Kalimas, gudang itu sudah kosong.",
    ],
)
def test_what_nobody_says(words: str, languages: Mapping[str, Language]) -> None:
    assert told(words, languages) == []


def test_who_gave_out_the_data(languages: Mapping[str, Language]) -> None:
    text = "Dari data Satelit Tirta yang dikeluarkan Dinas Pengairan, sebanyak 14 rumah terendam."
    assert told(text, languages) == [("sebanyak 14 rumah terendam", "Dinas Pengairan")]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("keterangan Ratna Prawira yang dihimpun Suara Kalimas", "Ratna Prawira"),
        ("keterangan Ratna Prawira yang dirilis Dinas Pengairan", "Ratna Prawira"),
        ("data yang dihimpun Suara Kalimas dari Dinas Pengairan", "Dinas Pengairan"),
        ("data Dinas Pengairan yang dihimpun Suara Kalimas", "Dinas Pengairan"),
        ("data yang dikeluarkan Dinas Pengairan", "Dinas Pengairan"),
    ],
)
def test_who_gathered_it_did_not_say_it(source: str, name: str, languages: Mapping[str, Language]) -> None:
    assert told(f"Berdasarkan {source}, gudang itu sudah kosong.", languages) == [("gudang itu sudah kosong", name)]


@pytest.mark.parametrize("word", ["Alasannya", "Harapannya"])
def test_a_reason_behind_a_statement_is_its_source_s(word: str, languages: Mapping[str, Language]) -> None:
    text = f"Ratna Prawira meminta warga menjauhi tanggul. {word}, tidak ada lagi yang terluka."
    assert told(text, languages)[1:] == [("tidak ada lagi yang terluka", "Ratna Prawira")]


def test_a_reason_behind_no_statement_is_nobody_s(languages: Mapping[str, Language]) -> None:
    assert told("Jalan ke tanggul ditutup. Alasannya, airnya masih tinggi.", languages) == []


@pytest.mark.parametrize(
    "before",
    [
        "Sugeng Prakoso datang ke pasar. Laporan itu menyebut 14 gudang terbakar.",
        "Warga menolak pindah meski Ratna Prawira meminta warga menjauhi tanggul.",
    ],
)
def test_a_reason_that_may_be_another_s_is_nobody_s(before: str, languages: Mapping[str, Language]) -> None:
    assert len(told(f"{before} Alasannya, listrik sering padam.", languages)) == 1


def test_a_reason_that_is_cut_off(languages: Mapping[str, Language]) -> None:
    assert len(told("Ratna Prawira meminta warga menjauhi tanggul. Alasannya", languages)) == 1


@pytest.mark.parametrize(
    ("tail", "via"),
    [
        ("disadur kabartirta dari Reuters", ("Reuters",)),
        ("dikutip dari YouTube", ()),
        ("dikutip dari kanal YouTube Ratna Prawira, Rabu", ()),
        ("dikutip dari YouTube Kompas.com, Rabu", ("Kompas.com",)),
        ("dilansir Reuters dari tayangan langsung", ("Reuters",)),
        ("dikutip dari Instagram, Rabu", ()),
        ("dikutip kabartirta dari laman Kompas.com", ("Kompas.com",)),
        ("dikutip kabartirta dari kantor berita Reuters", ("Reuters",)),
        ("disadur redaksi dari Mei hingga Juni", ()),
    ],
)
def test_what_passes_it_on(tail: str, via: tuple[str, ...], languages: Mapping[str, Language]) -> None:
    assert [s.via for s in find(f"{SURUT} kata Ratna Prawira {tail}.", languages)] == [via]


def test_own_outlet_by_its_other_name(languages: Mapping[str, Language]) -> None:
    found = find(f"{SURUT} kata Ratna Prawira seperti dikutip detikcom.", languages, outlet="detik.com")
    assert [s.via for s in found] == [()]


def test_who_writes_under_a_handle(languages: Mapping[str, Language]) -> None:
    assert told(f"{SURUT} tulis @ratna.prawira.", languages) == [("Air sudah surut sejak subuh,", "@ratna.prawira")]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Pernyataan ini sejalan dengan keterangan Dinas Pasar, yang mengatakan bahwa gudang itu sudah kosong.", None),
        ("Penawaran tersebut biasanya mengklaim gudang itu sudah kosong.", None),
        (
            "Keputusan itu disambut, termasuk keberatan dari Polres Garut yang menilai gudang itu sudah kosong.",
            "Polres Garut",
        ),
        ("Pertama, Ratna Prawira mengatakan gudang itu sudah kosong.", "Ratna Prawira"),
        ("Per 3 Maret 2031, Ratna Prawira mengatakan gudang itu sudah kosong.", "Ratna Prawira"),
        ("Salah satu yang paling mendesak adalah gudang untuk beras.", None),
    ],
)
def test_a_sentence_s_rest_is_no_source(words: str, name: str | None, languages: Mapping[str, Language]) -> None:
    assert [who for _, who in told(words, languages)] == ([name] if name else [])


def test_a_predicate_behind_who_is_pointed_at_is_not_of_the_phrase(languages: Mapping[str, Language]) -> None:
    said = find(
        "“Air surut,” kata Ratna Prawira. Pelatih asal Kalimas itu cuma menyebut gudang itu sudah kosong.", languages
    )
    assert said[-1].speaker is not None and said[-1].speaker.text == "Pelatih asal Kalimas itu"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Dikutip dari Antara, Ratna Prawira mengatakan pada Senin (2/6/2031) gudang itu kosong.", "2031-06-02"),
        ("Mengutip Antara pada Senin (2/6/2031), Ratna Prawira mengatakan gudang itu kosong.", None),
    ],
)
def test_a_day_behind_the_cue_is_not_the_sources(
    words: str, day: str | None, languages: Mapping[str, Language]
) -> None:
    assert [s.said_on for s in find(words, languages)] == [day]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (
            "Menteri Pasar Ratna Prawira datang. “Gudang itu sudah kosong sejak lama,” jelas sang menteri.",
            "Ratna Prawira",
        ),
        (
            "Menteri Koordinator Pasar Ratna Prawira datang. “Gudang itu kosong sejak lama,” kata Menko.",
            "Ratna Prawira",
        ),
        # of two nobody is meant for sure
        (
            "Menteri Pasar Ratna Prawira dan Menteri Garam Sugeng Prakoso datang. “Gudang itu kosong,” jelas sang menteri.",
            "menteri",
        ),
        # a body whose name stands in the quotation has its person speak
        (
            f"{SURUT} kata Ratna Prawira dari PT Rengasindo. Rengasindo memastikan gudang itu kosong. "
            "“Rengasindo berterima kasih kepada warga,” pungkasnya.",
            "Ratna Prawira",
        ),
        # several who are one body
        (
            f"{SURUT} kata Ratna Prawira. Kelompok Rencong sudah meninggalkan desa itu kemarin. "
            "Mereka mengklaim desa itu sudah aman sekali.",
            "Rencong",
        ),
    ],
)
def test_who_an_office_or_a_body_stands_for(words: str, name: str, languages: Mapping[str, Language]) -> None:
    assert (told(words, languages)[-1][1] or "").endswith(name)


@pytest.mark.parametrize("word", ["bersama", "istri", "untuk", "ayah", "rekan", "termasuk", "kecuali", "milik"])
def test_a_word_before_a_name_that_is_no_cue_tells_nothing_of_who_spoke(
    word: str, languages: Mapping[str, Language]
) -> None:
    text = f"{SURUT} kata Sugeng Prakoso. Pasar itu ramai. “Pendapatan kami naik menjadi seratus ribu,” {word} Ratna Prawira."
    assert all(name != "Ratna Prawira" for _, name in told(text, languages))


def test_a_question_is_not_whose_answer_follows(languages: Mapping[str, Language]) -> None:
    asked = f"{SURUT} kata Ratna Prawira. “Ibu diam, artinya Ibu setuju?” “Saya tetap pada pendirian saya,” {{}} Ratna Prawira."
    assert len(told(asked.format("jawab"), languages)) == 2
    assert len(told(asked.format("lanjut"), languages)) == 3


@pytest.mark.parametrize("between", [" Hujan turun lagi di hilir. ", "\nHujan turun lagi di hilir.\n"])
def test_a_question_with_something_between_is_its_speakers(between: str, languages: Mapping[str, Language]) -> None:
    asked = f"{SURUT} kata Ratna Prawira. “Ibu diam, artinya Ibu setuju?”{between}“Saya tetap pada pendirian saya,” jawab Ratna Prawira."
    assert [name for _, name in told(asked, languages)] == ["Ratna Prawira"] * 3
