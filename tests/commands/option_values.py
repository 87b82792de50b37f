"""What the walk over pairs of options types: command lines to start from, and one telling value for each option.

A value is telling when it changes the answer of the command line it is added to, or is refused there with the reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

Typed = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Start:
    """A command line to which options are added; ``{folder}`` stands for the folder of the files below.

    Attributes:
        line: the command and what it needs, as typed.
        values: options whose telling value is another one here; an empty one where none can tell anything.
    """

    line: str
    values: Mapping[str, Typed] = field(default_factory=dict)

    @property
    def words(self) -> Typed:
        """What is typed."""
        return tuple(self.line.split())


COMMON: Mapping[str, Typed] = {
    "--registry": ("--registry", "{folder}/registry"),
    "--default-scheme": ("--default-scheme", "triennial"),
    "--format": ("--format", "json"),
    "--output": ("--output", "{folder}/answer.yaml"),
    "--force": ("--force",),
    "--exclude": ("--exclude", "aerocentre"),
    "--with-ended": ("--with-ended",),
    "--schemes": ("--schemes", "{folder}/own.yaml"),
    "--signed": ("--signed", "06-15"),
    "--payment-delay": ("--payment-delay", "10"),
    "--balance-month": ("--balance-month", "3"),
    "--years": ("--years", "2"),
    "--start": ("--start", "2025"),
    "--as-of": ("--as-of", "2035-06-30"),
    "--rate": ("--rate", "4"),
    "--day-count": ("--day-count", "360"),
    "--quarterly": ("--quarterly",),
    "--overdraft-commission": ("--overdraft-commission", "0.1%"),
    "--commission-cap": ("--commission-cap", "10%"),
    "--chart": ("--chart",),
    "--grant": ("--grant", "100000"),
    "--explain": ("--explain",),
    "--check": ("--check",),
    "--parameters": ("--parameters", "{folder}/parameters.yaml"),
}

VALUES: Mapping[str, Mapping[str, Typed]] = {
    "list": {
        "--maturity": ("--maturity", "structured"),
        "--department": ("--department", "45"),
        "--domain": ("--domain", "agriculture-water", "--domain", "digital"),
        "--supported": ("--not-supported",),
        "--sort": ("--sort", "-name"),
        "--columns": ("--columns", "name,seat"),
        "--as-of": ("--as-of", "2022-06-30"),
    },
    "stats": {"--by": ("--by", "maturity"), "--supported": ("--supported",), "--as-of": ("--as-of", "2024-06-30")},
    "classify": {
        "--as-of": ("--as-of", "2022-06-30"),
        "--young-years": ("--young-years", "20"),
        "--budget-threshold": ("--budget-threshold", "400000"),
        "--team-threshold": ("--team-threshold", "1"),
    },
    "diagnose": {"--cash-months": ("--cash-months", "1"), "--as-of": ("--as-of", "2020-06-30")},
    "eligibility": {
        "--dossier": ("--dossier", "{folder}/dossier.yaml"),
        "--award-date": ("--award-date", "2023-03-31"),
        "--eligible-costs": ("--eligible-costs", "270000"),
        "--public-aid": ("--public-aid", "100000"),
        "--grant": ("--grant", "50000"),
        "--as-of": ("--as-of", "2026-05-01"),
    },
    "minimis": {
        "--register": ("--register", "{folder}/aides_minimis.csv"),
        "--award": ("--award", "2025-03-31=290000"),
        "--group": ("--group", "552100554"),
        "--dossier": ("--dossier", "{folder}/history.yaml"),
        "--amount": ("--amount", "12345"),
        "--alone": ("--alone",),
        "--statement": ("--statement",),
        "--annex": ("--annex",),
        "--as-of": ("--as-of", "2027-06-30"),
    },
    "dossier new": {"--for": ("--for", "treasury")},
    "cashflow": {
        "--scheme": ("--scheme", "triennial"),
        "--project-months": ("--project-months", "24"),
        "--spending": ("--spending", "front"),
        "--late": ("--late", "advance=3m"),
        "--part": ("--part", "base=70%"),
        "--actual-cost": ("--actual-cost", "90%"),
        "--accepted": ("--accepted", "80%"),
        "--cost": ("--cost", "900000"),
        "--others-paid": ("--others-paid", "2031-06-30"),
        "--fee": ("--fee", "1%"),
        "--guarantee": ("--guarantee", "250"),
        "--ceiling": ("--ceiling", "12345"),
        "--bank-cost": ("--bank-cost", "1500"),
        "--dailly": ("--dailly", "70%"),
        "--dailly-fee": ("--dailly-fee", "20"),
        "--advance-guarantee": ("--advance-guarantee", "0.1%"),
        "--fail-above": ("--fail-above", "12000"),
        "--max-peak": ("--max-peak", "12000"),
        "--delays": ("--delays", "balance=uniform(0,300)"),
        "--draws": ("--draws", "60"),
        "--seed": ("--seed", "2"),
        "--correlation": ("--correlation", "0.5"),
        "--by": ("--by", "quarter"),
    },
    "treasury": {
        "--from": ("--from", "2025-03"),
        "--months": ("--months", "30"),
        "--opening-cash": ("--opening-cash", "-2500"),
        "--scheme": ("--scheme", "triennial"),
        "--late": ("--late", "advance=3m"),
        "--part": ("--part", "base=70%"),
        "--actual-cost": ("--actual-cost", "99%"),
        "--accepted": ("--accepted", "80%"),
        "--others-paid": ("--others-paid", "2031-06-30"),
        "--fee": ("--fee", "1%"),
        "--guarantee": ("--guarantee", "250"),
        "--ceiling": ("--ceiling", "100"),
        "--bank-cost": ("--bank-cost", "1500"),
        "--dailly": ("--dailly", "1%"),
        "--dailly-fee": ("--dailly-fee", "20"),
        "--advance-guarantee": ("--advance-guarantee", "0.1%"),
        "--max-overdraft": ("--max-overdraft", "100"),
        "--actuals": ("--actuals", "{folder}/bank.csv"),
        "--mapping": ("--mapping", "{folder}/rules.yaml"),
        "--real-cash": ("--real-cash", "4321"),
        "--shift-overdue": ("--shift-overdue",),
        "--keep-early": ("--keep-early",),
        "--encoding": ("--encoding", "utf-16"),
        "--entry-day": ("--entry-day", "document"),
        "--fail-below": ("--fail-below", "-100"),
        "--delays": ("--delays", "advance=uniform(0,300)"),
        "--draws": ("--draws", "60"),
        "--seed": ("--seed", "2"),
        "--by": ("--by", "quarter"),
    },
    "credits": {
        "--from": ("--from", "annual-60-40"),
        "--to": ("--to", "annual-30-30-40"),
        "--switch": ("--switch", "2028"),
    },
    "pool": {
        "--scheme": ("--scheme", "triennial"),
        "--own-cash": ("--own-cash", "nekoe=20000"),
        "--dossier": ("--dossier", "{folder}/project.yaml"),
    },
    "region": {"--as-of": ("--as-of", "2020-06-30")},
    "poles list": {"--as-of": ("--as-of", "2035-01-01")},
    "legal list": {"--as-of": ("--as-of", "2023-03-31")},
    "poles show": {"--as-of": ("--as-of", "2035-01-01")},
    "programmes list": {"--standing": ("--standing", "open"), "--as-of": ("--as-of", "2035-01-01")},
    "programmes show": {"--as-of": ("--as-of", "2035-01-01")},
    "programmes match": {"--programme": ("--programme", "pia-4"), "--as-of": ("--as-of", "2035-01-01")},
    "init": {"--name": ("--name", "Bretagne")},
    "validate": {"--strict": ("--strict",), "--all": ("--all",), "--as-of": ("--as-of", "1995-01-01")},
    "audit": {
        "--only": ("--only", "claims"),
        "--as-of": ("--as-of", "2031-01-01"),
        "--older-than": ("--older-than", "1"),
    },
}

BOTH = frozenset({"data", "shown"})

SEEN: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("--format", "--output", "--force"), frozenset({"output"})),
    **dict.fromkeys(("--chart", "--columns", "--explain", "classify --check"), frozenset({"shown"})),
    **dict.fromkeys(
        ("eligibility --with-ended", "list --with-ended", "poles list --with-ended", "region --as-of"),
        frozenset({"shown"}),
    ),
    "cashflow --by": BOTH,
    "treasury --by": frozenset({"shown"}),
    "audit --check": frozenset({"code"}),
    "validate --strict": frozenset({"code"}),
}
"""Where the work of an option may be seen, if not in both the data and what people are shown.

