"""The demonstration nation with the tests' members and its days planned, made once for all servers that begin with it."""
import fcntl, hashlib, os, shutil, sqlite3, subprocess, tempfile
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Callable

from support.people import TODAY, People
from support.times import WIB

FOLDER = Path(__file__).resolve().parents[3] / ".run/nation"


def copy(database: str, program: str, make: Callable[[str, Path], None]) -> None:
    """Puts the nation into a database that is not there yet. `make` fills one of the same kind, in a folder of its own, and leaves it."""
    name = f"nation_{key(program)}"
    with alone():
        if database.startswith("sqlite:"):
            copy_file(FOLDER / f"{name}.db", Path(database.removeprefix("sqlite:")), make)
        else:
            copy_database(name, *database.rsplit("/", 1), make)


def key(program: str) -> str:
    """Another program, another day or other members make another nation."""
    built = os.stat(program)
    about = f"{program} {built.st_mtime_ns} {built.st_size} {datetime.now(WIB).date()} {TODAY} {People().csv()}"
    return hashlib.sha256(about.encode()).hexdigest()[:16]


@contextmanager
def alone():
    """One process at a time, whatever the others are doing."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def copy_file(made: Path, wanted: Path, make: Callable[[str, Path], None]) -> None:
    if not made.exists():
        for old in FOLDER.glob("nation_*.db"):
            old.unlink()
        with tempfile.TemporaryDirectory(dir=FOLDER) as home:
            make(f"sqlite:{home}/lapak.db", Path(home))
            # Through the library, so that nothing stays behind in the write-ahead log.
            with closing(sqlite3.connect(f"{home}/lapak.db")) as books, closing(sqlite3.connect(f"{home}/whole.db")) as whole:
                books.backup(whole)
            os.replace(f"{home}/whole.db", made)
    shutil.copyfile(made, wanted)


def copy_database(made: str, cluster: str, wanted: str, make: Callable[[str, Path], None]) -> None:
    def ask(sql: str) -> str:
        return subprocess.run(["psql", f"{cluster}/postgres", "-Atqc", sql], check=True, capture_output=True, text=True).stdout.strip()

    if not ask(f"SELECT 1 FROM pg_database WHERE datname = '{made}'"):
        ask(f"DROP DATABASE IF EXISTS {made}_begun")
        ask(f"CREATE DATABASE {made}_begun")
        with tempfile.TemporaryDirectory(dir=FOLDER) as home:
            make(f"{cluster}/{made}_begun", Path(home))
        ask(f"ALTER DATABASE {made}_begun RENAME TO {made}")
    ask(f"CREATE DATABASE {wanted} TEMPLATE {made}")
