"""Work that is counted: the program's modules are loaded with a counter at each place where work can grow.

Calls, rounds of a loop, and the characters or items that one operation of the interpreter goes through: a search, a slice, `in`,
a sum of two lists, `sorted`. What a regular expression tries
at one place before it gives up, and a copy in C outside of these, are not seen.
"""

import ast
import builtins
import importlib.abc
import importlib.machinery
import re
import sys
import types
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from typing import Any

_SIZED = frozenset((str, bytes, list, tuple, dict, set, frozenset))
#: Functions and methods that take a step, however long what they are given; the loop around them is counted.
_STEPS = frozenset((
    "len", "isinstance", "issubclass", "iter", "next", "enumerate", "zip", "map", "filter", "reversed",
    "range", "ord", "chr", "hash", "id", "getattr", "setattr", "hasattr", "callable", "type", "bisect_left",
    "bisect_right", "insort", "append", "appendleft", "popleft", "add", "discard", "get", "setdefault",
    "items", "keys", "values", "startswith", "endswith", "from_iterable", "chain", "repeat", "product",
    "pairwise", "takewhile", "islice", "super", "locals", "property", "partial", "start", "end", "span",
    "group", "_replace", "abs", "int", "float", "bool", "Span",
))  # fmt: skip
#: Names by which loaded modules call the counter.
_PREFIX = "_counted_"

#: The places, as "module:line", and what was counted at each.
PLACES: list[str] = []
COUNTS: list[int] = []


def reset() -> None:
    """Begin again at nothing."""
    COUNTS[:] = [0] * len(PLACES)


def install(package: str) -> None:
    """Load the modules of a package with counters from now on."""
    if any(name.partition(".")[0] == package for name in sys.modules):
        raise RuntimeError(f"{package} is loaded already")
    for function in (call, cut, each, holds, joined, built, step):
        setattr(builtins, _PREFIX + function.__name__, function)
    sys.meta_path.insert(0, _Finder(package))


class _Finder(importlib.abc.MetaPathFinder):
    def __init__(self, package: str) -> None:
        self.package = package

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: types.ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] != self.package:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and isinstance(spec.loader, SourceFileLoader):
            spec.loader = _Loader(spec.loader.name, spec.loader.path)
        return spec


class _Loader(SourceFileLoader):
    def get_code(self, fullname: str) -> types.CodeType:
        path = self.get_filename(fullname)
        tree = _Counters(fullname).visit(ast.parse(self.get_data(path), path))
        code: types.CodeType = compile(ast.fix_missing_locations(tree), path, "exec", dont_inherit=True)
        return code


