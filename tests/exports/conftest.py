"""An account of an invented event: a market fire that five invented reports tell, one of them hostile to whoever shows it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

import runut
from runut import codec
from runut.exports.incidents import Incident, Incidents
from runut.lang import Language
from runut.model import (
    Account,
    BriefLine,
    Check,
    Clash,
    CreditSpan,
    Date,
    DayTold,
    Deed,
    DeedUse,
    Dispute,
    Entity,
    EntityMention,
    Event,
    Family,
    Figure,
    Framing,
    Happening,
    Headline,
    Held,
    Joining,
    Judgement,
    Moment,
    OffStory,
    Party,
    Passage,
    Place,
    Position,
    Related,
    Report,
    Ruling,
    Saying,
    Sentence,
    Series,
    Skipped,
    Span,
    Speaker,
    Standing,
    Statement,
    Step,
    Subject,
    Term,
    Valuation,
)

HOSTILE = '<script>window.pwned = 1</script> </script> "><img src=x onerror="window.pwned = 1"> &lt;b&gt; <!-- ]]>'

TEXTS = {
    "randu": (
        "RANDU - Kebakaran menghanguskan Pasar Kemiri di Kota Randu, Selasa (4/8/2026) dini hari.\n\n"
        'Kepala BPBD Randu Wening Saraswati mengatakan tiga pedagang tewas. "Api datang dari gudang kain," kata Wening.\n\n'
        "Sedikitnya 120 kios terbakar. Polisi menduga korsleting.\n\nBaca juga: Harga Cabai Turun"
    ),
    "lontar": (
        "Jumlah korban tewas dalam kebakaran Pasar Kemiri bertambah menjadi lima orang, Rabu (5/8/2026).\n\n"
        "Kapolres Randu Damar Wulung membantah ada unsur kesengajaan. Antara 100 dan 150 kios rusak menurut dinas pasar."
    ),
    "samudra": (
        "Serikat Pedagang Kemiri menyebut tujuh orang meninggal hingga Rabu (5/8/2026).\n\n"
        '"Pasar ini sengaja dibakar," ujar ketua serikat, Laras Puspita. '
        "Menurut dia, para korban penggusuran itu belum mendapat bantuan."
    ),
    "kabar": (
        "Kebakaran menghanguskan Pasar Kemiri di Kota Randu, Selasa (4/8/2026) dini hari.\n\n"
        "Kepala BPBD Randu Wening Saraswati mengatakan tiga pedagang tewas.\n\nRapat digelar lusa."
    ),
    "jahat": f"Warga menulis {HOSTILE} di dinding pasar.\n\nEmpat orang luka-luka, kata warga \u202eterbalik\u202c di situ.",
}
REPORTS = {
    "randu": (
        "Harian Randu",
        "2026-08-04T09:05+07:00",
        "Pasar Kemiri Terbakar, Tiga Tewas",
        "https://randu.example/a?b=1&c=2",
    ),
    "lontar": ("Warta Lontar", "2026-08-05T14:05+07:00", "Korban Pasar Kemiri Jadi Lima", "javascript:alert(1)"),
    "samudra": ("Samudra Pos", "2026-08-05", "Serikat: Tujuh Meninggal", None),
    "kabar": ("Kabar Kemiri", "2026-08-04T11:40+07:00", "Pasar Kemiri Terbakar", "https://kabar.example/x"),
    "jahat": (None, None, f"Judul {HOSTILE}", None),
}


def spot(article: str, words: str, nth: int = 1) -> Place:
    """Where words stand in an invented report."""
    text, start = TEXTS[article], -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Place(article=article, start=start, end=start + len(words), text=words)


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of an invented report, plainly cut."""
    return tuple(
        Sentence(start=m.start(), end=m.end(), paragraph=text.count("\n\n", 0, m.start()))
        for m in re.finditer(r"[^\n]+?(?:[.](?=\s|$)|(?=\n|$))", text)
        if m[0].strip()
    )


