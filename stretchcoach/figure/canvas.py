"""A canvas of dots, on which polygons are filled, and the half blocks that show it."""

Point = tuple[float, float]
Polygon = tuple[Point, ...]
Canvas = list[bytearray]
"""Rows of dots, each with the number of its ink; 0 is blank."""
HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
"""The cell that shows a dot above another one."""


def fill(canvas: Canvas, outline: Polygon, ink: int) -> None:
    """Fill a polygon, line by line of dots; a sliver keeps at least one dot a line."""
    wide = len(canvas[0])
    ys = [y for _, y in outline]
    for line in range(max(0, int(min(ys))), min(len(canvas), int(max(ys)) + 1)):
        middle = line + 0.5
        cuts = []
        before = outline[-1]
        for spot in outline:
            if (before[1] <= middle) != (spot[1] <= middle):
                cuts.append(before[0] + (middle - before[1]) / (spot[1] - before[1]) * (spot[0] - before[0]))
            before = spot
        cuts.sort()
        for start, end in zip(cuts[::2], cuts[1::2], strict=True):
            first = max(0, round(start))
            last = min(wide, max(round(end), first + (ink != 0)))
            if first < last:
                canvas[line][first:last] = bytes((ink,)) * (last - first)
