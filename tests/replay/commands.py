"""Reads off the source of workflows what they ask of Temporal: for each function its commands, in order of evaluation.

Formatting, comments, docstrings, and all that has nothing to do with commands leave no trace.
"""

import ast
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from tests.replay.program import Place, Program

Sequences = dict[str, list[str]]
"""For each function, by its full name, its commands with the conditions they stand under, as lines of an outline."""

CONCURRENCY = frozenset({"gather", "create_task", "sleep", "wait", "wait_for", "timeout", "as_completed"})
MESSAGES = frozenset({"defn", "init", "run", "signal", "update"})
PLAIN = frozenset(
    {"sleep", "continue_as_new", "upsert_search_attributes", "upsert_memo", "wait", "as_completed"}
    | {"register_random_seed_callback", "get_external_workflow_handle", "get_external_workflow_handle_for"}
)
NAMED = frozenset({"patched", "deprecate_patch", "start_child_workflow", "execute_child_workflow"})
FLOW = (ast.Return, ast.Raise, ast.Break, ast.Continue)


def sequences(program: Program) -> Sequences:
    """The fingerprint: every place that makes commands, itself or through another, or takes messages."""
    making: set[str] = set()
    while True:
        outlines = {name: Outline(program, place, frozenset(making)) for name, place in program.places.items()}
        found = {
            name for name, outline in outlines.items() if outline.makes_commands and program.places[name].is_function
        }
        if found == making:
            return {name: outline.lines for name, outline in outlines.items() if outline.lines}
        making = found


