import CCurl

/// Signs calls with Amazon's Signature Version 4; libcurl (from 7.87 on) does the arithmetic.
///
/// The call must carry `x-amz-content-sha256`, the hash of its body, which libcurl signs as it stands. The path must need no
/// percent-encoding, because libcurl signs it as it is written.
package struct S3Signature: Hashable, Sendable, CustomStringConvertible {
    package let region: String
    package let key: String
    package let secret: String

    package init(region: String, key: String, secret: String) {
        self.region = region
        self.key = key
        self.secret = secret
    }

    /// The hash of nothing, for calls without a body.
    static let nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    /// For logs: without the key.
    package var description: String { "an S3 key for \(region)" }

    var options: [(option: CURLoption, value: CurlTransfer.Value)] {
        [
            (CURLOPT_AWS_SIGV4, .text("aws:amz:\(region):s3")),
            (CURLOPT_USERNAME, .text(key)),
            (CURLOPT_PASSWORD, .text(secret)),
        ]
    }
}
