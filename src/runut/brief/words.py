"""What the lines at the top are worded with, in Indonesian and English."""

from __future__ import annotations

import html
import re

from runut.model import Figure, Series
from runut.text.excerpts import without_open_amount

# What an editor asks first; at most MOST_CURRENT of them are told.
ASKED_FIRST = {
    "killed": ("korban tewas", "killed"),
    "missing": ("hilang", "missing"),
    "injured": ("luka-luka", "injured"),
    "displaced": ("mengungsi", "displaced"),
    "evacuated": ("dievakuasi", "evacuated"),
    "rescued": ("diselamatkan", "rescued"),
    "hostages": ("disandera", "hostages"),
    "arrested": ("ditangkap/ditahan", "arrested"),
    "affected": ("terdampak", "affected"),
    "houses": ("rumah", "houses"),
    "buildings_damaged": ("bangunan rusak", "buildings damaged"),
    "buildings_burned": ("bangunan terbakar", "buildings burned"),
    "troops": ("pasukan", "troops"),
    "participants": ("peserta", "participants"),
    "vehicles": ("kendaraan", "vehicles"),
    "aircraft": ("pesawat", "aircraft"),
    "magnitude": ("magnitudo", "magnitude"),
    "money": ("nilai uang", "money"),
}
# Of these the last and highest count that many carry is the total; a lower one of the same day is a part of it.
GROWING = ("killed", "injured", "evacuated", "rescued", "arrested")
# What nobody looks for as a count.
PASSING = ("age", "duration", "distance_km", "percent")
RELATIONS = {
    "conflict": ("bertentangan", "in conflict"),
    "evolve": ("diperbarui", "updated"),
    "unclear": (
        "berbeda, tidak jelas apakah yang dihitung sama",
        "differing; it is not clear whether they count the same",
    ),
}
# Between the values of a series, by what it comes to.
BETWEEN = {"conflict": " ≠ ", "evolve": " → ", "unclear": " / "}


def amount(figure: Figure, *, english: bool = False) -> str:
    """The value with what is counted: `14 orang`; money as it is written, with its currency; an age in years, whose it is stands before."""
    if figure.measure == "money":
        return shortened(figure.text, 60)
    if figure.measure == "age":
        return f"{bounds(figure, english=english)} {'years' if english else 'tahun'}"
    counted = " ".join((figure.counted or "").split())
    if counted[1:2].islower():  # a sentence began with it; "WNI" stays
        counted = counted[0].lower() + counted[1:]
    return f"{bounds(figure, english=english)} {counted}".strip()


# A sum that is a price or rate: what it is one of stands so near before it, or what it buys right behind it (`Rp 900 per dolar`).
PRICE_REACH = 45
_PRICED = re.compile(
    r"(?<!\w)(?:harga|tarif|kurs|nilai tukar|mata uang|pasar spot|level|jisdor)(?:nya)?(?!\w)", re.IGNORECASE
)
_PER_UNIT = re.compile(r"\s{0,2}(?:/\s?\w|(?:per|tiap|setiap)(?!\w))", re.IGNORECASE)


def is_rate(before: str, behind: str) -> bool:
    """Whether a sum between two parts of its sentence is the price of one unit, or a rate of exchange."""
    return bool(_PRICED.search(before[-PRICE_REACH:]) or _PER_UNIT.match(behind))


def relation_of(row: Series) -> str:
    """What a series comes to; `unclear` where its counts differ and nothing tells whether they count the same."""
    return "unclear" if row.rule == "series:unclear" else row.relation


def scope(row: Series | None) -> str:
    """What parts a series from the others of its measure: `, Kota Lontar`; "" where nothing does."""
    _, comma, scope = row.what.partition(", ") if row else ("", "", "")
    return comma + scope


def local_day(day: str, *, english: bool = False) -> str:
    """A day as it is written in digits: `9/1/2022`, in English `9 Jan 2022`; a month `1/2022`; other values as they are."""
    year, _, rest = day[:10].partition("-")
    month, _, number = rest.partition("-")
    if not (year.isdigit() and month.isdigit() and (number or "0").isdigit()):
        return day
    if not number:
        return f"{_MONTHS[int(month) - 1]} {year}" if english else f"{int(month)}/{year}"
    return f"{int(number)} {_MONTHS[int(month) - 1]} {year}" if english else f"{int(number)}/{int(month)}/{year}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def bounds(figure: Figure, *, english: bool = False) -> str:
    """The value with its bounds: `164`, `≥ 3.700`, `100–200`, `± 2.500`; with the separators of the language."""
    low, high = figure.low, figure.high
    if low is None and high is None:
        return figure.number.text
    if low is None:
        return f"≤ {digits(high, english=english)}"
    if high is None:
        return f"≥ {digits(low, english=english)}"
    if low != high:
        return f"{digits(low, english=english)}–{digits(high, english=english)}"
    return f"± {digits(low, english=english)}" if figure.approx else digits(low, english=english)


def digits(value: float | int | None, *, english: bool = False) -> str:
    """A number with its separators: `3.700` and `5,6`, in English `3,700` and `5.6`."""
    text = f"{value:,}" if isinstance(value, int) else f"{value:,.10g}"
    return text if english else text.translate(str.maketrans(",.", ".,"))


# A blank that a link on a line of its own has left inside a bracket or before a mark.
_LOOSE = re.compile(r"(?<=\() | (?=[),;.](?: |$))")


