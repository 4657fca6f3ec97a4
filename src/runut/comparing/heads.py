"""The head of what a figure counts: the noun by which two counts are of one thing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from runut.comparing.measures import PEOPLE
from runut.comparing.series_words import Words
from runut.model import Figure

# Two counts of one kind that stand so near one another share out a whole.
SHARED_OUT = 40
# Whose number `total petugas 16 orang` tells.
OF_PERSONS = frozenset(["person", "suspect", "force"])
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NOUN_RULE = "measure:noun:"
_GLUED = re.compile(r"\b[a-z]{3,20}(?=[A-Z]{2})")


def find(figure: Figure, before: str, words: Words) -> str:
    """The head of what is counted; what stands before the number (`before`) may tell who the people are: `pelaku berjumlah dua orang`."""
    head = of(figure, words)
    told = words.subject.search(before) if figure.measure == "other" and head in words.classifiers else None
    noun = (told["noun"] or told["counted"]).lower() if told is not None else ""
    return noun if words.kinds.get(noun) in OF_PERSONS else head


def of(figure: Figure, words: Words) -> str:
    """The head of the words counted: as the reading rule found it, else the first word."""
    if figure.rule.startswith(_NOUN_RULE):
        return figure.rule.removeprefix(_NOUN_RULE)
    counted = _GLUED.sub(r"\g<0> ", figure.counted or "")  # `mahasiswaUPL`, its space lost
    found = _WORD.findall(counted.lower())
    if len(found) > 1 and found[0] in words.classifiers and found[1] in words.nouns:  # `orang mahasiswa`
        found = found[1:]
    head = " ".join(found[:2])
    if figure.measure in PEOPLE | {"other"} and head not in words.nouns and found and found[0] in words.nouns:
        head = found[0]  # `mahasiswa Universitas …`
    return "" if head in words.referring else head


def is_general(head: str, measure: str, words: Words) -> bool:
    """Whether a head stands for all who are counted."""
    measures = words.general.get(head)
    return measures is not None and (not measures or measure in measures)


def share_out(figure: Figure, head: str, others: Sequence[Figure], text: str, words: Words) -> bool:
    """Whether a count stands beside one of a narrower group, so that the two share out a whole: `lima siswa dan dua warga`.

    A whole beside what it is made up of shares out nothing (`12 nyawa: lima guru dan tujuh siswa`), nor do people beside their families
    (`1.200 jiwa dari 310 KK`).
    """
    if figure.measure not in PEOPLE or not head:
        return False
    beside = [
        f for f in others if f.measure == figure.measure and abs(f.number.start - figure.number.start) < SHARED_OUT
    ]
    for f in beside:
        other = of(f, words)
        if not other or other == head or is_general(other, figure.measure, words):
            continue
        if other.split(" ")[0] in words.households or other in words.households:
            continue
        behind = f.number.start > figure.number.start and (f.low or 0) < (figure.low or 0)
        if behind and words.made_up.search(text[figure.number.end : f.number.start]):
            continue
        return True
    return False


def sort(figure: Figure, head: str) -> str:
    """The word after the head of what is counted."""
    after = (figure.counted or "").lower().partition(head)[2].split() if head else []
    return after[0] if after and after[0].isalpha() else ""


def held(figure: Figure, head: str, words: Words) -> str:
    """The noun behind one that only holds it or tells its form (`buku rekening`, `unit bus`), else the head."""
    found = _WORD.findall((figure.counted or "").lower())
    return found[1] if len(found) > 1 and found[0] in words.shells and found[0] == head.split(" ")[0] else head


def noun(figure: Figure, head: str, words: Words) -> tuple[str, ...]:
    """The words of a head by one spelling and name (`personel` for `personil` and `petugas`), without what only holds the next (`medali
    perak`, `unit mobil`) or classes them (`orang personel`).
    """
    found = _WORD.findall((figure.counted or head).lower()) if head else []
    told = [words.spellings.get(w, w) for w in found if w not in words.classifiers]
    plain = [w for w in told if w not in words.shells] or told
    return tuple(plain[:2])


def same_noun(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two nouns are one, or one is the other's beginning: `kepala`, `kepala daerah`."""
    if not a or not b:
        return False
    return a == b or a[:1] == b or a == b[:1]
