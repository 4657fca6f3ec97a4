"""A party made of words: without the small words at its edges, and not the matter or deed at its head."""

from __future__ import annotations

from collections.abc import Sequence

from runut.model import Party
from runut.reading.events.lexicon import Lexicon
from runut.reading.events.told import Told, is_time, is_verb
from runut.reading.events.triggers import Token, has_comma

# Whose deed it is stands within so many words behind it (`serangan udara balasan Sagara`).
OWNER_REACH = 3

# A subject or object of more words is no plain party.
LONGEST_PARTY = 14

# The time behind a party has so many words.
LONGEST_TIME = 4

# Behind a word that denies, these tell of many.
MANY = ("kurang", "sedikit", "hanya")

# Behind one, these say that others are meant too.
ONLY = ("hanya", "cuma", "sekadar")


def _is_nobody(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> bool:
    """Whether a party is denied (`tidak ada warga`), and no great number is told (`tak kurang dari 500 warga`)."""
    if tokens[first].word not in lexicon.markers["denied"]:
        return False
    return first + 1 == len(tokens) or tokens[first + 1].word not in MANY


def make_party(told: Told, first: int, last: int) -> Party | None:
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
    if told.tokens[first].word in told.lexicon.markers["measuring"]:  # `menerima suap sebesar …`
        told.idle.append(first)
        return None
    first, last = _of_matter(told, *_of_matter(told, first, last))  # `kasus penembakan Rendra`
    if first >= last or is_time(told, first, last):
        told.idle.append(stood)
        return None
    last = _with_name(told, _without_time(told, first, last))
    start, end = told.view.span(told.tokens[first].start, told.tokens[last - 1].end)
    text = told.article.text
    if text.count("(", start, end) > text.count(")", start, end) and text[end : end + 1] == ")":
        end += 1
    including = next((t for t in told.tokens[first:last] if t.word in told.lexicon.markers["including"]), None)
    stop = end if including is None else told.view.origin.start(including.start)  # `24 orang, termasuk warga Sagara`
    named = [(n, m) for n, m in told.named if start <= m.start and m.end <= stop]
    inside = {n.id for n, _ in named if n.type == "PER"}  # `the chair of the party, X`: X
    if not inside and named:
        whole, over = max(named, key=lambda pair: pair[1].end - pair[1].start)
        inside = {n.id for n, m in named if not (over.start <= m.start and m.end <= over.end)} | {whole.id}
    return Party(text=text[start:end], start=start, end=end, entity=inside.pop() if len(inside) == 1 else None)


def _without_time(told: Told, first: int, last: int) -> int:
    """Where a party ends before the time that stands behind its comma (`Rendra Sasmita, Rabu (2/3)`)."""
    for at in range(max(first + 1, last - LONGEST_TIME), last - 1):
        if has_comma(told.tokens, at, told.view) and is_time(told, at, last):
            return at
    return last


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
    deed = first < last and is_deed(told, first)
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


def is_deed(told: Told, at: int) -> bool:
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
        acts = is_verb(told, last) or tokens[last].word in told.lexicon.markers["auxiliary"]
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
