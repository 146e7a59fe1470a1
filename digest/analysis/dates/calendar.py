"""Calendar, days, weeks, months and years as ISO 8601 values."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""As ISO 8601-2 numbers them in the place of a month."""
_CLOSE = timedelta(days=30)
FIRST_QUARTER = 33
"""The number of a year's first quarter, as ISO 8601-2 has it."""


def day_of(year: int, month: int, day: int) -> str | None:
    """A day of the calendar; None where there is none such."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def month_of(year: int, month: int) -> str:
    """A month of a year; months before the first and behind the twelfth are those of the years beside it."""
    months = year * 12 + month - 1
    return f"{year_of(months // 12)}-{months % 12 + 1:02}"


def year_of(year: int) -> str:
    """A year of four digits.

    Raises:
        OverflowError: a year that no `date` has, as `date` raises it.
    """
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError
    return f"{year:04}"


def week_of(day: date) -> str:
    """The week that a day lies in."""
    year, week, _ = day.isocalendar()
    return f"{year_of(year)}-W{week:02}"


def weekend_of(saturday: date) -> str:
    """The weekend that a Saturday opens."""
    return f"{saturday}/{saturday + timedelta(days=1)}"


def nearest_day(month: int, day: int, today: date, *, ahead: int) -> str | None:
    """The day of a year that is not said: the nearest to `today`; the next where `ahead` is 1, the last where it is -1.

    What runs "from January 23" may have begun: a day close to `today` is never one of another year.
    """
    near = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            near.append(date(year, month, day))
        except ValueError:
            continue
    if ahead > 0:
        near = [it for it in near if it >= today - _CLOSE] or near
    elif ahead < 0:
        near = [it for it in near if it <= today + _CLOSE] or near
    return min(near, key=lambda it: abs((it - today).days)).isoformat() if near else None


def nearest_month(month: int, today: date, *, ahead: int) -> str:
    """The month of a year that is not said: the last such, the next where `ahead` is 1, the nearest where it is 0."""
    behind = (today.month - month) % 12
    if ahead > 0 or (ahead == 0 and behind > 6):
        return month_of(today.year, today.month + (month - today.month) % 12)
    return month_of(today.year, today.month - behind)


def counted_from(today: date, number: int, unit: str) -> str:
    """So many days, weeks, months, years or decades from `today`, as precise as the unit."""
    if unit == "day":
        return (today + timedelta(days=number)).isoformat()
    if unit == "week":
        return week_of(today + timedelta(weeks=number))
    if unit == "month":
        return month_of(today.year, today.month + number)
    return year_of(today.year + number * (10 if unit == "decade" else 1))


def last_day_of(today: date, unit: str) -> date:
    """The last day of the month or the year that `today` lies in."""
    month = 12 if unit == "year" else today.month
    return today.replace(month=month, day=monthrange(today.year, month)[1])


def stretch_before(today: date, number: int, unit: str) -> str:
    """The past so many days, weeks, months, years or decades, as an interval."""
    if unit in ("day", "week"):
        return f"{today - timedelta(days=number * (7 if unit == 'week' else 1))}/{today}"
    return f"{counted_from(today, -number, unit)}/{counted_from(today, 0, unit)}"
