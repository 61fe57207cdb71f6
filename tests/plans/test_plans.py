"""No statement reads more than a small multiple of a page, on either database and for any caller."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

import pytest

from generated.base import Operation
from generated.operations import OPERATIONS
from platemark.access import RANK
from tests.plans.background import ACTIONS
from tests.plans.conftest import Large
from tests.plans.known_scans import ACCEPTED, STILL_SCANS
from tests.plans.list_requests import ROLES, ListRequest, list_operations, params_of, requests_of
from tests.plans.visits import visit_all

LISTS = {operation.id: operation for operation in list_operations()}
READS = {
    operation.id: operation
    for operation in OPERATIONS.values()
    if operation.method == "GET" and operation.id not in LISTS and operation.id != "streamEvents"
}
FILES = ("getImageFile", "getImageThumbnail", "getTrainingSample", "getBugReportScreenshot")
"""Their files do not exist in a large studio."""

Excesses = Mapping[str, list[str]]

pytestmark = pytest.mark.timeout(600)


def require_known(large: Large, keys: Iterable[str], excesses: Excesses) -> None:
    """Fail for what reads too much and is not known to, and for what is known to and no longer does."""
    new = {key: found for key, found in excesses.items() if not large.is_known(key)}
    details = "\n\n".join(f"{key}, {len(found)} times:\n{found[0]}" for key, found in new.items())
    assert not new, f"reads more than its page: {sorted(new)}\n\n{details}"
    gone = sorted(key for key in keys if large.is_known(key) and key not in excesses)
    assert not gone, f"no longer reads more than its page; remove it from known_scans.py: {gone}"


@pytest.mark.parametrize("operation", LISTS.values(), ids=LISTS)
def test_a_list_reads_no_more_than_its_page(large: Large, operation: Operation) -> None:
    excesses: defaultdict[str, list[str]] = defaultdict(list)
    keys = set()
    for request in requests_of(operation):
        keys.add(request.key)
        for found in excesses_of_list(large, request):
            excesses[request.key].append(f"{request}\n{found}")
    require_known(large, keys, excesses)


def excesses_of_list(large: Large, request: ListRequest) -> list[str]:
    """Those of the first page, and of the second one of a list with at most one filter."""
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
    return large.find_excesses(statements, request.key)


@pytest.mark.parametrize("operation", READS.values(), ids=READS)
def test_a_read_reads_no_more_than_a_page(large: Large, operation: Operation) -> None:
    key, found = f"{operation.id} of large", []
    for role in ROLES:
        if RANK[role or "public"] >= RANK[operation.minimum_role]:
            with large.recorder.recording() as statements:
                response = large.clients[role].get(operation.path.format(**large.names()))
            assert response.is_success or role != "admin" or operation.id in FILES, f"{operation.id}: {response.text}"
            found += large.find_excesses(statements, key)
    require_known(large, [key], {key: found} if found else {})


@pytest.fixture(scope="module")
def visited(large: Large) -> Excesses:
    """What the statements of one typical request to each operation read too much of."""
    excesses: defaultdict[str, list[str]] = defaultdict(list)

    @contextmanager
    def observe(operation_id: str) -> Iterator[None]:
        with large.recorder.recording() as statements:
            yield
        excesses[operation_id] += large.find_excesses(statements, operation_id)

    visit_all(large.live, observe)
    return excesses


def test_a_request_is_made_to_every_operation(visited: Excesses) -> None:
    assert set(visited) == set(OPERATIONS)


@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_an_operation_reads_no_more_than_a_page(large: Large, visited: Excesses, operation_id: str) -> None:
    found = visited[operation_id]
    require_known(large, [operation_id], {operation_id: found} if found else {})


@pytest.mark.parametrize("name", ACTIONS)
def test_the_background_reads_no_more_than_a_page(large: Large, name: str) -> None:
    with large.recorder.recording() as statements, large.live.studio.work(write=True) as work:
        ACTIONS[name](large, work)
    found = large.find_excesses(statements, name)
    require_known(large, [name], {name: found} if found else {})


def test_everything_that_is_known_to_read_more_exists() -> None:
    lists = {request.key for operation in list_operations() for request in requests_of(operation)}
    reads = {f"{operation_id} of large" for operation_id in READS}
    assert set(STILL_SCANS) | set(ACCEPTED) <= lists | reads | set(OPERATIONS) | set(ACTIONS)
    assert not set(STILL_SCANS) & set(ACCEPTED)
