package import LapakDomain

// The pre-check desk: one document, one officer at a time.
extension Work {
    /// The next document of this branch's claims that nobody has, by deadline: it is the officer's for a while. One that
    /// the officer has already comes first. Nil when nothing waits.
    package func takeNext(for staff: ID<Staff>, at branch: ID<Branch>) throws -> Document? {
        let own = try query(
            "SELECT id FROM document WHERE phase = 'waiting' AND staff = $1 AND until > $2 ORDER BY until LIMIT 1", staff, now)
        let queue = try query(PrecheckQueue.next, branch, now, 20).map { ID<Document>(try $0.int(0)) }
        if let mine = try own.first.map({ ID<Document>(try $0.int(0)) }), var document = try find(Document.self, mine) {
            try document.keep(by: staff, for: policy.files.leaseLasts, at: now)
            update(document)
            return document
        }
        for id in queue {
            guard var document = try find(Document.self, id), document.isFree(at: now) else { continue }
            try document.take(by: staff, for: policy.files.leaseLasts, at: now)
            update(document)
            return document
        }
        return nil
    }

    /// A sign of life from the officer who has it: the lease lasts as long again from now. Answers until when.
    package func keep(_ id: ID<Document>, by staff: ID<Staff>) throws -> Instant? {
        var document = try get(Document.self, id)
        try document.keep(by: staff, for: policy.files.leaseLasts, at: now)
        update(document)
        return document.lease?.until
    }

    package func accept(_ id: ID<Document>, by staff: ID<Staff>) throws -> Document {
        var document = try get(Document.self, id)
        note(try document.accept(by: staff, at: now), by: .staff(staff))
        update(document)
        return document
    }

    package func giveBack(_ id: ID<Document>, _ reason: ReturnReason, note words: String?, by staff: ID<Staff>) throws -> Document {
        var document = try get(Document.self, id)
        note(try document.giveBack(reason, note: words, by: staff, policy: policy, at: now), by: .staff(staff))
        update(document)
        return document
    }

    /// Back to the queue without a verdict.
    package func letGo(_ id: ID<Document>, by staff: ID<Staff>) throws {
        var document = try get(Document.self, id)
        try document.letGo(by: staff, at: now)
        update(document)
    }
}
