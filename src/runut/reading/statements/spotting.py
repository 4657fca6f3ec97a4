"""What is said in each sentence: contents with their cues, before it is settled who their speakers are."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from runut.reading.statements.lexicon import Cue, Lexicon
from runut.reading.statements.phrases import skip_leads, speaker_after, subject_before
from runut.reading.statements.scene import WEEKDAY, Scene, trim

# A quotation of fewer words is a fragment unless it stands alone with a cue.
MIN_QUOTED_WORDS = 3
# A reported clause has at least this many words.
MIN_CLAUSE_WORDS = 3
# So far after the cue a `bahwa` still belongs to it (`mengatakan kepada … pada … bahwa`).
MAX_TO_BAHWA = 160

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Said:
    """A statement in the making, all in places of the view.

    `speaker` is the phrase that names who said it; `back` tells that the speaker is one told before (a bare `-nya`, a
    quotation without a cue of its own); `outer` is who tells it onward.
    """

    start: int
    end: int
    form: str
    rule: str
    sentence: Stretch
    cue: Stretch | None = None
    speaker: Stretch | None = None
    back: str = ""
    outer: tuple[Stretch, ...] = ()
    negated: bool = False


def spot(scene: Scene, lexicon: Lexicon) -> list[Said]:
    """All statements in the order of the text, none overlapping another."""
    direct = _quotations(scene, lexicon)
    out = list(direct)
    for k, sentence in enumerate(scene.sentences):
        taken = [s for s in direct if s.end > sentence[0] and s.start < sentence[1]]
        found = _sentence(scene, lexicon, sentence, taken)
        if not found and not taken and k:
            found = _pointing_back(scene, lexicon, scene.sentences[k - 1], sentence, out)
        out += found
    return sorted(out, key=lambda s: (s.start, s.end))


# --- quotations -------------------------------------------------------------------------------------------------------


def _quotations(scene: Scene, lexicon: Lexicon) -> list[Said]:
    out: list[Said] = []
    text = scene.text
    last_end = -1
    starts = [a for a, _ in scene.sentences]
    for a, b in scene.view.quoted:
        inner = trim(text, a + 1, b - 1 if text[b - 1] == "”" else b, " ")
        if inner[0] >= inner[1] or not starts or a < starts[0]:
            continue
        first = scene.view.sentence_at(a)
        tail = scene.view.sentence_at(b - 1)
        first = (max(first[0], starts[0]), first[1])
        said = _quotation(scene, lexicon, (a, b), inner, first, tail[1], out, last_end)
        if said:
            out.append(said)
            last_end = b
    return out


def _quotation(
    scene: Scene,
    lexicon: Lexicon,
    marks: Stretch,
    inner: Stretch,
    sentence: Stretch,
    limit: int,
    so_far: list[Said],
    last_end: int,
) -> Said | None:
    text = scene.text
    a, b = marks
    count = len(scene.words_in(*inner))
    begin = skip_leads(scene, lexicon, sentence[0], a) if sentence[0] < a else a
    before = text[begin:a].strip()
    whole = text[inner[1] - 1] in ".,!?…" or text[b : b + 1] in (",", ".") or count >= 6
    if before and not before.endswith((":", "”", "”,")) and text[inner[1] - 1] not in ".,!?…" and count <= 7:
        whole = False  # a quoted fragment at the end of the outlet's own clause
        fragment = _has_predicate(scene, lexicon, begin, a, frozenset())
    else:
        fragment = False
    # 1. the cue follows: `“…,” kata X`
    match = lexicon.after_quotation.match(text, b, limit)
    if match is None and text[b : b + 1] in (" ", "\n") and text[b + 1 : b + 2].isupper():
        nxt = scene.view.sentence_at(b + 1)  # `“….” Ujar X.`
        match = lexicon.after_quotation.match(text, b, nxt[1])
        limit = nxt[1] if match else limit
        if match and text[match.end() : match.end() + 1] in ",:":
            match = None
    if (
        match
        and not fragment
        and count >= MIN_QUOTED_WORDS - 1
        and (whole or text[b : b + 1] == " " and count >= MIN_QUOTED_WORDS)
    ):
        form = "direct" if not before or before.endswith(":") or _cue_at_end(scene, lexicon, begin, a) else "partial"
        if form == "partial" and before.endswith(("”", "”,")):
            form = "direct"
        cue = (match.start("cue"), match.end("cue"))
        word = text[cue[0] : cue[1]].lower().removesuffix("nya").split()[-1]
        rule = f"after-quote:{word}"
        if match["nya"]:
            return Said(*inner, form, rule + "nya", sentence, cue, back="nya")
        at = cue[1]
        skipped = re.compile(r" (?:resmi|tertulis|pers|dari|oleh|lagi|lebih lanjut|pula|juga)\b").match(text, at)
        while skipped:
            at = skipped.end()
            skipped = re.compile(r" (?:resmi|tertulis|pers|dari|oleh|lagi|lebih lanjut|pula|juga)\b").match(text, at)
        rest = text[at : at + 11]
        if re.match(r" (?:tersebut|itu|ini)\b", rest):
            return Said(*inner, form, rule, sentence, (cue[0], at + len(rest.split()[0]) + 1), back="nya")
        speaker = speaker_after(scene, lexicon, at + 1, limit)
        return Said(*inner, form, rule, sentence, cue, speaker, back="" if speaker else "cue")
    # 2. the cue stands before: `X mengatakan, “…”`, `Kata X: “…”`
    lead = _cue_at_end(scene, lexicon, begin, a)
    if lead and whole and count >= MIN_QUOTED_WORDS:
        cue, speaker, back = lead
        return Said(
            *inner, "direct", f"before-quote:{text[cue[0] : cue[1]].lower()}", sentence, cue, speaker, back=back
        )
    # 3. it goes on: nothing but a quotation, or the rest of one that its cue has cut
    same = bool(so_far) and last_end >= 0 and text.count("\n", last_end, a) == 0
    cut = same and so_far[-1].cue is not None and last_end <= so_far[-1].cue[0] and last_end > sentence[0]
    if cut and whole and count >= MIN_QUOTED_WORDS and text[a - 2 : a - 1] in ",.;:" + text[a - 1]:
        return Said(*inner, "direct", "continued-quotation", sentence, back="go on")
    if not before and not text[b:limit].strip(" .,") and count >= MIN_QUOTED_WORDS + 1:
        return Said(*inner, "direct", "continued-quotation", sentence, back="go on")
    # 4. called by a quoted word: `menyebut … sebagai “…”`
    if count <= 12:
        for word in reversed(scene.words_in(begin, a)):
            verb = lexicon.verbs.get(word.low)
            if verb and "name" in verb.takes and not scene.quoted[word.start]:
                gap = text[word.end : a]
                if (
                    len(gap) < 110
                    and not re.search(r"[.;:“”]|\bbahwa\b", gap)
                    and _is_naming(scene, lexicon, word.end, a)
                ):
                    who = subject_before(scene, lexicon, sentence[0], word.start)
                    if who:
                        return Said(
                            *inner,
                            "partial",
                            f"called:{word.low}",
                            sentence,
                            (word.start, word.end),
                            (who.start, who.end),
                        )
                break
    return None


def _is_naming(scene: Scene, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether what stands between the verb and the quoted word holds no predicate of its own."""
    return not _has_predicate(scene, lexicon, start, end, frozenset())


