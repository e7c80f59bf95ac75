"""Where the preview can be seen: at the address that was asked for or, when that port is taken, at the next free one."""

from __future__ import annotations

import re
import socket

from tas.problems import Refused

ADDRESS = re.compile(r"(?:(?P<host>[\w.-]+):)?(?P<port>[0-9]{1,5})")
TRIES = 50
"""Ports that are looked at."""


class NoAddress(Refused):
    """Nothing can be shown there."""

    code = 3


def free_address(wanted: str) -> str:
    """`host:port`, or a port alone, -> the first `host:port` from there on that nothing else uses. Raises NoAddress."""
    match = ADDRESS.fullmatch(wanted)
    if not match or not 0 < int(match["port"]) < 65536:
        raise NoAddress(f"{wanted!r} is no address; write a host and a port, such as 127.0.0.1:8000")
    host, first = match["host"] or "127.0.0.1", int(match["port"])
    for port in range(first, min(first + TRIES, 65536)):
        try:
            with socket.socket() as trial:
                trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                trial.bind((host, port))
            return f"{host}:{port}"
        except socket.gaierror:
            raise NoAddress(f"this machine does not know the host {host!r}; use 127.0.0.1:{first}") from None
        except OSError:
            continue
    raise NoAddress(f"no port from {first} to {port} can be used on {host}; name another, such as 127.0.0.1:9000")
