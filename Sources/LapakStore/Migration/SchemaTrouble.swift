/// Why the tables of a database cannot be used by this program. Nothing was changed when it is thrown.
package enum SchemaTrouble: Error, Hashable, Sendable, CustomStringConvertible {
    /// The step was run here with another text than this program has.
    case changed(step: String)
    /// The tables are at a step that this program does not know.
    case newer(tables: Int, program: Int)
    /// Later steps were run, and this one was not.
    case skipped(step: String)
    /// The database refused the step, for instance because the role may not create tables.
    case refused(step: String, why: String)

    package var description: String {
        switch self {
        case .changed(let step):
            "The schema step \(step) is not the one that made these tables: its file was changed afterwards. Use their own release."
        case .newer(let tables, let program):
            "These tables are newer than the program: they are at step \(tables), and it knows \(program). Use the newer program."
        case .skipped(let step): "The schema step \(step) was never run here, although later ones were."
        case .refused(let step, let why):
            "The schema step \(step) cannot be run: \(why). Run `lapak migrate` with a role that may create tables."
        }
    }
}
