import LapakDomain

extension Story {
    /// What everybody may see.
    static let publicPages = [
        Story("help and the draws") { site in
            let phone = try await Browser(site)
            try await phone.show("Public/help", at: "/bantuan")
            try await phone.show("Public/draws", at: "/undian")
            try await site.wait(.days(2))
            try await phone.show("Public/draws-drawn", at: "/undian")
        },
        Story("an address that is not there") { site in
            try await Browser(site).show("Kit/not-found", at: "/halaman-yang-tidak-ada", status: 404)
        },
    ]
}
