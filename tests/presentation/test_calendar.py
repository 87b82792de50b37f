"""A calendar that others import (RFC 5545), read back by a reader of calendars."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from clusters_cli.foundations.hidden import visible
from clusters_cli.foundations.text import Text
from clusters_cli.presentation.formats import named
from clusters_cli.presentation.formatting import formatted
from clusters_cli.presentation.reader import Reader
from clusters_cli.presentation.report import CalendarEvent
from tests.presentation.entries import HOSTILE, report_of

CLAIM = CalendarEvent(date(2027, 3, 31), "region-2027-claim-1", "Claim to the Région", "40 % of the costs\nart. 4; §2")


def calendar(*events: CalendarEvent, language: str = "en") -> str:
    return str(formatted(report_of(events=events), named("ics"), Reader(language)))


def read(text: str) -> list[Any]:
    whole: Any = Calendar.from_ical(text)
    assert not whole.errors
    return list(whole.events)


def test_an_event_is_of_a_day_and_made_on_the_day_of_the_answer() -> None:
    assert calendar(CLAIM).split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//clusters-cli//treasury//EN",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        "UID:region-2027-claim-1@clusters-cli",
        "DTSTAMP:20261126T000000Z",
        "DTSTART;VALUE=DATE:20270331",
        "SUMMARY:Claim to the Région",
        "DESCRIPTION:40 % of the costs\\nart. 4\\; §2",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_a_reader_of_calendars_finds_what_was_written() -> None:
    (event,) = read(calendar(CLAIM))

    assert event["DTSTART"].dt == date(2027, 3, 31)
    assert (str(event["SUMMARY"]), str(event["DESCRIPTION"])) == (CLAIM.title, CLAIM.description)


def test_a_title_is_in_the_language_of_the_reader() -> None:
    event = CalendarEvent(date(2027, 3, 31), "x", Text("As of {day}.", day=date(2027, 3, 31)))

    assert "SUMMARY:Situation au 31/03/2027.\r\n" in calendar(event, language="fr")


def test_two_events_of_one_name_stay_two() -> None:
    assert [str(event["UID"]) for event in read(calendar(CLAIM, CLAIM, CLAIM))] == [
        "region-2027-claim-1@clusters-cli",
        "region-2027-claim-1-2@clusters-cli",
        "region-2027-claim-1-3@clusters-cli",
    ]


def test_the_same_calendar_is_the_same_file_whenever_it_is_written() -> None:
    assert calendar(CLAIM) == calendar(CLAIM)


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])).filter(lambda text: visible(text) == text)


@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_any_text_is_read_back_and_no_line_is_longer_than_allowed(texts: list[str]) -> None:
    title, description = " ".join(texts[0].split()), "\n".join(texts)
    written = calendar(CalendarEvent(date(2027, 3, 31), "x", title, description))

    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    assert "\n" not in written.replace("\r\n", "")
    (event,) = read(written)
    assert str(event["SUMMARY"]) == title
    assert str(event.get("DESCRIPTION", "")) == description


@pytest.mark.parametrize("text", [HOSTILE, "x\r\nEND:VEVENT\r\nBEGIN:VEVENT", "a\\nb", ':;,\\"', "\u2028\u202e"])
def test_a_hostile_text_begins_no_line_of_its_own(text: str) -> None:
    (event,) = read(calendar(CalendarEvent(date(2027, 3, 31), "u;\n" + text, text, text)))

    assert set(event) == {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "TRANSP"}
