"""An entity as a record: its name and other forms, the roles as of when, each join with its reason, and what is near it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from runut.codec import content_id
from runut.comparing.entities.dismissals import Losses, lost_by
from runut.comparing.entities.joining import WEAK_RULES, Member, is_office
from runut.lang import Language
from runut.model import Entity, EntityMention, Held, Joining, Place, Related
from runut.reading.names.keys import LinkWords, in_full, is_former, key_of, office_of
from runut.reading.names.lexicon import Lexicon

# Where this many reports have one name, a fuller one of a single report is more likely a slip (`Rini Wijayanti Buka Suara`).
OFTEN = 3

# The kinds of titles that are no office.
_PERSONAL = ("rank", "honorific", "suffix")
_WORD = re.compile(r"[^\W_]+")

Edge = tuple[Member, Member, str]
"""Two names that a rule made one, and its reason: the rule, a colon, what it saw."""


def entity_of(
    group: Sequence[Member],
    reasons: Sequence[str],
    edges: Sequence[Edge],
    days: Mapping[str, str | None],
    words: LinkWords,
    losses: Losses,
) -> Entity:
    """The entity that some names are, with all their mentions; `days` are those of the reports, `losses` the dismissals that they tell."""
    persons = [name for _, name in group if not is_office(name)] or [name for _, name in group]
    if any(name.type == "PER" for name in persons):  # nobody's name is the letters that he is called by
        persons = [name for name in persons if not name.name.isupper() or " " in name.name] or persons
    names = Counter(name.name for name in persons)
    told = [n for n in names if names[n] > 1] if max(names.values()) >= OFTEN else list(names)
    fullest = max(told, key=lambda n: (n.count(" ") + 1, names[n], n))
    sure = [name for _, name in group if any(m.rule not in WEAK_RULES for m in name.mentions)]
    types = Counter(name.type for name in sure or [name for _, name in group])
    headed = any(m.rule.startswith("org-head:") for _, name in group if name.type == "ORG" for m in name.mentions)
    if headed and set(types) == {"ORG", "PER"}:  # no person's name has the head word of a body
        types = Counter({"ORG": 1})
    type_ = max(types, key=lambda t: (types[t], t))
    members = tuple(sorted((article, name.id) for article, name in group))
    mentions = {
        (article, m.start, m.end): EntityMention(article=article, start=m.start, end=m.end, text=m.text)
        for article, name in group
        for m in name.mentions
    }
    forms = Counter(" ".join(m.text.split()) for m in mentions.values())
    roles = Counter(role for _, name in group for role in name.roles)
    return Entity(
        id=content_id("entity", type_, fullest, members[0]),
        type=type_,
        name=fullest,
        mentions=tuple(mentions[k] for k in sorted(mentions, key=lambda k: (k[0], k[1], -k[2]))),
        roles=tuple(sorted(roles, key=lambda r: (-roles[r], r))),
        members=members,
        why=tuple(sorted(set(reasons))),
        aliases=tuple(sorted((f for f in forms if f != fullest), key=lambda f: (-forms[f], f))),
        held=_held(group, days, words, losses),
        joins=tuple(
            Joining(a=(a[0], a[1].id), b=(b[0], b[1].id), rule=why.partition(":")[0].replace(" ", "-"), why=why)
            for a, b, why in edges
        ),
    )


def _held(
    group: Sequence[Member], days: Mapping[str, str | None], words: LinkWords, losses: Losses
) -> tuple[Held, ...]:
    """The offices of a person, each as the reports give it; two renderings of one office are one, and a rank alone is none.

    An office that a report says he was dismissed from is told as a former one, too.
    """
    lexicon = words.lexicon
    told: dict[tuple[bool, str], list[tuple[str, Place]]] = defaultdict(list)
    for article, name in group:
        for role in name.roles:
            if _is_rank(role, lexicon):
                continue
            office = is_former(role, lexicon), office_of(role, lexicon)
            told[office] += [
                (role, Place(article=article, start=m.start, end=m.end)) for m in name.mentions if m.role == role
            ]
    first = {
        min(role for role, _ in places): min(
            (day for _, place in places if (day := days.get(place.article))), default=None
        )
        for (former, _), places in told.items()
        if places and not former
    }
    for lost in lost_by(group, losses, first, words) if losses and first else ():
        told[True, office_of(lost.role, lexicon)].append((lost.role, lost.place))
    out = []
    for (former, _), places in told.items():
        if places:
            spelt = Counter(role for role, _ in places)
            seen = sorted(day for day in {days.get(place.article) for _, place in places} if day)
            out.append(
                Held(
                    role=min(spelt, key=lambda r: (-spelt[r], -len(r), r)),
                    first=seen[0] if seen else None,
                    last=seen[-1] if seen else None,
                    evidence=_outermost(place for _, place in places),
                    former=former,
                )
            )
    return tuple(sorted(out, key=lambda h: (h.former, h.first or "", h.role)))


def _is_rank(role: str, lexicon: Lexicon) -> bool:
    """Whether a role is but ranks and forms of address: `Irjen. Pol. Dr`, `Letjen TNI`."""
    words, at, ranked = _WORD.findall(role), 0, False
    while at < len(words):
        last, kind = at, ""
        for end in range(len(words), at, -1):
            title = lexicon.titles.get(" ".join(words[at:end]))
            if title is not None:
                last, kind = end, title.kind
                break
        if kind not in _PERSONAL and not (ranked and lexicon.is_word(words[at].lower(), "of-rank")):
            return False
        ranked, at = True, max(last, at + 1)
    return ranked


def _outermost(places: Iterable[Place]) -> tuple[Place, ...]:
    """The places that lie in no other, in order: a name that stands with its office, not the name in it."""
    out: list[Place] = []
    for place in sorted(set(places), key=lambda p: (p.article, p.start, -p.end)):
        if not (out and out[-1].article == place.article and place.end <= out[-1].end):
            out.append(place)
    return tuple(out)


def relate(entities: Sequence[Entity], words: LinkWords, language: Language) -> list[Entity]:
    """The entities with what is near each and not it: of whom a seat of power acts, of which body another is a part, who has the name."""
    near: dict[str, dict[tuple[str, str], str]] = defaultdict(dict)
    countries = {e.name: e.id for e in entities if e.type == "GPE" and words.lexicon.is_country(e.name)}
    powers = {key_of(row["form"]): row["country"] for row in language.table("seats_of_power")}
    bodies = {in_full(key_of(e.name), words): e for e in entities if e.type == "ORG"}
    for full, body in bodies.items():
        country = countries.get(powers.get(key_of(body.name), ""))
        if country is not None:
            near[body.id][country, "acts-for"] = f"acts for its country: {powers[key_of(body.name)]}"
        told = full.split()
        whole = next((bodies[tail] for k in range(1, len(told)) if (tail := " ".join(told[k:])) in bodies), None)
        if whole is not None:
            near[body.id][whole.id, "part-of"] = f"its name ends in that of the whole: {whole.name}"
    shared: dict[str, set[str]] = defaultdict(set)
    for entity in (e for e in entities if e.type == "PER"):
        for form in {entity.name, *entity.aliases}:
            shared[key_of(form)].add(entity.id)
    for key in sorted(shared):
        for one in shared[key] if len(shared[key]) > 1 else ():
            for other in shared[key] - {one}:
                near[one][other, "same-name"] = f"both are called so: {key}"
    return [
        replace(
            e,
            related=tuple(
                Related(entity=k[0], how=k[1], why=near[e.id][k])
                for k in sorted(near[e.id], key=lambda k: (k[1], k[0]))
            ),
        )
        for e in entities
    ]
