import HTTPTypes
import Hummingbird
import LapakDomain
import LapakGround
import LapakStore
import LapakVault
import LapakWeb

/// `POST /kantor/halaman/{id}/foto?dokumen=ktp`: a paper that an officer photographed for the person in front of them.
///
/// It goes the way of a member's own file: sealed, inspected, and then part of the claim's papers. Author is the officer.
enum YardPhotos {
    static func routes(_ routes: Routes) {
        routes.stream(.post, "\(Yard.path)/{visit}/foto", needs: .workYard) { call, desk in
            let isScript = call.request.headers[.accept]?.hasPrefix("application/json") ?? false
            let walkIn = try await call.walkIn(desk)
            guard let paper = call.query("dokumen").flatMap(Paper.init(rawValue:)) else { throw Refusal.paperNotAsked }
            do {
                guard let id = walkIn.claim, let claim = try await call.app.store.read({ try $0.find(Claim.self, id) }) else {
                    throw Refusal.invalid(
                        field: "berkas",
                        Words(
                            "Data orang ini belum cocok. Betulkan dahulu, lalu kirim fotonya.",
                            "This person's data do not match yet. Mend them first, then send the photo."))
                }
                let document = try await FileSending(paper: paper, call: call, claim: claim, author: desk.author).receive()
                guard isScript else { return .redirect(desk.address("\(Yard.path)/\(walkIn.id.rawValue)", "foto=1")) }
                return .json(JSON.object([("dokumen", .string(paper.rawValue)), ("keadaan", .string(document.phase.rawValue))]).text)
            } catch let refusal as Refusal where !isScript {
                call.app.figures.refused(refusal.code)
                return try await YardWalkInPage.show(call, desk, walkIn: walkIn.id, fault: refusal.words, status: refusal.status)
            } catch let trouble as VaultTrouble where trouble.isOurs {
                call.app.outages.failed(.storage, at: call.now)
                throw trouble
            }
        }
    }
}
