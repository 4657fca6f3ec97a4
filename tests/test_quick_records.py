"""Findings are made fast and are as frozen as any record."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, replace

import pytest

from runut.model import Mention, Sentence


def test_a_finding_is_what_its_fields_say() -> None:
    mention = Mention(start=3, end=7, text="Rini", rule="titled")
    assert (mention.start, mention.end, mention.text, mention.rule, mention.role) == (3, 7, "Rini", "titled", None)
    assert type(mention) is Mention
    assert mention == Mention(start=3, end=7, text="Rini", rule="titled", role=None)
    assert mention != replace(mention, role="Bupati")
    assert len({mention, copy.deepcopy(mention), pickle.loads(pickle.dumps(mention))}) == 1


def test_it_cannot_be_changed() -> None:
    sentence = Sentence(start=0, end=12, paragraph=0)
    with pytest.raises(FrozenInstanceError):
        sentence.end = 13  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del sentence.end


def test_a_field_without_a_default_must_be_given() -> None:
    with pytest.raises(TypeError, match=r"Mention\.__init__.*'rule'"):
        Mention(start=3, end=7, text="Rini")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Mention(3, 7, "Rini", "titled")  # type: ignore[misc]
