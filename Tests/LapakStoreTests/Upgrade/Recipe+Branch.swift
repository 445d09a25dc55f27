import LapakDomain

@testable import LapakStore

// What happens at the branch and at the officer's desk.
extension Recipe {
    /// People with numbers: in line, moved in it, without data, set back, sent to another booth.
    func visitors() async throws {
        let branch = try await world.yard(places: 6)
        for number in 1...3 { try await world.booth(number, at: branch) }
        let (broken, spare): (ID<Booth>, ID<Booth>) = (world.source.id(), world.source.id())
        try await world.store.write(in: world.context(at: World.nine)) { work in
            _ = try work.addBooth(spare, number: 9, at: branch.id, codeHash: "open")
        }
        try await world.store.write(in: world.context(at: World.nine)) { work in
            _ = try work.addBooth(broken, number: 8, at: branch.id, codeHash: "eight")
        }
        _ = try await world.store.write(in: world.context(by: .staff(ID(9)), at: World.nine)) { work in
            try work.booth(broken) { $0.set(.closed, at: World.nine) }
        }
        _ = try await world.store.write(in: world.context(at: World.nine)) { try $0.reserve(20, at: branch, by: ID(7)) }
        let first = try await world.walkIn(11, at: branch)
        _ = try await world.walkIn(12, at: branch, priority: .pregnant)
        let moved = try await world.walkIn(13, at: branch)
        let asking = try await world.walkIn(14, at: branch)
        let lacking = world.person(15)
        _ = try await world.receive(YardCheck(key: "visit:15", person: lacking, seen: [.ktp]), at: branch)
        _ = try await world.receive(
            YardCheck(key: "visit:16", trouble: Words("NIK tidak dikenal.", "NIK is not known."), seen: [.ktp]), at: branch)
        try await world.store.write(in: world.context(by: .staff(ID(7)), at: World.nine + .minutes(15))) { work in
            let told = WalkIn.Told(from: World.nine + .minutes(5), until: World.nine + .minutes(20), at: World.nine)
            try work.tell(told, to: first.id)
            try work.walkIn(moved.id) {
                try $0.ask(order: first.order, reason: "Harus ke dokter", by: ID(7))
            }
            work.act(as: .staff(ID(8)))
            try work.walkIn(moved.id) { try $0.answer(true, by: ID(8), at: World.nine) }
            work.act(as: .staff(ID(7)))
            try work.walkIn(asking.id) {
                try $0.ask(order: first.order, reason: "Anak kecil", by: ID(7))
            }
            try work.alert([asking.id])
        }
        _ = try await world.admit(at: branch)
        let session = try await world.open(7, seats: 2)
        let called = try await world.fill(session)
        if let booth = called[0].booth {
            try await world.step(called[0].id) {
                [try $0.sit(in: booth, at: World.nine), try $0.consent(at: World.nine)].compactMap { $0 }
            }
            _ = try await world.answer(called[0].id)
            _ = try await world.store.write(in: world.context(by: .staff(ID(7)), at: World.nine)) { try $0.moveOn(from: booth) }
        }
        // Two calls that nobody followed: set back; at another desk the third and fourth: missed.
        var now = World.nine
        for _ in 1...2 {
            now = now + .seconds(120)
            try await world.keepBooths(at: now)
            _ = try await world.missCall(called[1].id, at: now)
        }
    }