def figure(
    article: str, words: str, number: str, low: int | None, high: int | None, measure: str, **more: object
) -> Figure:
    at, inner = spot(article, words), words.index(number)
    start = at.start + inner
    return Figure(
        id=codec.finding_id(article, "figure", at.start, at.end),
        article=article,
        start=at.start,
        end=at.end,
        text=words,
        number=Span(start=start, end=start + len(number), text=number),
        low=low,
        high=high,
        approx=False,
        measure=measure,
        rule=f"measure:{measure}",
        **more,  # type: ignore[arg-type]
    )


def statement(article: str, words: str, form: str, name: str | None, **more: object) -> Statement:
    at = spot(article, words)
    return Statement(
        id=codec.finding_id(article, "statement", at.start, at.end),
        article=article,
        start=at.start,
        end=at.end,
        text=words,
        form=form,
        rule="cue-after-quote",
        speaker=None if name is None else Speaker(text=name, name=name, entity="wening" if "Wening" in name else None),
        **more,  # type: ignore[arg-type]
    )


def report(name: str) -> Report:
    outlet, published, title, url = REPORTS[name]
    text = TEXTS[name]
    link = text.find("Baca juga")
    dateline = (CreditSpan(start=0, end=5, text="RANDU", kind="dateline", rule="dateline-capitals"),)
    return Report(
        id=name,
        source=f"kliping/{name}.txt",
        sha256=codec.sha256(text),
        url=url,
        outlet=outlet,
        title=title,
        published=published,
        published_from="metadata" if published else None,
        anchor=published[:10] if published else None,
        anchor_from="metadata" if published else None,
        language="id",
        dateline="RANDU" if name == "randu" else None,
        reporters=("Ratih",) if name == "randu" else (),
        editors=(),
        agencies=(),
        text=text,
        furniture=((link, len(text), "link"),) if link >= 0 else (),
        credits=dateline if name == "randu" else (),
        sentences=sentences(text),
    )


def mentions(*places: Place) -> tuple[EntityMention, ...]:
    return tuple(EntityMention(article=p.article, start=p.start, end=p.end, text=p.text) for p in places)


def date(article: str, words: str, value: str | None, why_null: str | None = None) -> Date:
    at = spot(article, words)
    return Date(
        article=article, start=at.start, end=at.end, text=words, value=value, rule="weekday-and-day", why_null=why_null
    )


