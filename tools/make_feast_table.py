"""Write `feast_days.tsv` of `lang/id/`: the days of the moving feasts, as the government announced them (through the package holidays).

python tools/make_feast_table.py
"""

from __future__ import annotations

from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path

from holidays import country_holidays

FOLDER = Path(__file__).resolve().parent.parent / "src" / "runut" / "lang" / "id"
# The years that news on the web tell of; what is only estimated is left out.
YEARS = range(2000, 2031)
ESTIMATED = "perkiraan"
# The package's name of a holiday → our feast; Easter Sunday, a holiday only since 2024, is two days after Good Friday.
FEASTS = {
    "Hari Raya Idul Fitri": "Idulfitri",
    "Hari Raya Idul Adha": "Iduladha",
    "Maulid Nabi Muhammad": "Maulid Nabi",
    "Isra Mikraj Nabi Muhammad": "Isra Mikraj",
    "Tahun Baru Islam": "Tahun Baru Islam",
    "Tahun Baru Imlek": "Imlek",
    "Hari Suci Nyepi": "Nyepi",
    "Hari Raya Waisak": "Waisak",
    "Wafat Yesus Kristus": "Jumat Agung",
    "Kenaikan Yesus Kristus": "Kenaikan Isa Almasih",
}
# A day of each feast of the Islamic year from which its years are counted, each about 354 days on.
ISLAMIC = {
    "Idulfitri": (date(2024, 4, 10), 1445),
    "Iduladha": (date(2024, 6, 17), 1445),
    "Maulid Nabi": (date(2024, 9, 16), 1446),
    "Isra Mikraj": (date(2024, 2, 8), 1445),
    "Tahun Baru Islam": (date(2024, 7, 7), 1446),
}
ISLAMIC_YEAR = 354.367


def main() -> None:
    rows: set[tuple[str, date]] = set()
    for day, names in country_holidays("ID", years=YEARS, language="id").items():
        for name in names.split("; "):
            if name in FEASTS and ESTIMATED not in name:
                rows.add((FEASTS[name], day))
                if FEASTS[name] == "Jumat Agung":
                    rows.add(("Paskah", day + timedelta(days=2)))
    lines = [
        "# Days of feasts that move, by their year and, where it is the Islamic one, by that too. Made by tools/make_feast_table.py",
        f"# from the package holidays ({version('holidays')}; MIT), which has them as the Indonesian government announced them.",
        "feast\tdate\tislamic\texample",
    ]
    for feast, day in sorted(rows):
        islamic = ""
        if feast in ISLAMIC:
            known, year = ISLAMIC[feast]
            islamic = str(year + round((day - known).days / ISLAMIC_YEAR))
        lines.append(f"{feast}\t{day}\t{islamic}\tWarga merayakan {feast} {day.year}.")
    (FOLDER / "feast_days.tsv").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
