/// The address of a PostgreSQL server.
enum PostgresAddress {
    /// Limits for a server that is not there, in libpq's words: seconds to connect, milliseconds until sent bytes must be acknowledged.
    private static let limits = [("connect_timeout", "5"), ("tcp_user_timeout", "15000")]

    /// The address with these limits, where it does not name its own.
    static func limited(_ address: String) -> String {
        limits.reduce(address) { address, limit in
            let query = address.firstIndex(of: "?").map { address[$0...] } ?? ""
            guard !query.contains("\(limit.0)=") else { return address }
            return "\(address)\(query.isEmpty ? "?" : "&")\(limit.0)=\(limit.1)"
        }
    }
}
