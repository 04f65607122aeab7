"""`demarche`, and `python -m demarche`."""

import sys


def main() -> None:
    """Run the command line and end with its exit code."""
    from demarche.cli import run

    sys.exit(run())


if __name__ == "__main__":
    main()
