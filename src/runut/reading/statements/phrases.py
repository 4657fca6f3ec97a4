"""Who a cue belongs to: the noun phrase before a verb, or after a cue that its speaker follows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from runut.reading.statements.lexicon import Lexicon
from runut.reading.statements.scene import WEEKDAY, Scene, Spot, Word, trim

# A phrase for a speaker is no longer than this (words; the longest of 118 annotated ones has 15).
MAX_WORDS = 24
# A phrase for a speaker ends at these.
_STOP = re.compile(r"[.;:“”\"!?\n]")
# A day in figures behind its name has so many parts at most.
MAX_DAY = 3
_DASH = re.compile(r" (?:[-–—]|--) ")
_SMALL = re.compile(r"(?<![\w.])[a-z]")
_PAGE = re.compile(r"\d|\w\.(?:com|co|id|net|org|tv|news)\b", re.I)
# Before a word that says which they are (`Komite parlemen terguling`) stand so many words of theirs at most.
MOST_BEFORE_WHICH = 3
# Who writes on a platform under no other name; its last sign is no full stop.
HANDLE = re.compile(r"@[\w.*]{1,30}[\w*]")


@dataclass(frozen=True, slots=True)
class Subject:
    """The stretch that names a speaker; `joined` when the cue shares the subject of its sentence; `via`: who relays it."""

    start: int
    end: int
    joined: bool = False
    via: tuple[int, int] | None = None


def lead_at(scene: Scene, lexicon: Lexicon, start: int, end: int) -> re.Match[str] | None:
    """The words here that open a sentence before its subject (`Selain itu, `)."""
    return lexicon.leads.match(scene.text, start, end) if scene.low_at(start) in lexicon.lead_words else None


def skip_leads(scene: Scene, lexicon: Lexicon, start: int, end: int) -> int:
    """The place after the words that open a sentence before its subject."""
    for _ in range(4):
        lead = lead_at(scene, lexicon, start, end)
        if lead:
            start = lead.end()
            continue
        span = lexicon.keywords["span-opens"]
        if (scene.low_at(start) in span or scene.text[start : start + 1].isdigit()) and (
            after_span := lexicon.patterns["span-opens"].match(scene.text, start, end)
        ):
            start = after_span.end()  # `Beberapa jam sesudah kebakaran, …`
            continue
        word = scene.first_word(start, start + 2)
        if word is None:
            break
        day = scene.day_at(start)
        if word.low in lexicon.words["opener"] or (day and day.start <= start + 1) or WEEKDAY.match(scene.text, start):
            comma = _comma(scene, start, end)
            if comma is not None and comma < end - 1:
                start = trim(scene.text, comma + 1, end)[0]
                continue
            after = scene.day_at(word.end + 1) or day
            if after and after.end < end:
                start = trim(scene.text, after.end, end, " ,)")[0]
                continue
        elif word.low.startswith("di") and word.low not in lexicon.not_verbs and len(word.low) > 6:
            comma = _comma(scene, start, end)  # `Ditemui di kantornya, …`
            if comma is not None and comma < end - 1 and comma - start < 120:
                start = trim(scene.text, comma + 1, end)[0]
                continue
        break
    return start


def subject_before(scene: Scene, lexicon: Lexicon, start: int, cue: int) -> Subject | None:
    """The subject of the verb at `cue` in the sentence from `start`; None where it has none or the verb is not told as said."""
    text = scene.text
    words = list(scene.words_in(start, cue))
    dropped = 0
    then = False  # `lalu`, `kemudian`: between subject and cue, or before a second cue
    while words and dropped < 4 and not scene.quoted[words[-1].start]:
        low = words[-1].low
        if low == "ini" and (len(words) < 2 or words[-2].low not in ("hari", "kali")):
            break
        if len(words) > 2 and (words[-2].low == "secara" or f"{words[-2].low} {low}" in lexicon.words["aside"]):
            del words[-2:]
            dropped += 2
            continue
        if low not in lexicon.words["adverb"] and not (dropped and low in lexicon.words["manner"]):
            break
        if text[words[-1].start].isupper() and _ends_name(scene, words[-1]):
            break  # `Kepolisian Selandia Baru menyatakan`
        then = then or (low in lexicon.words["joiner"] and not scene.in_day(words[-1].start))  # `Mei lalu`
        words.pop()
        dropped += 1
    if not words or words[-1].low in lexicon.words["blocker"]:
        return None
    asked = _asked(scene, lexicon, words)
    if asked is not None:
        return subject_before(scene, lexicon, start, asked)
    joined = False
    relative = words[-1].low == "yang"
    if words[-1].low in lexicon.words["joiner"] or (words[-1].low == "yang" and len(words) > 1):
        joined = words[-1].low != "yang"
        words.pop()
        issued = None if joined else lexicon.patterns["issuing"].search(text, start, words[-1].end)
        if issued and issued.end() == words[-1].end:  # `X merilis pernyataan yang mengatakan …`
            words = [w for w in words if w.end <= issued.start()]
        elif not joined:
            author = _author(scene, lexicon, start, words[-1].end)
            if author is not None:
                return author
            words = _named_end(scene, lexicon, words)
        if not words:
            return None
    end = words[-1].end + (text[words[-1].end : words[-1].end + 1] == ")")
    begin = skip_leads(scene, lexicon, start, cue)
    words = [w for w in words if w.start >= begin]
    if not words:
        return _issuer(scene, lexicon, start, cue)
    if scene.quoted[words[-1].start]:
        return None
    via: tuple[int, int] | None = None
    first = _first_verb(scene, lexicon, words)
    # `X membenarkan hal itu, mengatakan …`, but not `M, mengutip X, mengatakan …`, nor `X datang setelah Y, di Kalimas, mengatakan …`
    cut_off = "," in text[end:cue] and first is not None and words[first].low not in lexicon.words["relaying"]
    cut_off = cut_off and not _has_subject_of_its_own(scene, lexicon, words[first or 0 :])
    joined = joined or cut_off or (then and bool(_first_verb(scene, lexicon, words)))
    if joined:
        cut = _first_verb(scene, lexicon, words)
        if cut is None or cut == 0:
            return None
        words = words[:cut]
        if words[-1].low in lexicon.words["adverb"] and words[-1].low not in lexicon.words["pointing"]:
            words = words[:-1]
    else:
        words, via = _last_clause(scene, lexicon, words)
        words = _past_page(scene, _past_day(scene, words))
    words = _last_named(scene, lexicon, words, cue)
    whole, words = words, _without_tail(scene, lexicon, words)
    pointed = _up_to_pointing(scene, lexicon, words)
    if relative and len(pointed) < len(words):  # `Pernyataan ini sejalan dengan keterangan X, yang …`: X tells it
        return None
    words = pointed
    last = scene.spot_before(whole[-1].end) if whole and len(words) < len(whole) and not joined else None
    if (
        last is not None
        and last.name.type == "PER"
        and not any("," in text[w.end : w.end + 1] for w in whole[len(words) - 1 :])
    ):
        return Subject(last.start, last.end, joined, via)  # a heading without a full stop stands before the name
    if not words or len(words) > MAX_WORDS or not _names_someone(scene, lexicon, words[0].start, words[-1].end):
        # the last resort: a name right before the cue
        spot = scene.spot_before(end)
        if spot is None or joined or spot.start < begin:
            return None
        opens = bool(words) and words[0].low in lexicon.words["opener"] and spot.name.type in ("PER", "ORG")
        if not opens and (spot.name.type != "PER" or text[spot.start - 2 : spot.start] != ", "):
            return None  # `di lamannya Dinas Pasar mengatakan …`; else only a person after a comma
        return Subject(spot.start, spot.end)
    if words[0].low in lexicon.pronouns and not any(w.low == "yang" for w in words):
        words = words[:1]  # `mereka kompak`
    a, b = trim(text, words[0].start, words[-1].end)
    if text[b : b + 1] == ")" and "(" in text[a:b]:
        b += 1
    return Subject(a, b, joined, via)


def _ends_name(scene: Scene, word: Word) -> bool:
    """Whether a word is the last of a longer name."""
    spot = scene.spot_before(word.end)
    return spot is not None and spot.start < word.start


def _past_page(scene: Scene, words: list[Word]) -> list[Word]:
    """What follows the report's place, outlet and day, where they were not cut: `Kalimas, kalimas.co.id, 15/3/2031 – Camat Ratna`."""
    text = scene.text
    for k in range(len(words) - 1, 0, -1):
        if _DASH.search(text, words[k - 1].end, words[k].start):
            page = text[words[0].start : words[k - 1].end]
            shown = any(text[w.start : w.end].isupper() and w.end - w.start > 2 for w in words[:k])
            if (shown or _PAGE.search(page)) and not _SMALL.search(page):
                return words[k:]
            break
    return words


