"""Which days a value of a date covers."""

from __future__ import annotations

from datetime import date

import pytest

from runut.model.periods import days_of


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        ("2025-05-31", date(2025, 5, 31), date(2025, 5, 31)),
        ("2025-05-31T10:30", date(2025, 5, 31), date(2025, 5, 31)),
        ("2025-05-31T17:10+07:00", date(2025, 5, 31), date(2025, 5, 31)),
        ("2025-05-31TEV", date(2025, 5, 31), date(2025, 5, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-12", date(2025, 12, 1), date(2025, 12, 31)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2026-W01", date(2025, 12, 29), date(2026, 1, 4)),
        ("2025-05-31/2025-06-02", date(2025, 5, 31), date(2025, 6, 2)),
        ("2019/2024", date(2019, 1, 1), date(2024, 12, 31)),
    ],
)
def test_a_value_covers_its_days(value: str, low: date, high: date) -> None:
    assert days_of(value) == (low, high)


@pytest.mark.parametrize(
    "value", [None, "", "PRESENT_REF", "2025-13", "2025-02-30", "2025-05-31/", "/2025", "0000", "2025-W60", "kemarin"]
)
def test_what_is_no_day_covers_none(value: str | None) -> None:
    assert days_of(value) == (None, None)
