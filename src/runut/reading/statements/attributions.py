"""Sources that open, cut or close a sentence: `Menurut X, …`, `…, kata X`, `Dilansir M, …`."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace

from runut.reading.statements.clauses import MIN_CLAUSE_WORDS, content, has_predicate
from runut.reading.statements.lexicon import Lexicon
from runut.reading.statements.phrases import lead_at, skip_leads, speaker_after, subject_before
from runut.reading.statements.said import Said, Stretch, touches
from runut.reading.statements.scene import WEEKDAY, Scene, trim


def skip_connective(scene: Scene, lexicon: Lexicon, sentence: Stretch) -> int:
    """The place after a connective that opens the sentence."""
    start = sentence[0]
    for _ in range(2):
        lead = lead_at(scene, lexicon, start, sentence[1])
        if not lead:
            break
        start = lead.end()
    return start


def opened(scene: Scene, lexicon: Lexicon, sentence: Stretch, begin: int, direct: list[Said]) -> list[Said]:
    """`Menurut X, …`, `Berdasarkan data X, …`, `Dijelaskan X, …` at the head of a sentence."""
    text, end = scene.text, sentence[1]
    match = lexicon.patterns["source-opens"].match(text, begin, end)
    cue: Stretch
    if match:
        cue, rule, at = (match.start(), match.end()), match.group().lower().split()[0], match.end()
    else:
        word = scene.word_at(begin)
        if (
            word is not None
            and text[begin].islower()
            and text[max(0, begin - 3) : begin].rstrip(" ,\n")[-1:] in ("”", '"')
        ):
            return []  # the cue of the quotation before it
        low = word.low if word else ""
        passive = lexicon.passives.get(low) or lexicon.passives.get(low.removesuffix("nya"))
        root = lexicon.roots.get(low)
        if word is None or (passive is None and (root is None or "opens" not in root.takes)):
            return []
        rule = f"passive:{passive.word}" if passive else f"opening:{low}"
        cue, at = (word.start, word.end), word.end
        if passive and low.endswith("nya"):
            rule += "nya"
    if rule.endswith("nya"):
        speaker, back = None, "nya"
    elif text[at : at + 1] == ",":  # `Berdasarkan data, …`
        return []
    else:
        at += 1
        skip = lexicon.patterns["source-skip"].match(text, at)
        at = skip.end() if skip else at
        speaker, back = speaker_after(scene, lexicon, at, end, closed=True), ""
        if speaker is None:
            return []
        at = speaker[1]
        ends = match or text[at : at + 1] == "," or text[at : at + 7] == " bahwa "
        if not ends and (rule.startswith("opening") or not _is_person(scene, lexicon, speaker)):
            return []  # `Disebutkan pria ini …`, `Kata itu …`: nobody in particular
        if not ends and not skip and _is_told_about(scene, lexicon, at, end):
            return []  # `Disebutkan Ratna menangis …`: the subject of what is told
        gathered = lexicon.patterns["gathered"].search(text, *speaker) if match else None
        if gathered and gathered.start() <= speaker[0]:
            return []  # `Berdasarkan data yang diterima Redaksi, …`: who has it did not say it
        if gathered:  # `keterangan Dinas Pasar yang dihimpun Suara Kalimas`
            speaker = trim(text, speaker[0], gathered.start())
            at = speaker[1]
        own_words = match and lexicon.patterns["own-words"].search(match[0]) and _is_person(scene, lexicon, speaker)
        issuer = _issuer(scene, lexicon, at, end) if match and not own_words else None
        speaker, at = (issuer, issuer[1]) if issuer else (speaker, _past_relay(scene, lexicon, at, end))
    degrees = _DEGREES.match(text, at, end) if speaker is not None else None
    a = at = degrees.end() if degrees else at
    if text[a : a + 1] == ",":
        a += 1
    else:
        straight = speaker is not None and _runs_straight_on(scene, lexicon, speaker)
        comma = -1 if straight else text.find(",", a, min(end, a + 90))  # `Menurut Ratna gudang itu …`
        bahwa = lexicon.patterns["up-to-that"].match(text, a, end)
        if bahwa:
            a = bahwa.end()
        elif comma >= 0 and rule != "menurutnya":
            a = comma + 1
            following = trim(text, a, end)[0]
            if WEEKDAY.match(text, following) or text[following : following + 1].isdigit():
                later = text.find(",", following, min(end, following + 60))
                a = later + 1 if later >= 0 else a
        elif speaker is not None and not scene.spots_in(*speaker) and text[a : a + 1] != " ":
            return []
    a = _past_office(scene, lexicon, trim(text, a, end, " ,:")[0], end)
    a, b = content(scene, lexicon, a, end)
    that = lexicon.patterns["that"].match(text, a)
    a = that.end() if that else a
    if scene.count(a, b) < MIN_CLAUSE_WORDS or touches((a, b), [(s.start, s.end) for s in direct]):
        return []
    return [Said(a, b, "indirect", rule, sentence, cue, speaker, back=back)]


# What somebody has studied, behind a name and up to a comma: `Ratna Prawira, S.H., M.H.,`.
_DEGREES = re.compile(r"(?:, ?(?:[A-Z][A-Za-z]{0,5}\.){1,3}(?:[A-Z][A-Za-z]{0,5}(?:-[A-Z]{2,6})?\.?)?){1,6}(?=,)")


def _is_told_about(scene: Scene, lexicon: Lexicon, at: int, end: int) -> bool:
    """Whether a predicate follows a name behind `disebutkan`, so that he is its subject; not `… Ratna ada dua gudang yang kosong`."""
    following = scene.words_in(at, end, 4)
    if not following or not lexicon.is_predicate(following[0].low):
        return False
    verb = next((w for w in following if w.low not in lexicon.words["auxiliary"]), following[0])
    return lexicon.patterns["there-is"].match(scene.text, verb.start, end) is None


def _issuer(scene: Scene, lexicon: Lexicon, at: int, end: int) -> Stretch | None:
    """Who gave out the paper or count that a sentence opens with: `Dari data X yang dikeluarkan Y, CLAUSE`."""
    match = lexicon.patterns["given-out"].match(scene.text, at, end)
    who = speaker_after(scene, lexicon, match.end(), end, closed=True) if match else None
    return who if who and scene.text[who[1] : who[1] + 1] == "," else None


def _runs_straight_on(scene: Scene, lexicon: Lexicon, phrase: Stretch) -> bool:
    """Whether the clause follows a name without a comma: `Menurut Ratna gudang itu …`, but not `Menurut Ratna pada Senin, …`."""
    word = scene.first_word(phrase[1], phrase[1] + 2)
    if word is None or word.low in lexicon.words["occasion"] or word.low == "yang" or scene.day_at(word.start):
        return False
    if word.low == "di" and _stands_there(scene, lexicon, word.start):
        return False
    return scene.spot_before(phrase[1]) is not None


def _stands_there(scene: Scene, lexicon: Lexicon, start: int) -> bool:
    """Whether a comma closes the place where a source is, right behind its name: `Menurut Ratna di lokasi, …`."""
    comma = scene.text.find(",", start, start + LONGEST_PLACE)
    return comma > 0 and not has_predicate(scene, lexicon, start, comma, frozenset())


def _is_person(scene: Scene, lexicon: Lexicon, phrase: Stretch) -> bool:
    """Whether a phrase ends with the name of a person or body, or is a pronoun (`Dilaporkan 60 warga Kalimas tewas` names none)."""
    if scene.text[slice(*phrase)].lower() in lexicon.pronouns:
        return True
    return any(s.end == phrase[1] and s.name.type in ("PER", "ORG") for s in scene.spots_in(*phrase))


def _past_relay(scene: Scene, lexicon: Lexicon, at: int, end: int) -> int:
    """The comma behind what passed it on, with its day (`Menurut X, seperti dikutip Y, Jumat (5/1), CLAUSE`)."""
    text = scene.text
    relay = lexicon.patterns["attribution"].match(text, at, end) if text[at : at + 1] == "," else None
    comma = text.find(",", relay.end(), min(end, relay.end() + 80)) if relay else -1
    if comma < 0:
        return at
    following = trim(text, comma + 1, end)[0]
    if WEEKDAY.match(text, following) or text[following : following + 1].isdigit():
        later = text.find(",", following, min(end, following + 60))
        comma = later if later >= 0 else comma
    return comma


def _past_office(scene: Scene, lexicon: Lexicon, start: int, end: int) -> int:
    """The place after the office that stands between commas behind a name (`Menurut X, ketua …, CLAUSE`)."""
    comma = scene.text.find(",", start, min(end, start + 120))
    if comma < 0 or not (lexicon.heads.has(scene.text, start) or scene.text.startswith("selaku ", start)):
        return start
    if has_predicate(scene, lexicon, start, comma, frozenset()):
        return start
    after = trim(scene.text, comma + 1, end)[0]
    return after if has_predicate(scene, lexicon, after, end, frozenset()) else start


def informed(scene: Scene, lexicon: Lexicon, sentence: Stretch) -> list[Said]:
    """`Y mendapat informasi dari X, CLAUSE`: X said it, Y tells it onward."""
    text, end = scene.text, sentence[1]
    match = lexicon.patterns["informed"].search(text, *sentence)
    if not match or scene.quoted[match.start()]:
        return []
    who = subject_before(scene, lexicon, sentence[0], match.start())
    speaker = speaker_after(scene, lexicon, match.end(), end)
    if who is None or speaker is None:
        return []
    at = lexicon.patterns["told-that"].match(text, speaker[1], end)
    if not at:
        return []
    a, b = content(scene, lexicon, at.end(), end)
    words = scene.words_in(a, b)
    if len(words) <= MIN_CLAUSE_WORDS or not any(lexicon.is_predicate(w.low) for w in words):
        return []
    cue = (match.start(), trim(text, match.start(), match.end() - len("dari "))[1])
    return [Said(a, b, "indirect", "informed", sentence, cue, speaker, outer=((who.start, who.end),))]


def pointing_back(scene: Scene, lexicon: Lexicon, before: Stretch, sentence: Stretch, so_far: list[Said]) -> list[Said]:
    """`CLAUSE. Hal itu disampaikan X.`: the sentence before, where it is in the outlet's own words."""
    text = scene.text
    match = lexicon.patterns["pointing-back"].match(text, *sentence)
    named = lexicon.patterns["so-it-goes"].match(text, *sentence)
    match = named or (match if match and match["cue"] in lexicon.passives else None)
    if not match or any(s.end > before[0] for s in so_far if s.start < before[1]):
        return []
    speaker = speaker_after(scene, lexicon, match.end(), sentence[1])
    a = skip_connective(scene, lexicon, before)
    b = before[1] - (text[before[1] - 1] in ".!?")
    if speaker is None or scene.has_quoted(a, b) or scene.paragraph_breaks(b, sentence[0]) > 1:
        return []
    return [Said(a, b, "indirect", f"pointing-back:{match['cue']}", sentence, match.span("cue"), speaker)]


