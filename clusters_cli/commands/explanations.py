"""What the codes of the command line mean, for ``clusters explain``."""

from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.messages import _

_USAGE = (
    Explanation(
        "USE100",
        _("the command line makes no sense"),
        _("What is asked cannot be done, for the reason the message gives."),
        _("clusters COMMAND --help shows what the command takes, with examples."),
    ),
    Explanation(
        "USE101",
        _("a wrong option or argument"),
        _("An option does not exist, lacks its value, or its value is not of the kind it takes."),
        _("clusters COMMAND --help shows what the command takes, with examples."),
        example="clusters list --format jason",
    ),
    Explanation(
        "USE102",
        _("an unknown command"),
        _("The first word after clusters is no command."),
        _("clusters --help lists the commands."),
        example="clusters lst",
    ),
    Explanation(
        "USE103",
        _("a format that does not exist"),
        _("Neither --format nor, without it, the suffix of --output names a format."),
        _("Take a format that --help lists, or a suffix such as .json or .csv."),
        example="clusters list --output clusters.doc",
    ),
    Explanation(
        "USE104",
        _("a file that exists"),
        _("Nothing is overwritten unless one says so."),
        _("Add --force, or choose another name."),
    ),
    Explanation(
        "USE105",
        _("an output that cannot be written"),
        _("The folder cannot be written, the disk is full, or a stream is closed; no half of a file was left."),
        _("Check the path, the rights and the room on the disk."),
        example="clusters list --output nowhere/clusters.csv",
    ),
    Explanation(
        "USE107",
        _("a format that cannot hold the answer"),
        _("A map needs places, CSV and TSV a table, and the formats of editors and code scanners problems of files."),
        _("Take one of the formats that the message names; clusters list and clusters poles list have places."),
        example="clusters classify --format geojson",
    ),
    Explanation(
        "USE108",
        _("a workbook without a file"),
        _("A workbook is no text: it cannot be shown on the screen or sent through a pipe."),
        _("Add --output FILE.xlsx."),
        example="clusters list --format xlsx",
    ),
)


_NAMES = (
    Explanation(
        "USE110",
        _("an unknown column"),
        _("A list has no column of this name."),
        _("Take one of those in the message."),
        example="clusters list --sort budgt",
    ),
    Explanation(
        "USE111",
        _("an unknown name"),
        _("Nothing in the registry has this id, name or alias."),
        _("Take the id that is suggested; clusters list shows those of the clusters."),
        example="clusters show nekoo",
    ),
    Explanation(
        "USE112",
        _("a filter that nothing can pass"),
        _("The value of a filter is not a class, department or domain of the registry."),
        _("Take one of those in the message."),
        example="clusters list --department 99",
    ),
)


