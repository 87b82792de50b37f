"""What a model refuses is told of the data; what it trips over is a bug, and no fault of the data."""

from typing import Self

import pytest
from pydantic import model_validator

from clusters_cli.foundations.fields import Line, Model
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.strict_yaml import Document
from clusters_cli.foundations.text import Text
from clusters_cli.foundations.validation import check
from tests.wording import told

RAISED: dict[str, Exception] = {
    "refused": RefusedError(Text("is refused")),
    "forgotten": AssertionError("Expected code to be unreachable"),
    "broken": ValueError("not enough values to unpack"),
}


class Fragile(Model):
    """A model for trials.

    Attributes:
        word: what its validator raises.
    """

    word: Line

    @model_validator(mode="after")
    def _raises(self) -> Self:
        raise RAISED[self.word]


def test_what_a_model_refuses_is_a_problem_of_the_data() -> None:
    _model, problems = check(Document("own.yaml", "word: refused", {"word": "refused"}), Fragile)

    assert "REG103 is refused" in told(problems)


@pytest.mark.parametrize("word", ["forgotten", "broken"])
def test_what_a_model_trips_over_is_raised_as_the_bug_it_is(word: str) -> None:
    with pytest.raises(type(RAISED[word]), match=str(RAISED[word])):
        check(Document("own.yaml", f"word: {word}", {"word": word}), Fragile)
