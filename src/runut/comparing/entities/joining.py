"""Which names of a story are one: the joins that only several reports can show."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from runut.comparing.entities.lettering import join_letters
from runut.comparing.entities.respelling import join_respelt_abroad, join_same_office
from runut.model import Name
from runut.reading.names.bodies import hospital_kind, join_shorter
from runut.reading.names.keys import LinkWords, expand, is_former, is_of, key_of, office_of
from runut.reading.names.lexicon import Lexicon
from runut.reading.names.linking import link
from runut.reading.names.links import Links, Node
from runut.reading.names.persons import fuller, index_words, is_nickname, is_relative
from runut.reading.names.spelling import is_slip, join_far_slips

# Renderings of one foreign organisation in our language have this many words or more and differ in one of them.
RENDERED_WORDS = 4
# A word that is a hospital's own has this many letters: shorter ones (`Sari`, `Mitra`) stand in many hospitals' names.
OWN_WORD = 6
# A short form of a body has this many letters to be compared by itself across reports.
OWN_FORM = 5

_OFFICE_RULES = frozenset({"office-of-one-holder", "office-without-holder"})
WEAK_RULES = frozenset({"capital", "name-shape", "capitals-only", "name-and-city", "name-with-acronym", "in-headline"})
_BASE_RULES = frozenset({"org-without-place", "body-without-parent"})
_BRACKETS = re.compile(r" ?\([^()]{1,60}\)")

Member = tuple[str, Name]
"""A name with its article's id."""


def link_names(members: Sequence[Member], words: LinkWords, texts: Mapping[str, str]) -> Links:
    """The names of a story, linked; a node a member. `texts` are the reports, by article."""
    lexicon = words.lexicon
    nodes = [node_of(article, name, lexicon) for article, name in members]
    _keep_namesakes_apart(nodes, lexicon)
    links = link(nodes, words)
    _join_across_types(members, links)
    _join_short_forms(members, links, lexicon)
    _join_renderings(members, links, lexicon)
    _join_hospitals(members, links, lexicon)
    _join_offices(members, nodes, links, lexicon)
    join_same_office(members, links)
    join_respelt_abroad(links)
    _join_parts(members, nodes, links, lexicon)
    _join_bare_offices(members, links, lexicon)
    join_letters(members, links, texts)
    join_far_slips(links)
    return links


def node_of(article: str, name: Name, lexicon: Lexicon) -> Node:
    """A Name as a node: its own name, and those of its other forms that no other name of the kind is likely to have."""
    keys: set[str] = {key_of(name.name)}
    bases: set[str] = set()
    for m in name.mentions:
        key = key_of(_BRACKETS.sub("", m.text))
        if m.rule in _OFFICE_RULES:
            continue
        if name.type == "PER":
            titled = m.role is not None and m.text.startswith(m.role) and m.text != m.role
            if not titled and sum(len(word) > 3 for word in key.split()) > 1:
                keys.add(key)
        elif (
            name.type == "ORG" and _is_own_word(m.text, m.rule) and (key not in lexicon.parts or lexicon.known.get(key))
        ):
            keys.add(key)
        elif name.type == "ORG" and " " in key:
            (bases if m.rule in _BASE_RULES else keys).add(key)
        elif name.type == "GPE" and m.rule.startswith("known:"):
            keys.add(key)
        elif (
            name.type == "LOC"
            and m.rule.startswith("place-head:")
            and " " in key
            and key_of(name.name).endswith(f" {key}")
        ):
            keys.add(key)  # `Ruas Jalan Lontar` has the road
    return Node(
        name.type,
        tuple(sorted(keys - bases)) or (key_of(name.name),),
        roles=name.roles,
        told=[name.name],
        bases=tuple(sorted(bases)),
        source=article,
    )


def _is_own_word(form: str, rule: str) -> bool:
    """Whether a body is called by a word of its own, no acronym, that its report explains in brackets: `Lontarindo`."""
    return rule == "acronym-defined" and form.isalpha() and not form.isupper() and len(form) >= OWN_FORM


def _keep_namesakes_apart(nodes: list[Node], lexicon: Lexicon) -> None:
    """Where a story has two places of one name (`Kota Garut`, `Kabupaten Garut`), the bare name belongs to neither."""
    heads: dict[str, set[str]] = defaultdict(set)
    for node in nodes:
        for key in node.keys if node.type == "GPE" else ():
            head, _, rest = key.partition(" ")
            if rest and lexicon.is_word(head, "governed"):
                heads[rest].add(head)
    for node in nodes:
        kept = tuple(k for k in node.keys if len(heads.get(k, ())) < 2)
        if node.type == "GPE" and kept:
            node.keys = kept


def _join_across_types(members: Sequence[Member], links: Links) -> None:
    """One name that a report took for a person and another for a place, when one of them had but its capitals to go by."""
    sure: dict[str, int] = {}
    weak: dict[str, list[int]] = defaultdict(list)
    for i, (_, name) in enumerate(members):
        key = key_of(name.name)
        if all(m.rule in WEAK_RULES for m in name.mentions):
            weak[key].append(i)
        else:
            sure.setdefault(key, i)
    for key, unsure in weak.items():
        for i in unsure:
            links.join(sure.get(key, unsure[0]), i, f"same name: {key}")


