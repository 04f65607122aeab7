"""Write `docs/commands.md` from the commands themselves: `python docs/generate_commands.py`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

from demarche.cli import app

PAGE = Path(__file__).parent / "commands.md"

HEAD = """\
# Commands

Data go to stdout, progress and messages to stderr. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some inputs
were refused, 130 interrupted. Nothing asks a question. `NO_COLOR` is obeyed. The store is the project's `demarche.db`,
or what `--store` or `DEMARCHE_STORE` names: a file, or a `postgresql://` URL.
"""


def files() -> dict[Path, str]:
    """The page and what must stand in it."""
    return {PAGE: "\n".join([HEAD, *_commands("demarche", get_command(app))])}


def _commands(name: str, command: Any) -> Iterator[str]:
    for each in getattr(command, "commands", {}).values():
        if hasattr(each, "commands"):
            yield from _commands(f"{name} {each.name}", each)
        else:
            yield from _command(f"{name} {each.name}", each)


def _command(name: str, command: Any) -> Iterator[str]:
    shown = [p for p in command.params if not getattr(p, "hidden", False) and p.name != "help"]
    arguments = [_argument(p) for p in shown if p.param_type_name == "argument"]
    yield f"## {' '.join([name, *arguments])}\n"
    yield f"{' '.join(command.help.split())}\n"
    for p in shown:
        yield f"- `{p.metavar}`: {p.help}" if p.param_type_name == "argument" else f"- {_option(p)}: {p.help}"
    yield ""


def _argument(argument: Any) -> str:
    named = argument.metavar if argument.required else f"[{argument.metavar}]"
    return f"{named}…" if argument.nargs == -1 else named


def _option(option: Any) -> str:
    value = "" if option.is_flag else f" {option.metavar or option.name.upper()}"
    return ", ".join(f"`{name}{value}`" for name in option.opts)


if __name__ == "__main__":
    for path, text in files().items():
        path.write_text(text, encoding="utf-8")
