import LapakDomain
import LapakNation
import Testing

@Suite struct StaffTests {
    @Test func userNamesAreUnique() {
        #expect(Set(ExampleNation.staff.map(\.username)).count == ExampleNation.staff.count)
    }

    @Test(arguments: ExampleNation.branches)
    func aBranchHasOneManagerAndItsOfficers(branch: Branch) {
        let staff = ExampleNation.staff.filter { $0.branch == branch.id }
        #expect(staff.filter { $0.role == .manager }.count == 1)
        #expect(staff.filter { $0.role == .officer }.count == branch.officers)
        #expect(Set(staff.map(\.name)).count == staff.count, "two colleagues with one name would confuse the member")
    }

    @Test(arguments: [
        "manajer.jakarta-salemba", "petugas1.jakarta-salemba", "manajer.bali-denpasar", "manajer.papua-barat-manokwari",
        "manajer.pekanbaru-kota", "nasional1",
    ])
    func aUserNameIsAsDocumented(username: String) {
        #expect(ExampleNation.staff.contains { $0.username == username })
    }

    @Test func onlyWhoLooksAfterTheNationBelongsToNoBranch() {
        for person in ExampleNation.staff { #expect((person.branch == nil) == (person.role.scope == .nation)) }
    }
}