def _cue_at_end(scene: Scene, lexicon: Lexicon, start: int, end: int) -> tuple[Stretch, Stretch | None, str] | None:
    """The cue right before a quotation, with its speaker."""
    text = scene.text
    words = scene.words_in(start, end)
    if not words:
        return None
    sentence = scene.view.sentence_at(start)
    gap = text[words[-1].end : end].strip()
    if gap not in ("", ",", ":", ")", "),", "):", ",:"):
        return None
    for back, word in enumerate(reversed(words[-14:])):
        if scene.quoted[word.start]:
            return None
        verb = lexicon.verbs.get(word.low)
        if verb or word.low in ("menjawab", "bertanya", "menulis", "berseru", "berteriak", "melanjutkan", "berkata"):
            between = text[word.end : words[-1].end]
            if back and not re.match(r",? (?:kepada|pada|dalam|di|melalui|lewat|saat|ketika|bahwa|kalau)\b", between):
                return None
            who = subject_before(scene, lexicon, sentence[0], word.start)
            return ((word.start, word.end), (who.start, who.end), "") if who else ((word.start, word.end), None, "cue")
    match = re.compile(rf"(?i)(?:{'|'.join(sorted(lexicon.roots))}|menurut)(?P<nya>nya)?\b").match(text, start, end)
    if match and gap[-1:] in ("", ",", ":"):
        cue = (match.start(), match.end())
        if match["nya"]:
            return cue, None, "nya"
        speaker = speaker_after(scene, lexicon, match.end() + 1, end)
        return (cue, speaker, "") if speaker else None
    if gap.endswith(":") and len(words) <= 8:
        speaker = speaker_after(scene, lexicon, start, end)
        if speaker and speaker[1] >= words[-1].end and any(s.name.type == "PER" for s in scene.spots_in(*speaker)):
            return (words[-1].end, words[-1].end + 1), speaker, ""
    return None


