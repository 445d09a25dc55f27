import HTTPTypes
import Hummingbird
package import LapakDomain
import LapakStore
import LapakVault
package import LapakWeb

/// Documents as they are looked at: pages as pictures that we made ourselves, and the cleaned file to be saved.
///
/// Nothing that a stranger made is ever shown as a page of ours: previews are re-encoded, the file itself is only handed out
/// to be saved. Who looks is told to the journal by the caller (`Work.view`).
package enum PaperPictures {
    static func routes(_ routes: Routes) {
        routes.get("/berkas/dokumen/{id}/{page}") { call in
            guard let id = call.parameters.get("id", as: Int64.self), let asked = call.parameters.get("page") else {
                throw Refusal.notFound
            }
            let claim = try await call.papersClaim(asOwner: true).id
            guard let document = try await call.app.store.read({ try $0.find(Document.self, ID<Document>(id)) }), document.claim == claim
            else { throw Refusal.notFound }
            if asked == "asli" { return try await looked(call, document) { try await original(document, call.app) } }
            guard let page = Int(asked) else { throw Refusal.notFound }
            guard page == 1 else { return try await self.page(document, page, call.app) }
            return try await looked(call, document) { try await self.page(document, page, call.app) }
        }
    }

    /// The member's own look, told once: with the first page, and with the file. Nothing is told of what could not be shown.
    private static func looked(_ call: Call, _ document: Document, _ show: () async throws -> Reply) async throws -> Reply {
        let reply = try await show()
        _ = try await call.app.store.write(in: call.context(by: .member(document.claim))) { try $0.view(document.id, .ownLook) }
        return reply
    }

    /// A page, counted from 1, as JPEG. Refuses with `notFound` what there is no picture of, and documents that were not
    /// inspected or did not pass.
    package static func page(_ document: Document, _ page: Int, _ app: App) async throws -> Reply {
        _ = try document.view(.ownLook)
        guard (1...max(1, document.pages)).contains(page) else { throw Refusal.notFound }
        return picture(try await load(.preview(page), of: document, app), type: "image/jpeg", shown: "inline")
    }

    /// The cleaned file, to be saved: a browser never shows it by itself.
    package static func original(_ document: Document, _ app: App) async throws -> Reply {
        _ = try document.view(.ownLook)
        guard let kind = document.kind else { throw Refusal.notFound }
        let name = "\(document.paper.rawValue)-\(document.version).\(kind.fileExtension)"
        return picture(
            try await load(.cleaned, of: document, app), type: kind.mediaType, shown: "attachment; filename=\"\(name)\"")
    }

    private static func load(_ part: PaperVault.Part, of document: Document, _ app: App) async throws -> [UInt8] {
        do { return try await app.papers.load(part, of: document.id, document.claim) } catch VaultTrouble.missing {
            throw Refusal.notFound
        }
    }

    private static func picture(_ bytes: [UInt8], type: String, shown: String) -> Reply {
        Reply(
            type: type, bytes: bytes, cacheControl: "private, no-store",
            fields: [(.contentDisposition, shown), (.contentSecurityPolicy, "default-src 'none'; sandbox")])
    }
}
