"""Command lines drawn from the program's own tree: every command and option, with values that fit or do not.

``--install-completion`` is left out, which writes into the home folder, and output to a pipe, which may rightly wait
for a reader.
"""

from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any, NamedTuple

import typer

from clusters_cli.app import app
from tests.fuzz.mutation import WRITINGS

_LEFT_OUT = frozenset({"install_completion"})
_CLUSTERS = "nekoe|aerocentre|Nékoé|shop-expert-valley|cosmetic valley // nobody|nekoe,aerocentre"
_DAYS = "2025-03-31|31/03/2025|31.03.2025|2023-06-30 // 2025-02-29|1999-01-01|2200-12-31"
_AMOUNTS = "130000|130 000|130,000.50|1,5 M€|0.01 // 0|1000000000000|1000000000001|-5"
_PERCENTS = "4|4,5 %|85% // 0|100|0.045|101|1e400"
_DURATIONS = "60|60d|2m|3 mois // 0d|-60d|100y|101y"
_SCHEMES = "annual-60-40|annual-30-30-40|triennial|triennial-parts|feder // all|trienial"
_COUNTS = "1|2|3|12 // 0|-1|100|101|999999999999|2.5"
_YEARS = "2023|2021|2024 // 1800|2200|9999|10000|0|-1|23"
_BAD_INPUTS = "broken.yaml|empty.yaml|folder|pipe|missing.yaml|.|/dev/null"
_INPUTS = f"dossier.yaml|own-schemes.yaml|cases.yaml|what-if.yaml // {_BAD_INPUTS}"
_OUTPUTS = "a.json|b.xlsx|c.csv|d.md|e.yaml|f.geojson|- // g.txt|h|folder|missing/i.csv|.||/dev/null|/dev/full"
_FOLDERS = "registry // folder|missing|broken.yaml|pipe|.|"
FITTING = {
    "CLUSTER": _CLUSTERS,
    "[CLUSTER]...": _CLUSTERS,
    "UNDERTAKING": f"732829320|732 829 320|73282932000074|{_CLUSTERS}|732829321|7328",
    "DAY=AMOUNT[=UNDERTAKING]": (
        "2025-03-31=20000|29/02/2024=290 k€|2026-02-15=1=732829320 // 2025-03-31|=5|2062-03-31=5|1800-01-01=5"
    ),
    "POLE": "s2e2|polepharma // dream|nowhere",
    "PROGRAMME": "france-2030|feder|pia-4 // none",
    "NETWORK": "france-clusters|French Fab // nobody",
    "SOURCE": "ceser-2023|ceser-page // ceser",
    "[PHASE]": "phase-5|Phase IV // phase-6",
    "PARAMETER|REGIME": "de-minimis|SA.111723 // de-minimiss|SA.0",
    "OBSTACLE": "A|obstacle-d // G|0",
    "RECOMMENDATION": "2|3.1|recommendation-1 // 9|2.",
    "SCHEME": _SCHEMES,
    "[CLUSTER=]SCHEME": f"{_SCHEMES}|nekoe=triennial|nobody=feder|nekoe=|=triennial",
    "KIND": "clusters|poles|dossier // cluster",
    "[CODE]...": "REG101|K21|k5 // 101|BUG700|all",
    "FILE": _INPUTS,
    "FILE...": _INPUTS,
    "DIR": _FOLDERS,
    "CLASS": "emerging|structured // structuré|unknown",
    "DEPARTMENT": "37|18|Loiret // 2A|99",
    "NAME": "Bretagne|Grand Est|Nowhere //  |Haut de France",
    "DOMAIN": "energy|other // énergie",
    "COLUMN": "name|-budget|members // nom|-",
    "A,B,…": "name,members|id // budget,budget|,|name,nothing",
    "YEAR": _YEARS,
    "YEARS": _COUNTS,
    "N": _COUNTS,
    "M": "1|6|12 // 13|0|-1",
    "MONTHS": "3|2,5 // 0|-1",
    "NUMBER": "3|2,5 // 0|-1",
    "AMOUNT": _AMOUNTS,
    "AMOUNT|PCT": f"0.5%|0,5 %|{_AMOUNTS}|101 %",
    "[CLUSTER=]AMOUNT": f"nekoe=20 000|nekoe=20,000|{_AMOUNTS}|nobody=1|=5",
    "PCT": _PERCENTS,
    "DATE": _DAYS,
    "YYYY-MM-DD": _DAYS,
    "MM-DD": "03-31|31/03 // 02-29|13-01",
    "[CLUSTER=]MM-DD": "03-31|31/03|nekoe=09-30 // 02-29",
    "DAYS": _DURATIONS,
    "PROFILE": "even|front|back|2,1,1,0,1,1,1,0,1,1,1,2 // 1,1|0,0|1,1,1,1,1,1",
    "FUNDER|KIND=DURATION": "balance=3m|dues=2m|Region=60d // balance=100y|nobody=1m|=3m|balance",
    "[FUNDER=]SCHEME": f"{_SCHEMES}|Region=triennial|Region=feder // nobody=feder|Region=|=triennial",
    "ENCODING": "utf-8|Windows-1252|latin-9 // utf-7|",
    "booking|document": "booking|document|date de la pièce // both",
    "MONTH": "2025-03|03/2025|2023-06 // 2025|2025-13|2025-03-01|1700-01",
    "FILE|CLUSTER": f"dossier.yaml|alpha|nekoe|nobody // {_BAD_INPUTS}",
    "KIND=DURATION": "balance=3m|advance=24m|interim=60d // balance=100y|solde=3m|balance=-1m|balance",
    "PART=SHARE|AMOUNT": "base=60%|base=80000|project=50 000|base=1/3 // base=0.6|base|=60%|base=110%|base=0",
    "365|360": "365|360 // 366",
    "[KIND=]LAW": (
        "fixed(60)|uniform(0,180)|balance=uniform(0,180)|triangular(30,60,180)|lognormal(60,180)|empirical(30,60,90)"
        " // uniform(180,0)|fixed(-1)|lognormal(0,0)|empirical()|fixed(1e9)|lognormal(1,36525)|fixed(36525)"
    ),
    "0…1": "0|1|0.5|50 % // 1.1|-1",
    "month|quarter|year": "month|quarter|year // mois",
}
"""Values by what the help calls them: those that fit, and after two strokes those that only nearly do."""
FITTING_BY_NAME = {
    "format_": "table|json|csv|csv-fr|tsv|markdown|yaml|geojson|xlsx // sarif|github|text|pdf",
    "output": _OUTPUTS,
    "by": "maturity|department|domain // month|quarter|year",
    "only": "claims|missing|disputed|stale // all",
    "standing": "open|to-come|ended|terminé // over|all",
    "use": "eligibility|cashflow // both",
    "draws": "1|10|200 // 0|-1|99999999999",
    "folder": "new // folder|broken.yaml|missing/new",
}
"""Values by the name of the parameter, where the help does not tell."""
HOSTILE = (
    *(text for text in WRITINGS if "\0" not in text),
    "--",
    "-",
    "--nope",
    "-x",
    "\udcff",
    "=",
    "%s",
    "{0}",
    "$(id)",
)


