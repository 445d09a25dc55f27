package import LapakDomain

extension Session: Record {
    package static let table = Table(
        "officer_session", .int("id"), .int("staff"), .int("branch"), .int("live"), .int("seats"), .int("opened"), .int("seen"),
        .text("body"))
    package var values: [SQLValue] {
        let live = phase == .open ? 1 : phase == .closing ? 2 : 0
        return [id.sql, staff.sql, branch.sql, live.sql, seats.sql, opened.sql, seen.sql, json(self)]
    }
    package init(row: Row) throws { self = try row.json(Session.self, 7) }
}

extension Interview: Record {
    package static let table = Table(
        "interview", .int("id"), .int("claim"), .int("branch"), .text("phase"), .int("live"), .int("session"), .int("seat"), .int("front"),
        .int("start"), .int("entered"), .int("not_before"), .int("since"), .int("progress"), .int("served"),
        .int("walk_in"), .int("booth"), .text("body"))
    package var values: [SQLValue] {
        let standing: Instant? = phase.isMembers && stuck == nil ? progress : nil
        // Whoever lost their officer comes first; then those whom only a one-to-one desk takes are found by their pause.
        let front: Int64 = pause == .officerLeft ? 0 : pause == .handedOver ? 1 : 2
        return [
            id.sql, claim.sql, branch.sql, phase.rawValue.sql, phase.isLive.sql, session.sql, seat.sql, front.sql, order.sql, entered.sql,
            notBefore.sql, since.sql, standing.sql, attention.milliseconds.sql, walkIn.sql, booth.sql, json(self),
        ]
    }
    package init(row: Row) throws { self = try row.json(Interview.self, 16) }
    /// The claim has a live interview already: its page shows that one. A seat or booth that is taken means nothing to people; another is found.
    package static func refusal(of duplicate: DatabaseTrouble) -> Refusal? {
        duplicate.message.contains("seat") || duplicate.message.contains("booth") ? nil : .interviewRunning
    }
}

extension Touch: Record {
    package static let table = Table(
        "touch", .int("id"), .int("session"), .int("staff"), .int("branch"), .int("interview"), .text("phase"), .int("waited"),
        .int("begun"), .int("ended"))
    package var values: [SQLValue] {
        [
            id.sql, session.sql, staff.sql, branch.sql, interview.sql, phase.rawValue.sql, waited.milliseconds.sql, begun.sql, ended.sql,
        ]
    }
    package init(row: Row) throws {
        self.init(
            id: ID(try row.int(0)), session: ID(try row.int(1)), staff: ID(try row.int(2)), branch: ID(try row.int(3)),
            interview: ID(try row.int(4)), phase: try row.value(5), waited: Span(milliseconds: try row.int(6)), begun: try row.instant(7),
            ended: try row.instant(8))
    }
}

extension Evidence: Record {
    package static let table = Table(
        "evidence", .int("id"), .int("interview"), .int("claim"), .text("kind"), .text("sha256"), .int("bytes"), .int("width"),
        .int("height"), .text("how"), .int("at"))
    package var values: [SQLValue] {
        [
            id.sql, interview.sql, claim.sql, kind.name.sql, sha256.sql, bytes.sql, width.sql, height.sql, how.sql, at.sql,
        ]
    }
    package init(row: Row) throws {
        self.init(
            id: ID(try row.int(0)), interview: ID(try row.int(1)), claim: ID(try row.int(2)),
            kind: try row.checked(Capture.Kind(name: try row.text(3)), 3), sha256: try row.text(4), bytes: Int(try row.int(5)),
            width: Int(try row.int(6)), height: Int(try row.int(7)), how: try row.text(8), at: try row.instant(9))
    }
}