@pytest.fixture(scope="session")
def told() -> Account:
    """The account of the invented fire."""
    lead = "Kebakaran menghanguskan Pasar Kemiri di Kota Randu, Selasa (4/8/2026) dini hari."
    three = figure(
        "randu", "tiga pedagang tewas", "tiga", 3, 3, "killed", counted="pedagang", speaker="Wening Saraswati"
    )
    copied = figure(
        "kabar", "tiga pedagang tewas", "tiga", 3, 3, "killed", counted="pedagang", speaker="Wening Saraswati"
    )
    five = figure("lontar", "bertambah menjadi lima orang", "lima", 5, 5, "killed", counted="orang", as_of="2026-08-05")
    seven = figure("samudra", "tujuh orang meninggal", "tujuh", 7, 7, "killed", speaker="Serikat Pedagang Kemiri")
    stalls = figure("randu", "Sedikitnya 120 kios terbakar", "120", 120, None, "buildings_burned", counted="kios")
    range_ = figure(
        "lontar", "Antara 100 dan 150 kios rusak", "100 dan 150", 100, 150, "buildings_burned", counted="kios"
    )
    hurt = figure("jahat", "Empat orang luka-luka", "Empat", 4, 4, "injured", speaker="warga")
    api = statement("randu", "Api datang dari gudang kain,", "direct", "Wening Saraswati", said_on="2026-08-04")
    denial = statement("lontar", "ada unsur kesengajaan", "indirect", "Damar Wulung", negated=True)
    arson = statement(
        "samudra", "Pasar ini sengaja dibakar,", "direct", "Laras Puspita", via=("Radio Kemiri",), hedged=True
    )
    # Crosses the sentence that the timeline cites: its first words stand before it.
    crossing = statement("lontar", "Rabu (5/8/2026).\n\nKapolres Randu", "partial", None)
    first = spot("randu", lead)
    moment_denied = spot("lontar", "Kapolres Randu Damar Wulung membantah ada unsur kesengajaan.")
    fire = Event(
        id="event-fire",
        article="randu",
        start=first.start,
        end=first.end,
        text=lead,
        type="DISASTER",
        status="happened",
        rule="verb:menghanguskan",
        recipient=Party(text="Pasar Kemiri"),
        date="2026-08-04TNI",
        place="Kota Randu",
    )
    guess = spot("randu", "Polisi menduga korsleting.")
    alleged = Event(
        id="event-guess",
        article="randu",
        start=guess.start,
        end=guess.end,
        text=guess.text,
        type="ACCUSE",
        status="alleged",
        rule="verb:menduga",
        actor=Party(text="Polisi"),
    )
    wening = Entity(
        id="wening",
        type="PER",
        name="Wening Saraswati",
        roles=("Kepala BPBD Randu",),
        mentions=mentions(
            spot("randu", "Wening Saraswati"), spot("randu", "Wening", 2), spot("kabar", "Wening Saraswati")
        ),
        why=("same full name",),
    )
    account = Account(
        schema="runut/account/1",
        generator="runut 0.0.0",
        story=Headline(
            id="story",
            title="Pasar Kemiri Terbakar",
            first="2026-08-04",
            last="2026-08-05",
            reports=5,
            outlets=4,
            independent=4,
        ),
        brief=(
            BriefLine(
                kind="current",
                text="Korban tewas: 7, per 5/8/2026, menurut Serikat Pedagang Kemiri",
                english="Killed: 7, as of 5/8/2026, said Serikat Pedagang Kemiri",
                refs=(seven.id,),
                evidence=(spot("samudra", "tujuh orang meninggal"),),
                rule="latest-of-series",
            ),
            BriefLine(
                kind="differs",
                text="Korban tewas, bertentangan: 5 ≠ 7",
                english="Killed, in conflict: 5 ≠ 7",
                refs=("killed",),
                evidence=(
                    spot("lontar", five.text),
                    spot("samudra", seven.text),
                    spot("randu", three.text),
                    spot("kabar", three.text),
                ),
                rule="series-conflict",
            ),
            BriefLine(
                kind="independence",
                text="5 laporan, 4 berdiri sendiri",
                english="5 reports, 4 independent",
                refs=("family-1",),
                evidence=(first, spot("kabar", lead)),
                rule="families",
            ),
        ),
        articles=tuple(map(report, sorted(TEXTS))),
        entities=(wening,),
        dates=(
            date("randu", "Selasa (4/8/2026) dini hari", "2026-08-04TNI"),
            date("lontar", "Rabu (5/8/2026)", "2026-08-05"),
            date("kabar", "lusa", None, "no day to count from"),
        ),
        figures=(three, copied, five, seven, stalls, range_, hurt),
        statements=(api, denial, arson, crossing),
        events=(fire, alleged),
        families=(
            Family(
                id="family-1",
                articles=("kabar", "randu"),
                why="two sentences are the same",
                upstream=("Kantor Warta",),
                passages=(Passage(a=spot("kabar", lead), b=first),),
            ),
            Family(id="family-2", articles=("lontar",), why="alone"),
            Family(id="family-3", articles=("samudra",), why="alone"),
            Family(id="family-4", articles=("jahat",), why="alone"),
        ),
        series=(
            Series(
                id="burned",
                measure="buildings_burned",
                what="kios",
                relation="agree",
                figures=(stalls.id, range_.id),
                why="batas nilainya bertemu",
                english="their bounds meet",
                rule="series:bounds-meet",
                low=120,
                high=150,
                independent=2,
            ),
            Series(
                id="killed",
                measure="killed",
                what="korban tewas",
                relation="conflict",
                figures=(three.id, copied.id, five.id, seven.id),
                why="5 and 7 on one day",
                rule="same-day-exclude",
                independent=3,
            ),
        ),
        clashes=(Clash(kind="denial", a=denial.id, b=arson.id, why="one denies what the other says"),),
        timeline=(
            Moment(date="2026-08-04TNI", kind="event", text=lead, evidence=(first,), rule="event-day"),
            Moment(date="2026-08-05", kind="said", text=moment_denied.text, evidence=(moment_denied,), rule="said-day"),
        ),
        framing=(
            Framing(
                target="para pedagang",
                terms=(
                    Term(term="pedagang", voice="outlet", uses=(spot("randu", "tiga pedagang tewas"),)),
                    Term(term="korban penggusuran", voice="speaker", uses=(spot("samudra", "korban penggusuran"),)),
                ),
            ),
        ),
        off_story=(OffStory(article="jahat", why="shares no name with the others"),),
        skipped=(Skipped(source="kliping/kosong.txt", reason="the file is empty"),),
    )
    return replace(account, sha256=codec.account_sha256(account))


