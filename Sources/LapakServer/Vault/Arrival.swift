import LapakDomain
import LapakVault
import Synchronization

/// One upload while requests are at it: its sealed file, and whose turn it is.
///
/// A request that comes later takes the turn away from the earlier one, whose connection is most likely dead. All calls
/// but `close` block: run them on a thread that may.
final class Arrival: Sendable {
    /// Where a file stands, for the holder of a turn.
    struct Standing: Sendable {
        let turn: Int
        /// Plain bytes that are here and safe.
        let offset: Int
        /// Once the file is whole and sealed.
        let sum: SealedSum?
    }
    private struct State {
        var writer: SealedWriter?
        var turn = 0
        /// What the holder appended since the last flush counts only once its checksum was found right.
        var isProvisional = false
    }
    private let state = Mutex(State())

    /// Takes the turn: makes durable what an earlier holder appended, unless a checksum was still to be compared, and answers
    /// where the file stands.
    func begin(at path: String, _ seal: Seal, isNew: Bool = false) throws(VaultTrouble) -> Standing {
        try state.withLock { state throws(VaultTrouble) in
            state.turn += 1
            if state.writer == nil {
                state.writer = isNew ? try SealedWriter.create(at: path, seal) : try SealedWriter.reopen(at: path, seal)
            }
            let (turn, isProvisional) = (state.turn, state.isProvisional)
            state.isProvisional = false
            return try Self.use(&state) { writer throws(VaultTrouble) in
                if isProvisional { try writer.forget() } else { try writer.flush() }
                return Standing(turn: turn, offset: writer.offset, sum: writer.sum)
            }
        }
    }

    /// Throws `busy` when the turn is another's by now. What is `provisional` counts with the next flush or not at all.
    func append(_ bytes: [UInt8], turn: Int, provisional: Bool = false) throws(VaultTrouble) {
        try hold(turn, provisional: provisional) { writer throws(VaultTrouble) in try writer.write(bytes) }
    }

    /// Makes durable what was appended; answers where the file stands then.
    func flush(turn: Int) throws(VaultTrouble) -> Int {
        try hold(turn) { writer throws(VaultTrouble) in
            try writer.flush()
            return writer.offset
        }
    }

    /// Throws away what was appended since the last flush.
    func forget(turn: Int) throws(VaultTrouble) {
        try hold(turn) { writer throws(VaultTrouble) in try writer.forget() }
    }

    /// Seals the end. Nobody appends after that.
    func finish(turn: Int) throws(VaultTrouble) -> SealedSum {
        try hold(turn) { writer throws(VaultTrouble) in try writer.finish() }
    }

    /// Lets go of the file, and ends the turn of whoever has it.
    func close() {
        state.withLock { state in
            state.turn += 1
            state.writer = nil
        }
    }

    private func hold<Value: Sendable>(
        _ turn: Int, provisional: Bool = false, _ work: @Sendable (SealedWriter) throws(VaultTrouble) -> Value
    ) throws(VaultTrouble) -> Value {
        try state.withLock { state throws(VaultTrouble) in
            guard state.turn == turn, state.writer != nil else { throw .busy }
            state.isProvisional = provisional
            return try Self.use(&state, work)
        }
    }

    /// After a failure the file is opened anew by whoever comes next: what it holds then is the truth.
    private static func use<Value: Sendable>(
        _ state: inout State, _ work: @Sendable (SealedWriter) throws(VaultTrouble) -> Value
    ) throws(VaultTrouble) -> Value {
        guard let writer = state.writer else { throw .busy }
        do throws(VaultTrouble) { return try work(writer) } catch {
            if error != .finished { state.writer = nil }
            throw error
        }
    }
}
