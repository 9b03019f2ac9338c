"""Commands that are loaded when they are wanted, so that no start waits for those that it does not run."""

from collections.abc import Iterator, MutableMapping
from importlib import import_module

import click


class LateCommands(MutableMapping[str, click.Command]):
    """Commands by name, in the order in which they were named; the module of one is loaded at the first look at it."""

    def __init__(self) -> None:
        self._modules: dict[str, str] = {}
        self._loaded: dict[str, click.Command] = {}

    def later(self, module: str, *names: str) -> None:
        """Commands that stand in ``COMMANDS`` of a module."""
        self._modules.update(dict.fromkeys(names, module))

    def __getitem__(self, name: str) -> click.Command:
        module = self._modules[name]
        if name not in self._loaded:
            self._loaded |= {each.name: each for each in import_module(module).COMMANDS}
        return self._loaded[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._modules.setdefault(name, "")
        self._loaded[name] = command

    def __delitem__(self, name: str) -> None:
        del self._modules[name]
        self._loaded.pop(name, None)

    def __contains__(self, name: object) -> bool:
        return name in self._modules

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules)

    def __len__(self) -> int:
        return len(self._modules)
