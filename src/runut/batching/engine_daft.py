"""A batch on Daft: the same plan on its own runner on this machine, or on many by Ray. The only module that imports Daft.

Inputs are split into pieces where they are read; a worker reads a piece and puts its parts of the tables in their place under the
output folder, which all workers must see at the same path. Stories are made from the table of sketches by joins:

    sketches -> keys -> exploded, grouped by band -> pairs -> grouped by block of days, with the sketches of each -> links
    links -> components by the smallest label among neighbours -> buckets of components -> stories, families
"""

from __future__ import annotations

import contextlib
import os
import pickle
import shutil
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

# Nothing is told to anybody; this must stand before the import.
TELL_NOBODY = {
    "DO_NOT_TRACK": "1",
    "SCARF_NO_ANALYTICS": "1",
    "DAFT_ANALYTICS_ENABLED": "0",
    "RAY_USAGE_STATS_ENABLED": "0",
}
os.environ.update(TELL_NOBODY)

import daft  # noqa: E402
import msgspec  # noqa: E402
import pyarrow as pa  # noqa: E402
from daft import DataFrame, DataType, Series, col, lit  # noqa: E402
from daft.errors import UDFException  # noqa: E402
from daft.exceptions import DaftCoreException  # noqa: E402
from daft.io.source import DataSource, DataSourceTask  # noqa: E402
from daft.recordbatch import RecordBatch  # noqa: E402

from runut import lang  # noqa: E402
from runut.batching import parts, tables, working  # noqa: E402
from runut.batching.plan import Options, Plan  # noqa: E402
from runut.batching.running import Progress  # noqa: E402
from runut.batching.workers import Stopped, drop  # noqa: E402
from runut.comparing import stories  # noqa: E402
from runut.comparing.stories.banding import REACH  # noqa: E402
from runut.intake import pieces  # noqa: E402
from runut.intake.pieces import Input  # noqa: E402
from runut.model import Link, Sketch, Skipped, StoryGroup  # noqa: E402

LOCAL, STAGED = "local", ".staged-"
# Inputs that one task splits, one after another: at most so many, and no more once they have so many bytes.
TASK_INPUTS, TASK_BYTES = 2_000, 32 << 20
# Part numbers that a task may give out; 500 records each.
TASK_PARTS = 1_000_000
# Two reports of a pair are at most REACH days apart, so a report is needed in two blocks of days at most.
BLOCK_DAYS = REACH + 1
# Pairs without a day are spread over so many blocks, and components over buckets of about so many reports.
DAYLESS_BLOCKS, BUCKET = 64, 4_000
# Labels jump to the labels of their labels, so that a chain of n reports needs about log2 n rounds.
MAX_ROUNDS = 64

_PIECES = pa.schema([("piece", pa.binary())])
_DONE = pa.struct([("taken", pa.int64()), ("octets", pa.int64())])
_KEYS = pa.struct(
    [("article", pa.string()), ("key", pa.string()), ("bands", pa.list_(pa.int64())), ("packed", pa.binary())]
)
_PAIR = pa.struct([("block", pa.int64()), ("a", pa.string()), ("b", pa.string())])
_LINK = pa.struct(
    [
        ("a", pa.string()),
        ("b", pa.string()),
        ("kind", pa.string()),
        ("weight", pa.float64()),
        ("rule", pa.string()),
        ("undated", pa.string()),
    ]
)
_JOIN = pa.struct([("one", pa.string()), ("other", pa.string())])
_TOLD = pa.struct([(name, pa.list_(pa.struct(list(tables.SCHEMAS[name])))) for name in tables.GROUPED])


def run(plan: Plan, out: Path, *, ray: str | None, progress: Progress) -> int:
    """Read the inputs of a plan and write its tables under `out`, from the start; how many things were taken in.

    `ray` is the address of a Ray cluster, `local` for one that is started here; without it Daft runs in this process. Raises Stopped
    where the engine gives up.
    """
    cores = _start(ray)
    try:
        return _run(plan, out, cores, ray is not None, progress)
    except (DaftCoreException, UDFException) as error:
        why = str(error).strip().splitlines()[-1]
        raise Stopped(f"Daft stopped: {why}; run the same command again: it begins anew") from error


