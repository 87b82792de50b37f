"""A small registry that tests spoil one line at a time."""

from collections.abc import Callable
from pathlib import Path

import pytest

SMALL = {
    "sources.yaml": """\
sources:
- {id: report, title: A report, kind: report, reference: true}
- {id: press, title: An article, kind: press, checked: "2024-05-01"}
""",
    "places.yaml": """\
places:
- {id: tours, commune: Tours, latitude: 47.394, longitude: 0.685, source: report}
""",
    "clusters.yaml": """\
domains:
- {id: health, name: {en: Health}, source: report}
clusters:
- id: alpha
  name: Alpha
  seat: [{value: tours, source: report}]
  founded: [{value: "2009", source: report}, {value: "2002", source: press}]
  domain: [{value: health, source: report}]
  support: [{funder: Région, supported: yes, source: report}]
  figures:
  - {year: 2021, members: 10, regional_grant: 1000, source: report}
  - {year: 2021, members: 12, source: press}
  programmes:
  - {programme: plan, strand: hydrogen, strength: direct, source: report}
- id: beta
  name: Beta
  support: [{funder: Région, supported: no, source: report}]
  figures:
  - {year: 2022, regional_grant: 500, source: report}
  unknown:
  - {field: members, reason: {en: blank cell}, source: report}
""",
    "programmes.yaml": """\
programmes:
- id: plan
  name: {en: The plan}
  kind: national-plan
  audience: [{audience: supported-clusters, reason: {en: the report says so}, source: report}]
  strands:
  - {id: hydrogen, name: {en: Hydrogen}, source: report}
  - {id: space, name: {en: Space}, source: report}
""",
    "poles.yaml": """\
phases:
- {id: phase-1, name: {en: Phase I}}
poles:
- id: gamma
  name: Gamma
  regions: [{value: [Here, There], source: report}]
  labels: [{outcome: labelled, phase: phase-1, source: report}]
  figures: [{year: 2021, regional_grant: 70, state_grant: 30, source: report}]
""",
}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The folder of a small valid registry."""
    for name, text in SMALL.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def spoiled(small: Path) -> Callable[[str, str, str], Path]:
    """Replace one text of one file, and return the registry's folder."""

    def spoil(file: str, old: str, new: str) -> Path:
        text = (small / file).read_text(encoding="utf-8") if (small / file).exists() else ""
        assert old in text
        (small / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        return small

    return spoil