# --- the outlet's own sentences ---------------------------------------------------------------------------------------


def _sentence(scene: Scene, lexicon: Lexicon, sentence: Stretch, direct: list[Said]) -> list[Said]:
    """The indirect statements of one sentence."""
    if all(scene.quoted[i] for i in range(*sentence)):
        return []
    begin = skip_connective(scene, lexicon, sentence)
    used = [s.cue for s in direct if s.cue] + [(s.start, s.end) for s in direct]
    found = [] if direct else _tails(scene, lexicon, sentence, begin, middle=True)
    if found:
        return found
    found += _opened(scene, lexicon, sentence, begin, direct)
    found += _informed(scene, lexicon, sentence)
    found += [s for s in _verbs(scene, lexicon, sentence, direct) if not _touches(s.cue, used)]
    found = _settle(scene, lexicon, found)
    if not found and not direct:
        found = _tails(scene, lexicon, sentence, begin)
    elif not found:
        found = [s for s in _tails(scene, lexicon, sentence, begin) if not _touches((s.start, s.end), used)]
    if not found and not direct:
        found = _relayed(scene, lexicon, sentence, begin)
    return found


def skip_connective(scene: Scene, lexicon: Lexicon, sentence: Stretch) -> int:
    """The place after a connective that opens the sentence."""
    start = sentence[0]
    for _ in range(2):
        lead = lexicon.leads.match(scene.text, start, sentence[1])
        if not lead:
            break
        start = lead.end()
    return start


def _touches(stretch: Stretch | None, others: list[Stretch]) -> bool:
    return stretch is not None and any(stretch[0] < b and a < stretch[1] for a, b in others)


def _opened(scene: Scene, lexicon: Lexicon, sentence: Stretch, begin: int, direct: list[Said]) -> list[Said]:
    """`Menurut X, …`, `Berdasarkan data X, …`, `Dijelaskan X, …` at the head of a sentence."""
    text, end = scene.text, sentence[1]
    match = _OPENERS.match(text, begin, end)
    cue: Stretch
    if match:
        cue, rule, at = (match.start(), match.end()), match.group().lower().split()[0], match.end()
    else:
        word = next(iter(scene.words_in(begin, begin + 1)), None)
        low = word.low if word else ""
        passive = lexicon.passives.get(low) or lexicon.passives.get(low.removesuffix("nya"))
        if word is None or passive is None:
            return []
        cue, rule, at = (word.start, word.end), f"passive:{passive.word}", word.end
        if low.endswith("nya"):
            rule += "nya"
    if rule.endswith("nya"):
        speaker, back = None, "nya"
    else:
        at += 1
        skip = re.compile(r"oleh |dari |pihak (?=[A-Z])").match(text, at)
        at = skip.end() if skip else at
        speaker, back = speaker_after(scene, lexicon, at, end, closed=True), ""
        if speaker is None:
            return []
        at = speaker[1]
    a = at
    if text[a : a + 1] == ",":
        a += 1
    else:
        comma = text.find(",", a, min(end, a + 90))
        bahwa = re.compile(r".{0,80}? bahwa ").match(text, a, end)
        if bahwa:
            a = bahwa.end()
        elif comma >= 0 and rule != "menurutnya":
            a = comma + 1
            following = trim(text, a, end)[0]
            if WEEKDAY.match(text, following) or text[following : following + 1].isdigit():
                later = text.find(",", following, min(end, following + 60))
                a = later + 1 if later >= 0 else a
        elif speaker is not None and not scene.spots_in(*speaker):
            if text[a : a + 1] != " ":
                return []
    a, b = _content(scene, lexicon, trim(text, a, end, " ,:")[0], end)
    bahwa = re.compile(r"bahwa ").match(text, a)
    a = bahwa.end() if bahwa else a
    if len(scene.words_in(a, b)) < MIN_CLAUSE_WORDS or _touches((a, b), [(s.start, s.end) for s in direct]):
        return []
    return [Said(a, b, "indirect", rule, sentence, cue, speaker, back=back)]


