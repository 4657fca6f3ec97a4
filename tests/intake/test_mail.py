"""Mails, and pages that a browser saved as one file: their text, and a clear word for those that are broken or made to harm."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runut import codec, intake
from runut.intake import formats, mail
from runut.model import Article, Skipped

TEXT = (
    "RANDU - Sebanyak 14 orang tewas dalam banjir di Randu, kata Tono Wibowo, Minggu (4/5/2031).\n\n"
    "Warga mengungsi ke balai desa “sampai surut”, ujarnya.\n"
)
HTML = "<html><body><div>" + "".join(f"<p>{line}</p>" for line in TEXT.split("\n\n")) + "</div></body></html>"
SUBJECT = "Banjir Randu: 14 tewas – “sampai surut”"
SAVED = (
    "From: <Saved by Blink>\r\n"
    "Snapshot-Content-Location: https://randu.example/banjir\r\n"
    "Subject: =?utf-8?Q?Banjir=20Randu?=\r\n"
    "Date: Sun, 4 May 2031 10:00:00 -0000\r\n"
    "MIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----X----"\r\n\r\n\r\n'
    "------X----\r\n"
    "Content-Type: text/html\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n"
    "Content-Location: https://randu.example/banjir\r\n\r\n"
    "<!DOCTYPE html><html><head>{head}</head><body><article><p>RANDU - Sebanyak 14 orang tewas =E2=80=9Cdi ru=\r\n"
    "mah=E2=80=9D.</p></article></body></html>\r\n"
    "------X----\r\n"
    "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
    "------X------\r\n"
)


def letter(text: str = TEXT, *, html: str | None = None, **how: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Redaksi <redaksi@example.org>"
    message["Subject"] = SUBJECT
    message["Date"] = "Sun, 04 May 2031 10:00:00 +0700"
    message.set_content(text, **how)
    if html is not None:
        message.add_alternative(html, subtype="html")
    return message


def taken(path: Path, data: bytes | str) -> list[Article | Skipped]:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(intake.take_in([path]))


def article(path: Path, data: bytes | str) -> Article:
    (only,) = taken(path, data)
    assert isinstance(only, Article), only
    return only


@pytest.mark.parametrize("cte", ["base64", "quoted-printable", "8bit"])
def test_the_text_of_a_mail_is_unpacked_and_its_sender_and_day_are_nobody_s(tmp_path: Path, cte: str) -> None:
    found = article(tmp_path / "a.eml", letter(cte=cte).as_bytes())
    assert (found.text, found.title) == (TEXT, SUBJECT)
    assert (found.outlet, found.published, found.url, found.authors, found.page_sha256) == (None, None, None, (), None)
    assert found.id == codec.article_id(str(tmp_path / "a.eml"), TEXT)


def test_a_mail_is_read_in_the_code_page_that_it_names(tmp_path: Path) -> None:
    assert article(tmp_path / "a.eml", letter(charset="windows-1252", cte="8bit").as_bytes()).text == TEXT
    assert article(tmp_path / "b.eml", letter("Kota Łódź kebanjiran.\n", charset="iso-8859-2").as_bytes()).text == (
        "Kota Łódź kebanjiran.\n"
    )
    unknown = letter().as_bytes().replace(b"utf-8", b"tidak-ada", 1)
    assert article(tmp_path / "c.eml", unknown).text == TEXT


def test_the_html_of_a_mail_comes_before_its_plain_text(tmp_path: Path) -> None:
    found = article(tmp_path / "a.eml", letter("lihat versi HTML\n", html=HTML).as_bytes())
    assert found.text == TEXT.strip()
    assert (found.title, found.published) == (SUBJECT, None)
    assert found.page_sha256
    empty = letter(html="<html><body><img src=x></body></html>").as_bytes()
    assert article(tmp_path / "b.eml", empty).text == TEXT


def test_a_page_in_a_mail_that_tells_its_title_and_day_is_believed(tmp_path: Path) -> None:
    head = '<title>Banjir</title><meta property="article:published_time" content="2031-05-03">'
    found = article(
        tmp_path / "a.eml", letter("x\n", html=HTML.replace("<body>", f"<head>{head}</head><body>")).as_bytes()
    )
    assert (found.title, found.published) == ("Banjir", "2031-05-03")


def test_a_page_saved_as_one_file_is_that_page(tmp_path: Path) -> None:
    found = article(tmp_path / "a.mhtml", SAVED.format(head="<title>Banjir besar</title>"))
    assert found.text == "RANDU - Sebanyak 14 orang tewas “di rumah”."
    assert (found.title, found.url, found.published) == ("Banjir besar", "https://randu.example/banjir", None)
    bare = article(tmp_path / "b.mht", SAVED.format(head=""))
    assert bare.title == "Banjir Randu"
    own = '<link rel=3D"canonical" href=3D"https://randu.example/asli">'
    assert article(tmp_path / "c.mht", SAVED.format(head=own)).url == "https://randu.example/asli"


def test_a_mail_is_told_by_how_it_begins_and_a_report_is_not_taken_for_one(tmp_path: Path) -> None:
    assert article(tmp_path / "surat", letter(cte="base64").as_bytes()).text == TEXT
    assert article(tmp_path / "halaman.html", SAVED.format(head="")).title == "Banjir Randu"
    for text in (f"Kronologi: banjir\nContent: {TEXT}", f"From: warga\n{TEXT}", f"Subject: banjir\n\n{TEXT}", TEXT):
        assert article(tmp_path / "catatan", text).text == text
    assert article(tmp_path / "a.txt", letter().as_bytes()).text == TEXT


def test_lines_that_were_folded_for_sending_are_put_together_again(tmp_path: Path) -> None:
    head = "Subject: x\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8; format=flowed"
    folded = "Sebanyak 14 orang \ntewas di Randu.\n\n From Randu.\n> kutipan \n> lama\nSalam \n\n-- \nTono\n"
    whole = "Sebanyak 14 orang tewas di Randu.\n\nFrom Randu.\n> kutipan \n> lama\nSalam \n\n-- \nTono\n"
    assert article(tmp_path / "a.eml", f"{head}\n\n{folded}").text == whole
    returned = folded.replace("\n", "\r\n")
    assert article(tmp_path / "b.eml", f"{head}\n\n{returned}").text == whole.replace("\n", "\r\n")
    assert article(tmp_path / "c.eml", f"{head}; delsp=yes\n\nRa \nndu banjir.\n").text == "Randu banjir.\n"
    assert article(tmp_path / "d.eml", f"{head.replace('flowed', 'fixed')}\n\n{folded}").text == folded


def test_a_mail_without_headers_is_its_text(tmp_path: Path) -> None:
    assert article(tmp_path / "a.eml", TEXT).text == TEXT


def test_a_mail_that_is_cut_off_gives_what_stood_before(tmp_path: Path) -> None:
    whole = letter(html=HTML).as_bytes()
    found, cut = taken(tmp_path / "a.eml", whole[: whole.rindex(b"</div>")])
    assert isinstance(found, Article) and found.text.startswith("RANDU")
    assert isinstance(cut, Skipped) and cut.reason == "the mail is cut off; what stood before was read"


NESTED = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(1_500))
FEW = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(80))
ATTACHED = "MIME-Version: 1.0\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nJVBERg==\n"
BASE64 = "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("Subject: banjir\nMIME-Version: 1.0\n\n", "its text is empty"),
        (ATTACHED, "no text in the mail"),
        (f"{BASE64}QUJDR\n", "base64 is broken"),
        (f"{BASE64}U2ViYW%%55YWsgMTQ=\n", "base64 is broken"),
        (f"MIME-Version: 1.0\n{NESTED}", "nested too deep"),
        ("MIME-Version: 1.0\n" + "Content-Type: message/rfc822\n\n" * 5_000, "nested too deep"),
        (f"Content-Type: {'(' * 3_000}\n\n{TEXT}", "nested too deep"),
        ("Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n" * 20_001, "more than 20,000 parts"),
        (f"MIME-Version: 1.0\n{FEW}Content-Type: text/plain\n\n" + "-\n" * 200_000, "more lines"),
        (f"From tono@example.org Sun May  4\n{letter().as_string()}", "a box of several mails"),
    ],
)  # fmt: skip
def test_what_gives_nothing_says_why_and_soon(tmp_path: Path, content: str, reason: str) -> None:
    name = "a" if content.startswith("From ") else "a.eml"
    (only,) = taken(tmp_path / name, content)
    assert isinstance(only, Skipped), only
    assert reason in only.reason


@pytest.mark.parametrize("header", ["=?u?q?" * 50_000, "=?utf-8?q?=41?= " * 50_000, "(" * 100_000, "a; b=" * 50_000])
def test_headers_without_end_take_no_time(tmp_path: Path, header: str) -> None:
    for name in ("Subject", "Content-Disposition", "MIME-Version"):
        (only,) = taken(tmp_path / "a.eml", f"{name}: {header}\nX: y\n\n{TEXT}")
        assert only.text == TEXT if isinstance(only, Article) else "nested too deep" in only.reason


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_broken_mails_never_raise(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from([letter(html=HTML).as_bytes(), SAVED.format(head="").encode()]))
    broken = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(broken) - 1))
        broken[at : at + data.draw(st.integers(0, 20))] = data.draw(
            st.sampled_from([b"", b"\n", b'"', b"=", b";\r\n", b"\xff", b"=?"])
        )
        broken = broken or bytearray(b"x")
    path = tmp_path_factory.mktemp("mail") / "a.eml"
    path.write_bytes(bytes(broken))
    found = list(formats.read(str(path)))
    assert found and all("could not be read" not in s.reason for s in found if isinstance(s, Skipped))


def test_what_is_a_mail_by_its_beginning() -> None:
    assert mail.is_mail("Subject: x\nContent-Type: text/plain;\n charset=utf-8\n\nx")
    for text in ("", "x", "Subject: x\n\ny", "Content-Type text\n", "MIME-Version: 1.0\nbukan kepala surat\n\n"):
        assert not mail.is_mail(text)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("name", ["a.txt", "a.text", "a.eml"])
def test_a_mail_is_read_as_one_though_called_a_text_or_begun_with_a_mark(
    tmp_path: Path, name: str, mark: bytes
) -> None:
    found = article(tmp_path / name, mark + letter(cte="base64").as_bytes())
    assert (found.text, found.title) == (TEXT, SUBJECT)


def test_a_mail_in_two_bytes_a_letter_is_read(tmp_path: Path) -> None:
    sent = letter(cte="base64").as_bytes().decode("ascii")
    for name in ("a.txt", "b.eml"):
        assert article(tmp_path / name, sent.encode("utf-16")).text == TEXT


@pytest.mark.parametrize(
    "text",
    [
        f"From: Randu\nSubject: Banjir\n\n{TEXT}",
        f"From: Randu\nSubject: Banjir\nDate: Senin, 9 Maret 2026\n{TEXT}",
        f"Dari: Redaksi\nTanggal: Minggu\nMIME-Version: 1.0\n\n{TEXT}",
        f"From: Redaksi\nSubject: Banjir\nWarga mengungsi.\nMIME-Version: 1.0\n\n{TEXT}",
        "From: Redaksi\nSubject: Banjir\nMIME-Version: 1.0",
        f"Randu: warga mengungsi\n\n{TEXT}",
    ],
)
def test_a_text_that_only_begins_like_a_mail_stays_a_text(tmp_path: Path, text: str) -> None:
    assert article(tmp_path / "a.txt", text).text == text


def test_a_mail_saved_as_text_is_read_as_one(tmp_path: Path) -> None:
    text = "Banjir – setinggi lutut – merendam Randu."
    shown = f"From: Redaksi Kalimas\nTo: Meja Daerah\nSubject: Banjir di Randu\nDate: Mon, 9 Mar 2026 08:00:00 +0700\n\n{text}"
    found = article(tmp_path / "a.txt", shown)
    assert (found.title, found.text.strip()) == ("Banjir di Randu", text)


def test_a_mail_inside_a_mail_is_passed_over_with_a_word(tmp_path: Path) -> None:
    outer = letter("Berikut laporannya.\n")
    outer.add_attachment(letter())
    cover, passed = taken(tmp_path / "a.eml", outer.as_bytes())
    assert isinstance(cover, Article)
    assert cover.text == "Berikut laporannya.\n"
    assert isinstance(passed, Skipped)
    assert "attached" in passed.reason
