"""One thread for the arithmetic of arrays."""

import os

NAMES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def one_thread() -> None:
    """Call it before numpy is loaded: on small arrays several threads only wait, and take the cores of others.

    Two recognisers beside each other on two cores took six times as long with two threads each.
    """
    for name in NAMES:
        os.environ[name] = "1"