_INFORMED = re.compile(
    r"(?:mendapat|mendapatkan|menerima|memperoleh)(?: kabar| informasi| laporan| keterangan)(?: langsung)? dari "
)


_POINTING = re.compile(
    r"(?:Hal (?:itu|ini|tersebut)|Demikian) (?P<cue>di[a-z]+kan|diakui|dibenarkan)(?: langsung)?(?: oleh)? "
)


def _pointing_back(
    scene: Scene, lexicon: Lexicon, before: Stretch, sentence: Stretch, so_far: list[Said]
) -> list[Said]:
    """`CLAUSE. Hal itu disampaikan X.`: the sentence before, where it is in the outlet's own words."""
    text = scene.text
    match = _POINTING.match(text, *sentence)
    if (
        not match
        or match["cue"] not in lexicon.passives
        or any(s.end > before[0] for s in so_far if s.start < before[1])
    ):
        return []
    speaker = speaker_after(scene, lexicon, match.end(), sentence[1])
    a = skip_connective(scene, lexicon, before)
    b = before[1] - (text[before[1] - 1] in ".!?")
    if speaker is None or any(scene.quoted[i] for i in range(a, b)) or scene.paragraph_breaks(b, sentence[0]) > 1:
        return []
    return [Said(a, b, "indirect", f"pointing-back:{match['cue']}", sentence, match.span("cue"), speaker)]


def _informed(scene: Scene, lexicon: Lexicon, sentence: Stretch) -> list[Said]:
    """`Y mendapat informasi dari X, CLAUSE`: X said it, Y tells it onward."""
    text, end = scene.text, sentence[1]
    match = _INFORMED.search(text, *sentence)
    if not match or scene.quoted[match.start()]:
        return []
    who = subject_before(scene, lexicon, sentence[0], match.start())
    speaker = speaker_after(scene, lexicon, match.end(), end)
    if who is None or speaker is None:
        return []
    at = re.compile(r"[^,.;“”]{0,60}?(?:, (?:bahwa )?| bahwa )").match(text, speaker[1], end)
    if not at:
        return []
    a, b = _content(scene, lexicon, at.end(), end)
    if not _has_predicate(scene, lexicon, a, b, frozenset()):
        return []
    cue = (match.start(), trim(text, match.start(), match.end() - len("dari "))[1])
    return [Said(a, b, "indirect", "informed", sentence, cue, speaker, outer=((who.start, who.end),))]


_OPENERS = re.compile(
    r"(?:[Mm]asih )?(?:[Mm]enurutnya|[Mm]enurut)\b"
    r"|(?:[Bb]erdasarkan|[Dd]ari|[Mm]erujuk|[Mm]enyitir|[Mm]engacu|[Mm]engutip|[Mm]elansir|[Dd]ikutip|[Dd]ilansir)"
    r" (?:pada |dari )?(?:siaran pers|informasi|data|keterangan|laporan|catatan|pernyataan|pengakuan|penuturan|rilis)(?: resmi| sementara| awal| terbaru)?"
    r"(?: yang (?:dihimpun|diterima|diperoleh|dirilis|disampaikan|didapat|dikumpulkan)(?: [A-Z]\w+| dari)?)?(?: dari| oleh)?\b"
)


