"""Named tuples and dataclasses whose classes cost little to create.

The types are those of `typing.NamedTuple` and `dataclasses.dataclass`, for users and for type checkers. The standard
library compiles the methods of each class when it is defined: 0.1 ms for a named tuple, 0.8 ms for a dataclass, and a
short run has a hundred of them and needs few. Here classes share their methods, and a constructor is compiled when the
first instance is made. A field with `default_factory` needs the standard decorator.

>>> class Place(NamedTuple):
...     line: int
...     column: int = 1
>>> Place(3), Place(3)._replace(line=4), Place._make([5, 6]) == (5, 6)
(Place(line=3, column=1), Place(line=4, column=1), True)
>>> @dataclass(frozen=True, slots=True)
... class Word:
...     text: str
...     weight: int = 0
>>> Word("规划"), replace(Word("规划"), weight=3), Word("规划") == Word("规划")
(Word(text='规划', weight=0), Word(text='规划', weight=3), True)
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any

try:
    from _collections import _tuplegetter as _make_getter  # type: ignore[import-not-found,unused-ignore]
except ImportError:  # as in `collections`, for other interpreters

    def _make_getter(index: int, doc: str) -> property:
        return property(itemgetter(index), doc=doc)


class _Record(tuple[Any, ...]):
    """The methods of all named tuples; see `collections.namedtuple`."""

    __slots__ = ()
    _fields: tuple[str, ...] = ()
    _field_defaults: Mapping[str, Any] = {}

    def __new__(cls, *values: Any, **named: Any) -> Any:
        owner: Any = next(base for base in cls.__mro__ if "_fields" in vars(base))
        names = ", ".join(owner._fields)
        tail = "," if len(owner._fields) == 1 else ""
        constructor = eval(f"lambda _cls, {names}: _new(_cls, ({names}{tail}))", {"_new": tuple.__new__})
        constructor.__defaults__ = tuple(owner._field_defaults.values())
        constructor.__name__, constructor.__qualname__ = "__new__", f"{owner.__qualname__}.__new__"
        owner.__new__ = staticmethod(constructor)
        return constructor(cls, *values, **named)

    @classmethod
    def _make(cls, values: Iterable[Any]) -> Any:
        record = tuple.__new__(cls, values)
        if len(record) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(record)}")
        return record

    def _replace(self, **changes: Any) -> Any:
        record = self._make(map(changes.pop, self._fields, self))
        if changes:
            raise ValueError(f"Got unexpected field names: {list(changes)!r}")
        return record

    __replace__ = _replace

    def _asdict(self) -> dict[str, Any]:
        return dict(zip(self._fields, self, strict=True))

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self)

    def __repr__(self) -> str:
        values = ", ".join([f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True)])
        return f"{type(self).__name__}({values})"


class _NamedTupleMaker(type):
    """Makes a named tuple of the class that is being defined."""

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> Any:
        del bases
        fields = tuple(namespace.get("__annotations__", ()))
        defaults = {field: namespace[field] for field in fields if field in namespace}
        getters = {field: _make_getter(index, "") for index, field in enumerate(fields)}
        names = {"_fields": fields, "_field_defaults": defaults, "__match_args__": fields, "__slots__": ()}
        return type(name, (_Record,), namespace | getters | names)


def _make_dataclass(
    *, frozen: bool = False, slots: bool = False, kw_only: bool = False, eq: bool = True
) -> Callable[[type], type]:
    """Return a decorator; for the arguments see `dataclasses.dataclass`."""

    def decorate(cls: Any) -> Any:
        fields = tuple(cls.__annotations__)
        defaults = {name: vars(cls)[name] for name in fields if name in vars(cls)}
        if slots:
            excluded = {"__dict__", "__weakref__", *fields}
            namespace = {name: value for name, value in vars(cls).items() if name not in excluded}
            cls = type(cls)(cls.__name__, cls.__bases__, namespace | {"__slots__": fields})
        cls.__dataclass_fields__ = _LazyFields(cls, defaults, kw_only=kw_only)
        _add_constructor(cls, fields, defaults, frozen=frozen, kw_only=kw_only)
        _add_methods(cls, fields, eq=eq, frozen=frozen)
        return cls

    return decorate


def _add_constructor(
    cls: Any, fields: tuple[str, ...], defaults: Mapping[str, Any], *, frozen: bool, kw_only: bool
) -> None:
    def __init__(self: Any, *values: Any, **named: Any) -> None:  # noqa: N807
        parameters = ", ".join([f"{name}=_{name}" if name in defaults else name for name in fields])
        assign = "_set(self, {0!r}, {0})" if frozen else "self.{0} = {0}"
        lines = [f"def __init__(self, {'*, ' if kw_only else ''}{parameters}):", *map(assign.format, fields)]
        names: dict[str, Any] = {f"_{name}": value for name, value in defaults.items()}
        exec("\n    ".join(lines), names | {"_set": object.__setattr__}, names)
        cls.__init__ = names["__init__"]
        cls.__init__(self, *values, **named)

    cls.__init__ = __init__


def _add_methods(cls: Any, fields: tuple[str, ...], *, eq: bool, frozen: bool) -> None:
    get_values = attrgetter(*fields)

    def __eq__(self: Any, other: object) -> Any:  # noqa: N807
        return get_values(self) == get_values(other) if type(self) is type(other) else NotImplemented

    def __hash__(self: Any) -> int:  # noqa: N807
        return hash((get_values(self),))

    def __repr__(self: Any) -> str:  # noqa: N807
        values = ", ".join([f"{name}={getattr(self, name)!r}" for name in fields])
        return f"{type(self).__qualname__}({values})"

    def __getstate__(self: Any) -> list[Any]:  # noqa: N807
        return [getattr(self, name) for name in fields]

    def __setstate__(self: Any, state: list[Any]) -> None:  # noqa: N807
        for name, value in zip(fields, state, strict=True):
            object.__setattr__(self, name, value)

    if eq:
        cls.__eq__ = __eq__
        cls.__hash__ = __hash__ if frozen else None
    if frozen:
        cls.__setattr__, cls.__delattr__ = _refuse, _refuse
    cls.__repr__, cls.__getstate__, cls.__setstate__ = __repr__, __getstate__, __setstate__


def _refuse(record: Any, name: str, value: Any = None) -> None:
    del value
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"{type(record).__name__} is frozen: {name!r} can't be changed")


class _LazyFields:
    """The field descriptions that the functions of `dataclasses` read, made by it when one of them is called."""

    def __init__(self, cls: Any, defaults: Mapping[str, Any], *, kw_only: bool) -> None:
        self._cls, self._defaults, self._kw_only = cls, defaults, kw_only

    def __get__(self, record: object, owner: Any) -> Any:
        import dataclasses

        namespace = {"__annotations__": self._cls.__annotations__, **self._defaults}
        same: Any = dataclasses.dataclass(kw_only=self._kw_only)(type(self._cls.__name__, (), namespace))
        self._cls.__dataclass_fields__ = same.__dataclass_fields__
        return same.__dataclass_fields__


def _replace(record: Any, /, **changes: Any) -> Any:
    """Return a copy of a dataclass with some fields changed."""
    kept: Iterator[str] = (name for name in record.__annotations__ if name not in changes)
    return type(record)(**{name: getattr(record, name) for name in kept}, **changes)


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import replace as replace
    from typing import NamedTuple as NamedTuple
else:
    NamedTuple = type.__new__(_NamedTupleMaker, "NamedTuple", (), {})
    dataclass, replace = _make_dataclass, _replace
