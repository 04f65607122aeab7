"""The command line, thin: one module a command, data to stdout, everything else to stderr.

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some inputs were refused, 130 interrupted. Command modules
import the stages inside their functions, so that `demarche --help` answers at once.
"""

from demarche.cli.app import app, run

__all__ = ["app", "run"]
