"""The schemas of data files are those of the models, and judge whole files as check-jsonschema does it for others."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from clusters_cli.app import app
from clusters_cli.commands.schema.schema_files import kinds
from clusters_cli.foundations.json_schema import schema_of
from clusters_cli.registry.loading import FILES
from tests.gallery.gallery import ENTRIES, GALLERY

ROOT = Path(__file__).parent.parent.parent
DATA = ROOT / "data"
SCHEMAS = DATA / "schemas"
SEEN_BY_SCHEMAS = frozenset(
    {"REG009", "REG012", "REG014", "REG016", "REG100", "REG101", "REG102", "REG103", "REG104", "REG105", "REG106"}
)
"""Codes of what the shape of one file shows; the others need the way of writing, several entries or several files."""
NOT_FOR_OTHERS = frozenset({"REG002", "REG003", "REG004", "REG005", "REG006", "REG008", "REG010"})
"""Codes of YAML that other programs cannot read, or read in their own way."""
SHOWN = [
    file
    for entry in ENTRIES
    for file in sorted(entry.glob("*.yaml"))
    if file.stem in kinds() and entry.name not in NOT_FOR_OTHERS
]


@cache
def refused(kind: str) -> frozenset[Path]:
    """Return the files of a kind, packaged or shown in the gallery, that check-jsonschema refuses."""
    files = [*GALLERY.glob(f"*/{kind}.yaml"), *DATA.glob(f"{kind}.yaml")]
    judged = [str(file) for file in files if file.parent.name not in NOT_FOR_OTHERS]
    schema = ["--schemafile", str(SCHEMAS / f"{kind}.schema.json"), "--output-format", "json"]
    command = [sys.executable, "-m", "check_jsonschema", *schema, *judged]
    report = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)
    assert not report.get("parse_errors"), report
    return frozenset(Path(error["filename"]) for error in report.get("errors", []))


@pytest.mark.parametrize("kind", kinds())
def test_the_shipped_schema_is_the_one_of_the_models(kind: str) -> None:
    shipped = json.loads((SCHEMAS / f"{kind}.schema.json").read_text(encoding="utf-8"))

    assert shipped == schema_of(kinds()[kind], kind), "the models changed; run: python -m tools.update_schemas"


def test_every_shipped_schema_belongs_to_a_data_file() -> None:
    assert {file.name for file in SCHEMAS.iterdir()} == {f"{kind}.schema.json" for kind in kinds()}


@pytest.mark.parametrize("kind", kinds())
def test_a_schema_is_itself_valid_and_names_no_definition_twice(kind: str) -> None:
    schema = schema_of(kinds()[kind], kind)

    jsonschema.Draft202012Validator.check_schema(schema)
    assert all(name.isidentifier() for name in schema["$defs"])


@pytest.mark.parametrize("kind", kinds())
def test_a_schema_says_of_every_key_what_it_is(kind: str) -> None:
    schema = schema_of(kinds()[kind], kind)
    keys = [
        (name, key, described)
        for name, definition in (("the whole file", schema), *schema["$defs"].items())
        for key, described in definition.get("properties", {}).items()
    ]

    silent = [f"{key} of {name}" for name, key, described in keys if "description" not in described]

    assert not silent, f"{', '.join(silent)}: add a line under Attributes in the docstring of its model"


@pytest.mark.parametrize("name", FILES)
def test_each_data_file_names_its_schema_on_its_first_line_and_fits_it(name: str) -> None:
    kind = name.removesuffix(".yaml")
    first = (DATA / name).read_text(encoding="utf-8").partition("\n")[0]

    assert first == f"# yaml-language-server: $schema=schemas/{kind}.schema.json"
    assert DATA / name not in refused(kind)


@pytest.mark.parametrize("file", SHOWN, ids=lambda file: file.parent.name)
def test_the_schemas_refuse_of_the_gallery_what_the_shape_of_a_file_shows(file: Path) -> None:
    assert (file in refused(file.stem)) is (file.parent.name in SEEN_BY_SCHEMAS)


@pytest.mark.parametrize("file", sorted((GALLERY / "base").glob("*.yaml")), ids=lambda file: file.name)
def test_the_schemas_accept_the_small_registry_of_the_gallery(file: Path) -> None:
    assert file not in refused(file.stem)


def test_a_schema_tells_what_each_key_means_with_examples() -> None:
    schema = schema_of(kinds()["clusters"], "clusters")
    figures = schema["$defs"]["Figures"]

    assert figures["description"] == "What one source says of one year."
    assert figures["properties"]["budget"]["description"] == "yearly budget in euros."
    assert figures["properties"]["budget"]["examples"] == [130000]
    assert figures["properties"]["budget"]["title"] == "Budget"


def test_the_command_prints_a_schema_that_other_programs_read() -> None:
    result = CliRunner().invoke(app, ["schema", "poles"])

    assert result.exit_code == 0
    assert json.loads(result.output) == schema_of(kinds()["poles"], "poles")


def test_the_command_without_a_kind_lists_them() -> None:
    output = CliRunner().invoke(app, ["schema"]).output

    assert all(f"{kind}.yaml" in output for kind in kinds())
