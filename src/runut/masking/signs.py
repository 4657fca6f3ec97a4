"""Signs: the words around a name that tell how old its bearer is, and what was done to whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from runut.lang import Language

ADULT = 18
REACH = 90
"""How many characters before and behind a name are looked at."""

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Signs:
    """The patterns of a language; those of `…_before` end where a name begins, those of `…_after` begin where it ends."""

    ages: Mapping[str, int]
    age_before: tuple[Pattern, ...]
    age_after: tuple[Pattern, ...]
    once: Pattern
    young: Pattern
    fiction: Pattern
    child_before: Pattern
    child_after: Pattern
    adult_before: Pattern
    adult_after: Pattern
    offence: Pattern
    harm: Pattern
    sexual: Pattern
    done_before: Pattern
    suffers_after: Pattern
    victim_before: Pattern
    victim_after: Pattern
    accused_before: Pattern
    accused_after: Pattern
    kin_before: Pattern
    pseudonym: Pattern
    first_name: Pattern
    school: Pattern
    address: Pattern

    def age(self, before: str, after: str) -> tuple[int, bool] | None:
        """The age in years that is told beside a name, and whether it is told as one and is no bare number in brackets."""
        found = next((m for p in self.age_after if (m := p.match(after))), None)
        found = found or next((m for p in self.age_before if (m := p.search(before))), None)
        if found is None or self.once.search(before):
            return None
        told, unit = found["age"].lower(), (found["unit"] or "").lower()
        years = int(told) if told.isdigit() else self.ages[" ".join(told.split())]
        return (0 if unit in ("bulan", "minggu", "hari") else years), bool(unit)


def of(language: Language) -> Signs:
    """The signs of a language; kept with it."""
    return language.derive(_signs)


def _signs(language: Language) -> Signs:
    rows = language.table("masking_words")
    ages = _ages(language)

    def words(*roles: str) -> str:
        return _any(r["word"] for r in rows if r["role"] in roles)

    child, school, named = words("child"), words("school"), words("named")
    young = words("child", "offspring")
    sexual, plain = words("sexual"), words("sexual", "suffers", "does")
    suffers, does = words("suffers", "suffers-if"), words("does", "does-if")
    age = rf"(?P<age>\d{{1,2}}|{_any(ages)})(?:,\d)?"
    unit, at = r"(?P<unit>tahun|thn|th|bulan|minggu|hari)", r"(?:usia|umur|berusia|berumur)"
    younger = r"(?!\s{1,3}(?:lebih|silam|lalu|kemudian|penjara|kurungan|ke\s{1,3}atas))"
    # `siswi kelas 5 SD`; `siswi salah satu SMP di Kalimas, bernama …`
    pupil = rf"(?:\s{{1,3}}kelas\s{{1,3}}\w{{1,4}})?(?:\s{{1,3}}(?:{school}))?"
    between = r"(?:\s{1,3}(?!dan\b|atau\b|yang\b|itu\b)[\w/-]{1,20}){0,4}?"
    victims = words("described", "child")
    described = (
        rf"(?:(?:{victims}|(?:{young})(?=\s{{1,3}}(?:{named}|{child})\b))\s{{1,3}}){{0,3}}(?:(?:{named})\s{{1,3}})?"
    )
    called = r"(?:\s?\([^()]{1,20}\))?,?"
    brought = (
        r"(?:\s{1,3}(?:yang|telah|sudah|diduga|mengaku|pernah|juga|sempat|kerap|kembali|menjadi|jadi|hendak)){0,6}"
    )
    apposed = r"(?:(?:yang|masih|adalah|merupakan|menjadi|jadi|sebagai|diduga|seorang|salah\s{1,3}satu)\s{1,3}){0,6}"
    titles = (w for r in language.table("titles") for w in r["form"].split()[-1:])
    called_so = _any([*(r["word"] for r in rows), *titles])
    return Signs(
        ages=ages,
        age_before=(
            _pattern(
                rf"(?<!di\s)(?<!pada\s)(?<!sejak\s)(?:\b{at}|\b(?:{young}))\s{age}\s{unit},?(?:\s(?:{named}))?\s?$"
            ),
            _pattern(rf"\b(?:{young})\s\({age}(?:\s?{unit})?\)(?:\s(?:{named}))?\s$"),
        ),
        age_after=(
            _pattern(rf"\s?,?\s?\(\s?(?:{at}\s)?{age}(?:\s?{unit})?\.?\s?[,)]"),
            _pattern(rf"\s?,\s?{age}\s?{unit}\b{younger}"),
            _pattern(rf",?\s(?:(?:yang|masih|baru|kini|saat\s{{1,3}}ini)\s){{0,4}}{at}\s{age}\s{unit}\b{younger}"),
        ),
        once=_pattern(rf"(?<!\w)(?:{words('once')})(?:\s{{1,3}}itu)?,?\s{{1,3}}$"),
        young=_pattern(rf"(?<!\w)(?:{young}|korban)\b"),
        fiction=_pattern(rf"(?<!\w)(?:{words('fiction')})\b"),
        child_before=_pattern(
            rf"(?<!\w)(?:(?:{child})(?:nya)?{pupil}\s{{1,3}}|(?:{young}){pupil}{between},?\s{{1,3}}(?:{named})\s{{1,3}})$"
        ),
        child_after=_pattern(rf"{called}\s{{1,3}}{apposed}(?:{child}|anak\s{{1,3}}berusia)\b"),
        adult_before=_pattern(
            rf"(?<!\w)(?:{words('adult')})\s{{1,3}}(?:\w{{1,30}}\s{{1,3}}){{0,3}}(?:{named})?\s{{0,3}}$"
        ),
        adult_after=_pattern(rf"{called}\s{{1,3}}{apposed}(?:{words('adult')})\b"),
        offence=_pattern(rf"(?<!\w)(?:{words('offence')}|{plain})(?:nya)?(?!\w)"),
        harm=_pattern(rf"(?<!\w)(?:{words('harm')})(?!\w)"),
        sexual=_pattern(rf"(?<!\w)(?:{plain})(?:nya)?(?!\w)"),
        accused_before=_pattern(rf"(?<!\w)(?:{words('accused')}),?\s{{1,3}}(?:(?:{named})\s{{1,3}})?$"),
        accused_after=_pattern(
            rf"{called}(?:\s{{1,3}}(?:{words('accused-of')})\b|{brought}\s{{1,3}}(?:{words('accused-of')})\b|\s{{1,3}}{apposed}(?:{words('accused')})\b)"
        ),
        done_before=_pattern(
            rf"(?<!\w)(?:(?:{does})|(?:{sexual})\s{{1,3}}(?:yang\s{{1,3}}\w{{1,30}}\s{{1,3}})?(?:terhadap|kepada|atas|pada))\s{{1,3}}{described}$"
        ),
        suffers_after=_pattern(rf"{called}{brought}\s{{1,3}}(?:{suffers})\b"),
        victim_before=_pattern(
            rf"(?:^|[.!?:;,“\"(]\s*|(?<!\w)(?:{words('before-victim')})\s{{1,3}})korban(?:nya)?,?\s{{1,3}}(?:(?:{named})\s{{1,3}})?$"
        ),
        victim_after=_pattern(
            rf"{called}\s{{1,3}}{apposed}(?:korban|{words('survivor')})\s{{1,3}}(?:(?:dugaan|tindak|aksi|kasus|pidana)\s{{1,3}}){{0,4}}(?:{sexual})\b"
        ),
        kin_before=_pattern(
            rf"(?<!\w)(?:{words('kin')})(?:\s{{1,3}}korban|nya)?,?\s{{1,3}}(?:(?:{named})\s{{1,3}})?(?:(?-i:[A-Z])\w{{1,30}}\s{{1,3}})?$"
        ),
        pseudonym=_pattern(words("pseudonym")),
        # A given name that is an ordinary word too, before the rest of the name and within a sentence.
        first_name=re.compile(rf"(?<=[a-z,] )(?=[A-Z])(?!(?i:{called_so})\b)[A-Z][a-z]{{2,}}(?= $)"),
        school=re.compile(rf"(?:{school})\b"),
        address=re.compile(
            r"\bRT\.?\s?\d{1,3}(?:\s?/?\s?RW\.?\s?\d{1,3})?"
            r"|\b(?:Jalan|Jl\.?|Gang|Gg\.?)(?:\s[A-Z][\w.]{0,30}){1,6}\s(?:No|Nomor)\.?\s?\d+"
        ),
    )


def _pattern(text: str) -> Pattern:
    return re.compile(text, re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    """An alternation of words, the longest first; one that matches nothing where there are none."""
    ordered = sorted(set(words), key=lambda w: (-len(w), w))
    return "|".join(r"\s{1,3}".join(map(re.escape, word.split())) for word in ordered) or "(?!)"


def _ages(language: Language) -> dict[str, int]:
    """The ages of children in words: `delapan`, `tiga belas`."""
    low = {r["word"]: int(r["low"]) for r in language.table("numbers") if r["kind"] in ("digit", "whole") and r["low"]}
    ages = {word: value for word, value in low.items() if 0 < value < ADULT}
    return ages | {f"{word} belas": 10 + value for word, value in ages.items() if 1 < value < 10}
