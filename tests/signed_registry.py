"""A small registry: one cluster has signed with two funders, another with the Région long ago, a third nothing."""

from pathlib import Path

SOURCES = """\
sources:
- {id: report, title: A report, kind: report, reference: true}
- {id: vote, title: A vote of the Région, kind: official, date: "2025-02"}
"""
REGION = """\
name: Bretagne
default_scheme: [{value: annual-60-40, source: report}]
"""
OPERATING = """\
  - id: operating
    funder: Région Bretagne
    years: {2025: 120000, 2026: 130000, 2027: 140000}
    scheme: annual-30-30-40
    signed: "2025-03-12"
    start: "2025-01-01"
    end: "2027-12-31"
    source: vote
    locator: n° 25-01
"""
LAB = """\
  - id: lab
    funder: FEDER
    amount: 240000
    terms:
      agreement: {months: 24, start: 01-01}
      payment_delay: 30d
      instalments:
      - {kind: advance, share: 25%, anchor: start}
      - {kind: balance, share: 75%, anchor: project-end, offset: 2m}
    start: "2025-07-01"
    end: "2027-06-30"
    source: report
"""
CLUSTERS = f"""\
clusters:
- id: alpha
  name: Alpha
  figures:
  - {{year: 2024, regional_grant: 100000, source: report, locator: table 1}}
  agreements:
{OPERATING}{LAB}\
- id: beta
  name: Beta
  figures:
  - {{year: 2024, regional_grant: 50000, source: report, locator: table 1}}
- id: gamma
  name: Gamma
  figures:
  - {{year: 2024, regional_grant: 30000, source: report, locator: table 1}}
  agreements:
  - id: first-years
    funder: Région
    years: {{2022: 30000, 2023: 30000}}
    scheme: annual-60-40
    source: report
  - id: studies
    funder: ADEME
    scheme: triennial
    start: "2026"
    source: report
"""


def write_signed_registry(folder: Path, *, default: bool = True) -> str:
    """Write the registry into a folder, and return its path; without a default scheme of the Région, if so asked."""
    (folder / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    (folder / "region.yaml").write_text(REGION if default else "name: Bretagne\n", encoding="utf-8")
    (folder / "clusters.yaml").write_text(CLUSTERS, encoding="utf-8")
    return str(folder)
