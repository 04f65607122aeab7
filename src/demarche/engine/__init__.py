"""How and where a plan runs: in this process, in a pool of them. Knows nothing of diplomacy.

run((Each("claims", load_model, gives=Claim), Gather("records", day, merge, gives=Record)), documents)
"""

from demarche.engine.attempt import Fault, attempt
from demarche.engine.cluster import reach
from demarche.engine.plan import Each, Gather, Plan, Step, Work
from demarche.engine.pool import cores
from demarche.engine.run import ENGINES, Engine, Progress, run

__all__ = [
    "ENGINES",
    "Each",
    "Engine",
    "Fault",
    "Gather",
    "Plan",
    "Progress",
    "Step",
    "Work",
    "attempt",
    "cores",
    "reach",
    "run",
]
