import LapakDomain
import LapakOutside
import LapakStore

/// A phone that gets everything at once, except that numbers ending in 00 are not on WhatsApp: so the SMS can be seen, too.
struct DevPhone: PhoneCarrier {
    let channel: Message.Channel
    let outbox: DevOutbox

    func send(_ note: PhoneNote) async -> Handover {
        if channel == .whatsapp, note.to.value.hasSuffix("00") { return .refused("\(WhatsAppFault(code: 131_026, status: 0))") }
        outbox.keep(note, by: channel)
        return .taken(arrived: true)
    }
}
