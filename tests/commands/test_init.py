"""``clusters init``: a small registry for another Région, valid at once."""

from pathlib import Path

import pytest

from clusters_cli.commands.schema.schema_files import kinds_in_use
from clusters_cli.registry.folders import packaged_registry
from clusters_cli.registry.loading import load_registry
from clusters_cli.registry.starting import starter_files
from tests.conftest import Cli

ROOT = Path(__file__).parent.parent.parent


def test_a_new_registry_is_valid_without_a_warning(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "my region"
    written = cli("init", str(folder))

    assert written.exit_code == 0
    assert written.output.splitlines()[-1] == f"Next: clusters validate '{folder}'"
    assert cli("validate", "--strict", str(folder)).exit_code == 0


def test_a_new_registry_marks_its_two_clusters_as_examples(cli: Cli, tmp_path: Path) -> None:
    cli("init", str(tmp_path / "new"))
    text = (tmp_path / "new" / "clusters.yaml").read_text(encoding="utf-8")

    assert text.count("# EXAMPLE") == text.count("\n- id: ") == 2


@pytest.mark.parametrize("command", [("list",), ("show", "example-wood"), ("classify",), ("schemes", "list")])
def test_the_other_commands_work_on_a_new_registry(command: tuple[str, ...], cli: Cli, tmp_path: Path) -> None:
    cli("init", str(tmp_path / "new"))

    assert cli(*command, "--registry", str(tmp_path / "new")).exit_code == 0


def test_the_schemas_go_with_a_new_registry_as_its_files_name_them(cli: Cli, tmp_path: Path) -> None:
    cli("init", str(tmp_path))

    for name in starter_files("en"):
        schema = f"schemas/{name.removesuffix('.yaml')}.schema.json"
        first = (tmp_path / name).read_text(encoding="utf-8").splitlines()[0]
        assert first == f"# yaml-language-server: $schema={schema}"
        assert (tmp_path / schema).read_bytes() == (packaged_registry() / schema).read_bytes()
    assert {file.name for file in (tmp_path / "schemas").iterdir()} == {
        f"{kind}.schema.json" for kind in kinds_in_use()
    }


def test_nothing_is_overwritten_and_nothing_written_when_one_file_exists(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_text("mine\n", encoding="utf-8")

    refused = cli("init", str(tmp_path))

    assert refused.exit_code == 2
    assert "sources.yaml exists" in refused.output
    assert [file.name for file in tmp_path.iterdir()] == ["sources.yaml"]
    assert cli("init", str(tmp_path), "--force").exit_code == 0
    assert "mine" not in (tmp_path / "sources.yaml").read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_made_is_told(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    refused = cli("init", str(tmp_path / "file" / "new"))

    assert refused.exit_code == 4
    assert "cannot be written" in refused.output


def test_a_disk_that_fills_up_half_way_leaves_nothing(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[int] = []

    def full_at_the_sixth(descriptor: int) -> None:
        written.append(descriptor)
        if len(written) == 6:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full_at_the_sixth)
    refused = cli("init", str(tmp_path / "deep" / "registry"))

    assert refused.exit_code == 4
    assert len(refused.stderr.splitlines()) == 1
    assert "No space left on device [USE105]" in refused.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_a_name_is_not_the_current_one(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    refused = cli("init", "")

    assert (refused.exit_code, list(tmp_path.iterdir())) == (2, [])
    assert "DIR: is empty" in refused.stderr


@pytest.mark.parametrize(
    ("typed", "name", "departments"),
    [
        ("Hauts-de-France", "Hauts-de-France", ["02", "59", "60", "62", "80"]),
        ("région CORSE", "Corse", ["2A", "2B"]),
        ('Grand "Genève": nord', 'Grand "Genève": nord', []),
    ],
)
def test_a_name_is_enough_and_what_is_official_of_a_region_of_france_is_filled_in(
    typed: str, name: str, departments: list[str], cli: Cli, tmp_path: Path
) -> None:
    assert cli("init", str(tmp_path / "new"), "--name", typed).exit_code == 0
    assert cli("validate", "--strict", str(tmp_path / "new")).exit_code == 0

    region = load_registry(tmp_path / "new").region
    assert region is not None
    assert (region.name, [one.number for one in region.departments]) == (name, departments)
    assert bool(region.insee) is bool(departments)
    assert (region.rules, region.default_scheme, region.agencies) == ((), (), ())


def test_a_name_that_is_nearly_that_of_a_region_is_told_and_kept(cli: Cli, tmp_path: Path) -> None:
    told = cli("init", str(tmp_path / "new"), "--name", "Haut de France").stdout

    assert "France has no Région Haut de France, perhaps Hauts-de-France" in told
    assert 'name: "Haut de France"' in (tmp_path / "new" / "region.yaml").read_text(encoding="utf-8")


def test_the_examples_of_a_new_frame_are_valid_once_they_are_no_comments(cli: Cli, tmp_path: Path) -> None:
    for language in ("en", "fr"):
        folder = tmp_path / language
        folder.mkdir()
        for name, text in starter_files(language).items():
            (folder / name).write_bytes(text)
        frame = (folder / "region.yaml").read_text(encoding="utf-8")
        keys = ("# insee", "# nuts", "# departments", "# rules", "# agencies", "# default_scheme", "# - ", "#   ")
        lines = [line[2:] if line.startswith(keys) else line for line in frame.splitlines()]
        (folder / "region.yaml").write_text("\n".join(lines).replace('"36"', '"28"'), encoding="utf-8")

        assert cli("validate", "--strict", str(folder)).exit_code == 0, cli("validate", str(folder)).output


@pytest.mark.parametrize("name", ["", "  ", "two\nlines", "hid\u200bden"])
def test_a_name_that_cannot_be_read_is_refused(name: str, cli: Cli, tmp_path: Path) -> None:
    refused = cli("init", str(tmp_path / "new"), "--name", name)

    assert refused.exit_code == 2
    assert "must be the name of a Région" in refused.stderr
    assert list(tmp_path.iterdir()) == []
