import CCurl
package import LapakDomain

/// Hands letters to a mail server by SMTP (RFC 5321), through libcurl.
package struct SMTPMail: MailCarrier {
    package let settings: SMTPSettings
    private let threads: CurlThreads
    private let now: @Sendable () -> Instant

    /// `now` dates the letters.
    package init(_ settings: SMTPSettings, threads: CurlThreads, now: @escaping @Sendable () -> Instant) {
        self.settings = settings
        self.threads = threads
        self.now = now
    }

    /// Returns when the server has said 250 to the whole letter.
    ///
    /// A lost answer looks like one that never came: the letter may then arrive twice, with the same Message-ID.
    package func send(_ mail: Mail) async throws(MailTrouble) {
        let message = Array(try mail.message(at: now()).utf8)
        do {
            _ = try await threads.run(transfer(message, to: mail.to))
        } catch {
            throw SMTPMail.trouble(error)
        }
    }

    private func transfer(_ message: [UInt8], to recipient: Mailbox) -> CurlTransfer {
        let host = settings.host.contains(":") && !settings.host.hasPrefix("[") ? "[\(settings.host)]" : settings.host
        // What follows the port is the name we give in EHLO.
        let url = "\(settings.isTLSFromStart ? "smtps" : "smtp")://\(host):\(settings.port)/\(settings.from.address.domain)"
        var transfer = CurlTransfer(
            options: [
                (CURLOPT_URL, .text(url)),
                (CURLOPT_PROTOCOLS_STR, .text("smtp,smtps")),
                (CURLOPT_PROXY, .text("")),
                (CURLOPT_USE_SSL, .number(tlsLevel)),
                (CURLOPT_MAIL_FROM, .text("<\(settings.from.address.value)>")),
                (CURLOPT_MAIL_RCPT, .list(["<\(recipient.address.value)>"])),
                (CURLOPT_UPLOAD, .number(1)),
            ],
            sending: message, receivingLimit: 65_536, timeLimit: settings.timeLimit)
        if let account = settings.account {
            transfer.options += [(CURLOPT_USERNAME, .text(account.user)), (CURLOPT_PASSWORD, .text(account.password))]
        }
        if let authorities = settings.authorities { transfer.options.append((CURLOPT_CAINFO, .text(authorities))) }
        return transfer
    }

    private var tlsLevel: Int {
        let level =
            switch settings.startTLS {
            case .never: CURLUSESSL_NONE
            case .try: CURLUSESSL_TRY
            case .require: CURLUSESSL_ALL
            }
        return Int(level.rawValue)
    }

    /// A reply 5xx is final only where it speaks of the letter: to MAIL, RCPT, DATA or the letter itself, and not of our
    /// account (530, 534, 535, 538: RFC 4954), which someone will repair.
    private static func trouble(_ trouble: CurlTrouble) -> MailTrouble {
        guard case .failed(let code, let status, _) = trouble, (500..<600).contains(status), ![530, 534, 535, 538].contains(status),
            [CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_WEIRD_SERVER_REPLY].contains(code)
        else { return .temporary(trouble.description) }
        return .permanent(trouble.description)
    }
}
