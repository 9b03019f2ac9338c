"""The second front end: lines in, lines out, for screen readers, pipes, and terminals that cannot redraw."""

import asyncio
import contextlib
import sys
from collections.abc import Callable, Sequence
from typing import Any

from stretchcoach.machine import leaving, put_aside
from stretchcoach.plain.home import Home, Typed, ignore_line
from stretchcoach.plain.session import PlainSession
from stretchcoach.plain.stdio import StandardInput, StandardOutput
from stretchcoach.program.jobs import Job
from stretchcoach.program.program import Program
from stretchcoach.words.plain_lines import not_written


def run_plain(program: Program, job: Job | None = None, command: Typed = ignore_line) -> int:
    """Play one job, or whatever is chosen from the list; the exit code.  ``command`` does other lines than names."""
    program.edges.drawn = False
    return asyncio.run(_until_told(program, job, command))


async def _until_told(program: Program, job: Job | None, command: Typed) -> int:
    """Silence comes first when a signal ends the program."""
    loop = asyncio.get_running_loop()
    ended: asyncio.Future[int] = loop.create_future()

    def end(code: int) -> None:
        program.close(0, cut_short=code != leaving.INTERRUPTED)
        if not ended.done():
            ended.set_result(code)

    def astray(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, Exception) and "handle" in context and not ended.done():
            with contextlib.suppress(Exception):
                program.close(0, cut_short=True)
            ended.set_exception(error)

    loop.set_exception_handler(astray)
    with leaving.through(lambda code: _on(loop, end, code)):
        leaving.guard()
        put_aside.heed()
        work = asyncio.create_task(_work(program, job, command))
        await asyncio.wait((work, ended), return_when=asyncio.FIRST_COMPLETED)
        if ended.done():
            work.cancel()
            return ended.result()
        return work.result()


def _on(loop: asyncio.AbstractEventLoop, end: Callable[[int], None], code: int) -> None:
    with contextlib.suppress(RuntimeError):
        loop.call_soon_threadsafe(end, code)


async def _work(program: Program, job: Job | None, command: Typed) -> int:
    lines, out = StandardInput(), StandardOutput()
    lines.start()
    for notice in program.notices:
        out.line(f"Notice: {notice}")
    reading = True
    if job is not None:
        await PlainSession(program.start(job), lines, out).play()
        reading = False

    def papers(typed: str) -> Sequence[str] | None:
        from stretchcoach.plain.papers import answer_lines

        return answer_lines(typed, program.paperwork())

    home = Home(program, lines, out, command, papers)
    while reading and (chosen := await home.choose()):
        reading = await PlainSession(program.start(chosen), lines, out).play()
    if out.fault:
        sys.stderr.write(not_written(out.fault.lower()))
    return 1 if out.fault else 0
