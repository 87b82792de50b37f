"""Addresses of sites, as sources print them."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from clusters_cli.foundations.fields import Url, Website

READ = (
    "www.polepharma.com",
    "https://www.polepharma.com",
    "HTTPS://www.polepharma.com/Adherents",
    "Http://pole.example:8080",
    "https://pole.example:8443/annuaire?page=2#membres",
    "pole.example?lang=fr",
    "pole.example/?lang=fr",
    "pole.example#contact",
)
REFUSED = ("polepharma", "ftp://pole.example", "pole.example:port", "pole.example:", "pole example.fr", "https://")


@pytest.mark.parametrize("address", READ)
def test_a_website_is_read_as_it_stands(address: str) -> None:
    assert TypeAdapter(Website).validate_python(address) == address


@pytest.mark.parametrize("address", REFUSED)
def test_what_is_no_website_is_refused(address: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Website).validate_python(address)


@pytest.mark.parametrize("address", ["HTTPS://pole.example", "https://pole.example:8443/?page=2", "Http://a.example"])
def test_the_address_of_a_source_may_have_a_port_a_query_and_a_scheme_in_capitals(address: str) -> None:
    assert TypeAdapter(Url).validate_python(address) == address


@pytest.mark.parametrize("address", [*READ, *REFUSED])
def test_the_schema_judges_a_website_as_the_model_does(address: str) -> None:
    schemas = Path(__file__).parents[2] / "data" / "schemas"
    schema = json.loads((schemas / "clusters.schema.json").read_text(encoding="utf-8"))
    stated = {"value": address, "source": "report", "locator": "p. 1"}
    cluster = {"id": "a", "name": "A", "website": [stated]}

    complaints = Draft202012Validator(schema).iter_errors({"clusters": [cluster]})

    assert any("website" in complaint.path for complaint in complaints) == (address in REFUSED)
