import LapakDomain
import LapakOutside
import Synchronization

/// A channel to phones that answers as it is told, and then takes everything.
final class TestPhone: PhoneCarrier {
    private struct State {
        var answers: [Handover] = []
        var notes: [PhoneNote] = []
    }
    private let state = Mutex(State())

    init(_ answers: [Handover] = []) { state.withLock { $0.answers = answers } }

    /// Everything that was tried, in order.
    var notes: [PhoneNote] { state.withLock { $0.notes } }

    func send(_ note: PhoneNote) async -> Handover {
        state.withLock { state in
            state.notes.append(note)
            return state.answers.isEmpty ? .taken(reference: "wamid.\(note.attempt)") : state.answers.removeFirst()
        }
    }
}
