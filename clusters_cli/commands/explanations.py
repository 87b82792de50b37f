"""What the codes of the command line mean, for ``clusters explain``."""

from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.text import Text

_USAGE = (
    Explanation(
        "USE100",
        Text("the command line makes no sense"),
        Text("What is asked cannot be done, for the reason the message gives."),
        Text("clusters COMMAND --help shows what the command takes, with examples."),
    ),
    Explanation(
        "USE101",
        Text("a wrong option or argument"),
        Text("An option does not exist, lacks its value, or its value is not of the kind it takes."),
        Text("clusters COMMAND --help shows what the command takes, with examples."),
        example="clusters list --format jason",
    ),
    Explanation(
        "USE102",
        Text("an unknown command"),
        Text("The first word after clusters is no command."),
        Text("clusters --help lists the commands."),
        example="clusters lst",
    ),
    Explanation(
        "USE103",
        Text("a format that does not exist"),
        Text("Neither --format nor, without it, the suffix of --output names a format."),
        Text("Take a format that --help lists, or a suffix such as .json or .csv."),
        example="clusters list --output clusters.doc",
    ),
    Explanation(
        "USE104",
        Text("a file that exists"),
        Text("Nothing is overwritten unless one says so."),
        Text("Add --force, or choose another name."),
    ),
    Explanation(
        "USE105",
        Text("an output that cannot be written"),
        Text("The folder cannot be written, the disk is full, or a stream is closed; no half of a file was left."),
        Text("Check the path, the rights and the room on the disk."),
        example="clusters list --output nowhere/clusters.csv",
    ),
    Explanation(
        "USE107",
        Text("a format that cannot hold the answer"),
        Text(
            "A map needs places, CSV and TSV a table, and the formats of editors and code scanners problems of files."
        ),
        Text("Take one of the formats that the message names; clusters list and clusters poles list have places."),
        example="clusters classify --format geojson",
    ),
    Explanation(
        "USE108",
        Text("a workbook without a file"),
        Text("A workbook is no text: it cannot be shown on the screen or sent through a pipe."),
        Text("Add --output FILE.xlsx."),
        example="clusters list --format xlsx",
    ),
)


_NAMES = (
    Explanation(
        "USE110",
        Text("an unknown column"),
        Text("A list has no column of this name."),
        Text("Take one of those in the message."),
        example="clusters list --sort budgt",
    ),
    Explanation(
        "USE111",
        Text("an unknown name"),
        Text("Nothing in the registry has this id, name or alias."),
        Text("Take the id that is suggested; clusters list shows those of the clusters."),
        example="clusters show nekoo",
    ),
    Explanation(
        "USE112",
        Text("a filter that nothing can pass"),
        Text("The value of a filter is not a class, department or domain of the registry."),
        Text("Take one of those in the message."),
        example="clusters list --department 99",
    ),
)


