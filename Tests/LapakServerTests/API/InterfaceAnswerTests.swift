import HTTPTypes
import LapakDomain
import LapakGround
import LapakNation
import LapakStore
import Testing

@testable import LapakDevelopment
@testable import LapakServer

/// The interface's answers as programs see them over the real router, each kept as it was seen last.
@Suite("The interface's answers") struct InterfaceAnswerTests {
    /// Somebody's program: a token, and JSON.
    private struct Program {
        let site: Site
        var token: String?

        func ask(_ method: HTTPRequest.Method, _ path: String, _ body: JSON? = nil, language: String? = nil) async throws -> Answer {
            var headers = HTTPFields()
            if body != nil { headers[.contentType] = "application/json" }
            headers[.authorization] = token.map { "Bearer \($0)" }
            headers[.acceptLanguage] = language
            return try await site.answer(method, "/api/v1\(path)", headers: headers, body: Array((body?.text ?? "").utf8))
        }

        /// Asks, and compares the answer with the one seen last.
        @discardableResult func see(
            _ name: String, _ method: HTTPRequest.Method, _ path: String, _ body: JSON? = nil, language: String? = nil,
            sourceLocation: SourceLocation = #_sourceLocation
        ) async throws -> Answer {
            let answer = try await ask(method, path, body, language: language)
            try await site.see("API/\(name)", answer, sourceLocation: sourceLocation)
            return answer
        }
    }

    private func identity(_ person: CastMember) -> JSON {
        let member = person.member
        return [
            "nik": .string(member.nik.digits), "kpj": .string(member.memberships[0].kpj.digits), "name": .string(member.name),
            "birth": .string(member.birth.iso), "mother": .string(member.mother),
        ]
    }

