import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of the pairs.
private enum Say {
    static let isTaken = Words("asli difoto", "original taken")
    static let upload = Words("Unggahan", "Upload")
    static let original = Words("Asli, baru difoto", "Original, just taken")
    static let noUpload = Words("Tidak diunggah", "Not uploaded")
    static let noOriginal = Words("Asli belum difoto", "Original not taken yet")
    static let page = Words("hal.", "p.")

    static func papers(of seat: Int) -> Words { Words("Dokumen kursi \(seat)", "Papers of seat \(seat)") }
    static func upload(of paper: Words) -> Words { Words("Unggahan: \(paper.id)", "Upload: \(paper.en)") }
    static func original(of paper: Words) -> Words { Words("Asli: \(paper.id)", "Original: \(paper.en)") }
}

// The uploaded scan beside the original that was just shown: one pair for each paper, and one for the face.
extension ConsolePage {
    var originals: [HTML] {
        view.floor.interviews.html { interview in
            guard let dossier = view.floor.dossiers[interview.claim], interview.phase.hasSeat, interview.phase != .called else {
                return ""
            }
            let pairs = self.pairs(interview, dossier)
            guard !pairs.isEmpty else { return "" }
            let shown = pairs.first { $0.kind.name == call.query("lembar") } ?? pairs[0]
            let seat = interview.seat ?? 0
            let tabs = pairs.html { tab($0, seat, isShown: $0.kind == shown.kind) }
            return """
                <section class="banding" id="banding-\(interview.id.rawValue)" data-kursi="\(seat)"\
                 aria-label="\(call.say(Say.papers(of: seat)))"\
                \(attribute: "hidden", when: seat != selected)><ul class="tab">\(tabs)</ul>\
                \(pairs.html { self.pair($0, isShown: $0.kind == shown.kind) })</section>
                """
        }
    }

    struct Pair {
        let kind: Capture.Kind
        let uploaded: Document?
        let taken: Capture?
    }

    /// The papers in the order in which they are shown; the face beside the KTP's photo.
    private func pairs(_ interview: Interview, _ dossier: Dossier) -> [Pair] {
        func sent(_ paper: Paper) -> Document? {
            dossier.rows.flatMap(\.options).first { $0.paper == paper }?.document.flatMap { $0.isVisible ? $0 : nil }
        }
        let papers = interview.wanted.map { paper in
            Pair(kind: .paper(paper), uploaded: sent(paper), taken: interview.capture(of: .paper(paper)))
        }
        let face = interview.capture(of: .face)
        guard !papers.isEmpty || face != nil else {
            // Before the first answer there is nothing to show, but what was sent can be read.
            return dossier.required.compactMap(\.document).filter(\.isVisible).map {
                Pair(kind: .paper($0.paper), uploaded: $0, taken: nil)
            }
        }
        return papers + [Pair(kind: .face, uploaded: sent(.ktp) ?? sent(.facePhoto), taken: face)]
    }

    private func tab(_ pair: Pair, _ seat: Int, isShown: Bool) -> HTML {
        let address = place("kursi=\(seat)&lembar=\(pair.kind.name)")
        let taken: HTML = "<span aria-hidden=\"true\">●</span><span class=\"sr\">\(call.say(Say.isTaken))</span>"
        return """
            <li><a href="\(url: address)" data-lembar="\(pair.kind.name)"\(when(isShown, " aria-current=\"true\""))>\
            \(call.say(pair.kind.shortWords)) \(when(pair.taken != nil, taken))</a></li>
            """
    }

    private func pair(_ pair: Pair, isShown: Bool) -> HTML {
        let uploaded = pair.uploaded.map { document in
            side(
                call.say(Say.upload), "\(Console.path)/berkas/\(document.id.rawValue)/1",
                call.say(Say.upload(of: pair.kind.words)),
                more: document.pages > 1 ? pages(document) : nil)
        }
        let taken = pair.taken.map { capture in
            side(
                call.say(Say.original), "\(Console.path)/foto/\(capture.evidence.rawValue)",
                call.say(Say.original(of: pair.kind.words)))
        }
        return """
            <div class="pasang" data-lembar="\(pair.kind.name)"\(attribute: "hidden", when: !isShown)>\
            \(uploaded ?? nothing(call.say(Say.noUpload)))\(taken ?? nothing(call.say(Say.noOriginal)))</div>
            """
    }

    /// A picture is fetched when it is in sight and not before: every look is told in the journal.
    private func side(_ title: String, _ address: String, _ name: String, more: HTML? = nil) -> HTML {
        """
        <figure><figcaption>\(title)\(more)</figcaption>\
        <div class="bingkai" tabindex="0" role="region" aria-label="\(name)"><div class="bidang">\
        <img loading="lazy" decoding="async" src="\(url: desk.address(address))" alt="\(name)"></div></div></figure>
        """
    }

    private func nothing(_ words: String) -> HTML { "<p class=\"tanpa\">\(words)</p>" }

    private func pages(_ document: Document) -> HTML {
        let links = (2...min(document.pages, 20)).html { page -> HTML in
            let address = desk.address("\(Console.path)/berkas/\(document.id.rawValue)/\(page)")
            return """
                 <a href="\(url: address)" target="_blank" rel="noopener">\(call.say(Say.page))\(page)</a>
                """
        }
        return "\(links)"
    }
}

extension Capture.Kind {
    /// As it fits on a tab.
    fileprivate var shortWords: Words {
        switch self {
        case .face: Words("Wajah", "Face")
        case .paper(.ktp): Words("KTP", "KTP")
        case .paper(.kk): Words("KK", "KK")
        case .paper(.npwp): Words("NPWP", "NPWP")
        case .paper(.kartuPeserta): Words("Kartu", "Card")
        case .paper(.bankBook): Words("Tabungan", "Bank book")
        case .paper(.paklaring): Words("Paklaring", "Paklaring")
        case .paper(.resignationLetter): Words("Surat mundur", "Resignation")
        case .paper(.contractEndLetter), .paper(.workContract): Words("Kontrak", "Contract")
        case .paper(.passport): Words("Paspor", "Passport")
        case .paper(let paper): Words(String(paper.words.id.prefix(12)), String(paper.words.en.prefix(12)))
        }
    }
}