def given_for(scene: Scene, lexicon: Lexicon, before: Stretch, sentence: Stretch, so_far: list[Said]) -> list[Said]:
    """`X meminta warga pergi. Alasannya, CLAUSE`, where a person or body opens the sentence before with a statement: it goes on.

    A reason behind `Warga menolak pindah meski X meminta …` may be the residents'.
    """
    word = scene.word_at(sentence[0])
    said = so_far[-1] if so_far and so_far[-1].sentence == before else None
    if word is None or said is None or said.form == "direct" or not scene.text.startswith(",", word.end):
        return []
    if said.outer or not opens(scene, lexicon, said, before[0]) or _is_document(scene, lexicon, said):
        return []
    a, b = content(scene, lexicon, word.end + 1, sentence[1])
    if not has_predicate(scene, lexicon, a, b, frozenset()):
        return []
    return [Said(a, b, "indirect", f"given-for:{word.low}", sentence, (word.start, word.end), back="same")]


def _is_document(scene: Scene, lexicon: Lexicon, said: Said) -> bool:
    """Whether a paper or a count tells it, which gives no reasons."""
    stretches = [s for s in (said.speaker, said.cue) if s]
    return any(scene.has(lexicon.words["document"], *s) for s in stretches)


def opens(scene: Scene, lexicon: Lexicon, said: Said, at: int) -> bool:
    """Whether the source of a statement, told by a verb or by `menurut`, is the first that stands after a place."""
    if said.speaker is None or said.cue is None or not said.rule.startswith(("before-clause", "menurut")):
        return False
    return (
        min(said.speaker[0], said.cue[0])
        <= skip_leads(scene, lexicon, trim(scene.text, at, said.start)[0], said.start) + 2
    )