_VALUES = (
    Explanation(
        "USE113",
        Text("no payment scheme named"),
        Text("A cash advance can only be worked out for a payment scheme, and none is taken for granted."),
        Text("Add --scheme with one of the schemes in the message; it may be repeated to compare them."),
        example="clusters cashflow nekoe",
    ),
    Explanation(
        "USE116",
        Text("an unknown kind of file"),
        Text("No data file of this name has a schema."),
        Text("clusters schema lists them."),
        example="clusters schema cluster",
    ),
    Explanation(
        "USE115",
        Text("an unknown code"),
        Text("No message of the program has this code."),
        Text("clusters explain lists all codes."),
        example="clusters explain REG999",
    ),
    Explanation(
        "USE117",
        Text("no registry to validate"),
        Text(
            "No folder, no --registry and no CLUSTERS_REGISTRY names a registry, and none is found: in the current "
            "folder or its data/, or with --all in the folders given and below them. The one that comes with the "
            "program is not judged instead: it would be valid whatever stands in yours."
        ),
        Text("Name the folder of the registry, the one that holds clusters.yaml and sources.yaml."),
        example="clusters validate",
    ),
    Explanation(
        "USE120",
        Text("not an amount"),
        Text("An amount is typed as 130000, 130 000, 130000,50 or 130 000 €: not negative, not finer than a cent."),
        Text("Type the amount in one of these ways, in quotes if it holds spaces."),
        example="clusters cashflow nekoe --scheme triennial --grant lots",
    ),
    Explanation(
        "USE121",
        Text("a grant of zero"),
        Text("A grant of zero is never paid, so that there is nothing to work out."),
        Text("Type an amount above zero, or leave --grant out to use what the registry knows."),
        example="clusters cashflow nekoe --scheme triennial --grant 0",
    ),
    Explanation(
        "USE122",
        Text("one grant for several clusters"),
        Text("--grant gives one amount and several clusters are named: each has a grant of its own."),
        Text("Name one cluster, or leave --grant out to use what the registry knows."),
        example="clusters cashflow nekoe dream --scheme triennial --grant 100000",
    ),
    Explanation(
        "USE124",
        Text("no cluster left"),
        Text("--exclude leaves out every cluster that was named, or all there are."),
        Text("Exclude fewer clusters."),
    ),
    Explanation(
        "USE130",
        Text("an instalment that cannot be due then"),
        Text("An instalment would be due before the agreement is signed, or on a full date after the last instalment."),
        Text("Change the day of signature, the length of the project, or the instalment's dates in the scheme."),
    ),
    Explanation(
        "USE131",
        Text("a rate that cannot be"),
        Text("The yearly rate of the credit, typed or meant by a cost, is negative or so high that a unit is wrong."),
        Text("Type the rate in percent: 4.5 means 4.5 % a year; look again at the cost, and at the grant."),
    ),
    Explanation(
        "USE132",
        Text("options that do not go together"),
        Text("One of them leaves the other nothing to say: an application file says for whom, how much and when."),
        Text("Leave one of them out; the hint says why."),
    ),
    Explanation(
        "USE133",
        Text("given twice"),
        Text("An option that holds one value is given twice, or twice for one kind or cluster: one would be dropped."),
        Text("Leave out the one that is not meant."),
        example="clusters list --sort name --sort budget",
    ),
    Explanation(
        "USE134",
        Text("an option that changes nothing"),
        Text("Nothing that is asked looks at the option, so that the answer would be the same without it."),
        Text("Leave it out, or ask for what it changes."),
        example="clusters cashflow --scheme feder --grant 500000 --balance-month 3",
    ),
    Explanation(
        "USE140",
        Text("too many years"),
        Text("Nobody can tell anything of a grant that many years ahead."),
        Text("Type fewer years."),
    ),
    Explanation(
        "USE141",
        Text("a scheme for projects where years are meant"),
        Text("A change of payment scheme is worked out on yearly grants, and this scheme pays a project once."),
        Text("Take a scheme with yearly grants; clusters cashflow --scheme compares those of projects."),
    ),
    Explanation(
        "USE142",
        Text("a dossier without opening cash"),
        Text("A pool is worked out from the opening cash of its clusters, which this dossier does not state."),
        Text("Fill in cluster, and opening_cash under treasury."),
    ),
    Explanation(
        "USE144",
        Text("drawing delays without NumPy"),
        Text("Delays are drawn with NumPy, which is not installed where clusters runs, or cannot be loaded."),
        Text("Install it there: python -m pip install numpy."),
    ),
    Explanation(
        "USE145",
        Text("a delay that cannot be read"),
        Text("A delay is a distribution of whole days, for one kind of instalment or for all that are not named."),
        Text(
            "Write it as balance=uniform(0,180), in quotes; the other laws are fixed, triangular, lognormal, empirical."
        ),
        example="clusters cashflow nekoe --scheme triennial --delays 'balance=unifrom(0,180)'",
    ),
    Explanation(
        "USE146",
        Text("a way of drawing that makes no sense"),
        Text("The number of draws, the seed or the correlation is out of its range."),
        Text("Type a value within the range of the message, or leave the option out."),
    ),
    Explanation(
        "USE147",
        Text("a plan whose delays cannot be drawn"),
        Text("Draws are computed in whole cents times days, which must fit in 64 bits."),
        Text("Leave --delays out: the plan itself has no such limit."),
    ),
    Explanation(
        "USE148",
        Text("draws that cannot be made"),
        Text(
            "No payment of a scheme has a delay to draw, or what is asked does not fit in memory: 6 000 000 draws in"
            " all clusters of a scheme, and 120 000 months, spendings and instalments in all plans, are the most."
        ),
        Text(
            "Name a kind of instalment that the scheme pays, draw less often, or name fewer clusters, schemes or years."
        ),
    ),
    Explanation(
        "USE149",
        Text("how to draw, but not what"),
        Text("--draws, --seed and --correlation say how delays are drawn, and no --delays says which."),
        Text("Add --delays 'uniform(0,180)', or leave them out."),
        example="clusters cashflow nekoe --scheme triennial --draws 1000",
    ),
    Explanation(
        "USE150",
        Text("a reference year out of range"),
        Text("Maturity is judged in a reference year, and no figure of a cluster can be of the one typed."),
        Text("Type a year within the range of the message, or leave --as-of out."),
        example="clusters classify --as-of 20233",
    ),
    Explanation(
        "USE151",
        Text("a threshold that nothing looks at"),
        Text("The option changes the threshold of a measure that no criterion of this registry looks at."),
        Text("Leave the option out, or add the criterion to maturity.yaml."),
    ),
)


