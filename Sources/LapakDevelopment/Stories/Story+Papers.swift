import HTTPTypes
import LapakDomain
import LapakNation
import LapakServer

extension Story {
    /// The member's papers: the list with every state, one paper's page, and the personal link.
    static let papers = [
        Story("an empty list leads to the first paper and names the real deadline") { site in
            let (phone, claim) = try await site.booked()
            try await phone.show("Papers/list-empty", at: "/berkas")
            try hold(phone.page.says("23.59") && phone.page.says("0 dari 5 wajib diterima"))
            let first = try (phone.page.markup.one(id: "daftar")?.all("a").first { $0["class"] == "btn" }).found("the first paper's button")
            try hold(first.words.hasPrefix("Kirim: "))
            for paper in Dossier(claim.facts, documents: []).required.flatMap({ $0.item.papers.prefix(1) }) {
                try await phone.show("Papers/photo-\(paper.rawValue)", at: "/berkas/\(paper.rawValue)")
            }
        },
        Story("every state is said with its reason and its next step") { site in
            let (phone, claim) = try await site.booked()
            try await site.put(.ktp, .accepted, for: claim.id)
            try await site.put(.kartuPeserta, .waiting, for: claim.id, hints: [.blurred, .dark])
            try await site.put(.resignationLetter, .returned, for: claim.id, reason: .cutOff, note: "Cap perusahaan tidak terlihat.")
            try await site.put(.bankBook, .refused, for: claim.id, kind: nil, fault: .encryptedPDF)
            try await site.put(.facePhoto, .checking, for: claim.id, kind: nil)
            try await phone.show("Papers/list-every-state", at: "/berkas")
            let marks = phone.page.markup.all { ($0["class"] ?? "").hasPrefix("tag") }.map(\.words)
            try hold(marks.prefix(5) == ["Menunggu petugas", "Diterima", "Foto ulang", "Kirim ulang", "Sedang diperiksa"])
            try hold(phone.page.says("Cap perusahaan tidak terlihat.") && phone.page.says("dikunci dengan kata sandi"))
            try await phone.show("Papers/photo-returned", at: "/berkas/resignation_letter")
            try await phone.show("Member/status-papers", at: "/klaim/status")
            try await phone.show("Member/proof-papers", at: "/klaim/bukti")
            for (path, status, words) in [
                ("passport", 422, "tidak diminta"), ("ktp", 409, "sudah diterima"), ("apa", 404, "tidak ada"),
            ] {
                let answer = try await phone.open("/berkas/\(path)")
                try hold(answer.status == status && answer.says(words), path)
            }
            try await phone.show("Papers/refused-accepted", at: "/berkas/ktp", status: 409)
            try await phone.show("Papers/refused-not-asked", at: "/berkas/passport", status: 422)
        },
        Story("when everything is in the page says what happens next") { site in
            let (phone, claim) = try await site.booked()
            try await site.putAll(.waiting, for: claim)
            try await phone.show("Papers/list-sent", at: "/berkas")
            try hold(phone.page.says("Semua dokumen wajib sudah masuk"))
            try hold(phone.page.markup.one(id: "daftar")?.all("a").filter { $0["class"] == "btn" }.isEmpty == true)
        },
        Story("one of several papers is chosen first") { site in
            let phone = try await Browser(site)
            try await phone.book(site.cast.budi, at: site.branch.code)
            try await phone.open("/berkas")
            let ways = phone.page.markup.all("a").compactMap { $0["href"] }
            try await phone.show("Papers/choice", at: ways.first { $0.hasPrefix("/berkas/pilih/") }.found("a way to the choice"))
            try await phone.press("f-pilih")
            try await phone.show("Papers/choice-nothing", status: 422)
            let papers = phone.page.markup.all("input").filter { $0["name"] == "dokumen" }.compactMap { $0["value"] }
            try hold(papers.count == 5)
            try await phone.press("f-pilih", ["dokumen": papers[1]])
            try hold(phone.page.path == "/berkas/\(papers[1])")
        },
        Story("scanners open the personal link without using it, a person exchanges it once") { site in
            let (phone, claim) = try await site.booked()
            let path = try await site.link("/berkas/buka/", to: site.cast.siti.email)
            for _ in 0..<3 {
                let answer = try await site.answer(.get, path)
                try hold(answer.status == 200 && !answer.cookies.contains { $0.name == "berkas" })
                for secret in [claim.number.description, claim.name, claim.nik.digits, site.cast.siti.email] {
                    try hold(!answer.text.contains(secret), "the page before the button names nobody")
                }
            }
            let person = try await Browser(site)
            try await person.show("Papers/link", at: path)
            try await person.press("f-buka")
            try hold(person.page.path == "/berkas" && person.page.status == 200)
            try hold(!person.page.text.contains(path.split(separator: ".").last ?? "."))
            try await person.show("Papers/link-used-here", at: path, status: 409)
            let second = try await Browser(site)
            try await second.show("Papers/link-used", at: path, status: 409)
            try await second.show("Papers/door", at: "/berkas", status: 403)
            try await hold(phone.open("/berkas").status == 200)
        },
        Story("a link that nobody made is told kindly") { site in
            try await Browser(site).show("Papers/link-unknown", at: "/berkas/buka/x", status: 410)
        },
        Story("a new link replaces the old one, but not at once") { site in
            let (phone, _) = try await site.booked()
            let old = try await site.link("/berkas/buka/", to: site.cast.siti.email)
            try await phone.open("/klaim/status")
            try await phone.press("/klaim/tautan")
            try await phone.show("Member/status-link-too-soon", status: phone.page.status)
            try hold(phone.page.says("Tunggu sebentar"))
            try await hold(site.answer(.get, old).status == 200)
            site.clock.advance(.seconds(60))
            try await phone.open("/klaim/status")
            try await phone.press("/klaim/tautan")
            try await phone.show("Member/status-link-sent")
            let new = try await site.link("/berkas/buka/", to: site.cast.siti.email)
            try hold(new != old)
            try await hold(site.answer(.get, old).status == 410)
            try await hold(site.answer(.get, new).status == 200)
        },
    ]
}
