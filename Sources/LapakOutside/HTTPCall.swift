import CCurl
package import LapakDomain
package import LapakVault

/// One question to another server over HTTP. TLS is always verified; redirects are answers, not followed.
///
/// A proxy is taken from the environment (`https_proxy`, `no_proxy`) as by other programs.
package struct HTTPCall: Sendable {
    package enum Verb: String, Hashable, Sendable { case get = "GET", head = "HEAD", put = "PUT", post = "POST", delete = "DELETE" }

    package var verb: Verb
    package var url: String
    package var headers: [String: String]
    /// Sent with POST only.
    package var body: [UInt8]
    /// Sent with PUT only, read piece by piece while it goes.
    package var outgoing: OutgoingFile?
    /// Takes the body of a good answer (2xx) from its start, instead of memory. Cut it before each try.
    package var incoming: DiskFile?
    /// Signs the call for a storage that speaks S3.
    package var signature: S3Signature?
    /// From the call to the end of the answer, waiting for a thread included.
    package var timeLimit: Span
    /// The most bytes that are taken, headers included.
    package var sizeLimit: Int
    /// A file of certificates (PEM) to trust instead of the system's.
    package var authorities: String?

    package init(
        _ verb: Verb, _ url: String, headers: [String: String] = [:], body: [UInt8] = [], timeLimit: Span = .seconds(10),
        sizeLimit: Int = 1_048_576, authorities: String? = nil
    ) {
        self.verb = verb
        self.url = url
        self.headers = headers
        self.body = body
        self.timeLimit = timeLimit
        self.sizeLimit = sizeLimit
        self.authorities = authorities
    }

    /// Asks, and returns the answer whatever its status.
    package func send(on threads: CurlThreads) async throws(HTTPTrouble) -> HTTPAnswer {
        guard headers.allSatisfy({ HTTPCall.isName($0) && !HeaderText.hasControls($1) && !$1.isEmpty }), !HeaderText.hasControls(url) else {
            throw .unsendable("a header or the address has characters that it must not have")
        }
        do {
            return HTTPAnswer(try await threads.run(transfer))
        } catch {
            throw HTTPTrouble(error)
        }
    }

    private var transfer: CurlTransfer {
        var lines = headers.map { "\($0): \($1)" }.sorted()
        // An empty Expect saves the wait for "100 Continue". libcurl 7.88 would sign it though it is not sent.
        if verb == .post, signature == nil { lines.append("Expect:") }
        var options: [(option: CURLoption, value: CurlTransfer.Value)] = [
            (CURLOPT_URL, .text(url)),
            (CURLOPT_PROTOCOLS_STR, .text("http,https")),
            (CURLOPT_USERAGENT, .text("lapak")),
            (CURLOPT_HTTPHEADER, .list(lines)),
        ]
        switch verb {
        case .get: break
        case .head: options.append((CURLOPT_NOBODY, .number(1)))
        case .put: options += [(CURLOPT_UPLOAD, .number(1)), (CURLOPT_INFILESIZE_LARGE, .size(outgoing?.size ?? 0))]
        case .post: options += [(CURLOPT_POST, .number(1)), (CURLOPT_COPYPOSTFIELDS, .body(body))]
        case .delete: options.append((CURLOPT_CUSTOMREQUEST, .text("DELETE")))
        }
        if let authorities { options.append((CURLOPT_CAINFO, .text(authorities))) }
        if let signature { options += signature.options }
        return CurlTransfer(
            options: options, outgoing: verb == .put ? outgoing?.file : nil, incoming: incoming, receivingLimit: sizeLimit,
            timeLimit: timeLimit)
    }

    /// A token as in RFC 9110, section 5.6.2, without the rarer marks.
    private static func isName(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
                    true
                default: byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
                }
            }
    }
}
