import Foundation
package import LapakDomain

/// A bucket of a storage that speaks S3, and the key to it.
///
/// The address is whatever stands before a file's name: `https://s3.example.id/bucket` or `https://bucket.s3.example.id`,
/// with a folder behind it if wanted. Parts of the query: `region` (default `us-east-1`), `ca` (file of certificates to trust
/// instead of the system's), `seconds` (time limit of one try, default 30).
package struct S3Settings: Hashable, Sendable {
    /// Without a slash at its end.
    package let base: String
    package let signature: S3Signature
    /// A file of certificates (PEM) to trust instead of the system's.
    package let authorities: String?
    /// Of one try; an upload of some megabytes must fit into it.
    package let timeLimit: Span

    /// Refuses an address other than `https://`, except `http://` to this very machine, and a key or secret that is not
    /// printable ASCII.
    package init(url: String, key: String, secret: String) throws(OutsideSettingTrouble) {
        guard var parts = URLComponents(string: url), let scheme = parts.scheme, let host = parts.host, !host.isEmpty,
            parts.fragment == nil, parts.user == nil, parts.password == nil
        else { throw OutsideSettingTrouble("the storage is written https://host/bucket?region=name") }
        guard scheme == "https" || scheme == "http" && Loopback.contains(host) else {
            throw OutsideSettingTrouble("the storage must be reached by https")
        }
        guard parts.percentEncodedPath.utf8.allSatisfy(S3Settings.isPlain) else {
            throw OutsideSettingTrouble("the path of the storage has letters, digits and -._/ only")
        }
        let query = try S3Settings.query(parts.queryItems ?? [])
        guard let seconds = Int(query["seconds"] ?? "30"), (1...600).contains(seconds) else {
            throw OutsideSettingTrouble("seconds of the storage is a number from 1 to 600")
        }
        let region = query["region"] ?? "us-east-1"
        guard !region.isEmpty, region.utf8.allSatisfy({ S3Settings.isPlain($0) && $0 != UInt8(ascii: "/") }) else {
            throw OutsideSettingTrouble("the region of the storage has letters, digits and -._ only")
        }
        for (name, value) in [("key", key), ("secret", secret)] {
            guard !value.isEmpty, value.utf8.allSatisfy({ (33...126).contains($0) }) else {
                throw OutsideSettingTrouble("the \(name) of the storage must be printable ASCII without blanks")
            }
        }
        parts.query = nil
        let address = parts.string ?? url
        base = address.hasSuffix("/") ? String(address.dropLast()) : address
        signature = S3Signature(region: region, key: key, secret: secret)
        authorities = query["ca"]
        timeLimit = .seconds(seconds)
    }

    private static func query(_ items: [URLQueryItem]) throws(OutsideSettingTrouble) -> [String: String] {
        var query: [String: String] = [:]
        for item in items {
            guard ["region", "ca", "seconds"].contains(item.name), query[item.name] == nil, let value = item.value else {
                throw OutsideSettingTrouble("the storage has no use for \(item.name), or it stands there twice or empty")
            }
            query[item.name] = value
        }
        return query
    }

    /// What a path may have without being encoded.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        default: "-._/".utf8.contains(byte)
        }
    }
}

extension S3Settings: CustomStringConvertible {
    /// For logs: without the key.
    package var description: String { "\(base) (\(signature.region))" }
}
