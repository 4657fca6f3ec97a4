"""Write `lang/id/countries.tsv`: country names from the Unicode CLDR (through Babel), with the hand table of other spellings.

python tools/make_country_table.py
"""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from babel import Locale

TABLE = Path(__file__).resolve().parent.parent / "src" / "runut" / "lang" / "id" / "countries.tsv"

# Territories of the CLDR that are no countries in the news, or whose CLDR name is too clumsy to be met.
LEFT_OUT = {
    "EU",
    "EZ",
    "UN",
    "QO",
    "XA",
    "XB",
    "ZZ",
    "AC",
    "TA",
    "CP",
    "DG",
    "EA",
    "IC",
    "BV",
    "HM",
    "GS",
    "TF",
    "UM",
    "CQ",
    "JE",
    "GG",
    "AQ",
}
# The name that stands for the country where news does not use the CLDR's.
RENAMED = {
    "CN": "Tiongkok",
    "PS": "Palestina",
    "HK": "Hong Kong",
    "MO": "Makau",
    "MM": "Myanmar",
    "CD": "Republik Demokratik Kongo",
    "CG": "Republik Kongo",
    "KG": "Kirgizstan",
    "TR": "Turki",
    "GB": "Inggris",
    "CZ": "Ceko",
}
# code → other names and spellings.
NAMES = {
    "AE": "UEA, UAE, Emirat Arab",
    "BA": "Bosnia, Bosnia-Herzegovina, Bosnia Herzegovina",
    "BY": "Belarusia",
    "CD": "RD Kongo, DR Kongo, RDK, Kongo",
    "CI": "Pantai Gading",
    "CN": "China, Cina, RRC, Republik Rakyat Tiongkok, Republik Rakyat China, RRT, Tiongkok Daratan, Negeri Tirai Bambu",
    "CZ": "Republik Ceko, Ceska",
    "DE": "Republik Federal Jerman",
    "EG": "Republik Arab Mesir, Negeri Piramida",
    "GB": "Britania Raya, Inggris Raya, Kerajaan Inggris, UK, Britania",
    "ID": "RI, Republik Indonesia, NKRI, Tanah Air, Bumi Pertiwi",
    "IR": "Republik Islam Iran, Republik Islam",
    "MR": "Republik Islam Mauritania",
    "PK": "Republik Islam Pakistan",
    "IL": "Zionis Israel",
    "KG": "Kyrgyzstan, Kirgistan, Kirghizstan, Kirgizia",
    "KH": "Kampuchea",
    "KP": "Korut",
    "KR": "Korsel, Republik Korea, Negeri Ginseng",
    "KZ": "Kazakstan, Republik Kazakhstan",
    "LA": "Republik Demokratik Rakyat Laos",
    "MK": "Makedonia",
    "MM": "Myanmar (Burma), Burma",
    "NL": "Negeri Belanda, Kerajaan Belanda, Negeri Kincir Angin",
    "NZ": "New Zealand",
    "PG": "Papua New Guinea, PNG",
    "PH": "Philipina, Pilipina",
    "PS": "Wilayah Palestina, Otoritas Palestina, Negara Palestina",
    "RU": "Federasi Rusia, Russia, Negeri Beruang Merah",
    "SA": "Saudi, Saudi Arabia, Kerajaan Arab Saudi",
    "SG": "Singapore, Negeri Singa",
    "SY": "Siria",
    "SZ": "Swaziland",
    "TJ": "Tajikistan, Tadzhikistan",
    "TL": "Timor-Leste, Timor Timur, Timtim",
    "TR": "Turkiye, Türkiye, Turkey",
    "TW": "Republik China, Chinese Taipei",
    "UA": "Ukrania, Ukraine",
    "US": "AS, Amerika, USA, United States, Amerika Serikat (AS), Negeri Paman Sam, Paman Sam",
    "UZ": "Usbekistan",
    "VA": "Vatikan, Tahta Suci, Takhta Suci",
    "VN": "Viet Nam",
    "ZA": "Afsel",
    "AF": "Afghanistan, Republik Islam Afganistan",
    "JO": "Jordania",
    "BN": "Brunei Darussalam",
    "AU": "Australi, Negeri Kanguru",
    "HU": "Hongaria",
    "SK": "Slowakia",
    "CL": "Chile, Chili",
    "EC": "Ecuador",
    "MV": "Maldives",
    "MX": "Mexico",
    "BR": "Brazil, Negeri Samba",
    "LK": "Srilanka",
    "CO": "Kolumbia",
    "CU": "Cuba",
    "SE": "Sweden",
    "SO": "Somali",
    "CM": "Cameroon",
    "NO": "Norway",
    "CY": "Cyprus",
    "LB": "Libanon",
    "YE": "Yemen",
    "IQ": "Iraq",
    "GR": "Greece",
    "UY": "Uruguai",
    "QA": "Katar",
    "MY": "Malaysia, Negeri Jiran",
    "JP": "Jepang, Negeri Sakura, Negeri Matahari Terbit",
    "TH": "Muangthai, Negeri Gajah Putih",
    "ES": "Spanyol",
    "SD": "Sudan",
    "FR": "Perancis",
    "ET": "Ethiopia",
}
# code → the adjective or the people, where it is a word of its own.
PEOPLE = {
    "KZ": "Kazakh",
    "UZ": "Uzbek",
    "TJ": "Tajik",
    "KG": "Kirgiz, Kyrgyz",
    "TM": "Turkmen",
    "RS": "Serb",
    "HR": "Kroat",
    "IL": "Zionis",
    "AF": "Afghan",
}
# States of the past and of no CLDR code that news names.
OTHERS = {
    "Uni Soviet": "USSR",
    "Yugoslavia": "",
    "Cekoslowakia": "",
    "Jerman Timur": "",
    "Jerman Barat": "",
    "Hindia Belanda": "",
    "Kosovo": "",
    "Skotlandia": "",
    "Wales": "",
    "Irlandia Utara": "",
    "Somaliland": "",
    "Abkhazia": "",
    "Gaza": "Jalur Gaza, Gaza Strip",
    "Tepi Barat": "West Bank",
    "Krimea": "Crimea",
    "Chechnya": "Republik Chechnya",
    "Kurdistan": "",
}