def _verbs(scene: Scene, lexicon: Lexicon, sentence: Stretch, direct: list[Said]) -> list[Said]:
    """`X mengatakan (bahwa) …`."""
    text = scene.text
    out: list[Said] = []
    walls = sorted([s.start - 1 for s in direct] + [s.cue[0] for s in direct if s.cue])
    floors = [max(s.end, s.cue[1] if s.cue else 0) for s in direct]
    for word in scene.words_in(*sentence):
        verb = lexicon.verbs.get(word.low)
        if verb is None or scene.quoted[word.start] or text[word.start].isupper():
            continue
        start = max([sentence[0]] + [f for f in floors if f <= word.start])
        limit = min([sentence[1]] + [w for w in walls if w > word.start])
        content = _after_verb(scene, lexicon, verb, word.end, limit)
        if content is None:
            continue
        who = subject_before(scene, lexicon, start, word.start)
        if who is None:
            continue
        joined = who.joined and bool(out)
        if joined:  # `mengatakan … dan menambahkan …`
            if not (verb.takes & {"clause"} or verb.word in _STRONG or text[word.end : word.end + 7] == " bahwa "):
                continue
            last = out[-1]
            if last.end > word.start:
                cut = trim(text, last.start, _joiner_before(scene, word.start))[1]
                bare = last.rule.startswith("before-clause") and not _is_clause(scene, lexicon, last, cut)
                if bare:
                    out.pop()
                else:
                    out[-1] = replace(last, end=cut)
            out.append(
                Said(
                    *content,
                    "indirect",
                    f"and-cue:{verb.word}",
                    sentence,
                    (word.start, word.end),
                    last.speaker,
                    last.back,
                )
            )
            continue
        out.append(
            Said(
                *content,
                "indirect",
                f"before-clause:{verb.word}",
                sentence,
                (word.start, word.end),
                (who.start, who.end),
                outer=(who.via,) if who.via else (),
                negated=verb.negated,
            )
        )
    return out


def _is_clause(scene: Scene, lexicon: Lexicon, said: Said, end: int) -> bool:
    """Whether a content still holds a clause when it ends here."""
    if len(scene.words_in(said.start, end)) < MIN_CLAUSE_WORDS:
        return False
    return _has_predicate(scene, lexicon, said.start, end, frozenset({"untuk", "agar", "supaya"}))


_STRONG = frozenset(
    "menambahkan menegaskan menyatakan menyebut menyebutkan menjelaskan meminta berharap menilai mengaku".split()
)


def _joiner_before(scene: Scene, at: int) -> int:
    """The place before `dan`, `seraya` and the like in front of a second cue."""
    match = re.search(
        r",?(?: (?:dan|serta|seraya|sambil|sekaligus|lalu|kemudian|juga|dengan))+ *$", scene.text[max(0, at - 40) : at]
    )
    return max(0, at - 40) + match.start() if match else at


def _after_verb(scene: Scene, lexicon: Lexicon, verb: Cue, at: int, limit: int) -> Stretch | None:
    """The content after a cue verb; None where what follows is no such thing."""
    text = scene.text
    start = trim(text, at, limit, " ")[0]
    colon = text[start : start + 1] in (",", ":")
    start = trim(text, start, limit, " ,:")[0]
    bahwa = False
    match = re.compile(r"(?:bahwa|kalau|bila|jika)(?: sanya)?[,:]? ").match(text, start, limit)
    if match and (match[0].startswith("bahwa") or "request" not in verb.takes):
        start, bahwa = match.end(), match[0].startswith("bahwa")
    elif not colon and re.compile(
        r"(?:kepada|pada|dalam|di|melalui|lewat|saat|ketika|usai|secara|hari|dari|soal|terkait|tentang|mengenai)\b"
    ).match(text, start, limit):
        match = re.compile(rf"[^.;“”]{{0,{MAX_TO_BAHWA}}}? bahwa ").match(text, start, limit)
        if match:
            start, bahwa = match.end(), True
        else:
            after = _past_adjunct(scene, lexicon, start, limit)
            if after is None:
                return None
            start = after
    again = re.compile(r"(?:kembali|lagi|pula|juga|lebih lanjut) (?!ke\b)").match(text, start, limit)
    start = again.end() if again and not bahwa else start
    thing = None if bahwa else _OBJECT_ONLY.match(text, start, limit)
    if thing:
        following = scene.words_in(thing.end(), min(limit, thing.end() + 2))
        if not following or not lexicon.is_predicate(following[0].low):
            return None
    a, b = _content(scene, lexicon, start, limit)
    words = scene.words_in(a, b)
    if len(words) < MIN_CLAUSE_WORDS:
        return None
    if bahwa or "clause" in verb.takes:
        return a, b
    if "bahwa" in verb.takes and not colon:
        return None
    if colon and (len(words) > MIN_CLAUSE_WORDS or _has_predicate(scene, lexicon, a, b, frozenset())):
        return a, b
    if "request" in verb.takes:
        asked = _has_predicate(scene, lexicon, a, b, frozenset({"untuk", "agar", "supaya"}))
        return (a, b) if asked and words[0].low not in ("maaf", "bantuan", "izin", "uang") else None
    if "predicate" in verb.takes and _has_predicate(scene, lexicon, a, b, frozenset()):
        return a, b
    if "number" in verb.takes and any(ch.isdigit() for ch in text[a : min(b, a + 60)]):
        return a, b
    return None


