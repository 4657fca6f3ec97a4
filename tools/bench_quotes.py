"""Measure quotations and their speakers on PFSA-ID (Purnomo et al. 2022).

    python tools/bench_quotes.py [--part train|test] [--show LABEL]

The corpus marks what public figures say in quotation marks, token by token: the quotation with its marks (STATEMENT), the cue (CUE, or
CUECOREF where the speaker is only its `-nya`), who speaks where the cue stands (PERSONCOREF: a name or office told before), and once a
person the words that introduce him (ROLE, AFFILIATION, PERSON). The text is put together from the tokens, read as any report, and our
findings are brought into these conventions here; the library knows nothing of them. `test` is measured only: no rule is made on it, and
nothing of it is shown.
"""

from __future__ import annotations

import argparse
import re
import sys
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from runut import codec, face, pipeline
from runut.lang import Language
from runut.model import Anchor, Article, Mention, Name, Reading, Statement

ROOT = Path(__file__).resolve().parent.parent
GROUPS = {
    "STATEMENT": ("STATEMENT",),
    "CUE, CUECOREF": ("CUE", "CUECOREF"),
    "PERSON, PERSONCOREF, ROLE, AFFILIATION": ("PERSON", "PERSONCOREF", "ROLE", "AFFILIATION"),
}
MARKS = "“”\"'’‘"
# What may stand before an office and belongs to it.
_PREFIX = re.compile(
    r"(?:(?:Wakil|Deputi|Presiden|Pelaksana Tugas|Penjabat|Pejabat Sementara|[Mm]antan|[Ss]alah (?:satu|seorang)|Plt\.?|Pj)"
    r"(?: \([A-Za-z]+\))? )*"
)
# A report opens with its dateline; where none stands, two reports are read as one.
DATELINE = re.compile(r"[^a-z]{3,60}, KOMPAS\b")
# An introduction is no longer than this (characters before or behind the name; the longest of 1,600 in `train` has 163).
LONGEST_INTRODUCTION = 170

# Ordinary people: what they say is not marked.
ORDINARY = re.compile(
    "warga|penduduk|korban|pembeli|pedagang|penjual|sopir|pengemudi|petani|nelayan|buruh|pekerja|karyawan|mahasiswa|siswa|siswi|pelajar"
    "|ibu|ayah|bapak|istri|suami|anak|adik|kakak|paman|bibi|nenek|kakek|cucu|mertua|tetangga|kekasih|sahabat|teman|rekan|pemilik|orang"
    "|penumpang|pengunjung|pelanggan|nasabah|pemuda|remaja|wisatawan|turis|pengusaha|pelaku|relawan|sukarelawan|peternak|tukang|penyumbang|artis|vokalis|pedagang|siswi|perantau|buruh|seorang|pak|bu|si|sang"
)
# Parts of a body that belong to the role: `Kepala Bidang X`.
UNITS = re.compile(
    r"(?:Bidang|Bagian|Biro|Pusat (?!Pengelola)|Seksi|Direktorat|Komisi (?:[IVX]+|[A-E]|Tetap)\b|Komite Ritel|Fraksi|Program"
    r"|Departemen|Divisi|Bareskrim|Resor Konservasi|Harian|Tim (?:Pakar|Peneliti)|Pemuda Tani|Forum Laut|DPP|DPC|Sekretariat|Humas"
    r"|Dewan (?:Pimpinan|Komisioner|Pengurus|Perwakilan)(?: Daerah| Pusat| Wilayah| Cabang)?|Unit|Satuan Pelaksana|Subdirektorat"
    r"|Kantor|Resor|Induk|Badan Legislasi|Penerangan)\b"
)

Token = tuple[str, str]
Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Document:
    """A stretch of the corpus as running text; `starts`/`ends` place each token in it."""

    text: str
    starts: list[int]
    ends: list[int]
    gold: list[Span]


def read_lines(path: Path) -> Iterator[list[Token]]:
    """The lines of the corpus, each a list of (token, label)."""
    line: list[Token] = []
    for raw in path.read_text("utf-8").split("\n"):
        word, tab, label = raw.partition("\t")
        if tab:
            line.append((word, label))
        elif line:
            yield line
            line = []
    if line:
        yield line


