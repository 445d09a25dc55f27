/// What happened to a booth.
package enum BoothEvent: EventNoun {
    case paired(booth: ID<Booth>, branch: ID<Branch>, number: Int)
    case trouble(booth: ID<Booth>, branch: ID<Branch>, number: Int, trouble: Booth.Trouble?)

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case paired = "boothPaired"
        case trouble = "boothTrouble"
    }
}
