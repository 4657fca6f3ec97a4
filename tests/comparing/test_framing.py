"""Framing: what things are called, in whose voice, and words that only look like a wording."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import SimpleNamespace

import pytest

from runut import lang, pipeline
from runut.comparing import entities, framing
from runut.comparing.contrasts import small_words
from runut.comparing.epithets import Epithet, find_epithets
from runut.comparing.storywords import Words
from runut.comparing.terms import Use, find_terms
from runut.comparing.valuations import JUDGED, PEOPLE, find_valuations
from runut.comparing.verbforms import find_verb_forms
from runut.comparing.wordings import Wording, find_features, find_wordings, make_lexicon
from runut.comparing.wordlines import WordLine
from runut.lang import Language
from runut.model import Anchor, Article, Framing, Mention, Name, Reading
from runut.text import view

ID = lang.load("id")
Gather = Callable[..., tuple[Framing, ...]]


def plain(text: str, *names: Name) -> Reading:
    """A reading with nothing found but sentences, quotations and the names that are given."""
    seen = view(text, ID)
    article = Article(id="a", source="a", text=text, sha256="")
    first = pipeline.glance(article, {"id": ID})
    return Reading(
        article=article,
        language="id",
        anchor=Anchor(),
        furniture=(),
        credits=first.credits,
        sentences=seen.find_sentences(),
        quotations=seen.find_quotations(),
        names=names,
        dates=(),
        statements=(),
        figures=(),
        events=(),
    )


def name(text: str, surface: str, type_: str) -> Name:
    start = text.index(surface)
    mention = Mention(start=start, end=start + len(surface), text=surface, rule="test")
    return Name(id=surface, type=type_, name=surface, mentions=(mention,))


@pytest.fixture(scope="module")
def gather(languages: Mapping[str, Language], indonesian: Language) -> Gather:
    def gathered(*texts: str) -> tuple[Framing, ...]:
        readings = []
        for n, text in enumerate(texts):
            article = Article(id=f"a{n}", source=f"a{n}", text=text, sha256="", published="2031-03-06")
            readings.append(pipeline.read(pipeline.glance(article, languages), Anchor(), languages))
        found = framing.gather(tuple(readings), entities.join(tuple(readings), indonesian), indonesian)
        for use in (u for f in found for t in f.terms for u in t.uses):
            assert 0 < use.end - use.start <= 80
        return found

    return gathered


def lines(reading: Reading) -> tuple[WordLine, ...]:
    return Words([reading], ID).lines[0]


def terms_of(reading: Reading) -> tuple[Use, ...]:
    return find_terms(reading, lines(reading), ID)


def epithets_of(reading: Reading) -> tuple[Epithet, ...]:
    return find_epithets(reading, lines(reading), ID)


def wordings(text: str, *names: Name) -> list[str]:
    return [use.term for use in terms_of(plain(text, *names))]


def valued(text: str) -> list[tuple[str, str]]:
    return [(use.target, use.term) for use in find_valuations(lines(plain(text)), ID)]


def test_of_two_values_of_one_stretch_the_longer_comes_first_in_every_run() -> None:
    """A set gave them in whatever order, and so an account's `rule` changed from run to run."""
    found = find_valuations(lines(plain("Panen itu sangat-sangat luar biasa bagi warga.")), ID)
    assert [use.rule for use in found] == ["valued:luar biasa", "valued:biasa"]


def forms(*texts: str, title: str) -> list[list[str]]:
    readings = [plain(text) for text in texts]
    titled = [replace(r, article=replace(r.article, title=title, id=f"a{n}")) for n, r in enumerate(readings)]
    return [[use.term for use in uses] for uses in find_verb_forms(titled, Words(titled, ID), ID)]


def told(found: tuple[Framing, ...]) -> set[tuple[str, str, str]]:
    return {(f.target, t.term, t.voice) for f in found for t in f.terms}


@pytest.mark.parametrize("row", [r for r in ID.table("framing_terms") if not r["need"]], ids=lambda row: row["term"])
def test_every_term_is_found(row: Mapping[str, str]) -> None:
    assert row["term"] in wordings(row["example"])


@pytest.mark.parametrize("row", [r for r in ID.table("framing_terms") if r["need"]], ids=lambda row: row["term"])
def test_a_term_that_needs_its_tail_is_nothing_without(row: Mapping[str, str]) -> None:
    assert row["term"] not in wordings(row["example"])


@pytest.mark.parametrize("row", [r for r in ID.table("framing_terms") if r["counter"]], ids=lambda row: row["term"])
def test_terms_in_another_sense(row: Mapping[str, str]) -> None:
    assert row["term"] not in wordings(row["counter"])


