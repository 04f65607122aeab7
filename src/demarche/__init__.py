"""demarche reads what is written about diplomacy and keeps the record.

    import demarche

    for told in demarche.read("articles/"):                   # what each text says; nothing is kept
        print(told.document.title, len(told.claims))

    with demarche.run("articles/", store="desk.db") as desk:  # the whole way, into a store
        held = desk.query("country:RU country:TR mode:visit status:happened")
        for record in held.records: ...
        frame = held.to_pandas("engagements")                 # or to_polars, to_arrow

The names come from `demarche.desk` when they are first asked for, so that the command line does not wait for the
stages; `__init__.pyi` beside this file gives their types.
"""

from importlib import import_module

__version__ = "0.1.0"

__all__ = ["Answer", "Desk", "Heard", "__version__", "open", "query", "read", "run"]


def __getattr__(name: str) -> object:
    if name in __all__:
        return getattr(import_module("demarche.desk"), name)
    raise AttributeError(f"module 'demarche' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
