package import LapakDomain

extension Slot: Record {
    package static let table = Table<Slot>("slot") { table in
        let id = table.column("id", \.id)
        let branch = table.column("branch", \.branch)
        let channel = table.column("channel", \.channel)
        let start = table.column("start", \.start)
        let minutes = table.column("minutes", \.minutes)
        let planned = table.column("planned", \.planned)
        let capacity = table.column("capacity", \.capacity)
        let taken = table.column("taken", \.taken)
        let unproven = table.column("unproven", \.unproven)
        let kept = table.column("kept", \.kept)
        let keptUntil = table.column("kept_until", \.keptUntil)
        return { row in
            Slot(
                id: try row[id], branch: try row[branch], channel: try row[channel], start: try row[start], minutes: try row[minutes],
                planned: try row[planned], capacity: try row[capacity], taken: try row[taken], unproven: try row[unproven],
                kept: try row[kept], keptUntil: try row[keptUntil])
        }
    }
}

extension Booking: Record {
    package static let table = Table<Booking>("booking") { table in
        let id = table.column("id", \.id)
        let slot = table.column("slot", \.slot)
        let branch = table.column("branch", \.branch)
        let start = table.column("start", \.start)
        let phase = table.column("phase", \.phase)
        let proven = table.column("proven", \.proven)
        let registration = table.column("registration", \.registration)
        let claim = table.column("claim", \.claim)
        let ticket = table.column("ticket", \.ticket)
        let secret = table.column("secret", \.secret)
        let since = table.column("since", \.since)
        let due = table.column("due", \.due)
        let declined = table.column("declined", \.declined)
        let nik = table.column("hold_nik", \.holder?.nik)
        let mailbox = table.column("hold_mailbox", \.holder?.mailbox)
        let phone = table.column("hold_phone", \.holder?.phone)
        table.unique("booking_live", .alreadyConfirmed)
        for name in ["booking_hold_nik", "booking_hold_mailbox", "booking_hold_phone"] { table.unique(name, .holdElsewhere) }
        return { row in
            Booking(
                id: try row[id], slot: try row[slot], branch: try row[branch], start: try row[start], phase: try row[phase],
                proven: try row[proven], registration: try row[registration], claim: try row[claim], ticket: try row[ticket],
                secret: try row[secret], since: try row[since], due: try row[due],
                declined: try row[declined],
                holder: try row[mailbox].map { Holder(nik: try row[nik], mailbox: $0, phone: try row[phone]) })
        }
    }
}

/// How many people wait for a branch; branch 0 stands for "any officer online". Equals the live wishes it counts.
package struct LineCount: Record {
    package let branch: ID<Branch>
    package var waiting: Int
    package static let anywhere = ID<Branch>(0)

    package init(branch: ID<Branch>, waiting: Int) {
        self.branch = branch
        self.waiting = waiting
    }

    package static let table = Table<LineCount>("line") { table in
        let branch = table.column("branch", \.branch)
        let waiting = table.column("waiting", \.waiting)
        return { row in LineCount(branch: try row[branch], waiting: try row[waiting]) }
    }
}
