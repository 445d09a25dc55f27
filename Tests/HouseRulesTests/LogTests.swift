import Foundation
import Testing

/// What the log says can be searched and alerted on: a stable key, `subject.verb outcome`, and the rest as metadata.
@Suite("Logs") struct LogTests {
    @Test("a line of the log is a stable key: subject.verb outcome", arguments: HouseRulesTests.imports.keys.sorted())
    func keys(module: String) throws {
        let key = #/^(?:\\\(name\)|[a-z]+)\.[a-zA-Z]+ [a-z]+$/#
        for source in try Source.all(in: module) {
            for call in source.text.matches(of: #/log(?:ger)?\.(?:debug|info|notice|warning|error|critical)\(\s*"([^"]*)"/#)
            where call.1.wholeMatch(of: key) == nil {
                Issue.record("\(source.path) logs \"\(call.1)\"")
            }
        }
    }

    @Test("a log says of an error only what holds no values", arguments: HouseRulesTests.imports.keys.sorted())
    func errors(module: String) throws {
        for source in try Source.all(in: module) where source.text.contains(#""error": "\(error)""#) {
            Issue.record("\(source.path) logs an error as it is: its description may repeat what somebody entered (`logged`)")
        }
    }
}
