"""What each command line ends with: the main situations of every command, one line each.

``{folder}`` stands for a folder with the files below, a sound registry in ``registry``, one without a
frame in ``frameless`` and a broken one in ``broken``.
Nékoé has all it needs, EDEN states neither budget nor grant, and Agreen Tech Valley stands near a threshold.
"""

from collections.abc import Mapping

YES, NO, WRONG, OPEN, UNREADABLE = range(5)
"""What the codes mean, in the words of the README."""

ANSWERS: Mapping[str, int] = {
    "list": YES,
    "list --maturity structured --department 45": YES,
    "show nekoe": YES,
    "show eden": YES,
    "stats": YES,
    # a survey says what is open, a cluster that is named is asked about
    "classify": YES,
    "classify --exclude nekoe": YES,
    "classify nekoe": YES,
    "classify eden": OPEN,
    "classify nekoe eden": OPEN,
    "classify --check": YES,
    "classify --check --budget-threshold 250000": NO,
    "classify nekoe eden --check --budget-threshold 600000": NO,
    "classify nekoe --as-of 2005-06-30": OPEN,
    "classify --check --as-of 2005-06-30": YES,
    "diagnose nekoe": YES,
    "diagnose eden": YES,
    "eligibility": YES,
    "eligibility --award-date 2027-01-01": YES,
    "eligibility --parameters {folder}/no-aid.yaml": YES,
    "eligibility nekoe": OPEN,
    "eligibility nekoe --parameters {folder}/no-aid.yaml": NO,
    "eligibility nekoe eden --parameters {folder}/no-aid.yaml": NO,
    "eligibility nekoe --award-date 2023-03-31 --eligible-costs 270000 --public-aid 100000": OPEN,
    "eligibility nekoe --award-date 2023-03-31 --eligible-costs 100000 --public-aid 100000": NO,
    "eligibility nekoe --award-date 2027-03-31 --eligible-costs 270000 --public-aid 100000": OPEN,
    "eligibility --dossier {folder}/eligible.yaml --as-of 2025-06-01": YES,
    "eligibility --dossier {folder}/dossier.yaml --as-of 2025-06-01": OPEN,
    "eligibility --dossier {folder}/dossier.yaml --as-of 2025-06-01 --grant 70000": NO,
    "eligibility --dossier {folder}/eligible.yaml --dossier {folder}/dossier.yaml": OPEN,
    "eligibility --dossier {folder}/nowhere.yaml": UNREADABLE,
    "eligibility --dossier {folder}/broken.yaml": UNREADABLE,
    "eligibility --parameters {folder}/broken.yaml": UNREADABLE,
    "dossier new nekoe": YES,
    "dossier new eden --for cashflow": YES,
    "dossier check {folder}/dossier.yaml": YES,
    "dossier check {folder}/broken.yaml": NO,
    "dossier check {folder}/dossier.yaml {folder}/broken.yaml": NO,
    "dossier check {folder}/nowhere.yaml": NO,
    "dossier check {folder}": NO,
    "test {folder}/cases.yaml": YES,
    "test {folder}/wrong-cases.yaml": NO,
    "test {folder}/cases.yaml {folder}/wrong-cases.yaml": NO,
    "test {folder}/broken.yaml": NO,
    "test {folder}/nowhere.yaml": NO,
    "test {folder}/cases.yaml --parameters {folder}/broken.yaml": UNREADABLE,
    "cashflow --scheme annual-60-40": YES,
    "cashflow --scheme annual-60-40 --exclude eden": YES,
    "cashflow nekoe --scheme annual-60-40": YES,
    "cashflow nekoe": YES,
    "cashflow eden --scheme annual-60-40": OPEN,
    "cashflow nekoe eden --scheme annual-60-40": OPEN,
    "cashflow nekoe --scheme annual-60-40 --max-peak 100000": YES,
    "cashflow nekoe --scheme annual-60-40 --max-peak 1000": NO,
    "cashflow nekoe eden --scheme annual-60-40 --max-peak 1000": NO,
    "cashflow nekoe eden --scheme annual-60-40 --max-peak 100000": OPEN,
    "cashflow --scheme annual-60-40 --max-peak 1000000": YES,
    "cashflow --scheme annual-60-40 --max-peak 1000": NO,
    "cashflow --grant 1000 --scheme all --max-peak 1": NO,
    "cashflow nekoe --scheme annual-60-40 --max-peak 1 --delays balance=uniform(0,9) --draws 9": YES,
    "cashflow eden --scheme annual-60-40 --delays balance=uniform(0,9) --draws 9": OPEN,
    "cashflow --dossier {folder}/project.yaml": YES,
    "cashflow --dossier {folder}/broken.yaml": UNREADABLE,
    "cashflow --scheme annual-60-40 --schemes {folder}/nowhere.yaml": UNREADABLE,
    "schemes list": YES,
    "schemes list --schemes {folder}/broken.yaml": UNREADABLE,
    "schemes show triennial": YES,
    "credits --from annual-60-40 --to triennial": YES,
    "credits nekoe --from annual-60-40 --to triennial": YES,
    "credits eden --from annual-60-40 --to triennial": OPEN,
    "pool --scheme annual-60-40": YES,
    "pool": YES,
    "pool nekoe dream --scheme annual-60-40": YES,
    "pool nekoe eden --scheme annual-60-40": OPEN,
    "pool nekoe dream --scheme annual-60-40 --dossier {folder}/broken.yaml": UNREADABLE,
    "poles list": YES,
    "poles show s2e2": YES,
    "programmes list": YES,
    "programmes show interreg-nwe": YES,
    "programmes match nekoe": YES,
    "programmes match eden": YES,
    "programmes match --programme france-2030": YES,
    "region": YES,
    "region --registry {folder}/frameless": YES,
    "diagnose nekoe --registry {folder}/frameless": YES,
    "validate {folder}/registry": YES,
    "validate {folder}/registry --strict": YES,
    "validate {folder}/broken": NO,
    "validate {folder}/registry {folder}/broken": NO,
    "validate {folder}/nowhere": NO,
    "validate --all {folder}": NO,
    "audit": YES,
    "audit --check": NO,
    "audit --only stale --as-of 2031-01-01": YES,
    "schema clusters": YES,
    "schema": YES,
    "explain REG103": YES,
    "explain K21": YES,
    "explain": YES,
    "init {folder}/fresh": YES,
    "init {folder}/named --name Bretagne": YES,
    "init {folder}/broken.yaml": UNREADABLE,
}
"""Command lines that ask something, and what the answer means."""

