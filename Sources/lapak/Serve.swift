import ArgumentParser
import Foundation
import Glibc
import LapakDevelopment
import LapakDomain
import LapakNation
import LapakServer
import LapakStore
import Logging

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve every face on one port.",
        discussion: """
            Without any setting it uses an embedded database and stand-ins for everything outside; messages appear at /dev/outbox.
            Settings come from the environment: LAPAK_DATABASE_URL, LAPAK_HOST, LAPAK_PORT, LAPAK_PUBLIC_URL, LAPAK_SECRET,
            LAPAK_SMTP_URL, LAPAK_WHATSAPP_*, LAPAK_SMS_*, LAPAK_REGISTRY_URL, LAPAK_REGISTRY_TOKEN, LAPAK_DEV, LAPAK_ASSETS; for
            documents LAPAK_FILES, LAPAK_S3_URL, LAPAK_S3_KEY, LAPAK_S3_SECRET, LAPAK_MASTER_KEYS, LAPAK_MASTER_KEYS_FILE,
            LAPAK_CLAMD, LAPAK_INSPECT; behind a proxy LAPAK_TRUSTED_PROXIES.

              lapak serve --demo
              LAPAK_DATABASE_URL=postgres://lapak@db/lapak LAPAK_PUBLIC_URL=https://lapakasik.example lapak serve
            """)

    @Option(help: "sqlite:PATH or postgres://…") var database: String?
    @Option(help: "The port to listen on.") var port: Int?
    @Option(help: "The address to listen on.") var host: String?
    @Flag(help: "Fill an empty database with the demonstration nation first.") var demo = false
    @Option(help: "Members of the demonstration nation.") var members = 20_000

    func run() async throws {
        // Whatever is written here is for its owner only.
        umask(0o077)
        var settings = Settings(environment: ProcessInfo.processInfo.environment)
        if let database { settings.database = database }
        if let port { settings.port = port }
        if let host { settings.host = host }
        if settings.database.hasPrefix("sqlite:"), !settings.database.hasSuffix(":memory:") {
            let folder = URL(filePath: String(settings.database.dropFirst("sqlite:".count))).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        LoggingSystem.bootstrap { label in
            var handler = LineLog(StreamLogHandler.standardError(label: label))
            handler.logLevel = ProcessInfo.processInfo.environment["LOG_LEVEL"].flatMap(Logger.Level.init(rawValue:)) ?? .notice
            return handler
        }
        if demo { try await Demonstration.fill(settings.database, members: members) }
        let clock = Clock()
        // Who sets up mail and leaves development runs without the stand-ins, their pages, and the made-up nation.
        let standIns = settings.development || settings.smtp == nil ? StandIns.development(outbox: DevOutbox(clock: clock)) : nil
        let server = try await LapakServer.open(settings, clock: clock, standIns: standIns, log: Logger(label: "lapak"))
        let (shown, isDemo) = (settings, demo)
        try await server.run { announce(shown, demo: isDemo) }
    }
}

/// Says where everything is, once it is.
private func announce(_ settings: Settings, demo: Bool) {
    let address = settings.address
    print("Lapak Asik listening on http://\(settings.host):\(settings.port)")
    print("  Peserta / members       \(address)/")
    print("  Status pengajuan        \(address)/klaim")
    print("  Meja kantor / desk      \(address)/kantor")
    print("  Halaman / yard tablet   \(address)/kantor/halaman")
    print("  Bilik / booth           \(address)/bilik (kode di \(address)/kantor/bilik)")
    print("  Layar / hall display    \(address)/kantor/layar")
    print("  API                     \(address)/openapi.json")
    print("  Metrics                 \(address)/metrics")
    if settings.development, settings.smtp == nil || settings.whatsappURL == nil || settings.smsURL == nil {
        print("  Pesan keluar / outbox   \(address)/dev/outbox")
    }
    if demo {
        print("Demo sign-ins: manajer.jakarta-salemba, petugas1.jakarta-salemba or nasional1, password \(Demonstration.password)")
        print("Demo members (NIK, KPJ, name, birth date, mother):")
        let cast = Cast(on: Zone.wib.day(of: Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))))
        for person in [cast.siti, cast.budi, cast.joko, cast.rina] {
            let member = person.member
            let kpj = member.memberships.first?.kpj.digits ?? ""
            print("  \(member.nik.digits)  \(kpj)  \(member.name)  \(member.birth.iso)  \(member.mother)  (\(person.story.en))")
        }
    }
    fflush(nil)
}
