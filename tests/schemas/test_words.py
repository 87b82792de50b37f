"""What a schema says of one word it says of each way of writing it, as the models do."""

from typing import Any

import jsonschema
import pytest
from pydantic import ValidationError

from clusters_cli.foundations.fields import Model
from clusters_cli.foundations.json_schema import schema_of
from clusters_cli.foundations.words import Vocabulary
from clusters_cli.registry.models.aid import AidRegime, Parameter
from clusters_cli.registry.models.claim_words import ClaimUnit, SelectedEntries
from clusters_cli.registry.models.claims import Claim, Selection
from clusters_cli.registry.models.law_words import ConfidenceLetter, ParameterUnit, RegimeKind

IN_FORCE: dict[str, Any] = {
    "reference": {"title": "A text", "url": "https://example.org"},
    "confidence": "B",
    "checked": "2026-11-22",
}
VALUES = ("60 %", "0.5", "5", "-1", "-0", "1e3", "2026-12-31", "yes", "oui", "non", "perhaps")
SELECTIONS: tuple[dict[str, str], ...] = (
    {},
    {"measure": "budget"},
    {"measure": "members"},
    {"measure": "amount"},
    {"year": "2021"},
    {"maturity": "structured"},
    {"programme": "plan"},
    {"strength": "direct"},
    {"scope": "total"},
)


def written(*kinds: type[Vocabulary]) -> list[str]:
    """Every way of writing a word of some sets, and a word of none."""
    return [*(spelling for kind in kinds for spelling in kind.written()), "nothing"]


def judged(model: type[Model], document: dict[str, Any]) -> tuple[bool, bool]:
    """Whether a model accepts a document, and whether its schema does."""
    schema = jsonschema.Draft202012Validator(schema_of(model, "x"))
    try:
        model.model_validate(document)
    except ValidationError:
        return False, schema.is_valid(document)
    return True, schema.is_valid(document)


@pytest.mark.parametrize("unit", written(ParameterUnit))
def test_the_values_of_a_unit_are_those_of_the_model_however_it_is_written(unit: str) -> None:
    answers = {
        value: judged(
            Parameter,
            {"id": "demo", "name": {"en": "Demo"}, "unit": unit, "values": [{**IN_FORCE, "value": value}]},
        )
        for value in VALUES
    }

    assert {value: answer for value, answer in answers.items() if len(set(answer)) > 1} == {}
    assert any(accepted for accepted, _schema in answers.values()) is (unit != "nothing")


@pytest.mark.parametrize("entries", written(SelectedEntries))
def test_what_a_selection_may_hold_is_the_same_however_its_entries_are_written(entries: str) -> None:
    answers = [judged(Selection, {"entries": entries, **selection}) for selection in SELECTIONS]

    assert [answer for answer in answers if len(set(answer)) > 1] == []
    assert answers[0] == ((entries != "nothing"),) * 2
    assert not all(accepted for accepted, _schema in answers)


@pytest.mark.parametrize("unit", written(ClaimUnit))
def test_a_claim_counts_in_each_unit_however_it_is_written(unit: str) -> None:
    claim = {
        "id": "demo",
        "title": {"en": "Demo"},
        "unit": unit,
        "printed": {"value": "1", "source": "report"},
        "terms": [{"value": "1", "label": {"en": "one"}}],
    }

    assert judged(Claim, claim) == ((unit != "nothing"),) * 2


@pytest.mark.parametrize("word", written(ConfidenceLetter, RegimeKind))
def test_a_regime_is_of_a_kind_and_read_with_a_confidence_however_they_are_written(word: str) -> None:
    regime = {**IN_FORCE, "id": "demo", "number": "SA.1", "name": {"en": "Demo"}, "kind": "framework"}

    assert judged(AidRegime, {**regime, "confidence": word}) == ((word in ConfidenceLetter.written()),) * 2
    assert judged(AidRegime, {**regime, "kind": word}) == ((word in RegimeKind.written()),) * 2
