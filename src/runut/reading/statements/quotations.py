"""What is said in quotation marks."""

from __future__ import annotations

import re

from runut.reading.statements.clauses import has_predicate
from runut.reading.statements.lexicon import Lexicon
from runut.reading.statements.phrases import skip_leads, speaker_after, subject_before
from runut.reading.statements.said import Said, Stretch
from runut.reading.statements.scene import Scene, trim

# A quotation of fewer words is a fragment (the shortest of 48 annotated direct ones has 4).
MIN_QUOTED_WORDS = 3
# A quotation of this many words that stands alone needs no full stop to be a sentence (with 5 or 12 no other in ten annotated cases).
LONG = 8
# Up to the word that points to the paper a quotation is read from stand at most so many words.
MOST_OF_PAPER = 6
_ONE_WORD = re.compile(r" [a-z]{2,8}[.,;]")
_LOST_OPENING = re.compile('"(?<=[.,!?]") ?(?=[a-z])')


def quotations(scene: Scene, lexicon: Lexicon) -> list[Said]:
    """The quotations that someone is said to have spoken, in the order of the text."""
    out: list[Said] = []
    text = scene.text
    last_end = -1
    starts = [a for a, _ in scene.sentences]
    for a, b in scene.view.quoted:
        inner = trim(text, a + 1, b - 1 if text[b - 1] == "”" else b, " ")
        if inner[0] >= inner[1] or not starts or a < starts[0]:
            continue
        first = scene.sentence_at(a)
        tail = scene.sentence_at(b - 1)
        first = (max(first[0], starts[0]), first[1])
        said = _quotation(scene, lexicon, (a, b), inner, first, tail[1], out, last_end)
        if said:
            out.append(said)
            last_end = b
    return sorted([*out, *_half_marked(scene, lexicon, out)], key=lambda s: s.start)