    @Test func `what a program hands on is read as its user sees it`() async throws {
        let site = try await Site.open()
        var program = Program(site: site)
        let siti = site.cast.siti
        let begun = try await program.ask(.post, "/registrations", ["queue": true])
        program.token = begun.json.text("token")
        let identity: JSON = [
            "nik": .string("\u{202D}\(siti.member.nik.digits)\u{202C}"), "kpj": .string("\(siti.member.memberships[0].kpj.digits)\u{A0}"),
            "name": .string("\u{FEFF}" + siti.member.name.replacing(" ", with: "\u{A0}")),
            "birth": .string(siti.member.birth.iso.replacing("-", with: "\u{2011}")), "mother": .string(siti.member.mother + "\u{200B}"),
        ]
        #expect(try await program.ask(.put, "/registrations/me/identity", identity).status == 200)
        let contact: JSON = [
            "email": .string("\u{200E}\(siti.email)"), "phone": .string("0062\(siti.phone.filter(\.isNumber).dropFirst())\u{202C}"),
        ]
        #expect(try await program.ask(.put, "/registrations/me/contact", contact).status == 200)
        let code = try await site.code(to: siti.email)
        let wide = String(String.UnicodeScalarView(code.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0)! }))
        #expect(try await program.ask(.post, "/registrations/me/proof", ["code": .string(wide)]).status == 200)
        #expect(try await program.ask(.put, "/registrations/me/identity", ["nik": "3174 0961 1290 000"]).status == 422)
    }

    @Test func `from a slot to the claim, and every step between`() async throws {
        let site = try await Site.open()
        var program = Program(site: site)
        let siti = site.cast.siti
        let slots = site.app.availability.openings.prefix(2).map { "\($0.slot.rawValue)" }
        let begun = try await program.see("registration-begun", .post, "/registrations", ["slot": .string(slots[0])])
        program.token = begun.json.text("token")
        try await program.see("registration", .get, "/registrations/me")
        try await program.see("registration-other-slot", .put, "/registrations/me/slot", ["slot": .string(slots[1])])
        try await program.see("identity-wrong", .put, "/registrations/me/identity", ["nik": "1"])
        try await program.see("identity", .put, "/registrations/me/identity", identity(siti))
        try await program.see("contact-wrong", .put, "/registrations/me/contact", ["email": "siti", "phone": "1"])
        try await program.see("contact", .put, "/registrations/me/contact", ["email": .string(siti.email), "phone": .string(siti.phone)])
        try await program.see("code-too-soon", .post, "/registrations/me/code")
        try await program.see("eligibility-before-the-proof", .get, "/registrations/me/eligibility")
        let code = try await site.code(to: siti.email)
        try await program.see("proof-wrong", .post, "/registrations/me/proof", ["code": .string(code == "000000" ? "111111" : "000000")])
        try await program.see("proof", .post, "/registrations/me/proof", ["code": .string(code)])
        try await program.see("eligibility", .get, "/registrations/me/eligibility")
        try await program.see("claim-too-early", .post, "/claims")
        try await program.see("reason-refused", .put, "/registrations/me/reason", ["reason": "partial_10"])
        try await program.see("reason", .put, "/registrations/me/reason", ["reason": "resignation"])
        let filed = try await program.see("claim-filed", .post, "/claims")
        #expect(filed.status == 201)
        try await program.see("claim-of-the-registration", .get, "/registrations/me/claim")
        try await program.see("registration-filed", .get, "/registrations/me")

        let number = filed.json.text("number").replacing("-", with: "")
        var visitor = Program(site: site)
        site.clock.advance(.minutes(2))
        let visit = try await visitor.see("visit-begun", .post, "/claims/\(number)/code")
        visitor.token = visit.json.text("token")
        try await visitor.see("claim-before-the-proof", .get, "/claims/me")
        try await visitor.see("visit-proof", .post, "/visits/me/proof", ["code": .string(try await site.code(to: siti.email))])
        try await visitor.see("claim", .get, "/claims/me")
        try await visitor.see("claim-english", .get, "/claims/me", language: "en")
        try await visitor.see("position-of-a-booked-claim", .get, "/claims/me/position")
        let other = try #require(site.app.availability.openings.last)
        try await visitor.see("rescheduled", .post, "/claims/me/reschedule", ["slot": .string("\(other.slot.rawValue)")])
        try await visitor.see("reschedule-unknown", .post, "/claims/me/reschedule", ["slot": "1"])
        try await visitor.see("cancelled", .post, "/claims/me/cancellation")
        try await visitor.see("reschedule-cancelled", .post, "/claims/me/reschedule", ["slot": .string("\(other.slot.rawValue)")])
    }

    @Test func `in line, with a wish, a place and an offer`() async throws {
        let site = try await Site.open()
        let first = try await Browser(site)
        try await first.book(site.cast.siti, at: site.branch.code)
        var program = Program(site: site)
        let budi = site.cast.budi
        let begun = try await program.see("queue-begun", .post, "/registrations", ["queue": true])
        program.token = begun.json.text("token")
        _ = try await program.ask(.put, "/registrations/me/identity", identity(budi))
        _ = try await program.ask(.put, "/registrations/me/contact", ["email": .string(budi.email), "phone": .string(budi.phone)])
        _ = try await program.ask(.post, "/registrations/me/proof", ["code": .string(try await site.code(to: budi.email))])
        try await program.see("queue-reason", .put, "/registrations/me/reason", ["reason": .string(budi.reason.rawValue)])
        try await program.see("wish-wrong", .put, "/registrations/me/wish", ["branches": ["tidak-ada"]])
        try await program.see("wish", .put, "/registrations/me/wish", ["branches": [.string(site.branch.code)]])
        let filed = try await program.see("claim-queued", .post, "/claims")
        try await site.settle()
        try await program.see("claim-in-line", .get, "/registrations/me/claim")
        try await first.open("/klaim/batal")
        try await first.press("f-batal")
        try await site.settle()
        let told = site.outbox.all.first { $0.to == budi.email && $0.text.contains("/tawaran/") }
        let words = try #require(told).text.split { $0.isWhitespace }
        let token = try #require(words.first { $0.contains("/tawaran/") }?.split(separator: "/").last)
        let anybody = Program(site: site)
        try await anybody.see("offer", .get, "/offers/\(token)")
        try await anybody.see("offer-unknown", .get, "/offers/1.0123456789abcdef0123456789abcdef")
        try await anybody.see("offer-declined", .post, "/offers/\(token)/refusal")
        try await anybody.see("offer-gone", .post, "/offers/\(token)/acceptance")
        #expect(try await site.claim(numbered: filed.json.text("number")).phase == .waiting)
    }

    @Test func `what everybody may have`() async throws {
        let site = try await Site.open()
        let program = Program(site: site)
        try await program.see("branches", .get, "/branches")
        try await program.see("availability-of-a-branch", .get, "/availability?branch=\(site.branch.code)&limit=3")
        try await program.see("feed", .get, "/feed")
        try await program.see("draws", .get, "/draws")
        try await program.see("draw-unknown", .get, "/draws/2020-01-01")
        try await program.see("draw-unknown-english", .get, "/draws/2020-01-01", language: "en-GB,en;q=0.9")
        try await program.see("not-found", .get, "/tidak-ada")
        try await program.see("method", .delete, "/branches")
        try await site.see("API/openapi", try await site.answer(.get, "/openapi.json"))
    }

    @Test(
        "what cannot be read, or whose token is none, is a problem of its own",
        arguments: [
            ("no-token", "GET", "/claims/me", "", "application/json"), ("empty", "POST", "/registrations", "", "application/json"),
            ("broken", "POST", "/registrations", "{", "application/json"), ("list", "POST", "/registrations", "[1]", "application/json"),
            ("twice", "POST", "/registrations", #"{"slot":"1","slot":"2"}"#, "application/json"),
            ("form", "POST", "/registrations", "slot=1", "application/x-www-form-urlencoded"),
            ("number", "POST", "/registrations", #"{"slot":1}"#, "application/json"),
            ("unknown-slot", "POST", "/registrations", #"{"slot":"12"}"#, "application/json"),
        ])
    func problems(name: String, method: String, path: String, body: String, type: String) async throws {
        let site = try await Site.open()
        let verb = try #require(HTTPRequest.Method(rawValue: method))
        let answer = try await site.answer(verb, "/api/v1\(path)", headers: [.contentType: type], body: Array(body.utf8))
        #expect(answer.status >= 400 && answer.status < 500 && answer.type == "application/problem+json")
        try await site.see("API/problem-\(name)", answer)
    }

    @Test func `HEAD says what GET would, without a body, and OPTIONS names the methods`() async throws {
        let site = try await Site.open()
        let (head, get) = (try await site.answer(.head, "/api/v1/branches"), try await site.answer(.get, "/api/v1/branches"))
        #expect(head.status == 200 && head.bytes.isEmpty && head.headers[.eTag] == get.headers[.eTag] && head.type == get.type)
        let options = try await site.answer(.delete, "/api/v1/branches")
        #expect(options.status == 405 && options.headers[.allow]?.contains("GET") == true)
    }
}
