"""``programmes.yaml`` of a registry, with its own law and payment schemes; the files of the law of the program."""

from typing import Annotated

from pydantic import Field

from clusters_cli.registry.models.aid import AidRegime, Parameter
from clusters_cli.registry.models.base import Model
from clusters_cli.registry.models.funding import Programme
from clusters_cli.registry.models.schemes import PaymentScheme


class ProgrammesFile(Model):
    """``programmes.yaml``.

    Attributes:
        schemes: payment schemes of this registry's own; one stands in place of the program's of the same id.
        programmes: the programmes that fund or help clusters.
        parameters: figures over time of this registry's own; one stands in place of the program's of the same id.
        aid_regimes: texts under which aid is given, of this registry's own; likewise.
    """

    schemes: tuple[PaymentScheme, ...] = ()
    programmes: tuple[Programme, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    aid_regimes: tuple[AidRegime, ...] = ()


class SchemesFile(Model):
    """``schemes.yaml`` of the program.

    Attributes:
        schemes: the payment schemes that are ready for every registry.
    """

    schemes: Annotated[tuple[PaymentScheme, ...], Field(min_length=1)]


class ParametersFile(Model):
    """``parameters.yaml`` of the program.

    Attributes:
        parameters: the figures of the law and of programmes, over time.
    """

    parameters: Annotated[tuple[Parameter, ...], Field(min_length=1)]


class AidRegimesFile(Model):
    """``aid_regimes.yaml`` of the program.

    Attributes:
        aid_regimes: the texts under which aid is given.
    """

    aid_regimes: Annotated[tuple[AidRegime, ...], Field(min_length=1)]
