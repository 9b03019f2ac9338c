"""Figures on a page for a browser or a printer: one file that needs nothing else."""

from collections.abc import Iterable, Iterator
from html import escape

from msgspec import Struct

from stretchcoach.core.messages import Side
from stretchcoach.figure.pose import Pose, poses
from stretchcoach.figure.svg import svg

STYLE = """
@page { size: A4; margin: 12mm; }
body { font: 12pt/1.4 "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; color: #111; background: #fff;
       max-width: 186mm; margin: 0 auto; padding: 8mm; }
h1 { font-size: 20pt; margin: 0 0 1mm; }
h2 { font-size: 13pt; margin: 0 0 1mm; }
p { margin: 0 0 1.5mm; }
section { display: flex; gap: 6mm; align-items: center; border-top: .3mm solid #999; padding: 4mm 0;
          break-inside: avoid; }
section > div { flex: 1; }
svg { width: 68mm; max-height: 58mm; print-color-adjust: exact; }
.small { display: grid; grid-template-columns: repeat(4, 1fr); gap: 3mm; }
.small section { display: block; padding: 2mm 0; font-size: 8pt; }
.small h2 { font-size: 9pt; }
.small svg { width: 100%; height: 36mm; }
@media print { body { padding: 0; max-width: none; } }
"""


class SheetPart(Struct, frozen=True):
    """One exercise: what it is called, its figure, and what is written beside it."""

    heading: str
    pose: str = ""
    side: Side = Side.RIGHT
    lines: tuple[str, ...] = ()


def figure_page(title: str, lead: Iterable[str], parts: Iterable[SheetPart], small: bool = False) -> str:
    """The exercises below one another; ``small``: many on a sheet."""
    known = poses()
    body = "\n".join(_part(part, known.get(part.pose)) for part in parts)
    told = "\n".join(f"<p>{escape(line)}</p>" for line in lead)
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<style>{STYLE}</style>
</head>
<body>
<h1>{escape(title)}</h1>
{told}
<main{' class="small"' if small else ""}>
{body}
</main>
</body>
</html>
"""


def _part(part: SheetPart, pose: Pose | None) -> str:
    lines = "".join(f"<p>{escape(line)}</p>" for line in part.lines)
    picture = svg(pose, part.side) if pose else ""
    return f"<section>{picture}<div><h2>{escape(part.heading)}</h2>{lines}</div></section>"


def everything() -> str:
    """All poses on one sheet, at their start and where they tell most, to be looked at."""
    return figure_page("Poses", (), _each(), small=True)


def _each() -> Iterator[SheetPart]:
    for name, pose in poses().items():
        yield SheetPart(name, name, lines=(pose.describe(Side.RIGHT),))