def shortened(text: str, most: int = 120) -> str:
    """A text on one line, the entities decoded that a scraper left, cut at a word with `…` when it is longer than `most` characters."""
    line = _LOOSE.sub("", " ".join(html.unescape(text).split()))
    return line if len(line) <= most else without_open_amount(line[:most].rsplit(" ", 1)[0]).rstrip(" ,;:") + " …"


# What a sentence opens with that only the one before it explains: `Serangan udara itu …`, `Ia …`, `Akibatnya …`.
_POINTS_BACK = re.compile(
    r"\W{0,3}(?:(?:\w{1,20} ){0,2}(?!hari |pagi |siang |sore |malam |pekan |minggu |bulan |tahun |saat |kali |sejauh |selama )"
    r"\w{1,20} (?:ini|itu|tersebut)\b"
    r"|(?:ia|dia|mereka|beliau|keduanya|ketiganya|namun|akibatnya|akhirnya|sebelumnya|hasilnya|tetapi|kemudian|selanjutnya|sebab)\b"
    r"|(?:pasal|alasan|arti|maksud|tujuan|menurut|cara|kabar|rencana|semua|salah satu)nya\b"
    r"|(?:kedua|ketiga) (?:tersangka|terdakwa|korban|pelaku)\b|(?:terdakwa|tersangka|korban|pelaku) (?-i:di[a-z]{3})"
    r"|(?:menurut|kata|ujar) (?:dia|ia|mereka|keduanya)\b"
    r"|\w{1,20} di antaranya\b"
    r"|(?:selain|meski|sementara) (?:itu|demikian|begitu)\b"
    r"|(?:bahkan|apalagi|terlebih|ya|nah|sehingga|padahal),? |lalu, |(?:akan tetapi|kali ini|termasuk|yakni|yaitu)\b"
    r"|(?:tak|tidak) (?:hanya|sampai|cukup|berhenti) (?:itu|di situ|sampai di situ)\b"
    r"|(?:ayah|ibu|istri|suami|anak|adik|kakak|kakek|nenek|teman|keluarga) ?(?:\w{1,20})?nya\b)",
    re.IGNORECASE,
)


def points_back(sentence: str) -> bool:
    """Whether a sentence opens with a word that only the sentence before it explains."""
    return _POINTS_BACK.match(sentence) is not None


# Verbs by which someone does something with words and vouches for no count beside them.
_ACTS = re.compile(
    r"(?:ber|men)janji(?:kan)?|berkomitmen|bertekad|bersumpah|mendesak|menuntut|menyerukan|meminta|memerintahkan|mengancam|mengutuk"
    r"|mengecam|mengimbau|mengajak|menolak|menyetujui|mengusulkan",
    re.IGNORECASE,
)
_DAYS = "(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)"
_UNITS = r"(?:(?:beberapa|dua|tiga|empat|lima|\d{1,2}) )?(?:hari|malam|pagi|siang|sore|pekan|minggu|bulan|tahun|waktu)"
_TIME_BEHIND = re.compile(
    rf",? (?:baru-baru ini|belum lama ini|tadi|(?:{_DAYS} )?{_UNITS} ini|{_DAYS} ini"
    rf"|(?:{_DAYS} )?(?:{_UNITS} )?(?:(?:yang )?lalu|kemarin))$",
    re.IGNORECASE,
)
# What has gone on since long ago and is only recalled: `Menolak usul warga, dinas telah menutup jalan sejak …`; what one answers or says
# to have done is no background: `Menanggapi tudingan warga, dinas membantah sudah menutup jalan sejak …`.
_SAYS = (
    r"(?:mem)?bantah|menyangkal|sangkal|menampik|menepis|menolak|mengelak|mengaku|mengakui|mengklaim|klaim|mengatakan|kata|berkata|bilang"
    r"|ujar|ucap|tutur|sebut|jelas|tegas|menyebut(?:kan)?|menyatakan|menegaskan|menuturkan|menjelaskan|menerangkan|menyampaikan"
    r"|mengungkap(?:kan)?|membeberkan|memastikan|membenarkan|menuding|menuduh|menilai|menduga|diduga|disebut|dituding|dituduh|dikatakan"
    r"|berdalih|berkilah|bersikeras"
)
_RECALLS = re.compile(
    r"^\W{0,3}(?!(?:menanggapi|menjawab|membantah|merespons?|menepis|menampik|menyangkal|mengaku|mengakui)\b)Me[a-z]{3,15} [^,]{3,120}, "
    rf"(?:(?!\b(?:{_SAYS})\b)[^,]){{2,80}} (?:telah|sudah) .{{3,200}}\bsejak\b",
    re.DOTALL | re.IGNORECASE,
)


def acts(cue: str) -> bool:
    """Whether a cue tells that its speaker promises, demands or orders something, and not what is so."""
    return _ACTS.fullmatch(cue) is not None


def without_time(name: str) -> str:
    """A source's name without the words of time behind it."""
    return _TIME_BEHIND.sub("", name)


def recalls(sentence: str) -> bool:
    """Whether a sentence opens with a participle and tells what has gone on for long: background, no step of the story."""
    return _RECALLS.match(sentence) is not None


_GUESSES = re.compile(
    r"\b(?:(?:memperkira|diperkira|memprediksi|diprediksi|mengkhawatir|dikhawatir)(?:kan)?|prediksi|kemungkinan|menduga|diduga|berpotensi)\b",
    re.IGNORECASE,
)


def guesses(words: str) -> bool:
    """Whether words tell what is only thought likely: `kemungkinan meninggal`, `diperkirakan tewas`."""
    return _GUESSES.search(words) is not None


def capital(word: str) -> str:
    return word[:1].upper() + word[1:]
