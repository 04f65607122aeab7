"""Store -> a frozen data set that somebody else can check, cite and read in ten years; and the check itself.

release(store, folder, passport)    the tables, their descriptions, what made them, licences, how to cite, all digests
faults(folder)                      what is no longer as it was frozen
"""

from demarche.publish.release.check import faults
from demarche.publish.release.freeze import release
from demarche.publish.release.passport import Passport, passport

__all__ = ["Passport", "faults", "passport", "release"]
