import HTTPTypes
import Hummingbird
import LapakDomain
import LapakStore
import LapakWeb
import Logging
import NIOCore

/// What every request passes first and every answer last: times and counts it, turns refusals, trouble and unknown
/// addresses into our own pages, refuses changes that another site sends, and names the request.
struct AnswerMiddleware: RouterMiddleware {
    let app: App

    @concurrent func handle(
        _ request: Request, context: LapakContext, next: @concurrent (Request, LapakContext) async throws -> Response
    ) async throws -> Response {
        let begun = ContinuousClock.now
        var response: Response
        do {
            try refuseForeign(request)
            response = if let wayback = wayback(request) { wayback } else { try await next(request, context) }
        } catch {
            response = answer(to: error, request, context)
        }
        response.headers.append(HTTPField(name: .requestID, value: context.id))
        if request.method == .head { response = response.createHeadResponse() }
        let spent = begun.duration(to: .now)
        let seconds = Double(spent.components.seconds) + Double(spent.components.attoseconds) / 1e18
        app.figures.answered(response.status.code, seconds: seconds)
        // The pattern of the address, not the address: it may hold a secret.
        app.log.debug(
            "request.answer sent",
            metadata: [
                "id": "\(context.id)", "method": "\(request.method)", "route": "\(context.endpointPath ?? "-")",
                "status": "\(response.status.code)", "ms": "\(Int(seconds * 1000))",
            ])
        return response
    }

    /// Where a link leads that was copied with the full stop of its sentence.
    private func wayback(_ request: Request) -> Response? {
        guard request.method == .get || request.method == .head, !request.uri.path.hasPrefix("/api/"),
            let address = StrayMarks.trimmed(request.uri.string, questions: ["/klaim"])
        else { return nil }
        return Reply.redirect(address).response(to: request, headers: app.firstHeaders, secure: app.settings.servesTLS)
    }

    /// A form on another site cannot make our visitors change anything.
    private func refuseForeign(_ request: Request) throws {
        guard request.method != .get, request.method != .head, request.method != .options else { return }
        let site = SendingSite(
            fetchSite: request.headers[.secFetchSite], origin: request.headers[.origin], referrer: request.headers[.referer],
            host: request.head.authority, publicOrigin: app.settings.publicURL,
            hasCookie: Routes.cookies(of: request)[Page.styleCookie] != nil)
        if site.isForeign { throw HTTPError(.forbidden) }
    }

    private func answer(to error: any Error, _ request: Request, _ context: LapakContext) -> Response {
        let cookies = Routes.cookies(of: request)
        let language = Routes.language(of: request, cookies)
        let status: HTTPResponse.Status
        let title: Words
        let words: Words
        let code: String
        switch error {
        case let refusal as Refusal:
            app.figures.refused(refusal.code)
            (status, title, words, code) = (refusal.status, refusal.title, refusal.words, refusal.code)
        case is NIOTooManyBytesError:
            status = .contentTooLarge
            (title, words, code) = Self.words(for: status)
        case let http as HTTPError where http.status.code < 500:
            status = http.status
            (title, words, code) = Self.words(for: http.status)
        default:
            context.logger.error(
                "request.answer failed", metadata: ["error": "\(error.logged)", "route": "\(context.endpointPath ?? "-")"])
            status = error.mayPass ? .serviceUnavailable : .internalServerError
            title = Words("Ada gangguan di pihak kami", "Something failed on our side")
            words = Words(
                """
                Isian Anda tidak hilang. Tunggu \(Self.pause) detik, lalu muat ulang halaman ini. Bila berulang, telepon 175 dan sebut \
                kode \(context.id).
                """,
                """
                What you entered is not lost. Wait \(Self.pause) seconds, then reload this page. If it happens again, call 175 and give \
                the code \(context.id).
                """)
            code = "trouble"
        }
        let call = Call(
            app: app, request: request, parameters: context.parameters, id: context.id, now: app.clock.now, language: language,
            form: Form(), body: ByteBuffer(), cookies: cookies)
        if request.uri.path.hasPrefix("/api/") || request.headers[.accept]?.hasPrefix("application/json") ?? false {
            return Routes.response(timed(Problem(status: status, code: code, words: words).reply(language), error), to: call)
        }
        let page = Page(title: call.say(title), body: "<h1>\(call.say(title))</h1><p>\(call.say(words))</p>\(wayOut(of: error, call))")
        return Routes.response(timed(page.reply(to: call, status: status), error), to: call)
    }

    /// Seconds after which trying again is right while a part of the service is away.
    private static let pause = 30

    /// Says when to try again, where that is known or may help.
    private func timed(_ reply: Reply, _ error: any Error) -> Reply {
        if let refusal = error as? Refusal { return reply.waiting(refusal, at: app.clock.now) }
        guard reply.status == .serviceUnavailable else { return reply }
        var reply = reply
        reply.fields.append((.retryAfter, "\(Self.pause)"))
        return reply
    }

    /// Where to go on from a page that says no.
    private func wayOut(of error: any Error, _ call: Call) -> HTML {
        switch error {
        case Refusal.liveClaim, Refusal.notYours:
            "<p><a class=\"btn\" href=\"/klaim\">\(call.say("Masuk dengan nomor pengajuan", "Go on with the claim number"))</a></p>"
        case Refusal.otherClaim:
            """
            <p><a class="btn" href="/klaim">\(call.say("Masuk dengan nomor pengajuan", "Go on with the claim number"))</a></p>\
            <p><a href="/klaim/keluar">\(call.say("Lihat siapa yang terbuka di ponsel ini", "See who is open on this phone"))</a></p>
            """
        case Refusal.registrationGone: "<p><a class=\"btn\" href=\"/jadwal\">\(call.say("Pilih jadwal", "Choose a time"))</a></p>"
        default: "<p><a class=\"btn\" href=\"/\">\(call.say("Ke halaman depan", "To the front page"))</a></p>"
        }
    }

    private static func words(for status: HTTPResponse.Status) -> (Words, Words, String) {
        switch status {
        case .notFound: (Refusal.notFound.title, Refusal.notFound.words, "not_found")
        case .contentTooLarge:
            (
                Words("Kiriman terlalu besar", "Too much was sent"),
                Words(
                    "Yang dikirim terlalu besar. Kirim lebih sedikit, lalu coba lagi.",
                    "What was sent is too large. Send less, then try again."),
                "too_large"
            )
        case .forbidden:
            (
                Words("Permintaan ditolak", "Request refused"),
                Words(
                    "Permintaan ini datang dari situs lain. Buka halaman kami, muat ulang, lalu coba lagi.",
                    "This request came from another site. Open our page, reload it, then try again."), "forbidden"
            )
        default:
            (
                Words("Permintaan tidak dapat dibaca", "The request could not be read"),
                Words("Muat ulang halaman, lalu coba lagi.", "Reload the page, then try again."), "bad_request"
            )
        }
    }
}
