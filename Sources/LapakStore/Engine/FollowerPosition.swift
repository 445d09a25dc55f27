/// How far a follower has read the journal.
package struct FollowerPosition: Record {
    package let name: String
    package var position: Int64
    package init(name: String, position: Int64) {
        self.name = name
        self.position = position
    }

    package static let table = Table<FollowerPosition>("follower") { table in
        let name = table.column("name", \.name)
        let position = table.column("position", \.position)
        return { row in FollowerPosition(name: try row[name], position: try row[position]) }
    }
}
