"""Drawing delays fits in memory, whatever is asked."""

from pathlib import Path

import pytest

from benchmarks.delays import MOST_MEMORY, memory, write_long_scheme


@pytest.mark.long
@pytest.mark.parametrize("name", MOST_MEMORY)
def test_drawn_delays_take_less_than_400_mebibytes(name: str, tmp_path: Path) -> None:
    write_long_scheme(tmp_path)

    assert memory(MOST_MEMORY[name], tmp_path) < 400