Lines of another length (``--by``) are shown where there is a table over time or a chart, and in the data of plans.
"""

REPLACED = (
    ("--schemes", "--registry"),
    ("--parameters", "--registry"),
    ("--dossier", "--as-of"),
    ("--dossier", "--award-date"),
    ("--supported", "--with-ended"),
    ("--as-of", "--with-ended"),
    ("--ceiling", "--dailly"),
)
"""Pairs of which the first stands in for what the second would have said: it alone is seen to work.

A file's schemes and parameters take the place of the registry's; of several dossiers only verdicts are shown.
Nobody ended among those that the Région does not support, nor before an earlier day.
A ceiling below what the bank lends on what is assigned holds alone.
"""

STARTS: tuple[Start, ...] = (
    Start("list"),
    Start("show nekoe"),
    Start("stats"),
    Start("classify"),
    Start("classify nekoe dream", {"--young-years": ("--young-years", "25")}),
    Start("diagnose nekoe"),
    Start("eligibility"),
    Start("eligibility nekoe --award-date 2023-03-31 --eligible-costs 270000", {"--as-of": ("--as-of", "2023-09-01")}),
    Start("eligibility --dossier {folder}/dossier.yaml", {"--award-date": ("--award-date", "2025-04-01")}),
    Start("eligibility --dossier {folder}/totals.yaml", {"--award-date": ("--award-date", "2025-04-01")}),
    Start("minimis 732829320", {"--registry": ()}),
    Start("minimis nekoe --award 2024-03-31=5000", {"--register": (), "--registry": ()}),
    Start("dossier new nekoe"),
    Start("dossier check {folder}/dossier.yaml"),
    Start("test {folder}/cases.yaml"),
    Start("cashflow nekoe --scheme annual-30-30-40"),
    Start("cashflow nekoe --scheme triennial-parts --part base=60%", {"--part": (), "--schemes": ()}),
    Start("cashflow nekoe --scheme annual-60-40 --rate 5 --overdraft-commission 0.05%"),
    Start("cashflow nekoe --scheme annual-60-40 --dailly 80%", {"--ceiling": ("--ceiling", "9000")}),
    Start("cashflow nekoe dream --scheme annual-60-40 --delays balance=uniform(0,300) --draws 40"),
    Start("cashflow nekoe dream --scheme annual-60-40 --scheme annual-30-30-40"),
    Start("treasury {folder}/project.yaml", {"--scheme": ("--scheme", "annual-30-30-40")}),
    Start("treasury {folder}/project.yaml --scheme annual-60-40 --scheme annual-30-30-40", {"--dailly": ()}),
    Start(
        "treasury {folder}/project.yaml --actuals {folder}/bank.csv",
        dict.fromkeys(("--encoding", "--from", "--opening-cash", "--ceiling", "--dailly"), ()),
    ),
    Start("treasury {folder}/unpaid.yaml", {"--registry": (), "--from": ("--from", "2026-03")}),
    Start("cashflow --scheme feder --grant 500000", {"--bank-cost": ("--bank-cost", "60000")}),
    Start(
        "cashflow --scheme waiting --schemes {folder}/own.yaml --grant 500000 --others-paid 2031-01-31",
        {"--bank-cost": ("--bank-cost", "60000"), "--scheme": ("--scheme", "feder"), "--registry": ()},
    ),
    Start("schemes list"),
    Start("schemes show triennial"),
    Start("credits --from annual-60-40 --to triennial"),
    Start("credits nekoe dream --from annual-60-40 --to triennial"),
    Start("pool --scheme annual-60-40"),
    Start("pool --scheme annual-60-40 --rate 4 --overdraft-commission 0.05% --quarterly"),
    Start("pool nekoe dream --scheme annual-60-40", {"--exclude": ("--exclude", "nekoe")}),
    Start("criteria"),
    Start("legal list", {"--registry": ()}),
    Start("legal show de-minimis", {"--registry": ()}),
    Start("obstacles list"),
    Start("obstacles show D"),
    Start("recommendations list"),
    Start("recommendations show 2"),
    Start("poles list"),
    Start("poles show s2e2"),
    Start("poles phases"),
    Start("networks list"),
    Start("networks show france-clusters"),
    Start("sources list"),
    Start("sources show ceser-2023"),
    Start("programmes list"),
    Start("programmes show interreg-nwe"),
    Start("programmes match nekoe"),
    Start("programmes match --programme pia-4"),
    Start("region"),
    Start("validate", {"--strict": ()}),
    Start("validate {folder}/doubtful", {"--all": (), "--as-of": ()}),
    Start("audit --as-of 2028-01-01", {"--older-than": ("--older-than", "3000")}),
    Start("audit --older-than 100"),
    Start("schema clusters"),
    Start("explain REG103"),
    Start("init {fresh}", {"--force": ()}),
)

FILES: Mapping[str, str] = {
    "own.yaml": """\
