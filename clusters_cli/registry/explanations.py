"""What the codes of a registry mean, for ``clusters explain`` and for the rules of a SARIF log."""

from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.text import Text

_FOLDER = (
    Explanation(
        "REG011",
        Text("a file of the registry is missing"),
        Text("A registry holds at least clusters.yaml and sources.yaml; the other files may be left out."),
        Text("Add the file. clusters init DIR writes a small registry with all of them."),
    ),
    Explanation(
        "REG013",
        Text("a file is not read"),
        Text("The name of a YAML file is nearly that of a file of a registry, but not quite, so that it is not read."),
        Text("Rename the file."),
    ),
)


_NOWHERE = Text("An id mentioned here is not the id of any entry, so that what is said cannot be followed.")
_CORRECT = Text("Correct the id, or add the entry to {file}.")


_REFERENCES = (
    Explanation(
        "REG201",
        Text("an id stands twice"),
        Text("Two entries of a list have the same id: whoever names it cannot say which one is meant."),
        Text("Give each entry an id of its own."),
    ),
    Explanation(
        "REG202",
        Text("a name leads to two clusters"),
        Text("Commands find a cluster by id, name or alias, without case and accents; this name belongs to two."),
        Text("Remove the alias from one of them, or make the names differ."),
    ),
    Explanation("REG203", Text("unknown source"), _NOWHERE, _CORRECT.given(file="sources.yaml")),
    Explanation("REG204", Text("unknown place"), _NOWHERE, _CORRECT.given(file="places.yaml")),
    Explanation(
        "REG205", Text("unknown domain"), _NOWHERE, Text("Correct the id, or add it to domains in clusters.yaml.")
    ),
    Explanation(
        "REG206",
        Text("two reference sources"),
        Text("The reference is the one source whose figures are preferred; two sources are marked."),
        Text("Keep reference: true on one source only."),
    ),
    Explanation(
        "REG207",
        Text("no reference source"),
        Text("No source is marked as the one whose figures are preferred, so that the latest figures are used."),
        Text("Mark one source with reference: true, or leave it so if the latest figures are what you want."),
    ),
    Explanation(
        "REG208", Text("unknown vocation"), _NOWHERE, Text("Correct the id, or add it to vocations in clusters.yaml.")
    ),
    Explanation("REG209", Text("unknown programme"), _NOWHERE, _CORRECT.given(file="programmes.yaml")),
    Explanation(
        "REG210",
        Text("unknown strand"),
        Text("A cluster is linked to a strand that its programme does not have."),
        Text("Correct the id, or add the strand to the programme in programmes.yaml."),
    ),
    Explanation(
        "REG211",
        Text("unknown payment scheme"),
        _NOWHERE,
        Text("Correct the id, or add it to schemes in programmes.yaml."),
    ),
    Explanation(
        "REG212",
        Text("unknown aid regime"),
        _NOWHERE,
        Text("Correct the id, or add it to aid_regimes in programmes.yaml."),
    ),
    Explanation("REG213", Text("unknown phase"), _NOWHERE, Text("Correct the id, or add it to phases in poles.yaml.")),
    Explanation("REG214", Text("unknown cluster or pôle"), _NOWHERE, _CORRECT.given(file="clusters.yaml")),
    Explanation("REG215", Text("unknown obstacle"), _NOWHERE, _CORRECT.given(file="obstacles.yaml")),
)


_PLAUSIBILITY = (
    Explanation(
        "REG017",
        Text("a date as people write it"),
        Text("It is read, the day first, but other programs take it for a text."),
        Text("Write it as ISO 8601 does, the year first."),
    ),
    Explanation(
        "REG220",
        Text("a figure before the foundation"),
        Text("The year of the figures is before the earliest year in which a source says it was founded."),
        Text("Correct the year of the figures or of the foundation."),
    ),
    Explanation(
        "REG221",
        Text("a part above its whole"),
        Text("Regional companies are some of the members, and the staff in the region some of the staff."),
        Text("Correct the smaller or the larger figure."),
    ),
    Explanation(
        "REG222",
        Text("figures given twice"),
        Text("One source gives the figures of one year in two items, so that nobody can say which holds."),
        Text("Put them in one item; if the source speaks of two dates, say so with as_of."),
    ),
    Explanation(
        "REG223",
        Text("a point outside France"),
        Text("The coordinates lie far from France and its overseas territories."),
        Text("Write degrees north as latitude and degrees east as longitude (WGS 84); west is negative."),
    ),
    Explanation(
        "REG224",
        Text("a wrong SIREN or SIRET"),
        Text(
            "The number has the wrong length, or its last digit does not check the others (Luhn): a digit is "
            "missing, wrong or exchanged. The establishments of La Poste follow their own rule."
        ),
        Text("Copy the number again from the directory of companies, in quotes so that a leading zero is kept."),
    ),
    Explanation(
        "REG225",
        Text("a SIRET of another company"),
        Text("The first nine digits of a SIRET are the SIREN of its company; the SIREN given is another one."),
        Text("Correct one of the two numbers."),
    ),
    Explanation(
        "REG226",
        Text("a commune of another department"),
        Text("The INSEE code of a commune begins with the number of its department; the department given is another."),
        Text("Correct the INSEE code or the department."),
    ),
    Explanation(
        "REG227",
        Text("a date to come"),
        Text(
            "What has happened, or what a source tells of, cannot lie after today. Only clusters validate looks at the "
            "day; the other commands read a registry in the same way on every day."
        ),
        Text("Correct the date; if it is right, set the clock of the machine."),
    ),
    Explanation(
        "REG228",
        Text("a year that its source could not know"),
        Text(
            "Members and staff are counted in their year or later; an amount or a foundation is decided one year ahead "
            "at most. A website or a data file knows until it was last checked."
        ),
        Text("Correct the year, the source or the date of the source."),
    ),
    Explanation(
        "REG229",
        Text("an end before its beginning"),
        Text("A label ends after it is given, and a source is checked after it is published."),
        Text("Correct one of the two dates."),
    ),
    Explanation(
        "REG230",
        Text("one identity for two organisations"),
        Text("A SIREN is one company and a SIRET one establishment, and a site is mostly that of one organisation."),
        Text(
            "Correct the number or the address; if both entries are one organisation, keep one of them, with aliases."
        ),
    ),
)

EXPLANATIONS = (*_FOLDER, *_REFERENCES, *_PLAUSIBILITY)
"""The codes of missing files, of ids that lead nowhere and of values that cannot be true."""
