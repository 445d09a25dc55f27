package import LapakDomain

/// The keys to people's claims that one browser brought, at most one of each kind.
package struct BrowserKeys: Hashable, Sendable {
    package var visit: Pass<ReturnVisit>?
    package var registration: Pass<Registration>?
    package var link: Pass<UploadLink>?

    package init(visit: Pass<ReturnVisit>? = nil, registration: Pass<Registration>? = nil, link: Pass<UploadLink>? = nil) {
        self.visit = visit
        self.registration = registration
        self.link = link
    }

    /// The secrets (hashes) that open a claim ($1) at a moment ($2).
    static let openDevices = """
        SELECT secret FROM visit WHERE claim = $1 AND due > $2 AND proven IS NOT NULL
        UNION ALL SELECT secret FROM registration WHERE claim = $1 AND due > $2
        UNION ALL SELECT l.session FROM upload_link l JOIN claim c ON c.id = l.claim
            WHERE l.claim = $1 AND l.session IS NOT NULL AND c.papers_due > $2
        """

    /// The rows behind the keys, each only where its secret fits.
    struct Rows {
        var visit: ReturnVisit?
        var registration: Registration?
        var link: UploadLink?
    }

    /// Whose browser it is by these rows: the claim that was gained last. Nil where none opens anything, and where two claims were gained
    /// in one moment: then it is nobody's.
    func holder(_ rows: Rows, at now: Instant, claim: (ID<Claim>) throws -> Claim?) rethrows -> KeyHolder? {
        var found: [(claim: Claim, since: Instant, opensClaim: Bool, rests: Bool)] = []
        if let visit = rows.visit, let id = visit.provenClaim(at: now), let since = visit.proven, let claim = try claim(id) {
            found.append((claim, since, true, visit.rests(claim.contacts, at: now)))
        }
        if let registration = rows.registration, now < registration.due, let claim = try registration.claim.flatMap(claim) {
            found.append((claim, claim.filed, true, false))
        }
        if let link = rows.link, let session = link.session, let claim = try claim(link.claim),
            (try? link.admit(session: session, for: claim, at: now)) != nil
        {
            // A link that was sent again forgets when it was opened: older than everything else.
            found.append((claim, link.exchanged ?? Instant(milliseconds: 0), false, false))
        }
        guard let newest = found.max(by: { $0.since < $1.since }) else { return nil }
        guard found.allSatisfy({ $0.since < newest.since || $0.claim.id == newest.claim.id }) else { return nil }
        let own = found.filter { $0.claim.id == newest.claim.id }
        return KeyHolder(
            claim: newest.claim, opensClaim: own.contains(where: \.opensClaim), ownsClaim: own.contains { $0.opensClaim && !$0.rests },
            ownsPapers: own.contains { !$0.rests })
    }
}

/// The claim that a browser's keys open.
package struct KeyHolder: Sendable {
    package let claim: Claim
    /// False for a browser that has only the link to the claim's papers.
    package let opensClaim: Bool
    /// Not by a contact alone that was changed a moment ago.
    package let ownsClaim: Bool
    /// The same for the papers, which a link opens, too.
    package let ownsPapers: Bool
}

extension SQLConnection {
    /// On how many devices the claim is open, but not with these keys.
    package func openDevices(of claim: ID<Claim>, besides keys: BrowserKeys, at now: Instant) throws -> Int {
        let rows = try query(BrowserKeys.openDevices, claim, now)
        return try rows.count { row in
            let secret = try row.text(0)
            return ![keys.visit?.hash, keys.registration?.hash, keys.link?.hash].contains(secret)
        }
    }

