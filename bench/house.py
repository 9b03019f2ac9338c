"""How the code is made, in figures: ``python -m bench.house [FOLDER]``, beside an older checkout if a folder is given.

Modules, functions and classes are counted in lines; a name is double where two modules define it in public.  Two things
of one name are a pair where the name stands for one idea by one of these rules, and otherwise too many:

* what says or shows a thing (``FRONTS``) is named after it, so a name may stand once in each front and once besides;
* rooms that are made alike (``ALIKE``) call alike what they have in common.
"""

import ast
import re
import statistics
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).parents[1]
FRONTS = ("words", "cli", "plain", "tui")
"""What people read, hear and type in: sentences, command line, lines, screens."""
ALIKE = (("audio", "ears"), ("settings", "profile"), ("core.routine", "library.tables"))
"""Two child processes; two TOML files of a person's own; a routine, and the tables of the file it is read from."""
Function = ast.FunctionDef | ast.AsyncFunctionDef
CAPITAL = re.compile(r"[A-Z](?:[a-z']|$)")
SELECTOR = re.compile(r"[#.]\w")
"""What a style sheet or a query calls a widget."""


def lines(node: ast.stmt) -> int:
    """From the first to the last line, decorators left out."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def spread(figures: Iterable[int]) -> str:
    """Median, nine tenths, and the most."""
    ordered = sorted(figures)
    return f"{statistics.median(ordered):.0f} / {ordered[int(0.9 * (len(ordered) - 1))]} / {ordered[-1]}"


def double(names: Iterable[str]) -> str:
    """How many names are there more than once, and the most frequent of them."""
    counts = [(name, number) for name, number in Counter(names).most_common() if number > 1]
    return f"{len(counts)} ({', '.join(name for name, _ in counts[:4])})" if counts else "0"


def unpaired(defined: Iterable[tuple[str, str]]) -> list[str]:
    """Names, each with the module it stands in, that stand for more than one thing."""
    places: dict[str, list[str]] = {}
    for name, module in defined:
        if not module.startswith(tuple(f"{front}." for front in FRONTS)):
            places.setdefault(name, []).append(module)
    return sorted(name for name, modules in places.items() if len(modules) > 1 and not _alike(modules))


def _alike(modules: Sequence[str]) -> bool:
    return len(modules) == 2 and any(
        all(
            module == room or module.startswith(f"{room}.") for module, room in zip(sorted(modules), rooms, strict=True)
        )
        for rooms in map(sorted, ALIKE)
    )


def paired(defined: Sequence[tuple[str, str]]) -> str:
    """How many names stand twice, and how many of these without a rule."""
    twice = [name for name, number in Counter(name for name, _ in defined).items() if number > 1]
    lone = unpaired(defined)
    return f"{len(twice)}, {len(lone)} not pairs" + (f" ({', '.join(lone[:4])})" if lone else "")


def modules_of(folder: Path) -> list[tuple[str, str]]:
    """Every module of a checkout by its name, and where it stands."""
    package = folder / "stretchcoach"
    files = sorted(path for path in package.rglob("*.py") if path.stem != "__init__")
    return [(path.stem, ".".join(path.relative_to(package).with_suffix("").parts)) for path in files]


def classes_of(folder: Path) -> list[tuple[str, str]]:
    """The same for every public class."""
    package = folder / "stretchcoach"
    return [
        (node.name, ".".join(path.relative_to(package).with_suffix("").parts))
        for path in sorted(package.rglob("*.py"))
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    ]


def share(those: Sequence[object], all_of_them: Sequence[object]) -> str:
    """A part as a percentage."""
    return f"{100 * len(those) / len(all_of_them):.0f} %" if all_of_them else "-"


def for_people(path: Path) -> Iterator[str]:
    """Sentences in a module's code that look as if somebody reads or hears them: three words, a capital or a stop."""
    nodes = [*ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    bodies = [body for node in nodes if isinstance(body := getattr(node, "body", None), list)]
    told = {id(each.value) for each in chain.from_iterable(bodies) if isinstance(each, ast.Expr)}
    inside = {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
    calls = [node for node in nodes if isinstance(node, ast.Call) and node.args]
    inside |= {id(call.args[0]) for call in calls if getattr(call.func, "id", "") == "cast" or _of_re(call.func)}
    types = [getattr(node, field, None) for node in nodes for field in ("annotation", "returns")]
    parts = [[*ast.walk(each)] for each in types if each is not None]
    inside |= {id(part) for each in parts if not any(isinstance(part, ast.Call) for part in each) for part in each}
    hidden = told | inside
    for node in nodes:
        if id(node) not in hidden and (text := _text(node)) and not SELECTOR.match(text):
            words = [word for word in text.split() if any(map(str.isalpha, word))]
            if len(words) >= 3 and (any(map(CAPITAL.match, words)) or text.rstrip().endswith(".")):
                yield text


def _of_re(called: ast.expr) -> bool:
    """Whether the first thing handed over is a pattern."""
    return isinstance(called, ast.Attribute) and getattr(called.value, "id", "") == "re"


def _text(node: ast.AST) -> str:
    """What a literal says; a hole in it is ``{}``."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(each.value) if isinstance(each, ast.Constant) else "{}" for each in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def counted(folder: Path) -> dict[str, str]:
    """The figures of one checkout."""
    files = sorted((folder / "stretchcoach").rglob("*.py"))
    texts = {path: path.read_text(encoding="utf-8") for path in files}
    trees = {path: ast.parse(text) for path, text in texts.items()}
    nodes = list(chain.from_iterable(map(ast.walk, trees.values())))
    functions = [node for node in nodes if isinstance(node, Function)]
    classes = [node for node in nodes if isinstance(node, ast.ClassDef)]
    tops = list(chain.from_iterable(tree.body for tree in trees.values()))
    sizes = [text.count("\n") for path, text in texts.items() if text.strip()]
    biggest = max(classes, key=lines)
    tests = list(
        chain.from_iterable(ast.walk(ast.parse(p.read_text("utf-8"))) for p in (folder / "tests").glob("*.py"))
    )
    cases = [node for node in tests if isinstance(node, Function) and node.name.startswith("test_")]
    comments = sum(line.lstrip().startswith("#") for text in texts.values() for line in text.splitlines())
    return {
        "modules / lines": f"{len(files)} / {sum(sizes):,}",
        "module median / p90 / max": spread(sizes),
        "modules over 200 / over 350 lines": f"{sum(s > 200 for s in sizes)} / {sum(s > 350 for s in sizes)}",
        "function median / p90 / max": spread(map(lines, functions)),
        "largest class": f"{lines(biggest)} ({biggest.name})",
        "classes over 300 lines": str(sum(lines(each) > 300 for each in classes)),
        "functions with docstring": share([f for f in functions if ast.get_docstring(f)], functions),
        "modules with docstring": share([t for p, t in trees.items() if ast.get_docstring(t)], files),
        "return types": share([f for f in functions if f.returns], functions),
        "comment lines": f"{100 * comments / sum(sizes):.1f} %",
        "module names twice": paired(modules_of(folder)),
        "class names twice": paired(classes_of(folder)),
        "function names twice": double(
            node.name for node in tops if isinstance(node, Function) and not node.name.startswith("_")
        ),
        "modules outside a room": str(sum(path.parent == folder / "stretchcoach" for path in files)),
        "sentences beside the code / in words": (
            f"{sum(len([*for_people(each)]) for each in files if each.parent.name != 'words')} / "
            f"{sum(len([*for_people(each)]) for each in files if each.parent.name == 'words')}"
        ),
        "test functions": str(len(cases)),
    }


def main() -> None:
    """Count and print."""
    columns = [counted(folder) for folder in (*map(Path, sys.argv[1:2]), ROOT)]
    for what in columns[0]:
        print(f"{what:<36}" + "".join(f"{column[what]:<44}" for column in columns))


if __name__ == "__main__":
    main()