class Outline(ast.NodeVisitor):
    """The lines of one place, given the places that are known to make commands."""

    def __init__(self, program: Program, place: Place, making: frozenset[str]) -> None:
        self._program, self._place, self._making = program, place, making
        self._depth = 0
        self._lines: list[str] = []
        self.makes_commands = False
        for statement in place.body:
            self.visit(statement)
        messages = [f"@{ast.unparse(decorator)}" for decorator in place.decorators if self._takes(decorator)]
        self.lines = messages + (self._lines if self.makes_commands else [])

    # Commands.

    def visit_Call(self, node: ast.Call) -> None:
        origin = self._origin(node.func)
        said = self._command(node, origin)
        if said is None:
            self.generic_visit(node)
            if origin.startswith("asyncio.") and origin.removeprefix("asyncio.") in CONCURRENCY:
                self._say(origin)
            elif isinstance(node.func, ast.Attribute) and node.func.attr == "cancel":
                self._say(f"cancel {ast.unparse(node.func.value)}")
            return
        for argument in (*node.args[1:], *(keyword.value for keyword in node.keywords)):
            self.visit(argument)
        self._say(said)

    def _command(self, node: ast.Call, origin: str) -> str | None:
        """What this call asks of Temporal itself; None if nothing, or nothing that it names."""
        room, _, call = origin.rpartition(".")
        if room != "temporalio.workflow":
            return None
        first = node.args[0] if node.args else None
        options = {keyword.arg: keyword.value for keyword in node.keywords}
        if "activity" in call:
            queue = ast.unparse(options["task_queue"]) if "task_queue" in options else "the workflow's queue"
            return f"{'local ' if 'local' in call else ''}activity {self._named(first)} on {queue}"
        if call == "wait_condition":
            timeout = options.get("timeout", node.args[1] if len(node.args) > 1 else None)
            limited = timeout is not None and not (isinstance(timeout, ast.Constant) and timeout.value is None)
            return f"wait until {_condition(first)}{', with a timeout' if limited else ''}"
        if call in NAMED:
            return f"{call} {self._named(first)}"
        return call if call in PLAIN else None

    def _named(self, what: ast.expr | None) -> str:
        if what is None:
            return "?"
        if isinstance(what, ast.Constant):
            return str(what.value)
        return self._program.activities.get(self._origin(what)) or ast.unparse(what)

    def visit_Name(self, node: ast.Name) -> None:
        self._mention(self._origin(node))

    def visit_Attribute(self, node: ast.Attribute) -> None:
        """A place or an activity that is named, in a call or in a table; else a method of something unknown."""
        origin = self._origin(node)
        if self._mention(origin):
            return
        self.visit(node.value)
        if origin.startswith("?"):
            for name in sorted(self._making):
                if name.endswith(f".{node.attr}") and self._program.places[name].owner:
                    self._mention(name)

    def _mention(self, origin: str) -> bool:
        if activity := self._program.activities.get(origin):
            self._say(f"names activity {activity}")
        elif origin in self._making and origin != self._place.name:
            self._say(f"do {origin.partition('.')[2]}")
        else:
            return False
        return True

    # What commands stand under.

    def visit_If(self, node: ast.If) -> None:
        """All arms down to the last that anything stands under: a condition decides also on those after it."""
        end = len(self._lines)
        for header, test, body in _arms(node):
            self._all(test)
            self._lines.append(f"{'  ' * self._depth}{header}")
            headed = len(self._lines)
            self._depth += 1
            self._all(body)
            self._depth -= 1
            end = len(self._lines) if len(self._lines) > headed else end
        del self._lines[end:]

    def visit_While(self, node: ast.While) -> None:
        with self._block(f"while {ast.unparse(node.test)}:"):
            self.visit(node.test)
            self._all(node.body)
        self._all(node.orelse)

    def visit_For(self, node: ast.For | ast.AsyncFor) -> None:
        self.visit(node.iter)
        with self._block(f"for {ast.unparse(node.target)} in {ast.unparse(node.iter)}:"):
            self._all(node.body)
        self._all(node.orelse)

    visit_AsyncFor = visit_For

    def visit_With(self, node: ast.With | ast.AsyncWith) -> None:
        with self._block(f"with {', '.join(ast.unparse(item) for item in node.items)}:"):
            for item in node.items:
                self.visit(item)
            self._all(node.body)

    visit_AsyncWith = visit_With

    def visit_Try(self, node: ast.Try) -> None:
        with self._block("try:"):
            self._all(node.body)
        for handler in node.handlers:
            with self._block(f"except {ast.unparse(handler.type) if handler.type else 'anything'}:"):
                self._all(handler.body)
        for word, body in (("else:", node.orelse), ("finally:", node.finalbody)):
            with self._block(word):
                self._all(body)

    def visit_Match(self, node: ast.Match) -> None:
        self.visit(node.subject)
        for case in node.cases:
            guard = f" if {ast.unparse(case.guard)}" if case.guard else ""
            with self._block(f"match {ast.unparse(node.subject)} with {ast.unparse(case.pattern)}{guard}:"):
                self._all(case.body)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        self.visit(node.iter)
        self._all(node.ifs)

    def _each(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp) -> None:
        with self._block(f"{' '.join(ast.unparse(item).strip() for item in node.generators)}:"):
            self._all(node.generators)
            self.visit(node.elt)

    visit_ListComp = visit_SetComp = visit_GeneratorExp = _each

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        with self._block(f"def {node.name}:"):
            self._all(node.body)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):
            self.visit(node.value)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def generic_visit(self, node: ast.AST) -> None:
        super().generic_visit(node)
        if isinstance(node, FLOW) and self._depth:
            self._lines.append(f"{'  ' * self._depth}{type(node).__name__.lower()}")

    # The outline.

    def _say(self, line: str) -> None:
        self.makes_commands = True
        self._lines.append(f"{'  ' * self._depth}{line}")

    def _all(self, nodes: Sequence[ast.AST]) -> None:
        for node in nodes:
            self.visit(node)

    @contextmanager
    def _block(self, header: str) -> Iterator[None]:
        """Lines under a header, which stands only over lines."""
        start = len(self._lines)
        self._depth += 1
        yield
        self._depth -= 1
        if len(self._lines) > start:
            self._lines.insert(start, f"{'  ' * self._depth}{header}")

    # Names.

    def _origin(self, node: ast.expr) -> str:
        return self._program.origin(node, self._place)

    def _takes(self, decorator: ast.expr) -> bool:
        """Whether a decorator makes its method take messages, or run."""
        named = decorator.func if isinstance(decorator, ast.Call) else decorator
        room, _, last = self._origin(named).rpartition(".")
        return (room == "temporalio.workflow" and last in MESSAGES) or last == "validator"


def _arms(node: ast.If) -> Iterator[tuple[str, list[ast.expr], list[ast.stmt]]]:
    """The arms of an `if`, each with its header and test."""
    yield f"if {ast.unparse(node.test)}:", [node.test], node.body
    while len(node.orelse) == 1 and isinstance(following := node.orelse[0], ast.If):
        node = following
        yield f"elif {ast.unparse(node.test)}:", [node.test], node.body
    yield "else:", [], node.orelse


def _condition(what: ast.expr | None) -> str:
    return ast.unparse(what.body if isinstance(what, ast.Lambda) else what) if what else "?"
