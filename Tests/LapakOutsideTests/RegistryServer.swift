/// A member registry that answers by the last digit of the NIK.
enum RegistryServer {
    /// Arguments: the JSON of a member, or that and certificate and key for HTTPS.
    static let script = """
        import http.server, json, ssl, sys, threading, time

        class Registry(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            def log_message(self, *a): pass
            def answer(self, status, body):
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.send_header("X-Twice", "one")
                self.send_header("X-Twice", "two")
                self.end_headers()
                self.wfile.write(body)
            def do_GET(self):
                if self.path == "/away":
                    self.send_response(302)
                    self.send_header("Location", "/")
                    self.send_header("Content-Length", "0")
                    self.end_headers()
                else: self.answer(200, ("%s %d" % (self.headers["X-Asked"], self.client_address[1])).encode())
            def do_POST(self):
                asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                if self.path != "/v1/members/lookup" or self.headers["Content-Type"] != "application/json": return self.answer(400, b"")
                if self.headers["Authorization"] != "Bearer secret": return self.answer(401, b"")
                member = json.loads(sys.argv[1])
                kind = asked["nik"][-1]
                if kind == "2": return self.answer(404, b"{}")
                if kind == "3": return self.answer(500, b"boom")
                if kind == "4": time.sleep(20)
                if kind == "5": member["name"] = "x" * 3000000
                if kind == "6": return self.answer(200, b"<html>")
                if kind == "8": member["memberships"][0]["start"] = "2015-02-31"
                if kind == "9": del member["mother"]
                if kind != "7": member["nik"] = asked["nik"]
                self.answer(200, json.dumps(member).encode())

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Registry)
        if len(sys.argv) > 3:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(sys.argv[2], sys.argv[3])
            server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(server.server_port, flush=True)
        sys.stdin.read()
        """

    /// The example of the documentation.
    static let member = """
        {
          "id": 4711, "nik": "3174014508900001", "name": "Rina Wati", "birth": "1990-08-05", "mother": "Sulastri",
          "memberships": [{
            "kpj": "15012345678", "npp": "JJ012345", "employer": "PT Maju Jaya",
            "start": "2015-01-05", "end": "2020-04-30", "status": "ended", "balance": 14250000
          }],
          "partials": [{"reason": "partial_10", "paid": "2018-03-01"}]
        }
        """
}
