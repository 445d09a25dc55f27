"""The relay for video: a real coturn on loopback, with the configuration that bin/turn-conf writes for everybody."""
import base64, hashlib, hmac, os, re, socket, struct, subprocess, time
from pathlib import Path

from support.server import ROOT, free_port, until

CONFIG = ROOT / "bin/turn-conf"
COOKIE = 0x2112A442


def password(username: str, secret: str) -> str:
    return base64.b64encode(hmac.new(secret.encode(), username.encode(), hashlib.sha1).digest()).decode()


def credential(secret: str, lasts: int = 600, user: str = "i1") -> tuple[str, str]:
    username = f"{int(time.time()) + lasts}:{user}"
    return username, password(username, secret)


def can_bind(address: str) -> bool:
    try:
        with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as one:
            return one.bind((address, 0)) is None
    except OSError:
        return False


class Relay:
    """Listens on loopback, at a free port. `same_machine` lets it relay to loopback, which the written configuration refuses."""

    def __init__(self, folder: Path, *options: str, secret: str = "rahasia-uji", same_machine: bool = False):
        self.folder, self.secret, self.port = folder, secret, free_port()
        low = 20_000 + self.port % 20_000
        options = [*options, *(["--allow", "127.0.0.1"] if same_machine else [])]
        text = subprocess.run([CONFIG, *options], env={"PATH": os.environ["PATH"], "TURN_SECRET": secret}, check=True,
                              capture_output=True, text=True).stdout
        # Where it listens is the test's; what it refuses is not.
        text = re.sub(r"(?m)^(listening-port|min-port|max-port|syslog|simple-log).*\n", "", text)
        text += f"listening-ip=127.0.0.1\nrelay-ip=127.0.0.1\nlistening-port={self.port}\nmin-port={low}\nmax-port={low + 200}\n"
        text += f"log-file=stdout\npidfile={folder}/turn.pid\nuserdb={folder}/turn.db\n"
        # A range that begins with :: would deny the whole of IPv4, so both kinds are tried where the machine has both.
        self.kinds = [4, 6] if can_bind("::1") else [4]
        text += "relay-ip=::1\n" * (6 in self.kinds)
        (folder / "turn.conf").write_text(text + ("allow-loopback-peers\n" if same_machine else ""))

    @property
    def settings(self) -> dict[str, str]:
        return {"LAPAK_TURN_URLS": f"turn:127.0.0.1:{self.port}?transport=udp", "LAPAK_TURN_SECRET": self.secret}

    def __enter__(self) -> "Relay":
        log = (self.folder / "turn.log").open("w")
        self.process = subprocess.Popen(["turnserver", "-c", self.folder / "turn.conf"], cwd=self.folder, stdout=log, stderr=log)
        until(self.is_there, within=60, what=f"the relay answers; its log is {self.folder}/turn.log")
        return self

    def __exit__(self, *_) -> None:
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def is_there(self) -> bool:
        assert self.process.poll() is None, (self.folder / "turn.log").read_text()[-2000:]
        with Client(self, "", "", patience=0.2) as client:
            try:
                return client.ask(0x001)[0] == 0x101
            except (TimeoutError, ConnectionError):
                return False


class Client:
    """As much of TURN (RFC 8656) as it takes to ask for an allocation and for a permission to reach a peer."""

    def __init__(self, relay: Relay, username: str, secret_word: str, patience: float = 5):
        self.username, self.word = username, secret_word
        self.line = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.line.settimeout(patience)
        self.line.connect(("127.0.0.1", relay.port))
        self.nonce = self.realm = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.line.close()

    def allocate(self, family: int = 4) -> int:
        """0, or the code of the refusal."""
        wish = [(0x0019, b"\x11\0\0\0")] + ([(0x0017, b"\x02\0\0\0")] if family == 6 else [])
        return self.proven(0x003, wish)

    def permit(self, peer: str) -> int:
        """0, or the code of the refusal."""
        return self.proven(0x008, [(0x0012, peer)])

    def proven(self, method: int, attributes: list[tuple[int, bytes | str]]) -> int:
        for _ in range(2):
            kind, answer = self.ask(method, attributes)
            if kind & 0x110 == 0x100:
                return 0
            code = answer[0x0009][2] * 100 + answer[0x0009][3]
            self.realm, self.nonce = answer.get(0x0014, self.realm), answer.get(0x0015, self.nonce)
            # The first 401 only tells the realm and the nonce; 438 is a nonce that grew old.
            if code not in (401, 438):
                return code
        return code

    def ask(self, method: int, attributes: list[tuple[int, bytes | str]] = ()) -> tuple[int, dict[int, bytes]]:
        number = os.urandom(12)
        # Addresses are written as text and masked with the request's own number.
        attributes = [(kind, self.masked(value, number) if isinstance(value, str) else value) for kind, value in attributes]
        if self.nonce:
            attributes += [(0x0006, self.username.encode()), (0x0014, self.realm), (0x0015, self.nonce)]
        body = b"".join(struct.pack("!HH", kind, len(value)) + value + b"\0" * (-len(value) % 4) for kind, value in attributes)
        if self.nonce:
            key = hashlib.md5(b":".join([self.username.encode(), self.realm, self.word.encode()])).digest()
            signed = struct.pack("!HHI", method, len(body) + 24, COOKIE) + number + body
            body += struct.pack("!HH", 0x0008, 20) + hmac.new(key, signed, hashlib.sha1).digest()
        self.line.send(struct.pack("!HHI", method, len(body), COOKIE) + number + body)
        answer = self.line.recv(2048)
        kind, size = struct.unpack("!HH", answer[:4])
        found, at = {}, 20
        while at < 20 + size:
            name, length = struct.unpack("!HH", answer[at:at + 4])
            found[name] = answer[at + 4:at + 4 + length]
            at += 4 + length + -length % 4
        return kind, found

    @staticmethod
    def masked(peer: str, number: bytes) -> bytes:
        mask = struct.pack("!I", COOKIE)
        kind = socket.AF_INET6 if ":" in peer else socket.AF_INET
        packed = bytes(a ^ b for a, b in zip(socket.inet_pton(kind, peer), mask + number))
        return struct.pack("!BBH", 0, 2 if ":" in peer else 1, 9 ^ COOKIE >> 16) + packed
