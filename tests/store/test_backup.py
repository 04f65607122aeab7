"""A store as one file and back, from any kind of store to any kind; whole, or refused."""

import os
import resource
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from demarche.model import StoreError, UsageError, Watch
from demarche.store import Store
from demarche.store.backup import backup, checked, restore
from tests.store.store_cases import CALL, CALL_RAW, RECORD


def content(store: Store) -> dict[str, list[object]]:
    names = ("documents", "families", "claims", "records", "differences", "measures", "rejects", "judgements", "runs")
    found: dict[str, list[object]] = {name: list(getattr(store, name)) for name in (*names, "watches", "followed")}
    return found | {
        "raw": [store.documents.raw(d.id) for d in store.documents],
        "found": list(store.search.find("call")),
    }


def test_a_backup_of_any_store_is_that_store(full: Store, tmp_path: Path) -> None:
    full.watches.add(Watch(name="calls", query="mode:call"))
    full.runs.begin("run", "0.1", {})
    before = content(full)
    file = tmp_path / "backup.demarche"
    assert backup(full, file) == 2
    assert sorted(p.name for p in tmp_path.iterdir() if "backup" in p.name) == ["backup.demarche"]
    bytes_before = file.read_bytes()
    restore(file, tmp_path / "again.db")
    with Store(tmp_path / "again.db") as again:
        assert content(again) == before
    assert file.read_bytes() == bytes_before


def test_a_backup_goes_into_any_store(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "b"
    with Store(tmp_path / "source.db") as source:
        source.documents.put([(CALL, CALL_RAW)])
        source.runs.begin("run", "0.1", {})
        before = content(source)
        backup(source, file)
    where = store.link.engine.url.render_as_string(hide_password=False)
    restore(file, where.replace("+psycopg", ""))
    with Store(where.replace("+psycopg", "")) as again:
        assert content(again) == before
        assert again.runs.begin("run", "0.1", {}) == 2
        with pytest.raises(UsageError, match="holds 1 documents; --force"):
            restore(file, where.replace("+psycopg", ""))
        assert restore(file, where.replace("+psycopg", ""), force=True) == 1


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "b"
    file.write_bytes(b"mine")
    with Store(tmp_path / "a.db") as store, pytest.raises(UsageError, match="there already"):
        backup(store, file)
    assert file.read_bytes() == b"mine"


def damaged(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes(len(data) - middle)


@pytest.mark.parametrize("spoil", [damaged, lambda data: data[:5000], lambda data: b"", lambda data: b"x" * 9000])
def test_a_damaged_backup_is_refused_and_the_store_stays(spoil: object, tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        store.documents.put([(CALL, CALL_RAW)])
        backup(store, tmp_path / "b")
    (tmp_path / "b").write_bytes(spoil((tmp_path / "b").read_bytes()))  # type: ignore[operator]
    with pytest.raises(StoreError):
        restore(tmp_path / "b", tmp_path / "a.db", force=True)
    with Store(tmp_path / "a.db") as store:
        assert list(store.documents) == [CALL]


def test_a_backup_while_another_writes_is_one_moment(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        store.documents.put([(CALL, CALL_RAW)])
        stop = threading.Event()

        def writing() -> None:
            while not stop.is_set():
                store.runs.begin("run", "0.1", {"text": "x" * 5000})

        writer = threading.Thread(target=writing)
        writer.start()
        try:
            for number in range(3):
                assert backup(store, tmp_path / f"b{number}") == 1
                assert checked(tmp_path / f"b{number}") == 1
        finally:
            stop.set()
            writer.join()


def crowd(store: Store) -> None:
    for _ in range(200):
        store.runs.begin("run", "0.1", {"text": "x" * 20_000})


CHILD = """
import sys, time
from pathlib import Path
from demarche.store.backup import restore
print("ready", flush=True)
restore(Path(sys.argv[1]), sys.argv[2], force=True)
"""


@pytest.mark.parametrize("wait", [0.0, 0.01, 0.05])
def test_a_killed_restore_leaves_one_store_or_the_other(wait: float, tmp_path: Path) -> None:
    with Store(tmp_path / "big.db") as store:
        store.documents.put([(CALL, CALL_RAW)])
        for _ in range(30):
            store.runs.begin("run", "0.1", {"text": "x" * 200_000})
        backup(store, tmp_path / "b")
    Store(tmp_path / "a.db").close()
    command = [sys.executable, "-c", CHILD, str(tmp_path / "b"), str(tmp_path / "a.db")]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(wait)
        child.send_signal(signal.SIGKILL)
    with Store(tmp_path / "a.db") as store:
        runs = len(list(store.runs))
        assert (len(store.documents), runs) in ((0, 0), (1, 30))
    with sqlite3.connect(tmp_path / "a.db") as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert restore(tmp_path / "b", tmp_path / "a.db", force=True) == 1


FULL = """
import resource, signal, sys
from pathlib import Path
from demarche.store import Store
from demarche.model import StoreError
from demarche.store.backup import backup
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = Store(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    if sys.argv[3] == "backup":
        backup(store, Path(sys.argv[1] + ".backup"))
    else:
        for number in range(200):
            store.runs.begin("run", "0.1", {"text": "x" * 20_000})
except StoreError as e:
    print(e)
"""


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="needs POSIX limits")
@pytest.mark.parametrize("what", ["write", "backup"])
def test_a_full_disk_is_told_and_what_was_kept_stays(what: str, tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with Store(path) as store:
        store.documents.put([(CALL, CALL_RAW)])
    limit = 1_000_000 if what == "write" else 100_000
    found = subprocess.run(
        [sys.executable, "-c", FULL, str(path), str(limit), what], capture_output=True, text=True, check=False
    )
    assert "it is full, a limit is reached" in found.stdout, found
    assert "Traceback" not in found.stderr
    with Store(path) as store:
        assert list(store.documents) == [CALL]
        store.records.replace([])
    assert not list(tmp_path.glob("*.part")) + list(tmp_path.glob("*.backup"))


@pytest.mark.skipif(not os.path.ismount("/dev/shm") or os.geteuid() != 0, reason="needs root, to mount a small disk")
def test_a_small_disk_that_fills(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(disk)], capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        with Store(disk / "a.db") as store:
            store.documents.put([(CALL, CALL_RAW)])
            with pytest.raises(StoreError, match="the disk"):
                crowd(store)
            assert list(store.documents) == [CALL]
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_second_writer_waits_for_the_first(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as one, Store(tmp_path / "a.db", wait_s=20) as other:
        begun, order = threading.Event(), []

        def first() -> None:
            with one.transaction():
                one.runs.begin("first", "0.1", {})
                begun.set()
                time.sleep(0.2)
                order.append("first")

        writer = threading.Thread(target=first)
        writer.start()
        begun.wait()
        other.runs.begin("second", "0.1", {})
        order.append("second")
        writer.join()
        assert order == ["first", "second"]
        assert [run.command for run in one.runs] == ["first", "second"]


def test_records_survive_a_backup_to_the_byte(tmp_path: Path, full: Store) -> None:
    backup(full, tmp_path / "b")
    with sqlite3.connect(tmp_path / "b") as file:
        (body,) = file.execute("SELECT body FROM records WHERE id = ?", (RECORD.id,)).fetchone()
    assert RECORD.id in body
