import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// What an officer does with a document: take the next one, accept, give back, let go, keep.
enum PrecheckActions {
    /// Takes the next document of the queue and opens it; the one that is on the desk already comes first.
    static func next(_ call: Call, _ desk: Desk) async throws -> Reply {
        let (staff, branch) = (desk.staff.id, desk.branch.id)
        let taken = try await call.app.store.write(in: call.context()) { try $0.takeNext(for: staff, at: branch) }
        guard let taken else { return .redirect(desk.address("/kantor/berkas", "habis=1")) }
        return .redirect(desk.address("/kantor/berkas/\(taken.id.rawValue)"))
    }

    static func accept(_ call: Call, _ desk: Desk) async throws -> Reply {
        let staff = desk.staff.id
        return try await settle(call, desk) { try $0.accept($1, by: staff) }
    }

    static func giveBack(_ call: Call, _ desk: Desk) async throws -> Reply {
        let staff = desk.staff.id
        let note = call.form.text("catatan")
        guard let reason = ReturnReason(rawValue: call.form["alasan"]) else {
            let file = try await PrecheckFile.load(call, desk)
            let words = Words("Pilih alasan pengembalian.", "Choose why it is given back.")
            return try await PrecheckPage(file: file, call, desk).reply(refusing: .invalid(field: "alasan", words))
        }
        return try await settle(call, desk) {
            try $0.giveBack($1, reason, note: note.isEmpty ? nil : note, by: staff)
        }
    }

    /// One verdict, once however often it is sent; then the next document. A refusal shows the page again and says why.
    private static func settle(
        _ call: Call, _ desk: Desk, _ verdict: @escaping @Sendable (Work, ID<Document>) throws -> Document
    ) async throws -> Reply {
        let file = try await PrecheckFile.load(call, desk)
        let id = file.document.id
        do {
            _ = try await call.app.store.write(
                once: call.requestKey("meja:\(desk.staff.id.rawValue)"), in: call.context(by: desk.author), [.row(Document.self, id)]
            ) { work -> Bool in
                _ = try verdict(work, id)
                return true
            }
        } catch let refusal as Refusal {
            return try await PrecheckPage(file: try await PrecheckFile.load(call, desk), call, desk).reply(refusing: refusal)
        }
        return try await next(call, desk)
    }

    /// Back to the queue without a verdict, and back to the list: the next one would be this one again.
    static func letGo(_ call: Call, _ desk: Desk) async throws -> Reply {
        let (file, staff) = (try await PrecheckFile.load(call, desk), desk.staff.id)
        do {
            try await call.app.store.write(in: call.context(), .row(Document.self, file.document.id)) {
                try $0.letGo(file.document.id, by: staff)
            }
        } catch Refusal.leaseGone, Refusal.documentPhase {
            // It is off the desk already: what was wanted.
        }
        return .redirect(desk.address("/kantor/berkas", "lepas=1"))
    }

    /// A sign of life from the page that shows it. Refuses with `leaseGone` once the document is somebody else's to take.
    static func keep(_ call: Call, _ desk: Desk) async throws -> Reply {
        let (file, staff, now) = (try await PrecheckFile.load(call, desk), desk.staff.id, call.now)
        let until = try await call.app.store.write(in: call.context(), .row(Document.self, file.document.id)) {
            try $0.keep(file.document.id, by: staff)
        }
        return .json("{\"sampai\":\"\((until ?? now).utcISO)\"}")
    }
}
