import LapakDomain
import LapakStore
import LapakWeb

/// What the hall sees: the newest call as large as a wall, the last ones, who may come in, how many wait, and what to expect.
struct HallPage {
    let branch: Branch
    let board: HallBoard
    /// Calls that stay on the list beside the newest.
    private static let shown = 6
    /// Numbers that may come in, at most as many as fit on two lines.
    private static let invited = 8

    static func load(_ call: Call) async throws -> HallPage {
        let branch = try HallPages.branch(call)
        let (policy, now) = (call.policy, call.now)
        return HallPage(
            branch: branch,
            board: try await call.house.store.read {
                try HallBoard.load(branch, on: branch.zone.day(of: now), policy, $0, at: now)
            })
    }

    func body(_ call: Call) -> HTML {
        """
        <main id="isi" class="hall"><div id="hall" data-alamat="\(HallPages.path(branch, call.house))" data-suara="\(call.house.voice.address)" data-geser="\(Int(branch.zone.offset / 60))">\(fragment(call))</div>\
        <footer><p id="basi" role="status" hidden data-kata="\(call.say("Terakhir diperbarui", "Last updated"))"></p>\
        <p id="umumkan" class="sr" role="status"></p>\
        <button type="button" class="btn alt" id="nyalakan" hidden>\(call.say("Nyalakan suara", "Turn the sound on"))</button></footer>\
        <noscript><meta http-equiv="refresh" content="10"></noscript></main>
        """
    }

    /// What is fetched anew when something changed. Scripts read the moments and the words to speak from it.
    func fragment(_ call: Call) -> HTML {
        let newest = board.calls.first
        let rest = board.calls.dropFirst().prefix(Self.shown)
        return """
            <div id="papan" data-kini="\(call.now.milliseconds)" data-posisi="\(Int64(board.position))"><header><p>\(branch.name)</p><p id="jam" class="num">\(branch.zone.time(of: call.now).text(call.language))</p></header>\
            <section class="terbaru" aria-labelledby="judul-panggilan"><h1 id="judul-panggilan">\(call.say("Panggilan", "Now calling"))</h1>\
            \(newest.map { row($0, call) } ?? "<p class=\"kosong\">\(call.say("Belum ada panggilan", "Nobody was called yet"))</p>")</section>\
            <section class="samping"><h2 class="sr">\(call.say("Panggilan terakhir dan antrean", "Last calls and the line"))</h2>\(rest.isEmpty ? nil : table(Array(rest), call))\
            <div class="antrean"><p id="menunggu">\(call.say("Menunggu:", "Waiting:")) <b>\(board.waiting.grouped(call.language))</b></p><p id="perkiraan">\(expectation(call))</p></div></section>\
            \(entrance(call))\
            <p class="catatan">\(call.say("Jaga jarak. Kami juga memanggil lewat ponsel Anda.", "Keep your distance. We call on your phone, too."))</p></div>
            """
    }

    private func row(_ one: HallBoard.Call, _ call: Call) -> HTML {
        """
        <p class="nomor num" \(data(one))>\(one.number.text)</p><p class="bilik">\(call.say("Bilik", "Booth")) \(one.booth) <span aria-hidden="true">➔</span></p>
        """
    }

    private func table(_ calls: [HallBoard.Call], _ call: Call) -> HTML {
        let rows = calls.html { one -> HTML in
            "<tr \(data(one))><th scope=\"row\" class=\"num\">\(one.number.text)</th><td>\(one.booth)</td></tr>"
        }
        return """
            <table><caption class="sr">\(call.say("Panggilan terakhir", "Last calls"))</caption>\
            <thead><tr><th scope="col">\(call.say("Nomor", "Number"))</th><th scope="col">\(call.say("Bilik", "Booth"))</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    /// What scripts need to announce a call once: who, when, and what to say. A call that was followed is not announced any more.
    private func data(_ one: HallBoard.Call) -> HTML {
        guard one.isOpen else { return "" }
        let spoken = SpokenCall(one.number, to: one.booth)
        return
            "data-panggil=\"\(one.number.text)@\(one.at.milliseconds)\" data-saat=\"\(one.at.milliseconds)\" data-klip=\"\(spoken.clips.joined(separator: " "))\" data-ucap=\"\(spoken.text)\""
    }

    private func entrance(_ call: Call) -> HTML {
        let numbers = board.invited.prefix(Self.invited)
        let more = board.invited.count - numbers.count
        let items = numbers.enumerated().html { index, number -> HTML in
            let spoken = SpokenCall(admitting: number)
            return
                "\(index == 0 ? "" : ", ")<span class=\"num\" data-masuk=\"\(number.text)\" data-klip=\"\(spoken.clips.joined(separator: " "))\" data-ucap=\"\(spoken.text)\">\(number.text)</span>"
        }
        return """
            <p class="masuk" id="masuk">\(numbers.isEmpty ? "" : "<strong>\(call.say("Silakan masuk:", "Please come in:"))</strong> \(items)\(more > 0 ? call.say(" dan \(more) lagi", " and \(more) more") : "")" as HTML)</p>
            """
    }

    /// A range for somebody who comes to the line now; no number where none can be given.
    private func expectation(_ call: Call) -> String {
        guard let wait = board.forecast.wait else {
            return call.say("Perkiraan nomor baru: menunggu petugas membuka sesi", "New numbers: waiting for an officer to open a session")
        }
        let minutes = (wait.lowerBound.seconds / 60, (wait.upperBound.seconds + 59) / 60)
        return call.say(
            "Perkiraan nomor baru: \(minutes.0)-\(minutes.1) menit", "Expected for new numbers: \(minutes.0)-\(minutes.1) minutes")
    }
}
