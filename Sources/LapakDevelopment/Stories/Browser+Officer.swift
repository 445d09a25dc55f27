import LapakDomain

// An officer at the console, and what a member photographs there.
extension Browser {
    /// Opens a session with so many seats.
    func openSession(seats: Int) async throws {
        try await open("/kantor/konsol")
        try await press("f-buka", ["jumlah": "\(seats)"])
    }

    /// Calls whoever waits to the next free seat.
    func callNext() async throws {
        try await open("/kantor/konsol")
        try await press("f-panggil")
    }

    /// Who sits in the seat, as the console's forms name them.
    func sitting(in seat: Int = 1) async throws -> String {
        try await open("/kantor/konsol?kursi=\(seat)")
        let panel = page.markup.all { $0["data-kursi"] == "\(seat)" && $0["data-id"] != nil }.first
        return try panel.found("somebody in seat \(seat)")["data-id"] ?? ""
    }

    /// A press about somebody's seat.
    @discardableResult func press(
        _ verb: String, about person: String, _ fields: KeyValuePairs<String, String> = [:]
    ) async throws -> Answer {
        try await post("/kantor/konsol/\(verb)", [("kursi", person)] + fields.map { ($0.key, $0.value) })
    }

    /// Every row fits, and what was shown is accepted.
    func accept(_ person: String) async throws {
        for subject in InterviewCheck.Subject.rows { try await press("tanda", about: person, ["tanda": "\(subject.name):1"]) }
        try await press("lanjut", about: person)
    }

    /// The papers that the open page of an interview asks for, one after the other; each page is shown under `name` and the paper.
    func photographAll(at path: String, showing name: String? = nil) async throws {
        for _ in 0..<20 {
            try await open(path)
            guard let kind = page.markup.one(id: "langkah")?["data-foto"] else { return }
            if let name { try await show("\(name)-\(kind)") }
            try await send(Self.pixel, as: "image/jpeg", to: "\(path)/foto?jenis=\(kind)&cara=photo")
            try hold(page.status == 200, "a photo of \(kind) is taken")
        }
    }

    /// A black PNG of one pixel.
    private static let pixel: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0,
        0x3A, 0x7E, 0x9B, 0x55, 0, 0, 0, 10, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0x60, 0, 0, 0, 2, 0, 1, 0x48, 0xAF, 0xA4, 0x71,
        0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
    ]
}
