import HTTPTypes
import LapakDomain
import LapakGround
import LapakStore
import LapakWeb

/// The sentences of a claim's contacts.
private enum Say {
    static let title = Words("Kontak", "Contacts")
    static let rule = Words(
        "Kabar, kode dan tautan hanya kami kirim ke kontak yang sudah dibuktikan dengan kode.",
        "News, codes and links go only to contacts that were proven with a code.")
    static let mail = Words("Alamat e-mail", "E-mail address")
    static let phone = Words("Nomor WhatsApp atau HP", "WhatsApp or mobile number")
    static let none = Words("Belum ada.", "None yet.")
    static let unproven = Words("Belum dibuktikan. Kami tidak mengirim apa pun ke sini.", "Not proven yet. We send nothing there.")
    static let sendCode = Words("Kirim kode", "Send the code")
    static let change = Words("Ganti", "Change")
    static let add = Words("Tambah", "Add")
    static let noPhones = Words(
        "Layanan ini belum dapat mengirim pesan ke HP, jadi nomor HP belum dapat dibuktikan atau diganti.",
        "This service cannot send messages to phones yet, so a mobile number cannot be proven or changed.")
    static let proven = Words("Kontak ini sudah dibuktikan.", "This contact is proven now.")

    static let enterCode = Words("Masukkan kode 6 angka", "Enter the 6-digit code")
    static let goOn = Words("Lanjut", "Continue")
    static let noCode = Words("Kode tidak datang?", "No code?")
    static let sendAgain = Words("Kirim kode lagi", "Send another code")
    static let sentAgain = Words(
        "Kode baru sudah dikirim. Kode lama tidak berlaku lagi.", "A new code was sent. The old one no longer works.")
    static let otherContact = Words("Pakai kontak lain", "Use another contact")
    static let handOver = Words(
        "Serahkan layar ini, supaya orangnya mengetik kodenya sendiri. Dalam wawancara jarak jauh orangnya menyebutkannya.",
        "Hand the screen over, so that the person types the code. In an interview from afar they tell it to you.")
    static let sixDigits = Words("Kode harus 6 angka.", "The code has 6 digits.")
    static let mailExample = Words("Tulis alamat e-mail, contoh nama@contoh.id.", "Write an e-mail address, for example name@example.id.")
    static let phoneExample = Words("Tulis nomor HP, contoh 0812 3456 7890.", "Write a mobile number, for example 0812 3456 7890.")

    static func provenAt(_ moment: String) -> Words { Words("Dibuktikan \(moment).", "Proven \(moment).") }
    static func rests(until moment: String) -> Words {
        Words(
            "Baru diganti: sampai \(moment) kontak ini sendiri belum membuka hal penting (foto dokumen, pembatalan, ganti kontak).",
            "Changed a short time ago: until \(moment) it alone opens nothing important (photos of papers, cancelling, changing contacts).")
    }
    static func changing(rest: Span) -> Words {
        Words(
            "Kami kirim kode ke kontak yang baru, dan kabar ke kontak yang lama. Selama \(rest.text(.id)) kontak baru belum membuka hal "
                + "penting.",
            "We send a code to the new contact, and word to the old one. For \(rest.text(.en)) the new one opens nothing important.")
    }
    static func sentTo(_ address: String, lasting minutes: Int64) -> Words {
        Words("Kami mengirimnya ke \(address). Berlaku \(minutes) menit.", "We sent it to \(address). It lasts \(minutes) minutes.")
    }
}

/// Where the contacts of a claim are proven and changed: by its member at home, or by the person together with somebody of the staff.
/// The steps are the same; whose claim it is, and who may, is for the caller to say.
struct ContactBook: Sendable {
    typealias Change = @Sendable (Work, inout Claim) throws -> Refusal?

    let claim: Claim
    /// At a desk the contacts are masked, and the person types the code.
    let isDesk: Bool
    /// The address of a step, with its query.
    let address: @Sendable (_ step: String, _ query: String) -> String
    /// A page of this face.
    let page: @Sendable (_ title: String, _ body: HTML, _ faults: Faults, _ status: HTTPResponse.Status) -> Reply
    /// Changes the claim in one transaction, for whoever may.
    let write: @Sendable (@escaping Change) async throws -> Refusal?

    /// `step` of `way`.
    private func address(_ step: String, _ way: Contacts.Way) -> String { address(step, "kontak=\(way.rawValue)") }

    static func way(_ call: Call) -> Contacts.Way {
        Contacts.Way(rawValue: call.query("kontak") ?? call.form["kontak"]) ?? .phone
    }

