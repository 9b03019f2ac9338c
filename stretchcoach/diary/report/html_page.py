"""The doctor's page as HTML: one file that needs nothing else, large type, fit to be printed."""

from collections.abc import Iterable
from html import escape

from stretchcoach.core.visible import visible
from stretchcoach.diary.report.phrasing import capital
from stretchcoach.diary.report.practised_routine import Practised
from stretchcoach.diary.report.report import Report

STYLE = """
@page { size: A4; margin: 10mm 16mm; }
body { font: 12pt/1.35 "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; color: #111; background: #fff;
       max-width: 178mm; margin: 0 auto; padding: 8mm; }
h1 { font-size: 20pt; margin: 0 0 1mm; }
h2 { font-size: 13pt; margin: 4mm 0 .5mm; }
p { margin: 0 0 1.5mm; }
ul { margin: 0; padding-left: 6mm; }
table { border-collapse: collapse; width: 100%; margin: 3mm 0; }
th, td { text-align: right; padding: .7mm 2mm; border-bottom: .3mm solid #999; }
th:first-child, td:first-child { text-align: left; font-weight: normal; }
.pattern { font-size: 14pt; font-weight: bold; }
caption { text-align: left; font-weight: bold; }
.weeks th { width: 18mm; }
.weeks td { text-align: left; }
.weeks th, .weeks td { border: 0; padding: 0 2mm; line-height: 1.1; }
.bar { display: inline-block; height: 3mm; background: #555; print-color-adjust: exact; }
.exercises { break-before: page; }
.exercises figure { display: flex; gap: 6mm; align-items: center; margin: 2mm 0; break-inside: avoid; }
.exercises svg { width: 44mm; height: 30mm; print-color-adjust: exact; }
footer { margin-top: 4mm; border-top: .3mm solid #999; padding-top: 1.5mm; }
@media print {
  body { padding: 0; max-width: none; line-height: 1.2; }
  table { margin: 1.5mm 0; }
  h2 { margin-top: 2mm; }
  p { margin-bottom: .5mm; }
  th, td { padding: .2mm 2mm; }
}
"""


def report_page(report: Report, practised: Iterable[Practised] = ()) -> str:
    """The page, and one more with the exercises that were done, where those are wanted."""
    head = "".join(f'<th scope="col">{escaped(cell)}</th>' for cell in report.columns)
    rows = "\n".join(
        f'<tr><th scope="row">{escaped(row[0])}</th>{"".join(f"<td>{escaped(cell)}</td>" for cell in row[1:])}</tr>'
        for row in report.rows
    )
    sections = "\n".join(
        f"<section><h2>{escaped(each.heading)}</h2>\n{paragraphs(each.lines)}</section>" for each in report.sections
    )
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escaped(report.title)}</title>
<style>{STYLE}</style>
</head>
<body>
<h1>{escaped(report.title)}</h1>
<p>{escaped(report.subtitle)}</p>
<table>
<thead><tr>{head}</tr></thead>
<tbody>
{rows}
</tbody>
</table>
<p class="pattern">{escaped(report.pattern)} {escaped(report.trend)}</p>
{bars(report)}
{sections}
<footer>{escaped(report.footer)}</footer>
{"".join(map(exercises, practised))}
</body>
</html>
"""


def exercises(done: Practised) -> str:
    """A routine with a figure for each of its stretches."""
    figures = "".join(
        f"<figure>{each.picture}<figcaption><strong>{escaped(each.name)}</strong><br>{escaped(capital(each.dose))}."
        "</figcaption></figure>\n"
        for each in done.exercises
    )
    return f'<section class="exercises"><h2>{escaped(done.title)}</h2><p>{escaped(done.times)}</p>\n{figures}</section>'


def bars(report: Report) -> str:
    """A bar a week, with its figure beside it."""
    most = max((count for _, count in report.weeks), default=0)
    if not most:
        return ""
    rows = "".join(
        f'<tr><th scope="row">{start}</th><td><span class="bar" style="width: {90 * count / most:.0f}%"></span>'
        f" {count}</td></tr>"
        for start, count in report.weeks
    )
    return f'<table class="weeks"><caption>Cramps a week</caption><tbody>{rows}</tbody></table>'


def escaped(text: str) -> str:
    """A text for the page: markup in it is text, and what would steer is a sign."""
    return escape(visible(text))


def paragraphs(lines: tuple[str, ...]) -> str:
    """One line as it is, several as a list."""
    if len(lines) == 1:
        return f"<p>{escaped(lines[0])}</p>"
    return f"<ul>{''.join(f'<li>{escaped(line)}</li>' for line in lines)}</ul>"