def read_documents(path: Path) -> list[Document]:
    """The corpus cut at its datelines."""
    documents: list[list[list[Token]]] = [[]]
    for line in read_lines(path):
        if DATELINE.match(" ".join(w for w, _ in line[:12]).replace(" ,", ",")) and documents[-1]:
            documents.append([])
        documents[-1].append(line)
    return [put_together(lines) for lines in documents]


def put_together(lines: list[list[Token]]) -> Document:
    """Running text out of tokens: marks of punctuation and quotation set as a newspaper sets them."""
    words = [word for line in lines for word, _ in line]
    lasts = {k - 1 for k in accumulate(len(line) for line in lines)}
    opening = opening_marks(words, lasts)
    text, starts, ends = "", [], []
    glued = True
    for k, word in enumerate(words):
        before = word in ",.:;?!)]/-" or (word in "”’" and k not in opening)
        if not before and not glued:
            text += " "
        starts.append(len(text))
        text += word
        ends.append(len(text))
        glued = k in opening or word in "([/" or (word == "-" and k > 0 and words[k - 1][-1:].isalnum())
    return Document(text, starts, ends, spans_of([label for line in lines for _, label in line]))


def opening_marks(words: list[str], lasts: set[int]) -> set[int]:
    """Which marks of quotation open; the corpus has ” on both sides, and leaves an opening one at the end of a line.

    A mark behind a comma closes; one at a line's end opens where the next mark closes so; any other opens where none is open.
    """
    marks = [k for k, word in enumerate(words) if word in "“”‘"]
    opening, opened = set(), False
    for at, k in enumerate(marks):
        after = marks[at + 1] if at + 1 < len(marks) else None
        closes = words[k] == "”" and k > 0 and words[k - 1] == ","
        led = k in lasts and after is not None and words[after] == "”" and words[after - 1] == ","
        opened = words[k] != "”" or (not closes and (led or not opened))
        if opened:
            opening.add(k)
    return opening


def spans_of(labels: list[str]) -> list[Span]:
    """The spans of BILOU labels, as (first token, token after the last, label)."""
    out, start = [], None
    for k, tag in enumerate(labels):
        place, _, label = tag.partition("-")
        if place == "U":
            out.append((k, k + 1, label))
        elif place == "B":
            start = k
        elif place == "L" and start is not None:
            out.append((start, k + 1, label))
        if place in ("O", "U", "L"):
            start = None
    return out


