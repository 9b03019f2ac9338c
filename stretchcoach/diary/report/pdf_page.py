"""The doctor's page as PDF: A4, large type, always one page; the exercises, where they are wanted, come after it."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from stretchcoach.core.visible import visible
from stretchcoach.diary.report.phrasing import capital
from stretchcoach.diary.report.practised_routine import Practised
from stretchcoach.diary.report.report import MOST, Report
from stretchcoach.words.report_lines import CRAMPS_A_WEEK, cramps_a_week

if TYPE_CHECKING:
    from fpdf import FPDF

SMALLEST = 12
"""Points; nothing on the page is smaller."""
LINE = 5.3
"""Height of a line of it, in millimetres."""
FIGURE = (44.0, 30.0)
"""Width and height of the picture of an exercise, in millimetres."""
TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
"""A picture's own words, which fpdf2 cannot read; they are told as those of the figure."""
FONTS = (
    ("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"),
    ("/usr/share/fonts/TTF/DejaVuSans.ttf", "/usr/share/fonts/TTF/DejaVuSans-Bold.ttf"),
    ("/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf", "/usr/share/fonts/dejavu-sans-fonts/DejaVuSans-Bold.ttf"),
    ("/System/Library/Fonts/Supplemental/Arial Unicode.ttf", "/System/Library/Fonts/Supplemental/Arial Bold.ttf"),
    ("C:/Windows/Fonts/arial.ttf", "C:/Windows/Fonts/arialbd.ttf"),
)
"""Where a font may lie that has more than the letters of western Europe."""


def pdf(build: Callable[[int], Report], made: datetime, practised: Sequence[Practised] = ()) -> bytes:
    """The page; ``build`` is given how many lines a list may have, fewer until all fits."""
    return rendered(build(lines_that_fit(build, made)), made, practised)[0]


def lines_that_fit(build: Callable[[int], Report], made: datetime) -> int:
    """How many lines a list may have, for all of it to fit on one page."""
    return next((most for most in range(MOST, 1, -1) if rendered(build(most), made)[1] == 1), 1)


def rendered(report: Report, made: datetime, practised: Sequence[Practised] = ()) -> tuple[bytes, int]:
    """The file, and how many pages it has."""
    document = drawn_page(report, made, practised)
    try:
        return bytes(document.output()), document.page
    finally:
        for used in document.fonts.values():
            if hasattr(used, "ttfont"):
                used.ttfont.close()


def drawn_page(report: Report, made: datetime, practised: Sequence[Practised] = ()) -> "FPDF":
    """The page drawn; the time stands in the file, so the same diary and time give the same file."""
    from fpdf import FPDF

    document = FPDF(format="A4")
    document.set_creation_date(made)
    document.set_title(visible(report.title))
    document.set_lang("en")
    document.set_margins(16, 12, 16)
    document.set_auto_page_break(True, 10)
    document.add_page()
    family = font(document, (report, practised))
    write = PdfWriter(document, family)
    write(report.title, 20, bold=True, tag="/H1")
    write(report.subtitle)
    table(document, family, report)
    write(f"{report.pattern} {report.trend}".strip(), 14, bold=True, above=2)
    if any(count for _, count in report.weeks):
        write(CRAMPS_A_WEEK, 13, bold=True, above=2, tag="/H2")
        bars(document, family, report)
    for section in report.sections:
        write(section.heading, 13, bold=True, above=2, tag="/H2")
        for line in section.lines:
            write(line, bullet=len(section.lines) > 1)
    document.ln(2)
    document.line(16, document.get_y(), 194, document.get_y())
    write(report.footer, above=1)
    if practised:
        document.add_page()
    for done in practised:
        exercises(document, family, done)
    return document


class PdfWriter:
    """Writes paragraphs, in letters that the font has."""

    def __init__(self, document: "FPDF", family: str) -> None:
        self._document = document
        self._family = family

    def __call__(
        self, text: str, size: int = SMALLEST, bold: bool = False, above: float = 0, bullet: bool = False,
        tag: str = "/P",
    ) -> None:  # fmt: skip
        """One paragraph; ``tag``: what it is to a screen reader."""
        document = self._document
        document.ln(above)
        document.set_font(self._family, "B" if bold else "", size)
        how: dict[str, Any] = {"align": "L", "new_x": "LMARGIN", "new_y": "NEXT"}
        line, text = LINE * size / SMALLEST, letters(text, self._family)
        height = document.multi_cell(0, line, text, **how, dry_run=True, output="HEIGHT")
        if document.will_page_break(cast(float, height)):
            document.add_page()
        with tagged(document, tag):
            if bullet:
                document.cell(5, LINE, "-")
            document.multi_cell(0, line, text, **how)


