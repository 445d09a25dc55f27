import HTTPTypes
import HummingbirdCore
import LapakWeb

extension Call {
    /// The id of the last event that the page knew before its stream broke: a position of the journal.
    package var lastEvent: Int64? { (request.headers[.lastEventID] ?? query("last")).flatMap(Int64.init) }
}