class Conventions:
    """One reading in the conventions of PFSA-ID."""

    def __init__(self, document: Document, reading: Reading, language: Language) -> None:
        self._document = document
        self._text = document.text
        self._reading = reading
        self._names = {n.id: n for n in reading.names}
        self._orgs = [(m.start, m.end) for n in reading.names if n.type == "ORG" for m in n.mentions]
        self._words = language.derive(_words_of)
        people = [m for n in reading.names if n.type == "PER" for m in _plain(n) if " " in m.text]
        self._people = [m.end for m in people if not self._words.heads.match(m.text)]
        # The first sentence is marked as the report's issue, and as nothing else.
        self._body = reading.sentences[0].end if reading.sentences else 0

    def spans(self) -> list[Span]:
        """Our findings as token spans."""
        out: set[Span] = set()
        told: set[str] = set()
        for said in self._reading.statements:
            marks = self._marks(said)
            if said.form not in ("direct", "partial") or said.cue_start is None or said.cue_end is None or not marks:
                continue
            name = self._names.get(said.speaker.entity or "") if said.speaker else None
            introduced = self._introduction(name, said.start) if name and name.type == "PER" else []
            beside = self._beside(said)
            if name and name.type == "PER" and self._is_ordinary(name, introduced):
                continue
            if said.speaker and said.speaker.text and ORDINARY.match(said.speaker.text.lower()):
                continue
            out.update(self._tokens(*marks, "STATEMENT"))
            own = re.split(r"\W", self._text[said.cue_start : said.cue_end])[-1]
            cue = (said.cue_end - len(own), said.cue_end)
            out.update(self._tokens(*cue, "CUECOREF" if own.endswith("nya") else "CUE"))
            for a, b, label in beside:
                out.update(self._tokens(a, b, label))
            if name and name.id not in told and not any(label == "ROLE" for *_, label in beside):
                for a, b, label in introduced:
                    out.update(self._tokens(a, b, label))
            told.update([name.id] if name else [])
        return sorted(out)

    def _tokens(self, start: int, end: int, label: str) -> list[Span]:
        first = bisect_right(self._document.ends, start)
        last = bisect_left(self._document.starts, end)
        return [(first, last, label)] if last > first else []

    def _marks(self, said: Statement) -> tuple[int, int] | None:
        """The quotation with its marks."""
        text, start, end = self._text, said.start, said.end
        if start and text[start - 1] in MARKS and text[end : end + 1] and text[end] in MARKS:
            return start - 1, end + 1
        return None

    def _is_ordinary(self, name: Name, introduced: list[tuple[int, int, str]]) -> bool:
        """Whether a person is no public figure: told with his age, or as a neighbour, trader or relative."""
        text = self._text
        if any(self._words.age.match(text, m.end) for m in _plain(name)):
            return True
        if introduced:
            return any(
                self._words.ordinary_role.match(text[a:b].lower()) for a, b, label in introduced if label == "ROLE"
            )
        around = [(text[max(0, m.start - 60) : m.start], text[m.end : m.end + 60]) for m in _plain(name)]
        return any(
            self._words.ordinary_after.match(after) or self._words.ordinary.search(before) for before, after in around
        )

    def _beside(self, said: Statement) -> list[tuple[int, int, str]]:
        """The phrase beside the cue: an introduction of its own, or words that point back to one."""
        speaker = said.speaker
        if speaker is None or speaker.start is None or speaker.end is None:
            return []
        name = self._names.get(speaker.entity or "")
        inside = [m for m in _plain(name) if speaker.start <= m.start and m.end <= speaker.end] if name else []
        if name is None or name.type != "PER" or not inside:
            return [(speaker.start, speaker.end, "PERSONCOREF")]
        parts = self._parts(inside[0].start, inside[0].end)
        if len(parts) > 1 and " " in inside[0].text:
            return parts
        return [(min(speaker.start, inside[0].start), inside[0].end, "PERSONCOREF")]

    def _introduction(self, name: Name, before: int) -> list[tuple[int, int, str]]:
        """The last mention with a role before a place, else the first one; else the last run of capitals that his name opens."""
        told = [(m.start, parts) for m in _plain(name) if len(parts := self._parts(m.start, m.end)) > 1]
        body = [(at, parts) for at, parts in told if at > self._body] or told
        if body:
            return next((parts for at, parts in reversed(body) if at < before), body[0][1])
        called = re.compile(rf"\b{re.escape(name.name.split()[0])}(?: [A-Z][\w’']+){{0,3}}")
        runs = [self._parts(m.start(), m.end()) for m in called.finditer(self._text, 0, before)]
        return next((parts for parts in reversed(runs) if len(parts) > 1), [])

    def _parts(self, at: int, end: int) -> list[tuple[int, int, str]]:
        """ROLE, AFFILIATION and PERSON around a name; only PERSON where no role stands beside it."""
        start = self._person_start(at)
        person = (start, end, "PERSON")
        before = self._role_before(start)
        if before:
            return [*self._split(*before), person]
        after = self._role_after(end)
        return [person, *self._split(*after)] if after else [person]

    def _person_start(self, at: int) -> int:
        """Ranks and forms of address belong to the person."""
        start = at - 2 * self._text.endswith(" I ", 0, at)  # `I Wayan`
        while rank := self._words.personal.search(self._text, max(0, start - 40), start):
            start = rank.start()
        return start

    def _role_before(self, start: int) -> tuple[int, int] | None:
        text = self._text
        floor = max([max(0, start - LONGEST_INTRODUCTION), *self._walls(start)])
        end = start
        while end > floor and text[end - 1] in " ,(":
            end -= 1
        for head in self._words.heads.finditer(text, floor, end):
            if not self._words.no_role.search(text, head.start(), end) and head.end() <= end:
                before = self._words.prefixed.search(text, floor, head.start())
                return (before.start() if before else head.start()), end
        plain = self._words.capitals.search(text[floor:end])  # `Vice President Commercial XYZ Ratna`
        return (floor + plain.start(), end) if plain else None

    def _walls(self, start: int) -> list[int]:
        floor = max(0, start - LONGEST_INTRODUCTION)
        told = [end for end in self._people if floor < end < start - 1 and self._words.next.match(self._text, end)]
        return [*told, *(m.end() for m in self._words.wall.finditer(self._text, floor, start))]

    def _role_after(self, end: int) -> tuple[int, int] | None:
        text = self._text
        lead = self._words.behind.match(text, end)
        head = self._words.heads.match(text, lead.end()) if lead else None
        stop = self._words.stop.search(text, head.end(), head.end() + LONGEST_INTRODUCTION) if head else None
        return (head.start(), stop.start()) if head and stop else None

    def _split(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """An office and the body that it is an office of: a university, ministry or police force where there is one, else the first
        body named, else what follows a plain office.
        """
        text = self._text
        if self._words.single.match(text, start, end):
            return [(start, end, "ROLE")]
        for joint in self._words.joint.finditer(text, start, end):
            named = self._words.offices.match(text, joint.end(), end) or text[joint.end()].islower()
            if named and self._words.heads.match(text, joint.end(), end):
                return [*self._split(start, joint.start()), *self._split(joint.end(), end)]
        heads = [m.start() for m in self._words.organisations.finditer(text, start + 1, end)]
        named = [a for a, b in self._orgs if start < a < end and b <= end]
        begins = [at for at in sorted({*heads, *named}) if text.count("(", start, at) == text.count(")", start, at)]
        begins = [at for at in begins if not self._words.rest.match(text, at)]
        units = [at for at in begins if UNITS.match(text, at)]
        bodies = [at for at in begins if at not in units]
        strong = [at for at in bodies if self._words.strong.match(text, at)]
        plain = self._words.plain.match(text, start, end)
        acronym = self._words.acronym.search(text[start:end])
        last = [start + acronym.start()] if acronym else []
        for at in [*strong[:1], *bodies[:1], *last, *units[:1], *([plain.end()] if plain else [])]:
            stop = len(text[:at].rstrip(" ,("))
            link = self._words.link.search(text, start, stop)
            stop = link.start() if link else stop
            if stop > start and self._words.task.search(text[at:end]):
                return [(start, end, "ROLE")]  # `Ketua XYZ Bidang Y`, `Anggota Komisi I XYZ dari Fraksi Y`
            if stop > start:
                seat = self._words.seat.search(text[:end], at)
                return [(start, stop, "ROLE"), (at, seat.start() if seat else end, "AFFILIATION")]
        return [(start, end, "ROLE")]


def _plain(name: Name) -> list[Mention]:
    """The mentions without the office before them, in the order of the text."""
    shortest: dict[int, Mention] = {}
    for mention in name.mentions:
        kept = shortest.get(mention.end)
        if kept is None or mention.start > kept.start:
            shortest[mention.end] = mention
    return sorted(shortest.values(), key=lambda m: m.start)


@dataclass(frozen=True, slots=True)
class _Words:
    offices: re.Pattern[str]
    personal: re.Pattern[str]
    heads: re.Pattern[str]
    single: re.Pattern[str]
    organisations: re.Pattern[str]
    strong: re.Pattern[str]
    plain: re.Pattern[str]
    wall: re.Pattern[str]
    no_role: re.Pattern[str]
    behind: re.Pattern[str]
    link: re.Pattern[str]
    stop: re.Pattern[str]
    prefixed: re.Pattern[str]
    acronym: re.Pattern[str]
    rest: re.Pattern[str]
    task: re.Pattern[str]
    joint: re.Pattern[str]
    capitals: re.Pattern[str]
    next: re.Pattern[str]
    seat: re.Pattern[str]
    age: re.Pattern[str]
    ordinary: re.Pattern[str]
    ordinary_after: re.Pattern[str]
    ordinary_role: re.Pattern[str]


def _words_of(language: Language) -> _Words:
    """The words that tell where an introduction begins and falls apart, out of the library's tables."""

    def any_of(words: list[str]) -> str:
        return "|".join(re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w)))

    titles = language.table("titles")
    offices = [r["form"] for r in titles if r["kind"] not in ("honorific", "rank", "suffix")]
    offices += [r["form"] for r in language.table("office_words")]
    personal = [r["form"] for r in titles if r["kind"] in ("honorific", "rank")]
    bodies = {r["word"] for r in language.table("speech_words") if r["use"] in ("body", "kin", "plural")}
    heads = offices + [r["head"] for r in language.table("speaker_heads") if r["head"].split()[0] not in bodies]
    heads = [h for h in heads if not ORDINARY.fullmatch(h)]
    heads += [h[:1].upper() + h[1:] for h in heads]
    organisations = [r["form"] for r in language.table("org_heads") if not UNITS.match(r["form"] + " ")]
    organisations += [r["form"] for r in language.table("acronyms") if r["type"] == "ORG"]
    organisations += [
        "Gugus Tugas",
        "Satgas",
        "Bank",
        "Hotel",
        "LBH",
        "Walhi",
        "Polri",
        "Mabes Polri",
        "Fakultas",
        "Pimpinan Pusat",
        "Komando",
        "Institute",
        "Pondok Pesantren",
        "Stasiun",
        "Pengurus Besar",
        "Asosiasi",
        "Perumda",
        "PO",
        "PD",
        "Taman",
        "Pemprov",
    ]
    return _Words(
        offices=re.compile(rf"(?:{any_of(offices)})\b"),
        personal=re.compile(
            rf"(?<![^ ,(])(?:{any_of(personal)}|Ajun|Komisaris(?! Utama)|Pastor|Dokter)"
            r"(?: Besar| Satu| Dua| Muda| Madya| Jenderal| Kolonel| TNI| Laut| Polisi| dokter gigi)*\.?(?: \(\w+\)\.?| Pol\.?)? $"
        ),
        heads=re.compile(rf"(?<![\w-])(?:{any_of(heads)})\b"),
        single=re.compile(
            rf"{_PREFIX.pattern}(?:Presiden(?! Direktur)|Menteri|Men[a-z]{{2,8}}|Menko [A-Z]\w+|Gubernur|Bupati|Wali ?[Kk]ota|Kapol\w+|"
            r"Pangdam|Panglima|Camat|Lurah|Kepala (?:Desa|Dusun|Sekolah|Sekretariat|Puskesmas)|Jaksa Agung|Sekretaris Daerah|Sekda|"
            r"Imam Besar|[Hh]akim)\b"
        ),
        organisations=re.compile(rf"(?<![\w-])(?<!Dewan )(?:{any_of(organisations)})\b"),
        strong=re.compile(
            r"(?:Fakultas|Universitas|Institut|Kementerian|Kejaksaan|Lembaga Ilmu|Polda|Polres|Kepolisian)\b"
        ),
        plain=re.compile(
            r"(?:(?:[Kk]etua|Wakil Ketua|Direktur|Sekretaris|Koordinator|CEO|(?:Co-)?[Ff]ounder|[Pp]endiri|[Pp]eneliti|[Aa]nggota"
            r"|[Pp]engajar|Manajer|Kepala|Rektor|Dekan|[Pp]emimpin|Pengelola|[Pp]rakirawan)"
            r"(?: Umum| Utama| Eksekutif| Nasional| Jenderal)? )(?=[A-Z])"
        ),
        wall=re.compile(
            r"[.;:?!“”] |(?:terpisah|itu|lain|lanjut|sama), |[”“]|\d{4}\)"
            r"|\b(?:kata|ujar|ucap|tutur|ungkap|jelas|[Mm]enurut|oleh|yakni|yaitu|kepada|bersama|dengan)\b"
        ),
        no_role=re.compile(r"\b(?:me[a-z]{4,}|ber[a-z]{4,}|adalah|akan|sudah|telah|itu|ini|tersebut)\b"),
        behind=re.compile(r"(?: \(\d{1,2}\))?(?:, ?(?:yang juga |selaku )?| selaku | yang juga | dari )"),
        link=re.compile(r" (?:dari|pada|di|of)$"),
        prefixed=re.compile(_PREFIX.pattern.replace(")*", ")+$")),
        capitals=re.compile(
            r"(?:(?<=^)|(?<=[.,] )|(?<=^ ))(?:[A-Z][\w&/-]+ (?:of |and |at |for )?){1,6}[A-Z][\w&/-]+$"
        ),
        next=re.compile(r",(?: dan| serta)? |;| dan "),
        task=re.compile(r" (?:Bidang|untuk|dari Fraksi|Divisi) "),
        rest=re.compile(r"(?:Utama|Umum|Eksekutif|Nasional|Jenderal)\b"),
        joint=re.compile(r",? (?:dan|sekaligus|yang juga|serta) "),
        seat=re.compile(r", [A-Z][a-z]+(?: [A-Z][a-z]+)?$"),
        acronym=re.compile(r"(?<= )[A-Z]{2,}[A-Za-z]*(?: [A-Z][a-z]+){0,3}$"),
        age=re.compile(r" \(\d\d\)"),
        ordinary_after=re.compile(rf",? (?:yang bekerja|(?:salah )?seorang|{ORDINARY.pattern})\b"),
        ordinary_role=re.compile(
            rf"(?:(?:salah satu|salah seorang|dua|tiga) )?(?:{ORDINARY.pattern}|ketua rt|guru honorer)\b"
        ),
        ordinary=re.compile(rf"\b(?:{ORDINARY.pattern})\b[^.,;“”\"]*$"),
        stop=re.compile(r",? (?=me[a-z]{4,}|saat|ketika|dalam|seusai|usai|pada|di [A-Z]|yang)|[,.;:”“]"),
    )


