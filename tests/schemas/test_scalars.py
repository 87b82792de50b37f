"""A schema accepts of each kind of scalar what the model accepts, as far as typed YAML can tell."""

from typing import Any

import jsonschema
import pytest
from check_jsonschema.parsers.yaml import construct_yaml_implementation
from pydantic import create_model

from clusters_cli.foundations import fields as models
from clusters_cli.foundations.json_schema import schema_of
from clusters_cli.foundations.strict_yaml import parse_yaml
from clusters_cli.foundations.validation import check
from clusters_cli.registry.models.maturity_words import Maturity
from clusters_cli.registry.models.organisations import Coordinate, Place
from clusters_cli.registry.models.scheme_times import MonthDay, WrittenDuration
from clusters_cli.registry.models.spending import WrittenProfile

KINDS: dict[str, Any] = {
    "identifier": models.Identifier,
    "partial date": models.PartialDate,
    "day": models.Day,
    "amount": models.Amount,
    "signed amount": models.SignedAmount,
    "count": models.Count,
    "number": models.Number,
    "signed number": models.SignedNumber,
    "share": models.Share,
    "year": models.Year,
    "yes or no": models.YesNo,
    "url": models.Url,
    "label": models.Label,
    "text": str,
    "list": tuple[str, ...],
    "word": Maturity,
    "month and day": MonthDay,
    "duration": WrittenDuration,
    "spending profile": WrittenProfile,
    "coordinate": Coordinate,
    "INSEE code": Place.model_fields["insee"].rebuild_annotation(),
    "department": Place.model_fields["department"].rebuild_annotation(),
}
WRITINGS = """\
5 "5" -5 "-5" 0 "0" 1 2 21 60 1.5 "1.5" 0.75 "0.75" 100.5 2021 "2021" 1700 "1700" 99999 2021-11 2021-11-30
"2021-11-30" 2021-02-30 2021-13 yes no true false "true" on maybe abc ABC "a_b" "" "\\t" ~ null Null nul [] [a] [[a]]
{} {fr:\\ a} {en:\\ a} {fr:\\ a,\\ de:\\ b} 60d 6m "6m\\ 15d" 0d -60d 03-31 02-30 13-01 even front https://a.b http://
ftp://a 36063 "36063" 2A004 "01053" 36 "36" 974 9 structured strctured nan 20:30 1,5 "1\\ 000" 2,1,1 ٣ "٣"
""".replace("\\ ", "\0").split()
"""Scalars as they may be written; spaces inside one are marked."""

ONLY_THE_WRITING_TELLS = ("1e3", "0x1F", "1_000", "+5", "5.", ".5", ".inf", "100.505", "01", "01053", "True")
"""Numbers and words that the models refuse or warn of for the way they are written, which typed YAML forgets."""


def refused_by_model(kind: str, written: str) -> bool:
    model = create_model("X", __base__=models.Model, x=(KINDS[kind], ...))
    _built, problems = check(parse_yaml(f"x: {written}\n", "x.yaml"), model)
    return bool(problems)


def refused_by_schema(kind: str, written: str) -> bool:
    model = create_model("X", __base__=models.Model, x=(KINDS[kind], ...))
    validator = jsonschema.Draft202012Validator(schema_of(model, "x"), format_checker=jsonschema.FormatChecker())
    return not validator.is_valid(construct_yaml_implementation().load(f"x: {written}\n"))


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_and_the_model_accept_the_same_scalars(kind: str) -> None:
    writings = [written.replace("\0", " ") for written in WRITINGS]

    differing = [written for written in writings if refused_by_model(kind, written) != refused_by_schema(kind, written)]

    assert differing == []


@pytest.mark.parametrize("kind", KINDS)
def test_where_only_the_writing_tells_the_schema_is_the_more_lenient_or_the_model_warns(kind: str) -> None:
    for written in ONLY_THE_WRITING_TELLS:
        assert refused_by_model(kind, written) or not refused_by_schema(kind, written), written
