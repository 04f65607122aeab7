"""The names of states and bodies for what a command prints; the tables are read when the first is asked for."""


def named(side: str) -> str:
    """The name of a state or an organisation."""
    from demarche.publish.names import named as name

    return name(side)