def _past_day(scene: Scene, words: list[Word]) -> list[Word]:
    """What follows a day that opens a clause: `BBC melaporkan, Senin (6/2), Dinas Pasar menyatakan …`."""
    if not words or not WEEKDAY.match(scene.text, words[0].start):
        return words
    for k in range(1, min(len(words), MAX_DAY + 1)):
        if "," in scene.text[words[k - 1].end : words[k].start]:
            return words[k:] if all(w.low[0].isdigit() for w in words[1:k]) else words
    return words


def _asked(scene: Scene, lexicon: Lexicon, words: list[Word]) -> int | None:
    """Where a person's name ends before how he was met or whom he told: `Ratna saat ditemui di Balai Kota, Tirtasari, Rabu mengatakan …`,
    `Ratna, kepada wartawan usai menghadiri rapat, mengatakan …`.
    """
    for k in range(len(words) - 1, 1, -1):
        met = words[k].low in lexicon.words["met"] and words[k - 1].low in lexicon.words["occasion"]
        if met or (words[k - 1].low == "kepada" and lexicon.patterns["to-press"].match(scene.text, words[k - 1].start)):
            spot = scene.spot_before(words[k - 2].end)
            acts = any(
                lexicon.is_predicate(w.low) for w in words[: k - 2]
            )  # `Rato memberi uang kepada Ratna saat ditemui …`
            return words[k - 1].start if spot is not None and spot.name.type == "PER" and not acts else None
    return None


