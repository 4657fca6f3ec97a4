"""Persons, organisations and places, linked within one article."""

from __future__ import annotations

from collections import defaultdict

from runut.codec import content_id
from runut.lang import Language
from runut.model import Article, Credits, Mention, Name
from runut.reading.names import lexicon as lexicon_
from runut.reading.names import words as words_
from runut.reading.names.deciding import decide, offices_beside
from runut.reading.names.lexicon import Lexicon
from runut.reading.names.linking import Links, Node, join_parts, join_told, key_of, link, office_of
from runut.reading.names.scan import Found
from runut.reading.names.spotting import spot
from runut.text import View

# A name needs this much evidence to be told; a capital at the opening of a sentence alone has 0.4, inside one 1.
ENOUGH = 1.0


def find(article: Article, view: View, credits: Credits, language: Language) -> tuple[Name, ...]:
    """The names of one article, each with all its mentions, in the order of their first mention."""
    lexicon = language.derive(lexicon_.compile_tables)
    words = words_.unglue(words_.split(view), lexicon.is_known, lexicon.is_ordinary, lexicon.function)
    found = spot(view.text, words, lexicon)
    nodes = decide(found, view.text, lexicon.listed)
    links = link(nodes, lexicon)
    join_told(found.same, nodes, links)
    join_parts(nodes, links, lexicon)
    return _tell(article, view, found, nodes, links, lexicon)


class _Mentions:
    """The mentions of each group by span, in offsets of the article."""

    def __init__(self, article: Article, view: View) -> None:
        self._article, self._view = article, view
        self.of: dict[object, dict[tuple[int, int], Mention]] = defaultdict(dict)

    def put(self, group: object, start: int, end: int, rule: str, role: str | None = None) -> None:
        """Note `view.text[start:end]` as a mention, unless the group has one there."""
        a, b = self._view.span(start, end)
        self.of[group].setdefault((a, b), Mention(start=a, end=b, text=self._article.text[a:b], rule=rule, role=role))

    def told(self, group: object) -> tuple[Mention, ...]:
        """The group's mentions in the order of the text, the longer first."""
        return tuple(sorted(self.of[group].values(), key=lambda m: (m.start, -m.end)))


def _tell(
    article: Article, view: View, found: Found, nodes: list[Node], links: Links, lexicon: Lexicon
) -> tuple[Name, ...]:
    """The groups that have enough evidence, as records."""
    at_key = {node.keys[0]: i for i, node in enumerate(nodes)}
    mentions = _Mentions(article, view)
    roles: dict[int, list[str]] = defaultdict(list)
    holders: dict[str, set[int]] = defaultdict(set)
    for one in sorted(found.spots, key=lambda s: (s.start, -s.end)):
        node = nodes[at_key[key_of(one.core)]]
        root = links.root(at_key[key_of(one.core)])
        given = [one.role] if one.role else []
        if node.type == "PER":
            given += offices_beside(found, one, view.text)
        for role in given:
            holders[office_of(role, lexicon)].add(root)
            if role not in roles[root]:
                roles[root].append(role)
        beside = given[0] if given else None
        if one.outer is not None:
            mentions.put(root, one.outer, one.end, one.rule, beside)
        mentions.put(root, one.start, one.end, one.rule, beside)
    vacant: dict[str, str] = {}
    for office in (o for o in found.offices if o.single):
        words = view.text[office.start : office.end]
        name = office_of(words, lexicon)
        held = holders.get(name, set())
        if len(held) == 1:
            mentions.put(min(held), office.start, office.end, "office-of-one-holder")
        elif not held:
            vacant.setdefault(name, words)
            mentions.put(name, office.start, office.end, "office-without-holder")
    groups: dict[int, list[Node]] = defaultdict(list)
    for i, node in enumerate(nodes):
        groups[links.root(i)].append(node)
    out = [
        _name(article, *_head(group, lexicon), mentions.told(root), roles[root])
        for root, group in groups.items()
        if _is_told(group)
    ]
    out += [_name(article, "PER", words, mentions.told(name), [words]) for name, words in vacant.items()]
    return tuple(sorted(out, key=lambda n: (n.mentions[0].start, -n.mentions[0].end, n.name)))


def _is_told(group: list[Node]) -> bool:
    return max(node.weight for node in group) >= ENOUGH


def _head(group: list[Node], lexicon: Lexicon) -> tuple[str, str]:
    """The type of a group and its fullest name."""
    best = max(group, key=lambda n: (n.weight, n.keys))
    country = next((n.canon for n in group if n.canon and lexicon.is_country(n.canon)), None)
    if country and best.type == "GPE":
        return "GPE", country
    fullest = max(group, key=lambda n: (n.type == best.type, n.keys[0].count(" "), len(n.order), n.keys))
    return best.type, fullest.told[0]


def _name(article: Article, type_: str, name: str, mentions: tuple[Mention, ...], roles: list[str]) -> Name:
    return Name(
        id=content_id("name", article.id, type_, name.lower()),
        type=type_,
        name=name,
        mentions=mentions,
        roles=tuple(roles),
        aliases=tuple(dict.fromkeys(m.text for m in mentions)),
    )
