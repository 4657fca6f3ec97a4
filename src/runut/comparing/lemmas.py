"""Words taken apart once for a whole story: its steps ask for the same forms again and again."""

from __future__ import annotations

from runut.lang import Language, morphology


class Lemmas:
    """The analyses of the forms that were asked for, kept for one call of comparing."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._known: dict[str, morphology.Analysis] = {}

    def analyse(self, form: str) -> morphology.Analysis:
        """The analysis of a form."""
        known = self._known.get(form)
        if known is None:
            known = self._known[form] = morphology.analyse(form, self._language)
        return known

    def lemma(self, form: str) -> str:
        """The lemma of a form."""
        return self.analyse(form).lemma
