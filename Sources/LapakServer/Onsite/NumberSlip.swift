package import LapakDomain
import LapakWeb

/// What stands on the paper that a visitor takes along: the number, where and when, what to bring, and the way to follow it.
package struct NumberSlip: Sendable {
    package let number: QueueNumber
    package let branch: String
    /// When to be there; nil for somebody who is there already.
    package let arrival: Words?
    package let bring: [Words]
    package let address: String
    package let day: Day

    package init(number: QueueNumber, branch: String, arrival: Words?, bring: [Words], address: String, day: Day) {
        self.number = number
        self.branch = branch
        self.arrival = arrival
        self.bring = bring
        self.address = address
        self.day = day
    }

    static let numbersOnly = Words("Layar hanya menampilkan nomor, bukan nama.", "The screens show numbers only, no names.")
    private static let queueNumber = Words("Nomor antrean", "Queue number")
    private static let originals = Words("Bawa dokumen asli:", "Bring the originals:")
    static let follow = Words("Pindai untuk mengikuti nomor Anda di ponsel.", "Scan to follow your number on your phone.")

    func html(_ call: Call) -> HTML {
        let papers: HTML = "<p>\(call.say(Self.originals))</p><ul>\(bring.html { "<li>\(call.say($0))</li>" })</ul>"
        let label = call.say("Kode QR ke halaman nomor \(number.text)", "QR code to the page of number \(number.text)")
        return """
            <article class="karcis"><p>\(call.say(Self.queueNumber))</p><p class="nomor">\(number.text)</p>\
            <p><strong>\(branch)</strong><br>\(day.text(call.language))</p>\(arrival.map { "<p>\(call.say($0))</p>" as HTML })\
            \(when(!bring.isEmpty, papers))\
            \(QRCode(address)?.svg(label: label))\
            <p>\(call.say(Self.follow))<br>\(call.say(Self.numbersOnly))</p></article>
            """
    }

    /// The same for a receipt printer.
    package func receipt(_ language: Language) -> ReceiptBytes {
        var receipt = ReceiptBytes()
        receipt.text(Self.queueNumber[language])
        receipt.large(number.text)
        receipt.space()
        receipt.text(branch, bold: true)
        receipt.text(day.text(language))
        if let arrival { receipt.text(arrival[language], bold: true) }
        if !bring.isEmpty {
            receipt.text(Self.originals[language])
            for paper in bring { receipt.text("- \(paper[language])") }
        }
        receipt.space()
        receipt.code(address)
        receipt.text(Self.follow[language])
        receipt.text(Self.numbersOnly[language])
        receipt.space(3)
        receipt.cut()
        return receipt
    }
}
