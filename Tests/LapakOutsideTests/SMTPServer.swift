/// A real mail server (aiosmtpd) that takes or refuses by recipient and tells what it understood of a letter.
enum SMTPServer {
    /// Arguments: none, or certificate and key for STARTTLS.
    static let script = """
        import asyncio, email, email.policy, json, ssl, sys
        from aiosmtpd.smtp import SMTP, AuthResult

        class House:
            async def handle_RCPT(self, server, session, envelope, address, options):
                refusals = {"full": "452 4.2.2 mailbox full", "gone": "550 5.1.1 nobody here"}
                refusal = refusals.get(address.split("@")[0])
                if refusal: return refusal
                envelope.rcpt_tos.append(address)
                return "250 2.1.5 ok"

            async def handle_DATA(self, server, session, envelope):
                refusals = {"later": "451 4.3.0 later", "spam": "554 5.7.1 no"}
                refusal = refusals.get(envelope.rcpt_tos[0].split("@")[0])
                if refusal: return refusal
                letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
                read = lambda part: part.get_content().replace("\\r\\n", "\\n")
                files = [read(p) for p in letter.iter_attachments()]
                print(json.dumps({
                    "sender": envelope.mail_from, "recipients": envelope.rcpt_tos, "subject": letter["subject"],
                    "to": letter["to"].addresses[0].display_name, "id": letter["message-id"],
                    "text": read(letter.get_body(("plain",))), "html": read(letter.get_body(("html",))),
                    "files": files, "tls": session.ssl is not None, "peer": session.peer[1],
                    "greeting": session.host_name, "defects": len(letter.defects),
                    "account": session.auth_data.login.decode() if session.auth_data else None}), flush=True)
                return "250 2.0.0 taken"

        def check(server, session, envelope, mechanism, data):
            return AuthResult(success=data.password == b"p:w", handled=False, auth_data=data)

        async def main():
            context = None
            if len(sys.argv) > 2:
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.load_cert_chain(sys.argv[1], sys.argv[2])
            make = lambda: SMTP(House(), tls_context=context, require_starttls=context is not None, authenticator=check)
            server = await asyncio.get_running_loop().create_server(make, "127.0.0.1", 0)
            print(server.sockets[0].getsockname()[1], flush=True)
            await asyncio.to_thread(sys.stdin.read)

        asyncio.run(main())
        """

    /// What the server understood.
    struct Letter: Decodable, Hashable {
        let sender: String
        let recipients: [String]
        let subject: String
        let to: String
        let id: String
        let text: String
        let html: String
        let files: [String]
        let tls: Bool
        let peer: Int
        let greeting: String
        let defects: Int
        let account: String?
    }
}
