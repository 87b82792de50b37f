"""A commented dossier to start from, in the reader's language, filled with what the registry knows of a cluster."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import takewhile
from pathlib import Path

from clusters_cli.foundations.hidden import visible
from clusters_cli.foundations.text import Language, Text
from clusters_cli.foundations.words import Vocabulary

_ELIGIBILITY = "# --- eligibility\n"
"""Below this line stands what only the rules of eligibility ask for."""


class Use(Vocabulary):
    """The question that a new file is for; the one for eligibility answers both."""

    ELIGIBILITY = "eligibility", Text("eligibility"), "éligibilité"
    TREASURY = "treasury", Text("treasury"), "trésorerie", "cashflow", "cash flow"


@dataclass(frozen=True, slots=True)
class Prefill:
    """What is known of a cluster before anybody fills the file.

    Attributes:
        id: id of the cluster in the registry, which becomes that of the application.
        legal_form: as the registry states it.
        founded: day of its creation, when the day itself is known.
        budget: yearly budget in euros.
        grant: yearly grant of the Région in euros.
    """

    id: str
    name: str
    legal_form: str | None = None
    founded: date | None = None
    budget: Decimal | None = None
    grant: Decimal | None = None


def template_for(known: Prefill, use: Use, file: str, language: Language) -> str:
    """Return the text of a new dossier.

    Args:
        known: the cluster it is for.
        use: the question; the treasury leaves out what only the rules of eligibility ask for.
        file: the name under which it will be saved, for the command in its heading.
        language: the language of its comments.
    """
    text = template_file(language).read_text(encoding="utf-8")
    common, eligibility = text.split(_ELIGIBILITY)
    wanted = common if use is Use.TREASURY else f"{common}\n{eligibility}"
    filled = wanted.format(
        id=known.id,
        name=visible(known.name),
        file=visible(file),
        cluster=f"cluster: {known.id}",
        grant=known.grant or 100000,
        budget=known.budget or 200000,
        legal_form=_fact("legal_form", known.legal_form, "association"),
        founded=_fact("founded", known.founded, "2009-06-15"),
    )
    return _without_empty_sections(filled)


def template_file(language: Language) -> Path:
    """Return where the comments of a new dossier stand in a language, or in English if they do in no other."""
    translated = Path(__file__).with_name(f"template.{language}.yaml")
    return translated if translated.exists() else Path(__file__).with_name("template.yaml")


def _fact(key: str, value: object, example: str) -> str:
    return f"{key}: {value}" if value is not None else f"#: {key}: {example}"


def _without_empty_sections(text: str) -> str:
    """Comment out each section of which every fact is still to be given: YAML wants no key without a value."""
    lines = text.splitlines()
    return (
        "\n".join(
            f"#: {line}" if _is_section(line) and not _has_facts(lines[index + 1 :]) else line
            for index, line in enumerate(lines)
        )
        + "\n"
    )


def _is_section(line: str) -> bool:
    return line.endswith(":") and not line.startswith((" ", "#"))


def _has_facts(following: list[str]) -> bool:
    section = takewhile(lambda line: line.startswith(" "), following)
    return any(not line.lstrip().startswith("#") for line in section)