MISTAKES: tuple[str, ...] = (
    "",
    "lits",
    "list --department 99",
    "list extra",
    "show nobody",
    "stats --by colour",
    "classify nobody",
    "diagnose",
    "eligibility nekoe --award-date 2025-02-31",
    "eligibility nekoe --eligible-costs lots",
    "eligibility --public-aid 1000",
    "dossier new nobody",
    "dossier check",
    "test",
    "cashflow --registry {folder}/frameless",
    "cashflow nekoe --scheme nothing",
    "cashflow nekoe --scheme feder --years 2",
    "schemes list extra",
    "schemes show nothing",
    "credits --from annual-60-40",
    "pool --scheme nothing",
    "poles list extra",
    "poles show nobody",
    "programmes list extra",
    "programmes show nothing",
    "programmes match",
    "region extra",
    "validate",
    "audit --only nothing",
    "schema nothing",
    "explain REG999",
    "init",
    "init {folder}/registry",
    "init {folder}/nameless --name ''",
)
"""Command lines that are wrong; the empty one stands for an option that nothing knows, added to every command."""

JUDGES = ("validate", "dossier check", "test")
"""Commands that judge files: what they cannot read is not sound."""

FILES: Mapping[str, str] = {
    "broken.yaml": "a: [\n",
    "no-aid.yaml": "name: no aid\nparameters:\n- {id: cluster-operating-intensity, value: 0.01}\n",
    "wrong-cases.yaml": """\
as_of: 2025-06-01
dossier:
  id: demo
  aid: {type: operating, basis: article-27, award_date: 2025-03-31}
  totals: {eligible_costs: 270000, public_aid: 135000}
cases:
- name: half of the costs is above the cap
  expect: {K24: fail}
""",
}
"""Files besides those of the walk over pairs of options."""
