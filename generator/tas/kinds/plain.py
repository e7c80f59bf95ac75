"""Any page that is nothing but what its author wrote."""

from __future__ import annotations

from tas.kinds.kind import Kind

KIND = Kind("plain")