def _run(plan: Plan, out: Path, cores: int, many: bool, progress: Progress) -> int:
    for path in (*(out / name for name in (*plan.options.tables, *tables.GROUPED)), *out.glob(f"{STAGED}*")):
        shutil.rmtree(path, ignore_errors=True)
    taken = _read(plan, out, cores, many, progress)
    _drop_repeated(out)
    if plan.options.stories:
        progress("stories", 0, None)
        _group(out)
    return taken


def _start(ray: str | None) -> int:
    """Choose the runner; how many readers it can hold."""
    if ray is None:
        _choose("native", daft.set_runner_native)
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    import ray as cluster

    if not cluster.is_initialized():
        if ray == LOCAL:  # whose workers have the environment of this process
            cluster.init(include_dashboard=False, log_to_driver=False)
        else:
            cluster.init(address=ray, log_to_driver=False, runtime_env={"env_vars": TELL_NOBODY})
    _choose("ray", lambda: daft.set_runner_ray(noop_if_initialized=True))
    return max(1, int(cluster.cluster_resources().get("CPU", 1)))


def _choose(name: str, choose: Callable[[], object]) -> None:
    """Choose a runner, which Daft lets a process do once."""
    try:
        choose()
    except DaftCoreException:
        if daft.get_or_infer_runner_type() != name:
            raise ValueError(f"this process runs Daft already, and not on its {name} runner") from None


# ---- reading --------------------------------------------------------------------------------------------------------


class _Task(DataSourceTask):
    """Some inputs in a row, split by whoever runs the task."""

    def __init__(self, number: int, inputs: Sequence[Input | Skipped], units: int) -> None:
        self._number, self._inputs, self._units = number, tuple(inputs), units

    @property
    def schema(self) -> daft.Schema:
        return daft.Schema.from_pyarrow_schema(_PIECES)

    async def read(self) -> AsyncIterator[RecordBatch]:
        for piece in pieces.split(self._inputs, units=self._units):
            packed = pickle.dumps((self._number * TASK_PARTS + piece.number, piece))
            rows = pa.record_batch([pa.array([packed], pa.binary())], schema=_PIECES)
            yield RecordBatch.from_arrow_record_batches([rows], _PIECES)


