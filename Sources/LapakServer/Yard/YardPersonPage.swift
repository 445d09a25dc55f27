import HTTPTypes
import LapakDomain
import LapakWeb

/// Somebody new: what stands on the cards in the officer's hand, and why they claim.
struct YardPersonPage {
    let form: YardForm
    var faults = Faults()
    /// Why the data do not make a claim.
    var trouble: [Words] = []

    func reply(_ call: Call, _ desk: Desk, status: HTTPResponse.Status? = nil) -> Reply {
        let box: HTML? =
            trouble.isEmpty
            ? nil
            : """
            <div class="box w" role="alert" id="sebabnya"><h2>\(call.say("Belum dapat diberi nomor", "No number yet"))</h2>\
            <ul>\(trouble.html { "<li>\(call.say($0))</li>" })</ul></div>
            """
        let hidden: HTML = form.visit.isEmpty ? "" : "<input type=\"hidden\" name=\"kunjungan\" value=\"\(form.visit)\">"
        return desk.page(
            call, call.say("Siapa orang ini?", "Who is this person?"), at: Yard.path,
            """
            \(YardPage.tablet(call, desk))\(box)\
            <form method="post" action="\(url: desk.address("\(Yard.path)/orang"))" id="f-orang" novalidate>\(hidden)\(Self.inputs(form, call, faults))\
            \(Self.choices(form, call, faults))<button class="btn">\(call.say("Cocokkan data", "Compare the data"))</button></form>\
            <p><a class="btn alt" href="\(url: desk.address(Yard.path))">\(call.say("Kembali ke pencarian", "Back to the search"))</a></p>
            """, faults: faults, assets: YardPage.assets,
            status: status ?? (faults.isEmpty && trouble.isEmpty ? .ok : .unprocessableContent))
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
            \(field("nik", Words("NIK di KTP", "NIK on the identity card"), nil, form.nik, mode: "numeric", style: "n16"))\
            \(field("kpj", Words("Nomor peserta (KPJ)", "Membership number (KPJ)"), Words("\(KPJ.length) angka pada Kartu Peserta.", "\(KPJ.length) digits on the card."), form.kpj, mode: "numeric", style: "n16"))\
            \(field("nama", Words("Nama sesuai KTP", "Name as on the identity card"), nil, form.name))\
            \(field("lahir", Words("Tanggal lahir", "Date of birth"), Words("Contoh: 17-08-1990", "Example: 17-08-1990"), form.birth, mode: "numeric", style: "n16"))\
            \(field("telepon", Words("Nomor ponsel", "Mobile number"), Words("Kabar “silakan masuk” dikirim ke sini.", "The word to come in goes here."), form.phone, mode: "tel", style: "n16"))\
            \(field("email", Words("E-mail, bila ada", "E-mail, if there is one"), nil, form.email, mode: "email"))
            """
    }

    /// Reason and priority.
    static func choices(_ form: YardForm, _ call: Call, _ faults: Faults, prefix: String = "") -> HTML {
        let fault = faults.words(for: "sebab")
        let reasons = ClaimReason.allCases.html { reason in
            "<option value=\"\(reason.rawValue)\"\(attribute: "selected", when: reason.rawValue == form.reason)>\(call.say(reason.words))</option>"
        }
        return """
            <div class="fld\(fault == nil ? "" : " has-err")"><label for="\(prefix)sebab">\(call.say("Sebab klaim", "Reason of the claim"))</label>\
            \(fault.map { "<p class=\"err\" id=\"\(prefix)sebab-e\"><span class=\"sr\">\(call.say("Kesalahan:", "Error:"))</span> \(call.say($0))</p>" as HTML })\
            <select class="in" id="\(prefix)sebab" name="sebab"\(fault == nil ? "" : " aria-invalid=\"true\" aria-describedby=\"\(prefix)sebab-e\"" as HTML)><option value="">\(call.say("Pilih", "Choose"))</option>\(reasons)</select></div>\
            \(priorities(form.priority, call, prefix: prefix))
            """
    }

    static func priorities(_ chosen: String, _ call: Call, prefix: String = "") -> HTML {
        let options = call.policy.onsite.priorities.html { priority in
            "<option value=\"\(priority.rawValue)\"\(attribute: "selected", when: priority.rawValue == chosen)>\(call.say(priority.words))</option>"
        }
        let minutes = call.policy.onsite.priorityAhead.seconds / 60
        return """
            <div class="fld"><label for="\(prefix)prioritas">\(call.say("Prioritas", "Priority"))</label>\
            <p class="hint" id="\(prefix)prioritas-h">\(call.say("Berdiri seperti orang yang datang \(minutes) menit lebih awal.", "Stands like somebody who came \(minutes) minutes earlier."))</p>\
            <select class="in" id="\(prefix)prioritas" name="prioritas" aria-describedby="\(prefix)prioritas-h"><option value="">\(call.say("Tidak", "None"))</option>\(options)</select></div>
            """
    }
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
        return """
            <div class="fld\(fault == nil ? "" : " has-err")"><label for="\(id)">\(label)</label>\(hint.map { "<p class=\"hint\" id=\"\(id)-h\">\($0)</p>" as HTML })\
            \(fault.map { "<p class=\"err\" id=\"\(id)-e\"><span class=\"sr\">\(call.say("Kesalahan:", "Error:"))</span> \(call.say($0))</p>" as HTML })\
            <input class="in \(style)" id="\(id)" name="\(name)"\(mode.map { " inputmode=\"\($0)\"" as HTML }) autocomplete="off" data-nodraft\
            \(described.isEmpty ? "" : " aria-describedby=\"\(described)\"" as HTML)\(fault == nil ? "" : " aria-invalid=\"true\"" as HTML) value="\(value)"></div>
            """
    }
}