    /// Both contacts, with what can be done about each.
    func list(
        _ call: Call, faults: Faults = Faults(), typed: String = "", at open: Contacts.Way? = nil, status: HTTPResponse.Status = .ok
    ) -> Reply {
        let done: HTML = when(
            call.query("terbukti") != nil, "<div class=\"box i\" role=\"status\"><p>\(call.say(Say.proven))</p></div>")
        let parts = Contacts.Way.allCases.html { way in
            let isOpen = open == way
            return part(way, call, isOpen ? faults : Faults(), typed: isOpen ? typed : "", isOpen: isOpen)
        }
        return page(call.say(Say.title), "\(done)<p>\(call.say(Say.rule))</p>\(parts)", faults, status)
    }

    private func part(_ way: Contacts.Way, _ call: Call, _ faults: Faults, typed: String, isOpen: Bool) -> HTML {
        let label = call.say(way == .mail ? Say.mail : Say.phone)
        let standing = claim.contacts[way]
        let found = claim.contacts.address(way)
        let shown = found.map { isDesk ? $0.masked : $0.text } ?? call.say(Say.none)
        let zone = claim.slot.flatMap { call.nation[Slot.branch(of: $0)]?.zone } ?? .wib
        let rests = standing.rests.flatMap { call.now < $0 ? $0 : nil }
        let state: Words? =
            rests.map { Say.rests(until: $0.text(in: zone, call.language)) }
            ?? standing.proven.map { Say.provenAt($0.text(in: zone, call.language)) } ?? found.map { _ in Say.unproven }
        let cannot = way == .phone && call.app.reach.first(for: .proof) == nil
        let proving: HTML? = found.flatMap { found in
            guard standing.proven == nil, !cannot else { return nil }
            return form(
                call, action: address("kirim", way), id: "f-bukti-\(way.rawValue)", button: call.say(Say.sendCode),
                hidden("kontak", way.rawValue))
        }
        return """
            <section aria-labelledby="k-\(way.rawValue)"><h2 id="k-\(way.rawValue)">\(label)</h2><p><strong>\(shown)</strong></p>\
            \(state.map { "<p>\(call.say($0))</p>" as HTML })\(proving)\
            \(cannot ? "<p class=\"hint\">\(call.say(Say.noPhones))</p>" : change(way, found, call, faults, typed: typed, isOpen: isOpen))\
            </section>
            """
    }

    /// The form for another one.
    private func change(
        _ way: Contacts.Way, _ found: ContactAddress?, _ call: Call, _ faults: Faults, typed: String, isOpen: Bool
    ) -> HTML {
        let name = Self.field(way)
        let question = Field(
            name: name, label: call.say(way == .mail ? Say.mail : Say.phone), hint: call.say(Say.changing(rest: call.policy.contactRest)),
            value: typed, type: way == .mail ? "email" : "tel", autocomplete: isDesk ? "off" : way == .mail ? "email" : "tel",
            isPrivate: isDesk)
        let asking = way == .mail ? MailQuestion(typed).html(call) : nil
        let fields: HTML = "\(hidden("kontak", way.rawValue))\(question.html(call, faults))\(asking)"
        let filled = form(
            call, action: address("kirim", way), id: "f-ganti-\(way.rawValue)", button: call.say(Say.sendCode), style: "alt", fields)
        return """
            <details\(attribute: "open", when: isOpen)><summary>\(call.say(found == nil ? Say.add : Say.change))</summary>\
            \(filled)</details>
            """
    }

    private static func field(_ way: Contacts.Way) -> String { way == .mail ? "email" : "telepon" }

    /// A code is asked for: to the contact that stands there, or to the one that was typed.
    func send(_ call: Call) async throws -> Reply {
        let way = Self.way(call)
        let name = Self.field(way)
        let typed = call.form[name]
        let isOwn = call.form.all(name).isEmpty
        func refuse(_ words: Words) -> Reply {
            list(call, faults: Faults(.invalid(field: name, words)), typed: typed, at: way, status: .unprocessableContent)
        }
        let found: ContactAddress?
        switch way {
        case .phone: found = isOwn ? claim.contacts.address(.phone) : PhoneNumber(typed).map { .phone($0) }
        case .mail where isOwn: found = claim.contacts.address(.mail)
        case .mail:
            switch MailQuestion(typed).answer(call.form) {
            case .none: found = nil
            case .ask: return list(call, typed: typed, at: way, status: .unprocessableContent)
            case .address(let address): found = .mail(address)
            }
        }
        guard let found else { return refuse(way == .mail ? Say.mailExample : Say.phoneExample) }
        guard way == .mail || call.app.reach.first(for: .proof) != nil else { return refuse(Say.noPhones) }
        return try await send(to: found, call) ?? .redirect(address("kode", way))
    }

