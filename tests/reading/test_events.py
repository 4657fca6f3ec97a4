"""Events: which clauses tell a main happening, of what type, by whom, and what only seems to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

import pytest

from runut import lang, pipeline
from runut.lang import Language
from runut.model import Anchor, Article, Credits, Event
from runut.reading import events
from runut.reading.events.choosing import LEAST_OF_UNLISTED, MOST, choose, read_weights, weigh
from runut.reading.events.lexicon import make_lexicon, read_lexicon
from runut.text import view

ID = lang.load("id")
# A flood, so that help and harm have an occasion.
FLOOD = "Banjir melanda Desa Warukali."

Read = Callable[[str], tuple[Event, ...]]


@pytest.fixture(scope="module")
def read(languages: Mapping[str, Language]) -> Read:
    def read_text(text: str) -> tuple[Event, ...]:
        article = Article(id="a", source="a", text=text, sha256="", published="2031-03-06")
        first = pipeline.glance(article, languages)
        found = pipeline.read(first, Anchor(day="2031-03-06", origin="metadata"), languages, ["events"]).events
        for event in found:
            assert text[event.start : event.end] == event.text
            for party in (event.actor, event.recipient):
                assert party is None or text[party.start : party.end] == party.text
        return found

    return read_text


def only(found: tuple[Event, ...], word: str) -> Event:
    [event] = [e for e in found if e.rule.split(":", 1)[1] == word]
    return event


def find(text: str) -> tuple[Event, ...]:
    """The events of a text without names and dates: quick, for the rows of the tables."""
    article = Article(id="a", source="a", text=text, sha256="")
    return events.find(article, view(text, ID), Credits(), (), (), (), ID)


def candidates(text: str) -> list[Event]:
    """All that a text without names and dates tells, main or not."""
    article = Article(id="a", source="a", text=text, sha256="")
    return [c.event for c in events.find_candidates(article, view(text, ID), (), (), (), ID)]


@pytest.mark.parametrize("row", ID.table("event_words"), ids=lambda row: row["word"])
def test_every_word_tells_its_event(row: Mapping[str, str]) -> None:
    found = candidates(f"{FLOOD} {row['example']}")
    if row["type"] == "NONE":
        assert [e.rule for e in found if not e.rule.startswith("plain:")] == ["active:melanda"]
        return
    event = next((e for e in found if e.rule == f"{row['frame']}:{row['word']}"), None)
    assert event is not None, [e.rule for e in found]
    assert ("ASSAULT" if row["type"] == "ASSAULT" else event.type) == {
        **dict.fromkeys(("HARM", "LOSS", "LOST", "MISSING", "INCIDENT", "FALL"), "DISASTER"),
        "KILLING": "CRIME",
        "BLAST": "ACCIDENT",
        "BRIBE": "CRIME",
        "CAMPAIGN": "COERCE",
        **dict.fromkeys(("FIND", "NOTICE", "SCENE"), "AID"),
        "BODY": "DISASTER",
        **dict.fromkeys(("ORDER", "DECIDE"), "SANCTION"),
    }.get(row["type"], row["type"])
    assert event.status == "happened"


@pytest.mark.parametrize("row", [r for r in ID.table("event_words") if r["counter"]], ids=lambda row: row["word"])
def test_words_with_another_sense(row: Mapping[str, str]) -> None:
    found = [(e.rule, e.type) for e in find(f"{FLOOD} {row['counter']}")]
    assert (f"{row['frame']}:{row['word']}", row["type"]) not in found


# Small words whose work shows in no one place: without the row its example is read otherwise.
SILENT = (
    "elsewhere",
    "against-whom",
    "guilt",
    "matter",
    "undergoing",
    "about",
    "by-way",
    "defining",
    "money",
    "office",
    "relief",
    "statute",
    "way",
    "example",
    "decree",
    "off",
    "over",
    "able",
    "against",
    "carrying",
    "charged",
    "complement",
    "confirming",
    "limit",
    "limited",
    "mere",
    "achieved",
    "ahead",
    "aim",
    "averted",
    "awaited",
    "counting",
    "described",
    "evidence",
    "foul",
    "bribery",
    "result",
    "showing",
    "weapon",
    "lapse",
    "addressed",
    "aimed",
    "amid",
    "animal",
    "armed",
    "aside",
    "bare-verb",
    "asked",
    "attack",
    "before-head",
    "by",
    "corpse",
    "death",
    "doer",
    "clock",
    "fire",
    "fronting",
    "match",
    "market",
    "nature",
    "tree",
    "pest",
    "robber",
    "culprit",
    "hour",
    "ends-mention",
    "endured",
    "force",
    "glued",
    "illness",
    "joining",
    "law",
    "likewise",
    "next",
    "no-by",
    "no-clause",
    "no-denial",
    "no-owner",
    "pairing",
    "placing",
    "pointed",
    "pointer",
    "private",
    "public",
    "relative",
    "search",
    "sudden",
    "arson",
    "at-once",
    "bomb",
    "dangling",
    "describing",
    "enduring",
    "exercise",
    "forecast",
    "front",
    "listing",
    "more",
    "no-party",
    "numbering",
    "on",
    "paired",
    "penalty",
    "predicating",
    "reported",
    "ruling",
    "setting",
    "since",
    "terror",
    "than",
    "victim",
    "taken",
    "that",
    "time",
    "to",
    "up-to",
    "when",
    "with",
    "among",
    "because",
    "blaming",
    "charge",
    "denying",
    "false",
    "homemade",
    "later",
    "manner",
    "moving",
    "passed",
    "promising",
    "rumour",
    "true",
    "visitor",
    "court",
    "filed-with",
    "measuring",
    "including",
    "known",
    "same",
    "besides",
    "member",
    "outlaw",
)

# Kinds that say what is only somebody's claim: see test_event_claims.
OF_CLAIMS = ("claiming", "stating", "established", "responsible", "responsible-for", "charging")

# Kinds that say whether a day is an event's: their examples are read in a report of June 2025, and have a later day.
OF_DAYS = ("deadline", "before-day", "done", "ahead-of")


@cache
def without(word: str, kind: str) -> Language:
    """The language without a small word of a kind, and without others of the kind whose examples do not have it, nor its own them."""
    left = {row["word"]: row["example"].lower() for row in ID.table("event_markers") if row["kind"] == kind}
    while word in left:
        gone: list[str] = []
        for other, example in left.items():
            if all(one not in example and other not in left[one] for one in gone):
                gone.append(other)
        left = {other: example for other, example in left.items() if other not in gone}
    return _less(frozenset(gone), kind)


@cache
def _less(gone: frozenset[str], kind: str) -> Language:
    whole = ID.derive(read_lexicon)
    rows = [row for by in (whole.rows, whole.phrases, whole.bare) for of in by.values() for row in of]
    less = {k: words - gone if k == kind else words for k, words in whole.markers.items()}
    return Language("id", ID.tables, {read_lexicon: make_lexicon(rows, less)})


@pytest.mark.parametrize(
    "row",
    [row for row in ID.table("event_markers") if row["kind"] in SILENT],
    ids=lambda row: f"{row['kind']}-{row['word']}",
)
def test_without_a_small_word_its_example_is_read_otherwise(
    row: Mapping[str, str], languages: Mapping[str, Language]
) -> None:
    def read_by(language: Language) -> list[object]:
        article = Article(id="a", source="a", text=row["example"], sha256="")
        named = pipeline.read(
            pipeline.glance(article, languages), Anchor(day=None, origin=None), languages, ["names"]
        ).names
        found = events.find(article, view(article.text, ID), Credits(), named, (), (), language)
        return [(e.text, e.type, e.status, e.actor, e.recipient, e.place) for e in found]

    assert read_by(ID) != read_by(without(row["word"], row["kind"]))


@pytest.mark.parametrize(
    "row",
    [row for row in ID.table("event_markers") if row["kind"] not in (*SILENT, *OF_DAYS, *OF_CLAIMS, "idle", "still")],
    ids=lambda row: f"{row['kind']}-{row['word']}",
)
def test_every_marker_works(row: Mapping[str, str], read: Read) -> None:
    if row["kind"] in ("inside", "toward", "placed"):
        assert [e.place for e in read(row["example"])] == ["Garut"]
        return
    if row["kind"] in ("year-word", "numbered", "year-of"):
        assert [e.date for e in read(row["example"])] == [None]
        return
    if row["kind"] == "suffering":
        assert [e.rule.partition(":")[0] for e in candidates(row["example"])] == ["active", "plain"]
        return
    if row["kind"] in ("happening", "ongoing"):
        assert len(find(f"{FLOOD} {row['example']}")) == 2
        return
    if row["kind"] in ("auxiliary", "unlike-verb"):
        [event] = find(row["example"])
        assert event.actor and event.actor.text == (
            "Polisi" if row["kind"] == "auxiliary" else f"Kawanan {row['word']}"
        )
        return
    if row["kind"] == "preposition":
        assert [e.recipient.text for e in find(row["example"]) if e.recipient] == ["pencuri"]
        return
    if row["kind"] == "day":
        assert [e.place for e in find(row["example"])] == ["Pasar Warukali"]
        return
    if row["kind"] in ("opening", "adverb"):
        assert [e.text for e in find(row["example"])] == ["polisi menangkap dua orang"]
        return
    if row["kind"] == "filler":
        assert [e.rule for e in find(row["example"])] == ["active:melakukan penangkapan"]
        return
    if row["kind"] == "agent":
        [event] = find(row["example"])
        assert event.actor and event.actor.text == row["word"]
        return
    if row["kind"].startswith("light"):
        assert any(row["word"] in e.rule for e in find(f"{FLOOD} {row['example']}"))
        return
    found = find(row["example"])
    if row["kind"] in ("rescue", "stop"):
        assert [e.type for e in found] == [{"rescue": "AID", "stop": "RETREAT"}[row["kind"]]]
        return
    if row["kind"] in ("unreal", "purpose"):
        assert not found
    elif row["kind"] in ("boundary", "boundary-after-comma", "speech", "source", "teller", "teller-after-comma"):
        assert found
        assert row["word"] not in " ".join(e.text.lower() for e in found).split()
    else:
        assert {e.status for e in found} == {row["kind"]}


def test_an_event_in_a_long_quotation_is_alleged_and_in_a_scare_quote_is_not(read: Read) -> None:
    quoted = read("“Mereka menyerang gudang kami pada malam hari,” kata Rendra Sasmita.")
    assert [e.status for e in quoted] == ["alleged"]
    scare = read("Kelompok itu menyerang “gudang rahasia” di tepi sungai.")
    assert [e.status for e in scare] == ["happened"]


def test_what_is_ordered_gives_the_type(read: Read) -> None:
    assert read("Gubernur memerintahkan dinas menutup tambang di hulu.")[0].type == "SANCTION"
    assert read("Presiden memerintahkan pasukannya untuk menembak mati perusuh.")[0].type == "COERCE"
    assert read("Gubernur memerintahkan kepala desa membaca laporan.")[0].type == "REQUEST"


def test_mobilising_for_relief_is_aid(read: Read) -> None:
    relief = read(f"{FLOOD} Polisi mengerahkan dua regu untuk mempercepat evakuasi warga.")
    assert relief[-1].type == "AID"
    assert read("Polisi mengerahkan dua regu ke perbatasan.")[0].type == "MOBILIZE"


def test_a_death_takes_its_type_from_what_is_told_around_it(read: Read) -> None:
    assert only(read("Kecelakaan terjadi di tikungan. Dua sopir tewas."), "tewas").type == "ACCIDENT"
    assert only(read("Dua penjaga tewas dalam serangan di gudang."), "tewas").type == "ASSAULT"
    assert [e.type for e in read("Dua penjaga meninggal dunia karena sakit.")] == ["ACCIDENT"]
    assert read("Dua penjaga tewas di rumah masing-masing.") == ()
    assert read("Dua penjaga terluka di rumah masing-masing.") == ()
    assert read("Keluarga peziarah yang meninggal dunia ada di balai desa.") == ()


def test_loss_needs_a_harm_that_the_report_is_about(read: Read) -> None:
    assert [e.type for e in read(f"{FLOOD} Dua jembatan rusak.")] == ["DISASTER", "DISASTER"]
    assert read("Dua jembatan rusak.") == ()


def test_whoever_is_missing_was_in_a_disaster_or_an_accident(read: Read) -> None:
    brawl = "Dua buruh memukul penjaga. Penjaga itu menendang buruh. Polisi menembak seorang buruh."
    assert only(read(f"{FLOOD} {brawl} Lima nelayan hilang di muara."), "hilang").type == "DISASTER"
    assert all(e.rule != "state:hilang" for e in read(f"{brawl} Lima nelayan hilang di muara."))


def test_a_verb_of_many_senses_tells_nothing_without_the_word_that_it_wants(read: Read) -> None:
    assert read("Pabrik itu memproduksi kain tenun di balai desa.") == ()
    assert [e.type for e in read("Orang itu memproduksi sabu di gudang.")] == ["CRIME"]


def test_a_fine_is_a_sanction_and_prison_coerces(read: Read) -> None:
    assert [e.type for e in read("Kepala gudang dihukum membayar uang pengganti dua juta rupiah.")] == ["SANCTION"]
    assert [e.type for e in read("Kepala gudang dijatuhi hukuman enam tahun penjara.")] == ["COERCE"]
    assert [e.type for e in read("Kepala gudang menjalani hukuman di penjara itu.")] == ["COERCE"]
    assert [e.type for e in read("Kepala gudang dihukum gantung di ibu kota.")] == ["COERCE"]


def test_the_harder_of_two_verbs_gives_the_type(read: Read) -> None:
    assert [e.type for e in read("Pasukan itu mengepung dan menyerang gudang.")] == ["ASSAULT"]


def test_help_without_harm_is_none(read: Read) -> None:
    assert read("Rendra menemukan pekerjaan baru di kota.") == ()


def test_a_deed_that_is_condemned_is_told_beside_the_condemnation(read: Read) -> None:
    found = read("Menteri mengutuk serangan yang menewaskan dua penjaga di pelabuhan.")
    assert [(e.type, e.text.split()[0]) for e in found] == [("ACCUSE", "Menteri"), ("ASSAULT", "serangan")]


def test_two_passive_clauses_are_two_events(read: Read) -> None:
    found = read("Ratusan orang ditahan dan tiga gudang dibakar selama malam itu.")
    assert [e.text for e in found] == ["Ratusan orang ditahan", "tiga gudang dibakar selama malam itu"]


def test_a_pair_of_verbs_is_one_clause(read: Read) -> None:
    [event] = read("Pasukan itu mengepung dan menyerang gudang di tepi sungai.")
    assert event.text == "Pasukan itu mengepung dan menyerang gudang di tepi sungai"


def test_a_subject_with_commas_stays_whole(read: Read) -> None:
    [event] = read("Dua gudang, termasuk gudang beras, diserbu oleh kelompok bersenjata.")
    assert event.text == "Dua gudang, termasuk gudang beras, diserbu oleh kelompok bersenjata"
    assert event.actor and event.actor.text == "kelompok bersenjata"
    assert event.recipient and event.recipient.text == "Dua gudang, termasuk gudang beras"


def test_who_did_what_to_whom(read: Read) -> None:
    [event] = read("Pagi itu, Polres Warukali telah menangkap tiga penyelundup di pelabuhan.")
    assert event.actor and event.actor.text == "Polres Warukali"
    assert event.recipient and event.recipient.text == "tiga penyelundup"
    [passive] = read("Tiga penyelundup sudah ditangkap oleh polisi di pelabuhan.")
    assert passive.actor and passive.actor.text == "polisi"
    assert passive.recipient and passive.recipient.text == "Tiga penyelundup"


def test_a_clause_without_a_subject_carries_on_the_one_before(read: Read) -> None:
    first, second = read("Polres Warukali menangkap tiga penyelundup, lalu menggeledah gudang di pelabuhan.")
    assert first.actor and second.actor and second.actor.text == first.actor.text == "Polres Warukali"
    _, hit = read("Kecelakaan: Rendra meninggal dunia setelah menabrak pagar di tikungan.")
    assert hit.actor and hit.actor.text == "Rendra"


def test_a_subject_ends_before_its_own_verbs(read: Read) -> None:
    [event] = read("Warga yang tergabung dalam paguyuban pasar menolak pasar baru.")
    assert event.actor and event.actor.text == "Warga"


def test_whoever_follows_a_passive_is_its_actor_only_if_one_who_acts(read: Read) -> None:
    [event] = read("Tiga penyelundup ditangkap polisi di pelabuhan.")
    assert event.actor and event.actor.text == "polisi"
    [event] = read("Kepala gudang didakwa mencuri beras.")
    assert event.actor is None and event.recipient and event.recipient.text == "Kepala gudang"


def test_light_verbs_take_the_type_of_their_noun(read: Read) -> None:
    [event] = read("Polres Warukali melakukan penggeledahan di dua gudang.")
    assert (event.type, event.rule) == ("COERCE", "active:melakukan penggeledahan")
    assert event.actor and event.actor.text == "Polres Warukali"
    assert read("Bupati melakukan perjalanan ke hulu.") == ()


def test_a_passive_is_derived_from_its_active_verb(read: Read) -> None:
    for active, passive in (
        ("menggusur", "digusur"),
        ("menilang", "ditilang"),
        ("mengepung", "dikepung"),
        ("memaksa", "dipaksa"),
    ):
        assert any(passive == e.rule.split(":")[1] for e in read(f"Pedagang {passive} pergi dari pasar itu.")), active


def test_a_happening_named_in_passing_needs_a_place_or_a_day(read: Read) -> None:
    [placed] = read("Bupati berduka. Hal itu terkait bentrokan di pasar Warukali.")[1:]
    assert placed.text == "bentrokan di pasar Warukali"
    assert [e.type for e in read("Bupati berduka. Hal itu terkait bentrokan lama.")] == ["SUPPORT"]
    assert [e.type for e in read("Bupati berduka. Ada potensi bentrokan di pasar Warukali.")] == ["SUPPORT"]


def test_a_happening_goes_on(read: Read) -> None:
    found = read(f"{FLOOD} Lima nelayan masih dalam pencarian.")
    assert found[-1].text == "Lima nelayan masih dalam pencarian"


def test_a_source_is_no_part_of_what_it_says(read: Read) -> None:
    for text in (
        "Menurut kepala desa, Rendra Sasmita, polisi menangkap dua orang di pasar.",
        "Dikutip dari Kabar Warukali, Rabu (5/3/2031), polisi menangkap dua orang di pasar.",
        "Polisi menangkap dua orang di pasar, kata kepala desa.",
        "Kepala desa mengatakan polisi menangkap dua orang di pasar.",
    ):
        assert [e.text.lower() for e in read(text)] == ["polisi menangkap dua orang di pasar"], text


def test_what_follows_a_conjunction_and_tells_nothing_stays(read: Read) -> None:
    [event] = read("Dua truk terguling saat dalam perjalanan ke hulu.")
    assert event.text == "Dua truk terguling saat dalam perjalanan ke hulu"


def test_a_clause_in_front_ends_at_its_comma(read: Read) -> None:
    first, second = read("Setelah polisi menangkap dua orang, warga menyerbu kantor desa.")
    assert (first.text, second.text) == ("polisi menangkap dua orang", "warga menyerbu kantor desa")


@pytest.mark.parametrize(
    "front",
    [
        "Tak lama setelah gudang itu terbakar",
        "Sepekan berselang setelah gudang itu terbakar",
        "Dua jam usai gudang itu terbakar",
    ],
)
def test_a_clause_in_front_ends_at_its_comma_behind_a_time_that_has_passed(front: str, read: Read) -> None:
    fire, arrest = read(f"{front}, polisi menangkap dua orang.")
    assert (fire.text, fire.type) == ("gudang itu terbakar", "ACCIDENT")
    assert (arrest.text, arrest.type) == ("polisi menangkap dua orang", "COERCE")


def test_what_is_done_otherwise_instead_has_not_happened(read: Read) -> None:
    (suit,) = read("Alih-alih memenuhi panggilan polisi, Rendra menggugat bupati.")
    assert (suit.text, suit.type) == ("Rendra menggugat bupati", "ACCUSE")


def test_not_only_denies_nothing(read: Read) -> None:
    assert read("Polisi tak hanya menangkap dua orang.")[0].status == "happened"


def test_a_noun_that_is_to_come_is_planned(read: Read) -> None:
    assert read("Pemeriksaan akan dilakukan di kantor polisi.")[0].status == "planned"


def test_a_word_in_the_name_of_an_organisation_tells_nothing(read: Read) -> None:
    assert read("Rapat Komisi Pemberantasan Korupsi di Warukali penting.") == ()


def test_help_for_those_in_need_and_other_finds(read: Read) -> None:
    assert [e.type for e in read("Dua jenazah ditemukan di hulu.")] == ["AID"]
    assert read("Burung itu hanya ditemukan di hulu.") == ()


def test_a_rescue_called_off_is_aid_and_an_attack_called_off_a_retreat(read: Read) -> None:
    assert [e.type for e in read(f"{FLOOD} Regu itu menghentikan pencarian pada sore hari.")][-1] == "AID"
    assert [e.type for e in read("Kedua kelompok menghentikan serangan di hulu.")] == ["RETREAT"]


def test_where_it_happened(read: Read) -> None:
    [event] = read("Dua truk terguling di tanjakan Warukali, Kabupaten Selawar, Rabu (5/3/2031).")
    assert event.place == "tanjakan Warukali, Kabupaten Selawar"
    [event] = read("Polisi menangkap tiga penyelundup di pelabuhan.")
    assert event.place is None


def test_the_parties_of_nouns_and_states(read: Read) -> None:
    [event] = read("Dua penjaga tewas dalam serangan Wirasakti di pelabuhan.")
    assert event.recipient and event.recipient.text == "Dua penjaga"
    [event] = read("Penangkapan terhadap tiga penyelundup dilakukan oleh polisi pada pagi hari.")
    assert event.actor and event.actor.text == "polisi"
    assert event.recipient and event.recipient.text == "tiga penyelundup"
    [event] = read("Kepala desa bertemu dengan ketua pedagang di balai kota.")
    assert event.recipient and event.recipient.text == "ketua pedagang"
    [event] = read("Bupati menyerahkan santunan kepada keluarga korban.")
    assert event.recipient and event.recipient.text == "keluarga korban"
    [event] = read("Gubernur meminta pengelola menutup tambang di hulu.")
    assert event.recipient and event.recipient.text == "pengelola"
    [event] = read("Tiga penyelundup ditangkap di pelabuhan oleh polisi.")
    assert event.actor and event.actor.text == "polisi"


def test_a_date_in_the_clause_is_its_day(read: Read) -> None:
    [event] = read("Polisi menangkap tiga penyelundup pada Rabu (5/3/2031).")
    assert event.date == "2031-03-05"
    [undated] = read("Polisi menangkap tiga penyelundup di pelabuhan.")
    assert undated.date is None


def test_statements_are_no_events(read: Read) -> None:
    assert read("Rendra mengatakan jembatan itu bagus. Sari menambahkan warga senang.") == ()


def test_no_more_than_the_main_events_and_the_first_of_them(read: Read) -> None:
    text = " ".join(f"Polisi menangkap {n} orang di kampung {n}." for n in range(3, 30))
    found = read(text)
    assert 0 < len(found) <= MOST
    assert found[0].start == 0


def test_the_same_for_an_empty_text(read: Read) -> None:
    assert read("") == ()


def test_a_noun_and_a_bare_verb_are_derived_from_an_active_verb(read: Read) -> None:
    [event] = read("Penggeledahan gudang itu dilakukan pada pagi hari.")
    assert (event.type, event.rule) == ("COERCE", "noun:penggeledahan")
    [event] = read("Dua pencuri kami ringkus di pasar.")
    assert (event.type, event.rule) == ("COERCE", "active:ringkus")
    assert event.actor and event.actor.text == "kami"
    assert event.recipient and event.recipient.text == "Dua pencuri"
    assert read("Ringkus berarti menangkap dalam kamus.")[0].rule != "active:ringkus"


def test_a_lost_space_hides_no_verb(read: Read) -> None:
    [event] = read("Dua pencuri diringkusoleh warga di pasar.")
    assert event.type == "COERCE"
    [event] = read("Bupati Rendra Sasmitameresmikan balai desa itu.")
    assert (event.type, event.rule) == ("CONSULT", "active:meresmikan")
    assert read("Ruangan itu berpendingin udara.") == ()


def test_a_verb_without_a_row_tells_what_the_article_is_about() -> None:
    deluge = f"{FLOOD} Banjir menerjang dua rumah. Tiga rumah tertimbun longsor. Jembatan hanyut."
    event = only(candidates(f"{deluge} Bongkahan besar menggelinding ke lembah."), "menggelinding")
    assert (event.rule, event.type) == ("plain:menggelinding", "DISASTER")
    assert [e.rule for e in candidates("Bongkahan besar menggelinding ke lembah.")] == []
    assert "plain:menyukai" not in [e.rule for e in candidates(f"{deluge} Ratna menyukai warna biru.")]


def test_a_verb_without_a_row_is_typed_by_the_words_beside_it() -> None:
    event = only(candidates("Erupsi itu menggemparkan warga di lereng."), "erupsi")
    assert (event.rule, event.type, event.text) == (
        "subject:erupsi",
        "DISASTER",
        "Erupsi itu menggemparkan warga di lereng",
    )
    event = only(
        candidates("Kebakaran melanda gudang. Regu itu menghabiskan dua jam untuk memadamkan api."), "menghabiskan"
    )
    assert (event.rule, event.type) == ("open:menghabiskan", "AID")


def test_a_verb_without_a_row_is_told_only_where_it_weighs_much() -> None:
    deluge = "Banjir melanda desa. Banjir menerjang dua rumah. Tiga rumah hanyut."
    by = {e.rule: e for e in candidates(f"{deluge} Korban menyukai warna biru.")}
    weak = LEAST_OF_UNLISTED - 0.1
    told = choose([(weak, by["plain:menyukai"]), (weak, by["active:melanda"])])
    assert [e.rule for e in told] == ["active:melanda"]


def test_a_verb_without_a_row_tells_nothing_where_one_word_alone_tells_an_event() -> None:
    assert [e.rule for e in candidates("Polisi menangkap dua orang. Ratna menyukai warna biru.")] == [
        "active:menangkap"
    ]


def test_the_verb_of_a_clause_stands_after_its_descriptions() -> None:
    deluge = "Banjir melanda desa. Banjir menerjang dua rumah. Tiga rumah hanyut."
    found = candidates(f"{deluge} Pasar malam yang biasanya diramaikan pedagang kini dipindahkan korban ke balai desa.")
    assert found[-1].rule == "plain:dipindahkan"


def test_whoever_is_found_dead_was_searched_for_or_harmed() -> None:
    dead = "Seorang nelayan ditemukan tewas di muara."
    assert [e.type for e in candidates(dead)] == ["ACCIDENT"]
    assert next(e.type for e in candidates(f"{dead} Polisi menyita narkoba dan menduga pembunuhan.")) == "CRIME"
    assert only(candidates(f"Keluarganya menyebut kanker. {dead}"), "ditemukan tewas").type == "ACCIDENT"
    assert only(candidates(f"Dua nelayan hilang di muara. {dead}"), "ditemukan tewas").type == "AID"
    assert only(candidates(f"Orang bertopeng membunuh dua penjaga. {dead}"), "ditemukan tewas").type == "CRIME"


def test_who_or_what_is_found_again_in_a_report_of_a_crime_is_no_crime_but_a_body_is() -> None:
    theft = "Orang bertopeng mencuri mobil kepala desa dan membunuh seorang penjaga."
    assert only(candidates(f"{theft} Mobil itu ditemukan di hulu."), "ditemukan").type == "AID"
    assert only(candidates(f"{theft} Jasad penjaga itu ditemukan di hulu."), "ditemukan").type == "CRIME"


def test_what_is_found_after_a_killing_is_no_help() -> None:
    killing = "Pedagang itu dibunuh di rumahnya."
    assert only(candidates(f"{killing} Pisau itu ditemukan di hulu."), "ditemukan").type == "CRIME"
    dead = "Seorang pedagang ditemukan tewas dengan luka tusuk. Polisi mencari pelaku."
    assert [e.type for e in candidates(dead)] == ["CRIME", "COERCE"]


def test_a_comma_within_a_number_ends_no_mention() -> None:
    [event] = candidates("Gempa bermagnitudo 4,8 di Pulau Warukali.")
    assert event.text == "Gempa bermagnitudo 4,8 di Pulau Warukali"


def test_a_number_after_a_comma_begins_a_second_clause() -> None:
    found = candidates("Tiga pencuri telah ditahan, dua lainnya diperiksa hari ini.")
    assert [e.text for e in found] == ["Tiga pencuri telah ditahan", "dua lainnya diperiksa hari ini"]


def test_what_animals_attack_is_harmed_by_no_man() -> None:
    herd = "Kawanan gajah menyerang warga. Induk gajah dan anak gajah itu lalu pergi."
    assert candidates(herd)[0].type == "ACCIDENT"
    assert candidates(f"{herd} Tiga gubuk hancur.")[0].type == "DISASTER"
    assert candidates("Kelompok bersenjata menyerang warga.")[0].type == "ASSAULT"
    sty = "Pria itu menikam tetangganya di dekat kandang babi. Babi itu lari. Seekor babi mati."
    assert candidates(sty)[0].type == "CRIME"
    by = "Seorang warga diserang oleh gajah liar. Induk gajah dan anak gajah itu lalu pergi."
    assert candidates(by)[0].type == "ACCIDENT"


def test_a_place_may_stand_between_whoever_acts_and_a_verb_without_its_prefix() -> None:
    assert [e.rule for e in candidates("Suami di Warukali tusuk tetangganya pada malam hari.")] == ["active:tusuk"]
    assert candidates("Luka tusuk tampak di lengannya.") == []


@pytest.mark.parametrize(
    "row", [r for r in ID.table("event_markers") if r["kind"] in ("idle", "still")], ids=lambda row: row["word"]
)
def test_idle_words_tell_nothing(row: Mapping[str, str]) -> None:
    deluge = "Banjir melanda desa. Banjir menerjang dua rumah. Tiga rumah hanyut."
    assert [e for e in candidates(f"{deluge} {row['example']}") if e.rule == f"plain:{row['word']}"] == []


@pytest.mark.parametrize(("around", "kind"), [("", "CRIME"), ("Tentara dan milisi berperang. ", "ASSAULT")])
def test_killing_is_a_crime_unless_there_is_war(around: str, kind: str) -> None:
    assert only(candidates(f"{around}Orang bertopeng itu membunuh seorang penjaga."), "membunuh").type == kind


@pytest.mark.parametrize(
    "around, kind",
    [
        ("", "CRIME"),
        ("Keduanya bertengkar soal uang di rumah mereka. ", "CRIME"),
        ("Massa berkumpul di depan balai kota. ", "ASSAULT"),
        ("Tentara menjaga desa itu. ", "ASSAULT"),
        ("Calon bupati itu sedang berpidato dalam kampanye. ", "ASSAULT"),
    ],
)
def test_violence_is_a_crime_where_nothing_public_is_told(around: str, kind: str) -> None:
    assert only(candidates(f"{around}Pria itu menikam tetangganya di pasar."), "menikam").type == kind


@pytest.mark.parametrize("around", ["Harga bahan baku naik.", "Ia kontak keluarganya.", "Ia terkena serangan jantung."])
def test_a_word_of_many_senses_makes_no_violence_public(around: str) -> None:
    assert only(candidates(f"{around} Pria itu menikam tetangganya di pasar."), "menikam").type == "CRIME"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Seorang pedagang dipukul polisi di pasar.", "ASSAULT"),
        ("Polisi memukuli pedagang di pasar.", "ASSAULT"),
        ("Petugas satpol PP menganiaya pedagang di pasar.", "ASSAULT"),
        ("Seorang pedagang ditikam di dekat kantor polisi.", "CRIME"),
        ("Seorang pria memukul polisi di pasar.", "CRIME"),
    ],
)
def test_the_violence_of_the_state_is_no_mere_crime(text: str, kind: str) -> None:
    assert [e.type for e in candidates(text)] == [kind]


@pytest.mark.parametrize(
    ("around", "kind"),
    [
        ("Banjir melanda desa. Longsor menerjang rumah.", "DISASTER"),
        ("Truk itu menabrak pagar. Bus itu terguling.", "ACCIDENT"),
    ],
)
def test_what_falls_falls_by_what_the_article_tells(around: str, kind: str) -> None:
    assert only(candidates(f"{around} Jembatan itu runtuh."), "runtuh").type == kind


@pytest.mark.parametrize(
    ("around", "kind"),
    [("Dua pencuri merampok gudang.", "CRIME"), ("Banjir melanda desa.", "AID")],
)
def test_a_find_is_of_a_crime_or_help(around: str, kind: str) -> None:
    assert only(candidates(f"{around} Jasad pedagang itu ditemukan di hulu."), "ditemukan").type == kind


def test_the_second_of_two_verbs_may_say_what_both_do() -> None:
    assert only(candidates("Kepala gudang didakwa dan dipecat."), "didakwa").type == "SANCTION"


def test_a_verb_in_a_name_tells_nothing(read: Read) -> None:
    [event] = read("Ketua Koalisi Bersatu Warukali menolak pasar baru.")
    assert event.rule == "active:menolak"


def test_an_incident_is_what_the_article_is_about(read: Read) -> None:
    assert [e.type for e in read("Orang itu menodong pedagang. Insiden itu terjadi di pasar.")] == ["CRIME", "CRIME"]
    assert [e.type for e in read("Dua truk terguling. Insiden itu terjadi di tikungan.")] == ["ACCIDENT", "ACCIDENT"]


def test_what_follows_a_conjunction_alone_belongs_to_the_clause_before(read: Read) -> None:
    [event] = read("Penjaga itu diganti temannya karena cedera.")
    assert (event.type, event.text) == ("ACCIDENT", "Penjaga itu diganti temannya karena cedera")


def test_what_must_be_endured_has_happened_and_what_must_be_done_has_not(read: Read) -> None:
    assert [e.status for e in read("Dua petani harus mengungsi ke hulu.")] == ["happened"]
    assert read("Polisi harus menangkap dua pencuri itu.") == ()


def test_a_search_for_a_suspect_is_no_help(read: Read) -> None:
    assert [e.type for e in read("Polisi melakukan pencarian tersangka di hulu.")] == ["COERCE"]
    assert [e.type for e in read("Regu itu melakukan pencarian korban di hulu.")] == ["AID"]


def test_a_verdict_coerces_and_an_acquittal_concedes(read: Read) -> None:
    assert [e.type for e in read("Hakim memvonis kepala gudang lima tahun penjara.")] == ["COERCE"]
    assert [e.type for e in read("Kepala gudang divonis bebas di pengadilan.")] == ["CONCEDE"]
    assert [e.type for e in read("Jaksa menuntut kepala gudang lima tahun penjara.")] == ["ACCUSE"]


def test_why_an_event_has_no_day_and_no_place(read: Read) -> None:
    [bare] = read("Polisi menangkap tiga penyelundup.")
    assert (bare.date, bare.why_no_date, bare.place, bare.why_no_place) == (None, "none told", None, "none told")
    [told] = read("Polisi menangkap tiga penyelundup di Garut, Rabu (5/3/2031).")
    assert (told.why_no_date, told.why_no_place) == (None, None)


def test_the_day_of_a_sentence_is_that_of_its_clauses_unless_it_is_when_something_was_said(read: Read) -> None:
    found = read("Pada Rabu (5/3/2031) warga marah, lalu polisi menangkap tiga penyelundup.")
    assert [e.date for e in found] == ["2031-03-05"]
    found = read("Polisi menangkap tiga penyelundup, kata kepala desa, Rabu (5/3/2031).")
    assert [e.date for e in found] == [None]


def test_every_weight_is_of_something_that_is_seen() -> None:
    rows = ID.table("event_weights")
    assert [row["feature"] for row in rows] == sorted(row["feature"] for row in rows)
    types = {row["type"] for row in ID.table("event_words")}
    for row in rows:
        family, _, value = row["feature"].partition("=")
        assert family != "type" or value in types
        assert -4 < float(row["weight"]) < 4
        assert int(row["seen"]) >= 4


def test_a_verb_at_the_top_with_a_day_weighs_more_than_one_in_passing() -> None:
    weights = read_weights(ID)
    plain = weigh(["sentence=0", "form=verb", "date", "actor=named"], weights)
    assert plain > weigh(["sentence=late", "form=relative", "short"], weights)
    assert weigh(["said=direct"], weights) < weigh(["said=indirect"], weights) < 0


def test_a_place_ends_before_a_person(read: Read) -> None:
    found = read("Rendra Sasmita ditahan. Polisi menahan dua penyelundup di Garut, Rendra Sasmita dan temannya.")
    assert [e.place for e in found] == [None, "Garut"]
