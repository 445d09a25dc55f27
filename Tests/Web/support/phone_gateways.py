"""Meta's Cloud API and an SMS gateway in one, as far as the service talks to them."""
import hashlib, hmac, json, threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import requests

SECRET, VERIFY = "app-secret-of-the-tests", "verify-token-of-the-tests"


class Phones:
    """Takes everything, unless `refuse` names the path and the status and body to answer with."""

    def __init__(self):
        self.asked: list[dict] = []
        self.refuse: dict[str, tuple[int, dict]] = {}
        phones = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def do_POST(self):
                asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                phones.asked.append({"path": self.path, **asked})
                status, body = phones.refuse.get(self.path, (200, {"messages": [{"id": f"wamid.{len(phones.asked)}"}]}))
                self.send_response(status)
                self.end_headers()
                self.wfile.write(json.dumps(body).encode())

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def settings(self) -> dict[str, str]:
        return {
            "LAPAK_WHATSAPP_URL": self.url + "/v23.0", "LAPAK_WHATSAPP_TOKEN": "token", "LAPAK_WHATSAPP_NUMBER": "4711",
            "LAPAK_WHATSAPP_APP_SECRET": SECRET, "LAPAK_WHATSAPP_VERIFY_TOKEN": VERIFY,
            "LAPAK_SMS_URL": self.url + "/sms", "LAPAK_SMS_TOKEN": "token"}

    def whatsapp(self, template: str) -> list[dict]:
        return [one for one in self.asked if one.get("template", {}).get("name") == template]

    def sms(self, words: str) -> list[dict]:
        return [one for one in self.asked if one["path"] == "/sms" and words in one["text"]]

    def stop(self) -> None:
        self.server.shutdown()


def tell(server, status: str, about: str, code: int | None = None, secret: str = SECRET) -> int:
    """What Meta sends to the hook; answers the status."""
    errors = {"errors": [{"code": code, "title": "t"}]} if code else {}
    news = {"id": "wamid.x", "status": status, "timestamp": "1780000000", "recipient_id": "62812", "biz_opaque_callback_data": about, **errors}
    body = json.dumps({"object": "whatsapp_business_account", "entry": [
        {"id": "1", "changes": [{"field": "messages", "value": {"messaging_product": "whatsapp", "statuses": [news]}}]}]}).encode()
    signature = "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    headers = {"Content-Type": "application/json", "X-Hub-Signature-256": signature}
    return requests.post(server.url + "/hook/whatsapp", data=body, headers=headers, timeout=20).status_code
