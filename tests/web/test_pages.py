"""The pages in a real browser: headless Chromium on a served studio."""

from __future__ import annotations

from tests.populate import ok_json, upload
from tests.serving import Live
from tests.web.browser import Page
from tests.web.conftest import DumpDom, sign_in_path

OPEN_OPERATION = ".opblock.is-open"


def test_a_visitor_sees_only_the_public_albums(dump_dom: DumpDom, live: Live) -> None:
    with live.client(live.token("editor")) as editor:
        ok_json(editor.post("/albums", json={"name": "On show", "visibility": "public"}))
        ok_json(editor.post("/albums", json={"name": "In the drawer", "visibility": "private"}))
    page = dump_dom("/")
    assert "On show" in page
    assert "In the drawer" not in page
    assert "Sign in" in page


def test_a_link_signs_in_and_albums_show_their_images(dump_dom: DumpDom, live: Live) -> None:
    with live.client(live.token("editor", "printer")) as editor:
        album = ok_json(editor.post("/albums", json={"name": "In the drawer", "visibility": "private"}))
        images = [upload(editor, (shade, 9, 9), album_id=album["id"], title=f"No. {shade}") for shade in (40, 140)]
    page = dump_dom(sign_in_path(live, "printer"))
    assert "In the drawer" in page
    assert "2 images" in page
    assert "printer" in page
    album_page = dump_dom(f"/#/albums/{album['id']}")
    for image in images:
        assert image["thumbnail_url"] in album_page
        assert image["title"] in album_page


def test_the_docs_page_renders_the_contract_with_collapsed_operations_and_a_link_back(dump_dom: DumpDom) -> None:
    page = dump_dom("/docs")
    assert "OAS 3.1" in page
    assert "Ordered collections of images" in page
    assert "Get an album" not in page
    assert '<a href="/">' in page
    assert "Warning" not in page


def test_the_docs_page_filters_operations_and_names_the_parameters_of_a_path(page: Page, live: Live) -> None:
    page.navigate(f"{live.url}/docs")
    page.type_into(".operation-filter-input", "label")
    page.wait_for("document.body.innerText.includes('/albums/{album_id}/label-stats')")
    assert "/bug-reports" not in page.evaluate("document.body.innerText")
    page.click("#operations-albums-getAlbumLabelStats .opblock-summary-control")
    parameters = page.wait_for(
        f"[...document.querySelectorAll('{OPEN_OPERATION} .parameter__name')].map(cell => cell.innerText)"
    )
    assert [name.split()[0] for name in parameters] == ["album_id", "X-Trace-Id"]


def test_the_docs_page_sends_requests_with_the_csrf_token_of_the_session(page: Page, without_streams: Live) -> None:
    without_streams.token("editor", "printer")
    page.navigate(f"{without_streams.url}{sign_in_path(without_streams, 'printer')}")
    page.wait_for("document.querySelector('#who')?.textContent.startsWith('printer')")
    page.navigate(f"{without_streams.url}/docs#/albums/createAlbum")
    page.click(f"{OPEN_OPERATION} .try-out__btn")
    page.click(f"{OPEN_OPERATION} .execute")
    status = page.wait_for("document.querySelector('.live-responses-table .response .response-col_status')?.innerText")
    assert status.split()[0] == "201"
