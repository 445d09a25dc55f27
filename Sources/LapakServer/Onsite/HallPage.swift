import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of the display.
private enum Say {
    static let updated = Words("Terakhir diperbarui", "Last updated")
    static let soundOn = Words("Nyalakan suara", "Turn the sound on")
    static let nowCalling = Words("Panggilan", "Now calling")
    static let nobodyYet = Words("Belum ada panggilan", "Nobody was called yet")
    static let callsAndLine = Words("Panggilan terakhir dan antrean", "Last calls and the line")
    static let waiting = Words("Menunggu:", "Waiting:")
    static let keepDistance = Words(
        "Jaga jarak. Kami juga memanggil lewat ponsel Anda.", "Keep your distance. We call on your phone, too.")
    static let lastCalls = Words("Panggilan terakhir", "Last calls")
    static let number = Words("Nomor", "Number")
    static let booth = Words("Bilik", "Booth")
    static let comeIn = Words("Silakan masuk:", "Please come in:")
    static let noSession = Words(
        "Perkiraan nomor baru: menunggu petugas membuka sesi", "New numbers: waiting for an officer to open a session")

    static func andMore(_ count: Int) -> Words { Words(" dan \(count) lagi", " and \(count) more") }
    static func expected(from first: Int64, to last: Int64) -> Words {
        Words("Perkiraan nomor baru: \(first)-\(last) menit", "Expected for new numbers: \(first)-\(last) minutes")
    }
}

/// What the hall sees: the newest call as large as a wall, the last ones, who may come in, how many wait, and what to expect.
struct HallPage {
    let branch: Branch
    let board: HallBoard
    /// Calls that stay on the list beside the newest.
    private static let shown = 6
    /// Numbers that may come in, at most as many as fit on two lines.
    private static let invited = 8
    /// Seconds after which a display whose script does not run is drawn anew.
    static let renewsAfter = 60

    static func load(_ call: Call) async throws -> HallPage {
        let branch = try HallPages.branch(call)
        let (policy, now) = (call.policy, call.now)
        return HallPage(
            branch: branch,
            board: try await call.app.store.read {
                try HallBoard.load(branch, on: branch.zone.day(of: now), policy, $0, at: now)
            })
    }

    func body(_ call: Call) -> HTML {
        let (path, voice) = (HallPages.path(branch, call.app), call.app.voice.address)
        return """
            <main id="isi" class="hall">\
            <div id="hall" data-alamat="\(path)" data-suara="\(voice)" data-geser="\(Int(branch.zone.offset / 60))">\(fragment(call))</div>\
            <footer><p id="basi" role="status" hidden data-kata="\(call.say(Say.updated))"></p>\
            <p id="umumkan" class="sr" role="status"></p>\
            <button type="button" class="btn alt" id="nyalakan" hidden>\(call.say(Say.soundOn))</button></footer></main>
            """
    }

    /// What is fetched anew when something changed. Scripts read the moments and the words to speak from it.
    func fragment(_ call: Call) -> HTML {
        """
        <div id="papan" data-kini="\(call.now.milliseconds)" data-posisi="\(Int64(board.position))">\
        <header><p>\(branch.name)</p><p id="jam" class="num">\(branch.zone.time(of: call.now).text(call.language))</p></header>\
        \(newest(call))\(aside(call))\(entrance(call))\
        <p class="catatan">\(call.say(Say.keepDistance))</p>\
        <p class="umur">\(call.say(Say.updated)) \(branch.zone.time(of: call.now).text(call.language))</p></div>
        """
    }

    private func newest(_ call: Call) -> HTML {
        let nobody: HTML = "<p class=\"kosong\">\(call.say(Say.nobodyYet))</p>"
        return """
            <section class="terbaru" aria-labelledby="judul-panggilan"><h1 id="judul-panggilan">\(call.say(Say.nowCalling))</h1>\
            \(board.calls.first.map { row($0, call) } ?? nobody)</section>
            """
    }

    private func aside(_ call: Call) -> HTML {
        let rest = board.calls.dropFirst().prefix(Self.shown)
        return """
            <section class="samping"><h2 class="sr">\(call.say(Say.callsAndLine))</h2>\
            \(rest.isEmpty ? nil : table(Array(rest), call))\
            <div class="antrean"><p id="menunggu">\(call.say(Say.waiting)) <b>\(board.waiting.grouped(call.language))</b></p>\
            <p id="perkiraan">\(call.say(expectation))</p></div></section>
            """
    }

    private func row(_ one: HallBoard.Call, _ call: Call) -> HTML {
        """
        <p class="nomor num" \(data(one))>\(one.number.text)</p>\
        <p class="bilik">\(call.say(Say.booth)) \(one.booth) <span aria-hidden="true">➔</span></p>
        """
    }

    private func table(_ calls: [HallBoard.Call], _ call: Call) -> HTML {
        let rows = calls.html { one -> HTML in
            "<tr \(data(one))><th scope=\"row\" class=\"num\">\(one.number.text)</th><td>\(one.booth)</td></tr>"
        }
        return """
            <table><caption class="sr">\(call.say(Say.lastCalls))</caption>\
            <thead><tr><th scope="col">\(call.say(Say.number))</th><th scope="col">\(call.say(Say.booth))</th></tr></thead>\
            <tbody>\(rows)</tbody></table>
            """
    }

    /// What scripts need to announce a call once: who, when, and what to say. A call that was followed is not announced any more.
    private func data(_ one: HallBoard.Call) -> HTML {
        guard one.isOpen else { return "" }
        let moment = one.at.milliseconds
        return """
            data-panggil="\(one.number.text)@\(moment)" data-saat="\(moment)" \(speech(SpokenCall(one.number, to: one.booth)))
            """
    }

    private func speech(_ spoken: SpokenCall) -> HTML {
        "data-klip=\"\(spoken.clips.joined(separator: " "))\" data-ucap=\"\(spoken.text)\""
    }

    private func entrance(_ call: Call) -> HTML {
        let numbers = board.invited.prefix(Self.invited)
        let more = board.invited.count - numbers.count
        let items = numbers.enumerated().html { index, number -> HTML in
            """
            \(index == 0 ? "" : ", ")<span class="num" data-masuk="\(number.text)" \
            \(speech(SpokenCall(admitting: number)))>\(number.text)</span>
            """
        }
        let invitation: HTML = """
            <strong>\(call.say(Say.comeIn))</strong> \(items)\(more > 0 ? call.say(Say.andMore(more)) : "")
            """
        return "<p class=\"masuk\" id=\"masuk\">\(when(!numbers.isEmpty, invitation))</p>"
    }

    /// A range for somebody who comes to the line now; no number where none can be given.
    private var expectation: Words {
        guard let wait = board.forecast.wait else { return Say.noSession }
        return Say.expected(from: wait.lowerBound.seconds / 60, to: (wait.upperBound.seconds + 59) / 60)
    }
}
