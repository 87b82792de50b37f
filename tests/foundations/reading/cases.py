"""What people type, and what each reader makes of it: a value, or a refusal that names what was perhaps meant."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from clusters_cli.foundations.dates import Duration

READ: tuple[tuple[str, str, object], ...] = (
    *(
        ("amount", text, Decimal(value))
        for text, value in (
            ("0", "0"),
            ("130000", "130000"),
            ("130 000", "130000"),
            ("130\u00a0000", "130000"),
            ("130\u202f000\u202f€", "130000"),
            ("130\u2009000", "130000"),
            ("130,000", "130000"),
            ("130.000", "130000"),
            ("130'000", "130000"),
            ("130\u2019000", "130000"),
            ("€130,000", "130000"),
            ("€ 130,000.50", "130000.50"),
            ("EUR 5", "5"),
            ("130.000,50", "130000.50"),
            ("130,000.50", "130000.50"),
            ("130 000,5", "130000.50"),
            ("1.234.567,89", "1234567.89"),
            ("1,234,567.89 EUR", "1234567.89"),
            ("130,5", "130.50"),
            ("0,85", "0.85"),
            ("0.8", "0.80"),
            ("1234,56", "1234.56"),
            (" 12 eur ", "12"),
            ("12 euros", "12"),
            ("1 Euro", "1"),
            ("130 k€", "130000"),
            ("130k€", "130000"),
            ("1 525 k€", "1525000"),
            ("1,5 M€", "1500000"),
            ("1.25 MEUR", "1250000"),
            ("1 Md€", "1000000000"),
            ("1,234.5 k€", "1234500"),
            ("1 000 000 000 000", "1000000000000"),
            ("1000 Md€", "1000000000000"),
        )
    ),
    *(
        ("signed amount", text, Decimal(value))
        for text, value in (
            ("-5", "-5"),
            ("+5", "5"),
            ("\u22125", "-5"),
            ("-€130,000", "-130000"),
            ("-130\u202f000\u202f€", "-130000"),
            ("(130 000 €)", "-130000"),
            ("(1,5 M€)", "-1500000"),
            ("-2 k€", "-2000"),
            ("5", "5"),
        )
    ),
    *(
        ("number", text, Decimal(value))
        for text, value in (("1,5", "1.5"), ("2.25", "2.25"), ("1 234", "1234"), ("1,525", "1525"))
    ),
    *(
        ("signed number", text, Decimal(value))
        for text, value in (("-1,5", "-1.5"), ("\u22122", "-2"), ("+2", "2"), ("2", "2"), ("1" + 39 * "0", "1e39"))
    ),
    *(
        ("plain number", text, Decimal(value))
        for text, value in (("47.903", "47.903"), ("-0.563", "-0.563"), ("2", "2"))
    ),
    *(
        ("count", text, value)
        for text, value in (
            ("0", 0),
            ("12", 12),
            ("1 234", 1234),
            ("1,234", 1234),
            ("1.234", 1234),
            ("1'234", 1234),
            ("1" + 39 * "0", 10**39),
        )
    ),
    *(
        ("share", text, Fraction(value))
        for text, value in (
            ("60 %", "3/5"),
            ("60%", "3/5"),
            ("60\u202f%", "3/5"),
            ("62,5 %", "5/8"),
            ("0", "0"),
            ("0.6", "3/5"),
            ("0,125", "1/8"),
            ("1", "1"),
            ("1.0", "1"),
            ("1/3", "1/3"),
            ("1 / 3", "1/3"),
            ("3/3", "1"),
            ("0/4", "0"),
            ("100 %", "1"),
            ("100,0 %", "1"),
            ("0 %", "0"),
        )
    ),
    *(
        ("percentage", text, Decimal(value))
        for text, value in (
            ("4", "4"),
            ("4,5", "4.5"),
            ("4.125 %", "4.125"),
            ("0,85 %", "0.85"),
            ("0", "0"),
            ("1", "1"),
            ("150%", "150"),
        )
    ),
    *(
        ("typed share", text, Fraction(value))
        for text, value in (("85 %", "17/20"), ("85", "17/20"), ("3/4", "3/4"), ("1 %", "1/100"), ("0", "0"))
    ),
    *(
        ("day", text, value)
        for text, value in (
            ("2025-03-31", date(2025, 3, 31)),
            ("31/03/2025", date(2025, 3, 31)),
            ("31.12.2024", date(2024, 12, 31)),
            ("1/7/2023", date(2023, 7, 1)),
            ("1.7.2023", date(2023, 7, 1)),
            ("29.2.2024", date(2024, 2, 29)),
            ("01/07/2023", date(2023, 7, 1)),
            ("29/02/2024", date(2024, 2, 29)),
            ("1800-01-01", date(1800, 1, 1)),
            ("31/12/2200", date(2200, 12, 31)),
        )
    ),
    *(
        ("partial day", text, value)
        for text, value in (
            ("2009", "2009"),
            ("2021-11", "2021-11"),
            ("11/2021", "2021-11"),
            ("1/2021", "2021-01"),
            ("2019-06-27", "2019-06-27"),
            ("27/06/2019", "2019-06-27"),
            ("27.6.2019", "2019-06-27"),
        )
    ),
    *(
        ("month day", text, value)
        for text, value in (
            ("03-31", "03-31"),
            ("31/03", "03-31"),
            ("1/7", "07-01"),
            ("28/02", "02-28"),
            ("01-01", "01-01"),
        )
    ),
    *(
        ("duration", text, value)
        for text, value in (
            ("0", Duration()),
            ("60", Duration(days=60)),
            ("60d", Duration(days=60)),
            ("60 jours", Duration(days=60)),
            ("1 jour", Duration(days=1)),
            ("60j", Duration(days=60)),
            ("60 Days", Duration(days=60)),
            ("2m", Duration(2)),
            ("2 mois", Duration(2)),
            ("3mois", Duration(3)),
            ("3 months", Duration(3)),
            ("1 month", Duration(1)),
            ("1y", Duration(12)),
            ("2 ans", Duration(24)),
            ("1 an", Duration(12)),
            ("2 years", Duration(24)),
            ("6m 15d", Duration(6, 15)),
            ("6 mois 15 jours", Duration(6, 15)),
            ("6\u00a0mois + 15\u00a0jours", Duration(6, 15)),
            ("1y 2m 3d", Duration(14, 3)),
            ("-2m", Duration(-2)),
            ("\u22122m", Duration(-2)),
            ("1200m", Duration(1200)),
            ("36525", Duration(days=36525)),
            (20 * "1d", Duration(days=20)),
        )
    ),
)
"""Kind of reader, text, and the value it has."""

REFUSED: tuple[tuple[str, str, str], ...] = (
    ("amount", "1 3 0 000", "'1 3 0 000' is not an amount: 130000?"),
    ("amount", "130 00", "is not an amount: 13000?"),
    ("amount", "0,135", "is not an amount: 135 or 0.14?"),
    ("amount", "1,2345", "is not an amount: 12345 or 1.23?"),
    ("amount", "1234,567", "is not an amount: 1234567 or 1234.57?"),
    ("amount", "1 234,567", "is not an amount: 1234567 or 1234.57?"),
    ("amount", "1,525 M€", "is not an amount: 1 525 M€ or 1.53 M€?"),
    ("amount", "1.525 k€", "is not an amount: 1 525 k€ or 1.53 k€?"),
    ("amount", "1,2,3", "is not an amount: 123 or 12.30?"),
    ("amount", "1.234,567.89", "is not an amount: 123456789 or 1234567.89?"),
    ("amount", "1 234.567 890", "is not an amount: 1234567890 or 1234.57?"),
    ("amount", "130  000", "is not an amount: 130000?"),
    ("amount", "007", "is not an amount: 7?"),
    ("amount", "012,345", "is not an amount: 12345 or 12.35?"),
    ("amount", "0 000", "is not an amount: 0?"),
    ("amount", "130k", "is not an amount: 130 k€?"),
    ("amount", "1e9", "is not an amount: 19?"),
    ("amount", "€5€", "is not an amount: 5?"),
    ("amount", "", "is not an amount; write it as 130000 or 130000.50"),
    ("amount", "lots", "'lots' is not an amount; write it as 130000 or 130000.50"),
    ("amount", "²", "is not an amount; write it as"),
    ("amount", "٣", "is not an amount; write it as"),
    ("amount", "-5", "must not be negative, found -5"),
    ("amount", "(5)", "must not be negative, found (5)"),
    ("amount", "+5", "must not be negative, found +5"),
    ("amount", "1000000000000.01", "is more than a million million euros; write it as 130000"),
    ("amount", "1001 Md€", "is more than a million million euros"),
    ("amount", "9" * 61, f"'{'9' * 60}…' is not an amount; write it as"),
    ("signed amount", "--5", "is not an amount: 5?"),
    ("signed amount", "(-5)", "is not an amount: 5?"),
    ("amount", 37 * "x" + "130", "is not an amount: 130?"),
    ("amount", 38 * "x" + "130", "is not an amount; write it as"),
    ("amount", "-1" + 38 * "0", "must not be negative, found -1"),
    ("amount", "-1" + 39 * "0", "is not an amount; write it as"),
    ("amount", "1,000 Md€", "is not an amount: 1 000 Md€ or 1 Md€?"),
    ("amount", "1,525 Md€", "is not an amount: 1.53 Md€?"),
    ("amount", "1" + 39 * "0", "is more than a million million euros"),
    ("amount", "1" + 40 * "0", "is not an amount; write it as"),
    ("number", ".5", "is not a number: 5 or 0.50?"),
    ("number", "5.", "is not a number: 5?"),
    ("number", "1" + 40 * "0", "is not a number; write it as"),
    ("number", "0.125", "is not a number: 125 or 0.13?"),
    ("number", "-1", "is not a number: 1?"),
    ("number", "four", "is not a number; write it as 3 or 2.5"),
    ("signed number", "+-2", "is not a number: 2?"),
    ("plain number", "47,903", "is not a number: 47.903?"),
    ("plain number", "1e3", "is not a number; write it as 47.903 or -2"),
    ("count", "1234567890123x", "is not a whole number: 1234567890123?"),
    ("count", "12345678901234x", "is not a whole number; write it as"),
    ("count", "1" + 40 * "0", "is not a whole number; write it as"),
    ("count", "1,5", "is not a whole number: 15 or 2?"),
    ("count", "12.0", "is not a whole number: 120 or 12?"),
    ("count", "-3", "is not a whole number: 3?"),
    ("count", "some", "is not a whole number; write it as 12 or 1234"),
    ("share", "60", "is not a share between 0 and 1: 60 % or 0.6?"),
    ("share", "1.5", "is not a share between 0 and 1: 1.5 % or 0.015?"),
    ("share", "101 %", "is not a share between 0 and 1; write it as 60%, 0.6 or 3/5"),
    ("share", "4/3", "is not a share between 0 and 1: 4 % or 0.04?"),
    ("share", "1/0", "is not a share between 0 and 1"),
    ("share", "half", "is not a share between 0 and 1; write it as 60%, 0.6 or 3/5"),
    ("share", "100.5", "is not a share between 0 and 1; write it as"),
    ("share", "100", "is not a share between 0 and 1: 100 % or 1?"),
    ("percentage", "0,85", "can be read in two ways: 85 % or 0.85 %?"),
    ("percentage", "0.045", "can be read in two ways: 4.5 % or 0.045 %?"),
    ("percentage", "-4", "is not a percentage: 4 %?"),
    ("percentage", "much", "is not a percentage; write it as 4% or 4.5%"),
    ("typed share", "0.85", "can be read in two ways: 85 % or 0.85 %?"),
    ("typed share", "1", "can be read in two ways: 100 % or 1 %?"),
    ("typed share", "1,0", "can be read in two ways: 100 % or 1 %?"),
    ("day", "31/02/2025", "does not exist, February 2025 has 28 days: 2025-02-28?"),
    ("day", "2024-02-30", "does not exist, February 2024 has 29 days: 2024-02-29?"),
    ("day", "31/04/2025", "does not exist, April 2025 has 30 days: 2025-04-30?"),
    ("day", "00/04/2025", "does not exist, April 2025 has 30 days: 2025-04-01?"),
    ("day", "03/31/2025", "cannot be read as a day: 2025-03-31?"),
    ("day", "01062025", "cannot be read as a day: 2025-06-01?"),
    ("day", "20250601", "cannot be read as a day: 2025-06-01?"),
    ("day", "01/07/23", "cannot be read as a day: 2023-07-01 or 2023-01-07?"),
    ("day", "1/7/99", "cannot be read as a day: 2099-07-01 or 2099-01-07?"),
    ("day", "1/7/100", "cannot be read as a day; write it as"),
    ("day", "1/7/99999999999", "cannot be read as a day; write it as"),
    ("day", "1.7.23", "cannot be read as a day: 2023-07-01 or 2023-01-07?"),
    ("day", "31.12/2024", "cannot be read as a day: 2024-12-31?"),
    ("day", "31.02.2025", "does not exist, February 2025 has 28 days: 2025-02-28?"),
    ("day", "2025-3-31", "cannot be read as a day: 2025-03-31?"),
    ("day", "1799-12-31", "cannot be read as a day; write it as 2025-01-31 or 31/01/2025"),
    ("day", "2201-01-01", "cannot be read as a day; write it as"),
    ("day", "11122025", "cannot be read as a day: 2025-12-11?"),
    ("day", "20251112", "cannot be read as a day: 2025-11-12?"),
    ("day", "11122125", "cannot be read as a day: 2125-12-11?"),
    ("day", "202506011", "cannot be read as a day; write it as"),
    ("day", "010620255", "cannot be read as a day; write it as"),
    ("day", "01062025 1", "cannot be read as a day; write it as"),
    ("day", "1.2.3.2025", "cannot be read as a day; write it as"),
    ("day", "2025-13-01", "cannot be read as a day; write it as"),
    ("day", "13/13/2025", "cannot be read as a day; write it as"),
    ("day", "tomorrow", "cannot be read as a day; write it as 2025-01-31 or 31/01/2025"),
    ("partial day", "13/2021", "is not a year, a month or a day; write it as 2009, 2021-11 or 2019-06-27"),
    ("partial day", "31/02/2021", "February 2021 has 28 days"),
    ("partial day", "021", "is not a year, a month or a day; write it as"),
    ("month day", "30/02", "is not a day of every year: 02-28?"),
    ("month day", "02-29", "is not a day of every year: 02-28?"),
    ("month day", "04-31", "is not a day of every year: 04-30?"),
    ("month day", "04.01", "is not a day of every year: 04-01 or 01-04?"),
    ("month day", "13/13", "is not a day of every year; write it as 03-31 or 31/03"),
    ("month day", "31.03", "is not a day of every year: 03-31?"),
    ("month day", "32/03", "is not a day of every year; write it as 03-31 or 31/03"),
    ("month day", "31/03/2025", "is not a day of every year: 03-31?"),
    ("month day", "3/31", "is not a day of every year: 03-31?"),
    ("month day", "00/03", "is not a day of every year; write it as 03-31 or 31/03"),
    ("month day", "spring", "is not a day of every year; write it as 03-31 or 31/03"),
    ("duration", "3 smois", "is not a duration: 3d or 3m?"),
    ("duration", "1.5m", "is not a duration; write it as 60d, 6m or 1y"),
    ("duration", "six months", "is not a duration; write it as 60d, 6m or 1y"),
    ("duration", "060", "is not a duration"),
    ("duration", "6m and more", "is not a duration: 6d or 6m?"),
    ("duration", "", "is not a duration; write it as 60d, 6m or 1y"),
    ("duration", "10d" + 19 * "1d", "is not a duration: 10d or 10m?"),
    ("duration", "1201m", "is longer than a hundred years; write it as 60d, 6m or 1y"),
    ("duration", "101y", "is longer than a hundred years"),
    ("duration", "36526", "is longer than a hundred years"),
    ("duration", "-1201m", "is longer than a hundred years"),
)
"""Kind of reader, text, and what its refusal says."""
