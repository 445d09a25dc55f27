/// Who is next where many places in the network want the same few threads: one of each place after the other, so that a crowd from one
/// place keeps nobody else waiting for more than its one turn.
struct FairLine<Source: Hashable & Sendable, Waiting: Sendable>: Sendable {
    private var lines: [Source: [Waiting]] = [:]
    /// The places that wait, in the order of their turns.
    private var turns: [Source] = []
    private(set) var count = 0
    let mostOfOne: Int
    let most: Int

    init(mostOfOne: Int, most: Int) { (self.mostOfOne, self.most) = (mostOfOne, most) }

    /// Joins the line of its place; false where that is full, or all together are.
    mutating func join(_ waiting: Waiting, from source: Source) -> Bool {
        guard count < most, lines[source, default: []].count < mostOfOne else { return false }
        if lines[source] == nil { turns.append(source) }
        lines[source, default: []].append(waiting)
        count += 1
        return true
    }

    /// The next one; nil when nobody waits.
    mutating func next() -> Waiting? {
        guard !turns.isEmpty else { return nil }
        let source = turns.removeFirst()
        guard var line = lines[source], !line.isEmpty else { return nil }
        let first = line.removeFirst()
        lines[source] = line.isEmpty ? nil : line
        if !line.isEmpty { turns.append(source) }
        count -= 1
        return first
    }
}
