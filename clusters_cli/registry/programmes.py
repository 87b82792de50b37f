"""``programmes.yaml``: the payment schemes, the legal parameters and the aid regimes."""

from clusters_cli.registry.aid import AidRegime, Parameter
from clusters_cli.registry.base import Model
from clusters_cli.registry.schemes import PaymentScheme


class ProgrammesFile(Model):
    """``programmes.yaml``."""

    schemes: tuple[PaymentScheme, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    aid_regimes: tuple[AidRegime, ...] = ()
