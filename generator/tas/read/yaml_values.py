"""YAML's parser as it is used here, and what a value without quotes is: YAML 1.2's core rules, so `no` and `on` stay words."""

from __future__ import annotations

import re
from typing import Any

import yaml

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

STANDARD = "tag:yaml.org,2002:"
TEXT = f"{STANDARD}str"
NAMES = ("str", "int", "float", "bool", "null", "timestamp", "value", "merge", "seq", "map")
PLAIN = {STANDARD + name for name in NAMES}
"""What an untagged value is taken for."""

NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?")
BEGINS = frozenset("+-0123456789")


class TextLoader(Loader):  # type: ignore[misc,valid-type]
    """Takes every value without a tag for a text, where nobody asks what YAML 1.1 would take it for."""

    def resolve(self, kind: type, value: str, implicit: Any) -> str:
        return TEXT

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


def tag(text: str) -> str:
    """What YAML 1.1 takes an unquoted text for."""
    return yaml.SafeLoader("").resolve(yaml.ScalarNode, text, (True, False))


def scalar(node: yaml.ScalarNode) -> Any:
    text = node.value
    if node.style in ("'", '"', "|", ">"):
        return text
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if is_number(node):
        return float(text) if "." in text else int(text)
    return text


def is_number(node: yaml.ScalarNode) -> bool:
    return not node.style and node.value[:1] in BEGINS and NUMBER.fullmatch(node.value) is not None