class _Counters(ast.NodeTransformer):
    """A module's tree with the counters in it."""

    def __init__(self, module: str) -> None:
        self.module = module

    def _counted(self, function: Callable[..., Any], node: Any, *args: ast.expr) -> ast.Call:
        PLACES.append(f"{self.module}:{node.lineno}")
        COUNTS.append(0)
        name = ast.Name(_PREFIX + function.__name__, ast.Load())
        return ast.copy_location(ast.Call(name, [ast.Constant(len(PLACES) - 1), *args], []), node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        # min and max of two numbers are steps; of a list they are not.
        if name in _STEPS or (name in ("min", "max") and len(node.args) > 1):
            return node
        counted = self._counted(call, node, node.func, *node.args)
        counted.keywords = node.keywords
        return counted

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        self.generic_visit(node)
        if not (isinstance(node.ctx, ast.Load) and isinstance(node.slice, ast.Slice)):
            return node
        bounds = [
            part or ast.Constant(None) for part in (node.slice.lower, node.slice.upper, node.slice.step)
        ]
        return self._counted(cut, node, node.value, *bounds)

    def visit_For(self, node: ast.For) -> ast.AST:
        self.generic_visit(node)
        node.iter = self._counted(each, node, node.iter)
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        self.generic_visit(node)
        node.iter = self._counted(each, node.iter, node.iter)
        return node

    def visit_While(self, node: ast.While) -> ast.AST:
        self.generic_visit(node)
        node.body.insert(0, ast.Expr(self._counted(step, node)))
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        if len(node.ops) != 1 or not isinstance(node.ops[0], ast.In | ast.NotIn):
            return node
        found = self._counted(holds, node, node.left, node.comparators[0])
        return ast.UnaryOp(ast.Not(), found) if isinstance(node.ops[0], ast.NotIn) else found

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        numbers = isinstance(node.right, ast.Constant) and isinstance(node.right.value, int)
        if isinstance(node.op, ast.Add) and not numbers:
            return self._counted(joined, node, node.left, node.right)
        return node

    def generic_visit(self, node: ast.AST) -> ast.AST:
        super().generic_visit(node)
        return self._display(node) if isinstance(node, ast.List | ast.Tuple) else node

    def _display(self, node: ast.List | ast.Tuple) -> ast.AST:
        spread = isinstance(node.ctx, ast.Load) and any(
            isinstance(element, ast.Starred) for element in node.elts
        )
        return self._counted(built, node, node) if spread else node


def step(place: int) -> None:
    """A round of a loop."""
    COUNTS[place] += 1


def each(place: int, items: Iterable[Any]) -> Iterator[Any]:
    """The items, one step for each that is taken."""
    for item in items:
        COUNTS[place] += 1
        yield item


def cut(place: int, whole: Any, start: Any, end: Any, by: Any) -> Any:
    """A slice, at the cost of its length."""
    found = whole[start:end:by]
    COUNTS[place] += 1 if found is whole else len(found)
    return found


def holds(place: int, item: Any, whole: Any) -> bool:
    """``item in whole``, at the cost of what is looked through."""
    found = item in whole
    if isinstance(whole, str | list | tuple):
        COUNTS[place] += (whole.index(item) if found else len(whole)) + 1
    return found


def joined(place: int, left: Any, right: Any) -> Any:
    """A sum, at the cost of its length where it is a sequence."""
    found = left + right
    COUNTS[place] += len(found) if isinstance(found, str | list | tuple) else 1
    return found


def built(place: int, whole: Any) -> Any:
    """A list or tuple made of others, at the cost of its length."""
    COUNTS[place] += len(whole)
    return whole


def call(place: int, function: Any, /, *args: Any, **options: Any) -> Any:
    """A call, at the cost of what it goes through where it is the interpreter's own."""
    COUNTS[place] += 1
    kind = type(function)
    if kind is types.FunctionType or kind is types.MethodType:
        return function(*args, **options)
    if isinstance(function, types.BuiltinFunctionType):
        owner = function.__self__
        if type(owner) is re.Pattern:
            return _matched(place, function, *args, **options)
        found = function(*args, **options)
        COUNTS[place] += _cost(function.__name__, owner, args, found)
        return found
    found = function(*args, **options)
    if kind is type:
        COUNTS[place] += len(found) if type(found) in _SIZED else 0
    else:
        COUNTS[place] += _length(args)
    return found


def _length(items: Iterable[Any]) -> int:
    return sum([len(item) for item in items if type(item) in _SIZED])


def _cost(name: str, owner: Any, args: tuple[Any, ...], found: Any) -> int:
    """What a method or function of the interpreter goes through."""
    kind = type(owner)
    if kind is str or kind is bytes:
        if name in ("find", "index", "rfind", "rindex", "count"):
            start, end, _ = slice(*(*args[1:3], None, None)[:2]).indices(len(owner))
            if name == "count" or found < 0:
                return max(end - start, 0)
            return int(end - found if name[0] == "r" else found - start)
        return len(found) if name == "join" else len(owner)
    if kind is list and name in ("insert", "pop"):
        return len(owner) - args[0] % (len(owner) + 1) if args else 0
    if kind in _SIZED and name not in ("extend", "update", "isdisjoint"):
        return len(owner)
    return _length(args)


def _matched(place: int, function: Any, text: Any, *args: Any, **options: Any) -> Any:
    """What a regular expression finds, at the cost of what it goes through."""
    name = function.__name__
    if name in ("sub", "subn", "split"):
        COUNTS[place] += len(args[0] if name != "split" else text)
        return function(text, *args, **options)
    start, end, _ = slice(*(args + (0, sys.maxsize)[len(args) :])).indices(len(text))
    if name == "finditer":
        return _each_match(place, function(text, *args, **options), start, end)
    found = function(text, *args, **options)
    if isinstance(found, re.Match):
        COUNTS[place] += max(found.end() - start, 0)
    elif name in ("search", "findall"):
        COUNTS[place] += max(end - start, 0)
    return found


def _each_match(place: int, matches: Iterator[re.Match[str]], at: int, end: int) -> Iterator[re.Match[str]]:
    for found in matches:
        COUNTS[place] += found.end() - at + 1
        at = found.end()
        yield found
    COUNTS[place] += max(end - at, 0)
