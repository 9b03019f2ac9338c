"""One picture a screen and theme.  After a wanted change: ``pytest tests/test_tui_pictures.py --snapshot-update``."""

from collections.abc import Callable

import pytest
from textual.app import App
from tui_fake import ASKING, HOLD, PAUSED, RELIEF, RESULT, TODAY, FakeDesk, app, session

from stretchcoach.core.messages import Scene
from stretchcoach.tui.screens import about

Compare = Callable[..., bool]
SCENES = {"hold": HOLD, "paused": PAUSED, "relief": RELIEF, "question": ASKING, "outcome": TODAY, "result": RESULT}
PAGES = {"home": "", "help": "question_mark", "settings": "comma", "about": "a"}


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of this machine or release in the pictures."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("STRETCHCOACH_HOME", "/home/you/stretchcoach")
    monkeypatch.setattr(about, "__version__", "1.2.3")


def taken(compare: Compare, it: App[None], size: tuple[int, int] = (80, 24), key: str = "") -> bool:
    return compare(it, terminal_size=size, press=[key] if key else [])


@pytest.mark.parametrize("name", SCENES)
def test_session_by_day(snap_compare: Compare, name: str) -> None:
    assert taken(snap_compare, session(SCENES[name]))


@pytest.mark.parametrize("name", PAGES)
def test_pages_by_day(snap_compare: Compare, name: str) -> None:
    assert taken(snap_compare, app(), key=PAGES[name])


@pytest.mark.parametrize("theme", ["night", "contrast"])
@pytest.mark.parametrize("scene", [HOLD, RELIEF], ids=["hold", "relief"])
def test_session_in_other_themes(snap_compare: Compare, scene: Scene, theme: str) -> None:
    assert taken(snap_compare, session(scene, theme))


@pytest.mark.parametrize("theme", ["night", "contrast"])
def test_home_in_other_themes(snap_compare: Compare, theme: str) -> None:
    assert taken(snap_compare, app(FakeDesk(theme=theme)))


def test_session_at_full_screen(snap_compare: Compare) -> None:
    assert taken(snap_compare, session(HOLD), (160, 50))
