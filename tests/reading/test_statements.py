"""What is said, by whom, passed on by whom; and every row of the tables behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runut import codec, lang, pipeline
from runut.lang import Language, Row
from runut.model import Anchor, Article, Credits, Statement
from runut.reading import statements
from runut.text import view

LANGUAGES = {code: lang.load(code) for code in lang.codes()}


def find(text: str, languages: Mapping[str, Language]) -> tuple[Statement, ...]:
    """The statements of a text; each must stand in it to the character."""
    article = Article(id=codec.article_id("test", text), source="test", text=text, sha256=codec.sha256(text))
    reading = pipeline.read(
        pipeline.glance(article, languages), Anchor(day="2031-03-05", origin="user"), languages, only=("statements",)
    )
    for said in reading.statements:
        assert text[said.start : said.end] == said.text
        assert said.rule
        if said.speaker and said.speaker.text is not None:
            assert text[said.speaker.start : said.speaker.end] == said.speaker.text
        if said.cue is not None:
            assert text[said.cue_start : said.cue_end] == said.cue
    assert len({s.id for s in reading.statements}) == len(reading.statements)
    return reading.statements


def one(text: str, languages: Mapping[str, Language]) -> Statement:
    found = find(text, languages)
    assert len(found) == 1, [s.text for s in found]
    return found[0]


# --- forms ------------------------------------------------------------------------------------------------------------


def test_quotation_with_its_cue_after_it(languages: Mapping[str, Language]) -> None:
    said = one("“Air sudah surut sejak subuh,” kata Camat Tirtasari Ratna Prawira, Rabu (5/3/2031).", languages)
    assert (said.text, said.form, said.cue) == ("Air sudah surut sejak subuh,", "direct", "kata")
    assert said.speaker is not None and "Ratna Prawira" in (said.speaker.text or "")
    assert said.said_on == "2031-03-05"


def test_role_and_name_after_a_comma_are_one_speaker(languages: Mapping[str, Language]) -> None:
    said = one("“Air sudah surut,” ujar juru bicara Dinas Pengairan Tirtasari, Ratna Prawira, di lokasi.", languages)
    assert said.speaker is not None and (said.speaker.text or "").endswith("Ratna Prawira")


def test_quotation_after_its_cue(languages: Mapping[str, Language]) -> None:
    said = one("Ratna Prawira berujar, “Air sudah surut sejak subuh.”", languages)
    assert (said.text, said.form) == ("Air sudah surut sejak subuh.", "direct")
    assert said.speaker is not None and said.speaker.text == "Ratna Prawira"


def test_clause_after_a_verb_ends_before_the_full_stop(languages: Mapping[str, Language]) -> None:
    said = one("Ratna Prawira mengatakan bahwa air sudah surut sejak subuh.", languages)
    assert (said.text, said.form) == ("air sudah surut sejak subuh", "indirect")


def test_clause_around_a_cue_is_the_whole_sentence(languages: Mapping[str, Language]) -> None:
    text = "Ratna Prawira datang. Tanggul itu, kata Ratna, sudah lama retak."
    said = one(text, languages)
    assert said.text == "Tanggul itu, kata Ratna, sudah lama retak"


def test_clause_before_its_cue(languages: Mapping[str, Language]) -> None:
    said = one("Tanggul itu sudah lama retak, kata Ratna Prawira.", languages)
    assert said.text == "Tanggul itu sudah lama retak"


def test_a_time_before_a_count_does_not_hide_its_source(languages: Mapping[str, Language]) -> None:
    for opening in ("Hingga Jumat pagi, ", "Sampai sore, ", "Kemarin, ", ""):
        said = one(f"{opening}19 orang masih hilang, menurut polisi.", languages)
        assert said.text.endswith("19 orang masih hilang")
        assert said.speaker is not None
        assert said.speaker.name == "polisi"


def test_clause_before_a_verb_with_its_subject(languages: Mapping[str, Language]) -> None:
    said = one("Tanggul itu sudah lama retak, Dinas Pengairan mengatakan pada hari Rabu.", languages)
    assert said.text == "Tanggul itu sudah lama retak"


def test_menurut_opens_a_clause(languages: Mapping[str, Language]) -> None:
    said = one("Menurut Ratna Prawira, tanggul itu sudah lama retak.", languages)
    assert (said.text, said.rule) == ("tanggul itu sudah lama retak", "menurut")


def test_fragment_called_by_a_quoted_word_is_partial(languages: Mapping[str, Language]) -> None:
    said = one("Ratna Prawira menyebut tanggul itu sebagai “bom waktu”.", languages)
    assert (said.text, said.form) == ("bom waktu", "partial")


def test_two_cues_are_two_statements(languages: Mapping[str, Language]) -> None:
    found = find("Ratna Prawira mengatakan air sudah surut seraya menambahkan bahwa tanggul masih dijaga.", languages)
    assert [s.text for s in found] == ["air sudah surut", "tanggul masih dijaga"]
    assert {s.speaker.name for s in found if s.speaker} == {found[0].speaker.name if found[0].speaker else None}


def test_count_that_is_reported(languages: Mapping[str, Language]) -> None:
    said = one("Dinas Pengairan mencatat 14 rumah terendam.", languages)
    assert said.text == "14 rumah terendam"


def test_request_is_a_statement(languages: Mapping[str, Language]) -> None:
    said = one("Ratna Prawira meminta warga untuk menjauhi tanggul.", languages)
    assert said.text == "warga untuk menjauhi tanggul"


def test_who_is_asked_belongs_to_the_request(languages: Mapping[str, Language]) -> None:
    said = one("Ratna Prawira mengimbau kepada warga untuk menjauhi tanggul.", languages)
    assert said.text == "warga untuk menjauhi tanggul"


def test_what_something_is_called(languages: Mapping[str, Language]) -> None:
    said = one("Ratna Prawira menyebut tanggul itu sebagai warisan kakeknya.", languages)
    assert (said.text, said.form) == ("tanggul itu sebagai warisan kakeknya", "indirect")


def test_sentence_that_the_next_one_points_back_to(languages: Mapping[str, Language]) -> None:
    said = one("Tanggul itu sudah lama retak. Hal itu disampaikan Ratna Prawira.", languages)
    assert said.text == "Tanggul itu sudah lama retak"
    assert said.speaker is not None and said.speaker.text == "Ratna Prawira"


@pytest.mark.parametrize(
    "text",
    [
        "Sebelas orang dilaporkan hilang sejak banjir itu.",
        "Ratna Prawira mengecam keputusan itu.",
        "Ratna Prawira menolak mengatakan siapa yang menjaga tanggul.",
        "Ratna Prawira menjelaskan kronologi banjir yang merendam 14 rumah.",
        "Ratna Prawira menyampaikan terima kasih kepada warga yang sudah menolong.",
        "Polisi mengungkap dua kasus pencurian dan menahan tiga orang.",
        "Papan itu bertuliskan “Awas Air”.",
    ],
)
def test_what_is_no_statement(text: str, languages: Mapping[str, Language]) -> None:
    assert find(text, languages) == ()


def test_denial_is_negated_and_doubt_hedged(languages: Mapping[str, Language]) -> None:
    denied = one("Ratna Prawira membantah tanggul itu sudah lama retak.", languages)
    assert denied.negated and not denied.hedged
    assert one("Ratna Prawira mengatakan tanggul itu diduga sudah lama retak.", languages).hedged


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Dinas Pengairan, yang bersikeras bahwa tanggul itu masih kuat, menutup jalan.", "tanggul itu masih kuat"),
        ("Ratna Prawira menegur Sugeng dan memintanya untuk menjaga tanggul itu.", "untuk menjaga tanggul itu"),
        ("Ratna Prawira terdengar mengatakan tanggul itu sudah lama retak.", "tanggul itu sudah lama retak"),
        ("Menurut Ratna Prawira tanggul itu sudah lama retak.", "tanggul itu sudah lama retak"),
        ("Data Dinas Pengairan menunjukkan tanggul itu sudah lama retak.", "tanggul itu sudah lama retak"),
        (
            "Ratna Prawira menjelaskan tanggul yang retaknya ditutup menahan air.",
            "tanggul yang retaknya ditutup menahan air",
        ),
        ("Di kantor camat, Tirtasari, Rabu, Ratna Prawira menegaskan tanggul itu retak.", "tanggul itu retak"),
    ],
)
def test_where_a_clause_begins_and_ends(text: str, content: str, languages: Mapping[str, Language]) -> None:
    assert one(text, languages).text == content


def test_what_a_sentence_says_of_the_one_before(languages: Mapping[str, Language]) -> None:
    said = one("Tanggul itu sudah lama retak. Demikian klaim Dinas Pengairan.", languages)
    assert said.text == "Tanggul itu sudah lama retak"
    assert said.speaker is not None and said.speaker.text == "Dinas Pengairan"


def test_two_statements_around_a_quoted_word(languages: Mapping[str, Language]) -> None:
    text = "Ratna Prawira menyebut tanggul itu “bom waktu” sambil menegaskan bahwa warga harus pulang."
    found = find(text, languages)
    assert [s.text for s in found] == ["bom waktu", "warga harus pulang"]
    assert {s.speaker.name for s in found if s.speaker} == {"Ratna Prawira"}


def test_quotation_whose_opening_mark_is_lost(languages: Mapping[str, Language]) -> None:
    said = one("Warga pulang. Air sudah surut sejak subuh,” kata Ratna Prawira.", languages)
    assert (said.text, said.form) == ("Air sudah surut sejak subuh,", "direct")


def test_a_text_without_full_stops_costs_no_more_than_another(languages: Mapping[str, Language]) -> None:
    find("mengatakan " * 5000, languages)
    find("“Tanggul retak,” kata Ratna, " * 1500, languages)


MARKS = '“”"'
SAID = st.sampled_from(
    [
        "Ratna Prawira mengatakan tanggul itu retak. ",
        "“Air sudah surut,” kata Ratna Prawira. ",
        "“Tanggul masih kami jaga sampai besok.” ",
        "Menurut Dinas Pengairan, ",
        "warga sudah pulang, ",
        "kata dia. ",
        "“Air bah ",
        "sambil menegaskan bahwa ",
        "Ia meminta warga ",
        "untuk menjauh. ",
        '"Kami lari," ujarnya. ',
        "\nBaca juga: Tanggul Tirtasari Retak\n",
        "\nADVERTISEMENT\n",
        "\n",
        "Demikian klaim Sugeng. ",
        "dilansir Reuters. ",
    ]
)


@settings(deadline=None)
@given(st.lists(SAID, max_size=12).map("".join))
def test_a_statement_holds_both_marks_of_a_quotation_or_none_and_never_crosses_furniture(text: str) -> None:
    article = Article(id="a", source="a", text=text, sha256="")
    first = pipeline.glance(article, LANGUAGES)
    reading = pipeline.read(first, Anchor(), LANGUAGES, only=("statements",))
    for said in reading.statements:
        for quotation in reading.quotations:
            marks = [quotation.start, quotation.end - 1] if text[quotation.end - 1] in MARKS else []
            inside = [said.start <= mark < said.end for mark in marks]
            assert all(inside) or not any(inside), (said.text, text[quotation.start : quotation.end])
        assert not any(said.start < f.end and f.start < said.end for f in reading.furniture), said.text


# --- speakers and relayers --------------------------------------------------------------------------------------------

INTRO = "Camat Tirtasari Ratna Prawira mengatakan air sudah surut sejak subuh. "


@pytest.mark.parametrize("who", ["kata dia", "ujarnya", "tambahnya", "kata Ratna"])
def test_pronoun_is_who_spoke_last(who: str, languages: Mapping[str, Language]) -> None:
    found = find(f"{INTRO}“Tanggul masih kami jaga,” {who}.", languages)
    assert [s.speaker.name for s in found if s.speaker] == ["Ratna Prawira", "Ratna Prawira"]


def test_pronoun_without_anyone_before_it_has_no_name(languages: Mapping[str, Language]) -> None:
    said = one("“Tanggul masih kami jaga,” katanya.", languages)
    assert said.speaker is None or said.speaker.name is None


def test_quotation_that_goes_on_has_no_mention_but_a_name(languages: Mapping[str, Language]) -> None:
    found = find(
        "“Air sudah surut sejak subuh,” kata Ratna Prawira. “Tanggul masih kami jaga sampai besok.”", languages
    )
    assert found[1].rule == "continued-quotation" and found[1].cue is None and found[1].via == ()
    assert found[1].speaker is not None and (found[1].speaker.text, found[1].speaker.name) == (None, "Ratna Prawira")


def test_quiet_subject_does_not_take_the_word(languages: Mapping[str, Language]) -> None:
    text = (
        "“Air sudah surut sejak subuh,” kata Ratna Prawira. Sugeng Prakoso tinggal di tepi kali. "
        "“Rumahnya paling parah terendam,” katanya."
    )
    assert [s.speaker.name for s in find(text, languages) if s.speaker] == ["Ratna Prawira"] * 2


def test_speaker_before_a_verb_after_the_quotation(languages: Mapping[str, Language]) -> None:
    said = one("“Air sudah surut sejak subuh,” surat kabar Suara Tirtasari melaporkan.", languages)
    assert said.speaker is not None and said.speaker.text == "surat kabar Suara Tirtasari"


def test_who_is_cited_said_it(languages: Mapping[str, Language]) -> None:
    said = one("Reuters melaporkan, mengutip Dinas Pengairan, tanggul itu sudah lama retak.", languages)
    assert said.text == "tanggul itu sudah lama retak" and said.via == ("Reuters",)
    assert said.speaker is not None and said.speaker.text == "Dinas Pengairan"


def test_relative_of_someone_is_someone_else(languages: Mapping[str, Language]) -> None:
    text = "Ratna Prawira menjaga tanggul. “Air sudah surut sejak subuh,” kata istri Sugeng Prakoso."
    said = one(text, languages)
    assert said.speaker is not None and said.speaker.name == "istri Sugeng Prakoso" and said.speaker.entity is None


def test_unnamed_speaker_is_described(languages: Mapping[str, Language]) -> None:
    said = one("Seorang warga yang tidak mau disebut namanya mengatakan tanggul itu sudah lama retak.", languages)
    assert said.speaker is not None and said.speaker.name == "warga yang tidak mau disebut namanya"


def test_what_someone_is_asked_to_say_is_part_of_the_request(languages: Mapping[str, Language]) -> None:
    said = one("Ratna Prawira meminta Dinas Pengairan melaporkan tanggul yang retak.", languages)
    assert said.text == "Dinas Pengairan melaporkan tanggul yang retak" and said.via == ()


def test_quotation_of_nobody_is_left_out(languages: Mapping[str, Language]) -> None:
    assert find("“Air bah datang tengah malam dan kami lari.”", languages) == ()


def test_what_is_nested_is_told_by_the_inner_source(languages: Mapping[str, Language]) -> None:
    said = one("Ratna Prawira mengatakan Dinas Pengairan mencatat 14 rumah terendam.", languages)
    assert said.text == "14 rumah terendam"
    assert said.speaker is not None and said.speaker.text == "Dinas Pengairan"
    assert said.via == ("Ratna Prawira",)


def test_informant_is_the_speaker(languages: Mapping[str, Language]) -> None:
    said = one("Sugeng Prakoso mendapat informasi dari warga sekitar tanggul, air sudah mulai naik.", languages)
    assert said.speaker is not None and said.speaker.text == "warga sekitar tanggul"
    assert said.via == ("Sugeng Prakoso",)


@pytest.mark.parametrize("via", ["kepada Reuters", "seperti dikutip dari Reuters", "dilansir Reuters"])
def test_medium_that_passes_it_on(via: str, languages: Mapping[str, Language]) -> None:
    assert one(f"“Air sudah surut sejak subuh,” kata Ratna Prawira {via}.", languages).via == ("Reuters",)


@pytest.mark.parametrize("tail", ["kepada wartawan", "kepada para tetangga", "lewat akun X", "seperti dilansir"])
def test_no_medium_no_relayer(tail: str, languages: Mapping[str, Language]) -> None:
    assert one(f"“Air sudah surut sejak subuh,” kata Ratna Prawira {tail}.", languages).via == ()


def test_own_outlet_is_no_relayer(languages: Mapping[str, Language]) -> None:
    text = "“Air sudah surut sejak subuh,” kata Ratna Prawira kepada Reuters."
    article = Article(id="a", source="a", text=text, sha256="", outlet="reuters.com")
    reading = pipeline.read(pipeline.glance(article, languages), Anchor(), languages, only=("statements",))
    assert [s.via for s in reading.statements] == [()]


@pytest.mark.parametrize(
    "via", ["seperti dilansir Reuters dan Antara", "menurut kantor berita Antara", "dikutip dari kabartirta.id"]
)
def test_media_in_a_row_and_by_their_address(via: str, languages: Mapping[str, Language]) -> None:
    said = one(f"“Air sudah surut sejak subuh,” kata Ratna Prawira {via}.", languages)
    wanted = {"Reuters dan Antara": ("Reuters", "Antara"), "berita Antara": ("Antara",), "tirta.id": ("kabartirta.id",)}
    assert said.via == next(names for ending, names in wanted.items() if via.endswith(ending))


def test_medium_alone_is_the_speaker(languages: Mapping[str, Language]) -> None:
    said = one("Dilansir Reuters, tanggul itu sudah lama retak.", languages)
    assert said.speaker is not None and said.speaker.text == "Reuters" and said.via == ()


def test_order_and_repetition_do_not_matter(languages: Mapping[str, Language]) -> None:
    text = f"{INTRO}“Tanggul masih kami jaga,” kata dia. Menurutnya, warga sudah pulang."
    assert find(text, languages) == find(text, languages)


# --- the tables -------------------------------------------------------------------------------------------------------


def step(text: str, language: Language) -> tuple[Statement, ...]:
    """The step alone, without names and dates."""
    article = Article(id=codec.article_id("test", text), source="test", text=text, sha256=codec.sha256(text))
    return statements.find(article, view(text, language), Credits(), (), (), language)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "Ratna menyebut gudang itu kosong, sedangkan Dewi menyebut gudang itu penuh.",
            [("gudang itu kosong", "Ratna"), ("gudang itu penuh", "Dewi")],
        ),
        (
            "Menurut Ratna, gudang itu sudah kosong, namun Dewi mengatakan gudang itu masih penuh.",
            [("gudang itu sudah kosong", "Ratna"), ("gudang itu masih penuh", "Dewi")],
        ),
        (
            "Ratna menyebut gudang itu kosong, tetapi menurut Dewi, gudang itu masih penuh.",
            [("gudang itu kosong", "Ratna"), ("gudang itu masih penuh", "Dewi")],
        ),
        # one source who goes on, and a turn after which nobody speaks
        (
            "Ratna menyebut gudang itu kosong, sedangkan rumah di sampingnya penuh.",
            [("gudang itu kosong, sedangkan rumah di sampingnya penuh", "Ratna")],
        ),
        (
            "Ratna menyebut gudang itu kosong, sementara Ratna menyebut rumahnya penuh.",
            [("gudang itu kosong, sementara Ratna menyebut rumahnya penuh", "Ratna")],
        ),
    ],
)
def test_after_a_turn_another_source_has_a_say(
    words: str, told: list[tuple[str, str]], languages: Mapping[str, Language]
) -> None:
    found = find(words, languages)
    assert [(s.text, s.speaker.text if s.speaker else None) for s in found] == told


def speakers(found: tuple[Statement, ...]) -> list[str | None]:
    return [s.speaker.text for s in found if s.speaker]


def check(table: str, wrong: Callable[[Row, Language], bool], language: Language) -> None:
    """Every row of a table does what its example says."""
    rows = language.table(table)
    assert rows
    assert [f"{r['example']} | {r.get('counter', '')}" for r in rows if wrong(r, language)] == []


def test_cues(indonesian: Language) -> None:
    def wrong(row: Row, language: Language) -> bool:
        fired = [s.cue.lower() for s in step(row["example"], language) if s.cue]
        silent = [s.cue.lower() for s in step(row["counter"], language) if s.cue]
        return not any(row["cue"] in cue for cue in fired) or any(row["cue"] in cue.split() for cue in silent)

    check("cues", wrong, indonesian)


def test_leads(indonesian: Language) -> None:
    check("leads", lambda row, language: speakers(step(row["example"], language)) != ["Ratna"], indonesian)


def test_pronouns(indonesian: Language) -> None:
    def wrong(row: Row, language: Language) -> bool:
        (said,) = step(row["example"], language)
        return said.speaker is not None and (said.speaker.text, said.speaker.name) != (row["pronoun"], None)

    check("pronouns", wrong, indonesian)


def test_hedges(indonesian: Language) -> None:
    def wrong(row: Row, language: Language) -> bool:
        return not any(s.hedged for s in step(row["example"], language)) or any(
            s.hedged for s in step(row["counter"], language)
        )

    check("hedges", wrong, indonesian)


def test_speaker_heads(indonesian: Language) -> None:
    def wrong(row: Row, language: Language) -> bool:
        (said,) = step(row["example"], language)
        return said.speaker is None or not (said.speaker.text or "").startswith(row["head"])

    check("speaker_heads", wrong, indonesian)


def test_relayers(indonesian: Language) -> None:
    def wrong(row: Row, language: Language) -> bool:
        (told,), (not_told,) = step(row["example"], language), step(row["counter"], language)
        return len(told.via) != 1 or bool(not_told.via)

    check("relayers", wrong, indonesian)


def test_office_synonyms(indonesian: Language) -> None:
    def wrong(row: Row, language: Language) -> bool:
        return [s.speaker.name for s in find(row["example"], {"id": language}) if s.speaker] != ["Ratna Prawira"]

    check("office_synonyms", wrong, indonesian)


def test_predicates(indonesian: Language) -> None:
    check("predicates", lambda row, language: len(step(row["example"], language)) != 1, indonesian)


def test_not_verbs(indonesian: Language) -> None:
    check("not_verbs", lambda row, language: step(row["example"], language) != (), indonesian)


def test_speech_words(indonesian: Language) -> None:
    def wrong(row: Row, language: Language) -> bool:
        found = step(row["example"], language)
        if row["use"] in (
            "blocker",
            "thing",
            "conditional",
            "holding",
            "holding-next",
            "listing",
            "after-noun",
            "chaining",
            "gift",
            "going-on",
            "reported",
            "one-noun",
            "before-verb",
        ):
            return found != ()
        if row["use"] == "motive":
            return [s.rule for s in found][1:] != [f"given-for:{row['word']}"]
        if row["use"] == "platform":
            return [s.via for s in found] != [()]
        if row["use"] in ("place", "adding"):
            return [s.speaker.name for s in found if s.speaker] != ["Ratna", "Ratna"]
        if row["use"] == "attitude":
            told = find(row["example"], {"id": language})
            return told[-1].speaker is None or told[-1].speaker.name != "Sugeng Prakoso"
        if row["use"] == "institution":
            said = find(row["example"], {"id": language})
            return [s.speaker.name for s in said if s.speaker] != ["Polda Metro Jaya"] * 2
        if row["use"] == "agent":
            said = find(row["example"].replace("\\n", "\n"), {"id": language})
            return [s.speaker.name for s in said if s.speaker] != ["Sugeng Prawira", "Ratna Lestari"]
        if row["use"] == "being":
            return [s.speaker.name for s in find(row["example"], {"id": language}) if s.speaker] != ["Ratna"]
        if row["use"] == "group":
            return [s.speaker.name is None for s in found if s.speaker] != [False]
        if row["use"] == "document":
            return [s.speaker.name for s in found if s.speaker][::2] != ["Ratna", "Ratna"]
        if row["use"] == "elder":
            return [s.speaker.name for s in find(row["example"], {"id": language}) if s.speaker] != [
                "Dewi",
                "Sugeng Prakoso",
            ]
        if row["use"] == "bystander":
            said = find(row["example"], {"id": language})
            return [s.speaker.name for s in said if s.speaker] != ["Ratna Lestari", f"{row['word']} itu"]
        if row["use"] == "relational":
            return [s.speaker.name for s in found if s.speaker][1:] == ["Ratna"]
        if row["use"] == "turn":
            return speakers(found) != ["Ratna", "Dewi"]
        if row["use"] in ("joiner", "strong"):
            return len(found) != 2
        if row["use"] in ("adverb", "aside", "giving", "manner", "opener", "boundary", "occasion", "relaying"):
            return speakers(found) != ["Ratna"]
        return len(found) != 1 or found[0].speaker is None

    check("speech_words", wrong, indonesian)


def test_speech_patterns(indonesian: Language) -> None:
    def wrong(row: Row, language: Language) -> bool:
        pattern = re.compile(row["pattern"])
        return not pattern.search(row["example"]) or bool(pattern.search(row["counter"]))

    check("speech_patterns", wrong, indonesian)


def test_words_of_speech_patterns_stand_in_what_they_find(indonesian: Language) -> None:
    def wrong(row: Row, language: Language) -> bool:
        found = re.search(row["pattern"], row["example"])
        words = set(row["words"].split(","))
        return bool(row["words"]) and (found is None or words.isdisjoint(found[0].lower().replace(",", " ").split()))

    check("speech_patterns", wrong, indonesian)


@pytest.mark.parametrize("passed", ["dikutip Rabu", "seperti dikutip Suara Kalimas, Rabu (5/3)", "dilansir Reuters"])
def test_who_passed_it_on_may_stand_between_the_source_and_the_clause(
    passed: str, languages: Mapping[str, Language]
) -> None:
    said = one(f"Menurut Camat Ratna Prawira, {passed}, air sudah surut sejak subuh.", languages)
    assert said.text == "air sudah surut sejak subuh"
    assert said.speaker is not None and "Ratna Prawira" in (said.speaker.text or "")


def test_a_number_in_words_makes_a_clause_without_a_verb(languages: Mapping[str, Language]) -> None:
    assert one("Ratna Prawira menyebut jumlah korban tiga orang.", languages).text == "jumlah korban tiga orang"
    assert not find("Ratna Prawira menyebut isi gudang di tepi sungai.", languages)
    assert not find("Ratna Prawira menyebut satu nama di depan warga.", languages)


def test_menurut_behind_a_quotation_needs_a_comma(languages: Mapping[str, Language]) -> None:
    """`“…,” menurut X` is X's; a title is nobody's, and `Menurut X, …` opens what comes next."""
    told = find("“Gudang itu sudah lama kosong,” menurut Ratna Prawira.", languages)
    assert [s.speaker.name for s in told if s.speaker] == ["Ratna Prawira"]
    assert not find("Lagu “Langit Biru di Timur” menurut Ratna Prawira laris di pasaran.", languages)
    words = "“Gudang itu sudah kosong,” kata Wira Danuarta. “Pintunya terbuka lebar.” Menurut Ratna Prawira, ada suara."
    assert "after-quote:menurut" not in [s.rule for s in find(words, languages)]
