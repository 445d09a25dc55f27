import LapakDomain
import LapakStore
import LapakVault
import LapakWeb

/// What member and officer wrote to each other, readable for those two.
struct InterviewWritings {
    struct Line: Sendable {
        let id: ID<Writing>
        let interview: ID<Interview>
        let isMembers: Bool
        let at: Instant
        /// Nil once the claim's key was destroyed.
        let words: String?
    }

    /// Seals what was typed. Refuses with `invalid` nothing and too much.
    static func seal(
        _ typed: String, by staff: ID<Staff>?, in interview: ID<Interview>, of claim: ID<Claim>, _ call: Call
    ) async throws -> Writing {
        let words = try Writing.words(typed)
        let (id, key): (ID<Writing>, ClaimKey) = (call.app.ids.next(at: call.now), try await call.app.papers.key(of: claim))
        return Writing(
            id: id, interview: interview, claim: claim, staff: staff, at: call.now, box: try key.sealed(words, number: id.rawValue))
    }

    /// Opens them with the keys that the same look finds.
    static func open(_ writings: [Writing], _ vault: PaperVault, _ connection: any SQLConnection) throws -> [Line] {
        var keys: [ID<Claim>: ClaimKey] = [:]
        for claim in Set(writings.map(\.claim)) {
            let kept = try connection.find(KeptKey.self, claim).flatMap { WrappedKey($0.wrapped) }
            keys[claim] = try kept?.opened(for: claim, with: vault.masters)
        }
        return writings.map { writing in
            Line(
                id: writing.id, interview: writing.interview, isMembers: writing.staff == nil, at: writing.at,
                words: try? keys[writing.claim]?.opened(writing.box, number: writing.id.rawValue))
        }
    }
}

extension Call {
    /// The lines of a conversation, for both sides: who, when, and the words as they were typed.
    func lines(_ writings: [InterviewWritings.Line], in zone: Zone, member: Words, officer: Words) -> HTML? {
        guard !writings.isEmpty else { return nil }
        let rows = writings.html { line -> HTML in
            let who = say(line.isMembers ? member : officer)
            let time = zone.time(of: line.at).text(language)
            let words = line.words ?? say("(tidak dapat dibaca lagi)", "(cannot be read any more)")
            return """
                <li data-dari="\(line.isMembers ? "peserta" : "petugas")"><b>\(who)</b> <span class="hint">\(time)</span> \
                <span class="kata">\(words)</span></li>
                """
        }
        return "<ol class=\"tulisan\">\(rows)</ol>"
    }
}
