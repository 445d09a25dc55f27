import LapakDomain
import LapakStore

extension Call {
    /// Tells the journal that this person looks at the document, before anything of it is shown; not again within one look.
    /// A document that this person may not see, or that nobody can see, is not looked at.
    func look(at document: Document, _ desk: Desk, _ looks: RecentLooks) async throws {
        guard desk.staff.maySee(document, at: now), document.isVisible else { return }
        guard !looks.isKnown(desk.staff.id, document.id, at: now) else { return }
        let (id, author, now) = (document.id, desk.author, now)
        _ = try await app.store.write(in: context(by: author)) { try $0.view(id, .precheck) }
        looks.remember(desk.staff.id, id, at: now)
    }
}