@pytest.mark.parametrize("row", ID.table("framing_values"), ids=lambda row: row["word"])
def test_every_value_word_values_a_noun(row: Mapping[str, str]) -> None:
    noun = "keadaan" if row["kind"] == "quality" else "pelaut"
    target = noun if row["kind"] == "quality" else PEOPLE
    assert (target, f"{noun} {row['word']}") in valued(row["example"])


@pytest.mark.parametrize("row", ID.table("framing_degrees"), ids=lambda row: row["word"])
def test_every_degree_belongs_to_its_value_word(row: Mapping[str, str]) -> None:
    assert any(target == JUDGED and term.startswith(f"{row['word']} ") for target, term in valued(row["example"]))


@pytest.mark.parametrize("row", ID.table("framing_leads"), ids=lambda row: row["words"])
def test_every_lead_leads_to_a_wording(row: Mapping[str, str]) -> None:
    told = [term for target, term in valued(row["example"]) if target == row["target"]]
    assert any(
        row["example"].endswith(f"{term}.") and term.startswith(row["words"]) == (row["use"] == "kept") for term in told
    )


@pytest.mark.parametrize("row", ID.table("framing_light"), ids=lambda row: row["word"])
def test_small_words_around_deeds(row: Mapping[str, str]) -> None:
    other = "Petugas menutup pasar itu, dan pasar yang ditutup itu sepi. Penutupan itu mendadak."
    one, _ = forms(row["example"], other, title=f"Pasar Ditutup, Kata {row['word'].capitalize()} Jadi Pembicaraan")
    if row["kind"] == "light":
        assert one == []
    else:
        [form] = one
        assert form.startswith(row["word"] if row["kind"] == "denial" else f"tidak {row['word']}")


@pytest.mark.parametrize("row", ID.table("framing_faint"), ids=lambda row: row["target"])
def test_every_faint_target_is_one(row: Mapping[str, str]) -> None:
    reading = plain(row["example"])
    assert row["target"] in {use.target for use in (*terms_of(reading), *find_valuations(lines(reading), ID))}


@pytest.mark.parametrize("row", ID.table("framing_manners"), ids=lambda row: row["words"])
def test_every_manner_joins_its_term(row: Mapping[str, str]) -> None:
    assert any(term.endswith(f" {row['words']}") for term in wordings(row["example"]))


@pytest.mark.parametrize("row", ID.table("framing_copulas"), ids=lambda row: row["words"])
def test_every_copula_leads_to_an_epithet(row: Mapping[str, str]) -> None:
    text = row["example"]
    [found] = epithets_of(plain(text, name(text, "Rendra", "PER")))
    assert found.of == "Rendra"
    assert text.endswith(f" {text[found.start : found.end]}.")


@pytest.mark.parametrize("row", ID.table("framing_stops"), ids=lambda row: row["word"])
def test_every_stop_ends_an_epithet(row: Mapping[str, str]) -> None:
    text = row["example"]
    [found] = epithets_of(plain(text, name(text, "Rendra", "PER")))
    assert text[found.start : found.end] == "pelaut yang jujur"


def test_whose_forces_they_are_belongs_to_the_wording() -> None:
    text = "Tentara Kalimantara menembaki menara, lalu pasukan Kalimantara pergi."
    both = Name(
        id="k",
        type="GPE",
        name="Kalimantara",
        mentions=tuple(
            Mention(start=at, end=at + 11, text="Kalimantara", rule="test") for at in (8, text.index("Kalimantara", 20))
        ),
    )
    assert wordings(text, both) == ["tentara Kalimantara", "pasukan Kalimantara"]


def test_nouns_after_a_term_tell_its_kind() -> None:
    assert wordings("Mereka menolak sengketa batas kebun di bukit.") == ["sengketa", "sengketa batas kebun"]
    assert wordings("Mereka menunggu program pemulihan hutan bakau di pantai.") == ["program pemulihan hutan bakau"]
    assert wordings("Aksi unjuk rasa besar-besaran itu bubar.") == [
        "aksi unjuk rasa",
        "aksi unjuk rasa besar-besaran",
        "unjuk rasa",
    ]
    assert wordings("Sengketanya berlanjut, dan sengketa membesar.") == ["sengketa"]


def test_the_office_that_was_held_is_a_wording() -> None:
    text = "Ia pernah bertemu mantan penguasa Kalimantara."
    assert wordings(text, name(text, "Kalimantara", "GPE")) == [
        "mantan penguasa",
        "mantan penguasa Kalimantara",
        "penguasa Kalimantara",
    ]


