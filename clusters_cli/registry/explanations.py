"""What the codes of a registry mean, for ``clusters explain`` and for the rules of a SARIF log."""

from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.messages import _

_FOLDER = (
    Explanation(
        "REG011",
        _("a file of the registry is missing"),
        _("A registry holds at least clusters.yaml and sources.yaml; the other files may be left out."),
        _("Add the file. clusters init DIR writes a small registry with all of them."),
    ),
    Explanation(
        "REG013",
        _("a file is not read"),
        _("The name of a YAML file is nearly that of a file of a registry, but not quite, so that it is not read."),
        _("Rename the file."),
    ),
)


_NOWHERE = _("An id mentioned here is not the id of any entry, so that what is said cannot be followed.")
_CORRECT = _("Correct the id, or add the entry to {file}.")


_REFERENCES = (
    Explanation(
        "REG201",
        _("an id stands twice"),
        _("Two entries of a list have the same id: whoever names it cannot say which one is meant."),
        _("Give each entry an id of its own."),
    ),
    Explanation(
        "REG202",
        _("a name leads to two clusters"),
        _("Commands find a cluster by id, name or alias, without case and accents; this name belongs to two."),
        _("Remove the alias from one of them, or make the names differ."),
    ),
    Explanation("REG203", _("unknown source"), _NOWHERE, _CORRECT.format(file="sources.yaml")),
    Explanation("REG204", _("unknown place"), _NOWHERE, _CORRECT.format(file="places.yaml")),
    Explanation("REG205", _("unknown domain"), _NOWHERE, _("Correct the id, or add it to domains in clusters.yaml.")),
    Explanation(
        "REG206",
        _("two reference sources"),
        _("The reference is the one source whose figures are preferred; two sources are marked."),
        _("Keep reference: true on one source only."),
    ),
    Explanation(
        "REG207",
        _("no reference source"),
        _("No source is marked as the one whose figures are preferred, so that the latest figures are used."),
        _("Mark one source with reference: true, or leave it so if the latest figures are what you want."),
    ),
    Explanation(
        "REG208", _("unknown vocation"), _NOWHERE, _("Correct the id, or add it to vocations in clusters.yaml.")
    ),
    Explanation("REG209", _("unknown programme"), _NOWHERE, _CORRECT.format(file="programmes.yaml")),
    Explanation(
        "REG210",
        _("unknown strand"),
        _("A cluster is linked to a strand that its programme does not have."),
        _("Correct the id, or add the strand to the programme in programmes.yaml."),
    ),
    Explanation(
        "REG211",
        _("unknown payment scheme"),
        _NOWHERE,
        _("Correct the id, or add it to schemes in programmes.yaml."),
    ),
    Explanation(
        "REG212",
        _("unknown aid regime"),
        _NOWHERE,
        _("Correct the id, or add it to aid_regimes in programmes.yaml."),
    ),
    Explanation("REG213", _("unknown phase"), _NOWHERE, _("Correct the id, or add it to phases in poles.yaml.")),
    Explanation("REG214", _("unknown cluster or pôle"), _NOWHERE, _CORRECT.format(file="clusters.yaml")),
    Explanation("REG215", _("unknown obstacle"), _NOWHERE, _CORRECT.format(file="obstacles.yaml")),
)


_PLAUSIBILITY = (
    Explanation(
        "REG017",
        _("a date as people write it"),
        _("It is read, the day first, but other programs take it for a text."),
        _("Write it as ISO 8601 does, the year first."),
    ),
    Explanation(
        "REG220",
        _("a figure before the foundation"),
        _("The year of the figures is before the earliest year in which a source says it was founded."),
        _("Correct the year of the figures or of the foundation."),
    ),
    Explanation(
        "REG221",
        _("a part above its whole"),
        _("Regional companies are some of the members, and the staff in the region some of the staff."),
        _("Correct the smaller or the larger figure."),
    ),
    Explanation(
        "REG222",
        _("figures given twice"),
        _("One source gives the figures of one year in two items, so that nobody can say which holds."),
        _("Put them in one item; if the source speaks of two dates, say so with as_of."),
    ),
    Explanation(
        "REG223",
        _("a point outside France"),
        _("The coordinates lie far from France and its overseas territories."),
        _("Write degrees north as latitude and degrees east as longitude (WGS 84); west is negative."),
    ),
    Explanation(
        "REG224",
        _("a wrong SIREN or SIRET"),
        _(
            "The number has the wrong length, or its last digit does not check the others (Luhn): a digit is "
            "missing, wrong or exchanged. The establishments of La Poste follow their own rule."
        ),
        _("Copy the number again from the directory of companies, in quotes so that a leading zero is kept."),
    ),
    Explanation(
        "REG225",
        _("a SIRET of another company"),
        _("The first nine digits of a SIRET are the SIREN of its company; the SIREN given is another one."),
        _("Correct one of the two numbers."),
    ),
    Explanation(
        "REG226",
        _("a commune of another department"),
        _("The INSEE code of a commune begins with the number of its department; the department given is another."),
        _("Correct the INSEE code or the department."),
    ),
    Explanation(
        "REG227",
        _("a date to come"),
        _(
            "What has happened, or what a source tells of, cannot lie after today. Only clusters validate looks at the "
            "day; the other commands read a registry in the same way on every day."
        ),
        _("Correct the date; if it is right, set the clock of the machine."),
    ),
    Explanation(
        "REG228",
        _("a year that its source could not know"),
        _(
            "Members and staff are counted in their year or later; an amount or a foundation is decided one year ahead "
            "at most. A website or a data file knows until it was last checked."
        ),
        _("Correct the year, the source or the date of the source."),
    ),
    Explanation(
        "REG229",
        _("an end before its beginning"),
        _("A label ends after it is given, and a source is checked after it is published."),
        _("Correct one of the two dates."),
    ),
    Explanation(
        "REG230",
        _("one identity for two organisations"),
        _("A SIREN is one company and a SIRET one establishment, and a site is mostly that of one organisation."),
        _("Correct the number or the address; if both entries are one organisation, keep one of them, with aliases."),
    ),
)

EXPLANATIONS = (*_FOLDER, *_REFERENCES, *_PLAUSIBILITY)
"""The codes of missing files, of ids that lead nowhere and of values that cannot be true."""
