"""Entities across reports: what is joined, with a reason, and what stays apart. All events and people are invented."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import permutations

import bare
from hypothesis import given, settings
from hypothesis import strategies as st

from runut import lang
from runut.comparing import entities
from runut.model import Entity, Reading

INDONESIAN = lang.load("id")


def join(*bodies: str) -> tuple[Entity, ...]:
    """The entities of reports with these texts."""
    return entities.join(tuple(bare.named(body, f"{k}.txt") for k, body in enumerate(bodies)), INDONESIAN)


def of(found: tuple[Entity, ...], form: str) -> set[str]:
    """The names of the entities that are mentioned with a form."""
    return {e.name for e in found if any(m.text == form for m in e.mentions)}


def test_one_name_in_two_reports_is_one_entity_with_a_reason() -> None:
    found = join("Gubernur Jambi Rini Wijayanti hadir.", "Usul itu ditolak Rini Wijayanti.")
    (rini,) = (e for e in found if e.type == "PER")
    assert (rini.name, rini.roles, len(rini.members)) == ("Rini Wijayanti", ("Gubernur Jambi",), 2)
    assert any("rini wijayanti" in why for why in rini.why)


def test_a_single_name_goes_to_the_only_full_one_of_the_story() -> None:
    found = join("Usul itu ditolak Oleg Barkov.", "Usul itu ditolak, kata Barkov.")
    assert of(found, "Barkov") == {"Oleg Barkov"}


def test_a_single_name_with_two_full_ones_stays_apart() -> None:
    found = join(
        "Usul itu ditolak Rini Wijayanti.", "Usul itu diterima Rini Kuncoro.", "Menurut keterangan, kata Rini, tidak."
    )
    assert of(found, "Rini") == {"Rini"}


def test_a_first_name_that_two_reports_give_to_two_persons_joins_neither() -> None:
    found = join("Usul itu ditolak Rini Wijayanti. Kata Rini, tidak.", "Usul itu diterima Rini Kuncoro. Kata Rini, ya.")
    assert of(found, "Rini") == {"Rini Wijayanti", "Rini Kuncoro"}


def test_an_office_goes_to_its_only_holder_in_the_story() -> None:
    found = join("Presiden Uzbekistan Timur Asanov berpidato.", "Pasukan datang, kata presiden Uzbek kemarin.")
    assert of(found, "presiden Uzbek") == {"Timur Asanov"}


def test_an_office_with_two_holders_in_the_story_goes_to_neither() -> None:
    found = join(
        "Bupati Garut Rini Wijayanti hadir.", "Bupati Garut Budi Kuncoro hadir.", "Usul ditolak Bupati Garut kemarin."
    )
    assert of(found, "Bupati Garut") == {"Bupati Garut"}


def test_country_capital_and_short_form_are_one() -> None:
    found = join(
        "Warga Rusia pulang.", "Moskow mengatakan tidak.", "Amerika Serikat menolak.", "Kata pemerintah AS, tidak."
    )
    assert of(found, "Moskow") == {"Rusia"}
    assert of(found, "AS") == of(found, "Amerika Serikat") == {"Amerika Serikat"}


def test_renderings_and_short_forms_of_a_body_are_one() -> None:
    found = join(
        "Kepolisian Daerah (Polda) Jawa Timur menolak.",
        "Polda Jatim menolak.",
        "Kementerian Luar Negeri diam.",
        "Menurut Kemlu, tidak.",
    )
    assert of(found, "Polda Jatim") == of(found, "Kepolisian Daerah (Polda) Jawa Timur")
    assert of(found, "Kemlu") == of(found, "Kementerian Luar Negeri")


def test_two_renderings_of_a_foreign_body_are_one() -> None:
    found = join(
        "Organisasi Perdagangan Laut Selatan (STSO) mengirim kapal. STSO diam.",
        "Organisasi Perniagaan Laut Selatan mengirim kapal.",
    )
    assert len(of(found, "Organisasi Perniagaan Laut Selatan") | of(found, "STSO")) == 1


def test_two_boards_that_differ_in_their_matter_are_two() -> None:
    found = join(
        "Badan Nasional Penanggulangan Bencana (BNPB) hadir.", "Badan Nasional Penanggulangan Terorisme menolak."
    )
    assert of(found, "BNPB") != of(found, "Badan Nasional Penanggulangan Terorisme")


def test_one_short_form_with_two_countries_is_two_bodies() -> None:
    found = join("Kemenkes Palestina menolak.", "Kemenkes RI hadir.")
    assert of(found, "Kemenkes Palestina").isdisjoint(of(found, "Kemenkes RI"))


def test_a_short_form_that_a_report_gives_another_name_is_another_body() -> None:
    found = join("Kantor Kesehatan Pelabuhan (KKP) menolak.", "Kementerian Kelautan dan Perikanan (KKP) hadir.")
    assert of(found, "Kantor Kesehatan Pelabuhan").isdisjoint(of(found, "Kementerian Kelautan dan Perikanan"))


def test_a_place_without_its_head_word_goes_to_the_only_one_that_has_it() -> None:
    found = join("Hujan turun di Kabupaten Garut.", "Hujan turun di Garut.")
    assert of(found, "Garut") == {"Kabupaten Garut"}
    two = join("Hujan turun di Kabupaten Bogor.", "Hujan turun di Kota Bogor.", "Hujan turun di Bogor.")
    assert of(two, "Bogor") == {"Bogor", "Kabupaten Bogor", "Kota Bogor"}


def test_a_name_of_unsure_type_goes_with_the_sure_one_of_the_story() -> None:
    found = join("Menurut keterangan, Lukitan belum pulang.", "Korban adalah Lukitan (45 tahun).")
    assert [(e.type, len(e.members)) for e in found] == [("PER", 2)]


def test_a_hospital_is_known_by_the_word_that_is_its_own() -> None:
    found = join("Dua korban dirawat di RS Karel Lontarbuan Garut.", "Jenazah dibawa ke RSUD Lontarbuan kemarin.")
    assert len({e.id for e in found if e.type == "ORG"}) == 1


def test_hospitals_that_share_a_place_only_stay_apart() -> None:
    found = join("Dua korban dirawat di RS Hati Mulia Garut.", "Jenazah dibawa ke RSUD Garut kemarin.")
    assert len({e.id for e in found if e.type == "ORG"}) == 2


def test_a_name_of_one_report_is_not_the_name_of_what_many_call_otherwise() -> None:
    found = join(*["Usul itu ditolak Oleg Barkov."] * 3, "Usul itu ditolak Oleg Barkov Kalimasin.")
    assert of(found, "Oleg Barkov") == {"Oleg Barkov"}


def test_a_local_council_is_another_than_the_one_of_another_town() -> None:
    found = join(
        "DPRD Jatim menolak. Hadir pula DPRD Kabupaten Pasuruan. DPRD lalu diam.", "DPRD Jatim menolak. DPRD lalu diam."
    )
    assert of(found, "DPRD Jatim").isdisjoint(of(found, "DPRD Kabupaten Pasuruan"))


def test_a_rendering_with_a_word_more_is_the_same_body() -> None:
    found = join(
        "Federasi Serikat Petani Kelapa dan Lontar (FSPKL) menolak.",
        "Federasi Serikat Buruh Petani Kelapa dan Lontar (FSBPKL) menolak.",
    )
    assert of(found, "FSPKL") == of(found, "FSBPKL")


def test_spellings_of_one_name_that_sound_alike_are_one_across_reports() -> None:
    found = join("Usul itu ditolak Nicolas Oesmanto.", "Usul itu diterima Nikolas Usmanto.")
    assert of(found, "Nicolas Oesmanto") == of(found, "Nikolas Usmanto")
    two = join("Korban adalah Rini Fadhilawati dan Rini Fadilawati.", "Korban adalah Budi Kuncoro.")
    assert of(two, "Rini Fadhilawati").isdisjoint(of(two, "Rini Fadilawati"))


def test_a_relative_is_another_in_a_story_too() -> None:
    found = join("Usul itu ditolak Ratna Joko Widodo.", "Usul itu diterima Joko Widodo.")
    assert of(found, "Joko Widodo").isdisjoint(of(found, "Ratna Joko Widodo"))


def test_two_hospitals_of_one_place_that_the_reports_do_not_name_stay_apart() -> None:
    found = join("Korban dibawa ke RS Kenanga Lontarbuan.", "Korban dibawa ke RS Hati Lontarbuan.")
    assert len({e.id for e in found if e.type == "ORG"}) == 2


def test_entities_are_the_same_in_any_order() -> None:
    readings = [
        bare.named("Presiden Rusia Oleg Barkov berpidato di Garut.", "a.txt"),
        bare.named("Barkov menolak, kata Kemlu.", "b.txt"),
        bare.named("Kementerian Luar Negeri dan Rini Wijayanti hadir di Kabupaten Garut.", "c.txt"),
    ]
    told = {entities.join(tuple(order), INDONESIAN) for order in permutations(readings)}
    assert len(told) == 1


SENTENCES = (
    "Presiden Rusia Oleg Barkov berpidato di Garut.",
    "Barkov menolak, kata Kemlu.",
    "Hal itu dikatakan Barkof kemarin.",
    "Kementerian Luar Negeri dan Rini Wijayanti hadir di Kabupaten Garut.",
    "Rini menolak usul Rini Kuncoro.",
    "Forum Petani dan Nelayan Lontar (FPNL) menolak.",
    "Usul itu datang dari FPNL.",
    "PT Lontarwangi Jaya Tbk menolak usul DPRD Garut.",
    "Lontarwangi diam, kata DPRD.",
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), min_size=2, max_size=4), st.randoms())
def test_entities_of_any_reports_are_the_same_in_any_order_and_hold_each_name_once(
    bodies: list[list[str]], chance: random.Random
) -> None:
    readings = [bare.named(" ".join(body), f"{k}.txt") for k, body in enumerate(bodies)]
    found = entities.join(tuple(readings), INDONESIAN)
    chance.shuffle(readings)
    assert entities.join(tuple(readings), INDONESIAN) == found
    members = [member for entity in found for member in entity.members]
    assert sorted(members) == sorted((r.article.id, n.id) for r in readings for n in r.names)


def test_mentions_are_sorted_and_their_text_is_the_articles() -> None:
    readings = tuple(
        bare.named(body, f"{k}.txt")
        for k, body in enumerate(("Barkov pergi. Oleg Barkov kembali.", "Kata Barkov, ya."))
    )
    texts = {r.article.id: r.article.text for r in readings}
    for entity in entities.join(readings, INDONESIAN):
        places = [(m.article, m.start, -m.end) for m in entity.mentions]
        assert places == sorted(set(places))
        assert all(texts[m.article][m.start : m.end] == m.text for m in entity.mentions)


def test_no_reports_make_no_entities() -> None:
    assert entities.join((), INDONESIAN) == ()


def dated(body: str, source: str, day: str) -> Reading:
    """A reading whose report has a day."""
    reading = bare.named(body, source)
    return replace(reading, article=replace(reading.article, published=day))


def test_an_entity_tells_its_roles_as_of_when_its_forms_and_each_join() -> None:
    found = entities.join(
        (
            dated("Gubernur Jambi Rini Wijayanti hadir. Rini pergi.", "a.txt", "2024-03-01"),
            dated("Usul itu ditolak Gubernur Jambi Rini Wijayanti.", "b.txt", "2024-03-09"),
            dated("Usul itu ditolak mantan Gubernur Jambi Rini Wijayanti.", "c.txt", "2025-01-02"),
        ),
        INDONESIAN,
    )
    (rini,) = (e for e in found if e.type == "PER")
    assert [(h.role, h.first, h.last, h.former) for h in rini.held] == [
        ("Gubernur Jambi", "2024-03-01", "2024-03-09", False),
        ("mantan Gubernur Jambi", "2025-01-02", "2025-01-02", True),
    ]
    assert len(rini.held[0].evidence) == 2
    assert set(rini.aliases) == {"Gubernur Jambi Rini Wijayanti", "mantan Gubernur Jambi Rini Wijayanti", "Rini"}
    assert {j.rule for j in rini.joins} == {"same-name"} and len(rini.joins) == 2
    assert {end for j in rini.joins for end in (j.a, j.b)} == set(rini.members)


def test_what_is_near_an_entity_is_told_and_not_joined() -> None:
    found = join(
        "Presiden Rusia Oleg Barkov hadir. Kremlin menolak usul Rusia.",
        "Komisi III DPR menolak usul itu, dan DPR diam saja.",
        "Rahmat Lontar dan Rahmat Kenanga datang. Lalu Oleg Zotov pergi.",
    )
    named = {e.id: e.name for e in found}
    near = {(e.name, r.how, named[r.entity]) for e in found for r in e.related}
    assert ("Kremlin", "acts-for", "Rusia") in near
    assert ("Komisi III DPR", "part-of", "Dewan Perwakilan Rakyat") in near or (
        "Komisi III DPR",
        "part-of",
        "DPR",
    ) in near
    assert not any(how == "same-name" for _, how, _ in near)


def test_two_people_of_one_name_are_told_as_near() -> None:
    found = join(
        "Kepala Desa Lontar Rahmat Wiraguna hadir. Rahmat pergi.", "Bupati Jambi Rahmat Kuncoro hadir. Rahmat pergi."
    )
    assert {r.how for e in found if e.type == "PER" for r in e.related} == {"same-name"}


def test_a_seat_of_power_acts_for_its_country() -> None:
    for row in INDONESIAN.table("seats_of_power"):
        found = join(row["example"])
        (seat,) = (e for e in found if e.type == "ORG")
        (country,) = (e for e in found if e.type == "GPE")
        assert seat.name == row["form"] and country.name == row["country"], row
        assert [(r.how, r.entity) for r in seat.related] == [("acts-for", country.id)], row


def test_a_bare_name_of_two_places_belongs_to_neither() -> None:
    found = join(
        "Banjir melanda Kota Garut. Warga Garut pergi.",
        "Banjir melanda Kabupaten Garut. Warga Garut pergi.",
        "Banjir melanda Garut kemarin.",
    )
    assert of(found, "Kota Garut") == {"Kota Garut"} and of(found, "Kabupaten Garut") == {"Kabupaten Garut"}


def test_a_command_is_told_by_its_name_whatever_its_number_looks_like() -> None:
    found = join("Prajurit Kodam XX Wiraguna datang.", "Prajurit Kodam 20 Wiraguna datang.")
    assert len([e for e in found if e.type == "ORG"]) == 1


def test_a_body_of_a_place_goes_to_the_only_one_that_has_its_head_word() -> None:
    one = join("Usul itu ditolak BPBD Garut kemarin.", "Kata BPBD Kabupaten Garut itu benar.")
    two = join(
        "Usul itu ditolak BPBD Garut kemarin.",
        "Kata BPBD Kabupaten Garut itu benar.",
        "Kata BPBD Kota Garut itu benar.",
    )
    assert len([e for e in one if e.type == "ORG"]) == 1
    assert len([e for e in two if e.type == "ORG"]) == 3


def test_an_office_of_more_matters_is_another() -> None:
    found = join("Usul itu ditolak Menteri Pangan kemarin.", "Usul itu ditolak Menteri Pangan dan Kebun kemarin.")
    assert len([e for e in found if e.type == "PER"]) == 2


def test_initials_go_to_the_only_full_name_that_has_them() -> None:
    named = "Pelaku Sasmita Jaladri ditangkap. Sasmita Jaladri diam."
    assert of(join("Pelaku berinisial SJ (25) ditangkap.", named), "SJ") == {"Sasmita Jaladri"}
    other = "Sutan Jauhari melihat itu. Sutan Jauhari diam."
    assert of(join("Pelaku berinisial SJ (25) ditangkap.", named, other), "SJ") == {"SJ"}
    officer = "Bupati Garut Sasmita Jaladri menolak usul itu."
    assert of(join("Pelaku berinisial SJ (25) ditangkap.", officer), "SJ") == {"SJ"}
    accused = "Tersangka Sasmita Jaladri diam."
    assert of(join("Pelaku berinisial SJ (25) ditangkap.", accused), "SJ") == {"Sasmita Jaladri"}
    assert of(join("SJ, Bupati Garut, ditahan.", "Pelaku adalah Bupati Garut Sasmita Jaladri."), "SJ") == {
        "Sasmita Jaladri"
    }


def test_initials_are_of_nobody_whose_age_side_or_office_tells_otherwise() -> None:
    short, full = "Polisi menangkap {} berinisial RWK ({}) di Garut.", "{} bernama Ratna Wiraguna Kusuma (40) dirawat."
    assert of(join(short.format("pelaku", 43), full.format("Pelaku")), "RWK") == {"Ratna Wiraguna Kusuma"}
    assert of(join(short.format("pelaku", 12), full.format("Pelaku")), "RWK") == {"RWK"}
    short, full = "Polisi menangkap {} berinisial RW di Garut.", "{} bernama Ratna Wiraguna dirawat."
    assert of(join(short.format("pelaku"), full.format("Pelaku")), "RW") == {"Ratna Wiraguna"}
    assert of(join(short.format("pelaku"), full.format("Warga")), "RW") == {"Ratna Wiraguna"}
    assert of(join(short.format("pelaku"), full.format("Korban")), "RW") == {"RW"}
    theft = "Polisi menangkap pelaku penggelapan sepeda motor berinisial RW di Garut."
    assert of(join(theft, full.format("Korban")), "RW") == {"RW"}
    mourned = ("Polisi menangkap pelaku berinisial AS (19).", "Ahmad Sobari berduka.")
    assert of(join(*mourned), "AS") == {"Ahmad Sobari"}
    assert of(join(*mourned, "Bupati Garut Ahmad Sobari menolak usul itu."), "AS") == {"AS"}


def test_two_letters_of_a_long_list_are_of_nobody_without_more() -> None:
    full = "Warga bernama Ratna Wiraguna dirawat."
    assert of(join("Polisi menahan TMC, ARP, FNM, dan RW.", full), "RW").isdisjoint({"Ratna Wiraguna"})
    aged = "Warga bernama Ratna Wiraguna (25) dirawat."
    assert of(join("Polisi menahan TMC, ARP, FNM, dan RW (25).", aged), "RW") == {"Ratna Wiraguna"}


def test_two_whom_one_report_tells_apart_are_two() -> None:
    alone = (
        "Keli ditahan di Bogor. Menurut polisi, Keli mengatakan hal itu. Keli menemui istrinya, Ratna Keli. Keli diam."
    )
    assert of(join(alone), "Keli").isdisjoint({"Ratna Keli"})
    assert of(join(alone, "Usul itu ditolak Oleg Keli."), "Keli") == {"Oleg Keli"}
    again = "Polisi memeriksa Ratna Keli di Bogor. Ratna Keli mengatakan hal itu."
    assert of(join(alone, again), "Keli").isdisjoint({"Ratna Keli"})


def test_rows_of_sides_tell_a_suspect_from_a_victim_across_reports() -> None:
    rows = [row for row in INDONESIAN.table("link_words") if row["use"] in ("culprit", "victim")]
    assert rows
    for row in rows:
        one, other = (f"{told.rstrip('.')}." for told in row["example"].split(". "))
        assert of(join(one, other), "SJ") == {"SJ"}, row
        word = row["word"] if row["use"] == "culprit" else row["word"].capitalize()
        plain = row["example"].replace(word, "warga" if word.islower() else "Warga").split(". ")
        assert of(join(*plain), "SJ") == {"Sasmita Jaladri"}, row


def test_two_firms_of_one_group_are_two() -> None:
    for group, firm in (("BCA", "Finance"), ("Astra", "Motor"), ("Sinarmas", "Finance"), ("Astra", "Pharma")):
        found = join(f"Usul itu ditolak {group}.", f"Usul itu diterima {group} {firm}.")
        assert not of(found, group) & of(found, f"{group} {firm}"), (group, firm)


def test_letters_that_another_report_gives_somebody_are_his() -> None:
    told = "Pelaku Lontarna alias RWK ditangkap. Lontarna diam."
    assert of(join("Polisi memeriksa tersangka RWK kemarin.", told), "RWK") == {"Lontarna"}
    assert of(join("Polisi memeriksa tersangka RWN kemarin.", told), "RWN") == {"RWN"}


def test_letters_of_a_name_need_the_same_age_where_they_are_not_those_of_all_its_words() -> None:
    for letters, name in (("LON", "Lontarna"), ("LTR", "Lontarna"), ("SK", "Sasmita Jaladri Kuncoro")):
        short = f"Pelaku berinisial {letters} (25) ditangkap."
        assert of(join(short, f"Pelakunya {name} (25) dirawat."), letters) == {name}
        assert of(join(short, f"Pelakunya {name} (38) dirawat."), letters) == {letters}
        assert of(join(short, f"Pelakunya {name} dirawat."), letters) == {letters}
    two = "Pelakunya Lontarna (25) dan Lontarini (25) dirawat."
    assert of(join("Pelaku berinisial LON (25) ditangkap.", two), "LON") == {"LON"}


def test_three_letters_that_look_like_a_body_go_to_the_only_name_that_has_them() -> None:
    named = "Perusahaan itu milik Sasmita Jaladri Kuncoro. Sasmita Jaladri Kuncoro diam."
    assert of(join("Perusahaan itu milik SJK, orang dekat bupati.", named), "SJK") == {"Sasmita Jaladri Kuncoro"}
    assert of(join("Perusahaan itu milik SJR, orang dekat bupati.", named), "SJR") == {"SJR"}


def test_persons_are_not_joined_by_slip_age_or_office_across_reports() -> None:
    for one, other in (
        ("Usul itu ditolak Lontarna (45).", "Usul itu diterima Lontarda (45)."),
        ("Anggota DPR Rini Kuncaran hadir.", "Anggota DPR Rini Kuncelan pulang."),
        ("Usul itu ditolak warga berinisial QV (25).", "Quvanta (31) menerima usul itu."),
        ("Usul itu ditolak warga berinisial QV (25).", "Quvanta menerima usul itu."),
        ("Usul itu ditolak warga berinisial QV (25).", "Lontarna (25) menerima usul itu."),
        ("Usul itu ditolak warga berinisial QV (25).", "Usul itu ditolak warga berinisial QZ (25)."),
        ("Korban berinisial SJ (25) dirawat.", "Korban Sasmita Jaladri (52) dirawat."),
    ):
        assert all(len(e.members) == 1 for e in join(one, other) if e.type == "PER")


def test_a_place_a_letter_apart_is_a_slip_where_no_other_is_as_near() -> None:
    found = join("Banjir melanda Desa Lontarwangi.", "Banjir melanda Desa Lontarwandi.")
    assert of(found, "Desa Lontarwandi") == of(found, "Desa Lontarwangi")
    found = join(
        "Banjir melanda Desa Lontarwangi.", "Banjir melanda Desa Lontarwandi.", "Warga Desa Lontarwanti pulang."
    )
    assert of(found, "Desa Lontarwandi") != of(found, "Desa Lontarwangi")


def test_places_that_differ_in_a_vowel_are_two() -> None:
    for one, other in (("Desa Sukamaju", "Desa Sukamaja"), ("Desa Ciliwang", "Desa Cilewang")):
        found = join(f"Banjir melanda {one}.", f"Banjir melanda {other}.")
        assert not of(found, one) & of(found, other), one


def test_places_a_letter_apart_that_one_report_tells_or_that_have_two_heads_are_two() -> None:
    both = "Banjir melanda Desa Lontarwangi dan Desa Lontarwandi."
    found = join(both, "Banjir melanda Desa Lontarwandi.")
    assert of(found, "Desa Lontarwandi") != of(found, "Desa Lontarwangi")
    found = join("Banjir melanda Desa Lontarwangi.", "Banjir melanda Kecamatan Lontarwandi.")
    assert of(found, "Kecamatan Lontarwandi") != of(found, "Desa Lontarwangi")


def test_a_club_is_told_by_its_town_behind_the_word_for_a_player() -> None:
    club = "Liverpool FC berduka. Usul itu ditolak Liverpool FC."
    found = join(club, "Usul itu ditolak penyerang Liverpool kemarin.")
    assert of(found, "Liverpool") == of(found, "Liverpool FC")
    found = join(club, "Penyerang Liverpool pulang. Warga menunggu di Liverpool kemarin.")
    assert of(found, "Liverpool") != of(found, "Liverpool FC")


def test_the_first_word_of_a_firm_is_the_firm_where_it_opens_no_other_name() -> None:
    found = join("Usul itu ditolak Lontarwangi Racing.", "Usul itu diterima Lontarwangi.")
    assert of(found, "Lontarwangi") == {"Lontarwangi Racing"}
    found = join(
        "Usul itu ditolak Lontarwangi Racing.",
        "Usul itu diterima Lontarwangi.",
        "Yayasan hadir, kata Lontarwangi Suita.",
    )
    assert of(found, "Lontarwangi") != {"Lontarwangi Racing"}


def test_hospitals_of_two_kinds_are_two_across_reports() -> None:
    found = join("Ia dirawat di RSUD Wiraguna.", "Ia dirawat di RS Islam Wiraguna.", "Ia dirawat di RS Wiraguna.")
    assert not of(found, "RSUD Wiraguna") & of(found, "RS Islam Wiraguna")
    assert of(found, "RS Wiraguna").isdisjoint(of(found, "RSUD Wiraguna") | of(found, "RS Islam Wiraguna"))
    found = join("Ia dirawat di RSUD Wiraguna.", "Ia dirawat di RS Wiraguna.")
    assert of(found, "RS Wiraguna") == of(found, "RSUD Wiraguna")


def test_letters_of_whoever_drives_or_sails_are_his_whose_name_has_them_all() -> None:
    for trade in ("nakhoda", "sopir", "pengemudi", "masinis", "pilot", "kopilot"):
        found = join(
            f"Polisi menahan {trade} berinisial SJ (44) kemarin.", f"Polisi memeriksa {trade} Sasmita Jaladri."
        )
        assert of(found, "SJ") == {"Sasmita Jaladri"}, trade
    officer = "Hal itu ditolak Kapolres Garut Sasmita Jaladri kemarin."
    assert of(join("Polisi menahan sopir berinisial SJ (44) kemarin.", officer), "SJ") == {"SJ"}
    other = "Polisi memeriksa sopir Sasmita Wiraguna."
    assert of(join("Polisi menahan sopir berinisial SJ (44) kemarin.", other), "SJ") == {"SJ"}


def test_letters_of_another_trade_or_of_none_are_no_pilots() -> None:
    for told in ("Polisi menahan nakhoda", "Polisi menahan sopir", "Polisi menahan guru", "Korban", "Pelaku"):
        found = join(f"{told} berinisial SJ kemarin.", "Pilot Sasmita Jaladri selamat.")
        assert of(found, "SJ") == {"SJ"}, told
    found = join("Polisi menahan nahkoda kapal berinisial SJ (44).", "Polisi memeriksa nakhoda Sasmita Jaladri.")
    assert of(found, "SJ") == {"Sasmita Jaladri"}
    found = join("Polisi menahan sopir berinisial SJ (44).", "Polisi memeriksa pengemudi Sasmita Jaladri.")
    assert of(found, "SJ") == {"Sasmita Jaladri"}


def test_the_authority_of_the_country_is_one_under_both_its_names() -> None:
    found = join("Badan Nasional Pencarian dan Pertolongan diam kemarin.", "Itu ditolak Basarnas dan Kantor SAR Garut.")
    assert of(found, "Basarnas") == {"Badan Nasional Pencarian dan Pertolongan"}
    assert of(found, "Kantor SAR Garut") == {"Kantor SAR Garut"}


def test_the_last_letter_left_out_beside_two_equal_words_is_a_slip() -> None:
    found = join("Usul itu ditolak Wirag Lonto Kuswara.", "Usul itu diterima Wirag Lontok Kuswara.")
    assert of(found, "Wirag Lonto Kuswara") == of(found, "Wirag Lontok Kuswara")
    apart = join("Usul itu ditolak Wirag Lonto.", "Usul itu diterima Wirag Lontok.")
    assert of(apart, "Wirag Lonto") != of(apart, "Wirag Lontok")


def test_a_shorter_name_in_two_spellings_is_part_of_the_longer_one() -> None:
    found = join(
        "Gubernur Jambi Wiraguna Kuswara hadir. Menurut Wiraguna Kuswarra, usul itu baik.",
        "Usul itu diterima Wiraguna Kuswara Lontarman.",
    )
    assert len(of(found, "Wiraguna Kuswara") | of(found, "Wiraguna Kuswara Lontarman")) == 1


def test_a_stretch_of_a_road_in_one_report_is_the_road_of_another() -> None:
    told = join("Bus terguling di Ruas Tol Lontar-Kenanga kemarin.", "Bus itu terguling di Tol Lontar-Kenanga.")
    assert [e.type for e in told] == ["LOC"]
    two = join("Bus terguling di Ruas Tol Lontar-Kenanga kemarin.", "Bus itu terguling di Tol Lontar-Garutan.")
    assert len(two) == 2
