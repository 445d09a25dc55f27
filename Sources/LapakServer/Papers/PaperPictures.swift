import LapakDomain

/// The pictures and the content of a document, for whoever may see it.
enum PaperPictures {
    /// The picture of a page, counted from 1. Refuses with `notFound` when there is none.
    static func page(_ document: Document, _ page: Int, _ house: House) async throws -> Reply { throw Refusal.notFound }

    /// What is kept of the document, as a download.
    static func original(_ document: Document, _ house: House) async throws -> Reply { throw Refusal.notFound }
}
