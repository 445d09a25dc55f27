import LapakDomain
import LapakStore

/// A claim's interview with everything that the member's page shows.
struct InterviewView: Sendable {
    let claim: Claim
    /// The last one, running or over.
    let interview: Interview?
    let booking: Booking?
    let branch: Branch?
    let dossier: Dossier
    /// The officer of the seat, by name.
    let officer: String?
    /// In the lobby only.
    let forecast: LobbyForecast?
    let state: InterviewState
    /// By the registry; only while the member checks their data, and nil while the registry does not answer.
    var birth: Day?
    /// What was written in the interview that runs.
    var writings: [InterviewWritings.Line] = []

    /// The interview of this browser's claim, or of who sits in this booth. Refuses with `notYours` where there is none.
    static func load(_ call: Call, _ face: InterviewFace = .phone) async throws -> InterviewView {
        let claim = try await face.claim(call)
        let (nation, now, vault) = (call.nation, call.now, call.app.papers)
        var view = try await call.app.store.read { connection in
            var view = try InterviewView(claim, in: nation, connection, at: now)
            if let interview = view.interview, interview.phase.isLive {
                view.writings = try InterviewWritings.open(try connection.writings(of: interview.id), vault, connection)
            }
            return view
        }
        if view.state == .running(.filling) { view.birth = await call.app.known.member(view.claim.nik, call.app)?.birth }
        return view
    }

    init(_ id: ID<Claim>, in nation: Nation, _ connection: any SQLConnection, at now: Instant) throws {
        guard let claim = try connection.find(Claim.self, id) else { throw Refusal.notFound }
        let interview = try connection.lastInterview(of: id)
        let booking = try claim.booking.flatMap { try connection.find(Booking.self, $0) }
        let session = try interview?.session.flatMap { try connection.find(OfficerSession.self, $0) }
        self.claim = claim
        self.interview = interview
        self.booking = booking
        branch = (booking?.branch ?? interview?.branch).flatMap { nation[$0] }
        dossier = try connection.dossier(of: claim)
        officer = try session.flatMap { try connection.find(Staff.self, $0.staff) }?.name
        state = InterviewState(claim, interview, booking, nation.policy, at: now)
        forecast =
            if let interview, state == .running(.lobby) { try LobbyForecast.load(interview, nation.policy, connection, at: now) } else {
                nil
            }
    }

    var zone: Zone { branch?.zone ?? .wib }
    var rung: Interview.Rung { interview?.rung ?? .video }

    /// Originals that will be asked for, also before the interview begins.
    var originals: [Paper] { interview.flatMap { $0.wanted.isEmpty ? nil : $0.wanted } ?? dossier.originals() }

    /// What the member photographs next. Without video the face is asked for first: the officer has nothing else to compare.
    var next: Capture.Kind? {
        guard let interview, interview.phase == .originals else { return nil }
        if rung != .video, interview.capture(of: .face) == nil { return .face }
        return interview.missing.first.map { .paper($0) }
    }
}
