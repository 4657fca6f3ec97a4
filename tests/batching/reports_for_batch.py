"""Small reports of our own for the tests of batch, and runs over them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

TOWNS = ("Lontar", "Randu", "Bidara", "Cemara", "Gayam", "Jamblang", "Kenari", "Sawo")
OUTLETS = ("kabarlontar.example", "suararandu.example", "wartabidara.example")


def report(n: int) -> dict[str, str]:
    """The nth report: a fire in one of a few towns, told by one of a few outlets."""
    town, outlet = TOWNS[n % len(TOWNS)], OUTLETS[n % len(OUTLETS)]
    day = 1 + n % 27
    return {
        "title": f"Gudang di Kota {town} Terbakar, {2 + n % 9} Orang Luka",
        "url": f"https://{outlet}/baca/{n}",
        "outlet": outlet,
        "published": f"2026-03-{day:02}",
        "text": (
            f"Sebuah gudang beras di Kota {town} terbakar pada {day} Maret 2026. Sebanyak {2 + n % 9} orang luka-luka.\n\n"
            f'"Api muncul dari lantai dua," kata Kapolres {town} Ida Rato, laporan ke-{n}.\n\n'
            f"Kerugian ditaksir Rp{3 + n} juta."
        ),
    }


def write_reports(path: Path, numbers: range) -> Path:
    """A file of JSON Lines with these reports."""
    path.write_text("".join(json.dumps(report(n), ensure_ascii=False) + "\n" for n in numbers), "utf-8")
    return path


def digests(out: Path) -> dict[str, str]:
    """The hash of every table's part under a batch's folder."""
    found = sorted(out.glob("*/*.parquet"))
    return {f"{path.parent.name}/{path.name}": hashlib.sha256(path.read_bytes()).hexdigest() for path in found}
