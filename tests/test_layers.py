"""The rooms of the house, and who may call on whom."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import stretchcoach
from bench.house import classes_of, lines, modules_of, unpaired

ROOT = Path(stretchcoach.__file__).parent
PURE = {"bisect", "enum", "functools", "typing", "collections", "math", "msgspec", "re"}
ORDER = (
    "visible", "speech_time", "messages", "record", "knowledge", "facts", "causes", "flags", "next_question", "reasons",
    "routine",
    "stretch_words", "asleep", "commands", "key_presses", "helping", "holds", "cues", "essentials",
    "cramp_clock", "phase", "positions", "script", "plan", "unfold", "fitting", "stage_clock", "mouth",
    "narration",
    "phrases",
    "vocabulary", "triage", "routine_commands", "player", "asking", "interview", "protocol",
    "protocol_table", "verdict", "relief_stages", "cramp_state", "cramp", "relief", "coach", "setup",
)  # fmt: skip
"""Each module of the core imports only those before it, and the grammar."""
GRAMMAR_ORDER = (
    "lexicon.manners", "lexicon.sayings", "lexicon.more_sayings", "lexicon.state_sayings", "lexicon.free_sayings",
    "lexicon.dialect_sayings", "lexicon.typing_slips", "lexicon.command_sayings", "lexicon.answer_sayings",
    "lexicon.telling_phrases", "lexicon.more_telling_phrases",
    "lexicon.short_forms", "lexicon.patterns", "lexicon.changes", "lexicon.state_words", "lexicon.wordings",
    "cutting.clause_cuts", "cutting.clauses_by_words", "cutting.where_and_when", "cutting.second_thoughts",
    "cutting.false_starts", "cutting.by_the_way", "cutting.misheard", "cutting.unsaid",
    "signs.sign_sayings", "signs.signs", "signs.told_signs", "signs.sign_words",
    "states.cramp_words", "states.cramp_states", "states.free_states", "states.clauses", "states.told_patterns",
    "states.told_idioms", "states.told_clauses", "states.told_states",
    "answers.told_places", "answers.counted", "answers.how_much", "answers.number_at_large",
    "answers.which_leg", "answers.echoes",
    "answers.denials", "answers.undecided", "answers.concluded", "answers.not_sure", "answers.picked_up",
    "key_words", "free_words", "overheard", "whole_sayings", "not_caught", "asked_in_clauses", "weighed", "telling",
    "meaning",
    "answered",
)  # fmt: skip
"""Each module of the grammar imports only those before it, and nothing else of ours."""
ROOMS = {
    "words": {"words", "core.messages"},
    "machine": {"machine", "words", "core.visible", "core.messages"},
    "pipes": {"pipes", "core.messages", "machine"},
    "figure": {"figure", "core.messages"},
    "library": {"words", "core", "grammar.meaning", "library", "figure.names", "machine", "audio.pronunciation"},
    "handout": {"words", "handout", "core"},
    "neighbours": {"words", "neighbours", "core", "handout", "machine.files", "machine.nearest"},
    "writing": {"words", "writing", "core", "library", "handout", "neighbours", "figure.names", "machine.files"},
    "recording": {"recording", "words", "core", "audio", "figure", "pipes", "__version__"},
    "settings": {"words", "core", "library", "settings", "machine", "audio.options", "audio.dials", "ears.options"},
    "profile": {"words", "core", "library", "machine.nearest", "profile"},
    "diary": {
        "diary", "words", "core", "library", "machine.file_kinds", "machine.files", "machine.nearest",
        "machine.private",
    },
    "programme": {"words", "programme", "core.messages", "diary", "machine"},
    "audio": {"words", "audio", "core.messages", "core.visible", "pipes", "machine"},
    "ears": {"words", "ears", "core", "grammar", "pipes", "machine"},
    "doctor": {
        "doctor", "words", "audio", "core", "ears", "library", "machine", "settings", "program.sound_options",
        "__version__",
    },
    "program": {
        "program", "words", "audio", "core", "diary", "ears", "figure", "library", "machine", "profile", "programme",
        "settings", "writing", "__version__",
    },
    "program.runner": {"core", "program.trace", "machine.clock"},
    "program.jobs": {"core"},
    "program.spelling": {"words", "machine.nearest"},
    "machine.leaving": set(),
    "machine.escape_sequences": set(),
    "machine.screen_reader": {"words"},
    "tui": {
        "tui", "words", "core", "figure", "program", "settings", "machine", "profile.values", "diary.entries",
        "diary.entry_text", "writing", "handout", "__version__",
    },
    "plain": {"plain", "words", "core", "grammar", "figure.pose", "program", "settings", "machine"},
}  # fmt: skip
"""What each room, and a few modules more strictly, may import of ours."""
FREE = {"cli", "knowledge", "routines"}
"""The command line, which may import everything, and folders without code."""
HEAVY = {
    "textual",
    "pyttsx3",
    "miniaudio",
    "hibari_tts",
    "hibari",
    "wakepy",
    "tomlkit",
    "platformdirs",
    "fpdf",
    "icalendar",
    "mpmath",
    "num2words",
    "mutagen",
    "soundfile",
    "PIL",
}


def imported(path: Path, typed: bool = False) -> Iterator[str]:
    """Full names of what a file imports; those for type checkers alone only if ``typed``."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    guarded = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for child in node.body
        for inner in ast.walk(child)
    }
    for node in ast.walk(tree):
        if node in guarded and not typed:
            continue
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            whole = (ROOT.parent / module.replace(".", "/")).is_dir()
            yield from (f"{module}.{name.name}" if whole else module for name in node.names)


