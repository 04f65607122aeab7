"""What the watch sees: the process, its children and theirs, and nothing of those that have ended."""

import os
import subprocess
import sys

import pytest

from demarche.bench.usage import NAMED, PROC, Watch, tree

GRANDCHILD = "import sys; print('up', flush=True); sys.stdin.read()"
CHILD = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {GRANDCHILD!r}])"

pytestmark = pytest.mark.skipif(not PROC.is_dir(), reason="a system without /proc shows no other process")


@pytest.mark.parametrize("named", [True, False])
def test_children_and_theirs_are_seen_while_they_live(named: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not named:
        monkeypatch.setattr("demarche.bench.usage.NAMED", NAMED.with_name("no such file"))
    with subprocess.Popen([sys.executable, "-c", CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"up\n"
        seen = tree()
        child.communicate()
    assert seen[0] == os.getpid()
    assert child.pid in seen
    assert len(tree(child.pid)) == 1
    assert len(seen) >= 3
    assert child.pid not in tree()


def test_seconds_only_grow_though_a_child_has_ended() -> None:
    with Watch() as watch:
        before = watch.cpu()
        with subprocess.Popen([sys.executable, "-c", "print(sum(range(10**7)))"], stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            child.stdout.readline()
            during = watch.cpu()
        assert before < during <= watch.cpu()
