import Crypto
import Foundation
import LapakDomain
import LapakGround

/// A key that a client made for one change, with a hash of what was asked.
package struct RequestKey: Sendable, Hashable {
    let key: String
    let parameters: String

    /// `scope` keeps the keys of different doors and people apart. The key itself is at most 200 bytes.
    package init(_ key: String, scope: String, parameters: String) {
        self.key = "\(scope)/\(key)"
        self.parameters = SHA256.hash(data: Data(parameters.utf8)).prefix(16).hex
    }
}

extension Store {
    /// A change that has one effect and one answer however often it is asked: the answer is kept beside the effect.
    /// A refusal is an answer too: what was refused under a key stays refused under it. Only "not so often" is none: it leaves nothing
    /// behind, and later the same request is judged.
    package func write<T: Codable & Sendable>(
        once request: RequestKey?, in context: Context, _ needs: [Need] = [], change: @escaping @Sendable (Work) throws -> T
    ) async throws -> T {
        guard let request else { return try await write(in: context, needing: needs, change: change) }
        let outcome: Outcome<T>
        do {
            outcome = try await answer(request, in: context, needs, change)
        } catch let refusal as Refusal where refusal != .keyReused && !refusal.isTooOften {
            // A unique index said it, not the rules: nothing was kept yet, not even the answer.
            outcome = try await answer(request, in: context, []) { _ in throw refusal }
        }
        switch outcome {
        case .done(let result): return result
        case .refused(let refusal): throw refusal
        }
    }

    private func answer<T: Codable & Sendable>(
        _ request: RequestKey, in context: Context, _ needs: [Need], _ change: @escaping @Sendable (Work) throws -> T
    ) async throws -> Outcome<T> {
        try await write(in: context, needing: [.row(StoredAnswer.self, request.key)] + needs) { work in
            if let stored = try work.find(StoredAnswer.self, request.key) {
                guard stored.parameters == request.parameters else { throw Refusal.keyReused }
                return try Bodies.decode(Outcome<T>.self, from: stored.body)
            }
            let outcome: Outcome<T>
            do { outcome = .done(try change(work)) } catch let refusal as Refusal where !refusal.isTooOften {
                try work.drop()
                outcome = .refused(refusal)
            }
            work.insert(
                StoredAnswer(
                    requestKey: request.key, parameters: request.parameters, body: Bodies.encode(outcome), at: work.now))
            return outcome
        }
    }
}

/// The answer to a request with a key, as it is kept.
enum Outcome<T: Codable & Sendable>: StoredBody {
    case done(T)
    case refused(Refusal)
}