_OBJECT_ONLY = re.compile(
    r"(?:ucapan |permintaan |rasa )?(?:terima kasih|duka|bela ?sungkawa|selamat|maaf|simpati|apresiasi|penghargaan|salam)\b"
    r"|(?:hal(?:-hal)?|pesan|pernyataan|itu|ini|demikian|begitu|sesuatu|apa)\b(?: (?:itu|ini|tersebut|serupa|senada|sama|yang sama|yang))?"
    r"|(?:tentang|soal|mengenai|terkait|ihwal)\b"
)


def _past_adjunct(scene: Scene, lexicon: Lexicon, start: int, limit: int) -> int | None:
    """Where the clause begins after `kepada wartawan`, `pada Kamis (5/1)`, `dalam konferensi pers`: past a comma or the name."""
    text = scene.text
    match = re.compile(
        r"(?:kepada|pada) (?:para |awak )?(?:wartawan|media|jurnalis|pers|reporter)\b(?: di [A-Z]\w+)?,? ?"
    ).match(text, start, limit)
    at = match.end() if match else start
    for _ in range(3):
        day = scene.day_at(at) or scene.day_at(next((w.end + 1 for w in scene.words_in(at, at + 1)), at))
        if day is None or day.end >= limit:
            break
        at = trim(text, day.end, limit, " ,)")[0]
        match = match or re.match("", "")
    if match:
        bahwa = re.compile(r"bahwa ").match(text, at)
        return bahwa.end() if bahwa else at
    kepada = re.compile(r"kepada ").match(text, start)
    if kepada:
        for spot in scene.spots:
            if kepada.end() <= spot.start <= kepada.end() + 30 and spot.end < limit:
                return trim(text, spot.end, limit, " ,")[0]
        comma = text.find(",", start, min(limit, start + 110))
        return trim(text, comma + 1, limit)[0] if 0 <= comma < limit - 12 else None
    occasion = _OCCASION.match(text, start, limit)
    if occasion and text[occasion.end() : occasion.end() + 1] == ",":
        return trim(text, occasion.end() + 1, limit)[0]
    return start


_OCCASION = re.compile(
    r"(?:dalam|melalui|lewat|di|saat|pada|usai) (?:sebuah |sela-sela |suatu )?"
    r"(?:keterangan|siaran|konferensi|jumpa|pernyataan|rilis|unggahan|sela|pidato|wawancara|acara|kesempatan|Jakarta|kantor|lokasi|[A-Z]\w+)[^.,;“”]{0,80}"
)


def _content(scene: Scene, lexicon: Lexicon, start: int, limit: int) -> Stretch:
    """A reported clause without full stop and without the attribution that may close its sentence."""
    text = scene.text
    end = limit
    tail = _ATTRIBUTION.search(text, start, limit)
    while tail and scene.quoted[tail.start()]:
        tail = _ATTRIBUTION.search(text, tail.end(), limit)
    if tail:
        end = tail.start()
    closing = _CLOSING.search(text, max(start, end - 120), end)
    if closing and not scene.quoted[closing.start()] and closing.start() > start + 12:
        end = closing.start()
    a, b = trim(text, start, end, " ,;:")
    while b > a and text[b - 1] in ".!?" and not scene.quoted[b - 1]:
        b -= 1
    return trim(text, a, b, " ,;:")


_ATTRIBUTION = re.compile(
    r",? (?:seperti|sebagaimana)(?: yang)? (?:dikutip|dilansir|dinukil|dilaporkan|diberitakan|diwartakan|dimuat|dirilis)\b"
    r"|,? (?:dikutip|dilansir|dinukil|melansir|mengutip|demikian dikutip|demikian dilansir|menurut laporan)\b(?: |\.|$)"
)
_CLOSING = re.compile(
    r",? (?:dalam|melalui|lewat) (?:keterangan|siaran pers|konferensi pers|jumpa pers|pernyataan|rilis|unggahan)[^.;“”]{0,100}$"
    r"|, (?:Senin|Selasa|Rabu|Kamis|Jum[’']?at|Sabtu|Minggu)\b(?: \([^)]{3,20}\)| ?,? ?\d[^.;“”]{0,20})?\.?$"
    r"|,? (?:pada )?(?:Senin|Selasa|Rabu|Kamis|Jum[’']?at|Sabtu|Minggu) \(\d[^)]{2,18}\)\.?$"
)


