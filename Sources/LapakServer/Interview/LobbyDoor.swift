import LapakDomain
import LapakStore
import LapakWeb

/// The way into the lobby on the status page, once the window is open; the way back to an interview that runs.
struct LobbyDoor {
    private let picture: ClaimPicture
    private let call: Call

    init(_ picture: ClaimPicture, _ call: Call) {
        self.picture = picture
        self.call = call
    }

    static func branch(_ picture: ClaimPicture, _ call: Call) -> Branch? { picture.slot.flatMap { call.atlas[$0.branch] } }

    /// Nil outside the window, for who comes to the branch, and while papers are not complete.
    var html: HTML? {
        guard picture.claim.phase == .ready, !picture.isOnsite, let slot = picture.slot,
            call.now >= slot.start - call.policy.interviews.lobbyOpens
        else {
            return nil
        }
        return """
            <p><a class="btn" href="\(url: InterviewPages.path)">\(call.say("Masuk ruang tunggu", "Enter the lobby"))</a></p>
            """
    }
}