class Command(NamedTuple):
    """A command with the words that call it and its parameters, as Typer has them."""

    words: tuple[str, ...]
    parameters: tuple[Any, ...]


@cache
def commands() -> tuple[Command, ...]:
    """Return every command of the program."""
    return tuple(_commands(typer.main.get_command(app), ()))


def _commands(command: Any, words: tuple[str, ...]) -> Iterator[Command]:
    names = command.list_commands(None) if hasattr(command, "list_commands") else ()
    for name in names:
        yield from _commands(command.get_command(None, name), (*words, name))
    if not names:
        yield Command(words, tuple(given for given in command.params if given.name not in _LEFT_OUT))


def command_line(random: Random) -> tuple[str, ...]:
    """Return a command line: a command, what it needs, some of its options, sometimes something that nobody needs."""
    command = random.choice(commands())
    groups = [group for given in command.parameters for group in _given(given, random)]
    random.shuffle(groups)
    if random.random() < 0.05:
        groups.insert(random.randint(0, len(groups)), (random.choice(HOSTILE),))
    before = random.choice(((), (), (), (), (), (), ("--debug",), ("--registry", _one_of(_FOLDERS, random))))
    return (*before, *command.words, *(word for group in groups for word in group))


def _given(parameter: Any, random: Random) -> list[tuple[str, ...]]:
    """Return how often and with which values a parameter is given."""
    if parameter.param_type_name == "argument":
        usual = (1, 8, 1) if parameter.required else (4, 4, 2)
        times = random.choices((0, 1, 2), usual)[0]
        return [(_value(parameter, random),) for _time in range(times)]
    likely = 0.95 if parameter.required or parameter.name == "scheme" else 0.12
    times = (random.random() < likely) + (random.random() < likely / 6)
    return [_option(parameter, random) for _time in range(times)]


def _option(parameter: Any, random: Random) -> tuple[str, ...]:
    option = random.choice((*parameter.opts, *parameter.secondary_opts))
    if parameter.is_flag:
        return (option,)
    value = _value(parameter, random)
    if option.startswith("--") and random.random() < 0.3:
        return (f"{option}={value}",)
    return (option, value) if random.random() < 0.99 else (option,)


def _value(parameter: Any, random: Random) -> str:
    if random.random() < 0.08:
        return random.choice(HOSTILE)
    by_metavar = FITTING.get(parameter.metavar, "")
    return _one_of(FITTING_BY_NAME.get(parameter.name, by_metavar), random)


def _one_of(values: str, random: Random) -> str:
    fitting, _strokes, nearly = values.partition(" // ")
    return random.choice((fitting if random.random() < 0.75 else nearly).split("|"))
