"""Keys of data files as French people type them, with the keys of the files: code and keys are English.

The words are those of ``docs/glossary.md`` and of the pages in French.  A word may stand for several keys; the one that
exists at the place is meant.
"""

from collections.abc import Collection, Mapping

from clusters_cli.foundations.names import fold

_KEYS: Mapping[str, tuple[str, ...]] = {
    "adherents": ("members",),
    "agences": ("agencies",),
    "aide": ("aid",),
    "annee": ("year",),
    "annees": ("years",),
    "apprentis": ("apprentices",),
    "avance": ("advance",),
    "base_juridique": ("basis",),
    "budget": ("budget",),
    "budget_annuel": ("budget",),
    "commune": ("commune",),
    "conditions": ("conditions",),
    "convention": ("agreement",),
    "conventions": ("agreements",),
    "cotisations": ("dues",),
    "cout": ("cost",),
    "couts": ("costs",),
    "couts_admissibles": ("eligible_costs",),
    "date": ("date", "as_of"),
    "debut": ("start", "from"),
    "departement": ("department", "number"),
    "departements": ("departments",),
    "depense": ("spending",),
    "domaine": ("domain",),
    "duree": ("months", "years"),
    "echeancier": ("payment_scheme", "scheme"),
    "echeancier_par_defaut": ("default_scheme",),
    "echeanciers": ("schemes",),
    "effectif": ("team",),
    "entreprises_regionales": ("regional_companies",),
    "equipe": ("team",),
    "etp": ("fte",),
    "fiabilite": ("confidence",),
    "fin": ("end", "to", "until"),
    "financeur": ("funder",),
    "fondation": ("founded",),
    "forme_juridique": ("legal_form",),
    "identifiant": ("id",),
    "libelle": ("label", "name"),
    "lieu": ("seat", "locator"),
    "lieux": ("places",),
    "montant": ("amount",),
    "nom": ("name",),
    "nom_complet": ("full_name",),
    "part": ("share",),
    "part_privee": ("private_share",),
    "passage": ("locator",),
    "poste_finance": ("funded_post",),
    "preconisations": ("recommendations",),
    "prestations": ("services_sold",),
    "prestations_vendues": ("services_sold",),
    "recettes": ("resources",),
    "regime": ("regime",),
    "regles": ("rules",),
    "remarque": ("note",),
    "ressources": ("resources",),
    "siege": ("seat",),
    "signature": ("signature", "signed"),
    "signee": ("signed",),
    "site": ("website",),
    "site_web": ("website",),
    "solde": ("balance",),
    "soutien": ("support",),
    "statut": ("status",),
    "subvention": ("grant", "regional_grant"),
    "subvention_etat": ("state_grant",),
    "subvention_region": ("regional_grant",),
    "subvention_regionale": ("regional_grant",),
    "subventions": ("grants",),
    "termes": ("terms",),
    "titre": ("title",),
    "unite": ("unit",),
    "valeur": ("value",),
    "versements": ("instalments",),
}
_BY_FOLD = {fold(french): keys for french, keys in _KEYS.items()}


def english_key(typed: str, known: Collection[str]) -> str | None:
    """Return the key that a French word stands for among those known at a place, ``None`` if it stands for none."""
    return next((key for key in _BY_FOLD.get(fold(typed), ()) if key in known), None)
