import HTTPTypes
import Hummingbird
import LapakDomain
import LapakStore
import LapakWeb

/// The pre-check desk: documents that wait for an officer, one at a time, before the day of the interview.
enum PrecheckDesk {
    static func routes(_ routes: Routes) {
        let looks = RecentLooks()
        routes.desk(get: "/kantor/berkas") { call, desk in try await PrecheckQueuePage.show(call, desk) }
        routes.desk(post: "/kantor/berkas", byOfficers: true) { call, desk in try await PrecheckVerdicts.next(call, desk) }
        routes.desk(get: "/kantor/berkas/{id}") { call, desk in
            let file = try await PrecheckFile.load(call, desk)
            try await call.look(at: file.document, desk, looks)
            return try await PrecheckPage(file: file, call, desk).reply()
        }
        routes.desk(post: "/kantor/berkas/{id}/terima", byOfficers: true, PrecheckVerdicts.accept)
        routes.desk(post: "/kantor/berkas/{id}/kembali", byOfficers: true, PrecheckVerdicts.giveBack)
        routes.desk(post: "/kantor/berkas/{id}/lepas", byOfficers: true, PrecheckVerdicts.letGo)
        routes.desk(post: "/kantor/berkas/{id}/pegang", byOfficers: true, PrecheckVerdicts.keep)
        routes.desk(get: "/kantor/berkas/dokumen/{id}/asli") { call, desk in
            try await picture(call, desk, looks) { try await PaperPictures.original($0, call.house) }
        }
        routes.desk(get: "/kantor/berkas/dokumen/{id}/{page}") { call, desk in
            guard let page = call.parameters.get("page").flatMap({ Int($0) }), page > 0 else { throw Refusal.notFound }
            return try await picture(call, desk, looks) { try await PaperPictures.page($0, page, call.house) }
        }
        routes.desk(get: "/kantor/klaim/{number}") { call, desk in try await ClaimPapersPage.show(call, desk) }
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
