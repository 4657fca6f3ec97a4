"""The bench of quotations: text put together from tokens, and our findings in the corpus's conventions."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))

import bench_quotes  # noqa: E402 - the tools are no package
from bench_quotes import Token  # noqa: E402

# A report as the corpus prints one, in our own words: the marks of quotation alike, the opening one at a line's end.
LINES = """
O Tirtasari|O ,|O KOMPAS|O —|O Tanggul|O itu|O retak|O .
B-ROLE Kepala|B-AFFILIATION Dinas|I-AFFILIATION Pengairan|L-AFFILIATION Tirtasari|B-PERSON Ratna|L-PERSON Prawira|O mengatakan|O ,|O air|O surut|O .|B-STATEMENT ”
I-STATEMENT Kami|I-STATEMENT jaga|I-STATEMENT tanggul|I-STATEMENT itu|I-STATEMENT sampai|I-STATEMENT besok|I-STATEMENT ,|L-STATEMENT ”|U-CUE kata|U-PERSONCOREF Ratna|O .
O Sugeng|O (|O 45|O )|O ,|O warga|O Tirtasari|O ,|O datang|O .|O ”
O Rumah|O kami|O terendam|O air|O ,|O ”|O kata|O Sugeng|O .
"""  # noqa: E501 - a line of the corpus each


def lines() -> list[list[Token]]:
    """The lines above as the corpus has them; U, L and so on complete the roles of one token."""
    out = []
    for line in LINES.strip().split("\n"):
        tokens = []
        for item in line.split("|"):
            label, word = item.split(" ")
            tokens.append((word, "U-ROLE" if label == "B-ROLE" else label))
        out.append(tokens)
    return out


def test_text_is_set_as_a_newspaper_sets_it_and_every_token_leads_back() -> None:
    document = bench_quotes.put_together(lines())
    assert "air surut. ”Kami jaga tanggul itu sampai besok,” kata Ratna. Sugeng (45), warga" in document.text
    words = [word for line in lines() for word, _ in line]
    spans = zip(document.starts, document.ends, strict=True)
    assert [document.text[a:b] for a, b in spans] == words


@pytest.mark.parametrize(
    ("labels", "spans"),
    [
        (["B-A", "I-A", "L-A", "O", "U-B"], [(0, 3, "A"), (4, 5, "B")]),
        (["O", "L-A", "U-A"], [(2, 3, "A")]),
        (["B-A", "O", "B-B", "L-B"], [(2, 4, "B")]),
    ],
)
def test_spans_of_labels(labels: list[str], spans: list[bench_quotes.Span]) -> None:
    assert bench_quotes.spans_of(labels) == spans


def test_our_findings_are_told_as_the_corpus_marks_them() -> None:
    counts, odd = bench_quotes.measure([bench_quotes.put_together(lines())])
    assert odd == {}, odd
    assert counts["right", "STATEMENT"] == 1
    assert "| STATEMENT | 1 | 1 | 1.000 | 1.000 | 1.000 |" in bench_quotes.table(counts)
