"""Every address of the schema, asked in ways nobody thought of: never a fault of the server."""

import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error

from demarche.publish.api import app
from demarche.store import Store
from tests.publish.api.conftest import house

SCHEMA = "/api/v1/schema/openapi.json"
EACH = 5
"""Requests an address; `EACH` may be raised by hand to look longer."""


def test_no_server_error(whole: Store) -> None:
    schema = schemathesis.openapi.from_asgi(SCHEMA, app(house(whole, hosts=("testserver",), requests_a_minute=10**6)))
    asked = 0
    for found in schema.get_all_operations():
        operation = found.ok()

        @given(case=operation.as_strategy())
        @settings(max_examples=EACH, deadline=None, suppress_health_check=list(HealthCheck))
        def ask(case: schemathesis.Case) -> None:
            case.call_and_validate(checks=[not_a_server_error])

        ask()
        asked += 1
    assert asked > 20
