import HTTPTypes
import LapakDomain
import LapakWeb

/// The sentences of the page.
private enum Say {
    static let title = Words("Siapa orang ini?", "Who is this person?")
    static let noNumberYet = Words("Belum dapat diberi nomor", "No number yet")
    static let compare = Words("Cocokkan data", "Compare the data")
    static let backToSearch = Words("Kembali ke pencarian", "Back to the search")

    static let nik = Words("NIK di KTP", "NIK on the identity card")
    static let kpj = Words("Nomor peserta (KPJ)", "Membership number (KPJ)")
    static let kpjDigits = Words("\(KPJ.length) angka pada Kartu Peserta.", "\(KPJ.length) digits on the card.")
    static let name = Words("Nama sesuai KTP", "Name as on the identity card")
    static let birth = Words("Tanggal lahir", "Date of birth")
    static let birthExample = Words("Contoh: 17-08-1990", "Example: 17-08-1990")
    static let phone = Words("Nomor ponsel", "Mobile number")
    static let phoneUse = Words(
        "Kabar “silakan masuk” dikirim ke sini, setelah nomor ini dibuktikan dengan kode.",
        "The word to come in goes here, once the number is proven with a code.")
    static let email = Words("E-mail, bila ada", "E-mail, if there is one")

    static let mistake = Words("Kesalahan:", "Error:")
    static let reason = Words("Sebab klaim", "Reason of the claim")
    static let choose = Words("Pilih", "Choose")
    static let priority = Words("Prioritas", "Priority")
    static let noPriority = Words("Tidak", "None")

    static func ahead(minutes: Int64) -> Words {
        Words(
            "Berdiri seperti orang yang datang \(minutes) menit lebih awal.",
            "Stands like somebody who came \(minutes) minutes earlier.")
    }
}

/// Somebody new: what stands on the cards in the officer's hand, and why they claim.
struct YardPersonPage {
    let form: YardForm
    var faults = Faults()
    /// Why the data do not make a claim.
    var trouble: [Words] = []

    func reply(_ call: Call, _ desk: Desk, status: HTTPResponse.Status? = nil) -> Reply {
        let action = desk.address("\(Yard.path)/orang")
        return desk.page(
            call, call.say(Say.title), at: Yard.path,
            """
            \(YardPage.tablet(call, desk))\(why(call))\
            <form method="post" action="\(url: action)" id="f-orang" novalidate>\
            \(when(!form.walkIn.isEmpty, hidden("kunjungan", form.walkIn)))\(Self.inputs(form, call, faults))\
            \(Self.choices(form, call, faults))<button class="btn">\(call.say(Say.compare))</button></form>\
            <p><a class="btn alt" href="\(url: desk.address(Yard.path))">\(call.say(Say.backToSearch))</a></p>
            """, faults: faults, assets: YardPage.assets,
            status: status ?? (faults.isEmpty && trouble.isEmpty ? .ok : .unprocessableContent))
    }

    private func why(_ call: Call) -> HTML? {
        guard !trouble.isEmpty else { return nil }
        return """
            <div class="box w" role="alert" id="sebabnya"><h2>\(call.say(Say.noNumberYet))</h2>\
            <ul>\(trouble.html { "<li>\(call.say($0))</li>" })</ul></div>
            """
    }

    /// What stands on the cards.
    static func inputs(_ form: YardForm, _ call: Call, _ faults: Faults, prefix: String = "") -> HTML {
        func field(_ name: String, _ label: Words, _ hint: Words?, _ value: String, mode: String? = nil, style: String = "") -> HTML {
            YardField(
                prefix: prefix, name: name, label: call.say(label), hint: hint.map { call.say($0) }, value: value, mode: mode, style: style
            )
            .html(call, faults)
        }
        return """
            \(field("nik", Say.nik, nil, form.nik, mode: "numeric", style: "n16"))\
            \(field("kpj", Say.kpj, Say.kpjDigits, form.kpj, mode: "numeric", style: "n16"))\
            \(field("nama", Say.name, nil, form.name))\
            \(field("lahir", Say.birth, Say.birthExample, form.birth, mode: "numeric", style: "n16"))\
            \(field("telepon", Say.phone, Say.phoneUse, form.phone, mode: "tel", style: "n16"))\
            \(field("email", Say.email, nil, form.email, mode: "email"))\(prefix.isEmpty ? MailQuestion(form.email).html(call) : nil)
            """
    }

    /// Reason and priority.
    static func choices(_ form: YardForm, _ call: Call, _ faults: Faults, prefix: String = "") -> HTML {
        let fault = faults.words(for: "sebab")
        let reasons = ClaimReason.allCases.html { option($0.rawValue, call.say($0.words), chosen: $0.rawValue == form.reason) }
        let invalid: HTML = " aria-invalid=\"true\" aria-describedby=\"\(prefix)sebab-e\""
        return """
            <div class="fld\(fault == nil ? "" : " has-err")"><label for="\(prefix)sebab">\(call.say(Say.reason))</label>\
            \(fault.map { message($0, id: "\(prefix)sebab-e", call) })\
            <select class="in" id="\(prefix)sebab" name="sebab"\(when(fault != nil, invalid))>\
            <option value="">\(call.say(Say.choose))</option>\(reasons)</select></div>\
            \(priorities(form.priority, call, prefix: prefix))
            """
    }

    static func priorities(_ chosen: String, _ call: Call, prefix: String = "") -> HTML {
        let options = call.policy.onsite.priorities.html { option($0.rawValue, call.say($0.words), chosen: $0.rawValue == chosen) }
        let minutes = call.policy.onsite.priorityAhead.seconds / 60
        return """
            <div class="fld"><label for="\(prefix)prioritas">\(call.say(Say.priority))</label>\
            <p class="hint" id="\(prefix)prioritas-h">\(call.say(Say.ahead(minutes: minutes)))</p>\
            <select class="in" id="\(prefix)prioritas" name="prioritas" aria-describedby="\(prefix)prioritas-h">\
            <option value="">\(call.say(Say.noPriority))</option>\(options)</select></div>
            """
    }
}

/// What is wrong with an answer.
private func message(_ fault: Words, id: String, _ call: Call) -> HTML {
    "<p class=\"err\" id=\"\(id)\"><span class=\"sr\">\(call.say(Say.mistake))</span> \(call.say(fault))</p>"
}

/// A field whose name is on the page twice, with an identity of its own.
private struct YardField {
    let prefix: String
    let name: String
    let label: String
    let hint: String?
    let value: String
    let mode: String?
    let style: String

    func html(_ call: Call, _ faults: Faults) -> HTML {
        let fault = faults.words(for: name)
        let id = "\(prefix)\(name)"
        let described = [hint == nil ? nil : "\(id)-h", fault == nil ? nil : "\(id)-e"].compactMap(\.self).joined(separator: " ")
        let hinted: HTML? = hint.map { "<p class=\"hint\" id=\"\(id)-h\">\($0)</p>" }
        let inputmode: HTML? = mode.map { " inputmode=\"\($0)\"" }
        return """
            <div class="fld\(fault == nil ? "" : " has-err")"><label for="\(id)">\(label)</label>\(hinted)\
            \(fault.map { message($0, id: "\(id)-e", call) })\
            <input class="in \(style)" id="\(id)" name="\(name)"\(inputmode) autocomplete="off" data-nodraft\
            \(when(!described.isEmpty, " aria-describedby=\"\(described)\""))\
            \(when(fault != nil, " aria-invalid=\"true\"")) value="\(value)"></div>
            """
    }
}