def _last_named(scene: Scene, lexicon: Lexicon, words: list[Word], cue: int) -> list[Word]:
    """Of a phrase with commas what follows the last, where it is a person's name that no office before it explains
    (`di Kantor Wali Kota, Tirtasari, Selasa, Ratna menegaskan …`).
    """
    text = scene.text
    commas = [k for k in range(1, len(words)) if "," in text[words[k - 1].end : words[k].start]]
    if not commas or text[words[-1].end : cue].strip() not in ("", ")"):
        return words
    last = words[commas[-1] :]
    spot = scene.spot_at(last[0].start)
    if spot is None or spot.name.type != "PER" or spot.end < last[-1].end:
        return words
    before = words[commas[-2] if len(commas) > 1 else 0]
    told = any(s.name.type == "PER" for s in scene.spots_in(words[0].start, words[commas[-1] - 1].end))
    if told or lexicon.heads.has(text, words[0].start) or lexicon.heads.has(text, before.start):
        return words
    return last


def _author(scene: Scene, lexicon: Lexicon, start: int, end: int) -> Subject | None:
    """Whose words they are that `yang` refers to: `Ini berbeda dengan keterangan awal Dinas Pasar yang menyatakan …`."""
    spot = scene.spot_before(end)
    if (
        spot is None
        or spot.start <= start
        or lexicon.patterns["words-of"].search(scene.text, start, spot.start) is None
    ):
        return None
    return Subject(spot.start, spot.end)


