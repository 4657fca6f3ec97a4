"""Names of minors and of victims of sexual offences, flagged and covered in what leaves the house."""

from __future__ import annotations

from runut.masking.covering import cover_by, cover_pattern, cover_words, mask
from runut.masking.flagging import RULES, Flag, flag
from runut.verifying import COVER

__all__ = ["COVER", "RULES", "Flag", "cover_by", "cover_pattern", "cover_words", "flag", "mask"]