def measure(documents: list[Document]) -> tuple[Counter[tuple[str, str]], dict[str, list[tuple[str, str, str]]]]:
    """Counts by label of what is right, found and wanted; and what is missed or too much, with its surroundings."""
    languages = face.languages()
    counts: Counter[tuple[str, str]] = Counter()
    odd: dict[str, list[tuple[str, str, str]]] = {}
    for n, document in enumerate(documents):
        source = f"document {n}"
        article = Article(
            id=codec.article_id(source, document.text),
            source=source,
            text=document.text,
            sha256=codec.sha256(document.text),
            language="id",
        )
        first = pipeline.glance(article, languages)
        reading = pipeline.read(first, Anchor(), languages, only=("names", "statements"))
        ours = set(Conventions(document, reading, languages["id"]).spans())
        gold = {s for s in document.gold if any(s[2] in labels for labels in GROUPS.values())}
        for kind, spans in (("right", ours & gold), ("found", ours), ("wanted", gold)):
            counts.update((kind, label) for *_, label in spans)
        for what, spans in (("missed", gold - ours), ("extra", ours - gold)):
            for a, b, label in sorted(spans):
                start, end = document.starts[a], document.ends[b - 1]
                around = f"{document.text[max(0, start - 90) : start]}[[{document.text[start:end]}]]{document.text[end : end + 90]}"
                odd.setdefault(label, []).append((what, source, around))
    return counts, odd


