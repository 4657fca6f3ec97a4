"""Write `months.tsv` and `weekdays.tsv` of `lang/id/`: names from the Unicode CLDR (through Babel), with the press's other spellings.

python tools/make_calendar_table.py
"""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from babel import Locale

FOLDER = Path(__file__).resolve().parent.parent / "src" / "runut" / "lang" / "id"
# Spellings that the press uses beside the CLDR's: number → forms.
OTHER_MONTHS = {2: "Pebruari", 3: "Mrt", 8: "Agt, Ags, Agust, Agus", 9: "Sept", 11: "Nopember, Nop"}
# Months that are names of people too: alone, without a word that makes a date of them, they are left.
NAMES = ("April", "Mei", "Juni", "Juli", "Agustus")
OTHER_WEEKDAYS = {1: "Senen", 5: "Jum'at, Jum’at, Jumaat", 7: "Ahad"}


def write(name: str, note: str, columns: str, rows: list[tuple[object, ...]]) -> None:
    """One table: provenance, columns, rows in the order of the calendar."""
    lines = [
        f"# {note} Made by tools/make_calendar_table.py from the Unicode CLDR's Indonesian",
        f"# calendar (Babel {version('babel')}; Unicode License v3) and a hand list. kind: wide, short, or other (the hand list).",
        columns,
        *("\t".join(map(str, row)) for row in rows),
    ]
    (FOLDER / name).write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    locale = Locale.parse("id")
    months: list[tuple[object, ...]] = []
    for n in range(1, 13):
        wide, short = locale.months["format"]["wide"][n], locale.months["format"]["abbreviated"][n]
        forms = [(wide, "wide")] + ([(short, "short")] if short != wide else [])
        forms += [(f, "other") for f in OTHER_MONTHS.get(n, "").split(", ") if f]
        months += [
            (form, n, kind, "yes" if form in NAMES else "", f"Jembatan itu dibuka pada 4 {form} 2024.")
            for form, kind in forms
        ]
    write("months.tsv", "Months; person: also a name.", "form\tnumber\tkind\tperson\texample", months)
    weekdays: list[tuple[object, ...]] = []
    for n in range(1, 8):
        wide, short = locale.days["format"]["wide"][n - 1], locale.days["format"]["abbreviated"][n - 1]
        forms = [(wide, "wide"), (short, "short")] + [(f, "other") for f in OTHER_WEEKDAYS.get(n, "").split(", ") if f]
        weekdays += [(form, n, kind, f"Jembatan itu dibuka {form}, {n + 2} Juni 2024.") for form, kind in forms]
    write("weekdays.tsv", "Weekdays, Monday is 1.", "form\tnumber\tkind\texample", weekdays)


if __name__ == "__main__":
    main()
