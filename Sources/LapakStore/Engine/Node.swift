package import LapakDomain

/// The number that one running process puts into every identity that it makes, for as long as it says that it lives.
///
/// Two processes never have the same: a number that nobody had is taken first, then the one that is free for the longest.
package struct Node: Record {
    package let number: Int64
    /// Who has it: a word by chance, new with every start.
    package var holder: String
    package var until: Instant

    /// As many as fit into an identity.
    package static let numbers: Int64 = 1024
    /// Without a sign of life for so long, another process may have it.
    package static let lasts = Span.minutes(5)

    package static let table = Table<Node>("node") { table in
        let number = table.column("number", \.number)
        let holder = table.column("holder", \.holder)
        let until = table.column("until", \.until)
        return { row in Node(number: try row[number], holder: try row[holder], until: try row[until]) }
    }
}

extension Work {
    /// A number for a process that starts, or lost its own. Throws `overload` while every number lives.
    package func takeNode(for holder: String) throws -> Int64 {
        let (until, most) = (now + Node.lasts, try query("SELECT max(number) FROM node")[0].values[0])
        if case .int(let highest) = most, highest + 1 >= Node.numbers {
            for row in try query("SELECT number FROM node WHERE until <= $1 ORDER BY until, number LIMIT 16", now) {
                guard var node = try find(Node.self, try row.int(0)), node.until <= now else { continue }
                (node.holder, node.until) = (holder, until)
                update(node)
                return node.number
            }
            throw DatabaseTrouble(.overload, "all \(Node.numbers) numbers of processes are in use")
        }
        let number = if case .int(let highest) = most { highest + 1 } else { Int64(0) }
        insert(Node(number: number, holder: holder, until: until))
        return number
    }

    /// The process lives: its number is its own for another while. A number that another one has by now stays there, and this process
    /// gets a new one. Answers the number.
    package func keepNode(_ number: Int64, of holder: String) throws -> Int64 {
        guard var node = try find(Node.self, number), node.holder == holder else { return try takeNode(for: holder) }
        node.until = now + Node.lasts
        update(node)
        return number
    }
}
