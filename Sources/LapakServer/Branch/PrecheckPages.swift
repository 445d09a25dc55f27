import HTTPTypes
import Hummingbird
import LapakDomain
import LapakStore
import LapakWeb

/// The pre-check desk: documents that wait for an officer, one at a time, before the day of the interview.
enum PrecheckPages {
    static func routes(_ routes: Routes) {
        let looks = RecentLooks()
        routes.get("/kantor/berkas", needs: .seePapers) { call, desk in try await PrecheckQueuePage.show(call, desk) }
        routes.post("/kantor/berkas", needs: .checkPapers) { call, desk in try await PrecheckActions.next(call, desk) }
        routes.get("/kantor/berkas/{id}", needs: .seePapers) { call, desk in
            let file = try await PrecheckFile.load(call, desk)
            try await call.look(at: file.document, desk, looks)
            return try await PrecheckPage(file: file, call, desk).reply()
        }
        routes.post("/kantor/berkas/{id}/terima", needs: .checkPapers, PrecheckActions.accept)
        routes.post("/kantor/berkas/{id}/kembali", needs: .checkPapers, PrecheckActions.giveBack)
        routes.post("/kantor/berkas/{id}/lepas", needs: .checkPapers, PrecheckActions.letGo)
        routes.post("/kantor/berkas/{id}/pegang", needs: .checkPapers, PrecheckActions.keep)
        routes.get("/kantor/berkas/dokumen/{id}/asli", needs: .seePapers) { call, desk in
            try await picture(call, desk, looks) { try await PaperPictures.original($0, call.app) }
        }
        routes.get("/kantor/berkas/dokumen/{id}/{page}", needs: .seePapers) { call, desk in
            guard let page = call.parameters.get("page").flatMap({ Int($0) }), page > 0 else { throw Refusal.notFound }
            return try await picture(call, desk, looks) { try await PaperPictures.page($0, page, call.app) }
        }
        routes.get("/kantor/klaim/{number}", needs: .seePapers) { call, desk in try await ClaimPapersPage.show(call, desk) }
    }

    /// The document itself, for those who have it on their desk or answer for the desk. The look is told first.
    static func picture(
        _ call: Call, _ desk: Desk, _ looks: RecentLooks, _ reply: (Document) async throws -> Reply
    ) async throws -> Reply {
        let document = try await PrecheckFile.load(call, desk).document
        guard desk.staff.maySee(document, at: call.now) else { throw Refusal.leaseGone }
        try await call.look(at: document, desk, looks)
        return try await reply(document)
    }
}
