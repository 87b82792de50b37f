"""Whether the law that comes with the program is sound, by the checks that a registry goes through."""

from clusters_cli.foundations.problems import Problem
from clusters_cli.foundations.validation import check
from clusters_cli.registry.checks.crosschecks import NO_REFERENCE, cross_check
from clusters_cli.registry.law import LAW_FILES, law_document


def law_problems() -> tuple[Problem, ...]:
    """Return every problem of every file of the law; it has no figures of which a source's could be preferred.

    Raises:
        UnusableFileError: one of its files cannot be read.
    """
    documents = {file: law_document(file) for file in LAW_FILES}
    crossed = [problem for problem in cross_check(documents) if problem.explanation is not NO_REFERENCE]
    return (*crossed, *(problem for file in LAW_FILES for problem in check(documents[file], LAW_FILES[file])[1]))
