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
        "block-cursor-background": base["cursor"], "block-cursor-foreground": ink,
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
    """Day: calm; night: amber on black, for eyes that were asleep; contrast: black, white and yellow.

    Amber, not red: as dim, it can still be read, by eyes that see no red as well (4.5:1 and more, a test computes it).
    """
    day = {
        "ink": "#e6ece8", "muted": "#9fb0ab", "back": "#10191d", "panel": "#1b282d", "lit": "#8fd3b6",
        "mark": "#8fd3b6", "cursor": "#26403b",
        "lit-ink": "#0c1a16", "figure": "#f4f1e4", "cramp": "#f0a47c", "cramp-ink": "#22100a", "notice": "#f2c879",
    }  # fmt: skip
    night = {
        "ink": "#d08a3a", "muted": "#bb7c35", "back": "#000000", "panel": "#160b02", "lit": "#3d1f05",
        "mark": "#d28e3c", "cursor": "#2a1503",
        "lit-ink": "#d2903f", "figure": "#d28c3a", "cramp": "#472004", "cramp-ink": "#d29040", "notice": "#d28838",
    }  # fmt: skip
    contrast = {
        "ink": "#ffffff", "muted": "#e0e0e0", "back": "#000000", "panel": "#262626", "lit": "#ffff00",
        "mark": "#ffff00", "cursor": "#1c1c8c",
        "lit-ink": "#000000", "figure": "#ffffff", "cramp": "#ffff00", "cramp-ink": "#000000", "notice": "#ffff00",
    }  # fmt: skip
    return (_theme("day", day, {}), _theme("night", night, {}), _theme("contrast", contrast, {}))


def theme_for(setting: str, night: bool) -> str:
    """The theme's name for a setting; ``auto`` follows the hour."""
    if setting in NAMES:
        return setting
    return "night" if night else "day"