def exercises(document: "FPDF", family: str, done: Practised) -> None:
    """A routine with a figure for each of its stretches."""
    write = PdfWriter(document, family)
    write(done.title, 14, bold=True, above=3, tag="/H2")
    write(done.times)
    for each in done.exercises:
        if document.will_page_break(FIGURE[1] + 2):
            document.add_page()
        top = document.get_y() + 1
        if each.picture:
            with tagged(document, "/Figure", each.told):
                plain = BytesIO(TITLE.sub("", each.picture).encode())
                document.image(plain, 16, top, *FIGURE, keep_aspect_ratio=True)
        document.set_left_margin(16 + FIGURE[0] + 6)
        document.set_y(top + FIGURE[1] / 2 - LINE)
        write(each.name, bold=True)
        write(f"{capital(each.dose)}.")
        document.set_left_margin(16)
        document.set_y(max(document.get_y(), top + FIGURE[1]))


@contextmanager
def tagged(document: "FPDF", kind: str, told: str | None = None) -> Iterator[None]:
    """What is drawn inside is, to a screen reader, a ``kind`` (``/P``, ``/H1``, ``/Figure``), told as ``told``.

    fpdf2 tags pictures alone, so its tree is written to here; nothing inside may go on to another page.
    """
    number = document.struct_builder.next_mcid_for_page(document.page)
    document._add_marked_content(struct_type=kind, mcid=number, alt_text=told)
    document._out(f"{kind} <</MCID {number}>> BDC")
    yield
    document._out("EMC")


def bars(document: "FPDF", family: str, report: Report) -> None:
    """A bar a week with its figure over it and the first day under it."""
    most = max(count for _, count in report.weeks)
    height, left, top = 14.0, 16.0, document.get_y() + 5
    room = min(28.0, 178 / len(report.weeks))
    told = ", ".join(f"{start}: {count}" for start, count in report.weeks)
    document.set_font(family, "", SMALLEST)
    document.set_fill_color(90)
    with tagged(document, "/Figure", cramps_a_week(told)):
        for place, (start, count) in enumerate(report.weeks):
            x, tall = left + place * room, height * count / most
            document.rect(x + 1, top + height - tall, room - 4, tall, "F")
            document.text(x + 1, top + height - tall - 1, str(count))
            if room >= 20 or place % 3 == 0:
                document.text(x + 1, top + height + LINE - 0.5, start)
    document.set_y(top + height + LINE)


def table(document: "FPDF", family: str, report: Report) -> None:
    from fpdf import FontFace

    document.ln(2)
    document.set_font(family, "", SMALLEST)
    how: dict[str, Any] = {
        "borders_layout": "HORIZONTAL_LINES",
        "line_height": LINE + 0.7,
        "text_align": ("LEFT", *["RIGHT"] * (len(report.columns) - 1)),
        "col_widths": (2, *[1] * (len(report.columns) - 1)),
        "headings_style": FontFace(emphasis="BOLD"),
    }
    told = "; ".join(" ".join(filter(None, row)) for row in (report.columns, *report.rows))
    with tagged(document, "/Table", told), document.table(**how) as drawn:
        for cells in (report.columns, *report.rows):
            row = drawn.row()
            for cell in cells:
                row.cell(letters(cell, family))


def font(document: "FPDF", told: object) -> str:
    """The built-in font where it has all the letters, or one of the system's that has more."""
    if encodes(repr(told)):
        return "helvetica"
    for regular, bold in FONTS:
        if Path(regular).exists() and Path(bold).exists():
            document.add_font("wide", "", regular)
            document.add_font("wide", "B", bold)
            return "wide"
    return "helvetica"


def encodes(text: str) -> bool:
    """Whether the built-in font has all these letters."""
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return False
    return True


def letters(text: str, family: str) -> str:
    """The text, with a question mark for each letter that the built-in font lacks."""
    text = visible(text)
    return text if family != "helvetica" else text.encode("latin-1", "replace").decode("latin-1")
