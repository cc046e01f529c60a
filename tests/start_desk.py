"""Start a full-screen desk in a real terminal, see its panes, press q: `start_desk.py DESK [ARGUMENT …]`.

Exits 0 when the desk painted and left by itself with 0. Standard library only, so that it runs anywhere.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time

#: What must be on the first screen, in any order.
EXPECTED = ("Talks", "Deadlines", "Quotes", "Checks")
PATIENCE = 60.0


def main() -> int:
    process, terminal = pty.fork()
    if process == 0:
        os.environ.update(TERM="xterm-256color", COLUMNS="120", LINES="40")
        os.execv(sys.argv[1], sys.argv[1:])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    screen, asked, until = "", False, time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                read = os.read(terminal, 65536)
            except OSError:
                break
            if not read:
                break
            screen += read.decode("utf-8", "replace")
        elif not asked and all(word in screen for word in EXPECTED):
            os.write(terminal, b"q")
            asked = True
    with contextlib.suppress(ProcessLookupError):
        if time.monotonic() >= until:
            os.kill(process, 9)
    code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    missing = [word for word in EXPECTED if word not in screen]
    if missing or code:
        sys.stderr.write(f"the desk ended with {code}; not on its screen: {missing}\n{screen[-2000:]}\n")
        return 1
    sys.stdout.write("the desk painted its panes and left when asked\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
