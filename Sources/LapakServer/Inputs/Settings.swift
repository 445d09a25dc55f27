import Foundation
import Glibc
import LapakDomain
import LapakOutside

/// What whoever runs the service may set; everything has a default that works on one machine.
package struct Settings: Sendable {
    /// `LAPAK_DATABASE_URL`: `sqlite:path` or `postgres://…`.
    package var database = "sqlite:.run/lapak.db"
    /// `LAPAK_HOST`, `LAPAK_PORT`.
    package var host = "127.0.0.1"
    package var port = 8080
    /// `LAPAK_PUBLIC_URL`: what links in letters begin with.
    package var publicURL: String?
    /// `LAPAK_SMTP_URL`: `smtp://user:password@host:587?starttls=require&from=…`. Without it letters stay in /dev/outbox.
    package var smtp: String?
    /// `LAPAK_WHATSAPP_URL` (`https://graph.facebook.com/v23.0`), `_TOKEN`, `_NUMBER`, `_APP_SECRET`, `_VERIFY_TOKEN`: Meta's
    /// Cloud API; all or none. Without it, notices by WhatsApp stay in /dev/outbox in development and are not made in public.
    package var whatsappURL: String?
    package var whatsappToken: String?
    package var whatsappNumber: String?
    package var whatsappAppSecret: String?
    package var whatsappVerifyToken: String?
    /// `LAPAK_SMS_URL`, `LAPAK_SMS_TOKEN`: a gateway for what WhatsApp cannot deliver. Without it the same holds.
    package var smsURL: String?
    package var smsToken: String?
    /// `LAPAK_REGISTRY_URL`, `LAPAK_REGISTRY_TOKEN`: the agency's member registry. Without it the embedded table answers.
    package var registry: String?
    package var registryToken: String?
    /// `LAPAK_DEV`: 1 shows /dev pages and lets tests move the clock. On unless a public address is set.
    package var development = true
    /// `LAPAK_SECRET`: at least 32 characters; links and codes are derived from it. Required with a public address;
    /// otherwise made once and kept beside the database.
    package var secret: String?
    /// `LAPAK_ASSETS`: a folder whose CSS and JavaScript are read anew for every page.
    package var assets: String?

    /// `LAPAK_FILES`: the folder of the document vault. Beside the database unless set.
    package var files: String?
    /// `LAPAK_S3_URL`, `LAPAK_S3_KEY`, `LAPAK_S3_SECRET`: finished files go to a storage that speaks S3 instead.
    package var s3: (url: String, key: String, secret: String)?
    /// `LAPAK_MASTER_KEYS` (lines or commas) or `LAPAK_MASTER_KEYS_FILE`: what wraps the claims' keys. Required with a public
    /// address; otherwise made once, in the vault's folder.
    package var masterKeys: String?
    package var masterKeysFile: String?
    /// `LAPAK_CLAMD`: `tcp:host:port` or `unix:/path`; every file is scanned before it is taken.
    package var clamd: String?
    /// `LAPAK_TURN_URLS`: `turn:`, `turns:` and `stun:` addresses with commas between them, for video across networks. Without
    /// them browsers meet only where they reach each other directly.
    package var turnURLs: [String] = []
    /// `LAPAK_TURN_SECRET`: what is shared with the relay. The first of several signs; the relay knows them all while they change.
    package var turnSecrets: [String] = []
    /// `LAPAK_TRUSTED_PROXIES`: addresses and ranges with commas between them, `127.0.0.1,10.0.0.0/8`. What these write into
    /// `X-Forwarded-For` is where a request comes from; without them it is whoever connects.
    package var trustedProxies: [String] = []
    /// `LAPAK_INSPECT`: the program that reads arriving files. Beside this one unless set.
    package var inspector: String?

    package init() {}

    package init(environment: [String: String]) {
        self.init()
        if let value = environment["LAPAK_DATABASE_URL"] { database = value }
        if let value = environment["LAPAK_HOST"] { host = value }
        if let value = environment["LAPAK_PORT"].flatMap(Int.init) { port = value }
        publicURL = environment["LAPAK_PUBLIC_URL"]
        smtp = environment["LAPAK_SMTP_URL"]
        whatsappURL = environment["LAPAK_WHATSAPP_URL"]
        whatsappToken = environment["LAPAK_WHATSAPP_TOKEN"]
        whatsappNumber = environment["LAPAK_WHATSAPP_NUMBER"]
        whatsappAppSecret = environment["LAPAK_WHATSAPP_APP_SECRET"]
        whatsappVerifyToken = environment["LAPAK_WHATSAPP_VERIFY_TOKEN"]
        smsURL = environment["LAPAK_SMS_URL"]
        smsToken = environment["LAPAK_SMS_TOKEN"]
        registry = environment["LAPAK_REGISTRY_URL"]
        registryToken = environment["LAPAK_REGISTRY_TOKEN"]
        secret = environment["LAPAK_SECRET"]
        assets = environment["LAPAK_ASSETS"]
        files = environment["LAPAK_FILES"]
        if let url = environment["LAPAK_S3_URL"] {
            s3 = (url, environment["LAPAK_S3_KEY"] ?? "", environment["LAPAK_S3_SECRET"] ?? "")
        }
        masterKeys = environment["LAPAK_MASTER_KEYS"]
        masterKeysFile = environment["LAPAK_MASTER_KEYS_FILE"]
        clamd = environment["LAPAK_CLAMD"]
        turnURLs = Self.list(environment["LAPAK_TURN_URLS"])
        turnSecrets = Self.list(environment["LAPAK_TURN_SECRET"])
        trustedProxies = Self.list(environment["LAPAK_TRUSTED_PROXIES"])
        inspector = environment["LAPAK_INSPECT"]
        development = environment["LAPAK_DEV"].map { $0 == "1" } ?? (publicURL == nil)
    }

    /// What stands between commas.
    private static func list(_ text: String?) -> [String] {
        (text ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// The proxies that are believed. Refuses what is no address.
    package func proxies() throws(SettingTrouble) -> [IPRange] {
        var ranges: [IPRange] = []
        for text in trustedProxies {
            guard let range = IPRange(text) else { throw SettingTrouble("LAPAK_TRUSTED_PROXIES: \(text) is no address and no range") }
            ranges.append(range)
        }
        return ranges
    }

    /// Whether people reach us by https, so that cookies and browsers can be held to it.
    package var servesTLS: Bool { publicURL?.hasPrefix("https:") ?? false }
    package var address: String { publicURL ?? "http://\(host == "0.0.0.0" ? "localhost" : host):\(port)" }

    /// The 32 bytes that everything secret is derived from. Refuses to run in public without a set one.
    package func secretBytes() throws -> [UInt8] {
        if let secret {
            guard secret.utf8.count >= 32 else { throw SettingTrouble("LAPAK_SECRET needs at least 32 characters") }
            return Array(secret.utf8)
        }
        guard publicURL == nil else { throw SettingTrouble("LAPAK_PUBLIC_URL is set, so LAPAK_SECRET must be too") }
        guard database.hasPrefix("sqlite:"), !database.hasSuffix(":memory:") else {
            return Array("development-only-secret-of-lapak-asik".utf8)
        }
        let file = URL(filePath: String(database.dropFirst("sqlite:".count)) + ".secret")
        if let kept = try? Data(contentsOf: file), kept.count >= 32 { return Array(kept) }
        return try Self.keep((0..<32).map { _ in UInt8.random(in: .min ... .max) }, at: file)
    }

    /// Writes a secret down where nobody but the owner ever could read it, whole or not at all. Of two processes that start at once both
    /// get the secret of the first.
    private static func keep(_ made: [UInt8], at file: URL) throws -> [UInt8] {
        let draft = file.appendingPathExtension(String(UInt64.random(in: .min ... .max), radix: 36))
        let descriptor = Glibc.open(draft.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SettingTrouble("the secret beside the database cannot be written: \(draft.path)") }
        let isWritten = Glibc.write(descriptor, made, made.count) == made.count && fsync(descriptor) == 0
        Glibc.close(descriptor)
        defer { unlink(draft.path) }
        guard isWritten else { throw SettingTrouble("the secret beside the database cannot be written: \(draft.path)") }
        if link(draft.path, file.path) == 0 { return made }
        if let kept = try? Data(contentsOf: file), kept.count >= 32 { return Array(kept) }
        // What lies there is no secret.
        guard rename(draft.path, file.path) == 0 else { throw SettingTrouble("the secret cannot be kept: \(file.path)") }
        return made
    }
}
