"""The words of a story: each form taken apart once, and how often its lemma stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from runut.comparing.lemmas import Lemmas
from runut.comparing.wordlines import read_lines
from runut.lang import Language, morphology
from runut.model import Reading
from runut.text import WORD


class Words:
    """How often lemmas stand in the bodies of some readings (`uses`), in how many (`reports`), and which in headlines (`headlined`).

    `articles` are the ids of their articles: the words are of these readings and no others.
    """

    def __init__(self, readings: Sequence[Reading], language: Language, lemmas: Lemmas | None = None) -> None:
        self._lemmas = lemmas or Lemmas(language)
        self.articles = tuple(reading.article.id for reading in readings)
        self.lines = tuple(tuple(read_lines(reading, self.analyse)) for reading in readings)
        self.headlined = frozenset(
            lemma for reading in readings for lemma in self.lemmas_of(reading.article.title or "")
        )
        self.uses: Counter[str] = Counter()
        self.reports: Counter[str] = Counter()
        titles = (word[0].lower() for r in readings for word in WORD.finditer(r.article.title or ""))
        self._forms = dict.fromkeys(titles)
        for lines in self.lines:
            forms = Counter(low for line in lines for low in line.low)
            self._forms.update(dict.fromkeys(forms))
            here: Counter[str] = Counter()
            for low, count in forms.items():
                here[self.lemma(low)] += count
            self.uses.update(here)
            self.reports.update(here.keys())

    def analyse(self, low: str) -> morphology.Analysis:
        """The analysis of a word in small letters."""
        return self._lemmas.analyse(low)

    def lemma(self, low: str) -> str:
        """The lemma of a word in small letters."""
        return self.analyse(low).lemma

    def lemmas_of(self, text: str) -> frozenset[str]:
        """The lemmas of the words of a text."""
        return frozenset(self.lemma(word[0].lower()) for word in WORD.finditer(text))

    def forms(self) -> Iterator[tuple[str, str]]:
        """Each form of the story with its lemma."""
        for form in self._forms:
            yield form, self.lemma(form)
