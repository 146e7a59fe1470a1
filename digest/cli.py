"""The command `digest`, the edge to the console: standard output is data, standard error is talk."""

from __future__ import annotations

import gc
import os
from importlib import import_module
from typing import Any

import click

from digest import __version__
from digest.console import PROBLEM, say
from digest.errors import DigestError

_COMMANDS = ("add", "approve", "build", "check", "correct", "email", "extract", "init", "serve", "withdraw")


class _Commands(click.Group):
    """The modules of `digest.commands`, each imported when it is asked for: `extract` does not wait for MkDocs.

    Expected errors are one line and an exit status; anything else is a bug and keeps its traceback.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        gc.disable()  # nothing of what is loaded is garbage, and to find that out again and again takes as long
        try:
            command: click.Command = getattr(import_module(f"digest.commands.{cmd_name}"), cmd_name)
        finally:
            gc.freeze()
            gc.enable()
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0].isalpha() and args[0] not in _COMMANDS:
            from difflib import get_close_matches  # which no right command waits for

            if near := get_close_matches(args[0], _COMMANDS):
                ctx.fail(f"there is no command '{args[0]}'; did you mean '{near[0]}'?")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except DigestError as error:
            say(str(error), fg="red")
            ctx.exit(PROBLEM)
        except OSError as error:
            if error.filename is None:
                raise
            say(f"{error.filename}: {error.strerror or error}", fg="red")  # the system refuses it, and says why
            ctx.exit(PROBLEM)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="digest")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Turn raw article text into a press digest.

    \b
    A new site, an article, and the pages:
      digest init morning && cd morning
      digest add story.txt --source "The Harbour Gazette" --published 2026-03-01
      digest build

    Exit status: 0 done, 1 a problem in the content, 2 wrong usage.
    """
    if os.environ.get("NO_COLOR"):
        ctx.color = False
