import HTTPTypes
import Hummingbird
import LapakDomain
import LapakStore
import LapakWeb

// Pictures at the console: stills of originals, and pages of what was uploaded.
extension Console {
    /// A still, for the officer who has the member in front and for those who answer for the branch. The look is told first.
    func still(_ call: Call, _ desk: Desk) async throws -> Reply {
        guard let number = call.parameters.get("id", as: Int64.self) else { throw Refusal.notFound }
        let id = ID<Evidence>(number)
        let found = try await call.app.store.read { connection -> (Evidence, Interview)? in
            guard let evidence = try connection.find(Evidence.self, id),
                let interview = try connection.find(Interview.self, evidence.interview)
            else { return nil }
            return (evidence, interview)
        }
        guard let (evidence, interview) = found, try await maySee(interview, call, desk) else { throw Refusal.notFound }
        let bytes = try await InterviewStills.load(evidence, call.app)
        try await look(number, call, desk) { try $0.view(id) }
        return Reply(
            type: "image/jpeg", bytes: bytes, cacheControl: "private, no-store",
            fields: [(.contentDisposition, "inline"), (.contentSecurityPolicy, "default-src 'none'; sandbox")])
    }

    /// A page of an uploaded document, for the same people.
    func upload(_ call: Call, _ desk: Desk) async throws -> Reply {
        guard let number = call.parameters.get("id", as: Int64.self), let page = call.parameters.get("page", as: Int.self) else {
            throw Refusal.notFound
        }
        let id = ID<Document>(number)
        let found = try await call.app.store.read { connection -> (Document, Interview)? in
            guard let document = try connection.find(Document.self, id), let interview = try connection.interview(of: document.claim) else {
                return nil
            }
            return (document, interview)
        }
        guard let (document, interview) = found, try await maySee(interview, call, desk) else { throw Refusal.notFound }
        let reply = try await PaperPictures.page(document, page, call.app)
        try await look(number, call, desk) { _ = try $0.view(id, .interview) }
        return reply
    }

    /// Whether the member of this interview sits with the officer now, or the branch is this person's to answer for.
    private func maySee(_ interview: Interview, _ call: Call, _ desk: Desk) async throws -> Bool {
        if desk.may(.seeEveryPaper), interview.branch == desk.branch.id { return true }
        guard let session = interview.session, interview.seat != nil else { return false }
        let staff = desk.staff.id
        return try await call.app.store.read { try $0.openSession(of: staff)?.id == session }
    }

    /// Told once for one look, however often the picture is fetched.
    private func look(
        _ number: Int64, _ call: Call, _ desk: Desk, _ tell: @escaping @Sendable (Work) throws -> Void
    ) async throws {
        let now = call.now
        guard !looks.isKnown(desk.staff.id, ID(number), at: now) else { return }
        try await call.app.store.write(in: call.context(by: desk.author), change: tell)
        looks.remember(desk.staff.id, ID(number), at: now)
    }
}
