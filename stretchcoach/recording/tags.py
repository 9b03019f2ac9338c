"""Title, chapters and words inside the file, where players look for them."""

from importlib import import_module
from pathlib import Path
from typing import Any

from stretchcoach.recording.encoding import MissingError
from stretchcoach.recording.score import Score
from stretchcoach.words import recording_lines

ARTIST = "stretchcoach"
LANGUAGE = "eng"


def tag(file: Path, form: str, title: str, score: Score) -> None:
    """Write the tags of a finished file."""
    try:
        import mutagen  # noqa: F401  # looked for before the file is opened
    except ImportError as error:
        raise MissingError(recording_lines.by_mutagen(recording_lines.INSTALL_EXPORT)) from error
    if form == "OGG":
        _comments(file, title, score)
    else:
        _frames(file, form, title, score)


def lyrics(score: Score) -> str:
    """Every line, one below the other."""
    return "\n".join(line.text for line in score.lines)


def _comments(file: Path, title: str, score: Score) -> None:
    """Vorbis comments: https://wiki.xiph.org/Chapter_Extension."""
    tags: Any = import_module("mutagen.oggvorbis").OggVorbis(str(file))
    tags["TITLE"], tags["ARTIST"], tags["LYRICS"] = title, ARTIST, lyrics(score)
    tags["SYNCEDLYRICS"] = "\n".join(f"[{_minutes(line.at)}]{line.text}" for line in score.lines)
    for number, chapter in enumerate(score.chapters, 1):
        tags[f"CHAPTER{number:03}"] = _hours(chapter.at)
        tags[f"CHAPTER{number:03}NAME"] = chapter.name
    tags.save()


def _frames(file: Path, form: str, title: str, score: Score) -> None:
    """ID3: CHAP and CTOC are its addendum for chapters, SYLT and USLT the words with and without their moments."""
    id3: Any = import_module("mutagen.id3")
    wav = form == "WAV"
    kind: Any = import_module("mutagen.wave").WAVE if wav else import_module("mutagen.mp3").MP3
    opened = kind(str(file))
    if opened.tags is None:
        opened.add_tags()
    tags = opened.tags
    tags.add(id3.TIT2(encoding=3, text=[title]))
    tags.add(id3.TPE1(encoding=3, text=[ARTIST]))
    tags.add(id3.USLT(encoding=3, lang=LANGUAGE, desc="", text=lyrics(score)))
    said = [(line.text, _milliseconds(line.at)) for line in score.lines]
    tags.add(id3.SYLT(encoding=3, lang=LANGUAGE, format=2, type=1, desc="", text=said))
    names = [f"chapter{number}" for number in range(1, len(score.chapters) + 1)]
    ends = [*(chapter.at for chapter in score.chapters[1:]), score.seconds]
    flags = id3.CTOCFlags.TOP_LEVEL | id3.CTOCFlags.ORDERED
    tags.add(
        id3.CTOC(
            element_id="toc", flags=flags, child_element_ids=names, sub_frames=[id3.TIT2(encoding=3, text=[title])]
        )
    )
    for name, chapter, end in zip(names, score.chapters, ends, strict=True):
        inside = [id3.TIT2(encoding=3, text=[chapter.name])]
        begin = _milliseconds(chapter.at)
        tags.add(id3.CHAP(element_id=name, start_time=begin, end_time=_milliseconds(end), sub_frames=inside))
    opened.save()


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)


def _minutes(seconds: float) -> str:
    return f"{int(seconds // 60):02}:{seconds % 60:05.2f}"


def _hours(seconds: float) -> str:
    whole = _milliseconds(seconds)
    return f"{whole // 3_600_000:02}:{whole // 60_000 % 60:02}:{whole // 1000 % 60:02}.{whole % 1000:03}"
