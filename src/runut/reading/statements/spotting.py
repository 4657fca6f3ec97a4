"""What is said in each sentence: contents with their cues, before it is settled who their speakers are."""

from __future__ import annotations

from dataclasses import replace

from runut.reading.statements.attributions import (
    claimed,
    given_for,
    in_document,
    informed,
    opened,
    opens,
    passed_on,
    pointing_back,
    relayed,
    skip_connective,
    tails,
)
from runut.reading.statements.clauses import (
    MIN_CLAUSE_WORDS,
    bound_content,
    content,
    content_after,
    has_predicate,
    is_clause,
)
from runut.reading.statements.lexicon import Cue, Lexicon
from runut.reading.statements.phrases import skip_leads, speaker_after, subject_before
from runut.reading.statements.quotations import quotations
from runut.reading.statements.said import Said, Stretch, touches
from runut.reading.statements.scene import Scene, Word, trim

# Before a noun that tells (`penjelasan`), the verb of giving is no longer than this, with the blank (characters).
LONGEST_WORD = 16


def spot(scene: Scene, lexicon: Lexicon) -> list[Said]:
    """All statements in the order of the text, none overlapping another."""
    direct = quotations(scene, lexicon)
    out = list(direct)
    motives = lexicon.words["motive"]
    for k, sentence in enumerate(scene.sentences):
        taken = [s for s in direct if s.end > sentence[0] and s.start < sentence[1]]
        found = _sentence(scene, lexicon, sentence, taken)
        if len(found) == 1 and not taken:
            found = _turned(scene, lexicon, sentence, found)
        opening = scene.low_at(sentence[0]) if k and not found and not taken else ""
        if opening in lexicon.back_openers:
            found = pointing_back(scene, lexicon, scene.sentences[k - 1], sentence, out)
        elif opening in motives:
            found = given_for(scene, lexicon, scene.sentences[k - 1], sentence, out)
        out += found
    return sorted(out, key=lambda s: (s.start, s.end))


def _sentence(scene: Scene, lexicon: Lexicon, sentence: Stretch, direct: list[Said]) -> list[Said]:
    """The indirect statements of one sentence."""
    if scene.is_quoted(*sentence):
        return []
    begin = skip_connective(scene, lexicon, sentence)
    opens = scene.low_at(sentence[0]) in lexicon.openers
    opens = opens or (begin > sentence[0] and scene.low_at(begin) in lexicon.openers)
    if not opens and not scene.has(lexicon.cue_words, *sentence):
        return []
    heard = scene.heard(*sentence)
    used = [s.cue for s in direct if s.cue] + [(s.start, s.end) for s in direct]
    found = [] if direct else tails(scene, lexicon, sentence, begin, heard, middle=True)
    if found:
        return found
    found += opened(scene, lexicon, sentence, begin, direct) if opens else []
    found += informed(scene, lexicon, sentence) if lexicon.may_find("informed", heard) else []
    found += [] if direct or found or not opens else in_document(scene, lexicon, sentence)
    found += [s for s in _verbs(scene, lexicon, sentence, direct) if not touches(s.cue, used)]
    found = _settle(scene, lexicon, found)
    if found and lexicon.may_find("tail", heard):
        found[-1] = passed_on(scene, lexicon, found[-1], sentence[1])
    if not found and not direct:
        found = tails(scene, lexicon, sentence, begin, heard)
    elif not found:
        found = [s for s in tails(scene, lexicon, sentence, begin, heard) if not touches((s.start, s.end), used)]
    if not found and not direct and opens:
        found = relayed(scene, lexicon, sentence, begin)
    if not direct and lexicon.may_find("claim", heard):
        found += claimed(scene, lexicon, (max([sentence[0], *(s.end for s in found)]), sentence[1]), sentence)
    return found


def _turned(scene: Scene, lexicon: Lexicon, sentence: Stretch, found: list[Said]) -> list[Said]:
    """What a sentence says, where another source has a say after a turn: `X menyebut lima, sedangkan Y menyebut tujuh`.

    Each side must be a statement by itself, the second by a source that opens it.
    """
    for turn in scene.find(lexicon.words["turn"], found[0].start, found[0].end):
        if scene.quoted[turn.start] or not scene.text.endswith(", ", sentence[0], turn.start):
            continue
        first = _sentence(scene, lexicon, (sentence[0], turn.start - len(", ")), [])
        then = _sentence(scene, lexicon, (trim(scene.text, turn.end, sentence[1])[0], sentence[1]), [])
        if first and then and opens(scene, lexicon, then[0], turn.end) and not _same(scene, first[-1], then[0]):
            return [replace(s, sentence=sentence) for s in (*first, *then)]
    return found


