"""Reports of invented events, told over days by several outlets."""

from __future__ import annotations

from typing import Any


def record(name: str, published: str, title: str, text: str, outlet: str) -> dict[str, Any]:
    """One report as a scraper gives it."""
    return {
        "url": f"https://{outlet.lower().replace(' ', '-')}.example/{name}",
        "outlet": outlet,
        "published": published,
        "title": title,
        "text": text,
    }


FLOOD = [
    record(
        "banjir-1",
        "2031-02-03T08:00:00+07:00",
        "Banjir Bandang Terjang Sukamundur, 3 Orang Tewas",
        "SUKAMUNDUR - Banjir bandang menerjang Desa Sukamundur, Kabupaten Lembah Wangi, Minggu (2/2/2031) malam. "
        "Sebanyak 3 orang tewas dan 340 rumah warga terendam.\n\n"
        'Bupati Lembah Wangi Rusdi Kartana mengatakan warga sudah mengungsi ke balai desa. "Kami mendirikan dapur umum," '
        "kata Rusdi.",
        "Kabar Serunai",
    ),
    record(
        "banjir-2",
        "2031-02-03T12:00:00+07:00",
        "Korban Banjir Bandang Sukamundur Tiga Orang",
        "SUKAMUNDUR - Tiga orang tewas akibat banjir bandang di Desa Sukamundur, Kabupaten Lembah Wangi. "
        "Dua jembatan putus diterjang arus.\n\n"
        "Kepala BPBD Lembah Wangi Wening Saraswati mengatakan 3 orang tewas dalam banjir bandang itu.",
        "Warta Bahari",
    ),
    record(
        "banjir-3",
        "2031-02-04T09:00:00+07:00",
        "Korban Tewas Banjir Bandang Sukamundur Menjadi 5 Orang",
        "SUKAMUNDUR - Jumlah korban tewas akibat banjir bandang di Desa Sukamundur, Kabupaten Lembah Wangi, bertambah menjadi "
        "5 orang, Selasa (4/2/2031).\n\n"
        "Kepala BPBD Lembah Wangi Wening Saraswati mengatakan 5 orang tewas dalam banjir bandang itu. Kepala Basarnas "
        'Damar Wulung mengatakan pencarian berlanjut. "Kami menyisir sungai sampai hilir," kata Damar.',
        "Suara Pelabuhan",
    ),
]
STRIKE = [
    record(
        "mogok-1",
        "2031-02-03T10:00:00+07:00",
        "Ribuan Buruh Garuwangi Mogok Kerja",
        "GARUWANGI - Ribuan buruh pabrik tekstil Garuwangi mogok kerja menuntut kenaikan upah dan pencabutan surat "
        "pemecatan, Senin (3/2/2031).\n\n"
        'Ketua serikat buruh Laras Ayu mengatakan mogok berlangsung tiga hari. "Upah kami tidak naik," kata Laras.',
        "Harian Muara",
    ),
    record(
        "mogok-2",
        "2031-02-04T10:00:00+07:00",
        "Mogok Buruh Pabrik Tekstil Garuwangi Berlanjut",
        "GARUWANGI - Mogok kerja ribuan buruh pabrik tekstil Garuwangi berlanjut, Selasa (4/2/2031). Buruh menuntut kenaikan "
        "upah dan pencabutan surat pemecatan.\n\nPerundingan upah antara serikat buruh dan pabrik buntu.",
        "Kabar Serunai",
    ),
]
