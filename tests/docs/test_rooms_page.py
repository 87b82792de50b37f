"""The examples in Python of docs/rooms.md and of the README show what the rooms really answer."""

import doctest
import re
from pathlib import Path

import pytest

from tests.docs.pages import ROOT

_EXAMPLES = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_examples_of_the_page_of_rooms_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = (ROOT / "docs" / "rooms.md").read_text(encoding="utf-8")
    examples = doctest.DocTestParser().get_doctest("\n".join(_EXAMPLES.findall(page)), {}, "rooms.md", None, 0)
    runner = doctest.DocTestRunner()

    runner.run(examples)

    assert runner.summarize(verbose=False).attempted > 0
    assert not runner.summarize(verbose=False).failed


@pytest.mark.parametrize("page", ["README.md", "README.fr.md"])
def test_the_example_of_the_readme_prints_what_it_says(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = _EXAMPLES.findall((ROOT / page).read_text(encoding="utf-8"))

    exec(example, {})  # noqa: S102  (our own page)

    assert capsys.readouterr().out.strip() == example.rpartition("# ")[2].strip()
