"""The wording part of the page: contrasts on top, in words which only one voice uses, the rest folded away; who names the doer."""

from __future__ import annotations

from functools import cache

import runut
from runut.exports import wording
from runut.exports.page import Page
from runut.exports.sections.terms import Terms

FIRST = """Tiga nelayan ditangkap di dermaga Sirih pada Rabu malam. Nelayan itu ditahan di pos Lontar sampai pagi.
“Mereka diculik dari perahunya,” kata Ratna Sari kepada wartawan di Lontar. Kapal mereka rusak berat."""
SECOND = """Tiga nelayan ditangkap polisi di dermaga Sirih pada Rabu malam. Penangkapan itu disaksikan warga Lontar.
“Mereka hanya diamankan,” kata Kapolsek Bima Wardana kepada wartawan. Kapal nelayan dibawa ke muara."""
PLAIN = """Pasar ikan Lontar dibuka pada Rabu pagi. Pedagang menata kios, dan pembeli datang sejak pagi.
Bupati Sari Wulandari memuji pedagang pasar ikan itu. Pasar ikan itu dibangun dengan kios baru."""


@cache
def terms_of(*bodies: str, title: str, lang: str = "id") -> Terms:
    records = [
        {"title": title, "text": body, "outlet": f"Warta {n}", "published": "2031-03-06"}
        for n, body in enumerate(bodies)
    ]
    return Page(runut.account(records), wording.load(lang)).terms


def test_different_words_for_one_deed_stand_on_top_and_whose_they_are_in_words() -> None:
    shown, folded = terms_of(FIRST, SECOND, title="Tiga Nelayan Ditangkap di Sirih").framing()
    [target] = [t for t in shown if t.name == "Penangkapan"]
    weights = {row.term: row.weight for row in target.rows}
    assert weights["diculik"] == "menuduh"
    assert weights["diamankan"] == "melunakkan"
    assert weights["ditangkap"] == "netral"
    assert target.note == "Hanya dalam kutipan: diamankan, diculik."
    assert not {row.term for t in folded for row in t.rows} & {"diculik", "diamankan"}


def test_headings_are_told_in_the_language_of_the_page() -> None:
    shown, _ = terms_of(FIRST, SECOND, title="Tiga Nelayan Ditangkap di Sirih", lang="en").framing()
    assert "Arrest" in [t.name for t in shown]


def test_where_nothing_contrasts_nothing_stands_on_top() -> None:
    shown, folded = terms_of(PLAIN, PLAIN.replace("Rabu", "Kamis"), title="Pasar Ikan Lontar Dibuka").framing()
    assert shown == ()
    assert folded


def test_a_headline_is_the_newsrooms_voice() -> None:
    shown, _ = terms_of(FIRST, SECOND, title="Tiga Nelayan Diculik di Sirih").framing()
    [target] = [t for t in shown if t.name == "Penangkapan"]
    assert target.note == "Hanya dalam kutipan: diamankan."


def test_who_names_the_doer_and_who_does_not_is_told_in_words() -> None:
    differ, _ = terms_of(FIRST, SECOND, title="Tiga Nelayan Ditangkap di Sirih").deeds()
    assert "Menyebut pelaku: Warta 1 (polisi). Tanpa pelaku: Warta 0." in [deed.note for deed in differ]
    active = FIRST.replace("Nelayan itu ditahan", "Regu patroli dari pelabuhan seberang menangkap mereka, lalu ditahan")
    differ, others = terms_of(active, SECOND, title="Tiga Nelayan Ditangkap di Sirih").deeds()
    assert not [deed for deed in differ if deed.lemma == "tangkap" and "Tanpa pelaku: Warta 0" in deed.note]
    assert differ or others


def test_what_only_extends_a_wording_is_told_with_it() -> None:
    _, folded = terms_of(FIRST, SECOND, title="Tiga Nelayan Ditangkap di Sirih").framing()
    for target in folded:
        for row in target.rows:
            assert not [other for other in target.rows if other is not row and f" {other.term} " in f" {row.term} "]