def is_office(name: Name) -> bool:
    """Whether this stands for whoever holds an office."""
    return any(m.rule == "office-without-holder" for m in name.mentions)


def _acronyms(name: Name) -> set[str]:
    return {a for a in name.aliases if len(a) > 2 and " " not in a and sum(c.isupper() for c in a) * 2 > len(a)}


def _join_short_forms(members: Sequence[Member], links: Links, lexicon: Lexicon) -> None:
    """Organisations with one acronym, unless the story has that acronym with two places (`Kemenkes X`, `Kemenkes Y`)."""
    holders: dict[str, list[int]] = defaultdict(list)
    tails: dict[str, set[str]] = defaultdict(set)
    for i, (_, name) in enumerate(members):
        if name.type == "ORG":
            for short in _acronyms(name):
                holders[short].append(i)
            for alias in name.aliases:
                short, _, tail = alias.partition(" ")
                if tail and tail[0].isupper() and short.isupper() and not lexicon.is_word(tail.lower(), "home"):
                    tails[short].add(tail.lower())
    for short, held in sorted(holders.items()):
        long = [key_of(members[i][1].name).split() for i in held if " " in members[i][1].name]
        long = [words for words in long if words[0] != short.lower()]  # `XYZ Kalimas` is no name in full
        if len(tails[short]) < 2 and all(_are_renderings(a, b) for a, b in combinations(long, 2)):
            for i in held[1:]:
                links.join(held[0], i, f"one short form: {short}")


def _are_renderings(a: list[str], b: list[str]) -> bool:
    """Whether two long names share half the words of the shorter one: with one short form, they are one body."""
    return 2 * len(set(a) & set(b)) >= min(len(set(a)), len(set(b)))


def _join_renderings(members: Sequence[Member], links: Links, lexicon: Lexicon) -> None:
    """Two renderings of a long name: one has a word more between the others, or another word and a short form that its own do not spell."""
    shelves: dict[str, list[tuple[int, list[str], Name]]] = defaultdict(list)
    for i, (_, name) in enumerate(members):
        words = key_of(name.name.replace(",", "")).split()
        if name.type == "ORG" and len(words) >= RENDERED_WORDS:
            shelves[words[0]].append((i, words, name))
    for shelf in shelves.values():
        for (i, a, one), (j, b, other) in combinations(shelf, 2):
            if links.root(i) != links.root(j) and (
                _has_word_more(a, b) or _is_otherwise_rendered(a, b, one, other, lexicon)
            ):
                links.join(i, j, f"two renderings: {one.name} / {other.name}")


def _has_word_more(a: list[str], b: list[str]) -> bool:
    """Whether the longer one has one word more, neither the first nor the last."""
    short, long = sorted((a, b), key=len)
    if len(long) != len(short) + 1 or len(short) <= RENDERED_WORDS or short[-1] != long[-1]:
        return False
    at = next(k for k, word in enumerate(long) if short[k : k + 1] != [word])
    return 0 < at < len(short) and long[at + 1 :] == short[at:]


def _is_otherwise_rendered(a: list[str], b: list[str], one: Name, other: Name, lexicon: Lexicon) -> bool:
    """Whether two names of as many words differ in an ordinary one (`Taman Lontar`, `Taman Kenanga` are two), and one has a short form."""
    differing = [(p, q) for p, q in zip(a, b, strict=True) if p != q] if len(a) == len(b) else []
    if len(differing) != 1 or not any(map(lexicon.is_ordinary, differing[0])):
        return False
    mine, theirs = _acronyms(one), _acronyms(other)
    initials = {"".join(word[0] for word in words).upper() for words in (a, b)}
    return (not mine) != (not theirs) and not (mine | theirs) & initials


def _join_hospitals(members: Sequence[Member], links: Links, lexicon: Lexicon) -> None:
    """Hospitals by the word that is theirs alone: `RS Karel Lontar Dulan` and `RSUD Lontar` in a story of Dulan are one.

    A word of theirs is no place of the story, has OWN_WORD letters or more, and may be a slip of the other's. Two kinds are two; one told
    without its kind is the only one near it.
    """
    places = {word for _, n in members if n.type == "GPE" for word in key_of(n.name).split()}
    hospitals: list[tuple[int, list[str]]] = []
    for i, (_, name) in enumerate(members):
        words = expand(key_of(name.name), lexicon).split()
        if name.type == "ORG" and lexicon.is_word(" ".join(words[:2]), "hospital"):
            hospitals.append((i, words[2:]))
    pairs: list[tuple[int, int, str]] = []
    kinds = {i: hospital_kind(words, lexicon) for i, words in hospitals}
    for (i, a), (j, b) in combinations(hospitals, 2):
        if len(a) > 1 and len(b) > 1 and a[-1] == b[-1]:  # of one place
            a, b = a[:-1], b[:-1]
        mine, theirs = (
            [w for w in words if len(w) >= OWN_WORD and w not in places and w not in lexicon.ordinary]
            for words in (a, b)
        )
        shared = next((x for x in mine for y in theirs if x == y or is_slip(x, y, "ORG")), None)
        if shared:
            pairs.append((i, j, shared))
    near: dict[int, set[str]] = defaultdict(set)
    for i, j, _ in pairs:
        near[i].add(kinds[j])
        near[j].add(kinds[i])
    for i, j, shared in pairs:
        if kinds[i] == kinds[j] or (not (kinds[i] and kinds[j]) and len((near[i] | near[j]) - {""}) == 1):
            links.join(i, j, f"one hospital: {shared}")