# A place between a source's name and a comma is no longer than this (characters).
LONGEST_PLACE = 40
# `, demikian ` before a cue is no longer than this (characters).
LONGEST_SO = 12
_SO = re.compile(r", (?:demikian|begitu) \Z")


def tails(
    scene: Scene, lexicon: Lexicon, sentence: Stretch, begin: int, heard: Set[str], *, middle: bool = False
) -> list[Said]:
    """`CLAUSE, kata X.`, `S, katanya, VP`; `CLAUSE, menurut X.`; with `middle` only where the cue stands inside the clause.

    `heard` are the words of the sentence.
    """
    text, end = scene.text, sentence[1]
    for heading in scene.find(lexicon.keywords["tail"], *sentence) if lexicon.may_find("tail", heard) else ():
        at = heading.start - len(", ")
        if (before := _SO.search(text, max(sentence[0], heading.start - LONGEST_SO), heading.start)) is not None:
            at = before.start()
        comma = at >= sentence[0] and text.startswith(", ", at)
        match = lexicon.tail.match(text, at if comma else heading.start, end)
        if match is None or scene.quoted[match.start()]:
            continue
        cue = (match.start("cue"), match.end("cue"))
        speaker: Stretch | None = None
        at = match.end()
        if not match["nya"]:
            speaker = speaker_after(scene, lexicon, at + 1, end)
            if speaker is None:
                continue
            at = speaker[1]
        back = "nya" if match["nya"] else ""
        word = match["cue"] + (match["nya"] or "")
        opening = skip_leads(scene, lexicon, sentence[0], match.start() + 2) >= match.start()
        if not opening and text[match.start()] != ",":
            continue
        goes_on = text[at : at + 2] == ", " and _goes_on(scene, lexicon, at + 2, end)
        goes_on = goes_on or _cuts_short(scene, lexicon, (begin, match.start()), (at, end))
        goes_on = goes_on and not _is_apposed(scene, lexicon, at + 2, end)
        if speaker and not goes_on and not opening:
            goes_on = _runs_through(scene, lexicon, begin, match.start(), speaker)
        shut = text[at : at + 2] in (", ", " b") or lexicon.patterns["pointing-end"].search(text[cue[1] : at])
        if opening and shut:  # `Namun, kata X, CLAUSE`
            a, b = content(scene, lexicon, trim(text, at, end)[0], end)
            if text.startswith("bahwa ", a):
                a += len("bahwa ")
            rule = f"opening:{word}"
        elif goes_on:
            a, b = begin, end - (text[end - 1] in ".!?")
            rule = f"mid-clause:{word}"
        elif middle or opening:
            continue
        else:
            a, b = trim(text, begin, match.start(), " ,")
            rule = f"after-clause:{word}"
        if b - a > 0 and scene.count(a, b) >= MIN_CLAUSE_WORDS:
            return [Said(a, b, "indirect", rule, sentence, cue, speaker, back)]
    inside = _inside(scene, lexicon, sentence, begin) if lexicon.may_find("source-inside", heard) else None
    if inside:
        return [inside]
    if middle:
        return []
    closing = _closing_verb(scene, lexicon, sentence, begin)
    if closing is None and lexicon.may_find("as-said", heard):
        closing = _as_said(scene, lexicon, sentence, begin)
    return [closing] if closing else []


