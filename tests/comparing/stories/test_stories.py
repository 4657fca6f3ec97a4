"""Stories in a stream: what goes together, what stays apart, and that neither order nor partition decides it."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sketched import event, sets, tell

from runut import codec, face
from runut.comparing import stories
from runut.model import Link, Sketch, Stories

FLOOD = "Banjir bandang menerjang Desa Sukamundur, Kabupaten Lembah Wangi, dan merendam 340 rumah warga."
STRIKE = "Ribuan buruh pabrik tekstil Garuwangi mogok kerja menuntut kenaikan upah dan pencabutan surat pemecatan."
RECORDS = [
    (
        "a",
        "2031-02-03",
        "Banjir Bandang Rendam Sukamundur",
        f"{FLOOD} Bupati Rusdi Kartana mengungsikan warga ke balai.",
    ),
    ("b", "2031-02-03", "Ratusan Rumah di Sukamundur Terendam", f"{FLOOD} Dua jembatan putus diterjang arus bandang."),
    ("c", "2031-02-04", "Bupati Rusdi Tinjau Banjir Sukamundur", f"Bupati Rusdi Kartana meninjau korban. {FLOOD}"),
    ("d", "2031-02-03", "Buruh Garuwangi Mogok", f"{STRIKE} Polisi menjaga pintu pabrik."),
    ("e", "2031-02-04", "Mogok Buruh Pabrik Tekstil Garuwangi Berlanjut", f"{STRIKE} Perundingan upah buntu."),
]


@pytest.fixture(scope="module")
def sketches() -> list[Sketch]:
    using = face.languages()
    records = [
        {"id": i, "published": day, "title": title, "text": text, "url": f"https://{i}.example/1"}
        for i, day, title, text in RECORDS
    ]
    return [
        stories.sketch(r, using["id"])
        for r in face.read_all(records, using=using, layers=["names", "dates"])
        if not hasattr(r, "reason")
    ]


def by_url(told: Stories) -> set[frozenset[str]]:
    return {frozenset((a.url or "")[8] for a in s.articles) for s in told.stories}


def in_steps(sketches: Sequence[Sketch]) -> Stories:
    """The stories by the four steps, as an engine takes them: each step sees only what its own rows say."""
    held = {s.article: s for s in sketches}
    of_band: dict[int, list[Sketch]] = defaultdict(list)
    for s in held.values():
        for key in stories.bands(s):
            of_band[key].append(s)
    pairs = {
        tuple(sorted((band[i].article, band[j].article))) for band in of_band.values() for i, j in stories.pairs(band)
    }
    links = [found for a, b in sorted(pairs) if (found := stories.link(held[a], held[b]))]
    undated = {i: s for i, s in held.items() if not stories.place(s)}
    tied, joins = stories.part_undated(links, undated)
    parts = []
    for ids in stories.components([i for i in held if i not in joins], tied):
        inside = set(ids)
        parts.append(stories.settle([held[i] for i in ids], [x for x in tied if x.a in inside]))
    homes = {a.id: s for part in parts for s in part.stories for a in s.articles}
    return stories.merge([*parts, stories.join(undated, joins, homes)])


def test_reports_of_one_happening_are_one_story(sketches: list[Sketch]) -> None:
    assert by_url(stories.group(sketches)) == {frozenset("abc"), frozenset("de")}


def test_a_sketch_holds_no_text_and_survives_plain_values(sketches: list[Sketch]) -> None:
    for s in sketches:
        assert codec.sketch_from_jsonable(codec.to_jsonable(s)) == s
        assert "bandang" not in codec.to_json(s) or "bandang" in (s.title or "").lower()
        assert all(0 <= n < 2**63 for n in (*s.words, *s.signature, *s.fingerprints))


def test_the_same_words_after_a_month_are_another_story() -> None:
    assert len(stories.group([*event("banjir", 3), tell("baru", 40, [f"banjir-{n}" for n in range(12)])]).stories) == 2


def test_a_story_goes_on_from_day_to_day() -> None:
    told = stories.group(event("kapal", 30))
    assert len(told.stories) == 1
    assert (told.stories[0].first, told.stories[0].last) == ("2031-02-01", "2031-02-10")


def test_a_chain_of_half_alike_reports_is_not_one_story() -> None:
    chain = [tell(f"r{k:02}", k // 4, [f"w{n}" for n in range(k * 6, k * 6 + 12)]) for k in range(40)]
    assert max(len(s.articles) for s in stories.group(chain).stories) < 10


def test_what_is_told_again_for_longer_than_a_season_is_no_one_story() -> None:
    daily = [tell(f"harga{k:03}", k, [f"harga-{n}" for n in range(12)]) for k in range(150)]
    told = stories.group(daily)
    assert 2 <= len(told.stories) <= 5


def test_a_report_without_a_day_goes_with_the_one_it_is_most_like_and_ties_no_two() -> None:
    early, late = event("gempa", 3), event("gempa", 3, day=30)
    late = [tell(f"l{s.article}", 30, [f"gempa-{n}" for n in range(12)]) for s in late]
    undated = tell("tanpa", None, [f"gempa-{n}" for n in range(12)])
    told = stories.group([*early, *late, undated])
    assert len(told.stories) == 2
    assert sum(any(a.id == "tanpa" for a in s.articles) for s in told.stories) == 1
    home = next(s for s in told.stories if any(a.id == "tanpa" for a in s.articles))
    assert home.first == home.last == "2031-03-03"


def test_reports_without_a_day_are_stories_of_their_own_too() -> None:
    told = stories.group([tell(f"u{k}", None, [f"pasar-{n}" for n in range(12)]) for k in range(3)])
    assert len(told.stories) == 1
    assert told.stories[0].first is None


def test_a_report_without_a_day_is_looked_for_among_the_days_it_tells() -> None:
    told = stories.group([*event("kereta", 3), tell("tanpa", None, [f"kereta-{n}" for n in range(12)], told=[1])])
    assert len(told.stories) == 1


def test_near_copies_are_a_family() -> None:
    prints = range(1000, 1040)
    words = [f"pelabuhan-{n}" for n in range(12)]
    rows = [
        tell("asli", 0, words, prints=prints),
        tell("salinan", 0, words, prints=prints[:25]),
        tell("lain", 0, words, prints=range(5000, 5040)),
    ]
    told = stories.group(rows)
    assert len(told.stories) == 1
    assert [f.articles for f in told.families] == [("asli", "salinan")]


def test_what_changed_is_told() -> None:
    flood, strike = event("banjir", 3), event("mogok", 3)
    before = stories.group(flood)
    home = {a.id: s.id for s in before.stories for a in s.articles}
    more = tell("banjir900", 1, [f"banjir-{n}" for n in range(12)])
    changes = stories.group([*flood, *strike, more], home).changes
    assert {c.kind for c in changes} == {"new", "grown"}
    grown = next(c for c in changes if c.kind == "grown")
    assert grown.articles == ("banjir900",)
    assert grown.before == (before.stories[0].id,)
    assert stories.group(flood, home).changes == ()


def test_a_merger_and_a_split_are_told() -> None:
    rows = event("banjir", 4)
    home = {rows[0].article: "satu", rows[1].article: "satu", rows[2].article: "dua", rows[3].article: "dua"}
    assert [c.kind for c in stories.group(rows, home).changes] == ["merged"]
    apart = [*event("banjir", 2), *event("mogok", 2)]
    changes = stories.group(apart, {s.article: "satu" for s in apart}).changes
    assert [c.kind for c in changes] == ["split", "split"]


def test_flow_wants_its_reports_in_order() -> None:
    with pytest.raises(ValueError, match="out of order"):
        list(stories.flow([tell("b", 5, ["x"]), tell("a", 1, ["x"])]))


def test_flow_lets_stories_go_as_their_days_pass() -> None:
    rows = sorted([*event("banjir", 3), *event("mogok", 3, day=20)], key=stories.order)
    parts = stories.flow(iter(rows))
    assert next(parts).stories[0].first == "2031-02-01"


@st.composite
def streams(draw: st.DrawFn) -> list[Sketch]:
    """A stream of a few events on a few days, with strays, copies and reports without a day."""
    names = draw(st.lists(st.sampled_from(["banjir", "mogok", "kapal", "gempa"]), min_size=1, max_size=4, unique=True))
    rows: list[Sketch] = []
    for name in names:
        rows += event(name, draw(st.integers(1, 9)), draw(st.integers(0, 12)), shared=draw(st.integers(4, 12)))
    for k in range(draw(st.integers(0, 5))):
        name = draw(st.sampled_from(names))
        words = [f"{name}-{n}" for n in range(draw(st.integers(2, 12)))]
        day = draw(st.one_of(st.none(), st.integers(0, 20)))
        rows.append(tell(f"z{k}", day, words, prints=range(draw(st.integers(1, 20)), 30)))
    return rows


FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@FEW
@given(streams(), st.randoms(use_true_random=False))
def test_neither_order_nor_giving_twice_changes_the_stories(rows: list[Sketch], chance: random.Random) -> None:
    told = stories.group(rows)
    again = rows + chance.sample(rows, len(rows) // 2)
    chance.shuffle(again)
    assert stories.group(again) == told


@FEW
@given(streams())
def test_every_article_is_in_exactly_one_story(rows: list[Sketch]) -> None:
    told = [a.id for s in stories.group(rows).stories for a in s.articles]
    assert sorted(told) == sorted(s.article for s in rows)


@FEW
@given(streams())
def test_the_steps_one_by_one_give_the_same_stories(rows: list[Sketch]) -> None:
    assert in_steps(rows) == stories.group(rows)


@FEW
@given(streams(), st.integers(0, 20))
def test_added_to_earlier_ones_they_are_the_stories_of_all_at_once(rows: list[Sketch], cut: int) -> None:
    earlier = stories.group(rows[:cut])
    home = {a.id: s.id for s in earlier.stories for a in s.articles}
    later = stories.group(rows, home)
    assert sets(later) == sets(stories.group(rows))
    now = {a.id: s.id for s in later.stories for a in s.articles}
    changed = {c.story for c in later.changes}
    size = {s.id: len(s.articles) for s in earlier.stories}
    for s in later.stories:  # a story that no change names is a story of before, with the same reports
        if s.id not in changed:
            assert {home[a.id] for a in s.articles} and len(s.articles) == size[home[s.articles[0].id]]
    assert len(now) == len(rows)


@FEW
@given(streams())
def test_a_link_is_the_same_from_both_sides(rows: list[Sketch]) -> None:
    found: list[Link | None] = [stories.link(a, b) for a in rows[:8] for b in rows[:8]]
    assert found == [stories.link(b, a) for a in rows[:8] for b in rows[:8]]


def test_one_shared_word_ties_no_two_reports() -> None:
    daily = [tell(f"k{k}", 0, [f"own-{k}-{n}" for n in range(12)] + ["bersama"]) for k in range(6)]
    assert len(stories.group(daily).stories) == 6


def test_a_year_tells_nothing_of_the_story() -> None:
    using = face.languages()
    rows = [
        {"title": "Panen", "text": f"Panen padi di Kalimas naik pada {year}, dan 1.234 petani ikut.", "url": "x"}
        for year in (2031, 2032)
    ]
    one, other = (stories.sketch(r, using["id"]) for r in face.read_all(rows, using=using) if not hasattr(r, "reason"))
    assert one.words == other.words
