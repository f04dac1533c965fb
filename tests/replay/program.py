"""The source of workflows as a program: its functions, and what the names in them stand for as far as imports tell.

`steps.look_up` is that function; `DocumentActivities.validate_document` the activity that its decorator names.
"""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """A function, or what a class or a module says outside of its functions."""

    name: str
    owner: str
    """The class that `self` is of; empty outside of classes."""
    decorators: tuple[ast.expr, ...]
    body: tuple[ast.stmt, ...]
    module: "Module"
    is_function: bool = True


class Module:
    """The names that a module's source knows, and its places."""

    def __init__(self, name: str, source: str) -> None:
        tree = ast.parse(source)
        self.names = dict(self._imported(tree))
        self.names |= {
            node.name: f"{name}.{node.name}"
            for node in tree.body
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        }
        self.places = tuple(self._places(name, "", (), tree.body))

    @staticmethod
    def _imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                yield from ((item.asname or item.name, f"{node.module}.{item.name}") for item in node.names)
            elif isinstance(node, ast.Import):
                yield from ((item.asname or item.name, item.name) for item in node.names)

    def _places(self, name: str, owner: str, decorators: tuple[ast.expr, ...], body: list[ast.stmt]) -> Iterator[Place]:
        inside = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
        outside = tuple(item for item in body if not isinstance(item, inside))
        yield Place(name, owner, decorators, outside, self, is_function=False)
        for item in body:
            if isinstance(item, ast.ClassDef):
                full = f"{name}.{item.name}"
                yield from self._places(full, full, tuple(item.decorator_list), item.body)
            elif isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef):
                yield Place(f"{name}.{item.name}", owner, tuple(item.decorator_list), tuple(item.body), self)


class Program:
    """The workflows' modules, and those that define what they call by name: the activities."""

    def __init__(self, workflows: Mapping[str, str], activities: Mapping[str, str]) -> None:
        modules = [Module(name, source) for name, source in workflows.items()]
        self.places = {place.name: place for module in modules for place in module.places}
        self.classes = frozenset(place.owner for place in self.places.values() if place.owner)
        self.activities = {
            place.name: told
            for name, source in activities.items()
            for place in Module(name, source).places
            for decorator in place.decorators
            if (told := _activity_name(place, decorator))
        }

    def origin(self, node: ast.expr, place: Place) -> str:
        """The full name of what an expression names in a place; with a `?` in front if imports do not tell."""
        if isinstance(node, ast.Name):
            return place.owner if node.id == "self" else place.module.names.get(node.id, f"?{node.id}")
        if not isinstance(node, ast.Attribute):
            return "?"
        inner = self.origin(node.value, place)
        full = f"{inner}.{node.attr}"
        return f"?{full}" if inner in self.classes and full not in self.places else full


def _activity_name(place: Place, decorator: ast.expr) -> str | None:
    """The name that `@activity.defn` gives a function; None for any other decorator."""
    named = decorator.func if isinstance(decorator, ast.Call) else decorator
    if not (isinstance(named, ast.Attribute) and named.attr == "defn" and ast.unparse(named.value) == "activity"):
        return None
    keywords = decorator.keywords if isinstance(decorator, ast.Call) else []
    given = [item.value.value for item in keywords if item.arg == "name" and isinstance(item.value, ast.Constant)]
    return str(given[0]) if given else place.name.rpartition(".")[2]
