"""Records behave as those of the standard library, whose types they stand for."""

import copy
import dataclasses
import pickle
import typing
from typing import Any

import pytest

from policytext.model.document import Source
from policytext.model.records import NamedTuple, dataclass, replace
from policytext.model.span import Span


class Place(NamedTuple):
    """A place."""

    line: int
    column: int = 1

    @property
    def is_first(self) -> bool:
        """Whether it is on the first line."""
        return self.line == 1


class One(NamedTuple):
    """A record of one field."""

    value: str


@dataclass(frozen=True, kw_only=True)
class Frozen:
    """A frozen dataclass."""

    text: str
    weight: int = 0


@dataclass(slots=True)
class Open:
    """A dataclass whose fields change."""

    text: str
    weight: int = 0


class Standard(typing.NamedTuple):
    """The same as `Place`, by the standard library."""

    line: int
    column: int = 1


@pytest.mark.parametrize("name", ["_fields", "_field_defaults", "__match_args__", "__slots__"])
def test_a_named_tuple_has_the_attributes_of_a_standard_one(name: str) -> None:
    assert getattr(Place, name) == getattr(Standard, name)


def test_a_named_tuple_is_made_by_position_and_by_name() -> None:
    assert Place(1) == Place(line=1, column=1) == (1, 1)
    assert (Place(1).is_first, One("a"), One(value="a").value) == (True, ("a",), "a")


@pytest.mark.parametrize(
    ("make", "error"),
    [
        pytest.param(lambda: Place(), TypeError, id="a value is missing"),  # type: ignore[call-arg]
        pytest.param(lambda: Place(1, 2, 3), TypeError, id="one value too many"),  # type: ignore[call-arg]
        pytest.param(lambda: Place._make([1]), TypeError, id="_make with one value too few"),
        pytest.param(lambda: Place(1)._replace(other=1), ValueError, id="_replace of an unknown field"),  # type: ignore[call-arg]
        pytest.param(lambda: Frozen("a"), TypeError, id="by position, although by keyword only"),  # type: ignore[call-arg]
        pytest.param(lambda: Open(), TypeError, id="a field without default is missing"),  # type: ignore[call-arg]
    ],
)
def test_a_wrong_value_is_an_error_the_first_time_and_later(make: Any, error: type[Exception]) -> None:
    for _ in range(2):
        with pytest.raises(error):
            make()


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(Place(3), id="named tuple"),
        pytest.param(One("a"), id="named tuple of one field"),
        pytest.param(Frozen(text="a"), id="frozen dataclass"),
        pytest.param(Open("a", 2), id="dataclass with slots"),
        pytest.param(Source(text="第一条"), id="dataclass with a cached property"),
        pytest.param(Span(1, 2), id="span"),
    ],
)
def test_a_record_survives_copies_and_pickling(record: Any) -> None:
    for other in (copy.copy(record), copy.deepcopy(record), pickle.loads(pickle.dumps(record))):
        assert (other, repr(other), type(other)) == (record, repr(record), type(record))


def test_dataclasses_compare_by_their_values_and_type() -> None:
    assert Frozen(text="a") == Frozen(text="a") != Frozen(text="a", weight=1)
    unlike: Any = Frozen(text="a")
    assert Open("a") != unlike
    assert hash(Frozen(text="a")) == hash(Frozen(text="a"))
    with pytest.raises(TypeError):
        hash(Open("a"))


def test_a_frozen_dataclass_does_not_change() -> None:
    record: Any = Frozen(text="a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        record.text = "b"
    with pytest.raises(dataclasses.FrozenInstanceError):
        del record.text


def test_the_functions_of_the_standard_library_know_the_fields() -> None:
    record = Frozen(text="a")
    assert dataclasses.asdict(record) == {"text": "a", "weight": 0}
    assert dataclasses.replace(record, weight=2) == replace(record, weight=2) == Frozen(text="a", weight=2)
    assert [field.name for field in dataclasses.fields(Open)] == ["text", "weight"]
