"""The bundler merges the files of a spec into one document and reports what it cannot resolve."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from codegen.bundle import bundle
from codegen.findings import CodegenError
from codegen.load import dump, load
from tests.contract.small_spec import EXAMPLES, edit, schema, write_small_spec


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    return write_small_spec(tmp_path)


def test_components_are_named_by_their_title(spec: Path) -> None:
    schemas = bundle(spec).document["components"]["schemas"]
    assert list(schemas) == sorted(schemas)
    assert set(schemas) == {
        "Line", "Plate", "PlateKind", "PlatePage", "PlatePatch", "PressMany", "PressOnce", "PressRequest", "Problem",
        "Uuid",
    }  # fmt: skip
    assert not {"$id", "$schema", "$defs"} & {key for node in schemas.values() for key in node}


def test_keywords_beside_a_reference_are_kept(spec: Path) -> None:
    name = bundle(spec).document["components"]["schemas"]["Plate"]["properties"]["name"]
    assert name == {"$ref": "#/components/schemas/Line", "minLength": 1, "maxLength": 20}


def test_a_discriminator_maps_to_components(spec: Path) -> None:
    mapping = bundle(spec).document["components"]["schemas"]["PressRequest"]["discriminator"]["mapping"]
    assert mapping == {"once": "#/components/schemas/PressOnce", "many": "#/components/schemas/PressMany"}


def test_path_items_and_examples_replace_the_references_to_them(spec: Path) -> None:
    item = bundle(spec).document["paths"]["/plates"]
    assert item["parameters"] == [{"$ref": "#/components/parameters/TraceId"}]
    assert item["get"]["responses"]["400"] == {"$ref": "#/components/responses/BadRequest"}
    response = item["get"]["responses"]["200"]
    assert response["headers"] == {"X-Trace-Id": {"$ref": "#/components/headers/TraceId"}}
    assert response["content"]["application/json"]["example"] == EXAMPLES["listPlates.200.json"]


def test_every_reference_resolves_within_the_document(spec: Path) -> None:
    document = bundle(spec).document

    def references(node: object) -> list[str]:
        if isinstance(node, dict):
            inner = [reference for value in node.values() for reference in references(value)]
            return [node["$ref"], *inner] if "$ref" in node else inner
        return [reference for item in node for reference in references(item)] if isinstance(node, list) else []

    for reference in references(document):
        _, components, section, name = reference.split("/")
        assert name in document[components][section]


def test_data_that_looks_like_a_reference_stays_data(spec: Path) -> None:
    edit(
        spec,
        "schemas/plates/plate_patch.json",
        '"examples": [{"name": "Sea"}]',
        '"examples": [{"$ref": "x", "name": 1}]',
    )
    patch = bundle(spec).document["components"]["schemas"]["PlatePatch"]
    assert patch["examples"] == [{"$ref": "x", "name": 1}]


def test_a_property_may_have_the_name_of_a_keyword(spec: Path) -> None:
    edit(
        spec,
        "schemas/plates/plate_patch.json",
        '"properties": {',
        '"properties": {"default": {"$ref": "../common/uuid.json"}, "examples": {"$ref": "plate_kind.json"}, ',
    )
    properties = bundle(spec).document["components"]["schemas"]["PlatePatch"]["properties"]
    assert properties["default"] == {"$ref": "#/components/schemas/Uuid"}
    assert properties["examples"] == {"$ref": "#/components/schemas/PlateKind"}


def test_pointers_are_mapped_back_to_the_files(spec: Path) -> None:
    bundled = bundle(spec)
    assert (
        bundled.place("#/components/schemas/PressOnce/type")
        == "schemas/plates/press_request.json#/$defs/PressOnce/type"
    )
    assert bundled.place("#/paths/~1plates~1{plate_id}/patch") == "paths/plates.yaml#/plate/patch"
    assert bundled.place("#/info") == "openapi.yaml#/info"


def test_the_same_spec_gives_the_same_bytes(spec: Path, tmp_path: Path) -> None:
    other = write_small_spec(tmp_path / "elsewhere")
    assert dump(bundle(spec).document) == dump(bundle(other).document)
    assert str(tmp_path) not in json.dumps(bundle(spec).document)


FAULTS: dict[str, tuple[Callable[[Path], None], str, str]] = {
    "a dangling reference in a schema": (
        lambda spec: edit(spec, "schemas/plates/plate.json", "plate_kind.json", "plate_sort.json"),
        "schemas/plates/plate.json#/properties/kind",
        "$ref plate_sort.json points at nothing",
    ),
    "a dangling reference in a path": (
        lambda spec: edit(spec, "paths/plates.yaml", "responses.yaml#/NotFound", "responses.yaml#/Lost"),
        "paths/plates.yaml#/plate/patch/responses/404",
        "points at nothing",
    ),
    "a dangling example": (
        lambda spec: (spec / "examples/listPlates.200.json").unlink(),
        "paths/plates.yaml#/plates/get/responses/200/content/application~1json/example",
        "points at nothing",
    ),
    "two schemas of one name": (
        lambda spec: edit(spec, "schemas/plates/plate_patch.json", '"title": "PlatePatch"', '"title": "Plate"'),
        "schemas/plates/plate_patch.json#",
        "the name Plate is taken by schemas/plates/plate.json#",
    ),
    "a schema without title": (
        lambda spec: edit(spec, "schemas/plates/plate_patch.json", '"title": "PlatePatch",', ""),
        "schemas/plates/plate_patch.json#",
        "needs a title",
    ),
    "an $id that is not the file": (
        lambda spec: edit(spec, "schemas/plates/plate_patch.json", "schemas/plates/plate_patch", "schemas/patch"),
        "schemas/plates/plate_patch.json#",
        "$id must be https://platemark.dev/schemas/plates/plate_patch.json",
    ),
    "a reference into the middle of a schema": (
        lambda spec: edit(spec, "paths/plates.yaml", "plates/plate_kind.json", "plates/plate.json#/properties/kind"),
        "paths/plates.yaml#/plates/get/parameters/0/schema/items",
        "points into a schema, not at a named schema",
    ),
    "a duplicate key": (
        lambda spec: edit(spec, "parameters.yaml", "IfMatch:\n", "TraceId:\n"),
        "parameters.yaml",
        "duplicate key: TraceId",
    ),
    "a file that is not JSON": (
        lambda spec: edit(spec, "schemas/plates/plate.json", "{", "[", 1),
        "schemas/plates/plate.json",
        "cannot be read",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_reported_with_its_place(spec: Path, name: str) -> None:
    introduce_fault, where, message = FAULTS[name]
    introduce_fault(spec)
    with pytest.raises(CodegenError) as caught:
        bundle(spec)
    assert [finding for finding in caught.value.findings if finding.where == where and message in finding.message]


def test_all_faults_are_reported_at_once(spec: Path) -> None:
    edit(spec, "schemas/plates/plate.json", "plate_kind.json", "plate_sort.json")
    edit(spec, "paths/plates.yaml", "responses.yaml#/NotFound", "responses.yaml#/Lost")
    with pytest.raises(CodegenError) as caught:
        bundle(spec)
    assert {finding.where.partition("#")[0] for finding in caught.value.findings} == {
        "schemas/plates/plate.json",
        "paths/plates.yaml",
    }


def test_unused_parts_are_left_out_and_reported(spec: Path) -> None:
    document = schema("plates/loose.json", "Loose", type="boolean", examples=[True])
    (spec / "schemas/plates/loose.json").write_text(json.dumps(document))
    (spec / "examples/nobody.200.json").write_text("{}")
    edit(spec, "openapi.yaml", "  /plates/{plate_id}/file: { $ref: 'paths/plates.yaml#/file' }\n", "")
    bundled = bundle(spec)
    assert "Loose" not in bundled.document["components"]["schemas"]
    assert {finding.where for finding in bundled.unused} == {
        "schemas/plates/loose.json#",
        "examples/nobody.200.json",
        "paths/plates.yaml#/file",
    }


def test_yaml_keys_are_strings_and_dates_stay_text(tmp_path: Path) -> None:
    file = tmp_path / "some.yaml"
    file.write_text("200: 2026-11-22\non: 2026-11-22T10:00:00Z\n")
    assert load(file) == {"200": "2026-11-22", "on": "2026-11-22T10:00:00Z"}
