"""The names of an article as records, from what was spotted, decided and linked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from runut.codec import content_id
from runut.model import Article, Mention, Name
from runut.reading.names.brackets import Bracket
from runut.reading.names.deciding import offices_beside, spots_at_offices
from runut.reading.names.keys import countries_of, is_abroad, is_former, is_of, key_of, office_of
from runut.reading.names.lexicon import Lexicon
from runut.reading.names.links import Links, Node
from runut.reading.names.nearest import nearest_bodies
from runut.reading.names.seconds import second_offices
from runut.reading.names.spelling import SENTENCE_END
from runut.reading.names.spots import Found, Office, Spot
from runut.text import View

# A name needs this much evidence to be told; a capital at the opening of a sentence alone has 0.4, inside one 1.
ENOUGH = 1.0
# `Ketua Partai Kalimas itu` means who was named last within this many characters before it.
POINTED = 600

# A company's head and its own words are more than this many where the own ones are a form by themselves.
_FIRM = 2

_NEXT_WORD = re.compile(r" (\w{1,20})")


class Records:
    """The mentions of each group of names, then the names; a group is the root of its nodes, or an office without holder."""

    def __init__(self, article: Article, links: Links) -> None:
        nodes = links.nodes
        self._article, self._nodes, self._links, self._lexicon = article, nodes, links, links.lexicon
        self._at_key = {node.keys[0]: i for i, node in enumerate(nodes)}
        self._mentions: dict[object, dict[tuple[int, int], Mention]] = defaultdict(dict)
        self._taken: dict[tuple[int, int], object] = {}
        self._roles: dict[int, list[str]] = defaultdict(list)
        self._holders: dict[tuple[bool, str], set[int]] = defaultdict(
            set
        )  # by whether they hold it no more, and the office
        self._vacant: dict[str, str] = {}
        self._post = 0  # where the last office ends that is but held or sought
        self._offices: list[
            tuple[int, int]
        ] = []  # where an office stands alone for its holder, in the order of the text
        self._meant: dict[tuple[int, int], int] = {}
        self._groups: dict[int, list[Node]] = defaultdict(list)
        for i, node in enumerate(nodes):
            self._groups[links.root(i)].append(node)

    def add_body(self, view: View, found: Found, brackets: Sequence[Bracket] = ()) -> None:
        """Note all mentions of the body, what stands in `brackets` behind names, and who holds which office."""
        self._meant = nearest_bodies(found.spots, self._links)
        may_hold = spots_at_offices(found)
        for spot in sorted(found.spots, key=lambda s: (s.start, -s.end)):
            at = self._at_key[spot.key]
            root = self._root(spot)
            roles = []
            if (spot.role or may_hold(spot)) and self._nodes[at].type == "PER":  # a body holds no office
                roles = [*([spot.role] if spot.role else []), *offices_beside(found, spot, view.text, self._lexicon)]
            for role in (part for told in roles for part in _each_office(told, self._lexicon)):
                former = is_former(role, self._lexicon)
                self._holders[former, office_of(role, self._lexicon)].add(root)
                if role not in self._roles[root]:
                    self._roles[root].append(role)
            beside = roles[0] if roles else None
            if spot.outer is not None and (self._nodes[at].type == "PER" or not spot.role):  # a body has no title
                self._put(root, view, spot.outer, spot.end, spot.rule, beside)
            self._put(root, view, spot.start, spot.end, spot.rule, beside)
        self._add_nested(view, found.spots, brackets)
        persons = [s for s in found.spots if self._nodes[self._at_key[s.key]].type == "PER"]
        seconds = second_offices(view.text, found.offices, persons, self._links.words)
        for office in (o for o in found.offices if (o.start, o.end) in seconds):
            root, role = self._root(seconds[office.start, office.end]), view.text[office.start : office.end]
            role = role.partition(" (")[0] if role.endswith(")") else role
            self._holders[is_former(role, self._lexicon), office_of(role, self._lexicon)].add(root)
            if role not in self._roles[root]:
                self._roles[root].append(role)
        for office in (o for o in found.offices if o.single):
            words = view.text[office.start : office.end]
            former = is_former(words, self._lexicon)
            former = former or is_former(office.told or "", self._lexicon)  # `Mantan Perdana Menteri (PM)`
            name = office_of(words, self._lexicon)
            if (office.start, office.end) in seconds:
                held = {self._root(seconds[office.start, office.end])}
            elif office.bare and office.told is not None:
                held = self._only(office_of(office.told, self._lexicon), view.text, found)
            else:
                held = self._held(former, name)
                held = set() if office.bare and self._are_abroad(name, held) else held
            if office.told is not None and not held and not office.bare:
                words = office.told
                name = office_of(words, self._lexicon)
                held = self._held(former, name)
            for part in () if held or office.bare else _each_office(words, self._lexicon)[1:]:
                held = held or self._held(former, office_of(part, self._lexicon))
            post = self._is_post(view.text, office) if not (held or former or office.bare) else False
            if not (held or former or office.bare or post):
                held = self._held_of_place(words, view.text, found)
            held = held or (set() if office.bare else self._pointed(view.text, found.spots, office))
            if len(held) == 1:
                self._offices.append((office.start, min(held)))
                self._put(min(held), view, office.start, office.end, "office-of-one-holder")
            elif not (held or former or office.bare or post or self._is_small(words)):
                self._put(name, view, office.start, office.end, "office-without-holder")
                if self._mentions.get(name):
                    self._vacant.setdefault(name, words)
        self._join_vacant()

    def _is_small(self, office: str) -> bool:
        """Whether an office in small letters is one that several hold of one body: `komisaris PT Kalimas`, no `direktur RSUD Kalimas`."""
        first, _, rest = office.partition(" ")
        if not self._lexicon.is_word(first, "of-several"):
            title = self._lexicon.titles.get(first) if first.islower() else None
            return title is not None and title.kind == "role"
        head = self._lexicon.org_heads.get(rest.split(" ", 1)[0])
        return rest[:1].isupper() and (head is None or head.kind not in ("hospital", "school"))

    def _is_post(self, text: str, office: Office) -> bool:
        """Whether the word before an office, or before the list that it goes on with, shows that it is held or sought, and nobody is meant:
        `menjadi Bupati Kalimas`, `pernah menjabat Kapolres Kalimas, Kapolda Garut`.
        """
        at = office.start
        before = text[max(at - 20, 0) : at].lower().split()[-1:]
        signed = text[at - 1 : at] == " " and any(self._lexicon.is_word(word, "post-sign") for word in before)
        if signed or (self._post and self._lexicon.listed.fullmatch(text, self._post, at)):
            self._post = office.end
            return True
        return False

    def _held(self, former: bool, office: str) -> set[int]:
        """Who holds an office; told without the body that it is of, the only one who holds it of some body."""
        held = self._holders.get((former, office))
        if held or " " not in office:
            return held or set()
        longer = {
            root
            for (f, o), roots in self._holders.items()
            if f == former and is_of(office, o, self._lexicon)
            for root in roots
        }
        return longer if len(longer) == 1 else set()

    def _only(self, office: str, text: str, found: Found) -> set[int]:
        """Who holds an office told by one word, where nobody else holds or held one: `Kapolda` after `Kapolda Kalimas Rini`.

        `Presiden` alone is the reader's own: after `Presiden Rusia Barkov` it may be either.
        """
        held: set[int] = set()
        for (_, o), roots in self._holders.items():
            if o == office or is_of(office, o, self._lexicon):
                held |= roots
        if self._are_abroad(office, held):
            return set()
        for other in found.offices if len(held) == 1 else ():
            if not other.bare and other.told is None:
                name = office_of(text[other.start : other.end], self._lexicon)
                if is_of(office, name, self._lexicon) and not (self._holders.get((False, name), set()) & held):
                    return set()  # another's, whom the report does not name
        return held

    def _held_of_place(self, words: str, text: str, found: Found) -> set[int]:
        """Who holds the office of a place, told with the name but without the place: `Bupati Garut` after `Bupati Rini Wijayanti`.

        Only where nobody else holds one of that kind, and the text names none of another place.
        """
        told = words.split(" ")
        forms = (self._lexicon.titles.get(" ".join(told[:k])) for k in range(len(told) - 1, 0, -1))
        title = next((form for form in forms if form is not None), None)
        if title is None or title.kind != "territory":
            return set()
        bare, name = office_of(title.form, self._lexicon), office_of(words, self._lexicon)
        kept = {root for (_, o), roots in self._holders.items() if self._is_kind(bare, o) for root in roots}
        if len(kept) != 1 or self._holders.get((False, bare)) != kept or not self._is_kind(bare, name):
            return set()
        if self._nodes[min(kept)].type != "PER":
            return set()
        others = (text[o.start : o.end] for o in found.offices if not o.bare and o.told is None)
        places = {other for o in others if self._is_kind(bare, other := office_of(o, self._lexicon))}
        return kept if places <= {bare, name} else set()

    def _is_kind(self, bare: str, office: str) -> bool:
        """Whether an office is this one, by itself or with what it is of."""
        return office == bare or is_of(bare, office, self._lexicon)

    def _are_abroad(self, office: str, held: set[int]) -> bool:
        """Whether somebody holds this office of a country that is not the reader's own."""
        offices = (o for (_, o), roots in self._holders.items() if roots & held)
        return any(is_of(office, o, self._lexicon) and is_abroad(o, self._lexicon) for o in offices)

    def _join_vacant(self) -> None:
        """Make an office that nobody holds one with the only one that has more words behind the same."""
        for office in sorted(self._vacant, key=lambda o: (-len(o), o)):
            longer = [o for o in self._vacant if is_of(office, o, self._lexicon)]
            if len(longer) == 1 and " " in office:
                self._vacant[longer[0]] = self._vacant.pop(office)
                for at, mention in self._mentions.pop(office, {}).items():
                    self._mentions[longer[0]].setdefault(at, mention)

    def _add_nested(self, view: View, spots: list[Spot], brackets: Sequence[Bracket]) -> None:
        """Note the forms that stand around or inside others: `Rini Wijayanti (Riwi)`, `Komisi III` of `Komisi III DPR`."""
        text = view.text
        taken = {(spot.start, spot.end) for spot in spots}
        bodies: dict[int, list[Spot]] = defaultdict(list)
        for spot in spots:
            if spot.type == "ORG":
                bodies[spot.end].append(spot)
                unit, _, parent = text[spot.start : spot.end].partition(" ")
                if (spot.start, spot.start + len(unit)) not in taken and self._is_body(unit) and self._is_body(parent):
                    self._put(self._root(spot), view, spot.start, spot.start + len(unit), "body-without-parent")
        for names, inner, end in brackets:  # `Sumatera Utara (Sumut)` and, around it, `Polda Sumatera Utara (Sumut)`
            last = max((k for k, named in enumerate(names) if self._root(named) == self._root(inner)), default=-1)
            if last >= 0:
                for named in names[: last + 1]:
                    if (named.start, end) not in taken:
                        taken.add((named.start, end))
                        self._put(self._root(named), view, named.start, end, "name-and-other-name")
                home = self._home_behind(text, end)
                if (
                    home
                    and self._nodes[self._at_key[inner.key]].type == "ORG"
                    and (names[last].start, home) not in taken
                ):
                    taken.add((names[last].start, home))  # `Badan Lontar (BL) RI`
                    self._put(self._root(inner), view, names[last].start, home, "body-with-country")
        self._add_joined(view, spots, taken)
        self._add_without_home(view, spots, taken)
        for ending in [ending for ending in bodies.values() if len(ending) > 1]:
            for whole, inner in combinations(sorted(ending, key=lambda s: s.start), 2):
                unit = text[whole.start : inner.start].rstrip()
                if unit.endswith("/"):  # `Kementerian Kalimas/Badan Lontar`
                    continue
                if (whole.start, whole.start + len(unit)) in taken or inner.start <= whole.start:
                    continue
                if self._root(inner) != self._root(whole) and self._is_unit(unit):
                    taken.add((whole.start, whole.start + len(unit)))
                    self._put(self._root(whole), view, whole.start, whole.start + len(unit), "body-without-parent")

    def _add_joined(self, view: View, spots: list[Spot], taken: set[tuple[int, int]]) -> None:
        """Note a body with the one that it is of, or its town, right behind it (`Badan Geologi Kementerian Energi`), and a name without
        the bracket at its end.
        """
        text = view.text
        begin: dict[int, list[Spot]] = defaultdict(list)
        for spot in spots:
            if spot.type in ("ORG", "GPE") and spot.outer is None:
                begin[spot.start].append(spot)
        for spot in spots:
            seat = spot.type == "LOC" and self._lexicon.is_word(
                text[spot.start : spot.end].split(" ", 1)[0].lower(), "building"
            )
            if not seat and spot.type != "ORG":
                continue
            body = seat or " " in spot.core or spot.core.isupper()  # no brand: `Instagram`
            if spot.type == "ORG" and spot.rule != "org-without-place":
                self._add_bare_firm(view, spot, taken)
            team, _, rest = text[spot.start : spot.end].partition(" ")
            start = spot.start + len(team) + 1
            if (
                self._links.words.is_word(team.lower(), "team")
                and self._is_headed(rest)
                and (start, spot.end) not in taken
            ):
                taken.add((start, spot.end))  # `Tim Satgas Kalimas` has `Satgas Kalimas`
                own = self._at_key.get(key_of(rest))
                root = self._root(spot) if own is None else self._links.root(own)
                self._put(root, view, start, spot.end, "body-without-team")
            opened = text.rfind(" (", spot.start, spot.end) if text[spot.end - 1] == ")" else -1
            if opened > spot.start and (spot.start, opened) not in taken:
                taken.add((spot.start, opened))
                self._put(self._root(spot), view, spot.start, opened, spot.rule)
            for parent in begin.get(spot.end + 1, ()) if body and text[spot.end : spot.end + 1] == " " else ():
                opening = text[parent.start : parent.end].split(" ", 1)[0].lower()
                if self._lexicon.is_word(opening, "beside"):  # `anggota DPR Fraksi Kalimas`
                    continue
                placed = self._lexicon.is_word(opening, "governed") or self._links.words.is_word(
                    opening, "home-letters"
                )
                if (parent.type == "ORG" or (placed and not seat)) and (spot.start, parent.end) not in taken:
                    taken.add((spot.start, parent.end))
                    unit = parent if self._lexicon.is_word(opening, "numbered") else spot  # `KAI Divre Kalimas`
                    self._put(self._root(unit), view, spot.start, parent.end, "body-with-parent")

    def _home_behind(self, text: str, end: int) -> int:
        """The end of the letters of the reader's own country behind a bracket; 0 where there are none."""
        after = _NEXT_WORD.match(text, end)
        home = after is not None and after[1].isupper() and self._links.words.is_word(after[1].lower(), "home-letters")
        return after.end(1) if after is not None and home else 0

    def _add_bare_firm(self, view: View, spot: Spot, taken: set[tuple[int, int]]) -> None:
        """Note a company of two own words or more without its head and legal form: `Lontar Mas Land` of `PT Lontar Mas Land Tbk`."""
        words = view.text[spot.start : spot.end].split(" ")
        forms = self._links.words
        if len(words) <= _FIRM or not words[0].isupper() or not forms.is_word(words[0].lower(), "company"):
            return
        while len(words) > _FIRM and forms.is_word(words[-1].rstrip(".").lower(), "company-form"):
            words = words[:-1]
        start = spot.start + len(words[0]) + 1
        end = spot.start + len(" ".join(words))
        if len(words) > _FIRM and view.text[start:end].replace(" ", "").isalpha() and (start, end) not in taken:
            taken.add((start, end))
            self._put(self._root(spot), view, start, end, "firm-without-head")

    def _add_without_home(self, view: View, spots: list[Spot], taken: set[tuple[int, int]]) -> None:
        """Note the body in `DPR RI` without the reader's own country, and the country, where the article has it by any name."""
        country = next(
            (
                i
                for i, node in enumerate(self._nodes)
                if node.type == "GPE" and self._lexicon.is_word(node.keys[0], "home")
            ),
            None,
        )
        for spot in (s for s in spots if s.type == "ORG"):
            before, blank, last = view.text[spot.start : spot.end].rpartition(" ")
            if not blank or not last.isupper() or not self._links.words.is_word(last.lower(), "home-letters"):
                continue
            end = spot.start + len(before)
            if (spot.start, end) not in taken:
                taken.add((spot.start, end))
                self._put(self._root(spot), view, spot.start, end, "body-without-country")
            if country is not None:
                self._put(self._links.root(country), view, end + 1, spot.end, "country-of-body")

    def _is_unit(self, name: str) -> bool:
        """Whether what stands before the name of a body names a part of it by itself: `Bareskrim`, `Komisi III`."""
        words = name.split()
        if words and self._links.words.is_word(words[-1].lower(), "unfinished"):
            return False  # `Bareskrim Mabes` of `Bareskrim Mabes Polri`
        if len(words) > 1:
            return words[-1][0].isupper() or words[-1][0] == "("
        return self._is_body(name) or bool(self._lexicon.seats.fullmatch(name.lower()))

    def _is_headed(self, name: str) -> bool:
        """Whether the first word of a name of several heads a body's, or the first two."""
        words = name.split()
        if words and self._is_body(words[0]):  # `Tim Bareskrim Kalimas`, of another body
            return False
        heads = (self._lexicon.org_heads.get(" ".join(words[:k])) for k in (1, 2))
        return len(words) > 1 and any(head is not None and head.kind in ("office", "seat") for head in heads)

    def _is_body(self, name: str) -> bool:
        known = self._lexicon.known.get(name) if name else None
        return known is not None and known.type == "ORG"

    def _root(self, spot: Spot) -> int:
        meant = self._meant.get((spot.start, spot.end)) if self._meant else None
        return self._links.root(self._at_key[spot.key]) if meant is None else meant

    def _pointed(self, text: str, spots: list[Spot], office: Office) -> set[int]:
        """Whom `Ketua Partai Kalimas itu` means: the person whom the report itself, in no quotation, named last before.

        Rather who holds an office of that kind (`Ratu Ratna … Ratu Kalimas itu`), then, behind `kata`, who speaks; nobody who holds one of
        another country.
        """
        after = _NEXT_WORD.match(text, office.end)
        if after is None or not self._links.words.is_word(after[1], "pointing"):
            return set()
        asked = self._follows_speech(text, office.start)
        others = self._beside(text, spots, office)
        head = key_of(text[office.start : office.end].split(" ", 1)[0])
        of = countries_of(office_of(text[office.start : office.end], self._lexicon), self._lexicon)
        found: list[tuple[bool, bool, int, Spot]] = []
        for spot in spots:
            near = (
                office.start - POINTED < spot.end <= office.start and self._nodes[self._at_key[spot.key]].type == "PER"
            )
            if near and not _is_quoted(text, spot.end, office.start) and self._root(spot) not in others:
                if of and any(
                    (own := self._countries(role)) and own.isdisjoint(of) for role in self._roles[self._root(spot)]
                ):
                    continue
                like = any(key_of(role).startswith(head) for role in self._roles[self._root(spot)])
                found.append((like, asked and self._speaks(text, spot), spot.start, spot))
        return {self._root(max(found, key=lambda f: f[:3])[3])} if found else set()

    def _countries(self, role: str) -> frozenset[str]:
        return countries_of(office_of(role, self._lexicon), self._lexicon)

    def _beside(self, text: str, spots: list[Spot], office: Office) -> set[int]:
        """Who does something to or with the holder of an office behind `kepada` and the like in one sentence, and is somebody else."""
        before = text[max(office.start - 20, 0) : office.start].split()[-1:]
        if not any(self._links.words.is_word(word.lower(), "toward-person") for word in before):
            return set()
        opened = max(office.start - POINTED, 0)
        begin = max((m.end() for m in SENTENCE_END.finditer(text, opened, office.start)), default=opened)
        return {root for at, root in self._offices if at >= begin} | {
            self._root(spot)
            for spot in spots
            if begin <= spot.start < office.start and self._nodes[self._at_key[spot.key]].type == "PER"
        }

    def _speaks(self, text: str, spot: Spot) -> bool:
        """Whether a word of speaking stands beside a name."""
        after = _NEXT_WORD.match(text, spot.end)
        says = after is not None and "PER" in self._lexicon.after.get(after[1], ())
        return says or self._follows_speech(text, spot.start)

    def _follows_speech(self, text: str, at: int) -> bool:
        """Whether `kata` and the like stand before character `at`."""
        before = text[max(at - 20, 0) : at].lower().split()
        return bool(before) and self._lexicon.is_word(before[-1], "speech-sign")

    def add_headline(self, view: View, found: Found) -> None:
        """Note what a headline mentions of the names of the body; it makes no name of its own."""
        offices = [(o.start, o.end) for o in found.offices]
        for spot in found.spots:
            at = self._at_key.get(spot.key)
            if at is not None:
                self._put(self._links.root(at), view, spot.start, spot.end, "in-headline")
            elif spot.outer is not None and spot.role:  # what follows an office in a headline is often a verb
                offices.append((spot.outer, spot.outer + len(spot.role)))
        for start, end in offices:
            words = view.text[start:end]
            held = self._holders.get((is_former(words, self._lexicon), office_of(words, self._lexicon)), set())
            if len(held) == 1:
                self._put(min(held), view, start, end, "office-of-one-holder")

    def tell(self) -> tuple[Name, ...]:
        """The names that have enough evidence, in the order of their first mention."""
        out = [
            self._name(*self._head(group), root, self._roles[root])
            for root, group in self._groups.items()
            if self._mentions.get(root) and any(node.weight >= ENOUGH for node in group)
        ]
        out += [self._name("PER", words, name, [words]) for name, words in self._vacant.items()]
        return tuple(sorted(out, key=lambda n: (n.mentions[0].start, -n.mentions[0].end, n.name)))

    def _put(self, group: object, view: View, start: int, end: int, rule: str, role: str | None = None) -> None:
        a, b = view.span(start, end)
        text = self._article.text[a:b]
        if self._taken.setdefault((a, b), group) != group:  # a stretch names one thing: what was noted first
            return
        mentions = self._mentions[group]
        if (a, b) not in mentions:
            mentions[a, b] = Mention(start=a, end=b, text=text, rule=rule, role=role)

    def _head(self, group: list[Node]) -> tuple[str, str]:
        """The type of a group and its fullest name."""
        alone = group[0] if len(group) == 1 else None  # most
        best = alone or max(group, key=lambda n: (n.weight, n.keys))
        country = next((n.canon for n in group if n.canon and self._lexicon.is_country(n.canon)), None)
        if country and best.type == "GPE":
            return "GPE", country
        fullest = alone or max(
            group,
            key=lambda n: (
                n.type == best.type,
                not self._is_by_name(n),
                n.keys[0].count(" "),
                not (n.type == "PER" and n.told[0].isupper()),  # nobody's name is the letters that he is called by
                len(n.order),
                n.keys,
            ),
        )
        by_name = fullest.canon is not None and self._is_by_name(fullest)
        return best.type, fullest.canon if fullest.canon is not None and by_name else fullest.told[0]

    def _is_by_name(self, node: Node) -> bool:
        """Whether a node is what something is called by, not its name: `Pulau Dewata`, `lembaga antirasuah`."""
        return self._links.words.is_word(node.keys[0], "by-name")

    def _name(self, type_: str, name: str, group: object, roles: list[str]) -> Name:
        found = self._mentions[group].values()
        mentions = tuple(found if len(found) == 1 else sorted(found, key=lambda m: (m.start, -m.end)))
        return Name(
            id=content_id("name", self._article.id, type_, name.lower()),
            type=type_,
            name=name,
            mentions=mentions,
            roles=tuple(roles),
            aliases=tuple(dict.fromkeys(m.text for m in mentions)),
        )


def _each_office(role: str, lexicon: Lexicon) -> list[str]:
    """An office, and those of one holder that a slash joins in it: `Menteri Agraria/Kepala BPN`."""
    parts = role.split("/") if "/" in role else []
    return [role, *parts] if all(lexicon.titles.get(part.split(" ", 1)[0]) for part in parts) else [role]


def _is_quoted(text: str, at: int, outside: int) -> bool:
    """Whether character `at` stands in quotation marks that close before `outside`."""
    between = text[at:outside]
    return between.count('"') % 2 == 1 or between.count("“") != between.count("”")