def subject(layer: str, id_: str, place: Place | None = None) -> Subject:
    """What a judgement is about, as it stood when it was judged."""
    if place is None:
        return Subject(layer=layer, id=id_)
    return Subject(
        layer=layer,
        id=id_,
        article=place.article,
        sha256=codec.sha256(TEXTS[place.article]),
        start=place.start,
        end=place.end,
        text=place.text,
    )


@pytest.fixture(scope="session")
def compared(told: Account) -> Account:
    """The same fire with all that comparing makes of it, and with judgements of persons."""
    three, copied, five, seven, stalls, range_, _ = told.figures
    api, denial, arson, crossing = told.statements
    lead = told.timeline[0].text
    again = statement("kabar", "tiga pedagang tewas", "indirect", "Wening Saraswati")
    toll = statement("randu", "tiga pedagang tewas", "indirect", "Wening Saraswati", said_on="2026-08-04")
    copied_lead = spot("kabar", lead)
    copy = Event(
        id="event-copy",
        article="kabar",
        start=copied_lead.start,
        end=copied_lead.end,
        text=lead,
        type="DISASTER",
        status="alleged",
        rule="verb:menghanguskan",
    )
    sari = {"by": "person:Sari", "when": "2026-08-06T09:30:00+07:00"}
    rulings = (
        Ruling(
            judgement=Judgement(
                id="j1",
                act="merge",
                subjects=(subject("names", "n-wening"), subject("names", "n-wening-2")),
                why="satu orang, dicek ke redaksi",
                **sari,
            ),
            state="applied",
        ),
        Ruling(
            judgement=Judgement(
                id="j2",
                act="reject",
                subjects=(subject("figures", range_.id, spot("lontar", range_.text)),),
                why="bukan jumlah kios <b>",
                **sari,
            ),
            state="applied",
        ),
        Ruling(
            judgement=Judgement(
                id="j3",
                act="join",
                subjects=(subject("figures", "lama", Place(article="lontar", start=1, end=4, text="dua kios")),),
                why="angka yang sama",
                **sari,
            ),
            state="no-finding",
            note="figures lama tidak ada lagi",
        ),
        Ruling(
            judgement=Judgement(
                id="j4",
                act="join",
                subjects=(subject("reports", "randu"), subject("reports", "samudra")),
                by="rule:copied",
                why="bagian yang disalin",
            ),
            state="undone",
        ),
        Ruling(
            judgement=Judgement(id="j5", act="undo", subjects=(), undoes="j4", why="dua liputan sendiri", **sari),
            state="applied",
        ),
    )
    burned, killed = told.series
    disputed = spot("lontar", "Kapolres Randu Damar Wulung membantah ada unsur kesengajaan.")
    account = replace(
        told,
        figures=(three, copied, five, seven, stalls, range_, told.figures[6]),
        statements=(api, denial, arson, crossing, toll, again),
        events=(*told.events, copy),
        entities=(
            replace(
                told.entities[0],
                members=(("randu", "n-wening"), ("kabar", "n-wening-2")),
                aliases=("Bu Wening",),
                held=(Held(role="Kepala BPBD", first="2026-08-04", last="2026-08-05", evidence=(), former=True),),
                joins=(Joining(a=("randu", "a"), b=("kabar", "b"), rule="full-name", why="nama lengkapnya sama"),),
                related=(Related(entity="wening", how="same-name", why="dua orang"),),
            ),
        ),
        families=(
            replace(
                told.families[0],
                rule="copied-half",
                english="more than half is copied",
                original="randu",
                original_why="terbit lebih dulu",
                original_english="published earlier",
                passages=(replace(told.families[0].passages[0], kind="edited"),),
            ),
            *told.families[1:],
        ),
        series=(
            burned,
            replace(
                killed,
                relation="conflict",
                english="they cannot both be right",
                reports=4,
                independent=3,
                sources=("Wening Saraswati", "Serikat Pedagang Kemiri"),
                steps=(
                    Step(
                        a=three.id,
                        b=copied.id,
                        relation="agree",
                        rule="equal",
                        why="sama",
                        english="the same",
                    ),
                    Step(
                        a=copied.id,
                        b=five.id,
                        relation="evolve",
                        rule="later",
                        why="hitungan yang kemudian",
                        english="counted later",
                    ),
                    Step(
                        a=five.id,
                        b=seven.id,
                        relation="conflict",
                        rule="exclude",
                        why="tidak dapat sama-sama benar",
                        english="cannot both be right",
                    ),
                ),
                values=(
                    Valuation(
                        profile="ucdp",
                        low=3,
                        best=5,
                        high=7,
                        rule="ucdp:best",
                        why="perkiraan yang paling banyak didukung",
                        english="the best supported estimate",
                        figures=(five.id,),
                    ),
                    Valuation(
                        profile="acled",
                        low=None,
                        best=3,
                        high=None,
                        rule="acled:lowest",
                        why="angka terendah",
                        english="the lowest count",
                    ),
                ),
            ),
        ),
        checks=(
            Check(
                id="check",
                kind="parts-exceed-whole",
                figures=(stalls.id, range_.id),
                rule="parts:sum",
                why="bagiannya lebih dari jumlahnya",
                english="the parts are more than the whole",
            ),
        ),
        sayings=(
            Saying(
                id="saying",
                speaker="Wening Saraswati",
                entity="wening",
                day="2026-08-04",
                statements=(toll.id, again.id, api.id),
                reports=2,
                independent=1,
                rule="same-content",
                why="isi yang sama",
                english="the same content",
            ),
        ),
        positions=(
            Position(
                id="position",
                speaker="Damar Wulung",
                entity=None,
                statements=(crossing.id, denial.id),
                rule="negates",
                why="kemudian menyangkal",
                english="denies it later",
            ),
        ),
        clashes=(replace(told.clashes[0], rule="clash:denial", english="one denies it"),),
        disputes=(
            Dispute(
                id="dispute",
                kind="denial",
                statement=denial.id,
                evidence=(disputed,),
                reports=1,
                independent=1,
                rule="told-denial",
                why="dibantah: “Kapolres Randu Damar Wulung membantah ada unsur kesengajaan”",
                english="denied: “Kapolres Randu Damar Wulung membantah ada unsur kesengajaan”",
            ),
        ),
        happenings=(
            Happening(
                id="happening",
                type="DISASTER",
                events=("event-fire", "event-copy"),
                standings=(
                    Standing(status="happened", events=("event-fire",)),
                    Standing(status="alleged", events=("event-copy",)),
                ),
                reports=2,
                independent=1,
                rule="type-place-day",
                why="jenis dan tempat sama",
                english="same kind and place",
                date="2026-08-04",
                place="Kota Randu",
                recipient="wening",
                figures=(stalls.id,),
            ),
        ),
        timeline=(
            replace(
                told.timeline[0],
                evidence=(*told.timeline[0].evidence, copied_lead, spot("kabar", "Rapat digelar lusa.")),
                telling=len(told.timeline[0].evidence) + 1,
                said="2026-08-06",
                published="2026-08-05",
                reports=2,
                independent=1,
            ),
            told.timeline[1],
        ),
        days=(
            DayTold(date="2026-08-05", reports=2, independent=2),
            DayTold(date="2026-08-09", reports=1, independent=1),
        ),
        deeds=(
            Deed(
                lemma="bakar",
                uses=(
                    DeedUse(
                        place=spot("samudra", "sengaja dibakar"),
                        form="dibakar",
                        voice="passive",
                        quoted=True,
                        doer=None,
                        rule="deed:bakar",
                    ),
                    DeedUse(
                        place=spot("randu", "Kebakaran menghanguskan"),
                        form="menghanguskan",
                        voice="active",
                        quoted=False,
                        doer=spot("randu", "Kebakaran"),
                        rule="deed:bakar",
                    ),
                ),
            ),
        ),
        judgements=rulings,
    )
    return replace(account, sha256=codec.account_sha256(account))


