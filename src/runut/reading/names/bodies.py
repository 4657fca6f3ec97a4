"""One body or place under shorter names: words made short, what follows left out, what stands between, the head word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from runut.reading.names.keys import key_of, without_class
from runut.reading.names.lexicon import Lexicon
from runut.reading.names.links import Links, Node
from runut.reading.names.persons import SETTLED, is_part
from runut.reading.names.spelling import SENTENCE_END, SIDE_BY_SIDE

# A short form made of the openings of words has this many letters or more: shorter ones fit too many names.
SYLLABLES = 5
# One made of first letters has this many or more: two letters are a suspect's initials as often as a body.
LETTERS = 3
# A name with this much evidence of being a place is no company without its head word: it has a head word of its own, or lies there twice.
PLACED = 4.0
# The letters of a town are so many at most; with its head word they are two words.
MOST_LETTERS, _LETTERED = 4, 2
# A word that a firm or building is called by has this many letters or more.
SHORT_WORD = 3


def join_shortened(links: Links) -> None:
    """A body's short form that no table has and the only long name that it can be made of: `Kagama`, `KSPI`; so for one of its words, as
    in `Subdit Kamneg` and `Subdit Keamanan Negara`.
    """
    lexicon = links.lexicon
    behind = {key for node in links.nodes if node.type in ("GPE", "ORG") for key in node.keys}
    long: dict[str, list[tuple[list[str], int]]] = defaultdict(list)
    full: dict[str, int] = {}
    for i, node in enumerate(links.nodes):
        if node.type == "ORG":
            for key in node.keys:
                full.setdefault(links.full(key), i)
                words = key.replace(",", "").split()
                if len(words) > 1:
                    long[words[0][0]].append((words, i))
                    for k in range(2, len(words)):
                        if " ".join(words[k:]) in behind:
                            long[words[0][0]].append((words[:k], i))
    for i, node in enumerate(links.nodes):
        # `Dittipid Siber` has a person's shape; one whose last words are a body's own is none, whatever a model weighs.
        unsure = node.type == "PER" and not node.roles and bool(node.order)
        unsure = unsure and (" " in node.keys[0] or node.weight < SETTLED * len(node.order))
        if not (unsure or node.type == "ORG") or (
            node.canon and not node.defined and key_of(node.canon) != node.keys[0]
        ):
            continue
        for key in node.keys:
            same = full.get(links.full(key)) if unsure else None
            if same is not None:
                node.type = "ORG"
                links.join(i, same, f"short form written out: {key}")
                continue
            own = key.split()
            others = [(words, j) for words, j in long.get(own[0][0], ()) if len(words) > len(own)]
            for k, short in enumerate(own if others else ()):
                if not short.isalpha() or short in lexicon.parts or _is_rank(short, lexicon):
                    continue
                known = lexicon.known.get(short) if not k else None
                if (
                    known is not None and known.type != "ORG"
                ):  # a town is called by no short form, though a club be called so
                    continue
                spelt = any(told.split()[k : k + 1] == [short.upper()] for told in node.told)
                if len(short) < (LETTERS if spelt else SYLLABLES):  # `PT LTE` of `PT Lontar Tunggal Eka`, too
                    continue
                if not spelt and (lexicon.ordinary.get(short) not in (None, "portfolio") or short in lexicon.given):
                    continue
                rest = own[k + 1 :]
                fits: dict[tuple[str, ...], int] = {}
                for words, j in others:
                    end = len(words) - len(rest)
                    if words[:k] == own[:k] and words[end:] == rest and _makes(short, words[k:end], spelt, lexicon):
                        fits.setdefault(tuple(words), j)  # two with the same words are one, with its parent and without
                if len({links.root(j) for j in fits.values()} - {links.root(i)}) == 1 == len(fits):
                    node.type = "ORG"
                    links.join(i, next(iter(fits.values())), f"short form of its words: {short}")


def _is_rank(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a rank's short form, in small letters here (`kombes`), which is no body's."""
    title = lexicon.titles.get(word.capitalize()) or lexicon.titles.get(word)
    return title is not None and title.kind == "rank"


