"""The relay for video: who may use it, how long, and where it does not lead."""
import re, subprocess, time

import pytest

from support.relay import CONFIG, Client, Relay, credential

INNER = ["0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.8.8.8", "169.254.169.254", "172.16.5.5", "172.31.255.254",
         "192.168.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255"]
INNER6 = ["::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:8.8.8.8", "64:ff9b::a00:1", "64:ff9b:1::a00:1", "2001::1",
          "2001:db8::1", "2002:a00:1::1", "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1", "ff02::1"]
OUTER = ["8.8.8.8", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.169.0.1"]
OUTER6 = ["2001:4860:4860::8888", "2404:8000::1", "2a00::1"]


@pytest.fixture(scope="module")
def relay(tmp_path_factory):
    """As bin/setup writes it, with two secrets, and with the officers' own network allowed."""
    with Relay(tmp_path_factory.mktemp("relay"), "--allow", "10.20.0.0/16", "--allow", "192.168.7.7", secret="baru,lama") as relay:
        yield relay


def own(relay: Relay, *options: str) -> subprocess.CompletedProcess:
    """What coturn's own client says."""
    username, word = credential("baru")
    return subprocess.run(["turnutils_uclient", "-u", username, "-w", word, "-p", str(relay.port), "-n", "1", "-m", "1", *options, "127.0.0.1"],
                          capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("secret", ["baru", "lama"])
def test_a_credential_of_either_secret_gets_a_relay(relay, secret):
    with Client(relay, *credential(secret)) as client:
        assert client.allocate() == 0


@pytest.mark.parametrize("secret, lasts", [("salah", 600), ("baru", -5), ("lama", -5)], ids=["wrong", "expired", "older expired"])
def test_a_wrong_or_expired_credential_gets_none(relay, secret, lasts):
    with Client(relay, *credential(secret, lasts)) as client:
        assert client.allocate() == 401


def test_who_keeps_the_password_and_moves_the_time_gets_none(relay):
    _, word = credential("baru")
    with Client(relay, f"{int(time.time()) + 9999}:i1", word) as client:
        assert client.allocate() == 401


def test_it_does_not_lead_to_this_machine_nor_into_any_inner_network(relay):
    for kind in relay.kinds:
        inner, outer = (INNER, OUTER) if kind == 4 else (INNER6, OUTER6)
        with Client(relay, *credential("baru")) as client:
            assert client.allocate(kind) == 0
            assert {peer: client.permit(peer) for peer in inner} == {peer: 403 for peer in inner}
            assert {peer: client.permit(peer) for peer in outer} == {peer: 0 for peer in outer}


def test_it_leads_into_the_networks_that_were_allowed_and_no_further(relay):
    with Client(relay, *credential("baru")) as client:
        assert client.allocate() == 0
        answers = {peer: client.permit(peer) for peer in ["10.20.0.0", "10.20.255.255", "192.168.7.7", "10.19.255.255", "10.21.0.0", "192.168.7.8"]}
        assert answers == {"10.20.0.0": 0, "10.20.255.255": 0, "192.168.7.7": 0, "10.19.255.255": 403, "10.21.0.0": 403, "192.168.7.8": 403}


def test_the_relays_own_client_may_not_reach_this_machine(relay):
    said = own(relay, "-e", "127.0.0.1", "-r", "9")
    assert "403 (Forbidden IP)" in said.stdout + said.stderr


def test_one_party_cannot_take_every_relay(relay):
    username, word = credential("baru", user="s9")
    clients = [Client(relay, username, word) for _ in range(42)]
    answers = [client.allocate() for client in clients]
    for client in clients:
        client.line.close()
    assert answers == [0] * 40 + [486] * 2


@pytest.mark.parametrize("options", [["--allow", "10.0.0.0/33"], ["--allow", "dekat"], ["--allow"], ["--public-ip", "1.2.3.400"],
                                     ["--cert", "/etc/cert.pem"], ["--lain", "x"]], ids=" ".join)
def test_a_wrong_option_writes_nothing(options):
    said = subprocess.run([CONFIG, *options], env={"TURN_SECRET": "x", "PATH": "/usr/bin:/bin"}, capture_output=True, text=True)
    assert said.returncode == 1 and said.stdout == "" and said.stderr.startswith("turn-conf: ")


def test_the_configuration_has_no_blank_left_open(relay):
    text = (relay.folder / "turn.conf").read_text()
    assert not re.search(r"(?m)^@", text)
    assert "static-auth-secret=baru\nstatic-auth-secret=lama\n" in text
