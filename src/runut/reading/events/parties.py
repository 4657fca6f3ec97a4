"""Who does an event and who undergoes it, by the frame of its verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from runut.model import Article, Event, Mention, Name, Party
from runut.reading.events.clauses import Clause, governor
from runut.reading.events.kinds import HARMS, LOSING
from runut.reading.events.lexicon import Lexicon
from runut.reading.events.triggers import Token, Trigger, has_comma
from runut.text import View

# What is said or asked goes `ke` someone, and not to a place.
ADDRESSED = frozenset({"REQUEST", "CONCEDE", "ACCUSE", "REJECT", "THREATEN"})
# Who undergoes one of these is its victim, not whoever is accused of it.
VICTIMS = (*HARMS, "CRIME", "KILLING")
# Before `di antaranya` behind a comma stands how many of those named before (`tiga orang di antaranya`).
MANY_AMONG = 3
# Of these types, who is in a state undergoes it (`menjalani penahanan`).
PENAL = ("ACCUSE", "COERCE")
# Whose deed it is stands within so many words behind it (`serangan udara balasan Sagara`).
OWNER_REACH = 3
# A subject or object of more words is no plain party.
LONGEST_PARTY = 14

# Behind a word that denies, these tell of many.
MANY = ("kurang", "sedikit", "hanya")

# Behind one, these say that others are meant too.
ONLY = ("hanya", "cuma", "sekadar")

# What begins with words of these kinds is set in front of a subject, where a comma ends it.
FRONTING = ("preposition", "fronting", "adverb", "boundary", "auxiliary", "aside", "clock")

# What is someone's ends in `-nya` behind their `yang` within so many words, and has so many letters; words of these kinds do so as adverbs.
OWNED_REACH, SHORTEST_OWNED = 3, 6
UNOWNED = ("aside", "auxiliary", "adverb", "opening", "alleged")

# A deed stands so many words before the place that it was done to; of one of these types it may kill.
DEED_REACH, DEEDS = 6, ("ASSAULT", "BLAST", "DISASTER", "ACCIDENT")

# Where it happened, or whose it was, and not who did it, is named behind a noun of one of these.
WITHOUT_DOER = ("PROTEST", "CRIME")

# A word of this shape is a verb or preposition, unless it is listed as a noun or numeral of the same shape.
_YEAR = re.compile(r"\d{4}")
_VERB = re.compile(r"(?:me[mnlrwy]|di|ter|ber)[a-z]{4,}")


@dataclass(slots=True)
class Told:
    """One sentence of an article, with all that the parties, the place and the day of its events are read from; `day` is the article's.

    `idle`: the tokens at which words stood where a party stands, and are none (`kejadian ini`); `owned_by`: whose it is that came to harm.
    """

    article: Article
    view: View
    tokens: Sequence[Token]
    named: Sequence[tuple[Name, Mention]]
    lexicon: Lexicon
    day: str | None
    idle: list[int] = field(default_factory=list)
    owned_by: str | None = None


def find_parties(
    told: Told, clause: Clause, first: int, last: int, before: Party | None
) -> tuple[Party | None, Party | None]:
    """Actor and recipient of a clause at tokens `first` to `last`; None where the words do not make it plain.

    `before` is the subject of the clause before in the same sentence, which a clause without one carries on.
    """
    trigger = clause.trigger
    marks = told.lexicon.markers
    if trigger.row.frame == "noun":
        return _of_noun(told, clause, last)
    begin, subject_end = first, trigger.first
    if (
        trigger.row.bare and begin < subject_end and told.tokens[subject_end - 1].word in marks["doer"]
    ):  # `dua orang kami tangkap`
        doer = _party(told, subject_end - 1, subject_end)
        return doer, _party(told, begin, _without_auxiliaries(told, begin, _cut(told, begin, subject_end - 1)))
    at = governor(told.tokens, trigger, first, told.lexicon)
    owned = None if at is None or clause.type not in VICTIMS else _owned(told, at + 1, subject_end)
    if owned is not None and at is not None:
        owner = _party(told, _inner(told, begin, at), at)
        told.owned_by = owner.entity if owner else None
        begin, at = owned, None  # `pilot yang pesawatnya dibakar`: the plane
    if at is not None:
        subject_end = min(subject_end, at)
    if at is None and owned is None:
        undergoes = trigger.row.frame == "passive" or (clause.type in HARMS and trigger.row.frame == "state")
        begin = _inner(told, begin, subject_end)
        if undergoes and not trigger.row.light:
            begin = _undergoer(told, begin, subject_end)
    if at is not None and trigger.row.frame == "active" and (deed := _deed_before(told, clause.first)) is not None:
        return (_owner(told, deed + 1, clause.first - 1) if clause.type in VICTIMS else None), _party(
            told, trigger.last, _object_end(told, trigger.last, last)
        )
    subject = _subject(told, begin, subject_end, before) if subject_end > begin or at is not None else before
    after = trigger.last
    by = after < last and told.tokens[after].word in marks["by"]
    aimed = after < last and told.tokens[after].word in marks["aimed"]
    asked = (
        clause.type == "REQUEST" and after < last and told.tokens[after].word in marks["asked"]
    )  # `mengimbau agar warga …`
    object_start = after + (by or aimed or asked)
    paired = len(trigger.row.words) == 1 and after + 1 < last and told.tokens[after].word in marks["pairing"]
    if paired and (second := told.tokens[after + 1].word).startswith("me") and second in told.lexicon.verbs:
        object_start = after + 2  # `mengepung atau menyerang balai`
    while object_start < last and told.tokens[object_start].word in marks["manner"]:
        object_start += 1  # `mengecam keras serangan itu`
    object_end = _object_end(told, object_start, last)
    other = _party(told, object_start, object_end)
    if trigger.row.words[-1] in marks["law"]:  # `melanggar pasal`: who is said to have done it
        return None, subject
    if trigger.row.frame == "active":
        if other and trigger.row.light and not (aimed or other.entity):
            other = None
        toward = ("to", "addressed") if clause.type in ADDRESSED else ("to",)
        if clause.type not in (*VICTIMS, "ASSAULT"):
            after = _behind_victim(told, after, last)
        return subject, _after(told, after, last, *toward) or other or _after(told, after, last, "with")
    if trigger.row.frame == "passive":
        placed = any(word in marks["placing"] for word in trigger.row.words)  # `diperiksa di RSUD Kalimas`
        acts = by or (after < last and not placed and _acts(told, after))
        return other if acts else _agent(told, after, last, frozenset()), subject
    verb = told.tokens[trigger.first].word
    undergone = trigger.row.light and (verb in marks["light-passive"] or verb in marks["amid"])
    if undergone or clause.type in (*HARMS, "CRIME") or (clause.type in PENAL and verb in marks["undergoing"]):
        return _attacker(told, clause, last), subject
    return subject, _after(told, after, last, "with")


def _deed_before(told: Told, head: int) -> int | None:
    """The deed that a description tells of whose head is only where it was done (`serangan Sagara ke balai yang menewaskan`); else None."""
    tokens, marks = told.tokens, told.lexicon.markers
    if head < 2 or tokens[head - 1].word not in marks["placing"]:
        return None
    for at in range(head - 2, max(-1, head - DEED_REACH - 1), -1):
        if has_comma(tokens, at + 1, told.view) or _is_verb(told, at):
            return None
        if any(r.frame == "noun" and r.type in DEEDS for r in told.lexicon.rows.get(tokens[at].word, ())):
            return at
    return None


def _owned(told: Told, first: int, last: int) -> int | None:
    """Where a description of someone has a subject of its own, what is theirs (`warga yang rumah dinasnya rusak`); else None."""
    tokens, marks = told.tokens, told.lexicon.markers
    last = _without_auxiliaries(told, first, last)
    if first < last and any(tokens[first].word in marks[kind] for kind in UNOWNED):
        return None
    for at in range(first, min(last, first + OWNED_REACH)):
        word = tokens[at].word
        if word in marks["preposition"] or word in marks["relative"] or _is_verb(told, at):
            return None
        if word.endswith("nya"):
            unowned = len(word) < SHORTEST_OWNED or any(word in marks[kind] for kind in UNOWNED)
            return None if unowned or word.startswith("se") else first
    return None


def find_idle(told: Told, trigger: Trigger) -> frozenset[str]:
    """The roles, `actor` and `recipient`, in which only words stood that are no party; `recipient=named` where who is named owns it."""
    subject, other = ("recipient", "actor") if trigger.row.frame == "passive" else ("actor", "recipient")
    stood = {subject if at < trigger.first else other for at in told.idle}
    return frozenset(stood | {"recipient=named"} if told.owned_by else stood)


def _is_time(told: Told, first: int, last: int) -> bool:
    """Whether some words only tell a time (`awal bulan ini`, `Juni lalu`)."""
    marks, tokens, text = told.lexicon.markers, told.tokens, told.view.text
    if (
        last - first > 1
        and tokens[first].word in marks["day"]
        and all(
            t.word[0].isdigit() or t.word in marks["clock"] or t.word in marks["day"] or t.word in marks["pointed"]
            for t in tokens[first:last]
        )
    ):
        return True  # `Jumat dini hari (15/1/2031)`
    near = marks["when"] | marks["ahead"] | marks["pointer"]
    if tokens[last - 1].word not in near or last - first < 2:
        return False
    units = near | marks["time"] | marks["before-day"] | marks["day"] | marks["clock"]
    words = [t.word for t in tokens[first:last]]
    month = last - first == 2 and text[tokens[first].start].isupper() and words[-1] in marks["when"]
    return month or all(word in units or word.isdigit() for word in words)


def _subject(told: Told, first: int, last: int, before: Party | None) -> Party | None:
    """The party that stands before a verb: behind what is set in front of it, without the words between it and the verb; else `before`."""
    marks = told.lexicon.markers
    last = _without_auxiliaries(told, first, last)
    first = _behind_front(told, first, last)
    if first >= last:
        return before
    if before and told.tokens[last - 1].word in marks["pairing"] and _predicate(told, first, last) == last:
        return before  # `menahan dua pria dan satu wanita – serta menyita`
    if (word := told.tokens[first].word) in marks["preposition"] or word in marks["fronting"]:
        return None
    last = min(_cut(told, first, last), _predicate(told, first, last))
    return _party(told, first, _without_auxiliaries(told, first, last))


def _undergoer(told: Told, first: int, last: int) -> int:
    """Where the subject of a state or passive begins: behind whoever tells or causes it (`camat menaksir ribuan rumah rusak`).

    So too behind what sets it against the clause before (`tetapi komunikasi`). Where nothing that comes to harm stands between that verb
    and its own, it is that of both (`warga melapor ditipu`, `warga menderita luka dirawat`), and so behind a description.
    """
    tokens, marks = told.tokens, told.lexicon.markers
    stop = _without_auxiliaries(told, first, last)
    if stop - first > MANY_AMONG and tokens[stop - 1].word in marks["among"]:
        comma = next(
            (at for at in range(stop - 3, stop - 5, -1) if at > first and has_comma(tokens, at, told.view)), None
        )
        if comma is not None:
            return comma  # `menemukan 19 orang, satu di antaranya tewas`
    if any(tokens[at].word in marks["relative"] for at in range(first, stop)):
        return first
    for at in range(stop - 1, first - 1, -1):
        word = tokens[at].word
        if word in marks["setting"]:
            return at + 1 if at + 1 < stop else first
        if word in marks["preposition"]:
            return first
        if at < stop - 1 and has_comma(tokens, at + 1, told.view):
            return at + 1 if word.startswith("me") and _is_verb(told, at) else first  # `camat mengakui, Rendra ditahan`
        if word.startswith("me") and _is_verb(told, at):
            own = at + 1 == stop or word in marks["enduring"]
            return first if own else at + 1
    return first


def _inner(told: Told, first: int, last: int) -> int:
    """Where the subject of a verb begins behind the time that it tells (`warga diam sejak polisi menahan …`), or what shows it."""
    tokens, marks = told.tokens, told.lexicon.markers
    for at in range(last - 2, first, -1):
        if has_comma(tokens, at + 1, told.view):
            return first
        acts = tokens[at + 1].word in marks["agent"] or tokens[at + 1].word in marks["doer"]
        if acts and (tokens[at].word in marks["since"] or tokens[at].word in marks["showing"]):
            return at + 1
    return first


def _predicate(told: Told, first: int, last: int) -> int:
    """Where a party ends before a predicate of its own (`truk terus melaju dan`, `bupati pun tak puas dan`, `bupati pada Senin`)."""
    tokens, marks = told.tokens, told.lexicon.markers
    for at in range(first + 1, last):
        word = tokens[at].word
        dated = word in marks["on"] and at + 1 < last and tokens[at + 1].word in marks["day"]
        if dated or (word in marks["predicating"] and not told.view.text[tokens[at].start].isupper()):
            return at
    return last


def _without_auxiliaries(told: Told, first: int, last: int) -> int:
    """Where a party ends before the words that stand between it and a verb, which no capital begins (`Jawa Tengah`)."""
    tokens, text = told.tokens, told.view.text
    while last > first and tokens[last - 1].word in told.lexicon.markers["auxiliary"]:
        if last - 1 > first and text[tokens[last - 1].start].isupper():
            break
        last -= 1
    return last


def _behind_front(told: Told, first: int, last: int) -> int:
    """Where a subject begins behind what is set in front of it by commas (`Menanggapi hal itu, X`), and behind a day (`Kamis (2/1) X`)."""
    tokens, at = told.tokens, first
    while at < last:
        comma = next((i for i in range(at + 1, last) if has_comma(tokens, i, told.view)), None)
        if comma is None or not (
            _fronts(told, at, comma)
            or _is_time(told, at, comma)
            or (tokens[at].word[0].isdigit() and tokens[comma - 1].word in told.lexicon.markers["clock"])
            or (at > first and _YEAR.fullmatch(tokens[comma - 1].word))
        ):
            break
        at = comma
    clock, day = told.lexicon.markers["clock"], told.lexicon.markers["day"]
    begin = at
    while at < last and (tokens[at].word in clock or (at > begin and tokens[at].word in day)):  # `Kamis pagi`
        at += 1
        while at < last and tokens[at].word[0].isdigit() and _of_clock(told, at):
            at += 1
    return at


def _of_clock(told: Told, at: int) -> bool:
    """Whether a number belongs to the day or hour before it (`Kamis (2/1/2031)`, `pukul 03.00`)."""
    tokens, marks, text = told.tokens, told.lexicon.markers, told.view.text
    if text[tokens[at].start - 1] in "(/.":
        return True
    if tokens[at - 1].word not in marks["hour"]:
        return False
    after = tokens[at + 1].word if at + 1 < len(tokens) else ""
    return (
        text[tokens[at].end : tokens[at].end + 1] in (".", ":") or after in marks["clock"] or after in marks["pointed"]
    )


def _fronts(told: Told, at: int, comma: int) -> bool:
    """Whether what ends at a comma is set in front of a subject: it begins with a preposition, an adverb, or a verb and its object."""
    token, marks = told.tokens[at], told.lexicon.markers
    word = token.word
    if any(word in marks[kind] for kind in FRONTING):
        return True
    if comma == at + 1 and word in marks["listing"]:
        return True
    if comma == at + 1 or not _VERB.match(word) or word in marks["unlike-verb"]:
        return False
    if not (word.startswith("me") or told.view.text[token.start].isupper()):
        return False
    start, _ = told.view.span(token.start, token.end)
    return not any(m.start <= start < m.end for _, m in told.named)


def _object_end(told: Told, start: int, last: int) -> int:
    """Where an object that begins at `start` ends: before a preposition, a comma or a verb of its own."""
    tokens, marks = told.tokens, told.lexicon.markers
    end = start
    while end < last:
        if tokens[end].word in marks["more"] and end + 2 < last and tokens[end + 1].word in marks["than"]:
            end += 2  # `lebih dari 40 warga`
        if tokens[end].word in marks["clock"]:
            break
        if tokens[end].word in marks["preposition"] and not _in_office(told, start, end, last):
            break
        if end > start and has_comma(tokens, end, told.view):
            break
        end += 1
    return _without_auxiliaries(told, start, _cut(told, start, end))


def _in_office(told: Told, start: int, at: int, last: int) -> bool:
    """Whether a word joins two parts of the name of one office (`Menteri Kelautan dan Perikanan`)."""
    tokens, marks, text = told.tokens, told.lexicon.markers, told.view.text
    if tokens[at].word not in marks["pairing"] or at + 1 >= last or at == start:
        return False
    capital = text[tokens[at - 1].start].isupper() and text[tokens[at + 1].start].isupper()
    return (
        capital
        and any(t.word in marks["paired"] for t in tokens[start : at - 1])
        and (tokens[at + 1].word not in marks["paired"])
    )


def _after(told: Told, first: int, last: int, *kinds: str) -> Party | None:
    """The party after the first preposition of one or two marker kinds in the rest of a clause (`oleh warga`, `dengan bupati`)."""
    sets = [told.lexicon.markers[kind] for kind in kinds]
    for at in range(first, last):
        word = told.tokens[at].word
        if word in sets[0] or word in sets[-1]:
            return _party(told, at + 1, _object_end(told, at + 1, last))
    return None


def _behind_victim(told: Told, first: int, last: int) -> int:
    """Where a clause goes on behind the `terhadap` of a harm that it names, whose victim follows (`mengusut penganiayaan terhadap X`)."""
    harmed = False
    for at in range(first, last):
        word = told.tokens[at].word
        if harmed and word in told.lexicon.markers["against-whom"]:
            return at + 1
        harmed = harmed or any(r.frame == "noun" and r.type in VICTIMS for r in told.lexicon.rows.get(word, ()))
    return first


def _agent(told: Told, first: int, last: int, borne: frozenset[str]) -> Party | None:
    """The party after `oleh`, unless another verb or noun before it has that doer; the verbs that are `borne` have none of their own."""
    marks, tokens = told.lexicon.markers, told.tokens
    while first < last and not borne and (tokens[first].word in marks["pairing"] or _is_listed(told, first)):
        first += 1  # `diperiksa dan diadili oleh …`
    for at in range(first, last):
        word = tokens[at].word
        if word in marks["by"]:
            return _party(told, at + 1, _object_end(told, at + 1, last))
        if word in marks["no-by"] or (_passive(told, at) and word not in borne):
            return None
    return None


def _is_listed(told: Told, at: int) -> bool:
    """Whether a word is one more passive of a list (`diperiksa, dihukum, dan diadili`), and not another verb behind one."""
    before = told.tokens[at - 1].word in told.lexicon.markers["pairing"] or has_comma(told.tokens, at, told.view)
    return before and _passive(told, at)


def _passive(told: Told, at: int) -> bool:
    """Whether a word has the shape of a passive verb."""
    word = told.tokens[at].word
    return word.startswith("di") and _VERB.match(word) is not None and word not in told.lexicon.markers["unlike-verb"]


def _of_noun(told: Told, clause: Clause, last: int) -> tuple[Party | None, Party | None]:
    """The parties of a happening told by a noun: a name right after it, `oleh` and `terhadap`.

    The name acts (`serangan X`), but undergoes what nouns in `pe-…-an` tell (`penangkapan X`).
    """
    after = clause.trigger.last
    recipient = _after(told, after, last, "aimed")
    if clause.type in LOSING:
        return None, recipient or _owner(told, after, last, ("GPE", "ORG"))
    actor = _agent(told, after, last, told.lexicon.markers["happening"])
    owner = _owner(told, after, last, () if clause.type not in WITHOUT_DOER else ("GPE",))
    word = told.tokens[clause.trigger.first].word
    if word.startswith("pe") and word.endswith("an"):
        return actor, recipient or owner
    return actor or owner, recipient


def _owner(told: Told, first: int, last: int, but: tuple[str, ...] = ()) -> Party | None:
    """The name that stands right after a noun, at most one word off (`serangan udara X`), of no type that is left out."""
    for at in range(first, min(last, first + 2)):
        start, end = told.view.span(told.tokens[at].start, told.tokens[at].end)
        for name, m in told.named:
            if m.start <= start and end <= m.end and name.type in ("PER", "ORG", "GPE") and name.type not in but:
                return Party(text=m.text, start=m.start, end=m.end, entity=name.id)
        if told.tokens[at].word in told.lexicon.markers["no-owner"]:
            return None
    return None


def _attacker(told: Told, clause: Clause, last: int) -> Party | None:
    """Whose attack it was by which a clause tells that people came to harm (`tewas dalam serangan X`)."""
    if clause.type != "ASSAULT":
        return None
    for at in range(clause.trigger.last, last):
        if told.tokens[at].word in told.lexicon.markers["attack"]:
            return _owner(told, at + 1, last)
    return None


def _is_nobody(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> bool:
    """Whether a party is denied (`tidak ada warga`), and no great number is told (`tak kurang dari 500 warga`)."""
    if tokens[first].word not in lexicon.markers["denied"]:
        return False
    return first + 1 == len(tokens) or tokens[first + 1].word not in MANY


def _party(told: Told, first: int, last: int) -> Party | None:
    """The party of the words `first` to `last`, without the small words at its edges (`Selanjutnya X`, `X senantiasa`, `X saat ini`)."""
    first, last = _without_asides(told.tokens, first, last, told.lexicon)
    first = _behind_not_only(told.tokens, first, last, told.lexicon)
    first = _counted(told, first, last)
    if last - first == 1 and _is_no_party(told, first):
        told.idle.append(first)
        return None
    counted = last - first == 2 and (
        told.tokens[first].word in told.lexicon.markers["counting"] or told.tokens[first].word.isdigit()
    )
    if counted and told.tokens[first + 1].word in told.lexicon.markers["no-party"]:  # `dua kali`
        told.idle.append(first)
        return None
    if not 0 < last - first <= LONGEST_PARTY or _is_nobody(told.tokens, first, told.lexicon):
        return None
    stood = first
    first, last = _of_matter(told, *_of_matter(told, first, last))  # `kasus penembakan Rendra`
    if first >= last or _is_time(told, first, last):
        told.idle.append(stood)
        return None
    last = _with_name(told, last)
    start, end = told.view.span(told.tokens[first].start, told.tokens[last - 1].end)
    text = told.article.text
    if text.count("(", start, end) > text.count(")", start, end) and text[end : end + 1] == ")":
        end += 1
    named = [(n, m) for n, m in told.named if start <= m.start and m.end <= end]
    inside = {n.id for n, _ in named if n.type == "PER"}  # `the chair of the party, X`: X
    if not inside and named:
        whole, over = max(named, key=lambda pair: pair[1].end - pair[1].start)
        inside = {n.id for n, m in named if not (over.start <= m.start and m.end <= over.end)} | {whole.id}
    return Party(text=text[start:end], start=start, end=end, entity=inside.pop() if len(inside) == 1 else None)


def _is_no_party(told: Told, at: int) -> bool:
    """Whether a word by itself is no party: a month that is nobody's name (`ditangkap Januari lalu`), or one of the table's."""
    token, marks = told.tokens[at], told.lexicon.markers
    if token.word in marks["month"]:
        start, _ = told.view.span(token.start, token.end)
        return not any(name.type == "PER" and m.start <= start < m.end for name, m in told.named)
    return token.word in marks["no-party"]


def _counted(told: Told, first: int, last: int) -> int:
    """Where a party begins behind what only says whence its number is (`data terakhir ada 17 orang`, `hingga Senin, sebanyak 17 orang`).

    So too behind a word that opens a sentence, and no party (`semula X`, `akibat X`), and at a pronoun behind a comma (`kami, mereka`).
    """
    tokens, marks = told.tokens, told.lexicon.markers
    if first >= last:
        return first
    reported, at_front = tokens[first].word in marks["reported"], False
    dated = tokens[first].word in marks["day"] or (first + 1 < last and tokens[first + 1].word in marks["month"])
    for at in range(first + 1, last):
        word = tokens[at].word
        numbered = word[0].isdigit() or word in marks["counting"]
        if (reported and (numbered or word in marks["numbering"])) or (dated and word in marks["numbering"]):
            return at
        if (word in marks["numbering"] or word in marks["doer"]) and has_comma(tokens, at, told.view):
            return at
    if (
        first + 3 < last
        and (tokens[first].word in marks["counting"] or tokens[first].word[0].isdigit())
        and tokens[first + 1].word in marks["time"]
        and tokens[first + 2].word in marks["later"]
    ):
        first += 3  # `beberapa jam kemudian politikus itu`
    while first + 1 < last and (
        tokens[first].word in marks["front"] or (at_front and tokens[first].word in marks["pointer"])
    ):
        first, at_front = first + 1, True
    return first


def _of_matter(told: Told, first: int, last: int) -> tuple[int, int]:
    """A party without the matter or deed at its head, which is none: whose it is (`keterangan pria itu`, `serangan udara Sagara`).

    So too whom it is done to (`evakuasi dua orang`), and who follows a comma (`hal itu, camat`); none where nobody does.
    """
    marks, tokens = told.lexicon.markers, told.tokens
    deed = first < last and _is_deed(told, first)
    if first >= last or not (deed or tokens[first].word in marks["matter"]):
        return first, last
    comma = next((i for i in range(first + 1, last) if has_comma(tokens, i, told.view)), None)
    if comma is not None:
        placed = deed and any(tokens[at].word in marks["inside"] for at in range(first + 1, comma))
        return (last if placed else comma), last  # `kerusuhan di Wamila, Kabupaten Sagara`: its place
    for at in range(first + 1, min(last, first + 1 + (OWNER_REACH if deed else 1))):
        start, _ = told.view.span(tokens[at].start, tokens[at].end)
        end = next((m.end for _, m in told.named if m.start == start), None)
        if end is not None:
            return at, next((i for i in range(at + 1, last) if told.view.origin.start(tokens[i].start) >= end), last)
        if tokens[at].word in marks["preposition"] or tokens[at].word in marks["placing"]:
            return last, last
        if tokens[at].word in marks["agent"]:
            return at, last
    head = tokens[first].word
    undergone = deed and first + 1 < last and head.startswith("pe") and head.endswith("an")
    pointed = marks["ends-mention"] | marks["pointer"] | marks["relative"]
    plain = undergone and tokens[first + 1].word not in pointed and tokens[last - 1].word not in pointed
    return (first + 1 if plain else last), last


def _is_deed(told: Told, at: int) -> bool:
    """Whether a word names what happens, not who acts (`serangan`, `penganiayaan`)."""
    word = told.tokens[at].word
    return word not in told.lexicon.markers["agent"] and any(
        row.frame == "noun" and row.type != "NONE" and not row.near for row in told.lexicon.rows.get(word, ())
    )


def _with_name(told: Told, last: int) -> int:
    """Where a party ends whose name follows behind a comma (`memanggil mantan camat Warukali, Rendra Sasmita`)."""
    tokens = told.tokens
    if last >= len(tokens) or not has_comma(tokens, last, told.view):
        return last
    start, _ = told.view.span(tokens[last].start, tokens[last].end)
    end = next((m.end for name, m in told.named if name.type == "PER" and m.start == start), None)
    if end is None:
        return last
    stood = last
    while last < len(tokens) and told.view.origin.start(tokens[last].start) < end:
        last += 1
    if last < len(tokens) and not has_comma(tokens, last, told.view):
        acts = _is_verb(told, last) or tokens[last].word in told.lexicon.markers["auxiliary"]
        if acts:  # `menembak dengan senapan, Rendra dibekuk`
            return stood
    return last


def _behind_not_only(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> int:
    """Where a party begins behind `tidak hanya`, which says that others are meant too."""
    only = last - first > 2 and tokens[first].word in lexicon.markers["denied"] and tokens[first + 1].word in ONLY
    return first + 2 if only else first


def _without_asides(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> tuple[int, int]:
    asides, pointed, this, up_to = (lexicon.markers[kind] for kind in ("aside", "pointed", "pointer", "up-to"))
    while first < last and tokens[first].word in asides:
        first += 1
    while last > first:
        word = tokens[last - 1].word
        if word in asides or word in up_to:  # `petugas hingga kini …`
            last -= 1
        elif word in this and last - 2 > first and tokens[last - 2].word in pointed:
            last -= 2
        else:
            break
    return first, last


def subject_of(event: Event, clause: Clause) -> Party | None:
    """The subject of a clause that was told: whoever acts in an active one, whoever undergoes a passive or a harm."""
    return event.actor if clause.trigger.row.frame == "active" else event.recipient or event.actor


def _cut(told: Told, first: int, last: int) -> int:
    """Where a party ends: before another verb or preposition of its own (`Warga yang tergabung …`, `Panitia melalui …`)."""
    marks = told.lexicon.markers
    for at in range(first, last):
        word = told.tokens[at].word
        if _is_verb(told, at) or (
            (word in marks["relative"] or (word in marks["bare-verb"] and at > first))
            and not told.view.text[told.tokens[at].start].isupper()
        ):
            return at
    return last


def _is_verb(told: Told, at: int) -> bool:
    """Whether a word has the shape of a verb, and no capital."""
    token = told.tokens[at]
    plain = _VERB.match(token.word) is not None and token.word not in told.lexicon.markers["unlike-verb"]
    return plain and not told.view.text[token.start].isupper()


def _acts(told: Told, at: int) -> bool:
    """Whether the word right after a passive, at `at`, says who did it: a name, or one of those who act (`ditangkap polisi`)."""
    token, marks = told.tokens[at], told.lexicon.markers
    capital = told.view.text[token.start].isupper()
    named = capital and token.word not in marks["law"] and token.word not in marks["money"]  # `ditetapkan Rp 5 triliun`
    return named or token.word in marks["agent"]