def _has_predicate(scene: Scene, lexicon: Lexicon, start: int, end: int, opening: frozenset[str]) -> bool:
    """Whether a stretch has a predicate of its own: outside relative clauses, purposes and adjuncts.

    After a word of `opening` (`untuk`, `agar`) a predicate counts all the same.
    """
    held = False
    words = scene.words_in(start, end)
    for k, word in enumerate(words):
        if word.low in opening:
            held = False
            continue
        if word.low in _HOLDING and not (
            word.low == "saat" and k + 1 < len(words) and words[k + 1].low in ("ini", "itu")
        ):
            held = True
            continue
        if "," in scene.text[words[k - 1].end : word.start] if k else False:
            held = False
        if word.low in ("itu", "ini", "tersebut") and not held and 0 < k < len(words) - 1:
            following = words[k + 1]
            if following.low not in _AFTER_NOUN and scene.text[word.end : following.start] == " ":
                return True  # a nominal clause: `serangan itu bukti …`
        if lexicon.is_predicate(word.low) and scene.text[word.start].islower():
            if k and words[k - 1].low in ("dan", "serta", "lalu", "sekaligus", "kemudian", "hingga"):
                held = True  # it goes on from the cue: `mengungkap dua kasus dan menahan …`
            if not held:
                return True
            held = k + 1 < len(words) and lexicon.is_predicate(words[k + 1].low)
    return False


_AFTER_NOUN = frozenset(
    "yang di ke dan pada dari untuk dengan dalam kepada oleh atas sebagai serta atau bagi terhadap tentang soal secara agar"
    " saat ketika setelah sebelum karena hingga sampai melalui seperti termasuk tersebut itu ini".split()
)
_HOLDING = frozenset(
    "yang untuk agar supaya guna demi dalam dengan saat ketika setelah sebelum usai tanpa cara pentingnya perlunya upaya adanya"
    " rencana komitmen keinginan tugas kewajiban hak tekad kesempatan kebutuhan kesiapan kemampuan sambil seraya akibat sejak".split()
)


def _settle(scene: Scene, lexicon: Lexicon, found: list[Said]) -> list[Said]:
    """Nested attributions become one, innermost, told onward by the outer's speaker; what lies deeper is dropped."""
    out: list[Said] = []
    for said in sorted(found, key=lambda s: (s.cue or (s.start, s.end))[0]):
        cue = said.cue or (said.start, said.end)
        holder = next((o for o in out if o.start <= cue[0] < o.end), None)
        if holder is None:
            out.append(said)
            continue
        lead = skip_leads(scene, lexicon, holder.start, cue[0])
        opens = said.speaker is not None and said.speaker[0] <= lead + 2
        pronoun = said.speaker is not None and scene.text[said.speaker[0] : said.speaker[1]].lower() in lexicon.pronouns
        if opens and not pronoun:
            outer = (*said.outer, *holder.outer)
            if holder.speaker:
                outer = (*said.outer, holder.speaker, *holder.outer)
            out[out.index(holder)] = replace(said, rule=said.rule + "+via", outer=outer)
    return out


