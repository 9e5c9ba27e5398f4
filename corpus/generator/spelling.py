"""Dates, times, sums and ordinals in the spellings that minutes have."""

from __future__ import annotations

from datetime import date, time
from random import Random

# ruff: noqa: E501
# fmt: off
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
DATE_STYLES = (
    "{d} {m} {y}", "{o} {m} {y}", "{w} {d} {m} {y}", "{w} {o} {m} {y}", "{o} {m}, {y}", "{w}, {d} {m} {y}", "{w}, {o} {m}, {y}", "{d} {m}, {y}", "{w} {o} {m}, {y}", "{w}, {o} {m} {y}",
    "{d}/{n}/{y}", "{dd}/{nn}/{y}", "{dd}.{nn}.{y}", "the {o} {m} {y}", "{o} of {m} {y}", "{o} day of {m}, {y}", "{d} {a} {y}", "{o} {a} {y}",
)
MONTH_FIRST = ("{m} {d}, {y}", "{w}, {m} {d}, {y}", "{m} {o}, {y}", "{a} {d}, {y}")
TIME_STYLES = ("{h}.{mm}pm", "{h}.{mm} pm", "{h}:{mm}pm", "{h}:{mm} pm", "{h}.{mm} p.m.", "{H}:{mm}", "{H}.{mm} hours", "{H}{mm} hrs", "{h}:{mm} PM", "{H}{mm} hours", "{h}.{mm}PM", "{h}:{mm} p.m.")
UNITS = "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()


def ordinal(day: int) -> str:
    """7 -> 7th."""
    suffix = "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{suffix}"


def spell_date(day: date, style: str) -> str:
    """A date in a style."""
    month = MONTHS[day.month - 1]
    short = month if len(month) < 5 else ("Sept" if month == "September" else month[:3])
    return style.format(
        d=day.day, o=ordinal(day.day), m=month, a=short, y=day.year, w=DAYS[day.weekday()], n=day.month, dd=f"{day.day:02}", nn=f"{day.month:02}"
    )


def spell_time(at: time, style: str) -> str:
    """A time in a style; whole hours may lose their minutes."""
    if style == "bare":
        hour = at.hour % 12 or 12
        minutes = f".{at.minute:02}" if at.minute else ""
        return f"{hour}{minutes}{'pm' if at.hour >= 12 else 'am'}"
    text = style.format(h=at.hour % 12 or 12, H=f"{at.hour:02}", mm=f"{at.minute:02}")
    if at.hour < 12:
        for late, early in (("pm", "am"), ("p.m.", "a.m."), ("PM", "AM")):
            text = text.replace(late, early)
    return text


def money(rng: Random, sign: str) -> str:
    """A sum."""
    amount = rng.choice((rng.randint(20, 990), rng.randint(1000, 98000), rng.randint(1, 40) * 50))
    shape = rng.randint(0, 4)
    if shape == 0:
        return f"{sign}{amount:,}.{rng.randint(0, 99):02}"
    if shape == 1:
        return f"{sign}{rng.randint(1, 40)}.{rng.randint(1, 9)}m"
    return f"{sign}{amount:,}"


def roman(number: int) -> str:
    """4 -> iv."""
    out = ""
    for value, letters in ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while number >= value:
            out, number = out + letters, number - value
    return out
