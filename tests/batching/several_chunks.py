"""Files of a few reports as several chunks, for the tests of batch."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from runut.intake import pieces


@pytest.fixture(scope="module", autouse=True)
def no_file_is_small() -> Iterator[None]:
    """So that a file of a few reports is several chunks."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pieces, "SMALL_BYTES", 0)
        yield
