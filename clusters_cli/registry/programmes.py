"""``programmes.yaml``: the payment schemes, and the programmes that fund clusters."""

from clusters_cli.registry.base import Model
from clusters_cli.registry.schemes import PaymentScheme


class ProgrammesFile(Model):
    """``programmes.yaml``."""

    schemes: tuple[PaymentScheme, ...] = ()
