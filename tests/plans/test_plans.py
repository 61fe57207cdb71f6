"""No statement reads more than a small multiple of a page, on either database and for any caller."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest

from generated.base import Operation
from generated.operations import OPERATIONS
from platemark.access import RANK
from tests.plans.background import ACTIONS
from tests.plans.conftest import Large, Verdict
from tests.plans.known_scans import ACCEPTED, STILL_SCANS
from tests.plans.list_requests import ROLES, ListRequest, list_operations, params_of, requests_of
from tests.plans.visits import visit_all

LISTS = {operation.id: operation for operation in list_operations()}
READS = {
    operation.id: operation
    for operation in OPERATIONS.values()
    if operation.method == "GET" and operation.id not in LISTS and operation.id != "streamEvents"
}
FILES = (
    "getImageFile", "getImageThumbnail", "getTrainingSample", "getAdapterPreview", "getAdapterFile",
    "getBugReportScreenshot", "exportAlbum", "getJobPreview",
)  # fmt: skip
"""Their files do not exist in a large studio, and its jobs show nothing."""

Verdicts = Mapping[str, list[Verdict]]

pytestmark = pytest.mark.timeout(600)


def require_known(large: Large, verdicts: Verdicts) -> None:
    """Fail for what reads more than is accepted, and for what is known to scan and no longer does."""
    refused = {key: [text for each in of_key for text in each.refused] for key, of_key in verdicts.items()}
    new = {key: texts for key, texts in refused.items() if texts}
    details = "\n\n".join(f"{key}, {len(texts)} times:\n{texts[0]}" for key, texts in new.items())
    assert not new, f"reads more than its page: {sorted(new)}\n\n{details}"
    gone = [
        key for key, of_key in verdicts.items() if large.still_scans(key) and not any(each.found for each in of_key)
    ]
    assert not gone, f"no longer scans; remove it from STILL_SCANS: {sorted(gone)}"


@pytest.mark.parametrize("operation", LISTS.values(), ids=LISTS)
def test_a_list_reads_no_more_than_its_page(large: Large, operation: Operation) -> None:
    verdicts: defaultdict[str, list[Verdict]] = defaultdict(list)
    for request in requests_of(operation):
        verdicts[request.key].append(judge_list(large, request))
    require_known(large, verdicts)


def judge_list(large: Large, request: ListRequest) -> Verdict:
    """The first page, and the second one of a list with at most one filter."""
    names = large.names()
    params = params_of(request, names)
    path = request.operation.path.format(**names)
    with large.recorder.recording() as statements:
        response = large.clients[request.role].get(path, params=params)
        assert response.status_code in (200, 403), f"{request}: {response.text}"
        assert response.status_code == 200 or "user_id" in request.filters, f"{request}: {response.text}"
        cursor = response.json().get("next_cursor")
        if cursor is not None and len(request.filters) < 2:
            assert large.clients[request.role].get(path, params={**params, "cursor": cursor}).status_code == 200
    verdict = large.judge(statements, request.key)
    return Verdict(verdict.found, [f"{request}\n{text}" for text in verdict.refused])


@pytest.mark.parametrize("operation", READS.values(), ids=READS)
def test_a_read_reads_no_more_than_a_page(large: Large, operation: Operation) -> None:
    key, verdicts = f"{operation.id} of large", []
    for role in ROLES:
        if RANK[role or "public"] >= RANK[operation.minimum_role]:
            with large.recorder.recording() as statements:
                response = large.clients[role].get(operation.path.format(**large.names()))
            assert response.is_success or role != "admin" or operation.id in FILES, f"{operation.id}: {response.text}"
            verdicts.append(large.judge(statements, key))
    require_known(large, {key: verdicts})


@pytest.fixture(scope="module")
def visited(large: Large) -> Verdicts:
    """What the statements of one typical request to each operation read too much of."""
    verdicts: defaultdict[str, list[Verdict]] = defaultdict(list)

    @contextmanager
    def observe(operation_id: str) -> Iterator[None]:
        with large.recorder.recording() as statements:
            yield
        verdicts[operation_id].append(large.judge(statements, operation_id))

    visit_all(large.live, observe)
    return verdicts


def test_a_request_is_made_to_every_operation(visited: Verdicts) -> None:
    assert set(visited) == set(OPERATIONS)


@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_an_operation_reads_no_more_than_a_page(large: Large, visited: Verdicts, operation_id: str) -> None:
    require_known(large, {operation_id: visited[operation_id]})


@pytest.mark.parametrize("name", ACTIONS)
def test_the_background_reads_no_more_than_a_page(large: Large, name: str) -> None:
    with large.recorder.recording() as statements, large.live.studio.work(write=True) as work:
        ACTIONS[name](large, work)
    require_known(large, {name: [large.judge(statements, name)]})


def test_everything_that_is_known_to_read_more_exists() -> None:
    lists = {request.key for operation in list_operations() for request in requests_of(operation)}
    reads = {f"{operation_id} of large" for operation_id in READS}
    assert set(STILL_SCANS) | set(ACCEPTED) <= lists | reads | set(OPERATIONS) | set(ACTIONS)
    assert not [key for key in STILL_SCANS if key in ACCEPTED and STILL_SCANS[key] & ACCEPTED[key].databases]
