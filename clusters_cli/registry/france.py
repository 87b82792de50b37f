"""The Régions and departments of France: what is official, and so the same for every registry.

The numbers and names are those of the Code officiel géographique of the INSEE (1 January 2024), the NUTS codes those of
level 2 of Regulation (EU) 2016/2066, which keeps the Régions of before 2016 apart.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from clusters_cli.foundations.names import fold


class FrenchRegion(NamedTuple):
    """A Région of France.

    Attributes:
        insee: its code in the Code officiel géographique.
        name: what it is called.
        nuts: its codes of NUTS 2, several where it was made of several.
        departments: the numbers of its departments.
    """

    insee: str
    name: str
    nuts: tuple[str, ...]
    departments: tuple[str, ...]


DEPARTMENTS: Mapping[str, str] = {
    "01": "Ain",
    "02": "Aisne",
    "03": "Allier",
    "04": "Alpes-de-Haute-Provence",
    "05": "Hautes-Alpes",
    "06": "Alpes-Maritimes",
    "07": "Ardèche",
    "08": "Ardennes",
    "09": "Ariège",
    "10": "Aube",
    "11": "Aude",
    "12": "Aveyron",
    "13": "Bouches-du-Rhône",
    "14": "Calvados",
    "15": "Cantal",
    "16": "Charente",
    "17": "Charente-Maritime",
    "18": "Cher",
    "19": "Corrèze",
    "2A": "Corse-du-Sud",
    "2B": "Haute-Corse",
    "21": "Côte-d’Or",
    "22": "Côtes-d’Armor",
    "23": "Creuse",
    "24": "Dordogne",
    "25": "Doubs",
    "26": "Drôme",
    "27": "Eure",
    "28": "Eure-et-Loir",
    "29": "Finistère",
    "30": "Gard",
    "31": "Haute-Garonne",
    "32": "Gers",
    "33": "Gironde",
    "34": "Hérault",
    "35": "Ille-et-Vilaine",
    "36": "Indre",
    "37": "Indre-et-Loire",
    "38": "Isère",
    "39": "Jura",
    "40": "Landes",
    "41": "Loir-et-Cher",
    "42": "Loire",
    "43": "Haute-Loire",
    "44": "Loire-Atlantique",
    "45": "Loiret",
    "46": "Lot",
    "47": "Lot-et-Garonne",
    "48": "Lozère",
    "49": "Maine-et-Loire",
    "50": "Manche",
    "51": "Marne",
    "52": "Haute-Marne",
    "53": "Mayenne",
    "54": "Meurthe-et-Moselle",
    "55": "Meuse",
    "56": "Morbihan",
    "57": "Moselle",
    "58": "Nièvre",
    "59": "Nord",
    "60": "Oise",
    "61": "Orne",
    "62": "Pas-de-Calais",
    "63": "Puy-de-Dôme",
    "64": "Pyrénées-Atlantiques",
    "65": "Hautes-Pyrénées",
    "66": "Pyrénées-Orientales",
    "67": "Bas-Rhin",
    "68": "Haut-Rhin",
    "69": "Rhône",
    "70": "Haute-Saône",
    "71": "Saône-et-Loire",
    "72": "Sarthe",
    "73": "Savoie",
    "74": "Haute-Savoie",
    "75": "Paris",
    "76": "Seine-Maritime",
    "77": "Seine-et-Marne",
    "78": "Yvelines",
    "79": "Deux-Sèvres",
    "80": "Somme",
    "81": "Tarn",
    "82": "Tarn-et-Garonne",
    "83": "Var",
    "84": "Vaucluse",
    "85": "Vendée",
    "86": "Vienne",
    "87": "Haute-Vienne",
    "88": "Vosges",
    "89": "Yonne",
    "90": "Territoire de Belfort",
    "91": "Essonne",
    "92": "Hauts-de-Seine",
    "93": "Seine-Saint-Denis",
    "94": "Val-de-Marne",
    "95": "Val-d’Oise",
    "971": "Guadeloupe",
    "972": "Martinique",
    "973": "Guyane",
    "974": "La Réunion",
    "976": "Mayotte",
}
"""The name of each department by its number."""
COLLECTIVITIES: Mapping[str, str] = {
    "975": "Saint-Pierre-et-Miquelon",
    "977": "Saint-Barthélemy",
    "978": "Saint-Martin",
    "984": "Terres australes et antarctiques françaises",
    "986": "Wallis-et-Futuna",
    "987": "Polynésie française",
    "988": "Nouvelle-Calédonie",
    "989": "La Passion-Clipperton",
}
"""What takes the place of a department overseas, by its number: no Région holds it."""
FRENCH_REGIONS: tuple[FrenchRegion, ...] = (
    FrenchRegion("01", "Guadeloupe", ("FRY1",), ("971",)),
    FrenchRegion("02", "Martinique", ("FRY2",), ("972",)),
    FrenchRegion("03", "Guyane", ("FRY3",), ("973",)),
    FrenchRegion("04", "La Réunion", ("FRY4",), ("974",)),
    FrenchRegion("06", "Mayotte", ("FRY5",), ("976",)),
    FrenchRegion("11", "Île-de-France", ("FR10",), ("75", "77", "78", "91", "92", "93", "94", "95")),
    FrenchRegion("24", "Centre-Val de Loire", ("FRB0",), ("18", "28", "36", "37", "41", "45")),
    FrenchRegion("27", "Bourgogne-Franche-Comté", ("FRC1", "FRC2"), ("21", "25", "39", "58", "70", "71", "89", "90")),
    FrenchRegion("28", "Normandie", ("FRD1", "FRD2"), ("14", "27", "50", "61", "76")),
    FrenchRegion("32", "Hauts-de-France", ("FRE1", "FRE2"), ("02", "59", "60", "62", "80")),
    FrenchRegion(
        "44", "Grand Est", ("FRF1", "FRF2", "FRF3"), ("08", "10", "51", "52", "54", "55", "57", "67", "68", "88")
    ),
    FrenchRegion("52", "Pays de la Loire", ("FRG0",), ("44", "49", "53", "72", "85")),
    FrenchRegion("53", "Bretagne", ("FRH0",), ("22", "29", "35", "56")),
    FrenchRegion(
        "75",
        "Nouvelle-Aquitaine",
        ("FRI1", "FRI2", "FRI3"),
        ("16", "17", "19", "23", "24", "33", "40", "47", "64", "79", "86", "87"),
    ),
    FrenchRegion(
        "76",
        "Occitanie",
        ("FRJ1", "FRJ2"),
        ("09", "11", "12", "30", "31", "32", "34", "46", "48", "65", "66", "81", "82"),
    ),
    FrenchRegion(
        "84",
        "Auvergne-Rhône-Alpes",
        ("FRK1", "FRK2"),
        ("01", "03", "07", "15", "26", "38", "42", "43", "63", "69", "73", "74"),
    ),
    FrenchRegion("93", "Provence-Alpes-Côte d’Azur", ("FRL0",), ("04", "05", "06", "13", "83", "84")),
    FrenchRegion("94", "Corse", ("FRM0",), ("2A", "2B")),
)


def is_department(number: str) -> bool:
    """Return whether a number is that of a department of France or of what takes its place overseas."""
    return number in DEPARTMENTS or number in COLLECTIVITIES


def department_named(name: str) -> str | None:
    """Return the number of the department of a name, without case and accents; ``None`` if there is none."""
    return next((number for number, named in _named() if fold(named) == fold(name)), None)


def known_region(name: str) -> FrenchRegion | None:
    """Return the Région of a name, with or without "Région" before it; ``None`` if France has none of this name."""
    wanted = fold(name).removeprefix(fold("Région "))
    return next((region for region in FRENCH_REGIONS if fold(region.name) == wanted), None)


def _named() -> Iterator[tuple[str, str]]:
    yield from DEPARTMENTS.items()
    yield from COLLECTIVITIES.items()
