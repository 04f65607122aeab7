"""Write `schema/*.json` and `data.md` from the nouns: `python docs/generate_schema.py`. A test holds them current."""

import inspect
import json
from pathlib import Path
from typing import Any

import msgspec

from demarche import model

HERE = Path(__file__).parent
NOUNS = (
    model.Document, model.Family, model.Parsed, model.Engagement, model.Act, model.Statement, model.Position,
    model.Figure, model.Assertion, model.Record, model.Campaign, model.Difference, model.Judgement, model.Measure,
    model.Reject,
)  # fmt: skip
DIALECT = "https://json-schema.org/draft/2020-12/schema"
HEAD = """# The data

What flows between the stages, is stored and is exported, one JSON object a line (UTF-8, LF). Offsets are half-open, in
Unicode code points of the document's `text`, and `quote == text[start:end]` always. Days are ISO 8601, countries ISO
3166-1 alpha-3. The schemas beside this page ([schema/](schema/)) and the page itself are generated from the types in
`demarche.model` by `python docs/generate_schema.py`.
"""


def schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema of every noun, by its name; `claim` is the union of all claims."""
    every: dict[str, Any] = {noun.__name__.lower(): noun for noun in NOUNS}
    every["claim"] = model.Claim
    return {name: {"$schema": DIALECT, "title": name} | msgspec.json.schema(noun) for name, noun in every.items()}


def page() -> str:
    """Every struct as a table of its fields."""
    _, structs = msgspec.json.schema_components(NOUNS, ref_template="{name}")
    first = [noun.__name__ for noun in NOUNS]
    order = first + sorted(set(structs) - set(first))
    return HEAD + "".join(section(name, structs[name]) for name in order)


def section(name: str, struct: dict[str, Any]) -> str:
    """One struct."""
    required = set(struct.get("required", ()))
    rows = (
        f"| `{key}` | {kind(field)} | {default(key, field, required)} |" for key, field in struct["properties"].items()
    )
    said = inspect.cleandoc(struct.get("description", ""))
    return f"\n## {name}\n\n{said}\n\n| field | holds | unless given |\n|---|---|---|\n" + "\n".join(rows) + "\n"


def kind(field: dict[str, Any]) -> str:
    """What a field may hold, in words."""
    if "$ref" in field:
        return f"[{field['$ref']}](#{field['$ref'].lower()})"
    if "anyOf" in field:
        return " or ".join(kind(choice) for choice in field["anyOf"])
    if "enum" in field:
        return ", ".join(str(value) for value in field["enum"] if value is not None) + " or null" * (
            None in field["enum"]
        )
    if field.get("type") == "array":
        return f"list of {kind(field['items'])}" if field.get("items") else "list"
    return str(field.get("type", "anything"))


def default(key: str, field: dict[str, Any], required: set[str]) -> str:
    """What stands there if nobody says anything."""
    if "default" in field:
        return f"`{json.dumps(field['default'])}`"
    return "must be given" if key in required else ""


def files() -> dict[Path, str]:
    """Every generated file and what it should hold."""
    found = {HERE / "schema" / f"{name}.json": written(schema) for name, schema in schemas().items()}
    return {**found, HERE / "data.md": page()}


def written(schema: dict[str, Any]) -> str:
    """A schema as text."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def main() -> None:
    """Write them all."""
    (HERE / "schema").mkdir(exist_ok=True)
    for path, text in files().items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