class _Source(DataSource):
    """The inputs of a plan as a column of pieces."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    @property
    def name(self) -> str:
        return "pieces"

    @property
    def schema(self) -> daft.Schema:
        return daft.Schema.from_pyarrow_schema(_PIECES)

    async def get_tasks(self, pushdowns: Any) -> AsyncIterator[DataSourceTask]:
        for number, inputs in enumerate(_in_tasks(self._plan.inputs)):
            yield _Task(number, inputs, self._plan.options.chunk)


def _in_tasks(inputs: Iterable[Input | Skipped]) -> Iterator[list[Input | Skipped]]:
    waiting: list[Input | Skipped] = []
    octets = 0
    for item in inputs:
        waiting.append(item)
        octets += item.size if isinstance(item, Input) else 0
        if len(waiting) == TASK_INPUTS or octets >= TASK_BYTES:
            yield waiting
            waiting, octets = [], 0
    if waiting:
        yield waiting


class _Reader:
    """Reads pieces, and puts what comes of each in its place; made once a worker."""

    def __init__(self, options: Options, out: str) -> None:
        self._options, self._out = options, Path(out)
        self._read = working.reader(options)
        self._indonesian = lang.load("id")
        with contextlib.suppress(ValueError):  # only the main thread of a process may
            working.be_patient()

    @daft.method.batch(return_dtype=DataType.from_arrow_type(_DONE), batch_size=1)
    def read(self, packed: Series) -> list[dict[str, int]]:
        done = []
        for number, piece in map(pickle.loads, packed.to_pylist()):
            worked = working.work(piece, self._options, self._read, self._indonesian)
            staged = self._out / f"{STAGED}{number}"
            shutil.rmtree(staged, ignore_errors=True)
            staged.mkdir()
            parts.write(staged, worked.tables)
            parts.place(staged, self._out, number)
            done.append({"taken": worked.taken, "octets": piece.octets})
        return done


def _read(plan: Plan, out: Path, cores: int, many: bool, progress: Progress) -> int:
    kept: Any = daft.cls(_Reader, use_process=None if many else True, max_concurrency=cores)
    reader = kept(plan.options, str(out))
    read = _Source(plan).read().select(reader.read(col("piece")).alias("done")).select(col("done").unnest())
    taken = octets = 0
    for batch in read.to_arrow_iter():
        taken += sum(batch.column("taken").to_pylist())
        octets += sum(batch.column("octets").to_pylist())
        progress("batch", taken, max(taken, round(taken * plan.octets / octets)) if octets else None)
    return taken


def _drop_repeated(out: Path) -> None:
    """Of an article that came twice the first in the order of the plan stays, as in every batch."""
    if not parts.all_of(out, "articles"):
        return
    rows = daft.read_parquet(f"{out}/articles/*.parquet", file_path_column="path").select("id", "path")
    twice = rows.groupby("id").agg(col("path").list_agg().alias("paths")).where(col("paths").list_count() > lit(1))
    from_part: dict[int, set[str]] = {}
    for row in twice.to_pylist():
        for number in sorted(parts.number_of(Path(path)) for path in row["paths"])[1:]:
            from_part.setdefault(number, set()).add(row["id"])
    for number, ids in sorted(from_part.items()):
        staged = out / f"{STAGED}repeated"
        shutil.rmtree(staged, ignore_errors=True)
        staged.mkdir()
        for table in sorted(path.name for path in out.iterdir() if (path / parts.name_of(number)).exists()):
            shutil.copy(out / table / parts.name_of(number), staged / f"{table}.parquet")
        drop(staged, ids, 0)
        parts.place(staged, out, number)


# ---- stories --------------------------------------------------------------------------------------------------------


def _group(out: Path) -> None:
    """Write the tables of stories and families, from the table of sketches."""
    total = parts.rows_in(parts.all_of(out, "sketches"))
    if total:
        fields = daft.functions.to_struct(*(col(name) for name in tables.SCHEMAS["sketches"].names))
        keys = daft.read_parquet(f"{out}/sketches/*.parquet").select(_keys(fields).alias("k"))
        keys = keys.select(col("k").unnest()).collect()
        links, joins = _part_undated(_links(keys).collect(), keys)
        told = _settle(keys, links, joins, total).collect()
        found = {name: told.select(col(name)).explode(name).where(col(name).not_null()) for name in tables.GROUPED}
        rows = {name: frame.select(col(name).unnest()) for name, frame in found.items()}
        rows["stories"] = _join(rows["stories"], joins, keys)
    for name in tables.GROUPED:
        staged = out / f"{STAGED}{name}"
        shutil.rmtree(staged, ignore_errors=True)
        for part, table in enumerate(_tables_of(rows[name], name) if total else [tables.made(name, [])]):
            staged.mkdir()
            parts.write(staged, {name: table})
            parts.place(staged, out, part)


def _links(keys: DataFrame) -> DataFrame:
    """The links between all reports."""
    grouped = keys.select("key", "bands").explode("bands").groupby("bands").agg(col("key").list_agg().alias("members"))
    pairs = grouped.where(col("members").list_count() > lit(1)).select(_pairs(col("members")).alias("p")).explode("p")
    pairs = pairs.where(col("p").not_null()).select(col("p").unnest()).distinct().collect()
    wanted = pairs.select("block", col("a").alias("article")).concat(pairs.select("block", col("b").alias("article")))
    held = wanted.distinct().join(keys.select("article", "packed"), on="article").groupby("block")
    blocks = held.agg(col("packed").list_agg()).join(
        pairs.groupby("block").agg(col("a").list_agg(), col("b").list_agg()), on="block"
    )
    found = blocks.select(_link(col("packed"), col("a"), col("b")).alias("l")).explode("l")
    return found.where(col("l").not_null()).select(col("l").unnest())


def _part_undated(links: DataFrame, keys: DataFrame) -> tuple[DataFrame, DataFrame]:
    """The links that make components, and for reports without a day the one that each goes with; as `stories.part_undated`."""
    mixed = links.where(col("undated").not_null())
    nearest = mixed.groupby("undated").agg(*(col(name).list_agg() for name in ("a", "b", "weight")))
    joins = nearest.select(_nearest(col("undated"), col("a"), col("b"), col("weight")).alias("j"))
    joins = joins.select(col("j").unnest()).collect()
    kept = links.where(col("undated").is_null()).exclude("undated")
    for side in ("a", "b"):
        kept = kept.join(joins.select("one"), left_on=side, right_on="one", how="anti")
    return kept.collect(), joins


def _components(links: DataFrame) -> DataFrame:
    """Every report that has a link, with the smallest id that links lead to from it."""
    edges = links.select("a", "b").concat(links.select(col("b").alias("a"), col("a").alias("b"))).collect()
    labels = edges.select(col("a").alias("node"), col("a").alias("label")).distinct().collect()
    for _ in range(MAX_ROUNDS):
        near = edges.join(labels, left_on="b", right_on="node").groupby("a").agg(col("label").min().alias("near"))
        lower = labels.join(near, left_on="node", right_on="a").select(
            "node",
            "label",
            daft.functions.when(col("near") < col("label"), col("near")).otherwise(col("label")).alias("low"),
        )
        jump = lower.select(col("node").alias("low"), col("low").alias("lower"))
        after = lower.join(jump, on="low").select("node", "label", col("lower")).collect()
        labels = after.select("node", col("lower").alias("label")).collect()
        if not after.where(col("label") != col("lower")).count_rows():
            return labels
    raise RuntimeError(f"links lead further than {MAX_ROUNDS} rounds of jumps")


def _settle(keys: DataFrame, links: DataFrame, joins: DataFrame, total: int) -> DataFrame:
    """The stories and families of all components, some components a row."""
    labels = _components(links)
    buckets = 1 + total // BUCKET
    alone = keys.select("article", "packed").join(joins.select("one"), left_on="article", right_on="one", how="anti")
    labelled = alone.join(labels, left_on="article", right_on="node", how="left").select(
        "packed", (daft.functions.coalesce(col("label"), col("article")).hash() % lit(buckets)).alias("bucket")
    )
    reports = labelled.groupby("bucket").agg(col("packed").list_agg())
    tied = links.join(labels, left_on="a", right_on="node").select(
        (col("label").hash() % lit(buckets)).alias("bucket"),
        daft.functions.to_struct(*map(col, _LINKED)).alias("links"),
    )
    tied = tied.groupby("bucket").agg(col("links").list_agg())
    return (
        reports.join(tied, on="bucket", how="left")
        .select(_told(col("packed"), col("links")).alias("told"))
        .select(col("told").unnest())
    )


def _join(told: DataFrame, joins: DataFrame, keys: DataFrame) -> DataFrame:
    """The stories with the reports without a day that go with one of theirs."""
    homes = told.select(col("id"), col("articles").alias("other")).explode("other")
    added = joins.join(homes, on="other").join(keys.select(col("article").alias("one"), "packed"), on="one")
    added = added.groupby("id").agg(col("packed").list_agg())
    return (
        told.join(added, on="id", how="left")
        .with_column("articles", _added(col("articles"), col("packed")))
        .exclude("packed")
    )


_LINKED = ("a", "b", "kind", "weight", "rule")


@daft.func.batch(return_dtype=DataType.from_arrow_type(_KEYS))
def _keys(sketches: Series) -> list[dict[str, Any]]:
    """What joins need of each sketch: `key` sorts as `stories.order` does, `packed` is all of it."""
    out = []
    for sketch in tables.sketches_of(pa.Table.from_struct_array(_arrow(sketches))):
        place, article = stories.order(sketch)
        out.append(
            {
                "article": article,
                "key": f"{place:07}{article}",
                "bands": list(stories.bands(sketch)),  # of a tuple Daft makes the longest length of all
                "packed": msgspec.msgpack.encode(sketch),
            }
        )
    return out


@daft.func.batch(return_dtype=DataType.from_arrow_type(pa.list_(_PAIR)))
def _pairs(bands: Series) -> list[list[dict[str, Any]]]:
    """The pairs of each band, and in which block of days each is looked at."""
    out = []
    for keys in bands.to_pylist():
        out.append(
            [
                {
                    "block": _block(keys[i], keys[j]),
                    "a": min(keys[i][7:], keys[j][7:]),
                    "b": max(keys[i][7:], keys[j][7:]),
                }
                for i, j in stories.pairs(map(_outline, keys))
            ]
        )
    return out


def _outline(key: str) -> Sketch:
    """As much of a sketch as tells its place and its id."""
    place = int(key[:7])
    day = date.fromordinal(place).isoformat() if place else None
    none: tuple[int, ...] = ()
    return Sketch(
        article=key[7:],
        source="",
        day=day,
        day_from=None,
        words=none,
        days=none,
        signature=none,
        fingerprints=none,
    )


def _block(a: str, b: str) -> int:
    places = [place for place in (int(a[:7]), int(b[:7])) if place]
    return min(places) // BLOCK_DAYS if places else -1 - int(min(a[7:], b[7:]), 16) % DAYLESS_BLOCKS


@daft.func.batch(return_dtype=DataType.from_arrow_type(pa.list_(_LINK)), batch_size=1)
def _link(packed: Series, a: Series, b: Series) -> list[list[dict[str, Any]]]:
    """The links among the pairs of each block."""
    out = []
    for held, ones, others in zip(packed.to_pylist(), a.to_pylist(), b.to_pylist(), strict=True):
        sketches = {sketch.article: sketch for sketch in _unpacked(held)}
        rows = []
        for one, other in zip(ones, others, strict=True):
            found = stories.link(sketches[one], sketches[other])
            if found is not None:
                dayless = [i for i in (one, other) if not stories.place(sketches[i])]
                row = {name: getattr(found, name) for name in _LINKED}
                rows.append({**row, "undated": dayless[0] if len(dayless) == 1 else None})
        out.append(rows)
    return out


@daft.func.batch(return_dtype=DataType.from_arrow_type(_JOIN))
def _nearest(undated: Series, a: Series, b: Series, weight: Series) -> list[dict[str, str]]:
    """With which report each report without a day goes."""
    out = []
    for one, ones, others, weights in zip(*(s.to_pylist() for s in (undated, a, b, weight)), strict=True):
        links = [Link(a=x, b=y, kind="", weight=w, rule="") for x, y, w in zip(ones, others, weights, strict=True)]
        out.append({"one": one, "other": stories.part_undated(links, [one])[1][one]})
    return out


@daft.func.batch(return_dtype=DataType.from_arrow_type(_TOLD), batch_size=1)
def _told(packed: Series, links: Series) -> list[dict[str, Any]]:
    """The stories and families of some components."""
    out = []
    for held, tied in zip(packed.to_pylist(), links.to_pylist(), strict=True):
        told = stories.settle(_unpacked(held), [Link(**row) for row in tied or ()])
        out.append(
            {
                "stories": [
                    {
                        "id": s.id,
                        "title": s.title,
                        "first": _day(s.first),
                        "last": _day(s.last),
                        "articles": [a.id for a in s.articles],
                    }
                    for s in told.stories
                ],
                "families": [{"id": f.id, "articles": list(f.articles), "rule": f.rule} for f in told.families],
            }
        )
    return out


@daft.func.batch(return_dtype=DataType.list(DataType.string()))
def _added(articles: Series, packed: Series) -> list[list[str]]:
    """The reports of each story, those without a day last."""
    out = []
    for ids, held in zip(articles.to_pylist(), packed.to_pylist(), strict=True):
        undated = {sketch.article: sketch for sketch in _unpacked(held)}
        story = StoryGroup(id="", title=None, first=None, last=None, articles=())
        more = stories.join(undated, dict.fromkeys(undated, ""), {"": story}).stories
        out.append([*ids, *(a.id for s in more for a in s.articles)])
    return out


def _unpacked(held: Iterable[bytes] | None) -> list[Sketch]:
    return list(map(msgspec.msgpack.Decoder(Sketch).decode, held or ()))


def _day(day: str | None) -> date | None:
    return None if day is None else date.fromisoformat(day)


def _tables_of(rows: DataFrame, name: str) -> Iterator[pa.Table]:
    """The rows of a table as they come; a table without rows where there are none."""
    none = True
    for batch in rows.select(*tables.SCHEMAS[name].names).to_arrow_iter():
        if batch.num_rows:
            none = False
            yield pa.Table.from_batches([batch]).cast(tables.SCHEMAS[name])
    if none:
        yield tables.made(name, [])


def _arrow(series: Series) -> pa.StructArray:
    array = series.to_arrow()
    return array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array
