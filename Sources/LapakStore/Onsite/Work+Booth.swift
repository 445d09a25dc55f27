package import LapakDomain

// Booths: paired, in trouble, mended; and people who go from one to another. Each function is one change.
extension Work {
    /// A new booth with its pairing code. Refuses a number that is there already.
    package func addBooth(_ id: ID<Booth>, number: Int, at branch: ID<Branch>, codeHash: String) throws -> Booth {
        if try !query("SELECT id FROM booth WHERE branch = $1 AND number = $2", branch, number).isEmpty {
            throw Booth.numberIsThere
        }
        let booth = try Booth.add(id, number: number, branch: branch, codeHash: codeHash, policy: policy, at: now)
        insert(booth)
        return booth
    }

    /// Another pairing code for a booth of this branch.
    package func offerCode(_ id: ID<Booth>, at branch: ID<Branch>, codeHash: String) throws -> Booth {
        var booth = try get(Booth.self, id)
        guard booth.branch == branch else { throw Refusal.notFound }
        booth.offer(codeHash: codeHash, policy: policy, at: now)
        update(booth)
        return booth
    }

    /// The browser in a booth typed a code. Refuses with `codeExpired` one that nobody gave out, or that was used.
    package func pairBooth(codeHash: String, secret: String) throws -> Booth {
        guard let row = try query("SELECT id FROM booth WHERE code = $1", codeHash).first else { throw Refusal.codeExpired(after: nil) }
        var booth = try get(Booth.self, ID<Booth>(try row.int(0)))
        note(try booth.pair(codeHash: codeHash, secret: secret, at: now), by: .clock)
        update(booth)
        return booth
    }

    /// One change of a booth's health by whoever sees it.
    @discardableResult package func booth(_ id: ID<Booth>, _ change: (inout Booth) throws -> Event?) throws -> Booth {
        var booth = try get(Booth.self, id)
        note(try change(&booth))
        update(booth)
        return booth
    }

    /// The person in a booth goes to the next free one, with the seat and everything that was done. Refuses with `noSeat` when none
    /// is free, and with `notFound` when nobody is there.
    package func moveOn(from id: ID<Booth>) throws -> Booth {
        guard let looked = try glance(Booth.self, id) else { throw Refusal.notFound }
        guard let running = try query("SELECT id FROM interview WHERE booth = $1 AND live = 1", id).first else { throw Refusal.notFound }
        guard let next = try freeBooths(of: looked.branch).first(where: { $0 != id }) else { throw Refusal.noSeat }
        var booth = try get(Booth.self, id)
        let other = try get(Booth.self, next)
        var interview = try get(Interview.self, ID<Interview>(try running.int(0)))
        guard interview.booth == id, other.isUsable(policy, at: now) else { throw Refusal.noSeat }
        let walkIn = try interview.walkIn.flatMap { try glance(WalkIn.self, $0) }
        note(try interview.move(to: next), interview.loseContact(at: now))
        if let walkIn { booth.send(walkIn.number, to: other.number, at: now) }
        update(booth)
        update(interview)
        return other
    }

    /// Camera or microphone of a booth are lost: it takes nobody, and whoever sits there moves on, or waits for help where no other
    /// booth is free. Answers the booth that takes over.
    package func loseCamera(of id: ID<Booth>) throws -> Booth? {
        act(as: .clock)
        let running = try query("SELECT id FROM interview WHERE booth = $1 AND live = 1", id).first
        if running == nil, try glance(Booth.self, id)?.trouble == .camera { return nil }
        var next: Booth?
        if running != nil { do { next = try moveOn(from: id) } catch Refusal.noSeat {} }
        var booth = try get(Booth.self, id)
        note(booth.camera(works: false, at: now))
        update(booth)
        if next == nil, let running {
            var interview = try get(Interview.self, ID<Interview>(try running.int(0)))
            if interview.phase != .called, let event = try? interview.ask(.help, at: now) { note(event) }
            update(interview)
        }
        return next
    }
}