def _named_end(scene: Scene, lexicon: Lexicon, words: list[Word]) -> list[Word]:
    """Before `yang`, who it refers to: `geram atas komentar Bupati X yang …` tells what X said, `keberatan dari Dinas Y yang …` what Y."""
    spot = scene.spot_before(words[-1].end)
    if spot is not None and spot.name.type == "ORG":
        k = next((k for k, word in enumerate(words) if word.end + 1 == spot.start), -1)
        return words[k + 1 :] if k > 0 and words[k].low in lexicon.words["from"] else words
    if spot is None or spot.name.type != "PER":
        return words
    for k in range(len(words) - 1, -1, -1):
        word = words[k]
        plain = scene.text[word.start].islower() and not lexicon.heads.has(scene.text, word.start)
        if word.start < spot.start and plain:
            return words[k + 1 :]
    return words


def _issuer(scene: Scene, lexicon: Lexicon, start: int, cue: int) -> Subject | None:
    """Who issued it, where the verb has no subject of its own: `Dalam pernyataan (…) X, menyebutkan …`."""
    if not lexicon.patterns["issued"].match(scene.text, start, cue):
        return None
    inside = scene.spots_in(start, cue)
    return Subject(inside[-1].start, inside[-1].end) if inside and cue - inside[-1].end <= 3 else None


def speaker_after(
    scene: Scene, lexicon: Lexicon, at: int, limit: int, *, closed: bool = False
) -> tuple[int, int] | None:
    """The phrase for a speaker that begins at `at`, no longer than to `limit`.

    `closed`: a comma ends the phrase (`Menurut X, …`), so a name after a first comma belongs to it only before another.
    """
    text = scene.text
    at = trim(text, at, limit, " ")[0]
    if text.startswith("@", at):  # `tulis @ratnaprawira`
        handle = HANDLE.match(text, at, limit)
        return handle.span() if handle else None
    taken = 0
    end = at
    named = False
    relative = False
    words = scene.words_in(at, limit)
    for k, word in enumerate(words):
        gap = text[end : word.start]
        if k == 0 and (word.start != at or gap.strip()):
            return None
        marked = k > 0 and gap != " "  # seldom: most words have but a blank between them
        if marked and "," in gap and any(s.end > word.start for s in scene.spots_from(at, at + 1)):
            marked = False  # `Kepala Pusat Data, Informasi, dan Humas Dinas Pasar Ratna`: one name with its office
        dotted = gap == "." and _is_dotted(scene, at, end, word)  # `Dari pantauan Kalimas.id`
        marked = marked and not dotted
        if marked and _STOP.search(gap.replace(". ", "") if _title_stop(lexicon, text, end) else gap):
            break
        if scene.quoted[word.start]:
            break
        if marked and "(" in gap and not re.match(r"[A-Z][A-Za-z. -]{1,24}\)", text[word.start : word.start + 26]):
            break
        if marked and "," in gap and not _apposed(scene, lexicon, at, end, word, limit, closed):
            break
        if (
            _ends_phrase(scene, lexicon, word)
            or WEEKDAY.match(text, word.start)
            or (k and scene.day_at(word.start + 2))
        ):
            break
        if k and word.low == "di" and (named or not _name_ahead(scene, word.end, limit)):
            break
        if (
            named
            and not relative
            and text[word.start].islower()
            and gap == " "
            and not _goes_with_name(scene, lexicon, word)
        ):
            break
        if word.low == "yang":
            if named or (k and _is_received(scene, lexicon, word, at, end)):
                break
            relative = True
        elif k and not relative and lexicon.is_predicate(word.low) and text[word.start].islower():
            break
        if taken >= MAX_WORDS:
            break
        taken += 1
        end = word.end
        if text[end : end + 1] == ")" and "(" in text[at:end]:
            end += 1
        named = named or any(s.name.type == "PER" and s.end <= end for s in scene.spots_in(at, end))
        if word.low in lexicon.pronouns and k == 0:
            return at, end
        if word.low in lexicon.words["pointing"] and not relative:
            break
        if (
            dotted
            and text[word.start].islower()
            and any(s.start == at and s.end == end for s in scene.spots_in(at, end))
        ):
            break  # a medium is told by no office behind a comma
    if text.endswith(" yang", at, end):
        end -= len(" yang")
    return (at, end) if taken and _names_someone(scene, lexicon, at, end) else None


