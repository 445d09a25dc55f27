import ArgumentParser
import Foundation
import LapakDomain
import LapakOutside
import LapakServer
import LapakStore

/// `lapak doctor`: looks at everything that can be wrong, and changes nothing.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look whether everything is as it must be; change nothing.",
        discussion: """
            One line for each question: `ok`, `note` for what is worth a look, `WRONG` for what must be mended. Exit code 1 when \
            something is wrong. It looks at the database and the settings in the environment (LAPAK_SMTP_URL, LAPAK_WHATSAPP_*, \
            LAPAK_SMS_*, LAPAK_REGISTRY_URL, LAPAK_PUBLIC_URL, LAPAK_SECRET, LAPAK_FILES, LAPAK_S3_URL, LAPAK_MASTER_KEYS, \
            LAPAK_CLAMD, LAPAK_INSPECT); it sends nothing to people, and of the storage it tries one small file of its own. On \
            large database the recount takes a while.

              lapak doctor
              lapak doctor --database postgres://lapak@db/lapak
            """)

    @OptionGroup var database: DatabaseOption

    func run() async throws {
        var report = Report()
        checkSettings(&report)
        if let path = database.path, path != ":memory:", !FileManager.default.fileExists(atPath: path) {
            report.wrong("database", "there is no file \(path); run `lapak migrate` or `lapak serve`")
        } else {
            await checkBooks(&report)
        }
        print(report.troubles == 0 ? "Everything is as it must be." : "\(report.troubles) wrong.")
        if report.troubles > 0 { throw ExitCode(1) }
    }

    private func checkBooks(_ report: inout Report) async {
        do {
            let store = try Store.open(database.address)
            try await DatabaseCheck(store: store).run(&report)
            try await checkPapers(store, &report)
            await store.close()
        } catch { report.wrong("database", "\(error)") }
    }

    private func checkPapers(_ store: Store, _ report: inout Report) async throws {
        var settings = Settings(environment: ProcessInfo.processInfo.environment)
        settings.database = database.address
        let checkup = PapersCheckup(settings: settings, store: store, secrets: Secrets(secret: try settings.secretBytes()))
        for finding in await checkup.findings() {
            if finding.isTrouble { report.wrong(finding.what, finding.detail) } else { report.ok(finding.what, finding.detail) }
        }
    }

    private func checkSettings(_ report: inout Report) {
        let environment = ProcessInfo.processInfo.environment
        let settings = Settings(environment: environment)
        if let text = environment["LAPAK_PORT"], Int(text).map({ !(1...65_535).contains($0) }) ?? true {
            report.wrong("port", "LAPAK_PORT is a number from 1 to 65535")
        }
        if let url = settings.smtp {
            do { report.ok("mail", "\(try SMTPSettings(url: url))") } catch { report.wrong("mail", "LAPAK_SMTP_URL: \(error)") }
        } else {
            report.say(settings.publicURL == nil ? "ok" : "note", "mail", "no LAPAK_SMTP_URL: letters stay in the development outbox")
        }
        checkPhones(settings, &report)
        if let base = settings.registry {
            do {
                _ = try HTTPMemberRegistry(base: base, token: settings.registryToken ?? "", threads: CurlThreads())
                report.ok("registry", "the address can be used")
            } catch { report.wrong("registry", "LAPAK_REGISTRY_URL: \(error)") }
        } else {
            report.say(settings.publicURL == nil ? "ok" : "note", "registry", "no LAPAK_REGISTRY_URL: the embedded member table answers")
        }
        do {
            let proxies = try settings.proxies()
            report.say(
                settings.publicURL != nil && proxies.isEmpty ? "note" : "ok", "proxies",
                proxies.isEmpty
                    ? "no LAPAK_TRUSTED_PROXIES: whoever connects is where a request comes from; behind a proxy all people are one"
                    : "X-Forwarded-For is believed from \(proxies.count)")
        } catch { report.wrong("proxies", "\(error)") }
        if let url = settings.publicURL {
            if !url.hasPrefix("https://") { report.wrong("public address", "LAPAK_PUBLIC_URL begins with https://") }
            if settings.development { report.wrong("development", "LAPAK_DEV=1 at a public address: the clock and all letters are open") }
            if (settings.secret?.utf8.count ?? 0) < 32 { report.wrong("secret", "LAPAK_SECRET needs at least 32 characters") }
        }
        if let secret = settings.secret, secret.utf8.count < 32, settings.publicURL == nil {
            report.wrong("secret", "LAPAK_SECRET needs at least 32 characters")
        }
    }
}

extension Doctor {
    private func checkPhones(_ settings: Settings, _ report: inout Report) {
        let verdict = settings.publicURL == nil ? "ok" : "note"
        do {
            if try WhatsAppSettings(settings) != nil {
                report.ok("whatsapp", "the account can be used; its hook is /hook/whatsapp")
            } else {
                report.say(verdict, "whatsapp", "no LAPAK_WHATSAPP_URL: nothing goes by WhatsApp")
            }
        } catch { report.wrong("whatsapp", "\(error)") }
        do {
            if try SMSGateway(settings, threads: CurlThreads(count: 0)) != nil {
                report.ok("sms", "the gateway can be used")
            } else {
                report.say(verdict, "sms", "no LAPAK_SMS_URL: nothing goes by SMS")
            }
        } catch { report.wrong("sms", "\(error)") }
    }
}

/// What the doctor has to say, a line at once.
struct Report {
    private(set) var troubles = 0

    func ok(_ what: String, _ detail: String) { say("ok", what, detail) }
    func note(_ what: String, _ detail: String) { say("note", what, detail) }
    mutating func wrong(_ what: String, _ detail: String) {
        troubles += 1
        say("WRONG", what, detail)
    }
    func say(_ verdict: String, _ what: String, _ detail: String) {
        print("\(verdict)\(String(repeating: " ", count: max(1, 7 - verdict.count)))\(what): \(detail)")
    }
}