def _runs_through(scene: Scene, lexicon: Lexicon, begin: int, cue: int, speaker: Stretch) -> bool:
    """Whether the predicate follows the speaker without a comma: `Penutupan jalan, kata X dilakukan sejak …`."""
    if not _is_person(scene, lexicon, speaker) or has_predicate(scene, lexicon, begin, cue, frozenset()):
        return False
    following = scene.word_at(speaker[1] + 1)
    if following is None or scene.text[speaker[1]] != " " or scene.text[following.start].isupper():
        return False
    return lexicon.is_predicate(following.low)


def _inside(scene: Scene, lexicon: Lexicon, sentence: Stretch, begin: int) -> Said | None:
    """`Jumlah korban menurut X mencapai 12 orang`: the source between subject and predicate, without commas."""
    text, end = scene.text, sentence[1]
    match = lexicon.patterns["source-inside"].search(text, begin, end)
    if match is None or scene.quoted[match.start()]:
        return None
    speaker = speaker_after(scene, lexicon, match.end(), end)
    if speaker is None or not _runs_through(scene, lexicon, begin, match.start(), speaker):
        return None
    a, b = content(scene, lexicon, begin, end)
    return Said(a, b, "indirect", f"mid-clause:{match['cue']}", sentence, match.span("cue"), speaker)