def table(counts: Counter[tuple[str, str]]) -> str:
    """Precision, recall and F1 of every group and label as a Markdown table."""
    rows = ["| PFSA-ID, strict token spans | annotated | found | P | R | F1 |", "|---|---|---|---|---|---|"]
    for group, labels in [*GROUPS.items(), *((label, (label,)) for g in GROUPS.values() if len(g) > 1 for label in g)]:
        right, found, wanted = (sum(counts[kind, label] for label in labels) for kind in ("right", "found", "wanted"))
        p, r, f = right / max(1, found), right / max(1, wanted), 2 * right / max(1, found + wanted)
        rows.append(f"| {group} | {wanted} | {found} | {p:.3f} | {r:.3f} | {f:.3f} |")
    return "\n".join(rows)


def measure_quotes(shared: Path, part: str = "test") -> str:
    """The table for one part of PFSA-ID."""
    return table(measure(read_documents(shared / "data" / "quotes" / "pfsa-id" / f"{part}.txt"))[0])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--part", choices=("train", "test"), default="test")
    parser.add_argument("--first", type=int, help="only so many documents")
    parser.add_argument("--show", metavar="LABEL", help="what is missed and too much of one label (train only)")
    options = parser.parse_args()
    if options.show and options.part == "test":
        sys.exit("test is measured only")
    path = options.shared / "data" / "quotes" / "pfsa-id" / f"{options.part}.txt"
    counts, odd = measure(read_documents(path)[: options.first])
    for what, source, around in odd.get(options.show or "", []):
        print(f"{what:6} {source}: {around}")
    print(table(counts))


if __name__ == "__main__":
    main()
