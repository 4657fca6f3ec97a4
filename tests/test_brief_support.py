"""Every line of the brief carries how many reports carry it; it is shown where it says something."""

from __future__ import annotations

import runut
from runut.brief import is_counted
from runut.brief.leads import RULES

FIRE = [
    {
        "outlet": "Kabar Randu",
        "title": "Pabrik Tahu Sekoci Terbakar",
        "published": "2031-05-07",
        "url": "https://kabar-randu.example/tahu",
        "text": "SEKOCI – Pabrik tahu di Kampung Sekoci terbakar pada Selasa (6/5/2031). Tiga orang tewas, kata Kapolsek Sekoci Bagas "
        "Prakoso. Kelompok warga menyebut pabrik itu tidak pernah diperiksa.",
    },
    {
        "outlet": "Suara Rawa",
        "title": "Api Melalap Pabrik Tahu, Lima Orang Tewas",
        "published": "2031-05-07",
        "url": "https://suara-rawa.example/tahu",
        "text": "SEKOCI – Api melalap pabrik tahu di Kampung Sekoci, Selasa (6/5). Camat Sekoci Rini Wijaya mengatakan lima orang tewas. "
        "Pemilik pabrik belum dapat dihubungi.",
    },
]


def test_no_line_with_evidence_is_carried_by_no_report() -> None:
    for reports in (FIRE, FIRE[:1]):
        told = runut.account(reports)
        assert told.brief
        for line in told.brief:
            assert line.reports >= len({place.article for place in line.evidence}) > 0
            assert 1 <= line.independent <= line.reports


def test_the_line_that_counts_the_reports_is_of_all_and_shows_no_count() -> None:
    told = runut.account(FIRE)
    (line,) = (line for line in told.brief if line.kind == "independence")
    assert (line.reports, line.independent) == (2, 2)
    assert not is_counted(line)


def test_one_passage_shows_no_count_and_a_figure_does() -> None:
    lines = runut.account(FIRE).brief
    lead = next(line for line in lines if line.rule in RULES and line.reports == 1)
    assert not is_counted(lead)
    assert [line for line in lines if is_counted(line) and "orang" in line.text]


def test_who_denies_is_named_where_the_sentence_has_only_a_pronoun() -> None:
    denial = "Ia membantah tudingan bahwa pintu darurat pabrik itu terkunci sejak pagi."
    named = f"{FIRE[0]['text']} Pemilik pabrik, Sutarno Wibisono, mengatakan api berasal dari dapur. {denial}"
    lines = [b for b in runut.account([{**FIRE[0], "text": named}, FIRE[1]]).brief if b.rule == "dispute-denial"]
    assert [(b.text, b.english.partition(":")[0]) for b in lines] == [
        (f"Dibantah (Sutarno Wibisono): “{denial[:-1]}” (Kabar Randu)", "Denied (Sutarno Wibisono)")
    ]
    itself = denial.replace("Ia", "Sutarno")
    lines = [
        b
        for b in runut.account([{**FIRE[0], "text": named.replace(denial, itself)}, FIRE[1]]).brief
        if b.rule == "dispute-denial"
    ]
    assert [b.text for b in lines] == [f"Dibantah: “{itself[:-1]}” (Kabar Randu)"]
