"""A frozen data set -> what is no longer as it was: files lost, changed, added; quotes that stand in no text."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from demarche.model import Claim, Document, UsageError
from demarche.publish.release.freeze import SUMS, digest
from demarche.publish.release.passport import Passport

_documents = msgspec.json.Decoder(Document)
_claims: "msgspec.json.Decoder[Claim]" = msgspec.json.Decoder(Claim)


def faults(folder: Path) -> list[str]:
    """What is wrong with a release, a line each; nothing if it is as it was frozen."""
    if not (folder / SUMS).is_file():
        raise UsageError(f"{folder} holds no {SUMS}: it is no release")
    found = list(_files(folder))
    return found or list(_quotes(folder))


def _files(folder: Path) -> Iterator[str]:
    listed = dict(_listed(folder / SUMS))
    here = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()} - {SUMS}
    yield from (f"{name}: lost" for name in sorted(listed.keys() - here))
    yield from (f"{name}: not part of the release" for name in sorted(here - listed.keys()))
    for name in sorted(here & listed.keys()):
        if digest(folder / name) != listed[name]:
            yield f"{name}: changed since it was frozen"


def _listed(file: Path) -> Iterator[tuple[str, str]]:
    for line in file.read_text(encoding="utf-8").splitlines():
        sha256, _, name = line.partition("  ")
        yield name, sha256


def _quotes(folder: Path) -> Iterator[str]:
    """Every claim against its frozen text, where the release has the texts."""
    if not msgspec.json.decode((folder / "passport.json").read_bytes(), type=Passport).with_texts:
        return
    texts = {d.id: d.text for line in _lines(folder, "documents") for d in [_documents.decode(line)]}
    for line in _lines(folder, "claims"):
        claim = _claims.decode(line)
        if texts.get(claim.document, "")[claim.start : claim.end] != claim.quote:
            yield f"{claim.id}: its quote does not stand in {claim.document}"


def _lines(folder: Path, noun: str) -> Iterator[bytes]:
    with (folder / "jsonl" / f"{noun}.jsonl").open("rb") as lines:
        yield from lines