def test_how_long_a_war_is_belongs_to_its_name() -> None:
    assert wordings("Mereka mengenang perang 12 hari itu.") == ["perang", "perang 12 hari"]
    assert wordings("Mereka mengenang perang 12 menara itu.") == ["perang"]


def test_a_place_tells_which_incident_it_was() -> None:
    text = "Ia teringat kejadian di Warukali."
    assert wordings(text, name(text, "Warukali", "GPE")) == ["kejadian", "kejadian di Warukali"]


def test_what_is_valued_may_come_before_yang() -> None:
    assert valued("Regu itu melewati medan yang cukup ekstrem di lereng.") == [
        ("medan", "medan yang cukup ekstrem"),
        (JUDGED, "cukup ekstrem"),
    ]
    assert valued("Ia menemui tokoh partai terkemuka di pelabuhan.") == [(PEOPLE, "tokoh partai terkemuka")]


def test_a_verb_is_not_valued() -> None:
    assert valued("Penjaga itu bekerja keras.") == []


def test_a_cause_ends_where_another_clause_begins() -> None:
    assert valued("Kapal itu karam akibat gelombang pasang dan angin kencang yang datang tiba-tiba.") == [
        ("penyebab", "gelombang pasang dan angin kencang")
    ]
    assert valued("Perahu itu dihantam ombak besar dan terbalik.") == [("penyebab", "ombak besar")]
    assert valued("Perahu itu karam akibat ombak setinggi 2,5 meter.") == [("penyebab", "ombak setinggi 2,5 meter")]


def test_the_central_deed_in_its_forms() -> None:
    found = forms(
        "Wali kota mencabut izin kios. Pencabutan itu mendadak.",
        "Izin kios dicabut, kata pedagang. Kios lama tidak ikut dicabut.",
        title="Izin Kios Dicabut",
    )
    assert found == [["mencabut", "pencabutan"], ["dicabut", "tidak ikut dicabut"]]


def test_a_deed_that_no_headline_names_is_not_central() -> None:
    texts = ("Wali kota mencabut izin kios. Pencabutan itu mendadak.", "Izin kios dicabut. Izin lain dicabut.")
    assert forms(*texts, title="Pedagang Kios Resah") == [[], []]


def test_a_noun_alone_is_no_deed() -> None:
    texts = ("Perizinan kios diatur, izin kios habis.", "Izin kios lama habis, perizinan baru berlaku.")
    assert forms(*texts, title="Izin Kios Habis") == [[], []]


def test_what_somebody_is_called_stands_for_that_person(gather: Gather) -> None:
    found = gather("Rendra Wijaya tiba di Warukali. Rendra Wijaya dikenal sebagai pelaut yang jujur.")
    (term,) = (term for framing_ in found for term in framing_.terms if term.term == "pelaut yang jujur")
    assert term.rule == "called:dikenal sebagai"


def test_part_of_a_name_is_no_wording() -> None:
    text = "Garda Revolusi Kalimantara membantah laporan itu."
    assert wordings(text, name(text, "Garda Revolusi Kalimantara", "ORG")) == []
    assert wordings("Mereka menyebutnya revolusi.") == ["revolusi"]


def test_a_doubled_noun_is_its_plural() -> None:
    assert wordings("Jenazah-jenazah itu dibawa ke kota.") == ["jenazah"]


def test_quoted_attributed_and_own_words_are_told_apart(gather: Gather) -> None:
    found = told(
        gather(
            "Para demonstran berkumpul di Alun-alun Warukali sejak pagi. "
            "“Para perusuh itu harus pulang,” kata Wali Kota Sari Wulandari. "
            "Wali Kota mengatakan bahwa bandit ada di antara mereka. Polisi menjaga “teroris” itu."
        )
    )
    people = "massa dan pelaku di lapangan"
    assert (people, "demonstran", "outlet") in found
    assert (people, "perusuh", "speaker") in found
    assert (people, "bandit", "speaker") in found
    assert (people, "teroris", "speaker") in found


def test_a_quotation_is_a_whole_epithet() -> None:
    text = "Warga menyebut Rendra sebagai “simbol kesabaran, keteguhan, dan kerja keras” pelabuhan."
    [found] = epithets_of(plain(text, name(text, "Rendra", "PER")))
    assert text[found.start : found.end] == "simbol kesabaran, keteguhan, dan kerja keras"


def test_a_long_clause_is_no_epithet() -> None:
    text = "Rendra dikenal sebagai pelaut yang pernah berlayar sendirian melewati tujuh selat dalam satu musim hujan."
    assert epithets_of(plain(text, name(text, "Rendra", "PER"))) == ()


