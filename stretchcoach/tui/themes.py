"""Three themes; every colour of the screens has its name here."""

from textual.theme import Theme

NAMES = ("day", "night", "contrast")


def _theme(name: str, base: dict[str, str], more: dict[str, str]) -> Theme:
    ink, muted, back, panel, lit = (base[key] for key in ("ink", "muted", "back", "panel", "lit"))
    variables = {
        "ink": ink, "muted": muted, "back": back, "panel-back": panel, "lit": lit, "lit-ink": base["lit-ink"],
        "mark": base["mark"],
        "figure": base["figure"], "cramp": base["cramp"], "cramp-ink": base["cramp-ink"], "notice": base["notice"],
        "text": ink, "text-muted": muted, "text-disabled": muted, "foreground-muted": muted,
        "block-cursor-background": lit, "block-cursor-foreground": base["lit-ink"],
        "block-cursor-blurred-background": panel, "block-cursor-blurred-foreground": ink,
        "block-hover-background": panel, "border": lit, "border-blurred": panel,
        "scrollbar": muted, "scrollbar-hover": muted, "scrollbar-active": lit,
        "scrollbar-background": back, "scrollbar-background-hover": back, "scrollbar-background-active": back,
        "scrollbar-corner-color": back,
        "input-cursor-background": ink, "input-cursor-foreground": back,
        "input-selection-background": lit, "input-selection-foreground": base["lit-ink"],
        "screen-selection-background": lit, "screen-selection-foreground": base["lit-ink"],
        **more,
    }  # fmt: skip
    return Theme(
        name=name, primary=lit, secondary=lit, accent=lit, warning=base["notice"], error=base["cramp"],
        success=lit, foreground=ink, background=back, surface=back, panel=panel, boost=panel, dark=True,
        variables=variables,
    )  # fmt: skip


def themes() -> tuple[Theme, ...]:
    """Day: calm; night: dim red on black, for eyes that were asleep; contrast: black, white and yellow."""
    day = {
        "ink": "#e6ece8", "muted": "#9fb0ab", "back": "#10191d", "panel": "#1b282d", "lit": "#8fd3b6",
        "mark": "#8fd3b6",
        "lit-ink": "#0c1a16", "figure": "#f4f1e4", "cramp": "#f0a47c", "cramp-ink": "#22100a", "notice": "#f2c879",
    }  # fmt: skip
    night = {
        "ink": "#b4493b", "muted": "#8c382d", "back": "#000000", "panel": "#1a0705", "lit": "#6e2118",
        "mark": "#c45a45",
        "lit-ink": "#e07a68", "figure": "#bf4535", "cramp": "#4a130d", "cramp-ink": "#d06a58", "notice": "#b4593b",
    }  # fmt: skip
    contrast = {
        "ink": "#ffffff", "muted": "#e0e0e0", "back": "#000000", "panel": "#262626", "lit": "#ffff00",
        "mark": "#ffff00",
        "lit-ink": "#000000", "figure": "#ffffff", "cramp": "#ffff00", "cramp-ink": "#000000", "notice": "#ffff00",
    }  # fmt: skip
    return (_theme("day", day, {}), _theme("night", night, {}), _theme("contrast", contrast, {}))


def chosen(setting: str, night: bool) -> str:
    """The theme's name for a setting; ``auto`` follows the hour."""
    if setting in NAMES:
        return setting
    return "night" if night else "day"
