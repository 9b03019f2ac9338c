"""What a file is that was handed over in place of plain text, told by how it begins."""

import codecs

from stretchcoach.words import file_kinds

BEGINNINGS = (
    (b"\xd0\xcf\x11\xe0", file_kinds.XLS),
    (b"%PDF", file_kinds.A_PDF),
    (b"SQLite format 3", file_kinds.A_DATABASE),
    (b"\x1f\x8b", file_kinds.PACKED),
    (b"\x89PNG", file_kinds.A_PICTURE),
    (b"\xff\xd8\xff", file_kinds.A_PICTURE),
    (b"GIF8", file_kinds.A_PICTURE),
)
WRITTEN = (
    (b"begin:v", file_kinds.A_CALENDAR),
    (b"<!doctype html", file_kinds.A_WEB_PAGE),
    (b"<html", file_kinds.A_WEB_PAGE),
    (b"<?xml", file_kinds.XML),
    (b"{\\rtf", file_kinds.RTF),
)
"""Texts with more than text in them, whatever their capitals."""
ZIP = b"PK\x03\x04"
HEAD = 4096


def kind_of(data: bytes) -> str:
    """What a file is; empty where it may be plain text."""
    head = data[:HEAD]
    if head.startswith(ZIP):
        sheet = file_kinds.XLSX if b"xl/" in data else file_kinds.PACKED
        return file_kinds.ODS if b"opendocument.spreadsheet" in head[:128] else sheet
    if head[4:8] == b"ftyp":
        return file_kinds.A_PICTURE
    written = head.removeprefix(codecs.BOM_UTF8).lstrip()[:20].lower()
    known = next((kind for begin, kind in BEGINNINGS if head.startswith(begin)), "")
    return known or next((kind for begin, kind in WRITTEN if written.startswith(begin)), "")
