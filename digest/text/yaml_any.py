"""Any value as YAML, as PyYAML writes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from digest.text.yaml_writing import Flow, written_out


def dump_any(mapping: Mapping[Any, Any]) -> str:
    """A mapping as YAML, with keys and values of any sort that YAML knows."""
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
    float, lambda dumper, number: dumper.represent_scalar("tag:yaml.org,2002:float", written_out(number))
)
_Dumper.add_representer(
    _FlowList, lambda dumper, items: dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=True)
)
_Dumper.add_representer(
    Flow, lambda dumper, mapping: dumper.represent_mapping("tag:yaml.org,2002:map", mapping, flow_style=True)
)


def _keyed(value: Any) -> Any:
    if isinstance(value, Flow):
        return Flow({_Key(key): _keyed(item) for key, item in value.items()})
    if isinstance(value, Mapping):
        return {_Key(key): _keyed(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        flat = all(isinstance(item, str) for item in value)
        return (_FlowList if flat else list)(_keyed(item) for item in value)
    return value
