"""The kinds of values that options take: what is nearly right is taken, and what is wrong is told in plain words."""

from collections.abc import Sequence
from typing import Any

import click

from stretchcoach.machine.nearest import did_you_mean
from stretchcoach.words import cli_refusals


class Number(click.ParamType):  # type: ignore[type-arg]
    """A number between two others; a comma may stand for its point."""

    name = "number"

    def __init__(self, least: float, most: float) -> None:
        self.least = least
        self.most = most

    def convert(self, value: Any, parameter: click.Parameter | None, context: click.Context | None) -> float:
        try:
            number = float(str(value).replace(",", ".", 1))
        except ValueError:
            number = float("nan")
        if not self.least <= number <= self.most:
            self.fail(cli_refusals.not_a_number_from(value, self.least, self.most), parameter, context)
        return number


class Whole(click.IntRange):
    """A whole number between two others, or from one on."""

    def convert(self, value: Any, parameter: click.Parameter | None, context: click.Context | None) -> int:
        try:
            return int(super().convert(value, parameter, context))
        except click.BadParameter:
            self.fail(cli_refusals.not_whole(value, self.min, self.max), parameter, context)


class OneOf(click.Choice[str]):
    """One of a few words, in letters of either case; a slip is told with the nearest."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(words, case_sensitive=False)

    def get_missing_message(self, param: click.Parameter, ctx: click.Context | None = None) -> str:  # noqa: ARG002
        """Which there are, in one line."""
        return cli_refusals.known_are(", ".join(self.choices)).strip()

    def convert(self, value: Any, parameter: click.Parameter | None, context: click.Context | None) -> str:
        try:
            return super().convert(value, parameter, context)
        except click.BadParameter:
            hint = did_you_mean(str(value), self.choices) or cli_refusals.known_are(", ".join(self.choices))
            self.fail(cli_refusals.word_not_known(value, hint), parameter, context)
