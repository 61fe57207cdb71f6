"""Which form a schema has in requests and in answers, where fields go one way only."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from codegen.directions import by_direction, source_of
from codegen.findings import CodegenError

ID = {"type": "string", "readOnly": True}
KEY = {"type": "string", "writeOnly": True}
NAME = {"type": "string"}


def ref(name: str, **beside: Any) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}", **beside}


def closed(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": sorted(properties), "properties": properties}


def document(sent: Any, received: Any, section: str = "paths", **schemas: Any) -> dict[str, Any]:
    """A contract whose only operation takes the schema `sent` and answers with `received`."""
    bodies = [{"content": {"application/json": {"schema": schema}}} for schema in (sent, received)]
    operation = {"requestBody": bodies[0], "responses": {"200": bodies[1]}}
    return {section: {"/pets": {"post": operation}}, "components": {"schemas": schemas}}


def fields(document: dict[str, Any], name: str) -> list[str]:
    schema = document["components"]["schemas"][name]
    assert schema.get("required") == sorted(schema["properties"])
    return sorted(schema["properties"])


def bodies(document: dict[str, Any]) -> tuple[Any, Any]:
    ((item,),) = (document[section].values() for section in ("paths", "webhooks") if section in document)
    parts = item["post"]["requestBody"], item["post"]["responses"]["200"]
    request, answer = (part["content"]["application/json"]["schema"] for part in parts)
    return request, answer


def test_a_document_without_such_fields_stays_as_it_is() -> None:
    whole = document(ref("Pet"), ref("Pet"), Pet=closed(name=NAME, id={**ID, "readOnly": False}))
    assert by_direction(whole) == (whole, {})
    assert by_direction(whole)[0] is whole


@pytest.mark.parametrize(("section", "names"), [("paths", ("Pet", "PetRequest")), ("webhooks", ("PetRequest", "Pet"))])
def test_a_schema_of_both_directions_has_two_forms(section: str, names: tuple[str, str]) -> None:
    whole = document(ref("Pet"), ref("Pet"), section, Pet=closed(id=ID, key=KEY, name=NAME))
    before = copy.deepcopy(whole)
    split, made_of = by_direction(whole)
    assert whole == before
    shown, sent = names
    assert made_of == {"#/components/schemas/PetRequest": "#/components/schemas/Pet"}
    assert (
        source_of("#/components/schemas/PetRequest/properties/id", made_of) == "#/components/schemas/Pet/properties/id"
    )
    assert source_of("#/info", made_of) == "#/info"
    assert (fields(split, "Pet"), fields(split, "PetRequest")) == (["id", "name"], ["key", "name"])
    assert split["components"]["schemas"]["PetRequest"]["title"] == "PetRequest"
    assert bodies(split) == (ref(sent), ref(shown))


def test_a_schema_of_one_direction_keeps_its_name() -> None:
    split, made_of = by_direction(
        document(ref("New"), ref("Pet"), Pet=closed(id=ID, key=KEY), New=closed(id=ID, key=KEY))
    )
    assert made_of == {}
    assert (fields(split, "Pet"), fields(split, "New")) == (["id"], ["key"])
    assert bodies(split) == (ref("New"), ref("Pet"))


def test_what_refers_to_such_a_schema_has_two_forms_too_and_nothing_else() -> None:
    pets = {"type": "array", "items": ref("Pet")}
    pet = closed(id=ID, home=ref("Home"), friends=ref("Pets"))
    split, made_of = by_direction(
        document({"anyOf": [ref("Pets"), {"type": "null"}]}, ref("Pets"), Pet=pet, Pets=pets, Home=closed(name=NAME))
    )
    assert sorted(split["components"]["schemas"]) == ["Home", "Pet", "PetRequest", "Pets", "PetsRequest"]
    assert set(made_of.values()) == {"#/components/schemas/Pet", "#/components/schemas/Pets"}
    assert bodies(split)[0] == {"anyOf": [ref("PetsRequest"), {"type": "null"}]}
    assert split["components"]["schemas"]["PetsRequest"]["items"] == ref("PetRequest")
    assert split["components"]["schemas"]["PetRequest"]["properties"] == {
        "home": ref("Home"),
        "friends": ref("PetsRequest"),
    }


def test_a_field_is_marked_by_what_it_refers_to_and_what_only_it_used_goes() -> None:
    split, _ = by_direction(document(ref("Pet"), NAME, Pet=closed(id=ref("Id"), own=ref("Id", readOnly=False)), Id=ID))
    assert fields(split, "Pet") == ["own"]
    split, _ = by_direction(document(ref("Pet"), NAME, Pet=closed(id=ref("Id"), name=NAME), Id=ID))
    assert sorted(split["components"]["schemas"]) == ["Pet"]


def test_the_kinds_of_a_union_are_those_of_the_direction() -> None:
    pointer = "#/components/schemas/Cat"
    union = {"oneOf": [ref("Cat")], "discriminator": {"propertyName": "kind", "mapping": {"cat": pointer}}}
    split, _ = by_direction(document(ref("Pet"), ref("Pet"), Pet=union, Cat=closed(id=ID, kind={"const": "cat"})))
    schemas = split["components"]["schemas"]
    assert schemas["Pet"] == union
    assert schemas["PetRequest"]["oneOf"] == [ref("CatRequest")]
    assert schemas["PetRequest"]["discriminator"]["mapping"] == {"cat": f"{pointer}Request"}


def test_examples_have_the_fields_of_their_direction() -> None:
    pet = closed(id=ID, key=KEY, toys={"type": "array", "items": closed(id=ID)}, more={"allOf": [closed(id=ID)]})
    example = {"id": "1", "key": "k", "toys": [{"id": "2"}], "more": {"id": "3"}}
    whole = document(ref("Pet"), ref("Pet"), Pet={**pet, "examples": [example]})
    operation = whole["paths"]["/pets"]["post"]
    operation["requestBody"]["content"]["application/json"]["example"] = example
    operation["responses"]["200"]["content"]["application/json"]["examples"] = {"one": {"value": example}}
    split, _ = by_direction(whole)
    sent, shown = {"key": "k", "toys": [{}], "more": {}}, {"id": "1", "toys": [{"id": "2"}], "more": {"id": "3"}}
    operation = split["paths"]["/pets"]["post"]
    assert operation["requestBody"]["content"]["application/json"]["example"] == sent
    assert operation["responses"]["200"]["content"]["application/json"]["examples"]["one"]["value"] == shown
    schemas = split["components"]["schemas"]
    assert (schemas["PetRequest"]["examples"], schemas["Pet"]["examples"]) == ([sent], [shown])


def test_a_name_that_is_taken_is_said() -> None:
    whole = document(ref("Pet"), ref("Pet"), Pet=closed(id=ID, it=ref("PetRequest")), PetRequest=closed(name=NAME))
    with pytest.raises(CodegenError, match="its name is taken: PetRequest"):
        by_direction(whole)
