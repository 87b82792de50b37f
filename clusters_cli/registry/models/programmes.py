"""``programmes.yaml``: payment schemes, programmes that fund clusters, legal parameters and aid regimes."""

from clusters_cli.registry.models.aid import AidRegime, Parameter
from clusters_cli.registry.models.base import Model
from clusters_cli.registry.models.funding import Programme
from clusters_cli.registry.models.schemes import PaymentScheme


class ProgrammesFile(Model):
    """``programmes.yaml``.

    Attributes:
        schemes: the payment schemes.
        programmes: the programmes that fund or help clusters.
        parameters: the figures of the law and of programmes, over time.
        aid_regimes: the texts under which aid is given.
    """

    schemes: tuple[PaymentScheme, ...] = ()
    programmes: tuple[Programme, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    aid_regimes: tuple[AidRegime, ...] = ()
