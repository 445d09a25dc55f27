import Foundation
package import LapakDomain

/// What every change needs to know of the nation and changes seldom: branches, policy, holidays.
///
/// A picture in memory; whoever changes it in the database draws it anew.
package struct Nation: Sendable {
    package let branches: [Branch]
    package let regions: [Region]
    package let holidays: Set<Day>
    package let policy: Policy
    private let byID: [ID<Branch>: Branch]
    private let byCode: [String: Branch]

    package init(branches: [Branch], regions: [Region] = [], holidays: Set<Day> = [], policy: Policy = Policy()) {
        self.branches = branches
        self.regions = regions
        self.holidays = holidays
        self.policy = policy
        byID = Dictionary(branches.map { ($0.id, $0) }) { $1 }
        byCode = Dictionary(branches.map { ($0.code, $0) }) { $1 }
    }

    package subscript(id: ID<Branch>) -> Branch? { byID[id] }
    package subscript(code: String) -> Branch? { byCode[code] }

    /// The branch of a slot. Refuses when the branch is unknown.
    package func branch(of slot: Slot) throws(Refusal) -> Branch {
        guard let branch = byID[slot.branch] else { throw .slotUnknown }
        return branch
    }

    package static func load(_ connection: any SQLConnection) throws -> Nation {
        let policy = try connection.query("SELECT body FROM policy WHERE id = 0", []).first?.json(Policy.self, 0)
        return Nation(
            branches: try connection.query("SELECT \(Branch.table.columnList) FROM branch ORDER BY region, id", []).map(Branch.init),
            regions: try connection.query("SELECT \(Region.table.columnList) FROM region ORDER BY id", []).map(Region.init),
            holidays: Set(try connection.query("SELECT day FROM holiday", []).map { Day(number: Int(try $0.int(0))) }),
            policy: policy ?? Policy())
    }
}
