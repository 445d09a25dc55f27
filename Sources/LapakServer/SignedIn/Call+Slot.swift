import LapakDomain
import LapakGround
import LapakStore
import LapakWeb

// How a registration begins: with a place, or with a wish for one.
extension Call {
    /// Holds a place in the slot for this browser's registration, or begins one; shows the next step.
    func take(_ slot: ID<Slot>) async throws -> Reply {
        let nation = nation
        return try await begin { work, registration in
            if let earliest = registration.earliest, let chosen = try work.find(Slot.self, slot),
                try nation.branch(of: chosen).zone.day(of: chosen.start) < earliest
            {
                throw Refusal.tooEarly(earliest)
            }
            try work.choose(slot, for: &registration)
        }
    }

    /// Goes on with the form that the browser has, where no claim is open in it; else begins one, and ends every older key in this browser:
    /// from now on it is a new person's. Then shows the next step.
    func begin(
        _ change: @escaping @Sendable (Work, inout Registration) throws -> Void
    ) async throws -> Reply {
        let (policy, now, language) = (policy, now, language)
        let (key, keys) = (registrationKey, browserKeys)
        // A stranger pays before anything is written; whoever is on the way does not.
        let current = key == nil ? nil : try? await registration()
        if current == nil || current?.claim != nil { try pay(.registration) }
        let fresh = Key<Registration>(id: app.ids.next(at: now), secret: app.secrets.bytes(16).hex)
        let (step, new) = try await app.store.write(in: context()) { work in
            let isOpen = try work.holder(of: keys) != nil
            let old = isOpen ? nil : key.flatMap { try? work.registration($0.pass) }.flatMap { $0.claim == nil ? $0 : nil }
            var registration = old ?? Registration(id: fresh.id, secret: fresh.pass.hash, language: language, policy: policy, at: now)
            registration.language = language
            if old == nil {
                try work.end(keys)
                work.insert(registration)
            }
            try change(work, &registration)
            return (registration.step, registration.id == fresh.id)
        }
        let near = form["kantor"]
        var reply = Reply.redirect(step.path)
        if new { reply.cookies.append(Cookie(Call.registrationCookie, fresh.word)) }
        if nation[near] != nil { reply.cookies.append(Cookie("kantor", near, maxAge: 31_536_000)) }
        return reply
    }
}