def _is_dotted(scene: Scene, start: int, end: int, word: Word) -> bool:
    """Whether a full stop stands inside a name: `Kalimas.id`, `Ratna D.W Prawira`."""
    first = scene.text[word.start].islower()
    return any(
        (first or s.start == start) and s.start < end and s.end > word.start for s in scene.spots_from(start, end)
    )


def _is_received(scene: Scene, lexicon: Lexicon, word: Word, start: int, end: int) -> bool:
    """Whether a body's name closes the phrase, and how its words came follows: `pernyataan KBRI yang diterima di Kalimas`."""
    body = any(s.end == end for s in scene.spots_in(start, end))
    return body and lexicon.patterns["gathered"].match(scene.text, word.start) is not None


def _goes_with_name(scene: Scene, lexicon: Lexicon, word: Word) -> bool:
    """Whether a small word behind a person's name still belongs to the phrase: an office, or `dan` before another name."""
    if lexicon.heads.has(scene.text, word.start):
        return True
    following = scene.first_word(word.end, word.end + 2)
    if word.low in lexicon.words["from"] and following:
        return scene.text[following.start].isupper()
    if word.low in lexicon.words["with"] and following:
        return scene.text[following.start].isupper() or lexicon.heads.has(scene.text, following.start)
    return (
        word.low in lexicon.words["small"]
        or scene.in_day(word.start)
        or any(s.start <= word.start < s.end for s in scene.spots_from(word.start - 40, word.start + 1))
    )


def _ends_phrase(scene: Scene, lexicon: Lexicon, word: Word) -> bool:
    """Whether time, place or occasion begins here (`dalam konferensi pers`, but not `dalam negeri`)."""
    return (
        word.low in lexicon.words["occasion"]
        and scene.text[word.start].islower()
        and not scene.text.startswith(" negeri", word.end)
        and not scene.text.endswith("dekat ", 0, word.start)  # `sumber yang dekat dengan Ratna`
    )


def _comma(scene: Scene, start: int, end: int) -> int | None:
    """The first comma of a stretch outside quotations, brackets, numbers and dates."""
    depth = 0
    for at in range(start, end):
        char = scene.text[at]
        depth += (char == "(") - (char == ")")
        if char == "," and depth <= 0 and not scene.quoted[at] and not scene.text[at + 1 : at + 2].isdigit():
            if scene.in_day(at) or scene.day_at(at + 2) or WEEKDAY.match(scene.text, at + 2):
                continue
            return at
    return None


def _first_verb(scene: Scene, lexicon: Lexicon, words: list[Word]) -> int | None:
    """The index of the first predicate outside relative clauses."""
    relative = False
    for k, word in enumerate(words):
        if k and "," in scene.text[words[k - 1].end : word.start]:
            relative = False
        if word.low == "yang":
            relative = True
        elif lexicon.is_predicate(word.low) and scene.text[word.start].islower():
            if not relative:
                return k
            relative = k + 1 < len(words) and lexicon.is_predicate(words[k + 1].low)
    return None


def _has_subject_of_its_own(scene: Scene, lexicon: Lexicon, words: list[Word]) -> bool:
    """Whether behind a word that begins a clause (`setelah`) somebody is named right away: who does what the next verb tells."""
    return any(
        word.low in lexicon.words["boundary"]
        and word.low != "dan"
        and (scene.spot_at(after.start) is not None or lexicon.heads.has(scene.text, after.start))
        for word, after in pairwise(words)
    )


