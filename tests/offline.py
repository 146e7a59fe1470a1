"""Runs what follows on the command line so that it ends when it, or on Linux any child of it, asks the network.

python -m tests.offline --none build --strict     no socket but those between processes of this machine
python -m tests.offline --loopback serve          sockets of the loopback address too, in this process
"""

from __future__ import annotations

import ctypes
import ipaddress
import os
import platform
import socket
import struct
import sys

BROKEN = 97
"""Exit status of a process that asked the network, where it was not killed."""

# linux/seccomp.h, linux/filter.h, linux/audit.h and the architectures' unistd.h
_SOCKET = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
_KILL, _ALLOW = 0x80000000, 0x7FFF0000
_LOAD, _IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16
_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2


def forbid_sockets() -> bool:
    """Have the kernel kill this process, and all that it starts, at the first socket of another family than Unix'."""
    if sys.platform != "linux" or platform.machine() not in _SOCKET:
        return False
    architecture, number = _SOCKET[platform.machine()]
    rules = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_IF_EQUAL, 0, 5, architecture),
        (_LOAD, 0, 0, _NUMBER),
        (_IF_EQUAL, 0, 3, number),
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        (_IF_EQUAL, 1, 0, socket.AF_UNIX),
        (_RETURN, 0, 0, _KILL),
        (_RETURN, 0, 0, _ALLOW),
    ]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *rule) for rule in rules))
    program = ctypes.create_string_buffer(struct.pack("HP", len(rules), ctypes.addressof(code)))
    libc = ctypes.CDLL(None, use_errno=True)
    return (
        libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0
        and libc.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0) == 0
    )


def watch(*, loopback: bool) -> None:
    """End this process when Python asks the network."""

    def hook(event: str, arguments: tuple) -> None:
        if not event.startswith("socket."):
            return
        if event == "socket.__new__":
            asked = not loopback and arguments[1] != socket.AF_UNIX
        elif event in ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"):
            place = arguments[1]
            asked = isinstance(place, tuple) and not (loopback and _is_loopback(place[0]))
        else:  # who asks for a name asks the network
            asked = event in _NAMES and not (loopback and _is_loopback(arguments[0]))
        if asked:
            sys.stderr.write(f"the network was asked: {event} {arguments[1:]}\n")
            sys.stderr.flush()
            os._exit(BROKEN)

    sys.addaudithook(hook)


_NAMES = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"}


def _is_loopback(host: object) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        return False


if __name__ == "__main__":
    mode = sys.argv.pop(1)
    watch(loopback=mode == "--loopback")
    if mode == "--none":
        forbid_sockets()

    from digest.cli import main

    main()
