"""Punishments: whose, at which stage, and which; only like is set beside like."""

from __future__ import annotations

from collections.abc import Mapping

from runut import pipeline
from runut.comparing import anchors, entities, families, series
from runut.comparing.ages import by_age
from runut.intake import take_in
from runut.lang import Language
from runut.model import Article

ONE = (
    "Hakim memvonis Rato Wibawa 4 tahun penjara dan denda Rp 300 juta subsider 4 bulan kurungan. "
    "Seno Pratikna divonis 5 tahun penjara, denda Rp 300 juta subsider 4 bulan kurungan, "
    "dan uang pengganti Rp 2,4 miliar subsider 2 tahun penjara."
)
TWO = (
    "Majelis menjatuhkan vonis kepada Rato Wibawa dengan pidana penjara selama empat tahun. Rato Wibawa juga dikenai denda sebesar "
    "Rp300 juta. Adapun Seno Pratikna divonis lima tahun bui ditambah uang pengganti sebesar Rp2,4 miliar subsidair dua tahun penjara."
)
DEMAND = "Jaksa menuntut Rato Wibawa 4 tahun penjara dan denda Rp 300 juta subsider 6 bulan kurungan."


def rows(languages: Mapping[str, Language], *bodies: str) -> list[list[str]]:
    """The series of some reports, each as the words of its figures with what stands around them."""
    only = {"id": languages["id"]}
    records = [
        {"text": body, "title": f"Sidang Kalimas {n}", "published": "2031-04-02", "outlet": f"Warta {n}"}
        for n, body in enumerate(bodies)
    ]
    glances = [pipeline.glance(a, only) for a in take_in(records) if isinstance(a, Article)]
    settled = anchors.settle(glances)
    readings = by_age(tuple(pipeline.read(g, settled[g.article.id], only) for g in glances))
    found = series.align(
        readings, entities.join(readings, only["id"]), families.group(readings, only["id"]), only["id"]
    )
    of = {f.id: f.number.text for r in readings for f in r.figures}
    return sorted(sorted(of[i] for i in row.figures) for row in found)


def test_punishments_of_one_person_agree(languages: Mapping[str, Language]) -> None:
    assert rows(languages, ONE, TWO) == [
        ["2", "dua"],
        ["2,4 miliar", "2,4 miliar"],
        ["300 juta", "300 juta"],
        ["4", "empat"],
        ["5", "lima"],
    ]


def test_a_demand_is_no_verdict(languages: Mapping[str, Language]) -> None:
    assert rows(languages, ONE, DEMAND) == []


def test_months_are_no_years(languages: Mapping[str, Language]) -> None:
    one = "Proyek itu molor selama 14 bulan kata warga."
    assert rows(languages, one, "Proyek itu molor selama 14 tahun kata warga.") == []
    assert rows(languages, one, "Proyek itu molor selama 14 bulan, ujar warga.") == [["14", "14"]]
