"""Who a phrase or a pronoun is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from runut.model import Name, Speaker
from runut.reading.statements import relayers
from runut.reading.statements.lexicon import Lexicon
from runut.reading.statements.said import Said
from runut.reading.statements.scene import WEEKDAY, Scene, Spot
from runut.reading.statements.subjects import TAKES_THE_WORD, Who, agents, described, joined_two, subject_of

# Measured on ten annotated cases: 356 statements found, 346 with their source, 8 with a wrong one.
# A pronoun reaches back over at most this many sentences (with 4: 344 and 10; with 6 or 8: no other).
REACH = 5
# Nobody told longer ago than this many statements is asked for (with 5: no other; it bounds the cost of long texts).
RECENT = 10
# A quotation goes on from one at most this many sentences before it (with 1: one statement lost; with 3: no other).
REACH_ON = 2
# The cue behind what a body itself puts down, by its beginning.
WRITTEN = "tulis"
# `lembaga itu`, `lembaga antirasuah itu`: so many words, whose body was named within so many characters before.
PAIR, FAR_BACK = (2, 3), 600
# A name that was not seen as one has no more words than this.
MOST_CALLED = 2
# Between `yang` and whom its verb tells of stand no more words, both included (`yang menembak mati`).
MOST_DONE = 3
# An office or form of address before a name has no more characters.
LONGEST_OFFICE = 24
# The cue of an answer, by its beginning.
ANSWER = "jawab"
# Between a question and its answer stand these alone, so many at most.
MARKS, BETWEEN = " \n\"“”'‘’–—-", 8
# Before an office it means its holder: `sang bupati`.
HONOURED = "sang"
# A name that covers this share of the phrase's words is who it is; less is a description that holds a name (.3 and .7: no other).
COVERED = 0.5


@dataclass(slots=True)
class Memory:
    """Who has spoken, latest last, with the place in the view; `quoted` is the place of whoever was quoted last."""

    spoken: list[tuple[int, Who]] = field(default_factory=list)
    quoted: int = -1

    def add(self, at: int, who: Who) -> None:
        """Keep a source for the pronouns that follow."""
        self.spoken.append((at, who))


class Cast:
    """Resolves the speakers of one article, in the order of its text."""

    def __init__(self, scene: Scene, lexicon: Lexicon, names: tuple[Name, ...], own: tuple[str, ...] = ()) -> None:
        self._scene = scene
        self._lexicon = lexicon
        self._names = names
        self._own = frozenset(relayers.letters(outlet) for outlet in own)
        self._memory = Memory()
        self._starts = [a for a, _ in scene.sentences]
        self._speaking: set[str] = set()
        self._subjects: dict[int, list[Who]] = {}
        self._asked: set[int] = set()

    def listen(self, found: list[Said]) -> None:
        """Learn who is named as a speaker anywhere in the report."""
        self._asked = {a.start for a, b in pairwise(found) if self._is_answered(a, b)}
        for said in found:
            if said.speaker is None:
                continue
            people = [s for s in self._scene.spots_in(*said.speaker) if s.name.type == "PER"]
            if people and self._is_done_to(said.speaker[0], people[0]):
                continue
            if len(people) > 1 and not _AND.search(self._scene.text, people[0].end, people[-1].start):
                people = [self._speaks(people, people[0].start <= said.speaker[0] + 1)]
            self._speaking |= {s.name.id for s in people}

    def _is_answered(self, said: Said, following: Said) -> bool:
        """Whether a quotation without a cue asks what the next one, right behind it, answers (`“Setuju?” “Belum tentu,” jawab Ratna`)."""
        text = self._scene.text
        if following.start - said.end > BETWEEN or text[said.end : following.start].strip(MARKS):
            return False
        answers = following.cue is not None and text.startswith(ANSWER, following.cue[0])
        return said.back == "go on" and answers and text[said.end - 1] == "?"

    def _subjects_of(self, k: int) -> list[Who]:
        """The subject of a sentence and whom its passive cues name, worked out when first asked for."""
        if k not in self._subjects:
            scene, starts = self._scene, self._starts
            subject = subject_of(scene, self._lexicon, *scene.sentences[k])
            end = starts[k + 1] if k + 1 < len(starts) else len(scene.text)
            passive = agents(scene, self._lexicon, starts[k] if k else 0, end, scene.sentences[k][1])
            self._subjects[k] = [*([subject] if subject else []), *passive]
        return self._subjects[k]

    def speaker(self, said: Said) -> tuple[Speaker | None, str | None]:
        """The speaker of a statement, and the outer source's name when the phrase is a pronoun of its own."""
        if said.speaker is None:
            who = self._back(said) if said.back else None
            if who:
                self._memory.add(said.end, who)
                return Speaker(entity=who.entity, name=who.name, rule=who.rule), None
            return None, None
        a, b = said.speaker
        start, end = self._scene.view.span(a, b)
        text = self._scene.view.original[start:end]
        who = self.who(a, b, said)
        if who and not self._is_document(a, said):
            two = joined_two(self._scene, a, b, who.entity)
            self._memory.add(max(said.end, b), Who(two, "many", None, who.rule) if two else who)
            if said.form == "direct":
                self._memory.quoted = max(said.end, b)
        for outer in reversed(said.outer):  # who tells it onward goes on speaking
            teller = self.who(*outer, said)
            if teller and teller.kind == "PER":
                self._memory.add(max(said.end, b), teller)
        return (
            Speaker(
                text=text,
                start=start,
                end=end,
                entity=who.entity if who else None,
                name=who.name if who else None,
                rule=who.rule if who else None,
            ),
            None,
        )

    def who(self, a: int, b: int, said: Said) -> Who | None:
        """Who a phrase in the view is."""
        scene, text = self._scene, self._scene.text
        phrase = text[a:b]
        low = phrase.lower()
        if low in self._lexicon.pronouns:
            return self._pronoun(self._lexicon.pronouns[low], said, a)
        if phrase in self._lexicon.words["institution"] and (body := self._only_body(phrase, a)):
            return body
        words = scene.lows_in(a, b)
        # 1. `legislator ini`, `pria itu`: who was told before
        pointed = self._pointed(a, b, said) if len(words) > 1 and words[-1] in self._lexicon.words["pointing"] else None
        if pointed is not None:
            return pointed
        institution = (
            self._institution(a, b, said)
            if len(words) in PAIR and words[0] in self._lexicon.words["institution"]
            else None
        )
        if institution is not None:
            return institution
        people = [s for s in scene.spots_in(a, b) if s.name.type == "PER"]
        apposed = _APPOSED.search(phrase)
        if apposed and WEEKDAY.match(apposed[1]):  # `Data yang dihimpun di Kalimas, Kamis, menyebutkan …`
            b = a + apposed.start()
            phrase, words, apposed = text[a:b], scene.lows_in(a, b), None
        beside = scene.spot_at(a + apposed.start(1)) if apposed else None
        placed = beside is not None and beside.name.type in ("GPE", "LOC")  # `RSUD Kalimas, Jawa Barat`
        if apposed and not placed and self._lexicon.heads.has(text, a) and all(self._is_office(p) for p in people):
            return self._named(apposed[1], "apposed-name")  # `Direktur XYZ, Reno`: a name that was not seen as one
        # 2. a person's relative: not that person, but who is named behind a comma
        if people and words and words[0] in self._lexicon.words["kin"] and people[0].start > a:
            if people[-1].end == b and self._is_relative(a, people[-1]):
                return Who(people[-1].name.name, "PER", people[-1].name.id, "name-in-phrase")
            return Who(described(phrase, self._lexicon), "some", None, "description")
        # 3. somebody of a person's: `kuasa hukum Ratna`, where the names say that she is not the lawyer
        # 4. who is where a person is at home: `warga di rumah Ratna`; whose the body is: `Kantor Bupati Ratna`
        patterns = self._lexicon.patterns
        if len(people) == 1 and (
            patterns["served"].fullmatch(text, a, people[0].start)
            or patterns["at-anothers"].search(text, a, people[0].start)
        ):
            return Who(described(phrase, self._lexicon), "some", None, "description")
        # 5. who does something to a person: `dokter yang menangani Ratna`
        if people and self._is_done_to(a, people[0]):
            return Who(described(phrase, self._lexicon), "some", None, "description")
        # 6. a person's name in the phrase
        if people:
            spot = self._speaks(people, people[0].start <= a + 1)
            return Who(spot.name.name, "PER", spot.name.id, "name-in-phrase")
        stranger = _STRANGER.match(phrase)
        if stranger and not self._lexicon.heads.has(text, a) and scene.spot_at(a) is None:
            return Who(stranger[1], "PER", None, "name-and-body")  # `Reno dari PT …`
        others = scene.spots_in(a, b)
        # 7. a body or place that fills the phrase, or closes it behind a comma: `Perusahaan asal Kalimas, Suara Beras`
        last = others[-1] if others and words[0] in self._lexicon.words["body"] else None
        if last and last.end == b and last.name.type == "ORG" and text.endswith(", ", a, last.start):
            return Who(last.name.name, "ORG", last.name.id, "name-in-phrase")
        for spot in others:
            inside = scene.count(spot.start, spot.end)
            if words[0] in self._lexicon.words["document"] and patterns["paper-about"].match(text, spot.end, b):
                return Who(
                    spot.name.name, spot.name.type, spot.name.id, "name-in-phrase"
                )  # `Analisis Dinas Pasar atas gudang itu`
            if spot.start > a and self._is_person_head(a):
                break  # `Pedagang Pasar Randu`: not the market
            if inside / max(1, len(words)) > COVERED and spot.start <= a + 24:
                return Who(spot.name.name, spot.name.type, spot.name.id, "name-in-phrase")
        # 8. a part of one person's name, where it was not seen as one
        part = self._named_in_part(a, b)
        if part:
            return Who(part.name, "PER", part.id, "part-of-name")
        # 9. an office alone: the one person of the article who holds it
        own = words[1:] if words[:1] == [HONOURED] else words  # `sang menteri`
        holder = self._holder(own, a + (len(HONOURED) + 1) * (own is not words))
        if holder:
            return Who(holder.name, "PER", holder.id, "office-holder")
        # 10. described only
        kind = "some" if self._is_person_head(a) or self._is_called(a, b) else "body"
        if words and words[0] in self._lexicon.words["plural"]:
            kind = "many"
        return Who(described(phrase, self._lexicon), kind, None, "description")

    def _pointed(self, a: int, b: int, said: Said) -> Who | None:
        """Who a phrase with `itu` or `ini` points back to, where it can be who spoke or was told of last."""
        scene, words, told = self._scene, self._scene.lows_in(a, b), self._lexicon.words
        before = self._latest(said.sentence[0], ("PER", "some"), at=a)
        if before is None or words[0] in told["count"] or not (self._is_person_head(a) or self._is_titled(a, b)):
            return None
        if before.kind == "PER" and words[0] in told["plural"]:
            return None
        epithet = len(words) > len(PAIR) and words[-2] in told["kin"]  # `ayah tiga anak itu`
        related = words[0] in told["relational"] or words[0] in told["kin"]
        related = related or (words[0] in told["bystander"] and len(words) == len(PAIR))
        spots = scene.spots_in(a, b)
        of_another = bool(spots) and words[0] in told["kin"]  # `adik Ratna itu`
        if related and not epithet and not of_another and not self._fits(before, words):
            return None  # `juru bicara itu` is not the one whose name was told last
        if of_another and any(s.name.id == before.entity for s in spots):
            return None
        if not of_another and any(s.name.type == "PER" and not self._is_office(s) for s in spots):
            return None
        heard = before.kind == "some" or before.entity in self._speaking
        return Who(before.name, before.kind, before.entity, "told-before") if heard else None

    def _is_done_to(self, a: int, person: Spot) -> bool:
        """Whether somebody does something to a person: the name stands right behind a verb after `yang` (`pria yang menembak Ratna`)."""
        scene, lexicon = self._scene, self._lexicon
        before = scene.words_in(a, person.start)
        at = next((k for k, word in enumerate(before) if word.low == "yang"), 0)
        if not at or not 1 < len(before) - at <= MOST_DONE or "," in scene.text[before[at].start : person.start]:
            return False
        verb = before[at + 1].low
        does = verb.startswith("me") and lexicon.is_verb(verb) and verb not in lexicon.verbs
        return does and verb not in lexicon.words["being"] and before[-1].low not in lexicon.words["pointing"]

    def _institution(self, a: int, b: int, said: Said) -> Who | None:
        """The body that has spoken last, where a word for one points to it and no other body is named between: `Lembaga itu menyebut …`."""
        words = self._scene.lows_in(a, b)
        if words[-1] not in self._lexicon.words["pointing"] or self._scene.spots_in(a, b):
            return None
        before = self._latest(said.sentence[0], ("ORG",), at=a)
        named = [s for s in self._scene.spots_from(max(0, a - FAR_BACK), a) if s.name.type == "ORG"]
        if before is None or not named or named[-1].name.id != before.entity:
            return None
        return Who(before.name, before.kind, before.entity, "told-before")

    def _is_relative(self, a: int, named: Spot) -> bool:
        """Whether the name behind a comma is that of the relative told before it, not of who has the office that closes it: `ayah korban,
        Ratna`, but not `putra presiden, Ratna`.
        """
        before = self._scene.words_in(a, named.start)
        return self._scene.text.endswith(", ", a, named.start) and not self._lexicon.offices.has(
            self._scene.text, before[-1].start
        )

    def _only_body(self, word: str, at: int) -> Who | None:
        """The one body named so far whose name begins with a word: `kementerian` where one ministry is told of."""
        named = {s.name.id: s.name for s in self._scene.spots if s.start < at and self._scene.low_at(s.start) == word}
        bodies = [name for name in named.values() if name.type == "ORG"]
        return Who(bodies[0].name, "ORG", bodies[0].id, "told-before") if len(bodies) == 1 else None

    def via(self, said: Said, speaker_name: str | None) -> tuple[str, ...]:
        """The relayers of a statement, nearest first."""
        out: list[str] = []
        for a, b in said.outer:
            who = self.who(a, b, said)
            if who:
                out.append(who.name)
        for name in relayers.find(self._scene, self._lexicon, said, self._own):
            if name not in out and name != speaker_name:
                out.append(name)
        return tuple(out)

    def _back(self, said: Said) -> Who | None:
        """Who a bare `-nya`, or a quotation without a cue of its own, belongs to."""
        if said.back == "same":
            return self._same(said)
        who = self._pronoun("any", said, said.start)
        if said.back != "go on":
            return self._another(said, who) if self._is_told_of(who, said) else who or self._only_one()
        if who is None or said.start in self._asked:
            return None
        k = bisect_right(self._starts, said.sentence[0]) - 1
        near = self._starts[max(0, k - REACH_ON)] if self._starts else 0
        if not self._memory.spoken or self._memory.spoken[-1][0] < near:
            return None
        return Who(who.name, who.kind, who.entity, "goes-on")

    def _same(self, said: Said) -> Who | None:
        """Who made the statement of the sentence before."""
        k = bisect_left(self._starts, said.sentence[0])
        place, who = self._memory.spoken[-1] if self._memory.spoken else (-1, None)
        if who is None or not k or place < self._starts[k - 1]:
            return None
        return Who(who.name, who.kind, who.entity, "goes-on")

    def _another(self, said: Said, who: Who | None) -> Who | None:
        """The person who has spoken before a quotation that tells of whoever it would be (`“Pak Ratno sudah pulang,” katanya`)."""
        near = [one for _, one in self._near(said.sentence[0], said.start) if one.kind == "PER" and one.entity]
        others = [one for one in near if who is None or one.entity != who.entity]
        return Who(others[-1].name, others[-1].kind, others[-1].entity, "not-told-of") if others else None

    def _is_told_of(self, who: Who | None, said: Said) -> bool:
        """Whether a quotation speaks of a person by an office or form of address, as nobody does of himself, and in it nobody speaks of
        himself or passes on, before that, what others say (`“Saya Ratno,”`, `“Mereka bilang Pak Ratno jahat,”`).
        """
        if who is None or who.kind != "PER" or said.form != "direct":
            return False
        scene, lexicon = self._scene, self._lexicon
        spots = [s for s in scene.spots_in(said.start, said.end) if s.name.id == who.entity]
        if not spots or lexicon.patterns["of-oneself"].search(scene.text, said.start, said.end):
            return False
        addressed = [s for s in spots if self._is_addressed(s, said.start)]
        words = scene.words_in(said.start, addressed[0].start) if addressed else []
        saying = any(
            w.low in lexicon.verbs or w.low in lexicon.roots or w.low in lexicon.words["quoting"] for w in words
        )
        return bool(addressed) and not saying

    def _is_addressed(self, spot: Spot, floor: int) -> bool:
        """Whether a name has an office or form of address in it or before it (`Pak Ratno`, `Wali Kota`)."""
        text, lexicon = self._scene.text, self._lexicon
        if lexicon.offices.has(text, spot.start):
            return True
        address = lexicon.patterns["address"]
        for word in self._scene.words_in(max(floor, spot.start - LONGEST_OFFICE), spot.start + 1):
            form, office = address.match(text, word.start), lexicon.offices.end(text, word.start)
            if form is not None and spot.start <= form.end() < spot.end:
                return True
            if office is not None and spot.start <= office + 1 < spot.end:
                return True
        return False

    def _near(self, sentence: int, at: int) -> list[tuple[int, Who]]:
        """Who has spoken up to a place, not further back than REACH sentences."""
        floor = self._starts[max(0, bisect_right(self._starts, sentence) - 1 - REACH)] if self._starts else 0
        return [(place, who) for place, who in self._memory.spoken[-RECENT:] if floor <= place < at]

    def _only_one(self) -> Who | None:
        """The one person who has spoken so far, however long ago."""
        spoken = [who for _, who in self._memory.spoken[-RECENT:]]
        if not spoken or spoken[0].entity is None:
            return None
        if any(who.kind != "PER" or who.entity != spoken[0].entity for who in spoken):
            return None
        return Who(spoken[0].name, "PER", spoken[0].entity, "only-speaker")

    def _pronoun(self, number: str, said: Said, at: int) -> Who | None:
        kinds = {
            "one": ("PER", "some"),
            "many": ("ORG", "many", "body", "GPE", "some"),
            "any": ("PER", "some", "body", "ORG", "GPE"),
        }[number]
        found = self._latest(said.sentence[0], kinds, at=at)
        near = self._near(said.sentence[0], at) if found and number == "any" and self._adds(said) else ()
        if near and found and found.rule in ("subject", "agent", *TAKES_THE_WORD) and near[-1][1].kind == "PER":
            found = near[-1][1]  # who goes on has begun: not somebody who but stands there
        if number == "any" and found and found.kind not in ("PER", "some"):
            if said.speaker:  # `pihaknya` is the side of a person
                found = self._latest(said.sentence[0], ("PER", "some"), at=at) or found
            elif (
                said.form == "direct"
                and said.rule.endswith("nya")
                and self._is_body(found, said)
                and not self._is_own_word(found, said, at)
            ):
                found = self._last_person(at) or found  # a body of one word may be somebody that was taken for one
        return Who(found.name, found.kind, found.entity, "pronoun") if found else None

    def _adds(self, said: Said) -> bool:
        """Whether a cue shows that its speaker goes on: `sambungnya`."""
        words = self._scene.lows_in(*said.cue) if said.cue else ()
        return bool(words) and words[0].removesuffix("nya") in self._lexicon.words["adding"]

    def _is_body(self, body: Who, said: Said) -> bool:
        """Whether a body of one word is no person that was taken for one: it is in capitals, or the quotation itself names it."""
        if body.kind == "body" or " " in body.name or body.name.isupper():
            return True
        return any(s.name.id == body.entity for s in self._scene.spots_in(said.start, said.end))

    def _is_own_word(self, body: Who, said: Said, at: int) -> bool:
        """Whether a body's words are its own, not its person's: it was itself quoted last before a place, or it writes (`tulisnya`)."""
        if said.cue is not None and self._scene.text.startswith(WRITTEN, said.cue[0]):
            return True
        latest = next(((place, who) for place, who in reversed(self._memory.spoken[-RECENT:]) if place < at), None)
        if latest is None or latest[0] != self._memory.quoted:
            return False
        return (latest[1].entity or latest[1].name) == (body.entity or body.name)

    def _last_person(self, at: int) -> Who | None:
        """The person who has spoken last before a place, however many sentences ago: `-nya` behind a quotation is a mouth's, and a body
        that stands between (`Dinas Pasar mencatat …`) has its person speak. Of 15 that a body was given in 1,500 reports 14 are his.
        """
        return next(
            (who for place, who in reversed(self._memory.spoken[-RECENT:]) if place < at and who.kind == "PER"), None
        )

    def _latest(self, sentence: int, kinds: tuple[str, ...], at: int) -> Who | None:
        """The latest who spoke or was a subject, not further back than REACH sentences."""
        starts = self._starts
        here = bisect_right(starts, sentence) - 1
        first, end = max(0, here - REACH), bisect_left(starts, sentence)
        floor = starts[first] if starts else 0
        spoken = [(place, who) for place, who in self._memory.spoken[-RECENT:] if floor <= place < at]
        heard = any(who.kind == "PER" for _, who in spoken) or any(
            who.rule == "telling" for k in range(first, end) for who in self._subjects_of(k)
        )
        best: tuple[int, Who | None] = (-1, None)
        for place, who in spoken:
            if who.kind in kinds and place >= best[0]:
                best = (place, who)
        for k in range(end - 1, first - 1, -1):
            if starts[k] <= best[0]:
                break
            for who in reversed(self._subjects_of(k)):
                if k == end - 1 and who.rule in TAKES_THE_WORD and who.kind in kinds:
                    return who
                quiet = who.rule not in ("telling", "agent") and who.kind == "PER" and who.entity not in self._speaking
                if heard and quiet:
                    continue  # a person who says nothing in the report does not take the word from one who does
                if who.kind in kinds and (who.kind == "PER" or "PER" not in kinds):
                    return who
        return best[1]

    def _is_office(self, spot: Spot) -> bool:
        """Whether someone is told by nothing but an office (`Direktur Keuangan XYZ`)."""
        return self._lexicon.heads.has(spot.name.name)

    def _is_document(self, a: int, said: Said) -> bool:
        """Whether a paper or a count tells it, which does not go on speaking (`laporan itu`, `menurut data …`), nor does its author
        (`membenarkan pernyataan Ratna yang menyebut …`).
        """
        scene, end = self._scene, said.speaker[1] if said.speaker else a
        if scene.text.startswith(" yang ", end) and self._lexicon.patterns["words-of"].search(
            scene.text, said.sentence[0], a
        ):
            return True
        words = [*self._scene.words_in(a, a + 1), *(self._scene.words_in(*said.cue) if said.cue else ())]
        return any(w.low in self._lexicon.words["document"] for w in words)

    def _named(self, name: str, rule: str) -> Who:
        """A person by the name as it stands."""
        known = next((n for n in self._names if n.type == "PER" and n.name == name), None)
        return Who(name, "PER", known.id if known else None, rule)

    def _named_in_part(self, a: int, b: int) -> Name | None:
        """The only person whose name holds all words of a phrase of capitals (`kata Ratna` for Ratna Prawira)."""
        scene = self._scene
        words = scene.words_in(a, b)
        if not 0 < len(words) < 4 or not all(scene.text[w.start].isupper() for w in words) or scene.spots_in(a, b):
            return None
        wanted = {w.low for w in words}
        fits = [n for n in self._names if n.type == "PER" and wanted <= set(n.name.lower().split())]
        return fits[0] if len(fits) == 1 else None

    def _is_person_head(self, a: int) -> bool:
        text, end = self._scene.text, self._lexicon.heads.end(self._scene.text, a)
        return end is not None and text[a:end].lower().removesuffix("nya") not in self._lexicon.words["body"]

    def _speaks(self, people: list[Spot], opens: bool) -> Spot:
        """Of the persons in a phrase who it is: `Ratna, ketua …` opens with the name; `juru bicara presiden Barkov, Ratna` ends with it."""
        first, text = people[0], self._scene.text
        if self._lexicon.heads.has(text, first.start):
            return people[-1]
        follows = len(people) > 1 and self._lexicon.heads.has(text, people[1].start)
        after = text.startswith((",", " (", " dan ", " serta ", " bersama "), first.end)
        return first if len(people) == 1 or (opens and (follows or after)) else people[-1]

    def _is_called(self, a: int, b: int) -> bool:
        """Whether a phrase is one or two capitals and nothing else: someone whose name was not seen as one (`kata Reno`)."""
        words = self._scene.words_in(a, b, MOST_CALLED + 1)
        if len(words) > MOST_CALLED or any(self._scene.text[w.start].islower() for w in words):
            return False
        return not any(w.low in self._lexicon.words["body"] for w in words) and not self._scene.spots_in(a, b)

    def _fits(self, who: Who, words: Sequence[str]) -> bool:
        """Whether a source was told with the first word of a description (`juru bicara …`)."""
        if who.kind == "some":
            return words[0] in who.name.lower().split()
        name = next((n for n in self._names if n.id == who.entity), None)
        return name is not None and any(words[0] in role.lower().split() for role in name.roles)

    def _is_titled(self, a: int, b: int) -> bool:
        """Whether a phrase of at least three words opens with two capitals and names nobody (`Bendahara Umum … itu`)."""
        scene, words = self._scene, self._scene.words_in(a, b)
        if len(words) < 3 or words[0].low in self._lexicon.words["body"] | self._lexicon.words["plural"]:
            return False
        return all(scene.text[w.start].isupper() for w in words[:2]) and scene.spot_at(a) is None

    def _holder(self, words: Sequence[str], at: int) -> Name | None:
        wanted = {w for w in words if w not in self._lexicon.words["small"]}
        if not wanted or not self._lexicon.offices.has(self._scene.text, at) or not self._is_person_head(at):
            return None
        if wanted & self._lexicon.words["not-one"]:
            return None
        synonym = self._lexicon.office_synonyms.get(" ".join(w for w in words if w in wanted))
        asked = [wanted] if synonym is None else [wanted, set(synonym.split())]
        fits = []
        for name in self._names:
            if name.type != "PER":
                continue
            roles = [*name.roles, *name.aliases, *(m.role for m in name.mentions if m.role)]
            if any(_same_words(some, role) for role in roles for some in asked):
                fits.append(name)
        if len(fits) == 1:
            return fits[0]
        told = [n for n in fits if any(self._scene.view.at(m.start) < at for m in n.mentions)]
        if len(told) > 1 and self._memory.spoken:  # of several, the one who speaks
            told = [n for n in told if n.id == self._memory.spoken[-1][1].entity]
        return told[0] if len(told) == 1 else None


_AND = re.compile(" (?:dan|serta|bersama) ")
_APPOSED = re.compile(r", ((?:[A-Z][\w.’'-]+ ){0,3}[A-Z][\w’'-]+)$")
_STRANGER = re.compile(r"(?<![\w’'-])([A-Z][\w’'-]{1,30}(?: [A-Z][\w’'-]{1,30}){0,3}) dari (?=[A-Z])")


def _same_words(wanted: set[str], role: str) -> bool:
    """Whether all words of an office stand in a role, endings of place words left open (`Kazakh`, `Kazakhstan`)."""
    held = {w.lower().strip(".,()") for w in role.split()}
    return all(any(w == h or (len(w) >= 5 and h.startswith(w)) for h in held) for w in wanted)
