"""How each operation with a body is sent, and where the contract shows what was sent."""

from tests.contract.echoes.accounts_and_reports import ACCOUNTS_AND_REPORTS
from tests.contract.echoes.echo import Echo
from tests.contract.echoes.jobs_and_training import JOBS_AND_TRAINING
from tests.contract.echoes.pictures_and_sets import PICTURES_AND_SETS
from tests.contract.echoes.webhooks import WEBHOOKS

ECHOES: list[Echo] = [*ACCOUNTS_AND_REPORTS, *PICTURES_AND_SETS, *JOBS_AND_TRAINING, *WEBHOOKS]

__all__ = ["ECHOES", "Echo"]
