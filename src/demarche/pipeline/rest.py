"""Between two runs of one process: pages of the database are let go, and memory that is free goes back to the system.

The C library keeps what was freed between two things that stay, a little more after every run. It gives it back when it
is asked (`malloc_trim`, glibc); where it cannot be asked, nothing is lost but that.
"""

import ctypes

from demarche.store import Store


def rest(store: Store) -> None:
    """Hold no more than what the next run will find in use."""
    store.rest()
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(ctypes.c_size_t(0))
