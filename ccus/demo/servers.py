"""Several servers that start together and end together."""

import os
import signal
import socket
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from ccus.foundation import env

_PATIENCE = 30  # seconds for a server to answer, and for one to end
_GLANCE = 0.1


class ServerEnded(Exception):
    """A server ended by itself; the message holds its name and its last lines."""


@dataclass(frozen=True, slots=True)
class Server:
    """What to start: a name for people, a command, the whole environment it sees."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Running:
    """The servers' processes, in the order they were started."""

    processes: Mapping[str, subprocess.Popen[bytes]]
    logs: Path | None

    def raise_if_ended(self) -> None:
        """Raises ServerEnded if one of them is gone."""
        for name, process in self.processes.items():
            if process.poll() is not None:
                raise ServerEnded(f"{name} ended with code {process.returncode}\n{self._last_lines(name)}")

    def wait(self) -> None:
        """Until one of them ends; raises ServerEnded then."""
        pause = Event()
        while not pause.wait(_GLANCE * 5):
            self.raise_if_ended()

    def _last_lines(self, name: str) -> str:
        if self.logs is None:
            return ""
        return "\n".join((self.logs / f"{name}.log").read_text(errors="replace").splitlines()[-15:])


def is_taken(port: int) -> bool:
    """Whether something on this machine answers at the port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def wait_until_answering(running: Running, ports: Sequence[int]) -> None:
    """Until every port answers. Raises ServerEnded if a server ends, or none answers in time."""
    pause = Event()
    for port in ports:
        for _ in range(int(_PATIENCE / _GLANCE)):
            if is_taken(port):
                break
            running.raise_if_ended()
            pause.wait(_GLANCE)
        else:
            raise ServerEnded(f"nothing answers at port {port} after {_PATIENCE} seconds")


@contextmanager
def watch(servers: Sequence[Server], logs: Path | None) -> Iterator[Running]:
    """Start them all; whatever happens inside, all have ended afterwards. Without `logs` they write to the terminal."""
    processes: dict[str, subprocess.Popen[bytes]] = {}
    with ExitStack() as files:
        try:
            for server in servers:
                output = None
                if logs is not None:
                    logs.mkdir(parents=True, exist_ok=True)
                    output = files.enter_context((logs / f"{server.name}.log").open("wb"))
                processes[server.name] = subprocess.Popen(
                    server.command,
                    cwd=env.REPOSITORY,
                    env=dict(server.environment),
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=output,
                    # a group of its own: Ctrl-C reaches the supervisor alone, which then ends the whole group
                    start_new_session=True,
                )
            yield Running(processes, logs)
        finally:
            _end(list(processes.values()))


def _end(processes: Sequence[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        _signal(process, signal.SIGTERM)
    for process in processes:
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            _signal(process, signal.SIGKILL)
            process.wait()


def _signal(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, number)
