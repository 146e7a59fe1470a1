"""YAML written: strings in double quotes, so that `NO` and `12:30` survive any reader."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import yaml


class Flow(dict):  # type: ignore[type-arg]  # only its type is looked at
    """A mapping written on one line."""


def dump_mapping(mapping: Mapping[str, Any]) -> str:
    """A mapping as YAML, each field on lines of its own, in their order."""
    return yaml.dump(
        _keyed(mapping),
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=float("inf"),
        default_flow_style=False,
    )


class _Key(str):
    """A field's name, written plain."""


class _FlowList(list):  # type: ignore[type-arg]  # only its type is looked at
    """A list written on one line."""


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


_Dumper.add_representer(_Key, lambda dumper, key: dumper.represent_scalar("tag:yaml.org,2002:str", str(key)))
_Dumper.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))
_Dumper.add_representer(
    float, lambda dumper, number: dumper.represent_scalar("tag:yaml.org,2002:float", _written_out(number))
)
_Dumper.add_representer(
    _FlowList, lambda dumper, items: dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=True)
)
_Dumper.add_representer(
    Flow, lambda dumper, mapping: dumper.represent_mapping("tag:yaml.org,2002:map", mapping, flow_style=True)
)


def _written_out(number: float) -> str:
    """A number with all its digits: YAML 1.1 and 1.2 do not agree on `1e-05`."""
    digits = f"{Decimal(repr(number)):f}"
    return digits if "." in digits else f"{digits}.0"


def _keyed(value: Any) -> Any:
    if isinstance(value, Flow):
        return Flow({_Key(key): _keyed(item) for key, item in value.items()})
    if isinstance(value, Mapping):
        return {_Key(key): _keyed(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        flat = all(isinstance(item, str) for item in value)
        return (_FlowList if flat else list)(_keyed(item) for item in value)
    return value