def _half_marked(scene: Scene, lexicon: Lexicon, found: list[Said]) -> list[Said]:
    """`Gudang itu kosong,” kata X` whose opening mark is lost: the sentence up to the mark."""
    text = scene.text
    out: list[Said] = []
    for mark in _LOST_OPENING.finditer(text):
        match = lexicon.after_quotation.match(text, mark.start() + 1)
        if match is None or match["nya"] or scene.quoted[mark.start()]:
            continue
        sentence = scene.sentence_at(mark.start() - 1)
        a, b = trim(text, sentence[0], mark.start(), " ")
        speaker = speaker_after(scene, lexicon, match.end() + 1, max(sentence[1], scene.sentence_at(match.end())[1]))
        if speaker is None or scene.count(a, b) < MIN_QUOTED_WORDS or scene.has_quoted(a, b):
            continue
        if not any(s.start < b and a < s.end for s in found):
            out.append(Said(a, b, "direct", f"after-lost-quote:{match['cue']}", sentence, match.span("cue"), speaker))
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
    count = scene.count(*inner)
    begin = skip_leads(scene, lexicon, sentence[0], a) if sentence[0] < a else a
    before = text[begin:a].strip()
    whole = text[inner[1] - 1] in ".,!?…" or text[b : b + 1] in (",", ".") or count >= 6
    if before and not before.endswith((":", "”", "”,")) and text[inner[1] - 1] not in ".,!?…" and count <= 7:
        whole = False  # a quoted fragment at the end of the outlet's own clause
        fragment = has_predicate(scene, lexicon, begin, a, frozenset())
    else:
        fragment = False
    # 1. the cue follows: `“…,” kata X`
    match = lexicon.after_quotation.match(text, b, limit)
    if match is None and text[b : b + 1] in (" ", "\n") and text[b + 1 : b + 2].isupper():
        nxt = scene.sentence_at(b + 1)  # `“….” Ujar X.`
        match = lexicon.after_quotation.match(text, b, nxt[1])
        limit = nxt[1] if match else limit
        if match and (text[match.end() : match.end() + 1] in ",:" or _is_by(match)):
            match = None  # `Menurut Wira, …` opens what comes next
    elif match and _is_by(match) and (before or "," not in (text[inner[1] - 1], text[b : b + 1])):
        match = None  # the film “…” menurut rencana
    if (
        match
        and not fragment
        and count >= MIN_QUOTED_WORDS - 1
        and (whole or (text[b : b + 1] == " " and count >= MIN_QUOTED_WORDS))
    ):
        form = "direct" if not before or before.endswith(":") or _cue_at_end(scene, lexicon, begin, a) else "partial"
        if form == "partial" and before.endswith(("”", "”,")):
            form = "direct"
        cue = (match.start("cue"), match.end("cue"))
        word = text[cue[0] : cue[1]].lower().split()[-1]
        rule = f"after-quote:{word}"
        if match["nya"]:
            return Said(*inner, form, rule, sentence, cue, back="nya")
        at = cue[1]
        while skipped := lexicon.patterns["cue-skip"].match(text, at):
            at = skipped.end()
        if text[at : at + 1] == "\n":  # a link has broken the line before the speaker
            limit = max(limit, scene.sentence_at(at + 1)[1])
        rest = text[at : at + 11]
        if lexicon.patterns["pointing-next"].match(rest):
            return Said(*inner, form, rule, sentence, (cue[0], at + len(rest.split()[0]) + 1), back="nya")
        speaker = speaker_after(scene, lexicon, at + 1, limit)
        if speaker is None and word not in lexicon.roots:
            speaker = _paper(scene, lexicon, cue, limit)
        return Said(
            *inner,
            form,
            rule,
            sentence,
            cue,
            speaker,
            back=_back_to(text, at, speaker, adds=word in lexicon.words["adding"]),
        )
    # … `“…,” demikian X`, `“…,” demikian tertulis dalam laporan X`
    if count >= MIN_QUOTED_WORDS and not fragment and whole:
        said = _so_said(scene, lexicon, marks, inner, sentence, limit)
        if said:
            return said
    # … with the speaker before the verb: `“…,” surat kabar X melaporkan.`
    for verbal in scene.find(lexicon.verbs, b, min(limit, b + 90)) if not before and count >= MIN_QUOTED_WORDS else ():
        if not re.search(r"[.;:“”]", text[b + 1 : verbal.start]):
            rest = text[verbal.end : limit].strip(" .")
            who = subject_before(scene, lexicon, b, verbal.start)
            if who and (not rest or lexicon.patterns["rest"].match(rest)):
                cue = (verbal.start, verbal.end)
                return Said(*inner, "direct", f"after-quote:{verbal.low}", sentence, cue, (who.start, who.end))
            break
    # … with the speaker alone: `“…,” Kepala Dinas X, Ratna, melalui keterangan tertulis`
    if not before and count >= MIN_QUOTED_WORDS and "," in (text[inner[1] - 1], text[b : b + 1]):
        alone = _alone(scene, lexicon, b + (text[b : b + 1] == ","), limit)
        if alone:
            return Said(*inner, "direct", "after-quote:name", sentence, alone, alone)
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
    if (
        not before
        and not text[b:limit].strip(" .,")
        and count > MIN_QUOTED_WORDS
        and (count >= LONG or text[inner[1] - 1] in ".!?,…")
    ):
        return Said(*inner, "direct", "continued-quotation", sentence, back="go on")
    # 4. called by a quoted word: `menyebut … sebagai “…”`
    if count <= 12:
        for naming in reversed(scene.find(lexicon.verbs, begin, a)):
            if "name" in lexicon.verbs[naming.low].takes and not scene.quoted[naming.start]:
                gap = text[naming.end : a]
                if (
                    len(gap) < 110
                    and not lexicon.patterns["gap-break"].search(gap)
                    and _is_naming(scene, lexicon, naming.end, a)
                ):
                    who = subject_before(scene, lexicon, sentence[0], naming.start)
                    if who:
                        return Said(
                            *inner,
                            "partial",
                            f"called:{naming.low}",
                            sentence,
                            (naming.start, naming.end),
                            (who.start, who.end),
                        )
                break
    return None


