import HTTPTypes
package import Hummingbird
package import LapakDomain
import LapakGround
package import LapakStore
package import LapakWeb
import NIOCore

/// One request as a handler sees it: the application, the moment, the language, and what was sent.
package struct Call: WebRequest {
    package let app: App
    package let request: Request
    package let parameters: Parameters
    package let id: String
    package let now: Instant
    package let language: Language
    package let form: Form
    package let body: ByteBuffer
    package let cookies: [String: String]
    /// Filled when the request's key is looked at.
    let ownerNote = OwnerNote()
    /// Where in the network it comes from; nil inside this process.
    var source: NetworkSource?

    package var nation: Nation { app.nation }
    package var policy: Policy { app.nation.policy }
    package var assets: Assets { app.assets }
    package var owner: Owner? { ownerNote.owner }

    /// In what a change of this request happens. It is the clock's unless somebody does it, or the change finds out who does.
    package func context(by author: Author = .clock) -> Context { app.context(by: author, at: now) }

    /// The same request looked at again now, for what lasts longer than an answer.
    var atThisMoment: Call {
        Call(
            app: app, request: request, parameters: parameters, id: id, now: app.clock.now, language: language, form: form, body: body,
            cookies: cookies)
    }

    /// The key that makes sending a form twice one change: the hidden field, or the header of the interface.
    package func requestKey(_ scope: String) -> RequestKey? {
        let key = request.headers[.idempotencyKey] ?? form["kunci"]
        guard !key.isEmpty, key.utf8.count <= 200 else { return nil }
        let content = body.readableBytes > 0 && form.content.isEmpty ? String(buffer: body) : form.content
        return RequestKey(key, scope: scope, parameters: "\(request.uri.path)?\(content)")
    }
    /// A new key for the next form.
    package func freshKey() -> String { app.secrets.bytes(12).hex }
}
