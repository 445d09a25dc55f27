"""With an antivirus set, no file passes without its word."""
import pytest

from support.antivirus import EICAR, Antivirus
from support.papers import Claim, photo, verdict
from support.server import free_port, sqlite, until


@pytest.fixture
def port():
    return free_port()


@pytest.fixture
def guarded(tmp_path, port):
    server = sqlite(tmp_path)
    yield server.start(LAPAK_CLAMD=f"tcp:127.0.0.1:{port}")
    server.stop()


def test_while_the_antivirus_is_away_files_wait_and_then_pass_or_are_refused(guarded, port):
    claim = Claim(guarded)
    clean, infected = claim.send(photo()), claim.send(photo(2) + EICAR, paper="bank_book")
    until(lambda: guarded.row("SELECT count(*) FROM inspecting WHERE trouble IS NOT NULL") == (2,), 60, "both were tried in vain")
    phase = lambda id: guarded.row("SELECT phase FROM document WHERE id = ?", id)[0]
    assert (phase(clean), phase(infected)) == ("checking", "checking")
    antivirus = Antivirus(port)
    try:
        assert verdict(guarded, clean)[0] == "waiting"
        refused, fault = verdict(guarded, infected)
        assert refused == "refused" and "virus" in fault
    finally:
        antivirus.close()
