"""Options, what a site's `mkdocs.yml` may say of its digest."""

from __future__ import annotations

from mkdocs.config import base, config_options

from digest.settings import Budget, Section


class _Count(config_options.Type[int]):
    """A whole number from 1 on."""

    def __init__(self, default: int | None = None) -> None:
        super().__init__(int, default=default)

    def run_validation(self, value: object) -> int:
        number = super().run_validation(value)
        if isinstance(number, bool) or number < 1:
            raise base.ValidationError(f"is not a number such as 5: {value}")
        return number


class _KeyPointsOptions(base.Config):
    max = _Count(default=Budget().points)
    words = _Count(default=Budget().words)


class _VerbatimOptions(base.Config):
    words = config_options.Optional(_Count())
    percent = config_options.Optional(_Count())


class _Sections(base.BaseConfigOption[tuple[Section, ...]]):
    """Sections by name, each with the words and phrases that put a story there."""

    def __init__(self) -> None:
        super().__init__()
        self.default = ()

    def run_validation(self, value: object) -> tuple[Section, ...]:
        if value == ():
            return ()
        if not isinstance(value, dict) or not value:
            raise base.ValidationError("is not a list of sections such as {Harbour: [quay, ferry, lock gate]}")
        for name, words in value.items():
            if not _is_text(name):
                raise base.ValidationError(f"'{name}' is not the name of a section: put quotes around it")
            if not isinstance(words, list) or not words or not all(map(_is_text, words)):
                raise base.ValidationError(f"'{name}' is not a list of words such as [quay, ferry, lock gate]: {words}")
        return tuple(Section(name, tuple(words)) for name, words in value.items())


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value.isprintable() and any(map(str.isalnum, value))


class _EmailOptions(base.Config):
    from_ = config_options.Optional(config_options.Type(str))
    to = config_options.Optional(config_options.Type(str))


class DigestOptions(base.Config):
    """What `mkdocs.yml` may say under `plugins: - digest:`."""

    review = config_options.Choice(("none", "required"), default="none")
    key_points = config_options.SubConfig(_KeyPointsOptions)
    sections = _Sections()
    verbatim = config_options.SubConfig(_VerbatimOptions)
    search = config_options.Type(bool, default=True)
    cards = config_options.Type(bool, default=False)
    email = config_options.SubConfig(_EmailOptions)
    now = config_options.Optional(config_options.Type(str))