def _same(scene: Scene, a: Said, b: Said) -> bool:
    """Whether two statements name their source in the same words: one who goes on."""
    first, second = (scene.text[slice(*s.speaker)].lower() if s.speaker else "" for s in (a, b))
    return first == second


def _verbs(scene: Scene, lexicon: Lexicon, sentence: Stretch, direct: list[Said]) -> list[Said]:
    """`X mengatakan (bahwa) …`."""
    text = scene.text
    out: list[Said] = []
    walls = sorted([s.start - 1 for s in direct] + [s.cue[0] for s in direct if s.cue])
    floors = [max(s.end, s.cue[1] if s.cue else 0) for s in direct]
    for word in scene.find(lexicon.cue_verbs, *sentence):
        if scene.quoted[word.start] or text[word.start].isupper() or _in_brackets(text, sentence[0], word.start):
            continue
        bound = word.low in lexicon.bound_verbs  # `memintanya untuk …`, `menuduhnya …`
        verb = lexicon.cue_verbs[word.low]
        cue = word.start, word.end
        if verb.kind == "given":  # `memberikan penjelasan bahwa …`
            giving = scene.words_in(max(sentence[0], word.start - LONGEST_WORD), word.start)[-1:]
            if not giving or giving[0].low not in lexicon.words["giving"]:
                continue
            cue = giving[0].start, word.end
        start = max([sentence[0]] + [f for f in floors if f <= word.start])
        limit = min([sentence[1]] + [w for w in walls if w > word.start])
        source = _cited_source(scene, lexicon, sentence, word, verb)
        if source:
            out.append(source)
            continue
        after = bound_content if bound else content_after
        content = after(scene, lexicon, verb, word.end, limit)
        if content is None:
            continue
        not_denied = verb.negated and _denies(scene, lexicon, word) and scene.text.startswith("bahwa ", word.end + 1)
        who = subject_before(scene, lexicon, start, _not_before(scene, word) if not_denied else cue[0])
        before = _speaker_of_quotation(scene, lexicon, direct, word) if who is None else None
        if before:  # `menyebut gudang itu “gelap” sambil menegaskan bahwa …`
            rule = f"and-cue:{verb.word}"
            out.append(Said(*content, "indirect", rule, sentence, cue, before.speaker, before.back))
            continue
        if who is None or ("named" in verb.takes and not _is_named(scene, lexicon, who.start, who.end)):
            continue
        driving = "whom" in verb.takes and not lexicon.patterns["so-that"].match(text, word.end + 1)
        if driving and (who.joined or not _can_ask(scene, lexicon, who.start, who.end)):
            continue  # `Kenaikan harga mendorong warga untuk …`, `… dan mendorong warga untuk …`: it drives them
        if "feeling" in verb.takes and _is_made(scene, lexicon, sentence[0], who.start):
            continue
        if "paper" in verb.takes and scene.lows_in(who.start, who.end)[0] not in lexicon.words["document"]:
            continue
        if text.endswith(", yang ", 0, word.start):
            content = _within_relative(scene, lexicon, *content)
        joined = who.joined and bool(out)
        if joined:  # `mengatakan … dan menambahkan …`
            if not (
                bound
                or verb.takes & {"clause"}
                or verb.word in lexicon.words["strong"]
                or text[word.end : word.end + 7] == " bahwa "
            ):
                continue
            last = out[-1]
            if last.end > word.start:
                cut = trim(text, last.start, _joiner_before(scene, lexicon, word.start))[1]
                bare = last.rule.startswith("before-clause") and not is_clause(scene, lexicon, last, cut)
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
                    cue,
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
                cue,
                (who.start, who.end),
                outer=(who.via,) if who.via else (),
                negated=verb.negated and not not_denied,
            )
        )
    return out


def _denies(scene: Scene, lexicon: Lexicon, word: Word) -> bool:
    """Whether a `tidak` stands before a cue (`tidak membantah bahwa …` admits it)."""
    before = scene.words_in(max(0, word.start - 12), word.start)
    return bool(before) and before[-1].low in lexicon.words["not"]


def _not_before(scene: Scene, word: Word) -> int:
    return scene.words_in(max(0, word.start - 12), word.start)[-1].start


def _speaker_of_quotation(scene: Scene, lexicon: Lexicon, direct: list[Said], word: Word) -> Said | None:
    """The quotation whose speaker goes on with this cue: nothing but `dan`, `sambil` stands between them."""
    for said in reversed(direct):
        if said.end <= word.start and said.cue and said.cue[1] <= said.start:
            between = scene.words_in(said.end, word.start)
            joins = lexicon.words["joiner"] | lexicon.words["adverb"]
            return said if between and all(w.low in joins for w in between) else None
    return None