schemes:
- id: annual-60-40
  name: {en: Half and half}
  agreement: {years: 1, signature: 03-31}
  payment_delay: 60d
  instalments:
  - {kind: advance, share: 0.50, anchor: signature}
  - {kind: balance, share: 0.50, anchor: year-end, offset: 6m}
- id: annual-30-30-40
  name: {en: Half and half again}
  agreement: {years: 1, signature: 03-31}
  payment_delay: 60d
  instalments:
  - {kind: advance, share: 0.50, anchor: signature}
  - {kind: interim, share: 0.10, anchor: signature, offset: 6m}
  - {kind: balance, share: 0.40, anchor: year-end, offset: 6m}
- id: triennial
  name: {en: Half and half for three years}
  agreement: {years: 3, signature: 03-31, renewal: 01-01}
  payment_delay: 60d
  instalments:
  - {kind: advance, share: 0.50, anchor: signature}
  - {kind: balance, share: 0.50, anchor: year-end, offset: 6m}
- id: feder
  name: {en: A project}
  agreement: {months: 48, start: 01-01}
  payment_delay: 0
  instalments:
  - {kind: advance, share: 0.50, anchor: start}
  - {kind: balance, share: 0.50, anchor: project-end}
- id: waiting
  name: {en: Once the others have paid}
  agreement: {months: 48, start: 01-01}
  payment_delay: 60d
  instalments:
  - {kind: balance, anchor: project-end, claim: 2m, not_before: {anchor: others-paid}}