def _last_clause(scene: Scene, lexicon: Lexicon, words: list[Word]) -> tuple[list[Word], tuple[int, int] | None]:
    """The words of the clause that ends at the cue; and who relays it (`kantor berita mengutip Kremlin mengatakan`)."""
    text = scene.text
    start = 0
    relative = False
    via: tuple[int, int] | None = None
    verb = False
    supposed = False
    for k, word in enumerate(words):
        gap = text[words[k - 1].end : word.start] if k else ""
        comma = "," in gap or "–" in gap or "—" in gap
        if comma:
            relative = False
        if "”" in gap or ";" in gap or ":" in gap:
            start, relative, verb = k, False, False
        told = verb
        if comma and verb:
            start, verb, supposed = k, False, False
        if comma and 0 < start < k and all(scene.in_day(w.start) for w in words[start:k]):
            start = k  # `Harian Lontar melaporkan, Senin (6/2), Dinas Pasar menyatakan …`
        if k and word.low in lexicon.words["boundary"] and not relative and _bounds(word.low, comma, told):
            start, verb, supposed = k + 1, False, word.low in lexicon.words["conditional"]
            continue
        if word.low == "yang":
            relative = True
        elif word.low in lexicon.words["relaying"] and k > start:
            via = (words[start].start, words[k - 1].end)
            start, verb = k + 1, False
        elif word.low in lexicon.verbs and text[word.start].islower() and not relative and k + 1 < len(words):
            start, verb = k + 1, False
        elif lexicon.is_predicate(word.low) and text[word.start].islower() and not relative:
            verb = verb or not _says_which(scene, lexicon, words[start:], k - start)
    if supposed:  # `apabila X mengatakan …`: nobody has said it
        return [], None
    clause = words[start:]
    if verb and clause:  # a verb before the cue: only a name right before the cue is plain
        last = clause[-1].end
        spot = scene.spot_before(last)
        spot = spot if spot is not None and spot.start >= clause[0].start else None
        before = [w for w in clause if spot is not None and w.end <= spot.start]
        if spot is None or (before and spot.name.type != "PER"):
            return [], None
        clause = [w for w in clause if w.start >= spot.start]
    return clause, via


def _says_which(scene: Scene, lexicon: Lexicon, clause: list[Word], k: int) -> bool:
    """Whether a word only says which people or body it is, who open a clause and do what follows: `Warga terdampak mengatakan …`."""
    return (
        clause[k].low in lexicon.words["says-which"]
        and (k == len(clause) - 1 or scene.text.startswith(" (", clause[k].end))
        and 0 < k <= MOST_BEFORE_WHICH
        and lexicon.heads.has(scene.text, clause[0].start)
    )


def _bounds(low: str, comma: bool, verb: bool) -> bool:
    """Whether a boundary word begins a clause here: `dan` only behind a clause, `saat` only behind a comma."""
    if low == "dan":
        return comma and verb
    return comma or low not in ("saat", "ketika")


def _without_tail(scene: Scene, lexicon: Lexicon, words: list[Word]) -> list[Word]:
    """Without time, place and occasion after the name."""
    relative = False
    for k, word in enumerate(words):
        if word.low == "yang":
            relative = True
            if k and "," in scene.text[words[k - 1].end : word.start]:
                return words[:k]  # `Ratna Prawira, yang dihubungi kemarin, …`
        timed = k and not relative and (_ends_phrase(scene, lexicon, word) or WEEKDAY.match(scene.text, word.start))
        if timed and not _was_then(scene, lexicon, words, k):
            return words[:k]
        if k and "(" in scene.text[words[k - 1].end : word.start] and word.low[:1].isdigit():
            return words[:k]
    return words


def _was_then(scene: Scene, lexicon: Lexicon, words: list[Word], k: int) -> bool:
    """Whether a time behind an office is when its holder, who is named behind the comma, held it: `Camat Kalimas saat itu, Ratna, …`."""
    if k + 2 >= len(words) or words[k + 1].low not in lexicon.words["pointing"] or words[k + 2].low == "yang":
        return False
    named = any(s.name.type == "PER" for s in scene.spots_from(words[k + 2].start, words[k + 2].start + 1))
    return named and scene.text[words[k + 1].end : words[k + 2].start] == ", "