def _tails(scene: Scene, lexicon: Lexicon, sentence: Stretch, begin: int, *, middle: bool = False) -> list[Said]:
    """`CLAUSE, kata X.`, `S, katanya, VP`; `CLAUSE, menurut X.`; with `middle` only where the cue stands inside the clause."""
    text, end = scene.text, sentence[1]
    for match in lexicon.tail.finditer(text, sentence[0], end):
        if scene.quoted[match.start()]:
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
        goes_on = text[at : at + 2] == ", " and _goes_on(scene, lexicon, at + 2, end)
        if opening and text[at : at + 2] in (", ", " b"):  # `Namun, kata X, CLAUSE`
            a, b = _content(scene, lexicon, trim(text, at, end)[0], end)
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
        if b - a > 0 and len(scene.words_in(a, b)) >= MIN_CLAUSE_WORDS:
            return [Said(a, b, "indirect", rule, sentence, cue, speaker, back)]
    if middle:
        return []
    closing = _closing_verb(scene, lexicon, sentence, begin)
    if closing:
        return [closing]
    match = re.compile(r", (?P<cue>menurut(?P<nya>nya)?)\b").search(text, begin + 12, end)
    if match and not scene.quoted[match.start()]:
        cue = (match.start("cue"), match.end("cue"))
        speaker = None if match["nya"] else speaker_after(scene, lexicon, match.end() + 1, end)
        if match["nya"] or speaker:
            at = speaker[1] if speaker else match.end()
            a, b = begin, match.start()
            if text[at : at + 1] == "," and len(text[at:end].split()) > 3 and not WEEKDAY.match(text, at + 2):
                b = end - (text[end - 1] in ".!?")
            if len(scene.words_in(a, b)) >= MIN_CLAUSE_WORDS:
                rule = "after-clause:menurut" + (match["nya"] or "")
                return [Said(a, b, "indirect", rule, sentence, cue, speaker, "nya" if match["nya"] else "")]
    return []


def _goes_on(scene: Scene, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether the clause that a cue has cut goes on here, and not time, place or occasion."""
    text = scene.text
    if WEEKDAY.match(text, start) or text[start : start + 1].isdigit() or scene.day_at(start):
        return False
    if re.compile(
        r"(?:dikutip|dilansir|seperti|sebagaimana|saat|ketika|usai|dalam|melalui|lewat|di|pada|kepada|mengutip|melansir|sambil|seraya)\b"
    ).match(text, start):
        return False
    return len(scene.words_in(start, end)) >= MIN_CLAUSE_WORDS and (
        text[start].islower() or _has_predicate(scene, lexicon, start, end, frozenset())
    )


def _closing_verb(scene: Scene, lexicon: Lexicon, sentence: Stretch, begin: int) -> Said | None:
    """`CLAUSE, X mengatakan (pada Jumat).`"""
    text, end = scene.text, sentence[1]
    for word in reversed(scene.words_in(max(begin, end - 70), end)):
        verb = lexicon.verbs.get(word.low)
        if verb is None or scene.quoted[word.start] or text[word.start].isupper():
            continue
        if not re.match(r"(?: (?:pada|kepada|dalam|di|hari|dalam) [^,;“”]{0,60})?[.!]?$", text[word.end : end]):
            return None
        who = subject_before(scene, lexicon, sentence[0], word.start)
        if who is None or who.joined:
            return None
        start = who.via[0] if who.via else who.start
        if text[start - 2 : start] != ", ":
            return None
        a, b = trim(text, begin, start - 2)
        if len(scene.words_in(a, b)) < MIN_CLAUSE_WORDS or not _has_predicate(scene, lexicon, a, b, frozenset()):
            return None
        rule = f"after-clause:{word.low}"
        cue = (word.start, word.end)
        return Said(a, b, "indirect", rule, sentence, cue, (who.start, who.end), outer=(who.via,) if who.via else ())
    return None


_RELAYED = re.compile(
    r"(?:[Dd]ilansir|[Mm]elansir|[Dd]ikutip|[Mm]engutip|[Mm]enukil|[Dd]inukil|[Mm]enyitir)(?: dari| oleh)?(?: laman| situs| akun| media| kantor berita)?(?: resmi)? (?=[A-Z])"
)


def _relayed(scene: Scene, lexicon: Lexicon, sentence: Stretch, begin: int) -> list[Said]:
    """`Dilansir M, …` in a sentence that names no other source."""
    text, end = scene.text, sentence[1]
    match = _RELAYED.match(text, begin, end)
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
        if WEEKDAY.match(text, a) or text[a].isdigit() or scene.day_at(a):
            comma = text.find(",", a, min(end, a + 60))
            if comma < 0:
                return []
            a = trim(text, comma + 1, end)[0]
    a, b = _content(scene, lexicon, a, end)
    if len(scene.words_in(a, b)) < MIN_CLAUSE_WORDS:
        return []
    cue = (match.start(), match.start() + len(match[0].split()[0]))
    return [Said(a, b, "indirect", f"relayed:{match[0].split()[0].lower()}", sentence, cue, speaker)]