""",
    "project.yaml": """\
id: demo-2025
cluster: dream
aid: {type: operating}
project: {start: 2025-01-01, end: 2025-12-31}
costs:
- {label: Cluster manager, amount: 90000}
- {label: Trade fair, amount: 30000, timing: {on: 2025-09-30}}
resources:
- {label: Grant of the Region, kind: region, amount: 60000, status: requested, timing: {scheme: annual-60-40}}
- {label: Dues of members, kind: dues, sector: private, amount: 40000, timing: {on: 2025-02-28}}
- {label: Services, kind: sales, sector: private, amount: 20000}
treasury: {opening_cash: 15000}
""",
    "bank.csv": """\
Date;Libellé;Montant
31/01/2025;Salaires;-9000,00
15/02/2025;Dues of members;41500,00
20/02/2025;Services;12000,00
03/03/2025;EDF;-120,00
""",
    "rules.yaml": """\
rules:
- {words: salaires, line: Cluster manager}
- {words: edf, kind: running}
""",
    "unpaid.yaml": """\
id: demo-2026
aid: {type: operating}
project: {start: 2026-01-01, end: 2026-12-31}
costs:
- {label: Cluster manager, amount: 90000}
resources:
- {label: Dues of members, kind: dues, sector: private, amount: 90000, timing: {on: 2026-12-31}}
treasury: {opening_cash: 1000}
""",
    "dossier.yaml": """\