    /// Whose browser it is, for showing a page; nil for nobody's.
    package func holder(of keys: BrowserKeys, at now: Instant) throws -> KeyHolder? {
        var rows = BrowserKeys.Rows()
        rows.visit = try keys.visit.flatMap { pass in try find(ReturnVisit.self, pass.id).flatMap { $0.secret == pass.hash ? $0 : nil } }
        rows.registration = try keys.registration.flatMap { pass in
            try find(Registration.self, pass.id).flatMap { $0.secret == pass.hash ? $0 : nil }
        }
        rows.link = try keys.link.flatMap { pass in try find(UploadLink.self, pass.id).flatMap { $0.session == pass.hash ? $0 : nil } }
        return try keys.holder(rows, at: now) { try find(Claim.self, $0) }
    }
}

extension Work {
    /// Whose browser it is; nil for nobody's.
    package func holder(of keys: BrowserKeys) throws -> KeyHolder? {
        try keys.holder(try rows(of: keys), at: now) { try glance(Claim.self, $0)?.value }
    }

    /// The claim that this browser opens; its member is the change's author then. Refuses with `notYours` a browser that has only the
    /// link to the papers, or nothing; `asOwner`, with `contactRests` whoever came by a contact alone that was changed a moment ago.
    package func claim(of keys: BrowserKeys, asOwner: Bool = false) throws -> Claim {
        guard let holder = try holder(of: keys), holder.opensClaim else { throw Refusal.notYours }
        guard !asOwner || holder.ownsClaim else { throw Refusal.contactRests(policy.contactRest) }
        act(as: .member(holder.claim.id))
        return try get(Claim.self, holder.claim.id)
    }

    /// Ends what these keys open, but not what opens `claim`: somebody else has the browser now. A form that is still being filled in is
    /// ended, too, and its place given back, unless it is to be kept.
    package func end(_ keys: BrowserKeys, but claim: ID<Claim>? = nil, keepingDraft: Bool = false) throws {
        func isOthers(_ other: ID<Claim>?) -> Bool { claim == nil || other != claim }
        let rows = try rows(of: keys)
        if let id = rows.visit?.id, isOthers(rows.visit?.claim), var visit = try find(ReturnVisit.self, id) {
            visit.end(at: now)
            update(visit)
        }
        if let former = rows.registration, isOthers(former.claim), !(keepingDraft && former.claim == nil),
            var registration = try find(Registration.self, former.id)
        {
            if registration.claim == nil { try drop(registration.booking) }
            registration.end(at: now)
            update(registration)
        }
        if let session = keys.link?.hash, let former = rows.link, isOthers(former.claim), var link = try find(UploadLink.self, former.id) {
            link.close(session: session)
            update(link)
        }
    }

    /// Ends every key to the claim, on whichever device it is.
    package func endEverywhere(_ claim: ID<Claim>) throws {
        for row in try query("SELECT id FROM visit WHERE claim = $1 AND due > $2", claim, now) {
            guard var visit = try find(ReturnVisit.self, ID<ReturnVisit>(try row.int(0))) else { continue }
            visit.end(at: now)
            update(visit)
        }
        for row in try query("SELECT id FROM registration WHERE claim = $1 AND due > $2", claim, now) {
            guard var registration = try find(Registration.self, ID<Registration>(try row.int(0))) else { continue }
            registration.end(at: now)
            update(registration)
        }
        if var link = try find(UploadLink.self, UploadLink.identity(of: claim)) {
            link.close()
            update(link)
        }
    }

    /// On how many devices the claim is open now.
    package func openDevices(of claim: ID<Claim>) throws -> Int {
        try query(BrowserKeys.openDevices, claim, now).count
    }

    private func rows(of keys: BrowserKeys) throws -> BrowserKeys.Rows {
        var rows = BrowserKeys.Rows()
        rows.visit = try keys.visit.flatMap { pass in
            try glance(ReturnVisit.self, pass.id).flatMap { $0.value.secret == pass.hash ? $0.value : nil }
        }
        rows.registration = try keys.registration.flatMap { pass in
            try glance(Registration.self, pass.id).flatMap { $0.value.secret == pass.hash ? $0.value : nil }
        }
        rows.link = try keys.link.flatMap { pass in
            try glance(UploadLink.self, pass.id).flatMap { $0.value.session == pass.hash ? $0.value : nil }
        }
        return rows
    }
}
