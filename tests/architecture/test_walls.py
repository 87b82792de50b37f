"""The walls of the house: arrows go only downwards, and no import turns in a circle."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import clusters_cli

PACKAGE = Path(clusters_cli.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

ALLOWED = {
    "app": {"commands", "presentation", "foundations"},
    "commands": {
        "commands",
        "maturity",
        "treasury",
        "eligibility",
        "cashflow",
        "registry",
        "dossier",
        "presentation",
        "foundations",
    },
    "treasury": {"treasury", "cashflow", "registry", "dossier", "foundations"},
    "maturity": {"maturity", "cashflow", "registry", "dossier", "foundations"},
    "eligibility": {"eligibility", "registry", "dossier", "foundations"},
    "cashflow": {"cashflow", "registry", "dossier", "foundations"},
    "registry": {"registry", "foundations"},
    "dossier": {"dossier", "foundations"},
    "presentation": {"presentation", "foundations"},
    "foundations": {"foundations"},
}
"""What each room may import; ``maturity`` asks ``cashflow`` for the evidence of fragile cash, nothing else crosses."""

NEVER_IN_ROOMS = {"typer", "rich", "click", "tabulate", "random", "time"}


def module_name(path: Path) -> str:
    parts = ("clusters_cli", *path.relative_to(PACKAGE).with_suffix("").parts)
    return ".".join(part for part in parts if part != "__init__")


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def room(name: str) -> str | None:
    parts = name.split(".")
    return parts[1] if parts[0] == "clusters_cli" and len(parts) > 1 else None


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_from_the_floors_below(path: Path) -> None:
    home = room(module_name(path))
    if home is None or home == "__main__":
        return

    reached = {target for name in imports(path) if (target := room(name)) is not None}

    assert reached <= ALLOWED[home]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_rooms_neither_print_nor_look_at_the_clock(path: Path) -> None:
    if room(module_name(path)) in ("app", "commands", "presentation", "__main__", None):
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))

    calls = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}

    assert not {name.split(".")[0] for name in imports(path)} & NEVER_IN_ROOMS
    assert not calls & {"print", "date.today", "datetime.now", "datetime.today"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_rooms_answer_and_leave_the_wording_to_presentation(path: Path) -> None:
    """No room knows who reads: it imports no translations, and looks neither at the locale nor at the environment."""
    if room(module_name(path)) in ("app", "commands", "presentation", "__main__", None):
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))

    looked_at = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    taken = {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}

    assert not set(imports(path)) & {"gettext", "locale"}
    assert not looked_at & {"os.environ", "os.environb", "os.getenv", "os.getenvb"}
    assert not taken & {"environ", "environb", "getenv", "getenvb"}


def test_views_hand_on_texts_and_only_what_is_told_at_once_asks_who_reads() -> None:
    """An answer is worded where it is written; a new file, a bar of progress and a completion are written at once."""
    asking = {
        path.relative_to(PACKAGE).as_posix()
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"language", "reader.language"}
    }
    wording = {
        path.relative_to(PACKAGE).as_posix()
        for path in MODULES
        if "clusters_cli.presentation.languages" in imports(path) and path.name == "view.py"
    }

    assert asking == {
        "commands/cashflow/delays.py",
        "commands/dossier/command.py",
        "commands/init/command.py",
        "commands/shared/completion.py",
        "commands/shared/reader.py",
    }
    assert not wording, "a view hands on values: presentation words them when a report is written"


def test_the_command_floor_words_a_verdict_and_decides_none() -> None:
    """An exit code is made of what a room answers: of no condition of a view, and by no error changed afterwards."""
    commands = [path for path in MODULES if room(module_name(path)) == "commands" and path.name != "run.py"]
    trees = {str(path.relative_to(PACKAGE)): ast.parse(path.read_text(encoding="utf-8")) for path in commands}
    named = [
        (name, ast.unparse(node))
        for name, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "ExitCode" and node.attr != "of"
    ]
    decided = [
        (name, ast.unparse(node))
        for name, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "ExitCode.of"
        if not isinstance(node.args[0], ast.Call) or ast.unparse(node.args[0].func) in ("all", "any", "bool")
    ]
    changed = [
        (name, ast.unparse(node))
        for name, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "exit_code" and isinstance(node.ctx, ast.Store)
    ]

    assert not [*named, *decided, *changed], "let the room answer, or raise an error that has the code"


def test_the_clock_is_read_in_one_place_in_local_time() -> None:
    """``time.monotonic`` tells how long something takes, not what day it is."""
    readings = {"today", "now", "utcnow", "localtime", "gmtime", "time", "time_ns", "fromtimestamp"}
    calls = [
        (str(path.relative_to(PACKAGE)), ast.unparse(node.func))
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in readings
    ]

    assert calls == [("commands/shared/asked_day.py", "date.today")]


def test_no_module_takes_a_year_of_our_time_for_granted() -> None:
    """The day asked, an option or data say it; lists hold examples, and a common year only has 365 days."""
    years = {
        ast.unparse(node)
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if not isinstance(node, ast.List)
        for constant in ast.iter_child_nodes(node)
        if isinstance(constant, ast.Constant) and type(constant.value) is int and 2000 < constant.value < 2100
    }

    assert years == {"_COMMON_YEAR = 2023"}


def test_no_import_turns_in_a_circle() -> None:
    names = {module_name(path) for path in MODULES}
    graph = {
        module_name(path): {name for name in imports(path) if name in names} - {module_name(path)} for path in MODULES
    }

    assert tuple(TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_stays_within_four_hundred_lines_and_a_function_within_sixty(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    functions = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef))

    assert text.count("\n") <= 400
    assert not [node.name for node in functions if (node.end_lineno or node.lineno) - node.lineno >= 60]


def test_nobody_imports_click_which_typer_keeps_for_itself() -> None:
    assert not [path for path in MODULES if any(name.split(".")[0] == "click" for name in imports(path))]


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["cashflow", "--help"]])
def test_help_and_version_load_neither_models_nor_heavy_libraries(arguments: list[str]) -> None:
    program = (
        "import sys\n"
        "from clusters_cli.app import app\n"
        f"try: app({arguments!r})\n"
        "except SystemExit: pass\n"
        "print(','.join(sorted(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    loaded = set(done.stderr.strip().split(","))

    assert not loaded & {"clusters_cli.foundations.fields", "clusters_cli.registry.models.base"}
    assert not loaded & {"yaml", "numpy", "xlsxwriter", "openpyxl", "tabulate", "rich.table", "babel"}
