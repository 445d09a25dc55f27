/// Meta's Cloud API and an SMS gateway in one, which answer by the end of the number and tell every question they hear.
enum PhoneServer {
    static let script = """
        import http.server, json, sys, threading, time

        faults = {"26": (400, 131026), "29": (429, 130429), "48": (400, 131048), "56": (400, 131056), "90": (401, 190), "42": (402, 131042),
                  "01": (404, 132001), "31": (500, 131000), "16": (503, 131016), "99": (400, 999999)}

        class Phones(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            def log_message(self, *a): pass
            def answer(self, status, body):
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            def do_POST(self):
                asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                asked["path"] = self.path
                asked["bearer"] = self.headers["Authorization"]
                print(json.dumps(asked, sort_keys=True), flush=True)
                end = asked["to"][-2:]
                if end == "66": return self.close()
                if end == "67": time.sleep(20)
                if end == "50": return self.answer(502, b"<html>")
                if end == "51": return self.answer(503, b"")
                if end == "44": return self.answer(400, b"{}")
                if end == "20": return self.answer(200, b"not JSON")
                if self.path == "/sms": return self.answer({"26": 400, "29": 429, "31": 500, "90": 401}.get(end, 202), b"")
                if end in faults:
                    status, code = faults[end]
                    fault = {"message": "m", "code": code, "error_data": {"details": "d"}}
                    return self.answer(status, json.dumps({"error": fault}).encode())
                self.answer(200, json.dumps({"messaging_product": "whatsapp", "messages": [{"id": "wamid." + end}]}).encode())
            def close(self):
                self.close_connection = True
                self.connection.close()

        class Server(http.server.ThreadingHTTPServer):
            def handle_error(self, *a): pass

        server = Server(("127.0.0.1", 0), Phones)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(server.server_port, flush=True)
        sys.stdin.read()
        """
}
