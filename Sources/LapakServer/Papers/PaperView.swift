import LapakDomain
import LapakStore

/// A claim's papers with everything that a page about them shows.
struct PaperView: Sendable {
    /// What the papers are to the claim now.
    enum Standing: Equatable {
        /// May be sent until this moment.
        case open(until: Instant)
        /// The deadline has passed, all was sent in time, our own checks are not done.
        case checking
        /// The deadline has passed and something is missing; the clock decides within a moment.
        case late
        case ready
        /// In line without a place: no deadline, papers may be prepared.
        case inLine
        /// In line again, because papers were missing at the deadline.
        case lostPlace
        case cancelled
        /// The interview is over: nothing more can be sent.
        case decided
    }

    let claim: Claim
    let slot: Slot?
    let dossier: Dossier
    /// Files on their way.
    let uploads: [Upload]
    let standing: Standing
    /// The claim's papers may be sent, replaced and withdrawn now.
    let isOpen: Bool
    /// Our own outages have moved the deadline.
    let isExtended: Bool
    let zone: Zone

    static func load(_ id: ID<Claim>, _ call: Call) async throws -> PaperView {
        let (nation, now) = (call.nation, call.now)
        return try await call.app.store.read { connection in
            guard let claim = try connection.find(Claim.self, id) else { throw Refusal.notFound }
            // A link is only ever made for a claim that has its place.
            let hadPlace = try connection.find(UploadLink.self, UploadLink.identity(of: id)) != nil
            return PaperView(
                claim, slot: try claim.slot.flatMap { try connection.find(Slot.self, $0) }, dossier: try connection.dossier(of: claim),
                uploads: try connection.uploads(of: id, at: now), hadPlace: hadPlace, in: nation, at: now)
        }
    }

    init(_ claim: Claim, slot: Slot?, dossier: Dossier, uploads: [Upload], hadPlace: Bool, in nation: Nation, at now: Instant) {
        let zone = slot.flatMap { nation[$0.branch]?.zone } ?? .wib
        self.claim = claim
        self.slot = slot
        self.dossier = dossier
        self.uploads = uploads
        self.zone = zone
        do throws(Refusal) {
            try claim.papersOpen(at: now)
            isOpen = true
        } catch { isOpen = false }
        let deadline = slot.map { Deadline(start: $0.start, zone: zone, policy: nation.policy.files).due }
        isExtended = if let deadline, let due = claim.papersDue { due > deadline } else { false }
        standing =
            switch claim.phase {
            case .cancelled: .cancelled
            case .approved, .rejected, .inPerson: .decided
            case .waiting: hadPlace ? .lostPlace : .inLine
            case .ready: .ready
            case .booked:
                if let slot {
                    switch claim.verdict(on: dossier, slot: slot, zone: zone, policy: nation.policy, at: now) {
                    case .complete: .ready
                    case .checking: .checking
                    case .missed: .late
                    case .open: .open(until: claim.papersDue ?? deadline ?? slot.start)
                    }
                } else {
                    .late
                }
            }
    }

    /// The last minute in which papers are in time: `Minggu, 14 Juni 2020, pukul 23.59 WIB`. Nil without a place.
    func lastMinute(_ language: Language) -> String? { claim.papersDue.map { ($0 - .minutes(1)).text(in: zone, language) } }

    /// The row that the member should do next: something required, else something given back.
    var next: Dossier.Row? { isOpen ? dossier.missing.first : nil }

    /// Something is in our own checks, so that the page is worth another look in a moment.
    var isMoving: Bool { dossier.rows.contains { $0.options.contains { $0.newest?.phase == .checking } } }
}

extension Dossier.Row {
    /// Where to send it: the paper's own page, or the choice among several.
    var path: String {
        guard item.papers.count > 1 else { return "/berkas/\(item.papers[0].rawValue)" }
        let begun = options.first { $0.document != nil && $0.state != .accepted }
        return begun.map { "/berkas/\($0.paper.rawValue)" } ?? "/berkas/pilih/\(item.papers[0].rawValue)"
    }

    /// What the page calls it: the paper's name, or that one of several is enough.
    func name(_ language: Language) -> String {
        guard item.papers.count > 1 else { return item.papers[0].words[language] }
        if let sent = options.first(where: { $0.document != nil && $0.state == state }) { return sent.paper.words[language] }
        return Words("Salah satu dari \(item.papers.count) dokumen", "One of \(item.papers.count) papers")[language]
    }
}