def test_an_epithet_needs_somebody() -> None:
    assert epithets_of(plain("Hal itu merupakan bagian dari rencana.")) == ()


def test_scare_quotes_are_short_and_inside_a_sentence() -> None:
    text = "Gedung itu disebut bukan “rumah singgah” melainkan penjara. “Kami tidak tahu.”"
    [found] = epithets_of(plain(text))
    assert (found.of, text[found.start : found.end]) == (None, "rumah singgah")


def test_an_apposition_says_what_somebody_is() -> None:
    text = "Rendra, sahabat karib nakhoda, tiba. Rendra, kata warga, sehat. Rendra, menurut warga desa, jarang pulang."
    starts = [at for at in range(len(text)) if text.startswith("Rendra", at)]
    mentions = tuple(Mention(start=at, end=at + 6, text="Rendra", rule="test") for at in starts)
    rendra = Name(id="r", type="PER", name="Rendra", mentions=mentions)
    assert [text[e.start : e.end] for e in epithets_of(plain(text, rendra))] == ["sahabat karib nakhoda"]
    once = replace(rendra, mentions=mentions[:1])
    assert epithets_of(plain(text, once)) == ()


def runs(text: str, *names: Name) -> set[tuple[str, str]]:
    readings = [plain(text, *names)]
    return set(find_wordings(readings, [[]], Words(readings, ID), ID))


@pytest.mark.parametrize("row", ID.table("framing_grammar"), ids=lambda row: row["word"])
def test_no_wording_ends_with_grammar(row: Mapping[str, str]) -> None:
    found = {term for term, _ in runs(row["example"])}
    assert "runtuhnya jembatan" in found
    assert not any(term.split()[-1] == row["word"] for term in found)
    opened = {term for term, _ in runs(f"Kata mereka {row['word']} bijaksana.")}
    assert (f"{row['word']} bijaksana" in opened) == bool(row["opens"])


def test_every_run_of_words_is_a_wording_in_its_voice() -> None:
    found = runs("Warga menolak pemagaran “kebun angker” itu. Ratna menolak pemagaran, lalu pulang.")
    assert {("menolak pemagaran", "outlet"), ("kebun angker", "speaker"), ("pemagaran", "outlet")} <= found
    assert not {("pemagaran lalu", "outlet"), ("pemagaran, lalu pulang", "outlet")} & found


def test_names_and_numbers_alone_are_no_wordings() -> None:
    text = "Rendra menerima 12 perahu dari KUD."
    found = {term for term, _ in runs(text, name(text, "Rendra", "PER"), name(text, "KUD", "ORG"))}
    assert "rendra" not in found
    assert not any(term[0].isdigit() for term in found)


def test_every_weight_is_of_a_feature_that_can_be_seen() -> None:
    for row in ID.table("framing_weights"):
        assert row["feature"].partition(":")[0] in SLOTS
        assert abs(float(row["weight"])) < 10
        assert int(row["seen"]) >= 20


SLOTS = {
    *(
        "bias",
        "size",
        "one",
        "first",
        "last",
        "middle",
        "pair",
        "digits",
        "voices",
        "headline",
        "often",
        "carried",
        "word",
    ),
    *("uses", "reports", "depth", "listed", "step", "target", "left", "right", "names", "bound"),
}


def test_what_is_seen_of_a_word() -> None:
    words, lexicon = Words([plain("Warga menolak.")], ID), ID.derive(make_lexicon)
    assert set(find_features(("first", "menganiaya"), words, lexicon)) >= {"first: meN –", "first: event ASSAULT"}
    assert find_features(("left", "tidak"), words, lexicon) == ("left: grammar", "left: tidak")
    assert find_features(("right", ""), words, lexicon) == ("right: edge",)
    assert find_features(("pair", "menolak", "pemagaran"), words, lexicon) == ("pair: meN peN",)


TOLD = (
    "Polisi membubarkan pengunjuk rasa di Warukali. Perusuh melempari toko, dan kerusuhan meluas ke pasar. "
    "“Pembubaran itu brutal dan membabi buta,” kata Ratna Sari. Warga menyebut insiden itu tragedi. "
    "Menurut Kapolres Bima Wardana, aparat bertindak tegas terhadap provokator yang merusak kios."
)