def _as_said(scene: Scene, lexicon: Lexicon, sentence: Stretch, begin: int) -> Said | None:
    """`CLAUSE, seperti disampaikan X`, `CLAUSE, sebagaimana laporan X`, `CLAUSE, dilansir M`."""
    text, end = scene.text, sentence[1]
    match = lexicon.patterns["as-said"].search(text, begin, end)
    if match is None or scene.quoted[match.start()]:
        return None
    speaker = speaker_after(scene, lexicon, match.end(), end)
    a, b = trim(text, begin, match.start(), " ,")
    if speaker is None or scene.count(a, b) <= MIN_CLAUSE_WORDS:
        return None
    if not has_predicate(scene, lexicon, a, b, frozenset()):
        return None
    return Said(a, b, "indirect", f"after-clause:{match['cue']}", sentence, match.span("cue"), speaker)


def in_document(scene: Scene, lexicon: Lexicon, sentence: Stretch) -> list[Said]:
    """`Dalam laporan X disebutkan (bahwa) CLAUSE`: the document's author, where it is named."""
    text, end = scene.text, sentence[1]
    match = lexicon.patterns["in-document"].match(text, sentence[0], end)
    if match is None:
        return []
    speaker = speaker_after(scene, lexicon, match.end(), end)
    if speaker is None or not scene.spots_in(*speaker):
        return []
    told = lexicon.patterns["document-tells"].match(text, speaker[1], end)
    if told is None:
        return []
    a, b = content(scene, lexicon, told.end(), end)
    if scene.count(a, b) < MIN_CLAUSE_WORDS:
        return []
    return [Said(a, b, "indirect", f"document:{told['cue']}", sentence, told.span("cue"), speaker)]


def claimed(scene: Scene, lexicon: Lexicon, free: Stretch, sentence: Stretch) -> list[Said]:
    """`… menanggapi pernyataan X bahwa CLAUSE` in the `free` rest of a sentence; not as a subject, whose clause would end in the
    middle of the sentence.
    """
    text, end = scene.text, sentence[1]
    for match in lexicon.patterns["claim"].finditer(text, free[0] + 1, free[1]):
        if scene.quoted[match.start()]:
            continue
        speaker = speaker_after(scene, lexicon, match.end(), end)
        that = lexicon.patterns["claim-that"].match(text, speaker[1], end) if speaker else None
        if speaker is None or that is None or not scene.spots_in(*speaker):
            continue
        a, b = content(scene, lexicon, that.end(), end)
        if scene.count(a, b) >= MIN_CLAUSE_WORDS:
            return [Said(a, b, "indirect", f"claim:{match['cue']}", sentence, match.span("cue"), speaker)]
    return []