id: demo
cluster: nekoe
aid: {type: operating, basis: article-27, award_date: 2025-03-31}
project: {start: 2025-01-01, end: 2025-12-31, missions: {a: 0, b: 120000, c: 0}}
costs:
- {label: Manager, purpose: animation, nature: personnel, amount: 120000}
resources:
- {label: Region, kind: region, amount: 60000, status: requested}
- {label: Dues, kind: dues, sector: private, amount: 60000}
""",
    "history.yaml": """\
id: demo
cluster: nekoe
aid: {type: operating}
history: {awards: [{kind: de-minimis, amount: 7000, on: 2026-03-31}]}
""",
    "aides_minimis.csv": """\
identifiant_beneficiaire;regime;montant_esb;date_octroi;autorite;date_declaration
732829320;Minimis;40000.0;2026-02-15;Région Centre-Val de Loire;2026-02-20
552100554;Minimis;3187.5;2026-05-04;DGE - Economie Finances;2026-05-10
356000000;Minimis;;2026-05-04;DGE - Economie Finances;2028-12-15
""",
    "totals.yaml": """\
id: demo
cluster: nekoe
aid: {type: operating, basis: article-27, award_date: 2025-03-31}
project: {start: 2025-01-01, end: 2025-12-31}
totals: {eligible_costs: 240000, public_aid: 130000, grant: 60000}
""",
    "parameters.yaml": """\
name: half a cap
parameters:
- {id: cluster-operating-intensity, value: 0.30}
""",
    "cases.yaml": """\
as_of: 2025-06-01
dossier:
  id: demo
  aid: {type: operating, basis: article-27, award_date: 2025-03-31}
  totals: {eligible_costs: 270000, public_aid: 135000}
cases:
- name: half of the costs is within the cap
  expect: {K24: pass}
""",
}
"""The files that command lines name."""

REGISTRY_CHANGES: Mapping[str, str] = {
    r"^(- id: .*\n  name: )(?=[^{\n])": r"\1Other ",
    r"payment_delay: 60d": "payment_delay: 45d",
    r"(share: )0\.60(.*\n.*share: )0\.40": r"\g<1>0.55\g<2>0.45",
    r"share: 0.20": "share: 0.30",
    r"share: 0.80": "share: 0.70",
    r"(regional_grant: )(\d)": r"\g<1>1\2",
    r"en: INTERREG North-West Europe\}": r"en: Another INTERREG}",
    r"(members: )(\d)": r"\g<1>1\2",
    r"value: 0.50": "value: 0.45",
    r"poles: 55, ": "poles: 54, ",
    r'en: "large enough yearly budget"': 'en: "quite a yearly budget"',
    r"title: \"Clusters de demain": 'title: "Les clusters de demain',
    r"publisher: CESER": "publisher: Le CESER",
    r"en: Too few means to bring": "en: No means to bring",
    r"en: Fragile cash positions": "en: Cash positions that are fragile",
    r"question: \{fr: (.*), en: \"How to": r"question: {fr: \1, en: \"By what means to",
}
"""How the registry of ``--registry`` differs from the packaged one: patterns, and what replaces them."""
