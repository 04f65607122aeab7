"""Machines made of one: each has its own network, processes, name, /tmp and shared memory, and a cable to the others.

What they share is the disk the project lies on, and the folders that they are told to. Nothing reaches another through
127.0.0.1, and to kill the first process of one is to pull its plug.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

NEEDED = ("ip", "unshare", "nsenter", "mount")
TMP = Path("/tmp")
BRIDGE = "demarche0"
ROOT = Path(__file__).parents[2]
TOKEN = "0123456789abcdef" * 4


def possible() -> bool:
    """Whether machines can be made here."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and all(map(shutil.which, NEEDED))


class Host:
    """One machine."""

    def __init__(self, number: int, folder: Path, shared: Sequence[Path]) -> None:
        self.name = f"host{number}"
        self.address = f"10.77.0.{number}"
        self._cable = f"demarche{number}"
        _do(f"ip netns add {self.name}")
        _do(f"ip link add {self._cable} type veth peer name cable netns {self.name}")
        _do(f"ip link set {self._cable} master {BRIDGE} up")
        _do(f"ip -n {self.name} addr add {self.address}/24 dev cable")
        _do(f"ip -n {self.name} link set cable up")
        _do(f"ip -n {self.name} link set lo up")
        apart = "--mount --uts --ipc --pid --fork --mount-proc --kill-child"
        command = [
            "ip",
            "netns",
            "exec",
            self.name,
            "unshare",
            *apart.split(),
            "sh",
            "-ec",
            self._start(folder, shared),
        ]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "up\n"
        (first,) = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text().split()
        self._first = int(first)

    def _start(self, folder: Path, shared: Sequence[Path]) -> str:
        """What the first process does: lay its own /tmp over the common one, but for what is shared."""
        lines = ["mount --make-rprivate /"]
        for seen in (*shared, ROOT, Path(sys.prefix)):
            if seen.is_relative_to(TMP):
                place = folder / seen.relative_to(TMP)
                lines += [f"mkdir -p {place}", f"mount --bind {seen} {place}"]
        lines += [f"mount --rbind {folder} {TMP}", "mount -t tmpfs none /dev/shm", f"hostname {self.name}"]
        return "\n".join([*lines, "echo up", "exec sleep infinity"])

    def command(self, *words: str, **environment: str) -> list[str]:
        """A command line that runs there."""
        own = {"HOME": str(TMP), "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", **environment}
        there = ["nsenter", "--target", str(self._first), "--all", f"--wd={ROOT}", "--"]
        return [*there, "env", "-i", f"PATH={os.environ['PATH']}", *(f"{k}={v}" for k, v in own.items()), *words]

    def run(self, *words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        """Run a command there to its end."""
        command = self.command(*words, **environment)
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)

    def unplug(self) -> None:
        """Take the cable out; the machine goes on by itself."""
        _do(f"ip link set {self._cable} down")

    def kill(self) -> None:
        """Pull the plug."""
        if self._process.poll() is None:
            os.kill(self._first, signal.SIGKILL)
            self._process.wait()


@contextmanager
def network(number: int, folder: Path, shared: Sequence[Path]) -> Iterator[list[Host]]:
    """So many machines on one switch."""
    made: list[Host] = []
    _clear(number)
    _do(f"ip link add {BRIDGE} type bridge")
    try:
        _do(f"ip link set {BRIDGE} up")
        for i in range(1, number + 1):
            own = folder / f"host{i}"
            own.mkdir()
            made.append(Host(i, own, shared))
        yield made
    finally:
        for host in made:
            host.kill()
        _clear(number)


def _clear(number: int) -> None:
    """A cable goes with its machine, but not at once; and a test that was killed has left all of it."""
    for i in range(1, number + 1):
        _do(f"ip link del demarche{i}", check=False)
        _do(f"ip netns del host{i}", check=False)
    _do(f"ip link del {BRIDGE}", check=False)


def cluster(hosts: Sequence[Host], **environment: str) -> Mapping[str, str]:
    """Ray on the machines, two cores each, the first its head; and what a driver needs to join it."""
    secret = {"RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": TOKEN}
    where = f"{hosts[0].address}:6379"
    ray = str(Path(sys.executable).with_name("ray"))
    for host in hosts:
        first = ["--head", "--port=6379", "--include-dashboard=false"] if host is hosts[0] else [f"--address={where}"]
        more = [f"--node-ip-address={host.address}", "--num-cpus=2", "--disable-usage-stats"]
        done = host.run(ray, "start", *first, *more, **secret, **environment)
        assert done.returncode == 0, done.stderr
    return {"RAY_ADDRESS": where, **secret}


def _do(command: str, *, check: bool = True) -> None:
    subprocess.run(command.split(), check=check, capture_output=True)