_VALUES = (
    Explanation(
        "USE113",
        _("no payment scheme named"),
        _("A cash advance can only be worked out for a payment scheme, and none is taken for granted."),
        _("Add --scheme with one of the schemes in the message; it may be repeated to compare them."),
        example="clusters cashflow nekoe",
    ),
    Explanation(
        "USE116",
        _("an unknown kind of file"),
        _("No data file of this name has a schema."),
        _("clusters schema lists them."),
        example="clusters schema cluster",
    ),
    Explanation(
        "USE115",
        _("an unknown code"),
        _("No message of the program has this code."),
        _("clusters explain lists all codes."),
        example="clusters explain REG999",
    ),
    Explanation(
        "USE117",
        _("no registry to validate"),
        _(
            "No folder, no --registry and no CLUSTERS_REGISTRY names a registry, and none is found: in the current "
            "folder or its data/, or with --all in the folders given and below them. The one that comes with the "
            "program is not judged instead: it would be valid whatever stands in yours."
        ),
        _("Name the folder of the registry, the one that holds clusters.yaml and sources.yaml."),
        example="clusters validate",
    ),
    Explanation(
        "USE120",
        _("not an amount"),
        _("An amount is typed as 130000, 130 000, 130000,50 or 130 000 €: not negative, not finer than a cent."),
        _("Type the amount in one of these ways, in quotes if it holds spaces."),
        example="clusters cashflow nekoe --scheme triennial --grant lots",
    ),
    Explanation(
        "USE121",
        _("a grant of zero"),
        _("A grant of zero is never paid, so that there is nothing to work out."),
        _("Type an amount above zero, or leave --grant out to use what the registry knows."),
        example="clusters cashflow nekoe --scheme triennial --grant 0",
    ),
    Explanation(
        "USE122",
        _("one grant for several clusters"),
        _("--grant gives one amount and several clusters are named: each has a grant of its own."),
        _("Name one cluster, or leave --grant out to use what the registry knows."),
        example="clusters cashflow nekoe dream --scheme triennial --grant 100000",
    ),
    Explanation(
        "USE124",
        _("no cluster left"),
        _("--exclude leaves out every cluster that was named, or all there are."),
        _("Exclude fewer clusters."),
    ),
    Explanation(
        "USE130",
        _("an instalment that cannot be due then"),
        _("An instalment would be due before the agreement is signed, or on a full date after the last instalment."),
        _("Change the day of signature, the length of the project, or the instalment's dates in the scheme."),
    ),
    Explanation(
        "USE131",
        _("a rate that cannot be"),
        _("The yearly rate of the credit, typed or meant by a cost, is negative or so high that a unit is wrong."),
        _("Type the rate in percent: 4.5 means 4.5 % a year; look again at the cost, and at the grant."),
    ),
    Explanation(
        "USE132",
        _("options that do not go together"),
        _("One of them leaves the other nothing to say: an application file says for whom, how much and when."),
        _("Leave one of them out; the hint says why."),
    ),
    Explanation(
        "USE133",
        _("given twice"),
        _("An option that holds one value is given twice, or twice for one kind or cluster: one would be dropped."),
        _("Leave out the one that is not meant."),
        example="clusters list --sort name --sort budget",
    ),
    Explanation(
        "USE134",
        _("an option that changes nothing"),
        _("Nothing that is asked looks at the option, so that the answer would be the same without it."),
        _("Leave it out, or ask for what it changes."),
        example="clusters cashflow --scheme feder --grant 500000 --balance-month 3",
    ),
    Explanation(
        "USE140",
        _("too many years"),
        _("Nobody can tell anything of a grant that many years ahead."),
        _("Type fewer years."),
    ),
    Explanation(
        "USE141",
        _("a scheme for projects where years are meant"),
        _("A change of payment scheme is worked out on yearly grants, and this scheme pays a project once."),
        _("Take a scheme with yearly grants; clusters cashflow --scheme compares those of projects."),
    ),
    Explanation(
        "USE142",
        _("a dossier without opening cash"),
        _("A pool is worked out from the opening cash of its clusters, which this dossier does not state."),
        _("Fill in cluster, and opening_cash under treasury."),
    ),
    Explanation(
        "USE144",
        _("drawing delays without NumPy"),
        _("Delays are drawn with NumPy, which is not installed where clusters runs, or cannot be loaded."),
        _("Install it there: python -m pip install numpy."),
    ),
    Explanation(
        "USE145",
        _("a delay that cannot be read"),
        _("A delay is a distribution of whole days, for one kind of instalment or for all that are not named."),
        _("Write it as balance=uniform(0,180), in quotes; the other laws are fixed, triangular, lognormal, empirical."),
        example="clusters cashflow nekoe --scheme triennial --delays 'balance=unifrom(0,180)'",
    ),
    Explanation(
        "USE146",
        _("a way of drawing that makes no sense"),
        _("The number of draws, the seed or the correlation is out of its range."),
        _("Type a value within the range of the message, or leave the option out."),
    ),
    Explanation(
        "USE147",
        _("a plan whose delays cannot be drawn"),
        _("Draws are computed in whole cents times days, which must fit in 64 bits."),
        _("Leave --delays out: the plan itself has no such limit."),
    ),
    Explanation(
        "USE148",
        _("draws that cannot be made"),
        _(
            "No payment of a scheme has a delay to draw, or what is asked does not fit in memory: 6 000 000 draws in"
            " all clusters of a scheme, and 120 000 months, spendings and instalments in all plans, are the most."
        ),
        _("Name a kind of instalment that the scheme pays, draw less often, or name fewer clusters, schemes or years."),
    ),
    Explanation(
        "USE149",
        _("how to draw, but not what"),
        _("--draws, --seed and --correlation say how delays are drawn, and no --delays says which."),
        _("Add --delays 'uniform(0,180)', or leave them out."),
        example="clusters cashflow nekoe --scheme triennial --draws 1000",
    ),
    Explanation(
        "USE150",
        _("a reference year out of range"),
        _("Maturity is judged in a reference year, and no figure of a cluster can be of the one typed."),
        _("Type a year within the range of the message, or leave --as-of out."),
        example="clusters classify --as-of 20233",
    ),
    Explanation(
        "USE151",
        _("a threshold that nothing looks at"),
        _("The option changes the threshold of a measure that no criterion of this registry looks at."),
        _("Leave the option out, or add the criterion to maturity.yaml."),
    ),
)


_MATCHING = (
    Explanation(
        "USE160",
        _("nothing to match"),
        _("Programmes are matched to clusters named on the command line, or a programme to clusters with --programme."),
        _("Name a cluster, or add --programme."),
        example="clusters programmes match",
    ),
    Explanation(
        "USE161",
        _("a programme without strands"),
        _("A matrix sets clusters against the sectors, objectives or strategies of a programme; this one has none."),
        _("Name clusters without --programme, or take a programme with strands, such as france-2030."),
        example="clusters programmes match --programme grappes",
    ),
)


_ELIGIBILITY = (
    Explanation(
        "USE170",
        _("public aid without the grant it includes"),
        _("--public-aid is all public aid on the eligible costs, the grant asked for included: it cannot be less."),
        _("Add the grant to --public-aid, or correct one of the two."),
        example="clusters eligibility nekoe --public-aid 50000 --grant 60000",
    ),
    Explanation(
        "USE171",
        _("amounts without one cluster"),
        _("--eligible-costs, --public-aid and --grant are those of one cluster, and none or several are named."),
        _("Name one cluster."),
        example="clusters eligibility --grant 60000",
    ),
    Explanation(
        "USE172",
        _("a cluster that no dossier is for"),
        _("A cluster is named beside --dossier, and no dossier given says that it is its own."),
        _("Leave the name out, or write the id of the cluster in the dossier, under cluster."),
    ),
    Explanation(
        "USE173",
        _("no single grant to replace"),
        _("--grant replaces the resource with status: requested, and the dossier has none or several."),
        _("Mark one resource with status: requested, or change the amounts in the file."),
    ),
    Explanation(
        "USE174",
        _("a total that the lines of a dossier add up to"),
        _("--eligible-costs and --public-aid are totals, and a dossier that has lines says what they add up to."),
        _("Change the lines of the file, or leave the option out."),
    ),
)


_BUG = Explanation(
    "BUG700",
    _("a bug"),
    _("The program failed where it should not have; it is not a mistake of yours, and no file was changed."),
    _("Report it with what you typed; add --debug for the traceback."),
)

EXPLANATIONS = (*_USAGE, *_NAMES, *_VALUES, *_MATCHING, *_ELIGIBILITY, _BUG)
"""The codes of a command line that asks for something impossible, and that of a bug."""
