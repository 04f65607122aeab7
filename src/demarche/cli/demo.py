"""`demarche demo`: the bundled corpus from files to a digest, in a folder of its own to look around in."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from demarche.cli.editions import save, show, written
from demarche.cli.options import AsJson, StoreAt
from demarche.cli.output import counted, data_json, note, refused
from demarche.cli.progress import Progress
from demarche.cli.project import FILE, STORE, TEMPLATE

if TYPE_CHECKING:
    from demarche.pipeline import Report
    from demarche.publish import Edition

Folder = Annotated[Path, typer.Option("--to", metavar="DIR", help="The folder that is made.")]


def demo(to: Folder = Path("demarche-demo"), store: StoreAt = None, as_json: AsJson = False) -> None:
    """Run the bundled corpus end to end, print its digest, write it as a page."""
    from demarche.model import StoreError

    try:
        corpus = _copied(to)
    except OSError as e:
        raise StoreError(f"{to} cannot be written: {e.strerror or e}") from e
    report, made, where = _run(corpus, store or str(to / STORE))
    page = to / "digest.html"
    save(written(made, "html"), page)
    if as_json:
        data_json({"page": str(page), "report": report, "edition": made})
    else:
        show(written(made, "md").decode("utf-8"))
    note(
        f"\n{counted(report.documents, 'text')} in {counted(report.families, 'family', 'families')}, "
        f"{counted(report.claims, 'claim')}, {counted(report.records, 'record')}, in {report.seconds:.1f} s.\n"
        f"The page to open in a browser:  {page.resolve().as_uri()}\n"
        f"Its texts are in {to / 'corpus'}, the store is {where}. To go on:\n"
        f"  demarche serve --store {where}    all of it in a browser, at http://127.0.0.1:8015\n"
        "  demarche digest FOLDER -o digest.html           the same of your own texts, pages, feeds, archives\n"
        f"  demarche export --store {where} --to {to / 'export'} -f jsonl,csv"
    )
    raise typer.Exit(refused(report.rejects))


def _copied(to: Path) -> Path:
    """The corpus as files of the new folder, which is a project."""
    from demarche.demo import corpus_paths

    corpus = to / "corpus"
    for path in corpus_paths():
        place = corpus.joinpath(*path.parts[path.parts.index("corpus", path.parts.index("demo")) + 1 :])
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)
    if not (to / FILE).exists():
        (to / FILE).write_text(TEMPLATE, encoding="utf-8")
    return corpus


def _run(corpus: Path, where: str) -> "tuple[Report, Edition, str]":
    from demarche import pipeline
    from demarche.publish import edition
    from demarche.store import Store

    with Store(where) as store, Progress() as progress:
        added = pipeline.add(store, [corpus], tell=progress)
        done = pipeline.process(store, tell=progress)
        return pipeline.together(added, done), edition(store), store.name