    /// Nil when the code is on its way, or was a moment ago.
    private func send(to found: ContactAddress, _ call: Call) async throws -> Reply? {
        let (app, code) = (call.app, call.app.secrets.code())
        let hash = app.secrets.hash(code: code, for: claim.id.rawValue)
        do {
            _ = try await write { work, claim in
                try work.askProof(of: found, for: claim, code: code, codeHash: hash, reach: app.reach)
                return nil
            }
            return nil
        } catch let refusal as Refusal {
            if case .notYet = refusal, let waiting = try await waiting(found.way, call), waiting.address == found { return nil }
            if refusal == .notYours || refusal == .notFound { throw refusal }
            return list(
                call, faults: Faults(refusal, field: Self.field(found.way)), typed: call.form[Self.field(found.way)], at: found.way,
                status: refusal.status)
        }
    }

    private func waiting(_ way: Contacts.Way, _ call: Call) async throws -> ContactProof? {
        let (id, now) = (claim.id, call.now)
        return try await call.app.store.read { try $0.proof(of: way, for: id, at: now) }
    }

    /// The code's page.
    func code(_ call: Call, faults: Faults = Faults(), status: HTTPResponse.Status = .ok) async throws -> Reply {
        let way = Self.way(call)
        guard let proof = try await waiting(way, call) else { return .redirect(address("", "")) }
        let (id, sent) = (claim.id, proof.code?.sent)
        let refused = try await call.app.store.read { connection in
            try sent.map { try connection.isRefused("proof:\(ContactProof.identity(of: id, way)):\($0.milliseconds)") } ?? false
        }
        let shown = isDesk ? proof.address.masked : proof.address.text
        let hint: HTML? = refused ? nil : "\(call.say(Say.sentTo(shown, lasting: call.policy.codeLasts.minutes)))"
        let field = Field(
            name: "kode", label: call.say(Say.enterCode), inputmode: "numeric", autocomplete: "one-time-code", isPrivate: true, style: "n16"
        )
        let entering = form(
            call, action: address("kode", way), id: "f-kode", button: call.say(Say.goOn),
            "\(hidden("kontak", way.rawValue))\(field.html(call, faults))")
        let again = form(
            call, action: address("ulang", way), id: "f-ulang", button: call.say(Say.sendAgain), style: "alt",
            hidden("kontak", way.rawValue))
        let resent: HTML = when(
            call.query("ulang") != nil && !refused, "<div class=\"box i\" role=\"status\">\(call.say(Say.sentAgain))</div>")
        return page(
            call.say(Say.enterCode),
            """
            \(resent)\(refused ? RefusedMail.box(shown, mend: address("", ""), call) : "<p data-kode-ke>\(hint)</p>")\
            \(when(isDesk, "<p class=\"box i\">\(call.say(Say.handOver))</p>"))\(entering)\
            <h2>\(call.say(Say.noCode))</h2>\(again)<p><a href="\(url: address("", ""))">\(call.say(Say.otherContact))</a></p>
            """, faults, status)
    }

    /// The code came back.
    func prove(_ call: Call) async throws -> Reply {
        let (app, way, id, now) = (call.app, Self.way(call), claim.id, call.now)
        let digits = Digits.only(call.form["kode"]) ?? ""
        guard digits.utf8.count == 6 else {
            return try await code(call, faults: Faults(.invalid(field: "kode", Say.sixDigits)), status: .unprocessableContent)
        }
        let hash = app.secrets.hash(code: digits, for: id.rawValue)
        let link = Key<UploadLink>(id: UploadLink.identity(of: id), secret: app.secrets.linkSecret(id, sent: now)).pass.hash
        let refusal = try await write { work, claim in
            try work.proveContact(way, of: &claim, codeHash: hash, linkSecret: link, reach: app.reach)
        }
        guard let refusal else { return .redirect(address("", "terbukti=\(way.rawValue)")) }
        return try await code(call, faults: Faults(refusal, field: "kode"), status: refusal.status)
    }

    /// Another code to the same address.
    func again(_ call: Call) async throws -> Reply {
        let way = Self.way(call)
        guard let proof = try await waiting(way, call) else { return .redirect(address("", "")) }
        let (app, code) = (call.app, call.app.secrets.code())
        let hash = app.secrets.hash(code: code, for: claim.id.rawValue)
        do {
            _ = try await write { work, claim in
                try work.askProof(of: proof.address, for: claim, code: code, codeHash: hash, reach: app.reach)
                return nil
            }
            return .redirect(address("kode", "kontak=\(way.rawValue)&ulang=1"))
        } catch let refusal as Refusal {
            if refusal == .notYours || refusal == .notFound { throw refusal }
            return try await self.code(call, faults: Faults(refusal, field: "kode"), status: refusal.status)
        }
    }
}
