package import LapakDomain

// What becomes of uploads and inspections beside their main way.
extension Work {
    /// The member does not want to go on with an upload. Refuses as `Upload.terminate` does.
    package func terminateUpload(_ id: ID<Upload>) throws {
        var upload = try get(Upload.self, id)
        try upload.terminate(at: now)
        update(upload)
    }

    /// Takes an outstanding inspection in hand for `span`. Nil when it is not due any more: another process has it.
    /// Answers how often before in a row nobody who had it in hand was heard of again.
    package func takeInspection(_ id: ID<Document>, for span: Span) throws -> (document: Document, lost: Int, attempt: Int)? {
        guard var inspecting = try find(Inspecting.self, id), let due = inspecting.due, due <= now else { return nil }
        guard let document = try find(Document.self, id) else { return nil }
        let lost = inspecting.lost
        inspecting.claim(for: span, at: now)
        update(inspecting)
        return (document, lost, inspecting.attempts)
    }

    /// The inspection that was taken in hand with that attempt goes on.
    package func holdInspection(_ id: ID<Document>, attempt: Int, for span: Span) throws {
        guard var inspecting = try find(Inspecting.self, id), inspecting.due != nil else { return }
        inspecting.hold(attempt: attempt, for: span, at: now)
        update(inspecting)
    }

    /// What the inspection needs is away: again later. `why` is for the operator and names nobody.
    package func postponeInspection(_ id: ID<Document>, _ why: String) throws {
        guard var inspecting = try find(Inspecting.self, id), inspecting.due != nil else { return }
        inspecting.postponed(why, at: now)
        update(inspecting)
    }

    /// Whoever had it in hand stops; anybody may take it at once.
    package func layDownInspection(_ id: ID<Document>) throws {
        guard var inspecting = try find(Inspecting.self, id), inspecting.due != nil else { return }
        inspecting.laidDown(at: now)
        update(inspecting)
    }

    /// The verdict is kept and what arrived is removed: nothing is left to do.
    package func inspectionOver(_ id: ID<Document>) throws {
        guard var inspecting = try find(Inspecting.self, id) else { return }
        inspecting.done()
        update(inspecting)
    }

    /// Members cannot send papers, since `from`, and it is our fault. While one outage of a kind is open nothing more happens.
    package func openOutage(_ id: ID<Outage>, _ kind: Outage.Kind, from: Instant) throws {
        guard try query("SELECT id FROM outage WHERE kind = $1 AND until IS NULL LIMIT 1", kind.rawValue).isEmpty else { return }
        insert(Outage(id: id, kind: kind, from: from))
    }

    /// It works again. Answers whether an outage of the kind was open.
    package func endOutage(_ kind: Outage.Kind) throws -> Bool {
        let open = try query("SELECT id FROM outage WHERE kind = $1 AND until IS NULL", kind.rawValue).map { ID<Outage>(try $0.int(0)) }
        for id in open {
            guard var outage = try find(Outage.self, id) else { continue }
            outage.end(at: now)
            update(outage)
        }
        return !open.isEmpty
    }
}