def _join_offices(members: Sequence[Member], nodes: list[Node], links: Links, lexicon: Lexicon) -> None:
    """One office: a single name and the fuller one that has it as a part; the bare office and its only holder."""
    holders: dict[str, list[int]] = defaultdict(list)
    bare: dict[str, list[int]] = defaultdict(list)
    for i, (_, name) in enumerate(members):
        if name.type == "PER":
            for role in name.roles:
                office = office_of(role, lexicon)
                if " " in office:
                    (bare if is_office(name) else holders)[office].append(i)
    for office, held in sorted(holders.items()):
        for i in held:
            longer = fuller(nodes[i].keys, (j for j in held if j != i), links)
            longer.pop(links.root(i), None)
            if len(longer) == 1:
                links.join(i, min(longer), f"one office: {office}")
    for office, empty in sorted(bare.items()):
        fuller_offices = [o for o in bare if is_of(office, o, lexicon)]
        for i in [*empty[1:], *(bare[fuller_offices[0]][:1] if len(fuller_offices) == 1 else ())]:
            links.join(empty[0], i, f"one office: {office}")


def _is_area(name: Name, lexicon: Lexicon) -> bool:
    """Whether a place is told but as part of a town (`kawasan Kalimas`): it may be one that is governed."""
    return all(lexicon.is_word(m.rule.removeprefix("place-head:"), "area") for m in name.mentions)


def _join_bare_offices(members: Sequence[Member], links: Links, lexicon: Lexicon) -> None:
    """A bare office goes to the only person of the story who holds it."""
    holders: dict[str, set[int]] = defaultdict(set)
    for i, (_, name) in enumerate(members):
        if name.type == "PER" and not is_office(name):
            for role in (r for r in name.roles if not is_former(r, lexicon)):
                holders[office_of(role, lexicon)].add(links.root(i))
    for i, (_, name) in enumerate(members):
        if name.type == "PER" and is_office(name):
            office = office_of(name.name, lexicon)
            held = {links.root(k) for k in holders.get(office, ())}
            if not held and " " in office:  # `Jaksa Agung Muda` here is `Jaksa Agung Muda Kejaksaan` there
                held = {links.root(k) for o, ks in holders.items() if is_of(office, o, lexicon) for k in ks}
            if len(held) == 1:
                links.join(i, held.pop(), f"the only holder of the office: {office}")


def _are_of_one_family(key: str, one: Node, other: Node) -> bool:
    """Whether a report that has both tells somebody called by a family name apart from another who bears it."""
    family = " " not in key and one.source == other.source
    return family and any(long.endswith(f" {key}") for long in other.keys)


def _join_parts(members: Sequence[Member], nodes: list[Node], links: Links, lexicon: Lexicon) -> None:
    """A shorter name, and the one fuller name of the story that has it as a part."""
    persons = [i for i, n in enumerate(nodes) if n.type == "PER" and not is_office(members[i][1])]
    by_word = index_words(nodes, persons)
    singles = {key for i in persons for key in nodes[i].keys if " " not in key}
    for i in persons:
        key, keys = nodes[i].keys[0], nodes[i].keys
        # several spellings of as many words, be one of them a slip, are a shorter name, too
        if len({spelt.count(" ") for spelt in keys}) > 1 or is_nickname(keys, lexicon):
            continue
        near = by_word.get(key.split(" ", 1)[0], ())
        others = {links.root(j) for j in near if j != i and _are_of_one_family(key, nodes[i], nodes[j])}
        among = (j for j in near if j != i and links.root(j) not in others)
        longer = fuller(keys, (j for j in among if not is_relative(nodes[i], nodes[j], singles, links.words)), links)
        longer.pop(links.root(i), None)
        if len(longer) == 1:
            links.join(i, next(iter(longer)), f"part of the name: {key}")
    areas = (i for i, n in enumerate(nodes) if n.type == "LOC" and _is_area(members[i][1], lexicon))
    places = [i for i, n in enumerate(nodes) if n.type == "GPE"]
    headed: dict[str, set[int]] = defaultdict(set)
    for j in places:
        for key in nodes[j].keys:
            head, _, rest = key.partition(" ")
            if lexicon.is_word(head, "governed"):
                headed[rest].add(links.root(j))
    for i in [*places, *areas]:
        key = key_of(members[i][1].name)
        roots = {links.root(j) for j in headed.get(key, ())} - {links.root(i)}
        if len(roots) == 1 and not lexicon.is_country(members[i][1].name):
            links.join(i, roots.pop(), f"the place without its head word: {key}")
    join_shorter(links)
