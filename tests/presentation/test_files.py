"""Files are written whole or not at all, in the place that a name leads to."""

import os
import stat
import threading
from pathlib import Path

import pytest

from clusters_cli.foundations.errors import UnusableFileError, UsageError
from clusters_cli.presentation.files import leads_to_a_stream, write_all, write_whole
from tests.wording import refused as refusing

posix = pytest.mark.skipif(os.name != "posix", reason="links, modes and devices of POSIX")


def mode(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


def test_a_file_that_exists_is_replaced_only_when_asked(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    write_whole(file, b"old", force=False)

    with pytest.raises(UsageError, match="exists"):
        write_whole(file, b"new", force=False)
    assert file.read_bytes() == b"old"

    write_whole(file, b"new", force=True)
    assert file.read_bytes() == b"new"


@posix
def test_a_file_that_is_replaced_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.touch(0o600)

    write_whole(file, b"new", force=True)

    assert (file.read_bytes(), mode(file)) == (b"new", 0o600)


@posix
def test_a_new_file_has_the_mode_that_the_user_gives_to_new_files(tmp_path: Path) -> None:
    (tmp_path / "by hand").touch()

    write_whole(tmp_path / "a.json", b"new", force=False)

    assert mode(tmp_path / "a.json") == mode(tmp_path / "by hand")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_a_file_that_is_replaced_keeps_its_owner(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.touch()
    os.chown(file, 12345, 54321)

    write_whole(file, b"new", force=True)

    assert (file.stat().st_uid, file.stat().st_gid) == (12345, 54321)


@posix
def test_the_owner_is_kept_or_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_arguments: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    file = tmp_path / "a.json"
    file.write_bytes(b"old")
    monkeypatch.setattr("clusters_cli.presentation.files._keep_owner", refused)

    with refusing(UnusableFileError, match="not permitted"):
        write_whole(file, b"new", force=True)
    assert {place.name: place.read_bytes() for place in tmp_path.iterdir()} == {"a.json": b"old"}


@posix
@pytest.mark.parametrize("exists", [True, False])
def test_a_link_is_followed_and_stays_a_link(exists: bool, tmp_path: Path) -> None:
    link, target = tmp_path / "link.json", tmp_path / "there" / "a.json"
    target.parent.mkdir()
    link.symlink_to(target)
    if exists:
        target.write_bytes(b"old")

    write_whole(link, b"new", force=exists)

    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@posix
def test_a_pipe_is_written_into_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()

    write_whole(pipe, b"new", force=False)
    reader.join(10)

    assert read == [b"new"]
    assert pipe.is_fifo()


@posix
def test_a_pipe_whose_reader_leaves_early_is_no_failure(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: os.close(os.open(pipe, os.O_RDONLY)))
    reader.start()

    write_whole(pipe, b"more than a pipe holds" * 100_000, force=False)

    reader.join(10)
    assert pipe.is_fifo()


@posix
def test_a_device_is_written_into_and_a_full_one_is_told() -> None:
    write_whole(Path("/dev/null"), b"new", force=True)

    with refusing(UnusableFileError, match="No space left"):
        write_whole(Path("/dev/full"), b"new", force=True)
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("name", [".", "", "missing/a.json", "file/a.json", "a\0.json", f"{'a' * 300}.json"])
def test_what_cannot_be_written_is_told_and_leaves_nothing(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("file").touch()

    with refusing(UnusableFileError, match="cannot be written"):
        write_whole(Path(name), b"new", force=True)
    assert [place.name for place in tmp_path.iterdir()] == ["file"]


@posix
def test_a_link_that_leads_back_to_itself_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.json").symlink_to("a.json")

    with refusing(UnusableFileError, match="symbolic links"):
        write_whole(tmp_path / "a.json", b"new", force=True)


def test_a_name_as_long_as_the_system_allows_is_written(tmp_path: Path) -> None:
    file = tmp_path / f"{'a' * 245}.json"

    write_whole(file, b"new", force=False)

    assert [place.name for place in tmp_path.iterdir()] == [file.name]


def test_no_half_of_a_file_is_left_when_the_disk_fills_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    file = tmp_path / "a.json"
    file.write_bytes(b"old")
    monkeypatch.setattr("os.fsync", full)

    with refusing(UnusableFileError, match="No space left"):
        write_whole(file, b"new", force=True)
    assert {place.name: place.read_bytes() for place in tmp_path.iterdir()} == {"a.json": b"old"}


def test_an_interruption_leaves_no_half_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupted)

    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a.json", b"new", force=True)
    assert list(tmp_path.iterdir()) == []


def test_of_several_files_all_are_written_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"a.yaml": b"a", "schemas/b.json": b"b"}
    written: list[int] = []
    monkeypatch.setattr("os.fsync", written.append)
    write_all(tmp_path / "deep" / "good", files, force=False)
    assert (tmp_path / "deep" / "good" / "schemas" / "b.json").read_bytes() == b"b"

    def full_at_the_second(descriptor: int) -> None:
        written.append(descriptor)
        if len(written) == 2 * len(files):
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full_at_the_second)
    with refusing(UnusableFileError, match="No space left"):
        write_all(tmp_path / "other" / "bad", files, force=False)
    assert [place.name for place in tmp_path.iterdir()] == ["deep"]


@posix
def test_a_link_that_leads_nowhere_yet_is_kept_when_nothing_can_be_written(tmp_path: Path) -> None:
    link = tmp_path / "a.yaml"
    link.symlink_to(tmp_path / "missing" / "a.yaml")

    with refusing(UnusableFileError, match="No such file"):
        write_all(tmp_path, {"a.yaml": b"a", "b.yaml": b"b"}, force=False)
    assert link.is_symlink()
    assert [file.name for file in tmp_path.iterdir()] == ["a.yaml"]


def test_files_put_in_place_before_one_that_cannot_be_are_taken_back(tmp_path: Path) -> None:
    kept = tmp_path / "kept.yaml"
    kept.write_bytes(b"mine")
    files = {"a.yaml": b"a", "b.yaml": b"b"}
    place = Path.replace

    def refused(self: Path, target: Path) -> Path:
        if target.name == "b.yaml":
            raise PermissionError(13, "Permission denied")
        return place(self, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", refused)
        with refusing(UnusableFileError, match="Permission denied"):
            write_all(tmp_path, files, force=False)
    assert [file.name for file in tmp_path.iterdir()] == ["kept.yaml"]


@posix
def test_devices_and_open_streams_are_written_into_and_regular_files_are_not(tmp_path: Path) -> None:
    (tmp_path / "a").touch()

    assert leads_to_a_stream(Path("/dev/null"))
    assert leads_to_a_stream(Path("/dev/stdout"))
    assert not leads_to_a_stream(tmp_path / "a")
    assert not leads_to_a_stream(tmp_path)
    assert not leads_to_a_stream(tmp_path / "missing")
