import LapakDomain
import LapakNation
import Testing

@Suite struct NationTests {
    @Test func thereAreElevenRegionalOfficesAndEveryBranchBelongsToOne() {
        #expect(Nation.regions.count == 11)
        #expect(Set(Nation.regions.map(\.id)).count == 11)
        #expect(Set(Nation.branches.map(\.region)).isSubset(of: Nation.regions.map(\.id)))
    }

    @Test func thereAreFiftyTwoBranchesWithIdsInOrder() {
        #expect(Nation.branches.map(\.id) == (1...52).map { ID($0) })
    }

    @Test func codesAndNamesOfBranchesAreUniqueAndFitIntoAnAddress() {
        #expect(Set(Nation.branches.map(\.code)).count == 52)
        #expect(Set(Nation.branches.map(\.name)).count == 52)
        for branch in Nation.branches {
            #expect(branch.code.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 }, "\(branch.code)")
        }
    }

    @Test(arguments: [
        ("jakarta-salemba", Zone.wib), ("pekanbaru-kota", .wib), ("surabaya", .wib), ("bali-denpasar", .wita), ("makassar", .wita),
        ("balikpapan", .wita), ("papua-barat-manokwari", .wit), ("jayapura", .wit), ("ambon", .wit),
    ])
    func aBranchIsInItsZone(code: String, zone: Zone) throws {
        #expect(try #require(Nation.branch(code: code)).zone == zone)
    }

    @Test func sixBranchesAreInTheMiddleZoneAndThreeInTheEast() {
        #expect(Nation.branches.filter { $0.zone == .wita }.count == 6)
        #expect(Nation.branches.filter { $0.zone == .wit }.count == 3)
    }

    @Test func everyBranchIsInIndonesiaAndInTheRightThirdOfIt() {
        for branch in Nation.branches {
            let longitudes: ClosedRange<Double> =
                switch branch.zone {
                case .wib: 95...114
                case .wita: 114...126
                case .wit: 126...141
                }
            #expect((-11...6).contains(branch.latitude) && longitudes.contains(branch.longitude), "\(branch.code)")
        }
    }

    @Test func ratiosAreOneToSixAndEveryBranchHasOfficers() {
        for branch in Nation.branches {
            #expect((1...6).contains(branch.ratio) && (1...8).contains(branch.officers), "\(branch.code)")
            #expect(branch.officers > 1 || branch.ratio == 1, "small branches run one to one: \(branch.code)")
        }
    }

    @Test func denpasarTakesAboutAHundredAndFiftyOnlineFilingsADay() throws {
        let denpasar = try #require(Nation.branch(code: "bali-denpasar"))
        #expect(denpasar.officers == 4 && denpasar.ratio == 4)
        let hours = denpasar.hours
        let minutes = hours.closes.minutes - hours.opens.minutes - (hours.lunchUntil.minutes - hours.lunchFrom.minutes)
        let claims = denpasar.officers * denpasar.ratio * minutes / denpasar.minutesPerClaim
        #expect((140...160).contains(claims * denpasar.onlineShare / 100))
    }

    @Test func westPapuaServesThreeAtOnce() throws {
        #expect(try #require(Nation.branch(code: "papua-barat-manokwari")).ratio == 3)
    }
}
