"""Every row of the tables of names does what its example says, and not what its counter-example says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from runut import codec, lang, text
from runut.lang import Row
from runut.model import Article, Credits, Name
from runut.reading import names
from runut.reading.names.lexicon import compile_tables
from runut.reading.names.linking import expand, key_of, office_of

INDONESIAN = lang.load("id")
LEXICON = INDONESIAN.derive(compile_tables)


def read(body: str) -> tuple[Name, ...]:
    """The names of a text."""
    article = Article(id=codec.article_id("a.txt", body), source="a.txt", text=body, sha256=codec.sha256(body))
    return names.find(article, text.view(body, INDONESIAN), Credits(), INDONESIAN)


def told(body: str, type_: str | None = None) -> dict[str, str]:
    """Every form of every name of a text, with its type."""
    return {m.text: n.type for n in read(body) for m in n.mentions if type_ in (None, n.type)}


def check(table: str, works: Callable[[Row], bool], only: Callable[[Row], bool] = lambda row: True) -> None:
    """Hold a table to a promise; fail with all rows that break it."""
    rows = [row for row in INDONESIAN.table(table) if only(row)]
    assert rows
    broken = [next(iter(row.values())) for row in rows if not works(row)]
    assert not broken, f"{table}: {len(broken)} of {len(rows)}: {broken}"


def test_a_country_is_told_by_its_canonical_name() -> None:
    check("countries", lambda r: any(n.type == "GPE" and n.name == r["name"] for n in read(r["example"])))


def test_a_capital_that_speaks_is_its_country_and_as_a_place_it_is_itself() -> None:
    check("capitals", lambda r: {n.name for n in read(r["example"])} == {r["country"]})
    check("capitals", lambda r: {n.name for n in read(r["counter"])} == {r["form"]})


def test_a_place_is_found() -> None:
    check("places", lambda r: told(r["example"]).get(r["form"]) == r["type"])


def test_a_word_that_is_also_a_personal_name_is_no_place_beside_one() -> None:
    check("places", lambda r: r["form"] not in told(r["counter"]), lambda r: bool(r["counter"]))


def test_a_head_word_with_a_capital_after_it_is_a_place() -> None:
    check(
        "place_heads",
        lambda r: told(r["example"]).get(f"{r['form']} Kalimas") == r["type"],
        lambda r: not LEXICON.is_word(r["form"].lower(), "route"),
    )
    check("place_heads", lambda r: not read(r["counter"]))


def test_a_head_word_opens_an_organisation() -> None:
    check(
        "org_heads",
        lambda r: any(form.lower().startswith(r["form"].lower()) for form in told(r["example"], "ORG")),
        lambda r: r["kind"] != "government",
    )
    check("org_heads", lambda r: not read(r["counter"]))


def test_a_government_is_its_country() -> None:
    check("org_heads", lambda r: {n.name for n in read(r["example"])} == {"Rusia"}, lambda r: r["kind"] == "government")


def test_a_title_leads_to_a_person() -> None:
    def works(row: Row) -> bool:
        person = next(
            (n for n in read(row["example"]) if n.type == "PER" and n.name.endswith(("Wijayanti", "Barkov"))), None
        )
        return (
            person is not None
            and person.name in ("Rini Wijayanti", "Oleg Barkov")
            and any(row["form"] in a for a in person.aliases)
        )

    check("titles", works)
    check("titles", lambda r: not told(r["counter"], "PER"))


def test_a_short_form_is_known() -> None:
    check("acronyms", lambda r: told(r["example"]).get(r["form"]) == r["type"], lambda r: r["type"] != "PART")


def test_a_short_form_inside_a_name_is_written_out() -> None:
    check(
        "acronyms",
        lambda r: expand(f"{key_of(r['form'])} kalimas", LEXICON) == expand(f"{key_of(r['name'])} kalimas", LEXICON),
        lambda r: r["type"] == "PART",
    )


def test_two_words_for_an_office_are_one() -> None:
    check(
        "office_words",
        lambda r: office_of(f"{r['form']} Kalimas", LEXICON) == office_of(f"{r['name']} Kalimas", LEXICON),
    )


def test_a_nickname_goes_to_the_name_that_the_text_has() -> None:
    check("nicknames", lambda r: len([n for n in read(r["example"]) if n.type == "PER"]) == 1)


def test_a_word_of_english_is_in_nobody_s_name() -> None:
    check("english_words", lambda r: not told(r["example"], "PER"))


def test_an_ordinary_word_is_no_name() -> None:
    check("ordinary", lambda r: not read(r["example"]), lambda r: r["kind"] != "portfolio")


def test_a_matter_is_part_of_an_offices_name() -> None:
    check(
        "ordinary",
        lambda r: any(r["word"].title().lower() in form.lower() for form in told(r["example"], "ORG")),
        lambda r: r["kind"] == "portfolio",
    )


def test_a_term_is_no_name_and_goods_are_none() -> None:
    check("terms", lambda r: not read(r["example"]))


def test_a_given_name_opens_a_persons_name() -> None:
    check("given_names", lambda r: told(r["example"]).get(f"{r['form']} Wiraguna") == "PER")


def test_a_word_of_english_bodies_makes_an_organisation() -> None:
    def tells(row: dict[str, str]) -> bool:
        return told(row["example"]).get(f"Kalimas {row['form']}") == ("LOC" if row["form"].lower() in venues else "ORG")

    venues = {row["word"] for row in INDONESIAN.table("name_words") if row["use"] == "venue"}
    check("org_words", tells)


def test_a_joiner_keeps_a_name_together() -> None:
    check("name_joiners", lambda r: told(r["example"]).get(f"Rahmat {r['form']} Wiraguna") == "PER")


def test_a_word_beside_a_name_shows_what_it_is() -> None:
    check("name_signs", lambda r: told(r["example"]).get("Wiraguna") == r["type"])


def test_a_shape_of_words_is_no_name() -> None:
    check("word_shapes", lambda r: not read(r["example"]), lambda r: r["use"] == "derived")
    check(
        "word_shapes", lambda r: [n.type for n in read(r["example"])] == ["ORG"], lambda r: r["use"] in ("body", "seat")
    )
    check("word_shapes", lambda r: {n.name for n in read(r["example"])} == {"Rusia"}, lambda r: r["use"] == "act")
    check(
        "word_shapes",
        lambda r: "Rini Wiraguna" in {n.name for n in read(r["example"])},
        lambda r: r["use"] == "glued-act",
    )


USES: dict[str, Callable[[Row], bool]] = {
    "and": lambda r: "Kementerian Energi " + r["word"] + " Sumber Daya Mineral" in told(r["example"], "ORG"),
    "at": lambda r: "RS Kalimas di Garut" in told(r["example"], "ORG"),
    "foreign": lambda r: f"University {r['word']} Kalimas Institute" in told(r["example"], "ORG"),
    "outside": lambda r: "Partai Kalimas" in told(r["example"], "ORG"),
    "place-sign": lambda r: "Kalimas" in LEXICON.uses["place-sign"] or bool(r["word"]),
    "toward": lambda r: "Kalimas" in told(r["example"]),
    "mere-place": lambda r: "Moskow" in told(r["example"]) and "Rusia" not in {n.name for n in read(r["example"])},
    "direction": lambda r: f"Garut {r['word']}" in told(r["example"], "LOC"),
    "direction-pair": lambda r: f"{r['word']} Garut" in told(r["example"], "LOC"),
    "section": lambda r: any(form.endswith(f"{r['word'].title()} III Bogor") for form in told(r["example"], "ORG")),
    "nicknamed": lambda r: len([n for n in read(r["example"]) if n.type == "PER"]) == 1,
    "fondly": lambda r: len([n for n in read(r["example"]) if n.type == "PER"]) == 1,
    "nickname": lambda r: len([n for n in read(r["example"]) if n.type == "PER"]) == 1,
    "commander": lambda r: {n.name for n in read(r["example"])} == {"Rini Wijayanti"},
    "unit": lambda r: len([n for n in read(r["example"]) if n.type == "ORG"]) == 2,
    "no-head": lambda r: set(told(r["example"])) == {"Rusia"},
    "headline": lambda r: not told(r["example"], "PER"),
    "many": lambda r: not told(r["example"], "PER"),
    "force": lambda r: f"{r['word']} Rusia" in told(r["example"], "ORG"),
    "former": lambda r: (
        "Bupati Garut" not in {a for n in read(r["example"]) if n.name == "Rini Wijayanti" for a in n.aliases}
    ),
    "acting": lambda r: office_of(f"{r['word']} Bupati Garut", LEXICON) == "bupati garut",
    "seat-of": lambda r: "Kementerian Kesehatan" in told(r["example"], "ORG"),
    "governed": lambda r: "Kalimas" in told(r["example"]),
    "weak-sign": lambda r: "Wiraguna" in told(r["example"]),
    "speech-sign": lambda r: {n.name for n in read(r["example"]) if n.type == "PER"} == {"Wiraguna Sastro"},
    "initials": lambda r: told(r["example"]).get("RW") == "PER",
    "ministry": lambda r: any(form.lower().startswith(r["word"]) for form in told(r["example"], "ORG")),
    "home": lambda r: expand(f"kementerian luar negeri {r['word']}", LEXICON) == "kementerian luar negeri",
    "filler": lambda r: any(
        expand(f"bpbd {r['word']} {place}", LEXICON) == expand(f"bpbd {place}", LEXICON)
        for place in ("jawa barat", "jakarta")
    ),
    "hospital": lambda r: any(form.lower().startswith(r["word"]) for form in told(r["example"], "ORG")),
    "suffix": lambda r: set(told(r["example"])) == {"XYZ"},
    "alias": lambda r: {n.name for n in read(r["example"])} == {"Rini Wijayanti"},
    "glued": lambda r: any(form.endswith("Wiraguntor") for form in told(r["example"], "PER")),
    "government-of-person": lambda r: f"{r['word']} Wiraguna" in told(r["example"], "ORG"),
    "alias-sign": lambda r: {n.name for n in read(r["example"])} == {"Wiraguna"},
    "years": lambda r: told(r["example"]).get("Wiraguna") == "PER",
    "purpose": lambda r: f"Aliansi Warga {r['word']} Udara Bersih" in told(r["example"], "ORG"),
    "serving": lambda r: f"Lembaga Pengabdian {r['word']} Masyarakat" in told(r["example"], "ORG"),
    "class": lambda r: "Lapas Kelas IIB Kalimas" in told(r["example"], "ORG"),
    "ordinal": lambda r: "Presiden ke-5 Indonesia Rini Wijayanti" in told(r["example"], "PER"),
    "part-before-direction": lambda r: f"Garut {r['word']} utara" in told(r["example"], "LOC"),
    "part-of-place": lambda r: f"Garut {r['word'].title()}" in told(r["example"], "GPE"),
    "venue": lambda r: f"Kalimas {r['word'].title()}" in told(r["example"], "LOC"),
    "player": lambda r: "Kalimas" in told(r["example"], "ORG"),
    "of-body": lambda r: "Kalimas" in told(r["example"], "ORG"),
    "of-person": lambda r: "Wiraguna" in told(r["example"]) and f"{r['word']} Wiraguna" not in told(r["example"]),
    "vessel": lambda r: not read(r["example"]),
    "name-opener": lambda r: told(r["example"]).get(f"{r['word'].title()} Wayan Wiraguna") == "PER",
    "nth": lambda r: f"Presiden {r['word'].title()} Indonesia Rini Wijayanti" in told(r["example"], "PER"),
    "hamlet": lambda r: (
        "Jalan Lontarwangi" in told(r["example"], "LOC") and not any("R" in f for f in told(r["example"]))
    ),
    "small-name": lambda r: f"Ketua DPR {r['word'].title()} Wiraguna" in told(r["example"], "PER"),
    "so-called": lambda r: len([n for n in read(r["example"]) if n.type == "PER"]) == 1,
    "office-state": lambda r: f"Bupati Garut {r['word']} Rini Wijayanti" in told(r["example"], "PER"),
    "term": lambda r: f"Bupati Garut {r['word']} 2025-2030 Rini Wijayanti" in told(r["example"], "PER"),
    "scale": lambda r: "Garut" in told(r["example"]) and "Garut III" not in told(r["example"]),
    "board": lambda r: len([n for n in read(r["example"]) if n.type == "PER"]) == 1,
    "sole-of-board": lambda r: len([n for n in read(r["example"]) if n.type == "PER"]) == 1,
    "matter": lambda r: len([n for n in read(r["example"]) if n.type == "PER"]) == 1,
    "matter-letters": lambda r: f"Dinas Koperasi dan {r['word'].upper()} Kalimas" in told(r["example"], "ORG"),
    "feast": lambda r: r["word"].title() not in told(r["example"]),
    "mission": lambda r: any(form.endswith("di Kuala Lumpur") for form in told(r["example"], "ORG")),
    "territory-tail": lambda r: f"Kecamatan Lontar {r['word'].title()}" in told(r["example"], "GPE"),
    "small-territory": lambda r: f"{r['word'].title()} Batang Lontarwangi" in told(r["example"], "GPE"),
    "place-word": lambda r: told(r["example"]).get(f"Kalimas {r['word'].title()}") == "LOC",
    "called": lambda r: {"S", "Wiraguna"} <= set(told(r["example"], "PER")),
    "vague": lambda r: not read(r["example"]),
    "government-sign": lambda r: {n.name for n in read(r["example"])} == {"Rusia"},
    "tie": lambda r: {n.name for n in read(r["example"])} == {"Rusia"},
    "tie-with": lambda r: "Rusia" in {n.name for n in read(r["example"])},
    "way": lambda r: {n.name for n in read(r["example"])} == {"Moskow", "Kyiv"},
    "arranging": lambda r: "Kota Garut" not in told(r["example"]) and "Dinas Tata" not in told(r["example"]),
    "match": lambda r: {n.name for n in read(r["example"])} == {"Moskow"},
    "sole-office": lambda r: r["word"] in {form.lower() for form in told(r["example"], "PER")},
    "alone-office": lambda r: r["word"] in {form.lower() for form in told(r["example"], "PER")},
    "not-office": lambda r: "Gubernur" not in told(r["example"]),
    "also-name": lambda r: f"Rahmat {r['word'].title()} Wiraguna" in told(r["example"], "PER"),
    "prefix": lambda r: set(told(r["example"])) == {"Garut"},
    "building": lambda r: f"{r['word']} Polri" in told(r["example"], "LOC"),
    "office-building": lambda r: f"{r['word'].title()} Polri" in told(r["example"], "LOC"),
    "beside": lambda r: {"Komisi Pangan", "Fraksi Kalimas"} <= set(told(r["example"], "ORG")),
    "command": lambda r: f"{r['word'].title()} XX Wiraguna" in told(r["example"], "ORG"),
    "commanding": lambda r: "Wiragun Seta" in told(r["example"], "PER"),
    "one-of-several": lambda r: any(form.endswith("Kalimas 02") for form in told(r["example"], "ORG")),
    "counted": lambda r: "SPPG Kalimas" in told(r["example"], "ORG"),
    "numbered": lambda r: any(form.endswith("4 Surabaya") for form in told(r["example"], "ORG")),
    "or": lambda r: (
        {"Satgas Sali", "Satuan Tugas Sapu Lontar Kalimas"} <= set(told(r["example"], "ORG"))
        and len(read(r["example"])) == 1
    ),
    "road": lambda r: len(read(r["example"])) == 1,
    "hospital-kind": lambda r: len([n for n in read(r["example"]) if n.type == "ORG"]) == 1,
    "area": lambda r: f"{r['word']} Kalimas" in told(r["example"], "LOC"),
    "stretch": lambda r: set(told(r["example"])) == {"Jalan Kalimas"},
    "route": lambda r: f"{r['word'].title()} Kalimas-Lontar" in told(r["example"], "LOC"),
    "name-tail": lambda r: any(form.endswith(r["word"]) for form in told(r["example"], "PER")),
    "suspect": lambda r: told(r["example"]).get("RW") == "PER",
    "legal-form": lambda r: any(form.lower().endswith(f"company, {r['word']}") for form in told(r["example"], "ORG")),
    "partners": lambda r: any(form.lower() == f"wiraguna & {r['word']}" for form in told(r["example"], "ORG")),
    "minister": lambda r: [(n.type, n.name) for n in read(r["example"])] == [("PER", "Rini Wijayanti")],
    "accused": lambda r: told(r["example"]).get("RWK") == "PER",
    "person-done": lambda r: told(r["example"]).get("ZKX") == "PER",
    "person-as": lambda r: told(r["example"]).get("ZK") == "PER",
    "term-head": lambda r: not read(r["example"]),
    "thing": lambda r: not read(r["example"]),
    "as": lambda r: {n.name: n.roles for n in read(r["example"])}["Wiraguna"] == ("Bupati Garut",),
    "side": lambda r: "kuasa hukum Rini Wijayanti" not in told(r["example"]),
    "naming": lambda r: "sopir Rini Wijayanti" not in told(r["example"]),
    "spoken-for": lambda r: "Wiraguna Rahwana" in told(r["example"], "PER"),
    "then": lambda r: (
        {n.name: n.roles for n in read(r["example"])} == {"Rini Wijayanti": ("Bupati Garut",), "Garut": ()}
    ),
    "post-sign": lambda r: not told(r["example"], "PER"),
    "arrest": lambda r: told(r["example"]).get("ZKX") == "PER",
    "person-made": lambda r: told(r["example"]).get("ZK") == "PER",
    "strong-sign": lambda r: told(r["example"]).get("Rahmat Wiraguna") == "ORG",
    "law": lambda r: not read(r["example"]),
    "goods": lambda r: not read(r["example"]),
    "village": lambda r: f"{r['word'].title()} Kalimas" in told(r["example"], "GPE"),
    "local": lambda r: r["word"] not in {form.lower() for form in told(r["example"], "ORG")},
    "each-place": lambda r: told(r["example"], "ORG") and all(" " in form for form in told(r["example"], "ORG")),
    "again": lambda r: any({r["word"].title()} < {*n.aliases} for n in read(r["example"])),
    "candidate": lambda r: any(n.roles == (f"{r['word']} Ketua Komisi Pangan",) for n in read(r["example"])),
    "taken-from": lambda r: "BPS Business" in told(r["example"], "ORG"),
    "befalls": lambda r: told(r["example"]).get("Garut") == "GPE",
    "according": lambda r: told(r["example"]).get("Garut") == "PER",
    "of-several": lambda r: not told(r["example"], "PER"),
    "person-fate": lambda r: told(r["example"]).get("SHW") == "PER",
    "that-is": lambda r: told(r["example"]).get("SHW") == "PER",
    "aged": lambda r: told(r["example"]).get("Wiraguna") == "PER",
    "ranked-office": lambda r: told(r["example"]).get("Padang Lontar Wangi") == "GPE",
    "birth-opener": lambda r: told(r["example"]).get(f"{r['word'].title()} Wayan Dana") == "PER",
    "name-pair": lambda r: told(r["example"]).get(f"{r['word'].title()} Wiraguna") == "PER",
    "matter-pair": lambda r: "Direktur Jenderal Mineral dan Batu Bara Rini Wijayanti" in told(r["example"], "PER"),
    "inside-name": lambda r: f"Persatuan Orang Tua {r['word']} Anak Lontar" in told(r["example"], "ORG"),
    "besides": lambda r: [n.roles for n in read(r["example"]) if n.name == "Rini Wijayanti"] == [()],
    "storm": lambda r: "Wiraguna" not in told(r["example"]),
    "flies": lambda r: f"Kalimas {r['word'].title()}" in told(r["example"], "ORG"),
    "sign-between": lambda r: {n.name for n in read(r["example"])} == {"Rusia"},
    "lives-in": lambda r: told(r["example"]).get("Pasir Merah") == "GPE",
    "degree": lambda r: {form for form in told(r["example"]) if "Rini" in form} == {"Rini Wiraguna"},
    "kin-of": lambda r: f"{r['word'].title()} Wiraguna" not in told(r["example"]),
    "body-part": lambda r: "kepala Rini Wijayanti" not in told(r["example"]),
    "onto": lambda r: "kepala Rini Wijayanti" not in told(r["example"]),
    "of-town": lambda r: told(r["example"]).get("Lontarja") == "GPE" and "Rini Wijayanti" in told(r["example"]),
    "burial": lambda r: "PER" not in told(r["example"]).values(),
    "funeral": lambda r: set(told(r["example"]).values()) == {"PER"},
    "by-way-of": lambda r: told(r["example"]).get("Batu Lontano") == "GPE",
    "operation": lambda r: "Damai Lontara" not in told(r["example"], "PER"),
    "house-number": lambda r: f"Jalan Kalimas {r['word'].title()} 12" in told(r["example"], "LOC"),
}


@pytest.mark.parametrize("use", USES)
def test_a_small_word_does_its_work(use: str) -> None:
    check("name_words", USES[use], lambda r: r["use"] == use)


def test_every_use_of_a_small_word_is_tested() -> None:
    assert {r["use"] for r in INDONESIAN.table("name_words")} == set(USES)
