"""Every category of finding that the code in `domain.findings` can give, read from the code itself.

A category is written where a finding is made, or in a table of the same module: then it is the first member of a row.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import domain.findings
from domain.profile.verdicts import SEVERITY_ORDER

_ROOM = Path(domain.findings.__file__).parent


def categories_in_code() -> frozenset[str]:
    modules = [ast.parse(path.read_text("utf-8")) for path in sorted(_ROOM.glob("*.py"))]
    makers = _makers(ast.parse((_ROOM / "noted.py").read_text("utf-8")))
    return frozenset(category for module in modules for category in _in_module(module, {**makers, **_makers(module)}))


def _makers(module: ast.Module) -> dict[str, int]:
    """Who is told a category, and as which argument; with classes, as which member."""
    makers: dict[str, int] = {}
    for node in module.body:
        names: list[str] = []
        if isinstance(node, ast.FunctionDef):
            names = [argument.arg for argument in node.args.args]
        elif isinstance(node, ast.ClassDef):
            members = (item.target for item in node.body if isinstance(item, ast.AnnAssign))
            names = [member.id for member in members if isinstance(member, ast.Name)]
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and "category" in names:
            makers[node.name] = names.index("category")
    return makers


def _in_module(module: ast.Module, makers: dict[str, int]) -> Iterator[str]:
    for maker in module.body:
        handed_on = {argument.arg for argument in maker.args.args} if isinstance(maker, ast.FunctionDef) else set()
        for call in (node for node in ast.walk(maker) if isinstance(node, ast.Call)):
            for written in _category_arguments(call, makers):
                if not (isinstance(written, ast.Name) and written.id in handed_on):  # its callers write it
                    yield from _values(written, module)


def _category_arguments(call: ast.Call, makers: dict[str, int]) -> Iterator[ast.expr]:
    yield from (keyword.value for keyword in call.keywords if keyword.arg == "category")
    place = makers.get(call.func.id) if isinstance(call.func, ast.Name) else None
    if place is not None and place < len(call.args):
        yield call.args[place]


def _values(written: ast.expr, module: ast.Module) -> Iterator[str]:
    match written:
        case ast.Constant(value=str(category)):
            yield category
        case ast.IfExp(body=body, orelse=orelse):
            yield from (*_values(body, module), *_values(orelse, module))
        case ast.Name(id=name):
            yield from _assigned(name, module)
        case ast.Attribute():
            return  # a member of a row of a table, whose making is a call that is found by itself
        case _:
            raise AssertionError(f"line {written.lineno}: what category is this?")


def _assigned(name: str, module: ast.Module) -> Iterator[str]:
    """What a name may hold: what is assigned to it, or the first members of the module's rows."""
    for node in ast.walk(module):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == name:
            yield from _values(node.value, module)
    for statement in module.body:
        if isinstance(statement, ast.AnnAssign) and statement.value is not None:
            yield from (first for row in _rows(statement.value) if (first := _first(row)) not in SEVERITY_ORDER)


def _rows(table: ast.expr) -> Iterator[ast.Tuple]:
    rows: list[ast.expr] = []
    if isinstance(table, ast.Dict):
        rows = table.values
    elif isinstance(table, ast.Tuple):
        rows = [table, *table.elts]
    yield from (row for row in rows if isinstance(row, ast.Tuple))


def _first(row: ast.Tuple) -> str:
    """The first member of a row, or a severity, which is no category, where that is no text."""
    first = row.elts[0]
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else SEVERITY_ORDER[0]