def _so_said(
    scene: Scene, lexicon: Lexicon, marks: Stretch, inner: Stretch, sentence: Stretch, limit: int
) -> Said | None:
    """A quotation with `demikian X` after it, or a document or medium from which it is taken."""
    match = lexicon.patterns["so-said"].match(scene.text, marks[1], limit)
    if match is None:
        return None
    paper = lexicon.patterns["paper-of"].match(scene.text, match.end(), limit) if match["taken"] else None
    speaker = speaker_after(scene, lexicon, paper.end() if paper else match.end(), limit)
    if match["taken"] and not paper and (speaker is None or not lexicon.heads.has(scene.text, match.end())):
        speaker = None  # a medium passes it on
    elif speaker is None:
        return None
    return Said(*inner, "direct", "after-quote:demikian", sentence, match.span("cue"), speaker)


def _is_by(cue: re.Match[str]) -> bool:
    """Whether the cue is `menurut`, which gives a quotation its speaker only behind a comma (`“…,” menurut Rato`)."""
    return cue["cue"].lower().startswith("menurut")


def _paper(scene: Scene, lexicon: Lexicon, cue: Stretch, limit: int) -> Stretch | None:
    """The paper that a quotation is read from, where it is pointed to: `“…,” bunyi keterangan unggahan video tersebut`."""
    end = cue[1]
    for word in scene.words_in(end, limit, MOST_OF_PAPER):
        if scene.text[end : word.start] != " " or not scene.text[word.start].islower():
            return None
        end = word.end
        if word.low in lexicon.words["pointing"]:
            return scene.text.rfind(" ", cue[0], cue[1]) + 1 or cue[0], word.end
    return None


def _alone(scene: Scene, lexicon: Lexicon, at: int, limit: int) -> Stretch | None:
    """The person named behind a quotation, with nothing but how it was told after the name."""
    phrase = speaker_after(scene, lexicon, at, limit) if scene.text[at : at + 1] == " " else None
    if phrase is None or not any(s.end == phrase[1] and s.name.type == "PER" for s in scene.spots_in(*phrase)):
        return None
    return phrase if lexicon.patterns["said-without-verb"].match(scene.text, phrase[1], limit) else None


def _back_to(text: str, at: int, speaker: Stretch | None, *, adds: bool) -> str:
    """A cue that nobody follows (`“…,” imbuh dari balik meja.`) belongs to who spoke before; one that `adds` also before a small word."""
    if speaker is not None:
        return ""
    nobody = text[at : at + 1] in ".,;" or text[at : at + 4] in (" di ", " dal", " saa", " ket")
    return "cue" if nobody or (adds and _ONE_WORD.match(text, at)) else ""


def _is_naming(scene: Scene, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether what stands between the verb and the quoted word holds no predicate of its own."""
    return not has_predicate(scene, lexicon, start, end, frozenset())


def _cue_at_end(scene: Scene, lexicon: Lexicon, start: int, end: int) -> tuple[Stretch, Stretch | None, str] | None:
    """The cue right before a quotation, with its speaker."""
    text = scene.text
    words = scene.words_in(start, end)
    if not words:
        return None
    sentence = scene.sentence_at(start)
    gap = text[words[-1].end : end].strip()
    if gap not in ("", ",", ":", ")", "),", "):", ",:"):
        return None
    for back, word in enumerate(reversed(words[-14:])):
        if scene.quoted[word.start]:
            return None
        verb = lexicon.verbs.get(word.low)
        if verb or word.low in lexicon.words["quoting"]:
            between = text[word.end : words[-1].end]
            if back and not lexicon.patterns["before-quote"].match(between):
                return None
            who = subject_before(scene, lexicon, sentence[0], word.start)
            return ((word.start, word.end), (who.start, who.end), "") if who else ((word.start, word.end), None, "cue")
    match = lexicon.before_quotation.match(text, start, end)
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