def test_of_pieces_of_one_wording_one_is_told(gather: Gather) -> None:
    told_runs = [(term.split(), voice) for _, term, voice in told(gather(TOLD, TOLD.replace("Warukali", "Sirih")))]
    assert told_runs
    for one, voice in told_runs:
        for other, its in told_runs:
            if voice == its and 2 <= len(one) < len(other):
                assert other[: len(one)] != one
            if voice == its and 3 <= len(one) < len(other):
                assert other[-len(one) :] != one


def test_the_most_telling_comes_first_whatever_the_order(gather: Gather) -> None:
    texts = (TOLD, TOLD.replace("Polisi", "Aparat"), TOLD.replace("insiden", "peristiwa"))
    first = gather(*texts)
    assert {(t.term, t.voice) for f in first for t in f.terms} == {
        (t.term, t.voice) for f in gather(*reversed(texts)) for t in f.terms
    }
    assert {t.rule for f in first for t in f.terms} >= {"contrast:menuduh", "contrast:netral", "weighed"}


def test_no_more_wordings_than_the_reports_bear(gather: Gather) -> None:
    text = " ".join(row["example"] for row in ID.table("framing_terms"))
    assert sum(len(f.terms) for f in gather(text)) <= framing.MOST
    short = "Longsor menutup jalan desa. Longsor itu belum dibersihkan."
    assert sum(len(f.terms) for f in gather(short)) <= len(short.split()) // framing.WORDS_FOR_ONE


def test_a_report_in_another_language_has_no_wordings() -> None:
    reading = replace(plain(TOLD), language="en")
    assert framing.gather((reading,), (), ID) == ()


def test_a_run_of_small_words_and_numbers_names_nothing() -> None:
    told = [("tak 135cc", "outlet"), ("di 5G", "outlet"), ("di gudang", "outlet")]
    wordings = {key: SimpleNamespace(found=[]) for key in told}
    weighed = SimpleNamespace(wordings=wordings, words=Words([], ID))
    by_target = framing._by_target(told, weighed, ID)  # type: ignore[arg-type]
    assert [key for keys in by_target.values() for key in keys] == told[2:]


@pytest.mark.parametrize("row", ID.table("framing_headings"), ids=lambda row: row["term"])
def test_every_heading_takes_the_wordings_of_its_term(row: Mapping[str, str]) -> None:
    (term,) = (r for r in ID.table("framing_terms") if r["term"] == row["term"])
    assert term["target"] != row["heading"]
    found = framing.find_weighed((plain(term["example"]),), (), ID)
    key = row["term"], "outlet"
    use = (0, Use(term["target"], row["term"], 0, len(row["term"]), f"term:{row['term']}"))
    unfound = [] if " " in row["term"] else [Wording()]  # a run that no step found goes by its first word
    for wording in (*unfound, Wording(found=[use])):
        assert framing._by_target([key], replace(found, wordings={key: wording}), ID) == {row["heading"]: [key]}


def test_a_frame_of_reference_is_no_victim(gather: Gather) -> None:
    told = gather(
        "Kerangka acuan itu dibahas bupati di balai kota. Kerangka hukum perjanjian itu belum siap, kata bupati, dan "
        "bentuk kerja sama serta rasa syukur warga kota kecil itu akan dibahas lagi oleh dewan pada hari Senin pagi."
    )
    targets = {f.target for f in told}
    assert not targets & {"korban meninggal", "tuduhan dan penilaian", "klaim dan tuduhan"}
    assert any(t.term.startswith("kerangka") for f in told for t in f.terms)


def test_what_turns_a_term_into_something_else_keeps_it_from_its_heading() -> None:
    reading = plain("Truk hilang kendali, tiga nelayan hilang, sebuah kapal hilang arah.")
    weighed = framing.find_weighed((reading,), (), ID)
    keys = [(term, "outlet") for term in ("hilang", "hilang kendali", "hilang arah")]
    unfound = replace(weighed, wordings={key: Wording() for key in keys})
    homes = framing._by_target(keys, unfound, ID)
    assert homes == {"korban yang dicari": [keys[0], keys[2]], framing.OTHER: [keys[1]]}


@pytest.mark.parametrize(
    "row",
    [r for r in ID.table("wording_grammar") if r["kind"] in ("counted", "pointer", "nominal")],
    ids=lambda r: str(r["word"]),
)
def test_what_shows_a_noun_lets_it_head_a_list(row: Mapping[str, str]) -> None:
    weighed = framing.find_weighed((plain(row["example"]),), (), ID)
    noun = "nelayan" if row["kind"] != "nominal" else row["example"].split()[3]
    small = small_words(ID)
    less = {kind: words - {row["word"]} for kind, words in small.items()}
    assert framing._is_heading(noun, weighed, small)
    assert not framing._is_heading(noun, weighed, less)
