import LapakDomain
import LapakGround
import LapakStore

@testable import LapakDevelopment
@testable import LapakServer

/// Somebody else whose claim lies in the database for a moment, with every key that opens it: newer than all others.
struct Stranger: Sendable {
    let site: Site
    let claim: Claim
    /// The cookies of their keys.
    let keys: [(name: String, value: String)]

    static func come(to site: Site) async throws -> Stranger {
        let (app, secrets) = (site.app, site.app.secrets)
        let since = site.clock.now + Span(milliseconds: 1)
        let claim = Claim(
            id: app.ids.next(at: site.clock.now), number: app.ids.fresh.number(), member: ID(9_999_999_999_999_001), reason: .resignation,
            rules: app.policy.rules, phase: .booked, name: "Orang Lain", nik: NIK("3602041211870001")!, email: nil,
            phone: PhoneNumber("081299990000")!, language: .id, filed: since, papersDue: since + .days(5))
        let visit = Key<ReturnVisit>(id: app.ids.next(at: site.clock.now), secret: secrets.bytes(16).hex)
        let form = Key<Registration>(id: app.ids.next(at: site.clock.now), secret: secrets.bytes(16).hex)
        let link = Key<UploadLink>(id: UploadLink.identity(of: claim.id), secret: secrets.bytes(16).hex)
        try await app.store.write { work in
            work.insert(claim)
            work.insert(
                ReturnVisit(
                    id: visit.id, secret: visit.pass.hash, claim: claim.id, code: nil, proven: since, due: since + .hours(2)))
            work.insert(
                Registration(
                    id: form.id, secret: form.pass.hash, language: .id, nik: claim.nik, name: claim.name, proven: since, claim: claim.id,
                    due: since + .days(1)))
            work.insert(
                UploadLink(id: link.id, claim: claim.id, secret: "", sent: since, exchanged: since, session: link.pass.hash))
        }
        return Stranger(
            site: site, claim: claim,
            keys: [(Call.visitCookie, visit.word), (Call.registrationCookie, form.word), (Call.papersCookie, link.word)])
    }

    /// The jar of a shared phone: what another left in it, and after that some of this person's keys.
    func jars(after other: [String: String]) -> [(names: Set<String>, jar: [String: String])] {
        (1..<(1 << keys.count)).map { some in
            let mine = keys.indices.filter { some & (1 << $0) != 0 }.map { keys[$0] }
            return (Set(mine.map(\.name)), mine.reduce(into: other) { $0[$1.name] = $1.value })
        }
    }

    /// Everything that belongs to a claim, of everybody; keys are not in it, but for the stranger's own where `own` says so.
    func belongings(of own: Bool = false) async throws -> [String] {
        let claim = claim.id
        return try await site.app.store.read { connection in
            var all: [String] = []
            for table in ["claim", "booking", "ticket", "document", "upload", "interview", "walk_in", "message", "writing"] {
                let column = table == "claim" ? "id" : table == "writing" ? "interview" : "claim"
                let rows =
                    own
                    ? try connection.query("SELECT * FROM \(table) WHERE \(column) = $1 ORDER BY id", claim)
                    : try connection.query("SELECT * FROM \(table) ORDER BY id")
                all += rows.map { "\(table) \($0.values)" }
            }
            return all
        }
    }

    /// Nothing of this person is left.
    func go() async throws {
        let claim = claim.id
        _ = try await site.app.store.maintain { connection in
            for table in ["visit", "registration", "upload_link"] {
                try connection.execute("DELETE FROM \(table) WHERE claim = $1", claim)
            }
            try connection.execute("DELETE FROM claim WHERE id = $1", claim)
        }
    }
}
