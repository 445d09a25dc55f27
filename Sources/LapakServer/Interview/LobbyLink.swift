import LapakDomain
import LapakStore
import LapakWeb

/// The way into the lobby on the status page, once the window is open; the way back to an interview that runs.
struct LobbyLink {
    private let view: ClaimView
    private let call: Call

    init(_ view: ClaimView, _ call: Call) {
        self.view = view
        self.call = call
    }

    static func branch(_ view: ClaimView, _ call: Call) -> Branch? { view.slot.flatMap { call.nation[$0.branch] } }

    /// Nil outside the window, for who comes to the branch, and while papers are not complete.
    var html: HTML? {
        guard view.claim.phase == .ready, !view.isOnsite, let slot = view.slot,
            call.now >= slot.start - call.policy.interviews.lobbyOpens
        else {
            return nil
        }
        return """
            <p><a class="btn" href="\(url: InterviewPages.path)">\(call.say("Masuk ruang tunggu", "Enter the lobby"))</a></p>
            """
    }
}
