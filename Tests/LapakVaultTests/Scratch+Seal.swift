import LapakVault

extension Scratch {
    /// Seals a file of these pieces, each a frame of its own, and tells where each frame ends in the file.
    @discardableResult
    func seal(_ pieces: [[UInt8]], _ seal: Seal, as name: String = "file") throws -> (ends: [Int], sum: SealedSum) {
        let writer = try SealedWriter.create(at: self(name), seal)
        var ends = [try size(of: name)]
        for piece in pieces {
            try writer.append(piece)
            try writer.flush()
            ends.append(try size(of: name))
        }
        let sum = try writer.finish()
        return (ends, sum)
    }

    /// What a file holds; throws when it is not as it was sealed.
    func plain(_ seal: Seal, of name: String = "file") throws -> [UInt8] {
        try SealedReader(at: self(name), seal).all(limit: 10_000_000)
    }
}
