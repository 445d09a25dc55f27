package import LapakDomain

// Papers of a claim: their link, their uploads, their checks, and what the deadline makes of them.
extension Work {
    /// Everything that was sent for a claim, superseded and withdrawn ones included.
    package func documents(of claim: ID<Claim>) throws -> [Document] {
        let ids = try query("SELECT id FROM document WHERE claim = $1 ORDER BY id", claim).map { ID<Document>(try $0.int(0)) }
        try load(Document.self, ids)
        return try ids.compactMap { try find(Document.self, $0) }
    }

    package func dossier(of claim: Claim) throws -> Dossier { Dossier(claim.facts, documents: try documents(of: claim.id)) }

    /// Makes the claim's personal link, or gives an older one a new secret (its hash). Answers whether there is one now.
    package func issueLink(to claim: Claim, secret: String) throws -> Bool {
        let id = UploadLink.identity(of: claim.id)
        let former = try find(UploadLink.self, id)
        guard let link = try? UploadLink.issue(id, for: claim, secret: secret, at: now) else { return false }
        upsert(UploadLink(id: id, claim: claim.id, secret: link.secret, sent: now, session: former?.session))
        return true
    }

    /// Announces a file. Refuses as `Upload.begin` does.
    package func beginUpload(
        _ id: ID<Upload>, for paper: Paper, of claimID: ID<Claim>, length: Int, name: FileName, declared: String?, metadata: String? = nil
    ) throws -> Upload {
        let live = try query(
            "SELECT count(*) FROM upload WHERE claim = $1 AND phase = 'receiving' AND due > $2", claimID, now)[0].int(0)
        let claim = try get(Claim.self, claimID)
        let upload = try Upload.begin(
            id, for: paper, of: claim, in: try dossier(of: claim), length: length, name: name, declared: declared,
            metadata: metadata, live: Int(live), policy: policy, at: now)
        insert(upload)
        return upload
    }

    /// The whole file is here and safe under the document's number: it becomes a document that waits for its inspection.
    /// Asked again, it answers with the same document.
    package func finish(_ id: ID<Upload>, as document: ID<Document>, sha256: String, promised: String?) throws -> Document {
        var upload = try get(Upload.self, id)
        if upload.phase == .finished, let done = try find(Document.self, document) { return done }
        let others = try documents(of: upload.claim).filter { $0.paper == upload.paper }
        let claim = try get(Claim.self, upload.claim)
        try upload.advance(to: upload.length, at: now)
        try upload.finish(sha256: sha256, promised: promised, policy: policy, at: now)
        let (received, event) = try Document.receive(document, from: upload, of: claim, beside: others, policy: policy, at: now)
        update(upload)
        insert(received)
        insert(Inspecting(document: document, due: now))
        note(event)
        return received
    }

    /// What the inspection said. A claim all of whose papers are accepted is not its business; see `settlePapers`.
    /// The inspection is over only once what arrived was removed; see `inspectionOver`.
    package func inspected(_ id: ID<Document>, _ result: Result<CleanedFile, FileFault>) throws {
        guard var document = try find(Document.self, id), document.phase == .checking else { return }
        var others = try documents(of: document.claim).filter { $0.id != id && $0.paper == document.paper }
        switch result {
        case .success(let cleaned):
            let event = try document.pass(cleaned, over: &others)
            for other in others { update(other) }
            note(event, by: .clock)
        case .failure(let fault): note(try document.refuse(fault), by: .clock)
        }
        update(document)
    }

    package func withdraw(_ id: ID<Document>, of claim: Claim) throws {
        var document = try get(Document.self, id)
        note(try document.withdraw(from: claim, at: now), by: .member(claim.id))
        update(document)
    }

    /// A look at a document, told in the journal with who and why.
    package func view(_ id: ID<Document>, _ why: ViewPurpose) throws -> Document {
        let document = try get(Document.self, id)
        note(try document.view(why))
        return document
    }
}

extension FileFault: Error {}

// At the deadline, and as soon as everything is accepted.
extension Work {
    /// What the papers decide now: ready, moved deadline, back in line, or nothing yet. Answers whether anything changed.
    package func settlePapers(of id: ID<Claim>) throws -> Bool {
        guard let looked = try find(Claim.self, id), looked.phase == .booked else { return false }
        let dossier = try dossier(of: looked)
        let outages = try query("SELECT id FROM outage WHERE until IS NULL OR until > $1", now - Outage.counts).map {
            ID<Outage>(try $0.int(0))
        }
        var claim = looked
        // Papers of somebody who comes to the branch have no deadline: the yard looks at the originals.
        guard let slot = try claim.slot.flatMap({ try find(Slot.self, $0) }), slot.channel == .online else { return false }
        let zone = try nation.branch(of: slot).zone
        let moved = try claim.moveDeadline(
            for: outages.compactMap { try find(Outage.self, $0) }, slot: slot, zone: zone, policy: policy, at: now)
        note(moved, by: .clock)
        switch claim.verdict(on: dossier, slot: slot, zone: zone, policy: policy, at: now) {
        case .open, .checking:
            if moved != nil { update(claim) }
            return moved != nil
        case .complete:
            note(try claim.complete(dossier, slot: slot, zone: zone, policy: policy, at: now), by: .clock)
            update(claim)
        case .missed: try miss(&claim, dossier, slot: slot, zone: zone)
        }
        return true
    }

    private func miss(_ claim: inout Claim, _ dossier: Dossier, slot: Slot, zone: Zone) throws {
        guard let id = claim.booking, var booking = try find(Booking.self, id) else { throw Refusal.wrongPhase(claim.phase) }
        let wish = Wish(branches: [slot.branch], earliest: claim.earliest)
        let ticket = try Ticket.back(newID(), for: claim, former: try claim.ticket.flatMap { try find(Ticket.self, $0) }, wish: wish)
        let event = try claim.missPapers(dossier, ticket: ticket, slot: slot, zone: zone, policy: policy, at: now)
        var freed = slot
        booking.release(in: &freed, line: try line(of: slot.branch), quiet: quiet, at: now)
        update(booking)
        update(freed)
        try keep(ticket: ticket)
        update(claim)
        note(event, by: .clock)
    }
}
