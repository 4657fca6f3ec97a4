"""One report as a TimeML document: its text with every time expression as a TIMEX3."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from runut import lang, pipeline
from runut.lang import Language
from runut.model import Reading, Timex

# What XML 1.0 cannot hold.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(reading: Reading, using: Mapping[str, Language] | None = None) -> str:
    """The report as TimeML 1.2.1: document id, creation time (the day it counts from), headline, and the text with TIMEX3 in it.

    `using` are the languages, when they are loaded already. The text is kept to the character, but for characters that XML cannot hold,
    which become U+FFFD.
    """
    using = {code: lang.load(code) for code in lang.codes()} if using is None else using
    article = reading.article
    text, out, at = article.text, [], 0
    for n, timex in enumerate(pipeline.find_timexes(reading, using), 1):
        out += [_escape(text[at : timex.start]), _tag(n, timex)]
        at = timex.end
    out.append(_escape(text[at:]))
    day = reading.anchor.day or ""
    title = article.title or reading.credits.title
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        ' xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">',
        f"<DOCID>{_escape(article.id)}</DOCID>",
        f'<DCT><TIMEX3 tid="t0" type="DATE" value="{day}" temporalFunction="false" functionInDocument="CREATION_TIME">'
        f"{day}</TIMEX3></DCT>"
        if day
        else "<DCT/>",
        f"<TITLE>{_escape(title)}</TITLE>" if title else "<TITLE/>",
        f"<TEXT>{''.join(out)}</TEXT>",
        "</TimeML>",
    ]
    return "\n".join(lines) + "\n"


def _tag(number: int, timex: Timex) -> str:
    mod = f" mod={quoteattr(timex.mod)}" if timex.mod else ""
    value = quoteattr(timex.value)
    return f'<TIMEX3 tid="t{number}" type="{timex.type}" value={value}{mod}>{_escape(timex.text)}</TIMEX3>'


def _escape(text: str) -> str:
    return escape(_NO_XML.sub("\ufffd", text))
