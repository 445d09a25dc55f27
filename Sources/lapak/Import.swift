import ArgumentParser
import Foundation
import LapakStore

/// `lapak import`: what the agency's systems export.
struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Load exports of the agency's systems.", subcommands: [ImportMembers.self])
}

/// `lapak import members FILE.csv`: a member registry export.
struct ImportMembers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "members", abstract: "Load a member registry export: one line per membership card.",
        discussion: """
            The file is CSV (RFC 4180, UTF-8) with `,` or `;`. Its first line names the columns, in any order:

              nik,name,birth,mother,kpj,npp,employer,start,end,status,balance

            Days are written 2020-06-15; status is active, ended or paid; balance is whole rupiah. The cards of one member stand \
            together and replace what was known of that NIK. Members with a faulty line are left out whole; what was wrong stands \
            in FILE.csv.faults.csv by line and field, without any personal data. The exit code is 2 then.

            An interrupted import goes on where it stopped when it is started again with the same file.

              lapak import members registry-2026-06.csv
              lapak import members registry-2026-06.csv --again --database postgres://lapak@db/lapak
            """)

    @OptionGroup var database: DatabaseOption
    @Argument(help: "The file to load.", completion: .file(extensions: ["csv"])) var file: String
    @Flag(help: "Read the whole file again, even where it was read before.") var again = false

    func run() async throws {
        let members = try MemberImport(path: file)
        let store = try await database.openMigrated()
        var line = ProgressLine()
        let faults = FaultsFile(path: file + ".faults.csv", again: again)
        let done = try await members.run(into: store, again: again, report: { try faults.append($0) }) { progress in
            line.show("line \(progress.line), \(progress.members) members, \(progress.faults) faults")
        }
        line.finish("\(done.line) lines read, \(done.members) members loaded, \(done.faults) faults")
        await store.close()
        guard done.faults > 0 else { return }
        print("What was wrong stands in \(file).faults.csv.")
        throw ExitCode(2)
    }
}

/// Where the faults of an import are written: line, field and sentence.
private struct FaultsFile {
    let path: String

    /// A run from the beginning starts a new list.
    init(path: String, again: Bool) {
        self.path = path
        if again { try? FileManager.default.removeItem(atPath: path) }
    }

    func append(_ faults: [MemberImport.Fault]) throws {
        var text = ""
        if !FileManager.default.fileExists(atPath: path) {
            guard FileManager.default.createFile(atPath: path, contents: nil) else { throw MemberImportTrouble.unreadable(path) }
            text = "line,field,trouble\r\n"
        }
        for fault in faults { text += "\(fault.line),\(fault.field),\"\(fault.words.replacing("\"", with: "\"\""))\"\r\n" }
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
    }
}
