"""Direction: which report the others were made from, by a plain sign or not at all."""

from __future__ import annotations

import pytest

from runut.comparing.upstream import find_original, find_upstream, plain
from runut.model import Anchor, Article, Credits, Mention, Name, Reading, Sentence


def report(
    id_: str, outlet: str, text: str = "Jembatan Warukali ambruk.", published: str | None = None, **more: object
) -> Reading:
    """A reading of one sentence; `agencies`, `reporters`, `bodies` and `url` as given."""
    bodies = more.get("bodies") or ()
    assert isinstance(bodies, tuple)
    return Reading(
        article=Article(
            id=id_,
            source=id_,
            text=text,
            sha256="",
            outlet=outlet,
            published=published,
            url=more.get("url"),  # type: ignore[arg-type]
        ),
        language="id",
        anchor=Anchor(),
        furniture=(),
        credits=Credits(agencies=more.get("agencies", ()), reporters=more.get("reporters", ())),  # type: ignore[arg-type]
        sentences=(Sentence(start=0, end=len(text), paragraph=0),),
        quotations=(),
        names=tuple(
            Name(id=b, type="ORG", name=b, mentions=(Mention(start=0, end=1, text=text[:1], rule=""),)) for b in bodies
        ),
        dates=(),
        statements=(),
        figures=(),
        events=(),
    )


ONE = report("a", "muara.com", published="2023-03-03T09:10+07:00")


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (report("b", "Kabar Laut", agencies=("Muara",)), "menyebut muara.com sebagai sumber"),
        (report("b", "Kabar Laut", reporters=("mr",)), "menyebut muara.com sebagai sumber"),
        (report("b", "Kabar Laut", text="Kata Hasan Lubuk saat dihubungi Muara.com, Senin."), "menyebut muara.com"),
        (report("b", "Kabar Laut", bodies=("Muara",), published="2023-03-03"), "mengeluarkan keterangan"),
        (report("b", "kota.muara.com", published="2023-03-04T08:00+07:00"), "lebih dahulu"),
        (report("b", "MuaraKota", published="2023-03-04", url="https://kota.muara.com/1"), "lebih dahulu"),
    ],
)
def test_a_plain_sign_gives_the_direction(other: Reading, why: str) -> None:
    for members in ((ONE, other), (other, ONE)):
        found = find_original(members)
        assert found is not None and found.article == "a" and why in found.why and found.english


@pytest.mark.parametrize(
    "other",
    [
        report("b", "Kabar Laut", published="2023-03-03T11:00+07:00"),
        report("b", "Kabar Laut", text="Di antara muara dan laut, jembatan ambruk."),
        report("b", "Kabar Laut", agencies=("Kantor Berita Hulu",)),
        report("b", "Kabar Laut", bodies=("Muara",), published="2023-03-02"),
        report("b", "muara.com", published="2023-03-03"),
        report("b", "Kabar Laut", url="https://kumpulan.example.com/b", published="2023-03-04"),
        report("b", "", agencies=()),
    ],
)
def test_without_one_there_is_none(other: Reading) -> None:
    assert find_original((ONE, other)) is None


def test_two_that_credit_one_another_have_none() -> None:
    one = report("a", "muara.com", agencies=("Kabar Laut",))
    assert find_original((one, report("b", "Kabar Laut", agencies=("Muara",)))) is None


def test_the_original_is_that_of_all_others() -> None:
    credits_it = report("b", "Kabar Laut", agencies=("Muara",))
    assert find_original((ONE, credits_it, report("c", "Kabar Hulu", agencies=("Muara",)))) is not None
    assert find_original((ONE, credits_it, report("c", "Kabar Hulu"))) is None


def test_upstream_is_what_all_credit_or_the_member_that_one_credits() -> None:
    wire = ("Kantor Berita Hulu", "Muara")
    assert find_upstream((ONE, report("b", "Kabar Laut", agencies=wire))) == ("muara.com",)
    both = (report("a", "muara.com", agencies=wire[:1]), report("b", "Kabar Laut", agencies=wire[:1]))
    assert find_upstream(both) == ("Kantor Berita Hulu",)


def test_outlets_are_compared_without_domain_and_news() -> None:
    assert plain("MuaraNews.com") == plain("Muara") == plain("muara.co.id") == "muara"