def _within_relative(scene: Scene, lexicon: Lexicon, start: int, end: int) -> Stretch:
    """Of `X, yang mengatakan bahwa CLAUSE, VERB …` the clause, up to the comma after which the sentence goes on."""
    for at in range(start, end):
        if scene.text[at] == "," and not scene.quoted[at]:
            following = scene.word_at(at + 2)
            goes_on = following and scene.text[following.start].islower() and lexicon.is_predicate(following.low)
            if goes_on and scene.count(start, at) > MIN_CLAUSE_WORDS:
                return trim(scene.text, start, at)
    return start, end


def _cited_source(scene: Scene, lexicon: Lexicon, sentence: Stretch, word: Word, verb: Cue) -> Said | None:
    """`M melaporkan, mengutip X, CLAUSE`: X said it, M tells it onward."""
    text, end = scene.text, sentence[1]
    at = trim(text, word.end, end)[0]
    citing = scene.word_at(at)
    if citing is None or citing.low not in lexicon.words["relaying"]:
        return None
    who = subject_before(scene, lexicon, sentence[0], word.start)
    speaker = speaker_after(scene, lexicon, citing.end + 1, end, closed=True)
    if who is None or speaker is None or text[speaker[1] : speaker[1] + 1] != ",":
        return None
    a, b = content(scene, lexicon, speaker[1] + 1, end)
    if not has_predicate(scene, lexicon, a, b, frozenset()):
        return None
    cue = (word.start, word.end)
    outer = ((who.start, who.end), *((who.via,) if who.via else ()))
    return Said(a, b, "indirect", f"citing:{verb.word}", sentence, cue, speaker, outer=outer)


def _in_brackets(text: str, start: int, at: int) -> bool:
    return text.rfind("(", start, at) > text.rfind(")", start, at)


def _can_ask(scene: Scene, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether a subject is a person or body, by name, pronoun or head noun, and so asks; a cause (`Kenaikan harga`) or a paper drives."""
    words = scene.words_in(start, end)
    if len(words) > 1 and (
        words[0].low.isdigit() or any(words[0].low in lexicon.words[u] for u in ("group", "plural", "count"))
    ):
        words = words[1:]
    if not words or words[0].low in lexicon.words["document"]:
        return False
    spot = scene.spot_at(words[0].start)
    if spot is not None:
        return spot.name.type in ("PER", "ORG")
    return words[0].low in lexicon.pronouns or lexicon.heads.has(scene.text, words[0].start)


def _is_made(scene: Scene, lexicon: Lexicon, start: int, subject: int) -> bool:
    """Whether a subject is made to think so, which is not what he says: `Kabar itu membuat Ratna yakin …`."""
    before = scene.text[scene.text.rfind(",", start, subject) + 1 or start : subject]
    return lexicon.patterns["making"].search(before) is not None


def _is_named(scene: Scene, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether a subject is a pronoun or holds a capital that is not that of its first word, or is one name."""
    words = scene.words_in(start, end)
    return (
        words[0].low in lexicon.pronouns
        or len(words) == 1
        or lexicon.heads.has(scene.text, start)
        or bool(scene.spots_in(start, end))
        or any(scene.text[w.start].isupper() for w in words[1:])
    )


def _joiner_before(scene: Scene, lexicon: Lexicon, at: int) -> int:
    """The place before `dan`, `seraya` and the like in front of a second cue."""
    match = lexicon.patterns["joiner-end"].search(scene.text[max(0, at - 40) : at])
    return max(0, at - 40) + match.start() if match else at


def _settle(scene: Scene, lexicon: Lexicon, found: list[Said]) -> list[Said]:
    """Nested attributions become one, innermost, told onward by the outer's speaker; what lies deeper is dropped."""
    out: list[Said] = []
    for said in sorted(found, key=lambda s: (s.cue or (s.start, s.end))[0]):
        cue = said.cue or (said.start, said.end)
        holder = next((o for o in out if o.start <= cue[0] < o.end), None)
        if holder is None:
            out.append(said)
            continue
        asked = scene.text[holder.cue[0] : holder.cue[1]].lower() if holder.cue else ""
        if asked in lexicon.verbs and "request" in lexicon.verbs[asked].takes:
            continue  # what someone is asked to say is not said
        lead = skip_leads(scene, lexicon, holder.start, cue[0])
        opens = said.speaker is not None and said.speaker[0] <= lead + 2
        pronoun = said.speaker is not None and scene.text[said.speaker[0] : said.speaker[1]].lower() in lexicon.pronouns
        if opens and not pronoun:
            outer = (*said.outer, *holder.outer)
            if holder.speaker:
                outer = (*said.outer, holder.speaker, *holder.outer)
            out[out.index(holder)] = replace(said, rule=said.rule + "+via", outer=outer)
    return out
