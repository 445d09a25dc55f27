package import LapakDomain

extension OfficerSession: Record {
    package static let table = Table<OfficerSession>("officer_session") { table in
        table.derived("id", \.id)
        table.derived("staff", \.staff)
        table.derived("branch", \.branch)
        table.derived("live") { $0.phase == .open ? 1 : $0.phase == .closing ? 2 : 0 }
        table.derived("seats", \.seats)
        table.derived("opened", \.opened)
        table.derived("seen", \.seen)
        let body = table.body("body")
        table.unique("officer_session_live")
        return { row in try row[body] }
    }
}

extension Interview: Record {
    package static let table = Table<Interview>("interview") { table in
        table.derived("id", \.id)
        table.derived("claim", \.claim)
        table.derived("branch", \.branch)
        table.derived("phase", \.phase)
        table.derived("live", \.phase.isLive)
        table.derived("session", \.session)
        table.derived("seat", \.seat)
        // Whoever lost their officer comes first; then those whom only a one-to-one desk takes are found by their pause.
        table.derived("front") { $0.pause == .officerLeft ? 0 : $0.pause == .handedOver ? 1 : 2 }
        table.derived("start", \.order)
        table.derived("entered", \.entered)
        table.derived("not_before", \.notBefore)
        table.derived("since", \.since)
        table.derived("progress") { $0.phase.isMembers && $0.stuck == nil ? $0.progress : nil }
        table.derived("served", \.attention)
        table.derived("walk_in", \.walkIn)
        table.derived("booth", \.booth)
        let body = table.body("body")
        // The claim's page shows the interview that runs. A seat or booth that is taken means nothing to people; another is found.
        table.unique("interview_live", .interviewRunning)
        table.unique("interview_seat")
        table.unique("interview_booth")
        return { row in try row[body] }
    }
}

extension Touch: Record {
    package static let table = Table<Touch>("touch") { table in
        let id = table.column("id", \.id)
        let session = table.column("session", \.session)
        let staff = table.column("staff", \.staff)
        let branch = table.column("branch", \.branch)
        let interview = table.column("interview", \.interview)
        let phase = table.column("phase", \.phase)
        let waited = table.column("waited", \.waited)
        let begun = table.column("begun", \.begun)
        let ended = table.column("ended", \.ended)
        return { row in
            Touch(
                id: try row[id], session: try row[session], staff: try row[staff], branch: try row[branch],
                interview: try row[interview], phase: try row[phase], waited: try row[waited], begun: try row[begun],
                ended: try row[ended])
        }
    }
}

extension Evidence: Record {
    package static let table = Table<Evidence>("evidence") { table in
        let id = table.column("id", \.id)
        let interview = table.column("interview", \.interview)
        let claim = table.column("claim", \.claim)
        let kind = table.column("kind", \.kind)
        let sha256 = table.column("sha256", \.sha256)
        let bytes = table.column("bytes", \.bytes)
        let width = table.column("width", \.width)
        let height = table.column("height", \.height)
        let how = table.column("how", \.how)
        let at = table.column("at", \.at)
        return { row in
            Evidence(
                id: try row[id], interview: try row[interview], claim: try row[claim], kind: try row[kind], sha256: try row[sha256],
                bytes: try row[bytes], width: try row[width], height: try row[height], how: try row[how], at: try row[at])
        }
    }
}
