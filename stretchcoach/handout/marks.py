"""What stands around the words of a line: bullets, numbers, boxes, emphasis, and signs that look alike."""

import re

from stretchcoach.handout.breaks import MARK

_QUOTED = re.compile(r"(?<![\w\"'])\"([^\"]{1,40})\"")
"""Words in quotation marks, which are no seconds."""
_KEYCAP = re.compile(r"(\d)\ufe0f?\u20e3\s*")
"""A number on a key, as a chat has it."""
_BOX = re.compile(r"^\[[ xX/~>-]?\]\s+")
_SAME = str.maketrans("×✕✖╳–—−‐‑“”„″‟’‘′`\u00a0\u2009\u202f\t", 'xxxx-----"""""\'\'\'\'    ')
_FRACTIONS = {"½": "5", "¼": "25", "¾": "75"}
_RULE = re.compile(
    r"^[\W_]*$|^(?:[^>\n]{1,40}>\s*){2,}[^>]{0,40}$"
    r"|^(?:https?://|www\.)\S+$|^!\[[^\]]*\]\([^)]*\)$|^slide \d+ of \d+\b.{0,60}$"
    r"|^(?:page|seite|slide)\s*~?\s*\d{1,3}\s*(?:(?:of|/|von)\s*\d{1,3})?\s*~?$|^\d{1,3}\s*(?:of|von)\s*\d{1,3}$|^[~-]\s*\d{1,3}\s*[~-]$",
    re.IGNORECASE,
)
"""Rules, addresses, pictures and page numbers."""
_TABLE_HEAD = re.compile(
    r"^(?:(?:exercise|stretch|name|reps?|sets?|duration|notes?|time|target|area|hold|how|often|sides?|rest|frequency"
    r"|details?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|week|day|area|muscles?|focus|completed?|done"
    r"|block|drill|body part|do|to|x|secs?|seconds|load|tempo|weight)\b|[\W\d])+$",
    re.IGNORECASE,
)


def as_seen(raw: str) -> str:
    """A line with a space in place of every sign that nobody sees."""
    raw = _KEYCAP.sub(r"\1. ", raw)
    return "".join(letter if letter.isprintable() or letter == "\t" else " " for letter in raw)


def marked(plain: str) -> tuple[str, str]:
    """The mark of a line and what stands behind it; the cells of a table side by side."""
    table = plain.count("|") > 1
    if table:
        first, *others = [cell.strip() for cell in plain.strip().strip("|").split("|") if cell.strip()] or [""]
        plain = ", ".join([first if re.search(r"\d", first) else first.replace(",", ""), *others])
    found = MARK.match(plain)
    mark, body = "", plain
    if found:
        mark, body = str(found.lastgroup), plain[found.end() :]
        if not body.strip(" *_"):
            return mark, plain.strip()
    body = _BOX.sub("", body)
    body = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", body)
    body = re.sub(r"(\*\*|__|\*|~~)(?=\S)(.*?\S)\1(?!\w)", r"\2", body)
    again = MARK.match(body) if table or (found and found.lastgroup != "head") else None
    if found and found.lastgroup == "head":
        again = re.match(r"(?P<number>\d{1,2}[.)])\s+(?=[A-Z])", body)
    if again and again.lastgroup == "number":
        body = body[again.end() :] or body
    return mark or ("bullet" if table else ""), re.sub(r"\s+", " ", body).strip()


def alike(plain: str) -> str:
    """Crosses, dashes, quotation marks and fractions in the one way that is read."""
    plain = _QUOTED.sub(r" \1 ", plain.translate(_SAME).replace("''", '"'))
    plain = re.sub(r"(?:(\d)\s*)?([½¼¾])", lambda found: f"{found[1] or '0'}.{_FRACTIONS[found[2]]}", plain)
    plain = re.sub(r"(?<=[a-z)]) -(?=[A-Z][a-z])", " - ", plain)
    return re.sub(r"\b(\d) 1/2\b", r"\1.5", plain)


def says_nothing(body: str, table: bool) -> bool:
    """Whether it is a rule, an address, a picture or the number of a page; or, in a table, its head."""
    return bool(_RULE.match(body) or (table and _TABLE_HEAD.match(body)))
