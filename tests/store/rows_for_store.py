"""Articles and stories of invented events, for the tests of the store."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from runut.codec import article_id, sha256
from runut.model import Article, Judgement, StoryArticle, StoryGroup, Subject
from runut.store import FindingRow


def article(n: int | str, *, text: str | None = None, outlet: str | None = "Kabar Rana", **more: object) -> Article:
    """The n-th report."""
    said = f"Warga Desa Rana {n} mengungsi ke balai desa." if text is None else text
    source = f"rana-{n}.txt"
    values: dict[str, object] = {
        "id": article_id(source, said),
        "source": source,
        "text": said,
        "sha256": sha256(said),
        "title": f"Banjir di Rana, hari ke-{n}",
        "outlet": outlet,
        "published": f"2025-02-{int(n) % 28 + 1:02d}" if isinstance(n, int) else None,
    }
    return Article(**(values | more))  # type: ignore[arg-type]


def group(id: str, *members: Article, title: str = "Banjir di Rana", last: str | None = "2025-02-03") -> StoryGroup:
    """A story of these reports."""
    return StoryGroup(
        id=id,
        title=title,
        first="2025-02-01",
        last=last,
        articles=tuple(StoryArticle(id=a.id, source=a.source, outlet=a.outlet) for a in members),
    )


def finding(report: Article, n: int, *, layer: str = "figures", name: str | None = "evacuated") -> FindingRow:
    """A finding over the n-th character of a report."""
    return FindingRow(
        id=f"f{n}",
        article=report.id,
        layer=layer,
        start=n,
        end=n + 1,
        text=report.text[n],
        name=name,
        low=float(n),
        high=None,
        day="2025-02-01",
        data=bytes([n]),
    )


def judgement(
    id: str, report: Article, *names: str, by: str = "person:Sri", act: str = "merge", **more: object
) -> Judgement:
    """A judgement over names of a report."""
    subjects = tuple(Subject(layer="names", id=name, article=report.id, sha256=report.sha256) for name in names)
    return Judgement(id=id, act=act, subjects=subjects, by=by, why="orang yang sama", **more)  # type: ignore[arg-type]


class Clock:
    """A clock that stands until it is set on."""

    def __init__(self) -> None:
        self.now = datetime(2025, 2, 1, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The time."""
        return self.now

    def on(self, seconds: float) -> None:
        """So much later."""
        self.now += timedelta(seconds=seconds)
