import LapakDomain
import LapakNation
import Testing

@Suite struct NationTests {
    @Test func thereAreElevenRegionalOfficesAndEveryBranchBelongsToOne() {
        #expect(ExampleNation.regions.count == 11)
        #expect(Set(ExampleNation.regions.map(\.id)).count == 11)
        #expect(Set(ExampleNation.branches.map(\.region)).isSubset(of: ExampleNation.regions.map(\.id)))
    }

    @Test func thereAreFiftyTwoBranchesWithIdsInOrder() {
        #expect(ExampleNation.branches.map(\.id) == (1...52).map { ID($0) })
    }

    @Test func codesAndNamesOfBranchesAreUniqueAndFitIntoAnAddress() {
        #expect(Set(ExampleNation.branches.map(\.code)).count == 52)
        #expect(Set(ExampleNation.branches.map(\.name)).count == 52)
        for branch in ExampleNation.branches {
            #expect(branch.code.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 }, "\(branch.code)")
        }
    }

    @Test(arguments: [
        ("jakarta-salemba", Zone.wib), ("pekanbaru-kota", .wib), ("surabaya", .wib), ("bali-denpasar", .wita), ("makassar", .wita),
        ("balikpapan", .wita), ("papua-barat-manokwari", .wit), ("jayapura", .wit), ("ambon", .wit),
    ])
    func aBranchIsInItsZone(code: String, zone: Zone) throws {
        #expect(try #require(ExampleNation.branch(code: code)).zone == zone)
    }

    @Test func sixBranchesAreInTheMiddleZoneAndThreeInTheEast() {
        #expect(ExampleNation.branches.filter { $0.zone == .wita }.count == 6)
        #expect(ExampleNation.branches.filter { $0.zone == .wit }.count == 3)
    }

    @Test func everyBranchIsInIndonesiaAndInTheRightThirdOfIt() {
        for branch in ExampleNation.branches {
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
        for branch in ExampleNation.branches {
            #expect((1...6).contains(branch.ratio) && (1...8).contains(branch.officers), "\(branch.code)")
            #expect(branch.officers > 1 || branch.ratio == 1, "small branches run one to one: \(branch.code)")
        }
    }

    @Test func denpasarTakesAboutAHundredAndFiftyOnlineFilingsADay() throws {
        let denpasar = try #require(ExampleNation.branch(code: "bali-denpasar"))
        #expect(denpasar.officers == 4 && denpasar.ratio == 4)
        let hours = denpasar.hours
        let minutes = hours.closes.minutes - hours.opens.minutes - (hours.lunchUntil.minutes - hours.lunchFrom.minutes)
        let claims = denpasar.officers * denpasar.ratio * minutes / denpasar.minutesPerClaim
        #expect((140...160).contains(claims * denpasar.onlineShare / 100))
    }

    @Test func westPapuaServesThreeAtOnce() throws {
        #expect(try #require(ExampleNation.branch(code: "papua-barat-manokwari")).ratio == 3)
    }
}
