import LapakDomain
import Testing

@testable import LapakStore

/// The one rule for stored bodies, with a body of two releases ago.
@Suite struct BodiesTests {
    struct Chair: StoredBody, Hashable {
        enum Wood: String, StoredBody { case oak, teak }
        struct Leg: StoredBody, Hashable {
            var length: Int
            var isTurned: Bool
            static var absent: [String: Any] { ["isTurned": true] }
        }
        enum Place: StoredBody, Hashable {
            case room(number: Int, floor: Int)
            case store
            static var absent: [String: Any] { ["room.floor": 1] }
            static var former: Set<String> { ["room.wing"] }
        }
        var wood: Wood
        var legs: [Leg]
        var place: Place?
        var seats: Int
        var name: String?
        static var absent: [String: Any] { ["seats": 1] }
        static var former: Set<String> { ["colour"] }
    }

    private func read(_ text: String) throws -> Chair { try Bodies.decode(Chair.self, from: text) }
    private func trouble(_ text: String) -> String {
        let error = #expect(throws: DatabaseTrouble.self) { try read(text) }
        return error?.message ?? ""
    }

    @Test func `what an old body lacks has the value that it meant, at every depth`() throws {
        let old =
            #"{"colour":"red","legs":[{"length":40},{"isTurned":false,"length":41}],"place":{"room":{"number":7,"wing":"b"}},"wood":"oak"}"#
        let chair = try read(old)
        #expect(chair.seats == 1)
        #expect(chair.legs == [Chair.Leg(length: 40, isTurned: true), Chair.Leg(length: 41, isTurned: false)])
        #expect(chair.place == Chair.Place.room(number: 7, floor: 1))
        #expect(chair.name == nil)
    }

    @Test func `what stands there counts, also where there is a default`() throws {
        let chair = try read(#"{"legs":[],"place":{"store":{}},"seats":2,"wood":"teak","name":"x"}"#)
        #expect(chair == Chair(wood: .teak, legs: [], place: .store, seats: 2, name: "x"))
    }

    private static let unknown: [[String]] = [
        [#"{"legs":[],"seats":1,"wood":"oak","wheels":4}"#, "Chair has no wheels in this release"],
        [#"{"legs":[{"length":1,"tip":2}],"wood":"oak"}"#, "Leg has no tip in this release"],
        [#"{"legs":[],"wood":"oak","place":{"room":{"number":1,"door":2}}}"#, "Place has no room.door in this release"],
        [#"{"legs":[],"wood":"oak","place":{"attic":{}}}"#, "Place has no attic in this release"],
        [#"{"legs":[],"wood":"pine"}"#, "pine"],
        [#"{"legs":[]}"#, "wood is absent and has no default"],
    ]

    @Test(arguments: unknown) func `what no release knows is refused by its name`(pair: [String]) {
        #expect(trouble(pair[0]).contains(pair[1]))
    }

    @Test func `a policy from before its parts has the national defaults, and keeps what was decided`() throws {
        let old = try Bodies.decode(
            Policy.self, from: #"{"changes":5,"files":{"mostPages":7,"shrinkPapers":{}},"interviews":{"calls":4},"offers":{}}"#)
        var expected = Policy()
        expected.changes = 5
        expected.files.mostPages = 7
        expected.files.shrinkPapers = [:]
        expected.interviews.calls = 4
        #expect(old == expected)
    }

    @Test func `events and lists name what they do not know`() {
        let event = #expect(throws: DatabaseTrouble.self) { try Journal.decode(#"{"vanished":{"claim":1}}"#) }
        #expect(event?.message.contains("vanished") == true)
        let hint = #expect(throws: DatabaseTrouble.self) { try Bodies.decode([Hint].self, from: #"["purple"]"#) }
        #expect(hint?.message.contains("purple") == true)
        let rule = #expect(throws: DatabaseTrouble.self) { try Bodies.decode(Policy.self, from: #"{"checklists":{"law-1":[]}}"#) }
        #expect(rule?.message.contains("law-1") == true)
    }
}
