"""The bench: `demarche bench TASK FILE` asks one stage a question and scores the answer against gold.

One module a task, one line here. A module is loaded when its task is asked for, so that scoring dates does not wait
for the language model.
"""

from importlib import import_module

from demarche.bench.task import Task
from demarche.model import UsageError

TASKS: tuple[str, ...] = (
    "html",
    "parse",
    "ner",
    "lineage",
    "time",
    "places",
    "actors",
    "readouts",
    "events",
    "coding",
    "status",
    "attribution",
    "records",
)
"""The known tasks, in the order of the data's way through; add yours where it belongs."""


def task(name: str) -> Task:
    """The task of that name."""
    if name not in TASKS:
        raise UsageError(f"no bench task {name!r}; there are {', '.join(TASKS)}")
    found: Task = import_module(f"demarche.bench.{name}").TASK
    return found