def join_unclassed(links: Links) -> None:
    """A prison or office without its class, which reports leave out: `Lapas Kelas IIA Garut` and `Lapas Garut`, when no `Lapas Kelas I
    Garut` is named.
    """
    classed: dict[str, dict[str, int]] = defaultdict(dict)
    for i, node in enumerate(links.nodes):
        for key in node.keys if node.type == "ORG" else ():
            if (bare := without_class(key, links.lexicon)) != key:
                classed[links.full(bare)].setdefault(links.full(key), i)
    for i, node in enumerate(links.nodes) if classed else ():
        for full in [links.full(key) for key in node.keys] if node.type == "ORG" else ():
            if len(others := classed.get(full, {})) == 1:
                links.join(i, next(iter(others.values())), f"the name without its class: {full}")


def _makes(short: str, words: list[str], spelt: bool, lexicon: Lexicon) -> bool:
    """Whether a name's words make the short form: `spelt` by their first letters, else by their openings."""
    own = [w for w in words if w[0].isalnum() and not any(lexicon.is_word(w, use) for use in ("and", "foreign", "at"))]
    if spelt and short in ("".join(w[0] for w in words), "".join(w[0] for w in own)):
        return True
    if len(short) < SYLLABLES or len(own) < 2 or short.startswith(own[0]) or own[0].startswith(short):
        return False  # `Honda` is a word of `Honda Astra`, not made of its words
    return is_syllabic(short, own)


def is_syllabic(short: str, words: Sequence[str]) -> bool:
    """Whether the words in order make the short form, each by its first letter and others of its own after it (`Dit-ti-pid`); the first
    and last are among them, one between may be left out, and half of them give two letters or more.
    """
    states = {(0, 0, 0)}  # letters made, words left out, words that gave two letters or more
    for k, word in enumerate(words):
        after: set[tuple[int, int, int]] = set()
        for made, out, solid in states:
            if 0 < k < len(words) - 1 and out == 0:
                after.add((made, 1, solid))
            size, at = 0, 0
            while made + size < len(short):
                at = word.find(short[made + size], at) + 1
                if not at or (size == 0 and at > 1):
                    break
                size += 1
                after.add((made + size, out, solid + (size > 1)))
        states = after
    return any(made == len(short) and 2 * solid >= len(words) - out for made, out, solid in states)


def settle_seats(links: Links) -> None:
    """A body's seat that only ever acts is the body (`Mapolres Kalimas menolak`), any other a building (`di Mapolres Kalimas`)."""
    words, lexicon = links.words, links.lexicon
    for node in links.nodes if links.text else ():
        if node.type != "LOC" or node.keys[0].split(" ", 1)[0] not in words.openings:
            continue
        if lexicon.org_heads.get(" ".join(links.full(node.keys[0]).split()[:2])) is None:  # `Kali Lontar` is a river
            continue
        told = node.told[0]
        if all(_acts(links.text, at, at + len(told), lexicon) for at in node.order):
            node.type = "ORG"