def rows() -> list[tuple[str, str, str]]:
    """(form, country, kind), sorted; kind is name or people."""
    territories = Locale.parse("id").territories
    out: dict[str, tuple[str, str]] = {}

    def put(form: str, name: str, kind: str) -> None:
        if form and "(" not in form and " - " not in form:
            out.setdefault(form, (name, kind))

    for code, local in sorted(territories.items()):
        if not (len(code) == 2 and code.isalpha()) or code in LEFT_OUT:
            continue
        name = RENAMED.get(code, local)
        for form in [name, *NAMES.get(code, "").split(", "), *([local] if "Administratif" not in local else [])]:
            put(form, name, "name")
        for form in PEOPLE.get(code, "").split(", "):
            put(form, name, "people")
    for name, forms in OTHERS.items():
        for form in [name, *forms.split(", ")]:
            put(form, name, "name")
    return sorted((form, name, kind) for form, (name, kind) in out.items())


def main() -> None:
    lines = [
        f"# Countries. Made by tools/make_country_table.py from the Unicode CLDR's Indonesian territory names (Babel {version('babel')};",
        "# Unicode License v3) and a hand table of other spellings. kind: name, or people (the adjective, where it is another word).",
        "form\tname\tkind\texample",
    ]
    for form, name, kind in rows():
        told = f"Rombongan itu tiba dari {form} kemarin." if kind == "name" else f"Usul itu ditolak pemerintah {form}."
        lines.append(f"{form}\t{name}\t{kind}\t{told}")
    TABLE.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
