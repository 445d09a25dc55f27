"""A bad network: forwards connections to a server and cuts each after a seeded random number of bytes."""
import random, socket, struct, threading


class CuttingProxy:
    """Cuts the way from client to server after 1 to `most` bytes, now politely, now with a reset, until `cuts` were made."""

    def __init__(self, port: int, seed: int, cuts: int, most: int):
        self.target, self.random, self.left, self.most = port, random.Random(seed), cuts, most
        self.lock, self.made = threading.Lock(), 0
        self.door = socket.create_server(("127.0.0.1", 0), backlog=512)
        self.port = self.door.getsockname()[1]
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self) -> None:
        while True:
            try:
                client, _ = self.door.accept()
                server = socket.create_connection(("127.0.0.1", self.target))
            except OSError:
                return
            with self.lock:
                budget = self.random.randint(1, self.most) if self.left > 0 else None
                self.left -= budget is not None
                is_rude = self.random.random() < 0.5
            threading.Thread(target=self.up, args=(client, server, budget, is_rude), daemon=True).start()
            threading.Thread(target=self.down, args=(server, client), daemon=True).start()

    def up(self, client: socket.socket, server: socket.socket, budget: int | None, is_rude: bool) -> None:
        try:
            while budget is None or budget > 0:
                piece = client.recv(min(65_536, budget or 65_536))
                if not piece:
                    with self.lock:
                        self.left += budget is not None
                    return server.shutdown(socket.SHUT_WR)
                server.sendall(piece)
                if budget is not None:
                    budget -= len(piece)
            with self.lock:
                self.made += 1
            for one in (client, server):
                if is_rude:
                    one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                else:
                    one.shutdown(socket.SHUT_RDWR)
                one.close()
        except OSError:
            pass

    def down(self, server: socket.socket, client: socket.socket) -> None:
        try:
            while piece := server.recv(65_536):
                client.sendall(piece)
            client.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def close(self) -> None:
        self.door.close()
