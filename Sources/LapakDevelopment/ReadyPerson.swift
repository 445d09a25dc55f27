import Crypto
import Foundation
import LapakDomain
import LapakGround
import LapakInspection
import LapakServer
import LapakStore
import LapakVault

/// One made-up person with a claim and a key to it.
struct ReadyPerson: Sendable {
    let member: Member
    let claim: Claim
    let booking: ID<Booking>
    let key: Key<Registration>
    let documents: [(id: ID<Document>, paper: Paper)]
    let branch: Branch

    init(_ member: Member, number: Int, _ branch: Branch, _ app: App, at now: Instant) {
        let facts = Dossier.Facts(
            reason: .resignation, balance: member.balance, partialBefore: !member.partials.isEmpty, under: app.policy)
        self.member = member
        self.branch = branch
        booking = app.ids.next(at: now)
        key = Key(id: app.ids.next(at: now), secret: app.secrets.bytes(16).hex)
        claim = Claim(
            id: app.ids.next(at: now), number: app.ids.fresh.number(), member: member.id, reason: .resignation, rules: app.policy.rules,
            phase: .ready,
            name: member.name, nik: member.nik, email: EmailAddress("siap\(number)@example.com")!,
            phone: PhoneNumber("08009\(1_000_000 + number)")!, language: .id,
            filed: now, facts: facts, mail: Contacts.Standing(proven: now), mobile: Contacts.Standing(proven: now))
        documents = Dossier(facts, documents: []).required.map { (app.ids.next(at: now), $0.item.papers[0]) }
    }

    /// The database: the person, the claim with its appointment, and the browser that filed it.
    func save(in slot: ID<Slot>, _ start: Instant, _ work: Work, at now: Instant) {
        work.upsert(member)
        work.insert(
            Claim(
                id: claim.id, number: claim.number, member: member.id, reason: claim.reason, rules: claim.rules, phase: .ready,
                name: claim.name,
                nik: claim.nik, email: claim.email, phone: claim.phone, language: .id, booking: booking, slot: slot, filed: now,
                papersDue: now, facts: claim.facts, mail: claim.contacts[.mail], mobile: claim.contacts[.phone]))
        work.insert(
            Booking(
                id: booking, slot: slot, branch: branch.id, start: start, phase: .confirmed, proven: true, claim: claim.id, since: now,
                due: nil))
        work.insert(
            Registration(
                id: key.id, secret: key.pass.hash, language: .id, slot: slot, booking: booking, nik: member.nik,
                kpj: member.memberships.last?.kpj, name: member.name, email: claim.email, phone: claim.phone, proven: now,
                reason: claim.reason,
                member: member.id, facts: claim.facts, claim: claim.id, due: now + .days(2)))
    }

    /// The sealed files first, then the document that an officer accepted.
    func keep(
        _ document: (id: ID<Document>, paper: Paper), _ file: CleanFile, _ phase: Document.Phase, _ app: App, at now: Instant
    ) async throws {
        try await app.papers.keep(file.bytes, as: .cleaned, of: document.id, claim.id)
        if let preview = file.previews.first { try await app.papers.keep(preview, as: .preview(1), of: document.id, claim.id) }
        let kept = Document(
            id: document.id, claim: claim.id, paper: document.paper, version: 1, kind: file.kind == .png ? .png : .jpeg,
            bytes: file.bytes.count, sha256: SHA256.hash(data: file.bytes).hex, pages: 1, received: now, phase: phase)
        try await app.store.write(in: app.context(at: now)) { $0.insert(kept) }
    }

    var json: JSON {
        [
            "number": .string(claim.number.description), "claim": .string("\(claim.id.rawValue)"), "name": .string(claim.name),
            "nik": .string(claim.nik.digits), "cookie": .string("\(Call.registrationCookie)=\(key.word)"),
        ]
    }
}
