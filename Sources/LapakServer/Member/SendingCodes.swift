import LapakDomain
import LapakStore

extension Call {
    /// Makes a code, keeps its hash by `keep`, and puts the letter into the outbox in the same transaction.
    /// One address gets at most eight codes an hour, whoever asks.
    func sendCode(
        to email: EmailAddress, for registration: inout Registration, _ work: Work,
        keeping keep: (inout Registration, String) throws(Refusal) -> Void
    ) throws {
        let code = house.chance.code()
        try keep(&registration, house.chance.hash(code: code, for: registration.id.rawValue))
        try work.spend("code:\(email.value)", most: 8, per: .hours(1), at: now)
        let notice = Notice(
            source: "code:\(registration.id.rawValue):\(registration.codes)", kind: .code, mail: email,
            phone: try phoneBudget(of: registration.phone, work), language: language, details: code)
        work.post(notice, reach: house.reach, id: { house.chance.id(at: now) }, at: now)
        work.save(registration)
    }

    /// The number, as long as it has not got eight codes within the hour; after that the code goes by mail alone, so that
    /// nobody is shut out by others who typed their number.
    private func phoneBudget(of phone: PhoneNumber?, _ work: Work) throws -> PhoneNumber? {
        guard let phone, house.reach.first(for: .code) != nil else { return nil }
        do {
            try work.spend("code:\(phone.value)", most: 8, per: .hours(1), at: now)
            return phone
        } catch let refusal as Refusal where refusal == .tooMany { return nil }
    }
}