_MATCHING = (
    Explanation(
        "USE160",
        Text("nothing to match"),
        Text(
            "Programmes are matched to clusters named on the command line, or a programme to clusters with --programme."
        ),
        Text("Name a cluster, or add --programme."),
        example="clusters programmes match",
    ),
    Explanation(
        "USE161",
        Text("a programme without strands"),
        Text("A matrix sets clusters against the sectors, objectives or strategies of a programme; this one has none."),
        Text("Name clusters without --programme, or take a programme with strands, such as france-2030."),
        example="clusters programmes match --programme grappes",
    ),
)


_ELIGIBILITY = (
    Explanation(
        "USE170",
        Text("public aid without the grant it includes"),
        Text("--public-aid is all public aid on the eligible costs, the grant asked for included: it cannot be less."),
        Text("Add the grant to --public-aid, or correct one of the two."),
        example="clusters eligibility nekoe --public-aid 50000 --grant 60000",
    ),
    Explanation(
        "USE171",
        Text("amounts without one cluster"),
        Text("--eligible-costs, --public-aid and --grant are those of one cluster, and none or several are named."),
        Text("Name one cluster."),
        example="clusters eligibility --grant 60000",
    ),
    Explanation(
        "USE172",
        Text("a cluster that no dossier is for"),
        Text("A cluster is named beside --dossier, and no dossier given says that it is its own."),
        Text("Leave the name out, or write the id of the cluster in the dossier, under cluster."),
    ),
    Explanation(
        "USE173",
        Text("no single grant to replace"),
        Text("--grant replaces the resource with status: requested, and the dossier has none or several."),
        Text("Mark one resource with status: requested, or change the amounts in the file."),
    ),
    Explanation(
        "USE174",
        Text("a total that the lines of a dossier add up to"),
        Text("--eligible-costs and --public-aid are totals, and a dossier that has lines says what they add up to."),
        Text("Change the lines of the file, or leave the option out."),
    ),
)


_BUG = Explanation(
    "BUG700",
    Text("a bug"),
    Text("The program failed where it should not have; it is not a mistake of yours, and no file was changed."),
    Text("Report it with what you typed; add --debug for the traceback."),
)

EXPLANATIONS = (*_USAGE, *_NAMES, *_VALUES, *_MATCHING, *_ELIGIBILITY, _BUG)
"""The codes of a command line that asks for something impossible, and that of a bug."""
