package import LapakDomain

extension Booth: Record {
    package static let table = Table<Booth>("booth") { table in
        table.derived("id", \.id)
        table.derived("branch", \.branch)
        table.derived("number", \.number)
        table.derived("code", \.code)
        let body = table.body("body")
        table.unique("booth_branch_number_key", Booth.numberIsThere)
        return { row in try row[body] }
    }

    /// Two booths of a branch cannot have one number.
    static let numberIsThere = Refusal.invalid(
        field: "bilik", Words("Nomor bilik ini sudah ada.", "This booth number is there already."))
}
