import LapakWeb
import Synchronization

/// What was drawn from the pictures of branches and free places, kept until one of them is drawn anew: the same for everyone who asks.
final class KeptDrawings<Drawing: Sendable>: Sendable {
    private struct State {
        var number = 0
        var drawings: [String: Drawing] = [:]
    }
    private let state = Mutex(State())
    /// Then all go, and those that are asked for are drawn again.
    private static var most: Int { 256 }

    /// The drawing under this name of the pictures with this number; `draw` makes it where there is none. It is called without a lock:
    /// two who ask at the same moment both draw.
    func drawing(_ name: String, of number: Int, draw: () -> Drawing?) -> Drawing? {
        let kept = state.withLock { state in
            if number > state.number { state = State(number: number) }
            return number == state.number ? state.drawings[name] : nil
        }
        if let kept { return kept }
        guard let drawing = draw() else { return nil }
        state.withLock { state in
            guard number == state.number else { return }
            if state.drawings.count >= Self.most { state.drawings.removeAll(keepingCapacity: true) }
            state.drawings[name] = drawing
        }
        return drawing
    }
}

/// A text that many get, with its tag; compressed when the first one asks for that.
final class SharedText: Sendable {
    let text: String
    let tag: String
    private let kept = Mutex<[UInt8]?>(nil)

    init(_ text: String) {
        self.text = text
        tag = Reply.tag(of: text)
    }

    /// Nil when zlib fails.
    var zipped: [UInt8]? {
        if let bytes = kept.withLock({ $0 }) { return bytes }
        let bytes = Array(text.utf8).gzipped()
        kept.withLock { $0 = bytes }
        return bytes
    }
}
