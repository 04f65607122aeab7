"""Served to others, the page asks for the token once; then it reads, and its files come too."""

import zipfile
from pathlib import Path

from tests.publish.web.conftest import TOKEN, Opener, serving


def test_a_page_for_others_asks_for_the_token(made: Path, opened: Opener) -> None:
    with serving(made, "--host", "0.0.0.0") as served:
        watched = opened(type(served)(served.store, served.base.replace("0.0.0.0", "127.0.0.1")))
        shown = watched.page
        shown.goto(watched.base + "/export")
        shown.get_by_label("token").fill("not-the-token-at-all")
        shown.get_by_role("button", name="Use it").click()
        shown.get_by_label("token").fill(TOKEN)
        shown.get_by_role("button", name="Use it").click()
        shown.locator(".formats dt a").first.wait_for()
        with shown.expect_download() as taken:
            shown.get_by_role("link", name="GeoJSON").click()
        assert taken.value.suggested_filename == "demarche-geojson.zip"
        assert zipfile.ZipFile(taken.value.path()).testzip() is None
        watched.faults[:] = [f for f in watched.faults if "403" not in f]