UNREST = [
    {
        "title": "Baku Tembak di Kalimas, Dua Tewas",
        "outlet": "Warta Lontar",
        "url": "https://warta.example/a",
        "published": "2031-03-06",
        "text": "Kontak tembak antara polisi dan kelompok bersenjata terjadi di Kampung Sukamaju, Distrik Randu, Kabupaten Kalimas, "
        "Papua, Rabu (5/3/2031) pagi. Dua orang tewas dalam kontak tembak itu, kata Kapolres Kalimas Damar Wulung.\n\n"
        "Polisi masih menyisir hutan. Sepuluh tahun lalu, pada 2 Mei 2021, baku tembak juga terjadi di Distrik Randu.",
    },
    {
        "title": "Kontak Tembak di Kalimas",
        "outlet": "Harian Muara",
        "url": "https://muara.example/b",
        "published": "2031-03-06",
        "text": "Tiga orang tewas dalam kontak tembak di Kampung Sukamaju, Distrik Randu, Kabupaten Kalimas, Papua, Rabu (5/3/2031). "
        "Sebanyak tiga orang tewas ditembak, kata juru bicara kelompok itu, Laras Puspita.\n\nWarga mengungsi ke gereja.",
    },
    {
        "title": "Mahasiswa Berunjuk Rasa",
        "outlet": "Kabar; Serunai",
        "published": "2031-03-08",
        "text": "Ratusan mahasiswa berunjuk rasa di depan kantor bupati di Kabupaten Kalimas, Papua, Jumat (7/3/2031), menuntut "
        "penyelidikan atas kontak tembak di Distrik Randu. Besok, Minggu (9/3/2031), mereka akan berunjuk rasa lagi.",
    },
]


@pytest.fixture(scope="session")
def tell(languages: Mapping[str, Language]) -> Callable[..., Account]:
    """Make an account of short reports, each by an outlet of its own: texts, or records."""

    def made(*reports: str | Mapping[str, str], published: str = "2031-03-08") -> Account:
        records = [
            {"title": "Laporan", "outlet": f"Warta {n}", "published": published}
            | ({"text": r} if isinstance(r, str) else dict(r))
            for n, r in enumerate(reports, 1)
        ]
        return runut.account(records, using=languages)

    return made


@pytest.fixture(scope="session")
def unrest(tell: Callable[..., Account]) -> Account:
    """An account of an invented clash with disputed deaths, and of a demonstration two days later."""
    return tell(*UNREST)


@pytest.fixture
def only(found: Callable[..., Incidents]) -> Callable[..., Incident]:
    """The only incident of short reports, by the test's own `found`."""

    def one(*texts: str) -> Incident:
        (incident,) = found(*texts).found
        return incident

    return one
