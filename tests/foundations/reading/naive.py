"""A second reader of amounts, written naively: it looks at the characters one by one, without any pattern."""

from decimal import Decimal

SPACES = set(" \t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000")
FACTORS = {"k": 1_000, "K": 1_000, "M": 1_000_000, "Md": 1_000_000_000}
CURRENCIES = ("€", "EUR", "eur", "Euros", "euros", "Euro", "euro")


def one_space_less(text: str, *, at_end: bool) -> str:
    if at_end:
        return text[:-1] if text and text[-1] in SPACES else text
    return text[1:] if text and text[0] in SPACES else text


def naive_amount(text: str) -> Decimal | None:
    """Return the amount in euros that a text is, or ``None`` where there is none or more than one."""
    text = text.strip()
    if len(text) > 40:
        return None
    for currency in CURRENCIES:
        if text.startswith(currency):
            return bounded(figure(one_space_less(text[len(currency) :], at_end=False)))
    for currency in CURRENCIES:
        if text.endswith(currency):
            rest = text[: -len(currency)]
            unit = next((unit for unit in ("Md", "M", "k", "K") if rest.endswith(unit)), None)
            if unit and currency in ("€", "EUR"):
                return multiplied(one_space_less(rest.removesuffix(unit), at_end=True), FACTORS[unit])
            return bounded(figure(one_space_less(rest, at_end=True)))
    return bounded(figure(text))


def multiplied(text: str, factor: int) -> Decimal | None:
    marks = [char for char in text if not char.isdigit()]
    if len(marks) == 1 and marks[0] in ".," and len(text) - text.index(marks[0]) == 4:
        return None
    value = figure(text)
    return None if value is None else bounded(value * factor)


def bounded(value: Decimal | None) -> Decimal | None:
    return value if value is not None and value <= 10**12 else None


def figure(text: str) -> Decimal | None:
    groups, marks = [""], ""
    for char in text:
        if char in "0123456789":
            groups[-1] += char
        elif char in ".,'\u2019" or char in SPACES:
            groups.append("")
            marks += " " if char in SPACES else "'" if char == "\u2019" else char
        else:
            return None
    if "" in groups or (len(groups[0]) > 1 and groups[0][0] == "0"):
        return None
    decimals = "0"
    if marks and marks[-1] in ".," and len(groups[-1]) < 3 and marks.count(marks[-1]) == 1:
        decimals, marks = groups.pop(), marks[:-1]
    if marks and (len(set(marks)) > 1 or groups[0] == "0" or not 1 <= len(groups[0]) <= 3):
        return None
    if marks and any(len(group) != 3 for group in groups[1:]):
        return None
    return Decimal("".join(groups) + "." + decimals)
