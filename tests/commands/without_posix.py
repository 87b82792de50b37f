"""Runs command lines in a process that lacks what only POSIX systems have, and prints what each wrote as JSON.

Standard input holds, as JSON, pairs of the encoding of the streams and the command line.
"""

import importlib.abc
import io
import json
import os
import signal
import sys

ONLY_POSIX = {
    os: (
        "O_ACCMODE O_ASYNC O_CLOEXEC O_DIRECT O_DIRECTORY O_DSYNC O_NDELAY O_NOATIME O_NOCTTY O_NOFOLLOW O_NONBLOCK "
        "O_PATH O_RSYNC O_SYNC chown chroot ctermid fchdir fchmod fchown fork forkpty fpathconf fstatvfs getegid "
        "geteuid getgid getgroups getpgid getpgrp getpriority getsid getuid initgroups killpg lchown lockf major "
        "makedev minor mkfifo mknod nice openpty pathconf posix_fadvise posix_fallocate pread preadv pwrite pwritev "
        "sched_getaffinity sched_yield sendfile setegid seteuid setgid setgroups setpgid setpriority setsid setuid "
        "statvfs sync sysconf tcgetpgrp tcsetpgrp ttyname wait wait3 wait4 writev"
    ),
    signal: (
        "ITIMER_REAL SIGALRM SIGBUS SIGCHLD SIGCONT SIGHUP SIGIO SIGKILL SIGPIPE SIGPROF SIGQUIT SIGSTOP SIGTSTP "
        "SIGTTIN SIGTTOU SIGUSR1 SIGUSR2 SIGWINCH alarm getitimer pause pthread_kill pthread_sigmask setitimer "
        "siginterrupt sigpending sigtimedwait sigwait sigwaitinfo"
    ),
}
"""Names that these modules lack on Windows; not ``uname``, for which NumPy asks by the name of the system."""
MODULES = frozenset(
    ("curses", "fcntl", "grp", "posix", "pty", "pwd", "readline", "resource", "syslog", "termios", "tty")
)
"""Modules that Windows does not have."""


class NoSuchModule(importlib.abc.MetaPathFinder):
    """Finds no module that only POSIX systems have."""

    def find_spec(self, name: str, *_: object) -> None:
        if name.partition(".")[0] in MODULES:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def take_away() -> None:
    """Leave of the standard library what Windows has."""
    for module, names in ONLY_POSIX.items():
        for name in names.split():
            vars(module).pop(name, None)
    for name in MODULES:
        sys.modules.pop(name, None)
    sys.meta_path.insert(0, NoSuchModule())


def run(line: str, encoding: str) -> tuple[int, str, str]:
    """Run one command line as ``clusters`` does, its streams in an encoding; return its exit code and what it wrote."""
    from clusters_cli.app import main

    code, written = 0, (io.BytesIO(), io.BytesIO())
    streams = [io.TextIOWrapper(each, encoding=encoding) for each in written]
    sys.argv = ["clusters", *line.split()]
    sys.stdout, sys.stderr = streams
    try:
        main()
    except SystemExit as end:
        code = int(end.code or 0)
    finally:
        sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
    for stream in streams:
        stream.flush()
    out, err = (each.getvalue().decode(stream.encoding) for each, stream in zip(written, streams, strict=True))
    return code, out, err


if __name__ == "__main__":
    take_away()
    json.dump([run(line, encoding) for encoding, line in json.load(sys.stdin)], sys.stdout)