def _goes_on(scene: Scene, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether the clause that a cue has cut goes on here, and not time, place or occasion."""
    text = scene.text
    if WEEKDAY.match(text, start) or text[start : start + 1].isdigit() or scene.day_at(start):
        return False
    if lexicon.patterns["not-going-on"].match(text, start):
        return False
    return scene.count(start, end) >= MIN_CLAUSE_WORDS and (
        text[start].islower() or has_predicate(scene, lexicon, start, end, frozenset())
    )


def passed_on(scene: Scene, lexicon: Lexicon, said: Said, end: int) -> Said:
    """A statement without the source that tells it onward at its end: `X mengaku CLAUSE, kata polisi.`"""
    text = scene.text
    if said.form == "direct" or not said.rule.startswith(("before-clause", "and-cue")):
        return said
    for heading in reversed(scene.find(lexicon.keywords["tail"], said.start, said.end)):
        at = heading.start - len(", ")
        match = lexicon.tail.match(text, at, end) if text.startswith(", ", at) else None
        if match is None or match["nya"] or scene.quoted[at]:
            continue
        who = speaker_after(scene, lexicon, match.end() + 1, end)
        if who is None or not lexicon.patterns["closing-time"].match(text[who[1] : end]):
            return said
        if who == said.speaker or scene.text[slice(*who)].lower() in lexicon.pronouns:
            return said
        a, b = trim(text, said.start, at, " ,")
        if scene.count(a, b) < MIN_CLAUSE_WORDS:
            return said
        return replace(said, end=b, outer=(*said.outer, who))
    return said


def _cuts_short(scene: Scene, lexicon: Lexicon, before: Stretch, after: Stretch) -> bool:
    """Whether a cue has cut a clause right before its short predicate: `Pelaku itu, kata dia, berinisial RW`."""
    word = scene.word_at(after[0] + 2) if scene.text[after[0] : after[0] + 2] == ", " else None
    if word is None or word.start >= after[1] or not scene.text[word.start].islower():
        return False
    shaped = word.low.startswith(("ber", "ter", "me"))  # `berinisial`, which tells no more of somebody elsewhere
    if word.low.startswith("di") or not (shaped or lexicon.is_predicate(word.low)):  # `, ditemui kemarin`
        return False
    if lexicon.patterns["not-going-on"].match(scene.text, word.start):
        return False
    told = scene.words_in(*before)
    if told and told[-1].low in lexicon.words["pointing"]:  # `Terduga pelaku itu, kata dia, …`
        return not any(lexicon.is_predicate(w.low) and scene.text[w.start].islower() for w in told)
    return not has_predicate(scene, lexicon, *before, frozenset())


def _is_apposed(scene: Scene, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether who the speaker is stands here, up to what passed it on: `kata Ratna, Camat Kalimas, seperti dilansir Suara Kalimas`."""
    comma = scene.text.find(", ", start, end)
    if comma < 0 or scene.text[start].islower() or not lexicon.patterns["not-going-on"].match(scene.text, comma + 2):
        return False
    return not has_predicate(scene, lexicon, start, comma, frozenset())


def _closing_verb(scene: Scene, lexicon: Lexicon, sentence: Stretch, begin: int) -> Said | None:
    """`CLAUSE, X mengatakan (pada Jumat).`"""
    text, end = scene.text, sentence[1]
    for word in reversed(scene.find(lexicon.verbs, max(begin, end - 70), end)):
        if scene.quoted[word.start] or text[word.start].isupper():
            continue
        if not lexicon.patterns["closing-time"].match(text[word.end : end]):
            return None
        who = subject_before(scene, lexicon, sentence[0], word.start)
        if who is None or who.joined:
            return None
        start = who.via[0] if who.via else who.start
        if text[start - 2 : start] != ", ":
            return None
        a, b = trim(text, begin, start - 2)
        if scene.count(a, b) < MIN_CLAUSE_WORDS or not has_predicate(scene, lexicon, a, b, frozenset()):
            return None
        rule = f"after-clause:{word.low}"
        cue = (word.start, word.end)
        return Said(a, b, "indirect", rule, sentence, cue, (who.start, who.end), outer=(who.via,) if who.via else ())
    return None


def relayed(scene: Scene, lexicon: Lexicon, sentence: Stretch, begin: int) -> list[Said]:
    """`Dilansir M, …` in a sentence that names no other source."""
    text, end = scene.text, sentence[1]
    match = lexicon.patterns["relayed"].match(text, begin, end)
    if not match:
        return []
    speaker = speaker_after(scene, lexicon, match.end(), end)
    if speaker is None:
        return []
    comma = text.find(",", speaker[1], min(end, speaker[1] + 60))
    if comma < 0:
        return []
    a = trim(text, comma + 1, end)[0]
    for _ in range(2):
        if WEEKDAY.match(text, a) or text[a : a + 1].isdigit() or scene.day_at(a):
            day = scene.day_at(a)
            past = trim(text, day.end, end, " )")[0] if day else end
            if past < end and text[past].islower():
                a = past  # `Melansir M, Senin (3/2) harga beras naik`
                break
            comma = text.find(",", a, min(end, a + 60))
            if comma < 0:
                return []
            a = trim(text, comma + 1, end)[0]
    that = lexicon.patterns["that"].match(text, a, end)
    a, b = content(scene, lexicon, that.end() if that else a, end)
    if scene.count(a, b) < MIN_CLAUSE_WORDS:
        return []
    said = next(w for w in scene.words_in(*match.span()) if w.low not in lexicon.words["as"])
    return [Said(a, b, "indirect", f"relayed:{said.low}", sentence, (said.start, said.end), speaker)]
