"""What a run of the tests leaves out is said, and ``--no-skips`` leaves nothing out."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SKIPS = (
    "import pytest\n\n\ndef test_one() -> None:\n    pytest.skip('no reason')\n\n\ndef test_two() -> None:\n    pass\n"
)


@pytest.mark.long
@pytest.mark.parametrize(
    ("processes", "options", "code"), [("0", (), 0), ("0", ("--no-skips",), 1), ("1", ("--no-skips",), 1)]
)
def test_a_skipped_test_fails_the_run_that_wants_none(
    processes: str, options: tuple[str, ...], code: int, tmp_path: Path
) -> None:
    (tmp_path / "test_it.py").write_text(SKIPS, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", f"--numprocesses={processes}", *options]

    done = subprocess.run([*command, tmp_path], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)

    assert "1 passed, 1 skipped" in done.stdout
    assert done.returncode == code