def _up_to_pointing(scene: Scene, lexicon: Lexicon, words: list[Word]) -> list[Word]:
    """Without what goes on in small letters behind `ini` or `itu`, a predicate or an adverb: `Pria itu cuma`, `Pernyataan ini sejalan`."""
    for k in range(1, len(words) - 1):
        after = words[k + 1]
        if words[k].low in lexicon.words["pointing"] and scene.text[words[k].end : after.start] == " ":
            on = after.low == "yang" or after.low in lexicon.words["with"] or after.low in lexicon.words["from"]
            return words if on or scene.text[after.start].isupper() else words[: k + 1]
    return words


def _names_someone(scene: Scene, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether a phrase can be a speaker: it begins with a capital, a pronoun or a head noun, or holds a name."""
    words = scene.words_in(start, end)
    if not words:
        return False
    first = words[0]
    if first.low in lexicon.pronouns or lexicon.heads.has(scene.text, start):
        return True
    if (
        first.low in lexicon.words["thing"]
        or first.low in lexicon.words["opener"]
        or first.low in lexicon.words["boundary"]
    ):
        return False
    opens = start == scene.sentence_at(start)[0]
    pointed = words[-1].low in lexicon.words["pointing"] and len(words) < 4
    if opens and pointed and not scene.spots_in(start, end) and scene.text[words[-1].start - 2].islower():
        return not any(scene.text[w.start].islower() for w in words[1:-1]) and len(words) > 2  # `Gaya ini`: a thing
    if lexicon.is_predicate(first.low) and scene.spot_at(start) is None and (opens or not scene.text[start].isupper()):
        return False
    return scene.text[start].isupper() or bool(scene.spots_in(start, end))


def _apposed(scene: Scene, lexicon: Lexicon, start: int, end: int, word: Word, limit: int, closed: bool) -> bool:
    """Whether a name after a comma says who the role before it is."""
    told = [s for s in scene.spots_in(start, end) if s.name.type == "PER"]
    if told:
        named = next(iter(scene.spots_from(word.start, word.start + 80)), None)
        if closed and named is not None and _is_holder_of(scene, lexicon, (start, end), told[0], named):
            return scene.text[named.end : named.end + 1] == "," and "," not in scene.text[word.start : named.start]
        office = lexicon.heads.has(scene.text, start)
        return office and not closed and any(s.name.type == "PER" for s in scene.spots_from(word.start, word.start + 1))
    for spot in scene.spots_from(word.start, word.start + 80)[:1]:
        between = scene.text[word.start : spot.start]
        if closed and scene.text[spot.end : spot.end + 1] != ",":
            return False
        following = scene.words_in(spot.end, min(limit, spot.end + 2))
        goes_on = following and scene.text[following[0].start].islower() and lexicon.is_predicate(following[0].low)
        return (
            spot.name.type == "PER" and len(between) < 40 and "," not in between and spot.end <= limit and not goes_on
        )
    return False


def _is_holder_of(scene: Scene, lexicon: Lexicon, phrase: tuple[int, int], office: Spot, named: Spot) -> bool:
    """Whether the name behind a comma is that of who holds the office before it, which fills the phrase: `Kapolda Kalimas, Irjen Ratna`."""
    fills = (office.start, office.end) == phrase and lexicon.heads.has(scene.text, phrase[0])
    return fills and named.name.id == office.name.id and not lexicon.heads.has(scene.text, named.start)


def _name_ahead(scene: Scene, start: int, limit: int) -> bool:
    """Whether a person's name still follows within the phrase (`Direktur RS di Kalimas, Ratna`)."""
    for spot in scene.spots_from(start, start + 80):
        if spot.name.type == "PER":
            between = scene.text[start : spot.start]
            return spot.end <= limit and len(between) < 70 and between.count(",") <= 1 and "“" not in between
    return False


def _title_stop(lexicon: Lexicon, text: str, end: int) -> bool:
    """Whether the full stop after a word belongs to a title or an initial (`dr. `, `Kombes Pol. `, `H. `)."""
    word = re.search(r"[A-Za-z]{1,6}$", text[max(0, end - 7) : end])
    return (
        text[end : end + 2] == ". "
        and word is not None
        and (len(word[0]) <= 2 or (word[0][0].isupper() and word[0].lower() in lexicon.abbreviations))
    )
