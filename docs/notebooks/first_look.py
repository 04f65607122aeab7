"""A first look at a store in a notebook: `marimo edit docs/notebooks/first_look.py`.

It reads the demo's store, or the one that DEMARCHE_STORE names. As a plain program (`python first_look.py`) it runs
every cell once, which is what a test does.
"""

import marimo

app = marimo.App(app_title="demarche: a first look")


@app.cell
def _():
    import os

    import marimo as mo
    import polars as pl

    import demarche

    desk = demarche.open(os.environ.get("DEMARCHE_STORE", "demarche-demo/demarche.db"))
    held = desk.query("type:engagement")
    mo.md(
        f"# {len(held)} engagements\n\nfrom {len(desk.store.documents)} texts in {len(desk.store.families)} families."
    )
    return desk, held, mo, pl


@app.cell
def _(held, pl):
    # Unknown days stay unknown: they are null, not the first of the month.
    engagements = held.to_polars("engagements")
    engagements.select("date_start", "mode", "status", "countries", "place_name", "independent_sources").sort(
        "date_start", nulls_last=True
    ).filter(pl.col("status") == "happened").head(12)
    return (engagements,)


@app.cell
def _(engagements, pl):
    # Planned is not happened: how the record stands today, by form of contact.
    by_status = (
        engagements.group_by("mode", "status").len().sort("len", "mode", "status", descending=[True, False, False])
    )
    by_status.pivot("status", index="mode", values="len").fill_null(0)
    assert by_status["len"].sum() == engagements.height
    by_status.filter(pl.col("status") != "happened")
    return (by_status,)


@app.cell
def _(engagements, pl):
    # Who met whom, two by two; a gathering of more says little about any pair.
    pairs = (
        engagements.filter((pl.col("status") == "happened") & (pl.col("countries").list.len() == 2))
        .with_columns(pair=pl.col("countries").list.sort().list.join("–"))
        .group_by("pair")
        .agg(engagements=pl.len(), sources=pl.col("independent_sources").sum())
        .sort("engagements", "pair", descending=[True, False])
    )
    pairs.head(10)
    return (pairs,)


@app.cell
def _(desk, held):
    # No field without its words: the quote stands in the frozen text, at these very offsets.
    record = max(held, key=lambda r: (r.independent_sources, r.id))
    for evidence in record.evidence:
        text = desk.store.documents[evidence.document].text
        assert text[evidence.start : evidence.end] == evidence.quote
    [(e.field, e.quote) for e in record.evidence[:6]]
    return (record,)


@app.cell
def _(desk, record):
    # What the sides say, row by row; an omission is no denial.
    told = desk.compare(record.id)
    [(row.field, row.verdict, [cell.shown for cell in row.cells]) for row in told.rows]
    return (told,)


@app.cell
def _(by_status, desk, pairs, told):
    desk.close()  # last: it waits for all that the others made
    return


if __name__ == "__main__":
    app.run()
