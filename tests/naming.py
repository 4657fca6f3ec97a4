"""The names of a text by themselves, as tests of names read them."""

from __future__ import annotations

from runut import codec, lang, text
from runut.model import Article, Credits, Name
from runut.reading import names

INDONESIAN = lang.load("id")


def read(body: str) -> tuple[Name, ...]:
    """The names of a text."""
    article = Article(id=codec.article_id("a.txt", body), source="a.txt", text=body, sha256=codec.sha256(body))
    return names.find(article, text.view(body, INDONESIAN), Credits(), INDONESIAN)


def types(body: str) -> dict[str, str]:
    """Every form of a text, with the type of its name."""
    return {m.text: n.type for n in read(body) for m in n.mentions}


def owners(body: str) -> dict[str, str]:
    """Every form of a text, with the name that it is of."""
    return {m.text: n.name for n in read(body) for m in n.mentions}


def same(body: str, a: str, b: str) -> bool:
    """Whether two forms of a text are of one name."""
    owner = owners(body)
    return a in owner and owner.get(a) == owner.get(b)


def roles(body: str) -> dict[str, list[str]]:
    """The offices of each person of a text."""
    return {n.name: list(n.roles) for n in read(body) if n.type == "PER"}


def bodies(body: str) -> set[str]:
    """The names of the bodies of a text."""
    return {n.name for n in read(body) if n.type == "ORG"}