    /// Interviews in the lobby, at every step, and over with every decision.
    func interviews() async throws {
        let (branch, policy) = (world.ambon, Recipe.policy)
        let slot = world.slot(branch, 9)
        var waiting: [Interview] = []
        for person in 0..<5 {
            let claim = try await world.ready(person, at: slot)
            waiting.append(try await world.enter(claim, at: World.nine + .seconds(person)))
        }
        let session = try await world.open(8, seats: 6, in: branch)
        let other = try await world.open(9, seats: 2, in: branch)
        _ = try await world.fill(session)
        for (interview, decision) in zip(waiting, [Decision.approve, .giveBack(.expired), .reject(.stillEmployed)]) {
            _ = try await world.serve(interview, by: session.staff)
            try await world.step(interview.id) { try $0.decide(decision, by: session.staff, policy: policy, at: World.nine) }
            guard decision != .reject(.stillEmployed) else { continue }
            _ = try await world.settle(interview.id, at: World.nine + .seconds(6))
        }
        try await middle(waiting[3], in: session)
        _ = try await world.answer(waiting[4].id)
        try await world.step(waiting[4].id) { [try $0.offer(to: other.id)] }
        let late = try await world.enter(try await world.ready(5, at: world.slot(branch, 9, 30)), at: World.nine)
        _ = try await world.fill(session)
        _ = try await world.answer(late.id)
        try await world.step(late.id) { [try $0.pause(.parked, policy: policy, at: World.nine)] }
        let lost = try await world.enter(try await world.ready(6, at: world.slot(branch, 9, 30)), at: World.nine)
        _ = try await world.fill(session)
        for time in 1...4 { _ = try await world.missCall(lost.id, at: World.nine + .seconds(120 * time)) }
        for (seconds, target) in [(10, waiting[3].id), (35, waiting[4].id)] {
            _ = try await world.store.write(in: world.context(at: World.nine + .seconds(seconds))) { try $0.attend(target, in: session.id) }
        }
        let day = try await world.enter(try await world.ready(7, at: world.slot(branch, 10)), at: World.nine)
        _ = try await world.fill(session)
        _ = try await world.serve(day, by: session.staff)
        try await world.step(day.id) { try $0.decide(.inPerson(World.monday + 9), by: session.staff, policy: policy, at: World.nine) }
        _ = try await world.settle(day.id, at: World.nine + .seconds(6))
    }

    /// One who showed the originals, got one back, wrote, and waits for the officer.
    private func middle(_ interview: Interview, in session: OfficerSession) async throws {
        let policy = Recipe.policy
        _ = try await world.answer(interview.id)
        var now = try await world.step(interview.id) { [try $0.confirmData(at: World.nine)] }
        if now.phase == .ready { now = try await world.accept(interview.id, by: session.staff) }
        for paper in now.missing { now = try await world.capture(now, paper) }
        let rows = try await world.rows(now)
        now = try await world.step(interview.id) { interview in
            for row in rows where row.needsHand { _ = try interview.mark(row.subject, fits: true, among: rows, by: ID(8), at: World.nine) }
            return try interview.giveBack(.identity, .illegible, by: ID(8), policy: policy, at: World.nine)
        }
        let box: ID<Writing> = world.source.id()
        let (id, claim) = (now.id, now.claim)
        _ = try await world.store.write(in: world.context(at: World.nine)) {
            try $0.write(Writing(id: box, interview: id, claim: claim, staff: nil, at: World.nine, box: "sealed"))
        }
        try await world.step(id) { [try $0.change(to: .audio, at: World.nine)].compactMap { $0 } }
    }

    /// Messages that wait, were sent, went another way, and died.
    func post() async throws {
        let tray = Tray(world.store)
        let gone = try await tray.post(.confirmed, source: "journal:9001")
        _ = try await tray.take(gone)
        try await tray.settle(gone, .taken(reference: "wamid.1", arrived: true))
        let failed = try await tray.post(.offer, details: "42", source: "journal:9002")
        _ = try await tray.take(failed)
        try await tray.settle(failed, .refused("no such number"))
        _ = try await tray.post(.link, source: "journal:9003")
    }

    /// What no verb of the rules makes by itself.
    func remains() async throws {
        let visit: ID<ReturnVisit> = world.source.id()
        try await world.store.write(in: world.context(at: World.morning)) { work in
            try work.begin(
                Pass(id: visit, hash: "visit"), to: nil, codes: VisitCodes(mail: ("123456", "hash"), phone: ("654321", "other")),
                number: ClaimNumber(chance: 7),
                reach: Reach(whatsapp: false, sms: false))
        }
        try await world.store.write { work in
            _ = try work.find(FollowerPosition.self, "notices")
            work.upsert(FollowerPosition(name: "notices", position: 3))
            let phone = ContactAddress.phone(PhoneNumber("081200001234")!)
            var proof = ContactProof.begin(for: ID(1), phone, policy: Policy(), at: World.morning)
            try proof.send(to: phone, codeHash: "hash", policy: Policy(), at: World.morning)
            work.upsert(proof)
        }
        try await world.store.run("INSERT INTO import (source, line, loaded, faults) VALUES ('members.csv:1', 4, 3, 1)")
        try await world.store.run("INSERT INTO staff_session (id, secret, staff, due) VALUES (1, 'hash', 7, 1783400000000)")
    }
}