def _acts(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a verb follows a name, and no word before it shows a place."""
    before, after = text[max(start - 20, 0) : start].lower().split()[-1:], text[end : end + 20].split()[:1]
    placed = any(lexicon.is_word(word, use) for word in before for use in ("toward", "place-sign", "mere-place"))
    return not placed and bool(after) and lexicon.acts.fullmatch(after[0]) is not None


def join_shorter(links: Links) -> None:
    """Bodies and places under a shorter form of their name, when the longer one is the only one of its kind."""
    _join_ungoverned(links)
    _join_prefixes(links)
    _join_middles(links)
    _join_headless(links)
    _join_first_words(links)
    _join_called_alike(links)


def _join_first_words(links: Links) -> None:
    """`Lontarwangi` and `Lontarwangi Racing`, when the word is no place, given name or ordinary word and opens no other name."""
    lexicon, nodes = links.lexicon, links.nodes
    single = {node.keys[0] for node in nodes if " " not in node.keys[0]}
    opened: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for i, node in enumerate(nodes):
        for key in node.keys:
            first, blank, _ = key.partition(" ")
            if blank and first in single:
                opened[first].append((key, i))
    for i, node in enumerate(nodes):
        key = node.keys[0]
        if " " in key or key not in opened or len(key) < SHORT_WORD or lexicon.is_ordinary(key) or key in lexicon.given:
            continue
        known = lexicon.known.get(key)
        plays = node.type == "ORG" and all(
            _is_club(key, long, links) for long, _ in opened[key]
        )  # a town that is a club's
        if known and known.type != "ORG" and not plays:
            continue
        if node.type == "PER" and (node.weight >= SETTLED or node.roles):
            continue
        if any(not _is_house(key, long, links) for long, _ in opened[key]):
            continue
        roots = {links.root(j) for _, j in opened[key]} - {links.root(i)}
        types = {nodes[j].type for _, j in opened[key]}
        if len(roots) == 1 and "PER" not in types and (node.type == "PER" or node.type in types or "ORG" not in types):
            node.type = nodes[opened[key][0][1]].type
            links.join(i, roots.pop(), f"the first word of the name: {key}")


def _is_house(first: str, long: str, links: Links) -> bool:
    """Whether a name is a word with what a firm, club or building is behind it; or a firm that the tables have with its country."""
    if links.words.is_word(first, "international"):
        return False
    last = long.removeprefix(f"{first} ")
    known = links.lexicon.known.get(long)
    firm = known is not None and known.type == "ORG" and links.lexicon.is_word(last, "home")
    if firm or links.words.is_word(last, "club-word"):
        return True
    own = links.lexicon.known.get(first)
    return links.words.is_word(last, "house-word") and (own is None or own.type != "ORG")  # firms of one group are two


def _is_club(first: str, long: str, links: Links) -> bool:
    return links.words.is_word(long.removeprefix(f"{first} "), "club-word")


def settle_clubs(links: Links) -> None:
    """A town's name behind the word for a player or club, and behind no word that shows a place, is the club's: `penyerang Kalimas`."""
    lexicon, text = links.lexicon, links.text
    for node in links.nodes if text else ():
        known = lexicon.known.get(node.keys[0]) if node.type == "GPE" and " " not in node.keys[0] else None
        if known is None or known.table == "countries":
            continue
        before = [word for at in node.order for word in text[max(at - 20, 0) : at].lower().split()[-1:]]
        if any(links.words.is_word(word, "plays") for word in before) and _plays(node, links):
            node.type = "ORG"


def _join_called_alike(links: Links) -> None:
    """Hospitals, roads and clubs whose names are the same but for their head words; a hospital's is more than its town's.

    Two kinds are two: `RSUD X` and `RS Islam X`, `X FC` and `X SC`. One told without its kind is the only one of that name.
    """
    places = {key for node in links.nodes if node.type == "GPE" for key in node.keys}
    shelves: dict[tuple[str, str], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for i, node in enumerate(links.nodes):
        if node.type not in ("ORG", "LOC"):
            continue
        paired = node.type == "LOC" and any("-" in told for told in node.told)
        for key in (*node.keys, *node.bases):
            for kind, rest, form in _called(key, paired, node.type, links):
                if kind != "hospital" or not (rest in places or links.lexicon.known.get(rest)):
                    shelves[kind, rest][form].append(i)
    hospitals = [rest for kind, rest in shelves if kind == "hospital"]
    for (kind, rest), forms in shelves.items():
        groups = [forms[form] for form in sorted(forms)]
        others = kind == "hospital" and any(other.endswith(f" {rest}") for other in hospitals)
        if len(groups) == 2 and "" in forms and not others and not _are_told_as_two(groups[0], groups[1], links):
            groups = [[i for group in groups for i in group]]
        for group in groups:
            for i in {*group} - {group[0]}:
                links.join(group[0], i, f"called alike: {rest}")
    clubs = {
        rest: next(iter(forms.values()))[0]
        for (kind, rest), forms in shelves.items()
        if len(forms) == 1 and kind == "club"
    }
    for i, node in enumerate(links.nodes) if clubs else ():
        for key in node.keys:
            if key in clubs and (node.type == "ORG" or _plays(node, links)):
                node.type = "ORG"
                links.join(clubs[key], i, f"called alike: {key}")


def _are_told_as_two(ones: Sequence[int], others: Sequence[int], links: Links) -> bool:
    """Whether a sentence has one of each side by side."""
    text, nodes = links.text, links.nodes
    near = (
        (min(p, q), max(p, q)) for i in ones for j in others if i != j for p in nodes[i].order for q in nodes[j].order
    )
    return any(q - p < SIDE_BY_SIDE and not SENTENCE_END.search(text, p, q) for p, q in near)


def _plays(node: Node, links: Links) -> bool:
    """Whether a town's name, of which the article has a club, never stands where the town must be meant."""
    if node.type != "GPE" or not links.text:
        return False
    before = (links.text[max(at - 12, 0) : at].split()[-1:] for at in node.order)
    return not any(words and links.lexicon.is_word(words[0].lower(), "place-sign") for words in before)


def _called(key: str, paired: bool, type_: str, links: Links) -> list[tuple[str, str, str]]:
    """What it is, the own name and the kind of a hospital, a club, or a road between two places."""
    words, lexicon = key.split(), links.lexicon
    if type_ == "LOC":
        if not paired or not lexicon.is_word(words[0], "road"):
            return []
        while len(words) > 1 and lexicon.is_word(words[0], "road"):
            words = words[1:]
        return [("route", " ".join(words), "")] if len(words) > 1 else []
    full = links.full(key).split()
    if len(full) > 2 and lexicon.is_word(" ".join(full[:2]), "hospital"):
        kinds = _kinds(full[2:], lexicon)
        return [("hospital", " ".join(full[2 + kinds :]), " ".join(full[2 : 2 + kinds]))]
    for form in (k for k in (2, 1) if len(words) > k):
        if links.words.is_word(" ".join(words[-form:]), "club-form"):
            initials = "".join(word[0] for word in words[-form:]) if form > 1 else words[-1]  # `Football Club` is `FC`
            return [("club", " ".join(words[:-form]), initials)]
    if len(words) > 1 and words[0] == "fc":
        return [("club", " ".join(words[1:]), words[0])]
    return []


def _kinds(words: Sequence[str], lexicon: Lexicon) -> int:
    """How many words behind a hospital's head are its kind, not its own name."""
    count = 0
    while count < len(words) - 1 and lexicon.is_word(words[count], "hospital-kind"):
        count += 1
    return count


def hospital_kind(words: Sequence[str], lexicon: Lexicon) -> str:
    """The kind of a hospital by the words behind its head; empty where it is told without."""
    return " ".join(words[: _kinds(words, lexicon)])


def _join_ungoverned(links: Links) -> None:
    """A body of a place told without the place's head word: `BPBD Garut` and `BPBD Kabupaten Garut`, when no `BPBD Kota Garut` is named."""
    governed: dict[str, set[int]] = defaultdict(set)
    bodies = [(i, links.full(key)) for i, n in enumerate(links.nodes) if n.type == "ORG" for key in n.keys]
    for i, full in bodies:
        words = full.split()
        for k in range(1, len(words) - 1):
            if links.lexicon.is_word(words[k], "governed"):
                governed[" ".join([*words[:k], *words[k + 1 :]])].add(links.root(i))
    for i, full in bodies if governed else ():
        others = {links.root(j) for j in governed.get(full, ())}
        if len(others) == 1 and links.root(i) not in others:
            links.join(i, others.pop(), f"the place without its head word: {full}")


def _join_prefixes(links: Links) -> None:
    """`Dinas ESDM` and `Dinas ESDM Kalimas`; a body known of the whole country is another than its office in a town."""
    nodes = links.nodes
    long: dict[str, list[tuple[str, int]]] = defaultdict(list)
    named: dict[str, set[str]] = {"ORG": set(), "GPE": set(), "LOC": set()}
    for i, node in enumerate(nodes):
        if node.type == "GPE":
            named["GPE"].update(node.keys)
        elif node.type != "PER":
            pair = any("-" in told and _is_pair(told, links.lexicon) for told in node.told)
            for full in (links.full(k) for k in node.keys):
                named[node.type].add(full)
                if not pair:
                    long[full.split(" ", 1)[0]].append((full, i))
            for key in node.keys:  # `Pemprov DKI`, which is compared as another
                if node.type == "ORG" and not pair and _is_headed_otherwise(key, links):
                    long[key.split(" ", 1)[0]].append((key, i))
    # `Kementerian Agama RI` has its country behind it, and so has all that is one with it.
    homes = {links.root(i) for i, n in enumerate(nodes) if n.type == "ORG" and _is_of_home(n, links.lexicon)}
    towns: dict[int, set[str]] = defaultdict(set)
    for i, node in enumerate(nodes):
        for town in (town_of(key, links.lexicon) for key in node.keys if node.type == "ORG"):
            if town:
                towns[links.root(i)].add(town)
    # The longest first: when a shorter one is looked at, those are one.
    among = [i for i, n in enumerate(nodes) if n.type in ("ORG", "LOC") and links.root(i) not in homes]
    for i in sorted(among, key=lambda i: -len(links.full(nodes[i].keys[0]))):
        node = nodes[i]
        own = [links.full(k) for k in node.keys]
        own += [
            k for k in node.keys if k not in own and " " not in k and is_local(links.full(k), links)
        ]  # as in `long`
        for base in (*own, *(links.full(b) for b in node.bases)):
            if any(o.startswith(base + " ") for o in own):  # this one has a place of its own behind that
                continue
            longer: set[int] = set()
            for k, j in long.get(base.split(" ", 1)[0], ()):
                if nodes[j].type != node.type or not k.startswith(base + " "):
                    continue
                if _may_leave_out(base, k[len(base) + 1 :], named, links):
                    longer.add(links.root(j))
            if len(longer) == 1 and links.root(i) not in longer:  # of two, one may be its own already
                j = longer.pop()
                both = towns[links.root(i)], towns[j]
                if all(both) and all(are_other_towns(a, b) for a in both[0] for b in both[1]):
                    continue  # `DPMD`, of Garut, is not `DPMD Provinsi Kalimas`
                links.join(i, j, f"the name without what follows: {base}")
                towns[links.root(i)] = both[0] | both[1]


def _is_headed_otherwise(key: str, links: Links) -> bool:
    """Whether a local body's name is compared under another head than its own: `Pemprov DKI`, as `Pemerintah Jakarta`."""
    full, head = links.full(key), links.full(key.split(" ", 1)[0])
    return " " in key and is_local(head, links) and not full.startswith(f"{head} ")


def town_of(key: str, lexicon: Lexicon) -> str:
    """The town, regency or province with its head word that a body's name ends with; empty where there is none."""
    words = key.split()
    k = next((k for k in range(len(words) - 1, 0, -1) if lexicon.is_word(words[k], "governed")), len(words))
    return " ".join(words[k:])


def are_other_towns(a: str, b: str) -> bool:
    """Whether two towns with their head words are two, neither told by letters: `kabupaten garut`, `provinsi jambi`."""
    lettered = any(len(town.split()) == _LETTERED and len(town.split()[1]) <= MOST_LETTERS for town in (a, b))
    return not lettered and a not in b and b not in a


def _is_of_home(node: Node, lexicon: Lexicon) -> bool:
    return any(lexicon.is_word(key.rsplit(" ", 1)[-1], "home") for key in (*node.keys, *node.bases))


def _is_pair(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is those of two known bodies, joined by a hyphen."""
    return all(lexicon.known.get(part) for part in name.split("-") if part)


def _may_leave_out(base: str, tail: str, named: Mapping[str, set[str]], links: Links) -> bool:
    """Whether a body's or place's name may stand without what follows it: its place, its country, or the body that it is of."""
    words, lexicon = links.words, links.lexicon
    first = tail.split(" ", 1)[0]
    matter = lexicon.ordinary.get(first) == "portfolio" and not lexicon.is_word(first, "governed")
    if matter or lexicon.is_word(first, "direction"):
        return False  # `Laut Lontar` and `Laut Lontar Selatan` are two, as `Dewan Perwakilan Rakyat` and `… Daerah`
    if words.is_word(base, "international") and tail in named["GPE"]:
        return False
    if words.is_word(first, "branch") or words.is_word(first, "company"):
        return False  # `PT Lontar PT Kenanga` are two without their comma
    known = lexicon.known.get(tail)
    of_body = (
        tail in named["ORG"]
        or links.full(tail) in named["ORG"]
        or tail in words.bodies
        or (known is not None and known.type == "ORG")
    )
    of_country = (known is not None and known.table == "countries") or tail in lexicon.capitals
    if base in words.bodies and not is_local(base, links):
        return of_body or of_country
    of_place = tail in named["GPE"] or of_country or (known is not None and known.type == "GPE")
    return " " in base or (base not in lexicon.ordinary and (of_body or of_place))


def is_branch(longer: str, shorter: str, links: Links) -> bool:
    """Whether a name is that of an authority of the whole country with a place behind: an office of it there, and not itself."""
    lexicon, base = links.lexicon, links.full(shorter)
    if links.words.is_word(shorter, "international"):
        return _is_of_country(longer, shorter, lexicon)
    whole = longer if longer.startswith(f"{shorter} ") else links.full(longer)
    opening = shorter if whole is longer else base
    if base not in links.words.bodies or not whole.startswith(f"{opening} "):
        return False
    told = shorter if " " in shorter else base
    if not links.words.is_word(
        told.split(" ", 1)[0], "authority"
    ):  # `Kantor SAR` of a town, a party there, a university
        return False
    place = whole[len(opening) + 1 :]
    while " " in place and lexicon.is_word(place.rsplit(" ", 1)[1], "part-of-place"):
        place = place.rsplit(" ", 1)[0]
    known = lexicon.known.get(place)
    inland = (
        known is not None and known.type == "GPE" and known.table != "countries" and not lexicon.is_word(place, "home")
    )
    foreign = lexicon.capitals.get(place, "Indonesia") != "Indonesia"
    first = place.split(" ", 1)[0]
    return (inland and not foreign) or lexicon.is_word(first, "governed") or lexicon.is_word(first, "section")


def _is_of_country(longer: str, shorter: str, lexicon: Lexicon) -> bool:
    """Whether a name is another with a country behind it: `Interpol Indonesia`."""
    known = lexicon.known.get(longer.removeprefix(f"{shorter} "))
    return longer.startswith(f"{shorter} ") and known is not None and known.table == "countries"


def _join_middles(links: Links) -> None:
    """Places with one head and one end, of which one has more between: `Stadion Suita` and `Stadion Lontar Suita`.

    So bodies, when the shorter one has a word of its own between too, or is of a kind that every place has one of (`DPRD Kalimas`).
    """
    shelves: dict[tuple[str, str, str], list[tuple[str, int]]] = defaultdict(list)
    for i, node in enumerate(links.nodes):
        if node.type in ("ORG", "LOC"):
            for key in node.keys:
                if " " in key:
                    key = _with_full_head(key, links) if node.type == "ORG" else key
                    shelves[node.type, key.split(" ", 1)[0], key.rsplit(" ", 1)[1]].append((key, i))
    for (type_, _, _), shelf in shelves.items():
        for short, i in shelf:
            if len(shelf) > 1 and (type_ == "LOC" or _has_own_word(short, links) or is_local(links.full(short), links)):
                longer = {links.root(j) for long, j in shelf if is_part(short, long)}
                if len(longer) == 1 and links.root(i) not in longer:
                    links.join(i, longer.pop(), f"the name with more between: {short}")


def _with_full_head(key: str, links: Links) -> str:
    """A body's name with its head written out: `Pansel KPK` as `Panitia Seleksi KPK`."""
    head, _, rest = key.partition(" ")
    return f"{links.full(head)} {rest}" if links.lexicon.org_heads.get(head) is not None else key


def _has_own_word(key: str, links: Links) -> bool:
    """Whether a body's name has a word between its head and its last: not `Rumah Sakit Kalimas`."""
    words = key.split()
    heads = links.lexicon.org_heads
    head = next((k for k in range(min(len(words) - 1, 4), 1, -1) if heads.get(" ".join(words[:k]))), 1)
    return len(words) > head + 1


def is_local(full: str, links: Links) -> bool:
    """Whether every place has a body of this kind."""
    return any(links.words.is_word(word, "local") for word in full.split())


def _join_headless(links: Links) -> None:
    """`PT Lontarwangi Jaya` and `Lontarwangi`, `Pulau Lontar` and `Lontar`, when nothing else is called so."""
    nodes = links.nodes
    headed: dict[str, set[int]] = defaultdict(set)
    firms: dict[str, set[int]] = defaultdict(set)
    for i, node in enumerate(nodes):
        if node.type in ("ORG", "LOC"):
            for key in node.keys:
                head, _, rest = key.partition(" ")
                if rest and links.words.is_word(head, "company" if node.type == "ORG" else "feature"):
                    headed[rest.split(" ", 1)[0]].add(i)
                full = links.full(key) if node.type == "ORG" else key
                if full != key and key.startswith(full + " "):  # `Lontar Group`
                    firms[full].add(i)
                named = full.partition(" ")[2]
                if named and " " not in named and links.words.is_word(head, "company"):  # `PT Lontar Tbk`
                    firms[named].add(i)
    _join_firms(firms, links)
    if not headed:
        return
    sizes = links.sizes()
    for i, node in enumerate(nodes):
        for key in node.keys:
            others = headed.get(key.split(" ", 1)[0])
            joined = sizes[links.root(i)] > 1 and node.type != "LOC"  # but `Tol Lonwa` of what a bracket calls Lonwa
            if (
                not others
                or (joined and (node.type == "GPE" or " " not in key))
                or (node.type == "PER" and node.weight >= SETTLED)
            ):
                continue
            placed = node.type in ("GPE", "LOC") and node.weight >= PLACED
            known = links.lexicon.known.get(key)
            natural = links.words.is_word(key.split(" ", 1)[0], "feature")  # `Bandara Pulau Lontar` is no island
            fits = {
                j
                for j in others
                if not joined or (nodes[j].type == "ORG" and not is_local(links.full(key), links))
                if (known is None or known.type == nodes[j].type)
                and not (placed and nodes[j].type == "ORG")
                and not (natural and not links.lexicon.is_word(nodes[j].keys[0].split(" ", 1)[0], "road"))
                and any(
                    _is_headless(key, k, nodes[j].type == "ORG" and known is None and not joined) for k in nodes[j].keys
                )
            }
            if len({links.root(j) for j in fits} - {links.root(i)}) == 1:
                node.type = nodes[min(fits)].type
                links.join(i, min(fits), f"the name without its head word: {key}")


def _join_firms(firms: Mapping[str, set[int]], links: Links) -> None:
    """`Lontar` and `Lontar Group`, `PT Lontar Tbk` and what a bracket calls Lontar, when all that is called so is one firm."""
    for i, node in enumerate(links.nodes) if firms else ():
        known = links.lexicon.known.get(node.keys[0])
        if (node.type != "ORG" and (node.weight >= SETTLED or node.roles)) or (known and known.type != "ORG"):
            continue
        others = {links.root(j) for key in node.keys for j in firms.get(key, ())} - {links.root(i)}
        if len(others) == 1:
            node.type = "ORG"
            links.join(i, others.pop(), f"the name without its head word: {node.keys[0]}")


def _is_headless(key: str, long: str, shorter: bool) -> bool:
    """Whether a key is a longer one without its head; or, `shorter`, without what follows, too."""
    rest = long.partition(" ")[2]
    return rest == key or (shorter and rest.startswith(key + " "))