def files(room: str) -> list[Path]:
    place = ROOT / room.replace(".", "/")
    single = place.with_suffix(".py")
    return [single] if single.exists() else sorted(place.rglob("*.py"))


def within(path: Path) -> str:
    """The name of a module within its room, *lexicon.sayings*."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts[1:])


CORE = [path for path in files("core") if path.stem != "__init__"]
GRAMMAR = [path for path in files("grammar") if path.stem != "__init__"]
PURE_ROOMS = [*CORE, *GRAMMAR]


def test_every_module_of_the_core_and_the_grammar_has_its_place_in_the_order() -> None:
    assert {within(path) for path in CORE} == set(ORDER)
    assert {within(path) for path in GRAMMAR} == set(GRAMMAR_ORDER)


def imports_only(path: Path, room: str, order: tuple[str, ...], rooms: set[str]) -> None:
    before = {f"stretchcoach.{room}.{name}" for name in order[: order.index(within(path))]} | rooms
    for name in imported(path, typed=True):
        own = name.startswith("stretchcoach.")
        known = any(name == module or name.startswith(f"{module}.") for module in before)
        assert known if own else name.partition(".")[0] in PURE, f"{within(path)} imports {name}"


@pytest.mark.parametrize("path", CORE, ids=within)
def test_the_core_imports_only_what_is_pure_and_before_it(path: Path) -> None:
    imports_only(path, "core", ORDER, {"stretchcoach.words", "stretchcoach.grammar"})


@pytest.mark.parametrize("path", GRAMMAR, ids=within)
def test_the_grammar_imports_only_what_is_pure_and_before_it(path: Path) -> None:
    imports_only(path, "grammar", GRAMMAR_ORDER, set())


@pytest.mark.parametrize("path", files("words"), ids=lambda path: path.stem)
def test_words_need_nothing_but_words(path: Path) -> None:
    outside = {name.partition(".")[0] for name in imported(path, typed=True)} - {"stretchcoach"}
    assert outside <= {"collections", "typing"}, "a second language is a second folder, and nothing else"


@pytest.mark.parametrize("path", PURE_ROOMS, ids=within)
def test_what_is_pure_never_asks_for_the_time_or_touches_a_file(path: Path) -> None:
    called = {node.id for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Name)}
    assert not called & {"time", "datetime", "open", "print", "input", "__import__", "exec", "eval"}


def test_every_room_is_named_here() -> None:
    rooms = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith("_")}
    assert rooms == {room for room in ROOMS if "." not in room} | {"core", "grammar"} | FREE & rooms


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_calls_only_on_the_rooms_it_may(room: str) -> None:
    for path in files(room):
        for name in imported(path):
            if name.startswith("stretchcoach."):
                inside = name.removeprefix("stretchcoach.")
                allowed = any(inside == other or inside.startswith(f"{other}.") for other in ROOMS[room])
                assert allowed, f"{path.relative_to(ROOT)} imports {name}"


def loaded(code: str) -> set[str]:
    """Top-level packages in memory after ``code`` was run in a fresh Python."""
    told = f"import sys\n{code}\nprint('\\n' + ' '.join({{name.partition('.')[0] for name in sys.modules}}))"
    run = subprocess.run(
        [sys.executable, "-c", told],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(run.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    "code",
    [
        "import stretchcoach",
        "import stretchcoach.__main__",
        "import stretchcoach.core.coach, stretchcoach.core.relief, stretchcoach.core.player, stretchcoach.core.unfold",
        "import stretchcoach.cli\nstretchcoach.cli.main(['--help'])",
    ],
    ids=["package", "entry", "core", "help"],
)
def test_nothing_heavy_is_loaded_before_it_is_needed(code: str) -> None:
    assert not loaded(code) & HEAVY


def test_no_name_of_a_module_or_class_stands_for_two_things() -> None:
    """By the rules at the head of ``bench/house.py``."""
    assert unpaired(modules_of(ROOT.parent)) == unpaired(classes_of(ROOT.parent)) == []


def test_a_module_has_350_lines_at_most_and_a_class_300() -> None:
    """``core.messages``, the whole border of the core, may be longer."""
    texts = {path: path.read_text("utf-8") for path in ROOT.rglob("*.py") if path.name != "messages.py"}
    assert texts and [path for path, text in texts.items() if text.count("\n") > 350] == []
    nodes = (node for path in ROOT.rglob("*.py") for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    assert [node.name for node in nodes if isinstance(node, ast.ClassDef) and lines(node) > 300] == []


def test_a_name_in_two_rooms_that_have_nothing_to_do_with_each_other_is_found() -> None:
    places = ("figure.sheet", "writing.sheet"), ("cli.sheet", "writing.sheet"), ("audio.sheet", "ears.sheet")
    assert [unpaired([("sheet", place) for place in each]) for each in places] == [["sheet"], [], []]


def test_the_core_needs_neither_threads_nor_files() -> None:
    bare = loaded("import msgspec")
    extra = loaded("import stretchcoach.core.coach, stretchcoach.core.relief, stretchcoach.core.player") - bare
    assert not extra & {"asyncio", "threading", "pathlib", "sqlite3", "socket", "subprocess", "time", "datetime"}
