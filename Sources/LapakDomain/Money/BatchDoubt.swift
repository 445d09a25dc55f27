/// Something in a batch that differs from the usual, which the person who releases it looks at. Never a refusal: each has honest causes.
package enum BatchDoubt: Hashable, Sendable {
    /// One account for several members.
    case sharedAccount(members: Int)
    /// One phone for several members.
    case sharedPhone(members: Int)
    /// One device filed for several members.
    case sharedDevice(members: Int)
    /// The first payment ever to a bank of the table.
    case firstToBank(String)
    /// Just below an amount from which more eyes look.
    case belowLimit(Rupiah)
    /// Far above what this batch usually pays.
    case outlier(median: Rupiah)
    /// The account was changed after the interview.
    case accountChanged
}

/// What is known of one item beside its amount.
package struct BatchLook: Hashable, Sendable {
    package let payment: ID<Payment>
    package let member: ID<Member>
    package let amount: Rupiah
    package let account: BankAccount
    package let phone: String
    package let device: String?
    package let accountChanged: Bool

    package init(
        payment: ID<Payment>, member: ID<Member>, amount: Rupiah, account: BankAccount, phone: String, device: String?, accountChanged: Bool
    ) {
        self.payment = payment
        self.member = member
        self.amount = amount
        self.account = account
        self.phone = phone
        self.device = device
        self.accountChanged = accountChanged
    }
}

/// What the look at a batch measures by.
package struct BatchUsual: Hashable, Codable, Sendable {
    /// Amounts from which somebody else looks, such as a person's limit.
    package var limits: [Rupiah] = [Rupiah(50_000_000), Rupiah(250_000_000)]
    /// Within so many percent below a limit an amount is told.
    package var nearPercent: Int64 = 2
    /// So many times the median is far above.
    package var outlierTimes: Int64 = 20

    package init() {}

    /// What stands out, by payment, in the order of `items`; `knownBanks` got money before.
    package func doubts(in items: [BatchLook], knownBanks: Set<String>) -> [(payment: ID<Payment>, doubts: [BatchDoubt])] {
        let accounts = Dictionary(grouping: items) { [$0.account.bank, $0.account.number] }.mapValues { Set($0.map(\.member)).count }
        let phones = Dictionary(grouping: items, by: \.phone).mapValues { Set($0.map(\.member)).count }
        let devices = Dictionary(grouping: items.filter { $0.device != nil }) { $0.device! }.mapValues { Set($0.map(\.member)).count }
        let sorted = items.map(\.amount).sorted()
        let median = sorted.isEmpty ? Rupiah(0) : sorted[sorted.count / 2]
        return items.compactMap { item in
            var found: [BatchDoubt] = []
            if let count = accounts[[item.account.bank, item.account.number]], count > 1 { found.append(.sharedAccount(members: count)) }
            if let count = phones[item.phone], count > 1 { found.append(.sharedPhone(members: count)) }
            if let device = item.device, let count = devices[device], count > 1 { found.append(.sharedDevice(members: count)) }
            if !knownBanks.contains(item.account.bank) { found.append(.firstToBank(item.account.bank)) }
            if let limit = limits.first(where: { item.amount <= $0 && item.amount > $0 - Rupiah($0.amount.share(percent: nearPercent)) }) {
                found.append(.belowLimit(limit))
            }
            if median > Rupiah(0), item.amount.amount / outlierTimes > median.amount { found.append(.outlier(median: median)) }
            if item.accountChanged { found.append(.accountChanged) }
            return found.isEmpty ? nil : (item.payment, found)
        }
    }
}
