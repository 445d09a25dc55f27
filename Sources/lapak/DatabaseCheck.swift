import Foundation
import LapakDomain
import LapakStore

/// The doctor's questions to the database.
struct DatabaseCheck {
    let store: Store
    /// A follower that is further behind than this has stopped.
    private static let mostBehind = Span.minutes(5)

    func run(_ report: inout Report) async throws {
        let begun = ContinuousClock.now
        try await store.read { _ = try $0.query("SELECT 1", []) }
        report.ok(
            "database", "\(store.dialect.rawValue) answers in \(begun.duration(to: .now).formatted(.units(allowed: [.milliseconds])))")
        try await durability(&report)
        guard try await tables(&report) else { return }
        try await clock(&report)
        try await counts(&report)
        try await followers(&report)
    }

    private func durability(_ report: inout Report) async throws {
        switch store.dialect {
        case .sqlite:
            // Asked on the writer: readers have a setting of their own.
            let level = try await store.maintain { try $0.query("PRAGMA synchronous", [])[0].int(0) }
            if level == 2 {
                report.ok("durability", "synchronous=FULL")
            } else {
                report.wrong("durability", "synchronous is \(level), not FULL")
            }
        case .postgres:
            for setting in ["fsync", "synchronous_commit", "full_page_writes"] {
                let value = try await store.maintain { try $0.query("SHOW \(setting)", [])[0].text(0) }
                let isSafe = value == "on" || setting == "synchronous_commit" && ["remote_apply", "remote_write", "local"].contains(value)
                if isSafe { report.ok("durability", "\(setting)=\(value)") } else { report.wrong("durability", "\(setting)=\(value)") }
            }
        }
    }

    /// False when there are no tables to look at.
    private func tables(_ report: inout Report) async throws -> Bool {
        let newest = Schema.steps.count
        let done: Int
        do {
            guard let found = try await Schema.done(store) else {
                report.wrong("tables", "there are none; run `lapak migrate`")
                return false
            }
            done = found
        } catch let trouble as SchemaTrouble {
            report.wrong("tables", "\(trouble)")
            return false
        }
        if done == newest { report.ok("tables", "up to date, step \(done)") }
        if done < newest { report.wrong("tables", "at step \(done) of \(newest); run `lapak migrate`") }
        return done == newest
    }

    private func clock(_ report: inout Report) async throws {
        let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        let latest = Instant(milliseconds: try await store.read { try $0.query("SELECT coalesce(max(at), 0) FROM journal", [])[0].int(0) })
        if latest > now + .seconds(5) {
            report.wrong(
                "clock", "the journal's latest entry lies in the future (\(latest.utcISO)); was the clock set back, or moved in a test?")
        } else if now.seconds < 1_735_689_600 {
            report.wrong("clock", "it says \(now.utcISO)")
        } else if store.dialect == .postgres {
            let theirs = try await store.read {
                try $0.query("SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)", [])[0].int(0)
            }
            let apart = abs(theirs - now.milliseconds)
            if apart < 5000 {
                report.ok("clock", "\(now.utcISO), the database within \(apart) ms")
            } else {
                report.wrong("clock", "here and at the database it differs by \(apart) ms")
            }
        } else {
            report.ok("clock", now.utcISO)
        }
    }

    private func counts(_ report: inout Report) async throws {
        let drifts = try await store.read { try Reconciler.drifts($0) }
        for drift in drifts { report.wrong("counts", "\(drift)") }
        let head = try await store.read { try Journal.head($0) }
        if drifts.isEmpty {
            report.ok("counts", "every count agrees")
            report.ok("journal", "whole up to \(head.position)\(head.hash.isEmpty ? "" : ", hash \(head.hash.prefix(12))…")")
        }
        let (branches, unread) = try await store.read { connection in
            (
                try connection.query("SELECT count(*) FROM branch", [])[0].int(0),
                try connection.query("SELECT count(*) FROM message WHERE phase = 'dead'", [])[0].int(0)
            )
        }
        if branches == 0 {
            report.note("nation", "no branches; run `lapak seed` or load your own")
        } else {
            report.ok("nation", "\(branches) branches")
        }
        if unread > 0 {
            report.note("letters", "\(unread) could not be delivered; national operations see them at /kantor/pesan")
        } else {
            report.ok("letters", "none undeliverable")
        }
    }

    private func followers(_ report: inout Report) async throws {
        let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        let (places, head) = try await store.read { connection in
            (
                try connection.query("SELECT name, position FROM follower ORDER BY name", []).map { (try $0.text(0), try $0.int(1)) },
                try Journal.head(connection).position
            )
        }
        if places.isEmpty { report.note("followers", "none has begun; the service has not run on this database") }
        for (name, position) in places {
            let next = try await store.read { try Journal.lines(after: position, limit: 1, $0).first?.at }
            if let next, now - next > Self.mostBehind {
                report.wrong("follower \(name)", "\(head - position) behind, for \((now - next).text(.en)); is the service running?")
            } else {
                report.ok("follower \(name)", "\(head - position) behind")
            }
        }
    }
}
